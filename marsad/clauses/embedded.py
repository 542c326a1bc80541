"""Putting predicates into the content of others and under subordinators."""

from itertools import pairwise

import msgspec

from marsad.clauses.draft import HELPERS, Draft
from marsad.clauses.model import Predicate

# Where the thing stands that is asked for, promised, denied ...
_OBJECTS = ("obj", "obj2")
_CONTENT_SLOTS = frozenset({"obj", "obj2", "for", "of", "by", "about", "to", "on", "ins", "gen"})
# Subordinators of conditions, and those of what may still happen.
_CONDITIONAL_UNDER = frozenset({"if", "only-if", "unless", "provided", "as-long-as"})
_OPEN_UNDER = frozenset({"before", "until", "so-that"})
# Subordinators that the verbs behind "and" share, and tenses of verbs that complete others.
_SHARED = _CONDITIONAL_UNDER | _OPEN_UNDER | {"after", "as-soon-as", "while", "whether"}
_COMPLETING = frozenset({"base", "gerund"})
# Where a report has what it is about, and the contents of what is said not to be so.
_TOPICS, _UNTRUE = frozenset({"about", "on", "gen"}), frozenset({"denied", "negated"})
# Contents of efforts and demands, and of what keeps something from happening.
_OPEN = frozenset({"possible", "demanded", "negated"})
# What brings somebody to do something has that in one slot alone.
BRINGING = "bring-to"


def put_objects_into(draft: Draft, predicate: Predicate) -> None:
    """Let what is said, asked for, promised or denied stand in the content of the verb whose slot it fills, or of the
    noun whose rows say so ("efforts for the release of X", "a halt to the deportation of X").
    """
    inside = [(s, a.predicate) for s, a in predicate.arguments.items() if a.predicate not in (-1, predicate.number)]
    if not inside:
        return
    concepts = [draft.inventory.concepts[sense.concept] for sense in predicate.senses]
    noun = predicate.pos == "noun"
    if noun and _OPEN.isdisjoint(c.content for c in concepts):
        return
    told = not noun and any(c.takes_clause and c.name != BRINGING for c in concepts)
    threats = any(c.content == "conditional" and c.act for c in concepts)  # in what is said, too
    for slot, inner in inside:
        above = draft.predicates[inner].parent
        within = predicate.relation == "inf" and above >= 0 and above == draft.predicates[predicate.parent].parent
        beside = predicate.relation == "content" and above == predicate.parent and not predicate.negated
        beside = beside and slot in _OBJECTS  # "said that it had decided upon the expulsion of the envoy"
        if above >= 0 and not (threats or within or beside):  # "said that it did not mean to announce its exit"
            continue
        if (told and slot.rstrip("+") in _CONTENT_SLOTS) or any(
            (slot, "content") in sense.slots for sense in predicate.senses
        ):
            draft.predicates[inner].parent = predicate.number
            if any(c.content in _UNTRUE for c in concepts):
                _put_topic(draft, inner, predicate.number)


def _put_topic(draft: Draft, noun: int, number: int) -> None:
    """Let what the report is about that somebody denies stand in the content too ("denied reports about the exit")."""
    said = draft.says(draft.predicates[noun])  # "رد خبر بازداشت X"
    for slot, argument in draft.predicates[noun].arguments.items():
        topic = argument.predicate
        if slot == "gen" and not said:
            continue
        if slot.rstrip("+") in _TOPICS and topic not in (-1, noun) and draft.predicates[topic].parent < 0:
            draft.predicates[topic].parent = number


def join_nouns(draft: Draft) -> None:
    """Let an action noun stand in the content that "and" joins it to ("asked for calm and the release of X")."""
    for before, noun in pairwise(draft.predicates):
        nouns = before.pos == noun.pos == "noun" and before.parent >= 0 and noun.parent < 0
        if nouns and _and_before(draft, noun.k):
            noun.parent = before.parent


def join_plans(draft: Draft) -> None:
    """Let an action noun stand in the content of the decision or plan it belongs to ("تصمیم شیلی برای خروج"), and be
    of those who mean to do it with others ("به دنبال گفت‌وگو با پرو است").
    """
    for noun in draft.predicates:
        _meant(draft, noun)
        what = noun.arguments.get("for") if noun.pos == "noun" else None
        act = draft.predicates[what.predicate] if what is not None and what.predicate > noun.number else None
        if act is not None and act.pos == "noun" and act.parent < 0 and _planned(draft, noun):
            act.parent, act.relation, act.shares = noun.number, "inf", noun.number


