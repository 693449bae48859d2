"""PV05 and PV06: how long the plan is kept."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from datetime import MAXYEAR, date

from pipctl.lint.rule import Case, Hit, rule


@rule("PV05", "erasure-date-missing", "info", basis="GDPR 5", limits={"kept_most_years": 5})
def erasure_date_missing(case: Case) -> Iterator[Hit]:
    """The plan does not say when it is erased, or only over five years after its end.

    A plan is personal data and is kept no longer than it is needed (GDPR article 5). The law sets no
    period; five years after the end, extensions and pauses counted in, is the most that can be explained
    as a rule.

    Bad::

        erase_by:

    Good::

        erase_by: 2031-05-31
    """
    years = case.limit("kept_most_years")
    latest = _years_later(case.state.effective_end, years)
    if case.plan.erase_by is None:
        yield Hit(("erase_by",), values={"latest": latest})
    elif case.plan.erase_by > latest:
        yield Hit(("erase_by",), "late", {"count": years, "latest": latest})


@rule("PV06", "kept-too-long", "warning", basis="GDPR 5")
def kept_too_long(case: Case) -> Iterator[Hit]:
    """The day by which the plan was to be erased has passed.

    What is kept after the day that the employer has set is kept without a reason (GDPR article 5). In the
    public sector only an archive decision allows erasing. A pause does not move the day.

    Bad::

        # on 2027-06-02
        erase_by: 2027-06-01

    Good::

        # on 2027-06-02
        erase_by: 2027-06-02
    """
    day = case.plan.erase_by
    if day is not None and day < case.today:
        variant = "public" if case.sector == "public" else "private"
        yield Hit(("erase_by",), variant if case.state.closed else "open", {"day": day})


def _years_later(day: date, years: int) -> date:
    """Return the same day some years later, held within the calendar; 28 February stands for the 29th."""
    year = min(day.year + years, MAXYEAR)
    is_leap_day = (day.month, day.day) == (2, 29) and not isleap(year)
    return date(year, day.month, 28 if is_leap_day else day.day)


RULES = (erasure_date_missing, kept_too_long)
