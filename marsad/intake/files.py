"""A file, the bytes of one, or an address becomes an Article."""

import dataclasses
import ssl
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException
from pathlib import Path

from marsad.errors import InputError
from marsad.intake.decoding import decode
from marsad.intake.options import MAX_TEXT, Options, make_article, parse_date
from marsad.intake.pages import looks_like_html, read_page
from marsad.model.article import Article

MAX_BYTES = 4 * MAX_TEXT  # no encoding needs more for a text of the greatest length
TIMEOUT = 20.0


def article_from_file(path: Path, options: Options) -> Article:
    """Return the article in a file, its text exactly as decoded; of an HTML page, the main text.

    Raises InputError when there is no such file or it can't be read as text in one of our languages.
    """
    where = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(where, f"expected a file that can be read, got: {reason}") from error
    return article_from_bytes(data, options, where, page=path.suffix.lower() in (".html", ".htm", ".xhtml"))


def article_from_bytes(data: bytes, options: Options, where: str, *, page: bool = False) -> Article:
    """Return the article in these bytes; `page` says that they are HTML, which is also seen by itself.

    What the options name goes before what the page says. Raises InputError as article_from_file does.
    """
    if len(data) > MAX_BYTES:
        raise InputError(where, f"expected at most {MAX_BYTES:,} bytes, got more; split it into articles")
    text = decode(data, where, page=page)
    if not (page or looks_like_html(text)):
        return make_article(text, options, where)
    content = read_page(decode(data, where, page=True), where)
    known = dataclasses.replace(options, title=options.title or content.title)
    return make_article(content.text, _dated(known, content.day, where), where)


def _dated(options: Options, day: str, where: str) -> Options:
    """Return the options with the page's own day where none is given; a day that can't be is no day."""
    if options.date is not None:
        return options
    try:
        return dataclasses.replace(options, date=parse_date(day, where))
    except InputError:
        return options


def article_from_url(url: str, options: Options) -> Article:
    """Return the article on a page of the web; raises InputError when the address or what it gives can't be read."""
    data, page = _fetch(url)
    host = urllib.parse.urlsplit(url).hostname or ""
    known = dataclasses.replace(options, outlet=options.outlet or host.removeprefix("www."))
    return article_from_bytes(data, known, url, page=page)


def _fetch(url: str) -> tuple[bytes, bool]:
    """Return the bytes behind an address and whether they are HTML; raises InputError."""
    if not url.lower().startswith(("http://", "https://")):
        raise InputError(url, "expected an address that starts with http:// or https://")
    try:
        request = urllib.request.Request(_ascii(url), headers={"User-Agent": "marsad"})
        with _opener().open(request, timeout=TIMEOUT) as response:
            return response.read(MAX_BYTES + 1), "html" in response.headers.get_content_type()
    except urllib.error.HTTPError as error:
        raise InputError(url, f"expected a page, got status {error.code} {error.reason}") from error
    except (OSError, HTTPException, ssl.SSLError, ValueError) as error:
        raise InputError(url, f"expected a page, got: {getattr(error, 'reason', None) or error}") from error


def _opener() -> urllib.request.OpenerDirector:
    """Return an opener that knows http and https only, so that no redirect leads to a file or elsewhere."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler, urllib.request.HTTPHandler, urllib.request.HTTPSHandler,
        urllib.request.HTTPRedirectHandler, urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPErrorProcessor, urllib.request.UnknownHandler,
    ):  # fmt: skip
        opener.add_handler(handler())
    return opener


def _ascii(url: str) -> str:
    """Return the address in ASCII: host in Punycode, everything else percent-encoded."""
    parts = urllib.parse.urlsplit(url.strip())
    host = (parts.hostname or "").encode("idna").decode("ascii")
    port = f":{parts.port}" if parts.port else ""
    path, query = (urllib.parse.quote(part, safe="/%:@!$&'()*+,;=~?") for part in (parts.path, parts.query))
    return urllib.parse.urlunsplit((parts.scheme, host + port, path, query, ""))
