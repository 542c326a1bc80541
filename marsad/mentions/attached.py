"""The preposition that is written with a word of no table: "بالتصعيد", "بإطالة"."""

import re

from marsad.lexicon.profile import Profile

# How long particles written with a word are, and the word they leave.
_LONGEST_PARTICLE, _SHORTEST_WORD = 4, 3


def attached(token: str, profile: Profile) -> tuple[str, ...]:
    """Return the marks of the particles before an unknown word: of a preposition with the article, or of a preposition
    of one letter before what looks like an action noun; nothing for other words.
    """
    written = (token[:n] for n in range(_LONGEST_PARTICLE, 1, -1) if len(token) >= n + _SHORTEST_WORD)
    marks = next((marks for particle in written if (marks := profile.proclitics.get(particle)) is not None), ())
    if "the" in marks and any(mark.startswith("prep:") for mark in marks):
        return marks
    deed = re.match(profile.governed, token) if profile.governed else None
    return profile.proclitics[deed[1]] if deed is not None else ()
