"""Clocks in words: how long is left, or how late it is; and a moment near now."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.i18n.daysshown import show_day, weekday_name

if TYPE_CHECKING:
    from datetime import datetime

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


def moment_words(at: datetime, now: datetime, language: str) -> str:
    """Return a moment as short as it is clear: "14:20" today, "Mon 14:20", "Mon 2 Nov 14:20"."""
    hour = f"{at.hour}:{at.minute:02}"
    days = (at.date() - now.date()).days
    if not days:
        return hour
    is_near = abs(days) <= _NEAR_DAYS
    day = (
        weekday_name(at.isoweekday(), language)
        if is_near
        else show_day(at.date(), now.date(), language)
    )
    # L10n: a weekday or day, and the hour of it.
    return _("{day} {time}").format(day=day, time=hour)


def report_by(due: datetime, now: datetime, language: str) -> str:
    """Return until when something is to be reported: "report by 14:20", "report it now"."""
    if due <= now:
        return _("report it now")
    if due.date() == now.date():
        return _("report by {time}").format(time=f"{due.hour}:{due.minute:02}")
    return _("report by {moment}").format(moment=moment_words(due, now, language))
