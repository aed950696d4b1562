"""The one exit: bugs that leak nothing, Ctrl-C that tells the truth, quiet ends."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from repplan.cli import show
from repplan.cli.app import COMMANDS, load
from repplan.cli.runtime import Runtime

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Result, Run

SECRET = "Dr Planted Secret 555-0199"  # noqa: S105 - a name to look for in what is told


def crash(*_args: object, **_facts: object) -> None:
    """Fail with a person's name in the error, in its cause and in a local variable."""
    name = SECRET
    try:
        raise KeyError(name)
    except KeyError:
        raise RuntimeError(name) from None


def traces(*folders: Path) -> list[Path]:
    """Return the traces that lie in these folders."""
    return [path for folder in folders for path in folder.glob("repplan-trace-*.txt")]


def test_a_bug_is_one_line_and_a_trace(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 1, where the trace is, no personal data on screen or in the trace, which is 0600."""
    monkeypatch.setattr(Runtime, "reading", crash)
    done = run("config", "show")
    (trace,) = traces(store.parent)
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "Something went wrong inside repplan (RuntimeError).\n"
        f"Nothing was written. The trace, without names, is in {trace}.\n"
    )
    text = trace.read_text(encoding="utf-8")
    assert text.startswith("builtins.RuntimeError\n")
    assert "builtins.KeyError\n" in text
    assert "config_commands.py" in text
    assert SECRET not in text
    assert stat.S_IMODE(trace.stat().st_mode) == 0o600


def test_a_bug_as_json(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script gets the slug and the trace's path."""
    monkeypatch.setattr(Runtime, "reading", crash)
    told = json.loads(run("config", "show", "--json").err)
    (trace,) = traces(store.parent)
    assert (told["error"], told["path"]) == ("bug", str(trace))
    assert SECRET not in json.dumps(told)


def test_a_bug_after_the_commit_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was saved before it went wrong is saved: it is said, with how to take it back."""
    monkeypatch.setattr(show, "out", crash)
    done = run("config", "set", "home", "Dayton")
    assert done.code == 1
    batch = json.loads(run("undo", "--list", "--json").out)["batches"][0]["batch"]
    assert (
        f"What was saved before stays; to take it back:\n  repplan undo {batch}\nThe trace,"
        in done.err
    )


def test_a_trace_that_cannot_be_written(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a full disk a bug is still told, without a trace."""

    def full(*_args: object, **_facts: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Runtime, "reading", crash)
    monkeypatch.setattr("tempfile.mkstemp", full)
    done = run("config", "show")
    assert done.code == 1
    assert done.err == (
        "Something went wrong inside repplan (RuntimeError).\nNothing was written.\n"
    )


def test_a_trace_beside_no_store(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no folder for it the trace lies among temporary files."""
    monkeypatch.setattr(Runtime, "reading", crash)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    done = run("config", "show", "--store", "/nowhere/repplan.db")
    assert done.code == 1
    assert len(traces(tmp_path)) == 1


def argv_of(name: str) -> list[str]:
    """Return a command line for a command: its name and a word for each argument it needs."""
    needed = [
        one for one in load(name).params if one.param_type_name == "argument" and one.required
    ]
    return [*name.split(), *("patel" for _one in needed)]


def test_no_command_leaks_when_it_crashes(
    run: Run, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted secret never shows when commands crash: not on screen, not in a trace."""
    for door in ("reading", "writing"):
        monkeypatch.setattr(Runtime, door, crash)
    monkeypatch.setattr("repplan.store.migrate.create_store", crash)
    crashed = []
    for name in COMMANDS:
        done: Result = run(*argv_of(name))
        assert SECRET not in done.out + done.err
        if done.code == 1:
            crashed.append(name)
    told = traces(store.parent, tmp_path)
    assert all(SECRET not in trace.read_text(encoding="utf-8") for trace in told)
    assert len(crashed) >= 30
    assert len(told) >= len(crashed)


def test_ctrl_c_says_that_nothing_was_written(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Interrupted is exit 130."""

    def interrupt(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Runtime, "reading", interrupt)
    done = run("config", "show")
    assert (done.code, done.out) == (130, "")
    assert done.err == "\nInterrupted. Nothing was written.\n"


def test_ctrl_c_after_the_commit_says_what_was(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Interrupted while the answer is written: what was saved stays, and that is said."""

    def interrupt(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(show, "out", interrupt)
    done = run("config", "set", "home", "Dayton")
    assert done.code == 130
    assert done.err.startswith("\nInterrupted. What was saved before stays; to take it back:\n  ")


WAIT = """
import sys, threading
from repplan import __main__ as program
from repplan.cli.runtime import Runtime

def wait(*_args):
    print("waiting", flush=True)
    threading.Event().wait(60)

Runtime.reading = wait
sys.argv = ["repplan", "config", "show"]
program.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.usefixtures("store")
def test_a_real_interrupt() -> None:
    """The signal itself ends the process with 130 and no traceback."""
    with subprocess.Popen(
        [sys.executable, "-c", WAIT], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "waiting\n"
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, "\nInterrupted. Nothing was written.\n")


def closed(*argv: str, stream: str) -> tuple[int, bytes]:
    """Run a command line with nobody reading one of its streams; return code and the other one."""
    read, write = os.pipe()
    os.close(read)
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: write}
    with subprocess.Popen(
        [sys.executable, "-m", "repplan", *argv],
        stdin=subprocess.DEVNULL,
        stdout=streams["stdout"],
        stderr=streams["stderr"],
    ) as process:
        os.close(write)
        out, err = process.communicate()
    return process.returncode, (err if stream == "stdout" else out)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("argv", [["config", "show"], ["--help"], ["config", "show", "--json"]])
def test_a_closed_pipe_ends_quietly(argv: list[str]) -> None:
    """``repplan … | head``: no traceback, no complaint."""
    assert closed(*argv, stream="stdout") == (0, b"")


@pytest.mark.usefixtures("store")
def test_a_closed_stderr_keeps_the_exit_code() -> None:
    """An error that nobody hears is still one."""
    assert closed("provider", "show", "nobody", stream="stderr") == (3, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(("redirect", "code"), [(">&-", 0), ("2>&-", 0), (">&- 2>&-", 0)])
def test_closed_streams(redirect: str, code: int) -> None:
    """Without any stdout or stderr a command does what it does."""
    line = f'"$0" -m repplan config set home Dayton {redirect}'
    done = subprocess.run(["sh", "-c", line, sys.executable], check=False, capture_output=True)
    assert done.returncode == code


@pytest.mark.usefixtures("store")
def test_a_screen_without_our_characters(repplan: Run) -> None:
    """What an encoding can't show is shown as a question mark, not as a crash."""
    done = repplan("config", "set", "home", "王", PYTHONIOENCODING="ascii")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("home = ?\n")


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are text there")
@pytest.mark.usefixtures("store")
def test_bytes_that_are_no_text() -> None:
    """An argument that is no UTF-8 is told as not found, whatever it was."""
    done = subprocess.run(
        [sys.executable, "-m", "repplan", "provider", "show", b"J\xf6rg"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
def test_what_is_made_is_the_owners_alone(tmp_path: Path) -> None:
    """Even where everything is made for everybody, our files and folders are 0600 and 0700."""
    path = tmp_path / "a" / "b" / "repplan.db"
    line = 'umask 000; "$0" -m repplan init --yes --store "$1"'
    subprocess.run(["sh", "-c", line, sys.executable, path], check=True, capture_output=True)
    modes = [stat.S_IMODE(made.stat().st_mode) for made in (path, path.parent, path.parent.parent)]
    assert modes == [0o600, 0o700, 0o700]
