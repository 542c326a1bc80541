"""The lemmas of one language as entries: every table of its folder joined with the world's names and actors."""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

import msgspec

from marsad.errors import DataError
from marsad.inventory import Inventory
from marsad.lexicon import names
from marsad.lexicon.entries import GOVERNED, Entry, Sense
from marsad.lexicon.inflection import Enclitics
from marsad.lexicon.kinds import state_kinds
from marsad.lexicon.phrases import senses_apart
from marsad.lexicon.profile import Profile
from marsad.lexicon.senses import sense_of
from marsad.lexicon.tables import TableRow, read_rows, read_table
from marsad.membership import institutions

STATE_COLUMNS = ("code", "kind", "capital_exception", "note")
GROUP_COLUMNS = ("id", "state", "sector", "from", "to", "name")
# The years of the Solar Hijri calendar that news tells of.
SOLAR_YEARS = range(1280, 1421)
# The years, likewise, that a phrase for a part of one ("early 2022") can name.
YEARS = range(1945, 2046)
# The classes of function words that are verbs and inflected as such.
INFLECTED = frozenset({"light", "support", "support-passive"})
PERSON_COLUMNS = ("id", "state", "sector", "office", "from", "to")
OUTLET_COLUMNS = ("slug", "kind", "country", "lang", "domain")


# Classes that decline only in languages whose names and phrases do: elsewhere they are fixed forms.
DECLINED = frozenset({"name", "person", "word"})
_WITH_CASE = frozenset({"pron", "poss", "det", "quant", "rel"})


class Lemma(msgspec.Struct, frozen=True):
    """One lemma with what it means; `inflect` is the word class it is inflected as, empty for a fixed form.

    `name` and `person` decline where the language has cases, a `word` has its own form alone.
    """

    text: str
    entry: Entry
    inflect: str
    row: TableRow | None = None


def actors_folder() -> Path:
    """Return the folder of the language-neutral actor tables."""
    return Path(str(resources.files("marsad") / "actors"))


def lemmas(folder: Path, profile: Profile, inventory: Inventory) -> Iterator[Lemma]:
    """Yield every lemma of a language; raises DataError for an unknown concept, role or reference."""
    yield from _triggers(folder, inventory, profile)
    yield from _simple(folder, profile)
    yield from _functions(folder)
    yield from _states(folder, profile)
    yield from _actors(folder, profile)
    yield from _calendar(folder, profile)
    yield from _times(folder, profile)


def _triggers(folder: Path, inventory: Inventory, profile: Profile) -> Iterator[Lemma]:
    grouped: dict[tuple[str, str], list[TableRow]] = {}
    for row in read_table(folder, "triggers"):
        if row["concept"] not in inventory.concepts:
            raise DataError(row.path, row.line, f"expected a concept of concepts/, got {row['concept']!r}")
        if row["pos"] not in ("verb", "noun", "adj", "phrase"):
            raise DataError(row.path, row.line, f"pos: expected verb, noun, adj or phrase, got {row['pos']!r}")
        grouped.setdefault((row["lemma"], row["pos"]), []).append(row)
    support, apart = _support(folder), senses_apart(folder, profile)
    for (lemma, pos), rows in _by_all_owners(grouped, profile.possessives).items():
        senses = tuple(sense_of(row) for row in rows)
        part, _, verb = lemma.rpartition(" ")
        if pos == "verb" and profile.infinitive:
            nominal = tuple(map(_of_infinitive, senses))
            entry = Entry("trigger", "noun", role="infinitive", senses=nominal, rule=rows[0].rule)
            yield Lemma(lemma, entry, "", rows[0])
        if pos == "verb" and part and verb in support:
            entry = Entry("part", "verb", role=support[verb], senses=senses, rule=rows[0].rule)
            yield Lemma(part, entry, "part", rows[0])
        else:
            inside = apart.get(lemma, ()) if pos == "verb" else ()
            entry = Entry("trigger", pos, senses=senses, rule=rows[0].rule, apart=inside)
            yield Lemma(lemma, entry, "" if pos == "phrase" else pos, rows[0])


