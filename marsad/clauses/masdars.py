"""Objects that action nouns have besides whose they are ("طرد تونس القنصل"), verb first."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Argument


def takes_object(draft: Draft, noun: Argument, behind: Argument) -> bool:
    """Return whether who stands right behind an action noun and whose it is, is its object, noted if so: the verb has
    another one ("أثار طرد تونس القنصل غضب طرابلس").
    """
    act = draft.predicates[noun.predicate] if noun.predicate >= 0 else None
    if act is None or act.pos != "noun" or not act.mentions("gen") or "obj" in act.arguments or not behind.mentions:
        return False
    behind.slot = "obj"
    act.arguments["obj"] = behind
    return True
