"""Days that come back each year: a birthday, a doctors' day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from repplan.errors import BadDay, BadForm
from repplan.i18n.daywords import MONTH_NAMES

DAY_WORDS = "birthday|anniversary|生日|纪念日|医师节|护士节|药师节|教师节"
"""What a day of any year is called, as a pattern."""


def yearly_in(text: str) -> str | None:
    """Return the day of any year that a text names, as MM-DD: ``3 may``, 5月3日, ``05-03``.

    None where it names none, or one that the calendar doesn't have.
    """
    found = _yearly().search(text)
    if found is None:
        return None
    month_name = found["m1"] or found["m2"]
    if month_name:
        month = [name.casefold() for name in MONTH_NAMES].index(month_name[:3].casefold()) + 1
        day = int(found["d1"] or found["d2"])
    else:
        month, day = int(found["m3"] or found["m4"]), int(found["d3"] or found["d4"])
    try:
        # A leap year has every day.
        return date(2024, month, day).strftime("%m-%d")
    except ValueError:
        return None


def read_yearly(said: str) -> str:
    """Return ``--yearly`` as MM-DD. Raises: BadForm."""
    day = yearly_in(said)
    if day is None:
        raise BadForm("--yearly", said, "05-03, 3 may, 5月3日")
    return day


def without_day(text: str) -> str:
    """Return a text without the day of any year in it: the day itself stands beside.

    >>> without_day("birthday: 26 nov"), without_day("26 nov"), without_day("医师节 8月19日")
    ('birthday', '26 nov', '医师节')
    """
    if yearly_in(text) is None:
        return text
    left = " ".join(_yearly().sub(" ", text, count=1).split())
    return left.replace(" ,", ",").strip(" ,:;：，；(（") or text


def refuse_no_day(text: str) -> None:
    """Raise BadDay for a day that comes back where the calendar has none: ``birthday: 31 feb``."""
    found = _yearly().search(text)
    if found and yearly_in(text) is None and re.search(DAY_WORDS, text, re.IGNORECASE):
        raise BadDay(found[0].strip())


def days_of_year(on: date, days: int) -> dict[str, date]:
    """Return MM-DD → day of the days from one on; 29 February is kept on the 28th where it lacks.

    >>> list(days_of_year(date(2027, 2, 28), 1))
    ['02-28', '02-29']
    """
    found: dict[str, date] = {}
    for after in range(days):
        day = on + timedelta(after)
        found[day.strftime("%m-%d")] = day
        if (day.month, day.day) == (2, 28) and (day + timedelta(1)).day == 1:
            found["02-29"] = day
    return found


@cache
def _yearly() -> re.Pattern[str]:
    months = "|".join(MONTH_NAMES)
    return re.compile(
        rf"\b(?P<d1>\d{{1,2}})(?:\.|st|nd|rd|th)? ?(?P<m1>{months})[a-z]*\b"
        rf"|\b(?P<m2>{months})[a-z]*\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b"
        r"|(?P<m3>\d{1,2})月(?P<d3>\d{1,2})[日号]?"
        r"|(?<![\d-])(?P<m4>\d{2})-(?P<d4>\d{2})(?![\d-])",
        re.IGNORECASE,
    )
