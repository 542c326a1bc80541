"""Rules in words: the row of a table as it stands there, what it needs, and what stood where the need did not hold."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from marsad.clauses.model import Argument, Predicate
from marsad.lexicon.entries import Need, Sense
from marsad.lexicon.profile import language_folder
from marsad.reading import SentenceReading
from marsad.records.senses import MORE, Failed
from marsad.records.sentence import Trace

MOST_WORDS = 8  # alternatives of a need
SHORTEST_WORD = 4  # letters; shorter words that no table knows are seldom what reports something


def quoted_rule(language: str, rule: str) -> str:
    """Return the row behind a rule such as `triggers/x.tsv:41 accuse` as it stands in its table.

    Cells are parted by ` | `, empty ones at the end left out; empty for what stands in no table of the language.
    """
    path, _, line = rule.partition(" ")[0].rpartition(":")
    number = int(line) if line.isdigit() else 0
    lines = _lines(language_folder(language) / path) if number else ()
    if not 0 < number <= len(lines):
        return ""
    return " | ".join(cell.strip() for cell in lines[int(line) - 1].split("\t")).rstrip(" |")


@cache
def _lines(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8").split("\n")) if path.is_file() else ()


def trigger_words(trace: Trace, reading: SentenceReading) -> str:
    """Return the verb or action noun that was tried, as a token of the sentence."""
    item = reading.items[trace.predicate.k]
    return " ".join(reading.sentence.tokens[item.i : item.j])


def failures(trace: Trace, reading: SentenceReading) -> Iterator[str]:
    """Yield why each row that was tried does not hold: `triggers/x.tsv:41 accuse: needs obj=@actor, no obj`."""
    for failed in trace.failed:
        yield failure(trace.predicate, failed, reading)


def failure(predicate: Predicate, failed: Failed, reading: SentenceReading) -> str:
    """Return why one row does not hold for a predicate."""
    sense, need = failed
    return f"{sense.rule} {sense.concept}: needs {need_words(need)}, {_instead(predicate, need, reading)}"


def need_words(need: Need) -> str:
    """Return a need as it is written in a table, of many alternatives the first few."""
    alternatives = [f"@{c}" for c in sorted(need.classes)] + sorted({*need.words, *map(str.strip, need.phrases)})
    if len(alternatives) > MOST_WORDS:
        alternatives = [*alternatives[:MOST_WORDS], "…"]
    return f"{need.slot}{'!' if need.negative else ''}={'|'.join(alternatives)}"


def _instead(predicate: Predicate, need: Need, reading: SentenceReading) -> str:
    """Return what stands where the need looks."""
    if need.slot == "near":
        return "which stands in the clause" if need.negative else "nothing of it in the clause"
    if need.classes == frozenset({"clause"}):
        return "a clause depends on it" if need.negative else "no clause depends on it"
    found = [a for slot in MORE.get(need.slot, (need.slot,)) for a in predicate.all(slot)]
    if not found and predicate.pos == "noun" and need.slot == "obj":
        found = predicate.all("gen")
    if not found:
        filled = ", ".join(predicate.arguments) or "none"
        return f"no {need.slot} (slots filled: {filled})"
    return " and ".join(f"{need.slot} is {argument_words(a, reading)}" for a in found)


def argument_words(argument: Argument, reading: SentenceReading) -> str:
    """Return the words of an argument in quotation marks with its actors and classes."""
    first, last = reading.items[argument.k], reading.items[argument.end - 1]
    words = " ".join(reading.sentence.tokens[first.i : last.j])
    told = [*(m.code for m in argument.mentions), *(f"@{c}" for c in sorted(argument.classes))]
    return f'"{words}" {" ".join(told)}'.rstrip()


def senses_tried(trace: Trace) -> Iterator[Sense]:
    """Yield the sense that held, if any, and those that did not."""
    if trace.sense is not None:
        yield trace.sense
    yield from (sense for sense, _ in trace.failed)


def unknown_words(reading: SentenceReading) -> list[str]:
    """Return the words of a sentence that stand in no table and belong to no name, in their order."""
    tokens = reading.sentence.tokens
    words = [tokens[item.i] for item in reading.items if item.kind == "word"]
    return [word for word in dict.fromkeys(words) if len(word) >= SHORTEST_WORD and not any(c.isdigit() for c in word)]
