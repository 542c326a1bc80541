"""People for whom something is promised, done or refused."""

from itertools import takewhile

from marsad.mentions.items import Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Where those stand whom an act is for or against.
AFFECTED = ("obj", "obj2", "to", "for", "with", "against", "on", "of", "from")
# What is done for the good of somebody, or kept from them.
SERVED = frozenset({"AGREE", "AID", "REJECT", "CONCEDE", "SUPPORT"})
# Who promises what is for the people of their state, and what such promises are.
RULING, PROMISED, CITIZEN = frozenset({"GOV", "PTY", "LEG", "OPP"}), frozenset({"AGREE", "CONCEDE"}), "CVL"
# What is where something is done as well as who does it.
LANDS = frozenset({"place", "capital", "state"})


def served(frame: Frame) -> list[Mention]:
    """Return the people, at home or abroad, whom a promise, offer or refusal is about ("the fees of students")."""
    if not SERVED.intersection(frame.concept.event_types):
        return []
    acting, topic = {m.code for m in frame.of("actor")}, dict(frame.sense.slots).get("on") == "none"
    slots = (slot for slot in AFFECTED if not (topic and slot == "on"))  # "a law on foreign agents"
    found = (m for slot in slots for m in frame.predicate.mentions(slot))
    return [m for m in found if m.sector and m.kind not in LANDS and m.code not in acting][:1]


def people_served(scene: Scene, frame: Frame) -> list[Mention]:
    """Return the first people behind a verb, in its own clause ("agreed to pay for visas for students")."""
    if not SERVED.intersection(frame.concept.event_types) or frame.predicate.pos == "noun":
        return []
    acting, rest = {m.code for m in frame.of("actor")}, scene.parse.items[frame.predicate.k + 1 :]
    named = (i.mention for i in takewhile(lambda i: i.kind != "punct" and not i.is_function("sub"), rest))
    return [m for m in named if m is not None and m.title_kind == "people" and m.code not in acting][:1]


def own_people(scene: Scene, frame: Frame) -> list[Mention]:
    """Return the people of the state whose rulers, parties or lawmakers promise something to nobody in words, where the
    sentence names no other state ("vowed to raise pensions").
    """
    acting = frame.of("actor")
    promised = not PROMISED.isdisjoint(frame.concept.event_types) and frame.concept.makes("commitment")
    if not promised or frame.predicate.pos == "noun" or frame.of("institution"):
        return []
    states = {m.country for m in acting}
    named = {m.country for m in scene.mentions if m.country} - {"---"}
    abroad = any(m.kind == "capital" for m in acting)  # a capital speaks to other states
    at_home = len(states) == 1 and named == states and not abroad and all(m.sector in RULING for m in acting)
    return [Mention(m.i, m.j, "title", m.country, CITIZEN, resolved=True) for m in acting if at_home][:1]
