"""Decisions about visits: what counts, when it was, what a promise's default day is."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, Conflict, NotFound, Refused, UsageProblem
from repplan.records import dataclass
from repplan.text import fold
from repplan.visits.model import CANCELLED, CONTACT, PLANNED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from repplan.config import Settings
    from repplan.timeoff.model import Busy
    from repplan.visits.model import Visit, VisitRequest


@dataclass(eq=False)
class FutureVisit(UsageProblem):
    """A visit to come can't be logged."""

    slug: ClassVar[str] = "future-visit"
    message: ClassVar[str] = N_("{when} is still to come.")
    hint: ClassVar[str] = N_("That is a plan: repplan visit plan WHO --at WHEN")
    when: str


@dataclass(eq=False)
class PastPlan(UsageProblem):
    """A visit gone by can't be planned."""

    slug: ClassVar[str] = "past-plan"
    message: ClassVar[str] = N_("{when} has gone by.")
    hint: ClassVar[str] = N_("That is: repplan log WHO --at WHEN")
    when: str


@dataclass(eq=False)
class PlannedTwice(Conflict):
    """There is one plan per provider and day."""

    slug: ClassVar[str] = "planned-twice"
    message: ClassVar[str] = N_("{name} is already planned on {day} ({ref}).")
    hint: ClassVar[str] = N_("Move it with: repplan visit amend {ref} --at WHEN")
    name: str
    day: str
    ref: str


@dataclass(eq=False)
class LoggedTwice(Conflict):
    """The same words were logged for the same people on the same day."""

    slug: ClassVar[str] = "logged-twice"
    message: ClassVar[str] = N_("{name} on {day} is already logged with these words ({ref}).")
    hint: ClassVar[str] = N_("Nothing was written. To change it: repplan visit amend {ref}")
    name: str
    day: str
    ref: str


@dataclass(eq=False)
class NotPlanned(Refused):
    """Only a planned visit can be asked for or called off."""

    slug: ClassVar[str] = "not-planned"
    message: ClassVar[str] = N_("{ref} is no longer planned: it was logged or called off.")
    hint: ClassVar[str] = N_("Look at it with: repplan visit show {ref}")
    ref: str
    state: str


@dataclass(eq=False)
class NotLogged(Refused):
    """Only a logged visit has an outcome and can be filed or recapped."""

    slug: ClassVar[str] = "not-logged"
    message: ClassVar[str] = N_("{ref} isn't logged yet.")
    hint: ClassVar[str] = N_("Log it with: repplan log WHO --at {day}")
    ref: str
    state: str
    day: str


@dataclass(eq=False)
class CalledOff(Refused):
    """A visit that was called off stays as it was."""

    slug: ClassVar[str] = "called-off"
    message: ClassVar[str] = N_("{ref} was called off: it stays as it was.")
    hint: ClassVar[str] = N_("Plan it anew with: repplan visit plan WHO --at WHEN")
    ref: str


@dataclass(eq=False)
class NothingToRecap(Refused):
    """They weren't seen, so there is nothing to thank for."""

    slug: ClassVar[str] = "nothing-to-recap"
    message: ClassVar[str] = N_("{ref}: they weren't seen, so there is nothing to recap.")
    hint: ClassVar[str] = N_("Plan the next try with: repplan visit plan WHO --at WHEN")
    ref: str
    outcome: str | None


@dataclass(eq=False)
class NotTheirs(Refused):
    """An objective is one provider's: a visit to others can't aim at it."""

    slug: ClassVar[str] = "not-theirs"
    message: ClassVar[str] = N_("“{what}” is an objective of {name}, who isn't in this visit.")
    hint: ClassVar[str] = N_("Bring them in with: --with")
    what: str
    name: str


@dataclass(eq=False)
class NoSuchVisit(NotFound):
    """They are known, and no visit of theirs fits."""

    slug: ClassVar[str] = "no-such-visit"
    message: ClassVar[str] = N_("No visit fits “{said}”.")
    hint: ClassVar[str] = N_("Look at what there is with: repplan visit list")


