"""What the clause stage hands on: predicates with their arguments and their place in the sentence."""

from collections.abc import Mapping

import msgspec

from marsad.lexicon.entries import BARE, Feature, Sense
from marsad.mentions.items import Item, Mention

# Slots in which a noun phrase waits until it is known to be subject or object: no preposition has these names.
AHEAD, ANTECEDENT = "<ahead", "<antecedent"
# The tense that a word for "not" gives the verb that it denies, by its value.
DENIED_IN = {"not-future": "future", "not-past": "past"}


class Argument(msgspec.Struct, gc=False):
    """What fills a slot: the items `k:end`, the actors among them, and the classes that `needs` can ask for.

    `head` is the index of the item that gives it its meaning; `predicate` the number of the action noun or verb it
    contains, -1 for none; `modifiers` are actors that only modify its head.
    """

    slot: str
    k: int
    end: int
    head: int
    mentions: list[Mention]
    classes: set[str]
    predicate: int = -1
    modifiers: list[Mention] = msgspec.field(default_factory=list)


class Predicate(msgspec.Struct, gc=False):
    """One verb, action noun or predicative adjective.

    `k` is its item, `pos` its part of speech (`verb noun adj phrase light`). `parent` is the predicate whose content it
    stands in, -1 for none; `relation` tells how: `content inf gerund relative adverbial main`. `shares` lends its
    subject where it has none of its own, `light` is the light verb that carries an action noun. Items `start:end` hold
    it and its arguments. `inner` are senses of a shorter form that begins at the same word, for when none of its own
    holds, `apart` those of longer phrases whose object stands inside
    (`apart_by`: which begin with a word behind it). `clause` tells that a clause depends on it,
    `under` is the subordinator before it, `condition` the item that makes it depend on a condition ("only if", "on
    condition of"), -1 for none, `unless` that it will not be but on that condition. Status words: `negated`, `tense`
    (`past present future base`), `modal`; `helped`: a form of "be" makes a participle finite.
    """

    number: int
    k: int
    pos: str
    senses: tuple[Sense, ...]
    feature: Feature
    arguments: dict[str, Argument] = msgspec.field(default_factory=dict)
    negated: bool = False
    tense: str = ""
    modal: str = ""
    passive: bool = False
    helped: bool = False
    parent: int = -1
    relation: str = "main"
    shares: int = -1
    light: int = -1
    start: int = 0
    end: int = 0
    quoted: bool = False
    clause: bool = False
    under: str = ""
    condition: int = -1
    unless: bool = False
    inner: tuple[Sense, ...] = ()
    apart: tuple[Sense, ...] = ()
    apart_by: Mapping[str, tuple[int, ...]] = {}

    def all(self, slot: str) -> list[Argument]:
        """Return every argument of a slot: that of a repeated preposition has `+` after the slot."""
        found: list[Argument] = []
        while slot in self.arguments:
            found.append(self.arguments[slot])
            slot += "+"
        return found

    @property
    def present(self) -> bool:
        """Whether it stands in the present tense, which several have without an ending ("they pound the town")."""
        bare = self.tense == "base" and self.relation != "inf" and "subj" in self.arguments
        return self.tense == "present" or bare

    def asked(self, slot: str) -> set[str]:
        """Return the classes that its senses ask of what fills a slot."""
        needs = (need for sense in self.senses for need in sense.needs if need.slot == slot and not need.negative)
        return {name for need in needs for name in need.classes}

    def asks_agent(self) -> bool:
        """Return whether a verb may have its agent behind "by": a passive, or one whose rows say so."""
        return self.passive or any(("by", "actor") in sense.slots for sense in self.senses)

    def done_to(self, slot: str) -> bool:
        """Return whether by every meaning of an act who fills a slot undergoes it, nobody else being named who does."""
        others = {at for sense in self.senses for at, role in sense.slots if role == "recipient" and at != slot}
        alone = others.isdisjoint(self.arguments)
        return alone and bool(self.senses) and all((slot, "recipient") in sense.slots for sense in self.senses)

    def formed_like(self, behind: "Predicate") -> bool:
        """Return whether both verbs have their auxiliary, or lend and borrow it ("حمله کرده و ... کشته است")."""
        if self.feature.person == BARE and behind.feature.perfect:
            return True
        return (self.feature.person == BARE) == (behind.feature.person == BARE)

    def mentions(self, slot: str) -> list[Mention]:
        """Return the actors of a slot, empty where it is not filled."""
        if slot not in self.arguments:
            return []
        return [mention for argument in self.all(slot) for mention in argument.mentions]


class Parse(msgspec.Struct, gc=False):
    """One sentence: its items, the predicates in order, who the sentence as a whole is credited to, its word order,
    whether cases at the end of noun phrases tell what prepositions tell elsewhere, whether nouns take no article, and
    whether "for" tells aims alone.
    """

    items: list[Item]
    predicates: list[Predicate]
    sources: list[Mention] = msgspec.field(default_factory=list)
    verb_last: bool = False
    suffixed: bool = False
    verb_first: bool = False
    bare_nouns: bool = False
    aims: bool = False
