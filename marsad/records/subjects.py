"""Who an argument names, and who is the understood subject of a predicate that has none of its own."""

from msgspec.structs import replace

from marsad.clauses.genders import ONE_GENDER
from marsad.clauses.lists import GOVERNMENT, ONE, OPENING
from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import Item, Mention
from marsad.records.anaphora import Anaphora
from marsad.records.announcing import PUBLISHING
from marsad.records.carried import going_on, possessing
from marsad.records.causing import among, caused_to, for_whom, made_to, planner, reproved, undergoing, with_second
from marsad.records.facing import government_beside
from marsad.records.gendered import of_its_gender
from marsad.records.offices import Offices
from marsad.records.openings import opening_actor
from marsad.records.others_deeds import told_of_others
from marsad.records.press import behind
from marsad.records.scene import Scene, holds
from marsad.records.spokesmen import UTTERANCE, uttered_by
from marsad.records.undergone import acting, entitled, one_for_several

# Subjects may be lent in a circle: so many loans are followed.
DEPTH = 6
# Where those stand who take part in what a noun names, and to whom it belongs.
OWN_SIDE, POSSESSIVE = ("adj", "gen", "by", "between", "with", "subj"), ("gen", "adj", "by")
# Behind which prepositions what something is part of stands.
WHOLES, MEMBERS = ("of", "from", "for", "including", "in"), "membership"
# Types of events that are done to what others do.
BLAME, REBUFF = frozenset({"ACCUSE"}), frozenset({"ACCUSE", "REJECT"})
# Where that stands for which something is done to somebody.
REASONS = ("for", "over", "because-of", "on", "according-to")
# The tense and relation of an infinitive that completes a noun: whose act it would be is not said.
LOOSE = ("base", "content")
# What somebody says something in.
UTTERANCES = frozenset({"statement", "request", "accusation", "proposal", "decision"})
# The act of saying that one fears or regrets something.
CONCERN = "voice-concern"

# Who tells of what others do, and types of what they hardly do themselves.
WATCHING = frozenset({"JRN", "NGO", "EDU", "MED", "LAB"})
FORCED, VIOLENT = frozenset({"COERCE", "SANCTION"}), "ASSAULT"
# Who makes violence of their own public.
UNDER_ARMS = frozenset({"MIL", "REB", "PRM", "UAF", "COP", "SPY"})
COMMANDING = frozenset({"defense-ministry", "defense-minister"})


