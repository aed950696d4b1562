"""How fast providers come in from the public register's file, and in how much memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bench import measure
from bench.register import write_register

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

ROWS_A_SECOND = 3_000
FLAT = 1.2
"""Bounds: kept rows a second, and how much more memory five times the rows may take."""

_SIZES = (20_000, 100_000)


def print_import(folder: Path, env: Mapping[str, str], say: Callable[[str], None]) -> int:
    """Print a row for each size of file; return how many figures are over a bound."""
    over = 0
    peaks: list[float] = []
    say(
        f"\n{'import nppes':<16}{'kept rows/s':>13}{'bound':>8}{'wall s':>9}{'CPU s':>8}{'peak MB':>10}"
    )
    for rows in _SIZES:
        file = folder / f"npidata_pfile_{rows}.csv"
        write_register(file, rows)
        here = {**env, "REPPLAN_STORE": str(folder / f"{rows}.db")}
        measure.run([*measure.program(), "init", "--name", "Robin Vale", "--yes"], here)
        cost = measure.run([*measure.program(), "import", "nppes", str(file), "--json"], here)
        kept = json.loads(cost.output)["counts"]["new"]
        speed = kept / cost.wall_s
        peaks.append(cost.peak_kib)
        is_over = speed < ROWS_A_SECOND or kept != rows
        over += is_over
        say(
            f"{f'{kept:,} kept':<16}{speed:>13,.0f}{ROWS_A_SECOND:>8,}{cost.wall_s:>9.1f}"
            f"{cost.cpu_s:>8.1f}{cost.peak_kib / 1024:>10.0f}"
            + ("  OVER THE BOUND" if is_over else "")
        )
    growth = peaks[-1] / peaks[0]
    is_over = growth > FLAT
    say(
        f"memory of the larger x the smaller: {growth:.2f}, bound {FLAT}; journalled and sealed"
        + ("  OVER THE BOUND" if is_over else "")
    )
    return over + is_over
