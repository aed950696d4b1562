"""People, days and ways made by hand, for tests of what a plan is built from."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from repplan.day import Group, QueueItem, Term
from repplan.routes.building import (
    Frame,
    Ground,
    ground_of,
    problem_of,
    route_of,
    widened,
)
from repplan.routes.hours import hours_of
from repplan.routes.model import LUNCH, DayRoute, Door, Prospect, Span
from repplan.routes.search import search
from repplan.routes.travel import ESTIMATE, HOME, Legs, Spot, Travel
from repplan.visits.model import Visit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.routes.problem import Plan, Problem

MONDAY = date(2026, 11, 30)
OPENS, CLOSES = 8 * 60 + 30, 17 * 60 + 30
BASE = (OPENS, CLOSES)
TRAVEL = Travel(1.3, 30, 70, 10, 5, 6)
LONG_S = 60.0  # more than these rounds take


PLANNED = Visit(
    id="v", ref="v-1", account_id="a", department="", on_date="2026-11-30", start_at=None,
    minutes_planned=20, minutes=None, channel="in-person", purpose=None, heads=None, origin=None,
    state="planned", appointment=None, agreed_with=None, cancelled_by=None, objective_id=None,
    outcome=None, said=None, agreed=None, reading=None, rival=None, sample_text=None, next_on=None,
    typed=None,
)  # fmt: skip


def item(points: float) -> QueueItem:
    """Return something that makes somebody due, worth so many points."""
    why = (Term("score", points, 1),)
    return QueueItem("f-1", Group.PROMISES, "promise", "table", None, "", None, 0, why)


def prospect(
    key: str,
    starts: Mapping[date, tuple[tuple[int, int], ...]],
    *,
    minutes: int = 20,
    points: float = 1,
    at: int | None = None,
    is_must: bool = False,
    is_unplaced: bool = False,
    warned: str = "",
    because: str = "",
) -> Prospect:
    """Return somebody who may be visited; ``at`` is when they must be."""
    return Prospect(
        key, None, key, Door("a", "Mercy"), minutes,
        items=(item(points),), pinned_at=at, is_must=is_must, is_firm=is_must,
        is_unplaced=is_unplaced, starts=starts, warned=warned, because=because,
    )  # fmt: skip


def frame(
    at: int = 0, spans: Sequence[Span] = (), base: tuple[int, int] = BASE, off: str = ""
) -> Frame:
    """Return a day's frame; what of the spans isn't lunch is cut out of its bare hours, too."""
    bare = hours_of(*base, [one for one in spans if one.kind != LUNCH])
    return Frame(MONDAY + timedelta(at), hours_of(*base, spans), bare, "home", "home", off)


def ground(minutes: Sequence[Sequence[int]], spot_of: Mapping[str, int], days: int = 1) -> Ground:
    """Return a ground with a table of minutes; each day begins and ends at its first spot."""
    spots = [Spot(40 + at, -80.0, HOME if not at else f"a{at}") for at in range(len(minutes))]
    home = spots[0]
    there = {key: spots[at] for key, at in spot_of.items() if at < len(spots)}
    people = [prospect(key, {}) for key in spot_of]

    def told(kept: Sequence[Spot]) -> Legs:
        rows = [spots.index(one) for one in kept]
        return Legs(
            [[minutes[a][b] for b in rows] for a in rows],
            [[ESTIMATE] * len(rows) for _ in rows],
        )

    return ground_of(people, there, [(home, home)] * days, TRAVEL, told)


def planned(
    people: Sequence[Prospect], frames: Sequence[Frame], where: Ground, *, most: int, slack: float,
    seed: int = 1, rounds: int = 12,
) -> tuple[Problem, Plan, list[DayRoute]]:  # fmt: skip
    """Return the problem of some days, a plan for it, and the days on the clock."""
    problem = problem_of(people, frames, where, most=most, slack=slack)
    plan = search(problem, budget_s=LONG_S, seed=seed, rounds=rounds)
    routes = [
        route_of(index, each, visits=plan.days[index], prospects=people, ground=where,
                 problem=problem, travel=TRAVEL)
        for index, each in enumerate(frames)
    ]  # fmt: skip
    return problem, plan, routes


TWO = [[0, 20], [20, 0]]


def one_day(
    people: Sequence[Prospect], spans: Sequence[Span] = (), slack: float = 0.15,
    base: tuple[int, int] = BASE, minutes: Sequence[Sequence[int]] = TWO,
) -> DayRoute:  # fmt: skip
    """Return the plan of one day for people who are all at the second spot."""
    where = ground(minutes, {one.key: 1 for one in people})
    each = widened(frame(0, spans, base), 0, where, people, slack)
    return planned(people, [each], where, most=9, slack=slack)[2][0]
