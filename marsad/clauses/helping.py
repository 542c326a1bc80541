"""Words between commas that part a verb from what helps it: "did not, however, recall"."""

from marsad.mentions.items import Item

# Words that help a verb, and how many items such an aside may have.
_HELPING = frozenset({"neg", "aux", "modal", "future"})
_LONGEST = 5


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
