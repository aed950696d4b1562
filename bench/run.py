"""``make bench``: what each daily command costs, beside the smallest program of its kind.

See bench/README.md for what the figures mean.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sqlite3
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

from bench import hints, imports, measure, screening
from bench.cases import CASES, GROWTH, Case
from bench.stores import LARGE, NOW, SEED, SMALL, Size, store_of

ROOT = Path(__file__).parents[1]
HELLO = [sys.executable, str(Path(__file__).parent / "hello.py")]
_TAKEN_OUT = ("PYTHONDONTWRITEBYTECODE", "NO_COLOR", "FORCE_COLOR", "LANGUAGE", "TERM")
_DEFAULT_PLACE = Path(".local/share/repplan/repplan.db")


@dataclass
class Figures:
    """What was measured of one command on one store."""

    cold: measure.Cost
    is_cold: bool
    hello: list[measure.Cost] = field(default_factory=list)
    runs: list[measure.Cost] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """× hello."""
        return measure.ratio(self.runs, self.hello)


def main() -> None:
    """Measure and print; the exit code is 0, whatever the figures say."""
    asked = _arguments()
    if not hasattr(os, "wait4"):
        print("make bench needs a Unix: it reads what the system accounts to each process.")
        return
    folder = Path(os.environ.get("REPPLAN_BENCH_DIR") or ROOT / ".bench")
    folder.mkdir(parents=True, exist_ok=True)
    processor = measure.keep_to_one_processor()
    _print_surroundings(asked.runs, processor)
    over = 0
    cases = [case for case in CASES if asked.only in case.name]
    if cases:
        over += _measure_commands(
            cases, [SMALL] if asked.small_only else [SMALL, LARGE], folder, asked.runs
        )
    if asked.only in {"", "import"}:
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            over += imports.print_import(Path(scratch), environment(Path(scratch)), print)
    if asked.only in {"", "hints"}:
        over += _print_hints()
    if asked.only in {"", "screening"}:
        over += _print_screening()
    if asked.only in {"", "routes"}:
        over += _print_routes(folder)
    print(f"\n{over} over the bound." if over else "\nAll within their bounds.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="make bench", description="What each daily command costs: see bench/README.md."
    )
    parser.add_argument(
        "--only",
        metavar="WORD",
        default="",
        help="rows with this word (log); import; hints; screening; routes",
    )
    parser.add_argument("--runs", type=int, default=11, help="runs of each command (11)")
    parser.add_argument("--small-only", action="store_true", help="leave the large store out")
    return parser.parse_args()


def environment(home: Path, store: Path | None = None) -> dict[str, str]:
    """Return the environment of a measured process: the same time, place and width each time."""
    env = {
        name: value
        for name, value in os.environ.items()
        if name not in _TAKEN_OUT and not name.startswith(("REPPLAN_", "LC_", "XDG_"))
    }
    env |= {"HOME": str(home), "TZ": "America/Chicago", "LC_ALL": "C.UTF-8", "COLUMNS": "80"}
    env |= {"REPPLAN_NOW": NOW, "REPPLAN_LANG": "en"}
    return env if store is None else {**env, "REPPLAN_STORE": str(store)}


def _measure_commands(cases: list[Case], sizes: list[Size], folder: Path, runs: int) -> int:
    """Measure these commands on copies of the stores; return how many are over a bound."""
    # In a process of its own: what it needs would count as the peak of those started afterwards.
    with ProcessPoolExecutor(1, get_context("spawn")) as maker:
        kept = {size.name: maker.submit(store_of, size, folder, print).result() for size in sizes}
    for size in sizes:
        _print_store(size, kept[size.name])
    # Beside the stores, on the same disk: memory-backed /tmp would make every commit cheap.
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        stores = {name: _copy(path, Path(scratch) / name) for name, path in kept.items()}
        return _print_commands(cases, stores, runs)


def _copy(kept: Path, home: Path) -> Path:
    """A copy to work on: what is kept stays as it was made."""
    home.mkdir()
    return Path(shutil.copy2(kept, home / "repplan.db"))


def _print_surroundings(runs: int, processor: int | None) -> None:
    names = ("typer", "rich", "sqlmodel", "pydantic")
    print(f"machine   {platform.platform()}, {os.cpu_count()} processors, {_processor()}")
    if processor is not None:
        print(f"          all of it on processor {processor}: another's speed would be in no ratio")
    print(f"load      {' '.join(f'{load:.2f}' for load in os.getloadavg())}")
    print(
        f"python    {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        + ", ".join(f"{name} {version(name)}" for name in names)
    )
    print(f"program   {' '.join(Path(word).name for word in measure.program())}")
    print(f"seed      {SEED!r}, on {NOW}")
    print(f"runs      {runs} of each, in turn with hello: medians of user + system CPU, and of the")
    print("          ratios pair by pair, which hold when the machine's speed drifts")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "?")


def _print_store(size: Size, path: Path) -> None:
    print(
        f"{size.name:<9} {size.providers:,} providers, {size.visits:,} visits, "
        f"{size.followups:,} follow-ups of which {size.due:,} are due; "
        f"{path.stat().st_size / 1e6:,.0f} MB, written straight into the tables"
    )


def _print_commands(cases: list[Case], stores: dict[str, Path], runs: int) -> int:
    """Print a row for each command and store; return how many are over a bound."""
    print(f"\n{'':<26}{'':<7}{'CPU ms':>8}{'min - max':>15}{'hello':>7}", end="")
    print(f"{'x hello':>9}{'bound':>7}{'x small':>9}{'bound':>7}{'cold ms':>9}")
    over = 0
    for case in cases:
        small: Figures | None = None
        found = _measure(case, stores, runs)
        for name, figures in found.items():
            growth = measure.ratio(figures.runs, small.runs) if small else None
            small = small or figures
            over += _print_row(case, name, figures, growth)
    print("cold ms: wall time of a first run with store and modules forgotten by the system")
    return over


def _print_row(case: Case, store: str, figures: Figures, growth: float | None) -> int:
    costs = sorted(1000 * cost.cpu_s for cost in figures.runs)
    span = f"{costs[0]:.0f} - {costs[-1]:.0f}"
    is_over = figures.ratio > case.bound or (growth is not None and growth > GROWTH)
    print(
        f"{_padded(case.name, 26)}{store:<7}{1000 * measure.middle(figures.runs):>8.1f}{span:>15}"
        f"{1000 * measure.middle(figures.hello):>7.0f}{figures.ratio:>9.2f}{case.bound:>7}"
        + (f"{growth:>9.2f}{GROWTH:>7}" if growth is not None else f"{'':>16}")
        + (f"{1000 * figures.cold.wall_s:>9.0f}" if figures.is_cold else f"{'-':>9}")
        + ("  OVER THE BOUND" if is_over else "")
    )
    return int(is_over)


def _padded(name: str, cells: int) -> str:
    wide = sum(not char.isascii() for char in name)
    return name + " " * (cells - len(name) - wide)


def _measure(case: Case, stores: dict[str, Path], runs: int) -> dict[str, Figures]:
    """Return the figures of a command on each store, all of them in turn with hello."""
    found: dict[str, Figures] = {}
    for round_ in range(runs + 1):
        for name, store in stores.items():
            if case.is_small_only and name != SMALL.name:
                continue
            env = _environment_of(case, store)
            argv = [*measure.program(), *case.argv]
            if round_ == 0:
                is_cold = measure.drop_pages(store)
                found[name] = Figures(_run(argv, env, case), is_cold)
                # Compiles what isn't compiled yet, and is not counted.
                measure.run(HELLO, env, on_terminal=case.on_terminal)
            else:
                hello = measure.run(HELLO, env, on_terminal=case.on_terminal)
                found[name].hello.append(hello)
                found[name].runs.append(_run(argv, env, case))
            if case.is_writing:
                # So that each run finds the store as the first one did; not counted.
                measure.run([*measure.program(), "undo"], env)
    return found


def _run(argv: list[str], env: dict[str, str], case: Case) -> measure.Cost:
    cost = measure.run(argv, env, on_terminal=case.on_terminal)
    if not cost.output.strip():
        raise measure.CommandFailed(argv, cost)
    return cost


def _environment_of(case: Case, store: Path) -> dict[str, str]:
    env = environment(store.parent, None if case.at_default_place else store) | dict(case.env)
    if case.at_default_place:
        place = store.parent / _DEFAULT_PLACE
        if not place.exists():
            place.parent.mkdir(parents=True)
            place.symlink_to(store)
    return env


def _print_hints() -> int:
    """Print how well unmarked notes are told; return how many sets are over a bound."""
    over = 0
    print(f"\n{'unmarked notes':<31}{'asked about':>14}{'of':>6}{'false alarms':>15}{'of':>6}")
    for name, asked, open_, alarms, harmless in hints.score():
        is_over = asked < hints.RECALL * open_ or alarms > hints.FALSE_ALARMS * harmless
        over += is_over
        mark = "  OVER THE BOUND" if is_over else ""
        print(f"{name:<31}{asked:>14}{open_:>6}{alarms:>15}{harmless:>6}{mark}")
    print(f"bounds: at least {hints.RECALL:.0%} asked about, false alarms at most "
          f"{hints.FALSE_ALARMS:.0%}")  # fmt: skip
    return over


def _print_routes(folder: Path) -> int:
    """Print what planning gives and costs; return how much is over a bound."""
    from bench.routing import print_routes

    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        store = _copy(store_of(SMALL, folder, print), Path(scratch) / "small")
        return print_routes(store, environment(Path(scratch), store), print)


def _print_screening() -> int:
    """Print how well notes are screened; return how many sets are over a bound."""
    over = 0
    print(f"\n{'screening':<31}{'':<10}{'found':>8}{'of':>6}{'false alarms':>15}{'of':>6}")
    for name, label, found, of, alarms, harmless in screening.score():
        is_over = screening.is_over(label, found, of, alarms, harmless)
        over += is_over
        mark = "  OVER THE BOUND" if is_over else ""
        print(f"{name:<31}{label:<10}{found:>8}{of:>6}{alarms:>15}{harmless:>6}{mark}")
    bounds = ", ".join(f"{label} {share:.0%}" for label, share in screening.RECALL.items())
    print(f"bounds: at least {bounds}; false alarms at most {screening.FALSE_ALARMS:.0%}; "
          f"{1000 * screening.seconds_a_line():.2f} ms a line")  # fmt: skip
    return over


if __name__ == "__main__":
    main()
