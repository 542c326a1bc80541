"""Expressions for a body or group named before, with a mark of possession: "the bloc's leaders"."""

from collections.abc import Callable, Sequence

from marsad.lexicon.profile import Profile
from marsad.mentions.blocs import ORGANISATIONS, may_be
from marsad.mentions.items import Item, Mention
from marsad.mentions.lands import state_before
from marsad.mentions.memory import Memory
from marsad.mentions.pieces import STATES, absorb
from marsad.text.sentences import Sentence

# The kind of institution that an expression prefers.
ARMED = "the-armed"
BODIES = {**ORGANISATIONS, "the-group": "group", ARMED: "group", "the-treaty": "treaty"}
ENVOYS = frozenset({
    "ambassador", "envoy", "representative", "charge-d-affaires", "charge-daffaires", "consul", "consul-general",
    "high-commissioner", "head-of-mission", "special-envoy",
})  # fmt: skip
# The kinds of places whose people are told of as those "from" it, and who flees or comes from one.
_HOMES = frozenset({"state", "place", "capital"})
# The sectors of those who no longer act for it once they have left it.
_SERVED = frozenset({"GOV", "LEG", "JUD"})
_COMERS, _PRESS = frozenset({"REF", "PTY"}), "JRN"
_AGENCY, _STATE = "agency", len("GBR")
# Who heads a state, and holds no seat in its courts and parliaments.
_HEADS = frozenset({"president", "prime-minister", "monarch"})
# Who leads others that hold an office, and those led.
_RULING = frozenset({"president", "monarch", "king", "emir"})  # who are no ministers
_LEADING, _LED = frozenset({"president", "prime-minister"}), ("-minister", "lawmaker", "governor", "mayor", "judge")
# Who speaks for somebody.
_SPEAKING = frozenset({"spokesperson", "lawyer", "adviser"})
_LAWMAKER = "lawmaker"
_REPRESENTATIVE = "representative"
# What stands for a state named before or a body of it ("the president of this country", "the ministry's spokesman").
_NAMED = frozenset({"the-ministry", "the-government", "own-country"})
# What stands for so many states named before.
_SHARING = {"both-countries": 2, "both-sides": 2, "three-countries": 3, "four-countries": 4, "five-countries": 5}
# Who serves somebody.
_SERVING = frozenset({"adviser", "aide", "assistant", "senior-adviser", "senior-aide"})
# Where those stand for whom somebody reports.
_FOR = frozenset({"in", "of", "for", "from", "with", "at"})
# What states are to one another, and what names one.
_RELATED = frozenset({"ally", "neighbour", "rival", "adversary"})
_STATES = frozenset({"state", "capital", "metonym", "institution", "group"})
# The slot of whom somebody asks.
_ASKED = ("from", "recipient")
# How many words may stand between an owner and the office.
_BETWEEN = 2

# Sectors of organisations of citizens, and how many words may tell whose one is.
_ORGANISED, _OWN_WORDS = frozenset({"PTY", "OPP", "LAB", "NGO", "BUS", "EDU", "MED", "SOC", "REL"}), 2

# Sectors of bodies that each state has.
RULING_BODIES = frozenset({"GOV", "LEG", "JUD"})


def named_owners(row: list[Item], sentence: Sentence, memory: Memory) -> list[Item]:
    """Return the items with each such expression before an office as the actor it stands for."""
    for k, item in enumerate(row):
        if item.kind == "anaphora" and item.value in BODIES and _owns(row, k, sentence):
            owner = _owner(row[:k], item, sentence, memory)
            if owner is not None:
                item.kind, item.known = "actor", None
                item.mention = Mention(item.i, item.j, owner.kind, owner.country, owner.sector, resolved=True)
    return row


def _owns(row: list[Item], k: int, sentence: Sentence) -> bool:
    """Return whether an office stands behind "'s" after item `k`."""
    marked = k + 1 < len(row) and sentence.tokens[row[k + 1].i] == "'s"
    return marked and any(_office(item) for item in row[k + 2 : k + 3 + _BETWEEN])


def _office(item: Item) -> bool:
    return item.kind == "actor" and item.known is not None and item.known.entry.kind == "title"


def _owner(before: list[Item], item: Item, sentence: Sentence, memory: Memory) -> Mention | None:
    """Return the body or group named last that an expression stands for, None for none."""
    named = [Mention(i.i, i.j, i.known.entry.kind, i.known.entry.code.partition(" ")[0],
                     title_kind=i.known.entry.role, words=tuple(sentence.tokens[i.i : i.j]))
             for i in before if i.kind == "actor" and i.known is not None and i.known.entry.code]  # fmt: skip
    words, bodies = sentence.tokens[item.i : item.j], [m for m in named if m.kind == "institution"]
    groups = [m for m in named if m.kind == "group"] or memory.last_group(item.value == ARMED)
    if item.value == ARMED:
        return next(iter(groups[-1:]), None)
    group = groups[-1:] if item.value == "the-group" and not bodies else []
    return next(iter(group or memory.last_institution(bodies, BODIES[item.value], words)), None)


