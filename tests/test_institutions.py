"""The tables of institutions: whole, dated, with their sources, and right where it can be checked."""

import datetime
import itertools
from typing import Any

import pytest
from reporting import day

from marsad.ledger.baseline import OPENING, interval, known_memberships
from marsad.lexicon.names import alpha3
from marsad.membership import Institution, institutions

KNOWN = institutions()
# Who belongs to these is known from both ends: their members, or that all states do but for a few.
WITH_MEMBERS = {code: i for code, i in KNOWN.items() if i.universal or i.tables.get("members")}
ROWS = [(code, table, row) for code, i in KNOWN.items() for table in OPENING for row in i.tables.get(table, ())]
MUST_BE_THERE = (
    "UN, NATO, EU, COE, OSCE, CSTO, EAEU, CIS, SCO, BRICS, OPEC, OPEC+, LAS, GCC, OIC, AU, ECOWAS, SADC, EAC, IGAD, "
    "ASEAN, MERCOSUR, OAS, ICC, NPT, CTBT, PARIS, WTO, WHO, UNESCO, IAEA, OECD, G7, G20, APEC, SAARC, CELAC, CARICOM, "
    "COMMONWEALTH, SCHENGEN"
)


def test_there_are_many_and_the_great_ones_are_among_them() -> None:
    assert len(WITH_MEMBERS) >= 60
    assert [code for code in MUST_BE_THERE.split(", ") if code not in WITH_MEMBERS] == []


def test_every_membership_has_its_source() -> None:
    assert [code for code, i in WITH_MEMBERS.items() if not i.source] == []


def test_every_state_is_one() -> None:
    states = set(alpha3().values())
    assert [(code, row["state"]) for code, _, row in ROWS if row["state"] not in states] == []


def test_every_day_is_one_and_none_ends_before_it_starts() -> None:
    spans = [(code, interval(str(row.get("from", ""))), interval(str(row.get("to", "")))) for code, _, row in ROWS]
    assert [s for s in spans if s[1] and s[2] and s[1].start and s[2].end and s[1].start > s[2].end] == []


def test_no_party_is_a_member_twice_at_one_time() -> None:
    seen: dict[tuple[str, str, str], list[tuple[datetime.date, datetime.date]]] = {}
    for code, table, row in ROWS:
        if table in ("members", "former"):
            start, end = interval(str(row.get("from", ""))), interval(str(row.get("to", "")))
            first = start.start if start and start.start else datetime.date.min
            last = end.start if end and end.start else datetime.date.max
            seen.setdefault((code, "member", row["state"]), []).append((first, last))
    spans = {key: sorted(found) for key, found in seen.items()}
    assert [key for key, found in spans.items() if any(b[0] < a[1] for a, b in itertools.pairwise(found))] == []


def test_no_member_of_a_body_of_all_states_is_listed_as_none() -> None:
    assert [
        (c, row["state"]) for c, table, row in ROWS if table == "members" and row["state"] in KNOWN[c].non_members
    ] == []


COUNTS = [
    ("UN", 193), ("NATO", 32), ("EU", 27), ("COE", 46), ("OSCE", 57), ("WTO", 165), ("AU", 55), ("LAS", 22),
    ("OIC", 57), ("ASEAN", 11), ("OAS", 34), ("ICC", 125), ("COMMONWEALTH", 56),
    ("OECD", 38), ("GCC", 6), ("SADC", 16), ("EAC", 8), ("TPNW", 74),
    ("ISTANBUL", 38), ("FATF", 38),
]  # fmt: skip


@pytest.mark.parametrize(("code", "count"), COUNTS)
def test_the_number_of_members_is_the_known_one(code: str, count: int) -> None:
    assert len(KNOWN[code].tables["members"]) == count


