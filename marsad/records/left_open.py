"""Sides of an event that its own clause leaves open: somebody whom the sentence names besides.

Whoever reads "Chile rejected the plan, which Peru had put forward in May" knows whom it was said to. The ways below are
those that held in at least seven of ten sentences of news where one side was open (measured on the gold sets and on
sentences of our own); where none of them applies, the side stays open.
"""

from collections.abc import Iterable

from marsad.clauses.model import Argument
from marsad.mentions.items import Mention
from marsad.records.asides import accuses_somebody, belonged_to, compared, spared, wishing
from marsad.records.counterparts import TOWNS
from marsad.records.frame import Frame
from marsad.records.scene import Scene

ACTOR, RECIPIENT = "actor", "recipient"
# Types of acts that somebody does to somebody, and those of them that are words or go out to states.
FACING = frozenset({
    "ACCUSE", "AID", "ASSAULT", "COERCE", "CONCEDE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN",
})  # fmt: skip
ADDRESSED = frozenset({"ACCUSE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})
# What is not laid at the door of, or done to, a state because it is named as well.
GRAVE = frozenset({"AID", "ASSAULT"})
# Who uses force by profession.
FORCES = frozenset({"COP", "MIL"})
# What is seldom said of a state because it happened there.
BLAME = "ACCUSE"
# What a state seldom does to its own.
PUNISHED = "SANCTION"
# What as often reaches a third as the only other state there is.
WARNING = "THREATEN"
# Types of acts of which somebody has to be the doer.
DONE = FACING | {"AGREE", "MOBILIZE", "PROTEST", "RETREAT"}
# What is more often where, or of what kind, than whom; what something lies in.
SETTINGS, INSIDE = frozenset({"place", "institution"}), frozenset({"in", "at"})
# What tells of things of a state as often as of the state.
ADJECTIVAL = frozenset({"place", "demonym"})
SEVERAL = 2
# Sectors of those who belong to no state, or to one that nobody can tell; those who rule may be any state's.
STATELESS = frozenset({"", "CRM", "GOV", "IGO", "JRN", "NGO", "REB", "REF", "REL", "UAF"})


class LeftOpen:
    """Finds who may fill the open sides of the events of one sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def fill(self, frame: Frame, speakers: Iterable[str]) -> None:
        """Note who is besides the open sides of a frame's event, and of which state those are who have none."""
        if frame.concept.event_types and frame.concept.shape != "reciprocal":
            self._fill_side(frame, set(speakers))
            self._give_state(frame)

    def _give_state(self, frame: Frame) -> None:
        """Note the state of those to whom something is done by others of the only state that the sentence names."""
        held, own = frame.of(RECIPIENT), {m.country for m in frame.of(ACTOR)} - {""}
        named = {m.country for m in self.scene.mentions} - {""}
        if held and all(not m.country and m.sector not in STATELESS for m in held) and len(own) == 1 and named == own:
            frame.land = next(iter(own))

    def _fill_side(self, frame: Frame, speakers: set[str]) -> None:
        """Note who is besides the side that is open, where the other one is known; `speakers` are no party."""
        types, acting, acted = frame.concept.event_types, frame.of(ACTOR), frame.of(RECIPIENT)
        if bool(acting) == bool(acted) or accuses_somebody(self.scene, frame) is not None:
            return
        side, known = (RECIPIENT, acting) if acting else (ACTOR, acted)
        if (FACING if acting else DONE).isdisjoint(types):
            return
        own, besides = {m.country for m in known} - {""}, self._besides(frame, known, speakers)
        others = [m for m in besides if m.country and m.country not in own]
        fellows = besides if acting and BLAME not in types else [m for m in besides if m.kind not in TOWNS]
        if acted and not GRAVE.isdisjoint(types):
            fellows = [m for m in fellows if m.sector in FORCES]
        fellow = [] if PUNISHED in types else _fellow(known, fellows, others)
        frame.beside[side] = fellow or self._other(frame, side, own, others)

    def _besides(self, frame: Frame, known: list[Mention], speakers: set[str]) -> list[Mention]:
        """Return the parties that the sentence names but those known and those of whom something else is told."""
        told, aside = {m.code for m in known} | speakers, self._aside(frame)
        parties = (m for m in self.scene.mentions if (m.country or m.sector) and m.kind != "outlet" and not m.side)
        return [m for m in parties if m.code not in told and m.i not in aside]

    def _aside(self, frame: Frame) -> set[int]:
        """Return where those stand of whom something else is told: who says it, who suffered what it is about, at whose
        wish it is done, with whom somebody is compared, to whom something is not done or done in a clause aside.
        """
        nouns = [p for p in self.scene.parse.predicates if p.pos == "noun"]
        sources = [m for p in self.scene.parse.predicates for m in p.mentions("according-to")]
        harmed = [m for p in nouns for m in (*self.scene.victims(p), *self.scene.suffering(p))]
        met = [m for f in self.scene.frames.values() if _elsewhere(f) for m in f.of(RECIPIENT)]
        likened = [m for m in self.scene.mentions if compared(self.scene, m)]
        aside = wishing(self.scene, frame.predicate) | belonged_to(self.scene) | spared(self.scene)
        return {m.i for m in (*sources, *harmed, *met, *likened)} | aside

    def _other(self, frame: Frame, side: str, own: set[str], others: list[Mention]) -> list[Mention]:
        """Return the first of other states that the sentence names, where it is likely to be the one."""
        types = frozenset(frame.concept.event_types)
        if not others or types & GRAVE:
            return []
        if not own:
            return [m for m in others if m.kind not in ADJECTIVAL][:1]
        first = others[0]
        if side == ACTOR or self._sited(first):
            return []
        if len({m.country for m in others}) >= SEVERAL:
            return [first] if types & ADDRESSED else []
        alone = WARNING not in types and frame.predicate.relation == "main"
        return [first] if alone and not self._stands(first, "subj") and not self._stands(first, "with") else []

    def _sited(self, mention: Mention) -> bool:
        """Return whether something is, or happens, in or at what is named."""
        before = next((item for item in reversed(self.scene.parse.items) if item.j == mention.i), None)
        return mention.kind in SETTINGS or (before is not None and before.is_function("prep") and before.role in INSIDE)

    def _stands(self, mention: Mention, slot: str) -> bool:
        """Return whether a mention is inside an argument in that slot of any predicate."""
        return any(self._holds(a, mention) for p in self.scene.parse.predicates for a in p.all(slot))

    def _holds(self, argument: Argument, mention: Mention) -> bool:
        row = self.scene.parse.items[argument.k : argument.end]
        return any(item.mention is mention for item in row)


def _elsewhere(frame: Frame) -> bool:
    """Return whether whom an act meets is no party to another one: force is done to them, or it is not done, or stands
    in a relative clause.
    """
    return frame.predicate.relation == "relative" or frame.predicate.negated or "ASSAULT" in frame.concept.event_types


def _fellow(known: list[Mention], besides: list[Mention], others: list[Mention]) -> list[Mention]:
    """Return the state of the known side, where the sentence names others of it and no other state: who in it is not
    told ("the FBI opened an investigation that may cost the judge his seat").
    """
    own, ruled = {m.country for m in known} - {""}, any(not m.sector for m in known)
    seated = any(m.kind == "capital" for m in known)  # "Lima rejected an accord with Peru"
    fellows = (m for m in besides if m.country in own and not (seated and m.kind == "state"))
    fellow = next((m for m in fellows if not (ruled and m.sector == "GOV")), None)
    if fellow is None or others or len(own) > 1:
        return []
    return [Mention(fellow.i, fellow.j, "state", fellow.country, resolved=True)]