def come_from(mention: Mention, link: Item, other: Mention) -> bool:
    """Return whether holders of an office or refugees are those of the place behind "from" ("ministers from A and B").

    One envoy "from" a state is more often called home from it.
    """
    office = mention.title_kind == "office" and (mention.plural or mention.role not in ENVOYS)
    people = mention.kind == "title" and (office or mention.sector in _COMERS)
    return people and link.is_function("prep", "from") and other.kind in _HOMES and other.country.isalpha()


def speak_for(mention: Mention, link: Item) -> bool:
    """Return whether the one behind "for" is who a holder of an office speaks for ("a spokesman for the ministry"), or
    the one behind "to" whom they serve ("aides to the governor").
    """
    speaks = mention.role in _SPEAKING and not mention.plural and link.is_function("prep", "for")
    return speaks or (mention.role in _SERVING and link.is_function("prep", "to"))


def theirs(people: Mention, person: Mention) -> bool:
    """Return whether somebody belongs to a known person, whose state then is theirs ("an aide to Macron")."""
    belongs = people.kind == "title" and (people.title_kind == "people" or people.role in (*_SERVING, *_SPEAKING))
    if not belongs or people.country or person.kind != "person" or not person.country.isalpha():
        return False
    people.country = person.country
    return True


def retire(mention: Mention, described: list[Item]) -> None:
    """Make the holder of an office one who no longer holds it where a word beside says so ("the former Peruvian
    president"), or served a ministry; policemen stay policemen.
    """
    served = mention.title_kind == "side" and mention.sector in _SERVED
    if not (served or mention.title_kind == "office") or mention.sector in ("COP", "ELI"):
        return
    if any(item.is_function("adj", "former") for item in described):
        mention.sector, mention.role = "ELI", f"former-{mention.role}"


def followers(leader: Mention, people: Mention) -> Mention:
    """Return those behind "'s" with the state of the person or body whose they are ("Putin's critics", "the French
    government's troops").
    """
    if people.kind == "title" and not people.country and not people.usual and people.title_kind != "side":
        people.country = leader.country if leader.country.isalpha() else ""
    return people


def of_both(mention: Mention, item: Item) -> int:
    """Return 1 where an office belongs to states named before ("the presidents of the two countries"), else 0."""
    if mention.kind == "title" and not mention.country and item.value in _NAMED:
        mention.possessed = True
        return 1
    if mention.kind != "title" or mention.country or item.value not in _SHARING:
        return 0
    mention.shared = _SHARING[item.value]
    return 1


def people_of(people: Mention, owner: Mention, behind: Item | None) -> bool:
    """Return whether a body behind an adjective is whose people somebody is ("critics of the Kenyan government"), or
    behind a state's name whose office ("the editor of a Hong Kong newspaper").
    """
    body = behind is not None and behind.known is not None and behind.known.entry.kind == "title"
    of_people = owner.kind == "demonym" and people.title_kind == "people"
    return body and (of_people or (owner.kind == "state" and people.title_kind in ("people", "office")))


def rival_named(mention: Mention, name: Mention) -> bool:
    """Return whether the state or body behind "rival" or "ally" is who that is, which then stands for both."""
    if mention.role not in _RELATED or mention.plural or mention.country or name.kind not in _STATES:
        return False
    mention.kind, mention.country, mention.sector, mention.role = name.kind, name.country, name.sector, ""
    mention.title_kind, mention.possessed = name.title_kind, False
    return True


def named_like_town(mention: Mention, name: Mention) -> bool:
    """Return whether a town right behind somebody's office is their name ("opposition leader Mesa")."""
    office = mention.kind == "title" and mention.title_kind == "office" and name.kind == "place"
    return office and not mention.plural and not mention.person and mention.sector != "IGO"


def own_person(mention: Mention, name: Mention) -> bool:
    """Return whether the person or company of no table behind "'s" is one of a state or party, which takes it up."""
    if name.kind != "name" or mention.kind not in ("state", "group"):
        return False
    mention.kind, mention.person, mention.role = "person", name.person, ""
    return True


