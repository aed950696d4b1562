"""``repplan drill`` without a session: lists, JSON, refusals; what is asked of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run
    from tests.drills.conftest import Terminal

pytestmark = pytest.mark.usefixtures("people")


@pytest.mark.usefixtures("cardexa")
def test_without_a_terminal(run: Run) -> None:
    """A session needs somebody who answers; what it would ask is there as JSON and as a list."""
    refused = run("drill")
    assert refused.code == 2
    assert refused.err == (
        "drill asks and waits for keys: it needs a terminal.\n"
        "The cards, without a session: repplan drill --list\n"
    )
    cards = run("drill", "--json").json["cards"]
    assert [(one["kind"], one["aspect"]) for one in cards] == [
        ("message", "20s"),
        ("objection", "answer"),
        ("fact", "indications"),
        ("message", cards[3]["aspect"]),
        ("objection", "answer"),
        ("fact", "mechanism"),
        ("message", cards[6]["aspect"]),
    ]
    asked = {
        one["aspect"]: one
        for one in cards
        if one["about"] == "Cardexa" and "claim" in one["answer"]
    }
    assert asked["2m"]["answer"] == {
        "answer": "In REGATTA the dose stayed.",
        "claim": "same dose from 75 up",
        "limitation": "not below an eGFR of 30",
        "evidence": "REGATTA 2025",
    }
    listed = run("drill", "--list").out.splitlines()
    assert "new  Cardexa, in 20 seconds, with what it can't say: same dose from 75 up" in listed
    assert "new  Cardexa: how does it work?" in listed


@pytest.mark.usefixtures("cardexa")
@pytest.mark.parametrize("who", [(), ("--role-play", "anjali")])
def test_a_list_fits_the_screen(run: Run, who: tuple[str, ...]) -> None:
    """A long question, objection or answer breaks at its blanks: nothing is lost of it."""
    words = " ".join(["unremarkable"] * 30)
    run(
        "objection",
        "add",
        "cardexa",
        "--text",
        words,
        "--category",
        "clinical",
        "--answer",
        f"{words} is so",
    )
    listed = run("drill", "--list", *who).out
    assert max(map(len, listed.splitlines())) <= 80
    assert listed.count("unremarkable") == (60 if who else 30)


@pytest.mark.usefixtures("valley")
def test_who_is_who(run: Run, terminal: Terminal) -> None:
    """Who decides, who speaks for us, who reports to whom: of those who work there alone."""
    cards = run("drill", "--account", "valley", "--json").json["cards"]
    assert [(one["question"], one["answer"]) for one in cards] == [
        ("Who decides at Valley Cardiology?", {"answer": "Leo Brandt"}),
        ("Who speaks for you at Valley Cardiology?", {"answer": "Anjali Patel, MD"}),
        ("Whom does Anjali Patel, MD report to?", {"answer": "Leo Brandt"}),
    ]
    # Without being asked, only before a visit there.
    assert run("drill", "--json").json["cards"] == []
    run("visit", "plan", "anjali", "--at", "today 15:00")
    assert len(run("drill", "--json").json["cards"]) == 3
    # Practised once, it stays; that nobody is known any more is an answer too.
    assert terminal("drill", typed="\n3\n" * 3).code == 0
    run("provider", "retire", "leo")
    later = run("drill", "--json", now="2027-01-04T08:00:00-06:00").json["cards"]
    assert {one["question"]: one["answer"] for one in later} == {
        "Who decides at Valley Cardiology?": {},
        "Who speaks for you at Valley Cardiology?": {"answer": "Anjali Patel, MD"},
    }


def test_nothing_is_there(run: Run) -> None:
    """An empty store says how to begin; nobody's objections are known."""
    assert run("drill", "--list").out.startswith("Nothing to practise yet: repplan import pack")
    assert run("drill", "--role-play", "anjali").out.startswith("No objection is known that Anjali")
    assert run("drill", "--json").json == {"cards": []}


@pytest.mark.usefixtures("cardexa")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--product", "nothing"), 3, "nothing"),
        (("--account", "nowhere"), 3, "nowhere"),
        (("--role-play", "patel"), 4, "patel"),
        (("--role-play", "张三"), 3, "张三"),
        (("--product", "card", "--role-play", "anjali"), 2, "A drill is about one thing."),
    ],
)
def test_refusals(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    """Wrong names, and two wishes at once."""
    answer = run("drill", *words)
    assert answer.code == code
    assert said in answer.err


@pytest.mark.usefixtures("cardexa")
def test_reading_writes_nothing(run: Run, db: sqlite3.Connection) -> None:
    """Lists and JSON make no card and no batch."""
    before = db.execute("SELECT count(*) FROM batch").fetchone()[0]
    run("drill", "--json")
    run("drill", "--list")
    run("drill", "--role-play", "anjali", "--json")
    assert db.execute("SELECT count(*) FROM batch").fetchone()[0] == before
    assert db.execute("SELECT count(*) FROM drill_card").fetchone()[0] == 0
