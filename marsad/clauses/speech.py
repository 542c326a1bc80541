"""Parts of speech in context: whether a form that can be verb or noun is one or the other here."""

from marsad.clauses.circumstantial import circumstantial
from marsad.clauses.describing import NARRATIVE, SINGLE, Describing
from marsad.clauses.existing import exists
from marsad.clauses.places import (
    NOMINAL_BEFORE,
    after_function,
    bare_behind_preposition,
    behind_article,
    behind_preposition,
    demands,
    named_beside,
    noun_in_chain,
    noun_there,
    of_her,
    of_single_people,
    only_finite,
    owed,
    subordinated,
    two_before,
)
from marsad.clauses.taking_up import takes_up
from marsad.clauses.told_by import clause_between
from marsad.lexicon.entries import GOVERNED, Feature, Known
from marsad.lexicon.profile import Profile
from marsad.mentions.forms import triggers
from marsad.mentions.items import Item
from marsad.mentions.spans import noun_of
from marsad.text.sentences import Sentence

# The agreement of a verb made into a noun, the cases that its object stands in, and what ends the search for it.
_NOMINAL, _OBJECT_CASES, _ENDING = "nominal", frozenset("ao"), frozenset({"mark", "verb", "light", "copula"})
_BARE = "bare"  # the agreement of a participle without its auxiliary
_DUAL = frozenset({"3md", "3fd"})  # the agreement of verbs whose subject, two of them, stands before
_CLOSED_BEFORE = frozenset({"conj", "comp", "rel", "sub"})  # what a clause may end before, verb last
_HELPING = frozenset({"future", "modal", "aux", "neg"})  # what stands before a bare form with "to" in it or without
_RAREST = "3fp"  # the agreement that news hardly ever has a verb in: of several readings another one is meant
_OPENS_CLAUSE = frozenset({"comp", "rel", "sub", "start", "conj", "aux", "question"})
_NAMING = frozenset({"word", "actor", "nominal", "anaphora"})  # what may end a subject besides an action noun
_WITH_OBJECT = 3  # so many words of a phrase hold its object too ("supports the plan")
PLACED = frozenset({"in", "at", "on"})  # prepositions of place and time


