"""What the rep said a plan is for: its days, who is pinned or left out, where the nights are."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from repplan.cli.days import ahead, day_context
from repplan.errors import N_, BadDay, BadForm, BadTime, UnclearDay, UsageProblem
from repplan.i18n.clocks import hour_words
from repplan.i18n.dates import parse_day, parse_moment, parse_time
from repplan.i18n.daysshown import show_day
from repplan.providers.pick import pick_provider
from repplan.providers.queries import called
from repplan.records import dataclass, replace
from repplan.routes.everybody import Pin, Wanted
from repplan.text import clean, fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from datetime import date

    from repplan.cli.runtime import Runtime
    from repplan.config import Settings
    from repplan.i18n.daycontext import DayContext


@dataclass(eq=False)
class PastPlan(UsageProblem):
    """A day that has gone by can't be planned."""

    slug: ClassVar[str] = "past-route"
    message: ClassVar[str] = N_("{day} has gone by: nothing can be planned there.")
    hint: ClassVar[str] = N_("What was: repplan visit list --since {on}")
    day: str
    on: str


@dataclass(eq=False)
class DayOver(UsageProblem):
    """Nothing is left of today's working hours."""

    slug: ClassVar[str] = "day-over"
    message: ClassVar[str] = N_("Today's working hours ended at {time}.")
    hint: ClassVar[str] = N_(
        "Plan the next day: repplan plan day      longer hours: config set hours"
    )
    time: str


@dataclass(eq=False)
class PinnedTwice(UsageProblem):
    """Somebody is pinned to two days or hours."""

    slug: ClassVar[str] = "pinned-twice"
    message: ClassVar[str] = N_("{who} is pinned twice, and otherwise.")
    hint: ClassVar[str] = N_("A plan holds each provider once: leave one of the pins.")
    who: str


@dataclass(eq=False)
class PinnedAndSkipped(UsageProblem):
    """Somebody is to be in the plan and not to be in it."""

    slug: ClassVar[str] = "pinned-and-skipped"
    message: ClassVar[str] = N_("{who} is pinned and skipped.")
    hint: ClassVar[str] = N_("Take one of the two away.")
    who: str


@dataclass(eq=False)
class Colleague(UsageProblem):
    """A colleague is pinned: they come along, nobody visits them."""

    slug: ClassVar[str] = "pinned-colleague"
    message: ClassVar[str] = N_("{who} is a colleague: nobody to visit.")
    hint: ClassVar[str] = N_("Meet them: timeoff add DAY --from 13:00 --to 14:00 --what TEXT")
    who: str


@dataclass(eq=False)
class OffPlan(UsageProblem):
    """A pin or a night is of a day that isn't planned."""

    slug: ClassVar[str] = "pin-off-plan"
    message: ClassVar[str] = N_("“{said}” means {day}, which isn't planned here.")
    hint: ClassVar[str] = N_("Plan that day, or its week: repplan plan week {on}")
    said: str
    day: str
    on: str


@dataclass(eq=False)
class NightTwice(UsageProblem):
    """The night after a day is to be spent in two places."""

    slug: ClassVar[str] = "night-twice"
    message: ClassVar[str] = N_("The night after {day} can't be at “{one}” and at “{other}”.")
    hint: ClassVar[str] = N_("Leave one of the two --night.")
    day: str
    one: str
    other: str


def day_of(runtime: Runtime, said: str | None, settings: Settings) -> date:
    """Return the day that is to be planned; unsaid: today, or the next working day after hours.

    Raises: PastPlan, DayOver; BadDay, UnclearDay.
    """
    today = runtime.clock.today
    if said:
        day = ahead(runtime, said)
        if day < today:
            raise PastPlan(show_day(day, today, runtime.language), day.isoformat())
        if day == today:
            refuse_over(runtime, settings)
        return day
    day = today
    is_over = runtime.clock.now.time() >= settings.hours[1]
    if is_over or not settings.workdays.is_workday(day):
        day += timedelta(1)
        while not settings.workdays.is_workday(day):
            day += timedelta(1)
    return day


def refuse_over(runtime: Runtime, settings: Settings) -> None:
    """Raise DayOver where nothing is left of today's working hours."""
    if runtime.clock.now.time() >= settings.hours[1]:
        raise DayOver(hour_words(settings.hours[1]))


def shown_days(runtime: Runtime, said: str | None, *, is_week: bool) -> tuple[date, ...]:
    """Return the day that is to be shown, gone by or not; unsaid: today. ``is_week``: all its week.

    Raises: BadDay, UnclearDay.
    """
    day = parse_day(said, day_context(runtime)) if said else runtime.clock.today
    if not is_week:
        return (day,)
    monday = day - timedelta(day.isoweekday() - 1)
    return tuple(monday + timedelta(at) for at in range(7))


def week_of(runtime: Runtime, said: str | None, settings: Settings) -> tuple[date, ...]:
    """Return the days of a week from today on: those that are worked in general, and make-up days.

    Unsaid: this week, or the next where nothing is left of it. Raises: as ``day_of``.
    """
    day = day_of(runtime, said, settings)
    monday = day - timedelta(day.isoweekday() - 1)
    week = [monday + timedelta(at) for at in range(7)]
    first = day_of(runtime, None, settings)
    return tuple(
        one
        for one in week
        if one >= min(first, day)
        and one >= runtime.clock.today
        and (one.isoweekday() in settings.weekdays or settings.workdays.is_workday(one))
    ) or (day,)


