"""Taking back: the rows are as they were before, whatever was done; what changed since shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repplan.clock import read_clock
from repplan.ids import Ids
from repplan.store import journal
from repplan.store.inverse import Clash, Why, take_back
from repplan.store.work import open_work
from repplan.store.write import change, delete, insert

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from repplan.store.work import Work
    from tests.conftest import Writing


def rows(db: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Return every journalled table's rows."""
    return {
        table: [tuple(row) for row in db.execute(f"SELECT * FROM {table} ORDER BY id")]
        for table in journal.journalled_tables(db)
    }


def last_batch(db: sqlite3.Connection) -> tuple[int, int]:
    """Return the first and last row of the newest batch."""
    row = db.execute("SELECT first_seq, last_seq FROM batch ORDER BY first_seq DESC").fetchone()
    return row[0], row[1]


@pytest.fixture
def product(writing: Writing) -> str:
    """Return the id of a product that an earlier command added."""
    with writing("product add") as work:
        return insert(work, "product", {"name": "Cardexa", "folded": "cardexa"})[0]


def add_two(work: Work, _product: str) -> None:
    """Add a parent and its child."""
    provider, _ref = insert(work, "provider", {"name": "Anjali Patel", "npi": "1"})
    insert(work, "licence", {"provider_id": provider, "number": "K1"})


def set_twice(work: Work, product: str) -> None:
    """Set the same cell twice, another once."""
    change(work, "product", product, {"name": "B", "from_on": "2026-01-01"})
    change(work, "product", product, {"name": "C"})


def remove(work: Work, product: str) -> None:
    """Delete what was there."""
    delete(work, "product", product)


def change_and_remove(work: Work, product: str) -> None:
    """Change it, then delete it."""
    change(work, "product", product, {"name": "B"})
    delete(work, "product", product)


def add_and_remove(work: Work, _product: str) -> None:
    """Add something and delete it at once."""
    delete(work, "product", insert(work, "product", {"name": "x", "folded": "x"})[0])


def replace(work: Work, product: str) -> None:
    """Give a unique value to another row."""
    delete(work, "product", product)
    insert(work, "product", {"name": "Cardexa", "folded": "cardexa"})


def swap(work: Work, product: str) -> None:
    """Let two rows change a unique value, by way of a third one."""
    other, _ref = insert(work, "product", {"name": "Renalix", "folded": "renalix"})
    change(work, "product", product, {"folded": "-"})
    change(work, "product", other, {"folded": "cardexa"})
    change(work, "product", product, {"folded": "renalix"})


def numbers(work: Work, _product: str) -> None:
    """Write whole and real numbers, and nothing."""
    account, _ref = insert(
        work, "account", {"name": "A", "latitude": 39.75894812345, "longitude": -84.19}
    )
    change(work, "account", account, {"latitude": 1e-7, "longitude": None})


@pytest.mark.parametrize(
    "act",
    [add_two, set_twice, remove, change_and_remove, add_and_remove, replace, swap, numbers],
)
def test_all_is_as_before(
    db: sqlite3.Connection, writing: Writing, product: str, act: Callable[[Work, str], None]
) -> None:
    """Taken back, every table holds what it held, and taken back again, what the command made."""
    before = rows(db)
    with writing("act") as work:
        act(work, product)
    after = rows(db)
    with writing("undo") as work:
        assert take_back(work, *last_batch(db)) == []
    assert rows(db) == before
    with writing("undo") as work:
        assert take_back(work, *last_batch(db)) == []
    assert rows(db) == after
    assert list(journal.verify(db)) == []


def test_a_cell_that_changed_since(db: sqlite3.Connection, writing: Writing, product: str) -> None:
    """A cell with a later value is named; its neighbour, which nobody touched, is no clash."""
    with writing() as work:
        change(work, "product", product, {"name": "B", "from_on": "2026-01-01"})
    first, last = last_batch(db)
    with writing() as work:
        change(work, "product", product, {"name": "C"})
    with writing("undo") as work:
        assert take_back(work, first, last) == [Clash("product", product, ("name",), Why.CHANGED)]
    row = db.execute("SELECT name, from_on FROM product").fetchone()
    assert tuple(row) == ("Cardexa", None)


def test_another_cell_that_changed_since(
    db: sqlite3.Connection, writing: Writing, product: str
) -> None:
    """A later change of another cell of the row stays, and stands against nothing."""
    with writing() as work:
        change(work, "product", product, {"name": "B"})
    first, last = last_batch(db)
    with writing() as work:
        change(work, "product", product, {"from_on": "2026-01-01"})
    with writing("undo") as work:
        assert take_back(work, first, last) == []
    row = db.execute("SELECT name, from_on FROM product").fetchone()
    assert tuple(row) == ("Cardexa", "2026-01-01")


def test_an_added_record_that_changed_since(
    db: sqlite3.Connection, writing: Writing, product: str
) -> None:
    """A record with later changes is named before it goes with them."""
    first, last = last_batch(db)
    with writing() as work:
        change(work, "product", product, {"name": "B"})
    with writing("undo") as work:
        assert take_back(work, first, last) == [Clash("product", product, ("name",), Why.CHANGED)]
    assert db.execute("SELECT count(*) FROM product").fetchone()[0] == 0


