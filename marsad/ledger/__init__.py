"""The ledger: pure functions from reports to how things stand, with the words that carry each answer."""

from marsad.ledger.model import AxisStanding, Change, Doubt, Noted, Position, Standings, Word
from marsad.ledger.standings import standings

__all__ = ["AxisStanding", "Change", "Doubt", "Noted", "Position", "Standings", "Word", "standings"]
