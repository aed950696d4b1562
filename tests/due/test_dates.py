"""Days that come back, in the morning queue: whose, from when, and for whose eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

FIRST = "2026-11-01T12:00:00-06:00"


@pytest.fixture
def known(run: Run) -> Run:
    """Return ``run`` on a store with four people who have the same birthday, and one colleague."""
    for line in (
        ("provider", "add", "Anjali Patel", "--last-seen-on", "2026-10-01", "--tier", "A"),
        ("provider", "add", "Dev Moss"),
        ("provider", "add", "Jo Brandt", "--last-seen-on", "2024-10-01"),
        ("provider", "add", "Åsa Lind", "--last-seen-on", "2026-10-01"),
        ("provider", "add", "Amy Chu", "--role", "colleague", "--last-seen-on", "2026-10-01"),
        ("objective", "add", "moss", "names one patient"),
    ):
        assert run(*line, now=FIRST).code == 0, line
    for who in ("patel", "moss", "brandt", "lind", "amy"):
        done = run("note", "add", who, f"birthday: 26 nov ({who})", "--personal", now=FIRST)
        assert done.code == 0, done.err
    assert run("provider", "retire", "lind", now=FIRST).code == 0
    return run


def told(run: Run, day: str) -> list[tuple[str, str, int]]:
    """Return (whose, on which day, score's terms) of the dates in a morning's queue."""
    items = run("due", "--json", now=f"{day}T07:05:00-06:00").json["items"]
    return [
        (one["provider"]["name"], one["due_on"], len(one["why"]))
        for one in items
        if one["kind"] == "date"
    ]


@pytest.mark.parametrize(
    ("day", "count"),
    [("2026-11-23", 0), ("2026-11-24", 2), ("2026-11-25", 2), ("2026-11-26", 2), ("2026-11-27", 0)],
)
def test_from_two_days_before_to_the_day(known: Run, day: str, count: int) -> None:
    """Only with whom a relationship is open: seen in the last year, or an objective; nobody left."""
    found = told(known, day)
    assert len(found) == count
    assert {name for name, _on, _terms in found} <= {"Anjali Patel", "Dev Moss"}
    assert {on for _name, on, _terms in found} <= {"2026-11-26"}


def test_on_the_screen_and_as_json(known: Run) -> None:
    """The rep's own screen says what day it is, with a step; JSON tells no personal word."""
    morning = "2026-11-24T07:05:00-06:00"
    shown = known("due", "share", now=morning)
    assert "SHARE  Thu 26 Nov  Patel A      birthday: 26 nov (patel)" in shown.out
    assert "send a word" in shown.out
    as_json = known("due", "share", "--json", now=morning)
    assert "birthday" not in as_json.out
    assert {one["what"] for one in as_json.json["items"]} == {None}


def test_today_before_tomorrow_and_who_is_seen(known: Run) -> None:
    """On the day it says so; who is seen that day is told then; who was met needs no word."""
    assert known("visit", "plan", "patel", "--at", "2026-11-26 8:40").code == 0
    morning = "2026-11-26T07:05:00-06:00"
    shown = known("due", "share", now=morning).out
    assert "today" in shown
    assert "say it at 8:40" in shown
    assert known("log", "patel", "keen", now="2026-11-26T09:00:00-06:00").code == 0
    assert [name for name, _on, _terms in told(known, "2026-11-26")] == ["Dev Moss"]


def test_a_retired_note_and_one_put_off_are_quiet(known: Run) -> None:
    """A note that counts no longer, and somebody who was put off, don't come up."""
    notes = known("note", "list", "patel", "--personal", "--json").json["notes"]
    assert known("note", "retire", notes[0]["ref"], now="2026-11-20T08:00:00-06:00").code == 0
    assert known("snooze", "moss", "2027-01-10", now="2026-11-20T08:00:00-06:00").code == 0
    assert told(known, "2026-11-26") == []


def test_29_february_has_a_day_each_year(known: Run) -> None:
    """Who was born on 29 February is thought of on the 28th where the year has none."""
    assert known("note", "add", "patel", "birthday: 29 feb", "--personal").code == 0
    assert told(known, "2027-02-28")[0][:2] == ("Anjali Patel", "2027-02-28")
    assert told(known, "2028-02-28") == []


def test_a_public_day_is_told_everywhere(known: Run) -> None:
    """A professional note with a day, 30 years in practice, is in the JSON too."""
    line = ("note", "add", "patel", "30 years in practice", "--source", "public")
    assert known(*line, "--yearly", "11-24").code == 0
    items = known("due", "share", "--json").json["items"]
    assert "30 years in practice" in {one["what"] for one in items}
