"""Parties of a deal told elsewhere: with its noun, in a clause about the same deal, or where it was told of before."""

from collections.abc import Iterable

import msgspec

from marsad.inventory import Template
from marsad.mentions.items import Item, Mention
from marsad.mentions.remembered import Deal
from marsad.records.deal_nouns import names_treaty, noun_at, sides_at, treaty_sides
from marsad.records.fields import GENERIC_FORMS, deal_form
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# What ends the words that describe a deal.
_ENDS = frozenset({"conj", "sub", "future", "modal"})
# How many items may describe a deal.
_DESCRIBED = 15
# Nouns of other things, and prepositions of what else was going on, end them too.
_OTHERS = frozenset({"border", "agreement", "meeting", "troops", "sanctions"})
_TIMES = frozenset({"after", "before", "during", "despite", "since"})
# A deal that only the two sides of a conflict can have.
_BETWEEN_FOES = "ceasefire"
PAIR = 2
# The act of who wants a deal with somebody.
_PROPOSING, _STAGE = "propose", "proposed"
# Pronouns of several.
_SEVERAL = frozenset({"3p", "3d"})
# What a deal may be named after.
_CITIES = frozenset({"capital", "place"})
# The reading of a noun that names a deal.
AGREEMENT = ("nominal", "agreement")


def share_parties(scene: Scene) -> None:
    """Give each agreement of a sentence the parties that another clause or sentence tells of the same one."""
    deals = _deals(scene)
    for frame in deals:
        _leave_seat(frame, scene)
        _propose(frame, scene)
    for frame in deals:
        beside = [other for other in deals if other is not frame and _heads(other) & _heads(frame)]
        beside += _deals_before(frame, deals, scene)
        own = _with_noun(frame, scene)
        guessed = _guessed(frame) if any(_whole(other) for other in beside) else []
        frame.actors["recipient"] = [m for m in frame.of("recipient") if m not in guessed]
        if them := _of_them(frame, scene):
            frame.actors["parties"] = them
        elif not _whole(frame):
            told = next((_parties(other) for other in beside if _whole(other)), None)
            told = (
                (told if _outside(told, own) else own)
                or told
                or _of_both(frame, beside)
                or _of_foes(frame, scene)
                or _of_owner(frame, scene)
            )
            told = told or _of_two_speaking(frame, scene) or _with_speaker(frame, scene)
            _join(frame, told or _of_two_told(frame, scene))
        known = _known_deal(frame, scene) if len(_states(own)) < PAIR else None
        if known is not None:
            frame.deal = known.form
            if not _whole(frame):
                _join(frame, known.parties)
        _leave_mediators(frame, beside)


def _deals_before(frame: Frame, deals: list[Frame], scene: Scene) -> list[Frame]:
    """Return those told of before in the sentence where a pronoun or "the deal" takes one up ("they signed it and X
    ratified it", "X ratified the pact, but it has not taken effect").
    """
    matter = frame.predicate.arguments.get("obj") or frame.predicate.arguments.get("subj")
    noun, before = frame.nouns.get("agreement"), [deal for deal in deals if deal.predicate.k < frame.predicate.k]
    if matter is None or matter.head < 0:
        return before if noun is None and frame.past_signing and not frame.of("treaty") else []
    head = scene.parse.items[matter.head]
    again = noun is not None and noun.role in GENERIC_FORMS and _taken_up(frame, scene) and not _parties(frame)
    if not again and not head.is_function("pron") and not (head.is_function("det", "this") and noun is None):
        return []
    return before


def _leave_mediators(frame: Frame, beside: list[Frame]) -> None:
    """Let who brought a deal about be no guessed party to it ("ended the accord that Algeria had brokered")."""
    between = {m.country for deal in (frame, *beside) for m in deal.of("mediator")}
    for role in ("parties", "recipient") if between else ():
        frame.actors[role] = [m for m in frame.of(role) if not (m.resolved and m.country in between)]


