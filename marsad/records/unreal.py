"""What a sentence tells only as talked about, allotted to somebody or the way to something else."""

from collections.abc import Mapping, Sequence

from marsad.clauses.classes import item_classes
from marsad.clauses.model import ANTECEDENT, Parse, Predicate
from marsad.inventory import Concept
from marsad.mentions.items import Item

# Classes of nouns that a gerund behind a preposition is the subject of ("talks on ending the war").
DISCUSSING = frozenset({"meeting", "proposal", "offer", "request"})
PROPOSED = "proposal"
# The class of nouns of what may or should be done, and how many items may stand between.
PROSPECT, _NEAR = "prospect", 3
# How many items may stand before a gerund up to such a noun, and what besides actors.
_FAR, WITHIN = 5, frozenset({"aux", "det", "quant", "adj"})
# Classes of nouns that settle what is to be done, tenses of what was, and words behind which something else begins.
SETTLED, DONE = frozenset({"agreement", "proposal"}), frozenset({"past", "have"})
ENDS = frozenset({"sub", "but"})
# Classes of those who are given something to do.
TASKED = frozenset({"body", "delegation"})
# Prepositions before the deal or the phase of it that says what is to be done, and the tense that tells it.
TERMS, PROVIDED = ("under", "according-to", "in"), "present"
# Subordinators of conditions.
CONDITIONS, OPENING = frozenset({"if", "unless", "provided"}), "whether"
# The subordinator of what has to come first.
FIRST = "after"
# The subordinator of the time of what is told, and modals of what is still to come.
THEN, PLANNING = "when", frozenset({"planned", "due", "was-to"})
# Prepositions before what is talked about, and before the way in which something is done.
ABOUT, MANNER = frozenset({"on", "about", "of", "for", "over"}), frozenset({"in", "by", "through"})

# Prepositions of what led to leaving a deal or came before it, which the deal does not provide for.
CAUSES = frozenset({"after", "despite", "because-of", "amid"})
# Kinds of items that tell whose something is, with the sign of the genitive.
OWNING = frozenset({"actor", "word", "punct"})


def only_meant(parse: Parse, predicate: Predicate) -> bool:
    """Return whether an act is but the subject of talks or a proposal, or what somebody has the time or right to do."""
    if predicate.pos == "noun":
        raised = _raised(parse, predicate) or _in_prospect(parse, predicate)
        return raised or _whatever(parse, predicate) or _discussed(parse, predicate)
    meant = _discussed(parse, predicate) or _allotted(parse, predicate) or _proposed(predicate)
    return meant or _striven_for(parse, predicate) or _weighed(parse, predicate)


def supposed(parse: Parse, predicate: Predicate) -> bool:
    """Return whether an act is only a condition or what may come, which says nothing of what its actor means to do."""
    opens = predicate.under == OPENING and parse.items[0].is_function("comp", OPENING)  # "If Ukraine joins NATO, ..."
    return opens or predicate.under in CONDITIONS or _weighed(parse, predicate)


def _weighed(parse: Parse, gerund: Predicate) -> bool:
    """Return whether a gerund tells what may come, by the noun before ("the prospect of Turkey leaving NATO")."""
    items, k = parse.items, gerund.k - 1
    being = k > 0 and items[k].is_function("aux") and items[k].role.startswith("be")
    if gerund.feature.form != "gerund" and not being:
        return False
    while k > 0 and gerund.k - k <= _FAR and (items[k].mention is not None or items[k].value in WITHIN):
        k -= 1
    return k > 0 and items[k].is_function("prep", "of") and PROSPECT in item_classes(items[k - 1])


def _striven_for(parse: Parse, verb: Predicate) -> bool:
    """Return whether an infinitive tells what somebody makes an effort, or has a right or reason, to do ("praised
    efforts to free the hostages").
    """
    first = _first_of(parse, verb)
    if verb.relation not in ("inf", "content") or first.k < 2 or not parse.items[first.k - 1].is_function("prep", "to"):
        return False
    return PROSPECT in item_classes(parse.items[first.k - 2])


def _first_of(parse: Parse, verb: Predicate) -> Predicate:
    """Return the first of the infinitives that complete one and the same word ("efforts to end X and free Y")."""
    if verb.relation != "inf" or verb.parent < 0:
        return verb
    before = parse.predicates[: verb.number]
    return next((p for p in before if p.relation == "inf" and p.parent == verb.parent), verb)


