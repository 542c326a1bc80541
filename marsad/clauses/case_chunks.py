"""Noun phrases in languages with cases: what agrees belongs together, genitives follow the noun they belong to."""

from collections.abc import Iterator
from typing import NamedTuple

from marsad.clauses.cases import ACCUSATIVE, ANY, DATIVE, GENITIVE, Words, both_numbers, meet, rections
from marsad.clauses.chunks import Chunker
from marsad.clauses.nodes import Chunk, Node

# Actors that take no genitive after them.
_COMPLETE = frozenset({"person", "name", "state", "capital", "metonym", "place", "institution", "group"})
_SHARED = frozenset({"trigger", "nominal"})  # what two sides may have in common
_PERSONS = frozenset({"title", "person", "name"})
_DATIVE = frozenset(DATIVE)
_DIRECT, _AGENT = both_numbers("na"), both_numbers("i")
_UNTIL = "until"
# What the number of a day or year and the dash between two are as items.
_DATING = frozenset({"word", "punct"})


class _Phrase(NamedTuple):
    """A noun phrase up to item `end`, its head and the cases it may stand in."""

    end: int
    head: int
    cases: str


class CaseChunker(Chunker):
    """Cuts the items of one sentence into nodes; `verbs` are the items that are predicates of their own."""

    def __init__(self, words: Words, verbs: dict[int, int], signs: list[str]) -> None:
        super().__init__(words.row, verbs, True, False, signs)
        self.words = words

    def run(self) -> Iterator[Node]:
        """Yield the nodes in order, each noun phrase under the preposition before it, which its case decides."""
        k, preposition, governing = 0, "", -1
        while k < len(self.row):
            kind = self._kind(k)
            if kind == "chunk":
                phrase = self._phrase(k, self._governed(governing))
                if self._agent_behind(k - 1, governing):
                    yield Node(kind, k, phrase.end, chunk=self._noun_phrase(k, phrase, "", -1))
                else:
                    yield Node(kind, k, phrase.end, chunk=self._noun_phrase(k, phrase, preposition, governing))
                    preposition, governing = "", -1
                k = phrase.end
            else:
                yield Node(kind, k, k + 1, predicate=self.verbs.get(k, -1))
                if not self._agent_behind(k, governing):
                    preposition = "" if kind == "time" else self._preposition_after(k, kind, preposition)
                    governing = k if kind == "prep" else governing if preposition else -1
                k += 1

    def _agent_behind(self, k: int, governing: int) -> bool:
        """Return whether the participle at item `k`, right behind the preposition at item `governing`, has by whom it
        is done between it and the noun that this governs ("от поддерживаемых Ираном повстанцев").
        """
        known = self.row[k].known if k in self.verbs and 0 <= governing == k - 1 else None
        if known is None or known.feature.form != "participle" or k + 2 >= len(self.row):
            return False
        return self.row[k + 1].mention is not None and bool(meet(self.words.case(k + 1), _AGENT))

    def _kind(self, k: int) -> str:
        """Return the kind of the node that begins at item `k`; a verb or adverb of no table is known by its ending."""
        if self._dated(k):
            return "time"
        if self.row[k].kind == "word" and k not in self.verbs:
            part = self.words.part(k)
            if part in ("verb", "adv"):
                return "unknown-verb" if part == "verb" else "adv"
        return super()._kind(k)

    def _dated(self, k: int) -> bool:
        """Return whether item `k` is the number of a day or year, or the dash between two days, before a time word."""
        after = self.row[k + 1] if k + 1 < len(self.row) else None
        if after is None or self.row[k].kind not in _DATING or self._counted(k) == self._dash(k):
            return False
        if self._dash(k):
            return self._counted(k + 1) and self._dated(k + 1)
        leads = self._dash(k + 1) or self._counted(k + 1)
        return after.kind == "time" or after.is_function("adv", "time") or (leads and self._dated(k + 1))

    def _counted(self, k: int) -> bool:
        return self.row[k].kind == "word" and self.signs[k][0].isdigit()

    def _dash(self, k: int) -> bool:
        return self.row[k].kind == "punct" and self.signs[k] in "-–—"

    # Prepositions

    def _governed(self, k: int) -> str:
        return "".join(cases for _, cases in rections(self.row[k])) or ANY if k >= 0 else ANY

    def _noun_phrase(self, k: int, phrase: _Phrase, preposition: str, governing: int) -> Chunk:
        """Return a noun phrase under the meaning that its case gives the preposition before it."""
        governed = rections(self.row[governing]) if governing >= 0 else []
        fitting = [(role, common) for role, cases in governed if (common := meet(phrase.cases, cases))]
        if not fitting:
            return self._made(k, phrase, "" if governed else preposition)
        role, common = fitting[0]
        if role == _UNTIL and set(common.lower()) == {"a"} and self.row[k].is_function("quant"):
            return self._made(k, phrase, "")  # "выслали по шесть дипломатов": so many each
        chunk = self._made(k, _Phrase(phrase.end, phrase.head, common), role)
        chunk.otherwise = fitting[1][0] if len(fitting) > 1 else ""
        return chunk

    def _made(self, k: int, phrase: _Phrase, preposition: str) -> Chunk:
        content, nouns = self._content(k, phrase.end)
        acting, modifying = self._actors(content, phrase.head)
        return Chunk(k, phrase.end, phrase.head, preposition, acting, modifying, nouns, phrase.cases)

    # Agreement

    def _phrase(self, k: int, cases: str) -> _Phrase:
        """Return the noun phrase that begins at item `k`, in one of these cases if it can be."""
        at, counted = k, False
        while at < len(self.row) and not self._outside(at, k):
            if at + 1 in self.tied:  # the first half of "американо-китайские" agrees with nothing
                at += 1
                continue
            part, own = self.words.part(at), self.words.case(at)
            if part == "noun" and (agreeing := self.words.attributive(at, cases)):
                part, own = "adj", agreeing
            if part in ("verb", "adv"):
                break
            common = self._common(cases, own, counted)
            if not common and at > k:
                break
            counted = counted or part == "number" or self.row[at].value == "quant"
            cases, at = common or own, at + 1
            if part == "noun":
                return _Phrase(at if self._given(at, cases) else self._genitives(at, k), at - 1, cases)
        return _Phrase(max(at, k + 1), max(at - 1, k), cases)

    @staticmethod
    def _common(cases: str, own: str, counted: bool) -> str:
        """Return the cases a phrase may stand in with one more word; what is counted stands in the genitive itself."""
        return cases if counted and meet(own, GENITIVE) else meet(cases, own)

    def _given(self, at: int, cases: str) -> bool:
        """Return whether an official in the dative is before a possible object ("предъявили министру обвинения")."""
        mention = self.row[at - 1].mention
        if mention is None or at >= len(self.row) or not cases or not set(cases) <= _DATIVE:
            return False
        office = mention.title_kind == "office" or mention.kind == "person"
        return office and self.row[at].kind == "trigger" and meet(self.words.case(at), ACCUSATIVE) != ""

    def _genitives(self, at: int, k: int) -> int:
        """Return where the genitives end that belong to the noun before item `at`, whose phrase begins at item `k`; of
        what is counted no person's behind another ("sentenced to ten years of prison [the former minister]").
        """
        first = at
        if k and self.row[k - 1].is_function("rel", "whose"):
            return at  # "чьё членство блок приостановил"
        while at < len(self.row) and not self._outside(at, at) and self._takes_genitive(at - 1):
            if self._named_so(at) or (at == first and self._two_sides(at)):
                return at + 1 + (at + 1 in self.tied)
            if not meet(self.words.case(at), GENITIVE) or self.row[at].value == "pron" or self._told(at):
                break
            if self._crowd(at):
                break
            if at > first and self._person(at) and self._numbered(k):
                break
            phrase = self._phrase(at, GENITIVE)
            if not meet(phrase.cases, GENITIVE):
                break
            at = phrase.end
        return at

    def _named_so(self, k: int) -> bool:
        """Return whether item `k` is the name of the place that the noun before it tells of, in the nominative, as
        names of provinces and towns often stay ("по провинции Пактика"), though that noun is in another case.
        """
        place, span = self.row[k].mention, self.row[k - 1].span
        if place is None or place.kind != "place" or span is None or "site" not in span.form.nominals:
            return False
        return "n" in self.words.case(k) and "n" not in self.words.case(k - 1)

    def _two_sides(self, k: int) -> bool:
        """Return whether item `k` is the first of two names in the nominative that a dash ties behind the noun of what
        they have in common ("саммит Россия — Африка").
        """
        first, noun = self.row[k].mention, self.row[k - 1]
        if first is None or first.kind not in _COMPLETE or "n" not in first.case or noun.kind not in _SHARED:
            return False
        second = self.row[k + 2].mention if k + 2 < len(self.row) and self._dash(k + 1) else None
        return k + 1 in self.tied or (second is not None and second.kind in _COMPLETE)

    def _numbered(self, k: int) -> bool:
        """Return whether a number opens the phrase at item `k` or stands before it."""
        return any(self.row[n].value == "quant" or self._counted(n) for n in range(max(0, k - 1), k + 1))

    def _crowd(self, k: int) -> bool:
        """Return whether a quantity in the nominative opens another phrase at item `k` ("у здания суда сотни"), no
        act told of them ("арест сотни активистов").
        """
        known = self.row[k].known
        many = self.row[k].is_function("quant") and known is not None and "N" in known.feature.case
        return many and not (self.row[k - 1].kind == "trigger" and meet(self.words.case(k - 1), _DIRECT))

    def _person(self, k: int) -> bool:
        """Return whether somebody stands at item `k` who may as well be an object."""
        mention = self.row[k].mention
        return mention is not None and mention.kind in _PERSONS and not {"a", "A"}.isdisjoint(mention.case)

    def _told(self, k: int) -> bool:
        """Return whether the press stands before an official at item `k`: it is told something, and is not theirs."""
        press, official = self.row[k - 1].mention, self.row[k].mention
        named = official is not None and bool(official.role)
        return named and press is not None and press.kind == "title" and press.sector == "JRN"

    def _takes_genitive(self, k: int) -> bool:
        mention = self.row[k].mention
        return self.row[k].value != "pron" and (mention is None or mention.kind not in _COMPLETE)
