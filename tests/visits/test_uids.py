"""How a visit is called in a calendar: there and back, and which version of it is the newest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.visits.uids import event_uid, sequence, visit_id_of

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run

ID = "0193605a-1d2e-7000-8000-0242ac120002"


@given(st.uuids().map(str))
def test_there_and_back(identity: str) -> None:
    """A UID means the visit that it was made of, in capitals too."""
    assert visit_id_of(event_uid(identity)) == identity
    assert visit_id_of(f" {event_uid(identity).upper()}\t") == identity


@pytest.mark.parametrize(
    "uid", ["", "@repplan", ID, f"{ID}@example.org", f"x{ID}@repplan", f"{ID}@repplan.org", "v-7k2m@repplan"]
)  # fmt: skip
def test_what_is_none_of_ours(uid: str) -> None:
    """A UID of another program is none of ours."""
    assert visit_id_of(uid) is None


@pytest.mark.usefixtures("people")
def test_versions(run: Run, db: sqlite3.Connection) -> None:
    """When, where and whether make a new version; what is only said of it doesn't; it never falls."""

    def version() -> int:
        (identity,) = db.execute("SELECT id FROM visit").fetchone()
        return sequence(db, identity)

    run("visit", "plan", "anjali", "--at", "thu 9:00")
    assert version() == 0
    run("visit", "amend", "anjali", "--purpose", "case")
    assert version() == 0
    run("visit", "amend", "anjali", "--at", "fri 9:00")
    assert version() == 1
    run("undo")
    assert version() == 2
    run("visit", "cancel", "anjali")
    assert version() == 3


def test_a_uid_tells_nothing() -> None:
    """It is what RFC 7986 asks for, and has no name in it."""
    assert re.fullmatch(r"[0-9a-f-]{36}@repplan", event_uid(ID))
