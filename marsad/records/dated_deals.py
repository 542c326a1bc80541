"""Deals that are named by their own date: "under the 1959 accord with Peru", "the agreements of 2020 and 2022"."""

import msgspec

from marsad.clauses.model import Predicate
from marsad.lexicon.entries import Feature, Sense
from marsad.mentions.items import Mention
from marsad.model.records import Record
from marsad.records.circumstances import Circumstances
from marsad.records.deal_nouns import known_deal, sides_at, treaty_sides
from marsad.records.found_dates import Found
from marsad.records.frame import Frame
from marsad.records.scene import Scene
from marsad.records.templates import Builder

# The concept of what was done at that date.
SIGNED = "sign-agreement"
# The form of a deal whose name tells how many made it, and how many.
_MADE_BY = {"trilateral agreements": 3}
PAIR = 2


class DatedDeals:
    """Makes the records of the deals of one sentence that are only named, with their date."""

    def __init__(self, scene: Scene, circumstances: Circumstances, builder: Builder) -> None:
        self.scene, self.circumstances, self.builder = scene, circumstances, builder

    def records(self) -> list[Record]:
        """Return the signing of each, told as background, where its parties are known."""
        dating = self.circumstances.dating
        return [record for k, found in dating.deals.items() for record in self._signed(k, found)]

    def _signed(self, k: int, found: Found) -> list[Record]:
        item, parties = self.scene.parse.items[k], self._parties(k)
        known = known_deal(item) or item.known
        ahead = found.back.end is not None and not self.circumstances.dating.over(found.back)
        if len({m.country for m in parties}) < PAIR or (ahead and self.circumstances.dating.published is not None):
            return []
        sense = Sense(SIGNED, (), (), known.entry.rule if known is not None else "")
        noun = Predicate(len(self.scene.parse.predicates), k, "noun", (), Feature("past"), start=k, end=found.end)
        nouns = {"agreement": msgspec.structs.replace(item, known=known)}
        frame = Frame(self.scene.concept(sense), sense, noun, {"actor": parties}, nouns)
        setting = self.circumstances.setting(frame, found.back)
        setting = msgspec.structs.replace(setting, status="historical")
        return self.builder.records(frame, setting, False)[0]

    def _parties(self, k: int) -> list[Mention]:
        """Return those told with the noun, the one it is with beside who acts, all of the sentence if so many."""
        item = self.scene.parse.items[k]
        own = treaty_sides(item.mention) if item.mention is not None else sides_at(self.scene, k)
        number = _MADE_BY.get(item.role, PAIR)
        if len({m.country for m in own}) >= number:
            return own
        states = {m.country: m for m in self.scene.mentions if m.country and m.country[:4] != "IGO:"}
        if number > PAIR and len(states) == number:
            return list(states.values())
        if own or not (both := self._both(k)):
            acting = next((f.of("actor") for f in self.scene.frames.values() if f.of("actor")), [])
            return [*acting[:1], *own] if own else []
        return both

    def _both(self, k: int) -> list[Mention]:
        """Return the sides that an expression behind the noun stands for ("the 2015 deal between the two sides")."""
        behind = (a for p in self.scene.parse.predicates for a in p.arguments.values() if a.k > k)
        sides = (a.mentions for a in behind if a.slot in ("between", "by", "of") and len(a.mentions) == PAIR)
        return next((both for both in sides if all(m.resolved for m in both)), [])
