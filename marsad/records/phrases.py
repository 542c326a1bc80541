"""Phrases of the tables that mean nothing where they stand: their words may."""

from marsad.clauses.model import Parse
from marsad.records.senses import SenseChooser
from marsad.records.sentence import ArticleContext
from marsad.text.sentences import Sentence

# The tokens of a phrase.
Tokens = tuple[int, int]


def meaningless(parse: Parse, sentence: Sentence, context: ArticleContext) -> frozenset[Tokens]:
    """Return the tokens of phrases none of whose senses holds: a shorter form may mean more."""
    told = ((p, parse.items[p.k]) for p in parse.predicates if p.senses)
    long = [(p, item) for p, item in told if item.kind == "trigger" and item.span is not None and item.span.shorter]
    if not long:
        return frozenset()
    chooser = SenseChooser(parse, sentence, context.inventory, context.memory)
    return frozenset((item.i, item.j) for p, item in long if chooser.choose(p)[0] is None)
