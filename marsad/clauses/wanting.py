"""What somebody wants another to do ("پرو می‌خواهد شیلی عقب‌نشینی کند"), where the verb of wanting is a modal as well."""

from marsad.mentions.items import Item

# What may stand between the verb of wanting and who is to do it, and what may stand among those.
_OPENING, _AMONG = frozenset({"comp", "rel", "time", "adv"}), frozenset({"conj", "punct"})
_SOMEBODY = frozenset({"actor", "anaphora"})
# Who is to do something, and to whom.
PAIR = 2
# So many words has a phrase that holds the object of its verb.
WHOLE = 4


def wants_of_another(row: list[Item], k: int) -> bool:
    """Return whether behind the verb of wanting at item `k`, before which somebody is named, others stand who are not
    its object ("می‌خواهد شیلی را ترک کند"), and then a subjunctive: that is what they are to do.
    """
    if not any(item.mention is not None for item in row[:k]):
        return False
    n = k + 1
    while n < len(row) and (row[n].value in _OPENING or row[n].kind == "time"):
        n += 1
    first, groups = n, 0
    while n < len(row) and (row[n].kind in _SOMEBODY or (n > first and row[n].value in _AMONG)):
        groups += row[n].kind in _SOMEBODY and row[n - 1].value not in _AMONG
        n += 1
    if n == first or n == len(row) or (row[n].is_function("mark") and groups < PAIR):
        return False
    if row[n].value in ("verb", "light") and row[n].j - row[n].i < WHOLE:
        return False  # what is named is the object; a longer phrase holds its own ("نیروهای خود را خارج کند")
    verb = next((item.known for item in row[n:] if item.kind == "trigger" and item.value in ("verb", "light")), None)
    return verb is not None and verb.feature.form == "jussive"
