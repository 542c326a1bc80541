"""Stories, origins, happenings: what is one report passed on, and the three counts."""

import random

import pytest
from reporting import actors, day, report, source, standing

from marsad.model.report import Report, Source
from marsad.model.values import Link
from marsad.stories import Counts, Origins, Story, Telling, happenings, origin, stories, tellings

TEXT = (
    "The ambassador told the paper that his country would keep its promise to guard the border of its neighbour, and "
    "that the session of the council in the capital next week would go ahead whether or not every member came to it."
)  # fmt: skip
OTHER = (
    "Farmers in the south have begun the harvest two weeks early after a dry spring, the ministry of agriculture said, "
    "warning that yields of wheat and barley may fall by a fifth and that prices of bread would follow before winter."
)  # fmt: skip


def telling(article: str, known: str, text: str = "", *reports: Report, **fields: object) -> Telling:
    made = source(known, article=article, **fields)  # type: ignore[arg-type]
    return Telling(source=made, records=tuple(r.record for r in reports), text=text)


def groups(found: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in found}


def suspended(article: str = "", sentence: str = "Armenia suspended its part in the alliance.") -> Report:
    return standing("2024-02-23", "participation suspended", article=article, sentence=sentence)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (Source(article="a", known=day("2024-01-01")), "a"),
        (Source(article="a", known=day("2024-01-01"), outlet="webangah"), "webangah"),
        (Source(article="a", known=day("2024-01-01"), outlet="w", chain=(Link("tasnim", ""), Link("iz", ""))), "iz"),
    ],
)
def test_the_origin_of_a_report_is_the_end_of_its_chain(made: Source, expected: str) -> None:
    assert origin(made) == expected


def test_copies_in_one_language_are_one_story() -> None:
    found = stories(
        [
            telling("a", "2024-11-20", TEXT, lang="en", outlet="first"),
            telling("b", "2024-11-21", TEXT.replace("next week", "on Thursday"), lang="en", outlet="second"),
            telling("c", "2024-11-21", OTHER, lang="en", outlet="third"),
        ]
    )
    assert groups(found) == {frozenset("ab"), frozenset("c")}
    assert found[0].origins == {"a": "first", "b": "first"}


def test_a_text_cut_short_is_a_copy_too() -> None:
    whole = f"{TEXT} {OTHER}"
    assert len(stories([telling("a", "2024-11-20", whole), telling("b", "2024-11-20", whole[:300])])) == 1


def test_copies_weeks_apart_are_two_stories() -> None:
    assert len(stories([telling("a", "2024-11-01", TEXT), telling("b", "2024-11-20", TEXT)])) == 2


def test_the_same_records_in_two_languages_are_one_story_of_two_origins() -> None:
    found = stories(
        [
            telling("a", "2024-02-23", "one", suspended(), lang="en", outlet="first"),
            telling("b", "2024-02-24", "two", suspended(), lang="ar", outlet="second"),
        ]
    )
    assert groups(found) == {frozenset("ab")}
    assert set(found[0].origins.values()) == {"first", "second"}


def test_an_everyday_event_alone_makes_no_story() -> None:
    met = report("event", "2024-02-23", "they met", type="CONSULT", actor=actors("USA GOV", "CHN GOV"))
    made = [telling("a", "2024-02-23", "one", met, lang="en"), telling("b", "2024-02-23", "two", met, lang="ar")]
    assert len(stories(made)) == 2


def test_who_relays_an_outlet_that_relays_another_has_the_same_origin() -> None:
    found = stories(
        [
            telling("a", "2024-11-19", "one", suspended(), outlet="izvestia", lang="ru"),
            telling("b", "2024-11-20", "two", suspended(), outlet="tasnim", chain=("izvestia",), lang="fa"),
            telling("c", "2024-11-20", "three", suspended(), outlet="webangah", chain=("tasnim",), lang="ar"),
        ]
    )
    assert [set(story.origins.values()) for story in found] == [{"izvestia"}]


def test_five_outlets_that_relay_one_interview() -> None:
    five = [
        report(
            "event", f"2024-11-{20 + k // 3}", f"sentence {k}", article=f"a{k}", outlet=f"outlet{k}", lang=lang,
            chain=("izvestia",), type="ACCUSE", actor=actors("RUS GOV"), recipient=actors("ARM"),
        )
        for k, lang in enumerate(["ar", "fa", "ru", "en", "en"])
    ]  # fmt: skip
    counting = Origins(five)
    assert counting.counts(five) == Counts(reports=5, events=1, origins=1)


def test_two_independent_outlets_are_two_origins_of_one_event() -> None:
    two = [suspended("a"), suspended("b", "Yerevan froze its work in the bloc, the prime minister said.")]
    assert Origins(two).counts(two) == Counts(reports=2, events=1, origins=2)


def test_a_story_that_the_store_has_formed_is_taken_as_it_is() -> None:
    two = [
        report("event", f"2024-11-{d}", "x", article=d, story="s", type="AID", actor=actors("USA"))
        for d in ("01", "20")
    ]
    assert Origins(two).counts(two).events == 1


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((("2024-11-20", None), ("2024-11-21", None)), 1),
        ((("2024-11-20", None), ("2024-11-29", None)), 2),
        ((("2024-11-20", "2024-11-18"), ("2024-11-30", "2024-11-18")), 1),
        ((("2024-11-20", "2024-11-18"), ("2024-11-20", "2024-11-19")), 2),
        ((("2024-11-18", "2024-11-18"), ("2024-11-20", None)), 1),
    ],
)
def test_which_reports_tell_of_one_event(days: tuple[tuple[str, str | None], ...], expected: int) -> None:
    made = [
        report("event", known, f"s{k}", date=date, type="ASSAULT", actor=actors("RUS"), recipient=actors("UKR"))
        for k, (known, date) in enumerate(days)
    ]
    assert len(set(happenings(made).values())) == expected


def test_other_parties_are_another_event() -> None:
    made = [report("event", "2024-11-20", "s", type="AID", actor=actors(code)) for code in ("USA", "FRA")]
    assert len(set(happenings(made).values())) == 2


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_tellings_changes_nothing(seed: int) -> None:
    made = [
        telling(f"a{k}", f"2024-11-{10 + k % 9}", (TEXT, OTHER, f"{TEXT} {k}")[k % 3], lang="en", outlet=f"o{k}")
        for k in range(12)
    ]
    mixed = random.Random(seed).sample(made, len(made))
    assert stories(mixed) == stories(made)


def test_reports_of_one_version_are_one_telling() -> None:
    made = tellings([suspended("a"), suspended("a"), suspended("b")])
    assert [(t.source.article, len(t.records)) for t in made] == [("a", 1), ("b", 1)]
