"""The chain of an article: from the page that is read to the origin of its report."""

from marsad.lexicon.entries import Entry
from marsad.mentions.items import Item
from marsad.mentions.spans import Span
from marsad.model.values import Link
from marsad.text.sentences import Sentence

# Nearest first: who translated stands before whom it took it from, an interview is the origin.
ORDER = {"translates": 0, "relays": 1, "reports": 2, "quotes": 3, "interviews": 4}
# To whom somebody said something himself: the report begins there, as with an interview.
ORIGIN = ORDER["interviews"]
REACH = 6
# How far before an outlet it may be told from whom it has something, and what stands before that.
NEAR, _SOURCES = 4, frozenset({"prep", "reporting"})
# What may tell which outlet it is before its name.
_NAMING = frozenset({"title", "actor", "nominal", "word", "punct"})


class ChainReader:
    """Collects the outlets of one article with what each did; `note` is fed sentence by sentence."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[int, int, Link]] = {}

    def note(self, row: list[Item], crediting: list[Span], sentence: Sentence, text: str) -> None:
        """Take up the outlets that a sentence names where `crediting`, its expressions of crediting, or words do so."""
        outlets = [
            (item, k, entry)
            for k, item in enumerate(row)
            if item.span is not None and "outlet" in item.span.form.kinds and (entry := _outlet(item)) is not None
        ]
        translated = any(span.readings[0].entry.role == "translates" for span in crediting)
        for number, (item, k, entry) in enumerate(outlets):
            passed_on = "relays" if number else "translates"
            others = [other for other, n, _ in outlets if n != k]
            if hop := passed_on if translated else _credited(row[k], crediting, others) or _hop(row, k):
                told = not translated and hop != "interviews" and _told_to(row, k)
                hop = "quotes" if told else hop
                nearer = number > 0 and hop == "relays" and _from_it(row, k)
                rank = ORIGIN if told else ORDER.get(hop, ORDER["quotes"]) - nearer
                self._add(entry, hop, rank, text[sentence.starts[item.i] : sentence.ends[item.j - 1]])

    def links(self) -> tuple[Link, ...]:
        """Return the links from the nearest to the origin."""
        return tuple(link for _, _, link in sorted(self._found.values(), key=lambda x: x[:2]))

    def _add(self, entry: Entry, hop: str, rank: int, name: str) -> None:
        slug = entry.value
        link = Link(slug, name, entry.role, entry.since, hop)
        if slug not in self._found or hop in ("interviews", "translates"):
            self._found[slug] = (rank, len(self._found), link)


def _credited(outlet: Item, crediting: list[Span], others: list[Item]) -> str:
    """Return what expressions near an outlet, and not nearer to others, say it did, empty where none is near."""
    near = [span.readings[0].entry.role for span in crediting if _fits(span, outlet, others)]
    if "interviews" in near:
        return "interviews"  # "told X in an interview relayed by Y"
    return min(near, key=lambda role: ORDER.get(role, 0), default="")


def _fits(span: Span, outlet: Item, others: list[Item]) -> bool:
    ahead = span.readings[0].entry.value == "before"
    gap, *gaps = (item.i - span.j if ahead else span.i - item.j for item in (outlet, *others))
    return -1 <= gap <= REACH and not any(-1 <= nearer < gap for nearer in gaps)


def _from_it(row: list[Item], k: int) -> bool:
    """Return whether an outlet took something from the one told before ("... and B picked up from it")."""
    near = (n for n in range(max(1, k - NEAR), min(len(row), k + REACH)) if n != k)
    return any(_refers(row[n]) and (row[n - 1].value in _SOURCES or _governed(row[n])) for n in near)


def _refers(item: Item) -> bool:
    return item.is_function("pron") or item.is_function("det", "this")


def _governed(item: Item) -> bool:
    return any(mark.startswith("prep:") for mark in item.marks)


def _told_to(row: list[Item], k: int) -> bool:
    """Return whether somebody said something to an outlet ("told the Greek newspaper X")."""
    if "prep:for" in row[k].marks:
        return k > 0 and row[k - 1].value != "reporting"
    before = (item for item in reversed(row[max(0, k - REACH) : k]) if item.kind not in _NAMING)
    told = next((item for item in before if not item.is_function("det")), None)
    return told is not None and told.is_function("prep") and told.role in ("to", "for")


def _hop(row: list[Item], k: int) -> str:
    """Return what the words around an outlet say it did, empty where nothing credits it."""
    if told := _told_before(row, k):
        return told
    before = row[k - 1] if k else None
    if before is not None and (before.role in ("to", "for") or "prep:for" in row[k].marks):
        return "quotes"
    if row[k + 1 : k + 2] and row[k + 1].is_function("reporting"):
        return "relays"  # "X, citing Y": it passes on what Y has
    around = row[max(0, k - 2) : k] + row[k + 1 : k + 3]
    return "reports" if any(item.kind == "trigger" for item in around) else ""


def _told_before(row: list[Item], k: int) -> str:
    """Return what stands before an outlet, as far as the outlet before it: a word of reporting, an interview."""
    for item in reversed(row[max(0, k - REACH) : k]):
        if item.value == "reporting" and item.kind == "function":
            return "relays"
        if item.kind == "nominal" and item.role == "interview":
            return "interviews"
        if item.kind == "outlet" or _outlet(item) is not None:
            break
    return ""


def _outlet(item: Item) -> Entry | None:
    if (
        item.span is None
        or "outlet" not in item.span.form.kinds
        or item.kind not in ("outlet", "actor", "nominal", "title")
    ):
        return None
    known = item.span.find("outlet")
    return known.entry if known else None
