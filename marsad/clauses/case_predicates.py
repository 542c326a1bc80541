"""Predicates in languages with cases: forms tell more there, so that fewer words around them have to."""

from itertools import takewhile

from marsad.clauses.model import Predicate
from marsad.clauses.predicates import PredicateFinder
from marsad.clauses.speech import Speech
from marsad.lexicon.entries import Feature, Known
from marsad.lexicon.profile import Profile
from marsad.mentions.forms import triggers
from marsad.mentions.items import Item
from marsad.text.sentences import Sentence

_BEFORE_NOUNS = frozenset({"prep", "det", "poss", "quant"})
_INSTRUMENTAL = frozenset("iI")
_PARTICIPLES = frozenset({"participle", "active"})
_NOUNS = frozenset({"actor", "nominal", "trigger"})
# What colours an infinitive, where what opens another clause does not stand between, and what may stand behind it.
_COLOURING = frozenset({"future", "modal"})
_ENDING = frozenset({"verb", "light", "rel", "comp", "sub"})
_OPENING = frozenset({"rel", "comp", "sub", "conj"})
_FINITE = frozenset({"verb", "light", "aux", "future", "modal"})
_ACCUSATIVE = frozenset("aA")
_BESIDE = frozenset({"punct", "time", "actor", "prep", "neg", "aux"})


class CaseSpeech(Speech):
    """Decides the part of speech of each trigger of one sentence."""

    def __init__(self, sentence: Sentence, text: str, row: list[Item], adverbs: tuple[str, ...]) -> None:
        super().__init__(sentence, text, row, False, False)
        self._adverbs = adverbs

    def reading(self, k: int) -> Known | None:
        """Return the reading of the trigger item `k` that fits its place, None for a participle without a clause."""
        span = self.row[k].span
        assert span is not None
        verbs, others = triggers(span.form)
        others = [r for r in others if r.entry.value != "adj" or self._said(k, r)]
        if not verbs or (others and self._nominal_place(k)):
            return next(iter(others), None)
        verb = self.form(k, verbs)
        if verb.feature.form in _PARTICIPLES and not self._opens_clause(k):
            return others[0] if others else None
        return verb

    def form(self, k: int, verbs: list[Known]) -> Known:
        """Return the reading whose inflection fits what stands before it: behind "to be" that of the passive, where a
        form may be a future as well ("был отвергнут"); behind several the future ("Мали и Нигер покинут блок").
        """
        before = self.before(k)
        passive = [v for v in verbs if v.feature.voice == "passive"]
        if passive and before is not None and before.is_function("aux"):
            return passive[0]
        future = [v for v in verbs if v.feature.form == "future" and v.feature.person == "3p"]
        if passive and future and self._behind_several(k):
            return future[0]
        return super().form(k, verbs)

    def _behind_several(self, k: int) -> bool:
        """Return whether the clause of item `k` has a subject in the plural, or two that are joined, before it."""
        before = list(takewhile(lambda item: item.kind != "punct", reversed(self.row[:k])))
        joined = any(item.is_function("conj", "and") for item in before)
        return joined or any("N" in _cases(item) for item in before if item.kind in _NOUNS)

    def modifies(self, k: int) -> bool:
        """Return whether the participle of a light verb is an adjective: it has no clause of its own ("leading")."""
        known = self.row[k].known
        return known is not None and known.feature.form in _PARTICIPLES and not self._opens_clause(k)

    def nominal(self, k: int) -> bool:
        """Return False: the forms of verbs are no nouns."""
        return False

    def _said(self, k: int, known: Known) -> bool:
        """Return whether an adjective is said of somebody: a full form needs "to be" or "remain" before it."""
        before = self.before(k)
        return not known.feature.case or (before is not None and before.is_function("aux"))

    def _nominal_place(self, k: int) -> bool:
        before = self.row[k - 1] if k else None
        return before is not None and before.kind == "function" and before.value in _BEFORE_NOUNS

    def _opens_clause(self, k: int) -> bool:
        """Return whether a participle has a clause of its own: behind a comma, or more follows than the noun."""
        after, known = self.after(k), self.row[k].known
        if self._behind_comma(k):
            return True
        if after is None or known is None or after.kind not in _NOUNS:
            return after is not None and (after.kind == "time" or after.is_function("prep"))
        cases = _cases(after)
        named = after.mention is not None and known.feature.form != "active"  # "the A-condemning B", not "the held A"
        other = not named and bool(cases) and set(cases).isdisjoint(known.feature.case)
        return other or not _INSTRUMENTAL.isdisjoint(cases)

    def _behind_comma(self, k: int) -> bool:
        """Return whether only adverbs and times stand between item `k` and the sign before it (", in July ...")."""
        k -= 1
        while k > 0 and (self.row[k].kind == "time" or self.row[k].is_function("adv") or self._timed(k)):
            k -= 1
        return k >= 0 and self.row[k].kind == "punct"

    def _timed(self, k: int) -> bool:
        """Return whether a preposition or adverb stands at item `k` that a time or such an adverb follows."""
        return self.is_adverb(k) or (self.row[k].is_function("prep") and self.row[k + 1].kind == "time")

    def is_adverb(self, k: int) -> bool:
        """Return whether an unknown word has the ending of an adverb."""
        item = self.row[k]
        return item.kind == "word" and self.sentence.tokens[item.i].endswith(self._adverbs)


