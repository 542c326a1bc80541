"""What will not be as long as something else holds, or only on a condition: the verb that says so depends on it."""

from itertools import takewhile

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate

# Subordinators of what has to come about, or to end, before somebody does what he does not do till then.
LASTING = frozenset({"until", "while", "as-long-as", "unless"})
# The subordinator of what alone makes something come about.
ONLY_IF = "only-if"
# That of any condition, and the mark of what is a purpose, with a past tense what would have come of a condition.
IF, AIM = "if", "purpose"
# Those of what is not done otherwise.
LONG = "as-long-as"
ALONE = frozenset({ONLY_IF, "provided", LONG})
# The slot of a condition that is a noun ("on condition of a pardon").
PROVIDED = "provided"
# An adverb that takes one time out of what a clause denies.
EXCEPT = "except"
# One that says that something may be so, and the modal of what may be.
MAYBE = "possible"
# Modals of what somebody would or could do.
WILLING = frozenset({"conditional", "possible"})
# Tenses of what has happened: it depends on nothing any more.
OVER = frozenset({"past", "have"})
# The tenses of what may still come about.
YET = frozenset({"future", "present"})


def mark_conditions(draft: Draft) -> None:
    """Note on each verb the item that makes it depend on something, if there is one."""
    for n, node in enumerate(draft.nodes):
        if node.kind == "adv" and draft.row[node.k].role == EXCEPT:
            _not_before(draft, node.k)
        elif node.kind == "adv" and draft.row[node.k].role == MAYBE:
            _doubted(draft, n)
        elif node.kind == "sub":
            _depending(draft, node.k)
    for predicate in draft.predicates:
        provided = predicate.arguments.get(PROVIDED)
        within = predicate.pos == "phrase" and predicate.shares >= 0  # "لا تدخل الاتفاقية حيز التنفيذ إلا بعد"
        verb = draft.predicates[predicate.shares] if within else predicate
        if provided is None or verb.pos == "noun" or (verb.tense in OVER and not (verb.negated and draft.verb_first)):
            continue
        if verb.negated and verb.tense not in YET:
            _after_all(verb)
            continue
        verb.condition = provided.k
        if verb.negated:
            _but_then(verb)  # "will not come except after X"


def _depending(draft: Draft, k: int) -> None:
    """Let the verb beside the subordinator at item `k` depend on its clause where that is a condition."""
    role = draft.row[k].role
    if role in LASTING and (role != LONG or _refusing(draft, k) is not None):
        _lasting(draft, k)
    elif role == PROVIDED and (main := _refusing(draft, k)) is not None:
        _but_then(main)  # "will not sign except after X has come"
    elif role == PROVIDED and draft.verb_first:
        _signed_after(draft, k)
    elif role in ALONE:
        _only_then(draft, k)
    elif role == IF:
        _unfulfilled(draft, k)


def _but_then(verb: Predicate) -> None:
    """Let what a verb says will not be depend on the condition behind it: it will be only then."""
    verb.unless = verb.tense == "future"
    verb.negated, verb.modal = False, verb.modal or "conditional"


def _signed_after(draft: Draft, k: int) -> None:
    """Let what the last verb before the subordinator at item `k` denies have come about ("لم توقع إلا بعد أن ...")."""
    finite = [p for p in draft.predicates if p.pos in ("verb", "light") and p.k < k and draft.finite(p)]
    if finite and finite[-1].negated and finite[-1].tense in OVER:
        _after_all(finite[-1])


def _unfulfilled(draft: Draft, k: int) -> None:
    """Let what is told in the past behind the condition at item `k` be what would have been, where a language tells it
    by the past alone ("لولا تدخلها لقطعت", "اگر نبود، قطع می‌کرد").
    """
    verbs = [p for p in draft.predicates if p.pos in ("verb", "light") and p.k > k and p.relation != "relative"]
    if draft.verb_first:
        main = next((p for p in verbs if p.tense == "past" and AIM in draft.row[p.k].marks), None)
    else:
        main = _main_behind(draft, verbs) if draft.verb_last else None
    if main is not None and main.tense in OVER:
        main.modal = main.modal or "conditional"


