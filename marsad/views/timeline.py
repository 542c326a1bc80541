"""What a party did and was done to, month by month: as data, as lines for a terminal, and as a chart."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from marsad.ledger import Dyad, Month, Turn, dyad
from marsad.model.report import Report
from marsad.model.values import Interval
from marsad.views import bidi
from marsad.views.frames import load_extra
from marsad.views.labels import Labels

# From below zero to above it, as the bars of a month stand beside one another.
QUADS = ("material conflict", "verbal conflict", "verbal cooperation", "material cooperation")
STYLES = dict(zip(QUADS, ("red", "yellow", "cyan", "green"), strict=True))
COLOURS = dict(zip(QUADS, ("#b2182b", "#ef8a62", "#67a9cf", "#2166ac"), strict=True))
HALF = 24  # characters of a bar on either side of zero
LABELS_APART = {"labelOverlap": True}
BELOW = {"orient": "bottom", "columns": 2}
UPRIGHT = {"type": "text", "angle": 270, "align": "right", "y": 4, "dy": -8}
WIDTH, NARROWEST, WIDEST = 720, 6, 48  # of a picture, and of the bar of a month, in pixels
BLOCK, AXIS = "█", "│"
Span = tuple[datetime.date | None, datetime.date | None]


class Piece(msgspec.Struct, frozen=True):
    """A piece of a line and how a terminal shows it."""

    text: str
    style: str = ""


def timeline(reports: Iterable[Report], one: str, other: str = "", span: Span = (None, None)) -> Dyad:
    """Return the months of a party, or of two with each other, with the stated turns, from one day to another."""
    since, until = span
    found = dyad(reports, one=one, other=other)
    months = tuple(m for m in found.months if _within(m.start, since and since.replace(day=1), until))
    turns = tuple(t for t in found.turns if _within(_day(t), since, until))
    return msgspec.structs.replace(found, months=months, turns=turns)


def _within(day: datetime.date, since: datetime.date | None, until: datetime.date | None) -> bool:
    return (since is None or day >= since) and (until is None or day <= until)


def _day(turn: Turn) -> datetime.date:
    return turn.since.start or turn.since.end or turn.word.known


def title(found: Dyad, words: Labels) -> str:
    """Return the names of the parties in the reader's language."""
    return " – ".join(words.state(code) for code in (found.one, found.other) if code)


# On a terminal


def chart_lines(found: Dyad, words: Labels) -> Iterator[list[Piece]]:
    """Yield a line a month: conflict to the left of zero, cooperation to the right, the score, how many events.

    The stated turns of a month follow it, each with its words and its source.
    """
    yield [Piece(title(found, words), "bold")]
    yield [Piece("  ".join(f"{BLOCK} {words(_key(quad))}" for quad in QUADS), "dim")]
    widest = max((_side(month, sign) for month in found.months for sign in (-1, 1)), default=0.0) or 1.0
    for month in found.months:
        yield list(_bars(month, widest, words))
        yield from (_turn_line(t, words) for t in found.turns if _day(t).replace(day=1) == month.start)
    shown = {month.start for month in found.months}
    yield from (_turn_line(t, words) for t in found.turns if _day(t).replace(day=1) not in shown)


def _key(quad: str) -> str:
    return f"quad.{quad.replace(' ', '-')}"


def _scores(month: Month) -> dict[str, float]:
    return {quad.quad: quad.score for quad in month.quads}


def _side(month: Month, sign: int) -> float:
    return sum(abs(score) for score in _scores(month).values() if score * sign > 0)


def _bars(month: Month, widest: float, words: Labels) -> Iterator[Piece]:
    scores = _scores(month)
    bars = [(quad, round(HALF * abs(scores.get(quad, 0.0)) / widest)) for quad in QUADS]
    left = [(quad, width) for quad, width in bars if scores.get(quad, 0.0) < 0]
    yield Piece(f"{month.start:%Y-%m} ", "bold")
    yield Piece(" " * (HALF - sum(width for _, width in left)))
    yield from (Piece(BLOCK * width, STYLES[quad]) for quad, width in left)
    yield Piece(AXIS, "dim")
    right = [(quad, width) for quad, width in reversed(bars) if scores.get(quad, 0.0) > 0]
    yield from (Piece(BLOCK * width, STYLES[quad]) for quad, width in right)
    yield Piece(" " * (HALF - sum(width for _, width in right)))
    yield Piece(f" {month.score:+6.1f}  {words.counts(month.counts)}")


