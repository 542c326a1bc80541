"""From texts to standings: what several articles that disagree say together."""

import datetime
from pathlib import Path

import pytest
from reporting import day

from marsad.intake import Options, article_from_file
from marsad.ledger import Standings, standings
from marsad.model.article import Article
from marsad.model.records import Standing
from marsad.model.report import Report, Source
from marsad.model.values import Interval
from marsad.reading import languages, read

FOUR = {
    "head-of-government": (
        "2024-02-23", "ru-desk",
        "Armenian Prime Minister Nikol Pashinyan announced that Armenia has suspended its participation in the CSTO.",
    ),
    "committee-chair": (
        "2024-02-24", "en-desk",
        "The freeze is a political step, not a legal one. Armenia remains a member of the CSTO, the chairman of the "
        "Armenian parliament's foreign relations committee said on Saturday.",
    ),
    "other-side": (
        "2024-02-26", "wire",
        "Russia's Foreign Ministry denied that Armenia has suspended its participation in the CSTO. "
        "No such procedure exists in the charter, the ministry's spokeswoman told reporters.",
    ),
    "secretariat": (
        "2024-02-27", "gazette",
        "The CSTO has received no application for withdrawal from Armenia, the CSTO secretariat said on Tuesday.",
    ),
}  # fmt: skip


def reports(article: Article, outlet: str = "") -> list[Report]:
    assert article.date is not None
    reading = read(article)
    source = Source(article=article.id, known=article.date, lang=article.lang, outlet=outlet, chain=reading.chain)
    return [Report(record=record, source=source) for record in reading.records]


def four() -> list[Report]:
    texts = ((name, *row) for name, row in FOUR.items())
    articles = (Article(id=n, text=text, lang="en", date=day(date)) for n, date, _, text in texts)
    return [report for article in articles for report in reports(article, FOUR[article.id][1])]


def asked(told: list[Report], as_of: str, known: str = "") -> Standings:
    return standings(told, subject="ARM", of="IGO:CSTO", as_of=day(as_of), known=day(known or as_of))


def test_four_texts_that_disagree_give_one_standing_with_its_contest() -> None:
    found = asked(four(), "2024-03-01")
    legal, declared = found.axes["legal"], found.axes["declared"]
    assert [(p.aspect, p.value, p.roles) for p in legal.positions] == [
        ("membership", "member", ("body", "member")),  # the tables and the chair of the committee
        ("withdrawal", "not-requested", ("body",)),  # the secretariat
    ]
    assert (legal.contested, legal.positions[0].since) == ((), Interval(day("2002-10-07"), day("2002-10-07"), "day"))
    assert [(p.value, p.said_by[0].code, p.said_by[0].role) for p in declared.positions] == [
        ("suspended", "ARM GOV", "prime-minister")
    ]
    assert [(p.value, p.status, p.said_by[0].code) for p in declared.contested] == [("suspended", "denied", "RUS GOV")]
    assert {word.article for word in declared.words} == {"head-of-government", "other-side"}


def test_the_denial_answers_the_claim() -> None:
    told = four()
    claim = next(r.record for r in told if isinstance(r.record, Standing) and r.record.value == "suspended")
    (noted,) = asked(told, "2024-03-01").axes["declared"].noted
    assert (noted.status, noted.answers) == ("denied", (claim.id,))


@pytest.mark.parametrize(("known", "contested"), [("2024-02-25", 0), ("2024-02-26", 1)])
def test_the_contest_shows_from_the_day_of_the_denial(known: str, contested: int) -> None:
    declared = asked(four(), known).axes["declared"]
    assert (declared.value, len(declared.contested)) == ("suspended", contested)


@pytest.mark.xfail(
    reason="'X is political, not legal' makes no standing by itself, only the clause about membership does"
)
def test_a_step_that_is_political_and_not_legal_leaves_the_legal_standing_with_its_speaker() -> None:
    text = (
        "Suspending participation in the CSTO is a political step, not a legal one, the chairman of the Armenian "
        "parliament's foreign relations committee said."
    )
    told = reports(Article(id="a", text=text, lang="en", date=day("2024-02-24")))
    assert "member" in asked(told, "2024-03-01").axes["legal"].positions[0].roles


@pytest.fixture(scope="module")
def item(shared: Path) -> list[Report]:
    options = Options(languages=languages(), date=datetime.date(2024, 11, 20), lang="")
    return reports(article_from_file(shared / "articles" / "armenia-csto.ar.txt", options))


def test_the_item_gives_each_axis_with_its_sentences(item: list[Report]) -> None:
    axes = asked(item, "2024-11-20").axes
    assert {axis: found.value for axis, found in axes.items() if found.value} == {
        "legal": "member", "declared": "suspended", "conduct": "absent", "money": "refused",
    }  # fmt: skip
    assert [p.value for p in axes["legal"].positions] == ["member", "not-requested"]
    assert axes["legal"].positions[0].baseline
    assert all(axes[axis].words for axis in ("legal", "declared", "conduct", "money"))


def test_the_item_s_impossible_standing_is_a_doubt_with_what_may_be_meant(item: list[Report]) -> None:
    assert [(doubt.of, doubt.instead) for doubt in asked(item, "2024-11-20").warnings] == [("IGO:EU", "IGO:CSTO")]
