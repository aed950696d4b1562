"""What a Tab may do: answer, or nothing. It never complains, writes, or loads what is heavy."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from repplan.cli import completion
from repplan.cli.complete import Offer
from repplan.store.connect import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Ask = Callable[..., tuple[int, str, str]]

HEAVY = frozenset("alembic pydantic pypinyin rapidfuzz rich sqlalchemy sqlmodel wcwidth".split())
"""What costs more than the rest of an answer."""


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Ask:
    """Return a function that asks as zsh does; it returns exit code, answer and complaints."""

    def as_zsh(*words: str, shell: str = "zsh") -> tuple[int, str, str]:
        monkeypatch.setenv("_REPPLAN_COMPLETE", shell)
        monkeypatch.setattr(sys, "argv", ["repplan", *words])
        code = completion.run()
        return code, *capfd.readouterr()

    return as_zsh


@pytest.mark.usefixtures("territory")
def test_an_answer(ask: Ask) -> None:
    """The head, then a line for each word."""
    assert ask("brief", "anj") == (
        0, "words\nAnjali Patel\tAnjali Patel  -- MD · Oakwood Clinic\n", "",
    )  # fmt: skip


@pytest.mark.usefixtures("territory")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "tcsh", ""])
@pytest.mark.parametrize("words", [(), ("",), ("no-such", ""), ("brief", "\udcff"), ("--lang",)])
def test_nothing_asked_is_nothing_complained(ask: Ask, shell: str, words: tuple[str, ...]) -> None:
    """No words, no such command, bytes that are no text, a shell nobody knows: exit 0, silence."""
    code, _said, complaint = ask(*words, shell=shell)
    assert (code, complaint) == (0, "")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _broken(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000] + os.urandom(3000))


def _no_store(path: Path) -> None:
    path.write_text("Dear diary", encoding="utf-8")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _missing(path: Path) -> None:
    path.unlink()


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA + 1}")


def _older(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 0")


@pytest.mark.parametrize("spoil", [_empty, _broken, _no_store, _folder, _missing, _newer, _older])
def test_a_store_that_is_none_completes_nothing(
    ask: Ask, store: Path, spoil: Callable[[Path], None]
) -> None:
    """Missing, broken, foreign, newer or older: no answer, no word, nothing changed or made."""
    spoil(store)
    folder = sorted(store.parent.iterdir())
    before = store.read_bytes() if store.is_file() else b""
    assert ask("brief", "pat") == (0, "", "")
    assert ask("done", "")[::2] == (0, "")
    assert sorted(store.parent.iterdir()) == folder
    assert (store.read_bytes() if store.is_file() else b"") == before
    assert "provider\t" in ask("")[1]


@pytest.mark.usefixtures("territory")
@pytest.mark.parametrize(
    ("name", "value"),
    [("REPPLAN_NOW", "lunch"), ("REPPLAN_LANG", "tlh"), ("REPPLAN_STORE", "\0")],
)
def test_a_wrong_environment_completes_nothing(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """What a command would refuse, a Tab leaves unsaid."""
    if "\0" in value:
        assert ask("--store", value, "brief", "pat") == (0, "", "")
        return
    monkeypatch.setenv(name, value)
    assert ask("brief", "pat") == (0, "", "")


def test_the_store_on_the_line_is_asked(
    ask: Ask, territory: Path, nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``--store``, before or behind the command, beats REPPLAN_STORE."""
    monkeypatch.setenv("REPPLAN_STORE", str(nowhere))
    assert ask("brief", "anj") == (0, "", "")
    assert "Anjali Patel" in ask("--store", str(territory), "brief", "anj")[1]
    assert "Anjali Patel" in ask("brief", f"--store={territory}", "anj")[1]


@pytest.mark.usefixtures("territory")
def test_the_language_on_the_line(ask: Ask) -> None:
    """``--lang`` counts: days are offered in Chinese."""
    assert "明天" in ask("--lang", "zh_CN", "snooze", "rohan", "")[1]
    assert "tomorrow" in ask("snooze", "rohan", "")[1]


def test_a_long_list_is_cut() -> None:
    """At most 50 words, the last of all among them."""
    names = [f"word{number:03}" for number in range(80)]
    offers = [Offer(name) for name in names]
    assert [one.word for one in completion._few(offers)] == [*names[:49], names[-1]]


LINES = (
    ("", ""),
    ("brief", "pat"),
    ("brief", "wang"),
    ("done", ""),
    ("snooze", "rohan", ""),
    ("log", "--outcome", ""),
    ("provider", "list", "--"),
    ("config", "set", ""),
)

OBSERVE = """
import os, sys
from repplan import __main__

def observed(code):
    loaded = {name.partition(".")[0] for name in sys.modules}
    os.write(2, " ".join(sorted(loaded)).encode())
    ends(code)

ends, os._exit = os._exit, observed
__main__.main()
"""


@pytest.mark.parametrize("words", LINES, ids=" ".join)
def test_an_answer_loads_nothing_heavy(territory: Path, words: tuple[str, ...]) -> None:
    """Neither rich nor pydantic nor the tables: an answer costs less than a Typer command."""
    done = subprocess.run(
        [sys.executable, "-c", OBSERVE, *words],
        env={**os.environ, "_REPPLAN_COMPLETE": "zsh", "REPPLAN_STORE": str(territory)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.startswith(("words\n", "menu\n"))
    assert HEAVY.isdisjoint(done.stderr.split())


def test_a_shell_that_has_gone_is_no_error(territory: Path) -> None:
    """With its output closed the process ends quietly all the same."""
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m repplan brief pat >&-'],
        env={**os.environ, "_REPPLAN_COMPLETE": "zsh", "REPPLAN_STORE": str(territory)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
