"""The tables of the time-off room."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel


class TimeOff(SQLModel, table=True):
    """Days off, public holidays, make-up working days, and hours that are taken (``busy``).

    ``until_on`` (exclusive) is the day after the last. ``from_time`` and ``until_time`` are local
    times (``13:00``, at the end of a day ``24:00``) on the first and the last day, of busy time
    alone. ``source`` is empty for our own, else the calendar it came from (``US-CA``, ``ics``).
    ``ended_on``: from that day on it counts no longer.
    """

    __tablename__ = "time_off"
    __table_args__ = (
        CheckConstraint("kind IN ('off', 'holiday', 'workday', 'busy')"),
        CheckConstraint("until_on > from_on"),
        CheckConstraint("(kind = 'busy') = (from_time IS NOT NULL)"),
        CheckConstraint("(kind = 'busy') = (until_time IS NOT NULL)"),
        Index("time_off_days", "from_on", "until_on"),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    kind: str
    from_on: str
    until_on: str
    from_time: str | None = None
    until_time: str | None = None
    what: str | None = None
    source: str = ""
    ended_on: str | None = None


class CalendarEntry(SQLModel, table=True):
    """What an event of a calendar file became here: a planned visit or busy time.

    ``uid`` names the event, ``occurrence`` which of a series (its original start, empty: there is
    but one); ``sequence`` is the newest version that was read, ``hours_read`` when it was then.
    """

    __tablename__ = "calendar_entry"
    __table_args__ = (
        Index("calendar_entry_of", "uid", "occurrence", unique=True),
        Index("calendar_entry_visit", "visit_id", sqlite_where=text("visit_id IS NOT NULL")),
        Index(
            "calendar_entry_time_off", "time_off_id", sqlite_where=text("time_off_id IS NOT NULL")
        ),
    )

    id: str = Field(primary_key=True)
    uid: str
    occurrence: str = ""
    sequence: int = 0
    hours_read: str = ""
    visit_id: str | None = Field(default=None, foreign_key="visit.id")
    time_off_id: str | None = Field(default=None, foreign_key="time_off.id")
