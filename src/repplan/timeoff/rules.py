"""Decisions about time off: which days it takes, which hours, and what can't be."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, AlreadyThere, Conflict, NotFound, UsageProblem
from repplan.records import dataclass
from repplan.timeoff.model import BUSY, HOLIDAY, OFF, WORKDAY, Busy, DayOff

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time

    from repplan.timeoff.model import TimeOff

DAY_MIN = 24 * 60
"""Minutes of a day on the clock; one of a clock change has 60 more or fewer."""

LONGEST_DAYS = 3 * 366
"""Days of one entry: who is away longer hands the territory over."""

YEARS_AHEAD = 5
"""Years for which holidays are computed: what is announced later may move them."""


@dataclass(eq=False)
class DaysTurned(UsageProblem):
    """The last day lies before the first."""

    slug: ClassVar[str] = "days-turned"
    message: ClassVar[str] = N_("From {first} until {last} is no time: it ends before it begins.")
    hint: ClassVar[str] = N_("Say the first day, then the last: timeoff add 2026-12-24 2026-12-31")
    first: str
    last: str


@dataclass(eq=False)
class DaysTooMany(UsageProblem):
    """More days than anybody is away."""

    slug: ClassVar[str] = "days-too-many"
    message: ClassVar[str] = N_("From {first} until {last} is too long: {most} days at most.")
    hint: ClassVar[str] = N_("Is it the right year?")
    first: str
    last: str
    most: int = LONGEST_DAYS


@dataclass(eq=False)
class HoursOfOneDay(UsageProblem):
    """Hours need both ends, on one day, the end behind the beginning."""

    slug: ClassVar[str] = "hours-of-one-day"
    message: ClassVar[str] = N_("Hours are of one day and need both ends.")
    hint: ClassVar[str] = N_("Write it so: timeoff add fri --from 13:00 --to 15:00")


@dataclass(eq=False)
class AlreadyOff(AlreadyThere):
    """The same days are written down."""

    slug: ClassVar[str] = "already-off"
    message: ClassVar[str] = N_("That is here already: {ref}.")
    hint: ClassVar[str] = N_("See it: repplan timeoff list      or end it: timeoff end {ref}")


@dataclass(eq=False)
class TimeOffEnded(Conflict):
    """It has ended, or has gone by."""

    slug: ClassVar[str] = "time-off-ended"
    message: ClassVar[str] = N_("{ref} is over since {day}.")
    hint: ClassVar[str] = N_("See them all: repplan timeoff list --all")
    ref: str
    day: str


@dataclass(eq=False)
class NoSuchTimeOff(NotFound):
    """No time off, holiday or busy hours answer to these words."""

    slug: ClassVar[str] = "no-such-time-off"
    message: ClassVar[str] = N_("No time off fits “{said}”.")
    hint: ClassVar[str] = N_("See it: repplan timeoff list")


@dataclass(eq=False)
class NoSuchCalendar(NotFound):
    """No country, or no region of it, is called so."""

    slug: ClassVar[str] = "no-such-calendar"
    message: ClassVar[str] = N_("No calendar of holidays is called “{said}”.")
    hint: ClassVar[str] = N_("Say a country's two letters, with its region if it has some: US-CA")


@dataclass(eq=False)
class BadYear(UsageProblem):
    """A year whose holidays nobody need know, or can."""

    slug: ClassVar[str] = "bad-year"
    message: ClassVar[str] = N_("The holidays of {said} aren't known here.")
    hint: ClassVar[str] = N_("Say a year from the last one to {latest}.")
    said: str
    latest: str


def check_days(first: date, last: date) -> None:
    """Raise DaysTurned or DaysTooMany where these are no first and last day of time off."""
    if last < first:
        raise DaysTurned(first.isoformat(), last.isoformat())
    if (last - first).days >= LONGEST_DAYS:
        raise DaysTooMany(first.isoformat(), last.isoformat())


def check_hours(first: date, last: date, hours: tuple[time | None, time | None]) -> None:
    """Raise HoursOfOneDay for hours with one end, over several days, or that end first."""
    opens, closes = hours
    if opens is None and closes is None:
        return
    if opens is None or closes is None or first != last or closes <= opens:
        raise HoursOfOneDay


def check_year(year: int, this: int) -> None:
    """Raise BadYear for a year too far from this one for its holidays to be known."""
    if not this - 1 <= year <= this + YEARS_AHEAD:
        raise BadYear(str(year), str(this + YEARS_AHEAD))


def check_open(one: TimeOff, today: date) -> None:
    """Raise TimeOffEnded for what is over by today, or was ended."""
    if one.has_ended or one.last < today:
        raise TimeOffEnded(one.ref, min(one.ended_on or one.until_on, one.until_on))


def days_off(records: Iterable[TimeOff], first: date, last: date) -> list[DayOff]:
    """Return the days off between two days, both included, each once and in order.

    A rep's own day off comes before a make-up working day, and that before a holiday.
    """
    own: dict[date, DayOff] = {}
    holidays: dict[date, DayOff] = {}
    made_up: set[date] = set()
    for one in records:
        days = _days(max(one.first, first), min(one.last, last))
        if one.kind == WORKDAY:
            made_up.update(days)
        elif one.kind in {OFF, HOLIDAY}:
            found = own if one.kind == OFF else holidays
            for day in days:
                found.setdefault(day, DayOff(day, one.kind, one.what, one.ref))
    public = {day: one for day, one in holidays.items() if day not in made_up}
    return sorted((public | own).values(), key=lambda one: one.day)


def busy_on(records: Iterable[TimeOff], day: date) -> list[Busy]:
    """Return the hours that busy time takes of one day, in order."""
    found = []
    for one in records:
        if one.kind != BUSY or not one.first <= day <= one.last:
            continue
        start = minutes(one.from_time or "00:00") if day == one.first else 0
        end = minutes(one.until_time or "24:00") if day == one.written_last else DAY_MIN
        if start < end:
            found.append(Busy(start, end, one.what, one.ref))
    return sorted(found, key=lambda one: (one.from_min, one.until_min))


def minutes(at: str) -> int:
    """Return a local time as minutes since midnight.

    >>> minutes("13:05"), minutes("24:00")
    (785, 1440)
    """
    hours, _colon, rest = at.partition(":")
    return int(hours) * 60 + int(rest)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(count) for count in range((last - first).days + 1)]
