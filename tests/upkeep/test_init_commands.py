"""``init``: a store where there was none, asked for at a terminal, never over another one."""

from __future__ import annotations

import json
import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    import pexpect

    from tests.conftest import Run

BEGUN = (
    "Your store is {path}. It is yours alone.\n"
    "Your rules: {policy}\n"
    "\n"
    "Next:\n"
    '  repplan provider add "Dr Anjali Patel"   or many: repplan import csv FILE\n'
    "  repplan due                              what is due, each morning\n"
    "  repplan demo                             a made-up territory to play in\n"
)

USUAL = "none but what is usual. They are here: repplan config policy"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the new store shall be."""
    return tmp_path / "new" / "repplan.db"


def settings(run: Run, path: Path) -> dict[str, str]:
    """Return the settings that aren't the default's."""
    found = json.loads(run("--store", str(path), "config", "show", "--json").out)["settings"]
    return {one["name"]: one["value"] for one in found if not one["is_default"]}


def test_nothing_is_asked_with_yes(run: Run, path: Path) -> None:
    """All is given on the line; it ends with three ways to go on."""
    words = ("--name", "Kim Tan", "--policy", "us", "--home", "12 Oak St", "--hours", "07:00-16:00")
    done = run("init", *words, "--plain", "--yes", "--store", str(path))
    assert (done.code, done.err) == (0, "")
    rules = "us. Each with its source: repplan config policy"
    assert done.out == BEGUN.format(path=path, policy=rules)
    assert settings(run, path) == {
        "owner.name": "Kim Tan",
        "policy": "us",
        "home": "12 Oak St",
        "hours": "07:00-16:00",
        "screen.plain": "yes",
    }
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_yes_alone_is_enough(run: Run, path: Path) -> None:
    """Every setting has a default; what was answered as JSON says where the store is."""
    done = run("init", "--yes", "--json", "--store", str(path))
    assert json.loads(done.out)["store"] == str(path)
    assert settings(run, path) == {}
    assert run("--store", str(path), "check").out == "The store is whole.\n"


def test_without_a_terminal_it_asks_nothing(run: Run, path: Path) -> None:
    """Who can't be asked must say --yes; nothing is made."""
    done = run("init", "--name", "Kim Tan", "--store", str(path))
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "--yes is missing.\nGive it on the command line; nothing is asked without a terminal.\n"
    )
    assert not path.parent.exists()


def test_a_store_is_never_made_over_another(run: Run, store: Path) -> None:
    """Where a file is it is refused, with how to look at it; the file stays as it is."""
    before = store.read_bytes()
    done = run("init", "--yes")
    assert (done.code, done.out) == (6, "")
    assert done.err == (
        f"There is a file at {store} already; it was left alone.\n"
        "If it is your store, look at it with: repplan due      "
        "make another with: --store PATH\n"
    )
    assert store.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "err"),
    [
        (("--policy", "fr"), "“fr” is no value of “policy”.\nUse one of: none, us, uk, eu, cn.\n"),
        (("--hours", "early"), "“early” is no value of “hours”.\nWrite it like: 08:30-17:30.\n"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_made(
    run: Run, path: Path, words: tuple[str, ...], err: str
) -> None:
    """A wrong value leaves no half-made store."""
    done = run("init", "--yes", *words, "--store", str(path))
    assert (done.code, done.out, done.err) == (2, "", err)
    assert not path.parent.exists()


def test_a_cloud_folder_is_warned_of(run: Run, tmp_path: Path) -> None:
    """The store is made all the same: the warning is on stderr, the answer is the answer."""
    path = tmp_path / "Dropbox" / "repplan.db"
    done = run("init", "--yes", "--store", str(path))
    assert (done.code, done.out) == (0, BEGUN.format(path=path, policy=USUAL))
    assert done.err == (
        f"{path} lies in a network or cloud folder (Dropbox).\n"
        "Such folders can lose or fork a store: better a folder of this machine (--store).\n"
    )


def test_the_beginning_can_be_taken_back(run: Run, path: Path) -> None:
    """What init wrote are settings like any other."""
    run("init", "--name", "Kim Tan", "--yes", "--store", str(path))
    assert run("undo", "--store", str(path)).code == 0
    assert settings(run, path) == {}


# --- at a terminal --------------------------------------------------------------------------------


@pytest.fixture
def terminal(path: Path) -> pexpect.spawn[str]:
    """Return ``init`` as it runs at a real terminal."""
    if sys.platform == "win32":
        pytest.skip("no pseudo-terminal here")
    import pexpect

    return pexpect.spawn(
        sys.executable,
        ["-m", "repplan", "init", "--store", str(path)],
        env={**os.environ, "TERM": "dumb"},
        encoding="utf-8",
        timeout=20,
    )


def test_it_asks_four_questions(run: Run, path: Path, terminal: pexpect.spawn[str]) -> None:
    """Each may stay empty; a value that can't be is asked for again."""
    terminal.expect_exact("Your name, as a visit request signs it:")
    terminal.sendline("Kim Tan")
    terminal.expect_exact("The rules you work under (none, us, uk, eu, cn) [none]:")
    terminal.sendline("fr")
    terminal.expect_exact("Use one of: none, us, uk, eu, cn.")
    terminal.expect_exact("The rules you work under (none, us, uk, eu, cn) [none]:")
    terminal.sendline("uk")
    terminal.expect_exact("Where your day starts and ends:")
    terminal.sendline("")
    terminal.expect_exact("Working hours [08:30-17:30]:")
    terminal.sendline("")
    terminal.expect_exact("Your store is")
    terminal.expect_exact("a made-up territory to play in")
    terminal.wait()
    assert terminal.exitstatus == 0
    assert settings(run, path) == {"owner.name": "Kim Tan", "policy": "uk"}


def test_ctrl_d_declines(path: Path, terminal: pexpect.spawn[str]) -> None:
    """The end of the answers is a no: nothing is made."""
    terminal.expect_exact("Your name, as a visit request signs it:")
    terminal.sendeof()
    terminal.expect_exact("Left as it was.")
    terminal.wait()
    assert terminal.exitstatus == 10
    assert not path.parent.exists()


def test_ctrl_c_interrupts(path: Path, terminal: pexpect.spawn[str]) -> None:
    """Ctrl-C ends it at once, and says that nothing was written."""
    terminal.expect_exact("Your name, as a visit request signs it:")
    terminal.sendintr()
    terminal.expect_exact("Interrupted. Nothing was written.")
    terminal.wait()
    assert terminal.exitstatus == 130
    assert not path.parent.exists()
