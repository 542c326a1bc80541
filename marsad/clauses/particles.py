"""What stands behind a verb with a preposition before it, though no table holds the word it is written with."""

from msgspec.structs import replace

from marsad.clauses.draft import Draft
from marsad.clauses.giving import give
from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import taken_apart

# Who may stand behind the name of somebody who acts upon them, and the ending of plurals that govern a genitive.
_ACTED_ON, _PLURAL = frozenset({"title", "person", "group", "institution", "metonym"}), "و"


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
    if _named(draft, thing) and any(("obj", "recipient") in sense.slots for sense in predicate.senses):
        _part(predicate, thing)
        return
    predicate.arguments["obj"] = thing
    if item.j - item.i == 1 or not taken_apart(draft.sentence, item)[-1].is_function("prep"):
        predicate.arguments["subj"] = thing


def _named(draft: Draft, thing: Argument) -> bool:
    """Return whether an unknown word and an actor behind it may be somebody by name and whom they act upon ("انتقد
    [سميث] [الحكومة]"): no feminine noun or plural, which govern a genitive, and no name of a state behind it.
    """
    word, token = draft.row[thing.k], draft.sentence.tokens[draft.row[thing.k].i]
    behind = draft.row[thing.k + 1].mention if thing.k + 1 < thing.end else None
    if word.kind != "word" or word.marks or behind is None or behind.kind not in _ACTED_ON:
        return False
    governs = draft.profile.is_feminine(token) or token.endswith(_PLURAL) or token.startswith(draft.profile.articles)
    known = behind.definite or draft.sentence.tokens[behind.j - 1].startswith(draft.profile.articles)
    return not governs and (behind.kind != "title" or known or bool(behind.country))


def _part(predicate: Predicate, thing: Argument) -> None:
    """Give a verb the first word of what stands behind it for its subject, the rest for its object."""
    behind = replace(thing, slot="obj", k=thing.k + 1, head=thing.k + 1, mentions=thing.modifiers[:1], modifiers=[])
    predicate.arguments["obj"] = behind
    predicate.arguments["subj"] = Argument("subj", thing.k, thing.k + 1, thing.k, [], set())
