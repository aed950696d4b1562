"""A plan made better by PyVRP, the second tier of the solver; loaded only where it is installed.

The problem becomes a prize-collecting one: a vehicle a day, optional clients whose prize is their
worth, and the days' length as what is left to save. What comes back is timed by our own clock.

Sources: Wouda, Lan, Kool, "PyVRP: a high-performance VRP solver package", INFORMS Journal on
Computing 36 (2024), for the local search; Kirkpatrick, Gelatt, Vecchi, "Optimization by simulated
annealing", Science 220 (1983), for what is kept.
"""

from __future__ import annotations

import time
import warnings
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np
import pyvrp
from pyvrp.exceptions import PenaltyBoundWarning
from pyvrp.PenaltyManager import PenaltyManager, PenaltyParams
from pyvrp.search import (
    OPERATORS,
    LocalSearch,
    PerturbationManager,
    PerturbationParams,
    compute_neighbours,
)

from repplan.records import dataclass, replace
from repplan.routes.problem import timed_day
from repplan.routes.search import is_possible, plan_of, search

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.routes.problem import Day, Plan, Problem

    # PyVRP's stubs ask for a kind of array that numpy's don't know.
    Matrix = Any

# How much worse a plan may be at first, in mean prizes, about (at last: not at all), and how many
# visits at most are taken out or put in before each local search. Where many may be visited in
# several ways, the local search puts less of that right.
_ONE_WAY = (0.5, 25)
_SEVERAL_WAYS = (0.1, 5)
_PENALTY = 100_000.0  # of a unit of time too late, at most; more only where prizes are that large
_ABSENT = 3  # a must that the start has no place for is worth so many of the worthiest


@dataclass(frozen=True)
class Way:
    """One way to visit a candidate: on any of the days, service may start within the two ends.

    Each end is a range: where the bounds of the days leave it open, any value in it means the same.
    So windows that differ only beyond those bounds are one way.
    """

    candidate: int
    opens: tuple[int, int]
    closes: tuple[int, int]
    days: frozenset[int]


def polish(
    problem: Problem,
    start: Plan | None,
    *,
    budget_s: float,
    seed: int,
    iterations: int | None = None,
) -> Plan:
    """Return the better of the start and of what PyVRP makes of it.

    With iterations, the plan is the same on any machine; the seconds are a stop only, and a plan
    that they cut short says so. Without a start that holds a visit and
    breaks nothing, the search makes a first.
    """
    begun = time.perf_counter()
    held = start
    if held is None or not any(held.days) or not is_possible(problem, held.routes):
        held = search(problem, budget_s=budget_s, seed=seed, rounds=0)
    found = ways(problem)
    if not found or iterations == 0:
        return held
    model = Model(problem, found, frozenset(one for route in held.routes for one in route))
    left_s = budget_s - (time.perf_counter() - begun)
    with warnings.catch_warnings():
        # That plans in between stay impossible for long is no news to anybody who plans.
        warnings.simplefilter("ignore", PenaltyBoundWarning)
        best, rounds = _improved(model, model.solution(held), left_s, seed, iterations)
    plan = mended(problem, model.routes(best))
    if held.rank >= plan.rank:
        plan = held
    return replace(plan, rounds=held.rounds + rounds, is_cut_short=rounds != iterations)


def ways(problem: Problem) -> tuple[Way, ...]:
    """Return in which ways the candidates may be visited, as few as their windows allow."""
    open_ones = frozenset(open_days(problem))
    low = min((day.opens for day in problem.days), default=0)
    high = max((day.closes for day in problem.days), default=0)
    found: list[Way] = []
    for one, candidate in enumerate(problem.candidates):
        own: list[Way] = []
        for window in candidate.windows:
            day = problem.days[window.day]
            first, last = day.opens, day.closes - candidate.service
            if window.day not in open_ones or max(window.opens, first) > min(window.closes, last):
                continue
            way = Way(
                candidate=one,
                opens=(low, first) if window.opens <= first else (window.opens, window.opens),
                closes=(last, high) if window.closes >= last else (window.closes, window.closes),
                days=frozenset([window.day]),
            )
            _join(own, way)
        found += own
    return tuple(found)


def open_days(problem: Problem) -> list[int]:
    """Return the days on which a visit is possible at all."""
    return [
        index
        for index, day in enumerate(problem.days)
        if day.most != 0 and timed_day(problem, index, ()) is not None
    ]


