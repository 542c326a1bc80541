"""The predicates of a sentence with tense, polarity and modality."""

from marsad.clauses.fronted import in_fronted_phrase
from marsad.clauses.helping import PHASES, go_on, nobody_there, past_commas
from marsad.clauses.model import DENIED_IN, Predicate
from marsad.clauses.neighbours import DEALS, PASSED, read_possible
from marsad.clauses.places import attributive, names_who, owed, told_of
from marsad.clauses.speech import Speech
from marsad.clauses.turned import helpers_ahead
from marsad.clauses.vowel_marks import has_damma, has_fatha, marked_active, spelled_alike
from marsad.lexicon.entries import Entry, Feature
from marsad.mentions.items import NOUNS, Item, taken_apart
from marsad.text.sentences import Sentence

# The classes of function words that can be predicates.
_VERBAL = frozenset({"light", "copula", "aux"})
# Words that stand between a verb and what negates or colours it.
_HELPERS = frozenset({"aux", "neg", "future", "modal", "adv", "quant"})
_MOST_HELPERS = 6
# Helpers behind which a participle is that of the past ("should have left"), not of the passive.
_WITH_HAVE = frozenset({"modal", "future"})
# Helpers that stand before the subject where a negation opens the clause.
# Forms that may be a participle of the passive where no helper says otherwise.
_UNHELPED = frozenset({"past", "participle"})
# A verb of so many words is a phrase with a noun in it.
_PHRASE = 3
# How far a modal may stand before the verb that "that" opens behind whoever may do it.
_FARTHEST_MODAL = 8
# What may stand behind the preposition of a time or place, and how far "by" may stand behind its verb.
_PLACED = frozenset({"actor", "word", "time"})
_FARTHEST_BY = 6


