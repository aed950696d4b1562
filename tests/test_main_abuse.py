"""Bad weather: folders, disks and pipes that give way, keys that interrupt, bytes that are no text.

Each command line runs as a process of its own, as a rep's does. What ``test_main_bad_input`` can't
show in one process stands here.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from repplan.store.write import insert_many
from tests import abuse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pexpect

    from repplan.providers.model import Provider
    from tests.conftest import Writing

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="signals, rights and pipes of POSIX"
)

LOG = ("log", "lindqvist", "liked it; > table by fri")
READ_ONLY = (
    "{store} can't be written: the file or its folder is read-only.\n"
    "Reading works. To write, mend the permissions or use --store.\n"
)
FULL = (
    "The disk is full: nothing was written to {store}.\n"
    "Free some space and run this again; the store is as it was.\n"
)
UNSTEADY = (
    "The disk or folder of {store} failed while it was used.\n"
    "Nothing was written. Look for a quota, a limit on file sizes or a lost network folder.\n"
)
TOO_LONG = (
    "That is more than 65,536 characters at once.\n"
    "Nothing was written. Part it, or was it the wrong file?\n"
)
INTERRUPTED = "Interrupted. Nothing was written.\n"


@pytest.fixture(autouse=True)
def known(people: Mapping[str, Provider]) -> Mapping[str, Provider]:
    """Return the people of the store."""
    return people


# --- the place ------------------------------------------------------------------------------------


@pytest.mark.skipif(not abuse.can_be_plain(), reason="root can't give up its rights here")
@pytest.mark.parametrize("is_folder", [True, False])
def test_read_only(store: Path, *, is_folder: bool) -> None:
    """In a folder or a file that is read-only ``due`` works, and ``log`` says why it can't."""
    before = abuse.bytes_of(store)
    (store.parent if is_folder else store).chmod(0o500 if is_folder else 0o400)
    try:
        done = abuse.plain_user(*LOG, store=store)
        read = abuse.plain_user("due", store=store)
    finally:
        store.parent.chmod(0o700)
    assert (done.code, done.out, done.err) == (7, "", READ_ONLY.format(store=store))
    assert (read.code, read.err) == (0, "")
    assert abuse.bytes_of(store) == before


@pytest.mark.skipif(not abuse.can_mount(), reason="nobody may mount a disk here")
def test_full_disk(store: Path, tmp_path: Path) -> None:
    """On a disk without any room ``due`` works, ``log`` says why it can't; the bytes stay."""
    disk = tmp_path / "disk"
    disk.mkdir()
    done = abuse.on_a_full_disk(*LOG, store=store, disk=disk)
    read = abuse.on_a_full_disk("due", store=store, disk=disk)
    full = FULL.format(store=disk / "repplan.db")
    assert (done.code, done.out, done.err) == (7, "", full)
    assert (read.code, read.err) == (0, "")


def test_a_limit_on_the_size_of_files(store: Path) -> None:
    """A write that the system refuses is no damage: it is said what to look for."""
    before = abuse.bytes_of(store)
    done = abuse.with_small_files(*LOG, store=store)
    assert (done.code, done.out, done.err) == (7, "", UNSTEADY.format(store=store))
    assert abuse.bytes_of(store)[0] == before[0]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")  # noqa: PTH110 - a mark is no code of ours
@pytest.mark.parametrize(("line", "is_saved"), [("due", False), ("log lindqvist liked it", True)])
@pytest.mark.parametrize("is_json", [True, False])
def test_an_answer_that_finds_no_room(
    store: Path, line: str, *, is_saved: bool, is_json: bool
) -> None:
    """An answer sent to a full disk is exit 8, and it is said what was saved before."""
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-m", "repplan", *line.split(), *(["--json"] if is_json else [])],
            env={**os.environ, "REPPLAN_STORE": str(store)},
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 8
    assert "The answer can't be written: the disk is full." in done.stderr
    assert ("repplan undo b-" if is_saved else "Nothing was written.") in done.stderr


# --- what comes in --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "stdin", "code", "err"),
    [
        (["log", "lindqvist", "-"], b"a" * 10_000_000, 2, TOO_LONG),
        (
            ["log", "lindqvist", "-"],
            "fine\nnaïve\n".encode("latin-1"),
            8,
            (
                "-, line 2, column 3: not UTF-8 text\n"
                "Nothing was written. Mend the file and run it again.\n"
            ),
        ),
        (
            ["provider", "show", b"J\xf6rg"],
            b"",
            3,
            "Nobody and nothing here is called “J�rg”.\nTry: repplan find J�rg\n",
        ),
        (["note", "add", "lindqvist", b"J\xf6rg"], b"", 0, ""),
    ],
)
def test_bytes(store: Path, line: list[str | bytes], stdin: bytes, code: int, err: str) -> None:
    """Bytes that are no text never are a bug: in a file they are refused, typed ones show."""
    done = abuse.process(*line, store=store, stdin=stdin)
    assert (done.code, done.err) == (code, err)
    assert ("J�rg" in done.out) == (code == 0)


