"""``undo`` as a rep meets it: exact words, exit codes, JSON."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from repplan.store.write import change, insert

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Result, Run, Writing

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


@pytest.mark.usefixtures("patel")
def test_undo_says_what_it_took_back(run: Run) -> None:
    """The command, when it was, each kind of record with its name, and how to have it again."""
    run("log", "patel", "keen on the table; > send renal table by fri", "--at", "7:00")
    done = run("undo")
    assert (done.code, done.err) == (0, "")
    assert masked(done.out) == (
        "Taken back: log, Tue 24 Nov 07:05\n"
        "    removed: 1 visit (2026-11-24 Anjali Patel), 1 follow-up (send renal table)\n"
        "Have it again: repplan undo b-*\n"
    )


@pytest.mark.usefixtures("patel")
def test_twice_goes_two_back_and_then_there_is_nothing(run: Run) -> None:
    """Undos are passed over, and at the beginning it says so."""
    run("provider", "edit", "patel", "--tier", "A")
    assert masked(run("undo").out) == (
        "Taken back: provider edit, Tue 24 Nov 07:05\n"
        "    as before: 1 provider (Anjali Patel)\n"
        "Have it again: repplan undo b-*\n"
    )
    assert masked(run("undo").out).startswith("Taken back: provider add, Tue 24 Nov 07:05\n")
    done = run("undo")
    assert (done.code, done.out) == (3, "")
    assert done.err == (
        "There is nothing to take back.\n"
        "All that was done, redone and taken back: repplan history\n"
    )


def test_undo_of_an_undo_does_it_again(run: Run, patel: str) -> None:
    """The redo puts back what there was, under the same refs, and can be taken back in turn."""
    first = batches(run)[0]["batch"]
    undone = answer(run("undo", "--json"))
    assert run("provider", "show", patel).code == 3
    done = run("undo", undone["batch"])
    assert masked(done.out) == (
        "Done again: provider add, Tue 24 Nov 07:05\n"
        "    put back: 1 provider (Anjali Patel), 1 place of work, 1 account (Valley)\n"
        "Take it back: repplan undo b-*\n"
    )
    assert "Anjali Patel" in run("provider", "show", patel).out
    # It stands again: so it is what a bare undo takes back.
    assert answer(run("undo", "--json"))["undoes"] == first
    assert run("provider", "show", patel).code == 3


def test_undo_as_json(run: Run, patel: str) -> None:
    """Scripts get the new batch, the one taken back, and how many changes it was."""
    assert patel
    first = batches(run)[0]["batch"]
    undone = answer(run("undo", "--json"))
    assert undone == {
        "batch": batches(run)[0]["batch"],
        "undoes": first,
        "changes": 3,
        "command": "provider add",
        "redoes": None,
        "records": [
            {"table": "account", "kind": "add", "count": 1},
            {"table": "affiliation", "kind": "add", "count": 1},
            {"table": "provider", "kind": "add", "count": 1},
        ],
    }
    assert answer(run("undo", undone["batch"], "--json"))["redoes"] == first


@pytest.mark.usefixtures("patel")
def test_the_list(run: Run) -> None:
    """Newest first, with what was taken back and by what; ``history`` alone says the same."""
    run("config", "set", "owner.name", "Kim Tan")
    run("undo")
    run("config", "set", "owner.name", "Kim Tan")
    done = run("undo", "--list")
    assert [re.split(r"\s{2,}", line) for line in masked(done.out).splitlines()] == [
        ["When", "Command", "What", "Changes", "By", "Ref"],
        ["Tue 24 Nov 07:05", "config set", "1", "b-*"],
        ["Tue 24 Nov 07:05", "undo", "takes back b-*", "1", "Kim Tan", "b-*"],
        ["Tue 24 Nov 07:05", "config set", "taken back", "1", "b-*"],
        ["Tue 24 Nov 07:05", "provider add", "Patel", "3", "b-*"],
    ]
    assert run("history").out == done.out
    assert run("undo", "--list", "--limit", "1").out.count("b-") == 1


@pytest.mark.usefixtures("patel")
def test_the_list_as_json(run: Run) -> None:
    """Each batch with its command, instant, actor and number of changes, all of them."""
    run("undo")
    first, second = batches(run)
    assert list(first) == [
        "batch",
        "command",
        "at",
        "by",
        "changes",
        "undoes",
        "undone_by",
        "outside",
        "about",
    ]
    assert (first["command"], first["at"], first["by"], first["changes"]) == (
        "undo",
        "2026-11-24T13:05:00Z",
        None,
        3,
    )
    assert (first["about"], second["about"]) == (["Patel"], ["Patel"])
    assert (first["undoes"], second["undone_by"]) == (second["batch"], first["batch"])
    assert answer(run("history", "--json")) == {"batches": [first, second]}


def test_an_empty_list(run: Run) -> None:
    """A new store has nothing to list, which is an answer and no error."""
    assert run("undo", "--list").out == "Nothing has been written yet.\n"
    assert answer(run("undo", "--list", "--json")) == {"batches": []}


@pytest.mark.usefixtures("patel")
def test_what_changed_since_is_refused_and_named(run: Run) -> None:
    """An earlier command whose cell another one set again is taken back only by force."""
    run("provider", "edit", "patel", "--tier", "A")
    second = batches(run)[0]["batch"]
    run("provider", "edit", "patel", "--tier", "C", now="2026-11-24T08:00:00-06:00")
    done = run("undo", second)
    assert (done.code, done.out) == (6, "")
    assert masked(done.err) == (
        "b-* can't be taken back: this has changed since.\n"
        "  p-*  Anjali Patel  tier (provider edit, b-*, 2026-11-24 08:00)\n"
        "Take that back first, or override: repplan undo b-* --force\n"
    )
    told = json.loads(run("undo", second, "--json").err)
    assert (told["error"], told["batch"], len(told["changes"])) == ("changed-since", second, 1)
    assert run("undo", second, "--force").code == 0
    assert answer(run("provider", "show", "patel", "--json"))["tier"] == "B"


@pytest.mark.usefixtures("patel")
def test_what_others_hang_on_is_refused(run: Run) -> None:
    """A provider with a later note stays, force or not; the note is named."""
    first = batches(run)[0]["batch"]
    run("note", "add", "patel", "likes data first")
    for force in ((), ("--force",)):
        done = run("undo", first, *force)
        assert (done.code, done.out) == (6, "")
        assert masked(done.err) == (
            "b-* can't be taken back: these hang on it, or took its place.\n"
            "  n-*  likes data first (note add, b-*, 2026-11-24 07:05)\n"
            "Take those back first; force would not help.\n"
        )
    run("undo")
    assert run("undo", first).code == 0


@pytest.mark.usefixtures("patel")
def test_what_is_taken_back_already_is_said(run: Run) -> None:
    """Once is enough: it says how to have it again."""
    first = batches(run)[0]["batch"]
    run("undo")
    done = run("undo", first)
    assert (done.code, done.out) == (6, "")
    assert masked(done.err) == ("b-* is taken back already.\nTo have it again: repplan undo b-*\n")


def test_many_clashes_are_a_few_lines(run: Run, writing: Writing) -> None:
    """A hundred records that changed since don't fill the screen."""
    with writing("import csv") as work:
        ids = [insert(work, "account", {"name": f"Clinic {number}"})[0] for number in range(30)]
    first = batches(run)[0]["batch"]
    with writing("account edit") as work:
        for identity in ids:
            change(work, "account", identity, {"city": "Dayton"})
    lines = run("undo", first).err.splitlines()
    assert len(lines) == 11
    assert lines[9] == "  +22"


