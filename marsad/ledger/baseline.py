"""The baseline: memberships known from the tables of `institutions/`, as claims of the body itself."""

import datetime
from collections.abc import Iterator

from marsad.ledger.claims import BEGINNING, Claim
from marsad.membership import Institution, institutions
from marsad.model.values import Interval, StandingValue

# The tables of an institution, and what stands in them is.
OPENING: dict[str, StandingValue] = {
    "members": "member", "former": "member", "observers": "observer", "associates": "associate",
    "candidates": "candidate", "suspended": "suspended-by-body",
}  # fmt: skip


def known_memberships(subject: str, of: str, known: datetime.date) -> list[Claim]:
    """Return the claims that the tables make of a party in an institution, in the order of time.

    What came to be after the day `known` is left out: no question about an earlier day sees it.
    """
    institution = institutions().get(of.removeprefix("IGO:"))
    if institution is None:
        return []
    found = (claim for claim in _claims(institution, subject, known) if claim.known <= known)
    return sorted(found, key=lambda claim: claim.order)


def _claims(institution: Institution, subject: str, known: datetime.date) -> Iterator[Claim]:
    rows = [(table, row) for table, found in institution.tables.items() for row in found if row.get("state") == subject]
    if institution.universal and _belongs_from_the_start(institution, subject, [table for table, _ in rows]):
        yield _claim(institution, "member", {})
    ends = {row["to"] for table, row in rows if OPENING.get(table) == "member" and row.get("to")}
    for table, row in rows:
        if table in OPENING:
            yield _claim(institution, _opening(table, row), row, known)
            # A suspension that ends because the party leaves is no return.
            if row.get("to") and not (table == "suspended" and row["to"] in ends):
                yield _claim(institution, _closing(table, row), row | {"from": row["to"], "to": ""})


def _opening(table: str, row: dict[str, str]) -> StandingValue:
    return "joined" if OPENING[table] == "member" and row.get("from") else OPENING[table]


def _closing(table: str, row: dict[str, str]) -> StandingValue:
    if table == "suspended":
        return "readmitted"
    return "expelled" if row.get("how") == "expelled" else "left"


def _belongs_from_the_start(institution: Institution, subject: str, tables: list[str]) -> bool:
    """Return whether a party is a member of a body of all states of which the tables give no day of joining."""
    states = {row.get("state") for row in institutions()["UN"].tables["members"]}
    return subject in states - institution.non_members and not {"members", "former"} & set(tables)


def _claim(
    institution: Institution, value: StandingValue, row: dict[str, str], known: datetime.date = BEGINNING
) -> Claim:
    when, end = interval(row.get("from", "")), interval(row.get("to", ""))
    at = when.start if when is not None and when.start is not None else BEGINNING
    until = end.start if end is not None and end.start is not None and end.start <= known else None
    return Claim(
        axis="legal", aspect="membership", value=value, at=at, until=until, when=when, known=at, role="body",
        voice=f"IGO:{institution.code}", baseline=row.get("source") or institution.source or institution.name,
    )  # fmt: skip


def interval(day: str) -> Interval | None:
    """Return the interval of `2002`, `2002-07` or `2002-07-09`; None for an unknown day."""
    if not day:
        return None
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 3:
        exact = datetime.date(*parts)
        return Interval(exact, exact, "day")
    if len(parts) == 2:
        first = datetime.date(parts[0], parts[1], 1)
        return Interval(first, _last_of_month(first), "month")
    return Interval(datetime.date(parts[0], 1, 1), datetime.date(parts[0], 12, 31), "year")


def _last_of_month(first: datetime.date) -> datetime.date:
    return (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(days=1)
