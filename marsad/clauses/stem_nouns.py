"""Past stems and bare participles that are nouns or adjectives inside a clause whose verb is still to come."""

from marsad.lexicon.profile import Profile
from marsad.mentions.items import Item
from marsad.text.sentences import Sentence

# What a noun phrase goes on with.
_GOES_ON = frozenset({"actor", "nominal", "word", "anaphora", "outlet"})
# Function words that open a clause, so that its own verb may stand before the verb of the one around it.
_OPENS = frozenset({"sub", "comp", "rel", "correlative", "reporting"})
_VERBAL = frozenset({"verb", "light", "aux", "copula", "modal"})
_STEM = "past"


def read_stems(sentence: Sentence, text: str, row: list[Item], profile: Profile) -> None:
    """Let verbs in the past stem be nouns where they govern a genitive by its sign, or where the verb comes last and
    stands still ahead in the same clause: "شکست دولت را پذیرفت" (accepted the government's defeat).
    """
    if not profile.stem_nouns:
        return
    for k, item in enumerate(row):
        if _is_stem(item) and (_governs(sentence, text, item, profile) or _inside(row, k)):
            _as_noun(item)


def _is_stem(item: Item) -> bool:
    """Return whether an item is one word read as a verb that is no more than its past stem, or with the participle."""
    known = item.known
    verb = item.is_function("light") or (item.kind == "trigger" and item.value == "verb")
    if not verb or known is None or item.j - item.i > 1 or known.feature.form != _STEM:
        return False
    return known.feature.person in ("", "3s", "bare") and not known.feature.negated and not known.feature.perfect


def _governs(sentence: Sentence, text: str, item: Item, profile: Profile) -> bool:
    """Return whether a word ends with the sign of those that govern a genitive ("فرستادهٔ آمریکا")."""
    end = sentence.ends[item.j - 1]
    return text[end - 1 : end + 1].strip().endswith(profile.stem_nouns)


def _inside(row: list[Item], k: int) -> bool:
    """Return whether a noun phrase goes on behind item `k`, and the verb of its clause is still to come."""
    after = row[k + 1] if k + 1 < len(row) else None
    if after is None or not (after.kind in _GOES_ON or (after.kind == "trigger" and after.value == "noun")):
        return False
    if _says(row[k]) or _opened(row, k):
        return False
    rest = row[k + 2 :]
    end = next((n for n, item in enumerate(rest) if item.kind == "punct"), len(rest))
    return any(item.value in _VERBAL and item.kind in ("trigger", "function") for item in rest[:end])


def _says(item: Item) -> bool:
    """Return whether a clause may follow a verb at once as what it tells of ("گفت دولت ...")."""
    senses = item.known.entry.senses if item.known is not None else ()
    return any(slot in ("clause", "inf") for sense in senses for slot, _ in sense.slots)


def _opened(row: list[Item], k: int) -> bool:
    """Return whether a word before item `k` in its clause opens one of its own, whose verb it may be."""
    for item in reversed(row[:k]):
        if item.kind == "punct" or (item.kind == "trigger" and item.value == "verb"):
            return False
        if item.kind == "function" and item.value in _OPENS:
            return True
    return False


def _as_noun(item: Item) -> None:
    """Let an item be the noun that its word is too, an unknown word where the tables have none."""
    noun = item.span.find("trigger", "noun") or item.span.find("nominal") if item.span is not None else None
    item.kind = noun.entry.kind if noun is not None else "word"
    item.known = noun if noun is not None else item.known
