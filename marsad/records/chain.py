"""The chain of an article: from the page that is read to the origin of its report."""

from marsad.lexicon.entries import Entry
from marsad.mentions.items import Item
from marsad.mentions.spans import Span
from marsad.model.values import Link
from marsad.text.sentences import Sentence

# Nearest first: who translated stands before whom it took it from, an interview is the origin.
ORDER = {"translates": 0, "relays": 1, "reports": 2, "quotes": 3, "interviews": 4}
REACH = 6


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
            if hop := passed_on if translated else _credited(row[k], crediting) or _hop(row, k):
                self._add(entry, hop, text[sentence.starts[item.i] : sentence.ends[item.j - 1]])

    def links(self) -> tuple[Link, ...]:
        """Return the links from the nearest to the origin."""
        return tuple(link for _, _, link in sorted(self._found.values(), key=lambda x: x[:2]))

    def _add(self, entry: Entry, hop: str, name: str) -> None:
        slug = entry.value
        rank = ORDER.get(hop, 3)
        link = Link(slug, name, entry.role, entry.since, hop)
        if slug not in self._found or hop == "interviews" or rank == 0:
            self._found[slug] = (rank, len(self._found), link)


def _credited(outlet: Item, crediting: list[Span]) -> str:
    """Return what an expression near an outlet says it did, empty where none is near."""
    for span in crediting:
        entry = span.readings[0].entry
        gap = outlet.i - span.j if entry.value == "before" else span.i - outlet.j
        if -1 <= gap <= REACH:
            return entry.role
    return ""


def _hop(row: list[Item], k: int) -> str:
    """Return what the words around an outlet say it did, empty where nothing credits it."""
    if told := _told_before(row, k):
        return told
    before = row[k - 1] if k else None
    if before is not None and (before.role in ("to", "for") or "prep:for" in row[k].marks):
        return "quotes"
    around = row[max(0, k - 2) : k] + row[k + 1 : k + 3]
    return "reports" if any(item.kind == "trigger" for item in around) else ""


def _told_before(row: list[Item], k: int) -> str:
    """Return what stands before an outlet, as far as the outlet before it: a word of reporting, an interview."""
    for item in reversed(row[max(0, k - REACH) : k]):
        if item.value == "reporting" and item.kind == "function":
            return "relays"
        if item.kind == "nominal" and item.role == "interview":
            return "interviews"
        if item.kind == "outlet":
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
