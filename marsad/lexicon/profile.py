"""What is particular to a language beyond its words: script, word order, clitics. Read from its folder."""

import tomllib
from functools import cache
from importlib import resources
from pathlib import Path

import msgspec

from marsad.errors import DataError, UsageError
from marsad.lexicon.tables import read_table

# The tables whose names a language may borrow from another.
NAMES = ("institutions", "groups", "persons", "outlets")


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """The grammar profile of one language (languages/README.md, profile.toml).

    `complete` promises that the language can say every concept; the check holds it to that. `fallback` makes it the
    language of answers for readers whose own is not among ours. `infinitive` tells that verbs are cited by one
    that is an action noun too, `present_future` that what is announced in the present tense is still to come,
    `bare_nouns` that there is no article: a noun alone may be of what the reader knows, `aims` that a noun behind
    "for" names an aim, never a reason, `owned_endings` those of a noun that belongs to the one before it,
    `stem_nouns` that past stems are nouns as well, and the signs at the end of a word that governs a genitive,
    `separable` that the object may stand inside a phrase ("call X home"), `scattered` that any words may, or the verb
    last, `apart` that a phrase which means nothing
    where it stands is read as its words, `personal` that "he" and "she" are said of
    persons alone and "it" of none. A trigger phrase with the first of `possessives` stands for those with the others
    too. Unknown words with one of `adverb_endings` are adverbs, and one that `no_name` fits opens no name;
    the group of `governed` is a preposition written before an action noun that stands in no table. Where the first
    group of `parted` ends another word begins that is written together with it; where a match of `joined` ends, a word
    goes on behind the blank. Names are left in the letters of the language `borrowed` where no table has them in its
    own ("Brett Kavanaugh" in Persian). `articles`
    are the particles that mean "the" alone, `dating` words before the number of a day that belong to the
    date ("روز ۱۳ ژانویه"), `endings_of_adverbs` those of the endings that only adverbs have. `town_parts` are words,
    folded, that stand with a capital before the name of a town and are no first names ("Lower Manhattan").
    """

    code: str = ""
    name: str
    autonym: str
    script: str
    direction: str
    inflector: str
    word_order: str
    adjective: str
    passive: str
    quotes: tuple[tuple[str, str], ...]
    sentence_end: str
    case: bool
    complete: bool = False
    fallback: bool = False
    infinitive: bool = False
    present_future: bool = False
    bare_nouns: bool = False
    aims: bool = False
    stem_nouns: tuple[str, ...] = ()
    personal: bool = False
    separable: bool = False
    scattered: bool = False
    apart: bool = False
    oblique: tuple[str, ...] = ()
    absolute: tuple[str, ...] = ()
    owned: tuple[str, ...] = ()
    owned_endings: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    masculine: tuple[str, ...] = ()
    genders: dict[str, str] = {}
    genitive: str = ""
    roles: str = "order"
    bare_infinitive: bool = False
    name_endings: tuple[str, ...] = ()
    name_particles: tuple[str, ...] = ()
    town_parts: tuple[str, ...] = ()
    no_name: str = ""
    governed: str = ""
    parted: str = ""
    joined: str = ""
    borrowed: str = ""
    possessives: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    dating: tuple[str, ...] = ()
    slots: dict[str, str] = {}
    endings: dict[str, tuple[str, str]] = {}
    attributes: dict[str, str] = {}
    letters: dict[str, str] = {}
    abbreviations: tuple[str, ...] = ()
    proclitics: dict[str, tuple[str, ...]] = {}
    proclitic_classes: dict[str, tuple[str, ...]] = {}
    articles: tuple[str, ...] = ()
    endings_of_adverbs: tuple[str, ...] = ()

    def is_feminine(self, noun: str) -> bool:
        """Return whether a noun is feminine by its ending."""
        return noun.endswith(self.feminine) and not noun.endswith(self.masculine)


# The class of endings that a noun has as well: of an adjective where a noun in that case follows.
ATTRIBUTE = "attribute"


def languages_folder() -> Path:
    """Return the folder that holds one folder a language."""
    return Path(str(resources.files("marsad") / "languages"))


@cache
def language_codes() -> tuple[str, ...]:
    """Return the codes of all languages: every folder with a profile, found by scanning."""
    return tuple(sorted(path.parent.name for path in languages_folder().glob("*/profile.toml")))


def language_folder(code: str) -> Path:
    """Return the folder of a language; raises UsageError naming the known ones."""
    if code not in language_codes():
        raise UsageError(f"language: expected one of {', '.join(language_codes())}, got {code!r}")
    return languages_folder() / code


def read_profile(folder: Path) -> Profile:
    """Return the profile of a language folder; raises DataError where it is incomplete."""
    path = folder / "profile.toml"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        raw |= {"code": folder.name, "letters": _letters(folder), "abbreviations": _abbreviations(folder)}
        endings = read_table(folder, "endings")
        raw["endings"] = {row["ending"]: (row["class"], row["case"]) for row in endings if row["class"] != ATTRIBUTE}
        raw["attributes"] = {row["ending"]: row["case"] for row in endings if row["class"] == ATTRIBUTE}
        rows = read_table(folder, "proclitics")
        raw["proclitics"] = {row["form"]: row["marks"].split() for row in rows}
        raw["articles"] = [form for form, marks in raw["proclitics"].items() if marks == ["the"]]
        raw["endings_of_adverbs"] = [ending for ending, (part, _) in raw["endings"].items() if part == "adv"]
        raw["proclitic_classes"] = {row["form"]: row["before"].split() for row in rows}
        return msgspec.convert(raw, Profile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(path, None, str(error)) from error


def _letters(folder: Path) -> dict[str, str]:
    letters: dict[str, str] = {}
    for row in read_table(folder, "letters"):
        source, target = _character(row["from"]), _character(row["to"])
        if len(source) != 1:
            raise DataError(row.path, row.line, f"expected one character in 'from', got {source!r}")
        letters[source] = target
    return letters


def _character(cell: str) -> str:
    """Return what a cell says; a space, which can't be seen at the end of one, is written as a number (`\\u0020`)."""
    return cell.encode().decode("unicode_escape") if cell.startswith("\\u") else cell


def _abbreviations(folder: Path) -> tuple[str, ...]:
    return tuple(row["form"] for row in read_table(folder, "abbreviations"))
