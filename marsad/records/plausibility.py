"""Warnings: what a text says that can't be so, and the marks of a machine translation."""

import datetime
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from marsad.membership import institutions
from marsad.model.records import Event, Meeting, Record, Standing, Warning, record_id
from marsad.model.values import Actor, Evidence
from marsad.text.sentences import Sentence

# What only one who belongs to a body can do or be.
OF_MEMBERS = frozenset(
    {
        "left", "expelled", "suspended-by-body", "requested", "revoked", "suspended", "resumed", "leave-considered",
        "leave-announced", "leave-ruled-out", "pays", "in-arrears", "stopped", "lost",
    }
)  # fmt: skip
# What stays true of one who belonged to it long ago.
OF_FORMER = frozenset({"left", "expelled"})
SHORTEST_ECHO = 4


def impossible_standings(found: list[Record], published: datetime.date | None) -> list[Record]:
    """Return a warning for each standing that needs a membership which the tables of institutions deny."""
    warnings: dict[tuple[str, str], Record] = {}
    for record in found:
        if isinstance(record, Standing) and is_impossible(record, published):
            day = _day(record, published)
            instead = nearest(record.subject.country, _named(found), day)
            warnings.setdefault((record.subject.country, record.of), _warning(record, instead))
    return list(warnings.values())


def is_impossible(record: Standing, published: datetime.date | None) -> bool:
    """Return whether a standing is one of members, and the tables of institutions deny that its party is one."""
    known = institutions().get(record.of.removeprefix("IGO:"))
    if record.value not in OF_MEMBERS or record.status in ("negated", "denied") or known is None:
        return False
    past = record.value in OF_FORMER or record.status == "historical"
    return known.belongs(record.subject.country, None if past else _day(record, published)) is False


def nearest(state: str, named: list[str], day: datetime.date | None) -> str:
    """Return the first of the institutions named that a state belongs to, so that it may have been meant.

    Bodies of all states are none: they would fit every state, and tell nothing.
    """
    known = ((code, institutions().get(code.removeprefix("IGO:"))) for code in named)
    fitting = (code for code, body in known if body is not None and not body.universal and body.belongs(state, day))
    return next(fitting, "")


def _day(record: Standing, published: datetime.date | None) -> datetime.date | None:
    return record.date.end if record.date is not None else published


def _named(found: list[Record]) -> list[str]:
    """Return the institutions that the records of an article name: those of standings first, then the most named."""
    of = Counter(record.of for record in found if isinstance(record, Standing))
    actors = (
        actor.country for record in found if isinstance(record, Event) for actor in record.actor + record.recipient
    )
    others = Counter(record.of for record in found if isinstance(record, Meeting) and record.of)
    others.update(code for code in actors if code.startswith("IGO:"))
    ordered = [sorted(counts, key=lambda code: (-counts[code], code)) for counts in (of, others)]
    return list(dict.fromkeys(ordered[0] + ordered[1]))


def _warning(record: Standing, instead: str) -> Record:
    why = f"impossible standing: {record.subject.country} is no member of {record.of}, so it can't be {record.value}"
    key = f"{record.subject.country}:{record.of}"
    return Warning(
        id=record_id(record.article, "warning", record.evidence.start, record.evidence.end, key),
        article=record.article, evidence=record.evidence, about=(record.subject, Actor(record.of)), why=why,
        instead=instead, rule="institutions", confidence=0.8,
    )  # fmt: skip


def translation_marks(article: str, text: str, found: list[Sentence]) -> Iterator[Record]:
    """Yield a warning for each sentence that starts in the middle of one or says a group of words twice in a row."""
    for sentence in found:
        echo = _echo(sentence.tokens)
        if echo is not None:
            start, end = sentence.starts[echo[0]], sentence.ends[echo[1] - 1]
            yield Warning(
                id=record_id(article, "warning", start, end, "echo"), article=article,
                evidence=Evidence(
                    start, end, text[start:end], text[sentence.start : sentence.end], sentence.number, sentence.line
                ),
                why="garbled sentence: the same words stand twice in a row, a sign of machine translation",
                rule="translation-marks", confidence=0.6,
            )  # fmt: skip


def _echo(tokens: list[str]) -> tuple[int, int] | None:
    """Return where a run of words is repeated right after itself, None where it is not."""
    if len(tokens) - len(set(pairwise(tokens))) < SHORTEST_ECHO:
        return None  # a run that is repeated repeats its pairs of words, as hardly any sentence does
    counts = Counter(tokens)
    if all(count < 2 for token, count in counts.items() if token.isalpha()):
        return None
    again = [[k for k, t in enumerate(tokens) if t == token] for token, count in counts.items() if count > 1]
    pairs = sorted((b - a, a) for at in again for n, a in enumerate(at) for b in at[n + 1 :] if b - a >= SHORTEST_ECHO)
    repeated = (
        (k, k + 2 * length) for length, k in pairs if tokens[k : k + length] == tokens[k + length : k + 2 * length]
    )
    return next(repeated, None)
