"""What the solver takes and gives: an orienteering problem with time windows, over several days.

Nothing here knows a store, a provider or a calendar. Whole numbers all through; times, services and
travel share one unit (minutes for a rep's week, tenths of a unit for the benchmarks).

Source: the team orienteering problem with time windows, Vansteenwegen, Souffriau, Van Oudheusden,
"The orienteering problem: a survey", EJOR 209 (2011), with several windows a candidate.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Window:
    """When service may start on one day: from ``opens`` to ``closes``, both included.

    ``day`` is an index of ``Problem.days``; times count from that day's own zero.
    """

    day: int
    opens: int
    closes: int


@dataclass(frozen=True)
class Candidate:
    """One who may be visited, once in the whole plan, in any one of the windows.

    ``place`` is a row of ``Problem.travel``; ``worth`` isn't negative. ``is_must``: what was agreed
    or pinned, which no worth outweighs.
    """

    place: int
    service: int
    worth: int
    windows: tuple[Window, ...]
    is_must: bool = False


@dataclass(frozen=True)
class Day:
    """One tour: leaves ``start`` at ``opens`` or later, is at ``end`` by ``closes``.

    ``start`` and ``end`` are rows of ``Problem.travel``. ``most``: so many visits at most, None: any.
    """

    start: int
    end: int
    opens: int
    closes: int
    most: int | None = None


@dataclass(frozen=True)
class Problem:
    """Candidates, days, and the travel between places.

    ``travel[a][b]`` takes one from place a to place b; it needn't be symmetric.
    """

    candidates: tuple[Candidate, ...]
    days: tuple[Day, ...]
    travel: Sequence[Sequence[int]]


@dataclass(frozen=True)
class Visit:
    """One visit of a plan: whose (an index of ``Problem.candidates``), and its times."""

    candidate: int
    arrives: int
    starts: int
    ends: int


@dataclass(frozen=True)
class Plan:
    """A solution: for each day its visits in order. Better is: fewer missing, more worth, less travel.

    ``missing`` are musts that found no place. ``rounds`` is the effort spent; ``is_cut_short``:
    the seconds ran out before the effort was spent, so another machine may find another plan.
    """

    days: tuple[tuple[Visit, ...], ...]
    worth: int
    travel: int
    missing: tuple[int, ...] = ()
    rounds: int = 0
    is_cut_short: bool = False

    @property
    def routes(self) -> tuple[tuple[int, ...], ...]:
        """For each day the candidates in order, without times."""
        return tuple(tuple(visit.candidate for visit in day) for day in self.days)

    @property
    def rank(self) -> tuple[int, int, int]:
        """What plans are compared by: the greatest is the best."""
        return (-len(self.missing), self.worth, -self.travel)


def timed(
    problem: Problem,
    routes: Sequence[Sequence[int]],
    *,
    rounds: int = 0,
    is_cut_short: bool = False,
) -> Plan | None:
    """Return the plan that these routes make, each visit as early as it may be; None: they can't.

    Starting each as early as possible leaves the most room for what follows, so a route is
    possible if and only if it is possible so.
    """
    seen: set[int] = set()
    days: list[tuple[Visit, ...]] = []
    travelled = 0
    for index, route in enumerate(routes):
        visits = timed_day(problem, index, route)
        if visits is None or not seen.isdisjoint(route):
            return None
        seen.update(route)
        days.append(visits)
        travelled += travel_of(problem, index, route)
    candidates = problem.candidates
    return Plan(
        days=tuple(days),
        worth=sum(candidates[one].worth for one in seen),
        travel=travelled,
        missing=tuple(
            one for one, each in enumerate(candidates) if each.is_must and one not in seen
        ),
        rounds=rounds,
        is_cut_short=is_cut_short,
    )


def timed_day(problem: Problem, index: int, route: Sequence[int]) -> tuple[Visit, ...] | None:
    """Return a day's visits with their times; None where the route breaks a window or a bound."""
    day = problem.days[index]
    if day.most is not None and len(route) > day.most:
        return None
    if len(set(route)) < len(route):
        return None
    visits: list[Visit] = []
    at, now = day.start, day.opens
    for one in route:
        candidate = problem.candidates[one]
        arrives = now + problem.travel[at][candidate.place]
        starts = earliest(candidate, index, arrives)
        if starts is None:
            return None
        now = starts + candidate.service
        visits.append(Visit(one, arrives, starts, now))
        at = candidate.place
    return tuple(visits) if now + problem.travel[at][day.end] <= day.closes else None


def earliest(candidate: Candidate, day: int, arrives: int) -> int | None:
    """Return when service starts for one who arrives then; None: too late for that day."""
    return min(
        (
            max(arrives, window.opens)
            for window in candidate.windows
            if window.day == day and arrives <= window.closes and window.opens <= window.closes
        ),
        default=None,
    )


def travel_of(problem: Problem, index: int, route: Sequence[int]) -> int:
    """Return the travel of one day's route, from its start to its end."""
    day = problem.days[index]
    places = [day.start, *(problem.candidates[one].place for one in route), day.end]
    return sum(problem.travel[a][b] for a, b in pairwise(places))
