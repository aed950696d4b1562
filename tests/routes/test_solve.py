"""One way to a plan: repeatable by effort, musts checked first, each engine's plan possible."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from repplan.routes.problem import Candidate, Day, Problem, Window, timed
from repplan.routes.solve import solve

if TYPE_CHECKING:
    from repplan.routes.solve import Engine

LINE = [[10 * abs(a - b) for b in range(6)] for a in range(6)]


def candidate(
    place: int, *, windows: tuple[tuple[int, int], ...], is_must: bool = False
) -> Candidate:
    """Return one on the first day, worth ten times its place."""
    return Candidate(
        place, 5, 10 * place, tuple(Window(0, a, b) for a, b in windows), is_must=is_must
    )


ALL = tuple(candidate(place, windows=((0, 50), (100, 130))) for place in range(1, 6))
PROBLEM = Problem(ALL, (Day(0, 0, 0, 150),), LINE)


ENGINES: list[Engine | None] = ["search", None]
if find_spec("pyvrp") is not None:
    ENGINES.append("pyvrp")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("effort", [0, 1])
def test_an_effort_repeats(effort: int, engine: Engine | None) -> None:
    """The same effort and seed give the same plan, whole and possible."""
    plan = solve(PROBLEM, 60.0, 3, effort=effort, engine=engine)
    assert plan == solve(PROBLEM, 60.0, 3, effort=effort, engine=engine)
    assert not plan.is_cut_short
    timed_again = timed(PROBLEM, plan.routes)
    assert timed_again is not None
    assert timed_again.rank == plan.rank


def test_seconds_alone_cut_short() -> None:
    """Without an effort the seconds end it, and the plan says so."""
    assert solve(PROBLEM, 0.02, 3, engine="search").is_cut_short


@pytest.mark.parametrize("engine", ENGINES)
def test_a_start_isnt_lost(engine: Engine | None) -> None:
    """What one was given is what one has at least."""
    good = solve(PROBLEM, 60.0, 3, effort=1, engine="search")
    assert solve(PROBLEM, 0.0, 4, start=good, engine=engine).rank >= good.rank


@pytest.mark.parametrize(
    ("must", "is_impossible"),
    [
        pytest.param(candidate(1, windows=((0, 5), (10, 10)), is_must=True), False, id="just"),
        pytest.param(candidate(1, windows=((0, 9),), is_must=True), True, id="closed by then"),
        pytest.param(candidate(5, windows=((96, 150),), is_must=True), True, id="home too late"),
        pytest.param(candidate(5, windows=((95, 150),), is_must=True), False, id="home in time"),
        pytest.param(candidate(1, windows=(), is_must=True), True, id="no window"),
        pytest.param(candidate(1, windows=((9, 3),), is_must=True), True, id="never opens"),
        pytest.param(candidate(1, windows=(), is_must=False), False, id="no must"),
    ],
)
def test_impossible_musts_are_named(must: Candidate, is_impossible: bool) -> None:
    """A must that can't be done alone is named, and missing from the plan; the rest is planned."""
    problem = Problem((*ALL[:2], must), PROBLEM.days, LINE)
    plan = solve(problem, 60.0, 1, effort=1, engine="search")
    assert plan.missing == ((2,) if is_impossible else ())
    assert {0, 1} <= set(plan.routes[0])


def test_a_must_is_impossible_on_a_day_without_room() -> None:
    """A day that takes no visits takes no must."""
    must = candidate(1, windows=((0, 50),), is_must=True)
    for days in ((Day(0, 0, 0, 150, most=0),), ()):
        assert solve(Problem((must,), days, LINE), 60.0, 1, effort=1).missing == (0,)