def _by_all_owners(
    grouped: dict[tuple[str, str], list[TableRow]], possessives: tuple[str, ...]
) -> dict[tuple[str, str], list[TableRow]]:
    """Return the rows by lemma, those whose phrase has the first possessive once more for each other one."""
    found = {key: list(rows) for key, rows in grouped.items()}
    for (lemma, pos), rows in grouped.items():
        words = lemma.split()
        for owner in possessives[1:] if possessives and possessives[0] in words else ():
            phrase = " ".join(owner if word == possessives[0] else word for word in words)
            found.setdefault((phrase, pos), []).extend(rows)
    return found


def _of_infinitive(sense: Sense) -> Sense:
    """Return a sense of a verb for its infinitive as an action noun, whose genitive is the object of the verb."""
    slots = tuple(("gen" if slot == "obj" else slot, role) for slot, role in sense.slots)
    if not any(slot == "gen" or role == "recipient" for slot, role in slots):
        slots = (*slots, ("gen", "recipient"))
    needs = tuple(msgspec.structs.replace(n, slot="gen") if n.slot == "obj" else n for n in sense.needs)
    return msgspec.structs.replace(sense, slots=slots, needs=needs)


def _support(folder: Path) -> dict[str, str]:
    """Return the class of each verb that carries the other part of compound verbs."""
    return {row["form"]: row["value"] for row in read_table(folder, "function") if row["class"] == "support"}


def _simple(folder: Path, profile: Profile) -> Iterator[Lemma]:
    support, apart = _support(folder), senses_apart(folder, profile)
    for row in read_table(folder, "plain"):
        part, _, verb = row["lemma"].rpartition(" ")
        if part and verb in support:
            yield Lemma(part, Entry("part", "verb", role=support[verb], rule=row.rule), "part", row)
        else:
            inside = apart.get(row["lemma"], ())
            yield Lemma(row["lemma"], Entry("trigger", "verb", rule=row.rule, apart=inside), "verb", row)
    for row in read_table(folder, "nominals"):
        yield Lemma(row["lemma"], Entry("nominal", row["class"], role=row["value"], rule=row.rule), "noun", row)
    for row in read_table(folder, "titles"):
        entry = Entry("title", row["kind"], row["sector"], row["role"], rule=row.rule)
        yield Lemma(row["lemma"], entry, "noun", row)
    for row in read_table(folder, "anaphora"):
        kind, _, among = row["kind"].partition(":")
        if among and among not in state_kinds():
            raise DataError(row.path, row.line, f"kind: expected a kind of states of actors/kinds.toml, got {among!r}")
        yield Lemma(row["phrase"], Entry("anaphora", kind, role=among, rule=row.rule), "name", row)
    for row in read_table(folder, "credits"):
        phrase, marker, after = row["phrase"].partition("{outlet}")
        side = "after" if marker and not phrase.strip() else "before"
        text = (phrase if side == "before" else after).strip()
        if text:
            yield Lemma(text, Entry("credit", side, role=row["hop"], rule=row.rule), "", row)


def _functions(folder: Path) -> Iterator[Lemma]:
    support, enclitics = _support(folder), Enclitics(folder)
    rows = read_table(folder, "function")
    said = {row["form"] for row in rows}
    for row in rows:
        part, _, verb = row["form"].rpartition(" ")
        if row["class"] == "spelled":
            yield Lemma(row["form"], Entry("spelled", row["value"], row["form"], rule=row.rule), "", row)
        elif row["class"] == "light" and part and verb in support:
            yield Lemma(part, Entry("part", "light", row["value"], support[verb], rule=row.rule), "part", row)
        else:
            value, _, cases = row["value"].partition(" ")
            entry = Entry("function", row["class"], cases, value, rule=row.rule)
            inflect = "verb" if row["class"] in INFLECTED else "word" if row["class"] in _WITH_CASE else ""
            yield Lemma(row["form"], entry, inflect, row)
            if row["class"] == "prep":
                yield from (lemma for lemma in _governed(row, value, enclitics) if lemma.text not in said)


