"""Clocks in the queue: on top, whole, never put off; questions that medical affairs answers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from repplan.clock import Clock
from repplan.due.queries import queue

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")

THU = "2026-11-26T07:05:00-06:00"


@pytest.fixture
def heard(run: Run) -> Run:
    """Return the command line where two things were heard and a promise is late."""
    told = ("safety", "add", "anjali", "dizzy on Cardexa", "--heard", "mon 14:20")
    assert run(*told).code == 0
    assert run("safety", "add", "王建国", "服泽康平后起疹", "--heard", "mon 4:20").code == 0
    assert run("followup", "add", "dev", "table", "--due", "2026-11-30").code == 0
    return run


def items(run: Run, now: str = THU) -> list[dict[str, Any]]:
    """Return the whole queue."""
    found: list[dict[str, Any]] = run("due", "--json", now=now).json["items"]
    return found


def test_clocks_stand_on_top(heard: Run) -> None:
    """The first to run out is first: how long, who, what, when it was heard, until when."""
    lines = heard("due").out.splitlines()
    assert lines[1:4] == [
        "CLOCK  2h45 late   王建国 A     服泽康平后起疹, heard Mon 4:20     report it now",
        "       7h15 left   Patel A A    dizzy on Cardexa",
        "                                heard Mon 14:20                  report by 14:20",
    ]
    assert heard("due", "clocks").out.splitlines() == lines[1:4]
    (first, *_others) = heard("safety", "list", "--json").json["safety"]
    assert lines[-1].startswith(f"NEXT   safety report {first['ref'][:6]} | ")


def test_json(heard: Run) -> None:
    """A clock is an item of its kind, with the instant at which it runs out and a true sum."""
    first, second = items(heard, "2026-11-24T07:05:00-06:00")[:2]
    assert (first["group"], first["kind"], first["what"]) == ("clocks", "safety", "服泽康平后起疹")
    assert (second["due_at"], second["due_on"]) == ("2026-11-24T20:20:00Z", "2026-11-24")
    for one in (first, second):
        assert one["score"] == pytest.approx(sum(term["points"] for term in one["why"]))
    assert first["score"] > second["score"]


def test_until_it_is_reported(heard: Run) -> None:
    """A number takes it off the screen, and so does a reason why it is none."""
    heard("safety", "report", "anjali", "--reference", "1")
    heard("safety", "not-an-event", "起疹", "--because", "a film")
    assert [one for one in items(heard) if one["group"] == "clocks"] == []


def test_a_clock_cant_be_put_off(heard: Run) -> None:
    """Snooze names why; done points to where it is reported; nothing is written."""
    ref = items(heard)[0]["ref"]
    refused = heard("snooze", ref, "tomorrow")
    assert refused.code == 5
    assert refused.err == (
        f"“服泽康平后起疹” is a safety clock ({ref}): a clock can't be put off.\n"
        f"It stops when it is reported: repplan safety report {ref}\n"
    )
    done = heard("done", ref)
    assert (done.code, done.err.splitlines()[1]) == (
        2,
        f"Its clock stops with: repplan safety report {ref}",
    )


def test_a_clock_cant_be_put_off_by_its_words(heard: Run) -> None:
    """Whose it is and words of it name the clock too: it isn't that nothing is open."""
    for words in (("anjali", "dizzy"), ("dizzy",)):
        refused = heard("snooze", *words, "fri")
        assert (refused.code, "is a safety clock (e-" in refused.err) == (5, True)
    done = heard("done", "anjali", "dizzy")
    assert (done.code, "is a safety report." in done.err) == (2, True)


def test_however_much_is_owed(heard: Run) -> None:
    """Thirty late promises take no line from the clocks."""
    for number in range(30):
        heard("followup", "add", "dev", f"paper {number}", "--due", "2026-11-24")
    lines = heard("due", now=THU).out.splitlines()
    assert [line[:5] for line in lines[1:3]] == ["CLOCK", "     "]
    assert "dizzy" in lines[2]


def test_heard_after_now(heard: Run) -> None:
    """Where the machine's clock was set back since, the line says to look at it."""
    lines = heard("due", now="2026-11-23T03:00:00-06:00").out.splitlines()
    assert "check clock" in lines[1]


def test_a_question_for_medical_affairs(run: Run) -> None:
    """To send: a clock. Sent: waited for. Answered: owed, and said since when. Handed: gone."""
    run("inquiry", "add", "lindqvist", "ok in dialysis?")
    (ref,) = (one["ref"] for one in run("inquiry", "list", "--json").json["inquiries"])
    lines = run("due").out.splitlines()
    assert lines[0].endswith("you owe nothing")
    assert lines[1].startswith('CLOCK  to send     Lindqvist    "ok in dialysis?"')
    assert lines[1].endswith(f"inquiry send {ref[:6]}")
    assert run("snooze", ref, "tomorrow").code == 5
    assert run("done", ref).code == 2
    run("inquiry", "send", ref)
    assert run("due", now=THU).out.splitlines()[1] == (
        'THEY   since 2d    Lindqvist    "ok in dialysis?"         with medical since Tue'
    )
    run("inquiry", "answer", ref, "No.", now="2026-11-25T07:05:00-06:00")
    (owed,) = items(run)
    assert (owed["group"], owed["kind"], owed["what"]) == (
        "promises",
        "question",
        '"ok in dialysis?"',
    )
    assert '"ok in dialysis?" medical replied Wed' in run("due", now=THU, COLUMNS="100").out
    assert "1" in run("due", now=THU).out.splitlines()[0].split("you owe")[1]
    run("inquiry", "hand", ref, now=THU)
    assert items(run) == []


def test_the_questions_are_read_once(run: Run, db: sqlite3.Connection) -> None:
    """A morning asks the store once for what is with medical affairs."""
    run("inquiry", "add", "lindqvist", "ok in dialysis?")
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    queue(db, Clock(datetime.fromisoformat(THU)), language="en")
    assert len([sql for sql in asked if "i.question" in sql]) == 1
