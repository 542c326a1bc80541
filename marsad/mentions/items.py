"""The sentence as a row of items: noun groups, known words, and the unknown words between them."""

import datetime
from functools import lru_cache

import msgspec

from marsad.lexicon.entries import Entry, Feature, Known
from marsad.lexicon.profile import Profile
from marsad.mentions.attached import attached
from marsad.mentions.forms import BEFORE_ACT, Form
from marsad.mentions.spans import Span
from marsad.text.sentences import Sentence

# What can be part of a noun group that acts.
ELEMENTS = ("person", "institution", "group", "state", "metonym", "capital", "demonym", "place", "title")

# Words that end a clause, not names of acts.
_VERBAL = frozenset({"verb", "light"})


class Mention(msgspec.Struct, gc=False):
    """A noun group that can act or be a place: tokens `i:j` and what it is known to be.

    `country` is empty where nothing tells it. `kind` is that of its head (`person state capital title institution ...`,
    `name` for an unknown name). `to` is the state an envoy is accredited to. `plural` tells of several ("the two
    ministers"), `shared` to how many states named before it belongs ("the presidents of the two countries"),
    `possessed` that a pronoun says whose it is, `genitive` that it says whose something else is. `words` are its
    tokens, `case` the cases it may stand in (as in `Feature.case`; empty: not known), `usual` the state that its title
    alone suggests ("congressman"), `likewise` other states that have one of the name. `side` tells that something is
    `against` or `for` it ("anti-Lima"), `opposing` whom people are against, `guessed` that its state is only that of
    the article or the opening, `twofold` that it is two where an owner stands behind it ("وزيرا الخارجية").
    """

    i: int
    j: int
    kind: str
    country: str = ""
    sector: str = ""
    role: str = ""
    person: str = ""
    to: str = ""
    title_kind: str = ""
    plural: bool = False
    definite: bool = False
    marks: tuple[str, ...] = ()
    genitive: bool = False
    resolved: bool = False
    shared: int = 0
    possessed: bool = False
    words: tuple[str, ...] = ()
    case: str = ""
    usual: str = ""
    likewise: tuple[str, ...] = ()
    side: str = ""
    opposing: "Mention | None" = None
    guessed: bool = False
    twofold: bool = False

    @property
    def code(self) -> str:
        """Return the actor code: country or `---`, and the sector."""
        if self.country.startswith("IGO:") or " " in self.country:
            return self.country
        return f"{self.country or '---'} {self.sector}".strip()

    @property
    def anyone(self) -> bool:
        """Return whether it is somebody with a title who is told of for the first time ("a bishop")."""
        fixed = self.definite or self.possessed or bool(self.country) or bool(self.person)
        return self.kind == "title" and self.title_kind in ("people", "office") and not fixed


class Item(msgspec.Struct, gc=False):
    """One piece of the sentence, tokens `i:j`.

    `kind` is `actor trigger nominal function anaphora time outlet credit word punct`; `span` holds the readings of a
    known piece, `known` the one that stands for its kind, `mention` the noun group of an actor.
    """

    kind: str
    i: int
    j: int
    span: Span | None = None
    known: Known | None = None
    mention: Mention | None = None

    @property
    def value(self) -> str:
        """Return the value of its entry (a function word's class, a nominal's class ...), empty for unknown words."""
        return self.known.entry.value if self.known else ""

    @property
    def role(self) -> str:
        """Return the finer value of its entry (a function word's value ...)."""
        return self.known.entry.role if self.known else ""

    @property
    def marks(self) -> tuple[str, ...]:
        """Return the marks of the particles written before its first word."""
        if self.mention is not None:
            return self.mention.marks
        return self.known.marks if self.known else ()

    def is_function(self, word_class: str, value: str = "") -> bool:
        """Return whether it is a function word of this class (and value)."""
        if self.kind != "function" or self.known is None:  # asked ten times a word: without the properties above
            return False
        entry = self.known.entry
        return entry.value == word_class and (not value or entry.role == value)


