"""Files, folders, addresses and files of rows become articles, each with the place it came from."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from marsad.errors import InputError
from marsad.intake.files import article_from_file, article_from_url
from marsad.intake.options import Options, text_id
from marsad.intake.rows import articles_from_jsonl
from marsad.model.article import Article

ROWS = (".jsonl", ".ndjson")
TEXTS = (".txt", ".md", ".html", ".htm", ".xhtml")


class Found(msgspec.Struct, frozen=True):
    """One article, or the error that says why there is none; `where` names it in messages.

    `address` is the file or page that holds this article alone, empty for a row.
    """

    where: str
    item: Article | InputError
    address: str = ""


def expand(paths: Iterable[str]) -> Iterator[str]:
    """Yield the files and addresses that the paths stand for: those in a folder in the order of their names.

    In a folder, hidden files are passed over.
    """
    for path in paths:
        place = Path(path)
        if "://" in path or not place.is_dir():
            yield path
            continue
        inside = (file for file in sorted(place.rglob("*")) if file.is_file())
        yield from (str(file) for file in inside if not _is_hidden(file.relative_to(place)))


def articles_from(place: str, options: Options) -> Iterator[Found]:
    """Yield the articles of one file or address; what the options name holds where the place says nothing of it."""
    if "://" in place:
        yield _found(place, place, lambda: article_from_url(place, options))
    elif place.lower().endswith(ROWS):
        yield from _from_rows(Path(place), options)
    elif not place.lower().endswith(TEXTS) and Path(place).suffix:
        reason = f"expected one of {' '.join((*TEXTS, *ROWS))}, got {Path(place).suffix}"
        yield Found(place, InputError(place, reason))
    else:
        yield _found(place, str(Path(place).resolve()), lambda: article_from_file(Path(place), options))


def _from_rows(path: Path, options: Options) -> Iterator[Found]:
    try:
        for number, item in articles_from_jsonl(path, options.languages):
            where = f"{path}:{number}"
            yield Found(where, item if isinstance(item, InputError) else completed(item, options))
    except InputError as error:
        yield Found(str(path), error)


def completed(article: Article, options: Options) -> Article:
    """Return an article with the day and outlet of the options where it has none of its own."""
    date, outlet = article.date or options.date, article.outlet or options.outlet
    made_from_text = article.id == text_id(article.text, article.date)
    name = text_id(article.text, date) if made_from_text else article.id
    return msgspec.structs.replace(article, id=name, date=date, outlet=outlet)


def _found(where: str, address: str, make: Callable[[], Article]) -> Found:
    try:
        return Found(where, make(), address)
    except InputError as error:
        return Found(where, error, address)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
