"""Offices that are told by where they are: "officials in Lima", the ministry to which an envoy there is called, the
embassy whose envoy was told of.
"""

from marsad.mentions.items import Mention
from marsad.mentions.memory import AT_HOME
from marsad.mentions.remembered import Remembered, acting_state
from marsad.records.facing import ABROAD, TURNING
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Who speaks without being named.
DIPLOMAT = "diplomat"
# The codes of states have three letters.
STATE = 3
# Prepositions before who leads or mediates what others do.
ASIDE = frozenset({"led-by", "mediated-by"})
# Who holds power in a state, and who may take it or them from there.
RULING, ARMED = frozenset({"GOV", "LEG", "ELI", "OPP"}), frozenset({"MIL", "COP"})
BY_FORCE = frozenset({"ASSAULT", "COERCE"})
# Types of what nobody does to the embassies of their own state.
UNFRIENDLY = frozenset({"ASSAULT", "PROTEST", "COERCE"})
# What rulers do to their own forces and officials alone where nobody says whose those are, and who gives orders.
ORDERS, DISMISSES, OWN_ONLY = frozenset({"order", "dismiss"}), "dismiss", frozenset({"GOV", "MIL", "COP", "JUD"})
TITLED, ORDERING = frozenset({"title", "person"}), frozenset({"GOV", "MIL", "JUD", "LEG"})


def posted(scene: Scene, mention: Mention) -> bool:
    """Return whether a place stands behind "in" right behind an office."""
    row = scene.parse.items
    k = next((n for n, item in enumerate(row) if item.i >= mention.j), len(row))
    while k < len(row) and row[k].kind == "word":
        k += 1
    return k + 1 < len(row) and row[k].is_function("prep", "in") and row[k + 1].mention is not None


def host(scene: Scene, mention: Mention) -> str:
    """Return the state whose ministry an envoy posted there is called to ("Peru's ambassador to Chile, summoned to
    the ministry"), empty where there is none.
    """
    if mention.title_kind != "body" or mention.sector != "GOV":
        return ""
    before = next((item for item in scene.parse.items if item.j == mention.i), None)
    called = before is not None and before.is_function("prep") and before.role in ("into", "in", "to")
    envoys = (m.to for m in scene.mentions if m.role in ABROAD and m.to and m.i < mention.i)
    return next(envoys, "") if called else ""


def same_post(scene: Scene, mention: Mention) -> str:
    """Return the state whose envoy or embassy the sentence has told of before another one of no state ("expelled the
    Swedish ambassador after a crowd stormed the embassy"), empty where it has not.
    """
    abroad = (m for m in reversed(scene.mentions) if m.i < mention.i and m.role in ABROAD and m.country)
    return next((m.country for m in abroad), "") if mention.role in ABROAD else ""


def hosted(frame: Frame) -> None:
    """Let police and crowds of no told state that act upon an embassy be those of its host, not of its own state."""
    if UNFRIENDLY.isdisjoint(frame.concept.event_types):
        return
    embassies = [m for m in frame.of("recipient") if m.role in ABROAD and m.country]
    own = {m.country for m in embassies}
    for mention in frame.of("actor") if own else ():
        if mention.kind == "title" and mention.sector != "GOV" and mention.country in own:
            mention.country = next((m.to for m in embassies if m.to), "")


def of_their_rulers(frame: Frame) -> None:
    """Let soldiers and police whose state was only guessed be of that whose rulers they act upon ("the army toppled the
    government of Chad").
    """
    if BY_FORCE.isdisjoint(frame.concept.event_types):
        return
    told = (m for m in frame.of("recipient") if m.sector in RULING and not m.guessed)
    ruled = {m.country for m in told if len(m.country) == STATE}
    for mention in frame.of("actor") if len(ruled) == 1 else ():
        if mention.guessed and mention.sector in ARMED:
            mention.country = next(iter(ruled))


def own_forces(frame: Frame) -> None:
    """Give forces and officials of no told state that of who gives them orders ("told the army to attack")."""
    giving = frame.of("actor") if frame.concept.name in ORDERS else []
    acting = {m.country for m in giving if m.sector in ORDERING and len(m.country) == STATE}
    for mention in frame.of("recipient") if len(acting) == 1 else ():
        named = mention.country and not (frame.concept.name == DISMISSES and mention.country == mention.usual)
        if not named and mention.kind in TITLED and mention.sector in OWN_ONLY:
            mention.country = next(iter(acting))  # "fired the attorney general"


def last_holder(scene: Scene, mention: Mention) -> Remembered | None:
    """Return who held the office of a mention last; of an army, police or court none where one acted just before."""
    acted = mention.sector in AT_HOME and acting_state(scene.memory.last_subject(), mention.sector)
    return None if acted else scene.memory.office(mention.role)


def headed_for(scene: Scene, mention: Mention) -> bool:
    """Return whether somebody goes or is sent to a place, not that something is there."""
    away = bool(mention.case) and "l" not in mention.case.lower()
    return away or any(mention in p.mentions("into") for p in scene.parse.predicates)


def placed(scene: Scene, mention: Mention) -> bool:
    """Return whether a name only tells where something is, a place or a capital behind a preposition, or who leads or
    mediates.
    """
    if mention.kind == "place":
        return True
    before = next((item for item in scene.parse.items if item.j == mention.i), None)
    behind = before is not None and before.is_function("prep")
    if mention.kind == "capital" or (before is not None and behind and before.role in ASIDE):
        return behind
    return False


def turned_on(scene: Scene, mention: Mention) -> str:
    """Return the state whose own army or opposition acts upon a body of state ("the army stormed parliament")."""
    verbs = (p for p in scene.parse.predicates if p.pos == "verb" and mention in p.mentions("obj"))
    acting = next((m for p in verbs for m in p.mentions("subj") if m.sector in TURNING), None)
    return acting.country if acting is not None and len(acting.country) == len("PER") else ""


def of_the_country(scene: Scene, mention: Mention) -> list[Mention]:
    """Return the state that "the country" beside an office stands for, nothing where that is not its owner."""
    row, tokens = scene.parse.items, scene.sentence.tokens
    k = next((k for k, item in enumerate(row) if item.mention is mention), 0)
    before = next((item for item in reversed(row[max(0, k - 2) : k]) if item.kind != "punct"), None)
    after = next((item for item in row[k + 1 : k + 3] if not item.is_function("prep", "of")), None)
    marked = before is not None and before.j == mention.i - 1 and tokens[before.j] == "'s"
    owner = before if marked else after
    if owner is None or owner.kind != "anaphora" or owner.value != "the-country":
        return []
    told = [m for m in scene.mentions if m.j <= owner.i]
    return scene.memory.last_state([m for m in told if not placed(scene, m)] or told)


def behind_colon(scene: Scene, mention: Mention) -> str:
    """Return the state that acts before the colon behind which a holder of an office goes on ("Peru rejects it: the
    minister accused ..."), empty elsewhere.
    """
    if mention.i == 0 or scene.sentence.tokens[mention.i - 1] != ":":
        return ""
    before = (p for p in reversed(scene.parse.predicates) if scene.parse.items[p.k].i < mention.i)
    return next((m.country for p in before for m in p.mentions("subj") if m.country.isalpha()), "")


def anybody(scene: Scene, mention: Mention) -> bool:
    """Return whether somebody's country is kept back: a diplomat whom nobody has told of before."""
    if mention.role != DIPLOMAT or mention.country or mention.person:
        return False
    before = next((item for item in scene.parse.items if item.j == mention.i), None)
    return "the" not in mention.marks and (before is None or not before.is_function("det", "the"))
