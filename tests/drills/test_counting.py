"""The number of cards in the morning's queue is what a drill asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.drills.counting import to_practise
from repplan.products.actions import edit_message, retire_message, retire_objection, retire_product
from repplan.store.write import insert

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from tests.conftest import Run, Writing
    from tests.drills.conftest import Terminal

MORNING, NOW = "2026-11-24T06:00:00Z", "2026-11-24T13:05:00Z"


def count(db: sqlite3.Connection, most_new: int = 10) -> int:
    """Return how many wait on the morning of all tests."""
    return to_practise(db, "2026-11-24", NOW, MORNING, most_new)


@pytest.mark.usefixtures("cardexa")
def test_nobody_is_told_who_never_drills(db: sqlite3.Connection, run: Run) -> None:
    """Without a pack and without a card the queue says nothing."""
    assert count(db) == 0
    assert run("due", "share", "--json").json["items"] == []


@pytest.mark.usefixtures("cardexa")
def test_a_pack_is_an_invitation(db: sqlite3.Connection, writing: Writing, run: Run) -> None:
    """With a pack, what is new counts: as much as a drill offers."""
    with writing() as work:
        insert(work, "pack", {"name": "cardexa", "version": "1", "loaded_on": "2026-11-20"})
    assert count(db) == 5  # three texts, two objections
    assert count(db, 2) == 2
    (item,) = run("due", "share", "--json").json["items"]
    assert (item["kind"], item["what"], item["next"]) == (
        "drill",
        "5 cards to practise",
        "repplan drill",
    )
    assert run("due").out.splitlines()[1] == (
        "SHARE  3 min       5 cards to practise                             repplan drill"
    )


@pytest.mark.usefixtures("people")
def test_it_is_what_a_drill_asks(
    db: sqlite3.Connection,
    writing: Writing,
    run: Run,
    terminal: Terminal,
    cardexa: Mapping[str, str],
    valley: str,
) -> None:
    """Next week as many wait as are asked, and what was retired or has expired doesn't count."""
    assert terminal("drill", typed="\n4\n" * 7).code == 0
    assert terminal("drill", "--account", "valley", typed="\n4\n" * 3).code == 0
    assert valley
    run("config", "set", "drill.new", "0")
    assert count(db) == 0

    def waiting() -> tuple[int, int]:
        asked = run("drill", "--json", now="2027-06-01T08:00:00-05:00").json["cards"]
        counted = to_practise(db, "2027-06-01", "2027-06-01T13:00:00Z", "2027-06-01T05:00:00Z", 0)
        return len(asked), counted

    # The message with two texts is approved until the end of the year.
    assert waiting() == (8, 8)
    with writing() as work:
        edit_message(work, cardexa["elderly"], {"expires_on": None})
    assert waiting() == (10, 10)
    with writing() as work:
        retire_message(work, cardexa["elderly"])
    assert waiting() == (8, 8)
    with writing() as work:
        retire_objection(work, cardexa["new"])
    assert waiting() == (7, 7)
    with writing() as work:
        retire_product(work, cardexa["product"])
    assert waiting() == (3, 3)
