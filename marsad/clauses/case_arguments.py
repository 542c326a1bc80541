"""Arguments in languages with cases: what an action noun governs directly, by genitive, dative or instrumental."""

import msgspec

from marsad.clauses.arguments import Arguments
from marsad.clauses.cases import DATIVE, GENITIVE, INSTRUMENTAL, NOMINATIVE, meet
from marsad.clauses.model import Argument, Predicate
from marsad.clauses.nodes import Chunk
from marsad.mentions.items import Mention


class CaseArguments(Arguments):
    """Fills the slots of the action nouns of one draft."""

    def prepositional(self, predicate: Predicate, chunk: Chunk) -> None:
        """Fill the slot named after the preposition; of two that a form may stand under, the one its verb asks for."""
        if chunk.preposition == "in-case-of" and predicate.pos != "noun":
            predicate.modal = predicate.modal or "conditional"
        if chunk.otherwise and self._meant_otherwise(predicate, chunk):
            chunk = msgspec.structs.replace(chunk, preposition=chunk.otherwise)
        super().prepositional(predicate, chunk)

    @staticmethod
    def _meant_otherwise(predicate: Predicate, chunk: Chunk) -> bool:
        """Return whether a verb asks for the second meaning of a preposition, for "into" as often as for "in"."""
        slots = [slot for sense in predicate.senses for slot, _ in sense.slots]
        second = slots.count(chunk.otherwise)
        return second > 0 and second >= slots.count(chunk.preposition) * (
            1 if chunk.preposition == "in" else len(slots)
        )

    def _modified(self, predicate: Predicate, chunk: Chunk) -> None:
        """Let actors in the phrase of an action noun fill its slots: adjectives before it, what it governs after it."""
        place = self.draft.row[predicate.k].i
        own = [m for m in chunk.modifiers if m.i > place or (m.kind == "demonym" and m.i < place)]
        super()._modified(predicate, msgspec.structs.replace(chunk, modifiers=own))
        argument = predicate.arguments.get("gen")
        if argument is not None and argument.mentions and self._addressed(predicate, argument.mentions[-1]):
            self._hand_over(predicate, argument)

    @staticmethod
    def _addressed(predicate: Predicate, mention: Mention) -> bool:
        """Return whether a form that may be genitive or dative is the dative that the noun asks for."""
        slots = [slot for sense in predicate.senses for slot, _ in sense.slots]
        return bool(meet(mention.case, DATIVE)) and "to" in slots and "gen" not in slots

    @staticmethod
    def _hand_over(predicate: Predicate, argument: Argument) -> None:
        """Move the last actor of the genitive into the dative."""
        mention = argument.mentions.pop()
        if not argument.mentions:
            del predicate.arguments["gen"]
        classes = set(argument.classes)
        predicate.arguments["to"] = Argument("to", argument.k, argument.end, -1, [mention], classes)

    def _prepositions(self, predicate: Predicate, n: int) -> None:
        """Fill the slots of what follows: a dative or instrumental right behind, then prepositional phrases."""
        chunk = self.draft.nodes[n].chunk if n < len(self.draft.nodes) else None
        if chunk is not None and not chunk.preposition:
            slot = "to" if meet(chunk.case, DATIVE) else "by" if meet(chunk.case, INSTRUMENTAL) else ""
            if slot:
                self.prepositional(predicate, msgspec.structs.replace(chunk, preposition=slot))
                predicate.end = max(predicate.end, chunk.end)
                n += 1
        if self._behind_about(predicate, n):
            n += 2
        super()._prepositions(predicate, n)
        self._parted(predicate, n)

    def _behind_about(self, noun: Predicate, n: int) -> bool:
        """Fill the genitive that only "about" or "over" before its number parts from its noun, and return whether one
        does ("арест более ста активистов").
        """
        nodes = self.draft.nodes
        chunk = nodes[n + 1].chunk if n + 1 < len(nodes) else None
        over = nodes[n].kind == "adv" and self.draft.row[nodes[n].k].role == "over" if n < len(nodes) else False
        if not over or chunk is None or chunk.preposition or "gen" in noun.arguments or not meet(chunk.case, GENITIVE):
            return False
        noun.arguments["gen"] = self.make("gen", chunk)
        noun.end = max(noun.end, chunk.end)
        return True

    def _parted(self, noun: Predicate, n: int) -> None:
        """Fill the genitive that something stands between it and its noun ("визит в Лиму министра Чада")."""
        nodes = self.draft.nodes
        while n < len(nodes) and (nodes[n].kind == "prep" or _governed(nodes[n].chunk)):
            n += 1
        chunk = nodes[n].chunk if n < len(nodes) else None
        if chunk is None or "gen" in noun.arguments or not chunk.mentions or nodes[n - 1].chunk is None:
            return
        if meet(chunk.case, GENITIVE) and not meet(chunk.case, NOMINATIVE):
            noun.arguments["gen"] = self.make("gen", chunk)
            noun.end = max(noun.end, chunk.end)


def _governed(chunk: Chunk | None) -> bool:
    return chunk is not None and bool(chunk.preposition)
