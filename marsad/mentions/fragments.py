"""Words of somebody within a clause of the reporter's: 'Peru "strongly condemned" the raid' says what Peru did."""

from collections.abc import Sequence

from marsad.mentions.items import Item
from marsad.mentions.naming import QUOTED, SIGNS
from marsad.text.sentences import Sentence

# How many items such words have at most, and what stands before them: who acts, or what helps the verb among them.
_LONGEST = 10
_ACTING = frozenset({"actor", "anaphora"})
_HELPING = frozenset({"aux", "modal", "future", "neg", "pron", "conj", "adv"})
# The forms of a verb that need no help of another, and what may stand before it in quotes.
_FORMS = frozenset({"past", "participle", "present", ""})
# Signs that American papers set before the quote that closes.
_ENDING = frozenset(".,!?")
_COLOURING = frozenset({"adv", "neg", "aux", "modal", "future"})


def fragments(row: list[Item], sentence: Sentence, upper: Sequence[bool] | None) -> list[Item]:
    """Return the items without the quotes around a verb or predicate whose subject stands before them."""
    if upper is None or SIGNS.isdisjoint(sentence.tokens):
        return row
    dropped: set[int] = set()
    for k in range(1, len(row)):
        opens = k not in dropped and row[k].kind == "punct" and _follows(row, k - 1)
        if opens and not any(upper[row[k].j : row[k].j + 1]):
            end = _end(row, k, sentence)
            if end and _tells(row[k + 1 : end], row[k - 1]):
                dropped |= {k, end}
    return [item for k, item in enumerate(row) if k not in dropped] if dropped else row


def _follows(row: list[Item], k: int) -> bool:
    """Return whether item `k` is who acts, or helps a verb whose subject is no "it" that stands for a clause."""
    helps = row[k].kind == "function" and row[k].value in _HELPING
    return row[k].kind in _ACTING or (helps and not (k and row[k - 1].is_function("pron", "3ns")))


def _end(row: list[Item], k: int, sentence: Sentence) -> int:
    """Return the item that closes the quote at item `k`, 0 where none does close to it or a comma stands within."""
    for n in range(k + 1, min(k + 2 + _LONGEST, len(row))):
        if row[n].kind == "punct":
            at = n + 1 if sentence.tokens[row[n].i] in _ENDING and n + 1 < len(row) else n  # had "failed us."
            signs = (sentence.tokens[row[k].i], sentence.tokens[row[at].i])
            return at if signs in QUOTED and n > k + 1 else 0
    return 0


def _tells(inside: list[Item], before: Item) -> bool:
    """Return whether the words in quotes begin with a verb or predicate, by its form or with the help of a word."""
    told = next((i for i in inside if i.kind != "word" and not (i.kind == "function" and i.value in _COLOURING)), None)
    if told is None or told.kind != "trigger" or told.value not in ("verb", "adj") or told.known is None:
        return False
    helped = before.kind == "function" and before.value in ("aux", "modal", "future")
    helped = helped or any(i.kind == "function" and i.value in ("aux", "modal", "future") for i in inside)
    return helped or (told.value == "verb" and told.known.feature.form in _FORMS)
