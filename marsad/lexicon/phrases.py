"""The senses of trigger phrases for when their words stand apart."""

from pathlib import Path

import msgspec

from marsad.lexicon.entries import REST, SCATTERED, Need, Sense
from marsad.lexicon.profile import Profile
from marsad.lexicon.senses import sense_of
from marsad.lexicon.tables import TableRow, read_table

# Verbs whose phrases say what somebody is or has: nothing stands inside them.
COPULAS = frozenset({"be", "have"})
# Meanings of prepositions that stand without a noun too ("called the summit off").
PARTICLES = frozenset({"off", "over", "up", "down", "out", "through", "around", "along", "away"})


def senses_apart(folder: Path, profile: Profile) -> dict[str, tuple[Sense, ...]]:
    """Return, by their verb, the senses of phrases for when other words stand inside them, or their verb last."""
    if not (profile.separable or profile.scattered):
        return {}
    rows = [row for row in read_table(folder, "triggers") if row["pos"] == "verb" and " " in row["lemma"]]
    find = Scattered(folder).sense if profile.scattered else Separated(folder, profile).sense
    found: dict[str, list[Sense]] = {}
    for row in rows:
        sense = find(row)
        if sense is not None:
            found.setdefault(row["lemma"].partition(" ")[0], []).append(sense)
    return {verb: tuple(senses) for verb, senses in found.items()}


def _prepositions(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the meanings of each preposition, in the order of the table."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_table(folder, "function"):
        if row["class"] == "prep":
            found[row["form"]] = (*found.get(row["form"], ()), row["value"].partition(" ")[0])
    return found


class Separated:
    """Finds the senses of phrases whose object may stand inside ("bar X from entering"), in verb-first order their
    subject ("وقف X إلى جانب").
    """

    def __init__(self, folder: Path, profile: Profile) -> None:
        self._verb_first, self._prepositions = profile.word_order == "vso", _prepositions(folder)
        self._nouns = {row["lemma"] for table in ("nominals", "titles") for row in read_table(folder, table)}
        self._nouns |= {row["lemma"] for row in read_table(folder, "triggers") if row["pos"] == "noun"}

    def sense(self, row: TableRow) -> Sense | None:
        """Return the sense of a phrase that is parted, None for one that never is."""
        verb, _, rest = row["lemma"].partition(" ")
        if verb in COPULAS or {rest, rest.removesuffix("s")} & self._nouns:
            return None
        if self._verb_first:
            return _divided(sense_of(row), rest.split(), {form: told[-1] for form, told in self._prepositions.items()})
        last = rest.rpartition(" ")[2]
        if last in self._prepositions and (last != rest or PARTICLES.isdisjoint(self._prepositions[last])):
            return None
        sense = _parted(sense_of(row), rest)
        return sense if sense is None else self._particle(sense, last)

    def _particle(self, sense: Sense, word: str) -> Sense:
        """Return a sense whose last word may be a preposition for when it is none ("called the summit off")."""
        alone = (Need(slot, True, frozenset({"any"}), frozenset()) for slot in self._prepositions.get(word, ()))
        return msgspec.structs.replace(sense, needs=(*sense.needs, *alone))


class Scattered:
    """Finds the senses of phrases whose other words may stand anywhere in the clause of their verb."""

    def __init__(self, folder: Path) -> None:
        self._prepositions = _prepositions(folder)
        rows = read_table(folder, "function")
        self._functions = {row["form"] for row in rows if row["class"] not in ("light", "support")}
        verbs = (row["lemma"] for row in read_table(folder, "triggers") if row["pos"] == "verb")
        plain = {row["lemma"] for row in read_table(folder, "plain")}
        self._verbs = {lemma.partition(" ")[0] for lemma in verbs} | plain

    def sense(self, row: TableRow) -> Sense | None:
        """Return the sense of a phrase for when its words are scattered, None where they say too little without it."""
        verb, *rest = row["lemma"].split()
        last = self._prepositions.get(rest[-1], ())
        words = rest[:-1] if last else rest
        if verb in self._functions or self._functions.issuperset(words) or words[0] in self._verbs:
            return None
        sense = sense_of(row)
        governed = dict(sense.slots).get("obj", "none")
        own = tuple((slot, role) for slot, role in sense.slots if slot != "obj" or not last)
        behind = tuple((slot, governed) for slot in last if slot not in dict(own))
        needs = (Need(SCATTERED, False, frozenset(), frozenset({" ".join(words)})), *sense.needs)
        return msgspec.structs.replace(sense, slots=(*own, *behind), needs=needs)


def _parted(sense: Sense, rest: str) -> Sense | None:
    """Return the sense of a phrase for when an object stands before the `rest` of it, None where it takes none.

    A single word parts from its verb only where the row speaks of an object ("pull out" is no "pull X out").
    """
    asked = any(need.slot == "obj" and not need.negative for need in sense.needs)
    role = dict(sense.slots).get("obj", "")
    if " " not in rest and not asked and role != "recipient":
        return None
    slots = sense.slots
    if not asked and role != "recipient":
        slots = (*((slot, told) for slot, told in slots if slot != "obj"), ("obj", "recipient"))
    needs = (Need(REST, False, frozenset(), frozenset({rest})), *sense.needs)
    return msgspec.structs.replace(sense, slots=slots, needs=needs)


def _divided(sense: Sense, rest: list[str], prepositions: dict[str, str]) -> Sense | None:
    """Return the sense of a phrase for when its subject stands before the `rest` of it, None where that says nothing.

    What the phrase as a whole governs stands behind the preposition that ends it, and has to, else with the noun of its
    rest.
    """
    words = rest[:-1] if rest[-1] in prepositions else rest
    if not words or (words[0] in prepositions and len(words) == 1):
        return None
    ends = (rest[-1], " ".join(rest), words[0])
    last = next((form for form in ends if form in prepositions), "")
    governed = next((role for slot, role in sense.slots if slot in ("obj", "gen") and role != "none"), "")
    owner = dict(sense.slots).get("gen")  # whose the rest is, which alone is the object where its subject stands inside
    own = tuple((slot, role) for slot, role in sense.slots if slot != "obj" or not (last or role == owner))
    behind = ((prepositions[last], governed),) if last and governed else ()
    slots = (*own, *(pair for pair in behind if pair[0] not in dict(own)))
    ended = () if words == rest else (Need(prepositions[rest[-1]], False, frozenset({"any"}), frozenset()),)
    needs = (Need(REST, False, frozenset(), frozenset({" ".join(words)})), *ended, *sense.needs)
    return msgspec.structs.replace(sense, slots=slots, needs=needs)
