"""Reviews on the command line: a list of what is to be looked at, decisions, and what they say of the rules."""

import getpass
import json
from collections.abc import Sequence

import msgspec

from marsad.cli.printing import print_json, print_lines, print_rows
from marsad.errors import UsageError
from marsad.model.records import KINDS
from marsad.store.querying import Filters
from marsad.store.reviewing import Precision, Review
from marsad.store.showing import ShownArticle
from marsad.store.store import Store
from marsad.views.shown import record_line, shown_lines

VERDICTS = "--accept, --reject, --edit and --withdraw"


class Listed(msgspec.Struct, frozen=True):
    """What to list."""

    kind: str
    rule: str
    lang: str
    limit: int


class Words(msgspec.Struct, frozen=True):
    """What a reviewer said: why, who, and the changed fields as JSON."""

    reason: str
    by: str
    edit: str


def print_list(verdicts: Sequence[str], listed: Listed, db: str, *, as_json: bool) -> int:
    """Return 0 after printing records that nobody reviewed; raises UsageError for a decision about no record."""
    if verdicts:
        raise UsageError(f"expected the id of a record beside {VERDICTS}, got none")
    if listed.kind and listed.kind not in KINDS:
        raise UsageError(f"--kind: expected one of {', '.join(KINDS)}, got {listed.kind!r}")
    with Store(db, create=False) as store:
        found = store.to_review(listed.limit, **Filters(kind=listed.kind, rule=listed.rule, lang=listed.lang))
    if as_json:
        print_json(found)
        return 0
    rows = [(one.record.id, one.source.lang, record_line(one.record), one.record.evidence.text) for one in found]
    print_rows(("id", "lang", "record", "words"), rows)
    return 0


def decide(name: str, verdicts: Sequence[str], words: Words, db: str, *, as_json: bool) -> int:
    """Return 0 after keeping a decision and printing the record as it stands now; raises UsageError."""
    if len(verdicts) != 1:
        raise UsageError(f"expected one of {VERDICTS}, got {len(verdicts) or 'none'}")
    decision = msgspec.convert(
        {
            "verdict": verdicts[0],
            "reason": words.reason,
            "reviewer": words.by or _user(),
            "changes": _changes(words.edit),
        },
        Review,
    )
    with Store(db, create=False) as store:
        found = store.show(name)
        if isinstance(found, ShownArticle):
            raise UsageError(f"expected the id of a record, got that of an article: {name!r}")
        store.review(found.record.id, decision)
        found = store.show(found.record.id)
    if as_json:
        print_json(found)
    else:
        print_lines(shown_lines(found))
    return 0


def print_precision(db: str, *, as_json: bool) -> int:
    """Return 0 after printing the measured precision by rule and language."""
    with Store(db, create=False) as store:
        found = store.precision()
    if as_json:
        print_json([msgspec.to_builtins(one) | {"precision": round(one.precision, 4)} for one in found])
        return 0
    columns = ("rule", "lang", "accepted", "rejected", "edited", "precision")
    print_rows(columns, [_row(one) for one in (*found, *_totals(found))])
    return 0


def _row(one: Precision) -> tuple[object, ...]:
    return one.name, one.lang, one.accepted, one.rejected, one.edited, f"{one.precision:.2f}"


def _totals(found: list[Precision]) -> list[Precision]:
    """Return one sum a language."""
    sums = []
    for lang in sorted({one.lang for one in found}):
        mine = [one for one in found if one.lang == lang]
        counts = (sum(getattr(one, name) for one in mine) for name in ("accepted", "rejected", "edited"))
        sums.append(Precision("all", lang, *counts))
    return sums


def _changes(edit: str) -> dict[str, object]:
    try:
        value = json.loads(edit or "{}")
    except ValueError as error:
        raise UsageError(f'--edit: expected JSON such as {{"status": "planned"}}, got {edit!r} ({error})') from error
    if not isinstance(value, dict):
        raise UsageError(f'--edit: expected JSON such as {{"status": "planned"}}, got {edit!r}')
    return value


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
