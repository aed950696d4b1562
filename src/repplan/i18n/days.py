"""Days as reps say them, read by one small closed grammar, in English and Chinese.

What no rule of ``dayrules`` reads is no day: nothing is guessed. ``dates`` is the module to
import; this one and its neighbours are its parts.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from repplan.errors import BadDay, UnclearDay, UnclearYear
from repplan.i18n import slips
from repplan.i18n.dayrules import (
    DATED,
    INTERVAL,
    NAMING,
    ORDINARY,
    RULES,
    WEEKDAY_FIRST,
    WEEKDAY_LAST,
    compiled,
    holds_any,
    interval,
    parts,
    weekday_number,
)
from repplan.i18n.daywords import RELATIVE, SIMPLIFIED
from repplan.records import dataclass
from repplan.text import fold

if TYPE_CHECKING:
    from repplan.i18n.daycontext import DayContext, Interval


LONGEST = 80
"""Characters of words that can be a day and a time: "the day before yesterday" has 24."""


@dataclass(frozen=True)
class Reading:
    """What the grammar made of some words.

    ``on`` None: the words have the shape of a day that doesn't exist (30 Feb). ``other``: the
    second way to read them. ``is_bare``: they may end a sentence without "by". ``is_dated``:
    they name a date, not a day counted from today.
    """

    on: date | None
    other: date | None = None
    is_bare: bool = False
    is_dated: bool = False


def parse_day(text: str, ctx: DayContext) -> date:
    """Return the one day these words mean.

    Raises: UnclearDay where there are two; BadDay where there is none, with the nearest
    words that would be one.
    """
    reading = read_day(text, ctx) or read_day(_without_lead(text), ctx)
    if reading is None:
        raise BadDay(said=text.strip(), meant=mended_day(text, ctx))
    if reading.on is None:
        raise BadDay(said=text.strip())
    if reading.other:
        first, second = sorted((reading.on, reading.other))
        is_year = (first.month, first.day) == (second.month, second.day)
        unclear = UnclearYear if is_year else UnclearDay
        raise unclear(text.strip(), first.isoformat(), second.isoformat())
    return reading.on


def read_day(text: str, ctx: DayContext) -> Reading | None:
    """Return what the whole text means as a day, None where it is none."""
    if len(text) > LONGEST:
        return None
    said = _spoken(text)
    if said in RELATIVE:
        try:
            return Reading(ctx.today + timedelta(days=RELATIVE[said]), is_bare=True)
        except OverflowError:  # a clock set to the calendar's last day
            return Reading(None, is_bare=True)
    if said.isascii() and not holds_any(said, DATED) and NAMING.isdisjoint(said.split()):
        return None
    return _by_rule(said, ctx) or _with_weekday(said, ctx)


def mended_day(text: str, ctx: DayContext) -> str:
    """Return the words with their slips mended where that makes them one day, else nothing."""
    meant = slips.mended(_spoken(text)) if len(text) <= LONGEST else ""
    reading = read_day(meant, ctx) if meant else None
    return meant if reading and reading.on and not reading.other else ""


def parse_interval(text: str) -> Interval | None:
    """Return the interval that the whole text says (``+3d 2w 1m 3 wks 两周``), else None."""
    said = parts(INTERVAL, _spoken(text))
    if said is None or said["minus"] or said["ago"]:
        return None
    return interval(said)


def _spoken(text: str) -> str:
    """Return the words as the rules' patterns expect them."""
    said = fold(text).translate(SIMPLIFIED).rstrip(" .,;:!?。、")
    said = compiled("[(),]").sub(" ", said)
    return " ".join(compiled(r"(?<=[a-z])\.").sub(" ", said).split())


def _without_lead(text: str) -> str:
    return compiled(r"\s*(?:on|by|until|till?)\s+").sub("", text.casefold(), count=1)


def _by_rule(said: str, ctx: DayContext, *, is_dated: bool = False) -> Reading | None:
    for rule in RULES:
        found = rule.parts(said) if rule.is_dated or not is_dated else None
        if found is None:
            continue
        is_bare = rule.is_bare and said not in ORDINARY
        try:
            day = rule.read(found, ctx)
        except (ValueError, OverflowError):
            return Reading(None, None, is_bare, rule.is_dated)
        if isinstance(day, tuple):
            return Reading(*day, is_bare, rule.is_dated)
        if day is not None:
            return Reading(day, None, is_bare, rule.is_dated)
    return None


def _with_weekday(said: str, ctx: DayContext) -> Reading | None:
    """Read a date that stands with its weekday; one that doesn't fit it reads two ways."""
    for pattern in (WEEKDAY_FIRST, WEEKDAY_LAST) if holds_any(said, DATED) else ():
        found = parts(pattern, said)
        reading = _by_rule(found["date"], ctx, is_dated=True) if found else None
        if found is None or reading is None:
            continue
        weekday = weekday_number(found["day"])
        days = [day for day in (reading.on, reading.other) if day]
        if len(fitting := [day for day in days if day.weekday() == weekday]) == 1:
            return Reading(fitting[0], None, is_bare=True, is_dated=True)
        if len(days) == 1:
            off = (weekday - days[0].weekday() + 3) % 7 - 3
            return Reading(days[0], days[0] + timedelta(days=off), is_bare=True, is_dated=True)
        return reading
    return None
