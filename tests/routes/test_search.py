"""The search keeps every window and bound, loses nothing it was given, and repeats itself."""

from __future__ import annotations

from itertools import combinations, permutations, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from repplan.routes.problem import Candidate, Day, Plan, Problem, Visit, Window, timed_day
from repplan.routes.search import is_possible, plan_of, search

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONG_S = 60.0  # more than any of these rounds take: the rounds are the bound


@st.composite
def problems(
    draw: st.DrawFn, most_candidates: int = 12, most_days: int = 3, *, least_worth: int = 0
) -> Problem:
    """Draw problems with any travel, several windows, bounds, musts, and windows that never open."""
    places = draw(st.integers(1, 6))
    travel = [
        [0 if a == b else draw(st.integers(0, 40)) for b in range(places)] for a in range(places)
    ]
    days = tuple(
        Day(
            start=draw(st.integers(0, places - 1)),
            end=draw(st.integers(0, places - 1)),
            opens=draw(st.integers(0, 30)),
            closes=draw(st.integers(20, 200)),
            most=draw(st.none() | st.integers(0, 4)),
        )
        for _ in range(draw(st.integers(0, most_days)))
    )
    windows = (
        st.lists(
            st.builds(
                lambda day, opens, long: Window(day, opens, opens + long),
                st.integers(0, len(days) - 1),
                st.integers(0, 150),
                st.integers(-10, 80),
            ),
            max_size=5,
        )
        if days
        else st.just([])
    )
    candidates = tuple(
        Candidate(
            place=draw(st.integers(0, places - 1)),
            service=draw(st.integers(0, 30)),
            worth=draw(st.integers(least_worth, 50)),
            windows=tuple(draw(windows)),
            is_must=draw(st.integers(0, 4)) == 0,
        )
        for _ in range(draw(st.integers(0, most_candidates)))
    )
    return Problem(candidates, days, travel)


