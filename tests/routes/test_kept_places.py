"""Where addresses lie, as the store keeps it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from repplan.accounts.actions import add_account
from repplan.providers.actions import add_provider
from repplan.records import dataclass
from repplan.routes import kept_places
from repplan.routes.kept_places import KeptPlaces, source
from repplan.routes.places import CITY, POSTCODE, Known, known_of

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from tests.conftest import Run, Writing


@dataclass(frozen=True)
class Clinic:
    """An account, as far as it has an address."""

    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    id: str = "one"
    name: str = "Clinic"


DAYTON = Clinic("Dayton", "OH", "45402", "US")
ADDRESSES = (
    DAYTON,
    Clinic("Dayton", "OH", "", "US"),
    Clinic("Springfield", "", "", "US"),
    Clinic("Nowhere at all", "OH", "", "US"),
    Clinic("广州", "广东", "", "CN"),
    Clinic("Berlin", "", "10115", "DE"),
    Clinic("Dayton", "OH", "45402", "Atlantis"),
)


@pytest.mark.parametrize("clinic", ADDRESSES)
def test_what_is_kept_is_what_the_data_say(
    db: sqlite3.Connection, writing: Writing, clinic: Clinic
) -> None:
    """A postcode, a town, namesakes and what nobody knows: each is the same when it is read again."""
    first = KeptPlaces(db)
    found = first.known_of(clinic)
    assert found == known_of(clinic)
    with writing() as work:
        first.keep(work)
    again = KeptPlaces(db)
    assert again.known_of(clinic) == found
    assert again.told == {}


def test_kinds_of_answers() -> None:
    """A postcode is sure; of namesakes far apart nobody is; what isn't there is nowhere."""
    assert known_of(DAYTON).basis == POSTCODE
    springfield = known_of(Clinic("Springfield", "", "", "US"))
    assert (springfield.basis, springfield.point) == (CITY, None)
    assert len(springfield.among) > 1
    assert known_of(Clinic("Nowhere at all", "OH", "", "US")) == Known()


def test_another_address_is_looked_up(db: sqlite3.Connection, writing: Writing) -> None:
    """Whoever moves is looked for where they are now."""
    first = KeptPlaces(db)
    old = first.known_of(DAYTON)
    with writing() as work:
        first.keep(work)
    moved = KeptPlaces(db).known_of(Clinic("Cleveland", "OH", "44113", "US"))
    assert moved.point is not None
    assert moved != old


def test_of_other_data_nothing_is_kept(db: sqlite3.Connection, writing: Writing) -> None:
    """What another state of the data said isn't believed, and goes with the next that is kept."""
    told = json.dumps([CITY, [1.0, 2.0], []])
    rows = [('["US", "OH", "Dayton", "45402"]', told), ('["US", "OH", "Gone", ""]', told)]
    with writing() as work:
        work.db.executemany("INSERT INTO known_place VALUES (?, 'older', ?)", rows)
    places = KeptPlaces(db)
    assert places.known_of(DAYTON) == known_of(DAYTON)
    with writing() as work:
        places.keep(work)
    kept = db.execute("SELECT address, source FROM known_place").fetchall()
    assert [tuple(row) for row in kept] == [(rows[0][0], source())]


def test_two_keep_the_same(db: sqlite3.Connection, writing: Writing) -> None:
    """Two plans at once look up the same: the second takes the first one's place."""
    both = KeptPlaces(db), KeptPlaces(db)
    for places in both:
        places.known_of(DAYTON)
    for places in both:
        with writing() as work:
            places.keep(work)
    assert db.execute("SELECT count(*) FROM known_place").fetchone()[0] == 1


def test_nothing_of_it_is_journalled(db: sqlite3.Connection, writing: Writing) -> None:
    """It can be looked up again: no batch, and nothing to undo."""
    places = KeptPlaces(db)
    places.known_of(DAYTON)
    before = db.execute("SELECT count(*) FROM journal").fetchone()[0]
    with writing() as work:
        places.keep(work)
        assert work.written == ""
    assert db.execute("SELECT count(*) FROM journal").fetchone()[0] == before


def test_data_are_weighed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another state of a package, and a package that isn't there, are other sources."""
    usual = source()
    seen = {usual}
    try:
        for content in ("", "# newer"):
            package = tmp_path / f"of{len(content)}" / "zipcodes"
            package.mkdir(parents=True)
            (package / "__init__.py").write_text(content, encoding="utf-8")
            monkeypatch.delitem(sys.modules, "zipcodes", raising=False)
            monkeypatch.syspath_prepend(str(package.parent))
            source.cache_clear()
            seen.add(source())
        monkeypatch.setattr(kept_places, "_PACKAGES", ("zipcodes", "no_such_package_here"))
        source.cache_clear()
        seen.add(source())
    finally:
        source.cache_clear()
    assert len(seen) == 4


def test_a_plan_keeps_where_accounts_lie(
    run: Run, db: sqlite3.Connection, writing: Writing
) -> None:
    """The first plan looks up, the second reads: both say the same, and neither plans a visit."""
    with writing() as work:
        at = {"name": "Gem Clinic", "city": "Dayton", "region": "OH", "postcode": "45402"}
        account = add_account(work, {**at, "country": "US"})
        add_provider(work, {"name": "Ida Gem", "tier": "A"}, account_id=account.id)
    first = run("plan", "day", "--pin", "gem")
    assert "Gem A" in first.out
    kept = db.execute("SELECT address FROM known_place").fetchall()
    assert [row[0] for row in kept] == ['["US", "OH", "Dayton", "45402"]']
    again = run("plan", "day", "--pin", "gem")
    assert again.out == first.out
    assert db.execute("SELECT count(*) FROM visit").fetchone()[0] == 0
