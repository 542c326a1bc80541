"""What the endings of the words behind a noun that no table knows tell of its case and gender."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Argument

# The shortest word that may be a dual or plural with its ending.
_SHORTEST = 5


def alike_oblique(draft: Draft, argument: Argument) -> bool:
    """Return whether an unknown noun and its adjective both end like a dual or plural that is no subject
    ("زورقين حربيين").
    """
    pair = draft.row[argument.head : argument.head + 2]
    if argument.mentions or len(pair) < 2 or argument.head + 2 > argument.end or any(i.kind != "word" for i in pair):
        return False
    words = [draft.sentence.tokens[item.i] for item in pair]
    articles = draft.profile.articles
    plain = all(len(word) >= _SHORTEST and not (articles and word.startswith(articles)) for word in words)
    return plain and any(all(word.endswith(ending) for word in words) for ending in draft.profile.oblique)


def feminine_beside(draft: Draft, argument: Argument) -> bool:
    """Return whether the adjective of a state right behind a thing says that it is feminine ("الخطوط البيلاروسية")."""
    k = argument.head + 1
    if k >= argument.end or draft.row[argument.head].kind != "word":
        return False
    mention = draft.row[k].mention
    feminine = mention is not None and draft.profile.is_feminine(draft.sentence.tokens[mention.i])
    return feminine and mention is not None and mention.kind == "demonym"
