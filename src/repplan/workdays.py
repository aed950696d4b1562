"""Working days counted, forwards and backwards."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date


def moved(day: date, count: int, workdays: Collection[int]) -> date:
    """Return the ``count``-th working day after ``day``, before it where ``count`` is negative.

    ``workdays`` are ISO weekdays, Monday is 1; with none, every day counts.

    >>> from datetime import date
    >>> moved(date(2026, 11, 26), 2, {1, 2, 3, 4, 5})
    datetime.date(2026, 11, 30)
    """
    step = timedelta(1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= day.isoweekday() in workdays if workdays else 1
    return day
