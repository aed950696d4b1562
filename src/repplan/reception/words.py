"""How a place receives reps, in words: for lists, briefs and the queue."""

from __future__ import annotations

from datetime import date, timedelta
from gettext import gettext as _
from gettext import ngettext, pgettext
from typing import TYPE_CHECKING

from repplan.i18n.daysshown import show_day, weekday_name
from repplan.i18n.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from repplan.reception.model import ReceptionRule


def days_words(days: Iterable[int], language: str) -> str:
    """Return weekdays in words, three and more in a row from the first to the last: ``Mon-Wed``."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    parts = []
    for run in runs:
        names = [weekday_name(day, language) for day in run]
        parts += [f"{names[0]}-{names[-1]}"] if len(run) > 2 else names
    return listed(parts)


def hours_words(opens: str | None, closes: str | None) -> str:
    """Return hours in words: ``8-9``, ``8:30-9``, ``from 8``; empty: any."""
    if opens and closes:
        return f"{_hour(opens)}-{_hour(closes)}"
    if opens:
        return _("from {hour}").format(hour=_hour(opens))
    return _("until {hour}").format(hour=_hour(closes)) if closes else ""


def when_words(rule: ReceptionRule, language: str) -> str:
    """Return on which days and at what hours they receive; empty: whenever it is open."""
    hours = hours_words(rule.opens, rule.closes)
    if not rule.days:
        return hours
    days = days_words(rule.days, language)
    # L10n: {when}: "Tue, Thu 8-9", the only days and hours on which reps are received.
    return _("{when} only").format(when=" ".join(part for part in (days, hours) if part))


def asking_words(rule: ReceptionRule) -> str:
    """Return how to be let in: by appointment, or how many days ahead to apply; empty: just come."""
    days = rule.lead_days or 0
    if not days:
        if rule.booking == "appointment":
            return _("by appointment")
        return _("by application") if rule.booking == "application" else ""
    if rule.lead_by:
        return ngettext(
            "apply {n} day ahead, by {hour}", "apply {n} days ahead, by {hour}", days
        ).format(n=days, hour=rule.lead_by)
    return ngettext("apply {n} day ahead", "apply {n} days ahead", days).format(n=days)


def people_words(rule: ReceptionRule) -> str:
    """Return how many of us must come; empty: one is enough."""
    if not rule.people_needed or rule.people_needed < 2:
        return ""
    return ngettext("{n} person", "{n} people", rule.people_needed).format(n=rule.people_needed)


def filing_words(rule: ReceptionRule, today: date, language: str) -> str:
    """Return our filing there and until when it counts; empty: none is noted."""
    if not rule.filing and not rule.filing_until_on:
        return ""
    if not rule.filing_until_on:
        return _("our filing {number}").format(number=rule.filing)
    last = last_day(rule.filing_until_on)
    shown = show_day(last, today, language)
    if last < today:
        return _("our filing ran out {day}").format(day=shown)
    return _("our filing to {day}").format(day=shown)


def last_day(until_on: str) -> date:
    """Return the last day before an exclusive end."""
    return date.fromisoformat(until_on) - timedelta(1)


def briefly(rule: ReceptionRule, today: date, language: str) -> str:
    """Return a rule in one line: when, how to ask, with how many, our filing."""
    return listed(
        (
            when_words(rule, language),
            asking_words(rule),
            people_words(rule),
            filing_words(rule, today, language),
        )
    )


def booking_word(booking: str) -> str:
    """Return how one is let in, as a word."""
    return pgettext("booking", booking) if booking == "none" else _(booking)


def _hour(said: str) -> str:
    """Return a stored time as it is said: 08:00 is 8."""
    hour, _colon, minute = said.partition(":")
    return f"{int(hour)}:{minute}" if minute != "00" else f"{int(hour)}"
