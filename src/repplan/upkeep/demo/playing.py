"""Play a day on the demo territory: real commands, each a process of its own, at a fixed time."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from repplan.cli.show import out
from repplan.clock import Clock
from repplan.i18n.daysshown import show_day
from repplan.ids import Ids
from repplan.text import as_word
from repplan.upkeep.demo.build import LoadPack, Step, build_demo, steps

_DAY = datetime(2026, 11, 24, 6, 0)  # noqa: DTZ001 - local time, wherever it is played
"""The day that is played: the same each time, so that the screens are too."""

_SEED = "demo"


def demo_path(store: Path) -> Path:
    """Return where the demo store lies: beside the rep's own, under a name of its own."""
    return store.with_name("demo.db")


def play_day(language: str, load_pack: LoadPack) -> None:
    """Write the played day to stdout: each command, then what it answered. Nothing is kept."""
    with tempfile.TemporaryDirectory(prefix="repplan-demo-") as folder:
        path = Path(folder) / "demo.db"
        clock = Clock(_DAY.astimezone())
        build_demo(path, language=language, clock=clock, ids=Ids(_SEED), load_pack=load_pack)
        for number, step in enumerate(steps(language, clock.today)):
            _run(step, number, path, language)


def _run(step: Step, number: int, path: Path, language: str) -> None:
    typed = " ".join(as_word(word) for word in step.argv)
    day = show_day(step.at.date(), _DAY.date(), language)
    out(["", f"[{day} {step.at:%H:%M}] $ repplan {typed}", ""])
    env = {
        **os.environ,
        "REPPLAN_STORE": str(path),
        "REPPLAN_LANG": language,
        "REPPLAN_NOW": step.at.isoformat(),
        "REPPLAN_SEED": f"{_SEED} {number}",
    }
    subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "repplan", *step.argv],
        env=env,
        check=True,
        stdin=subprocess.DEVNULL,
    )
