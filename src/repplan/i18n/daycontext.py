"""What a day is read against, and stretches of calendar time."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import Enum

from repplan.records import dataclass


class Direction(Enum):
    """Which way a day without a year or week is looked for."""

    FORWARD = "forward"
    BACKWARD = "backward"


@dataclass(frozen=True)
class DayContext:
    """What a day is read against: today, the order of 12/15, and the way to look."""

    today: date
    month_first: bool = False
    direction: Direction = Direction.FORWARD

    @property
    def sign(self) -> int:
        """Return 1 for forward and -1 for backward."""
        return 1 if self.direction is Direction.FORWARD else -1

    def is_ahead(self, day: date) -> bool:
        """Say whether the day is today or lies in the direction looked."""
        return (day - self.today).days * self.sign >= 0


@dataclass(frozen=True)
class Interval:
    """A stretch of calendar time, such as 3 days or 2 months."""

    days: int = 0
    months: int = 0

    def after(self, day: date, times: int = 1) -> date:
        """Return the day this much later (earlier with -1); a missing 31st is the month's last.

        Raises: OverflowError or ValueError outside the calendar.

        >>> Interval(months=1).after(date(2026, 1, 31))
        datetime.date(2026, 2, 28)
        """
        year, month = divmod(day.year * 12 + day.month - 1 + self.months * times, 12)
        if not date.min.year <= year <= date.max.year:
            raise OverflowError(year)
        length = monthrange(year, month + 1)[1]
        moved = date(year, month + 1, min(day.day, length))
        return moved + timedelta(days=self.days * times)
