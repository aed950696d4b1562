"""What goes wrong with the file, as the command line tells it: one line, what to do, exit 7."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from repplan.store import connect, faults
from repplan.store.connect import open_read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from repplan.errors import StoreProblem
    from tests.conftest import Run

WRITE = ("provider", "add", "Anjali Patel")
READ = ("provider", "list")

# Root is asked for no permission: without this one right it is asked like everybody else.
PLAIN_USER = (
    ["setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner"]
    if hasattr(os, "geteuid") and os.geteuid() == 0
    else []
)

HOLD = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def plain_user(*argv: str, store: Path) -> subprocess.CompletedProcess[str]:
    """Run a command line as somebody who must ask for permission."""
    return subprocess.run(
        [*PLAIN_USER, sys.executable, "-m", "repplan", *argv],
        env={**os.environ, "REPPLAN_STORE": str(store)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def count(store: Path) -> int:
    """Return how many providers a store has."""
    with closing(open_read(store)) as db:
        return int(db.execute("SELECT count(*) FROM provider").fetchone()[0])


def test_no_store(run: Run, tmp_path: Path) -> None:
    """Without a store any command says how to begin, and makes none."""
    path = tmp_path / "none.db"
    done = run("--store", str(path), *READ)
    assert (done.code, done.out) == (7, "")
    assert done.err == (
        f"There is no store yet at {path}.\n"
        "Begin with: repplan init      or look around first with: repplan demo\n"
    )
    assert not path.exists()


def test_locked(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another process writes, writing waits, then says so; reading works."""
    monkeypatch.setattr(connect, "BUSY_MS", 50)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(store)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        done = run(*WRITE)
        assert (done.code, done.out) == (7, "")
        assert done.err == (
            f"Another program is writing to {store}.\n"
            "Nothing was written. Let it finish and run this again.\n"
        )
        assert run(*READ).code == 0
        other.communicate()
    assert run(*WRITE).code == 0


def test_read_only_folder(store: Path) -> None:
    """In a folder that can't be written reading works, and writing says why not."""
    store.parent.chmod(0o500)
    try:
        done = plain_user(*WRITE, store=store)
        read = plain_user(*READ, store=store)
    finally:
        store.parent.chmod(0o700)
    assert (done.returncode, done.stdout) == (7, "")
    assert done.stderr == (
        f"{store} can't be written: the file or its folder is read-only.\n"
        "Reading works. To write, mend the permissions or use --store.\n"
    )
    assert (read.returncode, read.stderr) == (0, "")
    assert count(store) == 0


def test_read_only_file(store: Path) -> None:
    """A file that can't be written is told like its folder."""
    store.chmod(0o400)
    done = plain_user(*WRITE, store=store)
    assert (done.returncode, done.stdout) == (7, "")
    assert done.stderr.startswith(f"{store} can't be written: the file or its folder is read-only.")
    assert plain_user(*READ, store=store).returncode == 0


def test_unreadable_file(store: Path) -> None:
    """A file that this user may not read is no damaged one."""
    store.chmod(0o000)
    for words in (READ, WRITE):
        done = plain_user(*words, store=store)
        assert (done.returncode, done.stdout) == (7, "")
        assert done.stderr == (
            f"{store} can't be opened: this user may not read it.\n"
            "Mend the permissions of the file and its folder, or use --store.\n"
        )


def test_unreadable_folder(store: Path) -> None:
    """A folder that this user may not look into is told in the same words."""
    store.parent.chmod(0o000)
    try:
        done = plain_user(*READ, store=store)
    finally:
        store.parent.chmod(0o700)
    assert done.returncode == 7
    assert done.stderr.startswith(f"{store} can't be opened: this user may not read it.\n")


def test_begin_where_nothing_can_be_written(tmp_path: Path) -> None:
    """A store can't be made in a read-only folder: said, and nothing is left there."""
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o500)
    done = plain_user("init", "--yes", store=folder / "repplan.db")
    assert (done.returncode, done.stdout) == (7, "")
    assert done.stderr.startswith(f"{folder / 'repplan.db'} can't be written:")
    assert list(folder.iterdir()) == []


