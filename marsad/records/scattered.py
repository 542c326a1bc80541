"""The words among which those of a phrase may be scattered: the clause of its verb, on either side of that."""

from marsad.clauses.model import Parse, Predicate
from marsad.text.sentences import Sentence

# Signs and words that end such a clause, and the parts of speech of the verbs that do; an infinitive completes one.
_SIGNS = frozenset(',;:.!?"“”«»—–()')
_OPENING = frozenset({"rel", "comp", "sub"})
_VERBS, _BASE = frozenset({"verb", "light"}), "base"
# How many words may stand between, and what parts the two sides.
_FARTHEST, _VERB = 9, " | "


def surroundings(parse: Parse, sentence: Sentence, predicate: Predicate) -> str:
    """Return the words of its clause on either side of a verb, between spaces."""
    stops = {p.k for p in parse.predicates if p.pos in _VERBS and p.tense != _BASE and p is not predicate}
    k = predicate.k
    before = next((n for n in range(k - 1, -1, -1) if n in stops or _ends(parse, sentence, n)), -1)
    after = next((n for n in range(k + 1, len(parse.items)) if n in stops or _ends(parse, sentence, n)), None)
    item = parse.items[k]
    start = max(parse.items[before].j if before >= 0 else 0, item.i - _FARTHEST)
    end = min(parse.items[after].i if after is not None else len(sentence.tokens), item.j + _FARTHEST)
    return f" {' '.join(sentence.tokens[start : item.i])}{_VERB}{' '.join(sentence.tokens[item.j : end])} "


def _ends(parse: Parse, sentence: Sentence, n: int) -> bool:
    item = parse.items[n]
    if item.kind == "punct":
        return sentence.tokens[item.i] in _SIGNS
    return item.kind == "function" and item.value in _OPENING