class Speech(Describing):
    """Decides the part of speech of each trigger of one sentence."""

    def __init__(self, sentence: Sentence, text: str, row: list[Item], first: bool, last: bool) -> None:
        self.sentence, self.text, self.row = sentence, text, row
        self.verb_first, self.verb_last = first, last
        self.inner_verb = not first and not last
        self.profile: Profile | None = None

    def reading(self, k: int) -> Known | None:
        """Return the reading of the trigger item `k` that fits its place, None where it only modifies a noun."""
        span = self.row[k].span
        assert span is not None
        verbs, others = triggers(span.form)
        nouns = others or self._shorter_nouns(k)
        if not verbs:
            return None if self._attributive(k, others[0]) else others[0]
        if self._hyphenated(k):
            return others[0] if others else None
        if self.verb_last:
            # A verb whose table says it with its negation is meant before the negated form of the other.
            verb = min(verbs, key=lambda r: r.feature.negated)
            tells = self._closes(k) or self._has_object(k, verb) or self._told_by(k, verb)
            return others[0] if others and not tells else verb
        verb = self.form(k, verbs)
        beside = circumstantial(self.sentence, self.text, self.row, k, verb) if others and self.verb_first else None
        if beside is not None:
            return verb if beside else others[0]
        if self.verb_first and verb.feature.form == "active" and verb.feature.enclitic and span.find("nominal"):
            return None  # "its aid", not "helping it"
        if self._nominal_form(verb) and (not self._predicative(k) or (others and self._governed_noun(k))):
            return others[0] if others else None
        if not others and (self.verb_first or not (nouns or span.find("nominal"))):
            return None if self._adjectival(k, verb) else verb
        is_verb = self._verb_in_verb_first(k, verb) if self.verb_first else self._verb_between(k, verb)
        is_verb = is_verb and (not self.verb_first or verb.feature.person not in _DUAL or two_before(self.row, k))
        is_verb = is_verb or (self.inner_verb and self._said_of_act(k))
        noun = next(iter(nouns), None)
        is_verb = is_verb and (noun is None or not exists(self.row, k))
        return verb if is_verb else noun if noun is None or not self._attributive(k, noun) else None

    def _has_object(self, k: int, verb: Known) -> bool:
        """Return whether the object of a verb that is made into a noun stands before item `k` ("Şili'yi kınaması")."""
        before = self.row[k - 1] if k and verb.feature.person == _NOMINAL else None
        if before is None or before.known is None:
            return False
        case = before.mention.case if before.mention is not None else before.known.feature.case
        return case.lower() in _OBJECT_CASES or (before.value == "verb" and before.known.feature.form == "base")

    def _told_by(self, k: int, verb: Known) -> bool:
        """Return whether a participle without its auxiliary stands behind an actor, whose verb it is ("پلیس گفته"), and
        no object mark follows that makes it a noun ("گفته پرو را رد کرد").
        """
        if verb.feature.person != _BARE or verb.feature.voice or not k or self.row[k - 1].mention is None:
            return False
        end = next((n for n in range(k + 1, len(self.row)) if self.row[n].value in _ENDING), -1)
        return end > 0 and (self.row[end].value != "mark" or clause_between(self.row[k + 1 : end]))

    def _adjectival(self, k: int, verb: Known) -> bool:
        """Return whether a form that no noun shares is an adjective or noun where it stands."""
        modifies = self._modifies(k, verb.feature) or self._described_by(k) or self._particle(k, verb)
        return modifies or self._only_noun_here(k, verb) or self._hyphenated(k) or self._bare_behind_verb(k, verb)

    def _particle(self, k: int, verb: Known) -> bool:
        """Return whether a bare form goes with what is before it: it agrees with no single actor ("sent X back")."""
        mention = self.row[k - 1].mention if k else None
        if not self.inner_verb or mention is None or verb.feature.form != "base":
            return False
        placed = k > 1 and self.row[k - 2].is_function("det") and not self.object_follows(k)  # "in the Kashmir dispute"
        if not self._verb_open(k) and not (placed and mention.kind == "place"):
            return False
        if self.row[k].j - self.row[k].i > 1 or any(demands(item) for item in self.row[max(0, k - 3) : k - 1]):
            return False  # "demanded the minister resign"
        people = mention.kind == "demonym" and k > 1 and self.row[k - 2].is_function("det")  # "the American press"
        single = mention.kind in SINGLE or people or (mention.title_kind == "office" and not mention.plural)
        return single and not mention.plural and not any(i.is_function("conj") for i in self.row[max(0, k - 3) : k - 1])

    def _shorter_nouns(self, k: int) -> list[Known]:
        """Return the action nouns that the first word of a verb phrase can be as well ("exit from")."""
        span = self.row[k].span
        return [r for r in span.shorter if r.entry.value == "noun"] if span is not None else []

    def _nominal_form(self, verb: Known) -> bool:
        """Return whether a form is as often a noun as a verb: a participle, in verb-first order passive too."""
        return verb.feature.form == "active" or (self.verb_first and verb.feature.form == "participle")

    def _only_noun_here(self, k: int, verb: Known) -> bool:
        """Return whether, verb first, a form stands where only a noun can: behind a preposition, quantity or verb, or
        as what looks like a verb of two behind the subject of another ("أوفدت بيرو فرقا").
        """
        before = self.before(k)
        if not self.verb_first or before is None or self.row[k].marks:
            return False
        if before.kind != "function":
            held = before.kind == "actor" and verb.feature.person in _DUAL and self._verb_open(k)
            held = held or noun_in_chain(self.row, self.sentence.tokens, k, self.profile)
            return verb.feature.form == "past" and (held or self._is_past(before))
        subordinates = before.span is not None and before.span.find("function", "sub") is not None
        behind = before.value == "quant" and k > 1 and self.row[k - 2].kind in ("trigger", "nominal", "word")
        governs = (before.value in ("prep", "quant") and not behind) or before.is_function("det", "a")
        return verb.feature.form == "past" and governs and not subordinates

    def _closes(self, k: int) -> bool:
        """Return whether a clause may end with item `k`, as it does with its verb in verb-final order."""
        after = self.after(k)
        return after is None or after.kind == "punct" or (after.kind == "function" and after.value in _CLOSED_BEFORE)

    def _described_by(self, k: int) -> bool:
        """Return whether a bare form behind a determiner is an adjective that looks like a verb ("a warm welcome")."""
        before, span = self.row[k - 1] if k else None, self.row[k].span
        assert span is not None
        if self.verb_first or before is None or span.readings[0].feature.form not in ("base", "present"):
            return False
        if self.since_then(k - 1):
            return False
        if before.kind in ("nominal", "trigger"):
            single = self.row[k].j - self.row[k].i == 1  # a phrase is no word like another: "the exit takes effect"
            return single and not self.object_follows(k)
        if before.kind != "function":
            return False
        return before.value in NOMINAL_BEFORE or (before.value == "prep" and before.role != "to")

    def _predicative(self, k: int) -> bool:
        """Return whether an active participle is said of somebody ("Moscow, stressing that", "Russia is ready")."""
        before = self.before(k)
        if before is None:
            return False
        if before.kind in ("actor", "anaphora", "punct") or self.sentence.tokens[self.row[k].i].endswith("ا"):
            return True
        if self._beside_definite(k, before):
            return True
        return before.value in ("neg", "aux", "conj", "pron") if before.kind == "function" else self.opens_clause(k)

    def _beside_definite(self, k: int, before: Item) -> bool:
        """Return whether a participle in the plural without the article stands behind a noun that has it or a pronoun
        of its owner, whose adjective it can't be ("عبروا عن رأيهم [منددين] بالخطة").
        """
        tokens, profile = self.sentence.tokens, self.profile
        if profile is None or not self.verb_first or self.row[k].marks or before.kind not in _NAMING:
            return False
        definite = tokens[before.j - 1].startswith(profile.articles) or tokens[before.j - 1].endswith(profile.owned)
        return definite and tokens[self.row[k].i].endswith(profile.oblique)

    def _governed_noun(self, k: int) -> bool:
        """Return whether a participle behind the subject of a verb is its object: no accusative says otherwise."""
        before = self.before(k)
        if not self.verb_first or before is None or before.kind != "actor":
            return False
        verb = any(item.span is not None and item.span.find("trigger", "verb") for item in self.row[: k - 1])
        return verb and not self.sentence.tokens[self.row[k].i].endswith(("ا", "ة", "ه"))

    def form(self, k: int, verbs: list[Known]) -> Known:
        """Return the reading whose inflection fits what stands before it."""
        if len(verbs) == 1:
            return verbs[0]
        before, wanted = self.before(k), "past"
        if before is not None and before.is_function("aux"):
            wanted = "participle" if before.role.startswith(("be", "passive", "have")) else "base"
        elif before is not None and (before.is_function("modal") or before.role == "to"):
            wanted = "base"
        elif before is not None and before.is_function("neg") and self.verb_first:
            wanted = "jussive"
        elif before is not None and before.is_function("future") and self.verb_first:
            wanted = "present"
        elif before is not None and before.is_function("conj") and self._second_infinitive(k, verbs):
            wanted = "base"
        fitting = [v for v in verbs if v.feature.form == wanted]
        if not fitting and self.verb_first:  # the jussive stands behind a negation ("تصر": insists)
            fitting = [v for v in verbs if v.feature.form != "jussive"]
        two = not self.verb_first or two_before(self.row, k)
        rare = {_RAREST} if two else {_RAREST, *_DUAL}
        return next((v for v in fitting if v.feature.person not in rare), fitting[0] if fitting else verbs[0])

    def _second_infinitive(self, k: int, readings: list[Known]) -> bool:
        """Return whether a form may be one infinitive more for the "to" of the last verb before it."""
        if not any(reading.feature.form == "base" for reading in readings):
            return False
        verbs = (n for n in range(k - 1, -1, -1) if self.row[n].known is not None and self._is_verb(self.row[n]))
        n = next(verbs, -1)
        known, before = (self.row[n].known, self.before(n)) if n >= 0 else (None, None)
        helped = before is not None and (before.role == "to" or before.value in _HELPING or self._is_verb(before))
        return known is not None and known.feature.form == "base" and helped  # "will expel X and cut Y"

    def nominal(self, k: int) -> bool:
        """Return whether a bare form of a light verb is a noun where it stands ("security issues", "his plan")."""
        known = self.row[k].known
        if self.verb_first:
            return self._governed_by_verb(k) or bare_behind_preposition(self.row, k) or behind_article(self.row, k)
        if not self.inner_verb or known is None or known.feature.form not in ("base", "present"):
            return False
        return not self._verb_in_subject_first(k, known) and not self._said_of_act(k)

    def _said_of_act(self, k: int) -> bool:
        """Return whether a form that is no noun, or the only verb, stands between a noun and a place or time."""
        before, after, span = self.before(k), self._behind(k), self.row[k].span
        if before is None or span is None or after is None or not (before.kind in _NAMING or noun_of(before.span)):
            return False
        others = (item for n, item in enumerate(self.row) if n not in (k - 1, k))
        told = of_single_people(self.row, k) or any(self._is_verb(i) or i.is_function("aux") for i in others)
        named = noun_of(span) if told else None
        return named is None and (after.kind == "time" or (after.is_function("prep") and after.role in PLACED))

    def _governed_by_verb(self, k: int) -> bool:
        """Return whether a form that may be a past or a noun stands behind a verb, or behind its subject: it is its
        object ("عقد").
        """
        item, before = self.row[k], self.row[k - 1] if k else None
        known = item.known
        if known is None or item.marks or known.feature != Feature("past", "", "3ms") or before is None:
            return False
        if before.kind == "actor" and not before.marks:
            return self._verb_open(k)
        said = before.known if before.kind == "trigger" else None
        return said is not None and said.entry.value == "verb" and said.feature.form in ("past", "present", "jussive")

    def _verb_between(self, k: int, verb: Known) -> bool:
        """Return whether a form that may be a noun is the verb where it stands between subject and object."""
        describes = verb.feature.form != "gerund" and self._modifies(k, verb.feature)
        return not (describes or self._bare_behind_verb(k, verb)) and self._verb_in_subject_first(k, verb)

    def _verb_in_subject_first(self, k: int, verb: Known) -> bool:
        before, after, form = self.before(k), self.after(k), verb.feature.form
        if before is not None and before.kind == "word" and form in ("base", "present"):
            prepositional = after is not None and after.value == "prep"
            noun = form == "present" and behind_preposition(self.row, self.sentence.tokens, k)
            return not prepositional and not noun and not self._described(k) and self.object_follows(k)
        if form == "gerund" and after is not None and after.is_function("prep", "of"):
            return False
        if form == "gerund" and before is not None and before.kind == "word" and self._described(k):
            return False  # "the informal meeting"
        if form == "gerund" and ((after is not None and only_finite(after)) or self._sits(k)):
            return False  # "fighting broke out", "the EU meeting"
        if before is None:
            return form in ("past", "gerund")
        verbal = after_function(before, form) if before.kind == "function" else None
        if verbal is not None:
            return verbal
        noun = before.kind in ("nominal", "trigger") or of_single_people(self.row, k)
        noun = (noun and form != "past") or (form == "present" and self._exercises(k))
        if self.sentence.tokens[before.i] == "'s" or noun:
            return False
        can_stand = before.kind in ("actor", "anaphora", "word", "function", "punct")
        holds_object = self.row[k].j - self.row[k].i >= _WITH_OBJECT
        return form in NARRATIVE or (can_stand and (holds_object or self.object_follows(k)))

    def _exercises(self, k: int) -> bool:
        """Return whether a form is the noun of a phrase that something governs ("in the EU exercises")."""
        span, outer = self.row[k].span, self.row[k - 3] if k > 2 else None
        noun = self._sits(k) and span is not None and span.find("nominal") is not None
        return noun and outer is not None and (outer.is_function("prep") or self._is_verb(outer))

    def _sits(self, k: int) -> bool:
        """Return whether a determiner and the name of a body make the form its meeting ("at the EU meeting")."""
        mention, opening = self.row[k - 1].mention if k else None, self.row[k - 2] if k > 1 else None
        body = mention is not None and mention.kind == "institution" and opening is not None
        return body and opening is not None and opening.is_function("det")

    def _described(self, k: int) -> bool:
        """Return whether unknown words behind a determiner, genitive or verb make the form a noun ("his long visit",
        "held blunt talks").
        """
        k -= 1
        while k >= 0 and self.row[k].kind == "word":
            k -= 1
        item = self.row[k] if k >= 0 else None
        if item is None:
            return False
        opened = (item.kind == "function" and item.value in NOMINAL_BEFORE) or (self.inner_verb and self._tells(item))
        return opened or self.sentence.tokens[item.i] == "'s"

    def _verb_in_verb_first(self, k: int, verb: Known) -> bool:
        if any(mark == "the" or mark.startswith("prep:") for mark in verb.marks) or "future" in verb.marks:
            return "future" in verb.marks
        before, after = self.before(k), self.after(k)
        past = k > 0 and verb.feature.form == "past"
        noun = past and (named_beside(self.row, k) or noun_there(self.row, self.sentence.tokens, k))
        if self._governed(k) or owed(self.row, k) or noun:
            return False
        if before is None or self.row[k].marks:
            return before is not None or not of_her(self.row, self.sentence.tokens, k, self.profile)
        if before.kind == "function":
            if before.value == "comp" and verb.feature.form == "past" and not self._enclitic(before):
                return subordinated(self.row, k)
            nominal = before.value in ("prep", "quant", "light", "start") or before.is_function("det", "a")
            return not nominal and (before.value != "reporting" or bool(before.role))
        if before.kind in ("nominal", "trigger", "word"):
            return takes_up(before, after, verb.feature.form)
        if before.kind == "actor" and verb.feature.form == "past" and self._verb_open(k):
            return False
        return before.kind == "punct" or (after is not None and after.kind != "punct")

    def _governed(self, k: int) -> bool:
        """Return whether a preposition is written with the word before `k` ("by any means"): a noun follows."""
        before = self.row[k - 1] if k else None
        if before is None or before.kind != "function" or before.value == "pron":
            return False
        return any(mark.startswith(GOVERNED) for mark in before.marks)

    @staticmethod
    def _enclitic(item: Item) -> bool:
        known = item.known
        return known is not None and bool(known.feature.enclitic or known.entry.code)

    def _verb_open(self, k: int) -> bool:
        """Return whether a verb stands before `k` in its clause: what follows its subject is its object, no verb."""
        for item in reversed(self.row[:k]):
            if item.kind == "punct" or (item.kind == "function" and item.value in _OPENS_CLAUSE):
                return False
            if item.kind == "trigger" and item.known is not None and item.known.entry.value == "verb":
                return True
        return False
