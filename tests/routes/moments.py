"""Moments and days of one November, for tests of what was said of a plan."""

from __future__ import annotations

from datetime import date, timedelta

TUESDAY = date(2026, 11, 24)
DAY = (TUESDAY,)
WEEK = tuple(TUESDAY + timedelta(at) for at in range(4))
"""From Tuesday the 24th to Friday."""

NEXT = tuple(date(2026, 11, 30) + timedelta(at) for at in range(5))
"""The week after: it begins on Monday the 30th."""

EARLY, LAST, OVER = "2026-11-24T07:05", "2026-11-24T17:29", "2026-11-24T17:30"
"""A Tuesday: before the hours, their last minute, and the first after them."""

FRIDAY_NIGHT, SATURDAY = "2026-11-27T18:00", "2026-11-28T10:00"


def nov(*days: int) -> tuple[date, ...]:
    """Return days, counted from the first of November 2026: the 31st is in December."""
    return tuple(date(2026, 11, 1) + timedelta(day - 1) for day in days)
