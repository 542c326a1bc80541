"""Who attacked when somebody came to harm ("two people were killed when gunmen attacked a market")."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Mention
from marsad.records.scene import Scene
from marsad.records.subjects import Subjects

_OCCASION = frozenset({"when", "after", "as"})
_ATTACK = "ASSAULT"
# Where those stand upon whom force is used.
_UPON = ("obj", "on", "at", "against")


def who_attacked(scene: Scene, subjects: Subjects, harm: Predicate) -> list[Mention]:
    """Return the attackers of the clause that says on what occasion somebody came to harm, which nobody is said to have
    done.
    """
    if not harm.passive or harm.pos != "verb" or "by" in harm.arguments:
        return []
    later = (p for p in scene.parse.predicates[harm.number + 1 :] if p.pos in ("verb", "light"))
    clause = next((p for p in later if p.under in _OCCASION), None)
    if clause is None or clause.passive or clause.negated or not _attacks(scene, clause):
        return []
    struck = [m for slot in _UPON for m in clause.mentions(slot) if m.sector]
    return [] if struck else subjects.subject(clause)  # who else was struck tells it better


def _attacks(scene: Scene, verb: Predicate) -> bool:
    """Return whether a verb, or the noun that it carries, may tell of an attack and of nothing else."""
    carried = next((p for p in scene.parse.predicates if p.light == verb.number), verb)
    concepts = scene.possible_concepts(carried)
    return bool(concepts) and any(_ATTACK in concept.event_types for concept in concepts)
