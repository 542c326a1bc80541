"""What a surface form can stand for: the compiled entries that the automaton points to."""

import msgspec

# What a sense of a phrase asks for where its object stands inside: the words behind the verb.
REST = "rest"
# What it asks for where words may stand anywhere in the clause: those beside the verb, before it or behind it.
SCATTERED = "scattered"
# Both: what is looked for as it stands.
PLACED = frozenset({REST, SCATTERED})


class Need(msgspec.Struct, frozen=True, array_like=True):
    """One condition of a trigger row: the argument in `slot` (`near`: anywhere) has one of these classes or words.

    `words` are single words, `phrases` several in a row, each between spaces as it is looked for.
    """

    slot: str
    negative: bool
    classes: frozenset[str]
    words: frozenset[str]
    phrases: tuple[str, ...] = ()


class Sense(msgspec.Struct, frozen=True, array_like=True):
    """One trigger row: the concept, where its roles stand (slot, role), what it needs, and the row it came from."""

    concept: str
    slots: tuple[tuple[str, str], ...]
    needs: tuple[Need, ...]
    rule: str


# The agreement of a participle that has no auxiliary.
BARE = "bare"
# The form of a verb that is its own action noun, letter by letter ("نقل").
ACTION_NOUN = "noun"


class Feature(msgspec.Struct, frozen=True, array_like=True):
    """The inflection of a form.

    `form` is `past present base gerund participle active jussive possible obliged conditional noun` for verbs (empty
    where none is known), `voice` `passive`, `middle` (takes no object), `active` (what marks a
    passive elsewhere does not) or empty, `person` the agreement (`3ms`, `3p`
    ...; of nouns the gender `m f n`, or `p`), `enclitic` a pronoun written with it (`poss:3ms`), `negated` that the
    form itself denies. `case` holds a letter for every case the form may stand for, nominative genitive dative
    accusative instrumental locative (`ngdail`), capitals in the plural; empty where there is none or it is not known.
    `perfect` tells that a participle has its auxiliary in the form.
    """

    form: str = ""
    voice: str = ""
    person: str = ""
    enclitic: str = ""
    negated: bool = False
    case: str = ""
    perfect: bool = False


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """One thing a form can mean.

    `kind` is `state capital metonym place demonym institution group person title trigger nominal function anaphora time
    month weekday outlet credit part`; `value` depends on it: the title's kind, the nominal's class, the function word's
    class, the trigger's part of speech. `code` is the actor code, of a pronoun written with its preposition `prep:with`
    (the mark that this preposition would be), `role` the finer value. A `part` is what stands
    before the support verb of a compound (`role` names which): the meaning of a `verb`, or only a `light` verb with it.
    `apart` are the senses of longer phrases that begin with the verb, for when other words stand inside, or it last.
    `apart_by` finds them by the first of their other words.
    `classes` are those of a noun: its own, or what an action noun is by its concepts (notice of a withdrawal is one).
    """

    kind: str
    value: str = ""
    code: str = ""
    role: str = ""
    since: str = ""
    until: str = ""
    senses: tuple[Sense, ...] = ()
    rule: str = ""
    apart: tuple[Sense, ...] = ()
    classes: tuple[str, ...] = ()
    apart_by: dict[str, tuple[int, ...]] = {}


# The class of nouns that no table has but that a need asks for by name.
NAMED_ONLY = "named"

# A form as the compiler collects it: entry number, feature number, and what case it asks for
# (0 none, 1 a capital letter first, 2 all capitals, 3 a particle before it that has swallowed its article, 4 a capital
# letter in a later word: "the West").
AFTER_ARTICLE, LATER = 3, 4
# The same place of a form that is none by itself: words that are a phrase with the verb behind or before them (entry
# number, verb number), and a verb beside such words (verb number, feature number).
VERB_BEHIND, VERB_BEFORE, BESIDE_VERB = 5, 6, 7
Reading = tuple[int, int, int]

# What a pronoun written with a preposition has for its code, before the meaning of the preposition.
GOVERNED = "prep:"

NAME_KINDS = frozenset(
    {"state", "capital", "metonym", "place", "demonym", "institution", "group", "person", "month", "weekday", "outlet"}
)
# The word class, for proclitics and enclitics, that each kind of entry belongs to.
WORD_CLASS = {
    "trigger:verb": "verb",
    "function:light": "verb",
    "function:support": "verb",
    "function:support-passive": "verb",
    "part": "part",
    "trigger:adj": "adj",
    "demonym": "adj",
    "function": "function",
} | dict.fromkeys(NAME_KINDS - {"demonym"}, "name")


def word_class(entry: Entry) -> str:
    """Return the word class of an entry: verb, noun, adj, name or function."""
    return WORD_CLASS.get(f"{entry.kind}:{entry.value}") or WORD_CLASS.get(entry.kind, "noun")


class Known(msgspec.Struct, frozen=True, gc=False):
    """One reading of a form in a text: the entry, its inflection, and the marks of the particles written before it."""

    entry: Entry
    feature: Feature
    marks: tuple[str, ...] = ()
