"""The one entrance and the one exit: global options, exit codes, nothing leaked, quiet ends."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from repplan import __version__
from repplan.__main__ import global_options
from repplan.cli import show
from repplan.cli.app import COMMANDS, load
from repplan.cli.runtime import Runtime
from repplan.errors import MissingValue

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Result, Run

SECRET = "Dr Planted Secret 555-0199"  # noqa: S105 - a name to look for in what is told


# --- global options -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "found", "rest"),
    [
        ([], {}, []),
        (["due"], {}, ["due"]),
        (["--store", "x", "due"], {"--store": "x"}, ["due"]),
        (["due", "--store", "x"], {"--store": "x"}, ["due"]),
        (["due", "--store=x=y"], {"--store": "x=y"}, ["due"]),
        (["due", "--lang", "zh_CN", "--all"], {"--lang": "zh_CN"}, ["due", "--all"]),
        (["--version"], {"--version": "yes"}, []),
        (["due", "--version"], {"--version": "yes"}, ["due"]),
        (["log", "patel", "--", "--store", "x"], {}, ["log", "patel", "--", "--store", "x"]),
        (
            ["log", "--", "--version", "--", "--lang"],
            {},
            ["log", "--", "--version", "--", "--lang"],
        ),
        (["--store", "x", "--store", "y"], {"--store": "y"}, []),
        (["log", "patel", "--stores"], {}, ["log", "patel", "--stores"]),
        (["--store", "--lang"], {"--store": "--lang"}, []),
    ],
)
def test_global_options_stand_anywhere(
    argv: list[str], found: dict[str, str], rest: list[str]
) -> None:
    """They are taken from anywhere before ``--``; the rest of the line stays in its order."""
    assert global_options(argv) == (found, rest)


@pytest.mark.parametrize("argv", [["--store"], ["due", "--lang"], ["--store="], ["--lang", ""]])
def test_a_global_option_needs_its_value(argv: list[str]) -> None:
    """Without a value it is said which one is missing."""
    with pytest.raises(MissingValue):
        global_options(argv)


def test_a_missing_value_as_it_is_told(run: Run) -> None:
    """Exit 2, and what the option takes."""
    done = run("config", "show", "--lang")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "--lang en|zh_CN is missing.\n"
        "Give it on the command line; nothing is asked without a terminal.\n"
    )


@pytest.mark.parametrize("argv", [["--version"], ["due", "--version"], ["--version", "nonsense"]])
def test_version(run: Run, argv: list[str]) -> None:
    """Anywhere on the line it answers with the version and does nothing else."""
    done = run(*argv, REPPLAN_NOW="never")
    assert (done.code, done.out, done.err) == (0, f"repplan {__version__}\n", "")


def test_store_on_the_line_beats_the_environment(run: Run, tmp_path: Path) -> None:
    """``--store`` names another store than ``REPPLAN_STORE``; ``~`` is the home folder."""
    other = tmp_path / "other.db"
    assert str(other) in run("due", "--store", str(other)).err
    assert run("due", "--store", "~/x.db", HOME=str(tmp_path)).err.startswith(
        f"There is no store yet at {tmp_path / 'x.db'}.\n"
    )


def test_without_any_store_named(repplan: Run, tmp_path: Path) -> None:
    """Then it is looked for in the platform's user data folder."""
    home = tmp_path / "data"
    done = repplan("due", REPPLAN_STORE="", XDG_DATA_HOME=str(home), HOME=str(tmp_path))
    assert done.code == 7
    if sys.platform == "linux":
        assert f"{home / 'repplan' / 'repplan.db'}" in done.err
    assert not home.exists()


def test_an_unknown_language(run: Run) -> None:
    """A language that we don't speak is refused with those that we do."""
    done = run("due", "--lang", "fr")
    assert (done.code, done.out) == (2, "")
    assert done.err == "“fr” can't be --lang.\nUse one of: en, zh_CN.\n"


