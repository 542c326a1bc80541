"""Bodies that are neither states nor of states, told of again by a general word: "this organisation" is the one of
rights told of before, "the secretary-general of this union" one of the union.
"""

from marsad.mentions.items import Item, Mention
from marsad.mentions.memory import Memory, is_person
from marsad.mentions.pieces import absorb, mention_of

_SECTORS = frozenset({"NGO", "LAB", "BUS", "EDU", "MED", "REL", "SOC", "JRN", "PTY", "OPP"})
# Expressions for a body or a group told of before.
_AGAIN = frozenset({"the-organisation", "the-group"})
_PEOPLE, _CIVIC, PERSON = "people", "civic", "person"
_SOMEBODY, _STATE = frozenset({"office", _PEOPLE}), len("GBR")
# The only ones for a party.
_PARTIES, _GROUP = frozenset({"PTY", "OPP"}), "the-group"
# Sectors of bodies that are movements ("the party").
MOVEMENTS = frozenset({"PTY", "OPP", "REB", "PRM", "UAF"})


def is_civic(mention: Mention) -> bool:
    """Return whether an actor is a party, union, company, or another body that is none of a state."""
    body = mention.kind == "group" or (mention.kind == "title" and mention.title_kind == "body")
    return body and mention.sector in _SECTORS and not mention.possessed


def note_body(memory: Memory, mention: Mention) -> None:
    """Remember such a body, the last one told of, the last people and the last person; what is told of again by
    "this company" keeps its state.
    """
    if mention.kind == "title" and mention.title_kind in _SOMEBODY:
        if mention.title_kind == _PEOPLE or mention.plural:
            memory.told_last[_PEOPLE] = mention
        if len(mention.country) == _STATE:
            memory.told_last[mention.sector] = mention
    if mention.country and is_person(mention) and not mention.plural and mention.title_kind != _PEOPLE:
        memory.told_last[PERSON] = mention
    before = memory.told_last.get(_CIVIC)
    if is_civic(mention) and not (before and mention.anyone and mention.sector == before.sector):
        memory.told_last[_CIVIC] = mention


def told_again(memory: Memory, kind: str) -> list[Mention]:
    """Return the body that an expression takes up, as a list of one or none."""
    body = memory.told_last.get(_CIVIC) if kind in _AGAIN else None
    return [body] if body is not None and _fits(body, kind) else []


def _fits(body: Mention, kind: str) -> bool:
    """Return whether a body may be told again by an expression of a kind: a party as a group, others as a body."""
    return (body.sector in _PARTIES) == (kind == _GROUP)


def acted_last(memory: Memory, kind: str) -> list[Mention]:
    """Return the body that an expression takes up where it was such a body that acted last."""
    last = memory.last_subject()
    again = len(last) == 1 and is_civic(last[0]) and _same(memory.told_last.get(_CIVIC), last[0])
    return told_again(memory, kind) if again else []


def _same(one: Mention | None, other: Mention) -> bool:
    return one is not None and one.code == other.code


def of_civic(mention: Mention, before: list[Item], item: Item, memory: Memory) -> int:
    """Return 1 where an expression stands for the body, told of before, whose an office is, which takes it up."""
    if mention.kind != "title" or mention.country or mention.person or mention.title_kind == "body":
        return 0
    named = [other.mention or mention_of(other) for other in before if other.kind == "actor"]
    groups = [m for m in named if m.kind == "group"] or memory.last_group()
    here = [m for m in named if is_civic(m) and _fits(m, item.value)] or told_again(memory, item.value)
    told = [m for m in groups if item.value == _GROUP and m.sector in MOVEMENTS] or here
    if item.value == _GROUP and not told and mention.title_kind == "office" and not item.marks:
        mention.sector = ""  # of one that nobody has named ("رهبر این گروه")
        return 1
    if item.value not in _AGAIN or not told:
        return 0
    absorb(mention, told[-1], True)
    mention.sector = told[-1].sector if mention.sector == "IGO" else mention.sector
    return 1


def these(mention: Mention, before: list[Item], memory: Memory) -> None:
    """Give those told again by "this" or "these" the state of the last of their kind ("these journalists")."""
    if mention.kind != "title" or mention.title_kind not in _SOMEBODY or mention.country or mention.person:
        return
    k = len(before) - 1
    while k >= 0 and before[k].is_function("quant"):
        k -= 1
    if k >= 0 and before[k].is_function("det", "this"):
        told = memory.told_last.get(mention.sector) or (memory.told_last.get(_PEOPLE) if mention.plural else None)
        mention.country = told.country if told is not None else ""
