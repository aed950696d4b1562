"""The orienteering problem with time windows: how far our plans stay behind the best known.

``python bench/optw.py FOLDER --tours 1 2 --seconds 5``, with one JSON line an instance and mean
gaps on stderr. FOLDER holds ``instances/*.txt`` and, where known, ``bks.csv``.

Source: instances by Righini and Salani (2009), Montemanni and Gambardella (2009), Vansteenwegen and
others (2009), made from Solomon's (c, r, rc) and Cordeau's (pr). Distances are Euclidean, rounded
down to one decimal for Solomon's and to two for Cordeau's; all is counted in those units, in whole
numbers.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from dataclasses import dataclass
from decimal import Decimal
from math import isqrt
from pathlib import Path
from typing import TYPE_CHECKING

from repplan.routes.problem import Candidate, Day, Problem, Window
from repplan.routes.solve import solve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from repplan.routes.solve import Engine

_FAMILIES = {"Solomon": ("c", "r", "rc"), "Cordeau": ("pr",)}
_FINE = 10**4  # coordinates have at most so many parts of a unit
_MARGIN_S = 0.1  # kept back of an instance's seconds, for what follows the search


@dataclass(frozen=True)
class Point:
    """One line of a file, in units of the file's decimals; coordinates in 1/10000."""

    x: int
    y: int
    service: int
    profit: int
    opens: int
    closes: int


@dataclass(frozen=True)
class Instance:
    """A file's points, the depot first. ``parts``: units in 1 of the file's."""

    name: str
    parts: int
    points: tuple[Point, ...]

    def distance(self, a: int, b: int) -> int:
        """Return the way between two points, rounded down to a unit, with no floating point."""
        one, other = self.points[a], self.points[b]
        square = (one.x - other.x) ** 2 + (one.y - other.y) ** 2
        return isqrt(square * self.parts**2) // _FINE


@dataclass(frozen=True)
class Result:
    """What one run gave: a line of the output."""

    instance: str
    m: int
    score: int
    best_known: int | None
    feasible: bool
    seconds: float
    routes: list[list[int]]

    @property
    def gap(self) -> float | None:
        """Percent behind the best known; None where none is known."""
        if not self.best_known:
            return None
        return 100 * (1 - self.score / self.best_known)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one JSON line each, then the mean gaps on stderr."""
    asked = _arguments(arguments)
    names = asked.instances or sorted(
        path.stem for path in (asked.folder / "instances").glob("*.txt")
    )
    results = []
    for result in runs(
        asked.folder, names, asked.tours, asked.seconds, seed=asked.seed, engine=asked.engine
    ):
        print(json.dumps(vars(result)), flush=True)
        results.append(result)
    for line in summary(results):
        print(line, file=sys.stderr)
    print(
        f"inputs: {asked.folder}, {len(names)} instances, tours {asked.tours}, "
        f"{asked.seconds:g} s each, engine {asked.engine or 'as installed'}, seed {asked.seed}",
        file=sys.stderr,
    )


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Gaps to the best known plans, 5 s an instance.")
    parser.add_argument("folder", type=Path, help="holds instances/*.txt and, if known, bks.csv")
    parser.add_argument("--tours", type=int, nargs="+", default=[1], metavar="M")
    parser.add_argument("--seconds", type=float, default=5.0, help="wall time of an instance")
    parser.add_argument("--instances", nargs="+", metavar="NAME", help="such as c101; else all")
    parser.add_argument("--engine", choices=["search", "pyvrp"], help="else: the best installed")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(arguments)


def runs(
    folder: Path,
    names: Iterable[str],
    tours: Sequence[int],
    seconds: float,
    *,
    seed: int = 1,
    engine: Engine | None = None,
) -> Iterator[Result]:
    """Yield the result of each instance with each number of tours, one after the other."""
    known = best_known(folder)
    for name in names:
        for m in tours:
            begun = time.perf_counter()
            instance = read(folder / "instances" / f"{name}.txt")
            problem = problem_of(instance, m)
            left = seconds - (time.perf_counter() - begun) - min(_MARGIN_S, seconds / 10)
            plan = solve(problem, left, seed, engine=engine)
            took = time.perf_counter() - begun
            routes = [[one + 1 for one in route] for route in plan.routes]
            yield Result(
                instance=name,
                m=m,
                score=sum(instance.points[one].profit for route in routes for one in route),
                best_known=known.get((name, m)),
                feasible=not faults(instance, m, routes),
                seconds=round(took, 3),
                routes=routes,
            )


def summary(results: Sequence[Result]) -> list[str]:
    """Return the mean gaps by family and tours, as lines."""
    lines = []
    for family, letters in _FAMILIES.items():
        part = [each for each in results if each.instance.rstrip("0123456789") in letters]
        for m in [*sorted({each.m for each in part}), None]:
            those = [each for each in part if m in {None, each.m}]
            gaps = [each.gap for each in those if each.gap is not None]
            if gaps:
                lines.append(
                    f"{family}, {'all' if m is None else m} tours: "
                    f"mean gap {sum(gaps) / len(gaps):.2f} % of {len(gaps)}, "
                    f"worst {max(gaps):.2f} %"
                )
    late = max((each.seconds for each in results), default=0.0)
    wrong = sum(not each.feasible for each in results)
    return [*lines, f"longest {late:.2f} s; not feasible: {wrong}"]


def best_known(folder: Path) -> dict[tuple[str, int], int]:
    """Return instance, tours → the best known score; empty where no ``bks.csv`` stands."""
    path = folder / "bks.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["instance"], int(row["m"])): int(row["best_known"])
            for row in csv.DictReader(file)
            if row["best_known"]
        }


def read(path: Path) -> Instance:
    """Return one file's points. FORMAT.txt, beside the instances, says what stands in a line."""
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    parts = 100 if path.stem.startswith("pr") else 10
    points = tuple(
        Point(
            x=_whole(words[1], _FINE),
            y=_whole(words[2], _FINE),
            service=_whole(words[3], parts),
            profit=_whole(words[4], 1),
            opens=_whole(words[-2], parts),
            closes=_whole(words[-1], parts),
        )
        for words in lines[2:]
    )
    return Instance(path.stem, parts, points)


