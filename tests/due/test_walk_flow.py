"""``due --walk``: one key an item, what each kind of item offers, and keys that are none."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

from repplan import __main__ as program
from tests.conftest import Result

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from tests.conftest import Run

EVENING = "2026-11-24T18:00:00-06:00"
VISIT = "a amend  c cancel  Enter next  q quit > "
OWED = "d done  s snooze  w waive  Enter next  q quit > "


class Typed(io.StringIO):
    """Keys at a terminal."""

    def isatty(self) -> bool:
        """Say that somebody is there."""
        return True


class Walk(Protocol):
    """Walk through the queue with these lines typed, one after the other."""

    def __call__(self, *argv: str, typed: str, now: str = ..., lang: str = ...) -> Result:
        """Return what it left."""


@pytest.fixture
def walk(run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Walk:
    """Return ``due --walk`` at a terminal, on a promise, and a visit to come."""
    for argv in (
        ("provider", "add", "Anjali Patel, MD", "--account", "Valley Cardiology"),
        ("provider", "add", "Dev Patel"),
        ("provider", "add", "Jo Brandt NP"),
        ("followup", "add", "anjali", "renal table", "--due", "today"),
        ("visit", "plan", "brandt", "--at", "today 15:00"),
    ):
        assert run(*argv).code == 0, argv

    def walked(
        *argv: str, typed: str, now: str = "2026-11-24T07:05:00-06:00", lang: str = "en"
    ) -> Result:
        monkeypatch.setattr(sys, "stdin", Typed(typed))
        monkeypatch.setenv("REPPLAN_NOW", now)
        capsys.readouterr()
        code = program.run(["due", *argv, "--walk", "--lang", lang])
        left = capsys.readouterr()
        return Result(code, left.out, left.err)

    return walked


def states(db: sqlite3.Connection) -> list[tuple[str, str, str | None]]:
    """Return state, day and outcome of each visit."""
    rows = db.execute("SELECT state, on_date, outcome FROM visit ORDER BY id")
    return [(row[0], row[1], row[2]) for row in rows]


def test_a_wrong_key_is_asked_again(walk: Walk, db: sqlite3.Connection) -> None:
    """Neither a wrong key nor a word that only begins like one does anything; the item stays."""
    done = walk("owed", typed="x\ndrop\n周\nd\n")
    assert done.code == 0
    assert done.err == OWED + 3 * ("No such key here. There are: d, s, w, Enter, q.\n" + OWED)
    assert done.out.endswith("1 settled.\n")
    assert db.execute("SELECT state FROM followup").fetchone()[0] == "kept"


def test_a_wrong_key_in_chinese(walk: Walk) -> None:
    """The keys are named in the language of the screen."""
    done = walk("owed", typed="x\nq\n", lang="zh_CN")
    assert done.code == 0
    assert "这里没有这个键,可用的有:d,s,w,回车,q。\n" in done.err


@pytest.mark.parametrize("key", ["Q", "quit", "ｑ"])
def test_a_key_may_be_its_word(walk: Walk, key: str) -> None:
    """The word of a key, a capital or a full-width letter is the key."""
    done = walk("owed", typed=f"{key}\n")
    assert (done.code, done.err) == (0, OWED)
    assert done.out.endswith("\n0 settled.\n")


def test_an_answer_that_is_no_day_is_asked_again(walk: Walk, db: sqlite3.Connection) -> None:
    """A slip in the day doesn't lose the item: its keys are offered again."""
    done = walk("owed", typed="s\nfirday\ns\nfri\n")
    assert done.err == (f"{OWED}Until when? “firday” is no day I know.\n{OWED}Until when? ")
    assert done.out.endswith("1 settled.\n")
    assert db.execute("SELECT snoozed_until FROM followup").fetchone()[0] == "2026-11-27"


def test_a_visit_to_come_can_be_moved(walk: Walk, db: sqlite3.Connection) -> None:
    """A visit to come is amended or cancelled; it can't be logged yet."""
    done = walk("today", typed="l\na\nthu\n")
    assert done.code == 0
    assert done.err == (
        f"{VISIT}No such key here. There are: a, c, Enter, q.\n{VISIT}When instead? "
    )
    assert done.out.endswith("1 settled.\n")
    assert states(db) == [("planned", "2026-11-26", None)]


def test_a_visit_can_be_called_off(walk: Walk, run: Run, db: sqlite3.Connection) -> None:
    """Cancelling is one key, and one undo."""
    assert walk("today", typed="c\n").out.endswith("1 settled.\n")
    assert states(db) == [("cancelled", "2026-11-24", "cancelled")]
    assert run("undo").code == 0
    assert states(db) == [("planned", "2026-11-24", None)]


def test_a_visit_gone_by_can_be_logged(walk: Walk, db: sqlite3.Connection) -> None:
    """What due says of it, log it or cancel it, are its keys."""
    done = walk("today", typed="l\nliked the table\n\n", now=EVENING)
    assert done.code == 0
    assert done.err == "l log  c cancel  Enter next  q quit > Brandt 15:00 > Brandt 15:00 > "
    assert done.out.endswith("1 settled.\n")
    assert states(db) == [("logged", "2026-11-24", "seen")]


def test_a_visit_without_an_hour_offers_all(walk: Walk, run: Run, store: Path) -> None:  # noqa: ARG001 - the store is where it happens
    """Nobody knows whether it was already: it can be logged, moved or called off."""
    assert run("visit", "plan", "dev", "--at", "today").code == 0
    done = walk("dev", typed="\n")
    assert done.err == "l log  a amend  c cancel  Enter next  q quit > "
    assert done.out.endswith("0 settled.\n")


def test_a_provider_can_be_snoozed(walk: Walk, run: Run) -> None:
    """Whom due proposes can be put off, and nothing else."""
    assert (
        run("provider", "edit", "anjali", "--tier", "A", "--last-seen-on", "2026-08-01").code == 0
    )
    done = walk("reconnect", typed="d\ns\n2w\n")
    keys = "s snooze  Enter next  q quit > "
    assert done.err.startswith(
        f"{keys}No such key here. There are: s, Enter, q.\n{keys}Until when? "
    )
    assert "1 settled." in done.out
