"""Compound verbs: a part that gives the meaning and a support verb that carries tense, voice, person and negation.

The part stands right before its verb ("محکوم کرد") or further left: before prepositional phrases ("محکوم به مرگ کرد"),
before its own adjective ("حمله شدیدی کرد"), listed with another ("دیدار و گفت‌وگو کرد"), or before the thing meant
("خواستار توقف حملات شد"), which may have the mark of an object ("قصد خروج از پیمان را دارد").
"""

from collections.abc import Iterator

import msgspec

from marsad.lexicon.entries import Entry, Feature, Known
from marsad.mentions.cut_short import read_cut_short
from marsad.mentions.forms import make_form
from marsad.mentions.items import Item
from marsad.mentions.spans import Span

# Support verbs before which whatever the part governs may stand; those of other compounds take less between.
_GOVERNING = frozenset({"become", "be", "remain"})
_FARTHEST = 16
# What may stand between a part and its verb without a preposition: adjectives, mostly unknown words.
_MOST_ADJECTIVES = 2
# How many pieces a part right behind an object mark may govern before its verb.
_MOST_GOVERNED = 5
# What may stand between "and" and the second of two listed parts: how often, when; the words that may join them.
_MOST_LISTED = 3
_LISTING = frozenset({"and", "or"})
_CLAUSE_ENDS = frozenset({"comp", "rel", "sub", "light", "copula", "conj", "mark", "start"})
# What stands behind no verb that ends its clause.
_GOES_ON = frozenset({"word", "nominal", "actor", "time", "anaphora", "trigger"})
# Classes of verbs whose part tells into what somebody comes or is brought, and what its noun may have for its genitive.
_INTO = frozenset({"come-out", "bring-out"})
_OWNED = frozenset({"word", "nominal", "actor", "anaphora"})
# The slots of a part that tells of somebody who asks something from another.
_ASKED = frozenset({("subj", "actor"), ("from", "recipient")})
# The agreement of a participle without its auxiliary.
_BARE = "bare"
_HELPER = Known(Entry("function", "adv", role="part"), Feature())


def compounds(row: list[Item]) -> list[Item]:
    """Return the items with each compound verb as one trigger at the place of its support verb.

    A support verb that finds no part is a light verb, or a copula where it is a form of "be".
    """
    result: list[Item] = []
    for given, after in zip(row, [*row[1:], None], strict=True):
        taking_part = given.kind == "actor" and after is not None and after.is_function("prep", "in")
        item = _taking_part(given) if taking_part else given
        if item.kind != "function" or not item.is_function("support"):
            result.append(item)
        elif after is not None and after.kind == "function" and after.is_function("mark") and _is_participle(item):
            result.append(Item("word", item.i, item.j, item.span))
        elif after is not None and (noun := _as_noun(item, after) or _as_lack(result, item)) is not None:
            result.append(noun)
        elif not _compound(result, item):
            result.append(_alone(item, after, bool(result) and result[-1].is_function("det")))
    read_cut_short(result, lambda part, support: _verb(part, part.i, part.j, support, support.feature))
    return result


def _is_participle(item: Item) -> bool:
    """Return whether a support verb is a participle alone: before an object mark an adjective ("مواد باقی‌مانده را")."""
    return item.known is not None and item.known.feature.person == _BARE


def _as_noun(item: Item, after: Item) -> Item | None:
    """Return a past tense that a noun of the tables is written like as that noun where its genitive follows ("درخواست
    ساخت مدرسه"); None elsewhere.
    """
    if item.j - item.i > 1 or after.kind not in _OWNED or item.known is None or item.known.feature.form != "past":
        return None
    known = item.span.find("nominal", "subject") if item.span is not None else None
    return None if known is None else Item("nominal", item.i, item.j, item.span, known)


def _as_lack(result: list[Item], item: Item) -> Item | None:
    """Return a negated copula behind a preposition as the word for a lack that it is too ("از نبود همکاری")."""
    known = item.span.find("function", "quant") if item.span is not None else None
    governed = known is not None and bool(result) and result[-1].is_function("prep")
    return Item("function", item.i, item.j, item.span, known) if governed else None


def _taking_part(item: Item) -> Item:
    """Return an item before "in" as the noun for being there that it can be too ("شرکت در نشست" is no company)."""
    known = item.span.find("nominal", "attendance") if item.span is not None else None
    return item if known is None else Item("nominal", item.i, item.j, item.span, known)


def _alone(item: Item, after: Item | None, determined: bool) -> Item:
    """Return a support verb without a part: the verb it is by itself, else a light verb, or a copula.

    A subjunctive of one word that ends no clause is none at all but a noun or number written like it ("دهم مه", "رود
    نیل"), as is one that is `determined` by the word before it ("این روند").
    """
    assert item.known is not None
    goes_on = determined or (item.j - item.i == 1 and after is not None and after.kind in _GOES_ON)
    if item.known.feature.form == "jussive" and goes_on:
        return Item("word", item.i, item.j, item.span)
    verb = item.span.find("trigger", "verb") if item.span is not None else None
    if verb is not None:
        return Item("trigger", item.i, item.j, item.span, verb)
    if item.role == "be":
        known = Known(Entry("function", "copula", role="be"), item.known.feature)
    else:
        known = Known(Entry("function", "light", role="verb", rule=item.known.entry.rule), item.known.feature)
    return Item("function", item.i, item.j, item.span, known)


