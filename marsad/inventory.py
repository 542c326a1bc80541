"""The concept inventory: what can be reported, read from `concepts/` and checked against the closed value lists."""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from marsad.errors import DataError
from marsad.model import values

SHAPES = ("directed", "reciprocal", "saying", "state")
CONTENTS = ("same", *values.choices(values.Status))
BARES = ("always", "supported", "reported", "introduced", "never")
TELLINGS = ("", "happened", "undergone")

# The closed lists of the fields that a record template may fix to a literal.
CLOSED: dict[tuple[str, str], tuple[str, ...]] = {
    ("standing", "aspect"): values.choices(values.Aspect),
    ("standing", "value"): values.choices(values.StandingValue),
    ("commitment", "act"): values.choices(values.CommitmentAct),
    ("agreement", "stage"): values.choices(values.AgreementStage),
    ("meeting", "attendance"): values.choices(values.Attendance),
    ("meeting", "status"): values.choices(values.MeetingStatus),
    ("stance", "stance"): values.choices(values.StanceValue),
    ("relation", "trend"): values.choices(values.Trend),
    ("relation", "level"): values.choices(values.Level),
    ("event", "type"): values.choices(values.EventType),
}
KINDS = ("event", "standing", "commitment", "agreement", "meeting", "stance", "relation")


class EventClass(msgspec.Struct, frozen=True):
    """One of PLOVER's types with its quad class, score and the scores of its modes.

    `planned` is the type an announced one is reported as, `official` that of one by governments, empty for the same,
    `refused` that of one its actor will not do, empty where that is none; `cameo_as` gives the CAMEO code
    of these, by type.
    """

    name: str
    quad: str
    score: float
    planned: str
    official: str
    modes: dict[str, float]
    cameo_as: dict[str, str] = {}
    refused: str = ""


class Template(msgspec.Struct, frozen=True):
    """What one record of a concept is made of: literals and `$role` references by field, and what a status changes.

    `on_bare` is None where an action noun that no verb carries makes no such record; `only` are the statuses it is
    made in, empty for all (see concepts/README.md).
    """

    kind: str
    fields: dict[str, Any]
    on_negated: dict[str, Any]
    on_planned: dict[str, Any]
    on_bare: dict[str, Any] | None
    on_possible: dict[str, Any]
    on_refused: dict[str, Any]
    only: tuple[str, ...]


_ROLE = re.compile(r"\$([a-z]+)")
# Acts of commitments that give or keep a promise.
KEPT = frozenset({"made", "reaffirmed", "offered", "fulfilled"})


class Concept(msgspec.Struct, frozen=True):
    """One thing that can be reported, the same for all languages (see concepts/README.md for the keys).

    `makes` tells whether it makes records of a kind, `names` are the roles its templates name, `keys` their fields,
    `attitude` whether it tells what somebody thinks of something, which is held as soon as it is told.
    """

    name: str
    shape: str
    act: str
    content: str
    control: str
    bare: str
    speaker: bool
    lasts: bool
    harm: bool
    tells: str
    noun_class: str
    pair: str
    templates: tuple[Template, ...]
    kinds: frozenset[str] = frozenset()
    event_types: tuple[str, ...] = ()
    promised: str = ""
    takes_clause: bool = False
    reports: bool = False
    by_law: bool = False
    attitude: bool = False
    to_anybody: bool = False
    names: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    makes: Callable[[str], bool] = frozenset[str]().__contains__

    def __post_init__(self) -> None:
        """Set what follows from the templates; reading asks for it many times a sentence."""
        kept = (t.fields for t in self.templates if t.kind == "commitment" and t.fields["act"] in KEPT)
        subjects = (str(fields["subject"]) for fields in kept)
        kinds = frozenset(template.kind for template in self.templates)
        found = {
            "kinds": kinds,
            "makes": kinds.__contains__,  # asked thirty times a frame: without a function around it
            "names": frozenset(_ROLE.findall(" ".join(str(v) for t in self.templates for v in t.fields.values()))),
            "keys": frozenset(key for template in self.templates for key in template.fields),
            "event_types": tuple(t.fields["type"] for t in self.templates if t.kind == "event"),
            "promised": next((s for s in subjects if not s.startswith("$")), ""),
            "takes_clause": self.shape == "saying"
            or self.content != "same"
            or bool(self.act or self.control != "actor"),
            "by_law": any("@" in str(t.fields.get("actor", "")) for t in self.templates),
            "to_anybody": any("@" in str(t.fields.get("recipient", "")) for t in self.templates),
            "reports": (self.shape == "saying" or bool(self.act)) and self.content in ("same", "alleged"),
        }
        viewed = bool(self.act) or any(t.kind == "event" and t.fields["type"] == "SUPPORT" for t in self.templates)
        held = any(t.fields.get("stance") in ("for", "against") for t in self.templates)
        found["attitude"] = viewed and held and "standing" not in kinds
        for name, value in found.items():
            msgspec.structs.force_setattr(self, name, value)

    @property
    def describes(self) -> bool:
        """Return whether a noun of it tells what somebody is, not what somebody does ("a member")."""
        return self.shape == "state" and self.bare == "always"


