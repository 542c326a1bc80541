"""Who "the three states" are that no sentence has told as acting together: all told of, or the members among them."""

from collections.abc import Iterator

from marsad.membership import institutions
from marsad.mentions.items import Mention
from marsad.mentions.memory import Memory

# How the code of an institution begins.
BODY = "IGO:"


def members_told(memory: Memory, number: int, here: list[Mention], mentions: list[Mention]) -> list[Mention]:
    """Return so many states, in the order of the text: all that the article tells of, else those of them that belong
    to a body it names, the last named first; nobody where neither makes up the number.

    `here` are the actors before the expression, `mentions` all of the sentence.
    """
    told = memory.recent_states(here)[::-1]
    fitting = (states for states in _groups(memory, told, mentions) if len(states) == number)
    return [Mention(0, 0, "state", state, resolved=True) for state in next(fitting, [])]


def _groups(memory: Memory, told: list[str], mentions: list[Mention]) -> Iterator[list[str]]:
    """Yield all states told of, then of each body those among them that belong to it."""
    yield told
    known = institutions()
    named = [m.country for m in (*memory.bodies.values(), *mentions) if m.country.startswith(BODY)]
    for code in dict.fromkeys(reversed(named)):
        body = known.get(code.removeprefix(BODY))
        if body is not None:
            yield [state for state in told if body.belongs(state, memory.published)]
