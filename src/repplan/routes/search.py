"""The solver's first tier, on the standard library alone: ruin and recreate under annealing.

A part of the plan is taken out, neighbours in place and time together, and filled again by worth
and shift with some noise; the result is kept if it isn't much worse, less and less so.

Sources: Schrimpf and others, "Record breaking optimization results using the ruin and recreate
principle", Journal of Computational Physics 159 (2000); Christiaens, Vanden Berghe, "Slack
induction by string removals for vehicle routing problems", Transportation Science 54 (2020), for
which stops go; Vansteenwegen and others (2009) for who comes in (see insertion.py); Dueck, Scheuer,
"Threshold accepting", Journal of Computational Physics 90 (1990), for what is kept.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from repplan.routes.ground import Ground
from repplan.routes.insertion import fits, refit, tour_of
from repplan.routes.mixing import Pool
from repplan.routes.problem import Plan, timed_day, travel_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.routes.insertion import Fits, Tour
    from repplan.routes.problem import Problem

_POWERS = 3  # worth counts to the first, second or third power, against the shift
_NOISE = 0.3  # by so much a visit's claim may be played down
_TAKEN = 8  # stops taken out at a time, about
_STRING = 10  # at most so many in a row
_SPLIT = 0.5  # how often a string leaves some in its middle standing
_THOROUGH = 0.06  # how often claims count for little, and all are tried again who didn't fit
_CLAIMING = 30  # so many at most are weighed against each other in one round
_POOLED = 0.95  # tours of plans worth so much of the best are remembered
_STARTS, _START = 4, 0.1  # so often one begins anew, each with such a share of the effort
_MIX = 0.06  # after each such share of the effort they are put together anew
_TRAVEL = 0.1  # a mean leg of travel counts as so much of a mean worth
_HOT, _COLD = 2.0, 0.5  # how much worse a plan may be at first and at last, in mean worths


def search(
    problem: Problem,
    *,
    budget_s: float,
    seed: int,
    rounds: int | None = None,
    start: Plan | None = None,
) -> Plan:
    """Return the best plan found, never worse than ``start``; with rounds, the same on any machine.

    A round takes out and fills in once. The seconds are a stop only: where they end it before the
    rounds are done, or no rounds are asked for, the plan says ``is_cut_short``. A ``start`` that
    breaks a window or a bound is left aside.
    """
    begun = time.perf_counter()
    state = _Search(problem, random.Random(seed))  # noqa: S311 - a search's own dice; a seed repeats them
    state.begin(None if start is None else start.routes)
    if not state.open_days or not problem.candidates:
        return state.plan(0, is_cut_short=False)
    done, share = 0, 0.0
    while True:
        used = (time.perf_counter() - begun) / budget_s if budget_s > 0 else 1.0
        if used >= 1 or done == rounds:
            break
        share = used if rounds is None else done / rounds
        state.round(share)
        done += 1
    return state.plan(done, is_cut_short=done != rounds)


class _Search:
    """The present plan and the best one so far."""

    def __init__(self, problem: Problem, source: random.Random) -> None:
        self.problem = problem
        self.random = source.random
        ground = self.ground = Ground(problem)
        # A must outweighs all worth there is.
        above = sum(ground.worth) + 1
        self.worth = [
            worth + above if is_must else worth
            for worth, is_must in zip(ground.worth, ground.is_must, strict=True)
        ]
        # Claims beside which no shift matters to a must. Only products: these come out the same
        # on every machine, as powers and exponentials needn't.
        claims = [
            (worth + 1) * 1e9 if is_must else float(worth)
            for worth, is_must in zip(ground.worth, ground.is_must, strict=True)
        ]
        self.claims = [claims]
        for _ in range(_POWERS - 1):
            self.claims.append(_products(self.claims[-1], claims))
        # To the sixteenth, the worth alone decides: usual where visits are counted.
        for _ in range(4):
            claims = _products(claims, claims)
        self.claims.append(claims)
        self.usual = _POWERS + any(day.most is not None for day in problem.days)
        # A day on which one can't even go from its start to its end takes nobody.
        empty = [tour_of(ground, index, []) for index in range(len(problem.days))]
        self.tours: dict[int, Tour] = {
            index: tour for index, tour in enumerate(empty) if tour is not None
        }
        self.open_days = list(self.tours)
        self.most = [len(ground.place) if day.most is None else day.most for day in problem.days]
        self.where = [-1] * len(ground.place)
        self.absent = list(range(len(ground.place)))
        mean = max(1.0, sum(ground.worth) / max(1, len(ground.worth)))
        legs = [way for row in ground.rows for way in row]
        self.per_travel = _TRAVEL * mean * len(legs) / max(1, sum(legs))
        self.hot, self.cold = _HOT * mean, _COLD * mean
        self.value = self.travel = 0
        self.best: dict[int, Tour] = {}
        self.best_value, self.best_travel = -1, 0
        self.pool = Pool(ground.kinds(), self.worth)
        self.turns, self.turn_at = 0, _START

    def begin(self, routes: Sequence[Sequence[int]] | None) -> None:
        """Take over a plan, or make a first one."""
        if routes is not None and is_possible(self.problem, routes):
            for index, route in enumerate(routes):
                tour = tour_of(self.ground, index, list(route))
                if tour is not None:
                    self.tours[index] = tour
        self._take_over()

    def round(self, share: float) -> None:
        """Take out and fill in once, ``share`` of the way from hot to cold."""
        if share >= self.turn_at:
            self._turn()
        before, absent = dict(self.tours), self.absent
        visited = len(self.where) - len(absent)
        # With few visits all orders are soon tried, so more rounds go to what claims don't favour.
        is_thorough = self.random() < _THOROUGH + 2 / (4 + visited * visited)
        taken = self._take_out(far=is_thorough)
        was = [(one, self.where[one]) for one in taken]
        for one in taken:
            self.where[one] = -1
        kinds = len(self.claims) if is_thorough else self.usual
        claims = self.claims[int(self.random() * kinds)]
        noise, free = _NOISE, taken
        if is_thorough:
            self._put_anywhere(taken)
            noise, free = 1.0, [one for one in taken if self.where[one] < 0]
        self._fill(self._fitting(before, absent, free), claims, noise)
        if is_thorough:
            self._fill(self._fitting({}, self._absent(), ()), claims, noise)
        gone = sum(self.worth[one] for one in taken if self.where[one] < 0)
        come = sum(self.worth[one] for one in absent if self.where[one] >= 0)
        value = self.value + come - gone
        travel = sum(tour.travel for tour in self.tours.values())
        gain = come - gone - self.per_travel * (travel - self.travel)
        if gain >= -self.random() * self._worse(share):
            self.value, self.travel, self.absent = value, travel, self._absent()
            self._remember(before)
            return
        self.tours = before
        for one in absent:
            self.where[one] = -1
        for one, index in was:
            self.where[one] = index

    def _worse(self, share: float) -> float:
        """Return how much worse a plan may be: it cools in each beginning, and from the last on."""
        if self.turns < _STARTS - 1:
            left = (self.turn_at - share) / _START
        else:
            left = (1.0 - share) / (1.0 - (_STARTS - 1) * _START)
        return self.cold + (self.hot - self.cold) * left

    def _put_anywhere(self, taken: Sequence[int]) -> None:
        """Put some into any gap of any day that holds them, however much they shift there."""
        for one in taken:
            index = self.open_days[int(self.random() * len(self.open_days))]
            stops = self.tours[index].stops
            gap = int(self.random() * (len(stops) + 1))
            if len(stops) >= self.most[index] or self.random() < 0.5:
                continue
            tour = tour_of(self.ground, index, [*stops[:gap], one, *stops[gap:]])
            if tour is not None:
                self.tours[index] = tour
                self.where[one] = index

    def plan(self, rounds: int, *, is_cut_short: bool) -> Plan:
        """Return the best plan so far."""
        routes = [
            self.best[index].stops if index in self.best else []
            for index in range(len(self.problem.days))
        ]
        return plan_of(self.problem, routes, rounds=rounds, is_cut_short=is_cut_short)

    def _turn(self) -> None:
        """Begin anew, the first few times; then go back to the best plan known.

        That is the best so far, or a better one put together from tours met since: so beginnings of
        very different kinds come together, and the search strays from the best for a while only.
        """
        self.turns += 1
        empty = {index: tour_of(self.ground, index, []) for index in self.tours}
        tours = self.best
        if self.turns < _STARTS:
            self.turn_at += _START
            tours = {}
        else:
            self.turn_at += _MIX
            if len(self.tours) > 1:
                tours = self.pool.best(self.best_value) or self.best
        for index, none in empty.items():
            tour = tours.get(index, none)
            if tour is not None:
                self.tours[index] = tour
        self._take_over(0.0 if tours else 0.5)

    def _take_over(self, noise: float = 0.0) -> None:
        """Count the tours as they are now, filled up with whoever fits."""
        self.where = [-1] * len(self.where)
        for index, tour in self.tours.items():
            for one in tour.stops:
                self.where[one] = index
        claims = self.claims[(self.turns + 2) % _POWERS]
        self._fill(self._fitting({}, self._absent(), ()), claims, noise)
        self.absent = self._absent()
        self.value = sum(self.worth[one] for one, day in enumerate(self.where) if day >= 0)
        self.travel = sum(tour.travel for tour in self.tours.values())
        self._remember({})

    def _remember(self, before: Mapping[int, Tour]) -> None:
        """Keep the plan if it is the best, and its new tours if it is nearly."""
        if len(self.tours) > 1 and self.value > _POOLED * self.best_value:
            for index, tour in self.tours.items():
                if tour is not before.get(index):
                    self.pool.add(index, tour)
        if (self.value, -self.travel) > (self.best_value, -self.best_travel):
            self.best = dict(self.tours)
            self.best_value, self.best_travel = self.value, self.travel

    def _absent(self) -> list[int]:
        return [one for one, day in enumerate(self.where) if day < 0]

    def _take_out(self, *, far: bool) -> list[int]:
        """Take strings of stops out of some tours, all near one candidate; return who went."""
        draw, tours, where = self.random, self.tours, self.where
        visited = len(where) - len(self.absent)
        if not visited:
            return []
        longest = min(_STRING, max(1.0, visited / len(self.open_days)))
        if far:
            longest = _STRING
        strings = 1 + int(draw() * (4 * _TAKEN / (1 + longest) - 1))
        ruined: set[int] = set()
        taken: list[int] = []
        for one in self.ground.neighbours(int(draw() * len(where))):
            index = where[one]
            if index < 0 or index in ruined:
                continue
            stops = tours[index].stops
            kept = self._without_string(stops, stops.index(one), longest)
            tour = tour_of(self.ground, index, kept)
            if tour is None:
                # The way past them is longer than the way by them.
                tour = tour_of(self.ground, index, [])
                kept = []
            if tour is None:  # pragma: no cover - days without an empty tour aren't open
                continue
            tours[index] = tour
            stays = set(kept)
            taken += [each for each in stops if each not in stays]
            ruined.add(index)
            if len(ruined) == strings:
                break
        return taken

    def _without_string(self, stops: list[int], at: int, longest: float) -> list[int]:
        draw, count = self.random, len(stops)
        length = 1 + int(draw() * min(count, longest))
        spared = 0
        if length > 1 and draw() < _SPLIT:
            spared = 1
            while length + spared < count and draw() < 0.5:
                spared += 1
        whole = min(count, length + spared)
        first = min(max(0, at - int(draw() * whole)), count - whole)
        middle = first + int(draw() * (whole - spared + 1))
        return stops[:first] + stops[middle : middle + spared] + stops[first + whole :]

    def _fitting(
        self, before: Mapping[int, Tour], absent: Sequence[int], taken: Sequence[int]
    ) -> dict[int, Fits]:
        """Return for each day who fits where.

        Those just taken out may go anywhere; who was absent already fits only where a tour has
        changed since ``before``.
        """
        fitting: dict[int, Fits] = {}
        for index, tour in self.tours.items():
            if len(tour.stops) >= self.most[index]:
                continue
            was = before.get(index)
            # Nobody has been tried in a day that was full.
            known = None if was is None or len(was.stops) >= self.most[index] else was
            found = {} if was is tour else fits(self.ground, index, absent, tour, known)
            if taken:
                found |= fits(self.ground, index, taken, tour)
            if found:
                fitting[index] = found
        return fitting

    def _fill(self, fitting: dict[int, Fits], claims: Sequence[float], noise: float) -> None:
        """Put in one after the other who claims most: much worth for little shift."""
        draw, ground, tours = self.random, self.ground, self.tours
        if noise:
            _keep_those_who_claim_most(fitting, claims)
        while True:
            # Who is worth nothing isn't visited.
            most, who, day, gap = 0.0, -1, -1, 0
            for index, found in fitting.items():
                for one, (shift, where) in found.items():
                    claim = claims[one] / (shift + 1 if shift > 0 else 1) * (1 - noise * draw())
                    if claim > most:
                        most, who, day, gap = claim, one, index, where
            if who < 0:
                return
            stops = tours[day].stops
            tour = tour_of(ground, day, [*stops[:gap], who, *stops[gap:]])
            for found in fitting.values():
                found.pop(who, None)
            if tour is None:  # pragma: no cover - what fits makes a tour
                continue
            tours[day] = tour
            self.where[who] = day
            if len(tour.stops) < self.most[day]:
                fitting[day] = refit(ground, day, fitting[day], tour, gap)
            else:
                del fitting[day]


def _keep_those_who_claim_most(fitting: dict[int, Fits], claims: Sequence[float]) -> None:
    """Leave out all but the strongest claims: the others would only be looked at again and again."""
    if sum(map(len, fitting.values())) <= _CLAIMING:
        return
    claiming = [
        (claims[one] / (shift + 1 if shift > 0 else 1), index, one)
        for index, found in fitting.items()
        for one, (shift, _) in found.items()
    ]
    claiming.sort(reverse=True)
    for _, index, one in claiming[_CLAIMING:]:
        del fitting[index][one]


def _products(one: Sequence[float], other: Sequence[float]) -> list[float]:
    return [a * b for a, b in zip(one, other, strict=True)]


def is_possible(problem: Problem, routes: Sequence[Sequence[int]]) -> bool:
    """Return whether these are routes for each day that keep all windows and bounds, once each."""
    those = [one for route in routes for one in route]
    return (
        len(routes) == len(problem.days)
        and len(set(those)) == len(those)
        and all(
            not route or timed_day(problem, index, route) is not None
            for index, route in enumerate(routes)
        )
    )


def plan_of(
    problem: Problem,
    routes: Sequence[Sequence[int]],
    *,
    rounds: int = 0,
    is_cut_short: bool = False,
) -> Plan:
    """Return the plan of possible routes, where a day that can't even be travelled is just empty.

    Raises: ValueError, if a route breaks a window or a bound.
    """
    days = []
    for index, route in enumerate(routes):
        visits = timed_day(problem, index, route) if route else ()
        if visits is None:
            raise ValueError(f"day {index} can't be done in this order: {route}")
        days.append(visits)
    seen = {one for route in routes for one in route}
    return Plan(
        days=tuple(days),
        worth=sum(problem.candidates[one].worth for one in seen),
        travel=sum(travel_of(problem, index, route) for index, route in enumerate(routes)),
        missing=tuple(
            one for one, each in enumerate(problem.candidates) if each.is_must and one not in seen
        ),
        rounds=rounds,
        is_cut_short=is_cut_short,
    )
