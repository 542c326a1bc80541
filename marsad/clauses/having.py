"""Perfects that "and" joins under one auxiliary ("denied having shelled a town and killed ten")."""

from itertools import pairwise

from marsad.clauses.model import Predicate
from marsad.lexicon.entries import Feature
from marsad.mentions.items import Item

_PAST = frozenset({"past", "participle"})


def share_having(predicates: list[Predicate], row: list[Item]) -> None:
    """Let a participle behind "and" share the "having" of the verb before it."""
    verbs = [p for p in predicates if p.pos == "verb"]
    for first, second in pairwise(verbs):
        if first.tense != "gerund" or not row[first.k - 1].is_function("aux", "having"):
            continue
        joined = row[second.k - 1].is_function("conj") and second.feature.form in _PAST and second.tense in _PAST
        if joined:
            second.feature, second.tense, second.passive = Feature("gerund"), "gerund", False
