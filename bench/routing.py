"""Routes in ``make bench``: gaps to the best known, rep weeks, and the commands as processes.

A part of what ``bench/optw.py`` and ``bench/weeks.py`` measure by themselves, small enough for each run.
"""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench import engines, optw, rep_weeks, weeks
from bench.measure import program
from repplan.routes.solve import solve

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from repplan.routes.solve import Engine

INSTANCES = ("c103", "c203", "r103", "r108", "r203", "rc104", "rc205", "pr03", "pr05", "pr08")
"""Of each family of the benchmark some: others than these are tried by ``bench/optw.py``."""

TOURS = (1, 2)
SECONDS = 5.0

GAPS: Mapping[tuple[str, str], float] = {
    ("search", "Solomon"): 2.5,
    ("search", "Cordeau"): 8.0,
    ("pyvrp", "Solomon"): 1.5,
    ("pyvrp", "Cordeau"): 4.0,
}
"""Percent behind the best known, at most, in the mean, within ``SECONDS`` an instance."""

SIZES = (60, 120, 250)
SEED = 1
WEEK_GAPS = {2.0: 2.0, 10.0: 1.0}
"""Seconds → percent behind the best of all that were tried, at most."""

MEND_S = 1.0
"""The whole of ``plan mend``, as a process, on the clock. Units: seconds."""

_ENGINES: tuple[Engine, ...] = ("search", "pyvrp")


def print_routes(store: Path, env: Mapping[str, str], say: Callable[[str], None]) -> int:
    """Print what planning gives and costs; return how much is over a bound."""
    return _print_gaps(say) + _print_weeks(say) + _print_commands(store, env, say)


def _print_gaps(say: Callable[[str], None]) -> int:
    folder = Path(os.environ.get("REPPLAN_DATA", "")) / "optw"
    if not os.environ.get("REPPLAN_DATA") or not folder.is_dir():
        say("\norienteering  skipped: REPPLAN_DATA says no folder with optw/")
        return 0
    over = 0
    say(
        f"\norienteering, {len(INSTANCES)} instances, tours {TOURS}, {SECONDS:g} s each, seed {SEED}"
    )
    for engine in _ENGINES:
        ran = list(optw.runs(folder, INSTANCES, TOURS, SECONDS, seed=SEED, engine=engine))
        for family, letters in (("Solomon", "c r rc"), ("Cordeau", "pr")):
            part = [one for one in ran if one.instance.rstrip("0123456789") in letters.split()]
            gaps = [one.gap for one in part if one.gap is not None]
            mean, bound = sum(gaps) / len(gaps), GAPS[engine, family]
            is_over = mean > bound or not all(one.feasible for one in part)
            over += is_over
            say(f"{engine:<8}{family:<9}mean gap {mean:5.2f} %  worst {max(gaps):5.2f} %  bound "
                f"{bound:g} %{'  OVER THE BOUND' if is_over else ''}")  # fmt: skip
    return over


def _print_weeks(say: Callable[[str], None]) -> int:
    over = 0
    say(f"\nrep weeks, seed {SEED}: percent behind the best that any found here")
    for size in SIZES:
        problem = rep_weeks.week(size, SEED)
        found = {}
        for engine in _ENGINES:
            for seconds in WEEK_GAPS:
                plan = solve(problem, seconds, SEED, engine=engine)
                is_whole = not plan.missing and not engines.faults(problem, plan)
                found[engine, seconds] = plan.worth if is_whole else 0
        best = max(found.values())
        told = []
        for (engine, seconds), worth in found.items():
            gap = 100 * (1 - worth / best)
            # The bound is for what a rep gets: the second tier where it is installed.
            is_over = engine == "pyvrp" and gap > WEEK_GAPS[seconds]
            over += is_over
            told.append(f"{engine} {seconds:g} s {gap:.2f}{' OVER' if is_over else ''}")
        facts = weeks.mend(size, SEED)
        say(f"{size:>4}  {'   '.join(told)}   mend {facts['seconds']} s")
    return over


def _print_commands(store: Path, env: Mapping[str, str], say: Callable[[str], None]) -> int:
    over = 0
    say("\nplanning as processes, small store, median of 5 on the clock")
    home = [*program(), "--store", str(store), "config", "set", "home", "Dayton, OH 45402"]
    subprocess.run(home, env=dict(env), check=True, capture_output=True)
    for words in (("plan", "mend"), ("plan", "day"), ("plan", "week")):
        took = []
        for _turn in range(5):
            begun = time.perf_counter()
            command = [*program(), "--store", str(store), *words]
            subprocess.run(command, env=dict(env), check=False, capture_output=True)
            took.append(time.perf_counter() - begun)
        seconds = median(took)
        is_over = words[-1] == "mend" and seconds > MEND_S
        over += is_over
        say(f"{' '.join(words):<12}{seconds:6.2f} s{'  OVER THE BOUND' if is_over else ''}")
    return over