FACTS = [
    # party, body, day, what it then is
    ("GBR", "EU", "2020-02-01", "left"),
    ("HRV", "EU", "2013-07-01", "member"),
    ("SWE", "NATO", "2024-03-07", "member"),
    ("RUS", "COE", "2022-03-17", "expelled"),
    ("UZB", "CSTO", "2012-12-20", "left"),
    ("BLR", "SCO", "2024-07-04", "member"),
    ("IDN", "BRICS", "2025-01-06", "member"),
    ("AGO", "OPEC", "2024-01-01", "left"),
    ("ARE", "OPEC", "2026-05-02", "left"),
    ("ARE", "OPEC+", "2026-04-30", "member"),
    ("SYR", "LAS", "2023-05-07", "member"),
    ("BFA", "ECOWAS", "2025-01-29", "left"),
    ("SOM", "EAC", "2024-03-04", "member"),
    ("ERI", "IGAD", "2025-12-12", "left"),
    ("TLS", "ASEAN", "2025-10-26", "member"),
    ("VEN", "MERCOSUR", "2017-01-01", "suspended-by-body"),
    ("NIC", "OAS", "2023-11-20", "left"),
    ("PHL", "ICC", "2019-03-17", "left"),
    ("ARM", "ICC", "2024-02-01", "member"),
    ("HUN", "ICC", "2026-11-01", "member"),
    ("PRK", "NPT", "2003-04-11", "left"),
    ("RUS", "CTBT", "2023-11-02", "left"),
    ("USA", "PARIS", "2020-12-01", "left"),
    ("USA", "PARIS", "2021-02-19", "member"),
    ("CHN", "WTO", "2001-12-11", "member"),
    ("COM", "WTO", "2024-08-21", "member"),
    ("USA", "WHO", "2026-01-22", "left"),
    ("ARG", "WHO", "2026-04-01", "left"),
    ("USA", "UNESCO", "2023-07-10", "member"),
    ("IDN", "UN", "1965-06-01", "left"),
    ("GAB", "AU", "2024-01-01", "suspended-by-body"),
    ("GAB", "AU", "2025-05-01", "member"),
    ("GEO", "CIS", "2009-08-18", "left"),
    ("IRN", "EAEU", "2024-12-26", "observer"),
    ("ARM", "EU", "2024-01-01", ""),
]


@pytest.mark.parametrize(("party", "body", "on", "value"), FACTS)
def test_facts_that_anyone_can_look_up(party: str, body: str, on: str, value: str) -> None:
    from marsad.ledger import standings

    found = standings([], subject=party, of=f"IGO:{body}", as_of=day(on), known=day("2026-11-28"))
    assert (found.axes["legal"].value or "") == value


BELONGS = [
    # may a text say of it that it leaves?
    ("ARM", "CSTO", "2024-11-20", True), ("ARM", "EU", "2024-11-20", False), ("GBR", "EU", "2020-12-31", True),
    ("GBR", "EU", "2024-01-01", False), ("USA", "WHO", "2026-06-01", True), ("USA", "WHO", "2028-01-01", False),
    ("USA", "UNESCO", "2024-01-01", True), ("FRA", "UN", "2024-01-01", True), ("TWN", "UN", "2024-01-01", False),
    ("PRK", "NPT", "2024-01-01", False),
]  # fmt: skip


@pytest.mark.parametrize(("party", "body", "on", "expected"), BELONGS)
def test_who_belongs_where(party: str, body: str, on: str, expected: bool) -> None:
    assert KNOWN[body].belongs(party, day(on)) is expected


def test_what_came_to_be_later_is_not_known() -> None:
    assert [c.value for c in known_memberships("FIN", "IGO:NATO", day("2023-04-03"))] == []
    assert [c.value for c in known_memberships("FIN", "IGO:NATO", day("2023-04-04"))] == ["joined"]


def test_a_body_without_members_says_nothing() -> None:
    empty: Any = next(i for i in KNOWN.values() if not i.universal and not i.tables.get("members"))
    assert isinstance(empty, Institution)
    assert empty.belongs("FRA", day("2024-01-01")) is None
