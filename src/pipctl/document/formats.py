"""Days, weeks, numbers and times as each language writes them (research: CLDR and the languages' own rules).

The tables are our own: `babel` would cost a third of the time in which a document is made, and gives the
same for every day; a test holds ours to it.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

from pipctl.model.scalars import Language
from pipctl.store.texts import filled, load_texts

_MINUS = "\N{MINUS SIGN}"
_GROUP = 3


class Formats:
    """How one language writes days and numbers.

    Args:
        language: da, sv or en.
    """

    def __init__(self, language: Language) -> None:
        self._texts = load_texts(language, "dates")

    def day(self, day: date) -> str:
        """Return a day as it stands in a table: 3. marts 2026, 3 mars 2026."""
        return self._day("day", day)

    def day_in_sentence(self, day: date) -> str:
        """Return a day as it stands in a sentence: den 3. marts 2026, den 3 mars 2026."""
        return self._day("day_in_sentence", day)

    def weekday_and_day(self, day: date) -> str:
        """Return a day with its weekday: tirsdag den 3. marts 2026, tisdag den 3 mars 2026."""
        return self._day("weekday_and_day", day)

    def _day(self, template: str, day: date) -> str:
        values = {
            "weekday": self._texts["weekdays"][day.weekday()],
            "day": day.day,
            "month": self._texts["months"][day.month - 1],
            "year": day.year,
        }
        return filled(self._texts[template], values)

    def week(self, day: date) -> str:
        """Return the ISO week of a day: uge 10, vecka 10."""
        return filled(self._texts["week"], {"week": day.isocalendar().week})

    def span(self, start: date, end: date) -> str:
        """Return a stretch of days as short as it can be: 3.–6. marts 2026, november 2025 – januar 2026."""
        if start == end:
            return self.day(start)
        if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
            first, last = self._day("month", start), self._day("month", end)
            if start.year == end.year:
                first = self._day("month_alone", start)
            return last if start.month == end.month and start.year == end.year else f"{first} – {last}"
        if start.year != end.year:
            return f"{self.day(start)} – {self.day(end)}"
        if start.month != end.month:
            return f"{self._day('day_and_month', start)} – {self.day(end)}"
        return f"{self._day('day_of_month', start)}–{self.day(end)}"

    def days(self, count: int) -> str:
        """Return a number of days in words: 90 dage."""
        return filled(self._texts["days"], {"count": count})

    def weeks(self, count: int) -> str:
        """Return a number of weeks in words: 8 uger."""
        return filled(self._texts["weeks"], {"count": count})

    def hours(self, hours: Decimal) -> str:
        """Return a number of hours in words: 2,5 timer."""
        return filled(self._texts["hours"], {"count": hours, "hours": self.number(hours)})

    def clock(self, time: str, minutes: int | None) -> str:
        """Return a time of day and how long it lasts: kl. 10:00, 30 min."""
        begins = filled(self._texts["clock"], {"time": time})
        return f"{begins}, {self.minutes(minutes)}" if minutes else begins

    def minutes(self, minutes: int) -> str:
        """Return a number of minutes: 30 min."""
        return filled(self._texts["minutes"], {"minutes": minutes})

    def number(self, number: Decimal) -> str:
        """Return a number with the decimals it was written with: 2,50; 50.000,5."""
        digits, point, decimals = f"{abs(number):f}".partition(".")
        groups: list[str] = []
        while digits:
            digits, group = digits[:-_GROUP], digits[-_GROUP:]
            groups.insert(0, group)
        signs = self._texts["numbers"]
        whole = signs["thousands"].join(groups)
        sign = _MINUS if number < 0 else ""
        return f"{sign}{whole}{signs['decimal']}{decimals}" if point else f"{sign}{whole}"

    def quantity(self, number: Decimal, unit: str | None) -> str:
        """Return a number with its unit, which never begins a line: 72 %, 24 timer."""
        written = self.number(number)
        if not unit:
            return written
        if unit == "%":
            return filled(self._texts["numbers"]["percent"], {"number": written})
        return f"{written}\N{NO-BREAK SPACE}{unit}"
