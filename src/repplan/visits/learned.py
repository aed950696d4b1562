"""When somebody is seen: what the outcomes of visits teach, by weekday and hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.records import dataclass

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

ENOUGH_VISITS = 5
"""Fewer than this teach nothing about the best time."""

_BEST = 2
_TRIED_OFTEN = 2
"""An hour that was tried so often and never worked is worth a warning."""


@dataclass(frozen=True)
class Slot:
    """An hour of a weekday (ISO, Monday is 1; local): how often they were seen then, of all tries."""

    weekday: int
    hour: int
    seen: int
    tried: int

    @property
    def odds(self) -> float:
        """How likely they are seen: few tries prove little, 1 of 1 is less than 4 of 5."""
        return (self.seen + 1) / (self.tried + 2)


def slots(db: sqlite3.Connection, provider_id: str) -> list[Slot]:
    """Return the hours in which a provider was visited in person, the best first.

    Only visits whose start and outcome are known count; empty where there are too few of them.
    """
    rows = db.execute(
        # Sunday is 0 in SQLite; its own ISO weekday (%u) is younger than what many machines have.
        "SELECT (CAST(strftime('%w', v.on_date) AS INTEGER) + 6) % 7 + 1, "
        "CAST(strftime('%H', v.start_at, 'localtime') AS INTEGER), "
        "sum(v.outcome IN ('seen', 'brief')), count(*) "
        "FROM visit_provider vp JOIN visit v ON v.id = vp.visit_id "
        "WHERE vp.provider_id = ? AND v.state IN ('logged', 'filed') "
        "AND v.channel = 'in-person' AND v.start_at IS NOT NULL "
        "AND v.outcome IN ('seen', 'brief', 'staff', 'no-see') GROUP BY 1, 2",
        (provider_id,),
    )
    found = [Slot(*row) for row in rows]
    if sum(one.tried for one in found) < ENOUGH_VISITS:
        return []
    return sorted(found, key=lambda one: (-one.odds, -one.tried, one.weekday, one.hour))


def telling(ranked: Sequence[Slot]) -> list[Slot]:
    """Return the few hours that are worth a line: the best, then the one that never works."""
    best = [one for one in ranked if one.seen][:_BEST]
    vain = [one for one in ranked if not one.seen and one.tried >= _TRIED_OFTEN]
    return [*best, *vain[-1:]]
