"""What may stand behind a word: an object, a verb, a bare form."""

from marsad.lexicon.entries import ACTION_NOUN
from marsad.lexicon.profile import Profile
from marsad.mentions.items import Item
from marsad.mentions.spans import noun_of

NOMINAL_BEFORE = frozenset({"det", "poss", "quant"})
_VERBAL_BEFORE = frozenset({"aux", "modal", "neg", "pron", "rel", "future", "sub", "comp"})
# Function words before which a noun ends, no verb that has an object.
_BEHIND_NOUN = frozenset({"prep", "aux", "modal", "future", "copula", "conj", "rel"})
# What is named like its people where its adjective could stand, what ends a clause, and what may be its verb.
_LANDS, _NEW_CLAUSE = frozenset({"state", "capital"}), frozenset({"sub", "conj", "rel", "comp"})
_FINITE, _HIT = frozenset({"verb", "aux", "light"}), frozenset({"on", "against"})
# The value of a conjunction behind which a noun stands, never its verb.
NOUN_NEXT = "noun"
# What an action noun may govern.
_GOVERNED = frozenset({"actor", "nominal", "trigger", "word", "anaphora"})
# How far before a verb in the dual the two may stand, and what stands for two.
_NEAR_TWO, _SEVERAL = 6, frozenset({"both-sides", "both-countries", "both-leaders", "the-sides"})
# Concepts of what is asked for in a clause whose verb is bare.
DEMANDING = frozenset({"demand"})

# What may stand between who acts and their verb.
_HELPING = frozenset({"aux", "neg", "modal", "future", "adv"})
# What a thing is wherever the adjective stands that says so.
_OWED = "owe-dues"


def demands(item: Item) -> bool:
    """Return whether an item is a verb that a bare form may stand under ("demanded X leave")."""
    known = item.known
    return known is not None and any(sense.concept in DEMANDING for sense in known.entry.senses)


def opens_aside(item: Item) -> bool:
    """Return whether an item is a pronoun written with "and", which opens a clause of its own ("..., وهي عضو")."""
    return item.is_function("pron") and "and" in item.marks


def opens_object(after: Item | None) -> bool:
    """Return whether an object or a prepositional phrase may begin with an item."""
    if after is None:
        return False
    if after.kind == "function":
        return after.value in ("det", "poss", "comp", "pron", "quant") or after.role in ("to", "on", "in", "with")
    return after.kind in ("actor", "anaphora", "nominal")


def after_function(before: Item, form: str) -> bool | None:
    """Return whether a form after a function word is a verb; None where the word does not tell."""
    if before.value == "light" or (before.value == "neg" and before.role == "no"):
        return False
    if before.value in NOMINAL_BEFORE or (before.value == "prep" and before.role != "to"):
        return form == "gerund" and before.value == "prep"
    if before.role == "to":
        return form == "base"
    return True if before.value in _VERBAL_BEFORE else None


def of_single_people(row: list[Item], k: int) -> bool:
    """Return whether item `k` is what the adjective or name of a state describes, so that it is a noun: no object
    follows of which that people would be the subject ("the Chilean attack on Peru", "killed in US strikes on Yemen",
    not "the British attack X" or "Peru strikes back").
    """
    people, opening = row[k - 1].mention if k else None, row[k - 2] if k > 1 else None
    if people is None or people.plural or not _noun_ends(row, k):
        return False
    if people.kind == "demonym":
        return True
    governed = opening is not None and (opening.is_function("prep") or opening.kind == "actor" or _upon(row, k))
    return people.kind in _LANDS and (governed or (opening is None and _told_later(row, k)))


def _upon(row: list[Item], k: int) -> bool:
    """Return whether item `k` may be a noun of violence before whom it hits ("condemned US raids on X")."""
    span, after = row[k].span, row[k + 1] if k + 1 < len(row) else None
    hits = after is not None and after.is_function("prep") and after.role in _HIT
    return hits and span is not None and "violence" in span.form.classes


def _noun_ends(row: list[Item], k: int) -> bool:
    """Return whether nothing follows item `k` that it could have for its object."""
    after = row[k + 1] if k + 1 < len(row) else None
    ends = after is None or after.kind == "punct" or (after.kind == "function" and after.value in _BEHIND_NOUN)
    return ends or (after is not None and after.kind == "trigger" and after.value == "verb")


