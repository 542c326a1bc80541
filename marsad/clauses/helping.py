"""Words that help a verb: what parts them ("did not, however, recall"), and those that make it a finite one."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Item

# Words that help a verb, and how many items such an aside may have.
_HELPING = frozenset({"neg", "aux", "modal", "future"})
_LONGEST = 5
# Auxiliaries behind which an infinitive tells what is done ("continues to attack", "was forced to leave").
PHASES = frozenset({"continue", "continued", "seem"})
# So many words stand before where nobody is.
PLACED = 2


def past_commas(row: list[Item], tokens: list[str], k: int) -> int:
    """Return the item before an aside that ends with the comma at item `k` and stands behind a word that helps a verb,
    else `k` itself.
    """
    if row[k].kind != "punct" or tokens[row[k].i] != ",":
        return k
    for n in range(k - 1, max(k - 2 - _LONGEST, 0), -1):
        if row[n].kind == "punct":
            helping = row[n - 1].kind == "function" and row[n - 1].value in _HELPING
            return n - 1 if helping and tokens[row[n].i] == "," else k
        if row[n].kind == "trigger":
            return k
    return k


def go_on(predicate: Predicate, helper: Item, row: list[Item]) -> None:
    """Make an infinitive behind "continues to" a finite verb, where that is none itself ("vowed to continue to")."""
    if helper.role not in PHASES or predicate.tense != "base":
        return
    before = next((item for item in reversed(row) if item.j <= helper.i), None)
    if before is None or not before.is_function("prep", "to"):
        predicate.tense = "past" if helper.role == "continued" else "present"


def nobody_there(row: list[Item], k: int) -> list[Item]:
    """Return the word for nobody, alone in a list, of which item `k` tells where they are ("no one in Lima voted")."""
    if k < PLACED or row[k].mention is None or not row[k - 1].is_function("prep", "in"):
        return []
    return [row[k - 2]] if row[k - 2].is_function("neg", "no") else []