class Inventory(msgspec.Struct, frozen=True):
    """All concepts by name, PLOVER's types by name, and CAMEO's codes with their Goldstein scores and names."""

    concepts: dict[str, Concept]
    types: dict[str, EventClass]
    cameo_codes: dict[str, tuple[float, str]] = {}

    def score(self, event_type: str, mode: str) -> float:
        """Return PLOVER's intensity score of a type and mode (PLOVER manual, draft 0.8 of 2021, in `plover.toml`)."""
        kind = self.types[event_type]
        return kind.modes.get(mode, kind.score)

    def goldstein(self, cameo: str) -> float:
        """Return the Goldstein score of a CAMEO code (`cameo.tsv`), from -10 (conflict) to 10; 0.0 for no code.

        Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data", Journal of Conflict Resolution 36 (1992),
        carried over to CAMEO as GDELT publishes it.
        """
        return self.cameo_codes[cameo][0] if cameo in self.cameo_codes else 0.0

    def cameo_name(self, cameo: str) -> str:
        """Return what CAMEO calls a code, empty for an unknown one."""
        return self.cameo_codes[cameo][1] if cameo in self.cameo_codes else ""

    def cameo(self, told: str, reported: str, code: str) -> str:
        """Return the CAMEO code of an event told as one type and reported as another (announced, by governments)."""
        return self.types[told].cameo_as.get(reported, code)


@cache
def inventory() -> Inventory:
    """Return the inventory shipped with the package; raises DataError where a concept is wrong."""
    return load(Path(str(resources.files("marsad") / "concepts")))


def load(folder: Path) -> Inventory:
    """Return the inventory of a folder of TOML files, `plover.toml` among them; raises DataError."""
    types = {n: _event_class(n, t) for n, t in _read(folder / "plover.toml").items()}
    concepts: dict[str, Concept] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name == "plover.toml":
            continue
        for name, table in _read(path).items():
            if name in concepts:
                raise DataError(path, None, f"concept {name!r} is defined twice")
            concepts[name] = _concept(path, name, table, types)
    return Inventory(concepts, types, _cameo(folder / "cameo.tsv"))


def _cameo(path: Path) -> dict[str, tuple[float, str]]:
    """Return the rows of a table `code goldstein name` by code, empty where there is none."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:] if path.exists() else []
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {code: (float(score), name) for code, score, name in cells}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(path, None, f"expected TOML, got: {error}") from error


def _event_class(name: str, table: dict[str, Any]) -> EventClass:
    planned, official = table.get("planned", name), table.get("official", "")
    modes, cameo_as = table.get("modes", {}), table.get("cameo_as", {})
    refused = table.get("refused", "")
    return EventClass(name, table["quad"], table["score"], planned, official, modes, cameo_as, refused)


def _concept(path: Path, name: str, table: dict[str, Any], types: dict[str, EventClass]) -> Concept:
    known = {
        "shape",
        "act",
        "content",
        "control",
        "bare",
        "speaker",
        "lasts",
        "harm",
        "tells",
        "noun_class",
        "pair",
        *KINDS,
    }
    if unknown := set(table) - known:
        raise DataError(path, None, f"[{name}] expected keys among {sorted(known)}, got {sorted(unknown)}")
    concept = Concept(
        name,
        _choice(path, name, table, "shape", SHAPES),
        _choice(path, name, table, "act", ("", *values.choices(values.Act))),
        _choice(path, name, table, "content", CONTENTS),
        _choice(path, name, table, "control", ("actor", "recipient")),
        _choice(path, name, table, "bare", BARES, "supported"),
        bool(table.get("speaker", False)),
        bool(table.get("lasts", False)),
        bool(table.get("harm", False)),
        _choice(path, name, table, "tells", TELLINGS),
        str(table.get("noun_class", "")),
        _choice(path, name, table, "pair", ("", *types)),
        tuple(t for kind in KINDS if kind in table for t in _templates(path, name, kind, table[kind])),
    )
    for template in concept.templates:
        _check_mode(path, name, template, types)
    return concept


def _choice(path: Path, name: str, table: dict[str, Any], key: str, allowed: tuple[str, ...], default: str = "") -> str:
    value: str = table.get(key, default or allowed[0])
    if value not in allowed:
        raise DataError(path, None, f"[{name}] {key}: expected one of {', '.join(allowed)}, got {value!r}")
    return value


def _templates(path: Path, name: str, kind: str, raw: Any) -> list[Template]:
    tables = raw if isinstance(raw, list) else [raw]
    return [_template(path, name, kind, table) for table in tables]


def _template(path: Path, name: str, kind: str, table: dict[str, Any]) -> Template:
    template = Template(
        kind,
        {k: v for k, v in table.items() if not k.startswith("on_") and k != "only"},
        on_negated=table.get("on_negated", {}),
        on_planned=table.get("on_planned", {}),
        on_bare=table.get("on_bare"),
        on_possible=table.get("on_possible", {}),
        on_refused=table.get("on_refused", {}),
        only=tuple(table.get("only", ())),
    )
    changes = (template.on_negated, template.on_planned, template.on_bare or {}, template.on_possible)
    for part in (template.fields, *changes):
        _check_literals(path, f"[{name}] {kind}", kind, part)
    return template


def _check_literals(path: Path, where: str, kind: str, fields: dict[str, Any]) -> None:
    for key, value in fields.items():
        allowed = CLOSED.get((kind, key))
        if allowed and not str(value).startswith("$") and value not in allowed:
            raise DataError(path, None, f"{where}.{key}: expected one of {', '.join(allowed)}, got {value!r}")
        sector = str(value).partition("@")[2]
        if "@" in str(value) and sector not in values.SECTORS:
            raise DataError(path, None, f"{where}.{key}: expected a PLOVER sector after @, got {sector!r}")


def _check_mode(path: Path, name: str, template: Template, types: dict[str, EventClass]) -> None:
    if template.kind == "event":
        event = types[template.fields["type"]]
        mode = template.fields.get("mode", "")
        if mode and mode not in event.modes:
            raise DataError(path, None, f"[{name}] mode: expected one of {', '.join(event.modes)}, got {mode!r}")