def reporters(row: list[Item], mention: Callable[[Item], Mention]) -> list[Item]:
    """Return the items with reporters beside their outlet as those of its state ("a BBC journalist").

    Those of an agency mostly belong where they work.
    """
    for k, item in enumerate(row):
        if item.kind != "outlet" or item.known is None or item.known.entry.role == _AGENCY:
            continue
        linked = k > 1 and row[k - 1].is_function("prep") and row[k - 1].role in _FOR
        beside = (*row[k + 1 : k + 2], *row[max(0, k - 1 - linked) : k - linked])
        for other in beside:
            told = other.kind == "actor" and other.known is not None and other.known.entry.code.endswith(_PRESS)
            if told and len(item.known.entry.code) == _STATE:
                other.mention = mention(other)
                other.mention.country = item.known.entry.code
    return row


def names_outlet(mention: Mention, bridges: bool) -> bool:
    """Return whether an outlet behind a mention tells whose it is, or which ("خبرنگار رویترز", "شبکه تلویزیونی بی‌بی‌سی",
    where adjectives stand before names "روزنامه اسرائیلی هاآرتص").
    """
    if mention.title_kind in ("people", "office"):
        return not mention.person
    return mention.sector == "JRN" or (bridges and mention.kind == "demonym" and not mention.plural)


def is_it(row: list[Item], k: int) -> bool:
    """Return whether "it" stands at item `k` that may tell whose an office before it is, and is no object ("آن را")."""
    return row[k].is_function("pron", "that") and not any(item.is_function("mark") for item in row[k + 1 : k + 2])


def sits_in(mention: Mention, other: Mention) -> bool:
    """Return whether whoever represents a town is a member of the house behind "in" ("نماینده سبزوار در مجلس")."""
    house = other.sector == "LEG" and other.country in ("", mention.country) and not other.country.startswith("IGO")
    return mention.role == _REPRESENTATIVE and house


def from_among(mention: Mention, link: Item, other: Mention) -> bool:
    """Return whether an office of nobody in particular is one in or from a body ("an official in the movement")."""
    if (mention.country and not sits_in(mention, other)) or mention.definite:
        return False
    linked = link.is_function("prep") and (link.role == "from" or (link.role == "in" and mention.title_kind != "body"))
    body = other.kind in ("group", "institution") or (other.kind == "title" and other.title_kind == "body")
    return linked and body and bool(other.country or other.sector == "PTY")


def sector_among(mention: Mention, other: Mention) -> str:
    """Return the sector of an office in or from a body: that of a party or group, but a lawmaker of it stays one."""
    if sits_in(mention, other):
        return other.sector
    kept = (other.kind == "title" and bool(mention.sector)) or mention.role == _LAWMAKER
    return mention.sector if kept else other.sector or mention.sector


def own_holder(mention: Mention, own: Item, name: Mention) -> bool:
    """Return whether the person behind "own" is who holds an office that is somebody's own ("همتای چینی خود X")."""
    office = mention.kind == "title" and mention.title_kind in ("office", "side") and not mention.person
    return office and own.is_function("adv", "own") and name.kind == "person" and name.country == mention.country


def asked_behind(row: list[Item], k: int) -> bool:
    """Return whether the verb that closes the clause behind item `k` says "from" of whom it asks something."""
    for item in row[k:]:
        verb = item.span.find("trigger", "verb") if item.span is not None else None
        if verb is not None and item.value in ("verb", "modal"):
            return any(_ASKED in sense.slots for sense in verb.entry.senses)
    return False


def of_group(mention: Mention, other: Mention, marks: tuple[str, ...]) -> bool:
    """Return whether an office of several words is that of a group behind a particle ("المتحدث العسكري لحركة")."""
    office = mention.title_kind == "office" and not mention.country and other.i - mention.i > 1
    return office and marks[0] == "prep:for" and other.kind in ("group", "institution")


def one_behind_several(mention: Mention, other: Mention, last: str, articles: tuple[str, ...]) -> bool:
    """Return whether one office or body stands behind several people, or a body, that end with an article: it is not
    what they are, nor whose ("the deputies of the opposition [accused] the prime minister", verb first).
    """
    several = mention.plural or mention.title_kind in ("people", "body")
    return several and other.kind == "title" and not other.plural and bool(articles) and last.startswith(articles)


def of_two(mention: Mention, other: Mention, tokens: Sequence[str], profile: Profile) -> bool:
    """Return whether two offices, the first a whole noun group, are not held by one ("the queen [received] the
    president", verb first): they are held by a woman and a man, one by somebody who held it before or a minister, the
    other by who leads them, or no head of a state is that as well.
    """
    if mention.title_kind != "office" or other.title_kind != "office" or mention.person:
        return False
    if not (mention.definite or tokens[other.i - 1].startswith(profile.articles)):
        return False
    head = mention.role in _HEADS and bool(other.sector) and other.sector != mention.sector
    led = other.role in _LEADING and mention.role.endswith(_LED) and mention.role not in _LEADING
    ruled = mention.role in _RULING and (other.role.endswith("-minister") or other.role.startswith("former-"))
    apart = head or led or ruled or mention.role.startswith("former-")
    return apart or profile.is_feminine(tokens[mention.i]) != profile.is_feminine(tokens[other.i])


