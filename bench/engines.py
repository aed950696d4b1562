"""VROOM and OR-Tools on the same problems, and a check of any plan that trusts nobody's.

Both lie in the dependency group ``bench`` and are no part of repplan. All days stand on one clock
for them, one after the other: a vehicle each.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from repplan.routes.problem import timed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repplan.routes.problem import Plan, Problem

MUST = 100
"""VROOM's highest priority; worths in a week stay below."""


def faults(problem: Problem, plan: Plan) -> list[str]:
    """Return what is wrong with a plan's own times; empty: nothing."""
    found: list[str] = []
    seen = [visit.candidate for day in plan.days for visit in day]
    if len(seen) != len(set(seen)):
        found.append("somebody is visited twice")
    if len(plan.days) != len(problem.days):
        found.append("days are missing")
    if plan.worth != sum(problem.candidates[one].worth for one in seen):
        found.append("the worth is another")
    musts = {one for one, each in enumerate(problem.candidates) if each.is_must}
    if set(plan.missing) != musts - set(seen):
        found.append("what is missing is another")
    found += _faults_of_days(problem, plan)
    return found


def _faults_of_days(problem: Problem, plan: Plan) -> Iterator[str]:
    travelled = 0
    for index, (day, visits) in enumerate(zip(problem.days, plan.days, strict=True)):
        if day.most is not None and len(visits) > day.most:
            yield f"day {index}: {len(visits)} visits"
        place, free = day.start, day.opens
        for visit in visits:
            who = problem.candidates[visit.candidate]
            drive = problem.travel[place][who.place]
            travelled += drive
            if visit.arrives < free + drive or visit.starts < visit.arrives:
                yield f"day {index}: {visit.candidate} is reached too early"
            if visit.ends != visit.starts + who.service:
                yield f"day {index}: {visit.candidate} has another length"
            if not any(w.day == index and w.opens <= visit.starts <= w.closes for w in who.windows):
                yield f"day {index}: {visit.candidate} outside every window"
            place, free = who.place, visit.ends
        travelled += problem.travel[place][day.end]
        if visits and free + problem.travel[place][day.end] > day.closes:
            yield f"day {index}: ends too late"
    if travelled != plan.travel:
        yield "the travel is another"


def offset(problem: Problem) -> int:
    """Return how far apart the days lie on one clock."""
    return max(day.closes for day in problem.days) - min(day.opens for day in problem.days) + 1


def places(problem: Problem) -> list[list[int]]:
    """Return travel between candidates, then days' starts, then days' ends: a row each."""
    rows = [each.place for each in problem.candidates]
    rows += [day.start for day in problem.days] + [day.end for day in problem.days]
    return [
        [0 if a == b else problem.travel[one][other] for b, other in enumerate(rows)]
        for a, one in enumerate(rows)
    ]


def absolute(problem: Problem) -> list[list[tuple[int, int]]]:
    """Return each candidate's windows on the one clock."""
    apart = offset(problem)
    return [
        [(w.opens + apart * w.day, w.closes + apart * w.day) for w in each.windows]
        for each in problem.candidates
    ]


def vroom(problem: Problem, seconds: float) -> Plan | None:
    """Return VROOM's plan: it has no seed, and may end before its time.

    It knows no musts and priorities only up to 100: where it leaves a must out, the others are
    played down, by rounding, and it is asked again.
    """
    plan = None
    for share in (1.0, 0.6, 0.3):
        plan = _vroom(problem, seconds, share)
        if plan is not None and not plan.missing:
            break
    return plan


def _vroom(problem: Problem, seconds: float, share: float) -> Plan | None:
    import numpy as np
    import vroom

    number, apart = len(problem.candidates), offset(problem)
    asked = vroom.Input()
    asked.set_durations_matrix("car", np.array(places(problem), dtype=np.uint32))
    for index, day in enumerate(problem.days):
        vehicle = vroom.Vehicle(
            index,
            start=number + index,
            end=number + len(problem.days) + index,
            profile="car",
            time_window=(day.opens + apart * index, day.closes + apart * index),
            max_tasks=number if day.most is None else day.most,
        )
        asked.add_vehicle(vehicle)
    for one, (who, windows) in enumerate(zip(problem.candidates, absolute(problem), strict=True)):
        job = vroom.Job(
            one,
            location=one,
            default_service=who.service,
            priority=MUST if who.is_must else round(share * who.worth),
            time_windows=windows,
        )
        asked.add_job(job)
    answer = asked.solve(exploration_level=5, nb_threads=1, timeout=timedelta(seconds=seconds))
    steps = answer.routes
    routes: list[list[int]] = [[] for _ in problem.days]
    for index, kind, one in zip(steps["vehicle_id"], steps["type"], steps["id"], strict=True):
        if kind == "job":
            routes[int(index)].append(int(one))
    return timed(problem, routes)


def ortools(problem: Problem, seconds: float) -> Plan | None:
    """Return OR-Tools' plan: guided local search for the whole time; it takes no seed."""
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    number, days, apart = len(problem.candidates), len(problem.days), offset(problem)
    travel = places(problem)
    services = [each.service for each in problem.candidates] + [0] * (2 * days)
    starts = list(range(number, number + days))
    manager = pywrapcp.RoutingIndexManager(
        len(travel), days, starts, list(range(number + days, number + 2 * days))
    )
    routing = pywrapcp.RoutingModel(manager)
    spent = [[services[a] + to for to in row] for a, row in enumerate(travel)]
    drive = routing.RegisterTransitMatrix(travel)
    clock = routing.RegisterTransitMatrix(spent)
    routing.SetArcCostEvaluatorOfAllVehicles(drive)
    routing.AddDimension(clock, apart, apart * days, False, "time")  # noqa: FBT003 - it takes no names
    routing.AddConstantDimension(1, number + 1, True, "visits")  # noqa: FBT003 - the same
    at, visits = routing.GetDimensionOrDie("time"), routing.GetDimensionOrDie("visits")
    for index, day in enumerate(problem.days):
        for node in (routing.Start(index), routing.End(index)):
            at.CumulVar(node).SetRange(day.opens + apart * index, day.closes + apart * index)
        if day.most is not None:
            visits.CumulVar(routing.End(index)).SetMax(day.most + 1)
    much = sum(day.closes - day.opens for day in problem.days)
    for one, windows in enumerate(absolute(problem)):
        node = manager.NodeToIndex(one)
        begins = at.CumulVar(node)
        begins.SetRange(min(opens for opens, _ in windows), max(closes for _, closes in windows))
        for span in _shut(windows):
            begins.RemoveInterval(*span)
        who = problem.candidates[one]
        routing.AddDisjunction([node], much * (1000 if who.is_must else who.worth))
    params = pywrapcp.DefaultRoutingSearchParameters()
    params.first_solution_strategy = (
        routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    )
    params.local_search_metaheuristic = (
        routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    )
    params.time_limit.FromMilliseconds(int(1000 * seconds))
    answer = routing.SolveWithParameters(params)
    if answer is None:
        return None
    routes = []
    for index in range(days):
        node, route = answer.Value(routing.NextVar(routing.Start(index))), []
        while not routing.IsEnd(node):
            route.append(manager.IndexToNode(node))
            node = answer.Value(routing.NextVar(node))
        routes.append(route)
    return timed(problem, routes)


def _shut(windows: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans between windows in order, both ends included."""
    for (_, closes), (opens, _) in pairwise(sorted(windows)):
        if opens > closes + 1:
            yield closes + 1, opens - 1
