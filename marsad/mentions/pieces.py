"""The pieces of noun groups: what one known piece says, and how an actor takes up what another says."""

import re
from collections.abc import Sequence

from marsad.lexicon.entries import Known
from marsad.mentions.items import Item, Mention
from marsad.text.sentences import Sentence

NAMES = frozenset({"person", "name"})
STATES = frozenset({"state", "capital", "metonym", "demonym", "place"})
_PLURALS = frozenset({"plural", "dual", "p", "construct"})
# The kind of names of the leaders or ministers of a body.
ASSEMBLED = "assembled"
# Sectors of groups whose leaders, chairmen and spokesmen are of them, whatever they are called.
_OUTSIDE = frozenset({"REB", "OPP", "PRM", "UAF"})

# Roles in states, parties, unions and churches alike, and the sectors of what makes them those of one.
_OF_ANY = frozenset({
    "leader", "chairman", "head", "spokesperson", "representative", "official", "member", "president", "vice-president",
    "director", "executive", "chief-executive", "founder", "secretary-general",
})  # fmt: skip
_PARTIES = frozenset({"PTY", "OPP", "LAB", "REL", "NGO", "BUS", "EDU", "MED", "SOC"})
# The sectors of a party in opposition and of any, and those who are of a party for which they speak.
_OPPOSED, _PARTY = "OPP", "PTY"
# The office whose word says of a party that it rules.
_RULING = "governor"
_SERVICES = frozenset({"COP", "MIL", "JUD", "LEG", "SPY", "REB", "PRM"})
_PRESIDING = frozenset({"president", "vice-president"})
_POSTS = frozenset({"spokesperson", "chairman", "leader", "representative", "official", "member", "secretary-general"})
# Which state is meant by the name of another one beside an office that it alone has ("Representative X of Georgia").
_NAMESAKES = {("USA", "GEO"): "USA"}
# The agreement of an indefinite object, which has no owner: the form is a dual where it has one.
_INDEFINITE = "acc"
# Kinds of items that may tell how many.
_COUNTED = frozenset({"function", "word"})
# Shorter words are no names by themselves.
_SHORTEST_NAME = 4


def mention_of(item: Item) -> Mention:
    """Return the mention of one known piece."""
    known = item.known
    assert known is not None
    entry = known.entry
    person = known.feature.person
    mention = Mention(item.i, item.j, entry.kind, marks=known.marks, plural=person in _PLURALS or "p" in person)
    mention.definite = "the" in known.marks
    mention.possessed = known.feature.enclitic.startswith("poss")
    if entry.kind == "title":
        states, _, mention.sector = entry.code.rpartition(" ")
        mention.usual, *likewise = states.split("/")
        mention.likewise = tuple(likewise)
        mention.role, mention.title_kind = entry.role, entry.value
        mention.twofold = person == _INDEFINITE and item.span is not None and _dual(item.span.readings)
    else:
        mention.country, _, mention.sector = entry.code.partition(" ")
        mention.role = entry.role if entry.kind == "person" else ""
        mention.title_kind = entry.role if entry.kind == "institution" else ""
        mention.plural = mention.plural or entry.value == ASSEMBLED
    if entry.kind in ("capital", "metonym"):
        mention.sector = "GOV"
    return mention


def _dual(readings: Sequence[Known]) -> bool:
    return any(known.feature.person == "dual" and known.entry.kind == "title" for known in readings)


# Function words that may describe who is owned.
_DESCRIBING = frozenset({"adj", "adv"})


def number_owned(before: list[Item], sentence: Sentence) -> bool:
    """Return whether a possessive stands before an actor, or before the number of them ("its 22 soldiers") or one word
    that describes them ("its last soldiers").
    """
    k = len(before) - 1
    described = k > 0 and (before[k].kind == "word" or before[k].value in _DESCRIBING)
    k -= described and _owns(before[k - 1])
    while k >= 0 and before[k].kind in _COUNTED and _counts(before[k], sentence):
        k -= 1
    return k >= 0 and _owns(before[k])


def _owns(item: Item) -> bool:
    """Return whether an item is, or may be read as, a possessive ("его" before a noun)."""
    may = item.is_function("pron") and item.span is not None and item.span.find("function", "poss") is not None
    return may or item.is_function("poss")


