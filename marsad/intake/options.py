"""What a caller may know of an article beforehand, and the checks that every way in shares."""

import datetime
import hashlib
import re
from dataclasses import dataclass

from marsad.errors import InputError
from marsad.intake.language import detect
from marsad.model.article import Article

MAX_TEXT = 20_000_000  # characters of one article; far above any news item, low enough to stay in memory

# No news is older than newspapers; beyond, reckoning with a date may leave the calendar.
FIRST_YEAR, LAST_YEAR = 1600, 2200

_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9:.+\-Z ]*)?")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Options:
    """What is known of an article beforehand; `languages` are those that can be read, everything else may be empty.

    An empty `lang` is detected, an empty `id` is made from text and date.
    """

    languages: tuple[str, ...]
    lang: str = ""
    date: datetime.date | None = None
    id: str = ""
    title: str = ""
    outlet: str = ""
    pair: tuple[str, str] | None = None


def make_article(text: str, options: Options, where: str) -> Article:
    """Return the article that holds exactly this text, lone surrogates excepted (U+FFFD stands in their place).

    Raises InputError when the text is empty, too long, or in a language that can't be read.
    """
    if len(text) > MAX_TEXT:
        raise InputError(where, f"expected at most {MAX_TEXT:,} characters of text, got {len(text):,}; split it")
    text = clean(text)
    if not any(c.isprintable() and not c.isspace() for c in text):
        raise InputError(where, "expected text, got none: it is empty or blank")
    return Article(
        id=clean(options.id) or text_id(text, options.date),
        text=text,
        lang=options.lang or detect(text, options.languages, where),
        title=clean(options.title),
        date=options.date,
        outlet=clean(options.outlet),
        pair=options.pair,
    )


def clean(text: str) -> str:
    """Return the text with U+FFFD for every lone surrogate: same length, but it can be written as UTF-8."""
    return _SURROGATE.sub("\ufffd", text)


def text_id(text: str, date: datetime.date | None) -> str:
    """Return the id of an article that came without one: 16 hexadecimal digits of SHA-256 of its text and date."""
    raw = f"{text}\x1f{date or ''}".encode()
    return hashlib.sha256(raw).hexdigest()[:16]


def parse_date(value: object, where: str) -> datetime.date | None:
    """Return the day a string names (a time of day after it is dropped), None for none; raises InputError."""
    if value is None or value == "":
        return None
    match = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        day = datetime.date.fromisoformat(match[1] if match else "")
    except ValueError:
        raise InputError(where, f"expected a date that exists, as YYYY-MM-DD, got {shorten(value)}") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InputError(where, f"expected a date of the years {FIRST_YEAR} to {LAST_YEAR}, got {shorten(value)}")
    return day


def parse_language(value: object, languages: tuple[str, ...], where: str) -> str:
    """Return the language code a caller gave (`xx-YY` counts as `xx`), empty for none; raises InputError."""
    if value is None or value == "":
        return ""
    code = re.split("[-_]", value.strip().lower())[0] if isinstance(value, str) else ""
    if code not in languages:
        raise InputError(where, f"expected a language among {', '.join(languages)}, got {shorten(value)}")
    return code


def shorten(value: object) -> str:
    """Return the value as an error message shows it: in Python's notation, at most 40 characters."""
    shown = ascii(value) if isinstance(value, str) and _SURROGATE.search(value) else repr(value)
    return shown if len(shown) <= 40 else shown[:37] + "..."
