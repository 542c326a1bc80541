"""Subject and object by name, once both sides of a verb are known."""

from marsad.clauses.draft import HELPERS, Draft
from marsad.clauses.endings_told import alike_oblique, feminine_beside
from marsad.clauses.genders import ONE_GENDER, SPEAKING, persons, same_gender, several, takes_up_another, unmarked
from marsad.clauses.giving import give, give_rest, turn_passive, with_object
from marsad.clauses.joining import lender, met_on_journey, turned_by_pronoun
from marsad.clauses.masdars import takes_object
from marsad.clauses.model import AHEAD, ANTECEDENT, Argument, Predicate
from marsad.clauses.objects_first import object_first
from marsad.clauses.particles import either, with_particle

# Where a noun stands that has something of the antecedent for its subject or object.
_OWNED, _GENDERED = ("obj", "obj2", AHEAD), ("title", "institution")
# Things that do something to others.
_ACTING = frozenset({"violence", "site", "protest"})
# In verb-first order a verb that agrees so stands behind its subject.
AFTER_SUBJECT = frozenset({"3mp", "3md", "3fd"})

# Forms that stand without an auxiliary, the reasons behind them, and types of what is done to somebody.
UNHELPED, REASONS = frozenset({"past", "participle"}), frozenset({"for", "over"})
SUFFERED, DONE_TO = frozenset({"ACCUSE", "SANCTION", "COERCE"}), frozenset({"ACCUSE", "SANCTION", "COERCE", "ASSAULT"})
# Concepts whose verbs are not said without the one they turn to.
TURNED = frozenset({"accuse", "charge", "blame", "criticise", "ultimatum"})
# What somebody turns to others with.
UTTERED = frozenset({"statement", "request", "decision", "proposal", "agreement", "accusation", "application"})


