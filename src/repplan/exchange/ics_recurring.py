"""On which days a series takes place: asked of each day by itself, so that no rule runs away.

A library that looks for a rule's next day looks until the year 9999 where there is none (30
February, each day): seconds a rule, and a hostile file has thousands. Here the work is bounded by
the days that are asked about. Tests compare it with dateutil's.

Source: RFC 5545, section 3.3.10.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.exchange.ics_model import NotUnderstoodEvent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repplan.exchange.ics_model import Rule

MOST_STEPS = 3_000_000
"""Days that all series of a file may cost together: some seconds."""

_OLDEST_DAYS = 20_000
"""Days back to which a series that ends after so many times is counted: more than 50 years."""


class Steps:
    """What the series of one file have cost so far."""

    def __init__(self, most: int = MOST_STEPS) -> None:
        """``most`` days may be asked about."""
        self._left = most

    def take(self, count: int = 1) -> None:
        """Count days asked about. Raises: NotUnderstoodEvent where there were too many."""
        self._left -= count
        if self._left < 0:
            raise NotUnderstoodEvent(_("the file repeats too much to be worked out"))


def days_of(rule: Rule, start: date, first: date, last: date, steps: Steps) -> list[date]:
    """Return the days of a series from ``first`` to ``last``, both included, in order.

    ``start`` is its own first day, which counts whether the rule names it or not.
    Raises: NotUnderstoodEvent.
    """
    begin = start if rule.count is not None else max(first, start)
    if (last - begin).days > _OLDEST_DAYS:
        raise NotUnderstoodEvent(_("it repeats since too long ago to be counted"))
    found: list[date] = []
    left = rule.count
    periods: dict[date, frozenset[date]] = {}
    for day in _days(begin, last):
        if left == 0:
            break
        steps.take()
        if day != start and not _is_hit(rule, start, day, periods, steps):
            continue
        left = left - 1 if left is not None else None
        if day >= first:
            found.append(day)
    return found


def _days(first: date, last: date) -> Iterator[date]:
    for count in range((last - first).days + 1):
        yield first + timedelta(count)


def _is_hit(
    rule: Rule, start: date, day: date, periods: dict[date, frozenset[date]], steps: Steps
) -> bool:
    if _apart(rule, start, day) % rule.interval:
        return False
    if not _fits(rule, start, day):
        return False
    if not rule.positions:
        return True
    begin, end = _period(rule, day)
    if begin not in periods:
        steps.take((end - begin).days)
        fitting = [one for one in _days(begin, end) if _fits(rule, start, one)]
        periods[begin] = frozenset(
            fitting[at - 1 if at > 0 else at] for at in rule.positions if abs(at) <= len(fitting)
        )
    return day in periods[begin]


def _apart(rule: Rule, start: date, day: date) -> int:
    """Return how many periods of the rule lie between its start and a day."""
    if rule.freq == "DAILY":
        return (day - start).days
    if rule.freq == "WEEKLY":
        return (_week_of(rule, day) - _week_of(rule, start)).days // 7
    months = (day.year - start.year) * 12 + day.month - start.month
    return months if rule.freq == "MONTHLY" else day.year - start.year


def _week_of(rule: Rule, day: date) -> date:
    return day - timedelta((day.isoweekday() - rule.week_start) % 7)


def _period(rule: Rule, day: date) -> tuple[date, date]:
    """Return the first and last day of the period in which positions are counted."""
    if rule.freq == "WEEKLY":
        return _week_of(rule, day), _week_of(rule, day) + timedelta(6)
    if rule.freq == "MONTHLY":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    if rule.freq == "YEARLY":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day


def _fits(rule: Rule, start: date, day: date) -> bool:
    """Whether a day fits every part of the rule, but for the interval and the positions."""
    month_days, months, weekdays = _implied(rule, start)
    length = monthrange(day.year, day.month)[1]
    year_day, year_length = day.timetuple().tm_yday, date(day.year, 12, 31).timetuple().tm_yday
    return (
        (not months or day.month in months)
        and (not month_days or not {day.day, day.day - length - 1}.isdisjoint(month_days))
        and (
            not rule.year_days
            or not {year_day, year_day - year_length - 1}.isdisjoint(rule.year_days)
        )
        and (not rule.weeks or _is_in_weeks(rule, day))
        and (not weekdays or any(_is_weekday(rule, day, *one) for one in weekdays))
    )


def _implied(
    rule: Rule, start: date
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[tuple[int, int], ...]]:
    """Return month days, months and weekdays, with what the start says where the rule doesn't."""
    month_days, months, weekdays = rule.month_days, rule.months, rule.weekdays
    if weekdays or month_days or rule.year_days:
        return month_days, months, weekdays
    if rule.freq == "WEEKLY" or rule.weeks:
        return month_days, months, ((0, start.isoweekday()),)
    if rule.freq == "MONTHLY":
        return (start.day,), months, weekdays
    if rule.freq == "YEARLY":
        return (start.day,), months or (start.month,), weekdays
    return month_days, months, weekdays


def _is_weekday(rule: Rule, day: date, ordinal: int, weekday: int) -> bool:
    if day.isoweekday() != weekday:
        return False
    if not ordinal or rule.freq in {"DAILY", "WEEKLY"}:
        return True
    if rule.freq == "MONTHLY" or rule.months:
        at, length = day.day, monthrange(day.year, day.month)[1]
    else:
        at, length = day.timetuple().tm_yday, date(day.year, 12, 31).timetuple().tm_yday
    return ordinal in {(at - 1) // 7 + 1, -((length - at) // 7 + 1)}


def _is_in_weeks(rule: Rule, day: date) -> bool:
    """Whether a day lies in one of the year's weeks: the first has four days of the year or more."""
    begin = _week_of(rule, day)
    year = (begin + timedelta(3)).year
    number = (begin - _first_week(rule, year)).days // 7 + 1
    count = (_first_week(rule, year + 1) - _first_week(rule, year)).days // 7
    return not {number, number - count - 1}.isdisjoint(rule.weeks)


def _first_week(rule: Rule, year: int) -> date:
    return _week_of(rule, date(year, 1, 4))