@pytest.mark.parametrize("kind", ["add", "set"])
def test_a_record_that_is_gone(
    db: sqlite3.Connection, writing: Writing, product: str, kind: str
) -> None:
    """What was deleted since is passed over, and named."""
    if kind == "set":
        with writing() as work:
            change(work, "product", product, {"name": "B"})
    first, last = last_batch(db)
    with writing() as work:
        delete(work, "product", product)
    with writing("undo") as work:
        assert take_back(work, first, last) == [Clash("product", product, (), Why.GONE)]


def test_a_record_that_is_back(db: sqlite3.Connection, writing: Writing, product: str) -> None:
    """What was deleted and is here again stays as it is, and is named."""
    with writing() as work:
        delete(work, "product", product)
    first, last = last_batch(db)
    with writing() as work:
        insert(work, "product", {"id": product, "name": "New", "folded": "new"})
    with writing("undo") as work:
        assert take_back(work, first, last) == [Clash("product", product, (), Why.BACK)]
    assert db.execute("SELECT name FROM product").fetchone()[0] == "New"


def test_a_record_that_others_hang_on(db: sqlite3.Connection, writing: Writing) -> None:
    """A provider with a later licence can't go, even by force: it would take the licence along."""
    with writing() as work:
        provider, _ref = insert(work, "provider", {"name": "Anjali Patel"})
    first, last = last_batch(db)
    with writing() as work:
        insert(work, "licence", {"provider_id": provider, "number": "K1"})
    with writing("undo") as work:
        (clash,) = take_back(work, first, last)
    assert (clash.why, clash.is_final) == (Why.HELD, True)
    assert db.execute("SELECT count(*) FROM provider").fetchone()[0] == 1


def test_a_place_that_was_taken(db: sqlite3.Connection, writing: Writing, product: str) -> None:
    """What was deleted can't come back when its unique value has been given to another since."""
    with writing() as work:
        delete(work, "product", product)
    first, last = last_batch(db)
    with writing() as work:
        insert(work, "product", {"name": "Cardexa", "folded": "cardexa"})
    with writing("undo") as work:
        (clash,) = take_back(work, first, last)
    assert (clash.row, clash.why) == (product, Why.HELD)


def test_what_was_erased_stays_erased(
    db: sqlite3.Connection, writing: Writing, product: str
) -> None:
    """Erased values can't be put back: that is said, and force doesn't change it."""
    with writing() as work:
        change(work, "product", product, {"name": "B"})
    first, last = last_batch(db)
    with writing("erase") as work:
        work.db.execute(
            "UPDATE journal SET old = NULL, new = NULL, salt = NULL WHERE seq >= ?", (first,)
        )
    with writing("undo") as work:
        (clash,) = take_back(work, first, last)
    assert (clash.why, clash.is_final) == (Why.ERASED, True)


def test_more_rows_than_a_chunk(db: sqlite3.Connection, writing: Writing) -> None:
    """A long import is taken back whole, in parts that fit in memory."""
    with writing("import") as work:
        for number in range(1203):
            identity, _ref = insert(work, "account", {"name": f"Clinic {number}"})
            change(work, "account", identity, {"city": "Dayton", "region": "OH"})
    first, last = last_batch(db)
    assert last - first + 1 == 3 * 1203
    with writing("undo") as work:
        assert take_back(work, first, last) == []
    assert db.execute("SELECT count(*) FROM account").fetchone()[0] == 0


# A command as a list of small writes; each picks its row by a number.
WRITES = st.lists(
    st.tuples(
        st.sampled_from(["add", "set", "del"]),
        st.integers(0, 5),
        st.sampled_from(["", "Clinic", "医院", "a'b", "39.5", "null"]),
    ),
    min_size=1,
    max_size=12,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(commands=st.lists(WRITES, min_size=1, max_size=4))
def test_any_commands_taken_back_in_turn(
    store: Path, db: sqlite3.Connection, commands: list[list[tuple[str, int, str]]]
) -> None:
    """Whatever commands did, taken back from the last to the first it is as it was before each."""
    facts: dict[str, Any] = {"clock": read_clock(), "ids": Ids()}
    done: list[tuple[tuple[int, int], dict[str, list[tuple[Any, ...]]]]] = []
    for writes in commands:
        before, seq = rows(db), journal.last_seq(db)
        with open_work(store, "act", **facts) as work:
            for kind, pick, text in writes:
                write(work, kind, pick, text)
        if journal.last_seq(db) > seq:
            done.append((last_batch(db), before))
    for batch, before in reversed(done):
        with open_work(store, "undo", **facts) as work:
            assert take_back(work, *batch) == []
        assert rows(db) == before


def write(work: Work, kind: str, pick: int, text: str) -> None:
    """Do one small write to the accounts."""
    here = [row[0] for row in work.db.execute("SELECT id FROM account ORDER BY id")]
    if kind == "add" or not here:
        insert(work, "account", {"name": text, "latitude": pick / 4, "city": text or None})
    elif kind == "set":
        change(work, "account", here[pick % len(here)], {"name": text, "latitude": pick / 8})
    else:
        delete(work, "account", here[pick % len(here)])
