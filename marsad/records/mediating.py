"""Who stands between the sides of a deal: go-betweens, clauses and phrases that say who mediated."""

from marsad.clauses.model import Predicate
from marsad.inventory import Concept
from marsad.mentions.items import Item, Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Behind how many items it may be said that somebody mediates.
REACH = 3
# Offices that bring others together.
GO_BETWEENS = frozenset({"mediator", "mediators"})


class Mediation:
    """Fills who mediates in one sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        items = scene.parse.items
        self._mediations = [k for k in scene.nominals if items[k].kind == "nominal" and items[k].role == "mediation"]

    def mediator(self, frame: Frame) -> None:
        """Fill who mediates."""
        if "mediator" in frame.concept.keys:
            self._mediating_clauses(frame)
            self._mediating_offices(frame)
        self._mediating_phrases(frame)

    def _mediating_offices(self, frame: Frame) -> None:
        """Let mediators among those who act in a deal of others be no parties ("the US mediator reached a deal")."""
        for role in ("actor", "parties"):
            between = [m for m in frame.of(role) if m.role in GO_BETWEENS]
            if between and len(frame.states(role)) > len({m.country for m in between}):
                frame.actors[role] = [m for m in frame.of(role) if m not in between]
                frame.add("mediator", between)

    def _mediating_clauses(self, frame: Frame) -> None:
        """Fill it from a clause beside the deal ("a truce brokered by Qatar")."""
        for number, concept in self.scene.concepts.items():
            if concept.name == "mediate" and number != frame.predicate.number:
                other = self.scene.parse.predicates[number]
                slots = ("subj", "by", "adj", "gen", *(("obj",) if other.pos == "phrase" else ()))
                frame.add("mediator", in_slots(other, slots))

        for other in self.scene.parse.predicates:
            if other.relation == "relative" and other.number != frame.predicate.number:
                between = {slot for sense in other.senses for slot, role in sense.slots if role == "mediator"}
                frame.add("mediator", in_slots(other, tuple(sorted(between))))

    def _mediating_phrases(self, frame: Frame) -> None:
        """Fill it from a phrase such as "under Saudi mediation" or "mediated by Riyadh"."""
        own, predicates = frame.predicate, self.scene.parse.predicates
        if "mediated-by" in own.arguments:
            frame.add("mediator", own.mentions("mediated-by"))
        if "with" in own.arguments:
            self._acting_between(frame)
        if "via" in own.arguments:
            frame.add("mediator", own.mentions("via"))
            self._no_parties(frame, {m.country for m in own.mentions("via")})
        for other in self.scene.relatives:
            if "via" in other.arguments and other is not own and share(own, other):
                frame.add("mediator", other.mentions("via"))
        for argument in own.arguments.values() if self._mediations else ():
            told = any(argument.k <= k < argument.end for k in self._mediations)
            if told and argument.slot != "obj":
                inner = predicates[argument.predicate].mentions("adj") if argument.predicate >= 0 else []
                frame.add("mediator", [*argument.modifiers, *argument.mentions, *inner])

    @staticmethod
    def _no_parties(frame: Frame, between: set[str]) -> None:
        """Let those who mediate be no sides that an expression stands for ("under A's mediation the sides signed")."""
        for role in ("actor", "parties") if "mediator" in frame.concept.keys else ():
            frame.actors[role] = [m for m in frame.of(role) if not m.country or m.country not in between]

    def _acting_between(self, frame: Frame) -> None:
        """Let one "with" whom a deal was reached mediate where it says so ("with Oman mediating", "with Oman as
        mediator"); it is no party then.
        """
        items = self.scene.parse.items
        for argument in frame.predicate.all("with"):
            behind = items[argument.end : argument.end + REACH]
            mediating = any(c.name == "mediate" for i in behind[:1] for c in self._concepts_at(i))
            as_one = len(behind) > 1 and behind[0].is_function("prep", "as") and _go_between(behind[1:])
            if (mediating or as_one) and argument.mentions:
                for role in ("actor", "recipient", "parties"):
                    frame.actors[role] = [m for m in frame.of(role) if m not in argument.mentions]
                frame.add("mediator", argument.mentions)

    def _concepts_at(self, item: Item) -> list[Concept]:
        found = (p for p in self.scene.parse.predicates if self.scene.parse.items[p.k] is item)
        return [concept for predicate in found for concept in self.scene.possible_concepts(predicate)]


def _go_between(items: list[Item]) -> bool:
    """Return whether words name a go-between, an article aside."""
    named = (item.mention for item in items if not item.is_function("det"))
    return any(m is not None and m.role in GO_BETWEENS for m in list(named)[:1])


def share(one: Predicate, other: Predicate) -> bool:
    """Return whether two predicates are about the same thing."""
    described = other.arguments.get("obj")
    return described is not None and any(a.k == described.k for a in one.arguments.values())


def in_slots(predicate: Predicate, slots: tuple[str, ...]) -> list[Mention]:
    """Return the actors in some slots of a predicate."""
    return [mention for slot in slots for mention in predicate.mentions(slot)]
