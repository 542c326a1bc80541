"""Which sense of a trigger holds: the row whose needs the arguments satisfy."""

from marsad.clauses.model import Argument, Parse, Predicate
from marsad.lexicon.entries import Need, Sense
from marsad.text.sentences import Sentence


class SenseChooser:
    """Chooses senses in one sentence."""

    def __init__(self, parse: Parse, sentence: Sentence) -> None:
        self.parse, self.sentence = parse, sentence

    def choose(self, predicate: Predicate) -> tuple[Sense | None, list[tuple[Sense, str]]]:
        """Return the sense with most satisfied needs (None: none holds) and why each other one failed."""
        best: Sense | None = None
        failed: list[tuple[Sense, str]] = []
        for sense in predicate.senses:
            missing = next((need for need in sense.needs if not self._holds(need, predicate)), None)
            if missing is not None:
                failed.append((sense, _words(missing)))
            elif best is None or len(sense.needs) > len(best.needs):
                best = sense
        return best, failed

    def _holds(self, need: Need, predicate: Predicate) -> bool:
        if need.slot == "near":
            found = self._near(need, predicate)
        else:
            found = self._in_slot(need, predicate)
        return found != need.negative

    def _in_slot(self, need: Need, predicate: Predicate) -> bool:
        argument = self._argument(need.slot, predicate)
        if argument is None:
            return False
        if not need.classes and not need.words:
            return True
        return bool(argument.classes.intersection(need.classes)) or self._has_words(need, argument.k, argument.end)

    def _argument(self, slot: str, predicate: Predicate) -> Argument | None:
        argument = predicate.arguments.get(slot)
        if argument is None and slot == "subj" and predicate.shares >= 0:
            return self._argument(slot, self.parse.predicates[predicate.shares])
        if argument is None and slot == "obj" and predicate.pos == "noun":
            return predicate.arguments.get("gen")
        return argument

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
        tokens = self.sentence.tokens[i:j]
        text = f" {' '.join(tokens)} "
        return any(f" {word} " in text for word in need.words)


def _words(need: Need) -> str:
    alternatives = [f"@{c}" for c in need.classes] + list(need.words)
    return f"{need.slot}{'!' if need.negative else ''}={'|'.join(alternatives)}"
