"""The calendar in a calendar program of its own: khal reads it, updates from it, drops from it."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import time
from typing import TYPE_CHECKING

import pytest

from repplan.visits import queries as visits
from repplan.visits.actions import amend_visit, cancel_visit
from tests.routes.kept import plan_of, plan_tuesday, written
from tests.routes.plans import DAY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from pathlib import Path

    from repplan.providers.model import Provider
    from tests.conftest import Writing

pytestmark = pytest.mark.skipif(
    shutil.which("khal") is None, reason="khal, a calendar program, is not installed"
)

CONFIG = """\
[calendars]
[[visits]]
path = {home}/visits
type = calendar

[locale]
local_timezone = America/Chicago
default_timezone = America/Chicago
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M

[default]
default_calendar = visits

[sqlite]
path = {home}/khal.db
"""


def khal(home: Path, *words: str) -> str:
    """Return what khal answers, in a configuration of this test alone."""
    config = home / "config"
    if not config.exists():
        (home / "visits").mkdir()
        config.write_text(CONFIG.format(home=home))
    # The environment of a virtual environment isn't that of a Debian program.
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        ["khal", "--no-color", "-c", str(config), *words],
        capture_output=True,
        text=True,
        check=False,
        env={**env, "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "America/Chicago"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def listed(home: Path) -> list[str]:
    """Return the day's events as khal lists them."""
    told = khal(home, "list", "--format", "{start-time}-{end-time} {title}, {status}",
                "2026-11-24", "1d")  # fmt: skip
    return [line.rstrip() for line in told.splitlines() if "-" in line and ":" in line]


def test_khal_takes_over_a_plan(
    db: sqlite3.Connection, tmp_path: Path, writing: Writing, people: Mapping[str, Provider]
) -> None:
    """It lists the visits, moves one that was moved, and shows as cancelled what was called off."""
    plan_tuesday(writing, people)
    home = tmp_path / "khal"
    home.mkdir()
    written(db, tmp_path, proposal=plan_of(db))
    khal(home, "import", "--batch", str(tmp_path / "day.ics"))
    assert listed(home) == [
        "08:30-08:50 Anjali Patel, MD, CONFIRMED",
        "10:00-10:25 王建国 主任医师, TENTATIVE",
    ]
    detail = khal(home, "list", "--format", "{description}|{location}", "2026-11-24", "1d")
    assert "Leave Home by 8:05, 25 minutes on the way." in detail
    assert "|Valley Cardiology" in detail

    [first, second] = visits.planned(db, start="2026-11-24", until="2026-11-25")
    with writing("visit amend") as work:
        amend_visit(work, first.id, {}, on=DAY, at=time(9, 15))
        cancel_visit(work, second.id)
    written(db, tmp_path, proposal=plan_of(db))
    khal(home, "import", "--batch", str(tmp_path / "day.ics"))
    assert listed(home) == [
        "09:15-09:35 Anjali Patel, MD, CONFIRMED",
        "10:00-10:25 王建国 主任医师, CANCELLED",
    ]