def test_a_clock_that_is_none(run: Run) -> None:
    """What replaces the clock must be an instant."""
    done = run("due", REPPLAN_NOW="tomorrow")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "REPPLAN_NOW is “tomorrow”, which is no ISO instant.\n"
        "Try 2026-11-24T07:05:00 or unset it.\n"
    )


# --- usage ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "err"),
    [
        (["undoo"], "There is no command “undoo”. Did you mean: undo?\nSee: repplan --help\n"),
        (["xyzzy"], "There is no command “xyzzy”.\nSee: repplan --help\n"),
        (
            ["provider", "shwo"],
            "There is no command “shwo”. Did you mean: show?\nSee: repplan provider --help\n",
        ),
        (
            ["provider", "show"],
            "Missing argument 'WHO'.\nSee: repplan provider show --help\n",
        ),
        (["config", "show", "--fast"], "No such option: --fast\nSee: repplan config show --help\n"),
        (
            ["undo", "--limit", "many"],
            (
                "Invalid value for '--limit': 'many' is not a valid int range.\n"
                "See: repplan undo --help\n"
            ),
        ),
        (
            ["config", "show", "x"],
            "Got unexpected extra argument(s) (x)\nSee: repplan config show --help\n",
        ),
    ],
)
def test_usage(run: Run, argv: list[str], err: str) -> None:
    """What can't be read is exit 2, one line of what and one of where to look."""
    done = run(*argv)
    assert (done.code, done.out, done.err) == (2, "", err)


@pytest.mark.parametrize("argv", [[], ["--help"], ["-h"]])
def test_help(run: Run, argv: list[str]) -> None:
    """Nothing at all is the wish for help: on stdout, exit 0."""
    done = run(*argv)
    assert (done.code, done.err) == (0, "")
    assert "Every day:\n  due " in done.out
    assert "Anywhere on the line: --store PATH, --lang en|zh_CN, --version." in done.out


def test_help_of_a_group(run: Run) -> None:
    """A group's bare name lists what it has."""
    done = run("provider")
    assert (done.code, done.err) == (0, "")
    assert done.out == run("provider", "--help").out
    assert "Commands:\n  add     add a provider\n" in done.out


def test_help_needs_no_store(run: Run, tmp_path: Path) -> None:
    """Help answers before there is a store."""
    assert run("undo", "--help", "--store", str(tmp_path / "none.db")).code == 0


def test_usage_as_json(run: Run) -> None:
    """With --json an error is one object on stderr, and stdout stays empty."""
    done = run("config", "show", "--fast", "--json")
    assert (done.code, done.out) == (2, "")
    assert json.loads(done.err) == {
        "error": "usage",
        "message": "No such option: --fast",
        "hint": "See: repplan config show --help",
    }


def test_json_behind_dashes_is_text(run: Run) -> None:
    """Behind ``--`` nothing is an option, ``--json`` neither."""
    done = run("config", "set", "policy", "--", "--json")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("“--json” can't be policy.\n")


@pytest.mark.parametrize(
    "said",
    ["[/b]", "\x1b[31mred", "a\nb", "\u202etxt", "%s {said} {0}", "王", "\ud800", "'; DROP TABLE"],
)
def test_hostile_words_come_back_harmless(run: Run, said: str) -> None:
    """Whatever was typed is told without acting on the screen, and never is a bug."""
    for argv in (["provider", "show", said], [said], ["undo", said]):
        done = run(*argv)
        assert done.code in {2, 3}
        assert not {"\x1b", "\u202e", "\ud800"} & set(done.err)
        told = run(*argv, "--json")
        assert json.loads(told.err)["error"] in {"usage", "not-found"}
        assert not {"\x1b", "\u202e", "\ud800"} & set(told.err)


# --- bugs -----------------------------------------------------------------------------------------


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
        f"What was saved before stays; to take it back: repplan undo {batch} The trace," in done.err
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


# --- ends -----------------------------------------------------------------------------------------


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
    assert done.err.startswith("\nInterrupted. What was saved before stays; to take it back: ")


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
