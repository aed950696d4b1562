"""Where one more visit fits into a tour: as trying every gap by the clock says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from repplan.routes.ground import Ground
from repplan.routes.insertion import fits, refit, tour_of
from repplan.routes.problem import Candidate, Day, Problem, Window, timed_day
from tests.routes.test_search import problems

if TYPE_CHECKING:
    from collections.abc import Sequence


def shift(problem: Problem, index: int, route: Sequence[int], gap: int, one: int) -> int | None:
    """Return how much later one is at the next stop, or the day's end; None: it can't be."""
    visits = timed_day(problem, index, (*route[:gap], one, *route[gap:]))
    before = timed_day(problem, index, route)
    if visits is None or before is None:
        return None
    if gap < len(route):
        return visits[gap + 1].arrives - before[gap].arrives
    return _back(problem, index, (*route, one)) - _back(problem, index, route)


def _back(problem: Problem, index: int, route: Sequence[int]) -> int:
    visits = timed_day(problem, index, route)
    assert visits is not None
    day = problem.days[index]
    at = problem.candidates[route[-1]].place if route else day.start
    return (visits[-1].ends if visits else day.opens) + problem.travel[at][day.end]


def shifts(problem: Problem, index: int, route: Sequence[int], one: int) -> dict[int, int]:
    """Return gap → shift, of the gaps that hold one more visit."""
    tried = {gap: shift(problem, index, route, gap, one) for gap in range(len(route) + 1)}
    return {gap: each for gap, each in tried.items() if each is not None}


@given(problems(), st.integers(0, 99))
@settings(max_examples=300, deadline=None)
def test_fits_where_the_clock_says(problem: Problem, number: int) -> None:
    """Of any windows, lunch between them or not: who fits, and where that shifts the rest least."""
    if not problem.days:
        return
    # Without a limit, which isn't a tour's to keep.
    days = tuple(Day(day.start, day.end, day.opens, day.closes) for day in problem.days)
    free = Problem(problem.candidates, days, problem.travel)
    index = number % len(days)
    if timed_day(free, index, ()) is None:
        return
    route: list[int] = []
    for one in range(0, len(free.candidates), 2):
        open_gaps = shifts(free, index, route, one)
        if open_gaps:
            route.insert(list(open_gaps)[number % len(open_gaps)], one)
    ground = Ground(free)
    tour = tour_of(ground, index, route)
    assert tour is not None
    others = [one for one in range(len(free.candidates)) if one not in route]
    found = fits(ground, index, others, tour)
    for one in others:
        open_gaps = shifts(free, index, route, one)
        assert (one in found) == bool(open_gaps)
        if open_gaps:
            assert found[one][0] == open_gaps[found[one][1]] == min(open_gaps.values())


def test_lunch_between_two_windows() -> None:
    """Nobody begins a visit that lunch would cut: they wait, and what comes first is done by then."""
    halves = (Window(0, 0, 200), Window(0, 210, 500))
    problem = Problem(
        (Candidate(1, 10, 5, halves), Candidate(2, 10, 5, (Window(0, 180, 180),))),
        (Day(0, 0, 0, 600),),
        ((0, 10, 10), (10, 0, 15), (10, 15, 0)),
    )
    ground = Ground(problem)
    assert not ground.several[0]
    before = tour_of(ground, 0, [1])
    assert before is not None
    # Before the other: there 25 later. Behind it: there at 205, begun at 210, home 30 later.
    assert fits(ground, 0, [0], before)[0] == (25, 0)
    assert shifts(problem, 0, [1], 0) == {0: 25, 1: 30}
    after = tour_of(ground, 0, [1, 0])
    assert after is not None
    assert after.leaves == [0, 190, 220]
    assert after.latest == [180, 500, 600]
    early = tour_of(ground, 0, [0, 1])
    assert early is not None
    assert early.latest == [155, 180, 600]


def test_three_windows_are_kept_apart() -> None:
    """With more than two windows, each gap between them is one."""
    three = (Window(0, 0, 50), Window(0, 100, 150), Window(0, 200, 250))
    problem = Problem(
        (Candidate(1, 10, 5, three), Candidate(2, 60, 5, (Window(0, 100, 100),))),
        (Day(0, 0, 0, 600),),
        ((0, 10, 10), (10, 0, 10), (10, 10, 0)),
    )
    ground = Ground(problem)
    tour = tour_of(ground, 0, [1, 0])
    assert tour is not None
    assert tour.leaves == [0, 160, 210]
    alone = tour_of(ground, 0, [1])
    assert alone is not None
    known = fits(ground, 0, [0], alone)
    assert known == {0: (20, 0)}
    assert refit(ground, 0, known, alone, 0) == known
