"""Noun phrases: items between function words and verbs, with their head, their preposition and the actors in them."""

import re
from collections.abc import Iterator

from marsad.clauses.belonging import (
    acts_there,
    after_actor,
    after_noun,
    bare_noun,
    behind_votes,
    dated_act,
    in_office,
    of_another,
    of_this,
    owned_act,
    owner,
    whose_land,
)
from marsad.clauses.nodes import Chunk, Node
from marsad.clauses.places import opens_aside
from marsad.lexicon.entries import GOVERNED
from marsad.mentions.items import Item, Mention

YEAR = re.compile(r"(?:1[3489]|20)\d\d")
# Function words that belong to the noun phrase they stand in.
_OPENS = frozenset({"det", "poss", "quant", "pron"})
# Those that may stand inside one.
_INSIDE = frozenset({"adv", "future", "light"})
_CONTENT = frozenset({"actor", "nominal", "trigger", "anaphora", "outlet"})
# Adverbs that may be adjectives too: they say of an act that it may not be so.
DOUBTING = frozenset({"possible", "alleged"})
_NAMED = frozenset({"state", "capital", "institution", "person"})
_NOUNS = frozenset({"nominal", "trigger"})
_SIDES = frozenset({"actor", "anaphora"})
# What somebody says or decides something in, so that nobody behind it is what it is.
_UTTERED = frozenset({"statement", "meeting", "decision", "request", "proposal"})
# Kinds of actors that can be the first of two objects; an adjective of a state describes the second.
_RECEIVERS = frozenset({"state", "capital", "metonym", "institution", "group", "person", "title"})


