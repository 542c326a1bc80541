"""Text of one direction inside a line of the other, kept as it is and kept apart by Unicode's isolates."""

import unicodedata

RIGHT_TO_LEFT, FIRST_STRONG, POP = "\u2067", "\u2068", "\u2069"
_CLOSING = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", POP)
_CONTROLS = {*_CLOSING, *_CLOSING.values()}


def isolate(text: str, *, rtl: bool) -> str:
    """Return the text, made safe to show, between isolates if any of its letters runs against the line's direction."""
    text = balanced(visible(text))
    against = {"L"} if rtl else {"R", "AL", "RLE", "RLO", "RLI"}
    mixed = any(unicodedata.bidirectional(c) in against for c in text)
    return f"{FIRST_STRONG}{text}{POP}" if mixed else text


def visible(text: str) -> str:
    """Return the text on one line and without control characters, which a terminal would obey."""
    return "".join(_shown(c) for c in text)


def _shown(char: str) -> str:
    if char in "\n\r\t\v\f\x85\u2028\u2029":
        return " "
    return "\ufffd" if unicodedata.category(char) == "Cc" else char


def balanced(text: str) -> str:
    """Return the text with its own direction controls closed and stray closings left out, so that none leaks."""
    if _CONTROLS.isdisjoint(text):
        return text
    kept, open_ = [], []
    for char in text:
        if char in _CLOSING:
            open_.append(_CLOSING[char])
        elif char in _CONTROLS:
            if not open_ or open_[-1] != char:
                continue
            open_.pop()
        kept.append(char)
    return "".join(kept + open_[::-1])
