"""Marsad reads news about international affairs in its original language and returns sourced records.

>>> import marsad
>>> reading = marsad.read("Moldova condemned Russia on Monday.", date="2024-11-28")
>>> event = next(record for record in reading.records if hasattr(record, "type"))
>>> (event.type, event.actor[0].code, str(event.date.start))
('ACCUSE', 'MDA', '2024-11-25')
"""

import datetime
import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from marsad.model.article import Reading
    from marsad.store.store import Store
    from marsad.views.exports import export
    from marsad.views.frames import frame, reports_of

__all__ = ["Store", "export", "frame", "read", "reports_of"]
# What is imported when it is first asked for, since it brings libraries with it that reading does not need.
LATER = {
    "Store": "marsad.store.store",
    "export": "marsad.views.exports",
    "frame": "marsad.views.frames",
    "reports_of": "marsad.views.frames",
}


def read(text: str, lang: str | None = None, date: datetime.date | str | None = None) -> "Reading":
    """Return what an article says: its records in the order of the text, and who passed the report on.

    `lang` is an ISO 639-1 code, detected where it is left out; `date` is the day of publication (a date or YYYY-MM-DD),
    without which no "last Monday" is resolved. Raises InputError for a text that is empty or in no language we have,
    DataError where the language data is wrong.
    """
    from marsad import reading  # the stages and their data are loaded when something is read, not on import
    from marsad.intake.options import Options, make_article, parse_date, parse_language

    known = reading.languages()
    day = date if isinstance(date, datetime.date) else parse_date(date, "date")
    options = Options(languages=known, lang=parse_language(lang, known, "lang"), date=day)
    return reading.read(make_article(text, options, "text"))


def __getattr__(name: str) -> Any:
    """Return one of the names of LATER."""
    if name in LATER:
        return getattr(importlib.import_module(LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
