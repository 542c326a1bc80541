"""Who acts where the main verb of a sentence stands in no table."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Mention
from marsad.records.scene import Scene


def opening_actor(scene: Scene, gerund: Predicate) -> list[Mention]:
    """Return the actor with whom a sentence opens, for a gerund behind a comma with no verb before it ("Peru fumbled,
    blaming Chile").
    """
    row = scene.parse.items
    apart = gerund.k > 1 and row[gerund.k - 1].kind == "punct"
    if not apart or any(p.pos in ("verb", "light") for p in scene.parse.predicates[: gerund.number]):
        return []
    first = next((item for item in row if not item.is_function("det") and not item.is_function("quant")), None)
    return [first.mention] if first is not None and first.mention is not None else []
