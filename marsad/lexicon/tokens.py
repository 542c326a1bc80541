"""Words: where a folded text is cut into tokens. The same cut serves the tables and the articles."""

import re

# An abbreviation with full stops, a number with its separators, a word, the English genitive, any other sign.
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W_]+(?:'(?!s\b)[^\W_]+)?|'s\b|[^\s\-\u2010\u2011]",
)


def words(folded: str) -> list[str]:
    """Return the tokens of a folded text; hyphens part words and are no tokens themselves."""
    return TOKEN.findall(folded)
