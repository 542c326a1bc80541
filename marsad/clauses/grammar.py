"""Who stands where: the arguments of each predicate and what it is embedded in, by word order and prepositions."""

from marsad.clauses.chunks import Chunk, Chunker, Node
from marsad.clauses.model import Argument, Parse, Predicate
from marsad.clauses.predicates import PredicateFinder
from marsad.inventory import Inventory
from marsad.lexicon.profile import Profile
from marsad.mentions.groups import ENVOYS
from marsad.mentions.items import Item
from marsad.mentions.spans import Span
from marsad.text.sentences import Sentence

FINITE = frozenset({"past", "present", "jussive", "future", "have"})
QUOTES = frozenset('"“”«»')
# Where the thing stands that is asked for, promised, denied ...
CONTENT_SLOTS = frozenset({"obj", "obj2", "for", "of", "by", "about", "to", "on"})
# Prepositions behind which a gerund is what is said, planned or alleged ("accused of", "warned against"), not when or how.
GERUND_CONTENT = frozenset({"of", "from", "for", "against", "about", "on", "to", "with"})
CONDITIONAL_UNDER = frozenset({"if", "unless", "provided", "as-long-as"})
OPEN_UNDER = frozenset({"before", "until", "so-that"})
STOPS = frozenset({"sub", "question"})
DIPLOMATS = ENVOYS | {"diplomat", "diplomats", "attache", "special-envoy", "embassy-staff"}
PRONOUN_CLASSES = {"3ns": {"actor", "igo", "state", "agreement"}}
BODIES = frozenset({"the-organisation", "the-group"})
_HELPERS = frozenset({"aux", "neg", "future", "modal", "adv", "quant", "time"})


