"""Who did harm that somebody makes public: "the army announced the killing of two soldiers" tells of its own loss."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Mention
from marsad.records.announcing import announced
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Those who use force, and those of them whom their own state fights.
_FORCES = frozenset({"MIL", "COP", "SPY", "REB", "UAF", "PRM", "CRM"})
_FOUGHT = frozenset({"REB", "UAF", "PRM", "CRM"})


def made_public(scene: Scene, frame: Frame) -> Predicate | None:
    """Return the verb that makes public that people came to harm, None for none."""
    return announced(scene, frame.predicate) if frame.concept.harm and frame.predicate.pos == "noun" else None


def theirs(announcers: list[Mention], victims: list[Mention]) -> bool:
    """Return whether those who make harm public may have done it: those hurt are armed or, where forces tell it, of
    another state.
    """
    states = {m.country for m in announcers}
    forces = any(m.sector in _FORCES for m in announcers)
    return any(_enemy(m, states, forces) for m in victims)


def take_home(announcers: list[Mention], victims: list[Mention]) -> list[Mention]:
    """Return those who make harm public, having given soldiers of no known state that of the army that announces their
    death: they are its own.
    """
    armies = [m.country for m in announcers if m.sector == "MIL"]
    for victim in victims if len(armies) == 1 else ():
        if _soldiers(victim):
            victim.country = armies[0]
    return announcers


def _soldiers(victim: Mention) -> bool:
    return victim.kind == "title" and victim.sector == "MIL" and victim.j - victim.i == 1


def _enemy(victim: Mention, states: set[str], forces: bool) -> bool:
    foreign = bool(victim.country) and not victim.resolved and victim.country not in states
    return victim.sector in _FOUGHT or (foreign and (forces or victim.sector in _FORCES))