@pytest.mark.usefixtures("patel")
def test_derived_values_follow(run: Run) -> None:
    """After an undo people are found by the names they have, and their last contact is counted."""
    run("provider", "edit", "patel", "--name", "Anjali Rao")
    run("log", "rao", "keen", "--at", "7:00")
    assert answer(run("provider", "show", "rao", "--json"))["last_contact_on"] == "2026-11-24"
    run("undo")
    assert answer(run("provider", "show", "rao", "--json"))["last_contact_on"] is None
    run("undo")
    assert run("provider", "show", "rao").code == 3
    assert run("provider", "show", "patel").code == 0
    assert answer(run("find", "patel", "--json"))["hits"]
    assert run("check").code == 0


@pytest.mark.usefixtures("patel")
def test_outside_edits_are_passed_over(run: Run, store: Path) -> None:
    """What another program wrote is no command: a bare undo goes past it and leaves it alone."""
    run("provider", "edit", "patel", "--tier", "A")
    outside(store, "UPDATE provider SET phone = '555'")
    assert run("undo").out.startswith("Taken back: provider edit")
    known = answer(run("provider", "show", "patel", "--json"))
    assert (known["tier"], known["phone"]) == ("B", "555")
    assert [batch["outside"] for batch in batches(run)] == [False, True, False, False]


@pytest.mark.usefixtures("patel")
def test_an_outside_edit_stands_against_an_undo(run: Run, store: Path) -> None:
    """A cell that another program set since is named as that."""
    run("provider", "edit", "patel", "--tier", "A")
    outside(store, "UPDATE provider SET tier = 'D'")
    done = run("undo")
    assert done.code == 6
    assert "  Anjali Patel  tier (from outside repplan, 2" in done.err


def test_a_batch_by_the_beginning_of_its_ref(run: Run, writing: Writing) -> None:
    """Four characters are enough, with the letter or without; more than one match is told."""
    for ref in ("b-22223333", "b-22224444"):
        with writing("account add") as work:
            object.__setattr__(work, "batch", ref)
            work.db.execute("UPDATE journal_context SET batch = ?", (ref,))
            insert(work, "account", {"name": ref})
    done = run("undo", "2222")
    assert (done.code, done.out) == (4, "")
    assert done.err == (
        "“2222” could be 2 of them:\n"
        "  b-22223333  account add  Tue 24 Nov 07:05\n"
        "  b-22224444  account add  Tue 24 Nov 07:05\n"
        "Add a place (patel@oakwood), a first name, or use the ref.\n"
    )
    assert run("undo", "22224").code == 0
    assert run("undo", "B-22223").code == 0


@pytest.mark.parametrize("said", ["b-99999999", "9999", "p-99999999", "patel", "log"])
def test_a_batch_that_is_not_there(run: Run, said: str) -> None:
    """What is no batch of this store is not found, and nothing is taken back instead."""
    run("account", "add", "Valley")
    done = run("undo", said)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"Nobody and nothing here is called “{said}”.\n")
    assert len(batches(run)) == 1
