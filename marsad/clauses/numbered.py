"""Which states "the two countries" are where they stand right behind: "توافق دو کشور پرو و شیلی"."""

from marsad.lexicon.entries import Entry, Feature, Known
from marsad.mentions.items import Item

_SEVERAL = frozenset({"both-countries", "three-countries"})
_COUNTING = Known(Entry("function", "quant"), Feature())
_NOUNS = frozenset({"word", "nominal", "trigger"})


def read_numbered(row: list[Item]) -> None:
    """Read an expression for several states before the list of them as what counts these, behind a noun as one more."""
    for k, item in enumerate(row):
        if item.kind != "anaphora" or item.value not in _SEVERAL or not _listed(row[k + 1 : k + 3]):
            continue
        if k and row[k - 1].kind in _NOUNS:
            item.kind, item.known = "word", None
        else:
            item.kind, item.known = "function", _COUNTING


def _listed(behind: list[Item]) -> bool:
    """Return whether a state follows and "and" or a comma behind it."""
    if len(behind) < 2 or behind[0].mention is None or behind[0].mention.kind != "state":
        return False
    return behind[1].is_function("conj", "and") or "and" in behind[1].marks or behind[1].kind == "punct"
