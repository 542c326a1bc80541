"""What an expression of time means on a day of publication, and how precise it is; never more than the words say."""

import datetime

import pytest

from marsad.model.article import Article
from marsad.model.values import Interval
from marsad.reading import ArticleReader
from marsad.records.dates import DateReader
from marsad.records.found_dates import Found

WEDNESDAY = "2025-03-12"


def wrong(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(reason=reason, strict=True)


def found(lang: str, text: str, published: str) -> list[Found]:
    day = datetime.date.fromisoformat(published) if published else None
    readings = ArticleReader(Article(id="a", text=text, lang=lang, date=day)).run()
    return [x for r in readings for x in DateReader(r.sentence, text, r.items, day).run()]


def shown(interval: Interval) -> str:
    """Return an interval as `start/end precision`, a single day as `day`."""
    return f"{interval.start or ''}/{interval.end or ''} {interval.precision}"


@pytest.mark.parametrize(
    ("lang", "text", "back", "ahead"),
    [
        pytest.param(
            "en",
            "They met yesterday.",
            "2025-03-11/2025-03-11 day",
            "",
            id="en-yesterday",
        ),
        pytest.param(
            "en",
            "They meet tomorrow.",
            "2025-03-13/2025-03-13 day",
            "",
            id="en-tomorrow",
        ),
        pytest.param(
            "en", "They met on Monday.", "2025-03-10/2025-03-10 day", "2025-03-17/2025-03-17 day", id="en-weekday"
        ),
        pytest.param(
            "en",
            "They met on Wednesday.",
            "2025-03-12/2025-03-12 day",
            "2025-03-12/2025-03-12 day",
            id="en-weekday-of-today",
        ),
        pytest.param("en", "They met last Friday.", "2025-03-07/2025-03-07 day", "", id="en-last-weekday"),
        pytest.param("en", "They met last Wednesday.", "2025-03-05/2025-03-05 day", "", id="en-last-weekday-of-today"),
        pytest.param("en", "They meet next Tuesday.", "2025-03-18/2025-03-18 day", "", id="en-next-weekday"),
        pytest.param(
            "en", "They met in November.", "2024-11-01/2024-11-30 month", "2025-11-01/2025-11-30 month", id="en-month"
        ),
        pytest.param("en", "They met last September.", "2024-09-01/2024-09-30 month", "", id="en-last-month-name"),
        pytest.param("en", "They meet next January.", "2026-01-01/2026-01-31 month", "", id="en-next-month-name"),
        pytest.param("en", "They met in March 2024.", "2024-03-01/2024-03-31 month", "", id="en-month-and-year"),
        pytest.param("en", "They met on 28 November 2024.", "2024-11-28/2024-11-28 day", "", id="en-day-month-year"),
        pytest.param("en", "They met on November 28, 2024.", "2024-11-28/2024-11-28 day", "", id="en-month-day-year"),
        pytest.param(
            "en", "They met on Nov. 28.", "2024-11-28/2024-11-28 day", "2025-11-28/2025-11-28 day", id="en-abbreviated"
        ),
        pytest.param(
            "en",
            "They met on the 3rd of February.",
            "2025-02-03/2025-02-03 day",
            "2026-02-03/2026-02-03 day",
            id="en-ordinal",
            marks=wrong("an ordinal with 'of' loses its day"),
        ),
        pytest.param("en", "They met from 3 to 7 February.", "2025-02-03/2025-02-07 range", "", id="en-range"),
        pytest.param("en", "They met on February 3-7.", "2025-02-03/2025-02-07 range", "", id="en-range-hyphen"),
        pytest.param("en", "They met last week.", "2025-03-03/2025-03-09 week", "", id="en-last-week"),
        pytest.param("en", "They met last month.", "2025-02-01/2025-02-28 month", "", id="en-last-month"),
        pytest.param("en", "They met last year.", "2024-01-01/2024-12-31 year", "", id="en-last-year"),
        pytest.param("en", "They met in 2019.", "2019-01-01/2019-12-31 year", "", id="en-year"),
        pytest.param("en", "They met two weeks ago.", "2025-02-24/2025-03-02 week", "", id="en-weeks-ago"),
        pytest.param("en", "They met 10 days ago.", "2025-03-02/2025-03-02 day", "", id="en-days-ago"),
        pytest.param("en", "It was absent since 2017.", "2017-01-01/ open", "", id="en-since"),
        pytest.param("en", "They met on 29 February 2024.", "2024-02-29/2024-02-29 day", "", id="en-leap-day"),
        pytest.param("ar", "اجتمعوا أمس.", "2025-03-11/2025-03-11 day", "", id="ar-yesterday"),
        pytest.param("ar", "يجتمعون غدا.", "2025-03-13/2025-03-13 day", "", id="ar-tomorrow"),
        pytest.param(
            "ar", "اجتمعوا الاثنين.", "2025-03-10/2025-03-10 day", "2025-03-17/2025-03-17 day", id="ar-weekday"
        ),
        pytest.param("ar", "اجتمعوا الجمعة الماضي.", "2025-03-07/2025-03-07 day", "", id="ar-last-weekday"),
        pytest.param("ar", "يجتمعون الثلاثاء المقبل.", "2025-03-18/2025-03-18 day", "", id="ar-next-weekday"),
        pytest.param("ar", "اجتمعوا في سبتمبر الماضي.", "2024-09-01/2024-09-30 month", "", id="ar-month-gregorian"),
        pytest.param("ar", "اجتمعوا في أيلول 2024.", "2024-09-01/2024-09-30 month", "", id="ar-month-levant"),
        pytest.param("ar", "اجتمعوا في شتنبر 2024.", "2024-09-01/2024-09-30 month", "", id="ar-month-morocco"),
        pytest.param("ar", "اجتمعوا في أوت 2024.", "2024-08-01/2024-08-31 month", "", id="ar-month-algeria"),
        pytest.param(
            "ar", "اجتمعوا في كانون الثاني 2025.", "2025-01-01/2025-01-31 month", "", id="ar-month-of-two-words"
        ),
        pytest.param(
            "ar", "اجتمعوا في 28 نوفمبر/تشرين الثاني 2024.", "2024-11-28/2024-11-28 day", "", id="ar-two-traditions"
        ),
        pytest.param(
            "ar",
            "اجتمعوا في 28 نوفمبر (تشرين الثاني) 2024.",
            "2024-11-28/2024-11-28 day",
            "",
            id="ar-two-traditions-bracket",
        ),
        pytest.param("ar", "اجتمعوا في ٢٨ نوفمبر ٢٠٢٤.", "2024-11-28/2024-11-28 day", "", id="ar-arabic-digits"),
        pytest.param("ar", "اجتمعوا في 1 رمضان 1446.", "2025-03-01/2025-03-01 day", "", id="ar-hijri"),
        pytest.param("ar", "اجتمعوا من 3 إلى 7 فبراير.", "2025-02-03/2025-02-07 range", "", id="ar-range"),
        pytest.param("ar", "اجتمعوا في الأسبوع الماضي.", "2025-03-03/2025-03-09 week", "", id="ar-last-week"),
        pytest.param("ar", "اجتمعوا الشهر الماضي.", "2025-02-01/2025-02-28 month", "", id="ar-last-month"),
        pytest.param("ar", "اجتمعوا العام الماضي.", "2024-01-01/2024-12-31 year", "", id="ar-last-year"),
        pytest.param("ar", "اجتمعوا في عام 2019.", "2019-01-01/2019-12-31 year", "", id="ar-year"),
        pytest.param("ar", "لم يجتمعوا منذ عام 2017.", "2017-01-01/ open", "", id="ar-since"),
        pytest.param("en", "They met in early March 2022.", "2022-03-01/2022-03-10 range", "", id="en-early-month"),
        pytest.param("en", "They met in late 2022.", "2022-09-01/2022-12-31 range", "", id="en-late-year"),
        pytest.param("en", "They met early last year.", "2024-01-01/2024-04-30 range", "", id="en-early-last-year"),
        pytest.param("en", "They met in the summer of 2022.", "2022-06-01/2022-08-31 season", "", id="en-season"),
        pytest.param("en", "They met in the winter of 2022.", "2022-01-01/2022-12-31 year", "", id="en-winter"),
        pytest.param("en", "They met last autumn.", "2024-09-01/2024-11-30 season", "", id="en-last-season"),
        pytest.param(
            "en",
            "They met over the weekend.",
            "2025-03-08/2025-03-09 range",
            "2025-03-15/2025-03-16 range",
            id="en-weekend",
        ),
        pytest.param("en", "They met in the first half of 2023.", "2023-01-01/2023-06-30 range", "", id="en-half"),
        pytest.param("en", "They met in the last week of May 2023.", "2023-05-22/2023-05-31 range", "", id="en-week"),
        pytest.param("en", "They met from March to May 2023.", "2023-03-01/2023-05-31 range", "", id="en-months"),
        pytest.param(
            "en", "They met from November to May 2023.", "2022-11-01/2023-05-31 range", "", id="en-months-of-two-years"
        ),
        pytest.param(
            "en",
            "They met from Monday to Friday.",
            "2025-03-03/2025-03-07 range",
            "2025-03-17/2025-03-21 range",
            id="en-weekdays",
        ),
        pytest.param("en", "They have met since Monday.", "2025-03-10/ open", "", id="en-since-weekday"),
        pytest.param("ar", "اجتمعوا في مطلع مارس 2022.", "2022-03-01/2022-03-10 range", "", id="ar-early-month"),
        pytest.param("ar", "اجتمعوا في أواخر عام 2022.", "2022-09-01/2022-12-31 range", "", id="ar-late-year"),
        pytest.param("ar", "اجتمعوا الصيف الماضي.", "2024-06-01/2024-08-31 season", "", id="ar-last-season"),
        pytest.param("ar", "اجتمعوا بين مارس ومايو 2023.", "2023-03-01/2023-05-31 range", "", id="ar-months"),
        pytest.param(
            "fa", "در اوایل آذر ۱۴۰۲ دیدار کردند.", "2023-11-22/2023-12-01 range", "", id="fa-early-solar-month"
        ),
        pytest.param("fa", "در پاییز سال ۱۴۰۲ دیدار کردند.", "2023-09-21/2023-12-20 season", "", id="fa-solar-season"),
        pytest.param("fa", "در نیمه دوم سال ۲۰۲۲ دیدار کردند.", "2022-07-01/2022-12-31 range", "", id="fa-half"),
        pytest.param(
            "ru", "Они встретились в конце марта 2022 года.", "2022-03-21/2022-03-31 range", "", id="ru-late-month"
        ),
        pytest.param("ru", "Они встретились осенью прошлого года.", "2024-09-01/2024-11-30 season", "", id="ru-season"),
        pytest.param(
            "ru", "Они встречались с марта по май 2023 года.", "2023-03-01/2023-05-31 range", "", id="ru-months"
        ),
        pytest.param("tr", "2023 yılının ilk yarısında görüştüler.", "2023-01-01/2023-06-30 range", "", id="tr-half"),
        pytest.param("tr", "Geçen yaz görüştüler.", "2024-06-01/2024-08-31 season", "", id="tr-last-season"),
    ],
)
def test_an_expression_of_time(lang: str, text: str, back: str, ahead: str) -> None:
    (one,) = found(lang, text, WEDNESDAY)
    assert shown(one.back) == back
    assert shown(one.ahead) == (ahead or shown(one.ahead))
    assert one.back.text
    assert one.back.text in text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "They met on Monday.", id="en-weekday"),
        pytest.param("en", "They met last month.", id="en-last-month"),
        pytest.param("en", "They met on Nov. 28.", id="en-no-year"),
        pytest.param("ar", "اجتمعوا الاثنين.", id="ar-weekday"),
        pytest.param("ar", "اجتمعوا الشهر الماضي.", id="ar-last-month"),
    ],
)
def test_without_a_day_of_publication_nothing_relative_is_resolved(lang: str, text: str) -> None:
    assert found(lang, text, "") == []


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("en", "They met on 28 November 2024.", "2024-11-28/2024-11-28 day", id="en"),
        pytest.param("ar", "اجتمعوا في 28 نوفمبر 2024.", "2024-11-28/2024-11-28 day", id="ar"),
    ],
)
def test_without_a_day_of_publication_a_full_date_is_read(lang: str, text: str, expected: str) -> None:
    assert [shown(one.back) for one in found(lang, text, "")] == [expected]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param(
            "en",
            "They met on 31 February 2024.",
            id="en-no-such-day",
            marks=wrong("a day that no calendar has is read as its whole year"),
        ),
        pytest.param("en", "They may march on.", id="en-words-like-months"),
        pytest.param("en", "They sold 2000000 tons.", id="en-number"),
        pytest.param(
            "ar",
            "اجتمعوا في 31 فبراير 2024.",
            id="ar-no-such-day",
            marks=wrong("a day that no calendar has is read as its whole year"),
        ),
    ],
)
def test_what_is_no_date(lang: str, text: str) -> None:
    assert found(lang, text, WEDNESDAY) == []
