"""Decisions about reception: on which day one may come, and by when one must have applied."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING, Any, ClassVar

from repplan.errors import N_, BadForm, Conflict, NotFound, UsageProblem
from repplan.i18n.daywords import SIMPLIFIED, WEEKDAYS, WEEKDAYS_ZH
from repplan.records import dataclass, replace
from repplan.text import fold
from repplan.workdays import moved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.reception.model import ReceptionRule
    from repplan.workdays import Workdays

WEEKDAY, WORKDAY, HOURS, LEAD = "weekday", "workday", "hours", "lead"

FILING_NEAR_DAYS = 30
"""Days before a filing runs out in which it is told."""


@dataclass(eq=False)
class AlreadyARule(Conflict):
    """The account, or that department of it, has its rule."""

    slug: ClassVar[str] = "already-a-rule"
    message: ClassVar[str] = N_("How {where} receives is here already.")
    hint: ClassVar[str] = N_("Change it: repplan reception edit      or end it: reception end")
    where: str


@dataclass(eq=False)
class NoRule(NotFound):
    """Nothing is written down about how an account receives reps."""

    slug: ClassVar[str] = "no-reception-rule"
    message: ClassVar[str] = N_("How {said} receives reps isn't written down.")
    hint: ClassVar[str] = N_("Write it down: repplan reception add ACCOUNT")


@dataclass(eq=False)
class HoursTurned(UsageProblem):
    """The hours end before they begin."""

    slug: ClassVar[str] = "hours-turned"
    message: ClassVar[str] = N_("They can't receive from {opens} to {closes}.")
    hint: ClassVar[str] = N_("Write the hours of one day: --from 8:00 --to 9:00.")
    opens: str
    closes: str


@dataclass(eq=False)
class LeadNeeded(UsageProblem):
    """A time to apply by, with no days of lead."""

    slug: ClassVar[str] = "lead-needed"
    message: ClassVar[str] = N_("“By {by}” needs the days ahead as well.")
    hint: ClassVar[str] = N_("Say how many working days before: --lead 2 --lead-by {by}.")
    by: str


def read_weekdays(said: str) -> tuple[int, ...]:
    """Return the weekdays that words name, Monday is 1, in order. Raises: BadForm.

    >>> read_weekdays("thu, tue")
    (2, 4)
    >>> read_weekdays("mon-wed"), read_weekdays("周二、四")
    ((1, 2, 3), (2, 4))
    """
    words = fold(said).translate(SIMPLIFIED)
    found: set[int] = set()
    for part in re.split(r"[\s,;，、；/]+|\band\b|和", words):
        if not part:
            continue
        first, dash, last = re.sub("[到至~～–—]", "-", part).partition("-")
        start, end = _weekday(first, said), _weekday(last, said) if dash else 0
        days = [start]
        while dash and days[-1] != end:
            days.append(days[-1] % 7 + 1)
        found.update(days)
    return tuple(sorted(found))


def _weekday(word: str, said: str) -> int:
    bare = re.sub("^(周|星期|礼拜)", "", word.strip().rstrip("."))
    if bare in WEEKDAYS:
        return WEEKDAYS[bare] + 1
    if len(bare) == 1 and bare in WEEKDAYS_ZH:
        return WEEKDAYS_ZH[bare] + 1
    raise BadForm("days", said, "tue,thu")


def check_hours(opens: str | None, closes: str | None) -> None:
    """Raise HoursTurned where the hours end before they begin, or as they do."""
    if opens and closes and closes <= opens:
        raise HoursTurned(opens, closes)


def check_lead(lead_days: int | None, lead_by: str | None) -> None:
    """Raise LeadNeeded for a time to apply by without days of lead."""
    if lead_by and lead_days is None:
        raise LeadNeeded(lead_by)


def counting(rules: Sequence[ReceptionRule], department: str = "") -> ReceptionRule | None:
    """Return what counts at a department: its own facts, and the account's where it has none.

    Weekdays and hours go together, and so do the days of lead and the way to apply, and the
    filing and its end. None: nothing is known.
    """
    wanted = fold(department)
    own = next((one for one in rules if one.department and fold(one.department) == wanted), None)
    whole = next((one for one in rules if not one.department), None)
    if own is None or whole is None:
        return own or whole
    taken: dict[str, Any] = {}
    for names in _TOGETHER:
        values = {name: getattr(own, name) for name in names}
        if not any(value and value != "none" for value in values.values()):
            taken |= {name: getattr(whole, name) for name in names}
    return replace(own, **taken)


_TOGETHER = (
    ("weekdays", "opens", "closes"),
    ("booking", "lead_days", "lead_by", "form"),
    ("filing", "filing_until_on"),
    ("people_needed",),
    ("place",),
    ("contact",),
    ("source",),
)


def is_received_on(rule: ReceptionRule, day: date, workdays: Workdays) -> bool:
    """Whether they receive on that weekday; where they name none, on any working day.

    The rep's own time off is none of theirs.
    """
    return day.isoweekday() in rule.days if rule.days else workdays.of_others.is_workday(day)


def apply_on(rule: ReceptionRule, day: date, workdays: Workdays) -> date:
    """Return the last day on which to apply for a visit on ``day``.

    ``lead_days`` working days before it; without any, the day itself.
    """
    return moved(day, -(rule.lead_days or 0), workdays.of_others)


def may_still_apply(
    rule: ReceptionRule, day: date, today: date, at: time, workdays: Workdays
) -> bool:
    """Whether there is still time to apply for a visit on ``day``, at this moment."""
    last = apply_on(rule, day, workdays)
    if last != today or rule.lead_by is None:
        return last >= today
    return at <= time.fromisoformat(rule.lead_by)


def hindered(
    rule: ReceptionRule,
    day: date,
    *,
    today: date,
    at: time,
    workdays: Workdays,
    start: time | None = None,
    is_asked: bool = False,
) -> list[str]:
    """Return what speaks against a visit on a day, as slugs; none: they receive then.

    ``start`` is when it would begin, None: not known. ``is_asked``: they have been asked already,
    so the days of lead are kept.
    """
    found = []
    if not is_received_on(rule, day, workdays):
        found.append(WEEKDAY if rule.days else WORKDAY)
    elif _is_outside(rule, start) or (day == today and _is_over(rule, at)):
        found.append(HOURS)
    if not is_asked and rule.lead_days and not may_still_apply(rule, day, today, at, workdays):
        found.append(LEAD)
    return found


def has_filing_expired(rule: ReceptionRule, day: date) -> bool:
    """Whether our filing there counts no longer on a day."""
    return rule.filing_until_on is not None and rule.filing_until_on <= day.isoformat()


def _is_outside(rule: ReceptionRule, start: time | None) -> bool:
    if start is None:
        return False
    said = start.isoformat("minutes")
    is_early = rule.opens is not None and said < rule.opens
    return is_early or (rule.closes is not None and said >= rule.closes)


def _is_over(rule: ReceptionRule, at: time) -> bool:
    return rule.closes is not None and at.isoformat("minutes") >= rule.closes
