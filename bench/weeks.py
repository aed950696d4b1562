"""Rep weeks: how far each engine's plan stays behind the best that any of them finds.

``python bench/weeks.py [--sizes 60 120 250] [--seeds 1 2 3] [--seconds 2 10]
[--reference-seconds 60] [--engines search pyvrp vroom ortools] [--json]``

``search`` and ``pyvrp`` are ours, each with so many seconds; VROOM and OR-Tools, from the
dependency group ``bench``, have up to the reference seconds. Every plan is checked by ``faults`` of
engines.py. Then each week is mended: Monday noon is past, one visit falls through.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

# Called as a file, a folder of its own is all that is looked in.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import engines, rep_weeks
from repplan.routes.problem import Day, Plan, Problem, timed
from repplan.routes.solve import solve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repplan.routes.solve import Engine

OURS = ("search", "pyvrp")
REFERENCES = {"vroom": engines.vroom, "ortools": engines.ortools}
NEEDS = {"pyvrp": "pyvrp", "vroom": "vroom", "ortools": "ortools"}
BOUNDS = {2.0: 2.0, 10.0: 1.0}
"""Within so many seconds, ours stays within so many percent of the best."""
MEND_S = 0.8
MEND_BOUND_S = 1.0


@dataclass(frozen=True)
class Run:
    """One engine's plan of one week. ``allowed``: the seconds it was given."""

    engine: str
    size: int
    seed: int
    allowed: float
    seconds: float
    score: int
    missing: int
    travel_min: int
    faults: tuple[str, ...]

    @property
    def worth(self) -> int:
        """The score; nothing for a plan that breaks a rule or an appointment."""
        return 0 if self.faults or self.missing else self.score

    @property
    def label(self) -> str:
        """The engine, and the seconds where it is one of ours."""
        return f"{self.engine} {self.allowed:g} s" if self.engine in OURS else self.engine


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print; the exit code is 0, whatever the figures say."""
    asked = _arguments(arguments)
    names = [name for name in asked.engines if _is_here(name)]
    if find_spec("zipcodes") is None:
        print("weeks      skipped: the package zipcodes isn't installed", file=sys.stderr)
        return
    for size in asked.sizes:
        ran: list[Run] = []
        for seed in asked.seeds:
            problem = rep_weeks.week(size, seed)
            for run, _ in _runs(problem, names, (size, seed), asked):
                ran.append(run)
                _say(asdict(run), is_asked=asked.json)
        if not asked.json:
            print("\n".join(table(size, ran)), flush=True)
    for size in asked.sizes:
        for seed in asked.seeds:
            facts = mend(size, seed)
            _say(facts, is_asked=asked.json)
            if not asked.json:
                print(_mend_line(facts), flush=True)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs="+", default=[60, 120, 250])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--seconds", type=float, nargs="+", default=[2.0, 10.0])
    parser.add_argument("--reference-seconds", type=float, default=60.0)
    every = [*OURS, *REFERENCES]
    parser.add_argument("--engines", nargs="+", choices=every, default=every)
    parser.add_argument("--json", action="store_true", help="a JSON line for each run")
    return parser.parse_args(arguments)


def _is_here(name: str) -> bool:
    """Return whether an engine can run; says so where it can't."""
    package = NEEDS.get(name)
    if package is None or find_spec(package) is not None:
        return True
    print(f"{name:<10} skipped: the package isn't installed", file=sys.stderr)
    return False


def _runs(
    problem: Problem, names: Sequence[str], which: tuple[int, int], asked: argparse.Namespace
) -> Iterator[tuple[Run, Plan | None]]:
    """Yield one week's runs."""
    for name in names:
        for allowed in asked.seconds if name in OURS else [asked.reference_seconds]:
            begun = time.perf_counter()
            if name in OURS:
                plan: Plan | None = solve(problem, allowed, which[1], engine=cast("Engine", name))
            else:
                plan = REFERENCES[name](problem, allowed)
            seconds = round(time.perf_counter() - begun, 2)
            if plan is None:
                yield Run(name, *which, allowed, seconds, 0, 0, 0, ("no plan",)), None
                continue
            found = tuple(engines.faults(problem, plan))
            made = Run(
                name, *which, allowed, seconds, plan.worth, len(plan.missing), plan.travel, found
            )
            yield made, plan