def start_of(
    request: VisitRequest, planned: Visit | None, now: datetime, settings: Settings
) -> datetime | None:
    """Return when a logged visit began: as given, as planned, now, or None (unknown).

    "Now" only within working hours: at night the time would be a lie, and an unknown time feeds no
    statistics. A planned time that is still to come is when they were not seen yet; what is called
    off keeps it.
    """
    if request.at is not None:
        return datetime.combine(request.on, request.at).astimezone()
    if planned is not None and planned.start_at is not None:
        start = datetime.fromisoformat(planned.start_at).astimezone()
        if start <= now or request.outcome == CANCELLED:
            return start
    minute = now.replace(second=0, microsecond=0)
    if request.on == now.date() and is_working_time(minute, 0, settings):
        return minute
    return None


def is_planned_well(visit: Visit, settings: Settings) -> bool:
    """Whether a planned visit lies within working days and hours, as far as its time is known."""
    span = _span(visit)
    if span is None:
        return settings.workdays.is_workday(date.fromisoformat(visit.on_date))
    return is_working_time(span[0].astimezone(), visit.minutes_planned, settings)


def is_working_time(start: datetime, minutes: int | None, settings: Settings) -> bool:
    """Whether a visit lies within the hours of a working day. ``minutes`` None: not known."""
    opens, closes = settings.hours
    begin = start.replace(tzinfo=None)
    end = begin + timedelta(minutes=minutes or 0)
    return (
        settings.workdays.is_workday(begin.date())
        and datetime.combine(begin.date(), opens) <= begin
        and end <= datetime.combine(begin.date(), closes)
    )


def overlapping(one: Visit, others: Iterable[Visit]) -> list[Visit]:
    """Return the visits whose time meets that of ``one``; without a start there is none to meet.

    Of unknown length is as good as a moment.
    """
    span = _span(one)
    if span is None:
        return []
    found = []
    for other in others:
        other_span = _span(other)
        if other.id != one.id and other_span and _meet(span, other_span):
            found.append(other)
    return found


def taken_by(begin: int | None, minutes: int | None, busy: Iterable[Busy]) -> list[Busy]:
    """Return the hours taken that a visit of the same day meets; without a start it meets none.

    ``begin`` is its minute of the day. Of unknown length is as good as a moment.
    """
    if begin is None:
        return []
    end = begin + max(minutes or 0, 1)
    return [it for it in busy if it.from_min < end and begin < it.until_min]


def check_past(on: date, at: time | None, now: datetime) -> None:
    """Raise FutureVisit for a visit that hasn't begun. ``now`` is local."""
    if on > now.date() or (at is not None and datetime.combine(on, at).astimezone() > now):
        raise FutureVisit(_when(on, at))


def check_plan(on: date, at: time | None, now: datetime) -> None:
    """Raise PastPlan for a plan at a day or time gone by. ``now`` is local."""
    if on < now.date() or (at is not None and datetime.combine(on, at).astimezone() < now):
        raise PastPlan(_when(on, at))


def check_planned(visit: Visit) -> None:
    """Raise NotPlanned for a visit that was logged or called off."""
    if visit.state != PLANNED:
        raise NotPlanned(visit.ref, visit.state)


def check_to_come(visit: Visit, now: datetime) -> None:
    """Raise NotPlanned, or PastPlan for a planned visit gone by: it can't be asked for."""
    check_planned(visit)
    start = _span(visit)
    at = start[0].astimezone().time() if start else None
    check_plan(date.fromisoformat(visit.on_date), at, now)


def check_seen(visit: Visit) -> None:
    """Raise NotLogged, or NothingToRecap for a visit in which they weren't seen."""
    if visit.state == PLANNED:
        raise NotLogged(visit.ref, visit.state, visit.on_date)
    if visit.outcome not in CONTACT:
        raise NothingToRecap(visit.ref, visit.outcome)


def may_be_sent(text: str, products: Iterable[str]) -> bool:
    """Whether a text may stand in a request for an appointment: no product, no figure.

    What names either is a claim, and a claim goes nowhere without its limitation.
    """
    folded = fold(text)
    has_figure = any(char.isdigit() for char in folded) or "%" in folded
    return not has_figure and not any(fold(product) in folded for product in products)


def _when(on: date, at: time | None) -> str:
    return on.isoformat() + (f" {at:%H:%M}" if at else "")


def _span(one: Visit) -> tuple[datetime, datetime] | None:
    if one.start_at is None:
        return None
    start = datetime.fromisoformat(one.start_at)
    return start, start + timedelta(minutes=one.minutes_planned or 0)


def _meet(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    return one[0] == other[0] or (one[0] < other[1] and other[0] < one[1])
