"""Who does what to whom by grammatical case; where a form may be subject or object, agreement and order decide."""

from collections.abc import Iterator

import msgspec

from marsad.clauses.ahead_of_verb import governing, own
from marsad.clauses.case_arguments import CaseArguments
from marsad.clauses.case_clauses import CaseClauses, Surroundings
from marsad.clauses.case_forms import addressed, asks_instrumental, by, of_any_number, only_object, placed, undeclined
from marsad.clauses.cases import (
    ACCUSATIVE,
    ANY,
    DATIVE,
    GENITIVE,
    INSTRUMENTAL,
    NOMINATIVE,
    PLURAL,
    SINGULAR,
    meet,
    rections,
)
from marsad.clauses.draft import HELPERS, Draft
from marsad.clauses.gerunds import main_verb
from marsad.clauses.giving import give, seated, share_patient, take_along, turn_passive
from marsad.clauses.model import Argument, Predicate
from marsad.clauses.nodes import Chunk

_PARTICIPLES = frozenset({"participle", "active"})
_PERSONS = frozenset({"title", "person", "name"})
# What a number and its noun are no subject of.
_ONE = frozenset({"3ms", "3fs"})
# Types of what is decided in a capital.
_DECIDED = frozenset({"AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "RETREAT"})
# Where it stands within whom something is told.
_WITHIN = ("in", "in+")


class CaseRoles:
    """Fills the slots of the predicates of one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.arguments, self.clauses = CaseArguments(draft), CaseClauses(draft)
        self._taken: list[Chunk] = []

    def run(self) -> None:
        """Fill nouns, then verbs, then lend subjects to gerunds."""
        verbs = [predicate for predicate in self.draft.predicates if predicate.pos != "noun"]
        for predicate in self.draft.predicates:
            if predicate.pos == "noun":
                self.arguments.fill_noun(predicate)
                self._said_of(predicate)
        for predicate in verbs:
            self._fill(predicate)
        first = next((verb for verb in verbs if self.draft.finite(verb)), None)
        for predicate in verbs:
            if predicate.feature.form == "gerund":
                predicate.shares = main_verb(self.draft, predicate)
            told = predicate is first and predicate.feature.person in _ONE  # whose gender says who goes on
            if "subj" not in predicate.arguments and predicate.shares < 0 and not told:
                self._nobody_named(predicate)

    @staticmethod
    def _nobody_named(predicate: Predicate) -> None:
        """Let the third person stand for nobody known where no subject stands with it ("they arrested ...")."""
        if predicate.feature.person.startswith("3"):
            predicate.feature = msgspec.structs.replace(predicate.feature, person="")

    # Verbs

    def _fill(self, predicate: Predicate) -> None:
        around = self.clauses.around(predicate)
        if predicate.feature.form in _PARTICIPLES:
            self._participle(predicate, around.right)
        else:
            self._clause(predicate, around)
            self._ahead(predicate)
        if predicate.passive:
            turn_passive(predicate, self.draft.row)
            share_patient(predicate, self.draft.predicates)

    def _ahead(self, infinitive: Predicate) -> None:
        """Give an infinitive right before its governor what stands before it ("A B to join refused")."""
        n = self.draft.node_of[infinitive.number]
        number = governing(self.draft, n) if infinitive.tense == "base" and not infinitive.modal else -1
        if number < 0:
            return
        governor = self.draft.predicates[number]
        left, right, *_ = self.clauses.around(governor)
        acting = [chunk for chunk in left if chunk.mentions] or left
        chunks = own(infinitive, governor, left, self._subject(governor, acting, right))
        self._rest(infinitive, chunks)
        self._taken += chunks

    def _participle(self, predicate: Predicate, right: list[Chunk]) -> None:
        """Give a participle what it describes: as the subject, which a passive one turns into its object."""
        noun = self.clauses.described(predicate, right)
        if noun is not None:
            self._name(predicate, "subj", noun)
        self._rest(predicate, [chunk for chunk in right if chunk is not noun])

    def _clause(self, predicate: Predicate, around: Surroundings) -> None:
        left, right = [c for c in around.left if c not in self._taken], list(around.right)
        if around.rel >= 0:
            self._relative(predicate, around.rel, left)
        joined = self.draft.predicates[around.joined] if around.joined >= 0 else None
        before = self._alike(predicate, joined) if joined is not None else None
        predicate.shares = before.number if before is not None and not _of_nobody(predicate, before) else -1
        bare = [chunk for chunk in (*left, *right) if not chunk.preposition]
        subject = self._subject(predicate, left, right) if "subj" not in predicate.arguments else None
        if subject is None and around.joined < 0 and "subj" not in predicate.arguments:
            self._beside_genitive(predicate, left, right)
        if subject is not None and self._goes_on(predicate, around, subject):
            subject = None
        if subject is not None and not (around.joined >= 0 and subject.case == ANY):
            self._name(predicate, "subj", subject)
            predicate.shares = -1 if around.joined < 0 or subject in right else predicate.shares
        self._rest(predicate, [chunk for chunk in (*left, *right) if chunk is not subject])
        self._impersonal(predicate, bare)
        self._said_within(predicate)

    def _beside_genitive(self, predicate: Predicate, left: list[Chunk], right: list[Chunk]) -> None:
        """Let a name that does not decline be the subject beside its verb, not whose the thing before it is ("За
        обстрел посольства Чили выслало ...", "С Перу разорвало отношения Чили").
        """
        before = [chunk for chunk in left[:1] if chunk.end == predicate.k]
        near = next((c for c in (*before, *(c for c in right[:1] if not c.preposition)) if c.modifiers), None)
        if near is None or predicate.passive or predicate.feature.person not in ("3ns", "3s"):
            return
        name = near.modifiers[-1]
        if name.kind == "state" and undeclined(name.case) and name.j == self.draft.row[near.end - 1].j:
            give(predicate, "subj", Argument("subj", near.end - 1, near.end, near.end - 1, [name], {"actor", "state"}))

    def _goes_on(self, predicate: Predicate, around: Surroundings, subject: Chunk) -> bool:
        """Return whether a verb behind "and" has the subject of the one before, what stands behind it its object."""
        if around.joined < 0 or not meet(subject.case, ACCUSATIVE) or not self._takes_object(predicate):
            return False
        before = self._alike(predicate, self.draft.predicates[around.joined])
        same = before.feature.person == predicate.feature.person != "" and "subj" in before.arguments
        return same and bool(subject.mentions) and any(subject is chunk for chunk in around.right)

    def _alike(self, predicate: Predicate, joined: Predicate) -> Predicate:
        """Return the verb before "and" that a verb goes on with: past a clause of another number, that which said it
        ("заявила, что переговоры идут, и обвинила").
        """
        person, said = predicate.feature.person, self.draft.predicates[: joined.number]
        if joined.feature.person == person or not person:
            return joined
        same = (p for p in reversed(said) if p.pos == "verb" and p.feature.person == person and "subj" in p.arguments)
        return next(same, joined)

    def _relative(self, predicate: Predicate, rel: int, left: list[Chunk]) -> None:
        """Let the noun before a relative clause play the part that the case of the pronoun says."""
        predicate.relation = "relative"
        known = self.draft.row[self.draft.nodes[rel].k].known
        case = known.feature.case if known is not None else ""
        if self.draft.row[self.draft.nodes[rel].k].role == "whose":
            return  # the noun behind it plays the part
        gender = known.feature.person if known is not None else ""
        noun = self.clauses.antecedent(rel, ANY if not case else PLURAL if case.isupper() else SINGULAR, gender)
        if noun is None or known is None:
            return
        preposition = self._governing(rel, case or ANY)
        left.append(msgspec.structs.replace(noun, preposition=preposition, case=case or NOMINATIVE))

    def _governing(self, n: int, cases: str) -> str:
        """Return what the preposition right before node `n` means with these cases, empty where there is none."""
        before = self.draft.nodes[n - 1] if n else None
        if before is None or before.kind != "prep":
            return ""
        item = self.draft.row[before.k]
        return next((role for role, governed in rections(item) if meet(cases, governed)), item.role)

    # Subject

    def _subject(self, predicate: Predicate, left: list[Chunk], right: list[Chunk]) -> Chunk | None:
        """Return the noun phrase that is the subject, None where none can be."""
        if predicate.feature.form in ("base", "gerund") and not self.draft.finite(predicate):
            return None
        able = [chunk for chunk in (*left, *right) if self._may_be_subject(predicate, chunk)]
        sure = [chunk for chunk in able if not meet(chunk.case, ACCUSATIVE)]
        if sure:
            return sure[0]
        before = [chunk for chunk in able if any(chunk is other for other in left)]
        before = [chunk for chunk in before if chunk.case != ANY] or before
        objects = any(only_object(chunk) for chunk in (*left, *right))
        if len(able) == 1 and not objects and self._undergoes(predicate, able[0]):
            return None
        acting = [chunk for chunk in able if chunk.mentions] if predicate.senses else []
        rather = bool(before and acting) and self._takes_object(predicate) and not self._known_to_act(before[0])
        if before and (not rather or _moves(predicate)):
            return before[0]
        if before:
            return acting[0]
        if objects:
            return next(iter(able), None)
        return next((chunk for chunk in able if self._acts_behind(predicate, chunk, [*left, *right])), None)

    def _known_to_act(self, chunk: Chunk) -> bool:
        """Return whether a noun phrase is somebody named or told of before, not whom a relative clause is about."""
        return self._speaks(chunk) and not self.draft.row[chunk.k - 1].is_function("rel", "whose")

    def _undergoes(self, predicate: Predicate, chunk: Chunk) -> bool:
        """Return whether a plural verb without a subject tells what was done to things before it ("the talks they put
        off"): it means something with such an object alone.
        """
        if not predicate.feature.person.endswith("p") or self._speaks(chunk) or not self._takes_object(predicate):
            return False
        needs = [need for sense in predicate.senses for need in sense.needs if not need.negative]
        if not any(need.slot == "obj" for need in needs):
            return False
        thing = self.arguments.make("obj", chunk)
        fits = {need.slot for need in needs if need.classes & thing.classes}
        return "obj" in fits and "subj" not in fits

    def _may_be_subject(self, predicate: Predicate, chunk: Chunk) -> bool:
        return not chunk.preposition and bool(meet(chunk.case, NOMINATIVE)) and self._agrees(predicate, chunk)

    def _agrees(self, predicate: Predicate, chunk: Chunk) -> bool:
        """Return whether number and gender of a verb fit a noun phrase; an office may have either gender."""
        person = predicate.feature.person
        counted = any(self._counts(k) for k in range(chunk.k, chunk.end))
        part = self.draft.row[chunk.k].value == "quant"  # a noun with a gender of its own ("часть", "ряд")
        if not person or (counted and (part or person not in _ONE)):
            return True
        if person.endswith("p"):
            ends = (self.draft.row[chunk.k].kind, self.draft.row[chunk.end - 1].kind)
            listed = len(chunk.mentions) > 1 or (chunk.mentions and "anaphora" in ends)
            named = bool(chunk.mentions) and chunk.mentions[0].kind == "name"  # of no table
            one = named and chunk.case == ANY and not predicate.passive
            return bool(listed) or (not one and ("N" in chunk.case or of_any_number(chunk)))
        known = self.draft.row[chunk.head].known
        gender = known.feature.person if known is not None else ""
        mention = next(iter(chunk.mentions), None)
        free = len(person) < 3 or len(gender) != 1 or (mention is not None and mention.kind in _PERSONS)
        free = free or (mention is not None and undeclined(mention.case))
        if counted and mention is not None and "n" not in (mention.case or "n"):
            return False  # "79 студентов" act together, or are told of with a neuter
        return "n" in chunk.case and (free or gender == person[1])

    def _counts(self, k: int) -> bool:
        item = self.draft.row[k]
        return item.value == "quant" or (item.kind == "word" and self.draft.sentence.tokens[item.i][0].isdigit())

    def _acts_behind(self, predicate: Predicate, chunk: Chunk, around: list[Chunk]) -> bool:
        """Return whether what stands behind a verb, subject or object by its form, is the subject."""
        if predicate.passive or predicate.feature.voice == "middle" or predicate.pos in ("adj", "phrase"):
            return True
        if self.draft.takes_clause(predicate) and (chunk.mentions or self.draft.row[chunk.head].kind == "outlet"):
            return True
        others = [other for other in around if other is not chunk and not other.preposition]
        return any(meet(other.case, ACCUSATIVE) and not self._agrees(predicate, other) for other in others)

    # What is left

    def _rest(self, predicate: Predicate, chunks: list[Chunk]) -> None:
        """Give each noun phrase that is no subject the slot its case or preposition says."""
        instrumental = asks_instrumental(predicate)
        genitives: list[Chunk] = []
        for chunk in (c for c in chunks if not placed(c, chunks)):
            if chunk.preposition:
                self.arguments.prepositional(predicate, chunk)
            elif addressed(predicate, chunk, chunks, self._before_infinitive(chunk)):
                self.arguments.prepositional(predicate, msgspec.structs.replace(chunk, preposition="to"))
            elif meet(chunk.case, ACCUSATIVE) and self._takes_object(predicate):
                self._object(predicate, chunk)
            elif (
                meet(chunk.case, DATIVE)
                and not (instrumental and meet(chunk.case, INSTRUMENTAL))
                and not by(predicate, chunk)
            ):
                self.arguments.prepositional(predicate, msgspec.structs.replace(chunk, preposition="to"))
            elif meet(chunk.case, INSTRUMENTAL):
                slot = "by" if predicate.passive and (chunk.mentions or not instrumental) else "ins"
                self.arguments.prepositional(predicate, msgspec.structs.replace(chunk, preposition=slot))
            elif meet(chunk.case, GENITIVE):
                genitives.append(chunk)
        for chunk in genitives:
            self._object(predicate, chunk)
        if self._takes_object(predicate):
            take_along(predicate, self.draft.row)

    def _before_infinitive(self, chunk: Chunk) -> bool:
        """Return whether an infinitive stands right behind a noun phrase."""
        row = self.draft.row
        known = row[chunk.end].known if chunk.mentions and chunk.end < len(row) else None
        return known is not None and known.feature.form == "base"

    def _takes_object(self, predicate: Predicate) -> bool:
        return not predicate.passive and predicate.feature.voice != "middle" and predicate.pos in ("verb", "light")

    def _object(self, predicate: Predicate, chunk: Chunk) -> None:
        free = next((slot for slot in ("obj", "obj2", "obj3") if slot not in predicate.arguments), None)
        if free is not None:
            self._name(predicate, free, chunk)

    def _name(self, predicate: Predicate, slot: str, chunk: Chunk) -> None:
        give(predicate, slot, self.arguments.make(slot, chunk))

    def _impersonal(self, predicate: Predicate, bare: list[Chunk]) -> None:
        """Let a dative be the subject where something has to be done, may be or was tried ("A must leave")."""
        tried = predicate.k > 0 and self.draft.row[predicate.k - 1].is_function("aux", "seem")
        if predicate.feature.form != "base" or not (predicate.modal or tried) or "subj" in predicate.arguments:
            return
        chunk = next((chunk for chunk in bare if meet(chunk.case, DATIVE)), None)
        if chunk is not None:
            predicate.arguments.pop("to", None)
            self._name(predicate, "subj", chunk)

    def _said_within(self, predicate: Predicate) -> None:
        """Let a body be the subject where it is told without a subject what was said in it ("they said in the EU")."""
        if "subj" in predicate.arguments or predicate.shares >= 0 or not predicate.feature.person.endswith("p"):
            return
        filled = (slot for slot in _WITHIN if slot in predicate.arguments)
        within = next((slot for slot in filled if self._speaks(predicate.arguments[slot])), "")
        through = predicate.arguments.get("into")
        if within and self._placed_before(predicate.arguments[within], predicate):
            return
        if within and (self.draft.takes_clause(predicate) or self._decides(predicate)):
            give(predicate, "subj", seated(self.draft.row, predicate.arguments.pop(within)))
        elif through is not None and self._speaks(through) and self._says(predicate):
            give(predicate, "subj", predicate.arguments.pop("into"))

    def _placed_before(self, inside: Argument, predicate: Predicate) -> bool:
        """Return whether a place belongs to an act named right before it ("the blast in A was blamed on B")."""
        named = (noun for noun in self.draft.predicates if noun.pos == "noun" and noun.k < predicate.k)
        placed = (noun for noun in named if any(("in", "place") in sense.slots for sense in noun.senses))
        held = (noun.arguments.get("in") for noun in placed)
        return any(place is not None and place.k == inside.k for place in held)

    def _speaks(self, argument: Argument | Chunk) -> bool:
        return bool(argument.mentions) or self.draft.row[argument.head].kind == "anaphora"

    def _decides(self, predicate: Predicate) -> bool:
        """Return whether a verb tells what governments decide ("in A they lifted the duties")."""
        concepts = [self.draft.inventory.concepts[sense.concept] for sense in predicate.senses]
        types = {kind for concept in concepts for kind in concept.event_types}
        return bool(types) and types <= _DECIDED

    def _says(self, predicate: Predicate) -> bool:
        concepts = (self.draft.inventory.concepts[sense.concept] for sense in predicate.senses)
        return any(concept.shape == "saying" for concept in concepts)

    # Nouns said of somebody, gerunds

    def _said_of(self, noun: Predicate) -> None:
        """Find of whom a noun is said: "A is a member of B", with a verb to be or a dash."""
        nodes = self.draft.nodes
        n = next((n for n, node in enumerate(nodes) if node.chunk is not None and node.k <= noun.k < node.end), 0)
        own = nodes[n].chunk
        if n < 2 or own is None or own.preposition:
            return
        if not self._links(n - 1):
            self._beside_name(noun, n, own)
            return
        for chunk in self._before(n - 1):
            if not chunk.preposition and meet(chunk.case, NOMINATIVE):
                noun.arguments.setdefault("subj", self.arguments.make("subj", chunk))
                noun.negated = noun.negated or any(nodes[m].kind == "neg" for m in (n - 1, n - 2))
                return

    def _beside_name(self, noun: Predicate, n: int, own: Chunk) -> None:
        """Let a noun be said of the actor right before its comma: "A, since 2015 a full member of B, ..."."""
        while n > 1 and self.draft.nodes[n - 1].kind in ("time", "adv", "prep"):
            n -= 1
        named = self.draft.nodes[n - 2].chunk if self.draft.sign(self.draft.nodes[n - 1], ",") else None
        states = (self.draft.inventory.concepts[sense.concept].shape == "state" for sense in noun.senses)
        if (
            named is not None
            and named.mentions
            and not named.preposition
            and meet(named.case, own.case)
            and all(states)
        ):
            noun.arguments.setdefault("subj", self.arguments.make("subj", named))

    def _links(self, n: int) -> bool:
        return self.draft.nodes[n].kind in ("aux", "neg") or self.draft.sign(self.draft.nodes[n], "—–")

    def _before(self, n: int) -> Iterator[Chunk]:
        """Yield the noun phrases before node `n`, nearest first, up to a verb or sign."""
        for node in reversed(self.draft.nodes[:n]):
            if node.chunk is not None:
                yield node.chunk
            elif node.kind not in HELPERS and node.kind != "prep":
                return


def _of_nobody(predicate: Predicate, before: Predicate) -> bool:
    """Return whether a plural verb has no subject of its own, nor the one of the verb before "and", which is one
    ("он жил в Лиме, но его арестовали").
    """
    return predicate.feature.person == "3p" and before.feature.person[:1] == "3" and before.feature.person[-1:] == "s"


def _moves(predicate: Predicate) -> bool:
    """Return whether a verb tells what somebody, its object, feels about somebody ("A's refusal disappointed B")."""
    return any(("obj", "actor") in sense.slots and ("subj", "recipient") in sense.slots for sense in predicate.senses)
