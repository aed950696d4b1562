"""What to open with and what to leave alone: in turn, never the same twice in a row."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from repplan.notes import queries
from repplan.notes.actions import edit_note, keep, retire_note
from repplan.notes.model import PERSONAL
from repplan.providers.actions import add_provider
from repplan.store.write import insert

if TYPE_CHECKING:
    from repplan.store.work import Work

FIRST = date(2026, 9, 1)
TODAY = "2026-11-24"


@pytest.fixture
def who(work: Work) -> str:
    """Add somebody; return the id."""
    return add_provider(work, {"name": "Jo Brandt"}).id


def know(work: Work, who: str, text: str, topic: str | None = None, **cells: str) -> str:
    """Keep a personal note of the first day; return its id."""
    row = {"topic": topic, **cells}
    return keep(work, who, text, PERSONAL, on=FIRST, cells=row).id


def visited(work: Work, who: str, on: date, *, outcome: str = "seen") -> str | None:
    """Log a visit as ``log`` does, opened as the brief said; return with what."""
    one = queries.opening(work.db, who, on.isoformat()) if outcome == "seen" else None
    row = {"on_date": on.isoformat(), "state": "logged", "outcome": outcome}
    visit_id, _ref = insert(work, "visit", row | {"opening_id": one.id if one else None})
    insert(work, "visit_provider", {"visit_id": visit_id, "provider_id": who})
    return one.text if one else None


def test_an_achievement_comes_before_what_is_personal(work: Work, who: str) -> None:
    """Who has a public achievement is congratulated first; then each note has its turn."""
    know(work, who, "son at Purdue", "family")
    know(work, who, "likes Thai food", "food")
    paper = {"topic": "achievement", "happened_on": "2026-08-30"}
    keep(work, who, "a paper", source="public", on=FIRST, cells=paper)
    days = [FIRST + timedelta(7 * week) for week in range(7)]
    opened = [visited(work, who, day) for day in days]
    assert opened[:3] == ["a paper", "likes Thai food", "son at Purdue"]
    assert opened[3:6] == opened[:3]
    assert all(first != second for first, second in pairwise(opened))


def test_the_only_line_is_not_used_twice_in_a_row(work: Work, who: str) -> None:
    """With one note every other visit is opened without; one that nobody was met at changes nothing."""
    know(work, who, "plays the cello")
    assert visited(work, who, FIRST) == "plays the cello"
    assert visited(work, who, FIRST + timedelta(1), outcome="no-see") is None
    now, last = queries.openings(work.db, who, TODAY)
    assert (now, last and last.text) == (None, "plays the cello")
    assert visited(work, who, FIRST + timedelta(2)) is None
    assert visited(work, who, FIRST + timedelta(3)) == "plays the cello"


@pytest.mark.parametrize("topic", ["told", "avoid", "place", "date", "frustrates"])
def test_what_is_never_opened_with(work: Work, who: str, topic: str) -> None:
    """The story that we told, what to avoid, a day: none of them opens a visit."""
    know(work, who, "something", topic)
    assert queries.opening(work.db, who, TODAY) is None


@pytest.mark.parametrize(
    ("source", "happened_on", "is_offered"),
    [
        ("public", "2026-11-08", True),
        ("public", "2025-11-24", True),
        ("public", "2025-11-23", False),
        ("public", "2026-12-01", False),
        ("told", "2026-11-08", False),
    ],
)
def test_which_achievement_opens(
    work: Work, who: str, source: str, happened_on: str, *, is_offered: bool
) -> None:
    """A public one of the last year: not an old one, not one to come, not what was told in private."""
    cells = {"topic": "achievement", "happened_on": happened_on}
    keep(work, who, "a talk", source=source, on=FIRST, cells=cells)
    assert (queries.opening(work.db, who, TODAY) is not None) is is_offered


def test_what_does_not_count_is_not_offered(work: Work, who: str) -> None:
    """An expired, a retired and a later note open nothing; words noted twice are one line."""
    know(work, who, "old", expires_on="2026-11-23")
    retire_note(work, know(work, who, "gone"))
    keep(work, who, "later", PERSONAL, on=date(2026, 11, 25))
    assert queries.opening(work.db, who, TODAY) is None
    know(work, who, "the Colts", "team")
    know(work, who, "the Colts", "team")
    assert visited(work, who, date(2026, 11, 20)) == "the Colts"
    assert queries.opening(work.db, who, TODAY) is None


def test_what_to_leave_alone_takes_turns(work: Work, who: str) -> None:
    """One of each topic: the next one after each visit, round and round."""
    for text in ("the sale", "the audit"):
        know(work, who, text, "avoid")
    know(work, who, "never at the Y", "place")
    seen = []
    for week in range(4):
        found = queries.leave_alone(work.db, who, TODAY)
        seen.append([one.text for one in found])
        visited(work, who, FIRST + timedelta(week))
    assert seen[0] != seen[1]
    assert seen[:2] == seen[2:]
    assert all(texts[1:] == ["never at the Y"] for texts in seen)


def test_personal_notes_expire_by_themselves(work: Work, who: str) -> None:
    """Without a day of its own a personal note counts two years; an edit into one sets it too."""
    assert keep(work, who, "x", PERSONAL, on=FIRST).expires_on == "2028-08-31"
    assert keep(work, who, "x", on=FIRST).expires_on is None
    plain = keep(work, who, "x")
    assert edit_note(work, plain.id, {"kind": PERSONAL}).expires_on == "2028-11-23"
    kept = keep(work, who, "x", cells={"expires_on": "2026-12-31"})
    assert edit_note(work, kept.id, {"kind": PERSONAL}).expires_on == "2026-12-31"


def test_the_setting_may_keep_them_for_good(work: Work, who: str) -> None:
    """0 days: a personal note has no last day."""
    insert(work, "setting", {"id": "notes.personal_days", "value": "0"})
    assert keep(work, who, "x", PERSONAL).expires_on is None


@pytest.mark.parametrize(
    ("sql", "index"),
    [
        ("SELECT max(v.on_date) FROM visit v WHERE v.opening_id = 'x'", "visit_opening"),
        (
            "SELECT 1 FROM note n WHERE n.yearly IN ('05-03', '05-04') AND n.yearly IS NOT NULL",
            "note_yearly",
        ),
    ],
)
def test_what_each_morning_asks_has_an_index(work: Work, sql: str, index: str) -> None:
    """Neither the last opening nor the days of a year are looked for through whole tables."""
    plan = [row[3] for row in work.db.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert any(index in step for step in plan)
