"""The words as written: of items, actors, and the clause that carries a record."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Item, Mention
from marsad.model.values import Actor, Evidence
from marsad.text.sentences import Sentence

# Functions of the words that tell whether what a verb says was done.
COLOURING = frozenset({"neg", "future", "aux", "modal"})


class Wording:
    """Leads from the items of one sentence back to the text of the article."""

    def __init__(self, text: str, sentence: Sentence, row: list[Item]) -> None:
        self.text, self.sentence, self.row = text, sentence, row

    def words(self, item: Item) -> str:
        """Return the original words of an item."""
        return self._between(item.i, item.j)

    def trigger(self, predicate: Predicate) -> str:
        """Return the original words of a verb or action noun."""
        return self.words(self.row[predicate.k])

    def actor(self, mention: Mention) -> Actor:
        """Return the actor a mention names; one taken from another sentence has no name here."""
        noted = bool(mention.words)  # when its sentence was done
        elsewhere = (mention.resolved and not mention.person) or noted or mention.j > len(self.sentence.ends)
        name = "" if elsewhere else self._between(mention.i, mention.j)
        return Actor(mention.code, name, mention.role, mention.person)

    def evidence(self, predicate: Predicate) -> Evidence:
        """Return where a predicate and its arguments stand, with what colours it ("has not filed", "لم ينسحب")."""
        ends = [k for a in predicate.arguments.values() for k in (a.k, a.end - 1)]
        first, last = min([predicate.k, *ends]), max([predicate.k, *ends])
        while first and self.row[first - 1].kind == "function" and self.row[first - 1].value in COLOURING:
            first -= 1
        sentence, row = self.sentence, self.row
        start, end = sentence.starts[row[first].i], sentence.ends[row[min(last, len(row) - 1)].j - 1]
        whole = self.text[sentence.start : sentence.end]
        return Evidence(start, end, self.text[start:end], whole, sentence.number, sentence.line)

    def span(self, items: tuple[int, int] | None) -> tuple[int, int] | None:
        """Return where a run of items stands in the text: code points, half-open; None for none."""
        if items is None:
            return None
        first, last = self.row[items[0]], self.row[min(items[1], len(self.row)) - 1]
        return self.sentence.starts[first.i], self.sentence.ends[last.j - 1]

    def _between(self, i: int, j: int) -> str:
        return self.text[self.sentence.starts[i] : self.sentence.ends[j - 1]]
