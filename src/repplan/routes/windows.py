"""When somebody may be visited on a day: how they receive, when they are there, what went well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.routes.model import DAY_MIN
from repplan.routes.times import open_on, read_times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from repplan.reception.model import ReceptionRule
    from repplan.visits.learned import Slot

    Minutes = Sequence[tuple[int, int]]
    """From when until when, in minutes of the local day, in order."""

WHOLE_DAY: Minutes = ((0, DAY_MIN),)

GOOD_ODDS = 0.6
"""An hour with such odds of being seen is a good one. Source of the odds: ``visits.learned``."""

VAIN_TRIES = 2
"""An hour that was tried so often without success isn't proposed."""

AROUND = 30
"""A visit at 8:40 that went well speaks for the hour of eight and a little around it."""


def door_open(
    day: date,
    rule: ReceptionRule | None,
    hours: str,
    best: str,
    learned: Sequence[Slot],
    *,
    shift: int = 0,
) -> tuple[tuple[int, int], ...]:
    """Return when a door is open to a rep on a day: from, until, in minutes; empty: it isn't.

    ``rule`` is how the account receives, ``hours`` when they are there, ``learned`` how visits went
    by weekday and hour. ``best`` times, written down or learned, narrow it where they name this day.
    ``shift`` minutes the rep's clock is ahead of the account's.
    """
    weekday = day.isoweekday()
    spans = _both(WHOLE_DAY, _shifted(_rule_hours(rule), shift))
    there = open_on(read_times(hours), weekday)
    if there is not None:
        spans = _both(spans, _shifted(there, shift))
    spans = _without(spans, vain_hours(learned, weekday))
    wanted = open_on(read_times(best), weekday) or good_hours(learned, weekday)
    narrowed = _both(spans, wanted) if wanted else ()
    return tuple(narrowed or spans)


def is_best_day(day: date, best: str, learned: Sequence[Slot]) -> bool:
    """Whether their best times, written down or learned, name this weekday."""
    weekday = day.isoweekday()
    return bool(open_on(read_times(best), weekday) or good_hours(learned, weekday))


def starts_of(spans: Iterable[tuple[int, int]], minutes: int) -> tuple[tuple[int, int], ...]:
    """Return when a visit of so many minutes may start: it ends while the door is open.

    Where the door is open for less time, it starts as the door opens.
    """
    return tuple((first, max(first, until - minutes)) for first, until in spans)


def good_hours(learned: Sequence[Slot], weekday: int) -> list[tuple[int, int]]:
    """Return the hours of a weekday in which they are mostly seen, joined, with a little around."""
    hours = sorted(one.hour for one in learned if one.weekday == weekday and one.odds >= GOOD_ODDS)
    found: list[tuple[int, int]] = []
    for hour in hours:
        first, until = max(hour * 60 - AROUND, 0), min(hour * 60 + 60 + AROUND, DAY_MIN)
        if found and first <= found[-1][1]:
            first = found.pop()[0]
        found.append((first, until))
    return found


def vain_hours(learned: Sequence[Slot], weekday: int) -> list[tuple[int, int]]:
    """Return the hours of a weekday that were tried more than once and never worked."""
    return [
        (one.hour * 60, one.hour * 60 + 60)
        for one in sorted(learned, key=lambda slot: slot.hour)
        if one.weekday == weekday and not one.seen and one.tried >= VAIN_TRIES
    ]


def by_day(
    days: Iterable[date],
    rule: ReceptionRule | None,
    hours: str,
    best: str,
    learned: Sequence[Slot],
    *,
    shift: Callable[[date], int] = lambda _day: 0,
) -> Mapping[date, tuple[tuple[int, int], ...]]:
    """Return day → when the door is open, of the days on which it is.

    Where their best times name some of the days, these alone are proposed, if they receive then.
    ``shift`` says how many minutes the rep's clock is ahead of the account's on a day.
    """
    days = tuple(days)
    named = [day for day in days if is_best_day(day, best, learned)]
    found = {}
    for day in named or days:
        spans = door_open(day, rule, hours, best, learned, shift=shift(day))
        if spans:
            found[day] = spans
    if named and not found:
        return by_day(days, rule, hours, "", [one for one in learned if not one.seen], shift=shift)
    return found


def _rule_hours(rule: ReceptionRule | None) -> Minutes:
    if rule is None or not (rule.opens or rule.closes):
        return WHOLE_DAY
    return ((minute_of(rule.opens or "00:00"), minute_of(rule.closes or "24:00")),)


def _shifted(spans: Minutes, by: int) -> Minutes:
    """Spans later by so many minutes, as far as they lie on the same day."""
    if not by or spans is WHOLE_DAY:
        return spans
    moved = ((max(first + by, 0), min(until + by, DAY_MIN)) for first, until in spans)
    return [each for each in moved if each[0] < each[1]]


def minute_of(clock: str) -> int:
    """Return ``8:40`` as minutes since midnight."""
    hour, minute = clock.split(":")[:2]
    return int(hour) * 60 + int(minute)


def _both(one: Minutes, other: Minutes) -> tuple[tuple[int, int], ...]:
    """Return what two lists of spans share."""
    return tuple(
        (max(first, begins), min(until, ends))
        for first, until in one
        for begins, ends in other
        if max(first, begins) < min(until, ends)
    )


def _without(spans: Minutes, gone: Minutes) -> tuple[tuple[int, int], ...]:
    """Return spans without others."""
    left = list(spans)
    for begins, ends in gone:
        left = [
            part
            for first, until in left
            for part in ((first, min(until, begins)), (max(first, ends), until))
            if part[0] < part[1]
        ]
    return tuple(left)