# What a word for where something lies may stand before.
PLACES = frozenset({"place", "state", "capital"})
# Meanings of phrases for time that end in a preposition ("two days after").
_GOVERNING = ("after:", "before:")
# Prepositions behind which a town is a place, not the body that sits there.
_SITING = frozenset({"in", "at", "near", "around", "outside", "across", "through", "to", "into"})
_WRITTEN = frozenset({"prep:in", "prep:at", "prep:by"})  # those that are written with the name
# Prepositions that a month may have as well as somebody named like one.
_TIMING = frozenset({"in", "since", "until", "during", "by", "of", "from", "to", "for", "before", "after", "at"})
# Kinds of readings that hold between two days.
_DATED = frozenset({"person", "group"})
# Readings of a word as a noun.
NOUNS = frozenset({"trigger", "nominal"})
_UNKNOWN = Entry("word")
# The class of nouns that name a meeting.
_MEETING = "meeting"
# Which reading stands for a span that has several, first match wins.
_ORDER = (
    "function",
    *(kind for kind in ELEMENTS if kind != "title"),
    "anaphora",  # before the title: where a name follows, grouping still reads the word as an office
    "title",
    "trigger",
    "nominal",
    "month",
    "weekday",
    "time",
    "outlet",
    "credit",
)


def items(sentence: Sentence, found: list[Span], published: datetime.date | None, profile: Profile) -> list[Item]:
    """Return the sentence as items in order, every token in exactly one.

    Of several offices of a person the one held on the day of publication counts.
    """
    row: list[Item] = []
    at = 0
    for n, span in enumerate(found):
        if at < span.i:
            row += _unknown(sentence, at, span.i, profile)
        kind, known = _reading(span.form) or _reading_here(sentence, span, published, row[-1:])
        item = Item(kind, span.i, span.j, span, known)
        if kind == "actor" and known is not None and known.entry.kind == "metonym" and "place" in span.form.kinds:
            item.known = _site(item, row[-1:], found[n + 1 : n + 2] if sentence.cased else []) or known
        row.append(_pointed(item, found[n + 1 : n + 2]) if span.form.points else item)
        at = span.j
    return row + _unknown(sentence, at, len(sentence.tokens), profile)


def _site(item: Item, before: list[Item], following: list[Span]) -> Known | None:
    """Return a town that stands for a body which sits there as the place it is, where something is in it or has its
    name ("in Brussels", "the Brussels summit"), else None.
    """
    assert item.span is not None and item.known is not None
    there = any(other.is_function("prep") and other.role in _SITING for other in before)
    there = there or any(mark in _WRITTEN for mark in item.marks) or "l" in item.known.feature.case
    behind = bool(following) and following[0].i == item.j and not item.known.feature.case
    named = following[0].readings if behind else ()
    there = there or any(reading.entry.kind == "nominal" for reading in named)
    return item.span.find("place") if there else None


def function_words(row: list[Item]) -> set[str]:
    """Return the classes of the function words among items."""
    return {item.known.entry.value for item in row if item.kind == "function" and item.known is not None}


def _pointed(item: Item, following: list[Span]) -> Item:
    """Return a word that tells where a place lies ("west of Gaza") as the adjective it is where none follows."""
    assert item.span is not None
    readings = following[0].readings if following and following[0].i == item.j else ()
    placed = any(r.entry.kind in PLACES or r.entry.value == "site" for r in readings)
    if item.is_function("prep") and not placed:
        item.kind, item.known = "actor", item.span.find("demonym")
    return item


def dissolved(sentence: Sentence, row: list[Item], published: datetime.date | None) -> list[Item]:
    """Return the items with each part of a compound verb that no verb has taken up as the words it is made of, so too
    a phrase of the future whose first word is owned ("Peru's plan to"), a preposition of acts where none follows.
    """
    if not [item for item in row if item.span is not None and item.span.pieces]:
        return row
    result: list[Item] = []
    for n, item in enumerate(row):
        divided = item.span is not None and item.span.pieces
        planned = divided and _plans(item) and result and _owns(sentence, result[-1])
        deposed = divided and item.kind == "actor" and _deposed(sentence, item, result)
        if divided and (item.kind == "word" or planned or deposed or _before_no_act(item, row[n + 1 : n + 2])):
            result.extend(taken_apart(sentence, item, published))
        else:
            result.append(item)
    return result


def _plans(item: Item) -> bool:
    """Return whether a phrase of the future begins with a word that may be a noun ("plan to", not "going to")."""
    pieces = item.span.pieces if item.span is not None and item.is_function("future") else []
    return bool(pieces) and pieces[0].i == item.i and pieces[0].find("nominal") is not None


# Auxiliaries of what has happened.
_HAVING = frozenset({"have", "had"})


