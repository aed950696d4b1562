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
VISIT = "a amend  c cancel  n/Enter next  q quit > "
OWED = "d done  s snooze  w waive  n/Enter next  q quit > "


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
    assert done.err == OWED + 3 * ("No such key here. There are: d, s, w, n, Enter, q.\n" + OWED)
    assert done.out.partition("1 settled.\n")[1]
    assert db.execute("SELECT state FROM followup").fetchone()[0] == "kept"


def test_a_wrong_key_in_chinese(walk: Walk) -> None:
    """The keys are named in the language of the screen."""
    done = walk("owed", typed="x\nq\n", lang="zh_CN")
    assert done.code == 0
    assert "这里没有这个键,可用的有:d,s,w,n,回车,q。\n" in done.err


@pytest.mark.parametrize("key", ["Q", "quit", "ｑ"])
def test_a_key_may_be_its_word(walk: Walk, key: str) -> None:
    """The word of a key, a capital or a full-width letter is the key."""
    done = walk("owed", typed=f"{key}\n")
    assert (done.code, done.err) == (0, OWED)
    assert done.out.endswith("\n0 settled.\n")


def test_an_answer_that_is_no_day_is_asked_again(walk: Walk, db: sqlite3.Connection) -> None:
    """A slip in the day asks for the day again: what is typed next is never taken as keys."""
    done = walk("owed", typed="s\nfirday\nfeb 30\nyesterday\nfri\n")
    until = "Until when? (Enter: back) "
    assert done.err.startswith(
        f"{OWED}{until}“firday” is no day I know.\n{until}“feb 30” is no day"
    )
    assert done.err.count(until) == 4
    assert done.err.count(OWED) == 1
    assert "\nAnjali Patel, MD: renal table  put off until Fri 2026-11-27\n1 settled.\n" in done.out
    assert db.execute("SELECT snoozed_until FROM followup").fetchone()[0] == "2026-11-27"


def test_no_day_leads_back_to_the_keys(walk: Walk, db: sqlite3.Connection) -> None:
    """Enter instead of a day settles nothing and offers the keys again."""
    done = walk("owed", typed="s\n\nq\n")
    assert done.err == f"{OWED}Until when? (Enter: back) {OWED}"
    assert done.out.endswith("\n0 settled.\n")
    assert db.execute("SELECT snoozed_until FROM followup").fetchone()[0] is None


def test_what_was_written_is_said_and_can_be_taken_back(walk: Walk, run: Run) -> None:
    """Each answer says what it wrote; quitting names every undo on a line of its own."""
    assert run("followup", "add", "dev", "price list", "--due", "today").code == 0
    done = walk("owed", typed="d\nw\nq\n")
    assert "\nkept  price list  Dev Patel  f-" in done.out
    assert "\nwaived  renal table  Anjali Patel, MD  f-" in done.out
    *_items, count, first, second = done.out.splitlines()
    assert count == "2 settled."
    for line in (second, first):
        told, _command, batch = line.rpartition("repplan undo ")
        assert told == "Saved. Take it back: "
        assert run("undo", batch).code == 0


def test_ctrl_c_names_every_undo(walk: Walk, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever leaves by Ctrl-C gets all undos too, the newest first, a line each."""
    assert run("followup", "add", "dev", "price list", "--due", "today").code == 0
    keys = iter(["d", "d"])

    def pressed(_question: str) -> str:
        try:
            return next(keys)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr("repplan.due.walk_flow.ask_key", pressed)
    done = walk(typed="")
    assert done.code == 130
    head, first, second = done.err.strip().splitlines()
    assert head == "Interrupted. What was saved before stays; to take it back:"
    for line in (first, second):
        assert line.startswith("  repplan undo b-")
        assert run(*line.split()[1:]).code == 0


def test_the_end_of_input_quits(walk: Walk) -> None:
    """Ctrl-D quits like q: what was written isn't told as left."""
    done = walk("owed", typed="")
    assert (done.code, done.out.splitlines()[-1]) == (0, "0 settled.")


def test_the_end_of_input_quits_at_a_question(walk: Walk) -> None:
    """So does Ctrl-D where a day is asked for: what was done before is told with its undo."""
    done = walk("owed", typed="d\ns\n")
    assert done.code == 0
    assert done.out.splitlines()[-2] == "1 settled."
    assert done.out.splitlines()[-1].startswith("Saved. Take it back: repplan undo b-")


def test_a_visit_to_come_can_be_moved(walk: Walk, db: sqlite3.Connection) -> None:
    """A visit to come is amended or cancelled; it can't be logged yet."""
    done = walk("today", typed="l\na\nthu\n")
    assert done.code == 0
    assert done.err == (
        f"{VISIT}No such key here. There are: a, c, n, Enter, q.\n{VISIT}When instead? (Enter: back) "
    )
    assert done.out.partition("1 settled.\n")[1]
    assert states(db) == [("planned", "2026-11-26", None)]


def test_a_visit_can_be_called_off(walk: Walk, run: Run, db: sqlite3.Connection) -> None:
    """Cancelling is one key, and one undo."""
    assert walk("today", typed="c\n").out.partition("1 settled.\n")[1]
    assert states(db) == [("cancelled", "2026-11-24", "cancelled")]
    assert run("undo").code == 0
    assert states(db) == [("planned", "2026-11-24", None)]


def test_a_visit_gone_by_can_be_logged(walk: Walk, db: sqlite3.Connection) -> None:
    """What due says of it, log it or cancel it, are its keys."""
    done = walk("today", typed="l\nliked the table\n\n", now=EVENING)
    assert done.code == 0
    assert done.err == "l log  c cancel  n/Enter next  q quit > Brandt 15:00 > Brandt 15:00 > "
    assert done.out.partition("1 settled.\n")[1]
    assert states(db) == [("logged", "2026-11-24", "seen")]
    assert done.out.count("repplan undo") == 1
    assert done.out.splitlines()[-1].startswith("Saved. Take it back: repplan undo b-")


def test_a_clock_of_a_log_is_still_told(walk: Walk) -> None:
    """One undo at the end; what an undo doesn't stop is said with the visit."""
    done = walk("today", typed="l\n@ patient had a rash on Cardexa\n\ny\ny\n", now=EVENING)
    assert done.out.count("repplan undo") == 1, done
    assert "Undo doesn't stop its clock." in done.out


def test_a_visit_without_an_hour_offers_all(walk: Walk, run: Run, store: Path) -> None:  # noqa: ARG001 - the store is where it happens
    """Nobody knows whether it was already: it can be logged, moved or called off."""
    assert run("visit", "plan", "dev", "--at", "today").code == 0
    done = walk("dev", typed="\n")
    assert done.err == "l log  a amend  c cancel  n/Enter next  q quit > "
    assert done.out.endswith("0 settled.\n")


def test_a_provider_can_be_snoozed(walk: Walk, run: Run) -> None:
    """Whom due proposes can be put off, and nothing else."""
    assert (
        run("provider", "edit", "anjali", "--tier", "A", "--last-seen-on", "2026-08-01").code == 0
    )
    done = walk("reconnect", typed="d\ns\n2w\n")
    keys = "s snooze  n/Enter next  q quit > "
    assert done.err.startswith(
        f"{keys}No such key here. There are: s, n, Enter, q.\n{keys}Until when? (Enter: back) "
    )
    assert "1 settled." in done.out
