"""A small territory whose names shells and searches stumble over; made by commands, once."""

from __future__ import annotations

import contextlib
import io
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from repplan import __main__ as program
from tests.conftest import WORLD

if TYPE_CHECKING:
    from pathlib import Path

AWKWARD = "Ann $HOME `ls` [x]* {a,b}; & | > #!"
"""A name that every shell would act on, were it not quoted."""

LINES = (
    ("provider", "add", "Anjali Patel, MD", "--account", "Oakwood Clinic"),
    ("provider", "add", "Rohan Patel", "--account", "Elm Street Pharmacy"),
    ("provider", "add", "Maria de la Cruz NP", "--account", "St. Mary's Hospital"),
    ("provider", "add", "Sean O'Brien", "--nicknames", "Shaney"),
    ("provider", "add", "José Núñez"),
    ("provider", "add", "王建国 主任医师", "--account", "人民医院"),
    ("provider", "add", "王伟", "--account", "人民医院"),
    ("provider", "add", "王伟", "--account", "协和医院"),
    ("provider", "add", "Amy Lin", "--role", "colleague"),
    ("provider", "add", "Gone Patelson"),
    ("provider", "retire", "patelson"),
    ("log", "anjali", "keen; > send the renal table by fri; > introduce Dr Cruz by mon"),
    ("log", "o'brien", "> call the lab by tomorrow"),
    ("log", "王建国", "> 周五前 寄肾功能表", "--yes"),
    ("visit", "plan", "cruz", "--at", "fri 8:40"),
    ("objective", "add", "rohan", "will try the new dose by eom"),
    ("product", "add", "Cardexa"),
    ("product", "add", "Renal Plus"),
)


def build(path: Path, blank: Path) -> Path:
    """Return a copy of the blank store with the territory in it."""
    shutil.copy2(blank, path)
    with pytest.MonkeyPatch.context() as env:
        for name, value in {**WORLD, "REPPLAN_STORE": str(path)}.items():
            env.setenv(name, value)
        time.tzset()
        for line in (*LINES, ("provider", "add", AWKWARD)):
            said = io.StringIO()
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                code = program.run(list(line))
            assert code == 0, (line, said.getvalue())
    return path
