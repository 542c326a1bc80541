"""Noun groups in languages that write the case at the end of the whole group ("Rusya Dışişleri Bakanı Lavrov'un")."""

from marsad.mentions.groups import Grouper
from marsad.mentions.items import Item, Mention

# A piece in another case than these ends its group.
_GOES_ON = frozenset("nNgG")


class SuffixGrouper(Grouper):
    """Groups the items of one sentence; the last piece of a group gives it its case."""

    def _mention(self, item: Item) -> Mention:
        """Return the mention of a known piece with the case it stands in, the nominative where it may be that."""
        mention = super()._mention(item)
        if item.span is not None and item.known is not None:
            kind = item.known.entry.kind
            cases = [known.feature.case for known in item.span.readings if known.entry.kind == kind]
            mention.case = next((case for case in cases if case in ("n", "N")), cases[0])
            mention.plural = mention.plural or mention.case.isupper()
        return mention

    def _join(self, mention: Mention, item: Item) -> int:
        if mention.case and mention.case not in _GOES_ON:
            return 0
        other = item.mention or self._mention(item)
        taken = super()._join(mention, item)
        if taken:
            mention.case = other.case
        return taken
