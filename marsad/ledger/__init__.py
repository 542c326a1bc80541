"""The ledger: pure functions from reports to how things stand, with the words that carry each answer."""

from marsad.ledger.agreements import AgreementStanding, Block, agreements
from marsad.ledger.changes import changes
from marsad.ledger.commitments import CommitmentStanding, commitments
from marsad.ledger.dyads import Dyad, Month, Quad, Turn, dyad
from marsad.ledger.meetings import MeetingStanding, meetings
from marsad.ledger.model import AxisStanding, Change, Doubt, Noted, Position, Standings, Word
from marsad.ledger.stances import StanceStanding, stances
from marsad.ledger.standings import history, standings
from marsad.ledger.steps import Step

__all__ = [
    "AgreementStanding", "AxisStanding", "Block", "Change", "CommitmentStanding", "Doubt", "Dyad", "MeetingStanding",
    "Month", "Noted", "Position", "Quad", "StanceStanding", "Standings", "Step", "Turn", "Word",
    "agreements", "changes", "commitments", "dyad", "history", "meetings", "stances", "standings",
]  # fmt: skip
