"""What an article itself takes back: a headline that says more than its text, a report that its subject denies."""

from collections.abc import Callable

from msgspec.structs import replace

from marsad.model.records import Agreement, Event, Record, Standing, Warning, record_id
from marsad.model.values import Actor

# What a step of membership still is while the text tells only that it is on its way.
ON_THE_WAY = {
    "left": frozenset({"requested", "leave-announced", "leave-considered"}),
    "joined": frozenset({"applied", "join-announced", "join-considered", "invited"}),
}
STEPS = frozenset({*ON_THE_WAY, *ON_THE_WAY["left"], *ON_THE_WAY["joined"]})
# What a party says of a step that it will not take.
RULED_OUT = frozenset({"leave-ruled-out", "join-ruled-out", "not-requested", "not-applied"})
# Statuses of what is done, and of what is still to be.
DONE = frozenset({"actual", "historical"})
AHEAD = frozenset({"planned", "possible", "conditional", "negated"})
PAIR = 2
ENDS = (".", "!", "?", "؟", "…", "»", '"')


def without_overstated(found: list[Record], text: str) -> list[Record]:
    """Return the records of an article, in place of those of its headline which its text takes back a warning."""
    title, _, body = text.partition("\n")
    if not body or title.rstrip().endswith(ENDS):
        return found
    above = [record for record in found if record.evidence.line == 0]
    below = [record for record in found if record.evidence.line > 0]
    over = [record for record in above if any(judge(record, below) for judge in JUDGES)]
    rules = {record.rule for record in over if isinstance(record, Agreement)}
    gone = {id(r) for r in over} | {id(r) for r in above if isinstance(r, Event) and r.rule in rules}
    kept = [record for record in found if id(record) not in gone]
    return [*kept, *(_warning(record) for record in over)]


def disputed(found: list[Record]) -> list[Record]:
    """Return the records of an article, what others report of a party that rules it out being only alleged."""
    ruled_out = {(_state(r), r.of) for r in found if isinstance(r, Standing) and r.value in RULED_OUT}
    return [_alleged(record, ruled_out) for record in found] if ruled_out else found


def _alleged(record: Record, ruled_out: set[tuple[str, str]]) -> Record:
    """Return a record of a step that its subject rules out and another reports as one alleged."""
    if isinstance(record, Standing):
        case, step = (_state(record), record.of), record.value in STEPS
    elif isinstance(record, Event) and record.mode == "withdraw":
        case, step = (_one(record.actor), _one(record.recipient)), True
    else:
        return record
    reported = bool(record.said_by) and case[0] not in {actor.country for actor in record.said_by}
    told = step and reported and case in ruled_out and record.status in ("planned", "actual")
    return replace(record, status="alleged") if told else record


def _one(actors: tuple[Actor, ...]) -> str:
    return actors[0].country if len(actors) == 1 else ""


def _not_yet_member(record: Record, below: list[Record]) -> bool:
    """Return whether a headline tells a step of membership as taken that the text only announces."""
    if not isinstance(record, Standing) or record.aspect != "membership" or record.status != "actual":
        return False
    same = [r for r in below if isinstance(r, Standing) and (r.of, _state(r)) == (record.of, _state(record))]
    ahead = any(r.value == record.value and r.status in AHEAD for r in same)
    ahead = ahead or any(r.value in ON_THE_WAY.get(record.value, ()) and r.status in DONE for r in same)
    return ahead and not any(r.value == record.value and r.status in DONE for r in same)


def _not_yet_agreed(record: Record, below: list[Record]) -> bool:
    """Return whether a headline tells a stage of a deal as reached that the text says is still to come."""
    if not isinstance(record, Agreement) or record.status != "actual" or len(_parties(record)) < PAIR:
        return False
    same = [r for r in below if isinstance(r, Agreement) and r.stage == record.stage]
    same = [r for r in same if _parties(r) == _parties(record)]
    return any(r.status in AHEAD for r in same) and not any(r.status in DONE for r in same)


JUDGES: tuple[Callable[[Record, list[Record]], bool], ...] = (_not_yet_member, _not_yet_agreed)


def _state(record: Standing) -> str:
    return record.subject.country


def _parties(record: Agreement) -> set[str]:
    return {actor.country for actor in record.parties}


def _warning(record: Record) -> Record:
    told = record.value if isinstance(record, Standing) else record.stage if isinstance(record, Agreement) else ""
    about: tuple[Actor, ...] = ()
    if isinstance(record, Standing):
        about = (record.subject, Actor(record.of))
    elif isinstance(record, Agreement):
        about = record.parties
    return Warning(
        id=record_id(record.article, "warning", record.evidence.start, record.evidence.end, f"headline:{told}"),
        article=record.article, evidence=record.evidence, about=about,
        why=f"headline stronger: {told} is still to come in the text",
        rule="headline", confidence=0.7,
    )  # fmt: skip
