"""Articles of our own for the tests of the store."""

import datetime

from marsad.intake.options import Options, make_article
from marsad.model.article import Article

DAY = datetime.date(2024, 11, 20)
ENGLISH = "Moldova condemned Russia on Monday.\nArmenia has suspended its participation in the CSTO.\n"
ARABIC = "أدانت روسيا الولايات المتحدة يوم الاثنين.\nوعلقت أرمينيا مشاركتها في منظمة معاهدة الأمن الجماعي.\n"
EDITED = ENGLISH + "The foreign ministers of France and Germany met in Paris.\n"


def article(text: str = ENGLISH, *, name: str = "", date: datetime.date | None = DAY, lang: str = "en") -> Article:
    return make_article(text, Options(languages=("ar", "en"), id=name, date=date, lang=lang), "text")


def many(count: int) -> list[Article]:
    """Return short articles, each with an id and a day of its own."""
    pairs = [("Moldova", "Russia"), ("France", "Germany"), ("Egypt", "Ethiopia"), ("Armenia", "Azerbaijan")]
    made = []
    for number in range(count):
        first, second = pairs[number % len(pairs)]
        text = f"{first} condemned {second} on Monday.\nIt was statement number {number}.\n"
        made.append(article(text, name=f"a{number}", date=DAY + datetime.timedelta(days=number % 300)))
    return made
