"""Routes are timed as early as may be, and only where every window and bound is kept."""

from __future__ import annotations

import pytest

from repplan.routes.problem import (
    Candidate,
    Day,
    Plan,
    Problem,
    Visit,
    Window,
    earliest,
    timed,
    timed_day,
    travel_of,
)

TRAVEL = [[0, 10, 25], [12, 0, 9], [20, 11, 0]]
NEAR = Candidate(1, 5, 7, (Window(0, 0, 20), Window(0, 40, 60), Window(1, 30, 30)))
FAR = Candidate(2, 5, 9, (Window(0, 30, 50),), is_must=True)
PROBLEM = Problem((NEAR, FAR), (Day(0, 0, 5, 100), Day(0, 1, 0, 40, most=1)), TRAVEL)


@pytest.mark.parametrize(
    ("day", "arrives", "starts"),
    [
        (0, -3, 0),
        (0, 0, 0),
        (0, 20, 20),
        (0, 21, 40),
        (0, 60, 60),
        (0, 61, None),
        (1, 0, 30),
        (1, 31, None),
        (2, 0, None),
    ],
)
def test_service_starts_in_the_first_window_that_is_open(
    day: int, arrives: int, starts: int | None
) -> None:
    """Who comes between two windows waits for the second; who comes after the last doesn't start."""
    assert earliest(NEAR, day, arrives) == starts


def test_a_window_that_never_opens_isnt_one() -> None:
    """A window that closes before it opens lets nobody in."""
    assert earliest(Candidate(0, 1, 1, (Window(0, 9, 3),)), 0, 0) is None


@pytest.mark.parametrize(
    ("index", "route", "visits"),
    [
        (0, (), ()),
        (0, (0,), (Visit(0, 15, 15, 20),)),
        (0, (0, 1), (Visit(0, 15, 15, 20), Visit(1, 29, 30, 35))),
        (0, (1, 0), (Visit(1, 30, 30, 35), Visit(0, 46, 46, 51))),
        (0, (0, 0), None),
        (1, (0,), (Visit(0, 10, 30, 35),)),
        (1, (1,), None),
        (1, (0, 1), None),
    ],
)
def test_a_day(index: int, route: tuple[int, ...], visits: tuple[Visit, ...] | None) -> None:
    """Each visit has its times; a route too long, too full or outside of the windows has none."""
    assert timed_day(PROBLEM, index, route) == visits


def test_a_day_ends_in_time() -> None:
    """What ends after the day closes can't be done; to the minute it can."""
    late = Problem((FAR,), (Day(0, 0, 0, 55),), TRAVEL)
    assert timed_day(late, 0, (0,)) == (Visit(0, 25, 30, 35),)
    assert timed_day(Problem((FAR,), (Day(0, 0, 0, 54),), TRAVEL), 0, (0,)) is None


def test_a_plan_counts() -> None:
    """Worth, travel one way and the other, and the musts that are missing."""
    whole = timed(PROBLEM, [(1,), (0,)])
    assert whole is not None
    assert (whole.worth, whole.travel, whole.missing) == (16, 25 + 20 + 10 + 0, ())
    assert whole.routes == ((1,), (0,))
    part = timed(PROBLEM, [(), (0,)], rounds=3, is_cut_short=True)
    assert part is not None
    assert (part.worth, part.missing, part.rounds, part.is_cut_short) == (7, (1,), 3, True)
    assert whole.rank > part.rank
    assert timed(PROBLEM, [(0,), (0,)]) is None


def test_travel_goes_both_ways_as_given() -> None:
    """There and back may differ."""
    assert travel_of(PROBLEM, 0, (0, 1)) == 10 + 9 + 20
    assert travel_of(PROBLEM, 0, (1, 0)) == 25 + 11 + 12


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Plan((), 1, 90, ()), Plan((), 99, 1, (0,))),
        (Plan((), 2, 90), Plan((), 1, 1)),
        (Plan((), 2, 8), Plan((), 2, 9)),
    ],
)
def test_plans_rank_by_missing_then_worth_then_travel(better: Plan, worse: Plan) -> None:
    """A must outweighs worth, and worth outweighs travel."""
    assert better.rank > worse.rank