def _governed(row: TableRow, preposition: str, enclitics: Enclitics) -> Iterator[Lemma]:
    """Yield a preposition together with each pronoun that may be written with it ("معها")."""
    for form, mark in enclitics.attach(row["form"], "function"):
        entry = Entry("function", "pron", f"{GOVERNED}{preposition}", mark.partition(":")[2], rule=row.rule)
        yield Lemma(form, entry, "", row)


# What kinds of names of states are called in the lexicon; a phrase that is "not" the state hides the name inside it.
_STATE_KINDS = {"name": "state", "short": "state", "not": "hiding"}


def _states(folder: Path, profile: Profile) -> Iterator[Lemma]:
    """Yield the language's own names of states, then those of the world's standards that it does not forbid."""
    rows = read_table(folder, "states")
    for row in rows:
        if row["kind"] != "not" or " " in row["form"]:
            kind = _STATE_KINDS.get(row["kind"], row["kind"])
            yield Lemma(row["form"], Entry(kind, code=row["code"], rule=row.rule), "name", row)
    yield from _standard_names(profile, {row["form"] for row in rows})
    yield from _towns(folder, profile, {row["form"] for row in rows})
    for row in read_table(folder, "demonyms"):
        yield Lemma(row["adjective"], Entry("demonym", code=row["code"], rule=row.rule), "demonym", row)
        if row["people"]:
            yield Lemma(row["people"], Entry("demonym", "people", row["code"], rule=row.rule), "noun", row)


def _standard_names(profile: Profile, seen: set[str]) -> Iterator[Lemma]:
    """Yield the names of countries, capitals and cities that no row has said or forbidden."""
    special = {row["code"]: row for row in read_rows(actors_folder() / "states.tsv", STATE_COLUMNS)}
    exceptions = {code: row["capital_exception"] for code, row in special.items()}
    standard = (
        ("state", names.country_names(profile.code), "cldr"),
        ("capital", names.capital_names(profile.script, exceptions), "geonames:capital"),
        ("place", names.city_names(profile.script), "geonames:city"),
    )
    for kind, found, rule in standard:
        for code, form in found:
            told = special[code]["kind"] if code in special else ""
            if form not in seen and told != "skip":
                seen.add(form)
                yield Lemma(form, Entry("place" if told == "place" else kind, code=code, rule=rule), "name")


# The tables whose words are no towns, and where their rows hold them.
_NO_TOWNS = {"triggers": "lemma", "nominals": "lemma", "titles": "lemma", "plain": "lemma", "function": "form"}


def _towns(folder: Path, profile: Profile, seen: set[str]) -> Iterator[Lemma]:
    """Yield the names of towns that no row has said or forbidden, and that are no word and no person's name besides."""
    persons = {word for row in read_table(folder, "persons") for word in row["form"].split()}
    taken = {row[column].casefold() for table, column in _NO_TOWNS.items() for row in read_table(folder, table)}
    for code, form in names.town_names(profile.script):
        if form not in seen and form not in persons and form.casefold() not in taken:
            yield Lemma(form, Entry("place", code=code, rule="geonames:town"), "name")


@cache
def _reference(name: str, columns: tuple[str, ...]) -> dict[str, list[TableRow]]:
    found: dict[str, list[TableRow]] = {}
    for row in read_rows(actors_folder() / name, columns):
        found.setdefault(row[columns[0]], []).append(row)
    return found


def _names(folder: Path, profile: Profile, name: str) -> list[TableRow]:
    """Return the rows of a table of names, then those of the language whose names are left in its letters."""
    rows = read_table(folder, name)
    said = {row["form"] for row in rows}
    others = read_table(folder.parent / profile.borrowed, name) if profile.borrowed else []
    return [*rows, *(row for row in others if row["form"] not in said)]


