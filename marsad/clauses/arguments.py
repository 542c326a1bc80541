"""What stands after a predicate: prepositional phrases and objects, and what an action noun has in its own phrase."""

from itertools import takewhile

from marsad.clauses.chunks import DOUBTING
from marsad.clauses.classes import chunk_classes, mention_classes
from marsad.clauses.draft import HELPERS, Draft
from marsad.clauses.holders import BELONGING, names_holders, owns_thing
from marsad.clauses.masdars import beside_act
from marsad.clauses.model import Argument, Predicate
from marsad.clauses.nodes import Chunk, Node
from marsad.clauses.places import opens_aside
from marsad.clauses.subject_phrases import ends_completion, told_of_opening
from marsad.mentions.items import Item, Mention

# The signs of a genitive.
OWNING = frozenset({"'s", "'", "’s", "’"})
# Function words that begin another clause.
_OPENERS = frozenset({"sub", "question", "comp", "rel", "start"})
# What is nothing but where something happens, and what may be who acts as well.
_SITES, _LANDS = frozenset({"place", "site"}), frozenset({"state", "capital"})
# Where those stand who undergo what a noun names.
_UNDERGONE = frozenset({("gen", "recipient"), ("obj", "recipient")})
# What somebody signs, ratifies or leaves by an action noun of that kind.
_DEALS = frozenset({"agreement"})
# Before what is but the reason of something.
_REASONS = frozenset({"because-of", "despite"})
# What does harm itself, and what stands before who is counted.
_ARMS, _COUNTING = frozenset({"weapons", "troops"}), frozenset({"quant", "det"})
_BACK = frozenset({"anaphora", "pron"})  # what refers back
_BETWEEN_PHRASES = frozenset({"prep", "time", "adv", "reporting"})
# The roles of those to whom something is done, and of all who do it together.
_DONE_TO, _SIDES = frozenset({"recipient"}), frozenset({"actor", "recipient"})


