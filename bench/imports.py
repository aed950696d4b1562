"""How fast providers come in from the public register's file, and in how much memory."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from statistics import median
from typing import TYPE_CHECKING

from bench import measure
from bench.register import write_register

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

ROWS_A_SECOND = 3_000
FLAT = 1.2
"""Bounds: kept rows a second, and how much more memory five times the rows may take."""

_SIZES = {20_000: 3, 100_000: 1}
"""Rows of a file → how often it is imported, each time into a new store."""


def print_import(folder: Path, env: Mapping[str, str], say: Callable[[str], None]) -> int:
    """Print a row for each size of file; return how many figures are over a bound."""
    over = 0
    peaks: list[float] = []
    say(
        f"\n{'import nppes':<16}{'kept rows/s':>13}{'bound':>8}{'runs':>6}{'wall s':>9}{'CPU s':>8}"
        f"{'peak MB':>10}"
    )
    for rows, runs in _SIZES.items():
        file = folder / f"npidata_pfile_{rows}.csv"
        write_register(file, rows)
        costs = [_import(file, rows, folder / f"{rows}_{run}.db", env) for run in range(runs)]
        wall_s = median(cost.wall_s for cost in costs)
        peaks.append(max(cost.peak_kib for cost in costs))
        is_over = rows / wall_s < ROWS_A_SECOND
        over += is_over
        say(
            f"{f'{rows:,} kept':<16}{rows / wall_s:>13,.0f}{ROWS_A_SECOND:>8,}{runs:>6}{wall_s:>9.1f}"
            f"{median(cost.cpu_s for cost in costs):>8.1f}{peaks[-1] / 1024:>10.0f}"
            + ("  OVER THE BOUND" if is_over else "")
        )
    growth = peaks[-1] / peaks[0]
    is_over = growth > FLAT
    say(
        f"memory of the larger x the smaller: {growth:.2f}, bound {FLAT}; journalled and sealed; "
        "five providers an address, one licence each" + ("  OVER THE BOUND" if is_over else "")
    )
    return over + is_over


def _import(file: Path, rows: int, store: Path, env: Mapping[str, str]) -> measure.Cost:
    """Return what it cost to take the file into a new store, and leave nothing of it."""
    here = {**env, "REPPLAN_STORE": str(store)}
    measure.run([*measure.program(), "init", "--name", "Robin Vale", "--yes"], here)
    cost = measure.run([*measure.program(), "import", "nppes", str(file)], here)
    with closing(sqlite3.connect(store)) as db:
        (kept,) = db.execute("SELECT count(*) FROM provider").fetchone()
    if kept != rows:
        raise measure.CommandFailed(["import", "nppes"], cost)
    store.unlink()
    return cost