def remember_deals(scene: Scene) -> None:
    """Note the agreements that a sentence tells of, with their parties."""
    items = scene.parse.items
    named = [(k, known) for k in scene.nominals if (span := items[k].span) and (known := span.find(*AGREEMENT))]
    scene.memory.deal_told = bool(named or _deals(scene)) or any(names_treaty(item) for item in items)
    for item in items:
        mention = item.mention
        if mention is not None and mention.title_kind == "treaty" and (few := treaty_sides(mention)):
            scene.memory.note_deal(few, "")
    for k, known in named:
        sides = sides_at(scene, k) if items[k].mention is None else []
        if len({m.code for m in sides}) > 1:
            scene.memory.note_deal(sides, "" if known.entry.role in GENERIC_FORMS else known.entry.role)
    for frame in _deals(scene):
        if _whole(frame):
            form = deal_form(frame, str(_template(frame)["form"]), frame.nouns.get("agreement"))
            scene.memory.note_deal(_parties(frame), "" if form in GENERIC_FORMS else form)


def name_matter(frame: Frame, row: list[Item]) -> None:
    """Note that a deal is about a border where the words that describe it say so ("a treaty that fixes the border")."""
    matter = frame.nouns.get("agreement")
    if matter is None or not frame.concept.makes("agreement") or "border" in frame.nouns:
        return
    first = next((k for k, item in enumerate(row) if item.i == matter.i), len(row)) + 1
    for item in row[first : first + _DESCRIBED]:
        if item.kind == "nominal" and item.value == "border":
            frame.nouns["border"] = item
        named = item.kind == "nominal" and item.value in _OTHERS
        ends = item.kind == "function" and (item.value in _ENDS or item.role in _TIMES)
        if named or ends or "and" in item.marks:
            return


def _deals(scene: Scene) -> list[Frame]:
    return [frame for frame in scene.frames.values() if frame.concept.makes("agreement")]


def _template(frame: Frame) -> dict[str, object]:
    return next(t.fields for t in frame.concept.templates if t.kind == "agreement")


def _outside(told: list[Mention] | None, own: list[Mention]) -> bool:
    """Return whether another clause tells both sides of a deal that its noun names one of ("signed a treaty with Peru,
    which Chile rejected").
    """
    return len(_states(own)) == 1 and _states(own) < _states(told or [])


def _join(frame: Frame, found: list[Mention]) -> None:
    """Make those the parties of a frame, beside its own that are of other states."""
    if found:
        between = frame.states("mediator")
        own = [m for m in _parties(frame) if m.country and m.country not in _states(found) | between]
        frame.actors["parties"] = [*found, *own]


def _with_noun(frame: Frame, scene: Scene) -> list[Mention]:
    """Return the parties told with the noun that names the deal, those of a treaty of few."""
    treaty = next((few for m in frame.of("treaty") if (few := treaty_sides(m))), [])
    matter = frame.nouns.get("agreement")
    if treaty or matter is None:
        return treaty
    sides = sides_at(scene, noun_at(scene, matter))
    return sides if len(_states([*sides, *_parties(frame)]) - frame.states("mediator")) > 1 else []


def _of_both(frame: Frame, beside: list[Frame]) -> list[Mention]:
    """Return the sides of a deal of which each clause names one ("X has not ratified the deal signed with Y")."""
    sides = [m for deal in (frame, *beside) for m in _parties(deal) if m.country]
    return sides if len(_states(sides)) == 2 else []


def _leave_seat(frame: Frame, scene: Scene) -> None:
    """Let a city that a deal is named after be no party to it ("the Minsk accord"), nor its guessed other side."""
    matter = frame.nouns.get("agreement")
    if matter is None:
        return
    k = noun_at(scene, matter)
    around = (item.mention for item in scene.parse.items[max(0, k - 1) : k + 2])
    seats = [m for m in around if m is not None and m.kind in _CITIES and not m.marks]
    if len(seats) != 1 or any(seats[0] in frame.predicate.mentions(slot) for slot in ("subj", "with")):
        return
    for held in frame.actors.values():
        held[:] = [m for m in held if m is not seats[0]]


