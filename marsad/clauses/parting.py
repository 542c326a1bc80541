"""Noun phrases that stand together or apart otherwise than they belong, verb last."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk
from marsad.lexicon.entries import BARE
from marsad.mentions.pieces import STATES

# Who takes a verb in the plural where they are several.
_PERSONS = frozenset({"people", "office"})
# Kinds of items that name a thing.
_THINGS = frozenset({"word", "nominal", "trigger"})


def part_thing(draft: Draft, marked: Chunk) -> list[Chunk]:
    """Return the thing that is the subject where an object with its mark is "this" and a thing, and ends with a state
    or government ("این توافق مکزیک را موظف می‌کند"), and leave the object to the latter; nothing elsewhere.
    """
    row, at = draft.row, marked.end - 1
    last = row[at].mention
    known = last is not None and last in marked.modifiers and (last.kind in STATES or bool(last.sector))
    if not known or marked.mentions or at - marked.k != len(("this", "accord")) or not row[marked.k].is_function("det"):
        return []  # "این تصمیم خشم روسیه را برانگیخت"
    if row[at - 1].kind not in _THINGS:
        return []
    thing = Chunk(marked.k, at, marked.head, "", [], [], [k for k in marked.nouns if k < at])
    marked.k, marked.head, marked.mentions, marked.modifiers, marked.nouns = at, at, [last] if last else [], [], []
    return [thing]


def part_first(draft: Draft, predicate: Predicate, marked: Chunk) -> list[Chunk]:
    """Return the first of several who are listed as the object where a comma stands behind it and the verb, a singular,
    has no other subject ("کرملین، رئیس‌جمهور پرو و معاونش را متهم کرد"), which then has the others for its object.
    """
    first = marked.mentions[0] if len(marked.mentions) > len(("first", "second")) else None
    comma = next((k for k in range(marked.k, marked.end) if draft.signs[k] in ",،"), -1)
    if first is None or comma < 0 or predicate.passive or predicate.feature.person != "3s" or marked.nouns:
        return []
    second = next((k for k in range(comma, marked.end) if draft.row[k].mention is marked.mentions[1]), -1)
    if second < 0 or first.plural or first.j > draft.row[comma].i:
        return []
    subject = Chunk(marked.k, comma, marked.head, "", [first], [], [])
    marked.k, marked.head, marked.mentions = comma + 1, second, marked.mentions[1:]
    return [subject]


def arranged(draft: Draft, predicate: Predicate, chunks: list[Chunk], plain: list[Chunk]) -> list[Chunk]:
    """Return the noun phrases of a clause that may be its subject or object, those parted joined (`chunks`: all). Of a
    passive without any a number is what it is done to.
    """
    if predicate.passive and not plain:
        return counted(draft, chunks)
    plain = _join_marked(draft, chunks, plain)
    return _join_parted(draft, predicate, _but_owners(draft, _join_phrases(draft, chunks, plain)))


def _join_marked(draft: Draft, chunks: list[Chunk], plain: list[Chunk]) -> list[Chunk]:
    """Return the noun phrases of a clause without those that have an object mark behind "and", which the first object
    takes ("چاد را به دخالت و مالی را به خیانت متهم کرد").
    """
    marked = [c for c in chunks if not c.preposition and _marked(draft, c)]
    if len(marked) < 2 or not marked[0].mentions:
        return plain
    others = [c for c in marked[1:] if c.mentions and c.k and draft.row[c.k - 1].is_function("conj", "and")]
    marked[0].mentions = [*marked[0].mentions, *(m for c in others for m in c.mentions)]
    return [c for c in plain if c not in others]


def _marked(draft: Draft, chunk: Chunk) -> bool:
    return chunk.end < len(draft.row) and draft.row[chunk.end].is_function("mark")


def _join_parted(draft: Draft, predicate: Predicate, plain: list[Chunk]) -> list[Chunk]:
    """Return the noun phrases of a clause, where its verb is a plural those as one that "and" joins behind the time or
    place of the first ("بوروندی در ۲۰۱۷ و فیلیپین در ۲۰۱۹ دیوان را ترک کردند").
    """
    if len(plain) < 2 or not predicate.feature.person.endswith("p"):
        return plain
    first, second = plain[:2]
    joined = second.k > first.end and draft.row[second.k - 1].is_function("conj", "and")
    if not joined or not first.mentions or not second.mentions or first.mentions[0].plural:
        return plain
    first.mentions = [*first.mentions, *second.mentions]
    return [first, *plain[2:]]


def _join_phrases(draft: Draft, chunks: list[Chunk], plain: list[Chunk]) -> list[Chunk]:
    """Return the noun phrases of a clause without a state that "and" joins to one behind a preposition, which takes it
    ("با X و نمایندگانی از آلمان و انگلیس"); not where the same preposition follows ("با پرو و شیلی با چاد").
    """
    for before, chunk, *after in zip(chunks, chunks[1:], [*chunks[2:], None], strict=False):
        joined = chunk.k == before.end + 1 and draft.row[before.end].is_function("conj", "and") and before.preposition
        theirs = before.mentions or [m for m in before.modifiers if m is draft.row[before.end - 1].mention]
        states = all(m.kind in STATES for m in chunk.mentions) and theirs and theirs[-1].country
        again = after[0] is not None and after[0].preposition == before.preposition
        if joined and states and chunk.mentions and chunk in plain and not again:
            if before.mentions:
                before.mentions = [*before.mentions, *chunk.mentions]
            else:
                before.modifiers = [*before.modifiers, *chunk.mentions]
            return [other for other in plain if other is not chunk]
    return plain


def headed(draft: Draft, predicate: Predicate, before: list[Chunk]) -> bool:
    """Return whether the last noun phrase, which has the object mark, goes on with what the people before it are told
    by: they are several and the verb is singular, so that they can't be its subject ("رهبران تظاهرات را بازداشت کرد").
    """
    if len(before) < 2 or predicate.passive or predicate.feature.person.endswith("p"):
        return False
    if predicate.feature.person == BARE:
        return False  # the participle tells no number ("سناتورها طرح را رد کرده و خواستار مذاکره شدند")
    people, thing = before[-2:]
    several = any(m.plural and m.title_kind in _PERSONS for m in people.mentions) and len(people.mentions) == 1
    return several and not people.preposition and people.end == thing.k and not thing.mentions and bool(thing.nouns)


def counted(draft: Draft, chunks: list[Chunk]) -> list[Chunk]:
    """Return the last number that tells how many something is done to, as a list ("سه تن")."""
    for chunk in reversed(chunks):
        units = [k for k in range(chunk.k, chunk.end) if draft.row[k].is_function("quant")]
        whole = all(draft.row[k].is_function("quant") or draft.signs[k][0].isdigit() for k in range(chunk.k, chunk.end))
        behind = chunk.k > 0 and draft.signs[chunk.k - 1][0].isdigit()
        if units and whole and not chunk.preposition and (behind or chunk.end - chunk.k > 1):
            chunk.head = units[-1]
            return [chunk]
    return []


def _but_owners(draft: Draft, plain: list[Chunk]) -> list[Chunk]:
    """Return the noun phrases of a clause but pronouns right behind an act, which tell whose it is ("لغو آنها شد")."""
    ends = {chunk.end for chunk in plain if chunk.nouns and not chunk.mentions}
    return [c for c in plain if c.k not in ends or c.end - c.k > 1 or not draft.row[c.head].is_function("pron")]