class Subjects:
    """Finds actors in one sentence; `settled` are the subjects of predicates whose actor is already decided."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.settled: dict[int, list[Mention]] = {}
        # Those being looked for: pronouns and shared subjects can lead in a circle.
        self._asked_about: list[int] = []
        self.offices, self.anaphora = Offices(scene), Anaphora(scene, self)

    # Arguments

    def actors_of(self, argument: Argument, predicate: Predicate, role: str) -> list[Mention]:
        """Return the actors an argument names, pronouns and expressions for something named before resolved."""
        if argument.mentions:
            named = [known for mention in argument.mentions for known in self.offices.named(mention)]
            return [*named, *self._listed(argument, predicate)]
        if reproached := self._reproached(argument, predicate):
            return reproached
        if argument.slot == "subj" and (maker := uttered_by(self.scene, argument, predicate)) is not None:
            return self.actors_of(maker, predicate, role)
        if argument.head >= 0:
            item = self.scene.parse.items[argument.head]
            if resolved := self._meant(item, predicate, argument.slot):
                return resolved
        inner = self.scene.inner(argument, predicate)
        if inner is not None and MEMBERS not in argument.classes:
            lent = self._of_noun(inner) if self._lends_actors(argument, predicate, role) else []
            owned = "pronoun" in argument.classes and predicate.pos == "noun"
            return lent or (self.possessor(predicate) if owned else self._uttering(argument, predicate))
        if "pronoun" in argument.classes:
            return self.possessor(predicate)
        armed = argument.slot == "by" and "weapons" in argument.classes  # "by bullets of the police"
        own = ("subj", "obj") if role == "actor" and self.scene.parse.verb_last else ("subj",)
        subject = argument.slot in own or predicate.arguments.get("subj") is argument
        written = role == "actor" and UTTERANCE in argument.classes  # "в докладе ООН говорится"
        if role in ("recipient", "beneficiary") or subject or armed or written:
            named = list(argument.modifiers) or self.owner_told(argument, predicate)
            named = named or self._whole(argument, predicate, role) or self._uttering(argument, predicate)
            return named or (self._headed(argument, predicate) or among(predicate, argument) if role == "actor" else [])
        return []

    def _listed(self, argument: Argument, predicate: Predicate) -> list[Mention]:
        """Return whom an expression stands for that opens or closes a list ("the union and the hosts signed")."""
        row, last = self.scene.parse.items, self.scene.parse.items[argument.end - 1]
        closes = last.value in ONE and last.i > argument.mentions[-1].i
        opens = row[argument.k].value in OPENING and row[argument.k + 1].is_function("conj", "and")
        told = self.anaphora.resolved(last if closes else row[argument.k], predicate) if closes or opens else []
        return told or (
            government_beside(argument.mentions[0]) if GOVERNMENT in (last.value, row[argument.k].value) else []
        )

    def _uttering(self, argument: Argument, gerund: Predicate) -> list[Mention]:
        """Return whose the statement is that a gerund describes ("issued a statement condemning X")."""
        told_of = gerund.feature.form == "gerund" or (gerund.relation == "relative" and argument.slot == "subj")
        if not told_of or argument.classes.isdisjoint(UTTERANCES):
            return []
        verbs = reversed(self.scene.parse.predicates[: gerund.number])
        uttering = (p for p in verbs if (said := p.arguments.get("obj")) is not None and said.k == argument.k)
        read = self.scene.concepts
        told = (p for p in uttering if p.number not in read or REBUFF.isdisjoint(read[p.number].event_types))
        return next((self.subject(verb, 1) for verb in told), [])  # who rejects a letter did not write it

    def _whole(self, argument: Argument, predicate: Predicate, role: str) -> list[Mention]:
        """Return whom an unknown noun is part of, named right behind it ("two members of X"); not whom it acts on."""
        members = MEMBERS in argument.classes or self.scene.parse.items[argument.head].is_function("quant")
        slots = [slot for slot in WHOLES if slot in predicate.arguments]
        says = any(("clause", "content") in sense.slots for sense in predicate.senses)
        acting = slots and role == "actor" and (self.scene.parse.verb_last or self.scene.parse.verb_first or says)
        done_to = {s for x in (predicate.senses if acting else ()) for s, to in x.slots if to == "recipient"}
        for owner in (a for slot in slots if slot not in done_to for a in predicate.all(slot)):
            found = owner.mentions or (owner.modifiers if MEMBERS in owner.classes else [])
            inside = members or owner.slot != "in" or any(m.title_kind == "body" for m in found)
            close = 0 <= owner.k - argument.end <= 1 and inside
            if close and any(m.title_kind or m.kind in ("group", "institution") for m in found):
                return found
        return []

    def _headed(self, argument: Argument, predicate: Predicate) -> list[Mention]:
        """Return whose head says or asks something, of no known office ("the head of the commission urged")."""
        items = self.scene.parse.items
        k = argument.end
        if argument.head < 0 or k + 1 >= len(items) or not items[k].is_function("prep", "of"):
            return []
        if not any(concept.act for concept in self.scene.possible_concepts(predicate)):
            return []
        while k + 1 < len(items) and (items[k + 1].is_function("det") or items[k + 1].kind == "word"):
            k += 1
        mention = items[k + 1].mention if k + 1 < len(items) else None
        return [mention] if mention is not None and mention.country else []

    def owner_told(self, argument: Argument, predicate: Predicate) -> list[Mention]:
        """Return whose the thing is that an argument names, told before ("the decision of the three countries")."""
        inside = (k for k in range(argument.k, argument.end) if k != argument.head)
        owners = (item for k in inside if (item := self.scene.parse.items[k]).kind == "anaphora")
        return next((found for item in owners if (found := self._meant(item, predicate))), [])

    def of_action_noun(self, argument: Argument | None, owner: Predicate) -> list[Mention]:
        """Return those who act in an action noun that fills an argument ("the raid by X led to ..."), else nobody."""
        inner = self.scene.inner(argument, owner)
        return self._of_noun(inner) if inner is not None else []

    def _of_noun(self, inner: Predicate) -> list[Mention]:
        """Return those on an action noun's side: not the victims, else whom a relative clause makes its subject ("the
        raid that X carried out").
        """
        victims = self.scene.victims(inner)
        held = (a for slot in OWN_SIDE if not inner.done_to(slot) for a in inner.all(slot))
        found = [m for a in held for m in a.mentions or self.told_before(a, inner) if m not in victims]
        carrier = self.scene.carrier(inner)
        return found or (self.subject(carrier) if carrier is not None and carrier.relation == "relative" else [])

    def told_before(self, argument: Argument, owner: Predicate) -> list[Mention]:
        """Return whom an argument that refers back stands for ("the decision of the three countries")."""
        item = self.scene.parse.items[argument.head] if argument.head >= 0 else None
        return self._meant(item, owner) if item is not None and item.kind == "anaphora" else []

    def _meant(self, item: Item, owner: Predicate, slot: str = "") -> list[Mention]:
        """Return whom a word for somebody told of before stands for, else whose office or outlet it names."""
        return self.anaphora.resolved(item, owner) or behind(self.offices, item, owner, slot)

    def _lends_actors(self, argument: Argument, predicate: Predicate, role: str) -> bool:
        """Return whether those inside an action noun count for its verb: of an object only where all sides act."""
        if role != "actor" or argument.slot != "obj":
            return True
        if self.scene.parse.verb_last and any(("obj", "actor") in sense.slots for sense in predicate.senses):
            return True  # "انتقاد آلمان را در پی داشت"
        sense = predicate.senses[0] if predicate.senses else None
        both = sense is not None and ("obj", "matter") not in sense.slots
        return both and sense is not None and self.scene.concept(sense).shape == "reciprocal"

    def _reproached(self, argument: Argument | None, noun: Predicate) -> list[Mention]:
        """Return whose an act is by its pronoun where it is why something is done to somebody: theirs ("criticised Peru
        for its refusal"), nobody elsewhere.
        """
        if argument is None or argument.slot != "gen" or "pronoun" not in argument.classes or noun.pos != "noun":
            return []
        for verb in reversed(self.scene.parse.predicates[: noun.number]):
            if verb.pos != "noun" and any(a.predicate == noun.number for slot in REASONS for a in verb.all(slot)):
                return verb.mentions("obj") or verb.mentions("with")
        return []

    def possessor(self, predicate: Predicate) -> list[Mention]:
        """Return whose an action noun is by "own" or its pronoun: that of what holds it; of "their" talks two."""
        concept = self.scene.concepts.get(predicate.number)
        if predicate.feature.enclitic == "poss:3d" and concept is not None and concept.shape == "reciprocal":
            before = self.scene.before(self.scene.parse.items[predicate.k])
            if pair := self.scene.memory.pair(2, True, before):
                return pair
        holder = self.scene.carrier(predicate) or self.scene.parent(predicate) or self._holder(predicate)
        acting = self.subject(holder) if holder is not None else self.scene.memory.last_subject()
        return possessing(self.scene, predicate, acting if holder is not None else []) or acting

    # Subjects

    def subject(self, predicate: Predicate, depth: int = 0) -> list[Mention]:
        """Return the actors that are the understood subject of a predicate."""
        if depth > DEPTH or predicate.number in self._asked_about:
            return []
        self._asked_about.append(predicate.number)
        found = self._found(predicate, depth)
        self._asked_about.pop()
        return found

    def _found(self, predicate: Predicate, depth: int) -> list[Mention]:
        argument = predicate.arguments.get("subj")
        if argument is not None and argument is not predicate.arguments.get("obj"):
            return self.actors_of(argument, predicate, "actor")
        if predicate.relation in ("inf", "gerund") and predicate.parent >= 0:
            return self._governed(self.scene.parse.predicates[predicate.parent], predicate, depth)
        if predicate.relation == "relative" and predicate.shares >= 0:
            asked = self._asked(self.scene.parse.predicates[predicate.shares])
            if asked and predicate.feature.enclitic.startswith("obj"):
                return asked  # "asked Tehran to free the two whom it holds"
        if predicate.shares >= 0:
            lender = self.scene.parse.predicates[predicate.shares]
            if predicate.pos == "adj" and (said := _either(lender)) is not None:
                return self.actors_of(said, lender, "actor")  # "تبقى عضوية X معلقة"
            if (undergone := undergoing(self.scene, predicate, lender)) is not None:
                return self.actors_of(undergone, lender, "actor")  # "X was invited but declined"
            return with_second(predicate, lender, self._shared(lender, depth))
        return self._unsaid(predicate)

    def _governed(self, governor: Predicate, inner: Predicate, depth: int) -> list[Mention]:
        """Return the subject of an infinitive or gerund by the verb or noun that governs it."""
        if inner.under and inner.relation == "inf":
            return self.subject(governor, depth + 1)  # "turned to A in order to thank B": who turned to A
        if (blamed := reproved(self.scene, governor, inner)) is not None:
            shared = governor.shares >= 0 and governor.passive and not blamed
            return self.subject(self.scene.parse.predicates[governor.shares], depth + 1) if shared else blamed
        told = (
            for_whom(governor, inner)
            or planner(self.scene, governor, inner)
            or made_to(governor, inner)
            or self.controlled(governor, depth)
        )
        caused = caused_to(governor, inner) if not told else None
        return self.actors_of(caused, governor, "actor") if caused is not None else told

    def _unsaid(self, predicate: Predicate) -> list[Mention]:
        """Return the subject of a verb that none stands with: that of the clauses around it, else who spoke last."""
        loose = (predicate.tense, predicate.relation) == LOOSE or self._asks(predicate)
        if predicate.passive or predicate.pos == "noun" or loose:
            return []
        if predicate.feature.form == "gerund" and predicate.parent < 0 and (main := self._main_before(predicate)):
            return main
        others = told_of_others(self.scene, predicate)
        if others and (asked := self._asked(self.scene.parse.predicates[predicate.parent])):
            return asked  # "از سودان خواست به تعهدات خود عمل کند"
        if (predicate.parent >= 0 or predicate.relation == "relative") and (outer := self.outer(predicate)):
            return entitled(self.scene, predicate, of_its_gender(self.scene, predicate, outer))
        if predicate.under and (before := self._verb_before(predicate)) is not None:
            return self.subject(before, 1)
        inflected = predicate.pos in ("verb", "light") and predicate.feature.person
        ruled_out = (predicate.feature.form, predicate.negated, predicate.tense) == ("gerund", True, "future")
        told = inflected or ruled_out or (predicate.pos == "phrase" and self.scene.parse.verb_first)  # "لم تسدد حصتها"
        if inflected and inflected.startswith("1") and self.scene.parse.sources:
            return self.scene.parse.sources
        if inflected in ONE_GENDER and not (self.scene.parse.verb_first or self.scene.parse.verb_last):
            return going_on(self.scene, predicate)
        speakers = self.scene.memory.speakers if told else []
        return [] if inflected and one_for_several(predicate, speakers) else entitled(self.scene, predicate, speakers)

    def _main_before(self, gerund: Predicate) -> list[Mention]:
        """Return the subject of the last finite verb before a gerund on its own ("X wrote a book, urging")."""
        before = reversed(self.scene.parse.predicates[: gerund.number])
        verbs = (p for p in before if p.pos in ("verb", "light") and p.relation == "main" and not p.passive)
        finite = (p for p in verbs if p.feature.form != "gerund" and "subj" in p.arguments)
        return next((self.subject(p, 1) for p in finite), None) or opening_actor(self.scene, gerund)

    def _verb_before(self, predicate: Predicate) -> Predicate | None:
        """Return the verb before a subordinate clause without a subject that agrees as its own does, None for none."""
        person = predicate.feature.person
        verbs = (p for p in self.scene.parse.predicates[: predicate.number] if p.pos in ("verb", "light"))
        before = list(reversed(list(verbs)))
        if predicate.under == "where":
            return next((v for v in before if v.mentions("subj")), None)
        return next((v for v in before if person and v.feature.person == person), None)

    def outer(self, predicate: Predicate) -> list[Mention]:
        """Return the subject of the nearest clause around a predicate that has one."""
        governor, steps = self.scene.parent(predicate) or self._described_in(predicate), 0
        while governor is not None and steps < DEPTH:
            found = self.settled.get(governor.number) or self.subject(governor, 1)
            if found:
                return found
            governor, steps = self.scene.parent(governor), steps + 1
        return []

    def _described_in(self, predicate: Predicate) -> Predicate | None:
        """Return the verb whose argument a relative clause describes ("left the pact that it had signed")."""
        if predicate.relation != "relative":
            return None
        heads = {a.head for slot, a in predicate.arguments.items() if slot != "subj" and a.head >= 0}
        others = (p for p in self.scene.parse.predicates if p is not predicate and p.pos != "noun")
        told = (p for p in others if any(a.head in heads and s != "subj" for s, a in p.arguments.items()))
        return next(told, None)

    def _shared(self, other: Predicate, depth: int) -> list[Mention]:
        """Return the subject shared with a verb; where that has none in somebody's words, who speaks them."""
        found = self.subject(other, depth + 1)
        thing = "subj" in other.arguments or self._asks(other)
        parent = self.scene.parent(other) if not found and not thing else None
        if parent is not None and parent.number != other.number and other.relation != "relative":
            return acting(other, self.subject(parent, depth + 1), self.scene.parse.items)
        return found

    def _asks(self, verb: Predicate) -> bool:
        """Return whether "what" is the subject of a verb ("what happened is unacceptable")."""
        return verb.k > 0 and self.scene.parse.items[verb.k - 1].is_function("question")

    # Control

    def asking(self, noun: Predicate) -> list[Mention]:
        """Return who is to do what a verb plans, asks for or denies; an accusation is not by who rejects it."""
        governor = self.scene.parse.predicates[noun.parent]
        blames = any(concept.noun_class == "accusation" for concept in self.scene.possible_concepts(noun))
        for concept in self.scene.possible_concepts(governor):
            if (blames and concept.content == "denied") or concept.act == CONCERN:
                return []  # nobody is worried about what they do themselves
        given = any(a.predicate == noun.number for a in governor.all("obj2"))  # "handed X the draft of a treaty"
        return self.subject(governor) if given else self.controlled(governor)

    def controlled(self, governor: Predicate, depth: int = 0) -> list[Mention]:
        """Return the understood subject of what a predicate governs: its object where it asks, else its subject."""
        asked = self._asked(governor)
        if asked:
            return asked
        return self._of_action(governor, depth) if governor.pos == "noun" else self.subject(governor, depth + 1)

    def _asked(self, governor: Predicate) -> list[Mention]:
        if any(concept.control == "recipient" for concept in self.scene.possible_concepts(governor)):
            for slot in ("obj", "on", "to", "with", "from"):
                argument = governor.arguments.get(slot)
                if argument is not None and (found := self.actors_of(argument, governor, "recipient")):
                    return found
        return []

    def _of_action(self, noun: Predicate, depth: int) -> list[Mention]:
        """Return who does what an action noun names: whose it is, else the subject of the verb that holds it."""
        held = [a for slot in POSSESSIVE for a in noun.all(slot)]
        own = [m for a in held for m in a.mentions or self._opening(a, noun)]
        own = own or self._reproached(noun.arguments.get("gen"), noun)
        if own:
            return own
        if (holder := self._holder(noun)) is not None:
            return [] if self._blames(holder) else self.subject(holder, depth + 1)
        carrier = self.scene.carrier(noun)
        return self.subject(carrier, depth + 1) if carrier is not None else []

    def _opening(self, owner: Argument, noun: Predicate) -> list[Mention]:
        """Return whom an expression that opens an argument stands for ("the bloc's decision to ...")."""
        item = self.scene.parse.items[owner.k]
        return self.anaphora.resolved(item, noun) if item.kind == "anaphora" else []

    def _blames(self, verb: Predicate) -> bool:
        """Return whether the object of a verb is hardly its subject's own ("condemned the decision to ...")."""
        possible = self.scene.possible_concepts(verb)
        return any(BLAME.intersection(c.event_types) and c.content == "same" for c in possible)

    def _holder(self, noun: Predicate) -> Predicate | None:
        """Return the first other predicate that has an action noun among its arguments, None for none."""
        return next((p for p in self.scene.parse.predicates if p.number != noun.number and holds(p, noun)), None)

    def announcer(self, verb: Predicate, act: Predicate) -> list[Mention]:
        """Return who makes an act public as their own: papers that report an expulsion, or force, did not do it."""
        if not any(concept.act in PUBLISHING for concept in self.scene.possible_concepts(verb)):
            return []
        concepts = self.scene.possible_concepts(act)
        types = {kind for concept in concepts for kind in concept.event_types}
        if any(concept.harm for concept in concepts):
            return []  # "announced the death of ten"
        if VIOLENT in types:
            return [m for m in self.subject(verb) if m.sector in UNDER_ARMS or m.role in COMMANDING]
        return [m for m in self.subject(verb) if types.isdisjoint(FORCED) or m.sector not in WATCHING]

    def asked_for(self, predicate: Predicate) -> bool:
        """Return whether an action noun is what a verb plans, asks for, promises, denies or brings somebody to."""
        governor = self.scene.parent(predicate)
        if predicate.pos != "noun" or governor is None or not holds(governor, predicate):
            return False
        if governor.number == predicate.light and governor.pos == "light":
            return False  # it only carries the noun
        concepts = self.scene.possible_concepts(governor)
        return any(c.content not in ("same", "historical") or c.control == "recipient" for c in concepts)


def _either(verb: Predicate) -> Argument | None:
    """Return what follows a verb as its subject or object, as its subject, None where only one of them is told."""
    said = verb.arguments.get("subj")
    return replace(said, slot="subj") if said is not None and said is verb.arguments.get("obj") else None
