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

# Pronouns of those told of before.
_PERSONAL = frozenset({"3ms", "3fs", "3hs", "3p", "3ns"})
_UNDERGOING = frozenset({"recipient", "matter"})
# How far behind an act the time may stand that tells which one is meant: adjectives go before it.
_DESCRIBED = 2
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


def dated_act(row: Sequence[Item], signs: Sequence[str], dated: frozenset[int], k: int, start: int) -> bool:
    """Return whether the time at item `k` stands between an act and whose it is ("حمله دیروز روسیه به خارکف"), be it
    of several words ("حمله هفتم اکتبر ۲۰۲۳ حماس به"); `dated` are words of a date before its month.

    Behind a preposition that is so where no verb follows at once, whose subject they would be, and of no meeting.
    """
    date = {n for n, item in enumerate(row) if item.kind == "time" or n in dated or signs[n].isdigit()}
    first = next(n for n in range(k, -2, -1) if n - 1 not in date)
    end = next(n for n in range(k, len(row) + 1) if n not in date)
    if end + 1 >= len(row) or row[end].kind != "actor":
        return False
    noun = next((n for n in range(first - 1, start - 1, -1) if row[n].kind != "word"), -1)
    if noun < start or row[noun].kind != "trigger" or row[noun].value != "noun" or first - noun > _DESCRIBED:
        return False
    if not start or not row[start - 1].is_function("prep"):
        return True
    span = row[noun].span
    occasion = span is not None and not span.form.classes.isdisjoint(_OCCASIONS)
    return not occasion and row[end + 1].value not in ("verb", "light")


def owned_act(row: Sequence[Item], k: int) -> bool:
    """Return whether the pronoun at item `k` right behind an act tells whose it is, nobody who does something: a
    preposition or the object mark follows ("حملات آنها علیه لیما را محکوم کرد"); or "this" begins what it is done to
    ("در پی بازداشت این خبرنگار").
    """
    if row[k].is_function("det"):
        return _done_to(row[k - 1])
    if row[k].value != "pron" or row[k].role not in _PERSONAL or k + 1 >= len(row):
        return False
    noun, after = row[k - 1], row[k + 1]
    act = noun.kind == "trigger" and noun.value == "noun"
    return act and (after.is_function("prep") or after.is_function("mark"))


def _done_to(noun: Item) -> bool:
    """Return whether an action noun governs what it is done to."""
    if noun.kind != "trigger" or noun.value != "noun" or noun.known is None or noun.known.feature.enclitic:
        return False
    return any(slot == "gen" and role in _UNDERGOING for sense in noun.known.entry.senses for slot, role in sense.slots)


def of_another(item: Item, noun: Item, possessed: bool) -> bool:
    """Return whether an actor stands behind a noun whose owner is in a pronoun written with it: an unknown one that
    is `possessed` so, or a known one.
    """
    actor = item.mention is not None and item.mention.kind != "demonym" and item.marks in ((), ("the",))
    return actor and (possessed or _owned_already(noun))


def _owned_already(noun: Item) -> bool:
    """Return whether a pronoun tells whose a noun is that acts upon nobody ("في خطاب استقالتها [رئيس الوزراء]")."""
    known = noun.known if noun.kind in _NOUNS else None
    if known is None or known.feature.enclitic[:4] != "poss" or noun.value == "verb":
        return False
    return all(role != "recipient" for sense in known.entry.senses for _, role in sense.slots)


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
    """Return whether an item is the adjective, or the name, of the state in which a place before it lies ("سيناء
    المصرية", "قندهار افغانستان").
    """
    place, state = before.mention, item.mention
    if place is None or state is None or place.kind not in ("place", "capital"):
        return False
    named = state.kind == "state" and place.kind == "place" and state.country == place.country
    return (named and not item.marks) or (state.kind == "demonym" and item.marks == ("the",))


def after_noun(item: Item, before: Item) -> bool:
    """Return whether an actor is not modified by the noun before it ("in a resolution the Security Council")."""
    if item.kind == "anaphora":
        return before.kind == "anaphora"
    if item.kind != "actor" or before.kind not in ("trigger", "nominal", "anaphora") or item.mention is None:
        return False
    return item.mention.kind in ("institution", "state", "person")


def after_actor(item: Item, before: Item) -> bool:
    """Return whether what follows an actor is not modified by it: a person's name takes no noun without a genitive."""
    actor = before.mention
    if before.kind != "actor" or actor is None:
        return False
    named = actor.kind in ("person", "name") and not actor.genitive
    return item.kind == "anaphora" or (named and item.kind in _NOUNS)


def of_this(row: list[Item], k: int, start: int) -> bool:
    """Return whether "this" at item `k` goes with what the action noun before it governs, with which the phrase begins
    ("قبل انعقاد هذا المؤتمر", "لإبرام هذا الاتفاق").
    """
    noun = row[k - 1]
    return noun.value == "noun" and start == k - 1 and "the" not in noun.marks and row[k].is_function("det")
