"""Which forms of verbs describe a noun in one sentence: participles and bare forms that stand as its adjective."""

from marsad.clauses.neighbours import Neighbours
from marsad.clauses.places import NOMINAL_BEFORE
from marsad.lexicon.entries import Feature, Known
from marsad.mentions.items import Item
from marsad.text.sentences import Sentence

_DESCRIBED = frozenset({"actor", "nominal", "trigger", "word"})  # what an adjective before it describes
# Kinds of actors that are one, so that no bare form is their verb.
SINGLE = frozenset({"person", "name", "state", "capital", "place", "institution"})
# From how many letters on the first part of a compound is no prefix; how adverbs of manner end.
SHORTEST_PART, MANNER = 3, "ly"
# Forms that can stand without a finite verb beside them.
NARRATIVE = frozenset({"past", "participle", "gerund"})
_NARRATED = frozenset({"past", "participle"})
_FINITE = _NARRATED | {"present"}


def _noun(item: Item) -> bool:
    return item.span is not None and (item.span.find("trigger", "noun") or item.span.find("nominal")) is not None


class Describing(Neighbours):
    """Tells which forms of verbs in one sentence describe a noun."""

    sentence: Sentence
    text: str
    verb_first: bool
    inner_verb: bool

    def _attributive(self, k: int, known: Known) -> bool:
        """Return whether an adjective stands before its noun instead of being said of something ("a planned visit")."""
        before, after = self.before(k), self.after(k)
        if not self.inner_verb or known.entry.value != "adj" or before is None or after is None:
            return False
        opened = before.kind == "function" and (before.value in NOMINAL_BEFORE or before.value == "prep")
        opened = opened or self._tells(before)  # "held tense talks"
        return (opened or self.sentence.tokens[before.i] == "'s") and after.kind in _DESCRIBED

    def _hyphenated(self, k: int) -> bool:
        """Return whether a participle is the second part of a compound ("long-standing")."""
        i, starts, ends = self.row[k].i, self.sentence.starts, self.sentence.ends
        if not self.inner_verb or i == 0 or starts[i] != ends[i - 1] + 1 or self.text[ends[i - 1]] != "-":
            return False
        return len(self.sentence.tokens[i - 1]) >= SHORTEST_PART  # "re-imposed" is a verb

    def _is_past(self, item: Item) -> bool:
        """Return whether an item was read as a verb in the past: no other follows it at once."""
        return self._is_verb(item) and item.known is not None and item.known.feature.form == "past"

    def _tells(self, item: Item) -> bool:
        """Return whether an item is a finite verb: no other verb stands behind it at once ("held", "will launch")."""
        forms = {r.feature.form for r in item.span.readings} if self._is_verb(item) and item.span is not None else set()
        finite = _FINITE if item.is_function("light") else _NARRATED  # a present may be a noun as well ("salutes")
        return not forms.isdisjoint(finite) or (bool(forms) and self._infinitive(item))

    def _infinitive(self, item: Item) -> bool:
        """Return whether a modal verb or "to" stands before an item."""
        before = self.before(self.row.index(item))
        return before is not None and (before.value in ("modal", "future") or before.role == "to")

    @staticmethod
    def _is_verb(item: Item) -> bool:
        return item.is_function("light") or (item.kind == "trigger" and item.value == "verb")

    def modifies(self, k: int) -> bool:
        """Return whether a light verb stands before its noun as an adjective ("the planned talks")."""
        known = self.row[k].known
        if known is None or known.feature.form == "gerund":
            return False
        return self._modifies(k, known.feature) or self._behind_noun(k, known.feature)

    def _behind_noun(self, k: int, feature: Feature) -> bool:
        """Return whether a participle describes the noun before it: its clause has a verb of its own behind ("the
        summit planned for May has been put off").
        """
        before, after = self.before(k), self.after(k)
        if not self.inner_verb or feature.form not in ("past", "participle") or before is None or after is None:
            return False
        known = before.span.find("nominal") if before.span is not None else None
        noun = known is not None and known.entry.value == "meeting" and after.is_function("prep")
        rest = self.row[k + 1 :]
        end = next((n for n, item in enumerate(rest) if item.kind == "punct"), len(rest))
        return noun and any(item.is_function("aux") for item in rest[:end])

    def _modifies(self, k: int, feature: Feature) -> bool:
        """Return whether a participle stands before its noun as an adjective ("the detained leaders")."""
        if self.verb_first or feature.form not in NARRATIVE:
            return False
        before, after = self.before(k), self.after(k)
        if before is None or after is None or after.kind not in _DESCRIBED:
            return False
        if feature.form == "gerund" and before.kind == "word" and after.kind in ("nominal", "trigger"):
            return not self.sentence.tokens[before.i].endswith("s")  # "a data sharing agreement"
        named = after.kind in ("actor", "nominal") or _noun(after)
        if feature.form != "gerund" and named and self._asks_noun(before):
            return True
        manner = self.sentence.tokens[self.row[k].i - 1].endswith(MANNER)  # "Yemen's internationally recognised ..."
        owned = self.sentence.tokens[self.row[k].i - 1 - manner] == "'s" and feature.form != "gerund"
        counted = before.is_function("quant") and after.mention is not None and after.mention.kind in SINGLE
        return owned or (before.kind == "function" and before.value in NOMINAL_BEFORE and not counted)

    def _asks_noun(self, before: Item) -> bool:
        """Return whether only a noun can follow, so that a participle describes it ("to help displaced people")."""
        if before.is_function("prep"):
            return before.role != "as"
        return self._tells(before) or (before.value == "subject" and self._infinitive(before))

    def _bare_behind_verb(self, k: int, verb: Known) -> bool:
        """Return whether a bare form between a verb that carries a noun and that noun is its adjective ("launched
        direct strikes").
        """
        before, after = self.before(k), self.after(k)
        light = before is not None and before.is_function("light") and self._tells(before)
        noun = after is not None and (after.kind == "nominal" or _noun(after))
        return self.inner_verb and verb.feature.form == "base" and light and noun
