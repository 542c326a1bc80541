"""Verb-final order: each verb closes its clause, and its arguments stand before it (`word_order = "sov"`).

The subject goes first, an object mark ("را") tells the object, "that" opens a clause behind the verb of saying it
depends on, behind a noun, or in the middle of a clause that still waits for its verb.
"""

from collections.abc import Iterable

from marsad.clauses.accompanying import accompanies, let_accompany, says
from marsad.clauses.arguments import Arguments
from marsad.clauses.brackets import Bracket, Brackets
from marsad.clauses.chunks import YEAR
from marsad.clauses.colouring import colour
from marsad.clauses.draft import Draft
from marsad.clauses.embedded import join_nouns, join_plans, put_into, put_objects_into, subordinate
from marsad.clauses.giving import give, lend_rest, turn_passive
from marsad.clauses.held import held_chunk, of_held, of_noun_before
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk
from marsad.clauses.origins import let_do, origin
from marsad.clauses.outcome import brought_about, refused
from marsad.clauses.parting import arranged, counted, headed, part_first, part_thing
from marsad.clauses.present import to_come
from marsad.clauses.whose import of_deal, otherwise_filled, undergone, whose
from marsad.lexicon.entries import BARE

_MANAGED = "managed"  # the modal of what came about ("managed to", "was forced to")
_DESPITE = "despite"  # "متعهد شد که علیرغم تظاهرات ..."
# What stands in these phrases inside an object concerns the verb too ("relations with X", "membership in X").
_OF_BOTH = frozenset({"with", "in", "between", "against"})
_RESUMING = frozenset({"that", "3p"})  # pronouns that as objects take up what their relative clause belongs to
_BEFALLS = "become"  # the support verb of compounds that something undergoes ("لغو شدن")
_NOUNS = frozenset({"word", "nominal", "trigger"})  # what "own" behind it belongs to
_QUOTES = '»”"'