def wanted_of(
    runtime: Runtime,
    db: sqlite3.Connection,
    days: tuple[date, ...],
    *,
    pins: Sequence[str],
    skips: Sequence[str],
    because: str,
    may_move: bool,
) -> Wanted:
    """Return what is to be planned, out of what was typed.

    Raises: PinnedAndSkipped; as ``pins_of``.
    """
    pinned = pins_of(runtime, db, pins, days)
    skipped = {one.id: one.name for one in (pick_provider(db, said) for said in skips)}
    for pin in pinned:
        if pin.provider_id in skipped:
            raise PinnedAndSkipped(skipped[pin.provider_id])
    return Wanted(
        days=days,
        pins=pinned,
        skipped=frozenset(skipped),
        may_move=may_move,
        because=clean(because).strip(),
    )


def pins_of(
    runtime: Runtime, db: sqlite3.Connection, said: Sequence[str], days: Sequence[date]
) -> tuple[Pin, ...]:
    """Return who is pinned, and when: ``patel``, ``patel@10:30``, ``patel@thu``, ``patel@thu 9:00``.

    ``patel@oakwood`` is the one of that place, at any time. A time alone is of the day that is planned, of any of several.
    Raises: NotFound, Ambiguous, Colleague, PinnedTwice; BadForm, BadDay, UnclearDay, BadTime; OffPlan.
    """
    found: list[Pin] = []
    for text in said:
        who, on, minute = _parted(runtime, db, text, days)
        if not who:
            raise BadForm("--pin", text, "patel@10:30")
        one = pick_provider(db, who)
        if one.is_colleague:
            raise Colleague(one.name)
        pin = Pin(one.id, on, minute)
        if any(other.provider_id == one.id and other != pin for other in found):
            raise PinnedTwice(one.name)
        found.append(pin)
    return tuple(dict.fromkeys(found))


def _parted(
    runtime: Runtime, db: sqlite3.Connection, text: str, days: Sequence[date]
) -> tuple[str, date | None, int | None]:
    """Return who is meant, as typed, the day and the minute; None: any."""
    who, at, when = (part.strip() for part in text.rpartition("@"))
    if not at or not when:
        return who or when, None, None
    try:
        return who, *_moment_of(runtime, when, days, text)
    except (BadDay, BadTime):
        # patel@oakwood is the one of that place.
        if not who or not called(db, text.strip()):
            raise
        return text.strip(), None, None


def _moment_of(
    runtime: Runtime, words: str, days: Sequence[date], text: str
) -> tuple[date | None, int | None]:
    """Return the day of those planned and the minute that words mean; None: any."""
    context = day_context(runtime)
    clock = parse_moment(words, context)[1]
    minute = None if clock is None else clock.hour * 60 + clock.minute
    if clock is not None and _is_time(words):
        return (days[0] if len(days) == 1 else None), minute
    return _one_of(runtime, lambda at: parse_moment(words, at)[0], days, text), minute


def _is_time(words: str) -> bool:
    """Whether words are a time alone."""
    try:
        parse_time(words)
    except BadTime:
        return False
    return True


def nights_of(runtime: Runtime, said: Sequence[str], days: Sequence[date]) -> dict[date, str]:
    """Return day → where the night after it is spent: ``tue=Hotel Astor, Toledo OH``.

    Raises: BadForm, BadDay, UnclearDay, OffPlan, NightTwice.
    """
    found: dict[date, str] = {}
    for text in said:
        when, equals, place = text.partition("=")
        if not equals or not place.strip():
            raise BadForm("--night", text, _("tue=Toledo, OH"))
        day = _one_of(runtime, partial(parse_day, when.strip()), days, text)
        before = found.setdefault(day, place.strip())
        if fold(before) != fold(place.strip()):
            shown = show_day(day, runtime.clock.today, runtime.language)
            raise NightTwice(shown, before, place.strip())
    return found


def _one_of(
    runtime: Runtime, read: Callable[[DayContext], date], days: Sequence[date], text: str
) -> date:
    """Return the day that was meant, of those planned: a weekday's name alone is that day of them.

    ``tue`` on a Tuesday is today, if today is planned; a date or ``next tue`` is no other day.
    """
    context = day_context(runtime)
    day = read(context)
    if day in days:
        return day
    for meant in days:
        if meant.weekday() == day.weekday() and _is_name_of(meant, read, context):
            return meant
    shown = show_day(day, runtime.clock.today, runtime.language)
    raise OffPlan(text, shown, day.isoformat())


def _is_name_of(meant: date, read: Callable[[DayContext], date], context: DayContext) -> bool:
    """Whether words mean a day on each of the six days before it: its weekday's name alone does."""
    try:
        return all(
            read(replace(context, today=meant - timedelta(before))) == meant
            for before in range(1, 7)
        )
    except (BadDay, UnclearDay):
        return False
