"""Noun phrases of languages that show roles at the end of the phrase: by case endings and postpositions.

The `slots` of the profile tell which slot a case fills ("Ankara'ya": *to*); a postposition stands behind its noun
("terörle mücadele *için*"). What verb-final order does with prepositions and its object mark then holds here too.
"""

from collections.abc import Iterator

from marsad.clauses.chunks import YEAR, Chunker
from marsad.clauses.nodes import Chunk, Node
from marsad.clauses.word_endings import WordEndings
from marsad.mentions.items import Item, Mention

_OBJECT = "obj"
# What may stand between a noun phrase and its postposition.
_QUOTES = frozenset('"”»')

# Behind these a name in the genitive begins a noun phrase of its own.
_NOUNS = frozenset({"word", "nominal", "trigger"})
# Names that stand bare before what is theirs; the cases of the endings of owned nouns; the slot of bodies there.
_OWNERS = frozenset({"state", "capital", "institution"})
_OWNED = frozenset({"o", "d"})
_COMPOUND = "adj"
# The cases of the endings of a noun in the plural, which may be owned.
_PLURAL = frozenset({"n", "ap"})
# The cases that show what a noun phrase is to its verb, not to the noun behind it.
_BOUND = frozenset({"d", "l", "b", "i"})
# What is named belongs to nobody: a name in a case of its own is not owned by the genitive before it.
_NAMES = frozenset({"state", "capital", "place", "metonym", "person", "institution"})


