"""Who stands before and behind action nouns, verb first: their objects, those who are said to carry them out."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Argument, Predicate
from marsad.clauses.struck import struck
from marsad.mentions.items import Mention

# What a noun says that only carries another ("قيام الجيش بمناورات"), and how far apart the two may stand.
_DOING, _NEAR = "doing", 3


def takes_object(draft: Draft, noun: Argument, behind: Argument) -> bool:
    """Return whether who stands right behind an action noun and whose it is, is its object ("طرد تونس القنصل"), noted
    if so: the verb has another one ("أثار طرد تونس القنصل غضب طرابلس").
    """
    act = draft.predicates[noun.predicate] if noun.predicate >= 0 else None
    if act is None or act.pos != "noun" or not act.mentions("gen") or "obj" in act.arguments or not behind.mentions:
        return False
    behind.slot = "obj"
    act.arguments["obj"] = behind
    return True


def carried_out(draft: Draft, noun: Predicate) -> None:
    """Note who carries out what an action noun names, where a noun of doing says so ("قيام الجيش بمناورات")."""
    row, at = draft.row, noun.k - 1
    while at > 0 and row[at].mention is None and noun.k - at < _NEAR:
        at -= 1
    mention = row[at].mention if at > 0 else None
    if mention is None or not row[at - 1].is_function("quant", _DOING):
        return
    if any(mark.startswith("prep:") for mark in row[noun.k].marks) or row[noun.k - 1].is_function("prep"):
        noun.arguments["adj"] = Argument("adj", at, at + 1, at, [mention], {"actor"})


def beside_act(draft: Draft, noun: Predicate, mention: Mention) -> str:
    """Return the slot of who stands right behind an action noun: where somebody is hit, else whose act it is, or, verb
    first, its object where a pronoun written with the noun tells who acts ("لدى استقباله وزير الدفاع").
    """
    if struck(draft, noun, mention):
        return "in"
    acted = any(slot == "obj" and role != "none" for sense in noun.senses for slot, role in sense.slots)
    return "obj" if draft.verb_first and acted and "poss" in noun.feature.enclitic else "gen"
