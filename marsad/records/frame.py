"""A frame: one concept with its roles, filled step by step and read by what makes records of it."""

import msgspec

from marsad.clauses.model import Predicate
from marsad.inventory import Concept
from marsad.lexicon.entries import Sense
from marsad.mentions.items import Item, Mention

# Stages of a deal that was told, or known, before it came to them.
_LATER = frozenset({"ratified", "in-force", "extended", "fulfilled", "suspended", "violated", "ended"})

# Where those stand to whom something is done, and the pronouns of people.
WHOM = frozenset({"obj", "gen"})
PEOPLE = frozenset({"3ms", "3fs", "3p", "3mp", "3fp"})
# Expressions for some who were told of before.
PAIRS = frozenset({
    "both-sides", "both-countries", "both-leaders", "the-leaders", "the-sides", "three-countries", "four-countries",
    "five-countries",
})  # fmt: skip


class Frame(msgspec.Struct, gc=False):
    """A concept with its filled roles: actors by role, the classified nouns by class, and the predicate it came from.

    `subject` is that of the commitment it names, `yields` tells that one is to withdraw, release or lift something,
    `unnamed` that its subject is somebody we have no name for, `whom` that it is done to such people, `several`
    that those who act are some told of before ("the two sides"), `infinitive` that
    it is completed by what is to be done ("agreed to reopen"); `form` that of a meeting it is about, `content` are the
    items of what is said, `running` tells that it is under way while it is told, `deal` is the form of the agreement
    told of before that it takes up, `within` the body at whose meeting it is, `home` is the state in which it happens,
    empty where the text does not say, `beside` are those whom the sentence names besides, by the side that is open,
    `land` is the state of those to whom it is done, where they have none of their own.
    """

    concept: Concept
    sense: Sense
    predicate: Predicate
    actors: dict[str, list[Mention]]
    nouns: dict[str, Item]
    place: Mention | None = None
    subject: str = ""
    unnamed: bool = False
    whom: bool = False
    several: bool = False
    yields: bool = False
    infinitive: bool = False
    form: str = ""
    content: tuple[int, int] | None = None
    running: bool = False
    home: str = ""
    deal: str = ""
    within: str = ""
    beside: dict[str, list[Mention]] = msgspec.field(default_factory=dict)
    land: str = ""

    def of(self, role: str) -> list[Mention]:
        """Return the actors of a role, empty where it is not filled."""
        return self.actors.get(role, [])

    def add(self, role: str, mentions: list[Mention]) -> None:
        """Put those actors into a role that are not in it yet."""
        held = self.actors.setdefault(role, []) if mentions else []
        for mention in mentions:
            if mention not in held:
                held.append(mention)

    def states(self, role: str) -> set[str]:
        """Return the codes of the known states and bodies in a role."""
        return {m.country for m in self.of(role) if m.country}

    @property
    def past_signing(self) -> bool:
        """Return whether it tells what became of a deal that was made, or known, before."""
        made = (template.fields["stage"] for template in self.concept.templates if template.kind == "agreement")
        return next(made, "") in _LATER

    def holds_somebody(self, row: list[Item]) -> bool:
        """Return whether police or courts did something to somebody whose name is no word of the tables."""
        if not self.concept.by_law:
            return False
        taken = self.predicate.arguments
        held, doing = taken.get("obj"), taken.get("subj")
        if held is None or held.head < 0 or not (self.predicate.passive or doing is None or doing is held):
            return False
        return row[held.head].kind == "word"

    def note_somebody(self, slots: list[tuple[str, str]], row: list[Item]) -> None:
        """Note that somebody acts, or undergoes it, of whom we have no name."""
        held = self.holds_somebody(row)
        self.unnamed = self.unnamed or held
        self.several = self.concept.shape == "reciprocal" and self._told_before(row)
        self.whom = self.concept.to_anybody and (held or self._done_to_somebody(slots, row))

    def _told_before(self, row: list[Item]) -> bool:
        """Return whether those who act together, or one side of them, are told of by an expression for some told of
        before ("the two sides", "met his counterpart").
        """
        subject = self.predicate.arguments.get("subj")
        if subject is None:
            return False
        sides = (a for slot in ("obj", "with") if (a := self.predicate.arguments.get(slot)) is not None)
        said = (item for item in row[subject.k : self.predicate.k] if item.value in PAIRS)
        return any(item.kind == "anaphora" for item in (*said, *(row[a.head] for a in sides)))

    def _done_to_somebody(self, slots: list[tuple[str, str]], row: list[Item]) -> bool:
        """Return whether it is done to people who are only counted or told of by a pronoun; to whom the law does
        something, also by a word of no table.
        """
        taken = self.predicate.arguments
        wanted = [s for s, role in slots if role == "recipient" and s in WHOM and s in taken]
        whom = [a for s in wanted if (a := taken[s]).head >= 0 and not (a.mentions or a.modifiers)]
        if not whom:
            return False
        heads = [row[a.head] for a in whom]
        told = any(item.is_function("quant") or (item.is_function("pron") and item.role in PEOPLE) for item in heads)
        counted = self.concept.harm and any(row[a.k].is_function("quant") and row[a.head].kind == "word" for a in whom)
        return told or counted