def _main_behind(draft: Draft, verbs: list[Predicate]) -> Predicate | None:
    """Return the verb behind that of a condition, which ends its clause, None where it tells what somebody says."""
    main = next((p for p in verbs if p.under != IF), None)
    concepts = draft.inventory.concepts
    saying = main is not None and any(concepts[sense.concept].shape == "saying" for sense in main.senses)
    return None if saying else main


def _doubted(draft: Draft, n: int) -> None:
    """Let the verb before an adverb that says so at node `n`, right behind it or last in its clause, be but possible
    ("was admitted in principle"); deals are made so.
    """
    if draft.verb_first or draft.verb_last:
        return
    last = n + 1 == len(draft.nodes) or draft.nodes[n + 1].kind == "punct"
    passed = takewhile(lambda node: last and (node.chunk is not None or node.kind == "prep"), reversed(draft.nodes[:n]))
    before = draft.nodes[n - 1 - len(list(passed))]
    verb = draft.predicates[before.predicate] if before.kind == "verb" else None
    if verb is not None and not any(draft.inventory.concepts[s.concept].makes("agreement") for s in verb.senses):
        verb.modal = verb.modal or MAYBE


def _not_before(draft: Draft, k: int) -> None:
    """Let what did not come about except at the time behind item `k` have come about then."""
    following = draft.row[k + 1 : k + 3]
    timed = any(item.kind == "time" for item in following if following[0] is item or following[0].is_function("prep"))
    before = (p for p in reversed(draft.predicates) if p.pos in ("verb", "light") and p.k < k)
    main = next(before, None)
    if timed and main is not None and main.negated and main.tense == "future":
        main.negated = False  # "will not take effect except in May": then it will
    elif timed and main is not None and main.negated:
        _after_all(main)


def _after_all(verb: Predicate) -> None:
    """Tell what a verb denies but for one time or after one thing as done ("did not sign except on Monday")."""
    verb.negated, verb.tense = False, "past"


def _lasting(draft: Draft, k: int) -> None:
    """Let what is refused depend on the clause behind the subordinator at item `k`, which says when that will end.

    What the clause denies is what is waited for: "as long as they have not left".
    """
    main = _refusing(draft, k)
    if main is None:
        return
    main.condition = k
    inside = (p for p in draft.predicates if p.under in LASTING and p.tense not in OVER and p is not main)
    for predicate in inside:
        predicate.negated, predicate.modal = False, predicate.modal or "conditional"


def _only_then(draft: Draft, k: int) -> None:
    """Let what is said of the present or what is to come before "only if", or behind its clause where that opens the
    sentence, depend on it.
    """
    finite = [p for p in draft.predicates if p.pos in ("verb", "light") and p.relation != "relative"]
    finite = [p for p in finite if draft.finite(p)]
    behind = (p for p in finite if k == 0 and p.tense == "future" and p.under != ONLY_IF)
    main = next((p for p in reversed(finite) if p.k < k), None) or next(behind, None)
    if main is None:
        return
    concepts = draft.inventory.concepts
    sides = main.tense in YET and any(concepts[sense.concept].makes("stance") for sense in main.senses)
    main.condition = k if sides or main.tense == "future" or main.modal in WILLING else main.condition
    if main.tense in YET:
        main.modal = main.modal or "conditional"


def _refusing(draft: Draft, k: int) -> Predicate | None:
    """Return the finite verb beside the subordinator at item `k` that says what will not be, None for none."""
    finite = [p for p in draft.predicates if p.pos in ("verb", "light") and p.under in ("", "that") and draft.finite(p)]
    others = [p for p in finite if p.relation != "relative"]
    before = [p for p in others if p.k < k]
    main = before[-1] if before else next((p for p in others if p.k > k), None)
    return main if main is not None and main.negated and main.tense not in OVER else None