class Grammar:
    """Parses one sentence; the word order of the profile decides on which side subject and object are looked for."""

    def __init__(self, sentence: Sentence, text: str, row: list[Item], profile: Profile, inventory: Inventory) -> None:
        self.sentence, self.row, self.inventory = sentence, row, inventory
        self.oblique = profile.oblique or ("\0",)
        self.feminine = profile.feminine or ("\0",)
        self.verb_first, self.head_first = profile.word_order == "vso", profile.adjective == "after"
        self.predicates = PredicateFinder(sentence, text, row, self.verb_first).run()
        verbal = {p.k: p.number for p in self.predicates if p.pos != "noun"}
        self.nouns = {p.k: p.number for p in self.predicates if p.pos == "noun"}
        self.signs = [sentence.tokens[item.i] for item in row]
        self.nodes = Chunker(row, verbal, profile.adjective == "after", self.signs).run()
        self.node_of = {node.predicate: n for n, node in enumerate(self.nodes) if node.kind == "verb"}

    def run(self) -> Parse:
        """Return the parse."""
        for predicate in self.predicates:
            if predicate.pos == "noun":
                self._noun(predicate)
        for predicate in self.predicates:
            if predicate.pos != "noun":
                self._right(predicate)
        for predicate in self.predicates:
            if predicate.pos != "noun":
                self._left(predicate)
                self._settle(predicate)
        self._embed()
        self._embed_objects()
        self._support()
        self._mark_quoted()
        return Parse(self.row, self.predicates, self._sources())

    # What a predicate says of what follows it

    def takes_clause(self, predicate: Predicate) -> bool:
        """Return whether some sense of the predicate governs a clause (it speaks, plans, promises, denies ...)."""
        concepts = (self.inventory.concepts[s.concept] for s in predicate.senses)
        return any(c.shape == "saying" or c.content != "same" or c.act for c in concepts)

    def finite(self, number: int) -> bool:
        """Return whether a predicate is a finite verb or predicative adjective."""
        predicate = self.predicates[number]
        return predicate.pos in ("adj", "phrase") or predicate.tense in FINITE or bool(predicate.modal)

    # Arguments

    def _argument(self, slot: str, chunk: Chunk) -> Argument:
        predicate = self.nouns.get(chunk.head, -1)
        if predicate < 0:
            predicate = next((self.nouns[n] for n in chunk.nouns if n in self.nouns), -1)
        governed = chunk.nouns or (self.head_first and self.row[chunk.head].kind == "word")
        mentions = chunk.mentions or ([] if governed else chunk.modifiers)
        return Argument(
            slot, chunk.k, chunk.end, chunk.head, mentions, self._classes(chunk), predicate, chunk.modifiers
        )

    def _classes(self, chunk: Chunk) -> set[str]:
        classes = set()
        for n in range(chunk.k, chunk.end):
            span = self.row[n].span
            if span is not None:
                classes.update(known.entry.value for known in span.readings if known.entry.kind == "nominal")
                classes.update(self._named_by(span))
        for mention in chunk.mentions or ([] if chunk.nouns else chunk.modifiers):
            classes.update(mention_classes(mention))
        head = self.row[chunk.head]
        if head.is_function("pron"):
            classes |= PRONOUN_CLASSES.get(head.role, {"actor", "person"})
        if head.kind == "anaphora":
            classes |= {"actor", "igo" if head.value in BODIES else "state"}
        return classes

    def _named_by(self, span: Span) -> set[str]:
        """Return the classes that the concepts of an action noun give it ("notice" of a withdrawal is a withdrawal)."""
        concepts = self.inventory.concepts
        return {
            concepts[sense.concept].noun_class
            for known in span.readings
            if known.entry.kind == "trigger" and known.entry.value == "noun"
            for sense in known.entry.senses
        } - {""}

    def _noun(self, predicate: Predicate) -> None:
        """Fill the slots of an action noun: what modifies it inside its phrase, and the prepositions after it."""
        n = next((n for n, node in enumerate(self.nodes) if node.chunk and node.k <= predicate.k < node.end), None)
        if n is None:
            return
        node = self.nodes[n]
        chunk = node.chunk
        assert chunk is not None
        predicate.start, predicate.end = node.k, node.end
        for mention in chunk.modifiers:
            slot = "adj" if mention.kind == "demonym" and not mention.genitive else "gen"
            argument = predicate.arguments.setdefault(slot, Argument(slot, chunk.k, chunk.end, chunk.head, [], set()))
            argument.mentions.append(mention)
            argument.classes.update(mention_classes(mention))
        if "poss" in self._enclitic(predicate) or self._possessive_before(chunk, predicate.k):
            predicate.arguments.setdefault("gen", Argument("gen", chunk.k, chunk.end, -1, [], {"pronoun"}))
        self._governed_noun(predicate, chunk)
        self._prepositions(predicate, n + 1)

    def _governed_noun(self, predicate: Predicate, chunk: Chunk) -> None:
        """Where the head stands first, let the nouns that an action noun governs directly fill its genitive."""
        later = [k for k in range(predicate.k + 1, chunk.end) if self.row[k].kind in ("nominal", "trigger")]
        if not self.head_first or not later:
            return
        inner = Chunk(later[0], chunk.end, later[0], "", [], chunk.modifiers, later)
        argument = self._argument("gen", inner)
        held = predicate.arguments.get("gen")
        if held is not None:
            argument.mentions = held.mentions
            argument.classes |= held.classes
        predicate.arguments["gen"] = argument

    def _enclitic(self, predicate: Predicate) -> str:
        return predicate.feature.enclitic

    def _possessive_before(self, chunk: Chunk, k: int) -> bool:
        return any(self.row[n].is_function("poss") for n in range(chunk.k, k))

    def _prepositions(self, predicate: Predicate, n: int) -> int:
        """Fill prepositional slots from node `n` on, until something else than a prepositional phrase comes."""
        while n < len(self.nodes):
            node = self.nodes[n]
            if node.chunk is not None:
                if not node.chunk.preposition:
                    break
                self._slot(predicate, node.chunk)
                predicate.end = max(predicate.end, node.end)
            elif node.kind not in ("prep", "time", "adv", "reporting"):
                break
            n += 1
        return n

    def _slot(self, predicate: Predicate, chunk: Chunk) -> None:
        slot = chunk.preposition
        argument = self._argument(slot, chunk)
        if slot == "of" and predicate.pos == "noun":
            predicate.arguments.setdefault("gen", argument)
        while slot in predicate.arguments:
            slot += "+"
        predicate.arguments[slot] = argument

    # Verbs

    def _right(self, predicate: Predicate) -> None:
        """Fill the slots that stand after a verb; `obj` and `obj2` hold what has no preposition, in order."""
        n = self.node_of[predicate.number] + 1
        predicate.start, predicate.end = predicate.k, predicate.k + 1
        comma = False
        while n < len(self.nodes):
            node = self.nodes[n]
            if node.chunk is not None:
                if node.chunk.preposition:
                    self._slot(predicate, node.chunk)
                elif not (comma and not self.verb_first) and not self._opens_clause(n):
                    self._positional(predicate, node.chunk)
                elif self._opens_clause(n):
                    break
                predicate.end = node.end
            elif self._ends_arguments(node, n):
                predicate.clause = predicate.clause or node.kind == "comp"
                break
            comma = comma or self.signs[node.k] in (",", "،")
            n += 1

    def _positional(self, predicate: Predicate, chunk: Chunk) -> None:
        for slot in ("obj", "obj2", "obj3"):
            if slot not in predicate.arguments:
                predicate.arguments[slot] = self._argument(slot, chunk)
                return

    def _opens_clause(self, n: int) -> bool:
        """Return whether chunk `n` is the subject of a verb that follows it rather than an object of the one before."""
        if self.verb_first:
            return False
        n += 1
        while n < len(self.nodes):
            node = self.nodes[n]
            if node.kind == "verb":
                verbal = self.predicates[node.predicate].pos in ("verb", "light")
                return verbal and self.finite(node.predicate) and not self.predicates[node.predicate].relation == "relative"
            if (
                node.kind not in _HELPERS
                and not (node.chunk is not None and node.chunk.preposition)
                and node.kind != "prep"
            ):
                return False
            n += 1
        return False

    def _ends_arguments(self, node: Node, n: int) -> bool:
        if node.kind == "verb":
            return True
        if node.kind == "modal" and self.verb_first and self.row[node.k].role == "obliged":
            return True
        if node.kind in STOPS or node.kind in ("comp", "rel", "start"):
            return True
        if node.kind == "conj":
            return self._verb_follows(n + 1)
        return node.kind == "punct" and self.signs[node.k] in ";:؛.!?"

    def _verb_follows(self, n: int) -> bool:
        while n < len(self.nodes) and self.nodes[n].kind in _HELPERS:
            n += 1
        return n < len(self.nodes) and self.nodes[n].kind == "verb"

    def _left(self, predicate: Predicate) -> None:
        """Find the subject before a verb, or the predicate whose subject it shares."""
        n = self.node_of[predicate.number] - 1
        if self._subjectless(predicate, n):
            predicate.shares = self._finite_before(n) if predicate.feature.form == "gerund" else -1
            return
        subject: Chunk | None = None
        passed: list[Chunk] = []
        joined = self.verb_first and "and" in self.row[predicate.k].marks
        joined = joined and (self._verb_before(n) or bool(predicate.mentions("obj")))
        n = self._skip_parenthesis(n)
        if n >= 0 and self.nodes[n].kind == "conj" and not self.verb_first:
            joined = True
        while n >= 0 and subject is None:
            node = self.nodes[n]
            if node.chunk is not None:
                if node.chunk.preposition:
                    passed.append(node.chunk)
                if not node.chunk.preposition and not joined and not (self.verb_first and self._claimed(n, predicate)):
                    subject = node.chunk
            elif node.kind == "verb":
                if not self.predicates[node.predicate].relation == "relative":
                    predicate.shares = node.predicate
                    break
            elif node.kind == "rel":
                self._relative(predicate, n)
                return
            elif node.kind in ("comp", "sub", "start", "question") or (
                node.kind == "punct" and self.signs[node.k] in ';:؛"«“'
            ):
                break
            n -= 1
        if subject is not None and subject.preposition == "":
            for chunk in passed:
                predicate.arguments.setdefault(chunk.preposition, self._argument(chunk.preposition, chunk))
        if subject is not None:
            predicate.arguments["before"] = self._argument("before", subject)
            self._object_relative(predicate, n - 1)

    def _subjectless(self, predicate: Predicate, n: int) -> bool:
        """Return whether a verb can't have a subject before it: an infinitive, or a gerund behind a comma or preposition."""
        while n > 0 and self.nodes[n].kind in ("neg", "adv"):
            n -= 1
        if self.verb_first or n < 0 or predicate.pos not in ("verb", "light"):
            return False
        node = self.nodes[n]
        if predicate.feature.form == "base" and node.kind == "prep":
            return self.row[node.k].role == "to"
        return predicate.feature.form == "gerund" and (node.kind == "prep" or self.signs[node.k] == ",")

    def _finite_before(self, n: int) -> int:
        """Return the last finite verb before node `n`, -1 where there is none."""
        for node in reversed(self.nodes[: n + 1]):
            if node.kind == "verb" and self.finite(node.predicate):
                return node.predicate
        return -1

    def _verb_before(self, n: int) -> bool:
        return any(node.kind == "verb" for node in self.nodes[: n + 1])

    def _claimed(self, n: int, predicate: Predicate) -> bool:
        """Return whether, in verb-first order, chunk `n` already belongs to a verb before it in the same clause."""
        n -= 1
        while n >= 0:
            node = self.nodes[n]
            if node.kind == "verb":
                return True
            if node.kind in ("comp", "rel", "start", "sub", "conj") or (
                node.kind == "punct" and self.signs[node.k] != ","
            ):
                return False
            if node.kind == "aux":
                return False
            n -= 1
        return False

    def _skip_parenthesis(self, n: int) -> int:
        """Return the node before a "..., who ..., " that stands between subject and verb."""
        while n >= 0 and self.nodes[n].kind in _HELPERS:
            n -= 1
        if n < 0 or self.signs[self.nodes[n].k] not in (",", ")"):
            return n
        m = n - 1
        while m >= 0 and self.signs[self.nodes[m].k] not in (",", "("):
            if self.nodes[m].kind == "rel":  # its comma may have closed an apposition before it
                return m - 1
            m -= 1
        if m > 0 and self._is_parenthesis(m + 1):
            return m - 1
        return n

    def _is_parenthesis(self, n: int) -> bool:
        node = self.nodes[n]
        if node.kind in ("rel", "prep", "time", "reporting", "sub", "future", "neg", "adv", "aux"):
            return True
        if node.kind == "verb":
            return self.predicates[node.predicate].feature.form in ("past", "participle", "gerund", "active", "")
        return node.chunk is not None

    def _relative(self, predicate: Predicate, n: int) -> None:
        """Take the noun phrase before a relative pronoun as subject."""
        predicate.relation = "relative"
        m = n - 1
        while m >= 0 and self.nodes[m].kind in ("punct", "prep", "time"):
            m -= 1
        chunk = self.nodes[m].chunk if m >= 0 else None
        if chunk is not None:
            predicate.arguments["antecedent"] = self._argument("antecedent", chunk)

    def _object_relative(self, predicate: Predicate, n: int) -> None:
        if n >= 1 and self.nodes[n].kind == "rel":
            chunk = self.nodes[n - 1].chunk
            predicate.relation = "relative"
            if chunk is not None:
                predicate.arguments.setdefault("obj", self._argument("obj", chunk))

    def _settle(self, predicate: Predicate) -> None:
        """Name subject and object, now that both sides of the verb are known."""
        taken = predicate.arguments
        before, antecedent = taken.pop("before", None), taken.pop("antecedent", None)
        if (
            not self.verb_first
            or predicate.pos in ("adj", "phrase")
            or predicate.feature.form in ("active", "participle")
        ):
            self._give(predicate, "subj", before or antecedent)
        elif before is not None and "obj" in taken and self._dislocated(predicate, before):
            subject = taken.pop("obj")
            self._give(predicate, "subj", subject)
            self._give(predicate, "obj", before)
        elif before is not None:
            self._give(predicate, "subj", before)
        elif "obj" in taken and (antecedent is None or "obj2" in taken or taken["obj"].mentions):
            self._shift(predicate, antecedent)
        else:
            self._give(predicate, "subj", antecedent)
        if predicate.passive:
            self._turn_passive(predicate)

    def _oblique(self, argument: Argument) -> bool:
        """Return whether the case of a plural noun shows that it is no subject."""
        first = self.sentence.tokens[self.row[argument.head].i]
        head = self.row[argument.head]
        if head.kind == "anaphora":
            return self.sentence.tokens[head.j - 1].endswith(self.oblique)
        return first.endswith(self.oblique) and any(m.plural for m in argument.mentions)

    def _disagrees(self, predicate: Predicate, argument: Argument) -> bool:
        """Return whether gender shows that a noun is not the subject of the verb before it ("and accused [it]: the party")."""
        head = self.row[argument.head]
        last = head.j - 1 if head.kind == "anaphora" else head.i
        feminine = self.sentence.tokens[last].endswith(self.feminine)
        if predicate.feature.person == "3ms":
            capital = any(m.kind == "capital" for m in argument.mentions)
            return capital or feminine and (head.kind == "anaphora" or any(m.kind in ("title", "institution") for m in argument.mentions))
        person = any(m.title_kind == "office" and not m.plural and not m.shared for m in argument.mentions)
        return predicate.feature.person == "3fs" and person and not feminine

    def _dislocated(self, predicate: Predicate, before: Argument) -> bool:
        """Return whether what stands before a verb is its object ("this idea, the president proposed it") or garbled."""
        if not predicate.arguments["obj"].mentions or "obj2" in predicate.arguments:
            return False
        return predicate.feature.enclitic.startswith("obj") or (not before.mentions and self.takes_clause(predicate))

    def _acts(self, argument: Argument) -> bool:
        return bool(argument.mentions) or self.row[argument.head].kind == "anaphora"

    @staticmethod
    def _give(predicate: Predicate, slot: str, argument: Argument | None) -> None:
        if argument is not None:
            argument.slot = slot
            predicate.arguments[slot] = argument

    def _shift(self, predicate: Predicate, antecedent: Argument | None) -> None:
        """Verb first: what follows without preposition is the subject, then the object."""
        taken = predicate.arguments
        subject, second = taken.pop("obj"), taken.pop("obj2", None)
        third = taken.pop("obj3", None)
        if second is None and (self._oblique(subject) or self._disagrees(predicate, subject)):
            self._give(predicate, "obj", subject)
            return
        if second is None and antecedent is None and not self._acts(subject) and not predicate.clause:
            taken["obj"] = taken["subj"] = (
                subject  # a thing that may be either: its subject may stand in another clause
            )
            return
        self._give(predicate, "subj", subject)
        self._give(predicate, "obj", second or antecedent)
        self._give(predicate, "obj2", third)

    def _turn_passive(self, predicate: Predicate) -> None:
        taken = predicate.arguments
        patient = taken.pop("subj", None)
        if patient is not None:
            if "obj" in taken:
                self._give(predicate, "obj2", taken["obj"])
            self._give(predicate, "obj", patient)
        if "by" in taken and (taken["by"].mentions or taken["by"].predicate < 0):
            self._give(predicate, "subj", taken["by"])

    # Embedding

    def _embed(self) -> None:
        """Give every predicate the one in whose content it stands."""
        governor = -1
        last = -1
        under = ""
        for n, node in enumerate(self.nodes):
            if node.kind == "comp" or (node.kind == "modal" and self.row[node.k].role == "obliged" and self.verb_first):
                if not self._after_conj(n):
                    governor = self._governor(n, governor)
                if governor >= 0:
                    self.predicates[governor].clause = True
            elif node.kind == "sub":
                under = self.row[node.k].role
            elif node.kind == "verb":
                self._embed_verb(n, self.predicates[node.predicate], governor, last)
                self._subordinate(self.predicates[node.predicate], under)
                last, under = node.predicate, ""
            elif node.chunk is not None:
                for k in node.chunk.nouns:
                    if k in self.nouns and governor >= 0:
                        self.predicates[self.nouns[k]].parent = governor
            elif (
                node.kind == "punct"
                and self.signs[node.k] == ":"
                and last >= 0
                and self.takes_clause(self.predicates[last])
            ):
                governor = last
                self.predicates[last].clause = True
        self._postposed()

    @staticmethod
    def _subordinate(predicate: Predicate, under: str) -> None:
        """Let the subordinator a clause stands under say that it has not happened ("if", "before")."""
        if predicate.modal or predicate.relation == "relative":
            return
        if under in CONDITIONAL_UNDER:
            predicate.modal = "conditional"
        elif under in OPEN_UNDER and predicate.tense not in ("past", "have"):
            predicate.modal = "possible"

    def _embed_objects(self) -> None:
        """Let what a verb of saying, asking, promising or denying has as its object stand in its content."""
        for predicate in self.predicates:
            if predicate.pos == "noun" or not self.takes_clause(predicate):
                continue
            for slot, argument in predicate.arguments.items():
                inner = argument.predicate
                if slot.rstrip("+") in CONTENT_SLOTS and inner >= 0 and self.predicates[inner].parent < 0 and inner != predicate.number:
                    self.predicates[inner].parent = predicate.number

    def _mark_quoted(self) -> None:
        quoted = any(sign in QUOTES for sign in self.signs)
        for predicate in self.predicates:
            predicate.quoted = quoted and self.takes_clause(predicate)

    def _after_conj(self, n: int) -> bool:
        return (n > 0 and (self.nodes[n - 1].kind == "conj")) or "and" in self.row[self.nodes[n].k].marks

    def _governor(self, n: int, current: int) -> int:
        """Return the predicate that governs the complementizer at node `n`: the nearest one before that takes a clause."""
        for m in range(n - 1, -1, -1):
            node = self.nodes[m]
            numbers = [node.predicate] if node.kind == "verb" else []
            if node.chunk is not None:
                numbers = [self.nouns[k] for k in reversed(node.chunk.nouns) if k in self.nouns]
            for number in numbers:
                if self.takes_clause(self.predicates[number]):
                    return number
            if node.kind == "comp":
                break
        return current

    def _embed_verb(self, n: int, predicate: Predicate, governor: int, last: int) -> None:
        if predicate.feature.form == "active" and governor >= 0 and self.takes_clause(predicate):
            predicate.parent, predicate.shares = self.predicates[governor].parent, governor
            return
        m = n - 1
        while m > 0 and self.nodes[m].kind in ("neg", "adv"):
            m -= 1
        before = self.nodes[m] if n else None
        infinitive = before is not None and before.kind == "prep" and self.row[before.k].role == "to"
        gerund = predicate.feature.form == "gerund" and before is not None and before.kind in ("prep", "verb")
        if gerund and before is not None and before.kind == "prep" and self.row[before.k].role not in GERUND_CONTENT:
            predicate.relation, predicate.shares = "adverbial", last
            return
        if infinitive or gerund:
            near = self._nearest(n)
            predicate.parent = near if near >= 0 else governor
            predicate.relation = "inf" if infinitive else "gerund"
        elif last >= 0 and self._bare_complement(n, last, predicate):
            predicate.parent, predicate.relation = last, "content"
        elif governor >= 0 and self._back_to_main(n, predicate, governor, last):
            predicate.parent, predicate.shares = self.predicates[governor].parent, governor
        elif governor >= 0 and governor != predicate.number:
            predicate.parent = governor
            predicate.relation = "content" if predicate.relation == "main" else predicate.relation
        elif last >= 0 and predicate.shares == last and self.predicates[last].relation == "content":
            predicate.parent = self.predicates[last].parent

    def _back_to_main(self, n: int, predicate: Predicate, governor: int, last: int) -> bool:
        """Return whether "and" takes the sentence back from what is asked for to who asked ("demanded that X go and recalled ...")."""
        if self.verb_first or n == 0 or self.nodes[n - 1].kind != "conj" or last in (-1, governor):
            return False
        return predicate.tense == "past" and self.predicates[last].tense != "past" and self.predicates[governor].tense == "past"

    def _nearest(self, n: int) -> int:
        """Return the predicate just before node `n` that an infinitive or gerund completes."""
        for m in range(n - 1, max(-1, n - 8), -1):
            node = self.nodes[m]
            if node.kind == "verb":
                return node.predicate
            if node.chunk is not None:
                found = [self.nouns[k] for k in node.chunk.nouns if k in self.nouns]
                if found and self.takes_clause(self.predicates[found[-1]]):
                    return found[-1]
        return -1

    def _bare_complement(self, n: int, last: int, predicate: Predicate) -> bool:
        """Return whether a finite verb is the content of the verb before it without a complementizer ("said it left")."""
        governor = self.predicates[last]
        if self.verb_first or not self.takes_clause(governor) or not self.finite(predicate.number):
            return False
        between = self.nodes[self.node_of[last] + 1 : n]
        if any(node.kind in ("sub", "rel", "comp") or (node.kind == "conj" and self._verb_follows(m))
               for m, node in enumerate(between, self.node_of[last] + 2)):  # fmt: skip
            return False
        return any(node.chunk is not None and not node.chunk.preposition for node in between)

    def _postposed(self) -> None:
        """Embed what stands before ", X said" in it."""
        for predicate in self.predicates:
            if predicate.pos not in ("verb",) or predicate.parent >= 0 or not self._speaks_last(predicate):
                continue
            for other in self.predicates[: predicate.number]:
                if other.parent < 0:
                    other.parent = predicate.number
                    other.relation = "content" if other.relation == "main" else other.relation

    def _speaks_last(self, predicate: Predicate) -> bool:
        """Return whether a verb of saying stands after its content: a comma before its subject, no clause after it."""
        concepts = [self.inventory.concepts[s.concept] for s in predicate.senses]
        if self.verb_first or not any(c.shape == "saying" and c.content in ("same", "alleged") for c in concepts):
            return False
        if any(p.parent == predicate.number for p in self.predicates) or predicate.shares >= 0:
            return False
        subject = predicate.arguments.get("subj")
        start = min(subject.k if subject else predicate.k, predicate.k)
        return start > 0 and self.signs[start - 1] in (",", '"', "”", "»")

    def _support(self) -> None:
        """Link each action noun with the light verb that carries it ("held talks", "an attack launched by X")."""
        for predicate in self.predicates:
            if predicate.pos == "light":
                carried = next((a.predicate for a in self._carriable(predicate) if a.predicate >= 0), -1)
                if carried < 0:
                    carried = self._noun_before(predicate)
                if carried >= 0:
                    self.predicates[carried].light = predicate.number
                elif predicate.senses:
                    predicate.pos = "verb"  # it carries nothing here: it means what it means by itself

    @staticmethod
    def _carriable(predicate: Predicate) -> list[Argument]:
        slots = ("obj", "subj", "by", "obj2", "with")
        return [predicate.arguments[slot] for slot in slots if slot in predicate.arguments]

    def _noun_before(self, predicate: Predicate) -> int:
        """Return the action noun just before a light verb ("an attack launched by X"), -1 where there is none."""
        n = self.node_of[predicate.number] - 1
        chunk = self.nodes[n].chunk if n >= 0 else None
        return next((self.nouns[k] for k in chunk.nouns if k in self.nouns), -1) if chunk is not None else -1

    def _sources(self) -> list:  # type: ignore[type-arg]
        """Return the actors to whom the whole sentence is credited ("according to X")."""
        found = []
        for node in self.nodes:
            if node.chunk is not None and node.chunk.preposition == "according-to":
                found.extend(node.chunk.mentions)
        return found


def mention_classes(mention) -> set[str]:  # type: ignore[no-untyped-def]
    """Return the classes of an actor that `needs` can name."""
    classes = {"actor"}
    if mention.kind in ("state", "capital", "metonym", "demonym"):
        classes.add("state")
    if mention.kind in ("place", "capital", "state"):
        classes.add("place")
    if mention.country.startswith("IGO:"):
        classes.add("igo")
    if mention.title_kind == "treaty":
        classes.add("agreement")
    if mention.kind in ("person", "name") or mention.title_kind in ("office", "people", "side"):
        classes.add("person")
    if mention.role:
        classes.add("ambassador" if mention.role in DIPLOMATS else mention.role)
    if mention.sector in ("REB", "MIL", "UAF", "PRM", "COP"):
        classes.add("armed")
    return classes
