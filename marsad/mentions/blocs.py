"""Which bodies an expression for a bloc of states may stand for: no court, no treaty, no organisation of all states;
and which one for a court.
"""

from marsad.membership import institutions
from marsad.mentions.items import Mention

# Expressions that stand for a body named before, each with the kind of body that it asks for.
BLOC, ALLIANCE, COURT = "bloc", "alliance", "court"
ORGANISATIONS = {"the-organisation": "", "the-bloc": BLOC, "the-alliance": ALLIANCE, "the-court": COURT}


def of_kind(bodies: list[Mention], kind: str) -> list[Mention]:
    """Return those of some bodies that may be of a kind that rules others out, all where none may."""
    if kind == COURT:
        return [body for body in bodies if is_court(body.country)]
    if kind not in (BLOC, ALLIANCE):
        return bodies
    fitting = (b for b in bodies if b.title_kind != "treaty" and b.sector != "JUD" and may_be(b.country, kind))
    return list(fitting) or bodies


def may_be(code: str, kind: str) -> bool:
    """Return whether a body may be of a kind: an alliance is called so in its table; one of all states is no bloc, nor
    what belongs to one.
    """
    known = institutions().get(code.removeprefix("IGO:")) if kind in (BLOC, ALLIANCE) else None
    if kind == COURT:
        return is_court(code)
    if kind == ALLIANCE:
        return known is not None and known.kind == ALLIANCE
    above = institutions().get(known.parent.removeprefix("IGO:")) if known is not None else None
    return not any(body is not None and body.universal for body in (known, above))


def is_court(code: str) -> bool:
    """Return whether a body is a court of states."""
    known = institutions().get(code.removeprefix("IGO:"))
    return known is not None and known.kind == COURT


def of_all(code: str) -> bool:
    """Return whether a body is one of all states, and no treaty."""
    known = institutions().get(code.removeprefix("IGO:"))
    return known is not None and known.universal and known.kind != "treaty"


def of_topic(found: list[Mention], topic: list[Mention]) -> list[Mention]:
    """Return the body that an article is about where only the body of all states was found, which hardly is what
    states enter or leave ("notified the United Nations").
    """
    if not found or not of_all(found[0].country):
        return found
    return [body for body in topic if not of_all(body.country)] or found
