"""Holders of an office that several states have each: "A and B ratified the pact that their presidents signed"."""

from collections.abc import Iterator

from marsad.mentions.items import Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# So many states at least have one each.
SEVERAL = 2
STATE = "state"


def of_each_owner(scene: Scene, office: Mention) -> list[Mention]:
    """Return one holder for each of the states whose office "their" says it is, nobody where that is one or none."""
    owned = (
        office.possessed and (office.plural or office.twofold) and office.title_kind == "office" and not office.country
    )
    owners = next(_acting_before(scene, office), []) if owned and not office.person else []
    states = {m.country: m for m in owners}
    if len(states) < SEVERAL:
        return []
    return [
        Mention(office.i, office.j, "title", country, office.sector, office.role, resolved=True) for country in states
    ]


def _acting_before(scene: Scene, office: Mention) -> Iterator[list[Mention]]:
    """Yield the states that are the subject of a clause before, the nearest first, then those that acted last."""
    before = [p for p in scene.parse.predicates if p.pos != "noun"]
    subjects = [p.mentions("obj" if p.passive else "subj") for p in reversed(before)]
    named = [found for found in subjects if found and found[-1].j <= office.i]
    for found in (*named, scene.memory.last_subject()):
        if found:
            yield [m for m in found if m.country.isalpha() and (m.kind == STATE or not m.person)]


def without_own(found: list[Mention], frame: Frame) -> list[Mention]:
    """Return those found to be the other side without holders of an office that several who act have each."""
    if len(frame.states("actor")) < SEVERAL:
        return found
    return [m for m in found if not (m.possessed and (m.plural or m.twofold) and m.country in ("", "---"))]
