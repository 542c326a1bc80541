"""Parties of a deal told elsewhere: in a clause about the same deal, or where the deal was told of before."""

from collections.abc import Iterable

from marsad.mentions.items import Item, Mention
from marsad.mentions.memory import Memory
from marsad.records.frame import Frame

# What ends the words that describe a deal.
_ENDS = frozenset({"conj", "sub", "future", "modal"})
# How many items may describe a deal.
_DESCRIBED = 10
# A deal that only the two sides of a conflict can have.
_BETWEEN_FOES = "ceasefire"


def share_parties(frames: Iterable[Frame], memory: Memory) -> None:
    """Give each agreement of a sentence the parties that another clause or sentence tells of the same one."""
    deals = [frame for frame in frames if frame.concept.makes("agreement")]
    for frame in deals:
        if _whole(frame):
            continue
        beside = [other for other in deals if other is not frame and _heads(other) & _heads(frame)]
        told = next((_parties(other) for other in beside if _whole(other)), None)
        found = told or _of_both(frame, beside) or _told_before(frame, memory)
        if found:
            frame.actors["parties"] = [*found, *(m for m in _parties(frame) if m.country not in _states(found))]


def name_matter(frame: Frame, row: list[Item]) -> None:
    """Note that a deal is about a border where the words that describe it say so ("a treaty that fixes the border")."""
    matter = frame.nouns.get("agreement")
    if matter is None or not frame.concept.makes("agreement") or "border" in frame.nouns:
        return
    first = next((k for k, item in enumerate(row) if item.i == matter.i), len(row)) + 1
    for item in row[first : first + _DESCRIBED]:
        if item.kind == "nominal" and item.value == "border":
            frame.nouns["border"] = item
        if item.kind == "nominal" or "and" in item.marks or (item.kind == "function" and item.value in _ENDS):
            return


def _of_both(frame: Frame, beside: list[Frame]) -> list[Mention]:
    """Return the sides of a deal of which each clause names one ("X has not ratified the deal signed with Y")."""
    sides = [m for deal in (frame, *beside) for m in _parties(deal) if m.country]
    return sides if len(_states(sides)) == 2 else []


def _told_before(frame: Frame, memory: Memory) -> list[Mention]:
    """Return the parties of the last deal, or of the last conflict, where this one is known to be theirs."""
    named, matter = _states(_parties(frame)), frame.nouns.get("agreement")
    deal = [m for m in memory.deal if m.title_kind != "treaty"]
    if matter is not None and matter.role == _BETWEEN_FOES and not named:
        return deal or memory.sides.get(2, [])
    return deal if named and named < _states(deal) and _known(frame) else []


def _whole(frame: Frame) -> bool:
    """Return whether both sides of a deal are told: two states, or two named as its parties, be they of one state."""
    return len(_states(_parties(frame))) > 1 or len({m.code for m in frame.of("parties") if m.sector}) > 1


def _known(frame: Frame) -> bool:
    """Return whether the deal is one the reader knows: nothing in the clause tells which."""
    return not any(frame.of(role) for role in ("institution", "treaty")) and "with" not in frame.predicate.arguments


def _parties(frame: Frame) -> list[Mention]:
    return frame.of("parties") or [*frame.of("actor"), *frame.of("recipient")]


def _states(mentions: list[Mention]) -> set[str]:
    return {m.country for m in mentions if m.country}


def _heads(frame: Frame) -> set[int]:
    """Return the items that name the deal of a clause."""
    arguments = frame.predicate.arguments.values()
    return {argument.head for argument in arguments if argument.head >= 0 and "agreement" in argument.classes}