def _turn_line(turn: Turn, words: Labels) -> list[Piece]:
    status = "" if turn.status == "actual" else f" [{words.value('status', turn.status)}]"
    day = Interval(_day(turn), _day(turn), "day")
    told = f"        ◆ {words.date(day)}: {words.value('trend', turn.trend)}{status}"
    quote = bidi.isolate(turn.word.sentence, rtl=words.rtl)
    return [Piece(told, "bold"), Piece(f"  “{quote}” ({turn.word.outlet or turn.word.article})", "italic")]


# As a picture


def chart(found: Dyad, words: Labels) -> dict[str, Any]:
    """Return the chart as a Vega-Lite specification: stacked bars by month, a rule for each month with stated turns.

    Words of a language that runs from right to left are put between isolates, or they would be cut and shown reversed.
    """
    bars = [
        {"month": _named(month.start), "quad": _label(_key(quad.quad), words), "score": quad.score}
        for month in found.months
        for quad in month.quads
    ]
    turns = [{"month": month, "turn": directed(told, words)} for month, told in _turns(found, words).items()]
    months = list(_months(found))
    x = {"field": "month", "type": "ordinal", "title": None, "scale": {"domain": months}, "axis": LABELS_APART}
    colours = {"field": "quad", "type": "nominal", "title": None, "legend": BELOW, "scale": _colours(words)}
    score = {"field": "score", "type": "quantitative", "title": _label("brief.score", words)}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": directed(title(found, words), words),
        "width": {"step": max(NARROWEST, min(WIDEST, WIDTH // max(1, len(months))))},
        "height": 320,
        "background": "white",
        "config": {"font": "DejaVu Sans, Noto Sans, Noto Sans Arabic, sans-serif"},
        "layer": [
            {"data": {"values": bars}, "mark": "bar", "encoding": {"x": x, "y": score, "color": colours}},
            {"data": {"values": turns}, "mark": {"type": "rule", "strokeDash": [4, 3]}, "encoding": {"x": x}},
            {"data": {"values": turns}, "mark": UPRIGHT, "encoding": {"x": x, "text": {"field": "turn"}}},
        ],
    }


def _colours(words: Labels) -> dict[str, list[str]]:
    return {"domain": [_label(_key(quad), words) for quad in QUADS], "range": [COLOURS[quad] for quad in QUADS]}


def _turns(found: Dyad, words: Labels) -> dict[str, str]:
    """Return the stated turns of each month that has some, in words."""
    told: dict[str, dict[str, None]] = {}
    for turn in found.turns:
        told.setdefault(_named(_day(turn)), {})[words.value("trend", turn.trend)] = None
    return {month: " · ".join(trends) for month, trends in told.items()}


def _named(day: datetime.date) -> str:
    return f"{day:%Y-%m}"


def _months(found: Dyad) -> Iterator[str]:
    """Yield every month from the first to the last that something is told of, those between included."""
    days = sorted([*(m.start for m in found.months), *(_day(t).replace(day=1) for t in found.turns)])
    day = days[0] if days else None
    while day is not None and day <= days[-1]:
        yield _named(day)
        day = (day.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)


def _label(key: str, words: Labels) -> str:
    return directed(words(key), words)


def directed(text: str, words: Labels) -> str:
    """Return a text for a picture: between isolates where the language runs from right to left."""
    return f"{bidi.RIGHT_TO_LEFT}{text}{bidi.POP}" if words.rtl else text


def picture(found: Dyad, words: Labels, form: str) -> bytes:
    """Return the chart as `png` or `svg`; raises UsageError where the library for charts is not installed."""
    converter = load_extra("vl_convert", "charts")
    if form == "svg":
        return bytes(converter.vegalite_to_svg(chart(found, words)).encode())
    return bytes(converter.vegalite_to_png(chart(found, words), scale=2))
