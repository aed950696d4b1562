"""PyVRP's plans are ours: they keep every window and bound, lose nothing, and come out the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.engines import faults
from repplan.routes.problem import Candidate, Day, Plan, Problem, Window, timed
from repplan.routes.search import search

pytest.importorskip("pyvrp", reason="the extra `route` isn't installed")

from repplan.routes.polish import Way, mended, polish, ways

LONG_S = 60.0  # more than any of these rounds take: the rounds are the bound
ROUNDS = 40


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Draw problems with one-way streets, long corridors, several windows, musts and bounds."""
    places = draw(st.integers(1, 5))
    travel = [[draw(st.integers(0, 40)) for _ in range(places)] for _ in range(places)]
    place = st.integers(0, places - 1)
    opens = draw(st.integers(-50, 30))
    days = tuple(
        Day(
            start=draw(place),
            end=draw(place),
            opens=opens + draw(st.integers(0, 10)),
            closes=opens + draw(st.integers(10, 200)),
            most=draw(st.none() | st.integers(0, 4)),
        )
        for _ in range(draw(st.integers(1, 3)))
    )
    daily = st.builds(
        lambda first, long: [Window(day, first, first + long) for day in range(len(days))],
        st.integers(-60, 150),
        st.integers(0, 200),
    )
    odd = st.lists(
        st.builds(
            lambda day, first, long: Window(day, first, first + long),
            st.integers(0, len(days) - 1),
            st.integers(-60, 150),
            st.integers(-10, 80),
        ),
        max_size=5,
    )
    candidates = tuple(
        Candidate(
            place=draw(place),
            service=draw(st.integers(0, 30)),
            worth=draw(st.integers(0, 50)),
            windows=tuple(draw(daily | odd)),
            is_must=draw(st.integers(0, 3)) == 0,
        )
        for _ in range(draw(st.integers(0, 10)))
    )
    return Problem(candidates, days, travel)


@settings(max_examples=80, deadline=None)
@given(problem=problems(), seed=st.integers(0, 2**31))
def test_a_polished_plan_breaks_nothing(problem: Problem, seed: int) -> None:
    """Whatever the problem, windows, services, days and bounds are kept, with or without a start."""
    assert (
        faults(problem, polish(problem, None, budget_s=LONG_S, seed=seed, iterations=ROUNDS)) == []
    )
    start = search(problem, budget_s=LONG_S, seed=seed, rounds=5)
    plan = polish(problem, start, budget_s=LONG_S, seed=seed, iterations=ROUNDS)
    assert faults(problem, plan) == []
    assert plan.rank >= start.rank
    assert not set(plan.missing) - set(start.missing)


@settings(max_examples=30, deadline=None)
@given(problem=problems(), seed=st.integers(0, 2**31))
def test_the_same_seed_and_rounds_make_the_same_plan(problem: Problem, seed: int) -> None:
    """A plan depends on the problem, the start, the seed and the rounds, and on nothing else."""
    start = search(problem, budget_s=LONG_S, seed=seed, rounds=5)
    first, again = (
        polish(problem, start, budget_s=LONG_S, seed=seed, iterations=ROUNDS) for _ in range(2)
    )
    assert first == again
    assert not first.is_cut_short


def ring(number: int, days: int = 1, *, closes: int = 100) -> Problem:
    """Return candidates on a ring, 10 from one to the next, all worth 1; place 0 is the start."""
    size = number + 1
    travel = [[10 * min((a - b) % size, (b - a) % size) for b in range(size)] for a in range(size)]
    windows = tuple(Window(day, 0, closes) for day in range(days))
    candidates = tuple(Candidate(place, 0, 1, windows) for place in range(1, size))
    return Problem(candidates, tuple(Day(0, 0, 0, closes) for _ in range(days)), travel)


def test_a_bad_order_is_put_right() -> None:
    """From a start that criss-crosses, all on the ring are visited, in order."""
    problem = ring(9)
    start = timed(problem, [[4, 0]])
    assert start is not None
    plan = polish(problem, start, budget_s=LONG_S, seed=1, iterations=200)
    assert plan.worth == 9
    assert plan.travel == 100


def test_each_is_visited_once_over_several_days() -> None:
    """Two days of half the length share the ring."""
    plan = polish(ring(8, 2, closes=80), None, budget_s=LONG_S, seed=1, iterations=300)
    assert sorted(one for route in plan.routes for one in route) == list(range(8))


