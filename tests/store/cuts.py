"""Harnesses that cut commands short, and count what is left.

``fail_after_each_write`` cuts one command after each of its writes, in this process. Run as a
program the module kills writers, or lets many write at once, in processes of their own:

    python tests/store/cuts.py kill STORE ROUNDS [BUG]
    python tests/store/cuts.py crowd STORE WRITERS EACH [BUG]

and tells as JSON what it saw. BUG plants one on purpose (``early``, ``halves``, ``stale``): a
harness that can't find it proves nothing.
"""

from __future__ import annotations

import json
import os
import random
import re
import select
import signal
import sqlite3
import sys
from collections import Counter
from contextlib import closing, contextmanager, suppress
from functools import partial
from itertools import count, pairwise
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from repplan.clock import read_clock
from repplan.ids import Ids
from repplan.store import journal
from repplan.store.connect import open_read
from repplan.store.work import open_work
from repplan.store.write import change, insert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# --- an exception after each write ----------------------------------------------------------------

_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
_MANY = 2000


class Cut(Exception):
    """The exception that cuts a command."""


class _Cutting(sqlite3.Connection):
    """A connection that raises after so many writes; ``left`` None never does."""

    left: int | None = None
    was_cut = False

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """Execute, then raise if that was the last write allowed."""
        cursor = super().execute(sql, *values)
        self._count(sql)
        return cursor

    def executemany(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """Execute, then raise if that was the last write allowed."""
        cursor = super().executemany(sql, *values)
        self._count(sql)
        return cursor

    @classmethod
    def _count(cls, sql: str) -> None:
        if cls.left is None or not _WRITES.match(sql):
            return
        cls.left -= 1
        if cls.left == 0:
            cls.was_cut = True
            raise Cut(sql)


@contextmanager
def cut_after(writes: int) -> Iterator[type[_Cutting]]:
    """Let every connection of this process share one budget of writes; the last one raises."""
    connect = sqlite3.connect

    class Cutting(_Cutting):
        left: int | None = writes

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            sqlite3, "connect", lambda *args, **facts: connect(*args, factory=Cutting, **facts)
        )
        yield Cutting


def fail_after_each_write(store: Path, act: Callable[[], object], *, fewest: int) -> int:
    """Cut ``act`` after its first write, its second … and see that nothing of it is left.

    ``act`` may let the exception out, or tell it as the program does. Return how many cuts were
    made: at least ``fewest``, else nothing was tried. In the end ``act`` is let through.
    """
    before = contents(store)
    for writes in count(1):
        with cut_after(writes) as cutting, suppress(Cut):
            act()
        if not cutting.was_cut:
            break
        left = contents(store)
        assert left == before, f"cut after write {writes}, something was left"
        assert writes < _MANY
    assert contents(store) != before, "the command itself wrote nothing"
    assert writes - 1 >= fewest
    return writes - 1


def contents(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every table's rows, the journal's and the search index's among them."""
    with closing(open_read(store)) as db:
        tables = db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        )
        return {
            name: sorted(map(tuple, db.execute(f"SELECT * FROM {name}")), key=repr)
            for (name,) in tables.fetchall()
        }


# --- writers that are killed, writers in a crowd --------------------------------------------------


class Subject(NamedTuple):
    """What a harness runs in its processes, and how what is kept of it is looked at.

    ``command`` writes what bears the name, and acknowledges it by ``tell``: after the commit, unless
    the bug is to do so early.
    """

    command: Callable[[Path, str, str, Callable[[], None]], None]
    kept: Callable[[Path, list[str]], dict[str, Any]]


def command(store: Path, name: str, bug: str, tell: Callable[[], None]) -> None:
    """Write one command of two rows that belong together, and read before it writes."""
    facts: dict[str, Any] = {"clock": read_clock(), "ids": Ids()}
    seen = counter(store) if bug == "stale" else None
    with open_work(store, "test", **facts) as work:
        insert(work, "product", {"name": name, "folded": name})
        row = work.db.execute("SELECT value FROM setting WHERE id = 'count'").fetchone()
        number = int(row[0]) if seen is None else seen
        change(work, "setting", "count", {"value": str(number + 1)})
        if bug != "halves":
            insert(work, "account", {"name": name})
        if bug == "early":
            tell()
    if bug == "halves":
        with open_work(store, "test", **facts) as work:
            insert(work, "account", {"name": name})
    if bug != "early":
        tell()


