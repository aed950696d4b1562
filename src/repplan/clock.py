"""The one place that reads the clock; every other module is handed the time.

``REPPLAN_NOW`` (an ISO instant, such as ``2026-11-24T07:05:00+08:00``) replaces it, so that a day
can be rehearsed, tested and shown the same each time. Local time is the machine's own zone.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time
from typing import ClassVar

from repplan.errors import N_, UsageProblem
from repplan.records import dataclass


@dataclass(eq=False)
class BadClock(UsageProblem):
    """``REPPLAN_NOW`` holds no ISO instant."""

    slug: ClassVar[str] = "bad-clock"
    message: ClassVar[str] = N_("REPPLAN_NOW is “{said}”, which is no ISO instant.")
    hint: ClassVar[str] = N_("Try 2026-11-24T07:05:00 or unset it.")
    said: str


_YEARS = range(1970, 3000)
"""Identities count from 1970 (RFC 9562); in 64 bits the journal's clock ends after 6000."""


@dataclass(frozen=True)
class Clock:
    """One command's time: it stands still from start to end. ``now`` is aware and local."""

    now: datetime

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.date()

    @property
    def instant(self) -> str:
        """The moment as the store and JSON write it: UTC, whole seconds, ``Z``."""
        return to_instant(self.now)


def read_clock() -> Clock:
    """Return the machine's time, or ``REPPLAN_NOW``'s. Raises: BadClock."""
    said = os.environ.get("REPPLAN_NOW")
    if not said:
        return Clock(datetime.now().astimezone())
    try:
        now = datetime.fromisoformat(said).astimezone()
    except (ValueError, OverflowError):
        raise BadClock(said) from None
    if now.year not in _YEARS:
        raise BadClock(said)
    return Clock(now)


def to_instant(moment: datetime) -> str:
    """Return an aware moment as UTC text, ``2026-11-24T12:05:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def from_instant(instant: str) -> datetime:
    """Return a stored instant as an aware moment in the machine's zone."""
    return datetime.fromisoformat(instant).astimezone()


def local_instant(day: date, at: time) -> str:
    """Return the instant of a local day and time.

    An hour that a clock change leaves out is taken as the hour after, one that comes twice as the
    first.
    """
    said = datetime.combine(day, at)
    moment = said.astimezone()
    is_left_out = moment.replace(tzinfo=None) != said
    return to_instant(said.replace(fold=1).astimezone() if is_left_out else moment)


def minute_at(instant: str | None) -> int | None:
    """Return an instant's minute of the local day; None for None."""
    if instant is None:
        return None
    at = from_instant(instant)
    return at.hour * 60 + at.minute


def minutes_ahead(zone: str, day: date) -> int:
    """Return how many minutes the local clock is ahead of a zone's at noon; an unknown zone: none."""
    from zoneinfo import ZoneInfo

    noon = datetime.combine(day, time(12))
    try:
        there = noon.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    except (KeyError, ValueError, OSError):
        return 0
    here = noon.astimezone().utcoffset()
    if there is None or here is None:
        return 0
    return int((here - there).total_seconds() // 60)
