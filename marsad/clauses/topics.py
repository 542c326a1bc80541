"""What is told of a topic ahead of its clause: "أما تشاد فعضويتها معلقة", "as for Chad, it is suspended"."""

from marsad.clauses.arguments import Arguments
from marsad.clauses.draft import HELPERS, Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk

_GENDER = {"3ms": "masculine", "3fs": "feminine"}


def tell_of_topic(draft: Draft, arguments: Arguments) -> None:
    """Let the nouns of the clause behind a topic be those of it by their pronoun, and the verb behind a colon its."""
    nodes = draft.nodes
    topic = nodes[1].chunk if draft.verb_first and len(nodes) > 2 and nodes[0].kind == "start" else None
    if topic is None or topic.preposition or len(topic.mentions) != 1 or topic.mentions[0].kind != "state":
        return
    n = next((n for n in range(2, len(nodes)) if draft.joined(nodes[n])), 0)
    if not n:
        return
    comment = nodes[n].chunk
    if comment is not None and not comment.preposition and draft.nouns_in(comment):
        _own(draft, arguments, topic, comment)
    elif nodes[n].kind in HELPERS:
        _say_of(draft, arguments, topic, n)
    _go_on(draft, arguments, topic, n)


def _say_of(draft: Draft, arguments: Arguments, topic: Chunk, n: int) -> None:
    """Let what is said of the topic behind an auxiliary or negation at node `n` be said of it ("فليست عضوا")."""
    at = next((m for m in range(n, len(draft.nodes)) if draft.nodes[m].kind not in HELPERS), len(draft.nodes))
    chunk = draft.nodes[at].chunk if at < len(draft.nodes) else None
    if chunk is not None and not chunk.preposition and draft.nouns_in(chunk):
        noun = draft.predicates[draft.nouns_in(chunk)[0]]
        noun.arguments.setdefault("subj", arguments.make("subj", topic))


def _own(draft: Draft, arguments: Arguments, topic: Chunk, comment: Chunk) -> None:
    """Let the first noun of the comment be the topic's, and what is told behind it be told of that noun."""
    noun = draft.predicates[draft.nouns_in(comment)[0]]
    owner = noun.arguments.get("gen")
    if owner is None or owner.mentions or not noun.feature.enclitic.startswith("poss:"):
        return
    owner.mentions = list(topic.mentions)
    noun.arguments.pop("subj", None)
    verb = next((p for p in draft.predicates[noun.number + 1 :] if p.pos != "noun"), None)
    subject = verb.arguments.get("subj") if verb is not None else None
    if verb is not None and (subject is None or subject.k < comment.k):
        verb.arguments["subj"] = arguments.make("subj", comment)
        verb.relation, verb.shares = "main", -1


def _go_on(draft: Draft, arguments: Arguments, topic: Chunk, n: int) -> None:
    """Let the first verb behind a colon have the topic for its subject where it has none and agrees with it."""
    colon = next((m for m in range(n, len(draft.nodes)) if draft.sign(draft.nodes[m], ":")), len(draft.nodes))
    verb = next((draft.predicates[node.predicate] for node in draft.nodes[colon:] if node.kind == "verb"), None)
    if verb is None or verb.passive or _acting(verb):
        return
    gender = draft.profile.genders.get(topic.mentions[0].country, "feminine")
    if _GENDER.get(verb.feature.person) == gender:
        verb.arguments["subj"] = arguments.make("subj", topic)


def _acting(verb: Predicate) -> bool:
    """Return whether a verb has a subject of its own, or one that it shares."""
    subject = verb.arguments.get("subj")
    return verb.shares >= 0 or (subject is not None and bool(subject.mentions))
