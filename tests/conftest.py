"""The world that every test stands in: one Tuesday morning, one zone, one width, an own store.

``run`` is the command line in this process (fast); ``repplan`` is the same in a process of its own,
for the few tests that need one: help in Chinese, signals, what is imported.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from repplan import __main__ as program
from repplan import i18n
from repplan.clock import read_clock
from repplan.ids import read_ids
from repplan.providers.actions import add_provider
from repplan.providers.place import account_for
from repplan.store.connect import open_read
from repplan.store.migrate import create_store
from repplan.store.work import open_work

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from repplan.fields import Cell
    from repplan.providers.model import Provider
    from repplan.store.work import Work

NOW = "2026-11-24T07:05:00-06:00"
"""A Tuesday, early; Thursday is Thanksgiving. ``run(..., now=…)`` takes another one."""

SOURCE = str(Path(program.__file__).parents[1])
"""Where the program that is tested lies: installed, or this tree."""

WORLD = {
    "TZ": "America/Chicago",
    "LC_ALL": "en_US.UTF-8",
    "LANGUAGE": "en",
    "REPPLAN_LANG": "en",
    "REPPLAN_NOW": NOW,
    "REPPLAN_SEED": "a test",
    "COLUMNS": "80",
    "NO_COLOR": "1",
    "PYTHONUTF8": "1",
}


PEOPLE: tuple[tuple[str, str, str, Mapping[str, Cell]], ...] = (
    (
        "patel",
        "Anjali Patel, MD",
        "Valley Cardiology",
        {"tier": "A", "specialties": '["cardiology"]', "seen_before_on": "2026-11-17"},
    ),
    ("dev", "Dev Patel", "Oakwood Internal Medicine", {"tier": "B"}),
    ("lindqvist", "Åsa Lindqvist", "", {"role": "pharmacist"}),
    ("wang", "王建国 主任医师", "市一医院", {"tier": "A", "specialties": '["心内科"]'}),
    ("zhou", "周一鸣", "市一医院", {}),
    ("amy", "Amy Chu", "", {"role": "colleague"}),
)
"""Whom ``people`` adds: short name, name as written, account, other cells."""


@dataclass(frozen=True)
class Result:
    """What a command line left: its exit code, what it answered, what it remarked."""

    code: int
    out: str
    err: str

    @property
    def masked(self) -> str:
        """What it answered, each ref as its letter alone (``f-*``): refs are drawn, not chosen."""
        return re.sub(r"\b([a-z])-[2-9b-df-hj-km-np-tv-xz]{4,8}\b", r"\1-*", self.out)

    @property
    def json(self) -> Any:
        """What it answered, read as JSON."""
        return json.loads(self.out)


class Run(Protocol):
    """Run one command line; ``env`` and ``now`` stand for this run alone."""

    def __call__(self, *argv: str, stdin: str = "", now: str = NOW, **env: str) -> Result:
        """Return what it left."""


class Writing(Protocol):
    """Open a Work on the test's store: ``with writing("log") as work``; it commits at the end."""

    def __call__(
        self, command: str = "test", *, now: str = NOW
    ) -> contextlib.AbstractContextManager[Work]:
        """Return the open door."""


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a path where no store is: what a test without ``store`` sees."""
    return tmp_path_factory.mktemp("nowhere") / "repplan.db"


@pytest.fixture(autouse=True)
def world(monkeypatch: pytest.MonkeyPatch, nowhere: Path) -> Iterator[None]:
    """Set clock, zone, language, width and identities: the same for every test."""
    for name, value in {**WORLD, "REPPLAN_STORE": str(nowhere)}.items():
        monkeypatch.setenv(name, value)
    time.tzset()
    i18n.bind("en")
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="session")
def blank_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a fresh migrated store, made once: ``store`` is a copy of it."""
    path = tmp_path_factory.mktemp("blank") / "repplan.db"
    with pytest.MonkeyPatch.context() as env:
        for name, value in WORLD.items():
            env.setenv(name, value)
        time.tzset()
        create_store(path, clock=read_clock(), ids=read_ids())
    return path


@pytest.fixture
def store(tmp_path: Path, blank_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of the test's own store, empty and migrated; commands find it."""
    path = tmp_path / "repplan.db"
    shutil.copy2(blank_store, path)
    monkeypatch.setenv("REPPLAN_STORE", str(path))
    return path


@pytest.fixture
def db(store: Path) -> Iterator[sqlite3.Connection]:
    """Yield a reading connection: it sees what has been committed."""
    with contextlib.closing(open_read(store)) as connection:
        yield connection


@pytest.fixture
def writing(store: Path) -> Writing:
    """Return the writing door of the test's store, for tests of more than one transaction."""

    @contextlib.contextmanager
    def door(command: str = "test", *, now: str = NOW) -> Iterator[Work]:
        with _environment(REPPLAN_NOW=now):
            clock, ids = read_clock(), read_ids()
        with open_work(store, command, clock=clock, ids=ids) as work:
            yield work

    return door


@pytest.fixture
def work(writing: Writing) -> Iterator[Work]:
    """Yield one open Work: what a test of actions acts on; it is committed after the test."""
    with writing() as opened:
        yield opened


@pytest.fixture
def people(writing: Writing) -> dict[str, Provider]:
    """Add the people whom most tests know, two Patels among them; return them by a short name."""
    found: dict[str, Provider] = {}
    with writing("people") as work:
        for short, name, account, cells in PEOPLE:
            account_id = account_for(work, account).account.id if account else None
            row: dict[str, Cell] = {"name": name, **cells}
            found[short] = add_provider(work, row, account_id=account_id)
    return found


@pytest.fixture
def run(store: Path) -> Run:
    """Return a function that runs a command line on the test's store, in this process.

    Standard input is no terminal. Options' help is translated when a module is first imported, so
    help in Chinese is asked of ``repplan``.
    """

    def run_here(*argv: str, stdin: str = "", now: str = NOW, **env: str) -> Result:
        out, err = io.StringIO(), io.StringIO()
        before, sys.stdin = sys.stdin, io.StringIO(stdin)
        facts = {"REPPLAN_STORE": str(store), "REPPLAN_NOW": now, **env}
        try:
            with (
                _environment(**facts),
                contextlib.redirect_stdout(out),
                contextlib.redirect_stderr(err),
            ):
                code = program.run(list(argv))
        finally:
            sys.stdin = before
            i18n.bind("en")
        return Result(code, out.getvalue(), err.getvalue())

    return run_here


@pytest.fixture
def repplan(tmp_path: Path) -> Run:
    """Return a function that runs ``python -m repplan`` as a process of its own."""

    def run_apart(*argv: str, stdin: str = "", now: str = NOW, **env: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "repplan", *argv],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": SOURCE, "REPPLAN_NOW": now, **env},
        )
        return Result(done.returncode, done.stdout, done.stderr)

    return run_apart


@contextlib.contextmanager
def _environment(**env: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in env.items():
            patch.setenv(name, value)
        yield
