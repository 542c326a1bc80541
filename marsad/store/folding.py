"""Words as search compares them: folded by the language of the text, with and without the particles before them."""

from functools import cache

import msgspec

from marsad.lexicon.folding import Folder
from marsad.lexicon.profile import language_codes, language_folder, read_profile
from marsad.lexicon.tokens import words

# Beyond these an index entry grows too large for PostgreSQL; no news item and no word in it is that long.
INDEXED_CHARACTERS = 100_000
LONGEST_WORD = 64
SHORTEST_STEM = 3
ARTICLE = ("the",)


class Searcher(msgspec.Struct, frozen=True):
    """How one language folds its words, and which particles it writes at their front."""

    folder: Folder
    proclitics: tuple[str, ...]
    articles: tuple[str, ...]


class Words(msgspec.Struct, frozen=True):
    """The words of a text in order, and those that appear when particles are taken off."""

    folded: str
    bare: str


@cache
def searcher(lang: str) -> Searcher:
    """Return the searcher of a language; raises UsageError for one without a folder."""
    profile = read_profile(language_folder(lang))
    particles = profile.proclitics
    return Searcher(
        Folder(profile.letters),
        tuple(sorted(particles)),
        tuple(sorted(form for form, marks in particles.items() if tuple(marks) == ARTICLE)),
    )


def indexed(text: str, lang: str) -> Words:
    """Return what the index holds of a text in a language that we have."""
    known = searcher(lang)
    found = tokens(text[:INDEXED_CHARACTERS], known)
    bare = {stem for word in set(found) for stem in stems(word, known.proclitics)} - set(found)
    return Words(" ".join(found), " ".join(sorted(bare)))


def tokens(text: str, known: Searcher) -> list[str]:
    """Return the folded words of a text, only letters and digits, each at most 64 characters long."""
    cut = ("".join(c if c.isalnum() else " " for c in word) for word in words(known.folder.fold_form(text)))
    return [part[:LONGEST_WORD] for word in cut for part in word.split()]


def stems(word: str, particles: tuple[str, ...]) -> list[str]:
    """Return a word without each of the particles that it may start with, where enough of it remains."""
    return [word[len(p) :] for p in particles if len(word) >= len(p) + SHORTEST_STEM and word.startswith(p)]


def variants(word: str) -> list[set[str]]:
    """Return the spellings under which each part of one searched word may stand in the index, over all languages."""
    found: list[set[str]] = []
    for lang in language_codes():
        known = searcher(lang)
        for place, part in enumerate(tokens(word, known)):
            if place == len(found):
                found.append(set())
            found[place] |= {part, *stems(part, known.articles)}
    return found
