"""Reports and articles to stories: what is one report passed on, what is one event, who really told it first."""

from marsad.stories.counting import Counts, Origins
from marsad.stories.forming import Story, stories
from marsad.stories.happenings import happenings
from marsad.stories.tellings import Telling, origin, tellings

__all__ = ["Counts", "Origins", "Story", "Telling", "happenings", "origin", "stories", "tellings"]