def faults(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield what a plan breaks, counted here from the definitions and not by the solver."""
    if len(plan.days) != len(problem.days):
        yield "not as many days"
    travelled = 0
    for index, (day, visits) in enumerate(zip(problem.days, plan.days, strict=True)):
        at, free = day.start, day.opens
        for visit in visits:
            way = problem.travel[at][problem.candidates[visit.candidate].place]
            travelled += way
            yield from faults_of_visit(problem, index, visit, free + way)
            at, free = problem.candidates[visit.candidate].place, visit.ends
        travelled += problem.travel[at][day.end]
        if visits and free + problem.travel[at][day.end] > day.closes:
            yield f"day {index} is too long"
        if day.most is not None and len(visits) > day.most:
            yield f"day {index} has too many"
    those = [visit.candidate for visits in plan.days for visit in visits]
    if len(those) > len(set(those)):
        yield "one is visited twice"
    if plan.worth != sum(problem.candidates[one].worth for one in those):
        yield "the worth is wrong"
    if plan.travel != travelled:
        yield "the travel is wrong"
    musts = {one for one, each in enumerate(problem.candidates) if each.is_must}
    if set(plan.missing) != musts - set(those):
        yield "the missing are wrong"


def faults_of_visit(problem: Problem, index: int, visit: Visit, soonest: int) -> Iterator[str]:
    """Yield what one visit breaks to which one can't come sooner than that."""
    who = problem.candidates[visit.candidate]
    if visit.arrives < soonest:
        yield f"{visit} arrives too early"
    if visit.starts < visit.arrives:
        yield f"{visit} starts before it arrives"
    if not any(
        each.day == index and each.opens <= visit.starts <= each.closes for each in who.windows
    ):
        yield f"{visit} starts outside of the windows"
    if visit.ends != visit.starts + who.service:
        yield f"{visit} isn't as long as its service"


@settings(max_examples=150, deadline=None)
@given(problem=problems(), seed=st.integers(0, 2**32))
def test_a_plan_breaks_nothing(problem: Problem, seed: int) -> None:
    """Whatever the problem, each window, service, day and bound is kept, once each."""
    plan = search(problem, budget_s=LONG_S, seed=seed, rounds=60)
    assert not list(faults(problem, plan))


@settings(max_examples=40, deadline=None)
@given(problem=problems(), seed=st.integers(0, 99))
def test_rounds_and_seed_repeat(problem: Problem, seed: int) -> None:
    """The same problem, seed and rounds give the same plan."""
    once = search(problem, budget_s=LONG_S, seed=seed, rounds=50)
    again = search(problem, budget_s=LONG_S, seed=seed, rounds=50)
    assert once == again
    assert not once.is_cut_short


@settings(max_examples=60, deadline=None)
@given(problem=problems(), seed=st.integers(0, 99), rounds=st.integers(0, 20))
def test_a_start_is_never_made_worse(problem: Problem, seed: int, rounds: int) -> None:
    """With a plan to start from, and however little effort, the result is no worse."""
    good = search(problem, budget_s=LONG_S, seed=seed, rounds=80)
    after = search(problem, budget_s=LONG_S, seed=seed + 1, rounds=rounds, start=good)
    assert after.rank >= good.rank
    assert not list(faults(problem, after))


@settings(max_examples=40, deadline=None)
@given(problem=problems())
def test_more_rounds_lose_nothing_of_the_first_plan(problem: Problem) -> None:
    """The first plan is there after no round at all, and rounds only add to it."""
    first = search(problem, budget_s=LONG_S, seed=1, rounds=0)
    assert not list(faults(problem, first))
    assert search(problem, budget_s=LONG_S, seed=1, rounds=40).rank >= first.rank


def orders(problem: Problem, most: int) -> Iterator[Sequence[Sequence[int]]]:
    """Yield all ways to give candidates to days, in every order."""
    everyone = range(len(problem.candidates))
    for count in range(min(most, len(problem.candidates)) + 1):
        for those in combinations(everyone, count):
            for days in product(range(len(problem.days)), repeat=count):
                parts = [
                    [one for one, day in zip(those, days, strict=True) if day == index]
                    for index in range(len(problem.days))
                ]
                yield from product(*(list(permutations(part)) for part in parts))


def best_rank(problem: Problem) -> tuple[int, int, int]:
    """Return the best rank there is, by trying all."""
    return max(
        plan_of(problem, routes).rank
        for routes in orders(problem, len(problem.candidates))
        if is_possible(problem, routes)
    )


def is_possible_empty(problem: Problem) -> bool:
    """Return whether each day can be travelled from its start to its end without a visit."""
    return all(timed_day(problem, index, ()) is not None for index in range(len(problem.days)))


@settings(max_examples=100, deadline=None)
@given(problem=problems(most_candidates=5, most_days=2, least_worth=1))
def test_tiny_problems_are_solved(problem: Problem) -> None:
    """With up to five candidates there is no better plan than the search's.

    Left out are days on which the direct way home takes too long: these take nobody, though by a
    detour one might be home in time.
    """
    assume(is_possible_empty(problem))
    plan = search(problem, budget_s=LONG_S, seed=1, rounds=600)
    assert plan.rank == best_rank(problem)


def line(
    windows: Sequence[Sequence[tuple[int, int]]], *, worth: int = 10, closes: int = 100
) -> Problem:
    """Return a problem of one day along a line: home at 0, a candidate each 10 minutes on."""
    size = range(len(windows) + 1)
    return Problem(
        candidates=tuple(
            Candidate(place, 5, worth, tuple(Window(0, a, b) for a, b in each))
            for place, each in enumerate(windows, 1)
        ),
        days=(Day(0, 0, 0, closes),),
        travel=[[10 * abs(a - b) for b in size] for a in size],
    )


@pytest.mark.parametrize(
    ("problem", "routes"),
    [
        pytest.param(Problem((), (), []), (), id="nothing at all"),
        pytest.param(Problem((), (Day(0, 0, 0, 10),), [[0]]), ((),), id="nobody"),
        pytest.param(Problem((Candidate(0, 1, 1, ()),), (), [[0]]), (), id="no days"),
        pytest.param(line([[]]), ((),), id="no window"),
        pytest.param(line([[(50, 40)]]), ((),), id="a window that closes before it opens"),
        pytest.param(line([[(90, 99)]]), ((),), id="home too late"),
        pytest.param(line([[(0, 5)]]), ((),), id="there too late"),
        pytest.param(line([[(0, 5), (40, 41)]]), ((0,),), id="the second window"),
        pytest.param(line([[(0, 100)], [(0, 100)]]), ((0, 1),), id="on the way out"),
        pytest.param(line([[(40, 100)], [(0, 30)]]), ((1, 0),), id="on the way back"),
        pytest.param(
            line([[(0, 10), (60, 70)], [(30, 35)]]), ((0, 1),), id="the earlier of two windows"
        ),
        pytest.param(
            line([[(0, 9), (60, 70)], [(30, 35)]]), ((1, 0),), id="the later of two windows"
        ),
        pytest.param(
            Problem((Candidate(0, 1, 1, (Window(0, 0, 9),)),), (Day(0, 0, 9, 5),), [[0]]),
            ((),),
            id="a day that ends before it begins",
        ),
    ],
)
def test_small_cases(problem: Problem, routes: tuple[tuple[int, ...], ...]) -> None:
    """What can be visited is, in the shortest order; what can't isn't."""
    plan = search(problem, budget_s=LONG_S, seed=1, rounds=100)
    assert not list(faults(problem, plan))
    assert {plan.routes, tuple(route[::-1] for route in plan.routes)} & {routes}


def test_a_must_outweighs_all_worth() -> None:
    """A must of no worth is kept where it costs everyone else."""
    worthy = [Candidate(1, 0, 1000, (Window(0, 10, 12),)) for _ in range(5)]
    must = Candidate(2, 0, 0, (Window(0, 10, 12),), is_must=True)
    travel = [[0, 10, 10], [10, 0, 10], [10, 10, 0]]
    plan = search(
        Problem((*worthy, must), (Day(0, 0, 0, 40),), travel), budget_s=LONG_S, seed=1, rounds=50
    )
    assert plan.routes == ((5,),)
    assert plan.missing == ()


def test_a_bound_of_visits_takes_the_worthiest() -> None:
    """With two visits at most, the two of most worth are made, not the nearest."""
    base = line([[(0, 500)]] * 4, closes=500)
    candidates = tuple(
        Candidate(one.place, one.service, worth, one.windows)
        for one, worth in zip(base.candidates, [1, 9, 2, 8], strict=True)
    )
    problem = Problem(candidates, (Day(0, 0, 0, 500, most=2),), base.travel)
    plan = search(problem, budget_s=LONG_S, seed=1, rounds=100)
    assert set(plan.routes[0]) == {1, 3}


def test_a_start_that_breaks_a_window_is_left_aside() -> None:
    """A plan of yesterday's windows is no start; nobody is visited outside of today's."""
    old, new = line([[(0, 50)], [(0, 50)]]), line([[(0, 5)], [(0, 50)]])
    start = search(old, budget_s=LONG_S, seed=1, rounds=20)
    plan = search(new, budget_s=LONG_S, seed=1, rounds=20, start=start)
    assert plan.routes == ((1,),)


def test_seconds_stop_it_and_it_says_so() -> None:
    """Without time there is the first plan, marked as cut short."""
    plan = search(line([[(0, 100)]] * 3), budget_s=0.0, seed=1, rounds=10)
    assert (plan.is_cut_short, plan.rounds, plan.worth) == (True, 0, 30)


def test_a_route_that_breaks_a_window_makes_no_plan() -> None:
    """Routes that can't be done are refused, not timed wrongly."""
    with pytest.raises(ValueError, match="day 0"):
        plan_of(line([[(0, 5)]]), [[0]])
