"""Days off and hours taken, in the field's words."""

from __future__ import annotations

from datetime import date, timedelta

from repplan.errors import NP_
from repplan.records import dataclass

OFF, HOLIDAY, WORKDAY, BUSY = KINDS = (
    NP_("time off", "off"),
    NP_("time off", "holiday"),
    NP_("time off", "workday"),
    NP_("time off", "busy"),
)

OWN, FROM_FILE = "", "ics"
"""Sources: written by the rep, or read from a calendar file. Others name a calendar: ``US-CA``."""


@dataclass(frozen=True)
class TimeOff:
    """Days off, a holiday, a make-up working day, or busy hours; days and times are local.

    ``until_on`` is the day after the last. ``from_time`` counts on the first day and ``until_time``
    (``24:00`` at its end) on the last; None: whole days. From ``ended_on`` on it counts no longer.
    """

    id: str
    ref: str
    kind: str
    from_on: str
    until_on: str
    from_time: str | None
    until_time: str | None
    what: str | None
    source: str
    ended_on: str | None

    @property
    def first(self) -> date:
        """Its first day."""
        return date.fromisoformat(self.from_on)

    @property
    def last(self) -> date:
        """Its last day; before the first where it was ended before it began."""
        until = min(self.until_on, self.ended_on or self.until_on)
        return date.fromisoformat(until) - timedelta(1)

    @property
    def written_last(self) -> date:
        """The last day as it was written, ended or not."""
        return date.fromisoformat(self.until_on) - timedelta(1)

    @property
    def has_ended(self) -> bool:
        """Whether somebody ended it, so that it doesn't last as long as was written."""
        return self.ended_on is not None and self.ended_on < self.until_on


@dataclass(frozen=True)
class CalendarEntry:
    """What one event of a calendar file became: a visit or time off; neither: it was called off."""

    id: str
    uid: str
    occurrence: str
    sequence: int
    hours_read: str
    visit_id: str | None
    time_off_id: str | None


@dataclass(frozen=True)
class DayOff:
    """One day on which the rep doesn't work: ``kind`` off or holiday, and what it is."""

    day: date
    kind: str
    what: str | None
    ref: str


@dataclass(frozen=True)
class Busy:
    """Hours of one day that are taken. Units: minutes since local midnight, 0 to 1440."""

    from_min: int
    until_min: int
    what: str | None
    ref: str


@dataclass(frozen=True)
class PublicDay:
    """One day of a calendar of holidays: off, or worked though it falls on a weekend."""

    day: date
    is_off: bool
    what: str


@dataclass(frozen=True)
class HolidayCalendar:
    """The public holidays of a country or a region of it in some years, in order.

    ``unsettled`` are the years whose make-up working days nobody knows yet.
    """

    code: str
    years: tuple[int, ...]
    days: tuple[PublicDay, ...]
    unsettled: tuple[int, ...] = ()
