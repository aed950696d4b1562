"""A service's travel times as the store keeps them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from repplan.routes.kept_times import keep_times, kept_times, since_of
from repplan.routes.services import OSRM, VALHALLA, Service
from repplan.store.write import insert

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run, Writing

HERE = Service("http://127.0.0.1:5000/", OSRM)
OTHER = Service("http://127.0.0.1:5000", VALHALLA)
A, B, C = "41.50000,-81.70000", "41.60000,-81.60000", "41.70000,-81.50000"
TODAY = date(2026, 11, 24)
LATER = "2027-01-04T07:05:00-06:00"


def test_what_was_told_is_there_again(db: sqlite3.Connection, writing: Writing) -> None:
    """Each way with its minutes, no road with none; of the points asked for, and this service."""
    told = {(A, B): 12, (B, A): 14, (A, C): None}
    with writing() as work:
        keep_times(work, HERE, told, 90)
        keep_times(work, OTHER, {(A, B): 99}, 90)
    assert kept_times(db, HERE, [A, B, C], TODAY) == told
    assert kept_times(db, Service("http://127.0.0.1:5000", OSRM), [A, B, C], TODAY) == told
    assert kept_times(db, HERE, [A, B], TODAY) == {(A, B): 12, (B, A): 14}
    assert kept_times(db, OTHER, [A, B, C], TODAY) == {(A, B): 99}
    assert kept_times(db, HERE, [], TODAY) == {}


def test_the_newest_answer_counts(db: sqlite3.Connection, writing: Writing) -> None:
    """A way that is told again takes the old one's place, with its day."""
    with writing() as work:
        keep_times(work, HERE, {(A, B): 12, (B, A): 14}, 90)
    with writing(now=LATER) as work:
        keep_times(work, HERE, {(A, B): 13}, 90)
    assert kept_times(db, HERE, [A, B], TODAY) == {(A, B): 13, (B, A): 14}
    assert kept_times(db, HERE, [A, B], date(2026, 11, 25)) == {(A, B): 13}


def test_answers_of_one_day_add_up(db: sqlite3.Connection, writing: Writing) -> None:
    """A second plan of the day asks for what the first left out; what it asks again is newer."""
    for told in ({(A, B): 12, (A, C): 20}, {(A, B): 13, (B, C): 9}):
        with writing() as work:
            keep_times(work, HERE, told, 90)
    found = {(A, B): 13, (A, C): 20, (B, C): 9}
    assert kept_times(db, HERE, [A, B, C], TODAY) == found
    assert db.execute("SELECT count(*) FROM travel_time").fetchone()[0] == 2


def test_what_is_too_old_goes(db: sqlite3.Connection, writing: Writing) -> None:
    """Forty-one days later, answers of thirty days are gone, whoever gave them."""
    with writing() as work:
        keep_times(work, HERE, {(A, B): 12}, 30)
        keep_times(work, OTHER, {(A, B): 99}, 30)
    with writing(now=LATER) as work:
        keep_times(work, HERE, {(B, A): 13}, 30)
    rows = db.execute("SELECT service, from_point, asked_on, minutes FROM travel_time")
    assert [tuple(row) for row in rows] == [(HERE.name, B, "2027-01-04", f'{{"{A}": 13}}')]


def test_they_are_no_records(db: sqlite3.Connection, writing: Writing, run: Run) -> None:
    """Nothing of them is journalled: undo takes back what was done before, and leaves them."""
    with writing("account add") as work:
        insert(work, "account", {"name": "Oak", "folded": "oak"})
    with writing("plan day") as work:
        keep_times(work, HERE, {(A, B): 12}, 90)
        assert work.written == ""
    assert run("undo").code == 0
    assert db.execute("SELECT count(*) FROM account").fetchone()[0] == 0
    assert kept_times(db, HERE, [A, B], TODAY) == {(A, B): 12}


@pytest.mark.parametrize(
    ("days", "since"), [(90, date(2026, 8, 26)), (1, date(2026, 11, 23)), (9999, date(1999, 7, 10))]
)
def test_since(days: int, since: date) -> None:
    """So many days back, today not counted."""
    assert since_of(TODAY, days) == since


def test_since_ends_with_the_calendar() -> None:
    """There is no day before the first."""
    assert since_of(date(1, 1, 5), 90) == date.min
