"""Coordination: noun phrases of actors that are listed ("A, B and C") become one."""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from marsad.clauses.nodes import Chunk, Node
from marsad.mentions.blocs import ORGANISATIONS
from marsad.mentions.items import Item, Mention

_PEOPLE = frozenset({"title", "person", "name"})
_STATES = frozenset({"state", "capital", "metonym"})
# What stands for one state or body told before, and may be listed with others.
ONE = {*ORGANISATIONS, "the-host", "neighbour", "the-group", "the-armed", "own-country", "the-other", "the-government"}
# What is listed with parties, unions and rebels as well ("the government and the opposition").
GOVERNMENT = "the-government"
# What may open a list, and who may be listed with a state told of before ("this country and Iran signed a treaty").
OPENING = {*ONE, "the-country"}
LISTED = frozenset({"state", "capital", "institution", "group"})
# A comma and an "and" at most stand between two members of a list.
_MOST_BETWEEN = 2

# The slot of those from whom a report is.
SOURCE = "according-to"

# What may stand between the subject of a headline and its verb.
_BEFORE_VERB = frozenset({"prep", "neg", "future", "modal", "aux"})


class Lists:
    """Joins the lists among the nodes of one sentence."""

    def __init__(self, nodes: list[Node], row: list[Item], head_first: bool, signs: list[str]) -> None:
        self.nodes, self.row, self.head_first, self.signs = nodes, row, head_first, signs

    def run(self) -> list[Node]:
        """Return the nodes with each list of actors under one preposition as one chunk."""
        nodes = list(self._joined())
        self._pair_names(nodes)
        return nodes

    def _joined(self) -> Iterator[Node]:
        n, nodes = 0, self.nodes
        while n < len(nodes):
            node, chunk = nodes[n], nodes[n].chunk
            n += 1
            if chunk is None:
                pass
            elif chunk.mentions:
                if self._joins(chunk) and self._opens_clause(n - 1):
                    yield Node("conj", node.k, node.k)
                n = self._absorb_list(node, chunk, n)
                self._lend_modifiers(chunk, n)
            elif not chunk.modifiers and self.row[chunk.head].kind == "anaphora" and self._leads(chunk):
                n = self._absorb_sides(node, chunk, n)
            elif self.head_first:
                n = self._absorb_genitives(node, chunk, n) if chunk.modifiers else self._absorb_named(node, chunk, n)
            yield node

    def _absorb_named(self, node: Node, chunk: Chunk, n: int) -> int:
        """Let a phrase that only counts who acts take up those named from node `n` on; return the node after them."""
        at = self._named_behind(n) if self._counted(chunk) else -1
        if at < 0:
            return n
        second = self.nodes[at].chunk
        chunk.mentions.extend(second.mentions or second.modifiers if second is not None else [])
        chunk.end = node.end = self.nodes[at].end
        return self._absorb_list(node, chunk, at + 1)

    def _named_behind(self, n: int) -> int:
        """Return the node of an actor that a particle joins to what stands before node `n`, or who those counted there
        are ("ثلاث دول، هي غانا وبنين وتوغو،"), -1 for none.
        """
        comma = n < len(self.nodes) and self.signs[self.nodes[n].k] in (",", "،")
        chunk = self.nodes[n + comma].chunk if n + comma < len(self.nodes) else None
        if chunk is None or not (chunk.mentions or chunk.modifiers) or chunk.preposition:
            return -1
        told = self.row[chunk.k].is_function("pron") and chunk.end - chunk.k > 1 and not self._joins(chunk)
        return n + comma if (told if comma else bool(chunk.mentions) and self._joins(chunk)) else -1

    def _counted(self, chunk: Chunk) -> bool:
        """Return whether a phrase only counts who acts, so that those listed with it are named ("34 states and X")."""
        some = not chunk.preposition and not chunk.nouns and chunk.end - chunk.k > 1
        return some and (self.signs[chunk.k].isdigit() or self.row[chunk.k].is_function("quant"))

    def _lend_modifiers(self, chunk: Chunk, at: int) -> None:
        """Let states before "and" modify the noun that the state behind it does ("Peru and Chile candidate status")."""
        if self.head_first or chunk.nouns:
            return
        between = self._between(at)
        following = self.nodes[at + len(between)].chunk if at + len(between) < len(self.nodes) else None
        if following is None or not following.nouns or following.preposition:
            return
        own = self.row[following.k].mention
        closed = any(node.kind == "conj" for node in between)
        if closed and own is not None and own in following.modifiers and own.kind == "state" and not own.genitive:
            following.modifiers[:0] = [m for m in chunk.mentions if m.kind == "state"]

    def _pair_names(self, nodes: list[Node]) -> None:
        """Give names listed after as many offices their state and office ("the ministers of A and B, X and Y,")."""
        for first, comma, second in zip(nodes, nodes[1:], nodes[2:], strict=False):
            if first.chunk is None or second.chunk is None or self.signs[comma.k] not in (",", "،"):
                continue
            offices, names = first.chunk.mentions, second.chunk.mentions
            if len(offices) < 2 or len(offices) != len(names) or any(not o.role or not o.country for o in offices):
                continue
            for office, name in zip(offices, names, strict=True):
                if name.kind == "name" and not name.country:
                    name.country, name.sector, name.role = office.country, office.sector, office.role
                    name.kind = "person"

    def _leads(self, chunk: Chunk) -> bool:
        """Return whether what stands for a state told of before may open a list: its government may always."""
        return self.row[chunk.head].value == GOVERNMENT

    # Taking up; each returns the node after the list

    def _absorb_genitives(self, node: Node, first: Chunk, at: int) -> int:
        """Let a noun phrase take up the actors from node `at` on, listed with its genitive ("talks of A and B")."""
        office = first.modifiers[-1]
        if self.row[first.end - 1].mention is not office:
            return at
        chunks, end = self._genitives(at)
        if self._is_comma(at) and not self._is_comma(end) and self._opening(at, end):
            return at
        for chunk in chunks:
            give_office(office, [m for m in chunk.mentions if m.kind in _STATES or m.kind == "demonym"])
            first.modifiers.extend(chunk.mentions)
            first.end = node.end = chunk.end
        return end

    def _genitives(self, at: int) -> tuple[list[Chunk], int]:
        """Return the actors listed from node `at` on, and the node behind them."""
        found: list[Chunk] = []
        while at < len(self.nodes):
            after = at + 1 if self._lists_on(at) else at
            chunk = self.nodes[after].chunk if after < len(self.nodes) else None
            if chunk is None or not chunk.mentions or chunk.preposition or not (after > at or self._joins(chunk)):
                break
            if self._opens_clause(after):
                break
            found.append(chunk)
            at = after + 1
        return found, at

    def _lists_on(self, at: int) -> bool:
        """Return whether at node `at` "and" leads to the next member of a list, or a comma before one that goes on."""
        node = self.nodes[at]
        if node.kind == "conj" or not self._is_comma_or_and(node):
            return node.kind == "conj" and self._is_comma_or_and(node)
        behind = self.nodes[at + 2] if at + 2 < len(self.nodes) else None
        closes = behind is not None and behind.chunk is not None and self._joins(behind.chunk)
        return closes or (behind is not None and behind.kind == "conj" and self._is_comma_or_and(behind))

    def _absorb_list(self, node: Node, first: Chunk, at: int) -> int:
        """Let a noun phrase take up the actors from node `at` on that are listed with it."""
        members, end, closed = self.members(first, at)
        if not members or not (closed or self._led_by_particle(members[-1]) or self._headline_pair(node, end)):
            return at
        if self._is_comma(at) and not self._is_comma(end) and (first.preposition == SOURCE or self._opening(at, end)):
            return at  # "according to X, Y and Z signed": the comma closes whom the report is from
        if len(members) == 1 and self._new_clause(node, first, at, end):
            return at
        if len(members) > 1 and self._closes_subject(node, first, at, end):
            return at
        for member in members:
            _share_office(first, member)
            first.mentions.extend(member.mentions)
            first.modifiers.extend(member.modifiers)
        _share_back(first)
        first.end = node.end = members[-1].end
        return end

    def _closes_subject(self, node: Node, first: Chunk, at: int, end: int) -> bool:
        """Return whether the comma behind somebody's office closes the subject of the verb before it, and those listed
        up to node `end` undergo what it tells ("زار وزير الخارجية، غانا وتوغو").
        """
        before = self.nodes.index(node) - 1
        verb = self.nodes[before] if self.head_first and before >= 0 else None
        if verb is None or verb.kind != "verb" or first.preposition or not takes_object(self.row[verb.k]):
            return False
        commas = [n for n in range(at, end) if self._is_comma(n)]
        behind = self.nodes[end].chunk if end < len(self.nodes) else None
        alone = first.mentions[0].kind in _PEOPLE and not first.mentions[0].plural
        return alone and commas == [at] and (behind is None or bool(behind.preposition))

    def _new_clause(self, node: Node, first: Chunk, at: int, end: int) -> bool:
        """Return whether a comma and "and" behind the object of a verb open a clause, whose verb stands at node `end`
        ("Peru blamed Chile, and its army fled").
        """
        before = self.nodes.index(node) - 1
        held = before > 0 and self.nodes[before].kind == "verb" and not first.preposition
        apart = self._is_comma(at) and self.nodes[at + 1].kind == "conj"
        return held and apart and end < len(self.nodes) and self._verb_begins(end)

    def _opening(self, at: int, end: int) -> bool:
        """Return whether the comma at node `at` closes the phrase that opens the sentence, and what is listed behind it
        up to the verb at node `end` is the subject ("in talks with Kenya, Uganda and Rwanda agreed").
        """
        before = self.nodes[:at]
        if before[0].kind != "prep" or end >= len(self.nodes):
            return False
        if not (self._verb_begins(end) or (self.head_first and self._verb_ends(end))):
            return False
        return all(node.chunk is None or node.chunk.preposition for node in before) and all(
            node.kind != "verb" or self._by_whom(behind) for node, behind in pairwise(before)
        )

    def _verb_ends(self, at: int) -> bool:
        """Return whether a verb stands behind node `at` before anybody who could be its subject."""
        behind = takewhile(lambda node: node.kind not in ("verb", "punct", "conj"), self.nodes[at:])
        acts = any(node.chunk is not None and node.chunk.mentions and not node.chunk.preposition for node in behind)
        kinds = (node.kind for node in self.nodes[at:] if node.kind in ("verb", "punct", "conj"))
        return not acts and next(kinds, "") == "verb"

    def _by_whom(self, node: Node) -> bool:
        """Return whether a node tells who did what the verb before it says ("brokered by Qatar")."""
        return node.kind == "prep" and self.row[node.k].role == "by"

    def _absorb_sides(self, node: Node, first: Chunk, at: int) -> int:
        """Let what stands for a state told of before take up the one listed with it."""
        members, end, closed = self.members(first, at)
        listed = LISTED | ({"title"} if self.row[first.head].value == GOVERNMENT else set())
        if len(members) != 1 or not closed or any(m.kind not in listed for m in members[0].mentions[:1]):
            return at
        first.mentions.extend(members[0].mentions)
        first.end = node.end = members[0].end
        return end

    def _led_by_particle(self, chunk: Chunk) -> bool:
        """Return whether a particle other than the article is written with the first word of a noun phrase."""
        return any(mark != "the" for mark in self.row[chunk.k].marks)

    def _is_comma(self, at: int) -> bool:
        return at < len(self.nodes) and self.signs[self.nodes[at].k] in (",", "،")

    # The members of a list

    def members(self, first: Chunk, at: int) -> tuple[list[Chunk], int, bool]:
        """Return what is listed with a noun phrase from node `at` on, the node after it, whether "and" closes it."""
        members: list[Chunk] = []
        closed = False
        while (found := self._next_member(at, first)) is not None:
            member, at, joined = found
            members.append(member)
            closed = closed or joined
            if joined and not self._joins(member):
                break
        return members, at, closed

    def _next_member(self, at: int, first: Chunk) -> tuple[Chunk, int, bool] | None:
        """Return the next member of a list, the node after it and whether "and" stands before it; None for no more."""
        between = self._between(at)
        at += len(between)
        chunk = self.nodes[at].chunk if at < len(self.nodes) else None
        if chunk is None or chunk.preposition not in ("", first.preposition):
            return None
        placed = first.preposition and any(m.kind == "place" for m in first.mentions[-1:])
        if placed and any(m.kind in _PEOPLE for m in chunk.mentions[:1]):
            return None  # "a diplomat from the region, the presidents of A and B ..."
        joined = any(node.kind in ("conj", "neg") for node in between) or self._joins(chunk)
        if not chunk.mentions and not (joined and self._refers(chunk)):
            return None
        if (not joined and not between) or any(mention.genitive for mention in first.mentions[:1]):
            return None
        if self._opens_clause(at) or "then" in self.row[chunk.k].marks:
            return None
        return chunk, at + 1, joined

    def _opens_clause(self, at: int) -> bool:
        """Return whether, in a headline with its subject first, what stands at node `at` is that of another clause
        ("Peru signs the pact and Chile stays away").
        """
        nodes = self.nodes if self.head_first else []
        headline = len(nodes) > 1 and nodes[0].chunk is not None and nodes[1].kind == "verb"
        if not headline or at + 1 >= len(nodes) or nodes[at + 1].kind != "verb":
            return False
        return at > 1 and not self._joins_item(nodes[at + 1].k) and all(n.kind != "comp" for n in nodes[:at])

    def _joins_item(self, k: int) -> bool:
        """Return whether "and" is written with an item."""
        return "and" in self.row[k].marks

    def _refers(self, chunk: Chunk) -> bool:
        """Return whether a noun phrase stands for one told before ("the union and the host country")."""
        head = self.row[chunk.head]
        return head.kind == "anaphora" and head.value in ONE

    def _between(self, at: int) -> list[Node]:
        """Return the commas and "and" from node `at` on; the first "neither" of a pair joins nothing."""
        found: list[Node] = []
        for node in self.nodes[at : at + _MOST_BETWEEN]:
            if not self._is_comma_or_and(node):
                break
            found.append(node)
        alone = len(found) == 1 and found[0].kind == "neg" and not self._joins_item(found[0].k)
        return [] if alone else found

    def _is_comma_or_and(self, node: Node) -> bool:
        if node.kind == "neg":
            return "and" in self.row[node.k].marks or self.row[node.k].role == "nor"
        if node.kind == "conj":
            return self.row[node.k].role == "and" or self._nor(node)
        return node.kind == "punct" and self.signs[node.k] in ",،"

    def _nor(self, node: Node) -> bool:
        """Return whether a conjunction also negates ("neither Peru nor Chile")."""
        span = self.row[node.k].span
        return span is not None and span.find("function", "neg") is not None

    def _joins(self, chunk: Chunk) -> bool:
        """Return whether "and" is written with the first word of a noun phrase."""
        return self._joins_item(chunk.k)

    def _headline_pair(self, node: Node, end: int) -> bool:
        """Return whether a list without "and" opens the sentence before its verb ("Iran, Iraq restore ties")."""
        return node is self.nodes[0] and end < len(self.nodes) and self._verb_begins(end)

    def _verb_begins(self, at: int) -> bool:
        """Return whether a verb stands at node `at` or behind one preposition or negation there ("to sign", "close to
        signing", "not to").
        """
        kinds = [node.kind for node in self.nodes[at : at + 3]]
        before = kinds.index("verb") if "verb" in kinds else len(kinds)
        return kinds[0] in ("verb", "adv") or (before < len(kinds) and set(kinds[:before]) <= _BEFORE_VERB)


def _share_office(first: Chunk, other: Chunk) -> None:
    """Let states listed after an office in the plural have it too ("the ministers of Lebanon and Syria")."""
    give_office(first.mentions[0], [m for m in other.mentions if m.kind in _STATES or m.kind == "demonym"])


def _share_back(first: Chunk) -> None:
    """Let the peoples named before an office in the plural have it too ("the Russian and Turkish presidents")."""
    give_office(first.mentions[-1], [m for m in first.mentions[:-1] if m.kind == "demonym"])


def give_office(office: Mention, others: list[Mention]) -> None:
    """Give the actors listed with an office in the plural that office too."""
    several = office.plural or office.title_kind == "people"
    if office.kind != "title" or not several or not office.country:
        return
    for mention in others:
        mention.sector, mention.role, mention.kind = office.sector, office.role, "title"


def takes_object(verb: Item) -> bool:
    """Return whether by some meaning of a verb somebody undergoes as its object what its subject does, by none both do
    it.
    """
    known = (k.entry for k in verb.span.readings if k.entry.kind == "trigger") if verb.span is not None else ()
    slots = {slot for entry in known for sense in entry.senses for slot in sense.slots}
    return ("obj", "recipient") in slots and ("obj", "actor") not in slots
