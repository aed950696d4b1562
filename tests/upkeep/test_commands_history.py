"""``history``: what was done to a record, by which command, cell by cell."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Result, Run

REF = re.compile(r"\b([a-z])-[2-9bcdfghjkmnpqrstvwxz]{4,8}\b")


def masked(text: str) -> str:
    """Return a screen with every ref as its letter: they are drawn anew each time."""
    return REF.sub(r"\1-*", text)


def outside(store: Path, *statements: str) -> None:
    """Edit the store as another program would."""
    with closing(sqlite3.connect(store)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


def answer(done: Result) -> dict[str, Any]:
    """Return what a command with --json answered; it must have succeeded."""
    assert (done.code, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)
    return found


def batches(run: Run) -> list[dict[str, Any]]:
    """Return every batch, newest first."""
    found: list[dict[str, Any]] = answer(run("undo", "--list", "--json"))["batches"]
    return found


@pytest.fixture
def patel(run: Run) -> str:
    """Return the ref of a provider, added at an account by the first command."""
    ref: str = answer(
        run("provider", "add", "Anjali Patel", "--tier", "B", "--account", "Valley", "--json")
    )["provider"]["ref"]
    return ref


def test_the_history_of_a_record(run: Run, patel: str) -> None:
    """Each cell as it was and as it became, by which command, and what was taken back."""
    run("config", "set", "owner.name", "Kim Tan")
    run("provider", "edit", "patel", "--tier", "A", "--nicknames", "Anj; AP")
    run("undo")
    for words in ("patel", patel, patel[2:7]):
        assert masked(run("history", words).out) == (
            "Anjali Patel  p-*\n"
            "Tue 24 Nov 07:05  undo  Kim Tan  b-*\n"
            "    nicknames: Anj, AP -> nothing\n"
            "    tier: A -> B\n"
            "Tue 24 Nov 07:05  provider edit  Kim Tan  b-*  taken back\n"
            "    nicknames: nothing -> Anj, AP\n"
            "    tier: B -> A\n"
            "Tue 24 Nov 07:05  provider add  b-*\n"
            "    added\n"
            "    w-* Valley  added\n"
        )


@pytest.mark.usefixtures("patel")
def test_the_history_of_a_batch(run: Run) -> None:
    """All that one command did, in its order, by the names of what it did it to."""
    done = run("history", batches(run)[0]["batch"])
    assert masked(done.out) == (
        "Tue 24 Nov 07:05  provider add  b-*\n"
        "    a-* Valley  added\n"
        "    p-* Anjali Patel  added\n"
        "    w-* Valley  added\n"
    )
    told = run("history", batches(run)[0]["batch"], "--limit", "2").out
    assert told.endswith("    +1 (--limit)\n")


def test_the_history_of_what_is_gone(run: Run, patel: str) -> None:
    """A record that was taken back is still known by its ref."""
    run("undo")
    assert masked(run("history", patel).out) == (
        "Anjali Patel  p-*\n"
        "Tue 24 Nov 07:05  undo  b-*\n"
        "    deleted\n"
        "Tue 24 Nov 07:05  provider add  b-*  taken back\n"
        "    added\n"
    )


@pytest.mark.usefixtures("patel")
def test_the_history_of_an_account_by_name(run: Run) -> None:
    """Words that no provider answers to may be an account's."""
    assert masked(run("history", "valley").out).startswith("Valley  a-*\n")


@pytest.mark.usefixtures("patel")
def test_outside_edits_are_flagged(run: Run, store: Path) -> None:
    """What another program wrote stands there without a command, and says so."""
    outside(store, "UPDATE provider SET phone = '555'")
    told = re.sub(r"\w{3} \d+ \w{3}( \d{4})? \d\d:\d\d", "WHEN", run("history", "patel").out)
    assert masked(told).startswith(
        "Anjali Patel  p-*\nWHEN  edited from outside repplan\n    phone: nothing -> 555\n"
    )


def test_history_as_json(run: Run, patel: str) -> None:
    """Scripts get each cell with table, column, old and new."""
    run("provider", "edit", "patel", "--tier", "A")
    told = answer(run("history", "patel", "--json"))
    assert told["ref"] == patel
    assert told["batches"][0]["command"] == "provider edit"
    assert told["batches"][0]["cells"] == [
        {
            "ref": patel,
            "table": "provider",
            "kind": "set",
            "column": "tier",
            "old": "B",
            "new": "A",
            "erased": False,
            "personal": False,
        }
    ]


@pytest.mark.parametrize("said", ["nobody", "p-99999999", "b-99999999", "%"])
def test_no_history(run: Run, said: str) -> None:
    """What is not there has no history: not found, with the word that was said."""
    done = run("history", said)
    assert (done.code, done.out) == (3, "")
    assert f"“{said}”" in done.err


def test_erased_values_are_named_as_erased(run: Run, patel: str, store: Path) -> None:
    """Where values are gone for good, history says that and nothing else."""
    run("provider", "edit", "patel", "--tier", "A")
    outside(store, "UPDATE journal SET old = NULL, new = NULL, salt = NULL WHERE col = 'tier'")
    assert "    tier: erased for good\n" in run("history", patel).out


@pytest.mark.usefixtures("patel")
def test_hostile_text_stays_text(run: Run) -> None:
    """What a cell holds can't colour or move anything, in history or in undo."""
    run("note", "add", "patel", "[red]\x1b[31mred[/] \u202eevil")
    done = run("undo")
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out
    assert "[red]" in done.out
