"""Decisions about safety reports: when one is due, what of a patient may be kept."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, BadForm, NotFound, Refused, UsageProblem
from repplan.records import dataclass

if TYPE_CHECKING:
    from datetime import date, time

    from repplan.safety.model import SafetyReport

_OLDEST = 120
_TOGETHER_FROM = 90
"""From this age on there are so few that a decade could name somebody: one band for all of them."""

_SET_BACK = timedelta(hours=1)
"""A clock that stands more than this before what was written last was set back."""


@dataclass(eq=False)
class HeardLater(UsageProblem):
    """It would have been heard at a moment that is still to come."""

    slug: ClassVar[str] = "heard-later"
    message: ClassVar[str] = N_("“{said}” is still to come: it was heard at some moment gone by.")
    hint: ClassVar[str] = N_("Say when you heard it: --heard 14:20, or --heard mon 14:20.")
    said: str


@dataclass(eq=False)
class ClockSetBack(Refused):
    """The machine's clock stands before what was written last: no deadline counts from it."""

    slug: ClassVar[str] = "clock-set-back"
    message: ClassVar[str] = N_(
        "The clock says {now}, but the store was last written at {last}: no deadline can be "
        "counted from it."
    )
    hint: ClassVar[str] = N_("Set the machine's clock right, or say it yourself: --heard WHEN")
    now: str
    last: str


@dataclass(eq=False)
class ClockSetBackInLog(ClockSetBack):
    """The same, where a visit was logged as it was heard now."""

    hint: ClassVar[str] = N_("Set the machine's clock right, or say when it was: --at 14:20")


@dataclass(eq=False)
class HourNeeded(UsageProblem):
    """A day alone says too little of when it was reported."""

    slug: ClassVar[str] = "hour-needed"
    message: ClassVar[str] = N_("“{said}” says no hour: which hour was it reported?")
    hint: ClassVar[str] = N_("Say it with the day: --at mon 14:20")
    said: str


@dataclass(eq=False)
class NobodyTold(NotFound):
    """The first of several words is who told it, and nobody is called so."""

    slug: ClassVar[str] = "nobody-told"
    message: ClassVar[str] = N_("Nobody here is called “{said}”: who told you comes first.")
    hint: ClassVar[str] = N_(
        "Nobody of your list told it? Begin with a dash: repplan safety add - TEXT"
    )


@dataclass(eq=False)
class ReportedBefore(Refused):
    """It would have been reported before it was heard, or at a moment still to come."""

    slug: ClassVar[str] = "reported-before"
    message: ClassVar[str] = N_(
        "It was heard at {heard}: it can't have been reported at {said}, with the clock at {now}."
    )
    hint: ClassVar[str] = N_("Say when it was reported (--at 15:10), or set the clock right.")
    heard: str
    said: str
    now: str


@dataclass(eq=False)
class Stands(Refused):
    """A report with a reference number stands: the law keeps it."""

    slug: ClassVar[str] = "safety-stands"
    message: ClassVar[str] = N_(
        "{ref} was reported as {reference}: a reported safety item stands as it is."
    )
    hint: ClassVar[str] = N_(
        "Tell the safety department what was wrong, under that number; what is new: "
        "repplan safety add"
    )
    ref: str
    reference: str


@dataclass(eq=False)
class NoEvent(Refused):
    """It was closed as no safety event."""

    slug: ClassVar[str] = "no-safety-event"
    message: ClassVar[str] = N_("{ref} was closed: no safety event ({why}).")
    hint: ClassVar[str] = N_("Take that back first: repplan history {ref}")
    ref: str
    why: str


@dataclass(eq=False)
class ClockRuns(Refused):
    """A safety clock can't be put off: the deadline is the policy's."""

    slug: ClassVar[str] = "clock-runs"
    message: ClassVar[str] = N_("“{what}” is a safety clock ({ref}): a clock can't be put off.")
    hint: ClassVar[str] = N_("It stops when it is reported: repplan safety report {ref}")
    what: str
    ref: str


@dataclass(eq=False)
class ReportInstead(UsageProblem):
    """The ref is a safety report's: it isn't done, it is reported."""

    slug: ClassVar[str] = "report-instead"
    message: ClassVar[str] = N_("“{said}” is a safety report.")
    hint: ClassVar[str] = N_("Its clock stops with: repplan safety report {said}")
    said: str


@dataclass(eq=False)
class PatientNamed(Refused):
    """The words would tell who the patient is. ``masked`` is what may be kept."""

    slug: ClassVar[str] = "patient-named"
    message: ClassVar[str] = N_(
        "That could tell who the patient is ({rule}), so it isn't kept: say it like “{masked}”."
    )
    hint: ClassVar[str] = N_(
        "Of a patient only an age band and the sex are kept: --age-band 60-69 --sex female"
    )
    rule: str
    masked: str


def check_open(one: SafetyReport) -> None:
    """Raise Stands for what is reported, NoEvent for what was closed otherwise."""
    if one.reference:
        raise Stands(one.ref, one.reference)
    if not one.is_open:
        raise NoEvent(one.ref, one.why or "")


def check_clock(
    now: datetime, last: datetime | None, refused: type[ClockSetBack] = ClockSetBack
) -> None:
    """Raise ``refused`` where the clock stands before the latest that was written."""
    if last is not None and now < last - _SET_BACK:
        raise refused(f"{now:%Y-%m-%d %H:%M}", f"{last:%Y-%m-%d %H:%M}")


def due_after(heard: datetime, hours: float | None) -> datetime:
    """Return until when it is to be reported; ``hours`` None: at once."""
    return heard + timedelta(hours=hours or 0)


def heard_moment(day: date, at: time | None, opens: time, now: datetime) -> datetime:
    """Return when something was heard on a day: at that time, else as early as the day's work.

    Never after now. A deadline counted too early harms nobody.
    """
    return min(datetime.combine(day, at or opens).astimezone(), now)


def read_age_band(said: str) -> str:
    """Return the decade that an age or a band means. Raises: BadForm.

    >>> read_age_band("67"), read_age_band("60-69"), read_age_band("70s"), read_age_band("93")
    ('60-69', '60-69', '70-79', '90+')
    """
    match = _band().fullmatch(said.strip().casefold())
    if match is None:
        raise BadForm("age band", said, "60-69")
    first = int(match["first"])
    last = int(match["last"]) if match["last"] else first
    band = _decade(first)
    if first > _OLDEST or last < first or _decade(last) != band:
        raise BadForm("age band", said, "60-69")
    return band


def _decade(age: int) -> str:
    if age >= _TOGETHER_FROM:
        return f"{_TOGETHER_FROM}+"
    return f"{age // 10 * 10}-{age // 10 * 10 + 9}"


@cache
def _band() -> re.Pattern[str]:
    return re.compile(
        r"(?P<first>[0-9]{1,3})(?:\s*(?:-|–|~|～|至|到)\s*(?P<last>[0-9]{1,3}))?"
        r"\s*(?:s|\+|y|yo|years?(?: old)?|岁|多岁|几岁)?"
    )