def _join(own: list[Way], way: Way) -> None:
    """Add a way to a candidate's own: to the one that it equals but for the day, or as another."""
    for index, other in enumerate(own):
        opens = max(way.opens[0], other.opens[0]), min(way.opens[1], other.opens[1])
        closes = max(way.closes[0], other.closes[0]), min(way.closes[1], other.closes[1])
        is_one = opens[0] <= opens[1] and closes[0] <= closes[1] and opens[1] <= closes[0]
        if is_one and way.days.isdisjoint(other.days):
            own[index] = replace(other, opens=opens, closes=closes, days=way.days | other.days)
            return
    own.append(way)


class Model:
    """The problem as PyVRP takes it, and the way back.

    All days lie on one clock. Who isn't open on a day is out of reach in that day's own travel
    times; so a candidate whose windows are the same every day is one client, and others are a
    group of clients of whom one is visited. ``needed``: musts among these may not be left out.
    """

    def __init__(self, problem: Problem, found: Sequence[Way], needed: frozenset[int]) -> None:
        self.problem, self.ways = problem, found
        candidates, days = problem.candidates, problem.days
        self.zero = min(day.opens for day in days)
        self.days = open_days(problem)
        # A unit of worth outweighs all that a better order could save of a day.
        self.scale = max(1, sum(each.closes - each.opens for each in days) // len(days))
        self.prize = self.scale * sum(each.worth for each in candidates) / len(candidates)
        self.needed = {one for one in needed if candidates[one].is_must}
        # A site is a row of the matrices: a place, and the days on which it can be reached there.
        self.sites: dict[tuple[int, frozenset[int], int], int] = {}
        ends = {place: self._site(place, frozenset(self.days)) for place in self._ends()}
        depots = {place: index for index, place in enumerate(ends)}
        members: dict[int, list[int]] = {}
        for index, way in enumerate(found):
            members.setdefault(way.candidate, []).append(index)
        groups = {one: own for one, own in members.items() if len(own) > 1}
        clients = self._clients({one: index for index, one in enumerate(groups)})
        distances, durations = self._matrices()
        self.data = pyvrp.ProblemData(
            locations=[pyvrp.Location(0, 0)] * len(self.sites),
            clients=clients,
            depots=[pyvrp.Depot(site) for site in ends.values()],
            vehicle_types=[
                self._vehicle(days[index], profile, depots)
                for profile, index in enumerate(self.days)
            ],
            distance_matrices=distances,
            duration_matrices=durations,
            groups=[
                pyvrp.ClientGroup(own, required=one in self.needed) for one, own in groups.items()
            ],
        )

    def solution(self, plan: Plan) -> pyvrp.Solution:
        """Return a plan as PyVRP holds it."""
        at: dict[tuple[int, int], list[int]] = {}
        for index, way in enumerate(self.ways):
            for day in way.days:
                at.setdefault((way.candidate, day), []).append(index)
        routes = []
        for profile, index in enumerate(self.days):
            visits = [
                next(
                    each
                    for each in at[visit.candidate, index]
                    if self.ways[each].opens[0] <= visit.starts <= self.ways[each].closes[1]
                )
                for visit in plan.days[index]
            ]
            if visits:
                routes.append(pyvrp.Route(self.data, visits, profile))
        return pyvrp.Solution(self.data, routes)

    def routes(self, solution: pyvrp.Solution) -> list[list[int]]:
        """Return a solution of PyVRP as each day's candidates, in order."""
        found: list[list[int]] = [[] for _ in self.problem.days]
        for route in solution.routes():
            found[self.days[route.vehicle_type()]] = [
                self.ways[step.idx].candidate for step in route if step.is_client()
            ]
        return found

    def _ends(self) -> list[int]:
        days = [self.problem.days[index] for index in self.days]
        return sorted({day.start for day in days} | {day.end for day in days})

    def _site(self, place: int, days: frozenset[int], candidate: int = -1) -> int:
        """Return a row of the matrices; one's own where the next door of a place takes time too."""
        own = candidate if self.problem.travel[place][place] else -1
        return self.sites.setdefault((place, days, own), len(self.sites))

    def _clients(self, groups: dict[int, int]) -> list[pyvrp.Client]:
        most = max(each.worth for each in self.problem.candidates)
        clients = []
        for way in self.ways:
            candidate = self.problem.candidates[way.candidate]
            is_absent = candidate.is_must and way.candidate not in self.needed
            worth = _ABSENT * max(1, most) if is_absent else candidate.worth
            clients.append(
                pyvrp.Client(
                    self._site(candidate.place, way.days, way.candidate),
                    delivery=[1] if self._has_limits() else [],
                    service_duration=candidate.service,
                    tw_early=way.opens[1] - self.zero,
                    tw_late=way.closes[0] - self.zero,
                    prize=worth * self.scale,
                    required=way.candidate in self.needed and way.candidate not in groups,
                    group=groups.get(way.candidate),
                )
            )
        return clients

    def _has_limits(self) -> bool:
        return any(self.problem.days[index].most is not None for index in self.days)

    def _vehicle(self, day: Day, profile: int, depots: dict[int, int]) -> pyvrp.VehicleType:
        most = len(self.problem.candidates) if day.most is None else day.most
        return pyvrp.VehicleType(
            capacity=[most] if self._has_limits() else [],
            start_depot=depots[day.start],
            end_depot=depots[day.end],
            tw_early=day.opens - self.zero,
            tw_late=day.closes - self.zero,
            unit_distance_cost=0,
            unit_duration_cost=1,
            profile=profile,
        )

    def _matrices(self) -> tuple[list[Matrix], list[Matrix]]:
        """Return for each day no distances, and durations that nobody closed can be reached in."""
        rows = np.array([place for place, _, _ in self.sites])
        travel = np.array(self.problem.travel, dtype=np.int64)[np.ix_(rows, rows)]
        np.fill_diagonal(travel, 0)
        far = 2 * (max(day.closes for day in self.problem.days) - self.zero) + 1
        durations = []
        for index in self.days:
            shut = np.array([index not in days for _, days, _ in self.sites])
            matrix = travel.copy()
            matrix[:, shut] = far
            np.fill_diagonal(matrix, 0)
            durations.append(matrix)
        return [np.zeros_like(travel)] * len(durations), durations


def _improved(
    model: Model, start: pyvrp.Solution, budget_s: float, seed: int, iterations: int | None
) -> tuple[pyvrp.Solution, int]:
    """Return the best solution found under annealing, and after how many rounds."""
    begun = time.perf_counter()
    has_several = 5 * model.data.num_groups > len(model.problem.candidates)
    hot, disturbed = _SEVERAL_WAYS if has_several else _ONE_WAY
    improve, penalties = _engine(model, seed, disturbed)
    draw = Random(seed).expovariate  # noqa: S311 - a search's own dice; a seed repeats them
    best = now = start
    rounds = 0
    while rounds != iterations:
        used = (time.perf_counter() - begun) / budget_s if budget_s > 0 else 1.0
        if used >= 1:
            break
        heat = hot * model.prize * (1 - (used if iterations is None else rounds / iterations))
        judge = penalties.cost_evaluator()
        tried = improve(now, judge, exhaustive=False)
        penalties.register(tried)
        if judge.cost(tried) < judge.cost(best):
            better = improve(tried, judge, exhaustive=True)
            best = tried = min(tried, better, key=judge.cost)
        if judge.penalised_cost(tried) - judge.penalised_cost(now) <= heat * draw(1.0):
            now = tried
        rounds += 1
    return best, rounds


def _engine(model: Model, seed: int, disturbed: int) -> tuple[LocalSearch, PenaltyManager]:
    """Return PyVRP's local search, and what a minute too late costs in it."""
    data = model.data
    search = LocalSearch(
        data,
        pyvrp.RandomNumberGenerator(seed),
        compute_neighbours(data),
        PerturbationManager(PerturbationParams(max_perturbations=disturbed)),
    )
    for operator in OPERATORS:
        if operator.supports(data):
            search.add_operator(operator(data))
    params = PenaltyParams(max_penalty=max(_PENALTY, model.prize / 10))
    return search, PenaltyManager(params.midpoint_penalties(data), params)


def mended(problem: Problem, routes: Sequence[Sequence[int]]) -> Plan:
    """Return the routes as a plan, without the least worthy visits that their days can't hold."""
    kept = [_held(problem, index, list(route)) for index, route in enumerate(routes)]
    return plan_of(problem, kept)


def _held(problem: Problem, index: int, route: list[int]) -> list[int]:
    """Return as much of a day's route as the day can hold: musts first, then worth."""
    candidates = problem.candidates
    while route and timed_day(problem, index, route) is None:
        cheap = sorted(route, key=lambda one: (candidates[one].is_must, candidates[one].worth, one))
        without = [[other for other in route if other != one] for one in cheap]
        possible = (each for each in without if timed_day(problem, index, each) is not None)
        route = next(possible, without[0])
    return route
