"""Whom a possessive stands for that nobody in its sentence is meant by."""

from marsad.mentions.items import Mention
from marsad.records.scene import Scene

# Those whom states send, to bodies as well.
SENT = frozenset({"ambassador", "delegate", "delegation", "envoy", "foreign-minister", "representative"})


def owners_before(scene: Scene, mention: Mention) -> list[Mention]:
    """Return whose an office or delegation is: of "his" the last person, else who acted last; the state told of last
    where that is a body, to which states send theirs ("The Union suspended Gabon. Its delegation left").
    """
    memory = scene.memory
    pronoun = next((item for item in reversed(scene.parse.items) if item.j <= mention.i), None)
    personal = memory.personal and pronoun is not None and pronoun.role in ("3ms", "3fs")
    owners = (memory.last_named() if personal else []) or memory.last_subject()
    sent = mention.title_kind == "side" or mention.role in SENT
    body = sent and any(owner.kind == "institution" for owner in owners)
    return (memory.last_state() if body else []) or owners
