"""Clauses made into nouns ("Rusya'nın saldırdığını söyledi"): they stand before the verb they are the content of.

Their subject is in the genitive, or is that of the verb they belong to; what stands before it waits for that verb.
"""

from msgspec.structs import replace

from marsad.clauses.arguments import Arguments
from marsad.clauses.brackets import Bracket
from marsad.clauses.draft import Draft
from marsad.clauses.embedded import put_into
from marsad.clauses.giving import give
from marsad.clauses.model import Argument, Predicate
from marsad.clauses.nodes import Chunk
from marsad.clauses.suffixed import owner
from marsad.clauses.waiting import GERUND, INFINITIVE, NOMINAL, OWNER, PARTICIPLE, Waiting
from marsad.clauses.word_endings import COMPOUND, DECISION
from marsad.mentions.items import Item

# The cases in which a clause made into a noun is the content of a verb (`Feature.case`).
_CONTENT = frozenset("adbi")
PLACE = "in"

_QUOTE = '"'
# What stands behind a clause that is only a condition ("saldırması halinde").
_CONDITION = "if"

# The case of the object where somebody owns it (`Feature.case`).
OWNED = "o"

# What a clause before a noun may be the words of (`Argument.classes`).
_CLAIMS = frozenset({"accusation", "statement"})
# The slots in which nobody stands who owns what a clause made into a noun tells.
_BESIDE = frozenset({"with", "about", "because-of", "after", "before"})
# Postpositions behind what has happened.
_FOLLOWED = frozenset({"because-of", "after", "despite"})
# Postpositions behind what somebody is blamed, thanked or punished for, and the types of events that are this.
_REASONS, _JUDGED = frozenset({"because-of", "for"}), frozenset({"ACCUSE", "SUPPORT", "SANCTION", "COERCE"})
# The slots that the noun behind a clause made into a noun may fill.
_DESCRIBED = ("obj", "to")

# Forms that say themselves that something may or must happen.
CONDITIONAL = "conditional"
_MODAL_FORMS = ("possible", "obliged", CONDITIONAL)