def _of_owner(frame: Frame, scene: Scene) -> list[Mention]:
    """Return the parties of a deal that a go-between reached with one side, the other being whoever it is told of
    ("X backs the accord that the mediator worked out with Y").
    """
    acting, sides = frame.states("actor") | frame.states("recipient"), frame.predicate.mentions("with")
    if not sides or acting - _states(sides) - frame.states("mediator"):
        return []
    holders = [p for p in scene.parse.predicates if p.pos != "noun" and p is not frame.predicate]
    matter = {a.head for a in frame.predicate.arguments.values() if "agreement" in a.classes}
    owners = (p.mentions("subj") for p in holders if any(a.head in matter for a in p.arguments.values()))
    return next(([*owner[:1], *sides] for owner in owners if _states(owner[:1]) - _states(sides)), [])


def _of_two_speaking(frame: Frame, scene: Scene) -> list[Mention]:
    """Return the two states that say what becomes of "the treaty", which is then theirs, nobody elsewhere."""
    teller = scene.parent(frame.predicate) or scene.parse.predicates[max(frame.predicate.shares, 0)]
    said = scene.frames.get(teller.number)
    lender = scene.parse.predicates[teller.shares] if teller.shares >= 0 else None
    speaking = said.of("actor") if said is not None else lender.mentions("subj") if lender is not None else []
    two = len(_states(speaking)) == PAIR and not _states(_parties(frame))
    return [m for m in speaking if m.country] if two else []


def _with_speaker(frame: Frame, scene: Scene) -> list[Mention]:
    """Return the state that tells of talks with another one, and that one ("X said that talks with Y would open"), or
    that declares a deal over.
    """
    said, sides = scene.frames.get(frame.predicate.parent), _states(_parties(frame))
    told = [m for m in said.of("actor") if m.country] if said is not None and said.concept.act else []
    if frame.predicate.pos == "adj":
        return told if not sides and frame.past_signing else []
    one = len(sides) == 1 and len(_states(told)) == 1 and not sides & _states(told)
    return [*told, *_parties(frame)] if one and frame.predicate.mentions("with") else []


def _propose(frame: Frame, scene: Scene) -> None:
    """Make a deal that one proposes to another to conclude a proposal of both ("offered Peru to sign a treaty")."""
    said = scene.frames.get(frame.predicate.parent)
    if said is None or said.concept.act != _PROPOSING or frame.predicate.relation != "inf" or frame.past_signing:
        return
    sides = [m for role in ("actor", "recipient") for m in said.of(role) if m.country]
    others = [m for m in _parties(frame) if m.country and m.country not in _states(sides)]
    if len(_states(sides)) == PAIR and len(_states(others)) < PAIR:
        frame.actors["parties"] = [*said.of("recipient"), *others] if others else sides
        frame.concept = msgspec.structs.replace(frame.concept, templates=tuple(map(_proposed, frame.concept.templates)))


def _proposed(template: Template) -> Template:
    if template.kind != "agreement":
        return template
    return msgspec.structs.replace(template, fields={**template.fields, "stage": _STAGE})


def _of_them(frame: Frame, scene: Scene) -> list[Mention]:
    """Return the two that "they" are who have a deal, of whom only one was found ("They signed it in 2010")."""
    argument = frame.predicate.arguments.get("subj")
    head = scene.parse.items[argument.head] if argument is not None and argument.head >= 0 else None
    named = frame.states("actor")
    if head is None or not head.is_function("pron") or head.role not in _SEVERAL or len(named) != 1:
        return []
    told = (deal.parties for deal in reversed(scene.memory.deals) if named < deal.states)
    return scene.memory.topic_pair() or next(told, scene.memory.sides.get(PAIR, []))