def _deposed(sentence: Sentence, item: Item, before: list[Item]) -> bool:
    """Return whether somebody stands before a former office that begins with a verb ("soldiers ousted President")."""
    pieces = item.span.pieces if item.span is not None else []
    verb = pieces[0].find("trigger", "verb") if pieces and pieces[0].i == item.i else None
    if verb is None or verb.feature.form not in ("past", "participle") or not before or _owns(sentence, before[-1]):
        return False
    who = before[-1]
    doer = who.kind == "actor" and who.known is not None and who.known.entry.kind != "demonym"
    of_noun = who.is_function("comp", "that") and len(before) > 1 and before[-2].kind == "actor"
    return doer or of_noun or who.is_function("rel") or (who.is_function("aux") and who.role in _HAVING)


def _before_no_act(item: Item, following: list[Item]) -> bool:
    """Return whether no noun stands behind a preposition that is one only before what names an act."""
    if not item.is_function("prep") or item.known is None or item.known.entry.code != BEFORE_ACT:
        return False
    return not any(_names_act(after) for after in following)


def _names_act(item: Item) -> bool:
    """Return whether an item is a noun of an act or may be one ("نشست": a session, or sat)."""
    readings = item.span.readings if item.span is not None and item.kind == "trigger" else ()
    noun = any(known.entry.kind == "trigger" and known.entry.value == "noun" for known in readings)
    return noun or (item.kind in ("trigger", "nominal") and item.value not in _VERBAL)


def _owns(sentence: Sentence, item: Item) -> bool:
    """Return whether only a noun can stand behind an item: an article, a possessive, a verb or a genitive."""
    owning = item.kind == "function" and item.value in ("det", "poss")
    return owning or (item.kind == "trigger" and item.value == "verb") or sentence.tokens[item.j - 1] == "'s"


def taken_apart(sentence: Sentence, item: Item, published: datetime.date | None = None) -> list[Item]:
    """Return the words that an item is made of as items, the item itself where they are not known."""
    result: list[Item] = []
    at = item.i
    for span in item.span.pieces if item.span is not None else ():
        result.extend(_between(sentence, at, span.i))
        kind, known = _reading(span.form) or _reading_here(sentence, span, published, result[-1:])
        result.append(Item(kind, span.i, span.j, span, known))
        at = span.j
    return [*result, *_between(sentence, at, item.j)] if at > item.i else [item]


def _unknown(sentence: Sentence, i: int, j: int, profile: Profile) -> list[Item]:
    """Return unknown words, with the preposition that is written with them ("بالتصعيد")."""
    row = _between(sentence, i, j)
    for item in row if profile.proclitics else ():
        if item.kind == "word" and (marks := attached(sentence.tokens[item.i], profile)):
            item.known = Known(_UNKNOWN, Feature(), marks)
    return row


def _between(sentence: Sentence, i: int, j: int) -> list[Item]:
    return [Item("word" if sentence.tokens[k][0].isalnum() else "punct", k, k + 1) for k in range(i, j)]


def _dated(sentence: Sentence, span: Span, month: Known) -> bool:
    """Return whether a word that may be a month is one here: written as a name in a sentence, or beside a number."""
    around = sentence.tokens[max(0, span.i - 1) : span.i] + sentence.tokens[span.j : span.j + 1]
    if any(token[:1].isdigit() for token in around) or any(mark.startswith("prep:") for mark in month.marks):
        return True
    return span.i > 0 and sentence.cased


def _in_office(
    sentence: Sentence, span: Span, published: datetime.date | None, before: list[Item]
) -> Known | None:  # fmt: skip
    """Return who is named like a month and in office on the day of publication; nobody beside a number or behind a
    preposition that a time may have.
    """
    if published is None or span.find("person") is None:
        return None
    linked = any(item.is_function("prep") and item.role in _TIMING for item in before)
    beside = sentence.tokens[max(0, span.i - 1) : span.i] + sentence.tokens[span.j : span.j + 1]
    if linked or any(token[:1].isdigit() for token in beside):
        return None
    day = published.isoformat()
    return next((r for r in span.readings if r.entry.kind == "person" and _covers(r.entry, day)), None)


def _held(form: Form, kind: str, published: datetime.date | None) -> Known | None:
    """Return the reading of a person or group that holds on a day, the first one where none or no day is known."""
    known = [reading for reading in form.readings if reading.entry.kind == kind]
    if published is None or kind not in _DATED:
        return known[0] if known else None
    day = published.isoformat()
    return next((r for r in known if _covers(r.entry, day)), known[0] if known else None)


