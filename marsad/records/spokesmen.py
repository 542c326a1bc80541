"""For whom a spokesman speaks whom nobody has introduced: those whose acts he tells ("..., a spokesman said"); who made
the statement that says something.
"""

from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import Mention
from marsad.records.scene import Scene

# The role of those who speak for others.
SPOKESPERSON = "spokesperson"
# Kinds of mentions that have somebody to speak for them; some people and places have none.
_REPRESENTED = frozenset({"state", "capital", "metonym", "institution", "group"})
_OFFICES, _TREATY = frozenset({"office", "body"}), "treaty"
# The class of words that are made public, and behind which prepositions their makers stand.
UTTERANCE, MADE_BY = "statement", ("by", "from")
# Expressions that stand for who said something, where nobody is named behind them ("the statement said").
SAID_BEFORE = frozenset({"the-source", "the-communique"})


def represented(scene: Scene, mention: Mention) -> Mention | None:
    """Return whom a spokesman without a state speaks for, None where the sentence does not tell."""
    if mention.role != SPOKESPERSON or mention.person or mention.plural:
        return None
    told = [p for p in scene.parse.predicates if p.pos != "noun"]
    saying = {p.number for p in told if mention in p.mentions("subj")}
    inside = (p for p in told if p.parent in saying and p.number not in saying)
    return next((found for p in inside if (found := _acting(p)) is not None), None)


def _acting(predicate: Predicate) -> Mention | None:
    """Return the one actor of public life that acts, None for none or several."""
    acting = predicate.mentions("by") if predicate.passive else predicate.mentions("subj")
    if len(acting) != 1 or not (acting[0].country or acting[0].sector):
        return None
    public = acting[0].kind in _REPRESENTED or acting[0].title_kind in _OFFICES
    speaks = public and acting[0].title_kind != _TREATY  # a treaty has nobody to speak for it
    return acting[0] if speaks and acting[0].role != SPOKESPERSON else None


def uttered_by(scene: Scene, argument: Argument, predicate: Predicate) -> Argument | None:
    """Return who made the statement that says something, named right behind it ("a statement by X said")."""
    told = argument.head >= 0 and scene.parse.items[argument.head].value in SAID_BEFORE
    if not (told or UTTERANCE in argument.classes) or not any(c.act for c in scene.possible_concepts(predicate)):
        return None
    makers = (a for slot in MADE_BY for a in predicate.all(slot) if 0 <= a.k - argument.end <= 1)
    return next(makers, None)
