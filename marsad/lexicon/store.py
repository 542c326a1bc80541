"""The compiled lexicon: what reading looks things up in, and its file."""

from __future__ import annotations

import hashlib
import os
from array import array
from pathlib import Path

import daachorse
import msgspec

from marsad.lexicon.entries import Entry, Feature
from marsad.lexicon.folding import Folder
from marsad.lexicon.profile import Profile


class LexiconFile(msgspec.Struct, frozen=True, array_like=True):
    """What the file holds besides its checksum; the automaton and the number columns are raw bytes."""

    code: str
    fingerprint: str
    profile: Profile
    entries: tuple[Entry, ...]
    features: tuple[Feature, ...]
    lengths: bytes
    first: bytes
    readings: bytes
    automaton: bytes


class Lexicon:
    """All forms of one language.

    Pattern `p` of the automaton has `lengths[p]` words and the readings `first[p]:first[p + 1]`, three numbers each in
    `readings`: entry, feature, case (0 any, 1 capital first, 2 all capitals).
    """

    def __init__(  # noqa: PLR0913 -- the columns of one table
        self, *, code: str, fingerprint: str, profile: Profile, entries: tuple[Entry, ...],
        features: tuple[Feature, ...], lengths: bytes, first: array[int], readings: array[int],
        automaton: daachorse.CharwiseDoubleArrayAhoCorasick,
    ) -> None:  # fmt: skip
        self.code, self.fingerprint, self.profile = code, fingerprint, profile
        self.entries, self.features = entries, features
        self.lengths, self.first, self.readings = lengths, first, readings
        self.automaton = automaton
        self.folder = Folder(profile.letters)


def write(lexicon: Lexicon, folder: Path) -> Path:
    """Return the file a lexicon was written to: SHA-256 of the rest, then msgpack; replaced in one step."""
    content = msgspec.msgpack.encode(
        LexiconFile(
            lexicon.code, lexicon.fingerprint, lexicon.profile, lexicon.entries, lexicon.features, lexicon.lengths,
            lexicon.first.tobytes(), lexicon.readings.tobytes(), lexicon.automaton.serialize(),
        )
    )  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    path, fresh = folder / f"{lexicon.code}.lexicon", folder / f"{lexicon.code}.lexicon.{os.getpid()}"
    fresh.write_bytes(hashlib.sha256(content).digest() + content)
    fresh.replace(path)
    return path


def read_file(path: Path) -> Lexicon | None:
    """Return the lexicon in a file, None where there is none, or it is damaged (the automaton would not notice), or
    another version of this program wrote it.
    """
    if not path.exists():
        return None
    raw = path.read_bytes()
    if hashlib.sha256(raw[32:]).digest() != raw[:32]:
        return None
    try:
        held = msgspec.msgpack.decode(memoryview(raw)[32:], type=LexiconFile)
    except msgspec.ValidationError:
        return None
    first, readings = array("I"), array("I")
    first.frombytes(held.first)
    readings.frombytes(held.readings)
    return Lexicon(
        code=held.code, fingerprint=held.fingerprint, profile=held.profile, entries=held.entries,
        features=held.features, lengths=held.lengths, first=first, readings=readings,
        automaton=daachorse.CharwiseDoubleArrayAhoCorasick.deserialize(held.automaton),
    )  # fmt: skip
