"""Grammatical cases of the pieces of a sentence, for languages that show roles by case."""

from collections.abc import Iterable
from functools import lru_cache

from marsad.mentions.items import Item

# A letter a case (`Feature.case`): nominative genitive dative accusative instrumental locative; capitals in the plural.
SINGULAR, PLURAL = "ngdail", "NGDAIL"
ANY = SINGULAR + PLURAL
NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL = "nN", "gG", "dD", "aA", "iI"
# Function words that agree with the noun after them.
_AGREEING = frozenset({"det", "poss", "quant"})
_LONGEST_ENDING = 5
_PARTICIPLES = frozenset({"participle", "active"})
# What a possessive may stand before.
_OWNED = frozenset({"nominal", "trigger", "actor", "anaphora"})


@lru_cache(maxsize=1 << 12)
def meet(first: str, second: str) -> str:
    """Return the cases that two words may share; empty where they can't stand in the same."""
    return "".join(case for case in first if case in second)


def rections(preposition: Item) -> list[tuple[str, str]]:
    """Return the meanings of a preposition with the cases that each governs."""
    entries = [known.entry for known in preposition.span.readings] if preposition.span is not None else []
    told = [entry for entry in entries if entry.kind == "function" and entry.value == "prep"]
    return [(entry.role, both_numbers(entry.code) if entry.code else ANY) for entry in told]


def both_numbers(cases: str) -> str:
    """Return cases in the singular and the plural."""
    return cases.lower() + cases.upper()


def read_possessives(
    pronouns: Iterable[tuple[Item | None, Item, Item | None, int]], owned: frozenset[str] = _OWNED
) -> None:  # fmt: skip
    """Read pronouns, given between their neighbours, as possessives ("его", "her abuser") where something that may be
    `owned`, or its adjective, follows.
    """
    for _, item, after, _ in pronouns:
        owner = item.span.find("function", "poss") if item.span is not None and after is not None else None
        if owner is not None and after is not None and after.kind in owned and not _acts(after):
            item.known = owner


def read_owners(words: "Words") -> None:
    """Read pronouns as possessives where an unknown adjective of a noun follows ("его последние солдаты")."""
    row = words.row
    for k, item in enumerate(row[:-2]):
        owner = item.span.find("function", "poss") if item.is_function("pron") and item.span is not None else None
        noun = row[k + 2]
        if owner is None or row[k + 1].kind != "word" or noun.kind not in _OWNED or _acts(noun):
            continue
        if words.part(k + 1) == "adj" and meet(words.case(k + 1), words.case(k + 2)):
            item.known = owner


def _acts(item: Item) -> bool:
    """Return whether an item is a verb that nothing owns, no participle before its noun."""
    known = item.known
    return item.kind == "trigger" and known is not None and known.feature.form in ("past", "present", "future", "base")


def _describes(item: Item) -> bool:
    """Return whether an item is a full participle, which without a clause of its own agrees as adjectives do."""
    known = item.known
    return known is not None and known.feature.form in _PARTICIPLES and bool(known.feature.case)


class Words:
    """The words of one sentence with part and case: those of the tables by their forms, others by their endings."""

    def __init__(
        self, row: list[Item], tokens: list[str], endings: dict[str, tuple[str, str]], attributes: dict[str, str]
    ) -> None:  # fmt: skip
        self.row, self.tokens, self._endings, self._attributes = row, tokens, endings, attributes
        self._by_token: dict[str, tuple[str, str]] = {}

    def part(self, k: int) -> str:
        """Return what item `k` is in a noun phrase: `adj`, `number`, `noun`, or `verb`, `adv` for unknown words."""
        item = self.row[k]
        if item.mention is None and _describes(item):
            return "adj"
        if item.kind == "function":
            return "adj" if item.value in _AGREEING else "noun"
        if item.mention is not None:
            people = item.known is not None and item.known.entry.value == "people"
            return "adj" if item.mention.kind == "demonym" and not people else "noun"
        if item.kind != "word":
            return "noun"
        if self.tokens[item.i][0].isdigit():
            return "number"
        return self._by_ending(self.tokens[item.i])[0]

    def case(self, k: int) -> str:
        """Return the cases item `k` may stand in, all of them where nothing tells."""
        item = self.row[k]
        if item.mention is not None:
            return item.mention.case or ANY
        if item.known is not None:
            owning = item.is_function("poss") and item.span is not None and item.span.find("function", "pron")
            free = owning or self._governed_quantity(k)  # "его" is whose something is in every case
            if item.is_function("quant") and not free:  # "двум", "пяти" stand before plurals
                return both_numbers(item.known.feature.case) or ANY
            if free or item.known.feature.case or item.kind == "function":
                return ANY if free else item.known.feature.case or ANY
        return self._by_ending(self.tokens[item.i])[1] or ANY

    def _governed_quantity(self, k: int) -> bool:
        """Return whether a word before a quantity decides its case, not the verb ("более ста депутатов")."""
        return self.row[k].is_function("quant") and k > 0 and self.row[k - 1].is_function("adv", "over")

    def attributive(self, k: int, cases: str) -> str:
        """Return the cases in which item `k`, an unknown word or a nominal, may be the adjective of the noun behind it,
        empty for none.
        """
        after = self.row[k + 1] if k + 1 < len(self.row) else None
        if after is None or after.kind not in _OWNED:
            return ""
        if self.row[k].kind == "nominal":
            return meet(meet(self._describing(self.row[k]), self.case(k + 1)), cases)
        if self.row[k].kind != "word":
            return ""
        own = next((c for ending, c in self._attributes.items() if self.tokens[self.row[k].i].endswith(ending)), "")
        common = meet(meet(own, self.case(k + 1)), cases)
        return common if cases != ANY or common != "g" else ""

    def _describing(self, item: Item) -> str:
        """Return the cases in which a nominal of one word may be an adjective, by its form and its ending."""
        token = self.tokens[item.i]
        part, cases = self._by_ending(token) if item.j - item.i == 1 else ("", "")
        if part != "adj":
            cases = next((c for ending, c in self._attributes.items() if token.endswith(ending)), "") if part else ""
        return meet(cases, item.known.feature.case) if cases and item.known is not None else ""

    def _by_ending(self, token: str) -> tuple[str, str]:
        """Return part and case of an unknown word by its longest known ending; a noun in any case without one."""
        known = self._by_token.get(token)
        if known is None:
            longest = min(_LONGEST_ENDING, len(token) - 2)
            endings = (self._endings.get(token[-length:]) for length in range(longest, 0, -1))
            known = self._by_token[token] = next((found for found in endings if found is not None), ("noun", ""))
        return known
