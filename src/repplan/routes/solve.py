"""One way to a plan: the search, and PyVRP behind it where that is installed."""

from __future__ import annotations

import time
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

from repplan.records import replace
from repplan.routes.search import search

if TYPE_CHECKING:
    from repplan.routes.problem import Plan, Problem

    Engine = Literal["search", "pyvrp"]

_AT_ONCE = 150  # rounds of the search for effort 0: a fraction of a second for a day
_ROUNDS = 800  # rounds of the search for each effort above: half a second to one for a week
_ITERATIONS = 4000  # and of PyVRP, where it is installed: about as long
_SEARCHED = 0.5  # where only seconds are given, so much of them goes to the search
_SHORT_S, _SEARCHED_SHORT = 4.0, 0.85  # and of few seconds more: PyVRP needs some to warm up


def solve(
    problem: Problem,
    budget_s: float,
    seed: int,
    *,
    effort: int | None = None,
    engine: Engine | None = None,
    start: Plan | None = None,
) -> Plan:
    """Return the best plan found, never worse than ``start``.

    ``effort`` is a count: the same problem, seed and effort give the same plan on any machine that
    has the same engine, and the seconds are a stop only. Effort 0 is the search alone and at once;
    each one above adds rounds of the search and, with PyVRP, as much time of that. Without an
    effort the seconds are all used. ``engine`` None takes PyVRP where that is installed.

    Musts that are impossible stand in ``missing``, as do those that don't go together with others.
    """
    begun = time.perf_counter()
    if engine is None:
        engine = "pyvrp" if effort != 0 and find_spec("pyvrp") is not None else "search"
    rounds = None if effort is None else effort * _ROUNDS or _AT_ONCE
    if engine == "search" or not problem.days:
        return search(problem, budget_s=budget_s, seed=seed, rounds=rounds, start=start)
    from repplan.routes.polish import polish

    share = 1.0
    if rounds is None:
        share = _SEARCHED_SHORT if budget_s < _SHORT_S else _SEARCHED
    found = search(problem, budget_s=budget_s * share, seed=seed, rounds=rounds, start=start)
    polished = polish(
        problem,
        found,
        budget_s=budget_s - (time.perf_counter() - begun),
        seed=seed,
        iterations=None if effort is None else max(1, effort) * _ITERATIONS,
    )
    best = max(polished, found, key=lambda plan: plan.rank)
    is_cut_short = found.is_cut_short or polished.is_cut_short
    return replace(best, is_cut_short=is_cut_short, rounds=polished.rounds)