def _of_foes(frame: Frame, scene: Scene) -> list[Mention]:
    """Return the sides of the last conflict where only they can have such a deal."""
    matter = frame.nouns.get("agreement")
    if matter is None or matter.role != _BETWEEN_FOES or _states(_parties(frame)) or _told(scene.memory.deals):
        return []
    return scene.memory.sides.get(2, [])


def _of_two_told(frame: Frame, scene: Scene) -> list[Mention]:
    """Return the two states that the article has told of most where somebody else brought about "the deal", which is
    nobody's in words ("A freed B's sailors. In return B freed A's. Qatar brokered the deal").
    """
    told = scene.memory.deals or _states(_parties(frame)) - frame.states("mediator")
    if told or not frame.of("mediator") or not _taken_up(frame, scene):
        return []
    two = scene.memory.told_most(PAIR)
    return two if _states(two).isdisjoint(frame.states("mediator")) else []


def _told(deals: Iterable[Deal]) -> bool:
    return any(deal.form in ("", _BETWEEN_FOES) for deal in deals)


def _known_deal(frame: Frame, scene: Scene) -> Deal | None:
    """Return the deal told of before that a frame takes up, None where it tells of another or a new one."""
    if not _taken_up(frame, scene):
        return None
    matter, named = frame.nouns.get("agreement"), _states(_parties(frame)) - frame.states("mediator")
    form = "" if matter is None or matter.role in GENERIC_FORMS else matter.role
    fitting = [deal for deal in reversed(scene.memory.deals) if named <= deal.states]
    same = (deal for deal in fitting if form and deal.form == form)
    return next(same, None) or next((deal for deal in fitting if not form or not deal.form), None)


def _taken_up(frame: Frame, scene: Scene) -> bool:
    """Return whether a deal is one the reader knows: by its article, or because it is past its signing."""
    if any(frame.of(role) for role in ("institution", "treaty")) or "with" in frame.predicate.arguments:
        return False
    matter = frame.nouns.get("agreement")
    if matter is None:
        return True
    k = noun_at(scene, matter)
    before = [item for item in scene.parse.items[max(0, k - 3) : k] if item.is_function("det")]
    if before and before[-1].role == "a":
        return False
    known = bool(before) or "the" in scene.parse.items[k].marks or frame.past_signing
    return known or (matter.role in GENERIC_FORMS and _told_of_first(frame, k, scene))


def _told_of_first(frame: Frame, k: int, scene: Scene) -> bool:
    """Return whether the noun opens the sentence before its verb, so that it is one the reader knows."""
    verb = scene.carrier(frame.predicate) or frame.predicate
    return k == 0 and verb.pos == "verb" and verb.k > 0 and not scene.parse.verb_last


def _guessed(frame: Frame) -> list[Mention]:
    """Return the other side that no words of the clause name."""
    named = {id(m) for argument in frame.predicate.arguments.values() for m in argument.mentions}
    return [m for m in frame.of("recipient") if m.resolved and id(m) not in named]


def _whole(frame: Frame) -> bool:
    """Return whether both sides of a deal are told: two states, a state and its rebels, or two named parties."""
    told = _parties(frame)
    inside = any(m.kind == "group" for m in told) and len({m.code for m in told if m.country}) > 1
    return inside or len(_states(told)) > 1 or len({m.code for m in frame.of("parties") if m.sector}) > 1


def _parties(frame: Frame) -> list[Mention]:
    return frame.of("parties") or [*frame.of("actor"), *frame.of("recipient")]


def _states(mentions: Iterable[Mention]) -> set[str]:
    return {m.country for m in mentions if m.country}


def _heads(frame: Frame) -> set[int]:
    """Return the items that name the deal of a clause."""
    arguments = frame.predicate.arguments.values()
    return {argument.head for argument in arguments if argument.head >= 0 and "agreement" in argument.classes}
