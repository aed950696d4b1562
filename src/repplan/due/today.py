"""What the whole queue needs to know of the day: the time, the settings, who is seen when."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from repplan.can.there import There, there
from repplan.clock import from_instant
from repplan.i18n.daysshown import show_day_short
from repplan.records import dataclass
from repplan.visits import queries as visits

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from datetime import date

    from repplan.clock import Clock
    from repplan.config import Settings
    from repplan.visits.model import Visit


@dataclass(frozen=True)
class Today:
    """One day at one moment. ``visits`` are all planned ones of the day.

    ``hours`` is provider id → local start (``8:40``, or empty where unknown) of those still to
    come; ``stops`` are the accounts of those. ``planned`` is provider id → ISO day of the first
    visit planned after the day; ``there`` which rules could speak.
    """

    clock: Clock
    settings: Settings
    language: str
    visits: tuple[tuple[Visit, tuple[str, ...]], ...]
    hours: Mapping[str, str]
    stops: tuple[str, ...]
    planned: Mapping[str, str]
    there: There

    @cached_property
    def today(self) -> date:
        """The local day."""
        return self.clock.today

    @cached_property
    def iso(self) -> str:
        """The local day as ISO text."""
        return self.today.isoformat()

    @cached_property
    def booked(self) -> str:
        """Ids of all whom a visit is planned with, from this day on: JSON, as SQL takes it."""
        today = (provider_id for _visit, people in self.visits for provider_id in people)
        return json.dumps(sorted({*self.planned, *today}))

    def overdue(self, due_on: str) -> int:
        """Return whole days past a due day; below zero it is still to come."""
        return (self.today - type(self.today).fromisoformat(due_on)).days

    def shown(self, on: str) -> str:
        """Return an ISO day for a narrow column: "Fri 27 Nov"; "20 Feb '27" of another year."""
        one = type(self.today).fromisoformat(on)
        return show_day_short(one, self.today, self.language)

    @property
    def is_evening(self) -> bool:
        """Whether working hours are over."""
        return self.clock.now.time() >= self.settings.hours[1]


def read_today(db: sqlite3.Connection, clock: Clock, settings: Settings, language: str) -> Today:
    """Return the day as the store knows it."""
    iso = clock.today.isoformat()
    tomorrow = (clock.today + timedelta(1)).isoformat()
    planned = tuple(
        (one, visits.provider_ids(db, one.id))
        for one in visits.planned(db, start=iso, until=tomorrow)
    )
    is_over = clock.now.time() >= settings.hours[1]
    to_come = [
        (one, people)
        for one, people in planned
        if (one.start_at > clock.instant if one.start_at else not is_over)
    ]
    hours = {
        provider_id: hour_of(one.start_at) for one, people in to_come for provider_id in people
    }
    stops = tuple(dict.fromkeys(one.account_id for one, _people in to_come if one.account_id))
    after = _planned_after(db, iso)
    return Today(clock, settings, language, planned, hours, stops, after, there(db))


def _planned_after(db: sqlite3.Connection, iso: str) -> dict[str, str]:
    # All at once: what is planned is little, while a provider's own visits may be many.
    rows = db.execute(
        "SELECT vp.provider_id, v.on_date FROM visit v JOIN visit_provider vp "
        "ON vp.visit_id = v.id WHERE v.state = 'planned' AND v.on_date > ? "
        "ORDER BY v.on_date DESC",
        (iso,),
    )
    return {row[0]: row[1] for row in rows}


def hour_of(start_at: str | None) -> str:
    """Return the local hour of an instant, ``8:40``; empty for None."""
    return f"{(start := from_instant(start_at)).hour}:{start.minute:02}" if start_at else ""
