"""Clocks in words: how long is left, or how late it is; and a moment near now."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.i18n.daysshown import show_day, show_day_iso, weekday_name

if TYPE_CHECKING:
    from datetime import date, datetime, time

_NEAR_DAYS = 6
"""A weekday alone tells the day so far back or ahead."""

_IN_DAYS = 48
"""From so many hours on it is told in days."""


def clock_words(due: datetime, now: datetime) -> str:
    """Return "7h15 left", "25 min left", "2h10 late"."""
    seconds = (due - now).total_seconds()
    # A minute begun is still left; one that isn't over isn't late yet.
    minutes = int(-(-seconds // 60)) if seconds >= 0 else int(-seconds // 60)
    hours, rest = divmod(minutes, 60)
    if hours >= _IN_DAYS:
        days = hours // 24
        return (_("{d}d left") if seconds >= 0 else _("{d}d late")).format(d=days)
    if seconds >= 0:
        if not hours:
            return _("{m} min left").format(m=rest)
        return (_("{h}h{m} left") if rest else _("{h}h left")).format(h=hours, m=f"{rest:02}")
    if not hours:
        return _("{m} min late").format(m=rest)
    return (_("{h}h{m} late") if rest else _("{h}h late")).format(h=hours, m=f"{rest:02}")


def hour_words(at: datetime | time) -> str:
    """Return a time of day as it is said: "8:40"."""
    return f"{at.hour}:{at.minute:02}"


def minute_words(minute: int) -> str:
    """Return a minute of the day as a time is said: 520 is "8:40"; of the day before or after too."""
    minute %= 24 * 60
    return f"{minute // 60}:{minute % 60:02}"


def moment_iso(at: datetime, language: str) -> str:
    """Return the echo of a moment: weekday, ISO date and time, "Tue 2026-11-24 08:40"."""
    return f"{show_day_iso(at.date(), language)} {at:%H:%M}"


def late_words(days: int) -> str:
    """Return "3 days late"."""
    return ngettext("{n} day late", "{n} days late", days).format(n=days)


def moment_words(at: datetime, now: datetime, language: str) -> str:
    """Return a moment as short as it is clear: "14:20" today, "Mon 14:20", "Mon 2 Nov 14:20"."""
    hour = hour_words(at)
    if at.date() == now.date():
        return hour
    day = near_day(at.date(), now.date(), language)
    # L10n: a weekday or day, and the hour of it.
    return _("{day} {time}").format(day=day, time=hour)


def near_day(on: date, today: date, language: str) -> str:
    """Return a day as short as it is clear: "today", "Mon", "Mon 2 Nov"."""
    if on == today:
        return _("today")
    if abs((on - today).days) <= _NEAR_DAYS:
        return weekday_name(on.isoweekday(), language)
    return show_day(on, today, language)


def report_by(due: datetime, now: datetime, language: str) -> str:
    """Return until when something is to be reported: "report by 14:20", "report it now"."""
    if due <= now:
        return _("report it now")
    if due.date() == now.date():
        return _("report by {time}").format(time=hour_words(due))
    return _("report by {moment}").format(moment=moment_words(due, now, language))