class PredicateFinder:
    """Finds the predicates of one sentence."""

    def __init__(
        self, sentence: Sentence, text: str, row: list[Item], verb_first: bool, verb_last: bool
    ) -> None:  # fmt: skip
        self.sentence, self.text, self.row = sentence, text, row
        self.verb_first, self.verb_last = verb_first, verb_last
        self.speech = Speech(sentence, text, row, verb_first, verb_last)

    def run(self) -> list[Predicate]:
        """Return the predicates in order, numbered; light verbs are among them, without senses."""
        triggers = [(k, item) for k, item in enumerate(self.row) if item.kind == "trigger"]
        for k, item in reversed(triggers):
            if item.span is not None and item.span.pieces:
                self._take_apart(k, item)
        found: list[Predicate] = []
        for k, item in enumerate(self.row):
            told = item.kind == "trigger" or (item.kind == "function" and item.value in _VERBAL)
            predicate = self._predicate(k, item) if told else None
            if predicate is not None:
                predicate.number = len(found)
                found.append(predicate)
        return found

    def _predicate(self, k: int, item: Item) -> Predicate | None:
        """Return a trigger, light verb, copula or auxiliary as a predicate with its colour, None where it is none."""
        predicate: Predicate | None = None
        tied = self._hyphenated(k)
        if item.kind == "trigger":
            return self._acting(k, item, tied)
        if item.is_function("light") and (tied or self.speech.modifies(k)):
            item.kind = "word"
        elif item.is_function("light") and self.speech.nominal(k):
            predicate = self._noun(k, item)
        elif item.is_function("light"):
            predicate = self._light(k, item)
        elif item.is_function("copula"):
            assert item.known is not None
            predicate = Predicate(0, k, "adj", (), item.known.feature)
        elif item.is_function("aux") and item.role in ("have", "had") and self._possesses(k):
            predicate = Predicate(0, k, "light", (), Feature("past" if item.role == "had" else "present"))
        if predicate is not None:
            self._colour(predicate)
        return predicate

    def _acting(self, k: int, item: Item, tied: bool) -> Predicate | None:
        """Return a trigger as a predicate with its colour, None where it only describes something."""
        if tied or self._governed(k):
            item.kind = "word"
            return None
        predicate = self._full(k, item)
        if predicate is not None:
            self._colour(predicate)
        return predicate

    def _noun(self, k: int, item: Item) -> Predicate | None:
        """Return the action noun that a bare form of a light verb is ("calls by X on Y"), or None."""
        noun = item.span.find("trigger", "noun") if item.span is not None else None
        item.kind = "word" if noun is None else "trigger"
        if noun is None:
            return None
        item.known = noun
        return Predicate(0, k, "noun", noun.entry.senses, noun.feature)

    def _light(self, k: int, item: Item) -> Predicate:
        """Return a light verb in the form that fits its place, with the senses it has where it carries nothing."""
        assert item.known is not None
        readings = item.span.readings if item.span is not None else ()
        forms = [known for known in readings if known.entry.kind == "function" and known.entry.value == "light"]
        known = self.speech.form(k, forms) if forms else item.known
        trigger = item.span.find("trigger", "verb") if item.span is not None else None
        entry = trigger.entry if trigger is not None else Entry("trigger")
        return Predicate(0, k, "light", entry.senses, known.feature, apart=entry.apart, apart_by=entry.apart_by)

    def _take_apart(self, k: int, item: Item) -> None:
        """Take a verb with its preposition apart where its first word is a noun ("its call for a truce")."""
        known = self.speech.reading(k)
        if known is None or item.span is None or known in item.span.readings:
            return
        first, *rest = taken_apart(self.sentence, item)
        if (
            first.span is not None
            and known in first.span.readings
            and all(o.kind in ("function", "word") for o in rest)
        ):
            self.row[k : k + 1] = [Item("trigger", first.i, first.j, first.span, known), *rest]

    def _verb_next(self, k: int) -> bool:
        """Return whether a verb follows at once, so that a word that may be a verb too is a mere particle ("فقد")."""
        span = self.row[k + 1].span if k + 1 < len(self.row) else None
        known = span.find("trigger", "verb") or span.find("function", "light") if span is not None else None
        return known is not None and known.feature.form == "past"

    def _governed(self, k: int) -> bool:
        """Return whether, verb first, a word that may be said of somebody is a noun: right behind a preposition."""
        item, before = self.row[k], self.row[k - 1] if k else None
        if not self.verb_first or item.span is None or item.j - item.i > 1 or item.marks:
            return attributive(item)
        said_of = item.span.find("trigger", "phrase") is not None and item.span.find("trigger", "noun") is None
        return said_of and before is not None and before.is_function("prep")

    def _hyphenated(self, k: int) -> bool:
        """Return whether a participle is tied to an actor by a hyphen ("a US-brokered deal"): it describes a noun."""
        if not k or self.row[k - 1].kind != "actor":
            return False
        end, start = self.sentence.ends[self.row[k - 1].j - 1], self.sentence.starts[self.row[k].i]
        return self.text[end:start] == "-"

    def _full(self, k: int, item: Item) -> Predicate | None:
        """Return a verb, action noun or adjective with its senses and those of shorter forms at its place."""
        known = self.speech.reading(k)
        if known is None:
            return None
        item.known = known
        entry = known.entry
        shorter = [s.entry for s in item.span.shorter if s.entry.value == entry.value] if item.span is not None else []
        shorter = [*spelled_alike(item, known, self.verb_first and self._marked(item)), *shorter]
        if known.feature.form == "future":
            shorter = []  # the shorter form is but the auxiliary of this one ("خواهد آمد")
        inner = tuple(sense for other in shorter for sense in other.senses) if shorter else ()
        return Predicate(
            0, k, entry.value, entry.senses, known.feature, inner=inner, apart=entry.apart, apart_by=entry.apart_by
        )

    def _possesses(self, k: int) -> bool:
        """Return whether "have" is no auxiliary here but carries a noun ("had talks with")."""
        after = self.speech.after(k)
        if after is None or self.verb_first:
            return False
        return after.is_function("det") or after.is_function("quant") or after.is_function("poss")

    def _colour(self, predicate: Predicate) -> None:
        """Set tense, polarity, modality and voice from the inflection and the words before the predicate."""
        item = self.row[predicate.k]
        feature = predicate.feature
        predicate.tense = feature.form if predicate.pos in ("verb", "light") else ""
        predicate.passive = feature.voice == "passive" or self._damma(predicate.k, feature)
        predicate.negated = feature.negated
        marks = item.marks
        if marks:
            predicate.tense = "future" if "future" in marks else predicate.tense
            predicate.negated = predicate.negated or "neg" in marks
        opening = self.row[predicate.k - 1] if predicate.k else None
        if opening is not None and opening.is_function("comp") and opening.known is not None:
            predicate.negated = predicate.negated or opening.known.entry.code == "neg"
        if self.verb_first and predicate.tense in ("present", "jussive"):
            predicate.modal = self._allowed(predicate.k)
        elif self.verb_first and predicate.pos == "noun" and owed(self.row, predicate.k):
            predicate.modal = "obliged"
        helpers = self._helpers(predicate)
        auxiliaries = [self._apply(predicate, helper) for helper in helpers]
        if self.verb_first or self.verb_last or feature.form not in _UNHELPED or True in auxiliaries:
            return
        if not any(helper.value in _WITH_HAVE for helper in helpers):
            self._unhelped(predicate, feature.form)

    def _allowed(self, k: int) -> str:
        """Return the modal before a verb, verb first, where who may or must do it stands between that and "that"; who
        almost did it ("nearly") may stand there without.
        """
        that = k > 1 and self.row[k - 1].is_function("comp", "that")
        for item in reversed(self.row[max(0, k - _FARTHEST_MODAL) : k - 1 if that else k]):
            if item.is_function("modal"):
                told = item.role == "nearly" or (that and (item.role == "possible" or names_who(item)))
                return item.role if told else ""
            if item.kind == "punct" or item.value in ("verb", "comp", "sub", "rel"):
                return ""
        return ""

    def _helpers(self, predicate: Predicate) -> list[Item]:
        """Return the words right before a predicate that negate or colour it, nearest first."""
        found, k = list[Item](), self._before_particle(predicate) - 1
        while k >= 0 and len(found) < _MOST_HELPERS:
            item = self.row[k := past_commas(self.row, self.sentence.tokens, k)]
            if item.kind == "function" and item.value in _HELPERS:
                found.append(item)
            elif item.kind not in PASSED or not (
                self.speech.is_adverb(k) or self.speech.since_then(k) or self._between(item, predicate, found)
            ):
                break
            k -= 1
        turned = [] if self.verb_first or self.verb_last else helpers_ahead(self.row, k)
        return [*found, *nobody_there(self.row, k)] or turned

    def _before_particle(self, predicate: Predicate) -> int:
        """Return where a verb begins: at the "to" of an infinitive that is negated before it ("not to leave")."""
        k = predicate.k - 1
        if k < 1 or predicate.feature.form != "base":
            return predicate.k
        negated = self.row[k].is_function("prep", "to") and self.row[k - 1].is_function("neg")
        either = k > 1 and self.row[k - 2].is_function("conj")
        return k if negated and not either else predicate.k

    @staticmethod
    def _between(item: Item, predicate: Predicate, found: list[Item]) -> bool:
        """Return whether helpers may still stand before this item: a determiner of a negated noun."""
        return predicate.pos in ("noun", "adj") and item.is_function("det") and not found

    def _apply(self, predicate: Predicate, helper: Item) -> bool:
        """Let one helper word colour the predicate; return whether it is an auxiliary verb."""
        if helper.value == "neg":
            predicate.negated = True
            predicate.tense = DENIED_IN.get(helper.role, predicate.tense)
        elif helper.value == "future":
            predicate.tense = "future"
        elif helper.role == "possible-present":
            read_possible(predicate, self.row)
        elif (helper.value == "modal" and not predicate.modal) or (
            helper.value == "adv" and helper.role in ("alleged", "possible")
        ):
            predicate.modal = helper.role
        elif helper.value == "aux":
            self._auxiliary(predicate, helper.role)
            go_on(predicate, helper, self.row)
        return helper.value == "aux"

    def _auxiliary(self, predicate: Predicate, role: str) -> None:
        """Let an auxiliary verb set tense and voice."""
        if role.startswith("be") and predicate.feature.form == "gerund":
            predicate.tense = "progressive"
        predicate.passive = predicate.passive or self._makes_passive(predicate, role)
        if role == "having":
            predicate.feature, predicate.tense = Feature("gerund"), "gerund"
        if role in ("have", "had"):
            predicate.tense = "have"
        elif role == "be-past":
            predicate.tense = "past"
        elif role == "be":
            predicate.helped = predicate.passive and not self.verb_last

    def _makes_passive(self, predicate: Predicate, role: str) -> bool:
        """Return whether an auxiliary with the form it stands before is a passive ("was hit", "seems isolated")."""
        form = predicate.feature.form
        if role.startswith("be"):
            return form in ("participle", "past") and not self.verb_first and predicate.tense not in ("have", "future")
        having = predicate.tense == "have"  # "is said to have left"
        return role == "passive" or (role in PHASES and form == "participle" and not having)

    def _unhelped(self, predicate: Predicate, form: str) -> None:
        """Mark a participle without auxiliary as passive; before "by" it is relative ("a plan backed by Russia")."""
        if form == "participle" and predicate.pos == "verb":
            predicate.passive = True
        after = self.speech.after(predicate.k)
        if after is None and predicate.k and self._asks_object(predicate):
            predicate.passive = True
        if predicate.pos == "verb" and self._parenthetical(predicate.k):
            predicate.passive, predicate.relation = True, "relative"
        if self._done_by(predicate.k) or in_fronted_phrase(self.row, self.sentence.tokens, predicate.k):
            predicate.passive, predicate.relation = True, "relative"
        if self._done_to_deal(predicate):
            predicate.passive = True
            described = any(item.value == "verb" for item in self.row[: predicate.k] if item.kind == "trigger")
            predicate.relation = "relative" if described else predicate.relation

    def _done_to_deal(self, predicate: Predicate) -> bool:
        """Return whether a deal stands right before a verb that people do to deals ("a truce reached in May")."""
        k = predicate.k - 1
        while k > 0 and self.row[k].kind in ("punct", "time"):
            k -= 1
        span = self.row[k].span if k >= 0 and self.row[k].kind in NOUNS else None
        if span is None or span.find("nominal", "agreement") is None:
            return False
        needs = (need for sense in predicate.senses for need in sense.needs if not need.negative)
        after = self.row[predicate.k + 1] if predicate.k + 1 < len(self.row) else None
        placed = after is None or after.kind in ("time", "punct") or after.is_function("prep")
        return placed and any(need.slot == "obj" and "agreement" in need.classes for need in needs)

    def _done_by(self, k: int) -> bool:
        """Return whether "by" stands right behind a verb, or behind its time and place ("signed in 2019 by X")."""
        if self.row[k].j - self.row[k].i >= _PHRASE:
            return False  # the phrase holds its object ("suffered the same fate at the hands of X")
        for n in range(k + 1, min(k + 2 + _FARTHEST_BY, len(self.row))):
            item = self.row[n]
            if item.is_function("prep", "by"):
                return not self._acts_next(n)
            placed = item.kind == "time" or item.is_function("prep") or (n > k + 1 and item.kind in _PLACED)
            if not placed:
                return False
        return False

    def _acts_next(self, k: int) -> bool:
        """Return whether a gerund follows: how something was done, not by whom ("responded by firing")."""
        span = self.row[k + 1].span if k + 1 < len(self.row) else None
        readings = span.readings if span is not None else ()
        return any(r.feature.form == "gerund" and r.entry.value in ("verb", "light") for r in readings)

    def _parenthetical(self, k: int) -> bool:
        """Return whether a participle opens a parenthesis behind a subject ("X, arrested in May, is to be tried")."""
        after, before = self.speech.after(k), (n for n in range(k - 1, -1, -1) if not self.speech.is_adverb(n))
        comma = next((n for n in before if not self.row[n].is_function("pron", "refl")), -1)  # "X, itself accused of"
        if comma < 1 or after is None or self._token(comma) != "," or self._token(k + 1) == ",":
            return False
        closed = next((n for n in range(k + 1, len(self.row)) if self._token(n) in (",", ";")), len(self.row))
        whole = self.row[k].j - self.row[k].i > 1  # "hailed as a hero by X"
        if not (
            (self._by_whom(k, closed) or self._turned_to(k))
            if whole
            else after.is_function("prep") or after.kind == "time"
        ):
            return False
        opening = self.row[:comma]
        part = next((n + 1 for n in range(comma - 1, -1, -1) if opening[n].kind == "punct"), 0)
        if not opens_noun_phrase(self.row[part]):
            return False
        told = any(item.known is not None and item.value in ("verb", "light", "aux", "comp", "rel") for item in opening)
        verbs = (item for item in self.row[closed + 1 :] if item.span is not None)
        goes_on = any(v.find("trigger", "verb") or v.find("function", "aux") for v in (i.span for i in verbs) if v)
        return not told and goes_on and any(item.mention is not None or item.value in DEALS for item in opening)

    def _by_whom(self, k: int, end: int) -> bool:
        """Return whether "by" somebody stands between item `k` and item `end`, and no other actor before it."""
        rest = self.row[k + 1 : end]
        by = next((n for n, item in enumerate(rest) if item.is_function("prep", "by") or item.mention is not None), -1)
        named = (item for item in rest[by + 1 :] if not item.is_function("det"))
        somebody = next(named, None) if by >= 0 and rest[by].mention is None else None
        return somebody is not None and somebody.mention is not None

    def _turned_to(self, k: int) -> bool:
        """Return whether a phrase is a verb that turns to somebody, with what they are to do ("invited to join")."""
        span = self.row[k].span
        senses = (sense for known in (span.shorter if span is not None else ()) for sense in known.entry.senses)
        return any(("obj", "recipient") in sense.slots and ("inf", "content") in sense.slots for sense in senses)

    def _token(self, k: int) -> str:
        return self.sentence.tokens[self.row[k].i] if k < len(self.row) else ""

    @staticmethod
    def _asks_object(predicate: Predicate) -> bool:
        """Return whether a verb that ends a headline means something only with an object ("Summit postponed")."""
        needs = [need for sense in predicate.senses for need in sense.needs if not need.negative]
        return bool(needs) and all(need.slot != "subj" for need in needs) and any(need.slot == "obj" for need in needs)

    def _damma(self, k: int, feature: Feature) -> bool:
        """Return whether the vowel mark of the passive is written on the first letters of the verb."""
        told, item = self.verb_first and feature.form in ("past", "present", "jussive"), self.row[k]
        told = told and self._marked(item) and not told_of(self.row, k)
        return told and (has_fatha(self._written(item)) or not marked_active(item, feature))

    def _marked(self, item: Item) -> bool:
        return has_damma(self._written(item))

    def _written(self, item: Item) -> str:
        return self.text[self.sentence.starts[item.i] + ("and" in item.marks) : self.sentence.ends[item.i]]


def opens_noun_phrase(item: Item) -> bool:
    """Return whether a noun phrase without a preposition may begin with an item."""
    return item.mention is not None or (item.kind == "function" and item.value in ("det", "poss", "quant"))


def _feature(item: Item) -> Feature:
    return item.known.feature if item.known is not None else Feature()
