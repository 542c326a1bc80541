"""Which clause is a wish by the form of its verb alone."""

from marsad.clauses.model import Parse, Predicate

# What stands for one of whom a verb in the bare form can't tell that it happens.
ONE = frozenset({
    "own-country", "the-country", "neighbour", "the-other", "the-organisation", "the-bloc", "the-government",
})  # fmt: skip
SINGLE = frozenset({"3ms", "3fs", "3ns", "3hs"})


def bare_wish(parse: Parse, inner: Predicate) -> bool:
    """Return whether a clause tells of one alone with its verb in the bare form ("that the neighbour withdraw")."""
    bare = (inner.relation, inner.feature.form, inner.tense, inner.modal) == ("content", "base", "base", "")
    subject = inner.arguments.get("subj")
    if not bare or inner.pos == "noun" or subject is None or parse.suffixed:
        return False
    if any(item.is_function("aux") for item in parse.items[subject.end : inner.k]):
        return False  # "that it did not withdraw"
    head = parse.items[subject.head]
    if head.kind == "anaphora":
        return head.value.partition(":")[0] in ONE
    if head.is_function("pron"):
        return head.role in SINGLE
    one = len(subject.mentions) == 1 and not subject.mentions[0].plural
    return one and subject.mentions[0].title_kind != "people"
