"""What a store and a command line are put through: damage, locks, limits, a terminal's keys.

Each way of abuse is a context in which a command line runs; when it ends, all is as it was.
"""

from __future__ import annotations

import io
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from typing import TYPE_CHECKING

import pytest

from repplan import __main__ as program
from repplan.store import connect
from tests.conftest import SOURCE, WORLD, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

# Root is asked for no permission: without these rights it is asked like everybody else.
_PLAIN_USER = ["setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner"]

_HOLD = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


# --- a store to abuse -----------------------------------------------------------------------------


def build(path: Path, blank: Path, lines: Iterable[Sequence[str]]) -> Path:
    """Return a copy of the blank store in which these command lines were run."""
    shutil.copy2(blank, path)
    with pytest.MonkeyPatch.context() as env:
        for name, value in {**WORLD, "REPPLAN_STORE": str(path)}.items():
            env.setenv(name, value)
        time.tzset()
        for line in lines:
            said = io.StringIO()
            with redirect_stdout(said), redirect_stderr(said):
                code = program.run(line)
            assert code == 0, (line, said.getvalue())
    return path


# --- the file -------------------------------------------------------------------------------------


@contextmanager
def newer(store: Path) -> Iterator[None]:
    """Make the store one of a later repplan."""
    _alter(store, f"PRAGMA user_version = {connect.SCHEMA + 1}")
    yield


@contextmanager
def another_programs(store: Path) -> Iterator[None]:
    """Put a plain SQLite file in the store's place."""
    store.unlink()
    _alter(store, "CREATE TABLE mine (x)")
    yield


@contextmanager
def no_database(store: Path) -> Iterator[None]:
    """Put a text file in the store's place."""
    store.write_text("Dear diary. " * 500, encoding="utf-8")
    yield


@contextmanager
def emptied(store: Path) -> Iterator[None]:
    """Cut the file off at its first byte."""
    store.write_bytes(b"")
    yield


@contextmanager
def cut_off(store: Path) -> Iterator[None]:
    """Cut the file off in the middle."""
    content = store.read_bytes()
    store.write_bytes(content[: len(content) // 2])
    yield


@contextmanager
def scribbled(store: Path) -> Iterator[None]:
    """Write over the middle of the file, but not over its head."""
    content = store.read_bytes()
    store.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    yield


@contextmanager
def gone(store: Path) -> Iterator[None]:
    """Take the file away."""
    store.unlink()
    yield


@contextmanager
def unguarded(store: Path) -> Iterator[None]:
    """Take away a trigger that fills the journal."""
    _alter(store, "DROP TRIGGER journal_set_provider")
    yield


@contextmanager
def locked(store: Path) -> Iterator[None]:
    """Let another process hold the write lock, for longer than one waits."""
    waits, connect.BUSY_MS = connect.BUSY_MS, 50
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(store)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        try:
            yield
        finally:
            connect.BUSY_MS = waits
            other.communicate()


def _alter(store: Path, sql: str) -> None:
    """Write to a store from outside; the last to close it leaves no log beside it."""
    with closing(sqlite3.connect(store)) as db:
        db.execute(sql)
        db.commit()


# --- what is left ---------------------------------------------------------------------------------


def bytes_of(store: Path) -> tuple[bytes, bytes]:
    """Return what lies in the store's file and in its log: the same bytes hold the same records."""
    return _read(store), _read(store.with_name(f"{store.name}-wal"))


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


# --- processes ------------------------------------------------------------------------------------


def process(*argv: str | bytes, store: Path, stdin: bytes = b"") -> Result:
    """Run a command line on a store in a process of its own."""
    return _run([sys.executable, "-m", "repplan", *argv], store, stdin)


def can_be_plain() -> bool:
    """Whether a command can be run as somebody who must ask for permission."""
    return not IS_ROOT or shutil.which("setpriv") is not None


def plain_user(*argv: str, store: Path) -> Result:
    """Run a command line as somebody who must ask for permission."""
    before = _PLAIN_USER if IS_ROOT else []
    return _run([*before, sys.executable, "-m", "repplan", *argv], store)


@cache
def can_mount() -> bool:
    """Whether this machine lets a test mount a small disk of its own."""
    if shutil.which("unshare") is None:
        return False
    probe = [*_OWN_MOUNTS, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


_OWN_MOUNTS = ["unshare", "--map-root-user", "--mount"]

_FILL = """
set -e
disk=$1; store=$2; python=$3; shift 3
mount -t tmpfs -o size=2m tmpfs "$disk"
cp "$store" "$disk/repplan.db"
head -c 10m /dev/zero >"$disk/full" 2>/dev/null || true
status=0
"$python" -m repplan --store "$disk/repplan.db" "$@" || status=$?
cmp -s "$store" "$disk/repplan.db" || echo 'the store has changed' >&2
exit $status
"""


def on_a_full_disk(*argv: str, store: Path, disk: Path) -> Result:
    """Run a command line on a copy of the store, on a disk of its own without any room."""
    shell = [*_OWN_MOUNTS, "sh", "-c", _FILL, "sh"]
    return _run([*shell, str(disk), str(store), sys.executable, *argv], store)


_LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
from repplan.__main__ import run
sys.exit(run(sys.argv[1:]))
"""


def with_small_files(*argv: str, store: Path) -> Result:
    """Run a command line that may make no file larger than 4 KiB."""
    return _run([sys.executable, "-c", _LIMITED, *argv], store)


def _run(line: Sequence[str | bytes], store: Path, stdin: bytes = b"") -> Result:
    env = {**os.environ, "PYTHONPATH": SOURCE, "REPPLAN_STORE": str(store)}
    done = subprocess.run(
        line, env=env, input=stdin, capture_output=True, check=False, timeout=60, cwd=store.parent
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())
