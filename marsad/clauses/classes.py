"""The classes of a noun phrase or actor, by which triggers say what they need ("state", "agreement", "armed")."""

from marsad.clauses.nodes import Chunk
from marsad.mentions.items import Item, Mention
from marsad.mentions.owners import ENVOYS
from marsad.mentions.so_called import OF_SECTOR

_DIPLOMATS = ENVOYS | {"diplomat", "diplomats", "attache", "special-envoy", "embassy-staff"}
_ARMED = frozenset({"REB", "MIL", "UAF", "PRM", "COP"})
# Who is fought with words: parties, and those who sit in parliaments and courts or write.
_PARTIES, _SPOKEN_OF = frozenset({"PTY", "OPP"}), frozenset({"LEG", "JUD", "JRN", "ELI"})
_OF_KIND: dict[str, tuple[str, ...]] = {
    "state": ("state", "place"),
    "capital": ("state", "place"),
    "metonym": ("state",),
    "demonym": ("state",),
    "place": ("place",),
    "person": ("person", "one"),
    "name": ("person", "one"),
}
# What groups with a name of their own are, as bodies without one ("the Duma" is a parliament).
_OF_GROUP = {"LEG": "parliament", "JUD": "court", "COP": "police", "MIL": "army", "PTY": "party", "NGO": "ngo"}
# Offices and bodies of which there are many kinds ("justice-minister", "appeals-court"), and who is none of them.
_KINDS = frozenset({"minister", "ministry", "court", "police", "party", "government"})
_NONE_OF_KIND = ("former", "prime", "deputy-prime")
# What is held, not what is agreed on there or by whom.
_HELD = frozenset({"meeting", "exercises"})
_NONE: frozenset[str] = frozenset()
# Kinds of items that may stand for somebody or something told of before.
_REFERRING = frozenset({"function", "anaphora"})
_OF_TITLE = {"treaty": "agreement", "office": "person", "people": "person", "side": "person"}
_OF_PRONOUN = {"3ns": ("actor", "igo", "state", "agreement"), "that": ("igo", "meeting")}
# What stands for an organisation or treaty named before; all other expressions that refer back may stand for a state.
_OF_ANAPHORA = {
    "the-organisation": ("actor", "igo"),
    "the-bloc": ("actor", "igo"),
    "the-alliance": ("actor", "igo"),
    "the-court": ("actor", "igo"),
    "the-group": ("actor", "igo"),
    "the-armed": ("actor", "armed"),
    "the-treaty": ("actor", "igo", "agreement"),
    "both-leaders": ("actor", "state", "person"),
    "the-leaders": ("actor", "state", "person"),
}
# What a clause may be about that stands behind its genitive ("the exercise of the bloc, which ...").
THINGS = frozenset({
    "agreement", "meeting", "exercises", "withdrawal", "accession", "application", "membership", "dues", "decision",
    "invitation",
})  # fmt: skip


def mention_classes(mention: Mention) -> set[str]:
    """Return the classes of an actor that `needs` can name."""
    people = mention.kind == "demonym" and mention.sector == "CVL"
    classes = {"actor", *(("person", "people") if people else _OF_KIND.get(mention.kind, ()))}
    if mention.country.startswith("IGO:") or mention.to.startswith("IGO:"):
        classes.add("igo")
    if mention.title_kind in _OF_TITLE:
        classes.add(_OF_TITLE[mention.title_kind])
    if mention.kind == "group" and mention.sector in _OF_GROUP:
        classes.add(_OF_GROUP[mention.sector])
    of, _, kind = mention.role.rpartition("-")
    if kind in _KINDS and not of.startswith(_NONE_OF_KIND):
        classes.add(kind)
    if mention.role:
        classes.add("ambassador" if mention.role in _DIPLOMATS else mention.role)
    if mention.to:
        classes.add("accredited")
    if mention.sector in _ARMED:
        classes.add("armed")
    if mention.sector in _PARTIES or (mention.sector in _SPOKEN_OF and "person" in classes):
        classes.add("civic")
    return classes


def chunk_classes(chunk: Chunk, row: list[Item]) -> set[str]:
    """Return the classes of a noun phrase: of its nouns, of the actors it names, of the pronoun it is."""
    classes: set[str] = set()
    for item in row[chunk.k : chunk.end]:
        if item.span is not None:
            classes |= item.span.form.classes
        if item.kind == "anaphora" and item.value == "the-treaty":
            classes.add("agreement")  # "the implementation of this treaty" is about one
        elif item.kind == "outlet":
            classes.add("outlet")
    for mention in chunk.mentions or ([] if chunk.nouns else chunk.modifiers):
        classes |= mention_classes(mention)
    head = row[chunk.head]
    if "agreement" in classes and not _HELD.isdisjoint(own := item_classes(head)) and "agreement" not in own:
        classes.discard("agreement")  # "the exercises of the treaty", "talks about the accord"
    if head.kind in _REFERRING and (chunk.end - chunk.k == 1 or head.role != "that"):  # not "that village"
        classes.update(_pronoun_classes(head))
    return classes


def item_classes(item: Item) -> frozenset[str]:
    """Return the classes of the nouns that an item can be, those of action nouns among them."""
    return item.span.form.classes if item.span is not None else _NONE


def _pronoun_classes(head: Item) -> tuple[str, ...]:
    if head.is_function("pron"):
        return _OF_PRONOUN.get(head.role, ("actor", "person"))
    if head.kind == "anaphora":
        if head.value.startswith(OF_SECTOR):
            return ("actor", "armed") if head.value.removeprefix(OF_SECTOR).partition("/")[0] in _ARMED else ("actor",)
        return _OF_ANAPHORA.get(head.value, ("actor", "state"))
    return ()
