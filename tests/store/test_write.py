"""The one way to write: what a write returns, and what it says where there is nothing to write."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

import pytest

from repplan.errors import GoneMeanwhile
from repplan.ids import LETTERS, Ids
from repplan.store.write import change, delete, insert

if TYPE_CHECKING:
    from repplan.store.work import Work

PRODUCT = {"name": "Cardexa", "folded": "cardexa"}


def test_insert_returns_identity_and_ref(work: Work) -> None:
    """A new row has an id and, where its table has refs, a ref with the table's letter."""
    identity, ref = insert(work, "product", PRODUCT)
    assert re.fullmatch(r"[0-9a-f-]{36}", identity)
    assert re.fullmatch(LETTERS["product"] + r"-[23456789bcdfghjkmnpqrstvwxz]{8}", ref)
    row = work.db.execute("SELECT name FROM product WHERE id = ? AND ref = ?", (identity, ref))
    assert row.fetchone()["name"] == "Cardexa"


def test_a_table_without_refs_gives_none(work: Work) -> None:
    """A licence is known by its provider: it has an id and no ref."""
    provider, _ref = insert(work, "provider", {"name": "Anjali Patel"})
    assert insert(work, "licence", {"provider_id": provider, "number": "K1"})[1] == ""


def test_identity_and_ref_may_be_given(work: Work) -> None:
    """What is put back comes back under its own id and ref."""
    row = {**PRODUCT, "id": "an id", "ref": "d-22222222"}
    assert insert(work, "product", row) == ("an id", "d-22222222")


class Stubborn(Ids):
    """Draws the same ref a few times before another one."""

    def __init__(self, times: int) -> None:
        super().__init__("stubborn")
        self.left = times

    def ref(self, letter: str) -> str:
        """Return a taken ref, until it has done so often enough."""
        self.left -= 1
        return f"{letter}-22222222" if self.left >= 0 else super().ref(letter)


def test_two_refs_that_meet_are_drawn_again(work: Work) -> None:
    """A ref that another record has is no reason to fail: the next one is tried."""
    insert(work, "product", {**PRODUCT, "ref": "d-22222222"})
    object.__setattr__(work, "ids", Stubborn(3))
    _id, ref = insert(work, "product", {"name": "Renalix", "folded": "renalix"})
    assert ref != "d-22222222"


def test_a_source_that_is_stuck_is_no_endless_loop(work: Work) -> None:
    """When every draw meets another, it fails like any other clash."""
    insert(work, "product", {**PRODUCT, "ref": "d-22222222"})
    object.__setattr__(work, "ids", Stubborn(1000))
    with pytest.raises(sqlite3.IntegrityError):
        insert(work, "product", {"name": "Renalix", "folded": "renalix"})


def test_any_other_clash_is_the_callers(work: Work) -> None:
    """A value that must be unique and isn't is raised at once."""
    insert(work, "product", PRODUCT)
    with pytest.raises(sqlite3.IntegrityError, match=r"product\.folded"):
        insert(work, "product", PRODUCT)


def test_change_sets_what_is_given_and_journals_what_differs(work: Work) -> None:
    """A cell that holds the value already leaves no trace in the journal."""
    identity, _ref = insert(work, "product", PRODUCT)
    change(work, "product", identity, {"name": "Cardexa XR", "folded": "cardexa"})
    change(work, "product", identity, {})
    rows = work.db.execute("SELECT col, old, new FROM journal WHERE kind = 'set'").fetchall()
    assert [tuple(row) for row in rows] == [("name", '"Cardexa"', '"Cardexa XR"')]


def test_what_is_gone_meanwhile_is_said(work: Work) -> None:
    """Changing or deleting a row that isn't there any more is a conflict, no silent success."""
    identity, _ref = insert(work, "product", PRODUCT)
    delete(work, "product", identity)
    with pytest.raises(GoneMeanwhile):
        change(work, "product", identity, {"name": "x"})
    with pytest.raises(GoneMeanwhile):
        delete(work, "product", identity)


@pytest.mark.parametrize("value", ["'; DROP TABLE product; --", '"', "%s", "{}", "\u0000", "𝕏"])
def test_values_are_bound(work: Work, value: str) -> None:
    """A value is never read as SQL, whatever it holds."""
    identity, _ref = insert(work, "product", {"name": value, "folded": value})
    row = work.db.execute("SELECT name FROM product WHERE id = ?", (identity,)).fetchone()
    assert row["name"] == value
