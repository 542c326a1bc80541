"""Which body a step concerns that its sentence does not name: one that the party belongs to, where the article tells of
one and the likeliest is none.
"""

from marsad.membership import institutions
from marsad.mentions.items import Mention
from marsad.records.frame import Frame
from marsad.records.plausibility import OF_MEMBERS
from marsad.records.scene import Scene

BODY = "IGO:"


def of_its_own_body(scene: Scene, frame: Frame) -> None:
    """Let a step that only members take concern the only body told of that the party belongs to."""
    bodies = {m.country for m in frame.of("institution")}
    if len(bodies) != 1 or bodies & {m.country for m in scene.mentions}:
        return
    states = _parties(frame)
    if not states or any(_ever(code, state) for code in bodies for state in states):
        return
    told = [m for m in scene.memory.bodies.values() if all(_belongs(scene, m.country, s) for s in states)]
    fitting = {m.country: m for m in told if not _universal(m)}
    if len(fitting) == 1:
        frame.actors["institution"] = list(fitting.values())


def _parties(frame: Frame) -> set[str]:
    """Return the states whose standing a frame tells, where it is one that only members have."""
    fields = (t.fields for t in frame.concept.templates if t.kind == "standing")
    roles = next((str(f["subject"]) for f in fields if f.get("value") in OF_MEMBERS), "")
    held = (frame.of(role.removeprefix("$")) for role in roles.split("|") if role)
    return {m.country for m in next(filter(None, held), []) if m.country and not m.country.startswith(BODY)}


def _belongs(scene: Scene, code: str, state: str) -> bool | None:
    body = institutions().get(code.removeprefix(BODY))
    return body.belongs(state, scene.memory.published) if body is not None else None


def _ever(code: str, state: str) -> bool:
    """Return whether a state belongs to a body, did once ("left in 2009"), or the tables can't say."""
    body = institutions().get(code.removeprefix(BODY))
    return body is None or body.belongs(state, None) is not False


def _universal(mention: Mention) -> bool:
    return institutions()[mention.country.removeprefix(BODY)].universal
