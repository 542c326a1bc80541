"""Words that stand for a body only where one is called so: "the Council" after "the Gulf Cooperation Council"."""

from msgspec.structs import replace

from marsad.lexicon.entries import Entry, Known
from marsad.mentions.blocs import is_court
from marsad.mentions.items import Item
from marsad.mentions.memory import Memory
from marsad.text.sentences import Sentence

# The kind of these expressions, that of those which stand for whatever body was told of, and what else they may be.
SO_CALLED, _ANY_BODY = "so-called", "the-organisation"
# The kind of those that stand for the body of a sector that was named last ("the force": `the-body/COP`).
OF_SECTOR = "the-body/"
# The kind of those that stand for a court of many states where one was told of, and what stands before one of its own.
_THE_COURT, _OWN = "the-court", frozenset({"word", "demonym"})
_ELSE = ("title", "trigger", "nominal")
_PLACES = frozenset({"state", "capital", "place", "demonym", "institution"})


def so_called(row: list[Item], sentence: Sentence, memory: Memory, articles: tuple[str, ...]) -> list[Item]:
    """Return the items with each such word as an expression for the body told of, or as the word it is elsewhere, so
    before an adjective of its own, which begins with the article too ("المفوضية الانتخابية").
    """
    for k, item in enumerate(row):
        closed = sentence.tokens[item.j - 1].startswith(articles)
        if item.kind == "anaphora" and item.value == _THE_COURT and not _of_states(row, k, memory, closed):
            _plain(item)
        if item.kind == "anaphora" and item.value.startswith(OF_SECTOR) and not _of_sector(row, k, memory):
            _otherwise(item)
        if _may_be_another(item) and item.known is not None:
            code = memory.body_called(sentence.tokens[item.j - 1]) or item.known.entry.code
            item.known = replace(item.known, entry=replace(item.known.entry, code=code))
        if item.kind != "anaphora" or item.value != SO_CALLED or item.known is None:
            continue
        told = memory.body_called(sentence.tokens[item.j - 1]) or _named(row[:k], item, sentence)
        if told and not _described(row[k + 1 : k + 2], sentence, articles):
            item.known = Known(Entry("anaphora", _ANY_BODY), item.known.feature, item.known.marks)
        else:
            _plain(item)
    return row


def _may_be_another(item: Item) -> bool:
    """Return whether the name of a body may stand for another that is called so ("the Commonwealth")."""
    known = item.span.find("anaphora") if item.kind == "actor" and item.span is not None else None
    return known is not None and known.entry.value == SO_CALLED


def _of_sector(row: list[Item], k: int, memory: Memory) -> bool:
    """Return whether a body of the sector was told of that item `k` can be, which is nobody's ("the force of ...");
    where it may be a body of states too, none of these was.
    """
    sector, _, otherwise = row[k].value.removeprefix(OF_SECTOR).partition("/")
    told = any(i.known is not None and i.known.entry.code.endswith(f" {sector}") for i in row[:k])
    owned = any(i.is_function("prep", "of") for i in row[k + 1 : k + 2])
    owned = owned and not any(i.kind == "trigger" for i in row[max(0, k - 1) : k])  # "accused the company of"
    return (told or bool(memory.last_of(sector))) and not owned and not (otherwise and memory.bodies)


def _otherwise(item: Item) -> None:
    """Make an expression for the body of a sector that for a body of states which it may be too, else plain words."""
    otherwise = item.value.removeprefix(OF_SECTOR).partition("/")[2]
    if otherwise and item.known is not None:
        item.known = Known(Entry("anaphora", otherwise), item.known.feature, item.known.marks)
    else:
        _plain(item)


def _of_states(row: list[Item], k: int, memory: Memory, closed: bool) -> bool:
    """Return whether a court of many states was told of that "the court" at item `k` can be: no adjective before it
    and no place or owner behind it tells of another; a noun that its article has `closed` owns nobody right behind.
    """
    before, at = row[k - 1 : k], k + 1 + (k + 1 < len(row) and row[k + 1].is_function("prep", "in"))
    after = row[at : at + 1]
    own = any(i.kind in _OWN or (i.known is not None and i.known.entry.kind in _OWN) for i in before)
    places = _OWN if closed and at == k + 1 else _PLACES
    named = any(i.known is not None and i.known.entry.kind in places for i in after)
    codes = [i.known.entry.code for i in row[:k] if i.known is not None and i.known.entry.kind == "institution"]
    codes += [m.country for m in memory.bodies.values()]
    return not own and not named and any(is_court(code) for code in codes)


def _named(before: list[Item], item: Item, sentence: Sentence) -> bool:
    """Return whether the sentence has named a body whose name has the word, its article left out."""
    bodies = (i for i in before if i.known is not None and i.known.entry.code.startswith("IGO:"))
    return any(sentence.tokens[item.j - 1].endswith(sentence.tokens[body.i]) for body in bodies)


def _described(after: list[Item], sentence: Sentence, articles: tuple[str, ...]) -> bool:
    """Return whether the next item is a word of no table, or the adjective of a state, that begins with the article."""
    return any(
        sentence.tokens[item.i].startswith(articles)
        and (item.kind == "word" or (item.known is not None and item.known.entry.kind == "demonym"))
        for item in after
    )


def _plain(item: Item) -> None:
    """Make an expression that stands for no body the word it is besides."""
    readings = ((kind, item.span.find(kind)) for kind in _ELSE) if item.span is not None else ()
    kind, item.known = next(((kind, known) for kind, known in readings if known is not None), ("word", None))
    item.kind = "actor" if kind == "title" else kind


def adjective_too(item: Item, name: str, articles: tuple[str, ...]) -> bool:
    """Return whether a name that begins with the article is an adjective as well ("السعودية")."""
    return name.startswith(articles) and item.span is not None and item.span.find("demonym") is not None
