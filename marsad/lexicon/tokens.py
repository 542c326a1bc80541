"""Words: where a folded text is cut into tokens. The same cut serves the tables and the articles."""

import re

# An abbreviation with full stops, a number with its separators, a word, the English genitive, any other sign.
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W_]+(?:'(?!s\b)[^\W_]+)?|'s\b|[^\s\-\u2010\u2011]",
)


# The genitive of a word that ends in s is an apostrophe alone ("the states' envoys").
GENITIVE, BARE = "'s", re.compile(r"(?<=[^\W\d_]s)'(?=\s+[^\W\d_])")


def words(folded: str) -> list[str]:
    """Return the tokens of a folded text; hyphens part words and are no tokens themselves."""
    return TOKEN.findall(BARE.sub(GENITIVE, folded) if "s' " in folded else folded)


def name_genitives(folded: str, tokens: list[str], starts: list[int]) -> None:
    """Give the apostrophe of a genitive the token that it has elsewhere, unless it may close a quotation."""
    for k, token in enumerate(tokens):
        if token == "'" and BARE.match(folded, starts[k]):
            tokens[k] = GENITIVE
        elif token == "'" and (not starts[k] or not folded[starts[k] - 1].isalnum()):
            return