def entrusted(parse: Parse, verb: Predicate) -> bool:
    """Return whether an infinitive tells what a body or delegation is made or sent for ("formed a panel to negotiate
    with Y").
    """
    first = _first_of(parse, verb)
    above = parse.predicates[first.parent] if first.relation == "inf" and first.parent >= 0 else None
    thing = above.arguments.get("obj") if above is not None else None
    return thing is not None and thing.head == first.k - 2 and not TASKED.isdisjoint(thing.classes)


def _whatever(parse: Parse, noun: Predicate) -> bool:
    """Return whether "any" leaves open whether what a noun names is at all ("knew nothing of any secret talks")."""
    before = parse.items[max(0, noun.k - 2) : noun.k]
    return any(item.is_function("quant", "any") for item in before) and before[-1].kind in ("word", "function")


def _in_prospect(parse: Parse, noun: Predicate) -> bool:
    """Return whether a noun names what somebody has a right, a duty, a reason or the idea to do ("حق تشيلي في اعتقال
    X"): before it stand only a preposition and whose that is.
    """
    k = noun.k - 1
    if k >= 0 and parse.items[k].is_function("prep", "in") and "meeting" in item_classes(parse.items[noun.k]):
        return False  # where something was said of it ("criticised X's choice in a call with Y")
    while k >= 0 and noun.k - k <= _NEAR and (parse.items[k].mention is not None or parse.items[k].is_function("prep")):
        k -= 1
    return k >= 0 and PROSPECT in item_classes(parse.items[k])


def _raised(parse: Parse, noun: Predicate) -> bool:
    """Return whether a noun names what a question or proposal is about ("the question of A's suspension")."""
    k = noun.k - 1
    while k > 1 and parse.items[k].kind == "word":
        k -= 1
    about = k > 0 and parse.items[k].is_function("prep", "about")
    return about and PROPOSED in _nominal_classes(parse.items[k - 1])


def foreseen(parse: Parse, predicate: Predicate) -> bool:
    """Return whether a deal is what an act is to be done under ("an agreement to deploy X", "the deal provides for a
    truce and the release of Y"): no verb tells it, or one in the present does ("under the deal X withdraws").
    """
    if predicate.pos == "verb" and predicate.tense == PROVIDED:
        return predicate.relation == "main" and _by_terms(parse.items)
    if predicate.relation == "inf" and predicate.k > 1:
        first = _first_of(parse, predicate)
        noun, link = parse.items[first.k - 2], parse.items[first.k - 1]
        return link.is_function("prep", "to") and not item_classes(noun).isdisjoint(SETTLED)
    told = predicate.light < 0 or _provides(parse.predicates[predicate.light])
    return predicate.pos == "noun" and told and _told_of_deal(parse, predicate)


def _provides(verb: Predicate) -> bool:
    """Return whether a verb in the present has the deal for its subject ("the first phase includes the release")."""
    subject = verb.arguments.get("subj") if verb.tense == PROVIDED else None
    return subject is not None and not SETTLED.isdisjoint(subject.classes)


def _by_terms(items: Sequence[Item]) -> bool:
    """Return whether a sentence opens with the deal or the phase of it that says what is to be done."""
    first = items[0] if len(items) > 1 else None
    opens = first is not None and first.is_function("prep") and first.role in TERMS
    deal = items[1 + items[1].is_function("det")] if opens and len(items) > len(TERMS) else None
    return deal is not None and not item_classes(deal).isdisjoint(SETTLED)


def _told_of_deal(parse: Parse, noun: Predicate) -> bool:
    """Return whether a deal or plan stands before a noun in its clause, with nothing told as done between."""
    deals = [k for k in range(noun.k) if not item_classes(parse.items[k]).isdisjoint(SETTLED)]
    if not deals:
        return False
    done = {p.k for p in parse.predicates if p.pos in ("verb", "light") and p.tense in DONE}
    between = range(deals[-1], noun.k)
    apart = any(parse.items[k].is_function("prep") and parse.items[k].role in CAUSES for k in between)
    return not apart and not any(k in done or parse.items[k].value in ENDS for k in between)


def to_follow(parse: Parse, predicate: Predicate) -> bool:
    """Return whether a verb in the present tells what has to come first, or what follows it ("enters into force after
    25 states ratify it"), or the aim of what has not been done ("بحاجة إلى تصديق لتدخل حيز التنفيذ"). A headline, which
    no full stop ends, tells in the present what was done.
    """
    if predicate.tense != "present" or predicate.pos != "verb" or parse.items[-1].kind != "punct":
        return False
    later = next((p for p in parse.predicates[predicate.number + 1 :] if p.pos == "verb"), None)
    if predicate.under == FIRST or (later is not None and later.under == FIRST and later.tense == "present"):
        return True
    aimed = "purpose" in parse.items[predicate.k].marks and predicate.shares >= 0
    return aimed and parse.predicates[predicate.shares].tense not in DONE


