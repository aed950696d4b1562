"""What a calendar file says: events as they were read, and what takes place when."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from repplan.exchange.model import Report
from repplan.records import dataclass, field

Moment = date | datetime
"""A day, or a time: aware in the event's own zone, else (floating) naive and local."""

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class NotUnderstoodEvent(ValueError):
    """An event that can't be taken; its text says why, for people."""


@dataclass(frozen=True)
class Rule:
    """How an event repeats. Source: RFC 5545, section 3.3.10.

    ``weekdays`` are (ordinal, ISO weekday), ordinal 0: each. None and empty: not said. Only what
    tells days: a rule that repeats within a day isn't read.
    """

    freq: str
    interval: int = 1
    count: int | None = None
    until: Moment | None = None
    weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 1


@dataclass(frozen=True)
class Event:
    """One VEVENT, read. ``line`` is where it begins in the file.

    ``occurrence`` names which of a series it stands in for, as ``key_of`` writes it; empty: it is
    the event itself. ``version`` is (SEQUENCE, when it was written): the greatest counts.
    ``is_away``: marked as out of office; ``is_free``: it takes no time.
    """

    line: int
    uid: str
    version: tuple[int, str]
    start: Moment
    end: Moment
    summary: str = ""
    place: str = ""
    occurrence: str = ""
    emails: tuple[str, ...] = ()
    is_cancelled: bool = False
    is_tentative: bool = False
    is_free: bool = False
    is_away: bool = False
    rule: Rule | None = None
    added: tuple[Moment, ...] = ()
    left_out: tuple[Moment, ...] = ()

    @property
    def is_series(self) -> bool:
        """Whether it takes place more than once."""
        return self.rule is not None or bool(self.added)


@dataclass(frozen=True)
class Happening:
    """One time that an event takes place, in local time.

    ``starts`` and ``ends`` are local and naive; of an event of whole days midnight, ``ends`` that of
    the day after the last. ``occurrence`` as in ``Event``.
    """

    event: Event
    occurrence: str
    starts: datetime
    ends: datetime
    lasts: timedelta

    @property
    def is_whole_days(self) -> bool:
        """Whether it is of days, not of hours."""
        return not isinstance(self.event.start, datetime)

    @property
    def minutes(self) -> int | None:
        """How long it takes; None where it says no end. Units: minutes."""
        return int(self.lasts / timedelta(minutes=1)) or None

    @property
    def first(self) -> date:
        """Its first day."""
        return self.starts.date()

    @property
    def last(self) -> date:
        """Its last day: one that ends at midnight doesn't take the day that begins then."""
        return max((self.ends - timedelta(microseconds=1)).date(), self.first)

    @property
    def hours(self) -> tuple[str, str]:
        """From when on its first day until when on its last: ``24:00`` is the end of that day."""
        is_midnight = self.ends.date() > self.last
        return f"{self.starts:%H:%M}", "24:00" if is_midnight else f"{self.ends:%H:%M}"


@dataclass(frozen=True)
class Story:
    """All that a file says under one UID.

    ``times`` are those to come, called-off ones among them. ``master`` is the event itself; None: the
    file holds only single ones of a series.
    """

    uid: str
    master: Event | None
    times: tuple[Happening, ...]


@dataclass
class CalendarReport(Report):
    """What became of a calendar. ``skipped`` counts by reason what was left aside, as it should be.

    ``past``: gone by; ``free``: takes no time; ``days``: whole days, not marked as out of office;
    ``cancelled``: called off and not known here; ``older``: a newer version was read before;
    ``later``: repeats beyond ``until``.
    """

    skipped: dict[str, int] = field(default_factory=dict)
    until: date | None = None

    def skip(self, why: str) -> None:
        """Count one that is left aside."""
        self.skipped[why] = self.skipped.get(why, 0) + 1


def key_of(moment: Moment) -> str:
    """Return what one of a series is called by: its original start, in UTC where that is known.

    >>> key_of(date(2026, 11, 26)), key_of(datetime(2026, 11, 26, 9, 30))
    ('20261126', '20261126T093000')
    """
    if not isinstance(moment, datetime):
        return moment.strftime("%Y%m%d")
    if moment.tzinfo is None:
        return moment.strftime("%Y%m%dT%H%M%S")
    from_utc = moment - (moment.utcoffset() or timedelta(0))
    return from_utc.strftime("%Y%m%dT%H%M%SZ")


def day_of(moment: Moment) -> date:
    """Return the day of a moment, in its own zone."""
    return moment.date() if isinstance(moment, datetime) else moment
