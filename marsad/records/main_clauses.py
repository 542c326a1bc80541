"""Whose clause a pronoun goes on with: that of the infinitive around a relative clause, the main one before ";"."""

from collections.abc import Iterator

from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import Item, Mention
from marsad.records.scene import Scene


def to_be_done(scene: Scene, clause: Predicate) -> bool:
    """Return whether a relative clause describes whom an infinitive acts upon ("urged X to free those it had jailed"):
    its "it" is who is to do that.
    """
    held = clause.arguments.get("obj") if clause.relation == "relative" else None
    if held is None or held.head < 0:
        return False
    verbs = (p for p in scene.parse.predicates if p.relation == "inf" and p is not clause)
    return any(a.head == held.head for p in verbs if (a := p.arguments.get("obj")) is not None)


def main_before(scene: Scene, pronoun: Item) -> Iterator[list[Mention]]:
    """Yield the subjects of the main clauses before a pronoun that a semicolon parts from them, the nearest first."""
    for subject in main_subjects(scene, pronoun):
        yield [m for m in subject.mentions or subject.modifiers if m.country or m.sector]


def main_subjects(scene: Scene, pronoun: Item) -> Iterator[Argument]:
    """Yield what is the subject of the main clauses before a semicolon and a pronoun, the nearest first."""
    tokens = scene.sentence.tokens
    if pronoun.i < 2 or tokens[pronoun.i - 1] != ";":
        return
    for predicate in reversed(scene.parse.predicates):
        subject = predicate.arguments.get("obj" if predicate.passive else "subj")
        told = subject is not None and predicate.pos != "noun" and predicate.relation == "main"
        if told and subject is not None and subject.end and scene.parse.items[subject.end - 1].j <= pronoun.i:
            yield subject