def _whole(word: str, parts: int) -> int:
    return int(Decimal(word) * parts)


def problem_of(instance: Instance, m: int) -> Problem:
    """Return the instance with so many tours as the solver takes it; candidate 0 is point 1."""
    points = instance.points
    size = range(len(points))
    travel = [[0] * len(points) for _ in size]
    for a in size:
        for b in range(a):
            travel[a][b] = travel[b][a] = instance.distance(a, b)
    depot = points[0]
    return Problem(
        candidates=tuple(
            Candidate(
                place=place,
                service=point.service,
                worth=point.profit,
                windows=tuple(Window(day, point.opens, point.closes) for day in range(m)),
            )
            for place, point in enumerate(points)
            if place
        ),
        days=tuple(Day(0, 0, depot.opens, depot.closes) for _ in range(m)),
        travel=travel,
    )


def faults(instance: Instance, m: int, routes: Sequence[Sequence[int]]) -> list[str]:
    """Return what is wrong with routes, none where they are possible.

    It shares nothing with the solver: distances, windows, services and the horizon (the closing of
    point 0) are counted anew, from the file's numbers.
    """
    found = [] if len(routes) <= m else [f"{len(routes)} routes for {m} tours"]
    visited = [one for route in routes for one in route]
    found += [f"point {one}: visited twice" for one in set(visited) if visited.count(one) > 1]
    unknown = [one for one in visited if not 0 < one < len(instance.points)]
    if unknown:
        return [*found, f"no such points: {unknown}"]
    for number, route in enumerate(routes, 1):
        now, at = instance.points[0].opens, 0
        for one in route:
            point = instance.points[one]
            now = max(now + instance.distance(at, one), point.opens)
            if now > point.closes:
                found.append(f"tour {number}: point {one} begins at {now}, after {point.closes}")
            now += point.service
            at = one
        now += instance.distance(at, 0)
        if now > instance.points[0].closes:
            found.append(f"tour {number}: back at {now}, after {instance.points[0].closes}")
    return found


if __name__ == "__main__":
    main()
