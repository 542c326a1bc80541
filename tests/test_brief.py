"""What a reader sees: the brief in two directions, plain and on a terminal, and the JSON."""

import datetime
import io
import json
import unicodedata

import msgspec
import pytest
from babel import Locale

from marsad.errors import UsageError
from marsad.model.article import Article, Reading
from marsad.model.records import Event, Meeting, Standing, Statement
from marsad.model.values import Actor, Evidence, Interval, Link, Place
from marsad.views import bidi
from marsad.views.brief import brief, plain, print_brief
from marsad.views.json_out import coded_row, dump, dump_indented, reading_json
from marsad.views.labels import Labels, label_languages, labels

TEXT = "علقت أرمينيا مشاركتها في المنظمة. وقال وزير خارجيتها إنها لن تعود، بحسب Reuters."
DAY = datetime.date(2024, 11, 28)
ENGLISH = Labels(
    {
        "kind.standing": "standing", "plural.standing": "Standings",
        "type.ACCUSE": "accuses", "sector.GOV": "government", "status.planned": "planned",
        "value.suspended": "suspended", "field.said_by": "said by",
    },
    Locale.parse("en"),
)  # fmt: skip
ARABIC = Labels({"sector.GOV": "الحكومة", "value.suspended": "معلّقة", "field.subject": "الطرف"}, Locale.parse("ar"))

ARMENIA = Actor("ARM GOV", name="أرمينيا")
MINISTER = Actor("ARM GOV", name="وزير خارجيتها", role="foreign-minister")


def evidence(start: int, end: int) -> Evidence:
    return Evidence(start, end, TEXT[start:end], TEXT[:33], 0, 0)


STANDING = Standing(
    id="1", article="a", evidence=evidence(0, 32), subject=ARMENIA, of="IGO:CSTO", axis="declared",
    aspect="participation", value="suspended", said_by=(MINISTER, Actor("---", name="Reuters")),
    date=Interval(DAY.replace(day=1), DAY, "month", "هذا الشهر"), rule="triggers/x.tsv:1",
)  # fmt: skip
MEETING = Meeting(
    id="2", article="a", evidence=evidence(34, 50), status="planned", form="summit", of="IGO:CSTO",
    attendance={"RUS": "expected", "ARM GOV": "declined"}, place=Place("RUS", "موسكو"),
)  # fmt: skip
ACCUSED = Event(
    id="3", article="a", evidence=evidence(0, 4), type="ACCUSE", mode="disapprove", actor=(ARMENIA, ARMENIA),
    recipient=(Actor("IGO:CSTO"), Actor("--- CVL")), status="demanded",
)  # fmt: skip
NEGATED = Event(id="4", article="a", evidence=evidence(0, 4), type="AID", actor=(ARMENIA,), status="negated")
SAID = Statement(id="5", article="a", evidence=evidence(34, 70), speaker=(MINISTER,), act="say", content=(40, 70))
ARTICLE = Article(id="a", text=TEXT, lang="ar", title="أرمينيا و CSTO", date=DAY)
READING = Reading(
    article=ARTICLE,
    records=(STANDING, MEETING, ACCUSED, NEGATED, SAID),
    chain=(Link("agency-a", "تسنيم", hop="relays"), Link("paper-b", "Izvestia")),
    notes=("a note",),
)


def lines(words: Labels, reading: Reading = READING) -> list[str]:
    return [plain(line) for line in brief(reading, words)]


def bare(text: str) -> str:
    """Return the text without isolates."""
    return "".join(c for c in text if c not in (bidi.RIGHT_TO_LEFT, bidi.FIRST_STRONG, bidi.POP))


def test_the_brief_tells_each_record_with_what_carries_it() -> None:
    said = [bare(line) for line in lines(ENGLISH)]
    assert said[0] == "أرمينيا و CSTO"
    assert "chain: تسنيم (relays) ← Izvestia" in said
    assert "date: November 28, 2024" in said
    assert "note: a note" in said
    assert "records: 5 (Standings 1, meeting 1, event 2, statement 1)" in said
    assert said[said.index("Standings") :][:7] == [
        "Standings",
        "  ● participation · suspended",
        "    subject: Armenia government",
        "    of: CSTO",
        "    date: November 2024 (هذا الشهر)",
        f"    “{TEXT[:32]}”",
        "    said by: Armenia government (foreign minister) ← Reuters",
    ]
    assert "  ● summit  [planned]" in said
    assert "    attendance: Armenia government: declined, Russia: expected" in said
    assert "    place: موسكو, Russia" in said
    assert "  ● accuses · disapprove  [demanded]" in said
    assert "    recipient: CSTO, CVL" in said


def test_the_same_brief_in_a_language_written_from_right_to_left() -> None:
    said = lines(ARABIC)
    assert all(line.startswith(bidi.RIGHT_TO_LEFT) and line.endswith(bidi.POP) for line in said if line)
    assert any("الطرف: أرمينيا الحكومة" in line for line in said)
    assert any(f"{bidi.FIRST_STRONG}Izvestia{bidi.POP}" in line for line in said)


def test_what_the_same_words_carry_is_told_once() -> None:
    shared = evidence(0, 32)
    with_event = Reading(
        article=ARTICLE,
        records=(
            Event(id="6", article="a", evidence=shared, type="SANCTION", actor=(ARMENIA,), said_by=STANDING.said_by),
            STANDING,
            msgspec.structs.replace(STANDING, id="7", subject=Actor("RUS")),
        ),
    )
    said = [bare(line) for line in lines(ENGLISH, with_event)]
    assert said.count(f"    “{TEXT[:32]}”") == 1
    assert "    subject: Armenia government, Russia" in said
    assert "    + event: SANCTION" in [line.partition(";")[0] for line in said]
    assert "events" not in said


