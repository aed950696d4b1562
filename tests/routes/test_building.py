"""From people and doors to a problem, and from its plan back to a day that can be driven.

What comes back is checked on the clock, minute by minute, from what went in: not by the solver.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from repplan.routes.building import (
    Frame,
    Ground,
    padded,
    problem_of,
    widened,
)
from repplan.routes.model import BUSY, CALL, DAY_MIN, LUNCH, DayRoute, Prospect, Span
from repplan.routes.problem import timed
from tests.routes.making import (
    CLOSES,
    MONDAY,
    OPENS,
    frame,
    ground,
    planned,
    prospect,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repplan.routes.model import Stop


def worked(frame: Frame, first: int, until: int) -> int:
    """Return how many minutes of a span are worked, counted one by one."""
    return sum(
        not any(gap.first <= minute < gap.until for gap in frame.hours.gaps)
        for minute in range(first, until)
    )


def faults(route: DayRoute, frame: Frame, where: Ground, index: int, slack: float) -> Iterator[str]:
    """Yield what can't be on a clock."""
    at, free = where.ends[index][0], None
    for stop in route.stops:
        one = stop.prospect
        way = where.minutes[at][where.spot_of[one.key]]
        yield from _stop_faults(stop, frame, way)
        before = route.leaves if free is None else free
        if before is None or stop.leaves < before:
            yield f"{one.key} is left for before the visit before it ends"
        with_slack = padded(way, slack)
        if worked(frame, stop.leaves if free is None else free, stop.starts) < with_slack:
            yield f"{one.key} has no slack on the way"
        at, free = where.spot_of[one.key], stop.ends
    if free is None or route.back is None:
        return
    if route.back_travel != where.minutes[at][where.ends[index][1]]:
        yield "the way back is another one"
    if worked(frame, free, route.back) < route.back_travel:
        yield "one is back before one can be"
    if route.back > frame.hours.closes:
        yield "one is back too late"
    if route.leaves is None or route.leaves < frame.hours.opens:
        yield "one leaves too early"


def _stop_faults(stop: Stop, frame: Frame, way: int) -> Iterator[str]:
    one, gaps = stop.prospect, frame.hours.gaps
    if not stop.leaves <= stop.arrives <= stop.starts < stop.ends:
        yield f"{one.key} isn't in order"
    if stop.travel != way or worked(frame, stop.leaves, stop.arrives) < way:
        yield f"{one.key} is reached too soon"
    if stop.ends - stop.starts != one.minutes:
        yield f"{one.key} isn't as long as it is"
    if any(gap.first < stop.ends and stop.starts < gap.until for gap in gaps):
        yield f"{one.key} is interrupted"
    if any(gap.first <= stop.leaves < gap.until for gap in gaps) and way:
        yield f"{one.key} is left for in a gap"
    spans = (one.starts or {}).get(frame.day, ())
    if not any(first <= stop.starts <= last for first, last in spans):
        yield f"{one.key} starts when the door is shut"
    if not one.is_must and not (frame.bare.opens <= stop.starts and stop.ends <= frame.bare.closes):
        yield f"{one.key} is outside the working hours"
    if stop.slack < 0 or stop.wait < 0:
        yield f"{one.key} has less than no slack"


