"""Of whom "they" is said behind police and soldiers who acted: of those they dealt with."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Mention
from marsad.records.scene import Scene

# Sectors of those who use force, and types of what they hardly do.
FORCEFUL, MEEK = frozenset({"COP", "MIL"}), frozenset({"PROTEST", "REQUEST"})


def meek(scene: Scene, last: list[Mention], predicate: Predicate) -> bool:
    """Return whether a clause tells what police or soldiers who acted last hardly do: it is done to somebody, or they
    protest or ask for something ("Police arrested two men. They were accused of ...").
    """
    asking = (concept.event_types for concept in scene.possible_concepts(predicate))
    meekly = predicate.passive or any(not MEEK.isdisjoint(types) for types in asking)
    return meekly and any(mention.sector in FORCEFUL for mention in last)
