"""Whose office-holders are told of where a body of many states acts in the town of the dateline."""

from marsad.mentions.memory import Memory


def of_seated_body(memory: Memory) -> str:
    """Return the only state that an article is about where a body acted last in a town whose state nobody has named
    ("PARIS - UNESCO said that Chad would leave. The foreign minister, ..."); empty elsewhere.
    """
    acted = memory.last_subject()
    seated = bool(acted) and all(m.country.startswith("IGO:") for m in acted)
    return memory.only_state() if seated and memory.home not in memory.recent_states() else ""
