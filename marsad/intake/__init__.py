"""The first stage: a file, a page, an address or a row of JSON becomes an Article."""

from marsad.intake.files import article_from_bytes, article_from_file, article_from_url
from marsad.intake.options import Options, parse_date, parse_language
from marsad.intake.paths import Found, articles_from, expand
from marsad.intake.rows import articles_from_jsonl, articles_from_stream

__all__ = [
    "Found",
    "Options",
    "article_from_bytes",
    "article_from_file",
    "article_from_url",
    "articles_from",
    "articles_from_jsonl",
    "articles_from_stream",
    "expand",
    "parse_date",
    "parse_language",
]
