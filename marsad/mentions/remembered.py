"""What an article teaches, piece by piece: a person, an act that others may do as well, an agreement."""

from collections.abc import Iterable

import msgspec

from marsad.mentions.items import Item, Mention


class Remembered(msgspec.Struct, frozen=True, gc=False):
    """A person as the article introduced them."""

    country: str
    sector: str
    role: str
    person: str


class Act(msgspec.Struct, frozen=True):
    """An act as it was told: its concept, its roles, the one that the subject filled, how likely it is taken up,
    whether it was denied, whether it was still to come, and its nouns by class, while the sentence lasts.
    """

    concept: str
    roles: dict[str, list[Mention]]
    role: str
    weight: int
    denied: bool = False
    ahead: bool = False
    nouns: dict[str, Item] = {}


class Deal(msgspec.Struct, frozen=True):
    """An agreement as it was told: its parties, and its form where that is more than "an agreement"."""

    parties: list[Mention]
    form: str

    @property
    def states(self) -> set[str]:
        """The codes of its parties."""
        return {m.country for m in self.parties}


def one_state(mentions: Iterable[Mention]) -> str:
    """Return the only state among those who acted, empty where there is none or several."""
    states = {m.country for m in mentions if len(m.country) == len("XXX") and m.country != "---"}
    return states.pop() if len(states) == 1 else ""


def acting_state(mentions: list[Mention], sector: str) -> str:
    """Return the state whose army, police or court is among those who acted, empty where there is none or several."""
    return one_state(m for m in mentions if m.sector == sector)