def of_state(body: Mention, owner: Mention, marks: tuple[str, ...]) -> bool:
    """Return whether the state behind a body says whose it is, which takes it up ("in the Iraqi government")."""
    named = body.kind == "title" and body.title_kind == "body" and not body.country
    if not named or owner.kind not in ("demonym", "state") or not set(marks) <= {"the"}:
        return False
    body.country = owner.country
    return True


def seated(seat: Mention, row: list[Item], mention: Callable[[Item], Mention]) -> int:
    """Return how many items "based" and those take who have their seat in the city or state before it ("the Lima-based
    miners"), 0 for none; a city where a body of no table has its seat is no government.
    """
    if not row[0].is_function("adj", "based") or seat.kind not in STATES:
        return 0
    other = mention(row[1]) if len(row) > 1 and row[1].kind == "actor" and row[1].mention is None else None
    if other is None or other.kind != "title" or other.country:
        seat.kind, seat.sector = "demonym", ""
        return 1
    absorb(seat, other, False)
    return 2


def of_land(mention: Mention, link: Item, other: Mention) -> bool:
    """Return whether a body of a government or parliament behind which "in" and a state stand is that state's ("the
    foreign ministry in the Kingdom of Saudi Arabia"); the government alone may only have met there.
    """
    ruling = mention.title_kind == "body" and mention.sector in RULING_BODIES and mention.role != "government"
    own = ruling and not mention.country and not mention.person and other.kind == "state"
    return own and link.is_function("prep", "in")


def sits_for(mention: Mention, link: Item, other: Mention) -> bool:
    """Return whether a lawmaker is one of the party or place behind "for" ("النائب عن حزب العمال")."""
    seat = other.kind in ("group", "state", "place") and not mention.person
    return seat and mention.role == _LAWMAKER and link.is_function("prep", "about")


def of_country(mention: Mention, before: list[Item], item: Item, memory: Memory) -> int:
    """Return 1 where an office belongs to the state named last ("the foreign minister of this country"), else 0."""
    if mention.kind != "title" or mention.country or item.value not in ("the-country", "pron"):
        return 0
    named = state_before(before)
    remembered = memory.last_state() if not named else []
    mention.country = named or next((state.country for state in remembered), "")
    mention.possessed = not mention.country
    return 1


def of_body(mention: Mention, before: list[Item], item: Item, sentence: Sentence, memory: Memory) -> int:
    """Return 1 where an office belongs to the institution told of before ("the leaders of the bloc"), else 0."""
    kind = ORGANISATIONS.get(item.value)
    marks = {"the", "prep:for"} if mention.definite else {"the"}  # "الأمين العام للمنظمة"
    if mention.kind != "title" or mention.country or kind is None or not set(item.marks) <= marks:
        return 0
    known = (other.known.entry.code for other in reversed(before) if other.known is not None)
    named = next((code for code in known if code.startswith("IGO:") and may_be(code, kind)), "")
    told = memory.last_institution((), kind, sentence.tokens[item.i : item.j])
    mention.country = named or next((body.country for body in told), "")
    return 1 if mention.country else 0


def own_adjective(mention: Mention, row: list[Item], k: int, sentence: Sentence, profile: Profile) -> int:
    """Return the item behind one or two unknown words with an article that is the adjective of a state, of the gender
    of a word of an organisation that they belong to, 0 for none.
    """
    tokens, articles = sentence.tokens, profile.articles
    free = mention.kind == "title" and mention.sector in _ORGANISED and not mention.country and not mention.person
    if not free or tokens[row[k].i - 1].startswith(articles):
        return 0
    end = next((n for n in range(k, min(k + _OWN_WORDS + 1, len(row))) if row[n].kind != "word"), k)
    words = [tokens[item.i] for item in row[k:end]]
    closed = end < len(row) and row[end].known is not None and row[end].kind == "actor" and row[end].marks == ("the",)
    if not words or not closed or not all(word.startswith(articles) for word in words):
        return 0
    own = profile.is_feminine(tokens[row[end].j - 1])
    agrees = any(profile.is_feminine(token) == own for token in tokens[mention.i : row[k].i])
    return end if agrees and row[end].known.entry.kind == "demonym" else 0  # type: ignore[union-attr]