@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        ("due", 0, ""),
        (
            "log lindqvist -",
            2,
            (
                "The text is missing.\n"
                "Give it on the command line; nothing is asked without a terminal.\n"
            ),
        ),
        ("import csv -", 8, "-: standard input is closed\nNothing was written.\n"),
    ],
)
def test_no_standard_input(store: Path, line: str, code: int, err: str) -> None:
    """Where standard input is closed, only what would read it is refused."""
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -m repplan {line} <&-', sys.executable],
        env={**os.environ, "REPPLAN_STORE": str(store)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, err)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not on this machine")
@pytest.mark.parametrize("json", ["", "--json"])
def test_a_pipe_that_closes_early(store: Path, writing: Writing, json: str) -> None:
    """``repplan provider list | head -1``: one line, exit 0, no complaint."""
    with writing() as work:
        insert_many(work, "provider", [{"name": f"Ann {number}"} for number in range(4_000)])
    # Bash tells the exit code of the first, the one that fails, and not only head's.
    line = f'set -o pipefail; "$0" -m repplan provider list {json} | head -1'
    done = subprocess.run(
        ["bash", "-c", line, sys.executable],
        env={**os.environ, "REPPLAN_STORE": str(store), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.count("\n"), done.stderr) == (0, 1, "")


# --- keys -----------------------------------------------------------------------------------------

CTRL_C, CTRL_D = "\x03", "\x04"


def terminal(line: list[str]) -> pexpect.spawn[str]:
    """Return a command line at a terminal of its own."""
    import pexpect

    return pexpect.spawn(
        sys.executable,
        ["-m", "repplan", *line],
        env={**os.environ, "TERM": "dumb"},
        encoding="utf-8",
        codec_errors="replace",
        timeout=20,
    )


@pytest.mark.parametrize(
    ("line", "question"),
    [
        (["brief", "patel"], "Which one? Enter leaves it:"),
        (["log", "patel", "liked it"], "Which one? Enter leaves it:"),
        (["log", "lindqvist", "I'll send the paper"], "we will do that?"),
        (["log", "lindqvist"], "Lindqvist >"),
        (["log", "lindqvist", "--guided"], "Were they seen?"),
    ],
)
@pytest.mark.parametrize(
    ("key", "code", "last"), [(CTRL_C, 130, INTERRUPTED), (CTRL_D, 10, "Left as it was.\n")]
)
def test_keys_at_a_question(
    store: Path, line: list[str], question: str, key: str, code: int, last: str
) -> None:
    """Ctrl-C at a question interrupts, Ctrl-D declines; nothing is written by either."""
    before = abuse.bytes_of(store)
    asked = terminal(line)
    asked.expect_exact(question)
    asked.send(key)
    left = asked.read().replace("\r", "")
    asked.close()
    assert (asked.exitstatus, left.splitlines()[-1]) == (code, last.rstrip())
    assert abuse.bytes_of(store) == before


def test_ctrl_c_after_lines_were_typed(store: Path) -> None:
    """What was typed up to then at the prompt of ``log`` is not written."""
    before = abuse.bytes_of(store)
    asked = terminal(["log", "lindqvist"])
    asked.expect_exact("Lindqvist >")
    asked.sendline("liked it; > table by fri")
    asked.expect_exact("Lindqvist >")
    asked.send(CTRL_C)
    assert asked.read().replace("\r", "").endswith(INTERRUPTED)
    asked.close()
    assert asked.exitstatus == 130
    assert abuse.bytes_of(store) == before


@pytest.mark.parametrize(
    ("errors", "code", "last"),
    [
        ("strict", 8, "Nothing was written. Mend the file and run it again."),
        ("surrogateescape", 0, "Saved. Take it back: repplan undo b-"),
    ],
)
def test_bytes_typed_at_a_terminal(
    store: Path, monkeypatch: pytest.MonkeyPatch, errors: str, code: int, last: str
) -> None:
    """A terminal that sends another encoding than it says is no bug."""
    monkeypatch.setenv("REPPLAN_STORE", str(store))
    monkeypatch.setenv("PYTHONIOENCODING", f"utf-8:{errors}")
    asked = terminal(["log", "lindqvist"])
    asked.expect_exact("Lindqvist >")
    os.write(asked.child_fd, b"na\xefve\r")
    if code == 0:
        asked.expect_exact("Lindqvist >")
        asked.sendline("")
    assert asked.read().replace("\r", "").splitlines()[-1].startswith(last)
    asked.close()
    assert asked.exitstatus == code


@pytest.mark.parametrize("line", [["log", "--inbox", "-"], ["import", "csv", "-"]])
def test_ctrl_c_in_the_middle(store: Path, line: list[str]) -> None:
    """Interrupted while it reads: exit 130, one line, nothing written."""
    before = abuse.bytes_of(store)
    first = b"@ Lindqvist 8:40\n" if line[0] == "log" else b"name\n"
    with subprocess.Popen(
        [sys.executable, "-m", "repplan", *line],
        env={**os.environ, "REPPLAN_STORE": str(store)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as started:
        assert started.stdin is not None
        # More than a pipe holds: when all of it is written, most of it has been read.
        started.stdin.write(first + b"Ann Lee\n" * 12_000)
        started.stdin.flush()
        started.send_signal(signal.SIGINT)
        out, err = started.communicate(timeout=30)
    assert (started.returncode, out, err.decode()) == (130, b"", f"\n{INTERRUPTED}")
    assert abuse.bytes_of(store) == before
