"""What runs for this person stands among the stops, in both languages, until it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")


def section(run: Run, who: str, name: str) -> list[dict[str, Any]]:
    """Return one section of a brief."""
    sections = run("brief", who, "--json").json["sections"]
    found: list[dict[str, Any]] = next(one["items"] for one in sections if one["name"] == name)
    return found


def test_an_open_clock_is_the_first_stop(run: Run) -> None:
    """Before anything else that stops: what was heard, and until when it is to be reported."""
    run("provider", "edit", "anjali", "--state", "no-see")
    run("safety", "add", "anjali", "dizzy on Cardexa", "--heard", "mon 14:20")
    first, second = section(run, "anjali", "stops")
    assert first["text"] == (
        "safety clock, 7h15 left: dizzy on Cardexa, heard Mon 14:20: report by 14:20"
    )
    assert (first["kind"], first["due_at"]) == ("safety", "2026-11-24T20:20:00Z")
    assert "sees no reps" in second["text"]
    assert "STOP   safety clock, 7h15 left: dizzy on Cardexa" in run("brief", "anjali").out
    assert section(run, "dev", "stops") == []
    run("safety", "report", "anjali", "--reference", "1")
    assert len(section(run, "anjali", "stops")) == 1


def test_dont_answer_then_hand_over(run: Run) -> None:
    """A question is stopped until medical affairs has answered; then it is owed."""
    run("inquiry", "add", "lindqvist", "ok in dialysis?")
    (stop,) = section(run, "lindqvist", "stops")
    assert stop["text"] == (
        '"ok in dialysis?" is for medical affairs, not sent yet: don\'t answer yourself'
    )
    run("inquiry", "send", "lindqvist")
    (stop,) = section(run, "lindqvist", "stops")
    assert stop["text"] == (
        '"ok in dialysis?" asked, with medical affairs since Tue 24 Nov: don\'t answer yourself'
    )
    assert section(run, "lindqvist", "owed") == []
    run("inquiry", "answer", "dialysis", "No.")
    assert section(run, "lindqvist", "stops") == []
    (owed,) = section(run, "lindqvist", "owed")
    assert owed["text"] == '"ok in dialysis?", medical affairs answered: hand over, Thu 26 Nov'
    run("inquiry", "hand", "dialysis")
    assert section(run, "lindqvist", "owed") == []