class VerbLast:
    """Fills the slots of the verbs of one draft and embeds its clauses."""

    def __init__(self, draft: Draft, arguments: Arguments) -> None:
        self.draft, self.arguments = draft, arguments
        self.brackets = Brackets(draft)

    def run(self) -> None:
        """Read the nodes from left to right; what no verb closes stays with the clause it stands in."""
        for n, node in enumerate(self.draft.nodes):
            if node.kind == "verb":
                self._verb(n, self.draft.predicates[node.predicate])
            elif not self.brackets.opens(n):
                self.brackets.add(n)
        for bracket in self.brackets.open:
            self._embed_nouns(bracket)
            self._behind(bracket)
        for predicate in self.draft.predicates:
            if predicate.pos != "noun" and self.draft.takes_clause(predicate):
                put_objects_into(self.draft, predicate)
        join_plans(self.draft)
        join_nouns(self.draft)

    def _verb(self, n: int, predicate: Predicate) -> None:
        bracket = self.brackets.verb(predicate)
        outer = self._continued(bracket, predicate)
        if outer is not None:
            bracket = self._outer(bracket, outer)
        self._embed_nouns(bracket)
        predicate.condition, bracket.condition = bracket.condition, -1
        predicate.passive = predicate.passive or self._lent_voice(n, predicate)
        colour(self.draft, predicate, bracket.nodes)
        if predicate.modal == _MANAGED:
            predicate.modal, predicate.tense = "", "past"
        self._fill(n, predicate, bracket)
        self._embed(predicate, bracket)
        let_accompany(self.draft, predicate, self._chunks(bracket.nodes), self._accompanies)
        bracket.verbs.append(predicate.number)
        bracket.nodes, bracket.comma = [], False

    def _behind(self, bracket: Bracket) -> None:
        """Give the last verb of a clause the prepositional phrases behind it ("سفر کرد به لیما") up to a comma."""
        chunks = self._chunks(bracket.nodes)
        if bracket.verbs and not bracket.comma and all(chunk.preposition for chunk in chunks):
            verb = self.draft.predicates[bracket.verbs[-1]]
            for chunk in self.arguments.own(bracket.nodes, verb.passive):
                self.arguments.prepositional(verb, chunk)
            if verb.passive and chunks:
                turn_passive(verb, self.draft.row)

    def _lent_voice(self, n: int, predicate: Predicate) -> bool:
        """Return whether a participle shares the passive of the verb after it ("سه تن کشته و ده تن مجروح شدند"), one of
        a single word ("محکوم کرده و ..." has its own voice).
        """
        item = self.draft.row[predicate.k]
        known, alone = item.known, item.j - item.i == 1
        bare = known is not None and known.feature.person == BARE and predicate.number + 1 < len(self.draft.predicates)
        after = self.draft.nodes[n + 1].kind if n + 1 < len(self.draft.nodes) else ""
        if not (bare and alone and after in ("conj", "punct")):
            return False
        return next((p.passive for p in self.draft.predicates[predicate.number + 1 :] if p.pos != "noun"), False)

    # What a verb is embedded in

    def _embed_nouns(self, bracket: Bracket) -> None:
        for n in bracket.nodes if bracket.governor >= 0 else ():
            chunk = self.draft.nodes[n].chunk
            for number in self.draft.nouns_in(chunk) if chunk is not None and chunk.preposition != _DESPITE else ():
                if self.draft.predicates[number].parent < 0:
                    self.draft.predicates[number].parent = bracket.governor

    def _embed(self, predicate: Predicate, bracket: Bracket) -> None:
        if bracket.governor >= 0:
            put_into(predicate, bracket.governor)
        told = predicate.tense == "present" and (bracket.governor >= 0 or bracket.relation == "main")
        if told and to_come(self.draft, predicate, bracket.governor):
            predicate.tense = "future"
        if predicate.tense == "present" and self._hangs(predicate) and not says(self.draft, predicate):
            predicate.modal = predicate.modal or "conditional"
        if bracket.relation == "relative":
            predicate.relation = "relative"
        subordinate(predicate, bracket.under)
        if predicate.feature.form == "jussive" and not predicate.modal and predicate.tense != "past":
            self._unsettled(predicate, bracket)
        if self._speaks_last(predicate, bracket):
            for number in bracket.verbs:
                if self.draft.predicates[number].parent < 0:
                    put_into(self.draft.predicates[number], predicate.number)

    def _hangs(self, predicate: Predicate) -> bool:
        """Return whether the clause before a verb is the condition of what it tells ("اگر حمله کند، تحریم می‌کنیم")."""
        before = next((p for p in reversed(self.draft.predicates[: predicate.number]) if p.pos != "noun"), None)
        return before is not None and before.under == "if" and predicate.under != "if"

    def _unsettled(self, predicate: Predicate, bracket: Bracket) -> None:
        """Let a subjunctive say what may happen, or what will not where its verb of accepting it is negated.

        Behind another verb of its clause it depends on that one ("گفت فرصت دارند بازگردند").
        """
        governor, last = bracket.governor, self.draft.predicates[bracket.verbs[-1]] if bracket.verbs else None
        if brought_about(self.draft, governor if last is None else last.number):
            predicate.tense = "past"
        elif governor >= 0 and refused(self.draft, self.draft.predicates[governor]):
            predicate.negated = True
        elif not self._wanted(governor) or (last is not None and (last.modal or last.feature.form != "jussive")):
            predicate.modal = "possible"

    def _wanted(self, governor: int) -> bool:
        """Return whether what governs a clause says itself that its verb is planned, asked for or the like."""
        senses = self.draft.predicates[governor].senses if governor >= 0 else ()
        return any(self.draft.inventory.concepts[sense.concept].content != "same" for sense in senses)

    def _speaks_last(self, predicate: Predicate, bracket: Bracket) -> bool:
        """Return whether a verb of saying stands behind the words it reports ("«...»، X گفت")."""
        if bracket.relation != "main" or not bracket.verbs or not says(self.draft, predicate) or not bracket.nodes:
            return False
        first = self.draft.nodes[bracket.nodes[0]].k
        return any(sign in _QUOTES for sign in self.draft.signs[max(0, first - 2) : first])

    def _continued(self, bracket: Bracket, predicate: Predicate) -> Bracket | None:
        """Return the clause around a content clause to which "and" leads back, None where the verb goes on with it.

        It does so from another tense ("خواست ... خودداری کند و او را متهم کرد"), and to who speaks on ("گفت که ... و
        افزود که ...").
        """
        if bracket.relation != "content" or not bracket.verbs:
            return None
        last = self.draft.predicates[bracket.verbs[-1]]
        own = any(chunk.mentions for chunk in self._chunks(bracket.nodes) if not chunk.preposition)
        joined = bool(bracket.nodes) and self.draft.nodes[bracket.nodes[0]].kind == "conj"
        told_otherwise = last.tense != predicate.tense or not last.formed_like(predicate)
        goes_back = (joined and told_otherwise) or (says(self.draft, predicate) and not own)
        outer = (other for other in reversed(self.brackets.open[:-1]) if other.verbs) if goes_back else ()
        but = joined and own and self.draft.row[self.draft.nodes[bracket.nodes[0]].k].is_function("conj", "but")
        told = but and last.tense == "jussive" != predicate.tense  # "..., اما وزیر اطمینان داد"
        return next((other for other in outer if told or self._alike(other, predicate)), None)

    def _alike(self, bracket: Bracket, predicate: Predicate) -> bool:
        """Return whether the last verb of a clause has the tense and number of another verb."""
        last = self.draft.predicates[bracket.verbs[-1]]
        several = {p.feature.person.endswith("p") for p in (last, predicate) if p.feature.person != BARE}
        return last.tense == predicate.tense and len(several) < 2

    def _outer(self, bracket: Bracket, outer: Bracket) -> Bracket:
        """Return a clause around another, which takes over what was read last; those between are closed."""
        while self.brackets.inner is not outer:
            self.brackets.open.pop()
        outer.nodes = bracket.nodes
        return outer

    # Arguments

    def _chunks(self, nodes: Iterable[int]) -> list[Chunk]:
        return [chunk for n in nodes if (chunk := self.draft.nodes[n].chunk) is not None]

    def _fill(self, n: int, predicate: Predicate, bracket: Bracket) -> None:
        """Fill the slots of a verb from what stands before it in its clause."""
        first = self.draft.nodes[bracket.nodes[0]] if bracket.nodes else predicate
        predicate.start, predicate.end = first.k, self.draft.nodes[n].end
        marked, within = self._marked(bracket, predicate)
        taken_up = bracket.antecedent if marked is not None and self._takes_up(marked, bracket) else None
        named = (n for n in bracket.nodes if not self._only_tells_which(n))
        taken = (marked, *(c for c in within if self.draft.row[c.head].is_function("pron")))  # whose it is
        plain = [c for c in self._chunks(named) if not (c.preposition or c in taken or self._number(c))]
        plain = arranged(self.draft, predicate, self._chunks(bracket.nodes), plain)
        if marked is not None and not (plain or bracket.verbs or bracket.antecedent):
            plain = part_thing(self.draft, marked) or part_first(self.draft, predicate, marked)
        chunks = self._chunks(bracket.nodes)
        inner, whence = [*within, *of_held(self.draft, chunks)], origin(chunks)
        for chunk in self.arguments.own(bracket.nodes, predicate.asks_agent()):
            if chunk is whence or chunk is marked or of_noun_before(self.draft, chunks, chunk, predicate):
                continue
            if chunk.preposition and (chunk not in inner or chunk.preposition in _OF_BOTH):
                self.arguments.prepositional(predicate, chunk)
        if marked is not None:
            let_do(marked, within)
            give(predicate, "obj", self.arguments.make("obj", taken_up or marked))
            predicate.arguments["obj"].end = max(chunk.end for chunk in (marked, *within))
        self._plain(predicate, bracket, plain)
        if predicate.passive:
            turn_passive(predicate, self.draft.row)
        self._keep_agent(predicate, bracket)

    def _takes_up(self, chunk: Chunk, bracket: Bracket) -> bool:
        """Return whether an object is a pronoun of what a relative clause belongs to, who doesn't act in it himself."""
        head, whose = self.draft.row[chunk.head], bracket.antecedent
        acting = self.draft.predicates[bracket.verbs[-1]].arguments.get("subj") if bracket.verbs else None
        own = acting is not None and whose is not None and acting.k == whose.k
        return head.is_function("pron") and head.role in _RESUMING and not own

    def _keep_agent(self, predicate: Predicate, bracket: Bracket) -> None:
        """Take the agent of a passive verb from the action nouns before it ("به دلیل کمک به X از سوی Y تحریم شد")."""
        agent = predicate.arguments.get("by") if predicate.asks_agent() else None
        for chunk in self._chunks(bracket.nodes) if agent is not None else ():
            for number in self.draft.nouns_in(chunk):
                noun = self.draft.predicates[number].arguments
                if agent is not None and "by" in noun and noun["by"].k == agent.k:
                    del noun["by"]

    def _marked(self, bracket: Bracket, predicate: Predicate) -> tuple[Chunk | None, list[Chunk]]:
        """Return the noun phrase that the object mark belongs to, and the prepositional phrases inside it.

        An actor that opens the clause is its subject: then the object stands in the phrase just before the mark.
        """
        nodes = bracket.nodes
        mark = next((at for at, n in enumerate(nodes) if self.draft.nodes[n].kind == "mark"), -1)
        if mark > 0 and (number := counted(self.draft, self._chunks(nodes[mark - 1 : mark]))):
            return number[0], []
        before = [chunk for chunk in self._chunks(nodes[:mark]) if not self._number(chunk)] if mark > 0 else []
        plain = [at for at, chunk in enumerate(before) if not chunk.preposition]
        understood = bracket.verbs or bracket.antecedent is not None
        subject = len(plain) == 1 and plain[0] == 0 and self._acts(before[0]) and not understood
        if (subject or not plain) and mark > 0 and self._itself(nodes[mark - 1]):
            return None, []
        if plain and not (subject and len(before) > 1):
            at = self._described(before, plain, bool(understood))
            at -= headed(self.draft, predicate, before[: at + 1])
            return before[at], before[at + 1 :]
        if before or mark <= 0:
            return before[-1] if before else None, []
        return next(iter(self._chunks(nodes[mark - 1 : mark])), None), []

    def _itself(self, n: int) -> bool:
        """Return whether the word before a mark is not the end of a noun phrase ("پرو در سال ۲۰۱۹ خود را ... کشید")."""
        if self.draft.nodes[n].kind != "adv":
            return False
        k = self.draft.nodes[n].k - 1
        return k < 0 or self.draft.row[k].kind not in _NOUNS or self.draft.signs[k][0].isdigit()

    def _described(self, before: list[Chunk], plain: list[int], understood: bool) -> int:
        """Return which phrase before a mark is the object: the actor before an unknown adjective, else the last."""
        last = plain[-1]
        if len(plain) > 1 and plain[-2] == last - 2 and self._completes(before[last], before[last - 1]):
            return plain[-2]
        if len(plain) <= (1 if understood else 2) or plain[-2] != last - 1:
            return last
        if self.draft.row[before[last].head].is_function("pron") and not self._acts(before[last - 1]):
            return last - 1  # whose it is: "آزادی فوری او را خواست"
        several = self.draft.row[before[last].k].is_function("quant") or self.draft.signs[before[last].k].isdigit()
        if several or (self._tells(before[last]) and not self.brackets.situates(before[last - 1], before[last])):
            return last
        actor = before[last - 1]
        return last - 1 if actor.mentions and actor.end == before[last].k else last

    def _completes(self, chunk: Chunk, before: Chunk) -> bool:
        """Return whether a pronoun is what is done to by the infinitive before it ("تصمیم برای پذیرفتن او را")."""
        known = self.draft.row[before.head].known if before.head >= 0 else None
        infinitive = known is not None and known.entry.role == "infinitive"
        return infinitive and bool(before.preposition) and self.draft.row[chunk.head].is_function("pron")

    def _plain(self, predicate: Predicate, bracket: Bracket, plain: list[Chunk]) -> None:
        """Name the noun phrases without mark: the first is the subject, the last the object."""
        plain = self._held(predicate, plain)
        telling = [chunk for chunk in plain if self._tells(chunk) or self._asked_for(predicate, chunk)] or plain
        taken = predicate.arguments
        if len(telling) == 1 and "obj" not in taken and not predicate.passive and not self._acts(telling[0]):
            self._either(predicate, bracket, telling[0])
            return
        subject = telling[0] if telling and not self._says_what(predicate, telling[0]) else None
        if subject is not None:
            give(predicate, "subj", self.arguments.make("subj", subject))
        for chunk in reversed(telling if subject is None else telling[1:]):
            if subject is not None and whose(subject, chunk):
                continue
            free = next((slot for slot in ("obj", "obj2", "obj3") if slot not in taken), None)
            if free is not None:
                give(predicate, free, self.arguments.make(free, chunk))
        if subject is None:
            self._understood(predicate, bracket)
        elif bracket.antecedent is not None and "obj" not in taken and not self.brackets.resumed(bracket):
            give(predicate, "obj", self.arguments.make("obj", bracket.antecedent))

    def _says_what(self, predicate: Predicate, chunk: Chunk) -> bool:
        """Return whether a thing behind the object mark is what the object is called or made ("او را شرم خواند")."""
        marked = predicate.arguments.get("obj")
        return marked is not None and chunk.k > marked.k and not self._acts(chunk)

    def _held(self, predicate: Predicate, plain: list[Chunk]) -> list[Chunk]:
        """Return the noun phrases but what the part of a compound verb governs: its object ("خواستار عزل X شدند")."""
        held = held_chunk(self.draft, plain)
        if held is None or "obj" in predicate.arguments:
            return plain
        give(predicate, "obj", self.arguments.make("obj", held))
        return [chunk for chunk in plain if chunk is not held]

    def _either(self, predicate: Predicate, bracket: Bracket, chunk: Chunk) -> None:
        """Take a thing without mark as object where the subject is understood, else as both; several with a
        number or the like are the subject of what somebody tells in the plural ("گفت برخی متحدان عمل نکرده‌اند").
        """
        counted = self.draft.row[chunk.k].is_function("quant") and not chunk.nouns
        if counted and bracket.governor >= 0 and predicate.feature.perfect and predicate.feature.person.endswith("p"):
            give(predicate, "subj", self.arguments.make("subj", chunk))
            return
        give(predicate, "obj", self.arguments.make("obj", chunk))
        filled = bool(chunk.modifiers) and otherwise_filled(predicate)
        alone = not self.brackets.acted(bracket, predicate) or self._befalls(predicate, chunk)
        if bracket.antecedent is None and alone:
            subject = self.arguments.make("subj", chunk) if chunk.modifiers else predicate.arguments["obj"]
            predicate.arguments["subj"] = subject
            if filled:
                del predicate.arguments["obj"]
        else:
            self._understood(predicate, bracket)

    def _befalls(self, predicate: Predicate, chunk: Chunk) -> bool:
        """Return whether a verb says what becomes of a thing such as this: then it is its subject, no object."""
        known = self.draft.row[predicate.k].known
        wanted = predicate.asked("subj") if known is not None and known.entry.role == _BEFALLS else set()
        return bool(wanted) and bool(wanted & self.arguments.make("subj", chunk).classes)

    def _understood(self, predicate: Predicate, bracket: Bracket) -> None:
        """Take the subject from the verb before it in its clause, or what a relative clause belongs to."""
        if bracket.verbs:
            before = self.draft.predicates[bracket.verbs[-1]]
            predicate.shares = before.number
            lent = before.arguments.get("obj" if before.passive else "subj")
            if lent is not None and any(m.title_kind != "treaty" for m in lent.mentions):
                predicate.arguments["subj"] = lent
            lend_rest(before, predicate, self._chunks(bracket.nodes))
        elif (going_on := self.brackets.goes_on_from(bracket)) >= 0:
            predicate.shares = going_on
        elif told_of := bracket.antecedent or self.brackets.told_of(bracket):
            told = self.arguments.make("subj", told_of)
            doer = bracket.subject if undergone(predicate) else None
            if doer is not None:
                give(predicate, "subj", self.arguments.make("subj", doer))
            done_to = doer is not None or of_deal(predicate, told)
            give(predicate, "obj" if done_to and "obj" not in predicate.arguments else "subj", told)

    def _number(self, chunk: Chunk) -> bool:
        """Return whether a noun phrase is nothing but a number, as days and years are, or a quantity ("هر دو")."""
        pieces, signs, row = range(chunk.k, chunk.end), self.draft.signs, self.draft.row
        if all(signs[k][0].isdigit() or row[k].is_function("quant") for k in pieces):
            return True
        return YEAR.fullmatch(signs[chunk.end - 1]) is not None and all(row[k].kind == "word" for k in pieces)

    def _tells(self, chunk: Chunk) -> bool:
        """Return whether a noun phrase holds anything known; unknown words alone are mostly adverbs."""
        return bool(chunk.mentions or chunk.modifiers or chunk.nouns) or self._acts(chunk)

    def _asked_for(self, predicate: Predicate, chunk: Chunk) -> bool:
        """Return whether unknown words are an object that a sense of the verb asks for ("آب و غذا پخش کرد")."""
        words = set(self.draft.signs[chunk.k : chunk.end])
        needs = (need for sense in predicate.senses for need in sense.needs if need.slot == "obj" and not need.negative)
        return any(not words.isdisjoint(need.words) for need in needs)

    def _only_tells_which(self, n: int) -> bool:
        """Return whether unknown words right behind the actor of a preposition only tell which ("به خانواده X")."""
        chunk, before = self.draft.nodes[n].chunk, self.draft.nodes[n - 1].chunk if n else None
        if chunk is None or before is None or not before.preposition:
            return False
        return any(m.kind == "title" and not m.person for m in before.mentions) and not self._tells(chunk)

    def _acts(self, chunk: Chunk) -> bool:
        head = self.draft.row[chunk.head]
        return bool(chunk.mentions) or head.kind in ("anaphora", "outlet") or head.value == "pron"

    def _accompanies(self, noun: Predicate, chunk: Chunk) -> bool:
        return accompanies(self.draft, noun, chunk)
