"""Asking the store: search, one record with its provenance, and whether all is well."""

from marsad.cli.days import span
from marsad.cli.printing import print_json, print_lines, print_rows
from marsad.cli.single import terminal_language
from marsad.errors import InputError, UsageError
from marsad.intake import parse_language
from marsad.reading import languages
from marsad.store.searching import Hit, Where
from marsad.store.store import Store
from marsad.views.labels import labels
from marsad.views.parties import find_party
from marsad.views.shown import shown_lines


def where(about: tuple[str, ...], lang: str, since: str, until: str) -> Where:
    """Return what a search is limited to; raises UsageError for a day, language or name that can't be."""
    first, last = span(since, until)
    try:
        language = parse_language(lang, languages(), "--lang")
    except InputError as error:
        raise UsageError(str(error)) from error
    words = labels(terminal_language())
    return Where(since=first, until=last, lang=language, about=tuple(find_party(name, words) for name in about))


def search(words: str, limits: Where, limit: int, db: str, *, as_json: bool) -> int:
    """Return 0 after printing the articles that have the words."""
    with Store(db, create=False) as store:
        hits = store.search(words, limit=limit, where=limits)
    if as_json:
        print_json(hits)
        return 0
    print_rows(("day", "article", "lang", "outlet", "records", "words"), [_row(hit) for hit in hits])
    return 0


def _row(hit: Hit) -> tuple[object, ...]:
    return hit.known, hit.article, hit.lang, hit.outlet, hit.records, hit.snippet.text


def show(name: str, db: str, *, as_json: bool) -> int:
    """Return 0 after printing one record or article."""
    with Store(db, create=False) as store:
        found = store.show(name)
    if as_json:
        print_json(found)
    else:
        print_lines(shown_lines(found))
    return 0


def doctor(db: str, *, repair: bool, as_json: bool) -> int:
    """Return 1 when something is wrong, else 0, after printing what was found."""
    with Store(db, create=False) as store:
        if repair:
            store.repair()
        found = store.examine()
        if as_json:
            print_json({"store": store.where, "findings": found})
        else:
            print_lines([store.where])
            print_rows(("", "", "", ""), [("ok" if f.good else "WRONG", f.what, f.found, f.advice) for f in found])
    return int(not all(finding.good for finding in found))
