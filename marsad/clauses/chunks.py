"""Noun phrases: items between function words and verbs, with their head, their preposition and the actors in them."""

from collections.abc import Iterator

import msgspec

from marsad.mentions.items import Item, Mention

_OPENS = frozenset({"det", "poss", "quant"})
_CONTENT = frozenset({"actor", "nominal", "trigger", "anaphora", "outlet"})
_STATES = frozenset({"state", "capital", "metonym"})


class Chunk(msgspec.Struct, gc=False):
    """One noun phrase, items `k:end`; `preposition` governs it (empty: none); `head` is the item that gives the meaning.

    `mentions` are the actors that are its head or are coordinated with it; `modifiers` the actors that only modify.
    """

    k: int
    end: int
    head: int
    preposition: str
    mentions: list[Mention]
    modifiers: list[Mention]
    nouns: list[int]


class Node(msgspec.Struct, gc=False):
    """A step of the sentence as the clause grammar sees it: a chunk, a verb, or a single function word or sign."""

    kind: str
    k: int
    end: int
    chunk: Chunk | None = None
    predicate: int = -1


class Chunker:
    """Cuts the items of one sentence into nodes; `verbs` are the items that are predicates of their own."""

    def __init__(self, row: list[Item], verbs: dict[int, int], head_first: bool, signs: list[str]) -> None:
        self.row, self.verbs, self.head_first, self.signs = row, verbs, head_first, signs

    def run(self) -> list[Node]:
        """Return the nodes in order; coordinated noun phrases of actors are one."""
        nodes = list(self._joined(list(self._nodes())))
        self._pair_names(nodes)
        return nodes

    def _nodes(self) -> Iterator[Node]:
        k, preposition = 0, ""
        while k < len(self.row):
            item = self.row[k]
            if k in self.verbs:
                yield Node("verb", k, k + 1, predicate=self.verbs[k])
                k, preposition = k + 1, ""
            elif item.kind == "function" and item.value not in _OPENS and item.value != "pron":
                if item.value == "prep" and self._yet(k):
                    yield Node("adv", k, k + 1)
                    k += 1
                    continue
                if item.value == "prep" and self._subordinates(k):
                    yield Node("sub", k, k + 1)
                    k, preposition = k + 1, ""
                    continue
                if item.value in ("prep", "reporting"):
                    preposition = item.role if item.value == "prep" else "according-to"
                elif item.value not in ("adv", "neg"):
                    preposition = ""
                yield Node(item.value, k, k + 1)
                k += 1
            elif item.kind in ("punct", "time"):
                preposition = "" if item.kind == "punct" and self.signs[k] not in '"«“(' else preposition
                yield Node(item.kind, k, k + 1)
                k += 1
            else:
                end = self._extent(k)
                yield Node("chunk", k, end, chunk=self._chunk(k, end, preposition))
                k, preposition = end, ""

    def _yet(self, k: int) -> bool:
        """Return whether a word that also means "yet" follows a negation in its clause."""
        span = self.row[k].span
        known = span.find("function", "adv") if span is not None else None
        if known is None or known.entry.role != "yet":
            return False
        for item in reversed(self.row[:k]):
            if item.is_function("neg"):
                return True
            if item.kind == "punct" or item.is_function("comp"):
                return False
        return False

    def _subordinates(self, k: int) -> bool:
        """Return whether a word that is preposition or subordinator ("after", "since") opens a clause here."""
        span = self.row[k].span
        if span is None or span.find("function", "sub") is None:
            return False
        for n in range(k + 1, len(self.row)):
            if self.row[n].kind == "punct" and self.signs[n] != "'s" or self.row[n].is_function("conj"):
                return False
            if n in self.verbs:
                return n > k + 1
        return False

    def _extent(self, k: int) -> int:
        """Return where the noun phrase that starts at `k` ends."""
        has_content = False
        end = k
        while end < len(self.row):
            item = self.row[end]
            if end in self.verbs or item.kind == "time" or (item.kind == "punct" and not self._genitive(end, k)):
                break
            if item.kind == "function" and item.value not in _OPENS and item.value != "pron":
                break
            if end > k and self._starts_anew(end, has_content):
                break
            has_content = has_content or item.kind in _CONTENT or item.value == "pron"
            end += 1
            if self.head_first and item.kind == "actor" and not self._adjective_follows(end):
                break
        return end

    def _genitive(self, k: int, start: int) -> bool:
        """Return whether item `k` is the sign of a genitive inside the phrase that began at `start`."""
        return self.signs[k] == "'s" and k > start and k + 1 < len(self.row) and self.row[k + 1].kind != "punct"

    def _starts_anew(self, k: int, has_content: bool) -> bool:
        item, before = self.row[k], self.row[k - 1]
        if any(mark.startswith("prep:") or mark in ("and", "then", "future") for mark in item.marks):
            return True
        if not has_content:
            return False
        if item.kind == "function":
            return True
        if item.kind == "actor" and before.kind == "actor":
            return not (before.mention is not None and before.mention.kind == "demonym")
        if self.head_first:
            return item.kind == "anaphora"
        if item.kind == "actor" and before.kind == "trigger" and item.mention is not None:
            return item.mention.kind in ("institution", "state", "person")
        if before.kind == "actor" and before.mention is not None:
            return item.kind == "anaphora" or (before.mention.kind in ("person", "name") and (
                not before.mention.genitive and item.kind in ("nominal", "trigger")))  # fmt: skip
        return False

    def _adjective_follows(self, k: int) -> bool:
        following = self.row[k] if k < len(self.row) else None
        return following is not None and following.mention is not None and following.mention.kind == "demonym"

    def _chunk(self, k: int, end: int, preposition: str) -> Chunk:
        content = [n for n in range(k, end) if self.row[n].kind in _CONTENT or self.row[n].value == "pron"]
        nouns = [n for n in content if self.row[n].kind in ("nominal", "trigger")]
        head = self._head(content, nouns, end) if content else (k if self.head_first else end - 1)
        if self.head_first and self.row[k].kind == "word" and self.row[head].kind == "actor":
            head = k  # an unknown noun governs the actor after it
        mentions, modifiers = [], []
        for n in content:
            mention = self.row[n].mention
            if mention is not None:
                (mentions if n == head else modifiers).append(mention)
        marked = next((m.partition(":")[2] for m in self.row[k].marks if m.startswith("prep:")), "")
        return Chunk(k, end, head, marked or preposition, mentions, modifiers, nouns)

    def _head(self, content: list[int], nouns: list[int], end: int) -> int:
        if self.head_first:
            return content[0]
        last = content[-1]
        genitive = self.row[last].mention is not None and self.row[last].mention.genitive  # type: ignore[union-attr]
        return nouns[-1] if (nouns and nouns[-1] > last) or (nouns and genitive) else last

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
                    name.country, name.sector, name.role, name.kind = office.country, office.sector, office.role, "person"

    def _joined(self, nodes: list[Node]) -> Iterator[Node]:
        """Yield the nodes with "A, B and C" as one chunk where all are actors under the first one's preposition."""
        n = 0
        while n < len(nodes):
            node = nodes[n]
            if node.chunk is not None and node.chunk.mentions:
                n = self._absorb_list(nodes, n)
            elif node.chunk is not None and node.chunk.modifiers and self.head_first:
                n = self._absorb_genitives(nodes, n)
            else:
                n += 1
            yield node

    def _absorb_genitives(self, nodes: list[Node], n: int) -> int:
        """Let a noun phrase take up the actors listed with its genitive ("the meeting of A and B"); return the next node."""
        first, at = nodes[n].chunk, n + 1
        assert first is not None
        if self.row[first.end - 1].mention is not first.modifiers[-1]:
            return at
        while at < len(nodes):
            chunk = nodes[at].chunk
            if chunk is None or not chunk.mentions or chunk.preposition or "and" not in self.row[chunk.k].marks:
                break
            first.modifiers.extend(chunk.mentions)
            first.end = nodes[n].end = nodes[at].end
            at += 1
        return at

    def _absorb_list(self, nodes: list[Node], n: int) -> int:
        """Let chunk `n` take up the actors listed with it; return the index of the node after the list."""
        first = nodes[n].chunk
        assert first is not None
        at, members, closed = n + 1, [], False
        while True:
            step, joined = self._next_member(nodes, at, first)
            if step == 0:
                break
            members.append(at + step - 1)
            at += step
            closed = closed or joined
            if joined and "and" not in self.row[nodes[members[-1]].k].marks:
                break
        if not members or not (closed or self.row[nodes[members[-1]].k].marks or self._headline_pair(nodes, n, at)):
            return n + 1
        for member in members:
            chunk = nodes[member].chunk
            assert chunk is not None
            self._share_office(first, chunk)
            first.mentions.extend(chunk.mentions)
            first.modifiers.extend(chunk.modifiers)
        first.end = nodes[members[-1]].end
        nodes[n].end = first.end
        return members[-1] + 1

    @staticmethod
    def _share_office(first: Chunk, other: Chunk) -> None:
        """Let states listed after an office in the plural have it too ("the ministers of Lebanon and Syria")."""
        office = first.mentions[0]
        if office.kind == "title" and office.plural and office.country:
            for mention in other.mentions:
                if mention.kind in ("state", "capital", "metonym"):
                    mention.sector, mention.role, mention.kind = office.sector, office.role, "title"

    def _headline_pair(self, nodes: list[Node], n: int, at: int) -> bool:
        """Return whether a list without "and" opens the sentence before its verb ("Colombia, Venezuela restore ties")."""
        return n == 0 and at < len(nodes) and nodes[at].kind in ("verb", "adv")

    def _next_member(self, nodes: list[Node], at: int, first: Chunk) -> tuple[int, bool]:
        """Return how many nodes the next member of a list takes (0: none) and whether it closes the list."""
        step, conj = 0, False
        while at + step < len(nodes) and step < 2 and self._is_comma_or_and(nodes[at + step]):
            conj = conj or nodes[at + step].kind in ("conj", "neg")
            step += 1
        if at + step >= len(nodes):
            return 0, False
        node = nodes[at + step]
        chunk = node.chunk
        if chunk is None or not chunk.mentions or chunk.preposition not in ("", first.preposition):
            return 0, False
        marks = self.row[node.k].marks
        conj = conj or "and" in marks
        if (not conj and step == 0) or not self._alike(first, chunk):
            return 0, False
        return step + 1, conj

    def _is_comma_or_and(self, node: Node) -> bool:
        if node.kind == "neg" and "and" in self.row[node.k].marks:
            return True
        return (node.kind == "conj" and self.row[node.k].role == "and") or (
            node.kind == "punct" and self.signs[node.k] in ",،"
        )

    @staticmethod
    def _alike(first: Chunk, other: Chunk) -> bool:
        return bool(first.mentions) and bool(other.mentions) and not first.mentions[0].genitive