class SuffixChunker(Chunker):
    """Cuts the items of one sentence into nodes; `slots` names the slot of each case (`Feature.case`)."""

    def __init__(
        self, row: list[Item], verbs: dict[int, int], signs: list[str], slots: dict[str, str], endings: WordEndings
    ) -> None:  # fmt: skip
        super().__init__(row, verbs, False, True, signs)
        self._slots, self._endings = slots, endings

    def run(self) -> Iterator[Node]:
        """Yield the nodes in order, each noun phrase under its case or the postposition behind it."""
        held: Node | None = None
        quotes: list[Node] = []
        for node in self._lent(super().run()):
            if held is not None and node.kind in ("prep", "reporting") and held.chunk is not None:
                held.chunk.preposition = "according-to" if node.kind == "reporting" else self.row[node.k].role
                quotes = []
            elif held is not None and held.chunk is not None and self.signs[node.k] in _QUOTES:
                quotes.append(node)
            else:
                yield from self._released(held, quotes)
                held, quotes = node, []
        yield from self._released(held, quotes)

    def _lent(self, nodes: Iterator[Node]) -> Iterator[Node]:
        """Yield the nodes, a state or institution right before a verb phrase that begins with something owned as the
        owner of that where somebody else acts ("Gana, Togo sınırını kapattı").
        """
        acting, before = False, ""
        for node in nodes:
            chunk = node.chunk
            bare = chunk is not None and bool(chunk.mentions) and not self._slot(node.end - 1)
            if chunk is not None and bare and acting and before != "conj" and self._of_what_follows(node.k, node.end):
                yield from self._whose(node, chunk)
            acting = node.kind != "verb" and (acting or bare)
            before = node.kind
            yield node

    def _whose(self, node: Node, chunk: Chunk) -> Iterator[Node]:
        """Yield whoever owns what a name stands bare before, as a noun phrase of its own; the name gets its slot."""
        name = self.row[node.end - 1].mention
        assert name is not None
        genitive, first = self._slots.get("g", ""), self.row[node.k].mention
        if first is not None and first is not name:
            yield Node("chunk", node.k, node.k + 1, Chunk(node.k, node.k + 1, node.k, genitive, [first], [], []))
            node.k = chunk.k = node.end - 1
            chunk.modifiers = [mention for mention in chunk.modifiers if mention is not first]
        name.genitive = True
        chunk.preposition = _COMPOUND if name.kind == "institution" else genitive

    def _of_what_follows(self, k: int, end: int) -> bool:
        """Return whether the noun phrase `k:end` is a mere name, at most one more owning it, before a verb phrase that
        begins with a noun owned by somebody.
        """
        mention = self.row[end - 1].mention
        alone = end - k == 1 or (end - k == 2 and self._case(k).lower() == "g")
        if mention is None or not alone or mention.kind not in _OWNERS or end not in self.verbs:
            return False
        item = self.row[end]
        return item.j - item.i > 1 and self._endings.case(self.signs[end]) in _OWNED

    def _released(self, held: Node | None, quotes: list[Node]) -> Iterator[Node]:
        """Yield a node that waited for a postposition, and the quotes behind it."""
        if held is not None:
            yield from self._governed(held)
        yield from quotes

    def _governed(self, node: Node) -> Iterator[Node]:
        """Yield a node, a noun phrase in the case of the object with the object mark behind it."""
        chunk = node.chunk
        if chunk is None or chunk.preposition:
            yield node
            return
        slot = self._slot(node.end - 1)
        chunk.preposition = "" if slot == _OBJECT else slot
        yield node
        if slot == _OBJECT:
            yield Node("mark", node.end - 1, node.end)

    def _chunk(self, k: int, end: int, preposition: str) -> Chunk:
        """Return a noun phrase; an actor in the genitive before an unknown noun only owns that."""
        chunk = super()._chunk(k, end, preposition)
        mention = self.row[chunk.head].mention
        called = mention is not None and mention.kind == "name" and self._site(end - 1)
        if mention is not None and chunk.head < end - 1 and (called or mention.case.lower() == "g"):
            mention.genitive = True
            chunk.head, chunk.modifiers, chunk.mentions = end - 1, [*chunk.modifiers, *chunk.mentions], []
        return chunk

    def _preposition_after(self, k: int, kind: str, held: str) -> str:
        """Return nothing: what governs a noun phrase stands behind it."""
        return ""

    def _slot(self, k: int) -> str:
        """Return the slot of the case of item `k`; empty for the nominative and where nothing tells."""
        return self._slots.get(self._case(k).lower(), "")

    def _case(self, k: int) -> str:
        """Return the case of an item, the first of several that its form may stand in."""
        item = self.row[k]
        if item.mention is not None:
            case = item.mention.case[:1]
            return "n" if case == "a" and k and self._belonging(k) else case
        cases = set(self._endings.case(self.signs[k])) if item.kind == "word" else self._cases(k)
        if item.kind == "word" and len(cases) < 2:
            return next(iter(cases), "")
        if "a" in cases and "p" in cases:
            return "n" if k and self._owns(k - 1) else "a"
        return "n" if {"n", "p"} & cases else item.known.feature.case[:1] if item.known is not None else ""

    def _belonging(self, k: int) -> bool:
        """Return whether the actor at item `k` is somebody's: an unknown name's or that of an actor in the genitive
        ("Mwangi hükümeti", "Gana'nın başbakanı").
        """
        before = self.row[k - 1]
        owner = before.kind == "word" or (before.mention is not None and before.mention.case.lower() == "g")
        return owner and {"a", "p"} <= self._cases(k)

    def _cases(self, k: int) -> set[str]:
        """Return the cases that the form of a noun may stand in, plurals as singulars."""
        item = self.row[k]
        readings = item.span.readings if item.span is not None and item.known is not None else ()
        return {r.feature.case.lower() for r in readings if r.feature.case}

    def _owns(self, k: int) -> bool:
        """Return whether item `k` is a bare noun or a genitive, to which what follows belongs."""
        item = self.row[k]
        if item.mention is not None:
            return item.mention.case.lower() == "g"
        return item.kind in ("nominal", "trigger") and bool({"n", "g"} & self._cases(k))

    def _starts_anew(self, k: int, start: int, has_content: bool) -> bool:
        """Return whether item `k` begins a noun phrase: right after one in a case that can't own it, it does."""
        case = self._case(k - 1).lower()
        if case and case not in "ng":
            return True
        before = self.row[k - 1].mention
        if before is not None and before.kind == "name" and self._site(k):
            return False
        if case == "g":
            if before is not None:
                before.genitive = True
            return self._named(k) or YEAR.fullmatch(self.signs[k]) is not None
        mention = self.row[k].mention
        owner = mention is not None and mention.case.lower() == "g" and self.row[k - 1].kind in _NOUNS
        ends = (self._subject_ends(k) and not self._owned_from(start, k)) or self._closed(k, start)
        return owner or ends or super()._starts_anew(k, start, has_content)

    def _subject_ends(self, k: int) -> bool:
        """Return whether an actor before item `k` is the subject, what follows being counted or an object."""
        before = self.row[k - 1].mention
        if before is None:
            known = self.row[k - 1].known
            several = self.row[k - 1].kind in _NOUNS and known is not None and known.feature.case == "N"
            return several and bool({"a", "o"} & self._cases(k))
        if before.case.lower() != "n" or before.kind == "demonym" or _kind_of_people(before):
            return False
        return self._counted(k) or bool({"a", "o"} & self._cases(k))

    def _owned_from(self, start: int, k: int) -> bool:
        """Return whether the noun phrase from item `start` on begins with who owns item `k`."""
        first = self.row[start].mention
        return start < k - 1 and first is not None and first.case.lower() == "g" and "p" in self._cases(k)

    def _closed(self, k: int, start: int) -> bool:
        """Return whether the actor before item `k` takes nothing more: a person, or what is owned or counted already.

        So "ordusu sınıra ..." is a subject and an object, while "hükümet planı" is one noun.
        """
        before, item = self.row[k - 1], self.row[k]
        mention = before.mention
        if mention is None or mention.case.lower() != "n" or item.kind not in ("word", "nominal"):
            return False
        if mention.kind == "name" and self._site(k):
            return False
        if self._several(k - 1) and _BOUND & self._cases(k) and not self._endings.case(self.signs[k]):
            return True
        people = mention.title_kind == "people" and not _kind_of_people(mention)
        personal = mention.kind in ("person", "name") or mention.title_kind == "office" or people
        owned = mention.plural or mention.case == "N" or mention.j - mention.i > 1 or "n" not in self._cases(k - 1)
        counted = any(self._counted(n) for n in range(start, k - 1))
        if item.kind == "nominal" and not personal and {"p", "o"} & self._cases(k):
            return False
        return owned or counted or mention.kind == "person"

    def _several(self, k: int) -> bool:
        """Return whether the actor at item `k` is many by its ending: no such noun says what kind the next one is."""
        item = self.row[k]
        return item.j - item.i == 1 and self._endings.case(self.signs[k]) in _PLURAL

    def _site(self, k: int) -> bool:
        """Return whether item `k` is a kind of place, which a name before it only tells apart ("Ruvana bölgesinde")."""
        item = self.row[k]
        return item.kind == "nominal" and item.value == "site"

    def _counted(self, k: int) -> bool:
        """Return whether a noun phrase begins with item `k` because it says how many or which."""
        item = self.row[k]
        return self.signs[k].isdigit() or item.is_function("quant") or item.is_function("det")

    def _named(self, k: int) -> bool:
        """Return whether item `k` is a name in a case that says what it is in the clause."""
        known = self.row[k].known
        return known is not None and known.entry.kind in _NAMES and self._case(k).lower() not in ("", "n")


def _kind_of_people(mention: Mention) -> bool:
    """Return whether a noun says what kind of people something is about ("insan hakları", "göçmen politikası")."""
    return mention.title_kind == "people" and not (mention.plural or mention.country or mention.j - mention.i > 1)


def owner(chunk: Chunk) -> Chunk | None:
    """Return the owner that a noun phrase begins with as a phrase of its own, None where it has none."""
    owners = [mention for mention in chunk.modifiers if mention.genitive]
    return Chunk(chunk.k, chunk.end, chunk.head, "", owners, [], []) if owners else None
