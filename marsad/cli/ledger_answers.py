"""What the ledger answers with: reports come from the store, answers go out as tables or as JSON."""

import datetime
import sys
from collections.abc import Iterable, Iterator

import msgspec

from marsad.cli.days import day
from marsad.cli.guard import report as complain
from marsad.cli.single import terminal_language
from marsad.errors import UsageError
from marsad.ledger import Standings
from marsad.model.values import Axis
from marsad.store.store import Store
from marsad.views import standings as standing_views
from marsad.views import threads
from marsad.views.json_out import dump_indented
from marsad.views.labels import Labels, labels
from marsad.views.ledger_words import Writer
from marsad.views.parties import find_party
from marsad.views.tables import Block, print_blocks


class Asking(msgspec.Struct, frozen=True, kw_only=True):
    """What every question to the ledger is asked with, as typed: the store, the two days, how to answer."""

    db: str = ""
    as_of: str = ""
    known: str = ""
    ui: str = ""
    json: bool = False


class Asked:
    """A question under way: the days as dates, the words of the reader's language, the store."""

    def __init__(self, asking: Asking) -> None:
        self.asking = asking
        self.words: Labels = labels(asking.ui or terminal_language())
        today = datetime.date.today()
        self.as_of = day(asking.as_of, "--as-of") or today
        self.known = day(asking.known, "--known") or max(today, self.as_of)

    def party(self, typed: str) -> str:
        """Return the code of a state or institution, empty for none."""
        return find_party(typed, self.words) if typed else ""

    def state(self, typed: str) -> str:
        """Return the code of a state, empty for none; raises UsageError for an institution."""
        return self._wanted(typed, "a state", institution=False)

    def institution(self, typed: str) -> str:
        """Return the code of an institution or treaty, empty for none; raises UsageError for a state."""
        return self._wanted(typed, "an institution or treaty", institution=True)

    def _wanted(self, typed: str, what: str, *, institution: bool) -> str:
        code = self.party(typed)
        if code and code.startswith("IGO:") != institution:
            raise UsageError(f"{typed!r}: expected {what}, got {code}")
        return code

    @property
    def days(self) -> dict[str, datetime.date]:
        """The two days, by their names in questions."""
        return {"as_of": self.as_of, "known": self.known}

    def store(self) -> Store:
        """Return the store; raises StoreError where there is none."""
        return Store(self.asking.db, create=False)

    def answer(self, name: str, found: object, blocks: Iterable[Block]) -> int:
        """Return 0 after the answer was written, as JSON or as tables."""
        if self.asking.json:
            sys.stdout.buffer.write(dump_indented(msgspec.to_builtins({**self.days, name: found})) + b"\n")
        else:
            print_blocks(blocks, self.words, sys.stdout)
        return 0


def standing(typed: tuple[str, str], axis: str, asking: Asking, *, history: bool) -> int:
    """Return 0 after printing where a state stands: in one institution, or in all that reports name."""
    asked = Asked(asking)
    subject, of = asked.state(typed[0]), asked.institution(typed[1])
    with asked.store() as store:
        found = [store.standings(subject, of, **asked.days)] if of else [*store.all_standings(subject, **asked.days)]
    if not found:
        complain(f"{subject}: no report of a standing; name an institution to see the known membership")
    blocks = _standing_blocks(found, asked, _axes(axis), single=bool(of), history=history)
    shown = [_with_axes(one, _axes(axis), history=history) for one in found]
    return asked.answer("standings", shown, blocks)


def _axes(typed: str) -> tuple[Axis, ...]:
    known = standing_views.ALL_AXES
    if typed and typed not in known:
        raise UsageError(f"--axis: expected one of {', '.join(known)}, got {typed!r}")
    return tuple(axis for axis in known if typed in ("", axis))


def _standing_blocks(
    found: list[Standings], asked: Asked, axes: tuple[Axis, ...], *, single: bool, history: bool
) -> Iterator[Block]:
    if not single and found:
        yield standing_views.overview(found, asked.words, axes, asked.words.state(found[0].subject))
    if single or history:
        for one in found:
            yield from standing_views.standing_blocks(one, asked.words, axes, history=history)


def _with_axes(found: Standings, axes: tuple[Axis, ...], *, history: bool) -> Standings:
    """Return a standing with the axes and, only if wanted, the history asked for."""
    kept = {axis: found.axes[axis] for axis in axes}
    turns = tuple(turn for turn in found.history if turn.axis in axes) if history else ()
    return msgspec.structs.replace(found, axes=kept, history=turns)


def commitments(by: str, to: str, asking: Asking) -> int:
    """Return 0 after printing what became of promises."""
    asked = Asked(asking)
    with asked.store() as store:
        found = store.commitments(asked.party(by), asked.party(to), **asked.days)
    return asked.answer("commitments", found, threads.commitment_blocks(found, asked.words))


def agreements(party: str, other: str, asking: Asking) -> int:
    """Return 0 after printing how far treaties and deals are."""
    asked = Asked(asking)
    with asked.store() as store:
        found = store.agreements(asked.party(party), asked.party(other), **asked.days)
    return asked.answer("agreements", found, threads.agreement_blocks(found, asked.words))


def meetings(party: str, asking: Asking, *, upcoming: bool) -> int:
    """Return 0 after printing meetings: of a state or an institution, of all where none is named."""
    asked = Asked(asking)
    with asked.store() as store:
        found = store.meetings(asked.party(party), upcoming=upcoming, **asked.days)
    return asked.answer("meetings", found, threads.meeting_blocks(found, asked.words))


def changes(since: str, state: str, asking: Asking) -> int:
    """Return 0 after printing what has changed in any standing since a day."""
    asked = Asked(asking)
    first = day(since, "--since")
    if first is None or first > asked.known:
        raise UsageError(f"--since: expected a day not after {asked.known}, got {since!r}")
    with asked.store() as store:
        found = store.changes(first, state=asked.state(state), known=asked.known)
    table = standing_views.history_table(found, Writer(asked.words), asked.words("ledger.changes"))
    return asked.answer("changes", found, [table])