def _covers(entry: Entry, day: str) -> bool:
    return entry.since <= day and (not entry.until or entry.until >= day[: len(entry.until)])


def _preposition(known: Known) -> Known:
    """Return a phrase for time that ends in a preposition as that preposition."""
    named = known.entry.value.partition(":")[0]
    entry = Entry("function", "prep", role=named, rule=known.entry.rule)
    return Known(entry, known.feature, known.marks)


def _kinds(form: Form) -> set[str]:
    """Return what a form may be: no trigger where a noun is one as an active participle only ("مدينة", condemning)."""
    kinds = {reading.entry.kind for reading in form.readings}
    if "title" in kinds and _MEETING in form.classes and _holders(form):
        kinds.discard("title")  # "المفاوضات": talks, hardly ever women who hold them
    if "nominal" not in kinds or "trigger" not in kinds:
        return kinds
    told = [r for r in form.readings if r.entry.kind == "trigger"]
    active = [r.feature.form == "active" for r in told]
    if any(active) and all(r.feature.form == "active" or r.entry.value == "adj" for r in told):
        kinds.discard("trigger")
    return kinds


def _holders(form: Form) -> bool:
    """Return whether a form as a title names holders of an office, no body ("Congress")."""
    return all(r.entry.value == "office" for r in form.readings if r.entry.kind == "title")


def _carries_pronoun(known: Known) -> bool:
    """Return whether it is "I made it", which news hardly say: as a noun with its owner it is read before."""
    said = known.entry.value == "light" and known.feature.person == "1s"
    return said and known.feature.enclitic.startswith("obj")


def _acts_rather(known: Known, acting: Known | None) -> bool:
    """Return whether what may be "she makes" is a verb of its own in the past, as news tell it ("توجه", "headed")."""
    if acting is None or known.entry.value != "light" or known.feature.person != "3fs":
        return False
    return known.feature.form == "present" and acting.feature.form == "past" and acting.feature.person == "3ms"


def _no_carrier(known: Known, acting: Known | None, kinds: set[str]) -> bool:
    """Return whether a light verb is not meant where a form may be one."""
    return (_carries_pronoun(known) and bool(kinds & NOUNS)) or _acts_rather(known, acting)


@lru_cache(maxsize=1 << 14)
def _reading(form: Form) -> tuple[str, Known | None] | None:
    """Return the kind of item a form is with the reading that stands for it, None where the sentence or day decides."""
    kinds = [known.entry.kind for known in form.readings]
    if "month" in kinds or any(kinds.count(kind) > 1 for kind in _DATED):
        return None
    return _chosen(form, None)


def _reading_here(
    sentence: Sentence, span: Span, published: datetime.date | None, before: list[Item]
) -> tuple[str, Known | None]:
    """Return the kind of item and the reading of a span that may be a month, or whose holder depends on the day."""
    month = span.find("month") if "month" in _kinds(span.form) else None
    holder = _in_office(sentence, span, published, before) if month is not None else None
    if holder is not None:
        return "actor", holder
    if month is not None and _dated(sentence, span, month):
        return "time", month
    return _chosen(span.form, published)


def _chosen(form: Form, published: datetime.date | None) -> tuple[str, Known | None]:
    """Return the kind of item that a form is and its reading, None for a part of a verb or a number of days."""
    kinds = _kinds(form)
    acting = next((k for k in form.readings if k.entry.kind == "trigger" and k.entry.value == "verb"), None)
    for kind in _ORDER:
        known = _held(form, kind, published) if kind in kinds else None
        if known is None or (kind == "function" and _no_carrier(known, acting, kinds)):
            continue
        if kind == "state" and "the" in known.marks and "demonym" in kinds:
            continue  # a name that is an adjective too goes without an article ("الرئيس المالي")
        if kind == "title" and acting is not None and acting.feature.form in ("past", "participle", "gerund"):
            continue
        if known.entry.value == "day":
            return "word", None
        if kind == "time" and known.entry.value.startswith(_GOVERNING):
            return "function", _preposition(known)
        return "actor" if kind in ELEMENTS else "time" if kind in ("month", "weekday") else kind, known
    if kinds == {"part"}:
        return "word", None
    raise AssertionError(f"expected a reading of {_ORDER}, got {form.readings}")