def test_the_chain_points_to_the_nearest_in_both_directions() -> None:
    assert any(" ← " in line for line in lines(ENGLISH))
    assert any(" → " in line for line in lines(ARABIC)) and not any(" ← " in line for line in lines(ARABIC))


def test_isolates_stand_only_where_directions_mix() -> None:
    assert bidi.isolate("Reuters 1", rtl=False) == "Reuters 1"
    assert bidi.isolate("تسنيم 1", rtl=True) == "تسنيم 1"
    assert bidi.isolate("تسنيم", rtl=False) == f"{bidi.FIRST_STRONG}تسنيم{bidi.POP}"
    assert bidi.isolate("Reuters", rtl=True) == f"{bidi.FIRST_STRONG}Reuters{bidi.POP}"
    assert bidi.isolate("2024", rtl=True) == "2024"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a\u202eb\u202c"),
        ("a\u2069b\u202c", "ab"),
        ("\u2067\u202aa\u202c", "\u2067\u202aa\u202c\u2069"),
        ("plain", "plain"),
    ],
)
def test_direction_controls_of_a_text_do_not_leak(text: str, shown: str) -> None:
    assert bidi.balanced(text) == shown


def test_control_characters_never_reach_a_terminal() -> None:
    assert bidi.visible("a\x1b[31m\x00b\nc\u2028d") == "a\ufffd[31m\ufffdb c d"
    article = Article(id="a", text="\x1b]0;x\x07 said\n", lang="en")
    said = "".join(lines(ENGLISH, Reading(article=article)))
    assert not [c for c in said if unicodedata.category(c) == "Cc"]


def test_without_a_terminal_the_brief_is_plain_and_whole() -> None:
    if not label_languages():
        pytest.skip("no language has labels")
    long = Article(id="a", text="The minister said that " + "very " * 400 + "much", lang="en")
    out = io.StringIO()
    print_brief(Reading(article=long), label_languages()[0], out)
    assert "very " * 400 in out.getvalue()
    assert "\x1b" not in out.getvalue()


def test_on_a_terminal_it_is_coloured_and_as_whole() -> None:
    if not label_languages():
        pytest.skip("no language has labels")

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out, text = Terminal(), "very " * 400 + "[bold]much[/bold] :smile:"
    print_brief(Reading(article=Article(id="a", text=text, lang="en")), label_languages()[0], out)
    assert text in out.getvalue()


def test_an_unknown_language_of_the_brief_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="expected one of"):
        labels("xx")


@pytest.mark.parametrize(
    ("interval", "shown"),
    [
        (Interval(DAY, DAY, "day"), "November 28, 2024"),
        (Interval(DAY, None, "open"), "since November 28, 2024"),
        (Interval(None, DAY, "open"), "until November 28, 2024"),
        (Interval(datetime.date(2020, 1, 1), None, "open", "2020"), "since 2020"),
        (Interval(datetime.date(2020, 3, 1), None, "open", "مارس ٢٠٢٠"), "since March 2020"),
        (Interval(datetime.date(2020, 3, 1), None, "open", "1 March 2020"), "since March 1, 2020"),
        (Interval(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31), "year"), "2024"),
        (Interval(DAY, datetime.date(2024, 12, 1), "range"), "November 28, 2024 – December 1, 2024"),
    ],
)
def test_dates_are_no_finer_than_their_words(interval: Interval, shown: str) -> None:
    assert ENGLISH.date(interval) == shown


@pytest.mark.parametrize(
    ("actor", "shown"),
    [
        (Actor("RUS"), "Russia"),
        (Actor("XKX GOV"), "Kosovo government"),
        (Actor("--- CVL", name="protesters"), "CVL (protesters)"),
        (Actor("---", name="Reuters"), "Reuters"),
        (Actor("WEST"), "WEST"),
        (Actor("RUS GOV", name="Kremlin", person="Peskov"), "Russia government (Peskov)"),
        (Actor("RUS", name="Russia"), "Russia"),
    ],
)
def test_actors_are_shown_as_what_they_are_and_as_written(actor: Actor, shown: str) -> None:
    assert ENGLISH.actor(actor) == shown


def test_json_is_the_whole_reading_and_the_same_bytes_each_time() -> None:
    value = json.loads(dump(reading_json(READING)))
    assert value["article"]["text"] == TEXT
    assert [link["id"] for link in value["article"]["chain"]] == ["agency-a", "paper-b"]
    assert [record["kind"] for record in value["records"]] == ["standing", "meeting", "event", "event", "statement"]
    start, end = (value["records"][0]["evidence"][side] for side in ("start", "end"))
    assert TEXT[start:end] == value["records"][0]["evidence"]["text"]
    assert dump(reading_json(READING)) == dump(value)
    assert json.loads(dump_indented(value)) == value


def test_a_coded_row_leaves_out_events_nobody_did() -> None:
    row = coded_row(READING)
    assert [(event["type"], event["status"]) for event in row["events"]] == [("AID", "negated")]
    assert len(row["records"]) == 5
    assert row["events"][0]["actor"] == ["ARM GOV"]
    assert "relation" not in row


@pytest.mark.parametrize(("relation", "given"), [("YIELD", "YIELD"), ("", None)])
def test_a_row_with_a_pair_gets_its_relation(relation: str, given: str | None) -> None:
    article = Article(id="a", text="x", pair=("A", "B"))
    assert coded_row(Reading(article=article, relation=relation))["relation"] == {"type": given}
