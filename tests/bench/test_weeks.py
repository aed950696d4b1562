"""The weeks that engines are measured on are the same each time, and no wrong plan counts."""

from __future__ import annotations

import pytest

from bench.engines import faults
from bench.rep_weeks import LUNCH, week
from bench.weeks import rest_of_week
from repplan.records import replace
from repplan.routes.problem import Plan, Problem, timed
from repplan.routes.search import search


@pytest.fixture(scope="module")
def problem() -> Problem:
    """A week of 60 candidates."""
    return week(60, 1)


@pytest.fixture(scope="module")
def plan(problem: Problem) -> Plan:
    """A plan of it that breaks nothing."""
    found = search(problem, budget_s=60, seed=1, rounds=50)
    assert faults(problem, found) == []
    return found


def test_a_week_comes_out_the_same(problem: Problem) -> None:
    """A size and a seed make one week, another seed another."""
    assert week(60, 1) == problem
    assert week(60, 2) != problem


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_all_that_is_agreed_can_be_kept(seed: int) -> None:
    """Appointments of a week go together, and nobody's visit lies across lunch."""
    made = week(120, seed)
    musts = [one for one, each in enumerate(made.candidates) if each.is_must]
    assert musts
    routes = [
        sorted(
            (one for one in musts if made.candidates[one].windows[0].day == day),
            key=lambda one: made.candidates[one].windows[0].opens,
        )
        for day in range(len(made.days))
    ]
    assert timed(made, routes) is not None
    across = [
        window
        for each in made.candidates
        for window in each.windows
        if window.opens < LUNCH < window.closes + each.service
    ]
    assert across == []


def test_a_wrong_plan_is_caught(problem: Problem, plan: Plan) -> None:
    """One visited twice, a visit too early or too long, and a wrong sum are all faults."""
    day = next(index for index, visits in enumerate(plan.days) if len(visits) > 1)
    first, second, *rest = plan.days[day]
    for wrong in (
        (first, first, *rest),
        (second, first, *rest),
        (replace(first, starts=first.starts - 500), second, *rest),
        (replace(first, ends=first.ends + 1), second, *rest),
    ):
        days = (*plan.days[:day], wrong, *plan.days[day + 1 :])
        assert faults(problem, replace(plan, days=days))
    assert faults(problem, replace(plan, worth=plan.worth + 1))
    assert faults(problem, replace(plan, travel=plan.travel - 1))
    assert faults(problem, replace(plan, missing=(0,)))


def test_what_is_left_at_noon_holds_what_still_stands(problem: Problem, plan: Plan) -> None:
    """The rest of the week begins where the rep is, without who was seen and who fell through."""
    left, start, lost = rest_of_week(problem, plan)
    assert start is not None
    assert faults(left, start) == []
    assert lost is not None
    gone = len(problem.candidates) - len(left.candidates)
    done = [visit.candidate for visit in plan.days[0][: gone - 1]]
    assert left.days[0].opens >= LUNCH
    assert start.missing == ()
    assert start.worth == plan.worth - sum(problem.candidates[one].worth for one in (*done, lost))