def _counts(item: Item, sentence: Sentence) -> bool:
    return item.is_function("quant") or sentence.tokens[item.i][0].isdigit()


def absorb(mention: Mention, other: Mention, title_first: bool) -> None:
    """Let a mention take up what a piece that belongs to it says; the head of the title decides role and sector."""
    if other.country and (not mention.country or mention.kind in ("capital", "place", "metonym")):
        mention.country = _NAMESAKES.get((mention.usual, other.country), other.country)
    owned = other.kind in ("state", "capital") or other.definite
    mention.plural = mention.plural or (mention.twofold and owned)
    if other.kind == "title" and (mention.kind != "title" or not title_first):
        mention.sector, mention.role = _own(mention, other) or other.sector or mention.sector, other.role
        mention.person = "" if mention.kind == "name" and mention.definite else mention.person  # that of a body
        mention.kind, mention.title_kind, mention.plural = "title", other.title_kind, other.plural
        mention.usual = other.usual or mention.usual
        mention.likewise = other.likewise or mention.likewise
    elif other.kind == "title" or (other.kind == "group" and mention.kind == "title"):
        leads = mention.role in _OF_ANY and (other.sector in _PARTIES or other.kind == "group")
        leads = leads or (mention.role in _POSTS and other.sector in _SERVICES)  # "a spokesman for the police"
        leads = leads or (mention.role in _PRESIDING and other.sector == "JUD")  # of a court, not of the state
        leads = leads or (mention.sector == "IGO" and other.kind == "group")  # the secretary-general of a movement
        leads = (leads and (mention.sector, other.sector) != (_OPPOSED, _PARTY)) or not mention.sector
        mention.sector = other.sector if leads else mention.sector
        mention.usual = mention.usual or other.usual
    if other.kind in NAMES:
        mention.person = other.person
        mention.sector = mention.sector or other.sector
        mention.role = mention.role or other.role
        mention.kind = "person"
    mention.to = mention.to or other.to


def _own(mention: Mention, title: Mention) -> str:
    """Return the sector that somebody keeps whatever the title behind them is: of rebels, of a party for which they
    speak, of the opposition; empty for none.
    """
    posted = mention.sector == _PARTY and title.role in _POSTS
    of_group = mention.kind == "group" and (mention.sector in _OUTSIDE or posted)
    return mention.sector if of_group or (mention.sector, title.sector) == (_OPPOSED, _PARTY) else ""


def unnamed(mention: Mention) -> bool:
    """Return whether a mention is an office of one or two whose name is not said yet."""
    office = (mention.kind, mention.title_kind) == ("title", "office")
    return office and not mention.person and (mention.twofold or not mention.plural)


def nameable(row: list[Item], tokens: Sequence[str], no_name: str) -> int:
    """Return how many unknown words at the start can be a name: no particle is written with them, no act has their
    shape, and one word alone is not too short.
    """
    barred = (item.kind != "word" or item.marks or (no_name and re.match(no_name, tokens[item.i])) for item in row)
    length = next((k for k, bar in enumerate(barred) if bar), len(row))
    return 0 if length == 1 and len(tokens[row[0].i]) < _SHORTEST_NAME else length


def in_opposition(mention: Mention, other: Mention, feminine: bool) -> bool:
    """Return whether a word says that the party before it, or whose leader stands there, is in opposition, noted if so,
    or that it rules ("حزب المحافظين المعارض", "حزب المحافظين الحاكم"); `feminine`: the word is of the party's gender
    also where it means a body ("الجبهة المعارضة", but not "حزب المحافظين المعارضة").
    """
    party = mention.kind == "group" or (mention.kind == "title" and mention.sector == _PARTY)
    described = party and other.kind == "title" and other.definite and (feminine or other.title_kind != "body")
    told = described and other.sector == _OPPOSED
    mention.sector = _OPPOSED if told else mention.sector
    ruling = other.role == _RULING and mention.sector == _PARTY and mention.j - mention.i > 1
    return told or (described and ruling and not other.person)


def other_side(party: Mention) -> str:
    """Return the sector of what stands before a party to say that it is in opposition, "-" where it is no party."""
    return _OPPOSED if party.sector == _PARTY else "-"
