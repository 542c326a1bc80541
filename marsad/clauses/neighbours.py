"""What stands beside an item, helper words left out."""

from marsad.clauses.model import Predicate
from marsad.clauses.places import opens_object
from marsad.mentions.items import Item
from marsad.text.sentences import Sentence

# Kinds of items that may be adverbs.
PASSED = frozenset({"function", "word"})
# What tells of a deal, by the meaning of the words.
DEALS = frozenset({"agreement", "the-treaty"})


class Neighbours:
    """Looks at what stands beside the items of one sentence."""

    sentence: Sentence
    row: list[Item]

    def before(self, k: int) -> Item | None:
        """Return the item before `k`, adverbs and skipped words left out."""
        k -= 1
        while k >= 0 and self.row[k].kind in PASSED and self._passed(k):
            k -= 1
        return self.row[k] if k >= 0 else None

    def _passed(self, k: int) -> bool:
        """Return whether an item is an adverb."""
        if self.row[k].kind == "word":
            return self.is_adverb(k)
        return self.row[k].value == "adv" or self.since_then(k)

    def since_then(self, k: int) -> bool:
        """Return whether "since" stands for "since then" between an auxiliary and its verb ("has since backed X")."""
        known = self.row[k].known if k > 0 else None
        return known is not None and known.entry.role == "since" and self.row[k - 1].is_function("aux")

    def is_adverb(self, k: int) -> bool:
        """Return whether an unknown word has the ending of an adverb ("openly")."""
        item = self.row[k]
        return item.kind == "word" and self.sentence.tokens[item.i].endswith("ly")

    def _behind(self, k: int) -> Item | None:
        """Return the item after `k`, adverbs left out."""
        return next((item for item in self.row[k + 1 :] if not item.is_function("adv")), None)

    def opens_clause(self, k: int) -> bool:
        """Return whether "that" follows item `k` ("rejected the charges, saying that")."""
        following = self._behind(k)
        return following is not None and following.is_function("comp")

    def after(self, k: int) -> Item | None:
        """Return the item after `k`."""
        return self.row[k + 1] if k + 1 < len(self.row) else None

    def object_follows(self, k: int) -> bool:
        """Return whether an object may follow item `k`, be it a mere number ("kill 10 in Gaza")."""
        after = self.after(k)
        counted = after is not None and after.kind == "word" and self.sentence.tokens[after.i][0].isdigit()
        return counted or opens_object(after)


def read_possible(predicate: Predicate, row: list[Item]) -> None:
    """Let a present tense be possible; behind "was" in its clause a form that may be either is a past one
    ("كان الرئيس قد تغيب").
    """
    if predicate.tense != "present":
        return
    for item in reversed(row[: predicate.k]):
        if item.kind == "punct" or item.value in ("verb", "light"):
            break
        if item.is_function("aux", "be-past"):
            predicate.tense = "past"
            return
    predicate.modal = predicate.modal or "possible"
