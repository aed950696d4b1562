"""Every command of the list has help and a reference entry; the daily ones start light."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from repplan.cli.app import COMMANDS, GROUPS, PANELS, load
from tests.house.tree import ROOT, assert_none

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = frozenset({"alembic", "numpy", "pydantic", "pypinyin", "sqlalchemy", "sqlmodel"})
"""What no daily command may load: each costs more than all of ours together."""

FIRST_DAY = (
    ("init", "--name", "Kim Tan", "--policy", "none", "--yes"),
    ("provider", "add", "Anjali Patel"),
)
DAILY = (
    ("--help",),
    ("due",),
    ("brief", "patel"),
    ("find", "patel"),
    ("can", "patel"),
    ("log", "patel", "keen on the new table; > send the renal table by fri"),
    ("due",),
    ("done", "patel", "table"),
    ("undo",),
    ("snooze", "patel", "+3d"),
)

# Runs one command line, then tells what it loaded; in its own process, as a rep's shell does.
OBSERVE = """
import pathlib, sys
from repplan.__main__ import run
code = run(sys.argv[2:])
pathlib.Path(sys.argv[1]).write_text("\\n".join(sys.modules), encoding="utf-8")
sys.exit(code)
"""


def test_every_command_has_its_place() -> None:
    """Each command and group stands in one panel of ``--help``, and nothing else does."""
    shown = [name for names in PANELS.values() for name in names]
    top = {name.partition(" ")[0] for name in COMMANDS}
    assert sorted(shown) == sorted(top)
    assert set(GROUPS) == {name.partition(" ")[0] for name in COMMANDS if " " in name}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    """A command says in one line what it does, and each of its options and arguments too."""
    command = load(name)
    assert COMMANDS[name].help
    assert command.help
    assert_none(
        f"{name} {parameter.name}"
        for parameter in command.params
        if not getattr(parameter, "help", None) and parameter.name != "help"
    )


def test_every_command_has_its_reference() -> None:
    """docs/reference, written by ``make docs``, has a heading for each command."""
    pages = sorted((ROOT / "docs" / "reference").rglob("*.md"))
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    assert_none(
        name
        for name in COMMANDS
        if not re.search(rf"^#+ .*\brepplan {re.escape(name)}\b", text, re.MULTILINE)
    )


def test_daily_commands_start_light(tmp_path: Path) -> None:
    """On a day as reps have it no daily command, nor ``--help``, loads what is heavy."""
    known = {"--help", *(name.partition(" ")[0] for name in COMMANDS)}
    for line in FIRST_DAY:
        run(tmp_path, line)
    loaded = {line: run(tmp_path, line) for line in DAILY if line[0] in known}
    assert_none(
        f"{' '.join(line)}: {module}"
        for line, modules in loaded.items()
        for module in HEAVY & modules
    )


def run(folder: Path, line: tuple[str, ...]) -> frozenset[str]:
    """Return the top-level modules that one command line loaded; it must succeed."""
    told = folder / "modules.txt"
    done = subprocess.run(
        [sys.executable, "-c", OBSERVE, str(told), *line],
        env={
            **os.environ,
            "HOME": str(folder),
            "REPPLAN_LANG": "en",
            "REPPLAN_NOW": "2026-11-24T08:00:00+08:00",
            "REPPLAN_STORE": str(folder / "kim.db"),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, json.dumps([line, done.stdout, done.stderr], indent=1)
    return frozenset(name.partition(".")[0] for name in told.read_text("utf-8").splitlines())