def _told_later(row: list[Item], k: int) -> bool:
    """Return whether a verb follows item `k`, or a phrase and a verb whose subject both are ("strikes on X kill")."""
    if k + 1 == len(row) or not row[k + 1].is_function("prep"):
        return k + 1 < len(row) and row[k + 1].value == "verb"
    for item in row[k + 2 :]:
        if item.kind == "punct" or (item.kind == "function" and item.value in _NEW_CLAUSE):
            return False
        if item.value in _FINITE:
            return True
    return False


def names_who(item: Item) -> bool:
    """Return whether an item is a modal behind which who must do something stands ("يجب على")."""
    return item.is_function("modal", "obliged") and item.known is not None and item.known.entry.code == "on"


def owed(row: list[Item], k: int) -> bool:
    """Return whether who must do it stands between item `k` and a modal that names them ("يجب على X سحب")."""
    return k > 1 and row[k - 1].mention is not None and names_who(row[k - 2])


def attributive(item: Item) -> bool:
    """Return whether an adjective with the article, verb first, only tells which is meant ("the deputies ruled out"),
    unless it tells of what is owed ("its overdue contributions").
    """
    if item.value != "adj" or "the" not in item.marks or item.known is None:
        return False
    return all(sense.concept != _OWED for sense in item.known.entry.senses)


def noun_there(row: list[Item], tokens: list[str], k: int) -> bool:
    """Return whether a form that may be a past is a noun, verb first: behind a modal of duty ("يجب سحب القوات"), a
    conjunction that no verb follows ("إلا أن طلبها"), or the comma of a parenthesis that follows the subject ("أدانت
    بيرو، العضو في التحالف، قصف ليما").
    """
    before = row[k - 1]
    told = before.known.entry.code == NOUN_NEXT if before.kind == "function" and before.known is not None else False
    return told or before.is_function("modal", "obliged") or _resumed(row, tokens, k) or _joined_to_noun(row, k)


def noun_in_chain(row: list[Item], tokens: list[str], k: int, profile: Profile | None) -> bool:
    """Return whether a past that is spelled like its action noun is that, verb first: between a noun that governs it
    and one that it governs ("آلية نقل المساعدات").
    """
    before, item, after = row[k - 1], row[k], row[k + 1] if k + 1 < len(row) else None
    if after is None or item.span is None or item.j - item.i > 1 or profile is None:
        return False
    if not _governing(before, tokens[before.j - 1], profile):
        return False
    spelled = any(r.feature.form == ACTION_NOUN and not r.feature.enclitic for r in item.span.readings)
    return spelled and after.kind in _GOVERNED and not any(mark.startswith("prep:") for mark in after.marks)


def _governing(before: Item, last: str, profile: Profile) -> bool:
    """Return whether a noun without article or accusative may govern the next word; `last` is its last word."""
    noun = before.kind in ("word", "nominal") or (before.kind == "trigger" and before.value == "noun")
    definite = last.startswith(profile.articles) if before.kind == "word" else "the" in before.marks
    closed = definite or last.endswith(("ا", *profile.absolute))
    return noun and not closed


def _resumed(row: list[Item], tokens: list[str], k: int) -> bool:
    """Return whether the comma before item `k` closes a parenthesis behind the subject of a main verb before."""
    commas = [n for n in range(k) if row[n].kind == "punct" and tokens[row[n].i] in ",،"]
    if len(commas) != len(("opening", "closing")) or commas[-1] != k - 1 or row[commas[0] - 1].kind != "actor":
        return False
    opening = row[: commas[0]]
    return opening[0].value == "verb" and not any(item.value in ("sub", "comp", "rel") for item in opening)


def two_before(row: list[Item], k: int) -> bool:
    """Return whether several stand before item `k` with whom a verb in the dual may agree, or "but they both" does."""
    before = row[k - 1].known if k and row[k - 1].is_function("conj") else None
    if before is not None and before.entry.code == "3d":
        return True
    near = row[max(0, k - _NEAR_TWO) : k]
    told = [item for item in near if item.mention is not None]
    return len(told) > 1 or any(i.value in _SEVERAL or (i.mention and i.mention.plural) for i in near)


def subordinated(row: list[Item], k: int) -> bool:
    """Return whether the "that" before item `k` stands behind a function word ("after that he left")."""
    n = next(n for n in range(k - 1, -1, -1) if row[n].is_function("comp"))
    return n > 0 and row[n - 1].kind == "function"


