"""The scene of one sentence: what every step from clause to record looks at."""

import msgspec

from marsad.clauses.model import Argument, Parse, Predicate
from marsad.inventory import Concept, Inventory
from marsad.lexicon.entries import Sense
from marsad.mentions.items import Item, Mention
from marsad.mentions.memory import Memory
from marsad.records.frame import Frame
from marsad.records.members import members_told
from marsad.text.sentences import Sentence

# Sides of which there are so many change from sentence to sentence.
PAIR = 2
# The signs of a question.
QUESTION = frozenset("?؟")
# The role of those who may be the members of a body.
LEADERS = "leader"
# Types of what is done in words.
VERBAL = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN"})
# Types of what is done to somebody against their will.
HARM = frozenset({"ASSAULT", "COERCE", "SANCTION"})


class Scene(msgspec.Struct):
    """One sentence with what the article taught before it; `concepts` and `frames` are by number of the predicate.

    `dateline` is the place that the report was sent from, `replaced` are the predicates of plans that came to nothing,
    each with that of what became of it, `mentions` the actors of the sentence in order, `nominals` its items that can
    be nouns of a class, `relatives` the verbs of its relative clauses.
    """

    parse: Parse
    sentence: Sentence
    inventory: Inventory
    memory: Memory
    dateline: Mention | None = None
    concepts: dict[int, Concept] = msgspec.field(default_factory=dict)
    frames: dict[int, Frame] = msgspec.field(default_factory=dict)
    replaced: dict[int, int] = msgspec.field(default_factory=dict)
    mentions: list[Mention] = []
    nominals: list[int] = []
    relatives: list[Predicate] = []

    def __post_init__(self) -> None:
        """Note what is asked for ten times a sentence: its items stay as they are."""
        items = self.parse.items
        self.mentions = [item.mention for item in items if item.mention is not None]
        self.nominals = [k for k, i in enumerate(items) if i.span is not None and "nominal" in i.span.form.kinds]
        self.relatives = [predicate for predicate in self.parse.predicates if predicate.relation == "relative"]

    # Words and actors

    @property
    def asks(self) -> bool:
        """Whether the sentence ends as a question, which tells of nothing done."""
        return not QUESTION.isdisjoint(self.sentence.tokens[-2:])

    def before(self, item: Item) -> list[Mention]:
        """Return the known actors named in the sentence before an item."""
        return [i.mention for i in self.parse.items if i.mention is not None and i.i < item.i and i.mention.country]

    def tokens(self, item: Item) -> list[str]:
        """Return the words of an item."""
        return self.sentence.tokens[item.i : item.j]

    def sides(self, number: int, here: list[Mention], bodies: bool = False) -> list[Mention]:
        """Return so many states that acted together: in this sentence before, else last, else two named last.

        `here` are the actors named in the sentence before the expression that stands for them; `bodies` tells that one
        side may be an institution ("both sides").
        """
        told = (_distinct(frame.of("actor")) for frame in reversed(self.frames.values()))
        together = next((states for states in told if len(states) == number), None)
        if together is not None:
            return list(together.values())
        remembered = _distinct(self.memory.sides.get(number, []))
        still = number > PAIR or self.memory.recently(remembered)  # three who acted together stay together
        if len(_distinct(here)) < number and len(remembered) == number and still:
            return list(remembered.values())
        if number > PAIR:
            return self.memory.told_most(number) or members_told(self.memory, number, here, self.mentions)
        topic = self.memory.topic_pair(bodies)
        if len(_distinct(here)) < number or (bodies and {m.country for m in topic} & set(_distinct(here))):
            return topic or self.memory.pair(number, True, here)
        return self.memory.pair(number, True, here)

    # Predicates

    def other_side(self, concept: Concept, states: set[str], treaty: bool = False) -> list[Mention]:
        """Return to whom states do what no word says to whom: to whom others did the like just before ("cut ties with
        Peru. Chile only recalled its envoy"), else the other side of the report.
        """
        act = self.memory.act
        if act is not None and not set(concept.event_types).isdisjoint(
            self.inventory.concepts[act.concept].event_types
        ):
            same = [m for m in act.roles.get("recipient", []) if m.country and m.country not in states]
            if same and self.memory.recently(m.country for m in same):
                return same
        return self.memory.other_side(states, treaty)

    def parent(self, predicate: Predicate) -> Predicate | None:
        """Return the predicate in whose content a predicate stands, None for the main one."""
        return self.parse.predicates[predicate.parent] if predicate.parent >= 0 else None

    def own(self, noun: Predicate) -> bool:
        """Return whether "own" right behind an action noun makes it one of the subject's ("حمایت خود از X")."""
        row = self.parse.items
        return "gen" not in noun.arguments and noun.k + 1 < len(row) and row[noun.k + 1].is_function("adv", "own")

    def carrier(self, predicate: Predicate) -> Predicate | None:
        """Return the light verb that carries an action noun, None where there is none."""
        return self.parse.predicates[predicate.light] if predicate.light >= 0 else None

    def with_carrier(self, predicate: Predicate) -> list[Predicate]:
        """Return a predicate and, where it has one, its light verb."""
        carrier = self.carrier(predicate)
        return [predicate] if carrier is None else [predicate, carrier]

    def definite(self, noun: Predicate) -> bool:
        """Return whether an action noun is one that the reader knows ("the attack", "this attack")."""
        row, k = self.parse.items, noun.k - 1
        while k >= 0 and row[k].kind == "word":
            k -= 1
        return "the" in row[noun.k].marks or (k >= 0 and row[k].is_function("det") and row[k].role != "a")

    def of_all(self, mention: Mention) -> bool:
        """Return whether an office is that of the members of the body that the article is about ("the leaders")."""
        office = (mention.plural and mention.title_kind == "office") or mention.role == LEADERS
        several = office and mention.sector == "GOV" and not mention.country and not mention.person
        bodies = [m for m in (*self.memory.topic, *self.memory.last_subject()) if m.country.startswith("IGO:")]
        return several and bool(bodies) and (bool(self.memory.assembled) or not self.memory.meeting)

    def known(self, argument: Argument) -> bool:
        """Return whether a noun phrase is of a thing that the reader knows ("the step", "this step")."""
        first = self.parse.items[argument.k]
        return "the" in first.marks or (first.is_function("det") and first.role != "a")

    def tells(self, predicate: Predicate) -> str:
        """Return what a verb says of the action noun it carries: `happened` (a passive light verb too: "رجل جرى
        توقيفه"), `undergone`, or empty for neither.
        """
        concept = self.concepts.get(predicate.number)
        if concept is None and self.parse.items[predicate.k].is_function("light", "passive"):
            return "happened"
        return concept.tells if concept is not None else ""

    def inner(self, argument: Argument | None, owner: Predicate) -> Predicate | None:
        """Return the action noun or verb that an argument of `owner` contains, None where it contains no other."""
        if argument is None or argument.predicate < 0 or argument.predicate == owner.number:
            return None
        return self.parse.predicates[argument.predicate]

    def told_of(self, noun: Predicate) -> list[Predicate]:
        """Return the verbs of the relative clauses that belong to a noun ("talks that were to be held in Lima")."""
        return [p for p in self.relatives if holds(p, noun)]

    def slots_of(self, sense: Sense, predicate: Predicate) -> tuple[tuple[str, str], ...]:
        """Return which role stands in which slot by a row; the genitive of an action noun acts where its object stands
        bare or behind a particle that is written with it ("قصف روسيا لأوكرانيا"), a pronoun does what is in words,
        and the genitive suffers where another does it ("the accusation of A by B"); who sent what was received acts.
        """
        owner, patient = predicate.arguments.get("gen"), predicate.arguments.get("for")
        if owner is not None and owner.mentions and _done_by_another(sense, predicate):
            return (("gen", "recipient"), ("by", "actor"), *(p for p in sense.slots if p[0] not in ("gen", "by")))
        if owner is not None and owner.mentions and self._undertaken(sense, predicate):
            return (("gen", "recipient"), *(pair for pair in sense.slots if pair[0] != "gen"))
        given = "from" if self._received(sense, predicate) else ""
        if owner is None and patient is not None and self._by_whom(sense, predicate, patient):
            given = "for"
        if given:
            return ((given, "actor"), *(pair for pair in sense.slots if pair[0] != given))
        if predicate.pos != "noun" or owner is None or ("gen", "recipient") not in sense.slots:
            return sense.slots
        if predicate.feature.enclitic.startswith("poss:") and owner.mentions and self._in_words(sense):
            return tuple(pair for pair in sense.slots if pair[0] != "obj")  # "its condemnation of what X did"
        if self._upon(sense, predicate) or ("pronoun" in owner.classes and self._in_words(sense)):
            return (("gen", "actor"), ("obj", "recipient"), *(pair for pair in sense.slots if pair[0] != "gen"))
        behind = "of" if _whose_upon_whom(owner, predicate) else "for"
        named = patient is not None and bool(owner.mentions and patient.mentions)
        written = named and patient is not None and "prep:for" in self.parse.items[patient.k].marks
        if behind == "for" and (not written or dict(sense.slots).get("for") == "actor"):
            return sense.slots
        others = (pair for pair in sense.slots if pair[0] not in ("gen", behind))
        return (("gen", "actor"), (behind, "recipient"), *others)

    def _received(self, sense: Sense, noun: Predicate) -> bool:
        """Return whether somebody gets from others what a noun would ask of them ("از عمان دعوت‌نامه دریافت کرد")."""
        carrier = self.carrier(noun) if ("from", "recipient") in sense.slots else None
        return carrier is not None and self.tells(carrier) == "undergone"

    def _upon(self, sense: Sense, noun: Predicate) -> bool:
        """Return whether what an action noun is done to stands behind it as its object, so that its genitive acts."""
        patient = noun.arguments.get("obj")
        counted = patient is not None and self.parse.items[patient.k].is_function("quant")  # "مقتل متظاهرين اثنين"
        return patient is not None and not counted and ("obj", "none") not in sense.slots

    def _undertaken(self, sense: Sense, noun: Predicate) -> bool:
        """Return whether an action noun whose genitive would act is what another undertakes ("سارعت الصين إلى تهنئة
        كينيا"): its verb has a preposition before what is undertaken.
        """
        carrier = self.carrier(noun)
        if carrier is None or dict(sense.slots).get("gen", "actor") != "actor" or not carrier.mentions("subj"):
            return False
        light, owner = self.parse.items[carrier.k], noun.arguments["gen"]
        if not light.is_function("light") or self.concept(sense).shape != "directed" or "pronoun" in owner.classes:
            return False
        if light.role not in ("verb", "running", "passive"):
            return True
        own, others = ({m.country for m in found} for found in (carrier.mentions("subj"), owner.mentions))
        free = not any(noun.mentions(slot) for slot, role in sense.slots if role == "recipient")
        return free and "" not in own | others and own.isdisjoint(others)

    def _by_whom(self, sense: Sense, noun: Predicate, argument: Argument) -> bool:
        """Return whether those behind a particle written with them do an indefinite act that is done upon others
        ("a raid of the army", "قصف للجيش").
        """
        upon = noun.pos == "noun" and ("on", "recipient") in sense.slots and "for" not in dict(sense.slots)
        written = "prep:for" in self.parse.items[argument.k].marks and not self.definite(noun)
        return upon and written and "adj" not in noun.arguments and "armed" in argument.classes

    def _in_words(self, sense: Sense) -> bool:
        """Return whether an act is done in words, so that "his condemnation" is one by him."""
        concept = self.concept(sense)
        return concept.name != "exclude" and not VERBAL.isdisjoint(concept.event_types)

    def victims(self, noun: Predicate) -> list[Mention]:
        """Return those to whom the harm is done that an action noun names, nobody where it names none."""
        concept = next(iter(self.possible_concepts(noun)), None)
        if concept is None or not (concept.noun_class == "violence" or HARM.intersection(concept.event_types)):
            return []
        sense = next((s for s in noun.senses if self.concept(s) is concept), None)
        slots = self.slots_of(sense, noun) if sense is not None else ()
        named = [m for slot, role in slots if role == "recipient" for m in noun.mentions(slot)]
        return named or noun.mentions("including")

    def suffering(self, noun: Predicate) -> list[Mention]:
        """Return the states in which the violence takes place that an action noun names, and whose things it harms."""
        if not any(concept.noun_class == "violence" for concept in self.possible_concepts(noun)):
            return []
        placed = [m for slot in ("in", "at") for m in noun.mentions(slot)]
        return placed + [m for slot in ("on", "against") for argument in noun.all(slot) for m in argument.modifiers]

    def said_of(self, noun: Predicate) -> Predicate:
        """Return the verb whose subject an action noun is ("the summit opens"), itself where it is none's."""
        verbs = (p for p in self.parse.predicates if p.pos in ("verb", "light")) if noun.pos == "noun" else ()
        return next((p for p in verbs if (a := p.arguments.get("subj")) and a.predicate == noun.number), noun)

    def demanded(self, predicate: Predicate) -> bool:
        """Return whether somebody asks for what a verb tells ("demanded that they free X")."""
        asking = self.parent(predicate)
        return asking is not None and any(c.content == "demanded" for c in self.possible_concepts(asking))

    def possible_concepts(self, predicate: Predicate) -> list[Concept]:
        """Return the concept a predicate was read as, before that is known all that it may be read as."""
        known = self.concepts.get(predicate.number)
        return [known] if known else [self.concept(sense) for sense in predicate.senses]

    def concept(self, sense: Sense) -> Concept:
        """Return the concept of a sense."""
        return self.inventory.concepts[sense.concept]