def _compound(result: list[Item], item: Item) -> bool:
    """Append the verb that a support verb makes with a part before it; return whether there is one."""
    own, passive = [*_readings(item, "support")], [*_readings(item, "support-passive")]
    for support in own:
        at = _awaiting(result, support)
        if at >= 0:
            _join(result, at, item, support)
            return True
    for readings, near, only in (
        (own, True, False), (own, False, True), (passive, True, False), (own, False, False), (passive, False, False),
    ):  # fmt: skip
        for support in readings:
            at = _place(result, support, near, only)
            if at >= 0:
                _join(result, at, item, support)
                return True
    return _across_mark(result, item, own)


def _awaiting(result: list[Item], support: Known) -> int:
    """Return the index of a part that is nothing else and tells what is asked for, where the one right before the verb
    may be said of the people before it ("خواستار آزادی معلمان زندانی شدند"); -1 for none.
    """
    if len(result) < 3 or result[-2].kind != "actor" or not _parts(result[-1], support.entry.role):
        return -1
    at = _place(result, support, near=False, only=True)
    entries = _parts(result[at], support.entry.role) if at >= 0 else []
    return at if any(_ASKED.issubset(sense.slots) for entry in entries for sense in entry.senses) else -1


def _across_mark(result: list[Item], item: Item, own: list[Known]) -> bool:
    """Append the verb that a support verb makes with a part before an object, whose mark stands before it or a time."""
    at = len(result) - 1
    while at > 0 and _sets_time(result[at]):
        at -= 1
    if at < 0 or not result[at].is_function("mark"):
        return False
    for support in own:
        at = _governing(result[: at + 1], support.entry.role)
        if at >= 0:
            _join(result, at, item, support)
            return True
    return False


def _sets_time(item: Item) -> bool:
    """Return whether an item may be part of what tells when, between an object and its verb ("در سال ۲۰۱۱")."""
    return item.kind == "time" or item.is_function("adv") or item.is_function("prep", "in")


def _governing(result: list[Item], role: str) -> int:
    """Return the index of the part that the phrase before an object mark begins with, -1 for none."""
    found = -1
    for at in range(len(result) - 2, max(-1, len(result) - _FARTHEST), -1):
        if result[at].kind in ("punct", "time") or _ends_clause(result[at]):
            break
        if _parts(result[at], role) and not _governed(result, at):
            found = at
    return _owning(result, found, role)


def _owning(result: list[Item], at: int, role: str) -> int:
    """Return the index of the part right before another, which belongs to it ("قصد دیدار با پرو را دارد")."""
    owned = at > 0 and _parts(result[at - 1], role) and not _governed(result, at - 1)
    return at - 1 if owned else at


def _readings(item: Item, value: str) -> Iterator[Known]:
    for known in item.span.readings if item.span is not None else ():
        if known.entry.kind == "function" and known.entry.value == value:
            yield known


def _parts(item: Item, role: str) -> list[Entry]:
    """Return what an item means as the part of a compound with support verbs of a class."""
    readings = item.span.readings if item.span is not None else ()
    return [known.entry for known in readings if known.entry.kind == "part" and known.entry.role == role]


def _place(result: list[Item], support: Known, near: bool, only: bool = False) -> int:
    """Return the index of the part that belongs to a support verb, -1 for none.

    `near`: only right before it; `only`: only words that are nothing else than such a part.
    """
    role = support.entry.role
    if near:
        return len(result) - 1 if result and _parts(result[-1], role) else -1
    for at in range(len(result) - 2, max(-1, len(result) - _FARTHEST), -1):
        if _ends_clause(result[at + 1]):
            return -1
        if only and result[at].kind != "word":
            continue
        if _parts(result[at], role) and not _governed(result, at) and _reaches(result, at, role):
            return _owning(result, at, role)
    return -1


def _ends_clause(item: Item) -> bool:
    if item.kind == "trigger" and item.value == "verb":
        return item.span is None or item.span.find("trigger", "noun") is None  # "نشست" is a session too
    return item.kind == "function" and item.value in _CLAUSE_ENDS and item.role != "and"


def _governed(result: list[Item], at: int) -> bool:
    """Return whether a preposition before it makes a part an ordinary noun ("در حمله به")."""
    return at > 0 and result[at - 1].is_function("prep") and result[at].j - result[at].i == 1


