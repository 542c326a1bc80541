"""A large store without a newsroom: records as unevenly spread over states and institutions as in news."""

import datetime
import itertools
import random
from typing import Any

from marsad.lexicon.names import alpha3
from marsad.membership import institutions
from marsad.model.article import Article, Reading
from marsad.model.records import Event, Record, Standing, record_id
from marsad.model.values import Actor, Axis, EventType, Evidence, Interval
from marsad.store.engines import engine
from marsad.store.store import Store

EACH = 10  # records an article
WORDS, LENGTH = 30_000, 150  # of the vocabulary, of a text
FIRST, DAYS = datetime.date(2015, 1, 1), 3600
TYPES: tuple[tuple[EventType, float], ...] = (
    ("AGREE", 3.0),
    ("CONSULT", 2.0),
    ("ACCUSE", -4.0),
    ("THREATEN", -6.0),
    ("ASSAULT", -10.0),
    ("AID", 7.0),
)
VALUES: tuple[tuple[str, str, Axis], ...] = (
    ("participation", "suspended", "declared"),
    ("meetings", "absent", "conduct"),
    ("dues", "pays", "money"),
)
TOGETHER = 2000  # articles a transaction


class Generator:
    """Makes articles with their records; the same ones for the same number of records."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.random = random.Random(7)
        self.states = sorted(alpha3().values())
        self.random.shuffle(self.states)
        self.bodies = [f"IGO:{code}" for code in sorted(institutions())]
        self.words = [self._made_word() for _ in range(WORDS)]
        self.weights = {
            len(names): list(itertools.accumulate(1 / (rank + 8) for rank in range(len(names))))
            for names in (self.states, self.bodies, self.words)
        }

    def _pick(self, names: list[str]) -> str:
        """Return a name; the second of them half as often as the first, and so on, but for a flatter head."""
        return self.random.choices(names, cum_weights=self.weights[len(names)])[0]

    def _made_word(self) -> str:
        return "".join(self.random.choices("abcdefghijklmnoprstuvy", k=self.random.randint(4, 9)))

    def state(self) -> str:
        """Return a state."""
        return self._pick(self.states)

    def institution(self) -> str:
        """Return an institution."""
        return self._pick(self.bodies)

    def pair(self) -> tuple[str, str]:
        """Return two states."""
        one = other = self.state()
        while other == one:
            other = self.state()
        return one, other

    def word(self) -> str:
        """Return a word of the texts."""
        return self._pick(self.words)

    def fill(self, store: Store) -> None:
        """Put the articles into a store, many in one transaction."""
        made_by = engine("en")
        for first in range(0, self.number // EACH, TOGETHER):
            last = min(first + TOGETHER, self.number // EACH)
            store.keep_all((self._reading(number) for number in range(first, last)), made_by)

    def _reading(self, number: int) -> Reading:
        text = " ".join(self._pick(self.words) for _ in range(LENGTH))
        day = FIRST + datetime.timedelta(self.random.randrange(DAYS))
        article = Article(id=f"generated-{number}", text=text, lang="en", date=day)
        return Reading(article=article, records=tuple(self._record(article, day, k) for k in range(EACH)))

    def _record(self, article: Article, day: datetime.date, k: int) -> Record:
        span = Evidence(
            k * 60, k * 60 + 50, article.text[k * 60 : k * 60 + 50], article.text[k * 60 : k * 60 + 120], k, 0
        )
        shared: dict[str, Any] = {
            "article": article.id, "evidence": span, "date": Interval(day, day, "day"), "rule": "triggers/x.tsv:1 x",
            "confidence": 0.8,
        }  # fmt: skip
        if k % 3 == 0:
            aspect, value, axis = self.random.choice(VALUES)
            name = record_id(article.id, "standing", span.start, span.end, value)
            fields: dict[str, Any] = {
                "subject": Actor(self.state()),
                "of": self.institution(),
                "aspect": aspect,
                "value": value,
            }
            return Standing(id=name, axis=axis, **fields, **shared)
        kind, score = self.random.choice(TYPES)
        one, other = self.pair()
        name = record_id(article.id, "event", span.start, span.end, kind)
        return Event(id=name, type=kind, score=score, actor=(Actor(f"{one} GOV"),), recipient=(Actor(other),), **shared)