def behind_preposition(row: list[Item], tokens: list[str], k: int) -> bool:
    """Return whether unknown words behind a preposition describe item `k` ("after months of nationwide protests")."""
    k -= 1
    while k >= 0 and row[k].kind == "word" and not tokens[row[k].i].endswith("s"):
        k -= 1
    return k >= 0 and row[k].is_function("prep")


def only_finite(item: Item) -> bool:
    """Return whether an item can only be the finite verb of what stands before it."""
    if item.is_function("aux") or item.is_function("copula"):
        return True
    known = item.span.find("trigger", "verb") if item.kind == "trigger" and item.span is not None else None
    return known is not None and known.feature.form == "past" and item.j - item.i > 1


def of_her(row: list[Item], tokens: list[str], k: int, profile: Profile | None) -> bool:
    """Return whether what opens a sentence does not agree with the feminine actor right behind it, whose act it then
    names ("رفض كينيا": "Kenya's refusal").
    """
    after, span = row[k + 1] if k + 1 < len(row) else None, row[k].span
    mention = after.mention if after is not None and not after.marks else None
    if mention is None or profile is None or span is None:
        return False
    verbs = [r.feature for r in span.readings if r.entry.value == "verb" and r.feature.form != ACTION_NOUN]
    if any(feature.person != "3ms" or feature.form != "past" for feature in verbs):
        return False
    if mention.kind == "state":
        return profile.genders.get(mention.country, "feminine") == "feminine"
    return mention.kind == "title" and profile.is_feminine(tokens[mention.i])


def bare_behind_preposition(row: list[Item], k: int) -> bool:
    """Return whether a form that may be a past or a noun stands behind a preposition, so that it is none of a verb
    ("حذر من شن هجوم", "لعقد").
    """
    item, before = row[k], row[k - 1] if k else None
    feature = item.known.feature if item.known is not None else None
    if feature is None or feature.form != "past" or feature.person != "3ms" or feature.enclitic:
        return False
    written = any(mark.startswith("prep:") for mark in item.marks)
    return written or (not item.marks and before is not None and before.is_function("prep"))


def behind_article(row: list[Item], k: int) -> bool:
    """Return whether a form that may be a past or a noun stands behind a determiner of nouns ("أي رد")."""
    return k > 0 and not row[k].marks and row[k - 1].is_function("det", "a")


def _joined_to_noun(row: list[Item], k: int) -> bool:
    """Return whether "and" joins item `k` to an action noun behind a preposition ("تمكنت من محاصرة وقتل المسلحين")."""
    before = row[k - 1]
    if row[k].marks != ("and",) or before.kind != "trigger" or before.value != "noun" or "the" in before.marks:
        return False
    governed = k > 1 and row[k - 2].is_function("prep")
    return governed or any(mark.startswith("prep:") for mark in before.marks)


def named_beside(row: list[Item], k: int) -> bool:
    """Return whether "and" joins the form at item `k`, a past that may be a noun, to what a present of another gender
    before it plans or weighs ("تدرس تشيلي الانسحاب وطرد السفير"): it is one more noun.
    """
    item = row[k]
    if "and" not in item.marks or noun_of(item.span) is None or item.known is None:
        return False
    verbs = (i.known.feature for i in reversed(row[:k]) if i.known is not None and i.known.entry.value == "verb")
    before = next(verbs, None)
    return before is not None and before.form == "present" and before.person == "3fs" and _masculine(item)


def _masculine(item: Item) -> bool:
    forms = item.span.readings if item.span is not None else ()
    verbs = (known.feature for known in forms if known.entry.value == "verb")
    return all(feature.person == "3ms" for feature in verbs if feature.form != ACTION_NOUN)


def told_of(row: list[Item], k: int) -> bool:
    """Return whether a verb in the present stands, verb first, between who acts and what is done without a preposition,
    as in headlines and relative clauses: it is active however its vowels are marked ("النيابة تُقرر إخلاء سبيله", "التي
    لا تزال تُعارض الاتفاق").
    """
    known, n = row[k].known, k - 1
    while n > 0 and row[n].kind == "function" and row[n].value in _HELPING:
        n -= 1
    before, after = (row[m] if 0 <= m < len(row) else None for m in (n, k + 1))
    if before is None or after is None or known is None or known.feature.form != "present":
        return False
    acts = before.kind == "anaphora" or before.is_function("rel")
    if not acts and (before.mention is None or before.mention.kind == "place"):
        return False
    thing = after.kind in ("trigger", "nominal", "actor", "anaphora") and after.value != "verb"
    return thing and not any(mark.startswith("prep:") or mark == "and" for mark in after.marks)
