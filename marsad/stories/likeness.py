"""How alike two tellings are: by their words within a language, by their records across languages."""

import datetime
import re
from collections import deque
from collections.abc import Iterator, Sequence

from marsad.model.records import Agreement, Commitment, Event, Meeting, Record, Relation, Standing
from marsad.model.values import Actor
from marsad.stories.tellings import Telling

WORDS_IN_A_ROW = 3
SIGNATURE, BANDS, SEED = 128, 32, 1  # 32 bands of 4: pairs that share 0.42 of their word groups are looked at
ALIKE, CONTAINED = 0.5, 0.8  # of all groups; of those of the shorter text
FEWEST = 8  # word groups: below that, only the very same words are a copy
SHARED_RECORDS, SHARE_OF_RECORDS = 2, 0.5
# One shared record of these kinds says enough; a meeting or an event of two states happens every day.
TELLING = frozenset({"standing", "commitment", "agreement"})
Signature = tuple[object, ...]


def copies(tellings: Sequence[Telling], days: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of tellings in one language, as positions, whose words are largely the same.

    They have to be in the order of time; only those at most some days apart are looked at.
    """
    for language in sorted({telling.source.lang for telling in tellings}):
        chosen = [k for k, telling in enumerate(tellings) if telling.source.lang == language]
        groups = {k: word_groups(tellings[k].text) for k in chosen}
        known = {k: tellings[k].source.known for k in chosen if groups[k]}
        yield from (pair for pair in _candidates(groups, known, days) if is_copy(groups[pair[0]], groups[pair[1]]))


def _candidates(
    groups: dict[int, frozenset[str]], known: dict[int, datetime.date], days: int
) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose MinHash signatures meet in some band: few, and nearly all that are alike."""
    from rensa import RMinHash, RMinHashLSH

    if len(known) < 2:
        return
    signatures = RMinHash.from_token_sets([sorted(groups[k]) for k in known], num_perm=SIGNATURE, seed=SEED)
    index, recent = RMinHashLSH(threshold=ALIKE, num_perm=SIGNATURE, num_bands=BANDS), deque[int]()
    for k, signature in zip(known, signatures, strict=True):
        while recent and (known[k] - known[recent[0]]).days > days:
            index.remove(recent.popleft())
        yield from ((other, k) for other in sorted(index.query(signature)))
        index.insert(k, signature)
        recent.append(k)


def word_groups(text: str) -> frozenset[str]:
    """Return the groups of three words in a row that a text holds, letters and digits only."""
    words = re.findall(r"\w+", text.casefold())
    last = max(1, len(words) - WORDS_IN_A_ROW + 1)
    return frozenset(" ".join(words[k : k + WORDS_IN_A_ROW]) for k in range(last)) - {""}


def is_copy(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether one of two texts repeats the other, whole or cut."""
    if min(len(one), len(other)) < FEWEST:
        return one == other
    shared = len(one & other)
    return shared >= ALIKE * len(one | other) or shared >= CONTAINED * min(len(one), len(other))


def told_alike(one: frozenset[Signature], other: frozenset[Signature]) -> bool:
    """Return whether two sets of signatures tell the same news: most of the shorter one, and not a commonplace."""
    shared = one & other
    if len(shared) < SHARE_OF_RECORDS * min(len(one), len(other)):
        return False
    return len(shared) >= SHARED_RECORDS or any(signature[0] in TELLING for signature in shared)


def signatures(telling: Telling) -> frozenset[Signature]:
    """Return what a telling reports, in a form that is the same in every language."""
    return frozenset(filter(None, map(signature, telling.records)))


def signature(record: Record) -> Signature | None:
    """Return what a record reports without its words and persons; None for kinds that are told in too many ways."""
    match record:
        case Event():
            return "event", record.type, record.status, countries(record.actor), countries(record.recipient)
        case Standing():
            return "standing", record.subject.country, record.of, record.aspect, record.value, record.status
        case Commitment():
            return "commitment", countries(record.by), countries(record.to), record.subject, record.act
        case Agreement():
            return "agreement", countries(record.parties), record.stage, record.status
        case Meeting():
            return "meeting", record.of, countries(record.participants), record.status
        case Relation():
            return "relation", countries(record.between), record.trend
    return None


def countries(actors: tuple[Actor, ...]) -> frozenset[str]:
    """Return the states and institutions among actors, without their sectors."""
    return frozenset(actor.country for actor in actors)
