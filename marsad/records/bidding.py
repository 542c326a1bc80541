"""Who bids whom do something in the words quoted: "Release the tape," said the mayor; "please drop the plan"."""

from marsad.mentions.items import Item, Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# The class of the words that bid.
BIDDING = "imperative"
# Signs of quotation, those before what opens a quotation or a sentence in it, and those behind what closes one.
QUOTES = frozenset('"“”«»„')
OPENING, CLOSING = QUOTES | frozenset(".!?:…‘"), QUOTES | frozenset(".!?:…’؟،؛,;")
# To whom something is said that is not bidden to do it.
HEARING = frozenset({"JRN"})
# Forms of a verb as the dictionary has it, which bid where no subject stands before them.
BARE = "base"
# What begins the object of a verb.
GOVERNED = frozenset({"det", "poss", "pron"})
# The pronoun of those who do something to each other, to whom nothing is said.
EACH = "recip"


def bids(scene: Scene, k: int) -> bool:
    """Return whether the item bids somebody do something: by its form, or as a bare verb that opens what is quoted."""
    item = scene.parse.items[k]
    if item.span is None:
        return False
    told = item.span.find("function", BIDDING) is not None
    return (told or _bare_verb(scene, item)) and (_closes(scene, k) if scene.parse.verb_last else _opens(scene, k))


def _bare_verb(scene: Scene, item: Item) -> bool:
    """Return whether a word is a verb in the form of the dictionary and no noun, where verbs follow their subjects."""
    parse = scene.parse
    if parse.verb_first or parse.verb_last or parse.bare_nouns or item.span is None:
        return False
    verb = item.span.find("trigger", "verb")
    named = item.span.find("trigger", "noun") is not None or bool(item.span.form.nominals)
    return verb is not None and verb.feature.form == BARE and (not named or _has_object(parse.items, item))


def _has_object(row: list[Item], verb: Item) -> bool:
    """Return whether an article, possessive or pronoun follows, as behind a verb and no noun ("Release the tape")."""
    following = next((item for item in row if item.i == verb.j), None)
    return following is not None and following.kind == "function" and following.value in GOVERNED


def _opens(scene: Scene, k: int) -> bool:
    """Return whether an item stands first in a quotation or in a sentence of it, but for words that bid as well."""
    tokens, items = scene.sentence.tokens, scene.parse.items
    while k > 0 and _polite(items[k - 1]):
        k -= 1
    at = items[k].i
    if _completing(items, k, tokens) or _hailing(tokens, items[k].j):
        return False
    return not QUOTES.isdisjoint(tokens) and (at == 0 or tokens[at - 1] in OPENING)


def _completing(items: list[Item], k: int, tokens: list[str]) -> bool:
    """Return whether the clause before the quotation goes on in it (he wants to "drain the swamp")."""
    before = items[k - 2] if k > 1 and tokens[items[k - 1].i] in QUOTES else None
    if before is None or before.kind != "function":
        return False
    return not before.is_function("pron") or before.role == EACH  # "owed each other "respect""


def _hailing(tokens: list[str], after: int) -> bool:
    """Return whether a word only hails who listens: more of what is said follows its comma ("Look, we all know")."""
    return after + 1 < len(tokens) and tokens[after] == "," and tokens[after + 1] not in QUOTES


def _polite(item: Item) -> bool:
    """Return whether a word only leads up to what somebody is bidden to do ("please", "and")."""
    bidding = item.span is not None and item.span.find("function", BIDDING) is not None
    return bidding or item.is_function("conj", "and")


def _closes(scene: Scene, k: int) -> bool:
    """Return whether an item stands last in a quotation or in a sentence of it, where verbs come last."""
    tokens, end = scene.sentence.tokens, scene.parse.items[k].j
    return not QUOTES.isdisjoint(tokens) and (end == len(tokens) or tokens[end] in CLOSING)


def bidden(frame: Frame) -> list[Mention]:
    """Return to whom the words are said, nobody where that is the press."""
    return [m for m in frame.of("recipient") if m.sector not in HEARING]
