"""The main text of an HTML page, its title and its day, without menus, related headlines and footers."""

import re
from typing import Any

import msgspec

from marsad.errors import InputError

# The better extractor deletes joiners, which Persian and other languages spell with; printable signs that the page does
# not use stand in for them meanwhile.
JOINERS = {
    "\u200c": ("&zwnj;", "&#8204;", "&#x200c;", "&#x200C;"),
    "\u200d": ("&zwj;", "&#8205;", "&#x200d;", "&#x200D;"),
}
SIGNS = "\ua66e\u16ee\u16ef\u16f0\u2e31\u2e33"
DAY_META = ("article:published_time", "datePublished", "date", "dc.date", "DC.date.issued", "pubdate")


class Page(msgspec.Struct, frozen=True):
    """What a page says: the text (paragraphs on lines of their own), the title and the day as written, or empty."""

    text: str
    title: str
    day: str


def looks_like_html(text: str) -> bool:
    """Return whether the text starts as an HTML page does."""
    return bool(
        re.match(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head)\b", text[:2000], re.I | re.S)
    )


def read_page(html: str, where: str) -> Page:
    """Return the main text of a page with its title and day; raises InputError when it has no text to read."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(html)
    first: str = extract_plain_text(tree, main_content=True).strip()
    if not first:
        raise InputError(where, "expected a page with an article, got one without text")
    day = next((d for name in DAY_META if (d := _meta(tree, name))), "")
    return Page(_main_text(html) or first, _meta(tree, "og:title") or (tree.title or "").strip(), day[:10])


def _meta(tree: Any, name: str) -> str:
    element = tree.document.query_selector(f'meta[property="{name}"], meta[name="{name}"], meta[itemprop="{name}"]')
    return (element.getattr("content") or "").strip() if element else ""


def _main_text(html: str) -> str:
    import trafilatura

    free = (sign for sign in SIGNS if sign not in html)
    signs = {next(free): joiner for joiner in JOINERS}
    for sign, joiner in signs.items():
        for spelling in (joiner, *JOINERS[joiner]):
            html = html.replace(spelling, sign)
    text: str = trafilatura.extract(html, fast=True, include_comments=False, include_tables=False) or ""
    for sign, joiner in signs.items():
        text = text.replace(sign, joiner)
    return text
