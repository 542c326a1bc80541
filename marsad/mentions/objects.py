"""Where the subject of a clause ends and its object begins, in languages that put the verb last, or first."""

from collections.abc import Sequence

from marsad.lexicon.profile import Profile
from marsad.mentions.items import Item, Mention
from marsad.mentions.naming import ended
from marsad.mentions.pieces import STATES
from marsad.text.sentences import Sentence

# What ends a clause, or opens the next.
_BOUNDS = frozenset({"comp", "rel", "sub", "conj", "light", "copula"})
# Titles of persons.
_SOMEBODY = frozenset({"office", "people"})
# What may be the subject of a clause.
_SUBJECTS = frozenset({"actor", "anaphora"})
# Sectors of forces, whose verb may be a plural ("نیروهای امنیتی وزیر را بازداشت کردند").
_FORCES = frozenset({"MIL", "COP", "SPY", "PRM", "REB", "UAF"})
# How far the verb may stand behind the object.
_FARTHEST = 16


def object_behind(mention: Mention, row: list[Item], k: int) -> bool:
    """Return whether the actor at item `k`, right behind an office or body, is what that acts upon, not whose it is.

    So where the object mark follows, nothing before can be the subject, and the number of the verb fits: in "پلیس
    معترضان را بازداشت کرد" the police arrest, in "رئیس پلیس را بازداشت کردند" its chief is arrested.
    """
    if _owns(row, k):
        return False
    first = next((n for n in range(k + 1, len(row)) if not within(row[n])), len(row))
    end = _past_others(row, first) if _acts_itself(row[k]) else first
    if end >= len(row) or not row[end].is_function("mark") or not _one_group(row[k:first]):
        return False
    start = next(n for n in range(k, -1, -1) if row[n].i <= mention.i)
    before = clause_before(row[:start])
    if _subject(before) or not _agrees(mention, row[end:]):
        return False
    # The subject may be that of the clause before, or what a relative belongs to.
    goes_on = any(item.kind in _SUBJECTS for item in row[: start - len(before)])
    return not goes_on or (mention.title_kind == "body" and _acts_itself(row[k]))


def acted_on(mention: Mention, row: list[Item], k: int, sentence: Sentence, profile: Profile) -> bool:
    """Return whether the office of nobody by name at item `k`, behind an office that ends with an article as it begins,
    is what a verb before them acts upon, verb first ("انتقد [وزير العدل] [القاضي]").
    """
    office, tokens = row[k].known, sentence.tokens
    if profile.word_order != "vso" or office is None or office.entry.value != "office" or row[k].marks != ("the",):
        return False
    if not mention.i or mention.title_kind not in _SOMEBODY or not tokens[row[k].i - 1].startswith(profile.articles):
        return False
    start = next(n for n in range(k, -1, -1) if row[n].i <= mention.i)
    behind = next((item for item in row[k + 1 :] if not item.is_function("adj")), None)
    named = behind is not None and (behind.kind == "word" or _person(behind))
    return not named and start > 0 and row[start - 1].value == "verb"


def _person(item: Item) -> bool:
    return item.kind == "actor" and (item.known is None or item.known.entry.kind == "person")


def _owns(row: list[Item], k: int) -> bool:
    """Return whether a state at item `k` is whose the body before it is: another noun follows, which it can't govern
    ("پلیس پرو کامیونی را متوقف کرد").
    """
    return _state(row[k]) and k + 1 < len(row) and row[k + 1].kind == "word"


def _past_others(row: list[Item], end: int) -> int:
    """Return where states, or others acted upon, that "and" adds to those before item `end` are past ("summoned the
    envoys of Peru and Chile", "پلیس وزیر و دو معاون او را بازداشت کرد").
    """
    while end + 1 < len(row) and row[end].is_function("conj", "and") and _added(row[end + 1]):
        end = next((n for n in range(end + 2, len(row)) if not _added(row[n])), len(row))
    return end


def _added(item: Item) -> bool:
    return within(item) or item.is_function("quant") or item.is_function("pron")


def _state(item: Item) -> bool:
    return item.kind == "actor" and item.known is not None and item.known.entry.kind in STATES


def within(item: Item) -> bool:
    """Return whether an item may stand inside a noun phrase."""
    return item.kind in ("actor", "word") or item.is_function("adj")


def _acts_itself(item: Item) -> bool:
    """Return whether an item is an office or people, of whom a body seldom is."""
    return (
        item.known is not None and item.known.entry.kind == "title" and item.known.entry.value in ("office", "people")
    )


def _one_group(pieces: list[Item]) -> bool:
    """Return whether pieces may all belong to the first: an office with its body, state and holder."""
    first, *later = (p.known.entry for p in pieces if p.kind == "actor" and p.known is not None)
    return not later or (first.kind == "title" and all(e.kind != "title" or e.value == "body" for e in later))


def clause_before(before: list[Item]) -> list[Item]:
    """Return what stands in the clause before its first actor."""
    for n in range(len(before) - 1, -1, -1):
        if (before[n].kind == "trigger" and before[n].value == "verb") or before[n].value in _BOUNDS:
            return before[n + 1 :]
    return before


def _subject(before: list[Item]) -> bool:
    """Return whether what opens a clause has its subject, or ends in a phrase that governs what follows."""
    governed = False
    for item in before:
        if item.is_function("prep") or item.is_function("reporting"):
            governed = True
        elif item.kind in ("punct", "time"):
            governed = False
        elif not governed and (item.kind in _SUBJECTS or item.value in ("noun", "pron") or item.kind == "nominal"):
            return True
    return governed and not (before and before[-1].kind == "actor")


def _agrees(mention: Mention, behind: list[Item]) -> bool:
    """Return whether the next verb has the number of an actor."""
    verbs = (i for i in behind[:_FARTHEST] if i.value in ("verb", "light") and i.kind in ("trigger", "function"))
    known = next((verb.known for verb in verbs), None)
    if known is None or known.feature.voice == "passive":
        return False
    several = mention.plural or mention.title_kind == "people"
    if mention.title_kind == "body" and mention.sector in _FORCES:
        return True
    return known.feature.person.endswith("p") == several


def stands_apart(mention: Mention, other: Mention, tokens: Sequence[str], profile: Profile) -> bool:
    """Return whether people or a body behind an actor are an object of their own ("the authorities [arrested]
    activists"): also where the actor ends with the article that they begin with, as what governs no genitive, or with a
    pronoun of its owner ("جيشه").
    """
    accusative = tokens[other.i].endswith("ا") and not tokens[mention.i].endswith("ا")
    over = ended(mention, other, tokens[other.i - 1], profile.absolute)
    if other.title_kind == "office":
        both = tokens[other.i].endswith(profile.absolute)  # "officials [who are] teachers"
        several = mention.definite and mention.title_kind == "body" and other.plural and not other.definite
        return other.kind == "title" and (accusative or several or (over and not both))
    closed = over or (other.definite and tokens[other.i - 1][:2] == tokens[other.i][:2])
    owned = mention.possessed and bool(profile.articles)
    ends = mention.definite and not _governs(mention, other, tokens, profile)
    closed = closed or (other.kind == "title" and (owned or (ends and not other.definite)))
    return closed or (other.title_kind == "people" and accusative)


def _governs(mention: Mention, other: Mention, tokens: Sequence[str], profile: Profile) -> bool:
    """Return whether an office that begins with an article ends in a word that governs ("المتحدث باسم [وزارة]")."""
    last = tokens[other.i - 1]
    return other.i - 1 > mention.i and not mention.person and not last.startswith(profile.articles)