@st.composite
def tasks(
    draw: st.DrawFn,
) -> tuple[list[Prospect], list[Frame], Ground, int, float]:
    """Draw people with doors, days with gaps, a table of ways, a limit and a slack."""
    days = draw(st.integers(1, 2))
    count = draw(st.integers(1, 6))
    minutes = [
        [0 if a == b else draw(st.sampled_from([0, 3, 12, 25, 50])) for b in range(4)]
        for a in range(4)
    ]
    gaps = st.lists(
        st.builds(
            lambda first, long, kind: Span(first, first + long, kind, kind),
            st.integers(7 * 60, 18 * 60),
            st.integers(1, 120),
            st.sampled_from([BUSY, CALL, LUNCH]),
        ),
        max_size=3,
    )
    frames = [
        frame(at, draw(gaps), (draw(st.sampled_from([OPENS, 643])), CLOSES)) for at in range(days)
    ]
    door = st.lists(
        st.builds(
            lambda first, long: (first, first + long), st.integers(400, 1100), st.integers(0, 300)
        ),
        min_size=1,
        max_size=2,
    ).map(tuple)
    people = []
    for one in range(count):
        on = draw(st.sets(st.integers(0, days - 1), min_size=1))
        at = draw(st.none() | st.integers(7 * 60, 19 * 60)) if draw(st.booleans()) else None
        starts = {MONDAY + timedelta(day): ((at, at),) if at else draw(door) for day in sorted(on)}
        people.append(
            prospect(str(one), starts, minutes=draw(st.sampled_from([7, 20, 45])), at=at,
                     points=draw(st.integers(0, 9)), is_must=at is not None)
        )  # fmt: skip
    spot_of = {one.key: draw(st.integers(1, 4)) for one in people}
    people = [
        prospect(one.key, one.starts or {}, minutes=one.minutes, points=one.score,
                 at=one.pinned_at, is_must=one.is_must, is_unplaced=spot_of[one.key] == 4)
        for one in people
    ]  # fmt: skip
    where = ground(minutes, spot_of, days)
    slack = draw(st.sampled_from([0.0, 0.15, 0.3]))
    frames = [widened(each, at, where, people, slack) for at, each in enumerate(frames)]
    return people, frames, where, draw(st.integers(1, 6)), slack


@settings(max_examples=150, deadline=None)
@given(task=tasks(), seed=st.integers(0, 99))
def test_a_day_can_be_driven(
    task: tuple[list[Prospect], list[Frame], Ground, int, float], seed: int
) -> None:
    """On the clock each door is open, no gap is worked, no way is shorter than it is."""
    people, frames, where, most, slack = task
    _problem, plan, routes = planned(people, frames, where, most=most, slack=slack, seed=seed)
    found = [
        fault
        for index, (route, each) in enumerate(zip(routes, frames, strict=True))
        for fault in faults(route, each, where, index, slack)
    ]
    assert not found
    those = [stop.prospect.key for route in routes for stop in route.stops]
    assert len(those) == len(set(those)) == sum(map(len, plan.days))


@settings(max_examples=100, deadline=None)
@given(task=tasks(), seed=st.integers(0, 99))
def test_rounding_breaks_nothing(
    task: tuple[list[Prospect], list[Frame], Ground, int, float], seed: int
) -> None:
    """On the grid or not: the starts that are told are a plan of the same problem, too."""
    people, frames, where, most, slack = task
    problem, plan, routes = planned(people, frames, where, most=most, slack=slack, seed=seed)
    for index, (route, each) in enumerate(zip(routes, frames, strict=True)):
        starts = [each.hours.inner(stop.starts) for stop in route.stops]
        for visit, start in zip(plan.days[index], starts, strict=True):
            windows = problem.candidates[visit.candidate].windows
            assert start >= visit.starts
            assert any(w.day == index and w.opens <= start <= w.closes for w in windows)
        for (one, begun), (other, start) in pairwise(zip(plan.days[index], starts, strict=True)):
            a, b = problem.candidates[one.candidate], problem.candidates[other.candidate]
            assert begun + a.service + problem.travel[a.place][b.place] <= start
        if starts:
            last = problem.candidates[plan.days[index][-1].candidate]
            home = problem.travel[last.place][problem.days[index].end]
            assert starts[-1] + last.service + home <= problem.days[index].closes


@settings(max_examples=60, deadline=None)
@given(task=tasks())
def test_what_is_agreed_alone_always_fits(
    task: tuple[list[Prospect], list[Frame], Ground, int, float],
) -> None:
    """A day is widened so far that any one agreed visit that no gap takes can be driven to."""
    people, frames, where, most, slack = task
    problem = problem_of(people, frames, where, most=most, slack=slack)
    for at, one in enumerate(people):
        if not one.is_must or one.pinned_at is None:
            continue
        for index, each in enumerate(frames):
            day = each.hours
            is_there = each.day in (one.starts or {})
            is_cut = any(
                gap.first < one.pinned_at + one.minutes and one.pinned_at < gap.until
                for gap in day.gaps
            )
            # From midnight to midnight there is no wider day.
            assume(day.opens > 0 and day.closes < DAY_MIN)
            if is_there and not is_cut:
                routes = [[at] if where_ == index else [] for where_ in range(len(frames))]
                assert timed(problem, routes) is not None
