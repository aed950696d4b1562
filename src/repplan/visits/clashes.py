"""What else there is at the time of a visit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from repplan.clock import minute_at
from repplan.timeoff.queries import busy
from repplan.visits.queries import planned, whole
from repplan.visits.rules import overlapping, taken_by

if TYPE_CHECKING:
    import sqlite3

    from repplan.timeoff.model import Busy
    from repplan.visits.model import Visit, WholeVisit


def in_the_way(db: sqlite3.Connection, one: Visit) -> tuple[list[WholeVisit], list[Busy]]:
    """Return the planned visits, and the hours taken, that a visit's time meets."""
    others = planned(db, start=one.on_date, until=one.on_date + "~")
    clashes = [whole(db, other.id) for other in overlapping(one, others)]
    hours = busy(db, date.fromisoformat(one.on_date))
    return clashes, taken_by(minute_at(one.start_at), one.minutes_planned, hours)
