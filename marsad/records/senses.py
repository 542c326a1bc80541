"""Which sense of a trigger holds: the row whose needs the arguments satisfy."""

from functools import cached_property

from marsad.clauses.model import Argument, Parse, Predicate
from marsad.lexicon.entries import Need, Sense
from marsad.text.sentences import Sentence

QUOTES = frozenset('"“”«»')
# In a clause with a long subject the object may be counted second or third.
MORE = {"obj": ("obj", "obj2", "obj3")}
# A sense with the need that does not hold.
Failed = tuple[Sense, Need]


class SenseChooser:
    """Chooses senses in one sentence."""

    def __init__(self, parse: Parse, sentence: Sentence, proclitics: frozenset[str]) -> None:
        self.parse, self.sentence = parse, sentence
        self._proclitics = proclitics
        self._governing = {p.parent for p in parse.predicates}
        self._quotes = any(token in QUOTES for token in sentence.tokens)

    @cached_property
    def _stripped(self) -> list[list[str]]:
        return [_without(token, self._proclitics) for token in self.sentence.tokens]

    def choose(self, predicate: Predicate) -> tuple[Sense | None, list[Failed]]:
        """Return the sense with most satisfied needs (None: none holds) and which need each other one failed at."""
        best, failed = self._best(predicate, predicate.senses)
        if best is None and predicate.inner:
            best, more = self._best(predicate, predicate.inner)
            failed += more
        return best, failed

    def _best(self, predicate: Predicate, senses: tuple[Sense, ...]) -> tuple[Sense | None, list[Failed]]:
        best: Sense | None = None
        failed: list[Failed] = []
        for sense in senses:
            missing = next((need for need in sense.needs if not self._holds(need, predicate)), None)
            if missing is not None:
                failed.append((sense, missing))
            elif best is None or _asked(sense) > _asked(best):
                best = sense
        return best, failed

    def _holds(self, need: Need, predicate: Predicate) -> bool:
        found = self._near(need, predicate) if need.slot == "near" else self._in_slot(need, predicate)
        return found != need.negative

    def _in_slot(self, need: Need, predicate: Predicate) -> bool:
        if need.classes == ("clause",):
            return predicate.clause or predicate.number in self._governing or self._quotes
        return any(
            argument.classes.intersection(need.classes) or self._has_words(need, argument.k, argument.end)
            for argument in self._arguments(need.slot, predicate)
        )

    def _arguments(self, slot: str, predicate: Predicate) -> list[Argument]:
        found = [a for name in MORE.get(slot, (slot,)) for a in predicate.all(name)]
        if not found and slot == "subj" and predicate.shares >= 0:
            return self._arguments(slot, self.parse.predicates[predicate.shares])
        if not found and slot == "obj" and predicate.pos == "noun":
            return predicate.all("gen")
        return found

    def _near(self, need: Need, predicate: Predicate) -> bool:
        for k, item in enumerate(self.parse.items):
            if item.span is not None and k != predicate.k:
                for known in item.span.readings:
                    if known.entry.kind == "nominal" and known.entry.value in need.classes:
                        return True
        if need.classes and any(a.classes.intersection(need.classes) for a in predicate.arguments.values()):
            return True
        return self._has_words(need, 0, len(self.parse.items))

    def _has_words(self, need: Need, k: int, end: int) -> bool:
        if not need.words or k >= len(self.parse.items):
            return False
        i, j = self.parse.items[k].i, self.parse.items[min(end, len(self.parse.items)) - 1].j
        bare = f" {' '.join(self.sentence.tokens[i:j])} "
        stripped = {form for forms in self._stripped[i:j] for form in forms}
        return any(f" {word} " in bare or word in stripped for word in need.words)


def _without(token: str, proclitics: frozenset[str]) -> list[str]:
    """Return what a token is without each run of particles that may stand before it."""
    return [token[n:] for n in range(1, min(5, len(token) - 1)) if token[:n] in proclitics] if proclitics else []


def _asked(sense: Sense) -> int:
    """Return how many things a sense asks to be there; what must not be there says nothing of how well it fits."""
    return sum(not need.negative for need in sense.needs)
