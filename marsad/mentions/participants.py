"""Who took part in what a sentence told, as pronouns of the next one may take them up."""

import msgspec

from marsad.mentions.items import Mention


class Participant(msgspec.Struct, frozen=True):
    """Those in one slot of a verb: `agreement` is the gender (`m f n`) or number (`p`) of their noun, empty where
    nothing tells; `harmed` that the verb told of harm or blame that they suffered, `acting` that they were its subject.
    """

    mentions: list[Mention]
    agreement: str = ""
    harmed: bool = False
    acting: bool = False

    def apart(self) -> "list[Participant]":
        """Return each of several as a participant of its own, behind them all."""
        alone = [m for m in self.mentions if not m.plural] if len(self.mentions) > 1 else []
        return [self, *(Participant([m], "", self.harmed, self.acting) for m in alone)]

    def takes(self, role: str) -> bool:
        """Return whether a pronoun (`3ms 3fs 3p` ...) may stand for them."""
        several = len(self.mentions) > 1 or self.agreement == "p" or any(m.plural for m in self.mentions)
        if role in ("3p", "3d"):
            return several
        named = all(m.person or "office" in (m.title_kind, m.kind) for m in self.mentions)
        office = named and role != "3ns"  # held by either gender
        return not several and (office or self.agreement in ("", role[1:2]))
