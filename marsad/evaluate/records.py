"""When a record of ours meets a row of a records set: what `must` be there and the tempting errors that must not.

- actor fields: each code of the row is among the record's, by country, and by sector where both give one;
- subject, said_by: some code of the row is among them;
- date, due: the record's interval lies inside the row's, or inside one of its alternatives;
- attendance: each pair of the row; links: each name of the row within some link's, in the row's order;
- any other field: equal to the row's value or one of its list; line where both have one.
"""

from typing import Any

from marsad.evaluate.gold import NO_EVENT

ALL_OF = {
    "speaker", "actor", "recipient", "by", "to", "parties", "between", "participants", "holder", "about", "mediator",
}  # fmt: skip
ANY_OF = {"subject", "said_by"}
REMARKS = {"must", "kind", "note", "sent", "line", "id"}
Code = tuple[str, str]


def meets(row: dict[str, Any], record: dict[str, Any]) -> bool:
    """Return whether the record is what the row describes; a negated or denied event meets no row."""
    if record.get("kind") != row["kind"]:
        return False
    if row["kind"] == "event" and record.get("status") in NO_EVENT:
        return False
    return not unmet(row, record)


def unmet(row: dict[str, Any], record: dict[str, Any]) -> list[str]:
    """Return the fields in which a record of the row's kind is not what the row describes."""
    fields = [f for f in row if f not in REMARKS and not _field_fits(f, row[f], record.get(f))]
    return fields if _line_fits(row, record) else [*fields, "line"]


def _field_fits(field: str, want: Any, got: Any) -> bool:
    if got is None or got in ([], {}):
        return False
    if field in ALL_OF:
        return all(_has(code, codes(got)) for code in codes(want))
    if field in ANY_OF:
        return any(_has(code, codes(got)) for code in codes(want))
    special = {"date": _date_fits, "due": _date_fits, "attendance": _attendance_fits, "links": _links_fit}
    return special.get(field, one_of)(want, got)


def _line_fits(row: dict[str, Any], record: dict[str, Any]) -> bool:
    line = (record.get("evidence") or {}).get("line")
    return "line" not in row or line is None or line in _listed(row["line"])


def codes(value: Any) -> set[Code]:
    """Return country and sector (three letters) of an actor, a list of them, or plain codes."""
    found = set()
    for item in _listed(value):
        if text := str(_code(item) or "").strip():
            country, _, sector = text.partition(" ")
            found.add((country, sector.strip()[:3]))
    return found


def _code(item: Any) -> Any:
    if not isinstance(item, dict):
        return item
    return item.get("code") or f"{item.get('id') or item.get('country') or '---'} {item.get('sector') or ''}"


def _has(code: Code, among: set[Code]) -> bool:
    return any(country == code[0] and (not sector or not code[1] or sector == code[1]) for country, sector in among)


def one_of(want: Any, got: Any) -> bool:
    """Return whether the value, or an element of it, is what is wanted or one of the wanted list."""
    if isinstance(got, dict):
        got = [got.get("id"), got.get("country"), got.get("name")]
    return any(wanted in _listed(got) for wanted in _listed(want))


def _date_fits(want: Any, got: Any) -> bool:
    start, end = interval(got)
    return any(first <= start and end <= last for first, last in map(interval, _listed(want)))


def interval(value: Any) -> tuple[str, str]:
    """Return first and last day of a year, a month, a day, `start/end` or a record's interval, as ISO strings."""
    if isinstance(value, dict):
        value = f"{value.get('start') or ''}/{value.get('end') or value.get('start') or ''}"
    first, _, last = str(value).partition("/")
    last = last or first
    return _filled(first, "-01-01"), _filled(last, "-12-31")


def _filled(day: str, rest: str) -> str:
    return day + rest[len(day) - 4 :] if len(day) < 10 else day[:10]


def _attendance_fits(want: dict[str, Any], got: dict[str, Any]) -> bool:
    seen = {country: value for code, value in got.items() for country, _ in codes(code)}
    return all(one_of(value, seen.get(country)) for code, value in want.items() for country, _ in codes(code))


def _links_fit(want: list[Any], got: list[Any]) -> bool:
    names = iter([_link_name(link) for link in got])
    return all(any(_named(wanted, name) for name in names) for wanted in want)


def _link_name(link: Any) -> str:
    name = f"{link.get('id', '')} {link.get('name', '')}" if isinstance(link, dict) else str(link)
    return name.lower()


def _named(wanted: Any, name: str) -> bool:
    return any(alternative.lower() in name for alternative in _listed(wanted))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
