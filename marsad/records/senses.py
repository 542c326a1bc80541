"""Which sense of a trigger holds: the row whose needs the arguments satisfy."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache

from marsad.clauses.classes import item_classes
from marsad.clauses.model import Argument, Parse, Predicate
from marsad.inventory import Inventory
from marsad.lexicon.entries import REST, SCATTERED, Need, Sense
from marsad.mentions.items import Item
from marsad.mentions.memory import Memory
from marsad.records.deal_nouns import names_treaty
from marsad.records.moods import bare_wish
from marsad.records.scattered import surroundings
from marsad.text.sentences import Sentence

QUOTES = frozenset('"“”«»')
# Slots that are filled by what does not stand in them.
LENT = frozenset({"inf", "obj"})
# What stands in what lends it its subject.
LENDING = frozenset({"inf", "content"})
# Signs that end the clause in which a phrase stands, and how many words its object may have.
SIGNS, FARTHEST = frozenset(',;:.!?"“”'), 9
# The slot that asks for a verb in the passive.
VOICE = "voice"
# In a clause with a long subject the object may be counted second or third.
MORE = {"obj": ("obj", "obj2", "obj3")}
# The slot that asks for what the article is about, a body or its meeting, though the clause does not name it.
TOPIC = "topic"
# What may stand inside a phrase: the object, in verb-first order the subject.
INSIDE = ("obj", "subj")
# The class of deals, and the pronouns that may stand for one where they tell no persons from things.
TREATED, THINGS = frozenset({"agreement"}), frozenset({"3ms", "3fs", "that"})
# How much it counts that a pronoun may take up a deal.
DEAL = 1.5
# The class that asks for a clause, not for a noun; those of clauses that say what shall be done, or what will be.
CLAUSE, MOODS = frozenset({"clause"}), frozenset({"wish", "coming"})
# A sense with the need that does not hold.
Failed = tuple[Sense, Need]


class SenseChooser:
    """Chooses senses in one sentence."""

    def __init__(
        self, parse: Parse, sentence: Sentence, inventory: Inventory, memory: Memory
    ) -> None:  # fmt: skip
        self.parse, self.sentence, self.inventory = parse, sentence, inventory
        self._memory, self._proclitics = memory, memory.proclitics
        self._governing = {p.parent for p in parse.predicates}
        self._quotes = not QUOTES.isdisjoint(sentence.tokens)

    @cached_property
    def _words(self) -> Sequence[AbstractSet[str]]:
        """What each token is, with and without each run of particles that may stand before it."""
        if not self._proclitics:
            return [{token} for token in self.sentence.tokens]
        return [_forms(token, self._proclitics) for token in self.sentence.tokens]

    @cached_property
    def _all_words(self) -> set[str]:
        lands = [item for item in self.parse.items if item.j - item.i > 1 and item.mention is not None]
        named = {n for item in lands if _names_land(item) for n in range(item.i, item.j)} if lands else None
        if not named:
            return set().union(*self._words) if self._proclitics else set(self.sentence.tokens)
        words = self._words if self._proclitics else [frozenset([token]) for token in self.sentence.tokens]
        return set().union(*(forms for n, forms in enumerate(words) if n not in named))

    @cached_property
    def _text(self) -> str:
        return _spaced(self.sentence.tokens)

    @cached_property
    def _nouns(self) -> list[tuple[int, frozenset[str]]]:
        """The items that are nouns of a class, each with its classes."""
        found = ((k, item_classes(item)) for k, item in enumerate(self.parse.items))
        return [(k, classes) for k, classes in found if classes]

    def choose(self, predicate: Predicate) -> tuple[Sense | None, list[Failed]]:
        """Return the sense with most satisfied needs (None: none holds) and which need each other one failed at."""
        best, failed = self._best(predicate, predicate.senses)
        if best is None and predicate.senses and predicate.inner:
            best, more = self._best(predicate, predicate.inner)
            failed += more
        if not predicate.apart:
            return best, failed
        scattered = predicate.apart[0].needs[0].slot == SCATTERED
        near = surroundings(self.parse, self.sentence, predicate) if scattered else self._behind_object(predicate)
        begun = {n for word in near.split() for n in predicate.apart_by.get(word, ())}
        apart = (predicate.apart[n] for n in sorted(begun))
        parted = max((sense for sense in apart if self._parted(sense, predicate, near)), key=_asked, default=None)
        closer = best is not None and parted is not None and _asked(best) + 0.5 * scattered > _asked(parted)
        return (best if closer else parted or best), failed

    def _parted(self, sense: Sense, predicate: Predicate, near: str) -> bool:
        """Return whether the other words of a phrase stand near its verb, and what it needs."""
        rest, *needs = sense.needs
        if not _stands(rest.phrases, near) or (rest.slot == REST and self._too_far(rest, predicate)):
            return False
        return all(self._holds(need, predicate) for need in needs)

    def _too_far(self, rest: Need, predicate: Predicate) -> bool:
        """Return whether a particle stands behind more than the object ("slapping sanctions on X after the shooting
        down of Y" slaps nobody down).
        """
        if any(len(phrase.split()) > 1 for phrase in rest.phrases):
            return False
        ends = [self.parse.items[a.end - 1].j for slot in INSIDE for a in predicate.all(slot) if a.k > predicate.k]
        near = _spaced(self.sentence.tokens[: max(ends) + 1]) if ends else ""
        start = self.parse.items[predicate.k].j
        return not _stands(rest.phrases, _spaced(near.split()[start:]))

    def _behind_object(self, predicate: Predicate) -> str:
        """Return the words behind what follows a verb up to the next sign, between spaces; empty for none."""
        behind = (a for slot in INSIDE for a in predicate.all(slot) if a.k > predicate.k)
        patient = min(behind, key=lambda argument: argument.k, default=None)
        if patient is None or predicate.passive:
            return ""
        tokens, start = self.sentence.tokens, self.parse.items[patient.k].j
        end = next((n for n in range(start, len(tokens)) if tokens[n] in SIGNS), len(tokens))
        return _spaced(tokens[start : min(end, start + FARTHEST)])

    def _best(self, predicate: Predicate, senses: tuple[Sense, ...]) -> tuple[Sense | None, list[Failed]]:
        best: Sense | None = None
        failed: list[Failed] = []
        for sense in senses:
            missing = self._missing(sense, predicate)
            if missing is not None:
                failed.append((sense, missing))
            elif best is None or self._fits(sense, predicate) > self._fits(best, predicate):
                best = sense
        return best, failed

    def _fits(self, sense: Sense, predicate: Predicate) -> float:
        """Return how well a sense fits; of what was told of a deal just before, "it" is that deal."""
        taken_up = self._memory.deal_told and self.inventory.concepts[sense.concept].makes("agreement")
        argument = predicate.arguments.get("obj") if taken_up else None
        head = self.parse.items[argument.head] if argument is not None and argument.head >= 0 else None
        pronoun = head is not None and head.is_function("pron") and head.role in (*THINGS, "3ns")
        return _asked(sense) + (DEAL if pronoun else 0.0)

    def _missing(self, sense: Sense, predicate: Predicate) -> Need | None:
        """Return the first need of a sense that does not hold, None where all do."""
        for need in sense.needs:
            if not self._holds(need, predicate):
                return need
        return None

    def _holds(self, need: Need, predicate: Predicate) -> bool:
        slot = need.slot
        if slot == "near":
            return self._near(need, predicate) != need.negative
        if slot == TOPIC:
            return self._told_of(need) != need.negative
        if slot == VOICE:
            return predicate.passive != need.negative
        may = slot in predicate.arguments or slot in LENT or not self._empty(need, predicate)
        return (may and self._in_slot(need, predicate)) != need.negative

    @staticmethod
    def _empty(need: Need, predicate: Predicate) -> bool:
        """Return whether nothing can stand in a slot that is not filled: there is nobody to lend what would fill it."""
        if predicate.shares >= 0 or predicate.relation in LENDING if need.slot == "subj" else predicate.light >= 0:
            return False
        return need.classes != CLAUSE and need.classes.isdisjoint(MOODS)

    def _told_of(self, need: Need) -> bool:
        """Return whether the article is about a body or tells of a meeting; `named` also asks the sentence itself."""
        if "meeting" in need.classes:
            return self._memory.sitting or bool(self._memory.convened)
        here = (item.mention for item in self.parse.items if "named" in need.words and item.mention is not None)
        return bool(self._memory.topic) or any(mention.country.startswith("IGO:") for mention in here)

    def _in_slot(self, need: Need, predicate: Predicate) -> bool:
        if need.classes == CLAUSE and need.slot == "inf" and not predicate.clause:
            return bool(self._infinitives(predicate)) or self._quotes
        if not need.classes.isdisjoint(MOODS):
            return any(self._has_mood(p, need.classes) for p in self.parse.predicates if p.parent == predicate.number)
        if need.classes == CLAUSE:
            return predicate.clause or predicate.number in self._governing or self._quotes
        if need.classes == {"any"}:
            return bool(self._arguments(need.slot, predicate))
        for argument in self._arguments(need.slot, predicate):  # noqa: SIM110 -- asked five times a verb
            if self._meets(need, argument, predicate):
                return True
        return False

    def _has_mood(self, inner: Predicate, moods: frozenset[str]) -> bool:
        """Return whether a clause is a wish, by its verb or the word that opens it, or tells what is to come."""
        by_form = inner.feature.form == "jussive" or bare_wish(self.parse, inner)
        wish = "wish" in moods and (by_form or self._wished(inner))
        return inner.pos != "noun" and (wish or ("coming" in moods and inner.tense == "future"))

    def _wished(self, inner: Predicate) -> bool:
        """Return whether the word that opens a clause says that it is a wish ("чтобы")."""
        between = self.parse.items[self.parse.predicates[inner.parent].k : inner.k]
        opening = next((item.known for item in reversed(between) if item.is_function("comp")), None)
        return opening is not None and opening.entry.code == "wish"

    def _meets(self, need: Need, argument: Argument, predicate: Predicate) -> bool:
        """Return whether an argument is what a need asks for, by its classes or words."""
        met = need.classes & argument.classes
        if "quoted" in need.classes and self._in_quotes(argument):
            return True
        if (met and (met != TREATED or self._deal_told(argument))) or self._has_words(need, argument.k, argument.end):
            return True
        return not TREATED.isdisjoint(need.classes) and self._stands_for_deal(argument, predicate)

    def _in_quotes(self, argument: Argument) -> bool:
        """Return whether an argument is somebody's own word, in quotes ("called him "a wolf"")."""
        i = self.parse.items[argument.k].i
        return i > 0 and self.sentence.tokens[i - 1] in QUOTES

    def _deal_told(self, argument: Argument) -> bool:
        """Return whether an argument is a deal: a pronoun is one only where one was told of just before."""
        head = self.parse.items[argument.head] if argument.head >= 0 else None
        if head is None or not head.is_function("pron") or self._memory.deal_told:
            return True
        named = any(names_treaty(item) for item in self.parse.items[: argument.head])
        return named or any("agreement" in classes for k, classes in self._nouns if k < argument.head)

    def _stands_for_deal(self, argument: Argument, predicate: Predicate) -> bool:
        """Return whether an argument is a part of a deal ("the first stage of the truce"), or a pronoun that takes up
        the deal of the sentence before.
        """
        whole = predicate.arguments.get("of") if not argument.classes else None
        if whole is not None and 0 <= whole.k - argument.end <= 1:
            return bool(whole.classes & TREATED)
        head = self.parse.items[argument.head] if argument.head >= 0 else None
        thing = head is not None and head.is_function("pron") and head.role in THINGS
        if not thing or self._memory.personal or head is None:
            return False
        before = (item.span for item in self.parse.items if item.i < head.i and item.span is not None)
        return self._memory.deal_told or any(span.find("nominal", "agreement") is not None for span in before)

    def _arguments(self, slot: str, predicate: Predicate) -> list[Argument]:
        if slot == "inf":
            return self._infinitives(predicate)
        arguments = predicate.arguments
        found = predicate.all(slot) if slot in arguments else []
        for name in MORE.get(slot, ())[1:]:
            if name in arguments:
                found += predicate.all(name)
        if not found and slot == "subj" and predicate.shares >= 0:
            return self._arguments(slot, self.parse.predicates[predicate.shares])
        if not found and slot == "subj" and predicate.relation == "inf" and predicate.parent >= 0:
            return self._controlling(self.parse.predicates[predicate.parent])
        if not found and slot == "subj" and predicate.relation == "content" and predicate.parent >= 0:
            return self._speaking(self.parse.predicates[predicate.parent], predicate)
        if not found and slot == "obj" and predicate.pos == "noun":
            return predicate.all("gen")
        if not found and predicate.light >= 0 and slot not in ("subj", "obj"):
            return self.parse.predicates[predicate.light].all(slot)
        return found

    def _infinitives(self, governor: Predicate) -> list[Argument]:
        """Return the infinitives and gerunds that complete a verb, each with the classes of its object."""
        inner = [p for p in self.parse.predicates if p.parent == governor.number and p.relation in ("inf", "gerund")]
        objects = {p.number: [c for a in p.all("obj") for c in a.classes] for p in inner}
        return [Argument("inf", p.k, p.k + 1, p.k, [], set(objects[p.number])) for p in inner]

    def _controlling(self, governor: Predicate) -> list[Argument]:
        """Return what an infinitive may have for its subject: the actor its governor turns to, else who that is."""
        asked = [argument for argument in self._arguments("obj", governor) if argument.mentions]
        return asked or self._arguments("subj", governor)

    def _speaking(self, governor: Predicate, predicate: Predicate) -> list[Argument]:
        """Return who says it of themselves: the subject of the verb that governs one without, and agrees with it."""
        known = self.parse.items[predicate.k].known  # the form itself: its person may have been taken for nobody's
        own = known.feature.person if known is not None else predicate.feature.person
        agrees = same_person(own, governor.feature.person)
        return self._arguments("subj", governor) if agrees and not predicate.passive else []

    def _near(self, need: Need, predicate: Predicate) -> bool:
        if need.classes:
            if any(k != predicate.k and not classes.isdisjoint(need.classes) for k, classes in self._nouns):
                return True
            if any(not a.classes.isdisjoint(need.classes) for a in predicate.arguments.values()):
                return True
        if need.words and not need.words.isdisjoint(self._all_words):
            return True
        return bool(need.phrases) and _stands(need.phrases, self._text)

    def _has_words(self, need: Need, k: int, end: int) -> bool:
        if not (need.words or need.phrases) or k >= len(self.parse.items):
            return False
        i, j = self.parse.items[k].i, self.parse.items[min(end, len(self.parse.items)) - 1].j
        if any(not need.words.isdisjoint(forms) for forms in self._words[i:j]):
            return True
        return bool(need.phrases) and _stands(need.phrases, _spaced(self.sentence.tokens[i:j]))


def same_person(one: str, other: str) -> bool:
    """Return whether two verbs agree with one subject, by gender where both show it ("said" 3ms, "will come" 3s)."""
    return one == other != "" or (len(one) != len(other) and one[:1] + one[-1:] == other[:1] + other[-1:] != "")


def _names_land(item: Item) -> bool:
    """Return whether an item is the name of a state: its words mean nothing else there ("جزر القمر")."""
    return item.mention is not None and item.mention.kind == "state"


def _stands(phrases: tuple[str, ...], text: str) -> bool:
    """Return whether one of some phrases stands in a text; a loop, for most verbs ask it of dozens of short tuples."""
    for phrase in phrases:  # noqa: SIM110 -- any() takes twice the time
        if phrase in text:
            return True
    return False


def _spaced(tokens: list[str]) -> str:
    """Return tokens as phrases are looked for among them: a space on each side of each."""
    return f" {' '.join(tokens)} "


@lru_cache(maxsize=1 << 13)
def _forms(token: str, proclitics: frozenset[str]) -> frozenset[str]:
    """Return what a token is with, and without, each run of particles that may stand before it."""
    lengths = range(1, min(5, len(token) - 1))
    return frozenset([token, *(token[n:] for n in lengths if token[:n] in proclitics)])


def _asked(sense: Sense) -> float:
    """Return how much a sense asks to be there; what must not be there says nothing of how well it fits, a clause less
    than a noun in its slot.
    """
    return sum(0.5 if need.classes == CLAUSE else 1.0 for need in sense.needs if not need.negative)
