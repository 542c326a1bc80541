"""Whether an actor behind a noun is whose the noun is."""

from collections.abc import Sequence

from marsad.mentions.blocs import ORGANISATIONS
from marsad.mentions.items import Item

# Expressions for what may own things.
_OWNERS = {*ORGANISATIONS, "the-country"}
# Who acts at a meeting told of before; a body may be the one that holds it.
_ACTING = frozenset({"state", "capital", "person"})
_OFFICE = "office"
# What is told of again as "this" one, at which or in which somebody acts.
_OCCASIONS = frozenset({"meeting", "statement"})

# What may be the object of a verb whose subject has the article.
_NOUNS = frozenset({"nominal", "trigger"})


def owner(item: Item, before: Item) -> bool:
    """Return whether an expression for a state or body told of before is whose the noun before it is, which is told by
    nothing else ("عضوية البلاد").
    """
    noun = before.kind == "nominal" or (before.kind == "trigger" and before.value == "noun")
    told = "the" in before.marks or (before.known is not None and bool(before.known.feature.enclitic))
    return noun and not told and item.value in _OWNERS


def acts_there(row: Sequence[Item], k: int) -> bool:
    """Return whether the actor at item `k` stands behind an occasion told of before, which needs no owner: "در این
    دیدار سوئد متعهد شد" (at this meeting Sweden undertook to ...).
    """
    mention, before = row[k].mention, row[k - 1]
    if mention is None or k < len(("at", "this", "meeting")) or row[k].marks or mention.genitive:
        return False
    if mention.kind not in _ACTING and not (mention.kind == "title" and mention.title_kind == _OFFICE):
        return False
    told = before.span is not None and not before.span.form.classes.isdisjoint(_OCCASIONS)
    return told and row[k - 2].is_function("det", "this") and row[k - 3].is_function("prep")


def behind_votes(row: Sequence[Item], signs: Sequence[str], k: int) -> bool:
    """Return whether counted votes end before item `k`: what they are cast on is not theirs ("با ۶ رأی مخالف")."""
    before = row[k - 1]
    if before.span is None or "voting" not in before.span.form.classes:
        return False
    return k > 1 and (row[k - 2].is_function("quant") or signs[k - 2][0].isdigit())


def bare_noun(item: Item, sign: str, articles: tuple[str, ...]) -> bool:
    """Return whether an item is a noun without the article, no adjective of one that has it ("منع الاتفاق هجوما")."""
    return bool(articles) and item.kind in _NOUNS and not sign.startswith(articles)


def in_office(item: Item) -> bool:
    """Return whether an item with the article is somebody in an office of a known state, no adjective of a noun
    ("حضر القمة الرئيس المصري").
    """
    mention = item.mention
    office = mention is not None and item.marks == ("the",) and mention.title_kind == "office"
    return office and mention is not None and bool(mention.country or mention.person)


def whose_land(item: Item, before: Item) -> bool:
    """Return whether an item is the adjective of a state that tells where a place before it lies ("سيناء المصرية")."""
    place, state = before.mention, item.mention
    named = place is not None and place.kind in ("place", "capital")
    return named and state is not None and state.kind == "demonym" and item.marks == ("the",)
