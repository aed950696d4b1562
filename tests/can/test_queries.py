"""One and many are asked the same: what refuses somebody in the queue is what ``can`` says."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from repplan.can.queries import may
from repplan.can.visiting import cap_of, refused_on
from repplan.clock import read_clock
from repplan.providers.queries import provider
from repplan.store.connect import open_read
from repplan.store.write import change

if TYPE_CHECKING:
    from pathlib import Path

    from repplan.providers.model import Provider
    from tests.conftest import Run, Writing


@pytest.mark.parametrize("policy", ["none", "uk", "cn"])
@pytest.mark.parametrize("away", [0, 1, 2, 30])
def test_many_as_one(
    run: Run, store: Path, people: dict[str, Provider], policy: str, away: int
) -> None:
    """On each day the bulk query refuses whom ``may`` refuses, and the cap alone is as in it."""
    run("config", "set", "policy", policy)
    run("account", "edit", "市一", "--kind", "hospital")
    run("reception", "add", "市一", "--days", "tue,thu", "--lead", "2")
    run("provider", "edit", "åsa", "--state", "no-see")
    for day in ("2026-01-05", "2026-03-02", "2026-10-06"):
        assert run("log", "anjali", f"went well {day}", "--at", day, "--yes").code == 0
    run("visit", "plan", "dev", "--at", "2026-12-24")
    clock = read_clock()
    on = clock.today + timedelta(away)
    doctors = [one.id for one in people.values() if not one.is_colleague]
    with open_read(store) as db:
        many = refused_on(db, clock, doctors, on)
        for identity in doctors:
            who = provider(db, identity)
            one = may(db, clock, who, on=on)
            caps = [reason for reason in one.reasons if reason.rule == "visits.unsolicited_max"]
            assert cap_of(db, clock, who, on=on, origin=None) == next(iter(caps), None)
            assert (identity in many) == (not one.is_yes)
            if identity in many:
                assert many[identity].next_on == one.next_on
                assert many[identity].rule in {reason.rule for reason in one.reasons}
    assert many


def test_nothing_to_say(store: Path, people: dict[str, Provider]) -> None:
    """Without any rule nobody is refused."""
    with open_read(store) as db:
        assert refused_on(db, read_clock(), [one.id for one in people.values()],
                          read_clock().today) == {}  # fmt: skip
        assert refused_on(db, read_clock(), [], read_clock().today) == {}


def test_who_moves_on_is_asked_about_where_they_work_today(
    run: Run, store: Path, writing: Writing, people: dict[str, Provider]
) -> None:
    """A place that somebody leaves next month still receives them today: for one and for many."""
    run("reception", "add", "valley", "--days", "fri")
    with writing() as work:
        rows = work.db.execute("SELECT id FROM affiliation").fetchall()
        for row in rows:
            change(work, "affiliation", row[0], {"until_on": "2026-12-24"})
    clock = read_clock()
    with open_read(store) as db:
        one = next(each for each in people.values() if each.name.startswith("Anjali"))
        assert not may(db, clock, one, on=clock.today).is_yes
        assert one.id in refused_on(db, clock, [one.id], clock.today)
