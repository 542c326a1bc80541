"""What stands behind a verb with a preposition before it, though no table holds the word it is written with."""

from marsad.clauses.draft import Draft
from marsad.clauses.giving import give
from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import taken_apart


def with_particle(draft: Draft, predicate: Predicate) -> bool:
    """Return whether what stands alone behind a verb begins with an unknown word and a preposition of one letter that
    the verb asks for, given that slot if so ("أشاد بدور الشرطة").
    """
    argument = predicate.arguments["obj"]
    if "obj2" in predicate.arguments or draft.row[argument.k].kind != "word" or "actor" not in argument.classes:
        return False
    marks = draft.profile.proclitics.get(draft.sentence.tokens[draft.row[argument.k].i][0], ())
    slot = next((mark.partition(":")[2] for mark in marks if mark.startswith("prep:")), "")
    own = [dict(sense.slots) for sense in predicate.senses]
    if not slot or slot in predicate.arguments or all(o.get(slot) != "recipient" for o in own):
        return False
    give(predicate, slot, predicate.arguments.pop("obj"))
    return True


def either(draft: Draft, predicate: Predicate, thing: Argument) -> None:
    """Let a thing behind a verb be its subject as well, which may stand in another clause; but not where the phrase of
    the verb ends in a preposition ("وافق على الشروط").
    """
    item = draft.row[predicate.k]
    predicate.arguments["obj"] = thing
    if item.j - item.i == 1 or not taken_apart(draft.sentence, item)[-1].is_function("prep"):
        predicate.arguments["subj"] = thing
