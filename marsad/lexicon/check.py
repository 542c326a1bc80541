"""What is wrong or doubtful in the language data, told with file, line and reason."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from marsad.errors import DataError
from marsad.inventory import Inventory, inventory
from marsad.lexicon.compiler import Compiler
from marsad.lexicon.coverage import missing, never_met
from marsad.lexicon.inflection import ParadigmInflector
from marsad.lexicon.profile import Profile, language_codes, language_folder, read_profile
from marsad.lexicon.tables import COLUMNS, TableRow, read_table
from marsad.lexicon.tokens import words
from marsad.lexicon.vocabulary import Lemma, lemmas

# Tables whose rows may repeat a form on purpose: what makes a row unique in each.
KEYS = {
    "letters": ("from",), "abbreviations": ("form",), "proclitics": ("form",),
    "enclitics": ("form", "marks", "drop", "after"),
    "paradigms": ("class", "part", "match", "replace", "features"), "verbs": ("lemma", "present"), "nouns": ("lemma",),
    "declension": ("lemma",), "endings": ("ending", "class"),
    "function": ("form", "class", "value"), "anaphora": ("phrase", "kind"),
    "triggers": ("lemma", "pos", "concept", "slots", "needs"), "nominals": ("lemma", "class", "value"),
    "plain": ("lemma",), "titles": ("lemma", "kind", "sector", "role"), "states": ("code", "form"),
    "demonyms": ("code", "adjective", "people"),
    "institutions": ("code", "form"), "groups": ("id", "form"), "persons": ("id", "form"), "firstnames": ("form",),
    "outlets": ("slug", "form"),
    "times": ("phrase", "meaning"), "calendar": ("form", "unit", "value"), "credits": ("phrase", "hop"),
    "labels": ("key",),
}  # fmt: skip


def check_all(code: str | None = None) -> list[str]:
    """Return what is wrong in one language's data or in all, each as `file:line: reason`; empty when all is well."""
    codes = [code] if code else list(language_codes())
    return [problem for language in codes for problem in _check(language)]


def _check(code: str) -> Iterator[str]:
    folder = language_folder(code)
    try:
        profile, concepts = read_profile(folder), inventory()
        yield from duplicates(folder)
        found = list(lemmas(folder, profile, concepts))
    except DataError as error:
        yield str(error)
        return
    yield from _unreachable(folder, profile, concepts, found)
    yield from ambiguous(folder)
    yield from never_met(folder, concepts)
    if profile.complete and (unsaid := missing(folder, concepts)):
        yield f"{folder / 'profile.toml'}: complete, but no trigger says: {', '.join(unsaid)}"


def duplicates(folder: Path) -> Iterator[str]:
    """Yield each row of a language folder that says again what an earlier one says."""
    for name in COLUMNS:
        seen: dict[tuple[str, ...], TableRow] = {}
        for row in read_table(folder, name):
            key = tuple(row[column] for column in KEYS[name])
            if key in seen:
                where = f"{seen[key].path.name}:{seen[key].line}"
                yield f"{row.path}:{row.line}: says again what stands at {where}: {' '.join(key)}"
            seen.setdefault(key, row)


def _unreachable(folder: Path, profile: Profile, concepts: Inventory, found: list[Lemma]) -> Iterator[str]:
    compiler = Compiler(folder, profile, concepts)
    for lemma in found:
        if lemma.row is None:
            continue
        where = f"{lemma.row.path}:{lemma.row.line}"
        if not words(compiler.fold(lemma.text)):
            yield f"{where}: unreachable: folding leaves nothing of {lemma.text!r}"
        head = lemma.text.split()[0]
        inflector = compiler.inflector
        if lemma.inflect == "verb" and type(inflector) is ParadigmInflector and not inflector.knows(head):
            yield f"{where}: unreachable but for the lemma: {head!r} has no principal parts in verbs.tsv"


def ambiguous(folder: Path) -> Iterator[str]:
    """Yield the rows of one lemma that say different things while no `needs` tells them apart."""
    open_rows: dict[tuple[str, str], list[TableRow]] = defaultdict(list)
    for row in read_table(folder, "triggers"):
        if not row["needs"]:
            open_rows[row["lemma"], row["pos"]].append(row)
    for rows in open_rows.values():
        first = rows[0]
        for row in rows[1:]:
            if row["concept"] != first["concept"]:
                where = f"{first.path.name}:{first.line}"
                yield (
                    f"{row.path}:{row.line}: ambiguous: {row['lemma']!r} is {row['concept']} here and"
                    f" {first['concept']} at {where}, and no needs tell them apart"
                )
