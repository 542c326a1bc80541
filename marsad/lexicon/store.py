"""The compiled lexicon: what reading looks things up in, and its file."""

from __future__ import annotations

import gc
import hashlib
import os
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import daachorse
import msgspec

from marsad.lexicon.entries import Entry, Feature, Reading
from marsad.lexicon.folding import Folder
from marsad.lexicon.profile import Profile

# How many bytes say how long the tables are.
LENGTH = 8


class Tables(msgspec.Struct, frozen=True, array_like=True):
    """What the file holds besides its checksum and the automaton; the number columns are raw bytes.

    The entries stay encoded, each by itself.
    """

    code: str
    fingerprint: str
    profile: Profile
    entries: tuple[msgspec.Raw, ...]
    features: tuple[Feature, ...]
    lengths: bytes
    parts: bytes
    first: bytes
    readings: bytes
    given: frozenset[str]


class Entries:
    """The entries by number, each decoded when it is asked for first: a text asks for few of them."""

    def __init__(self, encoded: tuple[msgspec.Raw, ...]) -> None:
        self.encoded = encoded
        self._decoded: dict[int, Entry] = {}

    def __getitem__(self, number: int) -> Entry:
        found = self._decoded.get(number)
        if found is None:
            found = self._decoded[number] = msgspec.msgpack.decode(self.encoded[number], type=Entry)
        return found


def encoded(entries: Iterable[Entry]) -> Entries:
    """Return entries as the file of a lexicon holds them."""
    return Entries(tuple(msgspec.Raw(msgspec.msgpack.encode(entry)) for entry in entries))


class Lexicon:
    """All forms of one language.

    Pattern `p` of the automaton has `lengths[p]` words and the readings `first[p]:first[p + 1]`, three numbers each in
    `readings`: entry, feature, case (0 any, 1 capital first, 2 all capitals, 4 a capital later). `parts[p]` tells in
    bits what it can be: a form by itself, or part of a divided phrase, whose readings are then told by other marks.
    `given` are the first names, folded, of the persons it knows.
    """

    def __init__(  # noqa: PLR0913 -- the columns of one table
        self, *, code: str, fingerprint: str, profile: Profile, entries: Entries,
        features: tuple[Feature, ...], lengths: bytes, parts: bytes, first: array[int], readings: array[int],
        given: frozenset[str], automaton: daachorse.CharwiseDoubleArrayAhoCorasick,
    ) -> None:  # fmt: skip
        self.code, self.fingerprint, self.profile = code, fingerprint, profile
        self.entries, self.features = entries, features
        self.lengths, self.parts, self.first, self.readings = lengths, parts, first, readings
        self.given, self.automaton = given, automaton
        self.folder = Folder(profile.letters)

    def of(self, pattern: int) -> list[Reading]:
        """Return the readings of a pattern, those as part of a divided phrase too."""
        numbers = iter(self.readings[self.first[pattern] * 3 : self.first[pattern + 1] * 3])
        return list(zip(numbers, numbers, numbers, strict=True))


def write(lexicon: Lexicon, folder: Path) -> Path:
    """Return the file a lexicon was written to, replaced in one step.

    It holds the SHA-256 of the rest, the length of the tables (8 bytes, the highest first), the tables as msgpack, the
    automaton.
    """
    tables = msgspec.msgpack.encode(
        Tables(
            lexicon.code, lexicon.fingerprint, lexicon.profile, lexicon.entries.encoded, lexicon.features,
            lexicon.lengths, lexicon.parts, lexicon.first.tobytes(), lexicon.readings.tobytes(),
            lexicon.given,
        )
    )  # fmt: skip
    content = len(tables).to_bytes(LENGTH, "big") + tables + lexicon.automaton.serialize()
    folder.mkdir(parents=True, exist_ok=True)
    path, fresh = folder / f"{lexicon.code}.lexicon", folder / f"{lexicon.code}.lexicon.{os.getpid()}"
    fresh.write_bytes(hashlib.sha256(content).digest() + content)
    fresh.replace(path)
    return path


def read_file(path: Path) -> Lexicon | None:
    """Return the lexicon in a file, None where there is none, or it is damaged (the automaton would not notice), or
    another version of this program wrote it.
    """
    read = _automaton_and_tables(path) if path.exists() else None
    if read is None:
        return None
    automaton, held = read
    first, readings = array("I"), array("I")
    first.frombytes(held.first)
    readings.frombytes(held.readings)
    return Lexicon(
        code=held.code, fingerprint=held.fingerprint, profile=held.profile, entries=Entries(held.entries),
        features=held.features, lengths=held.lengths, parts=held.parts, first=first, readings=readings,
        given=held.given, automaton=automaton,
    )  # fmt: skip


def _automaton_and_tables(path: Path) -> tuple[daachorse.CharwiseDoubleArrayAhoCorasick, Tables] | None:
    """Return what a file holds, None where it is damaged or of another version."""
    parts = _parts(path)
    if parts is None:
        return None
    try:
        # The bytes of the automaton, two thirds of the file, are freed before the tables grow into objects.
        automaton = daachorse.CharwiseDoubleArrayAhoCorasick.deserialize(parts.pop())
        with _no_collection():
            return automaton, msgspec.msgpack.decode(parts.pop(), type=Tables)
    except (ValueError, msgspec.ValidationError):
        return None


def _parts(path: Path) -> list[bytes] | None:
    """Return the tables and the automaton of a file as bytes, None where it is not as it was written."""
    with path.open("rb") as file:
        digest = file.read(hashlib.sha256().digest_size)
        length = file.read(LENGTH)
        tables = min(int.from_bytes(length, "big"), path.stat().st_size)  # a damaged length can be any number
        parts = [file.read(tables), file.read()]
    found = hashlib.sha256(length)
    for part in parts:
        found.update(part)
    return parts if found.digest() == digest else None


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from walking, over and over, what is being decoded: most of the time that took."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()