def _meant(draft: Draft, noun: Predicate) -> None:
    """Let an action noun that tells of another side alone be of the subject of the verb that says that it is meant."""
    verb = draft.predicates[noun.parent] if noun.pos == "noun" and noun.parent >= 0 and noun.light < 0 else None
    if verb is None or verb.pos == "noun" or not (noun.mentions("with") and _means(draft, verb)):
        return
    told = verb.arguments.get("subj")
    slots = {pair for sense in noun.senses for pair in sense.slots}
    if told is None or ("gen", "actor") not in slots or {"gen", "by", "between"} & noun.arguments.keys():
        return
    noun.arguments["gen"] = msgspec.structs.replace(told, slot="gen")


def _planned(draft: Draft, noun: Predicate) -> bool:
    """Return whether a noun is of what somebody means to do, and says who."""
    return "gen" in noun.arguments and _means(draft, noun)


def _means(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a predicate says that somebody means to do something."""
    concepts = (draft.inventory.concepts[sense.concept] for sense in predicate.senses)
    return any(c.content == "planned" and c.shape == "saying" for c in concepts)


def _and_before(draft: Draft, k: int) -> bool:
    """Return whether "and" stands at an item, or before the words that describe it."""
    if "and" in draft.row[k].marks:
        return True
    while k > 0 and (draft.row[k - 1].kind == "word" or draft.row[k - 1].value in ("det", "poss", "adv")):
        k -= 1
    return k > 0 and draft.row[k - 1].is_function("conj", "and")


def put_into(predicate: Predicate, parent: int) -> None:
    """Let a predicate stand in the content of another, an infinitive that completed a noun ("a bill to quit X") too."""
    loose = predicate.relation == "inf" and predicate.parent < 0
    predicate.parent = parent
    predicate.relation = "content" if loose or predicate.relation == "main" else predicate.relation


def subordinate(predicate: Predicate, under: str, helped: bool = False) -> None:
    """Let the subordinator a clause stands under say that it has not happened ("if", "before", "without that");
    `helped`: a verb in the present stands before a participle ("as soon as the promises are kept").
    """
    predicate.negated = predicate.negated or under == "without"
    if under == "so-that" and predicate.feature.negated and predicate.feature.form == "jussive":
        under = "if"  # "تا تحریم‌ها را لغو نکند": what has to come first
    if predicate.modal or predicate.relation == "relative":
        return
    predicate.under = under
    awaited = under == "after" and predicate.tense == "future"
    awaited = awaited or (under == "as-soon-as" and (helped or predicate.tense not in ("past", "participle")))
    if under in _CONDITIONAL_UNDER or awaited:
        predicate.modal = "conditional"
    elif under == "whether" or (under in _OPEN_UNDER and predicate.tense not in ("past", "have")):
        predicate.modal = "possible"


def came_next(draft: Draft, last: int, n: int) -> bool:
    """Return whether, verb first, "before" and the verb at node `n` tell what the same did next ("arrested three before
    it freed them"): who is named right behind it may not have come to do it.
    """
    before = draft.predicates[last] if last >= 0 else None
    if before is None or not draft.verb_first or before.negated or before.tense != "past":
        return False
    after = draft.nodes[n + 1].chunk if n + 1 < len(draft.nodes) else None
    other = after is not None and bool(after.mentions) and not after.preposition and not _behind_comma(draft, n)
    return not other and all(draft.inventory.concepts[s.concept].content == "same" for s in before.senses)


def _behind_comma(draft: Draft, n: int) -> bool:
    """Return whether a comma stands before the subordinator of the verb at node `n`."""
    at = next((m for m in range(n - 1, 0, -1) if draft.nodes[m].kind == "sub"), 0)
    return at > 0 and draft.sign(draft.nodes[at - 1], ",،")


def share_condition(draft: Draft, n: int) -> str:
    """Return the subordinator that the verb at node `n` shares with a verb before it to which "and" joins it without a
    comma or a subject of its own ("only if X leaves the town and frees the captives"), else nothing. A participle then
    has the tense of that verb too ("has left and freed").
    """
    node = draft.nodes[n]
    verb = draft.predicates[node.predicate]
    before = _verb_before(draft, verb)
    if before is None or before.under not in _SHARED or not _alike(before, verb):
        return ""
    m = n
    while m > 0 and draft.nodes[m - 1].kind in HELPERS:
        m -= 1
    joined = (m > 0 and draft.nodes[m - 1].kind == "conj") or "and" in draft.row[draft.nodes[m].k].marks
    comma = any(item.kind == "punct" for item in draft.row[before.k : node.k])
    if not joined or comma or _told_by(draft, before, verb):
        return ""
    verb.tense = before.tense
    return before.under


def _verb_before(draft: Draft, verb: Predicate) -> Predicate | None:
    """Return the last verb before one that may stand beside it: none that completes another."""
    verbs = (p for p in reversed(draft.predicates) if p.k < verb.k and p.pos in ("verb", "light"))
    return next((p for p in verbs if p.relation not in ("inf", "gerund") and p.tense not in _COMPLETING), None)


def _alike(before: Predicate, verb: Predicate) -> bool:
    """Return whether two verbs may stand side by side by their tenses ("has left and freed")."""
    return before.tense == verb.tense or (before.tense == "have" and verb.tense in ("past", "participle"))


def _told_by(draft: Draft, before: Predicate, verb: Predicate) -> bool:
    """Return whether, verb first, a verb of the past may go on what is told before the subordinator ("said that it
    would leave if Peru left and called for calm").
    """
    first = draft.predicates[0]
    return draft.verb_first and first.tense == verb.tense == "past" and first.k < before.k


def in_phrase(draft: Draft, n: int, last: Predicate, verb: Predicate) -> bool:
    """Return whether "and" joins the verb at node `n` to the one that a phrase ends with ("refused to withdraw | troops
    and free captives", "is considering leaving | X and expelling Y").
    """
    shared = verb.shares == last.number or verb.relation == "inf"
    joined = n > 0 and draft.nodes[n - 1].kind == "conj" and shared
    phrase = draft.row[last.k].j - draft.row[last.k].i > 1 and last.tense not in _COMPLETING
    return joined and phrase and verb.tense in _COMPLETING and not verb.modal


def second_infinitive(draft: Draft, last: Predicate, predicate: Predicate) -> bool:
    """Return whether "to" stands once for two infinitives ("told X to lay down arms and free Y"), or whether a verb
    has two gerunds ("weighs condemning X or leaving Y").
    """
    if predicate.shares != last.number or predicate.modal or "subj" in predicate.arguments:
        return False
    first = ahead_of_manner(draft, last)
    if predicate.tense == last.tense == "gerund":
        return last.relation == "gerund"
    return predicate.tense == "base" and first.relation == "inf" and first.tense == "base"


def ahead_of_manner(draft: Draft, predicate: Predicate) -> Predicate:
    """Return the verb that a gerund of manner belongs to ("to help by freeing X or face Y"), else itself."""
    manner = predicate.relation == "adverbial" and predicate.shares >= 0
    return draft.predicates[predicate.shares] if manner else predicate


def outer_verb(draft: Draft, last: Predicate | None, predicate: Predicate) -> Predicate | None:
    """Return the verb in whose content another may stand: the last before it, or that before its subject where the last
    only describes the subject ("said the deal signed in May was dead"); None where there is none.
    """
    subject = predicate.arguments.get("subj")
    if last is None or last.relation != "relative" or subject is None or subject.k > last.k:
        return last
    if "," in draft.signs[subject.k : predicate.k]:
        return last  # "condemned the envoys sent by X, and Y expelled them"
    before = (p for p in reversed(draft.predicates[: last.number]) if p.pos == "verb" and p.k < subject.k)
    return next(before, last)


def up_to_subject(draft: Draft, governor: Predicate, predicate: Predicate, n: int) -> range:
    """Return the nodes between a verb and one at node `n` in its content, up to the subject where a relative clause
    stands behind that.
    """
    first, subject = draft.node_of[governor.number] + 1, predicate.arguments.get("subj")
    inside = draft.predicates[governor.number : predicate.number]
    if subject is None or not any(p.relation == "relative" and p.k > subject.k for p in inside):
        return range(first, n)
    return range(first, next(m for m in range(first, n + 1) if draft.nodes[m].end > subject.k) + 1)


def main_behind(draft: Draft, beside: Predicate, predicate: Predicate) -> bool:
    """Return whether a verb is the main one behind what is so beside it ("Condemned by X, Y closed ...", "With Peru
    threatening to leave, Chile offered ...").
    """
    subject = predicate.arguments.get("subj")
    parted = subject is not None and draft.signs[subject.k - 1] == ","
    return parted or beside.shares == predicate.number


def helped(draft: Draft, n: int, predicate: Predicate) -> bool:
    """Return whether an auxiliary stands between the verb at node `n` and what opens it ("from having left", "asked for
    Peru to be expelled", "refused to be expelled").
    """
    if n < 2 or draft.nodes[n - 1].kind != "aux":
        return False
    ahead = draft.nodes[n - 2]
    passive = predicate.passive and (draft.infinitive_sign(ahead) or draft.governs_base(ahead, predicate))
    return passive or predicate.feature.form == "gerund"


def goes_on_anew(draft: Draft, n: int) -> bool:
    """Return whether "and" behind a comma at node `n` goes on with others, whom the subordinate clause before does not
    tell of ("backs it only if Ukraine is at the table, and Poland objects").
    """
    if draft.verb_first or draft.by_case or n + 2 >= len(draft.nodes) or not draft.sign(draft.nodes[n - 1], ","):
        return False
    subject = draft.nodes[n + 1].chunk
    return subject is not None and not subject.preposition and draft.verb_follows(n + 2)
