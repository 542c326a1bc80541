"""Summits that news names after a group of states, of whose body they are ("the Arab summit")."""

from collections.abc import Sequence

from marsad.membership import bodies_of_groups
from marsad.mentions.items import Item


def name_bodies(row: Sequence[Item]) -> None:
    """Let a group of states beside a summit stand for its body, but not where it meets others ("Arab-Chinese")."""
    bodies = bodies_of_groups()
    for k, item in enumerate(row):
        mention = item.mention
        if mention is None or mention.title_kind or mention.country not in bodies:
            continue
        beside = [*row[max(0, k - 1) : k], *row[k + 1 : k + 2]]
        if any(map(_summit, beside)) and not any(map(_other_side, beside)):
            mention.country, mention.kind = bodies[mention.country], "institution"


def _summit(item: Item) -> bool:
    """Return whether an item is the bare word for a summit."""
    if item.j - item.i > 1:
        return False
    known = item.span.find("nominal", "meeting") if item.span is not None else None
    return known is not None and known.entry.role == "summit"


def _other_side(item: Item) -> bool:
    """Return whether an item is the adjective of somebody else."""
    mention = item.mention
    adjective = item.known is not None and item.known.entry.kind == "demonym"
    return mention is not None and adjective and not mention.title_kind and mention.country not in bodies_of_groups()
