"""Marsad reads news about international affairs in its original language and returns sourced records: `marsad.read`."""

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.model.article import Reading

__all__ = ["read"]


def read(text: str, *, lang: str = "", date: datetime.date | None = None) -> "Reading":
    """Return what an article says: its records in the order of the text, and who passed the report on.

    `lang` is an ISO 639-1 code, detected where it is empty; `date` is the day of publication, without which no "last
    Monday" is resolved. Raises InputError for a text that is empty or in no language we have, DataError where the
    language data is wrong.
    """
    from marsad import reading  # the stages and their data are loaded when something is read, not on import
    from marsad.intake.options import Options, make_article, parse_language

    known = reading.languages()
    options = Options(languages=known, lang=parse_language(lang, known, "lang"), date=date)
    return reading.read(make_article(text, options, "text"))