class Chunker:
    """Cuts the items of one sentence into nodes; `verbs` are the items that are predicates of their own."""

    def __init__(
        self, row: list[Item], verbs: dict[int, int], head_first: bool, verb_last: bool, signs: list[str]
    ) -> None:  # fmt: skip
        self.row, self.verbs, self.signs = row, verbs, signs
        self.head_first, self.verb_last = head_first, verb_last
        self.articles: tuple[str, ...] = ()
        self.closed: frozenset[int] = frozenset()  # phrases whose last word has the article, so that they own nothing
        self.possessed: frozenset[int] = frozenset()  # unknown words with a pronoun of their owner
        self.tied: frozenset[int] = frozenset()  # actors that a hyphen ties to the one before
        self.dated: frozenset[int] = frozenset()  # words of a date before its month

    def run(self) -> Iterator[Node]:
        """Yield the nodes in order, each noun phrase under the preposition before it."""
        k, preposition = 0, ""
        while k < len(self.row):
            kind = self._kind(k)
            if kind == "chunk":
                end = self._extent(k)
                chunk = self._chunk(k, end, preposition)
                yield Node(kind, k, end, chunk=chunk)
                k, preposition = end, self._second_side(chunk, end)
            else:
                yield Node(kind, k, k + 1, predicate=self.verbs.get(k, -1))
                preposition = self._preposition_after(k, kind, preposition)
                k += 1

    def _kind(self, k: int) -> str:
        """Return the kind of the node that begins at item `k`."""
        item = self.row[k]
        if k in self.verbs:
            return "verb"
        if item.kind in ("punct", "time") or k in self.dated:
            return item.kind if item.kind == "punct" else "time"
        if item.kind != "function":
            return "time" if item.kind == "word" and self.signs[k].isdigit() and self._dates(k) else "chunk"
        word_class = item.value
        if word_class == "pron" and item.role == "refl" and k and self.row[k - 1].kind == "actor":
            return "adv"  # "Switzerland itself"
        if word_class in _OPENS or (word_class in _INSIDE and self._inside(k)):
            return "chunk"
        if word_class == "prep" and self._yet(k):
            return "adv"
        return "sub" if word_class == "prep" and self._subordinates(k) else word_class

    def _dates(self, k: int) -> bool:
        """Return whether the number at item `k` goes on with a date or is the year when something happened."""
        before, after = (self.row[n] if 0 <= n < len(self.row) else None for n in (k - 1, k + 1))
        if before is not None and (before.kind == "time" or before.is_function("adv", "time")):
            return True
        placed = before is not None and (before.is_function("prep") or k - 1 in self.verbs)
        alone = after is None or after.kind in ("punct", "actor", "function", "time") or k + 1 in self.verbs
        return placed and alone and YEAR.fullmatch(self.signs[k]) is not None and not self.head_first

    def _alone(self, k: int) -> bool:
        """Return whether item `k` is a function word that is no part of a noun phrase."""
        item = self.row[k]
        word_class = item.value if item.kind == "function" else ""
        return bool(word_class) and word_class not in _OPENS and not (word_class in _INSIDE and self._inside(k))

    def _inside(self, k: int) -> bool:
        """Return whether a word stands behind a determiner or genitive ("the ongoing talks", "Kiev's plans to").

        Where adjectives go behind their noun: whether it is one that doubts that ("حمله احتمالی روسیه").
        """
        item = self.row[k]
        if k == 0 or k in self.verbs or item.value not in _INSIDE:
            return False
        before = self.row[k - 1]
        if self.head_first:
            return item.value == "adv" and item.role in DOUBTING and before.kind in _NOUNS and k - 1 not in self.verbs
        return before.is_function("det") or before.is_function("poss") or self.signs[k - 1] == "'s"

    def _preposition_after(self, k: int, kind: str, held: str) -> str:
        """Return the preposition that governs what follows node `k`; `held` is the one before it."""
        if kind == "prep":
            return self.row[k].role
        if kind == "reporting":
            return "according-to"
        if kind == "time" and k and self.row[k - 1].is_function("prep"):
            return ""  # "in May" is complete: what follows does not stand in anything
        if kind == "time" and self._actor_next(k):
            return ""
        keeps = (
            kind in ("adv", "neg", "time")
            or (kind == "conj" and held == "between")
            or (kind == "punct" and self.signs[k] in '"«“(')
        )
        return held if keeps else ""

    def _actor_next(self, k: int) -> bool:
        """Return whether a noun phrase of its own follows item `k`: a preposition before a date governs that alone."""
        after = self.row[k + 1] if k + 1 < len(self.row) else None
        if after is None or self.head_first or not self._behind_preposition(k):
            return False
        named = after.mention is not None and after.mention.kind != "demonym"
        return named or after.kind == "anaphora" or (after.kind == "function" and after.value in _OPENS)

    def _behind_preposition(self, k: int) -> bool:
        """Return whether a preposition stands right before the date that item `k` ends."""
        while k > 0 and (self.row[k - 1].kind == "time" or self.signs[k - 1].isdigit()):
            k -= 1
        return k > 0 and self.row[k - 1].is_function("prep")

    def _second_side(self, chunk: Chunk, k: int) -> str:
        """Return "between" where "and" follows a first side that it governs: it governs the second as well."""
        whole = len(chunk.mentions) != 1 or chunk.mentions[0].plural
        if chunk.preposition != "between" or whole or k >= len(self.row):
            return ""
        return "between" if self.row[k].is_function("conj", "and") or "and" in self.row[k].marks else ""

    def _yet(self, k: int) -> bool:
        """Return whether a word that also means "yet" follows a negation in its clause."""
        span = self.row[k].span
        known = span.find("function", "adv") if span is not None else None
        if known is None or known.entry.role != "yet":
            return False
        for item in reversed(self.row[:k]):
            word_class = item.value if item.kind == "function" else ""
            if word_class == "neg":
                return True
            if item.kind == "punct" or word_class == "comp":
                return False
        return False

    def _subordinates(self, k: int) -> bool:
        """Return whether a word that is preposition or subordinator ("after", "since") opens a clause here."""
        span = self.row[k].span
        if span is None or span.find("function", "sub") is None:
            return False
        if self.verb_last:
            return k > 0 and k - 1 in self.verbs
        described = False  # the next verb is that of a relative clause ("after a raid that killed ten")
        for n in range(k + 1, len(self.row)):
            joins = self.row[n].is_function("conj") and not self._joins_actors(n)
            if (self.row[n].kind == "punct" and self.signs[n] != "'s") or joins:
                return False
            if n in self.verbs and not described:
                return n > k + 1
            described = self.row[n].is_function("rel") or (described and n not in self.verbs)
        return False

    def _joins_actors(self, k: int) -> bool:
        """Return whether the conjunction at item `k` stands between two actors."""
        after = next((item for item in self.row[k + 1 :] if not item.is_function("det")), None)
        return self.row[k - 1].kind == "actor" and after is not None and after.kind == "actor"

    # Where a noun phrase ends

    def _extent(self, k: int) -> int:
        """Return where the noun phrase that starts at `k` ends."""
        has_content = False
        for end in range(k, len(self.row)):
            item = self.row[end]
            if self._outside(end, k) and (has_content or self.head_first or not self._joins_adjectives(end)):
                return end
            if end > k and (self._starts_anew(end, k, has_content) or (not self.head_first and self._ends(end, k))):
                return end
            has_content = has_content or self._is_content(item)
            if self.head_first and self._complete(item) and not (self._adjective(end + 1) or end + 1 in self.tied):
                return end + 1
        return len(self.row)

    def _ends(self, k: int, start: int) -> bool:
        """Return whether, adjectives before nouns, item `k` opens a clause of its own."""
        return self.row[k].kind in _SIDES and (self._acts(k, start) or self._concluded(k))

    def _acts(self, k: int, start: int) -> bool:
        """Return whether the actor at item `k` is the subject of the verb behind it, no part of the phrase before it.

        So behind an unknown noun or a deal that a preposition governs: "For the same reason Peru left", "Under it ...".
        """
        mention = self.row[k].mention
        if mention is None or mention.genitive or mention.kind not in _NAMED:
            return False
        if not start or not self.row[start - 1].is_function("prep"):
            return False
        after, before = self.row[k + 1] if k + 1 < len(self.row) else None, self.row[k - 1]
        verb = k + 1 in self.verbs or (after is not None and after.value in ("aux", "future", "modal"))
        deal = before.span is not None and before.span.find("nominal", "agreement") is not None
        thing = self.row[start].is_function("det") and (before.kind == "word" or deal)
        return verb and (thing or before.is_function("pron"))

    def _concluded(self, k: int) -> bool:
        """Return whether item `k` opens a clause without relative pronoun about the deal before it: "the pact Chad and
        Niger signed".
        """
        before, item = self.row[k - 1], self.row[k]
        if item.kind not in _SIDES or before.value != "agreement":
            return False
        if item.mention is not None and (item.mention.genitive or item.mention.kind not in _NAMED):
            return False
        behind = next((n for n in range(k + 1, len(self.row)) if not self._joined_side(n)), -1)
        return behind in self.verbs

    def _joined_side(self, k: int) -> bool:
        """Return whether item `k` is one more of those who act, or joins it to them."""
        item = self.row[k]
        return item.kind in _SIDES or item.is_function("conj", "and") or item.is_function("det")

    def _complete(self, item: Item) -> bool:
        """Return whether a noun phrase whose head stands first ends with an item.

        Where the verb comes last, the object may follow an expression that refers back ("این کشور حمله را ...").
        """
        if item.kind == "actor" or (self.verb_last and item.kind == "anaphora"):
            return True
        if item.value != "pron":
            return False
        governed = any(mark.startswith(GOVERNED) for mark in item.marks)
        return governed or opens_aside(item) or (self.verb_last and item.kind == "function")

    def _outside(self, k: int, start: int) -> bool:
        """Return whether item `k` can't be part of the noun phrase that began at `start`."""
        kind = "time" if k in self.dated else self.row[k].kind
        if k in self.verbs or kind == "time":
            ezafe = self.verb_last and self.head_first
            return k in self.verbs or not (ezafe and dated_act(self.row, self.signs, self.dated, k, start))
        return not self._genitive(k, start) if kind == "punct" else kind == "function" and self._alone(k)

    def _joins_adjectives(self, k: int) -> bool:
        """Return whether item `k` joins two adjectives of one noun ("current and former officials")."""
        if not k or k + 1 >= len(self.row) or self.head_first or not self.row[k].is_function("conj"):
            return False
        first, second = (self._described(item) for item in (self.row[k - 1], self.row[k + 1]))
        mention = self.row[k + 1].mention
        return first and (second or (mention is not None and mention.sector == "ELI" and not mention.person))

    @staticmethod
    def _described(item: Item) -> bool:
        """Return whether an item is an adjective of people or what they hold."""
        return item.span is not None and item.span.find("function", "adj") is not None

    def _genitive(self, k: int, start: int) -> bool:
        """Return whether item `k` is the sign of a genitive inside the phrase that began at `start`."""
        return self.signs[k] == "'s" and k > start and k + 1 < len(self.row) and self.row[k + 1].kind != "punct"

    @staticmethod
    def _is_content(item: Item) -> bool:
        return item.kind in _CONTENT or (item.known is not None and item.known.entry.value == "pron")

    def _starts_anew(self, k: int, start: int, has_content: bool) -> bool:
        """Return whether item `k` begins a noun phrase of its own right after another."""
        item, before = self.row[k], self.row[k - 1]
        marks = item.marks
        if marks and any(mark.startswith("prep:") or mark in ("and", "then", "future") for mark in marks):
            return True
        if not has_content:
            counted = self.verb_last and item.is_function("quant") and before.kind == "word"
            return counted or self._after_year(k, start) or of_another(item, before, k - 1 in self.possessed)
        if item.kind == "function":
            counts = item.value == "quant" or item.is_function("det", "a")
            numbered = before.kind == "trigger" or before.value in ("quant", "det") or self.signs[k - 1][0].isdigit()
            counted = self.head_first and counts and numbered
            own = owned_act(self.row, k) if self.verb_last else self.head_first and of_this(self.row, k, start)
            return not (counted or own) and not self._inside(k)  # "the killing of six soldiers"
        if item.kind == "actor" and before.kind == "actor":
            within = self._adjective(k - 1) or (bool(self.articles) and whose_land(item, before))
            return k not in self.tied and not within
        if item.kind == "actor" and before.kind == "anaphora" and self.head_first and not self.verb_last:
            return not self._adjective(k)
        if self.head_first:
            # Where the verb comes last, a noun may have an expression that refers back for its genitive.
            refers = item.kind == "anaphora" and not self.verb_last and not owner(item, before)
            anew = refers or self._unowned(item, before, k - 1) or self._behind_own(k, start)
            anew = anew or (self.verb_last and (acts_there(self.row, k) or behind_votes(self.row, self.signs, k)))
            said = self.verb_last and item.kind == "actor" and before.is_function("pron")  # "به گفته او پرو"
            return anew or said or (before.kind == "anaphora" and item.kind in _NOUNS)
        if self._second_object(k, start):
            return True
        return after_noun(item, before) or after_actor(item, before)

    def _after_year(self, k: int, start: int) -> bool:
        """Return whether a preposition and a year, or its number, end before item `k` ("در سال ۲۰۲۰ اوپک را")."""
        dated = self.head_first and 0 < k - start <= len(("year", "2020")) and start > 0
        return dated and self.row[start - 1].is_function("prep") and YEAR.fullmatch(self.signs[k - 1]) is not None

    def _unowned(self, item: Item, before: Item, k: int) -> bool:
        """Return whether the noun at item `k` before an actor has the article, so that this can't be its genitive."""
        closed = "the" in before.marks and before.kind in (*_NOUNS, "word") and before.j - before.i == 1
        closed = closed or (k in self.closed and before.kind in _NOUNS)  # not "mediation between", a preposition
        if of_another(item, before, k in self.possessed):
            return True
        actor = item.mention is not None and item.mention.kind != "demonym"
        if item.marks:
            return closed and in_office(item)
        return closed and (actor or bare_noun(item, self.signs[k + 1], self.articles))

    def _behind_own(self, k: int, start: int) -> bool:
        """Return whether a noun that is somebody's already stands before the word before the actor at item `k`, which
        it can't belong to ("طالبوا في بيانهم الختامي رواندا").
        """
        mention = self.row[k].mention
        if mention is None or mention.kind not in _NAMED or self.row[k].marks or self.row[k - 1].kind != "word":
            return False
        owned = (i for i in self.row[start : k - 1] if i.known is not None and i.known.feature.enclitic[:4] == "poss")
        return any(i.span is not None and not i.span.form.classes.isdisjoint(_UTTERED) for i in owned)

    def _second_object(self, k: int, start: int) -> bool:
        """Return whether a verb that takes two objects has the first one end before item `k` ("sent Chad grain")."""
        if start == 0 or self.row[k].kind not in ("word", "nominal", "trigger"):
            return False
        receiver, verb = self.row[k - 1].mention, self.row[start - 1]
        named = receiver is not None and receiver.kind in _RECEIVERS and not receiver.genitive
        return named and start - 1 in self.verbs and takes_two(verb)

    def _adjective(self, k: int) -> bool:
        """Return whether item `k` is the adjective of a state."""
        mention = self.row[k].mention if k < len(self.row) else None
        return mention is not None and mention.kind == "demonym"

    # What is in a noun phrase

    def _chunk(self, k: int, end: int, preposition: str) -> Chunk:
        """Return the items `k:end` as a noun phrase; a preposition written with its first word goes first."""
        content, nouns = self._content(k, end)
        head = self._head(k, end, content, nouns)
        acting, modifying = self._actors(content, head)
        marks = self.row[k].marks
        written = next((m.partition(":")[2] for m in marks if m.startswith("prep:")), "") if marks else ""
        return Chunk(k, end, head, written or preposition, acting, modifying, nouns)

    def _content(self, k: int, end: int) -> tuple[list[int], list[int]]:
        """Return which of the items `k:end` have a meaning of their own, and which of these are nouns."""
        row = self.row
        content = [n for n in range(k, end) if row[n].kind in _CONTENT or self._is_content(row[n])]
        return content, [n for n in content if row[n].kind in _NOUNS] if content else content

    def _actors(self, content: list[int], head: int) -> tuple[list[Mention], list[Mention]]:
        """Return the actor that is the head of a noun phrase, as a list, and those that modify it."""
        acting: list[Mention] = []
        modifying: list[Mention] = []
        for n in content:
            if (mention := self.row[n].mention) is not None and not (self.head_first and mention.side and n != head):
                (acting if n == head else modifying).append(mention)
        return acting, modifying

    def _head(self, k: int, end: int, content: list[int], nouns: list[int]) -> int:
        """Return the item that gives a noun phrase its meaning."""
        if not content:
            return k if self.head_first else end - 1
        if self.head_first:
            # An unknown noun governs the actor after it; a number only counts it.
            word = self.row[k].kind == "word" and not self.signs[k][0].isdigit()
            governs = word and self.row[content[0]].kind == "actor"
            return k if governs else content[0]
        mention = self.row[content[-1]].mention
        genitive = mention is not None and mention.genitive
        return nouns[-1] if nouns and genitive else content[-1]


def takes_two(verb: Item) -> bool:
    """Return whether a verb takes two objects: a row of one of its meanings has a slot for the second."""
    known = (k.entry for k in verb.span.readings if k.entry.kind == "trigger") if verb.span is not None else ()
    return any(slot == "obj2" for entry in known for sense in entry.senses for slot, _ in sense.slots)
