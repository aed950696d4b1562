"""Personal notes in a log: kept apart with their topic, refused words asked about."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from repplan import __main__ as program

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run

AT_NOON = "2026-11-24T12:00:00-06:00"


@pytest.fixture
def day(run: Run) -> Run:
    """Return ``run`` on a store with Patel of Valley and 王建国."""
    for line in (
        ("provider", "add", "Anjali Patel, MD", "--account", "Valley Cardiology"),
        ("provider", "add", "王建国 主任医师", "--account", "市一医院"),
    ):
        assert run(*line).code == 0, line
    return run


def kept(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    """Return what is kept: kind, topic, text, day of the year, the day it was noted on."""
    rows = db.execute("SELECT kind, topic, text, yearly, noted_on, source FROM note ORDER BY id")
    return [tuple(row) for row in rows]


def test_topics_are_read_in_both_languages(day: Run, db: sqlite3.Connection) -> None:
    """Each ``^`` becomes a note of the day of the visit, with its topic, and is not repeated."""
    line = "keen; ^ family: son at Purdue; ^ birthday: 3 may; 个人：不提：竞聘; ^ plays the cello"
    said = day("log", "patel", line, "--at", "yesterday 8:40", now=AT_NOON)
    assert said.code == 0, said.err
    assert said.out.splitlines()[1:-1] == [
        "said        keen",
        "personal    kept apart (family)",
        "personal    kept apart (every year on 3 May)",
        "personal    kept apart (avoid)",
        "personal    kept apart",
    ]
    assert kept(db) == [
        ("personal", "family", "son at Purdue", None, "2026-11-23", "told"),
        ("personal", "date", "birthday: 3 may", "05-03", "2026-11-23", "told"),
        ("personal", "avoid", "竞聘", None, "2026-11-23", "told"),
        ("personal", None, "plays the cello", None, "2026-11-23", "told"),
    ]


def test_what_is_known_is_not_kept_twice(day: Run, db: sqlite3.Connection) -> None:
    """The same words of the same topic are one note, however often they are typed."""
    for text in ("one; ^ team: the Colts", "two; ^ team: The colts", "three; ^ food: the Colts"):
        assert day("log", "patel", text, now=AT_NOON).code == 0
    assert [row[1:3] for row in kept(db)] == [("team", "the Colts"), ("food", "the Colts")]


@pytest.mark.parametrize(
    ("segment", "reading"),
    [
        ("^ family: wife has cancer", "health"),
        ("^ 他信佛", "religion"),
        ("^ votes for the mayor", "politics"),
    ],
)
def test_health_religion_politics_are_asked_about(
    day: Run, db: sqlite3.Connection, segment: str, reading: str
) -> None:
    """Without a terminal nothing is written; with --yes that segment alone is left out, and told."""
    refused = day("log", "patel", f"keen; {segment}; > table", now=AT_NOON)
    assert (refused.code, refused.out) == (2, "")
    assert reading in refused.err
    assert db.execute("SELECT count(*) FROM visit").fetchone()[0] == 0
    answer = day("log", "patel", f"keen; {segment}; > table", "--yes", "--json", now=AT_NOON).json
    assert answer["asks"] == [{"segment": segment, "reading": reading}]
    assert len(answer["follow_ups"]) == 1
    assert kept(db) == []
    # The words are nowhere: not in the visit as it was typed either.
    typed = db.execute("SELECT typed, said FROM visit").fetchone()
    assert tuple(typed) == ("keen; > table", "keen")


def test_a_group_has_no_personal_note(day: Run, db: sqlite3.Connection) -> None:
    """With nobody named it is asked about; with --yes it is left out of everything, and told."""
    line = ("log", "valley", "lunch; ^ Jo sails", "--heads", "9")
    refused = day(*line, now=AT_NOON)
    assert (refused.code, "nobody named" in refused.err) == (2, True)
    answer = day(*line, "--yes", "--json", now=AT_NOON).json
    assert answer["asks"] == [{"segment": "^ Jo sails", "reading": "nobody named"}]
    assert kept(db) == []
    assert db.execute("SELECT typed FROM visit").fetchone()[0] == "lunch"


def test_the_visit_knows_how_it_was_opened(day: Run, db: sqlite3.Connection) -> None:
    """A visit at which they were met keeps what its brief said to open with; no other does."""
    day("note", "add", "patel", "AHA poster", "--achievement", "--on", "8 nov")
    day("log", "patel", "clinic ran late", "--outcome", "no-see", now=AT_NOON)
    day("log", "patel", "keen; ^ family: son at Purdue", now=AT_NOON)
    rows = db.execute(
        "SELECT v.outcome, n.text FROM visit v LEFT JOIN note n ON n.id = v.opening_id "
        "ORDER BY v.id"
    )
    assert [tuple(row) for row in rows] == [("no-see", None), ("seen", "AHA poster")]
    assert day("undo").code == 0
    assert db.execute("SELECT count(*) FROM visit WHERE opening_id IS NOT NULL").fetchone()[0] == 0


class Typed(io.StringIO):
    """Keys at a terminal."""

    def isatty(self) -> bool:
        """Say that somebody is there."""
        return True


@pytest.mark.parametrize(
    ("who", "segment", "answer", "code", "notes"),
    [
        ("patel", "^ cancer run with her team", "\n", 0, 0),
        ("patel", "^ cancer run with her team", "y\n", 0, 0),
        ("patel", "^ cancer run with her team", "n\n", 0, 1),
        ("valley", "^ Jo sails", "y\n", 0, 0),
        ("valley", "^ Jo sails", "n\n", 10, 0),
    ],
)
def test_at_a_terminal_the_rep_decides(
    day: Run,
    db: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
    who: str,
    segment: str,
    answer: str,
    code: int,
    notes: int,
) -> None:
    """Enter leaves it out; who says that it is none of that has it kept, if anybody is named."""
    assert day("provider", "list").code == 0
    monkeypatch.setattr(sys, "stdin", Typed(answer))
    monkeypatch.setenv("REPPLAN_NOW", AT_NOON)
    assert program.run(["log", who, f"keen; {segment}; > table"]) == code
    assert len(kept(db)) == notes
    rows = db.execute("SELECT typed FROM visit").fetchall()
    assert [row[0] for row in rows] == ([] if code else ["keen; > table"])
