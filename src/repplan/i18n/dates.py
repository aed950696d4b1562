"""Days and times: read as reps say them, shown as reps read them. The door to the parts.

>>> from datetime import date
>>> tuesday = DayContext(date(2026, 11, 24))
>>> show_day_iso(parse_day("next fri", tuesday), "en")
'Fri 2026-12-04'
>>> show_day(parse_day("下周三", tuesday), tuesday.today, "zh_CN")
'12月2日 周三'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import BadDay, BadTime, UnclearDay
from repplan.i18n.daycontext import DayContext, Direction, Interval
from repplan.i18n.dayrules import compiled
from repplan.i18n.days import LONGEST, parse_day, parse_interval, read_day
from repplan.i18n.daysegments import FoundDay, NearMissDay, day_in_segment
from repplan.i18n.daysshown import (
    show_day,
    show_day_iso,
    show_day_short,
    show_yearly,
    weekday_name,
)
from repplan.i18n.times import parse_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, time

__all__ = [
    "DayContext",
    "Direction",
    "FoundDay",
    "Interval",
    "NearMissDay",
    "day_in_segment",
    "parse_day",
    "parse_interval",
    "parse_moment",
    "parse_time",
    "show_day",
    "show_day_iso",
    "show_day_short",
    "show_yearly",
    "weekday_name",
]


def parse_moment(text: str, ctx: DayContext) -> tuple[date, time | None]:
    """Return the day and time these words mean: ``fri 8:40``, ``明天9点``, ``2026-12-01T08:40``.

    A time alone is today's; without a time it is None. Raises: UnclearDay; BadTime where a day
    is followed by something else; BadDay for the rest.
    """
    text = compiled("([今明昨])([早晚])(?!上)").sub(r"\1天\2上", text.strip())
    if len(text) > LONGEST:
        raise BadDay(text)
    try:
        return parse_day(text, ctx), None
    except BadDay as problem:
        no_day = problem
    reading = read_day(text, ctx)
    if reading and reading.on is None:  # 30 feb is no day, whatever its words may be besides
        raise no_day
    try:
        return ctx.today, parse_time(text)
    except BadTime as problem:
        is_time = compiled(r"[0-9]{1,2}(?:[:：][0-9]{2}|[点时]\S*)").fullmatch(text)
        no_time = problem if is_time else None
    for said_day, said_time in _parted(text):
        try:
            at = parse_time(said_time)
            return parse_day(said_day, ctx), _in_the_evening(said_day, at)
        except BadTime as problem:
            if said_time[:1].isdigit() and _is_day(said_day, ctx):
                raise problem from None
        except BadDay as problem:
            no_day = problem if problem.meant else no_day
    raise no_day if no_day.meant or not no_time else no_time


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """Yield each way to part the text in a day and a time, the longest beginning first."""
    for at in range(len(text) - 1, 0, -1):
        first, second = text[:at], text[at:]
        if compiled("[A-Za-z0-9.:/-]{2}").match(text, at - 1) is None:
            second = compiled(r"^\s*(?:,|，|@|的|at\s)?\s*").sub("", second)
            yield first.rstrip(" ,，"), second
            yield second, first.rstrip(" ,，")
        elif compiled("[0-9]T[0-9]").match(text, at - 1):
            yield first, second[1:]


def _in_the_evening(said_day: str, at: time) -> time:
    """Return the time in the half of the day that "tonight" names."""
    is_late = said_day.casefold() == "tonight" and at.hour < 12
    return at.replace(hour=at.hour + 12) if is_late else at


def _is_day(text: str, ctx: DayContext) -> bool:
    try:
        parse_day(text, ctx)
    except (BadDay, UnclearDay):
        return False
    return True
