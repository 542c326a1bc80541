"""Whether two who are told of are one: parties and ministers of one state have one code."""

from collections.abc import Iterable, Sequence

from marsad.mentions.items import Mention

# Kinds that stand for those who rule a state, and the sectors of these.
_RULED, _RULERS = frozenset({"state", "capital", "metonym", "demonym"}), frozenset({"GOV", ""})
# How much of a word its endings leave as it is.
_STEM = 5


def others(told: Iterable[Mention], speaking: list[Mention], tokens: Sequence[str]) -> list[Mention]:
    """Return those told of in a sentence of these words who are none of those who speak in it."""
    return [mention for mention in told if not any(_same(mention, speaker, tokens) for speaker in speaking)]


def _same(mention: Mention, speaker: Mention, tokens: Sequence[str]) -> bool:
    if mention.country and speaker.country and mention.country != speaker.country:
        return False
    if mention.person and speaker.person:
        return _stem(mention.person.split()[-1]) == _stem(speaker.person.split()[-1])
    if mention.kind in _RULED or speaker.kind in _RULED:
        return {mention.sector, speaker.sector} <= _RULERS
    if mention.sector != speaker.sector:
        return False
    if "group" in (mention.kind, speaker.kind):
        return not _stems(mention, tokens).isdisjoint(_stems(speaker, tokens))
    return not mention.role or not speaker.role or mention.role == speaker.role


def _stems(mention: Mention, tokens: Sequence[str]) -> set[str]:
    return {_stem(word) for word in mention.words or tokens[mention.i : mention.j]}


def _stem(word: str) -> str:
    return word[:_STEM]
