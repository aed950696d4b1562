"""Working days: which days are, and counted forwards and backwards."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from repplan.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    Span = tuple[str, str, str, str]
    """Kind (off, holiday, workday), first day, day after the last, what it is: as stored."""

_LONGEST_DAYS = 3 * 366
"""More days than one record of time off may have."""


@dataclass(frozen=True)
class Workdays:
    """Which days are worked.

    ``weekdays`` are ISO numbers, Monday is 1; with none, every weekday counts. ``holidays`` are
    public; ``made_up`` are days that are worked instead of another; ``off`` is the rep's own time.
    """

    weekdays: frozenset[int] = frozenset()
    holidays: frozenset[date] = frozenset()
    made_up: frozenset[date] = frozenset()
    off: frozenset[date] = frozenset()

    def is_workday(self, day: date) -> bool:
        """Whether the rep works on a day: own time off comes first, then a make-up day."""
        if day in self.off:
            return False
        if day in self.made_up:
            return True
        return day not in self.holidays and (not self.weekdays or day.isoweekday() in self.weekdays)

    def is_off(self, day: date) -> bool:
        """Whether a day was written down as off: own time off, or a holiday that isn't made up."""
        return day in self.off or (day in self.holidays and day not in self.made_up)

    @cached_property
    def of_others(self) -> Workdays:
        """The same without the rep's own time off: when others work."""
        return replace(self, off=frozenset()) if self.off else self


def workdays_of(weekdays: frozenset[int], days: Iterable[Span]) -> Workdays:
    """Return working days out of time off, holidays and make-up days, as the store has them."""
    found: dict[str, set[date]] = {"off": set(), "holiday": set(), "workday": set()}
    for kind, first_on, until_on, _what in days:
        first = date.fromisoformat(first_on)
        count = (date.fromisoformat(until_on) - first).days if until_on > first_on else 0
        found[kind].update(first + timedelta(at) for at in range(min(count, _LONGEST_DAYS)))
    return Workdays(
        weekdays,
        holidays=frozenset(found["holiday"]),
        made_up=frozenset(found["workday"]),
        off=frozenset(found["off"]),
    )


def moved(day: date, count: int, workdays: Workdays) -> date:
    """Return the ``count``-th working day after ``day``, before it where ``count`` is negative.

    >>> moved(date(2026, 11, 26), 2, Workdays(frozenset({1, 2, 3, 4, 5})))
    datetime.date(2026, 11, 30)
    """
    step = timedelta(1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= workdays.is_workday(day)
    return day


def next_off(
    workdays: Workdays, days: Iterable[Span], today: date, within_days: int
) -> tuple[date, str] | None:
    """Return the next day off from today on, and what it is (may be empty); None: none is near.

    Days on which nobody works anyway aren't told. A rep's own time off names the day before a
    holiday does.
    """
    near = (today + timedelta(count) for count in range(within_days))
    weekdays = workdays.weekdays
    off = (day for day in near if workdays.is_off(day))
    day = next((one for one in off if not weekdays or one.isoweekday() in weekdays), None)
    if day is None:
        return None
    on = day.isoformat()
    named = sorted(
        (kind != "off", what) for kind, first, until, what in days if first <= on < until
    )
    return day, next((what for _is_public, what in named if what), "")
