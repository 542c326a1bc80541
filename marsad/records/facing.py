"""Which states those in a sentence are not of, and which it names: who does something to a state is hardly its own."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Mention
from marsad.records.scene import Scene

# Sectors of those who rule a state, and the roles of those who do so for it abroad.
AUTHORITIES = frozenset({"GOV", "COP", "JUD", "LEG"})
ABROAD = frozenset({"embassy", "ambassador", "consulate", "consul", "envoy", "diplomat", "mission"})
# Those of a state who are told of as its own only among others.
FOREIGN = ABROAD | {"citizen"}
BUSINESS = "BUS"
# Who often speaks up from elsewhere, so that the one state that an article tells of need not be theirs.
WORLDWIDE = frozenset({"NGO", "BUS", "JRN"})
# The sector of those who are of the state whose own were told of last, whatever others are told of.
POLICE = "COP"
PEOPLE = frozenset({"people", "body"})
REBELS = "REB"
MIGRANTS, SENT = "REF", frozenset({"CVL", "MED", "MIL"})
# Sectors of parties and movements, whose leaders are of them.
LED = frozenset({"PTY", "OPP", "REB"})
# Sectors of those in a parliament.
HOUSES = frozenset({"LEG", "PTY", "OPP"})
# Where those stand to whom somebody does something, and who stands in some relation to the one who acts.
STATES = frozenset({"state", "capital"})
# Who mostly turns against the government and bodies of its own state.
TURNING = frozenset({"MIL", "OPP"})
WEAPONS = "weapons"
FACED = ("obj", "obj2", "to", "against", "on", "with", "into")
MOVED = ("obj", "of", "gen")
TOWARDS = ("obj", "obj2", "to", "against", "on", "between", "from")


def fought_at_home(scene: Scene, mention: Mention) -> str:
    """Return the state that rebels are named with, whose they are ("talks between Chad and rebels"), "" for none."""
    row = scene.parse.items
    k = next((k for k, item in enumerate(row) if item.mention is mention), 0)
    joined = "and" in row[k].marks or (k > 0 and row[k - 1].is_function("conj", "and"))
    before = row[k - 1 - ("and" not in row[k].marks)].mention if joined and k > 1 else None
    with_state = before is not None and before.kind in STATES and mention.sector == REBELS
    return before.country if before is not None and with_state else ""


def faced(scene: Scene, mention: Mention) -> set[str]:
    """Return the states that somebody does something to, so that they are not their own ("police accused Peru")."""
    told = scene.parse.predicates
    own = {p.number for p in told if _is_subject(scene, mention, p)}
    acts = [p for p in told if p.pos == "verb" and (p.number in own or p.shares in own or p.relation == "inf")]
    acts += [p for p in told if p.relation == "content" and p.parent in own and not p.mentions("subj")]
    found = [a for p in acts for slot in FACED for a in p.all(slot)]
    undergoing = (m for a in found for m in a.mentions if m.kind in STATES or m.role in FOREIGN)
    destroyed = (m for a in found if WEAPONS in a.classes for m in a.modifiers)  # "shot down a Ukrainian drone"
    return {m.country for m in (*undergoing, *destroyed)}


def _is_subject(scene: Scene, mention: Mention, predicate: Predicate) -> bool:
    """Return whether somebody is the subject of a predicate, by the words: who is only referred to has no mention."""
    row = scene.parse.items
    return any(row[a.k].i <= mention.i < row[a.end - 1].j for a in predicate.all("subj"))


def faced_by(scene: Scene, mention: Mention) -> set[str]:
    """Return the states that, named as such, do something to somebody, who is hardly their own ("France urged the
    opposition ...").
    """
    row, acts = scene.parse.items, (p for p in scene.parse.predicates if p.pos == "verb")
    towards = ((p, a) for p in acts for slot in TOWARDS for a in p.all(slot))
    facing = (p for p, a in towards if row[a.k].i <= mention.i < row[a.end - 1].j)
    told = scene.parse.predicates
    return {m.country for p in facing for m in _acting(p, told) if m.kind == "state" and not m.sector}


def _acting(verb: Predicate, told: list[Predicate]) -> list[Mention]:
    """Return the subject of a verb, that which it shares with another where it has none."""
    return told[verb.shares].mentions("subj") if verb.shares >= 0 else verb.mentions("subj")


def only_other(scene: Scene, mention: Mention) -> str:
    """Return the one state told of before somebody in the sentence besides that which does something to them, empty
    where there are none or several ("Peru welcomed the Chilean offer and thanked the minister").
    """
    before = {m.country for m in scene.mentions if m.i < mention.i and m.country}
    others = before - faced_by(scene, mention)
    return next(iter(others)) if len(others) == 1 else ""


def ruled(scene: Scene, named: set[str]) -> bool:
    """Return whether those told of beside citizens are the authorities of one state, which then is theirs too."""
    ruling = [m for m in scene.mentions if m.country in named and m.sector in AUTHORITIES]
    return bool(ruling) and not any(m.role in ABROAD or m.to for m in ruling)


def states_named(scene: Scene) -> set[str]:
    """Return the states of all that the sentence names; a body that many states have adds none of its own, nor do
    migrants, who are elsewhere ("police arrested dozens of Malian migrants").
    """
    settled = (m for m in scene.mentions if m.sector != MIGRANTS)
    named = (m.country or ("" if m.likewise else m.usual) for m in settled)
    return {code for code in named if not code.startswith("IGO:")} - {"---", ""}


def goals(scene: Scene) -> set[str]:
    """Return the states to which somebody goes or is sent or with which something is done: he is not of there, nor
    those who judge that ("ruled that to send migrants to Peru is unlawful").
    """
    told = scene.parse.predicates
    reached = [m for p in told for m in (*p.mentions("into"), *p.mentions("with"))]
    sent = (p for p in told if any(_sent(m) for slot in MOVED for m in p.mentions(slot)))
    reached += [m for p in sent for m in p.mentions("to")]
    return {m.country for m in reached if m.kind in STATES}


def _sent(mention: Mention) -> bool:
    """Return whether somebody is one of those who are brought to another state rather than going there to act."""
    return mention.sector == MIGRANTS or (mention.title_kind in PEOPLE and mention.sector in SENT)


def of_trade(scene: Scene, state: str) -> bool:
    """Return whether a state is named by its businesses alone, which are at home anywhere ("a Greek tanker was boarded
    by commandos").
    """
    return {m.sector for m in scene.mentions if m.country == state} == {BUSINESS}


def home_alone(scene: Scene) -> str:
    """Return the state that the article is about where the sentence names none."""
    return "" if states_named(scene) else scene.memory.only_state() or scene.memory.told(POLICE)


def of_its_house(scene: Scene, mention: Mention) -> str:
    """Return the only state whose parliament or parties the sentence names beside lawmakers, empty for none."""
    others = (m for m in scene.mentions if m is not mention and m.sector in HOUSES)
    named = {m.country for m in others if len(m.country) == len("GBR")} - {"---"}
    return next(iter(named)) if mention.sector in HOUSES and len(named) == 1 else ""


def party_before(scene: Scene, leader: Mention, before: list[Mention]) -> Mention | None:
    """Return the party or movement right before "its leader", where only persons act besides, None for none."""
    owning = next((item for item in scene.parse.items if item.j == leader.i), None)
    things = [m for m in before if not m.person]
    last = things[-1] if things and owning is not None and owning.is_function("poss", "3ns") else None
    led = leader.role in ("leader", "party-leader", "spokesperson", "chairman", "head")
    of_party = last is not None and last.sector in LED and not last.plural
    return last if led and of_party else None


def aimed_at(scene: Scene) -> set[str]:
    """Return the states to which somebody is to do something ("the plan to send troops to Mali")."""
    aims = (p for p in scene.parse.predicates if p.relation == "inf")
    return {m.country for p in aims for slot in FACED for m in p.mentions(slot) if m.kind == "state"}


def of_article(scene: Scene, mention: Mention, named: set[str]) -> str:
    """Return the state whose affairs the article tells of, and hardly those of others, else nothing; it is the only one
    `named` in the sentence, if any is, and does nothing to somebody nor they to it.
    """
    state = scene.memory.only_state() if mention.sector not in WORLDWIDE else ""
    state = state or (scene.memory.told(POLICE) if mention.sector == POLICE and not named else "")
    if named and (named != {state} or state in faced(scene, mention) | faced_by(scene, mention)):
        return ""
    return state


def government_beside(beside: Mention) -> list[Mention]:
    """Return the government of the state whose opposition, unions or rebels are told of beside it."""
    listed = beside.kind == "title" and len(beside.country) == len("GBR")
    return [Mention(beside.i, beside.j, "state", beside.country, "GOV", resolved=True)] if listed else []
