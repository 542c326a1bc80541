"""Who fills the roles of a frame: slots to roles, shared subjects, pronouns and what stands for something named before."""

import msgspec

from marsad.clauses.model import Argument, Parse, Predicate
from marsad.inventory import Concept, Inventory
from marsad.lexicon.entries import Sense
from marsad.mentions.items import Item, Mention
from marsad.mentions.memory import Memory
from marsad.text.sentences import Sentence

DEFAULTS: dict[tuple[str, bool], tuple[tuple[str, str], ...]] = {
    ("directed", False): (("subj", "actor"), ("obj", "recipient"), ("against", "recipient"), ("with", "partner"), ("between", "recipient")),
    ("directed", True): (
        ("adj", "actor"), ("gen", "actor"), ("by", "actor"), ("subj", "actor"), ("against", "recipient"),
        ("on", "recipient"), ("to", "recipient"), ("obj", "recipient"),
    ),
    ("reciprocal", False): (("subj", "actor"), ("obj", "actor"), ("with", "actor"), ("between", "actor")),
    ("reciprocal", True): (
        ("adj", "actor"), ("gen", "actor"), ("by", "actor"), ("subj", "actor"), ("with", "actor"), ("between", "actor"),
    ),
    ("saying", False): (("subj", "actor"), ("to", "recipient")),
    ("saying", True): (("adj", "actor"), ("gen", "actor"), ("by", "actor"), ("subj", "actor"), ("to", "recipient")),
    ("state", False): (("subj", "actor"),),
    ("state", True): (("adj", "actor"), ("gen", "actor"), ("by", "actor"), ("subj", "actor")),
}  # fmt: skip
# Whose bare office or body ("the police", "parliament") is that of the state the article is at home in.
HOME_SECTORS = frozenset({"OPP", "GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
# Event types in words whose addressee a report often leaves to be understood.
# What talks are the occasion of.
OCCASIONS = frozenset({"after", "during", "at", "in", "on", "before", "since"})
ADDRESSED = frozenset({"REQUEST", "REJECT", "ACCUSE"})
ACTING = frozenset({"actor", "recipient", "partner", "mediator", "beneficiary", "candidate", "institution"})


class Frame(msgspec.Struct, gc=False):
    """A concept with its filled roles: actors by role, the classified nouns by class, and the predicate it came from."""

    concept: Concept
    sense: Sense
    predicate: Predicate
    actors: dict[str, list[Mention]]
    nouns: dict[str, Item]
    place: Mention | None = None
    subject: str = ""
    unnamed: bool = False


class RoleFiller:
    """Fills roles in one sentence; what it learns of subjects it leaves in the article's memory."""

    def __init__(self, parse: Parse, sentence: Sentence, inventory: Inventory, memory: Memory) -> None:
        self.parse, self.sentence, self.inventory, self.memory = parse, sentence, inventory, memory
        self.chosen: dict[int, Concept] = {}
        self.dateline: Mention | None = None
        self._subjects: dict[int, list[Mention]] = {}

    def frame(self, predicate: Predicate, sense: Sense) -> Frame:
        """Return the frame of a predicate in one sense."""
        concept = self.inventory.concepts[sense.concept]
        frame = Frame(concept, sense, predicate, {}, self._nouns(predicate))
        mapping = self._mapping(concept, sense, predicate)
        same = predicate.arguments.get("of") is predicate.arguments.get("gen")
        for slot, role in mapping:
            if slot == "gen" and same and ("of" in dict(sense.slots)):
                continue
            if role in ACTING:
                found = self._slot_actors(predicate, slot, role)
                self._add(frame, role, [m for m in found if role != "institution" or m.country.startswith("IGO:")])
        if concept.speaker:
            frame.actors["actor"] = self._outer_subject(predicate) or list(self.memory.speakers)
        self._late_actor(frame)
        if any("$leaver" in str(t.fields.get("subject")) for t in concept.templates):
            frame.actors["leaver"], frame.actors["institution"] = self.memory.leaving
        self._institution(frame)
        self._owner(frame)
        self._recipient(frame)
        self._partner(frame)
        self._mediator(frame)
        self._parties(frame)
        frame.place = self._place(predicate, mapping)
        self._meeting_again(frame)
        frame.unnamed = self._acts_unnamed(predicate)
        return frame

    def _owner(self, frame: Frame) -> None:
        """Fill the one whose commitment, offer or membership the object is ("reaffirmed Washington's commitment to X")."""
        if not any(t.kind == "commitment" for t in frame.concept.templates):
            return
        for promised in self._promised(frame.predicate):
            concepts = (self.inventory.concepts[s.concept] for s in promised.senses)
            frame.subject = frame.subject or next((s for c in concepts if (s := c.promised)), "")
            if not frame.actors.get("recipient"):
                slots = ("gen", "adj", "to", "against", "about") if promised.mentions("gen") else ("to", "against", "about")
                self._add(frame, "recipient", [m for slot in slots for m in promised.mentions(slot)])
            if frame.concept.act == "doubt":
                self._add(frame, "owner", [m for slot in ("gen", "adj") for m in promised.mentions(slot)])
        argument = frame.predicate.arguments.get("obj")
        if argument is None or argument.mentions:
            return
        inner = self.parse.predicates[argument.predicate] if argument.predicate >= 0 else None
        owners = list(argument.modifiers)
        if inner is not None and inner.number != frame.predicate.number:
            owners = [m for slot in ("adj", "gen") for m in inner.mentions(slot)] or owners
            for slot in ("to", "towards", "against"):
                self._add(frame, "recipient", [m for m in inner.mentions(slot) if m.country])
            self._add(frame, "recipient", self._of_children(inner))
        self._add(frame, "owner", owners)
        self._add(frame, "recipient", [m for slot in ("to",) for m in frame.predicate.mentions(slot) if m not in owners])

    def _promised(self, predicate: Predicate) -> list[Predicate]:
        """Return the action nouns that a predicate has among its arguments."""
        return [
            self.parse.predicates[a.predicate]
            for a in predicate.arguments.values()
            if a.predicate >= 0 and a.predicate != predicate.number
        ]

    def _of_children(self, governor: Predicate) -> list[Mention]:
        children = [p for p in self.parse.predicates if p.parent == governor.number and p.relation in ("inf", "gerund")]
        return [m for child in children for m in child.mentions("obj")]

    def _partner(self, frame: Frame) -> None:
        """Complete one-sided talks by who holds them ("he said after talks with X"), turns in relations by the two sides."""
        states = {m.country for m in frame.actors.get("actor", []) if m.country}
        relation = any(t.kind == "relation" for t in frame.concept.templates)
        if relation and not states and not frame.actors.get("recipient"):
            self._add(frame, "actor", self.memory.pair(2, False, self._all()))
        meets = any(t.kind == "meeting" for t in frame.concept.templates)
        if frame.concept.shape != "reciprocal" or frame.predicate.pos != "noun" or len(states) > 1 or not (states or meets):
            return
        if frame.predicate.light >= 0:
            self._add(frame, "actor", self.subject(self.parse.predicates[frame.predicate.light]))
            return
        for verb in self.parse.predicates:
            slot = next((s for s, a in verb.arguments.items() if a.predicate == frame.predicate.number), "")
            if verb.pos == "verb" and slot.rstrip("+") in OCCASIONS:
                self._add(frame, "actor", self.subject(verb))
                return

    def _acts_unnamed(self, predicate: Predicate) -> bool:
        """Return whether a verb has a subject that is no word of the tables: somebody acts, though we know not who."""
        argument = predicate.arguments.get("subj")
        if predicate.pos != "verb" or argument is None or argument.head < 0:
            return False
        return self.parse.items[argument.head].kind == "word" and argument is not predicate.arguments.get("obj")

    def _meeting_again(self, frame: Frame) -> None:
        """Let a further meeting that names nobody be one of those who met last ("a second round is to be held in ...")."""
        meets = any(t.kind == "meeting" for t in frame.concept.templates)
        if meets and frame.place is not None and not frame.actors.get("actor") and not frame.actors.get("institution"):
            self._add(frame, "actor", self.memory.meeting)

    def _parties(self, frame: Frame) -> None:
        """Fill the parties from "between A and B" where they stand with the treaty or the verb."""
        if not any(t.kind == "agreement" for t in frame.concept.templates):
            return
        owners = [frame.predicate, *self._promised(frame.predicate)]
        self._add(frame, "parties", [m for owner in owners for m in owner.mentions("between") if m.country])
        if not frame.actors["parties"]:
            for argument in frame.predicate.all("between"):
                self._add(frame, "parties", self.actors_of(argument, frame.predicate, "recipient"))

    def _mediator(self, frame: Frame) -> None:
        self._mediating_clause(frame)
        self._mediating_phrase(frame)

    def _mediating_clause(self, frame: Frame) -> None:
        """Fill who mediates from a clause beside the deal ("a truce brokered by Qatar")."""
        if not any("mediator" in t.fields for t in frame.concept.templates):
            return
        for number, concept in self.chosen.items():
            if concept.name == "mediate" and number != frame.predicate.number:
                other = self.parse.predicates[number]
                slots = ("subj", "by", "adj", "gen", *(("obj",) if other.pos == "phrase" else ()))
                self._add(frame, "mediator", [m for slot in slots for m in other.mentions(slot)])

    def _mediating_phrase(self, frame: Frame) -> None:
        """Fill who mediates from a phrase such as "under Saudi mediation"."""
        for argument in frame.predicate.arguments.values():
            words = self.parse.items[argument.k : argument.end]
            if any(item.kind == "nominal" and item.role == "mediation" for item in words) and argument.slot != "obj":
                inner = self.parse.predicates[argument.predicate].mentions("adj") if argument.predicate >= 0 else []
                self._add(frame, "mediator", [*argument.modifiers, *argument.mentions, *inner])

    def _mapping(self, concept: Concept, sense: Sense, predicate: Predicate) -> list[tuple[str, str]]:
        own = dict(sense.slots)
        roles_given = set(own.values())
        mapping = list(sense.slots)
        for slot, role in DEFAULTS[concept.shape, predicate.pos == "noun"]:
            if slot not in own and not (slot in ("gen", "on", "to") and role in roles_given):
                mapping.append((slot, role))
        return mapping

    @staticmethod
    def _add(frame: Frame, role: str, mentions: list[Mention]) -> None:
        held = frame.actors.setdefault(role, [])
        held.extend(m for m in mentions if m not in held)

    # Slots

    def _slot_actors(self, predicate: Predicate, slot: str, role: str) -> list[Mention]:
        found = [m for argument in predicate.all(slot) for m in self.actors_of(argument, predicate, role)]
        if found or slot in predicate.arguments:
            return found
        carrier = self.parse.predicates[predicate.light] if predicate.light >= 0 else None
        carried = self._carried(predicate, carrier, slot) if carrier is not None else None
        return self.actors_of(carried, predicate, role) if carried is not None else []

    def _carried(self, predicate: Predicate, carrier: Predicate, slot: str) -> Argument | None:
        """Return the argument that a light verb lends to its action noun."""
        argument = carrier.arguments.get(slot)
        if argument is None or argument.predicate == predicate.number:
            return None
        return argument

    def actors_of(self, argument: Argument, predicate: Predicate, role: str) -> list[Mention]:
        """Return the actors an argument names, pronouns and expressions for something named before resolved."""
        if argument.mentions:
            return [known for m in argument.mentions for known in self._known(m)]
        if argument.head >= 0:
            resolved = self._anaphora(self.parse.items[argument.head], predicate)
            if resolved:
                return resolved
        if argument.predicate >= 0 and argument.predicate != predicate.number:
            inner = self.parse.predicates[argument.predicate]
            found = [m for s in ("adj", "gen", "by", "between", "with") for m in inner.mentions(s)]
            reciprocal = self.inventory.concepts[predicate.senses[0].concept].shape if predicate.senses else ""
            return found if role != "actor" or argument.slot != "obj" or reciprocal == "reciprocal" else []
        if "pronoun" in argument.classes:
            return self._possessor(predicate)
        return list(argument.modifiers) if role in ("recipient", "beneficiary") or argument.slot == "subj" else []

    def _known(self, mention: Mention) -> list[Mention]:
        """Return whom a mention names: one actor, or one for each state in "the presidents of the two countries"."""
        if not mention.shared:
            return [self._sector(mention)]
        states = self.memory.pair(2, sector=False)
        return [
            Mention(mention.i, mention.j, "title", s.country, mention.sector, mention.role, resolved=True) for s in states
        ]

    def _sector(self, mention: Mention) -> Mention:
        """Return the mention, a bare office resolved by the article ("the minister"), a counterpart by whose it is."""
        if mention.title_kind == "side" and not mention.sector:
            whose = next((m for m in self._all() if m.i < mention.i and m.sector), None)
            named = whose or next(iter(self.memory.last_subject()), None)
            mention.sector, mention.role = (named.sector, named.role) if named is not None else ("", "")
        if mention.kind == "title" and not mention.country and not mention.person and mention.role:
            known = self.memory.office(mention.role)
            if mention.possessed:
                owner = next((m for m in self._all() if m.i < mention.i and m.country), None)
                owners = [owner] if owner is not None else self.memory.last_subject()
                mention.country = owners[0].country if owners else ""
                return mention
            if mention.plural or mention.title_kind not in ("office", "body"):
                return mention
            here = [m for m in self._all() if m.i < mention.i and m.kind in ("state", "capital", "metonym")]
            if len({m.country for m in here}) == 1 and here[0].i <= 2 and mention.sector in HOME_SECTORS:
                mention.country = here[0].country
                return mention
            if known is not None:
                mention.country, mention.person = known.country, known.person
            elif mention.sector in HOME_SECTORS:
                mention.country = self.memory.home
        return mention

    # Subjects

    def _late_actor(self, frame: Frame) -> None:
        """Give a verb without a subject of its own the subject it shares, controls or takes over from before."""
        carried = frame.predicate.light >= 0 or self.asked(frame.predicate)
        if not frame.actors.get("actor") and frame.predicate.pos == "noun" and self.asked(frame.predicate):
            self._add(frame, "actor", self._controlled(self.parse.predicates[frame.predicate.parent], 0))
            return
        if frame.actors.get("actor") or (frame.predicate.pos == "noun" and not carried):
            if frame.actors.get("actor"):
                self._subjects[frame.predicate.number] = frame.actors["actor"]
            return
        carrier = self.parse.predicates[frame.predicate.light] if frame.predicate.light >= 0 else frame.predicate
        subject = carrier.arguments.get("subj")
        if not carrier.passive and (subject is None or subject is carrier.arguments.get("obj")):
            self._add(frame, "actor", self.subject(carrier))

    def asked(self, predicate: Predicate) -> bool:
        """Return whether an action noun is what a verb plans, asks for, promises or denies."""
        if predicate.pos != "noun" or predicate.parent < 0:
            return False
        governor = self.parse.predicates[predicate.parent]
        held = any(a.predicate == predicate.number for a in governor.arguments.values())
        known = self.chosen.get(governor.number)
        concepts = [known] if known else [self.inventory.concepts[s.concept] for s in governor.senses]
        return held and any(c.content not in ("same", "historical") for c in concepts)

    def subject(self, predicate: Predicate, depth: int = 0) -> list[Mention]:
        """Return the actors that are the understood subject of a predicate."""
        if depth > 6:
            return []
        argument = predicate.arguments.get("subj")
        if argument is not None and argument is not predicate.arguments.get("obj"):
            return self.actors_of(argument, predicate, "actor")
        if predicate.relation in ("inf", "gerund") and predicate.parent >= 0:
            return self._controlled(self.parse.predicates[predicate.parent], depth)
        if predicate.shares >= 0:
            return self._shared(self.parse.predicates[predicate.shares], depth)
        if predicate.passive or predicate.pos == "noun":
            return []
        if predicate.parent >= 0 and (outer := self._outer_subject(predicate)):
            return outer
        return self.memory.speakers if predicate.pos in ("verb", "light") and predicate.feature.person else []

    def _shared(self, other: Predicate, depth: int) -> list[Mention]:
        """Return the subject shared with a verb; where that is a thing in somebody's words, who speaks them."""
        found = self.subject(other, depth + 1)
        if not found and other.parent >= 0 and other.parent != other.number:
            return self.subject(self.parse.predicates[other.parent], depth + 1)
        return found

    def _controlled(self, governor: Predicate, depth: int) -> list[Mention]:
        concept = self.chosen.get(governor.number)
        controls = {concept.control} if concept else {self.inventory.concepts[s.concept].control for s in governor.senses}
        if "recipient" in controls:
            for slot in ("obj", "on", "to", "with"):
                argument = governor.arguments.get(slot)
                if argument is not None and (found := self.actors_of(argument, governor, "recipient")):
                    return found
        if governor.pos == "noun" and not any(governor.mentions(s) for s in ("gen", "adj", "by")):
            holder = next((p for p in self.parse.predicates if any(a.predicate == governor.number for a in p.arguments.values())), None)
            if holder is not None and holder.number != governor.number:
                return self.subject(holder, depth + 1)
        if governor.pos == "noun":
            return [m for s in ("gen", "adj", "by") for m in governor.mentions(s)] or self._of_carrier(governor, depth)
        return self.subject(governor, depth + 1)

    def _of_carrier(self, governor: Predicate, depth: int) -> list[Mention]:
        return self.subject(self.parse.predicates[governor.light], depth + 1) if governor.light >= 0 else []

    # Anaphora

    def _anaphora(self, item: Item, predicate: Predicate) -> list[Mention]:
        if item.is_function("pron"):
            if item.role in ("1s", "1p"):
                return self._outer_subject(predicate) or list(self.memory.speakers)
            return self._nearest_before(item) or self._outer_subject(predicate) or self.memory.last_subject()
        if item.kind != "anaphora":
            return []
        kind = item.value
        if kind == "the-country":
            return self.memory.last_state(self._before(item)) or self._own_country(predicate, kind)
        if kind in ("own-country", "the-capital", "the-government"):
            return self._own_country(predicate, kind)
        if kind in ("both-sides", "both-countries", "both-leaders", "the-sides", "three-countries"):
            number = 3 if kind == "three-countries" else 2
            return self.memory.pair(number, kind == "both-leaders", self._before(item))
        if kind in ("the-organisation", "the-group"):
            wanted = "group" if kind == "the-group" else ""
            return self.memory.last_institution(self._before(item), wanted, self._tokens(item.i, item.j))
        if kind == "the-source":
            return self.memory.speakers
        return []

    def _before(self, item: Item) -> list[Mention]:
        """Return the actors named in the sentence before an item."""
        return [i.mention for i in self.parse.items if i.mention is not None and i.i < item.i and i.mention.country]

    def _nearest_before(self, pronoun: Item) -> list[Mention]:
        """Return the actor just before a pronoun that takes it up ("Moscow, and it ..."), nothing where a verb stands between."""
        for item in reversed(self.parse.items[: self.parse.items.index(pronoun)]):
            if item.kind == "trigger":
                break
            if item.mention is not None and item.mention.country:
                return [item.mention]
        return []

    def _own_country(self, predicate: Predicate, kind: str) -> list[Mention]:
        speakers = self._outer_subject(predicate) or self.memory.speakers or self.memory.last_subject()
        for mention in speakers:
            if mention.country and not mention.country.startswith("IGO:"):
                sector = "GOV" if kind == "the-government" else ""
                return [Mention(mention.i, mention.j, "state", mention.country, sector, resolved=True)]
        return []

    def _outer_subject(self, predicate: Predicate) -> list[Mention]:
        parent = predicate.parent
        steps = 0
        while parent >= 0 and steps < 6:
            found = self._subjects.get(parent) or self.subject(self.parse.predicates[parent], 1)
            if found:
                return found
            parent, steps = self.parse.predicates[parent].parent, steps + 1
        return []

    def _possessor(self, predicate: Predicate) -> list[Mention]:
        if predicate.light >= 0:
            return self.subject(self.parse.predicates[predicate.light])
        if predicate.parent >= 0:
            return self.subject(self.parse.predicates[predicate.parent])
        return self.memory.last_subject()

    # Institution, recipient, place, nouns

    def _institution(self, frame: Frame) -> None:
        """Fill the institution from any argument, then from what stands for one, then from the sentence or before."""
        if frame.actors.get("institution"):
            return
        if not any("$institution" in str(v) for t in frame.concept.templates for v in t.fields.values()):
            return
        found = self._igo_in(frame.predicate)
        if not found and any("attendance" in t.fields for t in frame.concept.templates):
            found = [m for m in self._before_predicate(frame.predicate) if m.country.startswith("IGO:")]
        if not found and any(t.kind == "standing" for t in frame.concept.templates):
            item = self.parse.items[frame.predicate.k]
            words = self._tokens(item.i, item.j) + self._near_words(frame.predicate)
            found = self._igo_around(frame.predicate) or [m for m in self._all() if m.country.startswith("IGO:")]
            if not found or set(words) & set(self.memory.named_words):
                found = self.memory.last_institution(self._before_predicate(frame.predicate), "", words) or found
        frame.actors["nearby"] = self._igo_around(frame.predicate)[:1]
        if found:
            frame.actors["institution"] = found[:1]

    def _all(self) -> list[Mention]:
        return [i.mention for i in self.parse.items if i.mention is not None]

    def _tokens(self, i: int, j: int) -> list[str]:
        return self.sentence.tokens[i:j]

    def _near_words(self, predicate: Predicate) -> list[str]:
        """Return the words of the arguments in which an institution would stand."""
        spans = [predicate.arguments[s] for s in ("obj", "in", "of", "from") if s in predicate.arguments]
        items = [item for a in spans for item in self.parse.items[a.k : a.end] if item.kind in ("word", "nominal")]
        return [word for item in items for word in self._tokens(item.i, item.j)]

    def _before_predicate(self, predicate: Predicate) -> list[Mention]:
        return self._before(self.parse.items[predicate.k])

    def _igo_in(self, predicate: Predicate) -> list[Mention]:
        found: list[Mention] = []
        carrier = [self.parse.predicates[predicate.light]] if predicate.light >= 0 else []
        for owner in (predicate, *carrier):
            for slot, argument in owner.arguments.items():
                if slot == "subj" and predicate.pos != "noun":
                    continue
                found.extend(m for m in (*argument.mentions, *argument.modifiers) if m.country.startswith("IGO:"))
                if argument.head >= 0 and self.parse.items[argument.head].kind == "anaphora":
                    found.extend(
                        m
                        for m in self._anaphora(self.parse.items[argument.head], owner)
                        if m.country.startswith("IGO:")
                    )
                if argument.predicate >= 0 and argument.predicate != owner.number and owner is predicate:
                    found.extend(self._igo_in(self.parse.predicates[argument.predicate]))
        return found

    def _igo_around(self, predicate: Predicate) -> list[Mention]:
        inside = [
            item.mention for item in self.parse.items[predicate.start : predicate.end + 12]
            if item.mention is not None and item.mention.country.startswith("IGO:")
        ]  # fmt: skip
        return [m for m in inside if m is not None]

    def _recipient(self, frame: Frame) -> None:
        """Fall back on the actors inside an object that is a thing ("rejected Trump's offer", "condemned the attack by X")."""
        if frame.actors.get("recipient") or frame.concept.shape != "directed":
            return
        slots = ("obj", *(("on", "to", "about") if frame.predicate.pos != "noun" else ()))
        argument = next((a for s in slots if (a := frame.predicate.arguments.get(s)) is not None), None)
        if argument is not None and not argument.mentions:
            inner = self.parse.predicates[argument.predicate] if argument.predicate >= 0 else None
            found = list(argument.modifiers)
            if inner is not None and inner.number != frame.predicate.number:
                found = [m for s in ("adj", "gen", "by", "subj") for m in inner.mentions(s)] or found
            self._add(frame, "recipient", [m for m in found if m not in frame.actors.get("actor", [])])
        if frame.predicate.pos == "verb" and not frame.actors.get("recipient"):
            self._add(frame, "recipient", self._of_subject(frame.predicate))
        if not frame.actors.get("recipient") and frame.concept.control == "recipient":
            self._add(frame, "recipient", self._asked_of(frame))
        if not frame.actors.get("recipient") and argument is not None:
            acting = {m.country for m in frame.actors.get("actor", [])}
            self._add(frame, "recipient", [m for m in argument.mentions if m.country and m.country not in acting])
        self._counterpart(frame)

    def _asked_of(self, frame: Frame) -> list[Mention]:
        """Return of whom something is asked in "demands that X do ...": the first actor of the clause."""
        own = {m.country for m in frame.actors.get("actor", [])}
        comp = next((k for k in range(frame.predicate.k + 1, len(self.parse.items)) if self.parse.items[k].is_function("comp")), -1)
        if comp < 0 or comp > frame.predicate.k + 4:
            return []
        for item in self.parse.items[comp + 1 : comp + 6]:
            if item.mention is not None:
                return [item.mention] if item.mention.code != "---" and item.mention.country not in own else []
        return []

    def _of_subject(self, predicate: Predicate) -> list[Mention]:
        """Return who suffers the action noun that is the subject ("strikes on Gaza killed twenty")."""
        argument = predicate.arguments.get("subj")
        if argument is None or argument.predicate < 0 or argument.predicate == predicate.number:
            return []
        inner = self.parse.predicates[argument.predicate]
        return [m for slot in ("on", "against", "at") for m in inner.mentions(slot)]

    def _counterpart(self, frame: Frame) -> None:
        """Let words of conflict without an addressee be addressed to the other side that the report is about."""
        types = frame.concept.event_types
        states = {m.country for m in frame.actors.get("actor", []) if m.country}
        treaty = any(t.kind == "agreement" for t in frame.concept.templates) and len(states) == 1
        if frame.actors.get("recipient") or frame.predicate.pos != "verb" or not states:
            return
        if not set(types) & ADDRESSED and not (treaty and frame.concept.shape == "directed"):
            return
        start = self.parse.items[frame.predicate.k].i
        end = self.parse.items[min(frame.predicate.end, len(self.parse.items)) - 1].j
        near = [m for m in self._all() if m.country and m.kind != "place" and (m.i < start or m.j <= end)]
        here = {m.country: m for m in near if m.country not in states}
        if len(here) == 1 and not treaty:
            self._add(frame, "recipient", list(here.values()))
        elif not here and not any(state.startswith("IGO:") for state in states):
            self._add(frame, "recipient", self.memory.other_side(states, treaty))

    def _place(self, predicate: Predicate, mapping: list[tuple[str, str]]) -> Mention | None:
        """Return where it happened: a place named with the predicate, what carries it, or the action noun it is about."""
        own = [slot for slot, role in mapping if role == "place"]
        owners = [predicate] + ([self.parse.predicates[predicate.light]] if predicate.light >= 0 else [])
        owners += [self.parse.predicates[a.predicate] for s in ("obj", "subj") if (a := predicate.arguments.get(s)) and a.predicate >= 0]
        for slot in (*own, "in", "at"):
            for owner in owners:
                for mention in owner.mentions(slot):
                    if mention.kind in ("state", "capital", "place", "metonym") and not mention.country.startswith(
                        "IGO:"
                    ):
                        return mention
        return self._place_around(predicate)

    def _place_around(self, predicate: Predicate) -> Mention | None:
        """Return the place of the verb whose occasion the talks are, or that of the dateline."""
        concept = self.chosen.get(predicate.number)
        if concept is None or not any(t.kind == "meeting" for t in concept.templates):
            return None
        for verb in self.parse.predicates:
            if verb.number != predicate.number and any(a.predicate == predicate.number for a in verb.arguments.values()):
                for mention in verb.mentions("in"):
                    if mention.kind in ("state", "capital", "place") and not mention.country.startswith("IGO:"):
                        return mention
        return self.dateline

    def _nouns(self, predicate: Predicate) -> dict[str, Item]:
        """Return the classified nouns of a predicate's arguments by class, the object's before the others'."""
        found: dict[str, Item] = {}
        owners = [predicate] + ([self.parse.predicates[predicate.light]] if predicate.light >= 0 else [])
        for owner in owners:
            order = sorted(owner.arguments.values(), key=lambda a: (a.slot not in ("obj", "gen"), a.k))
            for argument in order:
                for k in range(argument.k, argument.end):
                    _note(found, self.parse.items[k])
        _note(found, self.parse.items[predicate.k])
        return found


def _note(found: dict[str, Item], item: Item) -> None:
    if item.span is not None:
        for known in item.span.readings:
            if known.entry.kind == "nominal":
                found.setdefault(known.entry.value, Item("nominal", item.i, item.j, item.span, known))
