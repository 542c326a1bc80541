"""Dates of a sentence, resolved against the day of publication, never more precise than the words."""

import datetime
import re

from marsad.mentions.items import Item
from marsad.model.values import Interval, Precision
from marsad.records.calendars import solar_year_of, span
from marsad.records.date_ranges import joined_dates, leads
from marsad.records.found_dates import Found
from marsad.records.parts_of_time import PARTS, part_of
from marsad.records.relative_dates import ahead, one_day, relative, with_words
from marsad.records.spacing import FORWARD, LINKED, LINKS, NAMED, SPACING, counts, may_date, since, spaced
from marsad.text.sentences import Sentence

Day = datetime.date
Told = tuple[Interval | None, Interval | None]
YEAR = re.compile(r"(?:1[89]|20)\d\d")
OTHER_YEAR = re.compile(r"1[34]\d\d")  # of the Islamic or the Solar Hijri calendar
SOLAR = "solar-year:"
# The role of what stands before the day on which the like happened last.
LAST_TIME = "last-time"
DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")


class DateReader:
    """Reads the time expressions of one sentence; without a day of publication only absolute ones are resolved.

    `told` are the past date and the date told last before the sentence: "two days later" counts from them.
    """

    def __init__(
        self, sentence: Sentence, text: str, row: list[Item], published: Day | None, told: Told = (None, None)
    ) -> None:  # fmt: skip
        self.sentence, self.text, self.row, self.published = sentence, text, row, published
        self._told, self._found_here = told, list[Found]()

    def run(self) -> list[Found]:
        """Return the expressions in order."""
        found, k = self._found_here, 0
        for n in may_date(self.row, self.sentence.tokens):
            result = self._open(self._at(n)) or self._spaced(n, found) if n >= k else None
            if result is not None:
                found[:] = joined_dates(found, result, self.row)
                found[-1] = found[-1] if found[-1] is result else self._worded(found[-1])
                k = result.end
        return found

    def _spaced(self, k: int, found: list[Found]) -> Found | None:
        """Return what a phrase means that counts from another date ("two days later"), None where it is none."""
        parts = self._spacing(k)
        if parts is None:
            return None
        here = next((d for d in reversed(found) if not d.forward and d.back.end is not None), None)
        if parts[0] in FORWARD and (own := self._of_clause(k)) is not None:
            here, parts = own, [FORWARD[parts[0]], *parts[1:]]
        elif parts[0] in FORWARD:
            here = here or self._next(k)
            parts = parts if here is not None or self._clause_behind(k) else [FORWARD[parts[0]], *parts[1:]]
        if here is None and parts[0] == "before" and self._clause_behind(k):
            return None  # "resigned two days before the vote": neither day is told
        anchors = (here.back, here.ahead) if here is not None else self._told
        back, ahead = (spaced(anchor, parts) for anchor in anchors)
        if back is None or ahead is None:
            return None
        return self._found(k, k + 1, (back, ahead))._replace(forward=parts[0] in FORWARD, counted=True)

    def _spacing(self, k: int) -> list[str] | None:
        """Return the meaning of such a phrase: before "after X" and "before X" it says how far off X is."""
        item = self.row[k]
        known = item.span.find("time") if item.span is not None and item.kind in ("time", "function") else None
        parts = NAMED.get(known.entry.value, known.entry.value).split(":") if known is not None else [""]
        if parts[0] not in SPACING or (item.kind == "function" and parts[0] not in FORWARD and self._governs(k)):
            return None
        link = self.row[k + 1] if k + 1 < len(self.row) else None
        if link is None or link.kind != "function" or link.role not in LINKS or parts[0] not in LINKED:
            return parts
        named = LINKS[link.role] if self._governs(k + 1) else FORWARD[LINKS[link.role]]
        return [named, *parts[1:]]

    def _governs(self, k: int) -> bool:
        """Return whether something stands behind item `k` that it may belong to."""
        following = self.row[k + 1] if k + 1 < len(self.row) else None
        if following is None or following.kind == "punct":
            return False
        if self.row[k].is_function("sub"):
            return True
        if following.value in ("verb", "light"):
            return following.known is not None and following.known.feature.form == "gerund"
        return following.kind != "function" or following.value in ("det", "comp", "poss", "pron", "quant")

    def _clause_behind(self, k: int) -> bool:
        """Return whether what stands behind "two days after" is a clause, or nothing was told before."""
        today = self._told[0]
        nothing_told = today is None or today.start == self.published
        return nothing_told or any(item.is_function("sub") for item in self.row[k + 1 : k + 2])

    def _next(self, k: int) -> Found | None:
        """Return the next date of the sentence behind item `k`: that of the clause a fronted phrase belongs to."""
        found = (self._at(n) for n in range(k + 1, len(self.row)))
        return next((date for date in found if date is not None), None)

    def _of_clause(self, k: int) -> Found | None:
        """Return the date of the very clause behind item `k` ("six months after it was expelled in March 2022")."""
        found = self._next(k) if k and self._clause_behind(k) else None
        return found if found is not None and all(i.kind != "punct" for i in self.row[k : found.k]) else None

    def _open(self, found: Found | None) -> Found | None:
        """Return the expression, open at its end behind "since", none in "for the first time since 2005"."""
        if found is not None and found.k and self.row[found.k - 1].is_function("adv", LAST_TIME):
            clause = next((k for k in range(found.end, found.end + 3) if self._when(k)), 0)
            return found._replace(forward=True, end=clause) if clause else None
        found = self._narrowed(found) if found is not None else None
        if found is None or not since(self.row[: found.k]):
            return found
        if any(leads(item, self.row[found.k - 1 : found.k]) for item in self.row[found.end : found.end + 1]):
            return found
        back = Interval(found.back.start, None, "open", found.back.text)
        coming = self.row[found.k - 1].role != "since"  # "from July" may be still to come
        return Found(found.k, found.end, back, found.ahead if coming else back, within=found.back)

    def _narrowed(self, found: Found) -> Found:
        """Return the date with the word before it that names a part of it ("early in May", "in the summer of 2022")."""
        before = self.row[found.k - 1] if found.k else None
        named = before.value.removesuffix(":near") if before is not None and before.kind == "time" else ""
        if named not in PARTS:
            return found
        made = part_of(found.back, named), part_of(found.ahead, named)
        return self._found(found.k - 1, found.end, made)

    def _when(self, k: int) -> bool:
        """Return whether a clause begins at item `k` that tells what the date before it dates ("2018, when ...")."""
        return k < len(self.row) and self.row[k].is_function("sub", "when")

    def _at(self, k: int) -> Found | None:
        item = self.row[k]
        if item.kind == "time" and item.known is not None:
            kind = item.known.entry.kind
            if kind == "month":
                return self._month(k)
            if kind == "weekday":
                return self._weekday(k, int(item.role))
            if item.value == "day":
                return None
            return self._phrase(k, item.value)
        if item.is_function("adv", "time") and item.span is not None and (known := item.span.find("time")) is not None:
            return self._phrase(k, known.entry.value)  # "зимой", which only tells when elsewhere
        if YEAR.fullmatch(self._token(k)) and item.kind == "word" and not self._is_month(k + 1):
            return self._years(k) if not counts(self.row, k) else None
        return None

    def _token(self, k: int) -> str:
        return self.sentence.tokens[self.row[k].i] if 0 <= k < len(self.row) else ""

    def _is_month(self, k: int) -> bool:
        known = self.row[k].known if 0 <= k < len(self.row) else None
        return known is not None and known.entry.kind == "month"

    def _joins(self, k: int, *words: str) -> bool:
        """Return whether a joining word stands there ("5 and 6", "2015 to 2018")."""
        return k < len(self.row) and self.row[k].kind == "function" and self.row[k].role in words

    def _ranges(self, k: int) -> bool:
        """Return whether what stands there leads from a first day to a last one: a dash, or "until" in a language that
        says it in one word with other things.
        """
        if self._day(k - 1) is None:
            return False
        span = self.row[k].span
        until = span is not None and any(r.entry.value == "prep" and r.entry.role == "until" for r in span.readings)
        return until or self._token(k) in ("–", "—", "-")

    def _day(self, k: int) -> int | None:
        if not 0 <= k < len(self.row):
            return None
        span = self.row[k].span
        known = span.find("time", "day") if span is not None else None
        if known is not None:
            return int(known.entry.role)
        token = self._token(k).lstrip("\u0648")
        return int(re.sub(r"\D", "", token)) if DAY.fullmatch(token) else None

    def _words(self, k: int, end: int) -> str:
        return self.text[self.sentence.starts[self.row[k].i] : self.sentence.ends[self.row[end - 1].j - 1]]

    def _month(self, k: int) -> Found | None:
        """Return the date around a month name: days before or after it, a second name for the same month, a year."""
        item = self.row[k]
        number = int(item.role)
        again = self.row[k + 2] if self._token(k + 1) == "/" and k + 2 < len(self.row) else item
        if again.kind == "time" and again.value.startswith(f"month:{number}:"):  # "تموز/يوليو الماضي"
            found = self._phrase(k + 2, again.value)
            return found._replace(k=k) if found is not None else None
        start, days = self._days_before(k)
        end = self._names_end(k + 1)
        if not days:
            end, days = self._days_after(end)
        year, end = self._year(end)
        made = self._make(number, days, year, item.value)
        return self._found(start, end, made) if made is not None else None

    def _names_end(self, end: int) -> int:
        """Return where the names of one month end ("October / Tishreen I", "(October)")."""
        while (
            (self._is_month(end) and not self.row[end].marks)  # not "مارس ومايو"
            or self._token(end) == ")"
            or (self._token(end) in ("/", "(") and self._is_month(end + 1))
        ):
            end += 2 if self._is_month(end + 1) and not self._is_month(end) else 1
        return end

    def _found(self, start: int, end: int, made: tuple[Interval, Interval]) -> Found:
        words = self._words(start, end)
        return Found(start, end, with_words(made[0], words), with_words(made[1], words))

    def _worded(self, found: Found) -> Found:
        """Return a date that two expressions tell with the words of both."""
        words = self._words(found.k, found.end)
        return found._replace(back=with_words(found.back, words), ahead=with_words(found.ahead, words))

    def _days_before(self, k: int) -> tuple[int, list[int]]:
        days: list[int] = []
        start = n = k
        while n > 0 and len(days) < 2:
            day = self._day(n - 1)
            if day is not None:
                days.insert(0, day)
                start = n - 1
            elif n != start or not (self._joins(n - 1, "and", "of", "from", "to") or self._ranges(n - 1)):
                break
            n -= 1
        return start, days

    def _days_after(self, end: int) -> tuple[int, list[int]]:
        first = self._day(end)
        if first is None or YEAR.fullmatch(self._token(end)):
            return end, []
        n = end + 1
        joined = self._joins(n, "and", "to")
        second = self._day(n + 1 if joined else n)
        if second is not None and second > first:
            return (n + 2 if joined else n + 1), [first, second]
        return n, [first]

    def _year(self, end: int) -> tuple[int | None, int]:
        n = end
        if self._token(n) == "," or self._joins(n, "of"):
            n += 1
        if n < len(self.row) and self.row[n].is_function("prep") and YEAR.fullmatch(self._token(n + 1)):
            n += 1
        if self.row[n : n + 1] and self.row[n].value == "that-year":  # "in June of that year"
            told = self._found_here[-1].back if self._found_here else self._told[0]
            return (told.start.year, n + 1) if told and told.start else (None, end)
        if self.row[n : n + 1] and self.row[n].value.startswith(SOLAR):  # "آذر سال ۱۳۹۸"
            return int(self.row[n].value.split(":")[1]), n + 1
        if YEAR.fullmatch(self._token(n)) or (self.row[n : n + 1] and OTHER_YEAR.fullmatch(self._token(n))):
            return int(self._token(n)), n + 1
        return None, end

    def _make(self, month: int, days: list[int], year: int | None, unit: str) -> tuple[Interval, Interval] | None:
        if year is not None:
            made = span(year, month, days, unit)
            return (made, made) if made else None
        if self.published is None or unit == "hijri-month":
            return None
        now = solar_year_of(self.published) if unit == "solar-month" else self.published.year
        if (owned := self._owned_year()) and (made := span(now + owned, month, days, unit)):
            return made, made
        made_all = [m for y in (now - 1, now, now + 1) if (m := span(y, month, days, unit)) is not None]
        back = [m for m in made_all if m.start is not None and m.start <= self.published]
        ahead = [m for m in made_all if m.end is not None and m.end >= self.published]
        if not back or not ahead:
            return None
        return back[-1], ahead[0]

    @staticmethod
    def _of_month(item: Item) -> bool:
        return item.kind == "time" and item.known is not None and "month" in (item.known.entry.kind, item.value[:5])

    def _owned_year(self) -> int:
        """Return how many years off it is what the sentence tells of ("next year's summit is to be held in May")."""
        years = (item.value for k, item in enumerate(self.row) if item.kind == "time" and self._token(k + 1) == "'s")
        return next((int(value[5:]) for value in years if re.fullmatch(r"year:[+-]\d", value)), 0)

    # Years, weekdays and phrases

    def _years(self, k: int) -> Found:
        first = int(self._token(k))
        end = k + 1
        joined = self._joins(end, "and", "to") or self._token(end) in ("–", "—", "-")
        last = first
        if YEAR.fullmatch(self._token(end + 1 if joined else end).lstrip("\u0648")):
            last = int(self._token(end + 1 if joined else end).lstrip("\u0648"))
            end += 2 if joined else 1
        precision: Precision = "year" if first == last else "range"
        made = Interval(Day(first, 1, 1), Day(last, 12, 31), precision, self._words(k, end))
        return Found(k, end, made, made, self._describes(k))

    def _describes(self, k: int) -> bool:
        """Return whether the year at item `k` tells which thing is meant ("the 2015 deal", "the election of 2019")."""
        before, thing = (self.row[n] if n >= 0 else None for n in (k - 1, k - 2))
        if before is None or thing is None or not before.is_function("prep", "of"):
            return before is not None and before.is_function("det")
        return thing.kind in ("word", "trigger", "nominal") and thing.value != "agreement"

    def _weekday(self, k: int, weekday: int) -> Found | None:
        n = k + 1 + (self._token(k + 1) == ",")  # "Thursday, February 9"
        if self._is_month(n) or (self._day(n) is not None and self._is_month(n + 1)) or self.published is None:
            return None
        back = self.published - datetime.timedelta(days=(self.published.isoweekday() - weekday) % 7)
        ahead = self.published + datetime.timedelta(days=(weekday - self.published.isoweekday()) % 7)
        words = self._words(k, k + 1)
        coming = k > 0 and self.row[k - 1].is_function("prep", "for")  # "a summit for Tuesday" is one to come
        return Found(k, k + 1, one_day(ahead if coming else back, words), one_day(ahead, words))

    def _bare_month(self, k: int, month: int, words: str, part: str) -> Found | None:
        end, days = self._days_after(k + 1)
        behind = self.row[end] if end < len(self.row) else None
        if behind is not None and behind.kind in ("word", "actor", "nominal"):
            end, days = k + 1, []  # "in March 30 people ..."
        year, end = self._year(end)
        made = self._make(month, days, year, "month")
        if made is None:
            return None
        back, ahead = (part_of(whole, part) if not days else whole for whole in made)
        return Found(k, end, with_words(back, words), with_words(ahead, words))

    def _phrase(self, k: int, meaning: str) -> Found | None:
        parts, words = meaning.split(":"), self._words(k, k + 1)
        if self.published is None:
            return None
        if parts[0] == "weekday" and parts[-1] == "near":
            return self._weekday(k, int(parts[1]))
        if (parts[0] == "month" or parts[0] in PARTS) and parts[-1] == "near" and len(parts) == 3:
            return self._bare_month(k, int(parts[1]), words, parts[0])
        made = relative(self.published, parts)
        owned = parts[0] == "year" and self._token(k + 1) == "'s" and any(map(self._of_month, self.row))
        if made is None or owned:
            return None  # the month told with it says it more precisely
        coming = ahead(self.published, parts) or made
        return self._dayed(Found(k, k + 1, with_words(made, words), with_words(coming, words)), parts[-1])

    def _dayed(self, found: Found, which: str) -> Found:
        """Return a month told from today with the day that stands before it ("on the 3rd of last month"); of the month
        of another year the name comes first, so that no other number can stand before it ("16 May last year").
        """
        start, days = self._days_before(found.k)
        told = self._joins(found.k - 1, "of", "from") or (start and self._governs_day(start - 1)) or which[0] in "+-"
        months = [month.start for month in (found.back, found.ahead) if month.precision == "month" and month.start]
        made = [span(month.year, month.month, days) for month in months] if days and told else []
        return self._found(start, found.end, (made[0], made[1])) if len(made) > 1 and made[0] and made[1] else found

    def _governs_day(self, k: int) -> bool:
        """Return whether a day stands behind item `k`: a preposition of time, a weekday, nothing that is counted."""
        return self.row[k].kind == "time" or self._joins(k, "in", "on", "at")
