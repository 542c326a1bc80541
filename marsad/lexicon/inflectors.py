"""The inflectors that a profile can name."""

from collections.abc import Callable
from pathlib import Path

from marsad.lexicon.inflection import Inflector, LibraryInflector, ParadigmInflector, SuffixInflector
from marsad.lexicon.morphology import MorphologyInflector

INFLECTORS: dict[str, Callable[[Path, bool], Inflector]] = {
    "lemminflect": LibraryInflector,
    "paradigms": ParadigmInflector,
    "pymorphy3": MorphologyInflector,
    "suffixes": SuffixInflector,
}