def counter(store: Path) -> int:
    """Return how many commands there were."""
    with closing(open_read(store)) as db:
        return int(db.execute("SELECT value FROM setting WHERE id = 'count'").fetchone()[0])


def writer(store: Path, names: Iterator[str], bug: str, subject: Subject) -> tuple[int, int]:
    """Start a process that writes commands, one a name; return its id and its acknowledgements."""
    read, write = os.pipe()
    child = os.fork()
    if child:
        os.close(write)
        return child, read
    code = 1
    try:
        os.close(read)
        for name in names:
            subject.command(store, name, bug, partial(tell, write, name))
        code = 0
    finally:
        os._exit(code)


def tell(pipe: int, name: str) -> None:
    """Acknowledge a command: from now on it must not be lost."""
    os.write(pipe, f"{name}\n".encode())


def kill_rounds(store: Path, rounds: int, bug: str, subject: Subject) -> dict[str, Any]:
    """Let a writer write and kill it, so many times; return what was promised and what is kept.

    It stops where it finds something.
    """
    chance = random.Random(20261124)  # noqa: S311 - the same kills each time, as far as clocks allow
    told: list[str] = []
    late_kills = 0
    pace = 0.005
    for number in range(rounds):
        child, pipe = writer(store, (f"{number}-{turn}" for turn in count()), bug, subject)
        # One round in eight is killed before its first commit, while it opens the store.
        wanted = 0 if number % 8 == 7 else chance.randint(1, 3)
        heard, moments = b"", [perf_counter()]
        while heard.count(b"\n") < wanted and (more := os.read(pipe, 4096)):
            heard += more
            moments.append(perf_counter())
        # A moment more, as long as commands take here, so that the kill comes anywhere in the next.
        pace = max([after - before for before, after in pairwise(moments)], default=pace)
        select.select([], [], [], chance.random() * 1.5 * pace)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(pipe, 4096):
            heard += more
        os.close(pipe)
        late_kills += wanted > 0
        told += heard.decode().split("\n")[:-1]
        broken = faults(store)
        seen = subject.kept(store, told)
        if broken or seen["lost"] or seen["halves"]:
            return {"broken": broken, "rounds": number + 1, "late_kills": late_kills, **seen}
    return {"broken": [], "rounds": rounds, "late_kills": late_kills, **subject.kept(store, told)}


def crowd(store: Path, writers: int, each: int, bug: str, subject: Subject) -> dict[str, Any]:
    """Let processes write at once; return what they promised and what is kept."""
    started = [
        writer(store, (f"{number}-{turn}" for turn in range(each)), bug, subject)
        for number in range(writers)
    ]
    told: list[str] = []
    failed = 0
    for child, pipe in started:
        with os.fdopen(pipe, encoding="utf-8") as lines:
            told += lines.read().split()
        failed += os.waitpid(child, 0)[1] != 0
    return {"broken": faults(store), "failed": failed, **subject.kept(store, told)}


def faults(store: Path) -> list[str]:
    """Return what SQLite, the journal and its triggers have to complain of."""
    with closing(open_read(store)) as db:
        found = [row[0] for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"journal {one.seq}: {one.why}" for one in journal.verify(db)]
        if not journal.is_guarded(db):
            found.append("triggers")
        if db.execute("SELECT command FROM journal_context").fetchone()[0] is not None:
            found.append("an open command")
    return found


def kept(store: Path, told: list[str]) -> dict[str, Any]:
    """Return what was promised, what of it is lost, and commands of which only a half is there."""
    with closing(open_read(store)) as db:
        products = {row[0] for row in db.execute("SELECT name FROM product")}
        accounts = {row[0] for row in db.execute("SELECT name FROM account")}
        batches = db.execute("SELECT count(*) FROM batch WHERE command = 'test'").fetchone()[0]
    twice = [name for name, times in Counter(told).items() if times > 1]
    return {
        "told": len(told),
        "twice": twice,
        "lost": sorted(set(told) - (products & accounts)),
        "halves": sorted(products ^ accounts),
        "commands": len(products),
        "batches": batches,
        "counter": counter(store),
    }


ROWS = Subject(command, kept)


def main(argv: list[str], subject: Subject = ROWS) -> None:
    """Run one harness as its arguments say, and tell what it saw."""
    kind, path, first, *rest = argv
    bug = rest.pop() if len(rest) == (1 if kind == "kill" else 2) else ""
    if kind == "kill":
        seen = kill_rounds(Path(path), int(first), bug, subject)
    else:
        seen = crowd(Path(path), int(first), int(rest[0]), bug, subject)
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main(sys.argv[1:])