class NominalClauses(Waiting):
    """Fills the slots of the verbs of one draft whose subordinate clauses are nouns."""

    def __init__(self, draft: Draft, arguments: Arguments) -> None:
        super().__init__(draft, arguments)
        self._waiting: list[int] = []
        self._spoken: set[int] = set()
        self._owners: dict[int, Argument] = {}
        self._quotes = [k for k, sign in enumerate(draft.signs) if sign == _QUOTE]

    def run(self) -> None:
        """Read the clauses; an action noun has what stands in the cases of its own slots before it."""
        super().run()
        for n, node in enumerate(self.draft.nodes):
            for number in self.draft.nouns_in(node.chunk) if node.chunk is not None else ():
                noun = self.draft.predicates[number]
                noun.negated = noun.negated or self._denied_behind(n)
                self._before_noun(n, noun)

    def _before_noun(self, n: int, noun: Predicate) -> None:
        """Fill the slots that the senses of an action noun name from the phrases right before ("İran'a tepki")."""
        named = {PLACE, *(slot for sense in noun.senses for slot, _ in sense.slots)}
        self._compound(noun)
        while n > 0 and (chunk := self.draft.nodes[n - 1].chunk) is not None and chunk.preposition:
            if chunk.preposition in named | {OWNER} and chunk.preposition not in noun.arguments:
                self.arguments.prepositional(noun, chunk)
            n -= 1

    @staticmethod
    def _compound(noun: Predicate) -> None:
        """Let the bare name that makes one word with a noun be whom it is done to where somebody owns that ("Şili'nin
        Peru ziyareti"), or where the rows of the noun say so ("Peru ziyareti").
        """
        owned = noun.arguments.get("gen")
        if owned is None or not (bare := [mention for mention in owned.mentions if not mention.genitive]):
            return
        pairs = {pair for sense in noun.senses for pair in sense.slots}
        undergone = ("adj", "recipient") in pairs
        if len(bare) == len(owned.mentions) and not undergone:
            return
        slot = "adj" if undergone else "to"
        target = Argument(slot, owned.k, owned.end, owned.head, bare, set(owned.classes))
        noun.arguments.setdefault(slot, target)
        owned.mentions = [mention for mention in owned.mentions if mention.genitive]
        if not owned.mentions:
            del noun.arguments["gen"]

    def _verb(self, n: int, predicate: Predicate) -> None:
        """Read a verb; a subordinate one leaves the subject of the sentence to the verb that comes."""
        self._settle_colour(n, predicate)
        bracket = self.brackets.inner
        bracket.nodes = self._told_of(bracket.nodes)
        quoted = self._before_quote(bracket, predicate)
        kept = max(self._waiting_before(n, bracket, predicate), quoted or [], key=len)
        bracket.nodes = bracket.nodes[len(kept) :]
        super()._verb(n, predicate)
        self._own_subject(predicate)
        self._describe(n + 1, predicate)
        if quoted is not None:
            self._spoken.add(predicate.number)
        if self._subordinate(predicate) or quoted is not None:
            bracket = self.brackets.inner
            bracket.verbs = [number for number in bracket.verbs if number != predicate.number]
            bracket.nodes = kept
        self._give_contents(predicate)

    def _describe(self, n: int, predicate: Predicate) -> None:
        """Let a clause that describes the noun at node `n` have that for its object or subject."""
        if predicate.feature.person == NOMINAL and not predicate.feature.case:
            self._object_behind(n, predicate)
        describes = self._describes(predicate)
        if predicate.feature.form == PARTICIPLE or describes:
            predicate.relation = "relative" if describes else predicate.relation
            self._described_by(n, predicate)

    def _settle_colour(self, n: int, predicate: Predicate) -> None:
        """Let the form of a verb and the words behind it say that something may, must or will not happen.

        What another act depends on is no fact that is denied.
        """
        after = self.draft.row[predicate.k + 1] if predicate.k + 1 < len(self.draft.row) else None
        if predicate.feature.form in _MODAL_FORMS:
            predicate.modal = predicate.modal or predicate.feature.form
        if after is not None and after.is_function("prep", _CONDITION):
            predicate.modal = CONDITIONAL
        if predicate.tense == INFINITIVE and after is not None and self._led_to(predicate, after):
            predicate.tense = "past"
        conditional = predicate.feature.form == CONDITIONAL
        before = predicate.feature.form == GERUND and after is not None and after.is_function("prep", "before")
        conditional = conditional or before  # "ziyaret etmeden önce" is a visit
        behind = n + 1 if after is not None and after.is_function("modal") else n
        if after is not None and behind > n:
            predicate.modal = predicate.modal or after.role
        predicate.negated = not conditional and (predicate.negated or self._denied_behind(behind))
        if (predicate.feature.person == COMPOUND and not self._decided(n + 1)) or _purpose(predicate, after):
            predicate.senses = ()

    @staticmethod
    def _led_to(predicate: Predicate, after: Item) -> bool:
        """Return whether what followed is told behind an act made into a noun ("bombalaması sonucu")."""
        told = predicate.feature.person == NOMINAL and after.is_function("prep")
        return told and after.role in _FOLLOWED

    def _may_be_content(self, other: Predicate, predicate: Predicate) -> bool:
        """Return whether a clause made into a noun may be what a verb says: by its case, or right before the verb."""
        if other.number in self._spoken and predicate.number not in self._spoken:
            return True
        if other.feature.person != NOMINAL or self._tells_when(other):
            return False
        if other.feature.case:
            return other.feature.case in _CONTENT
        return other.k + 1 == predicate.k or self._told_in(other, predicate)

    def _told_in(self, other: Predicate, predicate: Predicate) -> bool:
        """Return whether a claim or the like that a verb is about tells a clause ("çekildiği haberini yalanladı",
        "çekildiği yönündeki haberi").
        """
        n = self.draft.node_of[other.number] + 1
        n += n < len(self.draft.nodes) and self.draft.nodes[n].kind == "prep"
        chunk = self.draft.nodes[n].chunk if n < len(self.draft.nodes) else None
        held = predicate.arguments.get("obj")
        return chunk is not None and held is not None and held.k == chunk.k and bool(held.classes & _CLAIMS)

    def _before_quote(self, bracket: Bracket, predicate: Predicate) -> list[int] | None:
        """Return what stands before the quotation that a verb ends, and waits for who is quoted; None outside one."""
        opened = [k for k in self._quotes if k < predicate.k]
        if len(opened) % 2 == 0 or len(self._quotes) % 2 or self._subordinate(predicate):
            return None
        return [n for n in bracket.nodes if self.draft.nodes[n].k < opened[-1]]

    def _decided(self, n: int) -> bool:
        """Return whether a short infinitive before node `n` is what is decided, promised ... ("gitme kararı aldı")."""
        node = self.draft.nodes[n] if n < len(self.draft.nodes) else None
        if node is not None and node.kind == "verb":
            return self.draft.takes_clause(self.draft.predicates[node.predicate])
        return node is not None and self.draft.row[node.k].value == DECISION

    def _accompanies(self, noun: Predicate, chunk: Chunk) -> bool:
        """Return whether an action noun tells of an act beside its verb: words behind "with" are but the reason."""
        concepts = (self.draft.inventory.concepts[sense.concept] for sense in noun.senses)
        return super()._accompanies(noun, chunk) and not any(concept.act for concept in concepts)

    def _own_subject(self, predicate: Predicate) -> None:
        """Take who owns the object, or stands in the genitive alone, for the subject of a clause made into a noun.

        Where nobody does, it is the owner of whatever stands first ("Rusya'nın ocak ayında saldırdığını").
        """
        if predicate.feature.person != NOMINAL:
            return
        filled = "obj" if predicate.passive else "subj"
        for slot in dict.fromkeys(("of", "obj", *predicate.arguments)):
            if slot in _BESIDE:
                continue
            argument = predicate.arguments.get(slot)
            chunk = self._chunk_at(argument.k) if argument is not None else None
            owned = chunk if slot == "of" else owner(chunk) if chunk is not None and not self._belongs(chunk) else None
            held = predicate.arguments.get(filled)
            thing = slot == OWNER and not predicate.passive and held is not None and not held.mentions
            if owned is not None and (held is None or thing):
                give(predicate, filled, self.arguments.make(filled, owned))
                if slot == OWNER and _acting(predicate):
                    self._owners[predicate.number] = predicate.arguments.pop(OWNER)

    def _described_by(self, n: int, predicate: Predicate) -> None:
        """Let the actor behind a participle, which that describes, be its subject ("saldıran İsrail"), no place."""
        chunk = self.draft.nodes[n].chunk if n < len(self.draft.nodes) else None
        chunk = owner(chunk) or chunk if chunk is not None else None
        thing = chunk is not None and not (chunk.mentions or chunk.modifiers)
        if chunk is None or (thing and (predicate.feature.form != PARTICIPLE or predicate.pos == "light")):
            return
        if (chunk.mentions or chunk.modifiers) and chunk.preposition == PLACE:
            return
        slot = "obj" if predicate.passive else "subj"
        if slot not in predicate.arguments or not predicate.arguments[slot].mentions:
            give(predicate, slot, self.arguments.make(slot, chunk))

    def _object_behind(self, n: int, predicate: Predicate) -> None:
        """Let the noun behind a clause that describes it fill its free slot: the object, else whom it is done to
        ("Şili'nin kınadığı Peru", "saldırdığı Peru").
        """
        chunk = self.draft.nodes[n].chunk if n < len(self.draft.nodes) else None
        named = {slot for sense in predicate.senses for slot, role in sense.slots if role != "actor"}
        slot = next((slot for slot in _DESCRIBED if slot in named), "")
        if chunk is None or not slot or slot in predicate.arguments or predicate.tense == INFINITIVE:
            return
        argument = self.arguments.make(slot, chunk)
        if argument.mentions or argument.classes & predicate.asked(slot):
            give(predicate, slot, argument)

    def _belongs(self, chunk: Chunk) -> bool:
        """Return whether a noun phrase ends with something owned: the genitive before it is its owner, no subject."""
        known = self.draft.row[chunk.end - 1].known
        case = self.draft.endings.case(self.draft.signs[chunk.end - 1]) if known is None else known.feature.case
        return case.lower() == OWNED

    def _chunk_at(self, k: int) -> Chunk | None:
        return next((node.chunk for node in self.draft.nodes if node.k == k and node.chunk is not None), None)

    def _give_contents(self, predicate: Predicate) -> None:
        """Let the clauses that wait belong to a verb where they can; all that are left do so to a finite one."""
        subordinate = self._subordinate(predicate) or predicate.number in self._spoken
        waiting = [number for number in self._waiting if not self._belongs_to(number, predicate, subordinate)]
        self._waiting = [*waiting, predicate.number] if subordinate else []

    def _belongs_to(self, number: int, predicate: Predicate, subordinate: bool) -> bool:
        """Return whether a clause is the content of a verb, completes it or at last only stands beside it."""
        other = self.draft.predicates[number]
        if self._may_be_content(other, predicate) and self.draft.takes_clause(predicate):
            put_into(other, predicate.number)
            predicate.clause = True
            owned = self._owners.get(number) or other.arguments.get(OWNER)
            if owned is not None and (not other.passive or _impersonal(predicate)):
                predicate.arguments.setdefault(OWNER, owned)
        elif other.feature.form == INFINITIVE and other.feature.person != NOMINAL:
            self._complete(other, predicate)
        elif subordinate:
            return False
        else:
            self._lend_object(other, predicate)
        if "subj" not in other.arguments and not self._blamed(other, predicate):
            other.shares = predicate.number
        return True

    def _blamed(self, other: Predicate, predicate: Predicate) -> bool:
        """Return whether a clause tells why somebody is blamed, thanked ..., who then is its subject ("silah verdiği
        gerekçesiyle Uganda'yı kınadı").
        """
        after = self.draft.row[other.k + 1] if other.k + 1 < len(self.draft.row) else None
        if other.passive or not self._because(other) or after is None or after.role not in _REASONS:
            return False
        concepts = self.draft.inventory.concepts
        judged = (s for s in predicate.senses if not _JUDGED.isdisjoint(concepts[s.concept].event_types))
        slots = (slot for sense in judged for slot, role in sense.slots if role == "recipient")
        held = next((a for slot in slots if (a := predicate.arguments.get(slot)) is not None and a.mentions), None)
        if held is not None and held.k > other.k:
            other.arguments["subj"] = replace(held, slot="subj")
        return "subj" in other.arguments

    def _lend_object(self, other: Predicate, predicate: Predicate) -> None:
        """Give a verb without object that of a gerund or topic before it ("X'i karışmaması konusunda uyardı")."""
        held = other.arguments.get("obj")
        topic = other.feature.person == NOMINAL and self._postposed(other)
        governs = any(slot == "obj" for sense in predicate.senses for slot, _ in sense.slots)
        if other.feature.form == GERUND and held is not None and governs:
            predicate.arguments.setdefault("obj", held)
        elif topic and held is not None and held.mentions and "obj" not in predicate.arguments:
            predicate.arguments["obj"] = held

    def _postposed(self, predicate: Predicate) -> bool:
        """Return whether a postposition stands right behind a predicate."""
        after = self.draft.row[predicate.k + 1] if predicate.k + 1 < len(self.draft.row) else None
        return after is not None and after.is_function("prep")

    def _complete(self, infinitive: Predicate, predicate: Predicate) -> None:
        """Let an infinitive complete the verb behind it, unless a postposition says that it is what that is for."""
        if self._postposed(infinitive):
            return
        infinitive.parent, infinitive.relation = predicate.number, "inf"
        if "obj" not in predicate.arguments:
            lent = {slot: argument for slot, argument in infinitive.arguments.items() if slot != "subj"}
            predicate.arguments = lent | predicate.arguments


def _acting(predicate: Predicate) -> bool:
    """Return whether some sense of a verb has who acts for its subject."""
    return any(pair == ("subj", "actor") for sense in predicate.senses for pair in sense.slots)


def _impersonal(predicate: Predicate) -> bool:
    """Return whether no sense of a verb speaks of who does it ("gerekmek")."""
    return all("subj" not in dict(sense.slots) for sense in predicate.senses)


def _purpose(predicate: Predicate, after: Item | None) -> bool:
    """Return whether a clause before a postposition only tells what something is for ("kurtarmak için")."""
    if predicate.feature.form != INFINITIVE or after is None or not after.is_function("prep"):
        return False
    return not predicate.feature.person or after.role == "for"