def table(size: int, ran: Sequence[Run]) -> list[str]:
    """Return the lines for one size: each engine's mean gap to the best found, and each week's."""
    seeds = list(dict.fromkeys(run.seed for run in ran))
    best = {seed: max(run.worth for run in ran if run.seed == seed) for seed in seeds}
    lines = [
        f"{size} candidates, seeds {' '.join(map(str, seeds))}; best found: "
        + " ".join(str(best[seed]) for seed in seeds),
        f"  {'engine':<14}{'mean gap %':>11}{'worst %':>9}{'seconds':>9}  score by seed",
    ]
    for label in dict.fromkeys(run.label for run in ran):
        own = [run for run in ran if run.label == label]
        gaps = [100 * (1 - run.worth / best[run.seed]) if best[run.seed] else 0.0 for run in own]
        mean = sum(gaps) / len(gaps)
        bound = BOUNDS.get(own[0].allowed) if own[0].engine in OURS else None
        note = "  past its bound" if bound is not None and mean > bound else ""
        scores = " ".join(str(run.score) + ("!" if run.worth < run.score else "") for run in own)
        slowest = max(run.seconds for run in own)
        lines.append(f"  {label:<14}{mean:>11.2f}{max(gaps):>9.2f}{slowest:>9.2f}  {scores}{note}")
    lines += [
        f"  {run.label}, seed {run.seed}: {'; '.join(run.faults) or f'{run.missing} missing'}"
        for run in ran
        if run.faults or run.missing
    ]
    return lines


def mend(size: int, seed: int) -> dict[str, object]:
    """Plan a week, live Monday to noon, lose the next visit, and plan what is left."""
    problem = rep_weeks.week(size, seed)
    plan = solve(problem, 2.0, seed, engine="search")
    begun = time.perf_counter()
    left, start, lost = rest_of_week(problem, plan)
    found = solve(left, MEND_S, seed, start=start)
    seconds = round(time.perf_counter() - begun, 3)
    return {
        "engine": "mend",
        "size": size,
        "seed": seed,
        "seconds": seconds,
        "lost": lost,
        "before": 0 if start is None else start.worth,
        "score": found.worth,
        "missing": len(found.missing),
        "faults": engines.faults(left, found),
    }


def rest_of_week(problem: Problem, plan: Plan) -> tuple[Problem, Plan | None, int | None]:
    """Return what is left at Monday noon, the plan that still stands, and who fell through.

    Monday begins after the visit that the rep is at, or on the way to, at noon. The next who isn't
    agreed falls through, and is no longer to be had.
    """
    monday, noon = plan.days[0], rep_weeks.LUNCH
    done = [each for at, each in enumerate(monday) if at == 0 or monday[at - 1].ends < noon]
    ahead = [visit.candidate for visit in monday[len(done) :]]
    lost = next((one for one in ahead if not problem.candidates[one].is_must), None)
    gone = {visit.candidate for visit in done} | ({lost} if lost is not None else set())
    first = problem.days[0]
    at = problem.candidates[done[-1].candidate].place if done else first.start
    opens = max([noon, *(visit.ends for visit in done)])
    most = None if first.most is None else first.most - len(done)
    today = Day(at, first.end, opens, first.closes, most)
    kept = [one for one in range(len(problem.candidates)) if one not in gone]
    left = Problem(
        tuple(problem.candidates[one] for one in kept), (today, *problem.days[1:]), problem.travel
    )
    number = {one: index for index, one in enumerate(kept)}
    routes = [
        [number[visit.candidate] for visit in day if visit.candidate in number] for day in plan.days
    ]
    return left, timed(left, routes), lost


def _mend_line(facts: dict[str, object]) -> str:
    seconds = cast("float", facts["seconds"])
    wrong = facts["faults"] or facts["missing"]
    notes = ("  past its bound" if seconds > MEND_BOUND_S else "") + ("  WRONG" if wrong else "")
    return (
        f"mend {facts['size']}, seed {facts['seed']}: {seconds:.2f} s, "
        f"{facts['before']} without the lost visit, {facts['score']} mended{notes}"
    )


def _say(facts: dict[str, object], *, is_asked: bool) -> None:
    if is_asked:
        print(json.dumps(facts), flush=True)


if __name__ == "__main__":
    main()
