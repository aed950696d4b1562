"""Why somebody isn't in a plan: what refuses it, which door is shut, what would have to go."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.clock import minute_at
from repplan.i18n.clocks import minute_words
from repplan.i18n.daysshown import weekday_name
from repplan.i18n.phrases import listed
from repplan.routes.building import STANDING_WORTH
from repplan.routes.model import (
    CLASH,
    DAY_MIN,
    NO_ROOM,
    NO_RULE,
    NO_WINDOW,
    SKIPPED,
    TOO_FAR,
    WARNED,
    LeftOut,
)
from repplan.routes.problem import timed_day
from repplan.routes.words import gap_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repplan.routes.building import Frame, Made
    from repplan.routes.model import Prospect
    from repplan.routes.problem import Plan, Problem

_WEIGHED = 12
"""Of those for whom there was no room, so many are told what would have to go: the best."""


def left_out(
    made: Made, prospects: Sequence[Prospect], skipped: Sequence[Prospect], language: str
) -> tuple[LeftOut, ...]:
    """Return who isn't in the plan and why, what was agreed first, then the best."""
    problem, plan, frames = made.problem, made.plan, made.frames
    planned = {one for route in plan.routes for one in route}
    found: list[LeftOut] = []
    is_off = all(frame.off for frame in frames)
    order = sorted(
        (
            at
            for at, one in enumerate(prospects)
            # On days off nobody is left out.
            if at not in planned and (one.is_must or not is_off)
        ),
        key=lambda at: (not prospects[at].is_must, -prospects[at].score, prospects[at].key),
    )
    weighed = 0
    for at in order:
        one = prospects[at]
        told = _reason(problem, at, one, frames, language)
        if told is None:
            is_weighed = weighed < _WEIGHED and not one.is_must
            weighed += is_weighed
            gone = _instead_of(problem, plan, at) if is_weighed else ()
            said = beside(made, prospects, at) if one.is_must else ""
            if not one.is_must and not gone and _is_full(problem, plan, at):
                said = _("{n} a day at most").format(n=problem.days[0].most)
            told = LeftOut(
                one,
                CLASH if one.is_must else NO_ROOM,
                said,
                instead_of=tuple(prospects[each] for each in gone),
            )
        found.append(told)
    return (*found, *(LeftOut(one, SKIPPED) for one in skipped))


def why_not(made: Made, at: int, one: Prospect) -> str | None:
    """Return why somebody can't be visited even alone, in words; None: they could."""
    told = _reason(made.problem, at, one, made.frames, "")
    return (told.said or _("there is no time for it")) if told else None


def _reason(
    problem: Problem, at: int, one: Prospect, frames: Sequence[Frame], language: str
) -> LeftOut | None:
    """Why somebody can't be visited even alone; None: they could."""
    if one.warned and not one.because:
        return LeftOut(one, WARNED, _("{reason}: --because").format(reason=one.warning))
    if any(timed_day(problem, index, (at,)) is not None for index in range(len(problem.days))):
        return None
    refused = one.refused or {}
    if refused and not one.starts:
        return LeftOut(one, NO_RULE, listed(dict.fromkeys(refused.values())))
    if not problem.candidates[at].windows:
        return LeftOut(one, NO_WINDOW, _door(one, frames, language))
    return LeftOut(one, TOO_FAR, _("too far for these hours"))


def _door(one: Prospect, frames: Sequence[Frame], language: str) -> str:
    """What is known of when the door is open; said of a pin that misses it, too."""
    if not one.door.account_id:
        return _("nobody knows where they work")
    at = one.pinned_at
    if one.visit is not None and at is not None and at + one.minutes > DAY_MIN:
        return _("it ends after midnight")
    late = [frame.bound for frame in frames
            if at is not None and frame.day in (one.starts or {}) and at < frame.bound]  # fmt: skip
    if late:
        return _("you are free at {time} only").format(time=minute_words(late[0]))
    taken = [gap for frame in frames for gap in frame.hours.gaps
             if at is not None and gap.first < at + one.minutes and at < gap.until]  # fmt: skip
    if taken:
        return gap_words(taken[0])
    if one.visit is not None and at is not None:
        return _("there is no time for it then")
    if at is not None:
        return _("nobody receives at {time}").format(time=minute_words(at))
    if one.remark:
        return one.remark
    if one.door.hours:
        return _("there: {hours}").format(hours=one.door.hours)
    if language and len(frames) == 1:
        return _("not on {weekday}").format(
            weekday=weekday_name(frames[0].day.isoweekday(), language)
        )
    return _("the door is shut on these days")


def beside(made: Made, prospects: Sequence[Prospect], at: int) -> str:
    """Return beside whom somebody has no place: the nearest of those that are planned that day."""
    one = prospects[at]
    mine = (
        one.pinned_at
        if one.pinned_at is not None
        else minute_at(one.visit.start_at if one.visit else None)
    )
    near: list[tuple[int, str, str]] = []
    for frame, visits in zip(made.frames, made.plan.days, strict=True):
        for visit in visits:
            other = prospects[visit.candidate]
            minute = frame.hours.outer(visit.starts, is_start=True)
            if mine is not None and frame.day in (one.starts or {}) and other.is_must:
                near.append((abs(minute - mine), other.short_name, minute_words(minute)))
    if not near:
        return _("there is no time for it beside what is planned")
    _far, name, clock = min(near)
    return _("too close to {name} at {time}").format(name=name, time=clock)


def _is_full(problem: Problem, plan: Plan, at: int) -> bool:
    """Whether each day on which somebody could be visited has as many visits as it may."""
    days = {window.day for window in problem.candidates[at].windows}
    return all(
        len(plan.routes[day]) >= (problem.days[day].most or len(plan.routes[day]) + 1)
        for day in days
    )


def _instead_of(problem: Problem, plan: Plan, at: int) -> tuple[int, ...]:
    """The one of least worth whose place would be enough; empty: no one's alone is."""
    best: tuple[int, int] | None = None
    for index, route in enumerate(plan.routes):
        if not any(window.day == index for window in problem.candidates[at].windows):
            continue
        for gone in route:
            each = problem.candidates[gone]
            is_kept = each.is_must or each.worth >= STANDING_WORTH[1]
            if is_kept or (best is not None and each.worth >= best[0]):
                continue
            left = [one for one in route if one != gone]
            if any(timed_day(problem, index, tried) for tried in _with(left, at)):
                best = (each.worth, gone)
    return (best[1],) if best else ()


def _with(route: Sequence[int], one: int) -> Iterator[tuple[int, ...]]:
    """Each route with one more visit, at each place."""
    for place in range(len(route) + 1):
        yield (*route[:place], one, *route[place:])
