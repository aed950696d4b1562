"""The balance of a lot is never below zero, on any day, whatever was done or taken back."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repplan.errors import RepplanError
from repplan.samples import actions, queries
from repplan.samples.refusals import NotEnough, NotReceivedYet, SamplesOff
from repplan.store.connect import open_read
from repplan.store.write import change, insert
from repplan.upkeep.actions import put_settings, undo

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from repplan.providers.model import Provider
    from repplan.store.work import Work
    from tests.conftest import Run, Writing


@pytest.fixture
def lot(people: Mapping[str, Provider], run: Run, writing: Writing) -> str:
    """Return the id of a lot with two pieces left."""
    assert people
    run("product", "add", "Cardexa")
    with writing() as work:
        put_settings(work, {"samples": "on"})
        product_id = work.db.execute("SELECT id FROM product").fetchone()[0]
        made = actions.receive(work, product_id, number="A1", quantity=2, expires_on="2027-01-31")
    return made.lot_id


@pytest.mark.usefixtures("people")
def test_off_is_refused(run: Run, writing: Writing) -> None:
    """Without the setting nothing is kept."""
    run("product", "add", "Cardexa")
    with writing() as work, pytest.raises(SamplesOff):
        actions.receive(work, "x", number="A1", quantity=2)


@pytest.mark.usefixtures("lot")
def test_append_only(writing: Writing) -> None:
    """The store itself lets nobody change or delete a movement."""
    with writing() as work:
        for sql in ("UPDATE sample_movement SET quantity = 9", "DELETE FROM sample_movement"):
            with pytest.raises(sqlite3.IntegrityError):
                work.db.execute(sql)


def test_before_it_came(lot: str, people: Mapping[str, Provider], writing: Writing) -> None:
    """Nothing of a lot goes before the day on which it came, and no later day is overdrawn."""
    who = people["patel"].id
    with writing() as work:
        with pytest.raises(NotReceivedYet):
            actions.take_out(work, lot, "lost", 1, on="2026-11-20", why="x")
        actions.drop(work, lot_id=lot, provider_id=who, visit_id=None, quantity=2, on="2026-11-24")
        with pytest.raises(NotEnough):
            actions.take_out(work, lot, "returned", 1)


_STEP = st.tuples(
    st.sampled_from(["receive", "drop", "return", "adjust", "undo"]),
    st.integers(1, 4),
    st.integers(0, 9),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_STEP, min_size=1, max_size=12))
def test_never_below_zero(
    lot: str, people: Mapping[str, Provider], writing: Writing, steps: list[tuple[str, int, int]]
) -> None:
    """Whatever comes, goes, is backdated and taken back: refused, or the balance holds each day."""
    for what, pieces, back in steps:
        on = f"2026-11-{24 - back:02}"
        with contextlib.suppress(RepplanError), writing() as work:
            _step(work, what, pieces, on, lot, people["patel"].id)
        with writing() as work:
            assert queries.below_zero(work.db) == []


def _step(work: Work, what: str, pieces: int, on: str, lot: str, who: str) -> None:
    product_id = queries.lot(work.db, lot).product_id
    if what == "receive":
        actions.receive(work, product_id, number="A1", quantity=pieces, on=on)
    elif what == "drop":
        actions.drop(work, lot_id=lot, provider_id=who, visit_id=None, quantity=pieces, on=on)
    elif what == "return":
        actions.take_out(work, lot, "returned", pieces, on=on)
    elif what == "adjust":
        actions.adjust(work, lot, -pieces, "counted", on=on)
    else:
        row = work.db.execute("SELECT ref FROM batch ORDER BY last_seq DESC LIMIT 1").fetchone()
        undo(work, row[0])


def test_the_last_one(lot: str, store: Path, run: Run) -> None:
    """Two processes race for the last sample: one gets it, the other is refused, nothing is lost."""
    run("sample", "drop", "anjali", "cardexa", "1")
    argv = [
        sys.executable,
        "-m",
        "repplan",
        "sample",
        "drop",
        "anjali",
        "cardexa",
        "1",
        "--lot",
        "A1",
    ]
    racing = [
        subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _one in range(2)
    ]
    ends = [(one.communicate()[1].decode(), one.returncode) for one in racing]
    assert sorted(code for _err, code in ends) == [0, 5]
    refused = next(err for err, code in ends if code)
    assert "lot A1: 0 left on 2026-11-24, so 1 can't go (samples.balance)." in refused
    db = open_read(store)
    assert queries.balance(db, lot, "9999-12-31") == 0
    db.close()


@pytest.mark.usefixtures("lot")
def test_undo_adds_the_opposite(run: Run) -> None:
    """A log taken back: the visit goes, its movement stays beside the one that corrects it."""
    before = run("sample", "stock", "--json").json["lots"][0]["balance"]
    assert run("log", "anjali", "keen; = cardexa 1").code == 0
    undone = run("undo")
    assert undone.code == 0
    assert "removed: 1 visit" in undone.out
    assert "corrected by its opposite: 1 sample movement (dropped -1 A1)" in undone.out
    moved = run("sample", "report", "--json").json["movements"]
    assert [one["kind"] for one in moved] == ["received", "dropped", "adjusted"]
    assert moved[2]["why"].startswith("undo of b-")
    assert run("visit", "list", "--json").json["visits"] == []
    assert run("sample", "stock", "--json").json["lots"][0]["balance"] == before
    redo = run("history", "--json").json["batches"][0]["batch"]
    assert run("undo", redo).code == 0
    assert len(run("visit", "list", "--json").json["visits"]) == 1
    assert run("sample", "stock", "--json").json["lots"][0]["balance"] == before - 1
    assert run("check").code == 0


@pytest.mark.usefixtures("lot")
def test_redo_is_looked_at_as_a_drop(run: Run, writing: Writing) -> None:
    """What brings a drop back into force is held against limit, licence and last day."""
    run("config", "set", "policy", "uk")
    run("provider", "edit", "anjali", "--licence", "GB X100")
    run("sample", "receive", "cardexa", "8", "--lot", "A1")
    papers = ("--lot", "A1", "--request", "R1", "--receipt", "S1")
    assert run("sample", "drop", "anjali", "cardexa", "3", *papers).code == 0
    assert run("undo").code == 0
    redo = run("history", "--json").json["batches"][0]["batch"]
    assert run("sample", "drop", "anjali", "cardexa", "4", *papers).code == 0
    over = run("undo", redo)
    assert (over.code, "4 of Cardexa within 365 days, 3 more pass 4" in over.err) == (5, True)
    assert run("undo").code == 0
    late = run("undo", redo, now="2027-03-01T07:05:00-06:00")
    assert (late.code, "(samples.expiry)" in late.err) == (5, True)
    with writing() as work:
        (licence_id,) = work.db.execute("SELECT id FROM licence").fetchone()
        change(work, "licence", licence_id, {"status": "suspended"})
    barred = run("undo", redo)
    assert (barred.code, "(samples.licence:" in barred.err) == (5, True)
    with writing() as work:
        change(work, "licence", licence_id, {"status": "active"})
    assert run("undo", redo).code == 0


@pytest.mark.usefixtures("lot")
def test_a_count_stands(run: Run, writing: Writing) -> None:
    """What was counted is never changed or deleted, by undo neither."""
    run("sample", "count", "cardexa", "1", "--lot", "A1")
    assert run("undo").code == 0
    assert len(run("sample", "report", "--json").json["counts"]) == 1
    assert run("check").code == 0
    with writing() as work:
        for sql in ("UPDATE sample_count SET found = 9", "DELETE FROM sample_count"):
            with pytest.raises(sqlite3.IntegrityError):
                work.db.execute(sql)


@pytest.mark.usefixtures("lot")
def test_undo_that_would_overdraw(run: Run) -> None:
    """What came can't be taken back once it went: one line, nothing written."""
    came = run("sample", "receive", "cardexa", "3", "--lot", "C3", "--json").json["batch"]
    run("sample", "drop", "anjali", "cardexa", "2", "--lot", "C3")
    refused = run("undo", came)
    assert refused.code == 5
    assert "lot C3: 1 left on 2026-11-24, so 3 can't go (samples.balance)." in refused.err
    assert run("undo", came, "--force").code == 5
    assert len(run("sample", "report", "--json").json["movements"]) == 3


def test_dropped_leaves_out_what_was_taken_back(
    lot: str, people: Mapping[str, Provider], run: Run, store: Path
) -> None:
    """A drop taken back counts for no limit; taken back and had again it counts once."""
    run("sample", "drop", "anjali", "cardexa", "2")
    run("undo")
    product = queries_of(store, lot, people)
    assert product == []
    redo = run("history", "--json").json["batches"][0]["batch"]
    run("undo", redo)
    assert queries_of(store, lot, people) == [("2026-11-24", 2)]


def queries_of(store: Path, lot: str, people: Mapping[str, Provider]) -> list[tuple[str, int]]:
    """Return what Patel has had."""
    db = open_read(store)
    try:
        product_id = queries.lot(db, lot).product_id
        return queries.dropped(db, people["patel"].id, product_id)
    finally:
        db.close()


def test_check_recounts(lot: str, run: Run, writing: Writing) -> None:
    """A balance below zero, however it came about, is found."""
    with writing() as work:
        insert(
            work,
            "sample_movement",
            {"lot_id": lot, "kind": "lost", "quantity": -9, "on_date": "2026-11-24"},
        )
    found = run("check")
    assert found.code != 0
    assert "the balance of this lot of samples is -7 on 2026-11-24: below zero" in found.out
