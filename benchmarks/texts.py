"""The texts that are measured with: NTREX news lines where they are at hand, else the articles of `examples/`."""

import datetime
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
NTREX = ROOT.parent / "shared" / "gold" / "ntrex.jsonl"
ENOUGH_SENTENCES = 250
SENTENCE_END = re.compile(r"[.!?؟](?=[\s\"”»]|$)")


class Raw(NamedTuple):
    """A text as it comes in, with its day of publication."""

    name: str
    text: str
    date: datetime.date


class Corpus(NamedTuple):
    """Texts of one language, how many sentences they hold, and where they are from."""

    texts: list[Raw]
    sentences: int
    source: str


def example_languages() -> list[str]:
    """Return the languages that have examples: the last part of `DATE-SUBJECT.LANGUAGE.txt`."""
    return sorted({path.stem.rpartition(".")[2] for path in EXAMPLES.glob("*.txt")})


def example_files(language: str) -> list[Path]:
    """Return the example files of a language, by name."""
    return sorted(EXAMPLES.glob(f"*.{language}.txt"))


def examples(language: str) -> list[Raw]:
    """Return the examples of a language, dated by their file names."""
    return [
        Raw(path.name, path.read_text(encoding="utf-8"), datetime.date.fromisoformat(path.name[:10]))
        for path in example_files(language)
    ]


def corpus(language: str) -> Corpus:
    """Return what throughput is measured with: documents of NTREX, or the examples until there are enough sentences."""
    found = _ntrex(language) if NTREX.exists() else None
    return found or _repeated(examples(language))


def _ntrex(language: str) -> Corpus | None:
    documents: dict[tuple[str, str], list[str]] = defaultdict(list)
    with NTREX.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["lang"] == language:
                documents[row["doc"], row["date"]].append(row["text"])
    texts = [Raw(name, "\n".join(lines), datetime.date.fromisoformat(day)) for (name, day), lines in documents.items()]
    return Corpus(texts, sum(map(len, documents.values())), "NTREX") if texts else None


def _repeated(texts: list[Raw]) -> Corpus:
    sentences = sum(len(SENTENCE_END.findall(raw.text)) for raw in texts)
    times = -(-ENOUGH_SENTENCES // max(sentences, 1))
    return Corpus(texts * times, sentences * times, "examples")