class Arguments:
    """Fills the slots of the predicates of one draft from what follows them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def make(self, slot: str, chunk: Chunk) -> Argument:
        """Return a noun phrase as an argument; it is not yet given to any predicate."""
        draft = self.draft
        head = draft.nouns.get(chunk.head, -1)
        predicate = head if head >= 0 or not chunk.nouns else next(iter(draft.nouns_in(chunk)), -1)
        governed = chunk.nouns or (draft.head_first and draft.row[chunk.head].kind == "word")
        modifiers = chunk.modifiers
        modifiers = modifiers[1:] if modifiers and modifiers[0].side else modifiers  # less whom something is against
        mentions = chunk.mentions or ([] if governed else modifiers)
        _count_people(chunk, draft.row)
        classes = chunk_classes(chunk, draft.row)
        return Argument(slot, chunk.k, chunk.end, chunk.head, mentions, classes, predicate, modifiers)

    # Action nouns

    def fill_noun(self, predicate: Predicate) -> None:
        """Fill the slots of an action noun: what modifies it inside its phrase, and the prepositions after it."""
        for n, node in enumerate(self.draft.nodes):
            if node.chunk is not None and node.k <= predicate.k < node.end:
                predicate.start, predicate.end = node.k, node.end
                self._doubted(predicate)
                self._modified(predicate, node.chunk)
                self._governed(predicate, node.chunk)
                self._referring(predicate, node.chunk)
                undergoing = self._undergoing(predicate, n)
                if undergoing is not None:
                    predicate.arguments["obj"] = self.make("obj", undergoing)
                self._prepositions(predicate, n + 1)
                return

    def _doubted(self, predicate: Predicate) -> None:
        """Let an adjective say that an act may not be so ("a possible attack"), or was not done ("عدم حمایت")."""
        lacking = predicate.k > 0 and self.draft.row[predicate.k - 1].is_function("quant", "lack")
        predicate.negated = predicate.negated or lacking
        after = self.draft.row[predicate.k + 1] if predicate.k + 1 < len(self.draft.row) else None
        if self.draft.head_first and after is not None and after.is_function("adv") and after.role in DOUBTING:
            predicate.modal = predicate.modal or after.role

    def _modified(self, predicate: Predicate, chunk: Chunk) -> None:
        """Let the actors that modify an action noun fill its genitive or its adjective slot."""
        taken = predicate.arguments
        for mention in chunk.modifiers:
            apart = self._of_another(predicate, mention) or self._counted(mention)
            described = mention.kind == "demonym" and not mention.genitive and not apart
            slot = mention.side or ("adj" if described else beside_act(self.draft, predicate, mention))
            argument = taken.setdefault(slot, Argument(slot, chunk.k, chunk.end, chunk.head, [], set()))
            argument.mentions.append(mention)
            argument.classes |= mention_classes(mention) | ({"place"} if apart else set())  # something of that state
        before = self.draft.row[chunk.k : predicate.k]
        if "poss" in predicate.feature.enclitic or any(item.is_function("poss") for item in before):
            taken.setdefault("gen", Argument("gen", chunk.k, chunk.end, -1, [], {"pronoun"}))

    def _counted(self, mention: Mention) -> bool:
        """Return whether a people is counted, so that no adjective says who acts ("the arrest of five Colombians")."""
        before = next((i for i in self.draft.row if i.j == mention.i), None) if self.draft.head_first else None
        return before is not None and (before.value in _COUNTING or self.draft.sentence.tokens[before.i].isdigit())

    def _of_another(self, noun: Predicate, mention: Mention) -> bool:
        """Return whether the adjective of a state describes, by its gender, another thing between an action noun and it
        ("the shelling of a Peruvian village", "قصف قرية بيروفية"): none that does something itself, as weapons do.
        """
        row, tokens, endings = self.draft.row, self.draft.sentence.tokens, self.draft.profile.feminine
        own = row[noun.k]
        if not endings or mention.kind != "demonym" or mention.i == own.j:
            return False
        between = (item for item in row[noun.k + 1 :] if item.i < mention.i)
        classes = {c for item in between if item.span is not None for c in item.span.form.classes}
        feminine = tokens[own.j - 1].endswith((*endings, "ات"))
        return classes.isdisjoint(_ARMS) and tokens[mention.i].endswith(endings) != feminine

    def _governed(self, predicate: Predicate, chunk: Chunk) -> None:
        """Where the head stands first, let the nouns that an action noun governs directly fill its genitive."""
        row = self.draft.row
        later = [k for k in range(predicate.k + 1, chunk.end) if row[k].kind in ("nominal", "trigger")]
        if not self.draft.head_first or not later:
            return
        argument = self.make("gen", Chunk(later[0], chunk.end, later[0], "", [], chunk.modifiers, later))
        held = predicate.arguments.get("gen")
        if held is not None:
            argument.mentions = held.mentions
            argument.classes |= held.classes
        predicate.arguments["gen"] = argument

    def _undergoing(self, noun: Predicate, n: int) -> Chunk | None:
        """Return the bare object behind who does what a noun names, verb first ("قصف الجيش المدينة"), None for none:
        the chunk after node `n`, if the verb before does not wait for it.
        """
        nodes, owner = self.draft.nodes, noun.arguments.get("gen")
        following = nodes[n + 1].chunk if n + 1 < len(nodes) else None
        if not self.draft.verb_first or owner is None or not owner.mentions or following is None:
            return None
        if following.preposition or self.draft.joined(nodes[n + 1]) or not self._undergoes(noun, following):
            return None
        before = list(takewhile(lambda node: node.kind != "verb", reversed(nodes[:n])))
        subject = any(node.chunk is not None and not node.chunk.preposition for node in before)
        own = nodes[n].chunk
        plain = own is not None and not own.preposition and not following.mentions
        return following if subject or len(before) == n or plain else None

    def _undergoes(self, noun: Predicate, following: Chunk) -> bool:
        """Return whether by some row somebody undergoes what a noun names, in its genitive, or a deal that it asks for
        stands behind it ("توقيع بيرو الاتفاق").
        """
        if any(pair in _UNDERGONE for sense in noun.senses for pair in sense.slots):
            return True
        asked = {c for sense in noun.senses for need in sense.needs if not need.negative for c in need.classes} & _DEALS
        return bool(asked) and not asked.isdisjoint(chunk_classes(following, self.draft.row))

    def _referring(self, predicate: Predicate, chunk: Chunk) -> None:
        """Let an expression that refers back, behind an action noun or before it ("its request"), fill its genitive."""
        row, signs = self.draft.row, self.draft.signs
        behind = (k for k in range(predicate.k + 1, chunk.end) if not _BACK.isdisjoint((row[k].kind, row[k].value)))
        owners = (k for k in range(chunk.k, predicate.k - 1) if row[k].kind == "anaphora" and signs[k + 1] in OWNING)
        found = next(behind, next(owners, -1))
        if found >= 0:
            end = chunk.end if found > predicate.k else predicate.k
            classes = chunk_classes(Chunk(found, end, found, "", [], [], []), row)
            predicate.arguments.setdefault("gen", Argument("gen", found, end, found, [], classes))

    def _prepositions(self, predicate: Predicate, n: int) -> None:
        """Fill prepositional slots from node `n` on, until something else than a prepositional phrase comes."""
        for m in range(n, len(self.draft.nodes)):
            node = self.draft.nodes[m]
            if node.chunk is not None and node.chunk.preposition:
                if node.chunk.preposition in BELONGING and owns_thing(self.draft, predicate, m):
                    continue
                if node.chunk.preposition not in predicate.arguments or not self.belongs(m, True):
                    self.prepositional(predicate, node.chunk)
                predicate.end = max(predicate.end, node.end)
            elif node.kind not in _BETWEEN_PHRASES:
                return

    def own(self, nodes: list[int], passive: bool = False) -> list[Chunk]:
        """Return the phrases of a clause but those that only tell to whom what an action noun names is done, and by
        whom: that is told of the verb where it is passive.
        """
        pairs = [(n, chunk) for n in nodes if (chunk := self.draft.nodes[n].chunk) is not None]
        said, inside = [chunk.preposition for _, chunk in pairs], self._beside(pairs)
        agents = {"by"} if not passive and any(chunk.nouns for _, chunk in pairs) else set()
        return [
            chunk
            for n, chunk in pairs
            if (kind := chunk.preposition) == ""
            or (kind not in agents and n not in inside and not self.belongs(n, said.count(kind) > 1))
        ]

    def _beside(self, pairs: list[tuple[int, Chunk]]) -> set[int]:
        """Return the nodes that belong to a noun behind "with", up to the comma that closes its phrase ("ضمن محکوم کردن
        حمله به X، از Y خواست", "با استناد به رأی دادگاه، ...").
        """
        inside: set[int] = set()
        for at, (n, chunk) in enumerate(pairs):
            if chunk.preposition != "with" or chunk.mentions:
                continue
            close = next((m for m in range(n, pairs[-1][0]) if self.draft.sign(self.draft.nodes[m], ",،")), -1)
            inside |= {m for m, _ in pairs[at + 1 :] if m < close}
        return inside

    def belongs(self, m: int, contested: bool) -> bool:
        """Return whether the prepositional phrase at node `m` tells to whom the act is done that the prepositional
        phrase right before it names ("criticised Chile over its attack on Peru"), or with whom where its
        preposition is `contested`: what else the phrase may belong to has such a one already.
        """
        nodes, chunk = self.draft.nodes, self.draft.nodes[m].chunk
        before = nodes[m - 2].chunk if m > 1 and nodes[m - 1].kind == "prep" else None
        if before is None or not before.preposition or not before.nouns:
            return False
        if chunk is None or not chunk.mentions or chunk.nouns:
            return False
        last = self.draft.nouns.get(before.nouns[-1], -1)
        senses = self.draft.predicates[last].senses if last >= 0 else ()
        roles = {role for sense in senses for slot, role in sense.slots if slot == chunk.preposition}
        if contested:
            return not roles.isdisjoint(_SIDES)
        return roles == _DONE_TO and chunk.preposition != "with"

    def prepositional(self, predicate: Predicate, chunk: Chunk) -> None:
        """Fill the slot named after the preposition; where it is taken, `+` makes the next."""
        slot = "in" if self._located(predicate, chunk) else chunk.preposition
        argument = self.make(slot, chunk)
        if slot == "of" and predicate.pos == "noun":
            predicate.arguments.setdefault("gen", argument)
        while slot in predicate.arguments:
            slot += "+"
        predicate.arguments[slot] = argument

    def _located(self, predicate: Predicate, chunk: Chunk) -> bool:
        """Return whether a particle that also means "by" tells where something is: before a town or site, and before
        a state where the verb asks for nobody behind it ("قصف بلبنان", not "اعترف بلبنان").
        """
        item = self.draft.row[chunk.k]
        if chunk.preposition != "by" or "prep:by" not in item.marks:
            return False
        kind = item.mention.kind if item.mention is not None else item.value
        asks = any(slot == "by" and role not in ("actor", "none") for s in predicate.senses for slot, role in s.slots)
        return kind in _SITES or (kind in _LANDS and not asks)

    # Verbs

    def fill_verb(self, predicate: Predicate) -> None:
        """Fill the slots that stand after a verb; `obj`, `obj2`, `obj3` hold what has no preposition, in order."""
        draft = self.draft
        predicate.start, predicate.end = predicate.k, predicate.k + 1
        comma, goes_on = False, 0
        parenthesis = self._parenthetical(draft.node_of[predicate.number])
        for n in range(draft.node_of[predicate.number] + 1, len(draft.nodes)):
            node = draft.nodes[n]
            if n >= goes_on and node.kind == "rel":
                goes_on = self._behind_relative(n)
            elif comma and n >= goes_on and node.chunk is not None:
                goes_on = self._behind_apposition(n)
            if n < goes_on:
                continue
            if self._ends_arguments(n) or (parenthesis and draft.sign(node, ",،")):
                predicate.clause = predicate.clause or node.kind == "comp"
                return
            if node.chunk is not None:
                predicate.negated = predicate.negated or (
                    not comma and bool(node.chunk.nouns) and not node.chunk.preposition and self.none_of(n)
                )
                if not (
                    self._describes(n) or names_holders(self.draft, n) or self._joins_phrase(n) or self._of_reason(n)
                ):
                    if node.chunk.preposition in BELONGING:
                        owns_thing(self.draft, predicate, n)
                    self._fill(predicate, node.chunk, comma)
                predicate.end = node.end
            comma = comma or (node.kind == "punct" and draft.sign(node, ",،"))

    def _parenthetical(self, n: int) -> bool:
        """Return whether, verb first, the verb at node `n` opens a relative clause behind a comma, which ends it."""
        nodes = self.draft.nodes
        while self.draft.verb_first and n > 1 and nodes[n - 1].kind in HELPERS:
            n -= 1
        return self.draft.verb_first and n > 1 and nodes[n - 1].kind == "rel" and self.draft.sign(nodes[n - 2], ",،")

    def _behind_relative(self, n: int) -> int:
        """Return the node behind a relative clause between commas that begins at node `n`, verb first, if what follows
        may belong to the verb before ("accused the party, which leads the coalition, of fraud"), else 0.
        """
        draft, nodes = self.draft, self.draft.nodes
        if not draft.verb_first or nodes[n].kind != "rel" or n == 0 or not draft.sign(nodes[n - 1], ",،"):
            return 0
        closing = next((m for m in range(n + 1, len(nodes) - 1) if draft.sign(nodes[m], ",،")), 0)
        after = nodes[closing + 1] if closing else nodes[n]
        if after.kind == "prep":
            return closing + 1
        chunk = after.chunk
        return closing + 1 if chunk is not None and not draft.joined(after) else 0

    def _behind_apposition(self, n: int) -> int:
        """Return the node behind what says between commas, verb first, what the actor before it is ("Belarus, Moscow's
        closest ally, refused"), if what follows may belong to the verb, else 0.
        """
        draft, nodes = self.draft, self.draft.nodes
        chunk, before = nodes[n].chunk, nodes[n - 2].chunk if n > 1 and draft.sign(nodes[n - 1], ",،") else None
        if not draft.verb_first or chunk is None or chunk.preposition or draft.joined(nodes[n]):
            return 0
        if before is None or before.preposition or not (before.mentions or before.modifiers):
            return 0
        closing = next((m for m in range(n + 1, len(nodes) - 1) if draft.sign(nodes[m], ",،")), 0)
        inside = nodes[n:closing] if closing else [nodes[n]]
        after = nodes[closing + 1] if closing else nodes[n]
        whole = closing and all(node.kind not in ("verb", "conj", "rel", "comp") for node in inside)
        goes_on = after.kind == "prep" or (after.chunk is not None and not draft.joined(after))
        return closing + 1 if whole and goes_on and not any(draft.joined(node) for node in inside) else 0

    def _fill(self, predicate: Predicate, chunk: Chunk, comma: bool) -> None:
        """Give a noun phrase to the verb before it; behind a comma, objects are told apart in verb-first order only."""
        if chunk.preposition:
            self.prepositional(predicate, chunk)
        elif self.draft.verb_first or not comma:
            free = next((slot for slot in ("obj", "obj2", "obj3") if slot not in predicate.arguments), None)
            if free is not None:
                predicate.arguments[free] = self.make(free, chunk)

    def _describes(self, n: int) -> bool:
        """Return whether chunk `n` is an unknown adjective of the actor before it, where adjectives stand behind."""
        chunk, before = self.draft.nodes[n].chunk, self.draft.nodes[n - 1].chunk if n else None
        if not self.draft.head_first or chunk is None or before is None:
            return False
        if not before.mentions or not before.preposition:
            return False
        return not chunk.preposition and all(item.kind == "word" for item in self.draft.row[chunk.k : chunk.end])

    def _joins_phrase(self, n: int) -> bool:
        """Return whether "and" written with a thing joins it to the one behind the preposition before it."""
        node, before = self.draft.nodes[n], self.draft.nodes[n - 1]
        if node.chunk is None or node.chunk.mentions or node.chunk.preposition or before.chunk is None:
            return False
        return self.draft.joined(node) and bool(before.chunk.preposition)

    def _of_reason(self, n: int) -> bool:
        """Return whether chunk `n` belongs to a noun before it that is but a reason ("over tensions with Pakistan")."""
        nodes, chunk = self.draft.nodes, self.draft.nodes[n].chunk
        at = n - 1 - (n > 0 and nodes[n - 1].kind == "prep")
        before = nodes[at].chunk if at >= 0 else None
        if chunk is None or before is None or before.preposition not in _REASONS or chunk.preposition != "with":
            return False
        nouns = (self.draft.predicates[number] for number in self.draft.nouns_in(before))
        return any(a.k == chunk.k for noun in nouns for a in noun.all("with"))

    def none_of(self, n: int) -> bool:
        """Return whether "no" stands before chunk `n`: the clause is negated or "no longer" in verb-first order."""
        before, chunk = self.draft.nodes[n - 1] if n else None, self.draft.nodes[n].chunk
        if before is None or before.kind != "neg":
            return False
        again = chunk is not None and any(item.is_function("neg") for item in self.draft.row[chunk.k : chunk.end])
        return again or self.draft.row[before.k].role in ("no", "no-longer")

    def _ends_arguments(self, n: int) -> bool:
        """Return whether node `n` begins what no longer belongs to the verb before it."""
        node = self.draft.nodes[n]
        if node.chunk is not None:
            return not node.chunk.preposition and self._opens_clause(n)
        if node.kind == "conj":
            but = self.draft.verb_first and self.draft.row[node.k].role == "but"
            return but or self.draft.verb_follows(n + 1)
        if self.draft.verb_first and node.kind in HELPERS and "and" in self.draft.row[node.k].marks:
            return True
        if node.kind == "modal":
            return self.draft.obliges(node)
        return node.kind == "verb" or node.kind in _OPENERS or self.draft.sign(node, ";:؛.!?")

    def _opens_clause(self, n: int) -> bool:
        """Return whether chunk `n` is the subject of a verb that follows it rather than an object of the one before."""
        if self.draft.verb_first:
            return opens_aside(self.draft.row[self.draft.nodes[n].k])
        following = next((node for node in self.draft.nodes[n + 1 :] if not _may_follow_subject(node)), None)
        if following is None or following.kind != "verb":
            return False
        verb = self.draft.predicates[following.predicate]
        told = verb.pos in ("verb", "light") and self.draft.finite(verb) and verb.relation != "relative"
        return told and not (told_of_opening(self.draft, n, following) or ends_completion(self.draft, n))


def _may_follow_subject(node: Node) -> bool:
    """Return whether a node may stand between a subject and its verb."""
    return node.kind in HELPERS or node.kind == "prep" or (node.chunk is not None and bool(node.chunk.preposition))


def _count_people(chunk: Chunk, row: list[Item]) -> None:
    """Make civilians of a people that is counted ("thousands of Britons"), not before the noun it tells more of."""
    known = row[chunk.head].known
    adjective = known is not None and known.entry.kind == "demonym"
    tells_of = adjective and chunk.head + 1 < chunk.end and row[chunk.head + 1].kind == "word"
    for mention in chunk.mentions if not tells_of else ():
        if mention.kind == "demonym" and not mention.sector and chunk.k < chunk.head:
            mention.sector = "CVL"