def _actors(folder: Path, profile: Profile) -> Iterator[Lemma]:
    for row in _names(folder, profile, "institutions"):
        yield Lemma(row["form"], _institution(row), "name", row)
    for row in _names(folder, profile, "groups"):
        for known in _known(row, "groups.tsv", GROUP_COLUMNS):
            entry = Entry("group", code=_code(known), since=known["from"], until=known["to"], rule=row.rule)
            yield Lemma(row["form"], entry, "name", row)
    for row in _names(folder, profile, "persons"):
        for known in _known(row, "persons.tsv", PERSON_COLUMNS):
            entry = Entry("person", row["id"], _code(known), known["office"], known["from"], known["to"], rule=row.rule)
            yield Lemma(row["form"], entry, "person", row)
    for row in _names(folder, profile, "outlets"):
        known = _known(row, "outlets.tsv", OUTLET_COLUMNS)[0]
        entry = Entry("outlet", row["slug"], known["country"], known["kind"], known["lang"], rule=row.rule)
        yield Lemma(row["form"], entry, "name", row)


def _institution(row: TableRow) -> Entry:
    """Return the entry of an institution; an organ that speaks for its parent counts as the parent."""
    code = row["code"].removeprefix("IGO:")
    known = institutions().get(code)
    if known is None:
        return Entry("institution", row["kind"], f"IGO:{code}", rule=row.rule)
    short = known.parent if known.speaks_as_parent else code
    return Entry("institution", row["kind"], f"IGO:{short}", known.kind, rule=row.rule)


def _known(row: TableRow, table: str, columns: tuple[str, ...]) -> list[TableRow]:
    key = row.cells[next(iter(row.cells))]
    found = _reference(table, columns).get(key)
    if not found:
        raise DataError(row.path, row.line, f"expected an id of actors/{table}, got {key!r}")
    return found


def _code(known: TableRow) -> str:
    return f"{known['state']} {known['sector']}".strip()


def _calendar(folder: Path, profile: Profile) -> Iterator[Lemma]:
    seen: set[tuple[str, str]] = set()
    for row in read_table(folder, "calendar"):
        seen.add((row["form"], row["unit"]))
        if row["unit"] == "number" or row["value"] == "not":
            continue
        yield Lemma(row["form"], Entry(_unit(row["unit"]), row["unit"], role=row["value"], rule=row.rule), "name", row)
    for unit, found in (("month", names.month_names(profile.code)), ("weekday", names.weekday_names(profile.code))):
        for form, number in found:
            if (form, unit) not in seen:
                seen.add((form, unit))
                yield Lemma(form, Entry(unit, unit, role=str(number), rule="cldr"), "name")


def _unit(unit: str) -> str:
    """Return the kind of entry of a calendar unit; days of the month and seasons are times like others."""
    return {"month": "month", "hijri-month": "month", "solar-month": "month", "weekday": "weekday"}.get(unit, "time")


def _times(folder: Path, profile: Profile) -> Iterator[Lemma]:
    calendar = list(_calendar(folder, profile))
    fill = {
        "{weekday}": [(x.text, x.entry.role, "{w}") for x in calendar if x.entry.value == "weekday"],
        "{month}": [(x.text, x.entry.role, "{m}") for x in calendar if x.entry.value == "month"],
        "{n}": [*((str(n), str(n), "{n}") for n in range(1, 61)), *_in_words(folder, "number", "{n}")],
        "{day}": [*((str(n), str(n), "{d}") for n in range(1, 32)), *_in_words(folder, "day", "{d}")],
        "{year}": [(str(n), str(n), "{n}") for n in YEARS],
        "{solar}": [(str(n), str(n), "{solar}") for n in SOLAR_YEARS],
    }
    for row in read_table(folder, "times"):
        placeholder = next((p for p in fill if p in row["phrase"]), "")
        if not placeholder and "{" not in row["phrase"]:
            yield Lemma(row["phrase"], Entry("time", row["meaning"], rule=row.rule), "", row)
        for form, value, mark in fill.get(placeholder, ()):
            meaning = row["meaning"].replace(mark, value)
            yield Lemma(row["phrase"].replace(placeholder, form), Entry("time", meaning, rule=row.rule), "", row)


def _in_words(folder: Path, unit: str, mark: str) -> Iterator[tuple[str, str, str]]:
    """Yield the numbers in words that stand for a placeholder in phrases for time."""
    for row in read_table(folder, "calendar"):
        if row["unit"] == unit:
            yield row["form"], row["value"], mark
