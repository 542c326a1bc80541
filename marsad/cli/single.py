"""Reading one article and printing what it says."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from marsad.cli.guard import unforeseen
from marsad.errors import InputError, MarsadError, UsageError
from marsad.intake import Options, article_from_bytes, article_from_file, article_from_url, parse_date, parse_language
from marsad.model.article import Article
from marsad.reading import languages
from marsad.reading import read as read_article
from marsad.views.brief import print_brief
from marsad.views.explain import explain
from marsad.views.json_out import dump_indented, reading_json
from marsad.views.labels import fallback_languages, label_languages


def article(source: str, *, date: str = "", lang: str = "") -> Article:
    """Return the article of a file, an address, or standard input.

    Raises UsageError for a date or language that can't be and a file that isn't there, InputError for one that can't
    be read.
    """
    options = _options(date, lang)
    if source == "-":
        return article_from_bytes(sys.stdin.buffer.read(), options, "standard input")
    if "://" in source:
        return article_from_url(source, options)
    if not Path(source).exists() or Path(source).is_dir():
        got = "a folder" if Path(source).is_dir() else "no such file"
        raise UsageError(f"{source}: expected a file, an address (https://...) or -, got {got}")
    return article_from_file(Path(source), options)


def _options(date: str, lang: str) -> Options:
    known = languages()
    try:
        return Options(languages=known, date=parse_date(date, "--date"), lang=parse_language(lang, known, "--lang"))
    except InputError as error:
        raise UsageError(str(error)) from error


@contextlib.contextmanager
def reading_of(source: str) -> Iterator[None]:
    """Turn whatever goes wrong while that source is read into an InputError that names it."""
    try:
        yield
    except (MarsadError, OSError):  # the latter such as a closed pipe: not of the text's making
        raise
    except Exception as error:
        raise InputError(source, unforeseen(error)) from error


def print_json(article: Article) -> int:
    """Return the exit status after printing the reading as JSON."""
    sys.stdout.buffer.write(dump_indented(reading_json(read_article(article))) + b"\n")
    return 0


def print_reading(article: Article, ui: str) -> int:
    """Return the exit status after printing the brief in the reader's language."""
    print_brief(read_article(article), ui or terminal_language(article.lang), sys.stdout)
    return 0


def terminal_language(other: str = "") -> str:
    """Return the language of the terminal; where it has no labels, the other one, or that of last resort."""
    known = label_languages()
    setting = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    wanted = (setting.partition("_")[0], other, *fallback_languages(), *known)
    return next((code for code in wanted if code in known), other)


def print_explanation(article: Article, line: int | None) -> int:
    """Return the exit status after printing how the article, or one line of it, is understood; raises UsageError."""
    last = article.text.count("\n")
    if line is not None and line > last:
        raise UsageError(f"--line: expected 0 to {last}, the lines of this text, got {line}")
    sys.stdout.write(explain(article, line).rstrip("\n") + "\n")
    return 0