def _reaches(result: list[Item], at: int, role: str) -> bool:
    """Return whether a support verb may follow at the end of the row for the part at `at`."""
    between = result[at + 1 :]
    if role in _GOVERNING or _prepositional(between[0]):
        return True
    if role in _INTO and len(between) <= _MOST_GOVERNED and all(i.kind in _OWNED for i in between):
        return _prepositional(result[at])  # "به عضویت آسه‌آن درآمد"
    if at and result[at - 1].is_function("mark") and len(between) <= _MOST_GOVERNED:
        return True  # "ایران را مسئول این حمله دانست"
    if between[0].is_function("conj", "and"):
        return len(between) <= _MOST_ADJECTIVES + 1
    plain = all(item.kind in ("word", "nominal") or item.is_function("adv") for item in between)
    return plain and len(between) <= _MOST_ADJECTIVES


def _prepositional(item: Item) -> bool:
    """Return whether an item is a preposition, or a part of a verb that begins with one ("به راه")."""
    pieces = item.span.pieces if item.span is not None else []
    return item.is_function("prep") or bool(pieces and pieces[0].find("function", "prep"))


def _join(result: list[Item], at: int, item: Item, support: Known) -> None:
    feature = _voiced(support)
    if at == len(result) - 1:
        part = result.pop()
        _read_listed(result, item, _acts(part, support))
        _read_gapped(result, support, feature)
        result.append(_verb(part, part.i, item.j, support, feature))
    else:
        part = result[at]
        result[at] = Item("function", part.i, part.j, part.span, _HELPER)
        result.append(_verb(part, item.i, item.j, support, feature))


def _read_listed(result: list[Item], item: Item, acts: bool) -> None:
    """Read the parts that are listed with the one just taken, which all take its support verb, as verbs in their places
    ("امضا و سه بار تمدید شد", "احضار، تهدید و اخراج شد"); `acts`: the last tells what its subject does, and so do they
    ("از پرو انتقاد و خواستار آتش‌بس شد").
    """
    at = len(result) - 1
    while at > 0 and len(result) - at <= _MOST_LISTED and _between_listed(result[at]):
        at -= 1
    if at <= 0 or not result[at].is_function("conj") or result[at].role not in _LISTING:
        return
    at -= 1
    while at >= 0 and (support := _support_of(result[at], item)) is not None:
        part = result[at]
        result[at] = _verb(part, part.i, part.j, support, support.feature if acts else _voiced(support))
        at -= 2 if at > 0 and result[at - 1].kind == "punct" else at + 1


def _acts(part: Item, support: Known) -> bool:
    """Return whether a part with its support verb tells what its subject does ("خواستار شدن")."""
    if support.entry.value == "support-passive":
        return False
    slots = (sense.slots for entry in _parts(part, support.entry.role) for sense in entry.senses)
    return any(("subj", "actor") in roles for roles in slots)


def _support_of(part: Item, item: Item) -> Known | None:
    """Return the reading of a support verb that a part goes with, None where it goes with none."""
    readings = (*_readings(item, "support-passive"), *_readings(item, "support"))
    return next((support for support in readings if _parts(part, support.entry.role)), None)


def _voiced(support: Known) -> Feature:
    """Return the form of a compound with a support verb: passive where that makes it so."""
    passive = support.entry.value == "support-passive"
    return msgspec.structs.replace(support.feature, voice="passive") if passive else support.feature


def _read_gapped(result: list[Item], support: Known, feature: Feature) -> None:
    """Read the parts before a comma or "and" whose verb is told once, at the end, as that verb.

    In "او را برکنار، خانه‌اش را ضبط و رهبرش را بازداشت کرد", all parts take "کرد".
    Such a part stands behind an object with its mark, as the one at the end does.
    """
    marks = 0
    for at in range(len(result) - 1, max(0, len(result) - _FARTHEST), -1):
        item = result[at]
        if item.is_function("mark"):
            marks += 1
        elif _ends_clause(item):
            return
        elif (item.kind == "punct" or item.is_function("conj", "and")) and marks == 1:
            part = result[at - 1]
            if not _parts(part, support.entry.role):
                continue
            if not _has_mark(result, at - 1):
                return
            result[at - 1], marks = _verb(part, part.i, part.j, support, feature), 0


def _has_mark(result: list[Item], at: int) -> bool:
    """Return whether an object with its mark stands before item `at` in its clause."""
    for item in reversed(result[max(0, at - _FARTHEST) : at]):
        if item.is_function("mark"):
            return True
        if _ends_clause(item):
            return False
    return False


def _between_listed(item: Item) -> bool:
    return item.kind == "time" or (item.kind == "function" and item.value in ("adv", "quant"))


def _verb(part: Item, i: int, j: int, support: Known, feature: Feature) -> Item:
    entries = _parts(part, support.entry.role)
    known = [Known(_as_verb(entry), feature, part.marks) for entry in entries]
    known.sort(key=lambda reading: reading.entry.kind)  # a light verb goes first: it may still carry its own meaning
    inner = part.span.shorter if part.span is not None else []
    kind = "function" if known[0].entry.kind == "function" else "trigger"
    return Item(kind, i, j, Span(i, j, make_form(tuple(known)), inner), known[0])


def _as_verb(entry: Entry) -> Entry:
    if entry.value == "light":
        return Entry("function", "light", role=entry.code or "verb", rule=entry.rule)
    return Entry("trigger", "verb", role=entry.role, senses=entry.senses, rule=entry.rule)