class Settling:
    """Turns the places of the arguments of one draft (before the verb, after it) into `subj`, `obj` and `obj2`."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def settle(self, predicate: Predicate) -> None:
        """Name subject and object of a verb."""
        taken = predicate.arguments
        self._second_passive(predicate)
        if self._undergone(predicate):
            predicate.senses = ()
        before = taken.pop(AHEAD, None)
        antecedent = self._unless_resumed(predicate, taken.pop(ANTECEDENT, None))
        if self._subject_first(predicate):
            give(predicate, "subj", before or antecedent)
        elif self._holds_object(predicate):
            self._with_pronoun(predicate, before, antecedent)
        elif before is not None:
            self._fronted(predicate, before)
        elif self._subject_said(predicate) or self._does_itself(predicate, antecedent):
            give(predicate, "subj", antecedent)
        elif "obj" in taken and (antecedent is None or "obj2" in taken or taken["obj"].mentions):
            self._shift(predicate, antecedent)
        else:
            give(predicate, "subj", antecedent)
        if self._inverted(predicate):
            give(predicate, "subj", taken.pop("obj"))
            predicate.shares = -1
        if predicate.passive or self._in_headline(predicate):
            predicate.passive = True
            turn_passive(predicate, self.draft.row)

    def _inverted(self, predicate: Predicate) -> bool:
        """Return whether who speaks stands right behind the verb, and what is said before it ("..., said the envoy").

        Behind a comma alone the verb must be one that turns to nobody.
        """
        spoken, gerund = predicate.arguments.get("obj"), predicate.feature.form == "gerund"  # "..., angering Kyiv"
        if self.draft.verb_first or predicate.pos != "verb" or spoken is None or spoken.k != predicate.k + 1 or gerund:
            return False
        ahead = predicate.arguments.get("subj")  # "Peru, said Chile's president, has left": parted by a comma
        parted = ahead is None or (ahead.end == predicate.k - 1 and self.draft.signs[ahead.end] == ",")
        if not parted or not spoken.mentions or predicate.passive or predicate.clause:
            return False
        sign = self.draft.signs[predicate.k - 1] if predicate.k else ""
        concepts = [self.draft.inventory.concepts[sense.concept] for sense in predicate.senses]
        if any(
            ("obj", "recipient") in sense.slots or not c.reports
            for c, sense in zip(concepts, predicate.senses, strict=True)
        ):
            return bool(sign) and sign in "\"'”»’" and any(c.act for c in concepts)
        return bool(sign) and sign in "\"'”»’,"

    def _in_headline(self, predicate: Predicate) -> bool:
        """Return whether a form that may be a participle lacks the one whom such things are done to, so that its
        subject is that ("Minister criticised over the delay", "Editor arrested in Lima").
        """
        row, k = self.draft.row, predicate.k
        after = row[k + 1] if k + 1 < len(row) else None
        unhelped = predicate.tense in UNHELPED and predicate.feature.form != "base"  # not "continued to resign"
        if self.draft.verb_first or predicate.pos != "verb" or not unhelped or after is None:
            return False
        if "obj" in predicate.arguments or predicate.clause or row[k].j - row[k].i > 1 or predicate.shares >= 0:
            return False
        subject = predicate.arguments.get("subj")
        if subject is None or not subject.mentions or not after.is_function("prep"):
            return False
        concepts = (self.draft.inventory.concepts[sense.concept] for sense in predicate.senses)
        types = {kind for concept in concepts for kind in concept.event_types if concept.shape == "directed"}
        return (bool(types & SUFFERED) and types <= DONE_TO) if after.role in REASONS else types == {"COERCE"}

    def _unless_resumed(self, predicate: Predicate, antecedent: Argument | None) -> Argument | None:
        """Return what a relative clause belongs to, None where a pronoun behind a preposition stands for it there."""
        if antecedent is None:
            return None
        row, taken = self.draft.row, predicate.arguments
        relatives = [item for item in row[antecedent.end : predicate.k] if item.is_function("rel")]
        relative = relatives[-1].role if relatives else ""
        if relatives and not relative:
            return antecedent
        for argument in taken.values():
            if argument.head >= 0 and row[argument.head].is_function("pron", relative):
                argument.mentions, argument.predicate = antecedent.mentions, antecedent.predicate
                argument.k, argument.end, argument.head = antecedent.k, antecedent.end, antecedent.head
                argument.classes |= antecedent.classes
                return None
        owned = [a for slot in _OWNED if (a := taken.get(slot)) is not None and self._whose(a, antecedent, relative)]
        return None if owned and "obj2" in taken else antecedent

    def _whose(self, argument: Argument, antecedent: Argument, relative: str) -> bool:
        """Return whether a pronoun makes the antecedent the owner of a noun ("whose membership"), noted if so."""
        known = self.draft.row[argument.head].known if argument.head >= 0 else None
        if known is None or known.feature.enclitic != f"poss:{relative}":
            return False
        for mention in argument.mentions:
            mention.country = mention.country or next((m.country for m in antecedent.mentions), "")
        argument.modifiers = [*argument.modifiers, *antecedent.mentions]
        noun = self.draft.predicates[argument.predicate] if argument.predicate >= 0 else None
        held = noun.arguments.get("gen") if noun is not None and noun.k == argument.head else None
        if held is not None:
            held.mentions = held.mentions or antecedent.mentions
        return True

    def _second_passive(self, predicate: Predicate) -> None:
        """Let a participle share auxiliary and subject with the passive before it ("was suspended and readmitted")."""
        first = self.draft.predicates[predicate.shares] if predicate.shares >= 0 else None
        if first is None or not first.passive or with_object(predicate, self.draft.signs):
            return
        if "obj" not in first.arguments or self.draft.row[predicate.k - 1].is_function("conj", "but"):
            return  # "was invited but declined"
        if self.draft.verb_first and predicate.passive:
            predicate.arguments["obj"] = first.arguments["obj"]
        elif not self.draft.verb_first and predicate.feature.form in ("past", "participle"):
            predicate.passive, predicate.negated = True, predicate.negated or first.negated
            predicate.arguments["obj"] = first.arguments["obj"]

    def _undergone(self, predicate: Predicate) -> bool:
        """Return whether a participle that may be passive as well is that, and tells nothing new: it has no object, but
        that of which one is accused ("مواطن متهم بالتجسس").
        """
        taken, span = predicate.arguments, self.draft.row[predicate.k].span
        if (
            predicate.feature.form != "active"
            or "obj" in taken
            or "by" not in taken
            or predicate.clause
            or span is None
        ):
            return False
        other = any(r.feature.voice == "passive" and r.entry.value == "verb" for r in span.readings)
        return other and all(("obj", "recipient") in sense.slots for sense in predicate.senses)

    def _subject_first(self, predicate: Predicate) -> bool:
        """Return whether the subject stands before; also of adjectives and participles in verb-first order."""
        nominal = predicate.pos in ("adj", "phrase") or predicate.feature.form in ("active", "participle")
        return nominal or not self.draft.verb_first

    @staticmethod
    def _subject_said(predicate: Predicate) -> bool:
        """Return whether a verb in the plural or dual shows that its subject was named before."""
        return predicate.feature.person in AFTER_SUBJECT and not predicate.passive

    def _does_itself(self, predicate: Predicate, antecedent: Argument | None) -> bool:
        """Return whether what a relative clause describes is its subject, verb first: no pronoun takes it up, the verb
        agrees, it can act, and what follows the verb is counted or a thing ("the camp that shelters 200 Malians"), or
        the relative pronoun agrees with both ("بيرو التي تتهم تشيلي").
        """
        following = predicate.arguments.get("obj")
        if antecedent is None or following is None:
            return False
        between = self.draft.row[antecedent.end : predicate.k]
        both = bool(antecedent.mentions) and any(i.is_function("rel", predicate.feature.person) for i in between)
        if "obj2" in predicate.arguments:
            return both and not self._owning(predicate)  # "موسكو التي منحت سلفه حق اللجوء"
        if both:
            return True
        feminine = self.draft.profile.is_feminine(self._noun(antecedent))
        agrees = predicate.feature.person == ("3fs" if feminine else "3ms")
        able = bool(antecedent.mentions) or not _ACTING.isdisjoint(antecedent.classes)
        counted = following.k < following.head or any(m.title_kind == "people" for m in following.mentions)
        return agrees and able and (counted or not following.mentions or "violence" in antecedent.classes)

    def _owning(self, predicate: Predicate) -> bool:
        """Return whether a noun with the verb says by a pronoun of its gender whose it is ("التي تتهم بيرو بدعمها")."""
        heads = (self.draft.row[a.head].known for a in predicate.arguments.values() if a.head >= 0)
        own = f"poss:{predicate.feature.person}"
        return any(known is not None and known.feature.enclitic == own for known in heads)

    def _fronted(self, predicate: Predicate, before: Argument) -> None:
        """Name a noun phrase that stands before the verb in verb-first order."""
        if self._dislocated(predicate, before):
            give(predicate, "subj", predicate.arguments.pop("obj"))
            give(predicate, "obj", before)
        else:
            give(predicate, "subj", before)

    def _dislocated(self, predicate: Predicate, before: Argument) -> bool:
        """Return whether what stands before a verb is its content or garbled, not its subject."""
        following = predicate.arguments.get("obj")
        if following is None or not following.mentions or "obj2" in predicate.arguments or self._governs(predicate):
            return False
        if any(("obj", "actor") in sense.slots for sense in predicate.senses):
            return False  # "that angered Muscat"
        if self._acts(before) or self.draft.row[before.head].is_function("pron"):
            return False
        return (predicate.k > 0 and self.draft.signs[predicate.k - 1] == ",") or self.draft.takes_clause(predicate)

    def _holds_object(self, predicate: Predicate) -> bool:
        """Return whether a pronoun written with a verb is its object ("استقبله")."""
        return self.draft.verb_first and predicate.feature.enclitic.startswith("obj")

    def _with_pronoun(self, predicate: Predicate, before: Argument | None, antecedent: Argument | None) -> None:
        """Name what stands with a verb whose object is a pronoun: its subject, what the pronoun takes up, the rest."""
        first, second, _ = (predicate.arguments.pop(slot, None) for slot in ("obj", "obj2", "obj3"))
        if takes_up_another(self.draft.row, predicate, antecedent) and not (first is not None and self._acts(first)):
            before, antecedent = before or antecedent, None
        dislocated = before is not None and first is not None and self._acts(first)
        dislocated = dislocated and (second is None or (before is not None and not self._acts(before)))
        subject = before if before is not None and not dislocated else first
        if before is None and first is not None and second is None and self._given(predicate, first):
            subject = None
        own = Argument("obj", predicate.k, predicate.k + 1, predicate.k, [], {"actor"})
        give(predicate, "subj", subject)
        give(predicate, "obj", (before if dislocated else antecedent) or own)
        give_rest(self.draft.predicates, predicate, antecedent, second if subject is first else first)

    def _given(self, predicate: Predicate, thing: Argument) -> bool:
        """Return whether what follows a verb with its object is a second one: a thing, and the subject is elsewhere."""
        if self._acts(thing):
            return False
        named = predicate.relation == "relative" and bool(thing.modifiers)  # "that Chilean planes carried out"
        return (predicate.shares >= 0 and not named) or self._noun(thing).endswith("ا")

    def _shift(self, predicate: Predicate, antecedent: Argument | None) -> None:
        """Name, in verb-first order, what follows without a preposition of its own."""
        if with_particle(self.draft, predicate):
            give(predicate, "subj", antecedent)
        else:
            self._order(predicate, antecedent)

    def _order(self, predicate: Predicate, antecedent: Argument | None) -> None:
        """Name what follows a verb that comes first: it is the subject, then the object."""
        taken = predicate.arguments
        subject, second, third = taken.pop("obj"), taken.pop("obj2", None), taken.pop("obj3", None)
        if second is not None and third is not None and takes_object(self.draft, subject, second):
            second, third = third, None
        if object_first(self.draft, predicate, subject, second):
            subject, second = second or subject, subject
        turned = second is None and (self._turns_to(predicate, subject) or self._met(predicate, subject))
        turned = turned or (second is None and (self._goes_on(predicate) or self._asked_in(predicate, antecedent)))
        turned = turned or ((second is None or not self._acts(second)) and self._describes(predicate, subject))
        differs = self._disagrees(predicate, subject) and not unmarked(predicate, subject, second)
        if third is None and (turned or differs or self._governs(predicate)):
            give(predicate, "subj", antecedent)
            give(predicate, "obj", subject)
            give(predicate, "obj2", second)
        elif self._told_before(predicate, subject):
            give(predicate, "obj", subject)
            give(predicate, "obj2", second)
        elif second is None and antecedent is None and not self._acts(subject) and not predicate.clause:
            either(self.draft, predicate, subject)
        else:
            give(predicate, "subj", subject)
            give(predicate, "obj", second or antecedent)
            give(predicate, "obj2", third)

    def _told_before(self, predicate: Predicate, argument: Argument) -> bool:
        """Return whether a noun behind a verb is no subject: by its case, or because "that she" before the verb is."""
        row, k = self.draft.row, predicate.k - 1
        while k >= 0 and row[k].kind == "function" and row[k].value in HELPERS:
            k -= 1
        opens = k >= 0 and (row[k].is_function("comp") or row[k].is_function("conj"))
        known = row[k].known if opens else None
        agrees = known is not None and known.entry.code == predicate.feature.person
        if persons(row, predicate) and persons(row, predicate) <= SPEAKING:
            return True
        # "It" of the masculine may stand for nothing ("that there is ...").
        return self._oblique(argument) or (agrees and (predicate.feature.person != "3ms" or bool(argument.mentions)))

    def _acts(self, argument: Argument) -> bool:
        return bool(argument.mentions) or self._refers_back(argument)

    def _refers_back(self, argument: Argument) -> bool:
        return self.draft.row[argument.head].kind == "anaphora"

    def _noun(self, argument: Argument) -> str:
        """Return the token whose ending shows case and gender: the last of an expression that refers back."""
        head = self.draft.row[argument.head]
        return self.draft.sentence.tokens[head.j - 1 if head.kind == "anaphora" else head.i]

    def _oblique(self, argument: Argument) -> bool:
        """Return whether the case of a noun shows that it is no subject; behind a quantity it shows nothing."""
        behind = argument.k < argument.head
        if behind or self.draft.accusative(argument.head):
            return not behind
        plural = self._refers_back(argument) or any(several(m, self._noun(argument)) for m in argument.mentions)
        plural = plural or alike_oblique(self.draft, argument)
        return plural and self._noun(argument).endswith(self.draft.profile.oblique)

    def _disagrees(self, predicate: Predicate, argument: Argument) -> bool:
        """Return whether gender shows that a noun is no subject of the verb before it ("accused [it] the party")."""
        described = feminine_beside(self.draft, argument)
        feminine = described or self.draft.profile.is_feminine(self._noun(argument))
        row, mentions = self.draft.row, argument.mentions
        if persons(row, predicate) >= ONE_GENDER:
            return False
        if predicate.feature.person == "3ms":
            said = _GENDERED[row[argument.k].value == "quant" :]  # "some of the police" agree with those counted
            gendered = described or any(m.kind in said for m in mentions if not m.plural and m.title_kind != "people")
            return (feminine and (gendered or self._refers_back(argument))) or self._state(argument) == "feminine"
        counted = argument.k < argument.head and any(m.kind == "demonym" or m.title_kind == "people" for m in mentions)
        person = counted or any(m.title_kind == "office" and not m.plural and not m.shared for m in mentions)
        return predicate.feature.person == "3fs" and ((person and not feminine) or self._state(argument) == "masculine")

    def _turns_to(self, predicate: Predicate, argument: Argument) -> bool:
        """Return whether a verb joined to another needs one to turn to ("Nairobi rejected that and urged X")."""
        if predicate.shares < 0 or "and" not in self.draft.row[predicate.k].marks or not self._acts(argument):
            return False
        if turned_by_pronoun(self.draft, predicate):
            return False
        concepts = self.draft.inventory.concepts
        senses = [s for s in predicate.senses if ("obj", "recipient") in s.slots]
        asks = any(concepts[s.concept].control == "recipient" or s.concept in TURNED for s in senses)
        asks = asks or (bool(senses) and self._wants_object(predicate, argument))
        held = (shared := lender(self.draft, predicate)).arguments.get("subj")
        return asks and held is not None and self._acts(held) and same_gender(self.draft.row, shared, predicate)

    def _asked_in(self, predicate: Predicate, antecedent: Argument | None) -> bool:
        """Return whether a verb that needs one to turn to describes what somebody writes or says ("a letter that urges
        Peru"), which agrees with it.
        """
        if antecedent is None or UTTERED.isdisjoint(antecedent.classes) or antecedent.mentions:
            return False
        concepts = (self.draft.inventory.concepts[s.concept] for s in predicate.senses)
        asks = any(c.control == "recipient" or c.name in TURNED for c in concepts)
        feminine = self.draft.profile.is_feminine(self.draft.sentence.tokens[self.draft.row[antecedent.k].i])
        return asks and predicate.feature.person == ("3fs" if feminine else "3ms")

    def _goes_on(self, predicate: Predicate) -> bool:
        """Return whether a verb in the present goes on behind another and its subject ("بدأت تشيلي تقصف بيرو")."""
        first = self.draft.predicates[predicate.shares] if predicate.shares >= 0 else None
        if first is None or predicate.tense != "present" or self.draft.row[predicate.k].marks or predicate.modal:
            return False
        if first.feature.person != predicate.feature.person or not first.mentions("subj"):
            return False
        between = self.draft.row[first.k + 1 : predicate.k]
        return not any(item.kind == "punct" or item.value in ("conj", "sub", "comp", "rel") for item in between)

    def _wants_object(self, predicate: Predicate, argument: Argument) -> bool:
        """Return whether every row of a verb of one word has somebody for its object, so that one who alone stands
        behind it is that ("thanked Oman and criticised Chile").
        """
        item = self.draft.row[predicate.k]
        senses = (s for s in predicate.senses if ("subj", "actor") in s.slots)
        done_to = all(("obj", "recipient") in s.slots for s in senses)
        return item.j - item.i == 1 and done_to and not predicate.clause and bool(argument.mentions)

    def _describes(self, predicate: Predicate, argument: Argument) -> bool:
        """Return whether a verb of words joined to one before it is said of a thing ("denied it and called the charges
        absurd").
        """
        joined = predicate.shares >= 0 and "and" in self.draft.row[predicate.k].marks and not self._acts(argument)
        if not joined or not self.draft.predicates[predicate.shares].mentions("subj"):
            return False
        concepts = self.draft.inventory.concepts
        senses = (s for s in predicate.senses if any(slot == "obj" for slot, _ in s.slots))
        return any(concepts[s.concept].act in ("describe", "criticise", "consider", "condemn") for s in senses)

    def _met(self, predicate: Predicate, argument: Argument) -> bool:
        """Return whether a counterpart is whom the subject of another clause met ("left after meeting his")."""
        concepts = (self.draft.inventory.concepts[sense.concept] for sense in predicate.senses)
        there = predicate.k > 0 and self.draft.row[predicate.k - 1].is_function("sub", "where")  # "to X, where he met"
        own = any(mention.title_kind == "side" and mention.possessed for mention in argument.mentions)
        met = own or there or met_on_journey(self.draft, predicate, argument)
        return met and predicate.number > 0 and any(c.shape == "reciprocal" for c in concepts)

    def _governs(self, predicate: Predicate) -> bool:
        """Return whether a verb phrase ends in a noun that what follows belongs to ("أخلى سبيل" whom)."""
        item = self.draft.row[predicate.k]
        return item.j - item.i > 1 and any(
            slot in ("gen", "adj") for sense in predicate.senses for slot, _ in sense.slots
        )

    def _state(self, argument: Argument) -> str:
        """Return the gender of the one state that an argument is, empty for anything else and where usage varies."""
        mention = argument.mentions[0] if len(argument.mentions) == 1 else None
        if mention is None or argument.k < argument.head or mention.kind not in ("state", "capital"):
            return ""
        gender = self.draft.profile.genders.get(mention.country, "feminine")
        return "feminine" if mention.kind == "capital" else gender