def comes_then(parse: Parse, predicate: Predicate, concepts: Mapping[int, Concept]) -> bool:
    """Return whether a verb in the present behind "when" tells the time of what is still to come ("will sign it when Y
    withdraws", "are expected to meet when Y hosts the summit").
    """
    if predicate.under != THEN or predicate.tense not in ("present", "base"):
        return False
    main = [p for p in parse.predicates if p.pos in ("verb", "light") and not p.under and p is not predicate]
    before = [p for p in main if p.number < predicate.number] or main[:1]
    told = concepts.get(before[-1].number) if before else None
    planned = told is not None and any(t.fields.get("status") == "planned" for t in told.templates)
    return bool(before) and (planned or before[-1].tense == "future" or before[-1].modal in PLANNING)


def to_meet(parse: Parse, predicate: Predicate) -> bool:
    """Return whether a verb tells by the particle before it what somebody does something else for ("توجه ليلتقي")."""
    return predicate.tense == "present" and predicate.pos == "verb" and "purpose" in parse.items[predicate.k].marks


def way_to(parse: Parse, predicate: Predicate) -> Predicate | None:
    """Return what a gerund tells the manner of ("urged Y to help by freeing Z"), None where it tells of none."""
    before = parse.items[predicate.k - 1] if predicate.k else None
    if predicate.relation != "adverbial" or not 0 <= predicate.shares < predicate.number or before is None:
        return None
    return parse.predicates[predicate.shares] if before.is_function("prep") and before.role in MANNER else None


def _discussed(parse: Parse, predicate: Predicate) -> bool:
    """Return whether a preposition makes a gerund what a noun is about ("talks on ending it", "a risk of losing")."""
    k = _past_owner(parse, predicate.k - 1) if predicate.tense == "gerund" else 0
    if k < 1 or not parse.items[k].is_function("prep"):
        return False
    noun, link = parse.items[k - 1], parse.items[k].role
    return link in ABOUT and (
        bool(_nominal_classes(noun) & DISCUSSING) or (link == "of" and _unknown_noun(parse, k - 1))
    )


def _past_owner(parse: Parse, k: int) -> int:
    """Return the last item up to `k` before whose act a gerund is ("the risk of X's leaving")."""
    if parse.items[k].is_function("poss"):
        return k - 1
    owner = next((n for n in (k, k - 1, k - 2) if n > 0 and parse.items[n].mention is not None), None)
    return owner - 1 if owner is not None and all(i.kind in OWNING for i in parse.items[owner : k + 1]) else k


def _unknown_noun(parse: Parse, k: int) -> bool:
    """Return whether a word of no table is a noun: a determiner stands before it or its adjective."""
    before = parse.items[max(0, k - 2) : k]
    return parse.items[k].kind == "word" and any(item.is_function("det") for item in before)


def _proposed(predicate: Predicate) -> bool:
    """Return whether a relative clause tells what a bill or proposal would do ("a bill that bans X")."""
    if predicate.relation != "relative" or predicate.tense != "present":
        return False
    slots = (predicate.arguments.get(slot) for slot in (ANTECEDENT, "subj"))
    return any(argument is not None and argument.classes & {"proposal"} for argument in slots)


def _allotted(parse: Parse, predicate: Predicate) -> bool:
    """Return whether it completes what somebody has or takes ("has ten days to appeal", "takes steps to end X")."""
    if predicate.relation != "inf" or predicate.parent < 0:
        return False
    holder = parse.predicates[predicate.parent]
    carries = any(other.light == holder.number for other in parse.predicates)
    return holder.pos == "light" and (parse.items[holder.k].is_function("aux", "have") or not carries)


def _nominal_classes(item: Item) -> set[str]:
    readings = item.span.readings if item.span is not None else ()
    return {r.entry.value for r in readings if r.entry.kind == "nominal"}


def undone(aim: Predicate, chain: list[tuple[Predicate, Concept]]) -> bool:
    """Return whether something is the aim of what will not be done ("will not travel to Lima to attend the summit")."""
    return aim.relation == "inf" and any(
        g.negated and g.tense == "future" and c.content in ("", "same") for g, c in chain
    )