def _distinct(mentions: list[Mention]) -> dict[str, Mention]:
    """Return the states among actors by their code."""
    return {m.country: m for m in mentions if m.country and not m.country.startswith("IGO:") and m.kind != "place"}


def _whose_upon_whom(owner: Argument, noun: Predicate) -> bool:
    """Return whether an act has its doer before it, who undergoes it behind "of" ("Peru's expulsion of the envoy")."""
    patient = noun.arguments.get("of")
    return patient is not None and owner.k < noun.k < patient.k and bool(owner.mentions and patient.mentions)


def _done_by_another(sense: Sense, noun: Predicate) -> bool:
    """Return whether an action noun whose genitive would act names who acts behind "by" and nobody it is done to."""
    slots = dict(sense.slots)
    done_to = any(noun.mentions(slot) for slot, role in sense.slots if role == "recipient")
    by = noun.mentions("by") if noun.pos == "noun" and slots.get("gen") == "actor" else []
    return bool(by) and not done_to and slots.get("by", "actor") == "actor"


def holds(owner: Predicate, held: Predicate) -> bool:
    """Return whether a predicate has another among its arguments."""
    for argument in owner.arguments.values():  # noqa: SIM110 -- asked of every two: any() takes twice the time
        if argument.predicate == held.number:
            return True
    return False
