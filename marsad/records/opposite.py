"""Who the counterpart of somebody is, and who the counterparts are where several are meant."""

from marsad.mentions.items import Mention
from marsad.records.scene import Scene

PAIR = 2
# Concepts of visits, where the state visited stands, and kinds of mentions of it.
VISITS, THERE = frozenset({"visit", "arrive", "host-visit"}), ("obj", "to", "in", "at")
PLACES = frozenset({"state", "capital", "place"})
# The expression for who holds the same office elsewhere, and kinds of names that nothing else is known of.
COUNTERPART, UNKNOWN = "counterpart", frozenset({"name", "person"})


def counterparts(scene: Scene, mention: Mention) -> list[Mention]:
    """Return those who hold the office in the two states that the report tells of beside that of whose they are
    ("received his two counterparts"), nobody where it tells of none.
    """
    own = next((m for m in reversed(scene.mentions) if m.i < mention.i and m.country and m.sector), None)
    if own is None or mention.country not in ("", own.country):
        return []
    sides = [m for m in scene.sides(PAIR, []) if m.country != own.country]
    i, j = mention.i, mention.j
    found = [Mention(i, j, "title", m.country, own.sector, own.role, resolved=True) for m in sides]
    return found if len(found) == PAIR else []


def opposite(scene: Scene, country: str, local: set[str]) -> str:
    """Return the state whose official somebody of a state meets as a counterpart, empty where none is told: the one
    that it acted together with last, that to which a visit told before goes, or the only other one in which a place
    lies (`local`).
    """
    pair = {m.country for m in scene.sides(PAIR, [])}
    if country in pair and (other := next(iter(sorted(pair - {country})), "")):
        return other
    visits = [f for f in scene.frames.values() if f.concept.name in VISITS]
    there = [m.country for f in reversed(visits) for m in (*f.of("recipient"), f.place) if m is not None]
    there += local if len(local) == 1 else []
    return next((state for state in there if state not in ("", country) and not state.startswith("IGO:")), "")


def named_counterpart(scene: Scene, mention: Mention) -> bool:
    """Return whether an unknown name stands right behind "his counterpart", and is that one from then on."""
    if mention.kind not in UNKNOWN or mention.country or not mention.person:
        return False
    before = next((item for item in scene.parse.items if item.j == mention.i), None)
    if before is None or before.kind != "anaphora" or before.value != COUNTERPART:
        return False
    own = next((m for m in reversed(scene.mentions) if m.i < mention.i and m.country and m.sector), None)
    there = next((m.country for m in _visited(scene) if own is not None and m.country != own.country), "")
    mention.kind, mention.role = "person", COUNTERPART
    if own is not None and there:
        mention.country, mention.sector, mention.role = there, own.sector, own.role
    return not there


def _visited(scene: Scene) -> list[Mention]:
    """Return the states to which the visits of a sentence go."""
    visits = (p for p in scene.parse.predicates if any(c.name in VISITS for c in scene.possible_concepts(p)))
    return [m for visit in visits for slot in THERE for m in visit.mentions(slot) if m.kind in PLACES]