def has_mounts() -> bool:
    """Whether this machine lets a test mount a small disk of its own."""
    if shutil.which("unshare") is None:
        return False
    probe = ["unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


FILL = """
set -e
mount -t tmpfs -o size=2m tmpfs "$1"
cp "$2" "$1/repplan.db"
head -c 10m /dev/zero > "$1/full" 2>/dev/null || true
shift 2
"$@"
"""


@pytest.mark.skipif(not has_mounts(), reason="this machine lets nobody mount a disk")
def test_full_disk(store: Path, tmp_path: Path) -> None:
    """On a full disk nothing is written, and that is said, by reading commands too."""
    disk = tmp_path / "disk"
    disk.mkdir()
    shell = ["unshare", "--map-root-user", "--mount", "sh", "-c", FILL, "sh"]
    done = subprocess.run(
        [*shell, str(disk), str(store), sys.executable, "-m", "repplan", *WRITE],
        env={**os.environ, "REPPLAN_STORE": str(disk / "repplan.db")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (7, "")
    assert done.stderr == (
        f"The disk is full: nothing was written to {disk / 'repplan.db'}.\n"
        "Free some space and run this again; the store is as it was.\n"
    )


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
from repplan.__main__ import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on file sizes")
def test_a_limit_on_file_sizes(store: Path) -> None:
    """A write that the system refuses is no damage: it is said what to look for."""
    before = store.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *WRITE],
        env={**os.environ, "REPPLAN_STORE": str(store)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (7, "")
    assert done.stderr == (
        f"The disk or folder of {store} failed while it was used.\n"
        "Nothing was written. Look for a quota, a limit on file sizes or a lost network folder.\n"
    )
    assert store.read_bytes() == before
    assert count(store) == 0


def alter(store: Path, sql: str) -> None:
    """Write to a store from outside, leaving no log beside it."""
    with closing(sqlite3.connect(store)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute(sql)
        db.commit()


def test_newer(run: Run, store: Path) -> None:
    """A store of a later repplan is neither read nor written."""
    alter(store, f"PRAGMA user_version = {connect.SCHEMA + 1}")
    before = store.read_bytes()
    for words in (READ, WRITE):
        done = run(*words)
        assert (done.code, done.out) == (7, "")
        assert done.err == (
            f"{store} was written by a newer repplan (schema {connect.SCHEMA + 1}).\n"
            f"Upgrade repplan; this one knows schema {connect.SCHEMA}. Nothing was changed.\n"
        )
    assert store.read_bytes() == before


def test_another_programs_database(run: Run, store: Path) -> None:
    """A database of another program is named as that."""
    store.unlink()
    alter(store, "CREATE TABLE mine (x)")
    for words in (READ, WRITE):
        done = run(*words)
        assert (done.code, done.out) == (7, "")
        assert done.err == (
            f"{store} is the database of another program; it was left alone.\n"
            "Name your store with --store PATH, or make one: repplan init\n"
        )


@pytest.mark.parametrize("content", [b"", b"Dear diary. " * 500])
def test_damaged(run: Run, store: Path, content: bytes) -> None:
    """A file that is no database any more says so, and where help is."""
    store.write_bytes(content)
    for words in (READ, WRITE):
        done = run(*words)
        assert (done.code, done.out) == (7, "")
        assert done.err == (
            f"{store} is damaged or no repplan store.\n"
            "Leave it as it is, and put back the newest copy from “backups”.\n"
        )
    assert store.read_bytes() == content


def test_damaged_in_the_middle(run: Run, store: Path) -> None:
    """Damage that is met while reading is told like any other."""
    run(*WRITE)
    held = store.read_bytes()
    with closing(sqlite3.connect(store)) as db:
        root = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'provider'").fetchone()[
            0
        ]
    at = (root - 1) * 4096
    store.write_bytes(held[:at] + b"\xff" * 4096 + held[at + 4096 :])
    done = run(*READ)
    assert (done.code, done.out) == (7, "")
    assert done.err.startswith(f"{store} is damaged or no repplan store.\n")


def test_a_byte_flipped_in_a_text(run: Run, store: Path) -> None:
    """A text that is no UTF-8 any more is damage, not a bug."""
    run(*WRITE)
    held = store.read_bytes()
    store.write_bytes(held.replace(b"Anjali Patel", b"Anj\xffli Patel"))
    done = run(*READ)
    assert (done.code, done.out) == (7, "")
    assert done.err.startswith(f"{store} is damaged or no repplan store.\n")


def test_unguarded(run: Run, store: Path) -> None:
    """Where the triggers were changed, writing is refused and the mending named."""
    alter(store, "DROP TRIGGER journal_set_provider")
    done = run(*WRITE)
    assert (done.code, done.out) == (7, "")
    assert done.err == (
        f"{store} was changed from outside: its journal would miss changes.\n"
        "Nothing was written. Look at it with: repplan check, then: --fix\n"
    )
    assert run("check", "--fix").code == 0
    assert run(*WRITE).code == 0


def test_json(run: Run, store: Path) -> None:
    """With --json a fault is one object on stderr, with its slug and facts."""
    alter(store, f"PRAGMA user_version = {connect.SCHEMA + 1}")
    done = run(*READ, "--json")
    assert done.out == ""
    assert json.loads(done.err) == {
        "error": "store-newer",
        "message": f"{store} was written by a newer repplan (schema {connect.SCHEMA + 1}).",
        "hint": f"Upgrade repplan; this one knows schema {connect.SCHEMA}. Nothing was changed.",
        "path": str(store),
        "found": connect.SCHEMA + 1,
        "known": connect.SCHEMA,
    }


def test_a_ref_of_another_store(run: Run) -> None:
    """A ref that another store gave out is simply not found here."""
    done = run("provider", "show", "p-22222222")
    assert (done.code, done.out) == (3, "")
    assert done.err == (
        "Nobody and nothing here is called “p-22222222”.\nTry: repplan find p-22222222\n"
    )


@contextmanager
def sqlite_error() -> Iterator[list[sqlite3.Error]]:
    """Yield a list that catches the error of its block."""
    caught: list[sqlite3.Error] = []
    try:
        yield caught
    except sqlite3.Error as error:
        caught.append(error)


def test_full_as_sqlite_says_it(tmp_path: Path) -> None:
    """SQLite's own word for a full disk is one."""
    with closing(sqlite3.connect(tmp_path / "x.db")) as db, sqlite_error() as caught:
        db.execute("PRAGMA max_page_count = 3")
        db.execute("CREATE TABLE t (x)")
        db.execute("INSERT INTO t VALUES (zeroblob(100000))")
    assert isinstance(faults.fault_of(caught[0], "x"), faults.StoreFull)


@pytest.mark.parametrize("sql", ["SELECT nonsense", "INSERT INTO t VALUES (1), (1)"])
def test_a_bug_of_ours_is_no_fault_of_the_file(sql: str) -> None:
    """What SQLite says of our SQL is a bug and not told as a fault of the store."""
    with closing(sqlite3.connect(":memory:")) as db, sqlite_error() as caught:
        db.execute("CREATE TABLE t (x UNIQUE)")
        db.execute(sql)
    assert faults.fault_of(caught[0], "x") is None


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (errno.ENOSPC, faults.StoreFull),
        (errno.EACCES, faults.StoreReadOnly),
        (errno.EROFS, faults.StoreReadOnly),
        (errno.EIO, faults.StoreUnsteady),
    ],
)
def test_what_the_system_refuses(tmp_path: Path, code: int, fault: type[StoreProblem]) -> None:
    """An error of the operating system is told in the same words as SQLite's."""
    with pytest.raises(fault), faults.telling(tmp_path):
        raise OSError(code, os.strerror(code))


def test_any_other_system_error_is_a_bug(tmp_path: Path) -> None:
    """What has nothing to do with the disk goes on as it is."""
    with pytest.raises(FileNotFoundError), faults.telling(tmp_path):
        raise FileNotFoundError(errno.ENOENT, "gone")
