"""At which door somebody is met: where they work on the days that are planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.accounts.actions import close_account, edit_account
from repplan.providers.actions import add_provider, affiliate, leave
from repplan.store.write import change
from repplan.upkeep.actions import put_settings
from tests.routes.asking import THU, TUE, WED, at, gathered, of, planned

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from tests.conftest import Writing
    from tests.routes.territory import Territory


def _works(
    writing: Writing, db: sqlite3.Connection, who: str, house: str, **days: str | None
) -> None:
    """Write down from and until when somebody works at a house."""
    row = db.execute(
        "SELECT id FROM affiliation WHERE provider_id = ? AND account_id = ?", (who, house)
    ).fetchone()
    with writing() as work:
        change(work, "affiliation", row[0], days)


def test_ended(territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """Where somebody worked, or what is closed, is no door: the next one is, or none."""
    who, houses = territory.people, territory.houses
    with writing() as work:
        affiliate(work, who["patel"], houses["mercy"], {"room": "7"})
        leave(work, who["patel"], houses["valley"])
        close_account(work, houses["lakeside"])
        edit_account(work, houses["oakwood"], {"latitude": None, "longitude": None})
    found = gathered(db)
    assert (of(found, who["patel"]).door.name, of(found, who["patel"]).door.room) == (
        "Mercy Lane Hospital", "7",
    )  # fmt: skip
    vole = of(found, who["vole"])
    assert (vole.door.account_id, vole.starts) == ("", {TUE: ((0, 24 * 60 - 10),)})
    # Without coordinates they are there all the same: where they are is asked later.
    assert of(found, who["reyes"]).door.account_id == houses["oakwood"]
    assert found.accounts[houses["oakwood"]].latitude is None
    assert houses["lakeside"] not in found.accounts


def test_who_moves_in_the_week(
    territory: Territory, writing: Writing, db: sqlite3.Connection
) -> None:
    """A door that is left on Thursday is one until then; from Thursday on it is the next."""
    who, houses = territory.people["patel"], territory.houses
    with writing() as work:
        affiliate(work, who, houses["mercy"], {"room": "7"})
    _works(writing, db, who, houses["valley"], until_on=THU.isoformat())
    _works(writing, db, who, houses["mercy"], from_on=THU.isoformat())
    one = of(gathered(db, WED, THU), who)
    assert (one.door.account_id, list(one.starts or {})) == (houses["valley"], [WED])
    later = of(gathered(db, THU), who)
    assert (later.door.account_id, list(later.starts or {})) == (houses["mercy"], [THU])


def test_a_planned_visit_knows_the_door_of_its_day(
    territory: Territory, writing: Writing, db: sqlite3.Connection
) -> None:
    """Hours at a house bind a planned visit as long as they work there."""
    who, house = territory.people["patel"], territory.houses["valley"]
    with writing() as work:
        affiliate(work, who, house, {"hours": "8-12"}, is_primary=True)
    visits = [planned(writing, [who], day, None) for day in (WED, THU)]
    _works(writing, db, who, house, until_on=THU.isoformat())
    found = gathered(db, WED, THU)
    first, last = (of(found, visit.id) for visit in visits)
    assert (first.door.hours, first.starts) == ("8-12", {WED: ((at(8), at(11, 45)),)})
    assert (last.door.account_id, last.door.hours) == (house, "")


@pytest.mark.parametrize(
    ("days", "span", "is_there"),
    [
        ((TUE,), {"until_on": "2027-06-01"}, True),
        ((TUE,), {"until_on": WED.isoformat()}, True),
        ((WED,), {"until_on": WED.isoformat()}, False),
        ((TUE,), {"from_on": WED.isoformat()}, False),
        ((WED,), {"from_on": WED.isoformat()}, True),
    ],
)
def test_never_met_and_there_for_a_while(
    territory: Territory,
    writing: Writing,
    db: sqlite3.Connection,
    days: tuple[date, ...],
    span: dict[str, str],
    *,
    is_there: bool,
) -> None:
    """Somebody never met is proposed as long as they work there, though the end is known."""
    house = territory.houses["valley"]
    with writing() as work:
        put_settings(work, {"due.new": "3"})
        new = add_provider(work, {"name": "New One"}, account_id=house).id
    _works(writing, db, new, house, **span)
    assert (new in {one.key for one in gathered(db, *days).prospects}) == is_there
