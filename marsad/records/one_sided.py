"""Whether the words of an act that takes two sides name both of them, or only those on the other side."""

from marsad.clauses.model import Predicate


def both_named(predicate: Predicate) -> bool:
    """Return whether those between whom something is are all named ("fighting between the army and rebels")."""
    between = predicate.arguments.get("between")
    return between is not None and len(between.mentions) > 1


def only_partners(predicate: Predicate, states: set[str]) -> bool:
    """Return whether those known to act are only with whom somebody else does it ("after talks with X and Y")."""
    partners = predicate.mentions("with") if predicate.pos == "noun" and len(states) > 1 else []
    return bool(partners) and states <= {mention.country for mention in partners}