class CasePredicateFinder(PredicateFinder):
    """Finds the predicates of one sentence."""

    def __init__(self, sentence: Sentence, text: str, row: list[Item], profile: Profile) -> None:
        super().__init__(sentence, text, row, False, False)
        self.speech = CaseSpeech(sentence, text, row, profile.endings_of_adverbs)

    def _colour(self, predicate: Predicate) -> None:
        """Set tense, polarity, modality and voice from the inflection and the words around the predicate."""
        feature = predicate.feature = self._said_with_aux(predicate)
        predicate.tense = feature.form if predicate.pos in ("verb", "light") else ""
        predicate.passive = feature.voice == "passive"
        if feature.form in _PARTICIPLES:
            predicate.relation = "relative"
        fronted = feature.form == "base" and (self._opens(predicate.k) or self._behind_its_own(predicate.k))
        for helper in self._helpers(predicate) or (self._helpers_behind(predicate.k) if fronted else []):
            self._apply(predicate, helper)
        after = self.speech.after(predicate.k)
        if after is not None and after.is_function("modal", "conditional") and not predicate.modal:
            predicate.modal = "conditional"
        if predicate.passive and after is not None and after.is_function("neg") and self._auxiliary_behind(predicate.k):
            predicate.negated = True

    def _opens(self, k: int) -> bool:
        """Return whether item `k` opens its clause."""
        before = self.row[k - 1] if k else None
        return before is None or before.kind == "punct" or before.is_function("conj")

    def _behind_its_own(self, k: int) -> bool:
        """Return whether what belongs to the infinitive at item `k` stands before it, no verb or noun that it completes
        ("Чад войска выводить не будет").
        """
        for m in range(k - 1, -1, -1):
            item = self.row[m]
            if item.kind == "punct" or item.value in _OPENING:
                break
            if item.value in _FINITE:
                return False
        before = self.row[k - 1]
        return not (before.kind == "trigger" and before.value == "noun" and not self._accusative(before))

    @staticmethod
    def _accusative(noun: Item) -> bool:
        return bool(set(_cases(noun)) & _ACCUSATIVE)

    def _helpers_behind(self, k: int) -> list[Item]:
        """Return the words that colour the infinitive at item `k`, which stands before its subject ("sign it A cannot,
        ..."): a future or modal no other verb stands with, and what negates it.
        """
        row = self.row
        for m in range(k + 1, len(row)):
            item = row[m]
            if item.kind == "punct" or item.value in _ENDING:
                break
            if item.kind == "function" and item.value in _COLOURING:
                after = row[m + 1] if m + 1 < len(row) else None
                alone = after is None or after.kind in _BESIDE or after.value in _BESIDE
                return [item, *(i for i in row[m - 1 : m] if i.is_function("neg"))] if alone else []
        return []

    def _auxiliary_behind(self, k: int) -> bool:
        """Return whether "not" and the auxiliary of a passive stand behind it ("signed it was not")."""
        item = self.row[k + 2] if k + 2 < len(self.row) else None
        return item is not None and item.kind == "function" and item.value in ("aux", "future")

    def _said_with_aux(self, predicate: Predicate) -> Feature:
        """Return the inflection of a predicate; a participle behind "to be" or "remain" is finite as a short one is."""
        feature, before = predicate.feature, self.speech.before(predicate.k)
        if feature.form != "participle" or before is None or not before.is_function("aux"):
            return feature
        return Feature("past", feature.voice, "")

    def _makes_passive(self, predicate: Predicate, role: str) -> bool:
        """Return False: here the form of the verb itself says so."""
        return False


def _cases(item: Item) -> str:
    """Return the cases that a noun may stand in, empty where nothing tells."""
    if item.mention is not None:
        return item.mention.case
    return "".join(known.feature.case for known in item.span.readings) if item.span is not None else ""
