"""Bytes become text: encodings that mark themselves, UTF-8, then a guess that has to make words."""

import codecs
import unicodedata

from marsad.errors import InputError

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
FORMATS = {
    b"%PDF": "a PDF file", b"PK\x03\x04": "a ZIP archive or office document", b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture", b"\xd0\xcf\x11\xe0": "an old office document",
}  # fmt: skip
SAMPLE = 65_536
CONTROLS = 0.01  # share of control characters above which bytes are no text
BROKEN = 0.02  # share of broken characters, of all beyond ASCII, that a damaged UTF-8 text may have


def decode(data: bytes, where: str, *, page: bool = False) -> str:
    """Return the text of these bytes, byte order mark taken off, nothing else changed; broken bytes become U+FFFD.

    `page` lets an HTML page name its encoding itself. Raises InputError for empty or binary data and for bytes that
    make no sense in any encoding.
    """
    if not data.strip():
        raise InputError(where, "expected text, got none: it is empty or blank")
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _marked(data, encoding, where)
    _refuse_binary(data, where)
    text = _utf8(data)
    return text if _damage(text, data) <= BROKEN else _guessed(data, where, page=page)


def _utf8(data: bytes) -> str:
    """Return the text with U+FFFD for broken bytes; surrogates written as UTF-8 become what they stand for in pairs."""
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _marked(data: bytes, encoding: str, where: str) -> str:
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") > max(3, BROKEN * len(text)):
        raise InputError(where, f"expected {encoding} text, as its byte order mark says, got other bytes")
    return text


def _refuse_binary(data: bytes, where: str) -> None:
    for magic, name in FORMATS.items():
        if data.startswith(magic):
            raise InputError(where, f"expected text or an HTML page, got {name}; turn it into text first")
    head = data[:SAMPLE]
    controls = sum(head.count(bytes([b])) for b in range(32) if b not in b"\t\n\v\f\r\x1b")
    if controls > max(2, CONTROLS * len(head)):
        raise InputError(where, "expected text or an HTML page, got binary data (or UTF-16 without a byte order mark)")


def _damage(text: str, data: bytes) -> float:
    """Return the share of characters beyond ASCII that decoding broke; 0.0 for sound text."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        beyond = sum(c > "\x7f" for c in text)
        return text.count("\ufffd") / max(1, beyond)
    return 0.0


def _guessed(data: bytes, where: str, *, page: bool) -> str:
    from resiliparse.parse.encoding import detect_encoding

    encoding: str = detect_encoding(data[:SAMPLE], html5_compatible=page, from_html_meta=page) or "utf-8"
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise InputError(where, f"expected UTF-8 text, got bytes that are neither that nor {encoding}") from None
    if not _sane(text[:SAMPLE]):
        raise InputError(where, f"expected UTF-8 text, got bytes that make no words, not even as {encoding}")
    return text


def _sane(text: str) -> bool:
    """Return whether this looks like words: mostly letters, no control codes, few words that mix two scripts."""
    signs = [c for c in text if not c.isspace()]
    if any("\x7f" <= c < "\xa0" for c in signs) or sum(map(str.isalpha, signs)) < 0.5 * len(signs):
        return False
    words = text.split()
    mixed = sum(len(_scripts(word)) > 1 for word in words)
    return mixed <= 0.05 * len(words) + 1


def _scripts(word: str) -> set[str]:
    return {unicodedata.name(c, "?").partition(" ")[0] for c in word if c.isalpha() and c not in "ªºµ"}
