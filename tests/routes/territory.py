"""A small territory for tests of routes: four houses with coordinates, who works there, what is due.

Valley and Oakwood lie close to home, Mercy across the river, Lakeside hours away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from repplan.accounts.actions import add_account
from repplan.followups.actions import promise
from repplan.providers.actions import add_provider
from repplan.upkeep.actions import put_settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.fields import Cell
    from repplan.store.work import Work

HOME = "39.7000,-84.1700"
HOUSES: tuple[tuple[str, str, float, float], ...] = (
    ("valley", "Valley Cardiology", 39.66, -84.16),
    ("oakwood", "Oakwood Internal Medicine", 39.725, -84.174),
    ("mercy", "Mercy Lane Hospital", 39.76, -84.19),
    ("lakeside", "Lakeside Clinic", 41.4993, -81.6944),
)
PEOPLE: tuple[tuple[str, str, str, Mapping[str, Cell], str], ...] = (
    ("patel", "Anjali Patel, MD", "valley", {"tier": "A"}, "2026-11-23"),
    ("cho", "Daniel Cho, MD", "valley", {"tier": "B"}, "2026-11-24"),
    ("reyes", "Marco Reyes, MD", "oakwood", {"tier": "B"}, "2026-11-25"),
    ("brandt", "Karin Brandt, NP", "oakwood", {"tier": "B", "seen_before_on": "2026-07-01"}, ""),
    ("ruiz", "Lucia Ruiz, MD", "mercy", {"tier": "A", "seen_before_on": "2026-09-01"}, ""),
    ("vole", "Sam Vole, MD", "lakeside", {"tier": "C"}, "2026-11-24"),
    ("amy", "Amy Novak", "", {"role": "colleague"}, ""),
)
"""Short name, name, house, other cells, and the day by which something is promised."""


@dataclass(frozen=True)
class Territory:
    """Ids by short name."""

    houses: Mapping[str, str]
    people: Mapping[str, str]

    def who(self, identity: str) -> str:
        """Return the short name of an id."""
        return next(short for short, each in self.people.items() if each == identity)


def settle(work: Work) -> Territory:
    """Write the territory; return its ids."""
    put_settings(work, {"home": HOME})
    houses = {
        short: add_account(
            work, {"name": name, "latitude": latitude, "longitude": longitude, "country": "US"}
        ).id
        for short, name, latitude, longitude in HOUSES
    }
    people = {}
    for short, name, house, cells, due in PEOPLE:
        row: dict[str, Cell] = {"name": name, **cells}
        people[short] = add_provider(work, row, account_id=houses.get(house)).id
        if due:
            promise(work, what=f"table for {short}", provider_id=people[short], due_on=due)
    return Territory(houses, people)
