"""Three counts, always: how many reports, of how many events, from how many independent origins."""

from collections.abc import Iterable

import msgspec

from marsad.model.report import Report
from marsad.stories.forming import stories
from marsad.stories.happenings import happenings, key_of
from marsad.stories.tellings import tellings


class Counts(msgspec.Struct, frozen=True):
    """Five outlets that relay one interview are five reports, one event, one independent origin."""

    reports: int = 0
    events: int = 0
    origins: int = 0


class Origins:
    """The stories, origins and happenings of some reports; counts any part of them.

    Stories that the sources name are taken as they are, the others are formed from the reports themselves.
    """

    def __init__(self, reports: Iterable[Report]) -> None:
        given = list(reports)
        told = tellings(given)
        self._story = {telling.source.article: telling.source.story for telling in told if telling.source.story}
        self._origin: dict[str, str] = {}
        for story in stories(told):
            self._origin |= story.origins
            self._story |= {article: story.id for article in story.articles if article not in self._story}
        self._happening = happenings(given, self._story)

    def story(self, report: Report) -> str:
        """Return the story that a report belongs to."""
        return self._story[report.source.article]

    def origin(self, report: Report) -> str:
        """Return what a report goes back to."""
        return self._origin[report.source.article]

    def happening(self, report: Report) -> str:
        """Return the event that a report tells of."""
        return self._happening[key_of(report)]

    def counts(self, reports: Iterable[Report]) -> Counts:
        """Return the three counts of some of the reports; what one article tells of one event twice is one report."""
        chosen = list(reports)
        return Counts(
            len({(report.source.article, self.happening(report)) for report in chosen}),
            len({self.happening(report) for report in chosen}),
            len({self.origin(report) for report in chosen}),
        )
