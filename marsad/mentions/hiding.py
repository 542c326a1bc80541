"""Parts of compound verbs that hide a longer noun where no verb has taken them up."""

from marsad.mentions.items import Item


def hiding(row: list[Item]) -> frozenset[tuple[int, int]]:
    """Return the tokens of such parts ("به توافق" in "به توافق دفاعی پایان داد")."""
    unused = (item for item in row if item.kind == "word" and item.span is not None and item.span.pieces)
    return frozenset((item.span.i, item.span.j) for item in unused if item.span is not None and item.span.beyond)