def test_a_must_outweighs_any_worth() -> None:
    """A must that the start holds stays, though much worth lies the other way."""
    problem = Problem(
        (
            Candidate(1, 10, 0, (Window(0, 0, 30), Window(0, 60, 90)), is_must=True),
            Candidate(2, 10, 1000, (Window(0, 0, 90),)),
        ),
        (Day(0, 0, 0, 120),),
        [[0, 40, 40], [40, 0, 80], [40, 80, 0]],
    )
    start = timed(problem, [[0]])
    for given_start in (start, None):
        plan = polish(problem, given_start, budget_s=LONG_S, seed=1, iterations=100)
        assert plan.routes == ((0,),)


def test_a_must_that_never_opens_is_missing_and_costs_the_others_nothing() -> None:
    """An impossible must doesn't keep the possible visits out."""
    problem = ring(4)
    shut = Candidate(1, 10, 5, (Window(0, 200, 300),), is_must=True)
    plan = polish(
        Problem((*problem.candidates, shut), problem.days, problem.travel),
        None,
        budget_s=LONG_S,
        seed=1,
        iterations=100,
    )
    assert plan.missing == (4,)
    assert plan.worth == 4


def test_seconds_cut_it_short_and_keep_the_start() -> None:
    """With no time at all, the start comes back, and says that the rounds weren't done."""
    problem = ring(5)
    start = timed(problem, [[2]])
    assert start is not None
    plan = polish(problem, start, budget_s=0.0, seed=1, iterations=50)
    assert plan.routes == start.routes
    assert plan.is_cut_short


def test_a_start_that_breaks_a_bound_is_left_aside() -> None:
    """What can't be done is no plan to begin with, nor to come back with."""
    problem = ring(4)
    start = timed(problem, [[0, 2]])
    assert start is not None
    shorter = Problem(problem.candidates, (Day(0, 0, 0, 50),), problem.travel)
    plan = polish(shorter, start, budget_s=LONG_S, seed=1, iterations=50)
    assert faults(shorter, plan) == []
    assert plan.worth == 4


@pytest.mark.parametrize(
    ("windows", "number"),
    [
        pytest.param([(0, 10, 50), (1, 10, 50)], 1, id="alike"),
        pytest.param([(0, 10, 50), (1, 20, 50)], 2, id="opens-later"),
        pytest.param([(0, 10, 50), (0, 60, 80)], 2, id="noon"),
        pytest.param([(0, 10, 30), (0, 60, 80), (1, 10, 30), (1, 60, 80)], 2, id="noon-daily"),
        pytest.param([(0, -50, 95), (1, -9, 300)], 1, id="beyond-the-day"),
        pytest.param([(0, 50, 10), (1, 300, 400)], 0, id="never"),
        pytest.param([(2, 10, 50)], 0, id="a-day-without-visits"),
        pytest.param([(3, 10, 50)], 0, id="a-day-too-short-to-drive"),
    ],
)
def test_windows_alike_on_several_days_are_one_way(
    windows: list[tuple[int, int, int]], number: int
) -> None:
    """Windows that differ only in their day, or beyond the day's bounds, are one client."""
    problem = Problem(
        (Candidate(1, 10, 1, tuple(Window(*each) for each in windows)),),
        (Day(0, 0, 0, 100), Day(0, 0, 0, 90), Day(0, 0, 0, 100, most=0), Day(0, 1, 0, 3)),
        [[0, 5], [5, 0]],
    )
    found = ways(problem)
    assert len(found) == number
    assert {day for way in found for day in way.days} <= {0, 1}


def test_a_way_holds_for_all_its_days() -> None:
    """What two days leave open is narrowed to what both mean."""
    problem = Problem(
        (Candidate(0, 10, 1, (Window(0, -5, 90), Window(1, 0, 80))),),
        (Day(0, 0, 0, 100), Day(0, 0, 5, 80)),
        [[0]],
    )
    assert ways(problem) == (Way(0, (0, 0), (90, 100), frozenset([0, 1])),)


def test_what_a_day_cannot_hold_goes_musts_last() -> None:
    """Routes that break our clock lose the least worthy visit that helps, and no must."""
    windows = (Window(0, 0, 100),)
    problem = Problem(
        (
            Candidate(1, 30, 1, windows, is_must=True),
            Candidate(1, 30, 5, windows),
            Candidate(1, 5, 2, windows),
            Candidate(1, 30, 9, windows),
        ),
        (Day(0, 0, 0, 100),),
        [[0, 5], [5, 0]],
    )
    plan = mended(problem, [[0, 1, 2, 3]])
    assert plan.routes == ((0, 1, 3),)
    assert faults(problem, plan) == []


def test_no_day_and_nobody_make_an_empty_plan() -> None:
    """Nothing to plan is no error."""
    assert polish(Problem((), (), [[0]]), None, budget_s=1, seed=1) == Plan((), 0, 0)
    empty = polish(Problem((), (Day(0, 0, 0, 9),), [[0]]), None, budget_s=1, seed=1)
    assert empty.routes == ((),)
