"""Ask on which days a rep doesn't work, and which hours are taken."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from repplan.store.refs import ids_by_ref
from repplan.store.rows import select, to_model
from repplan.text import fold
from repplan.timeoff import rules
from repplan.timeoff.model import CalendarEntry, TimeOff

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from repplan.timeoff.model import Busy, DayOff

_SELECT = select(TimeOff, "time_off")
_UNTIL = "min(t.until_on, coalesce(t.ended_on, t.until_on))"
_THERE = f"t.from_on < ?2 AND {_UNTIL} > ?1 AND t.from_on < {_UNTIL}"
_ORDER = "ORDER BY t.from_on, t.from_time, t.id"


def days_off(db: sqlite3.Connection, first: date, last: date) -> list[DayOff]:
    """Return the days off from ``first`` to ``last``, both included, in order, each once.

    A weekday on which nobody works anyway is among them only where it was written down; a day
    that is worked instead (make-up) isn't, unless the rep has it off.
    """
    return rules.days_off(_between(db, first, last, "t.kind <> 'busy'"), first, last)


def busy(db: sqlite3.Connection, day: date) -> list[Busy]:
    """Return the hours of a day that are taken by appointments elsewhere, in order."""
    return rules.busy_on(busy_times(db, day), day)


def _between(db: sqlite3.Connection, first: date, last: date, kinds: str) -> list[TimeOff]:
    rows = db.execute(
        f"{_SELECT} WHERE {kinds} AND {_THERE} {_ORDER}",
        (first.isoformat(), (last + timedelta(1)).isoformat()),
    )
    return [to_model(TimeOff, row) for row in rows]


def time_off(db: sqlite3.Connection, identity: str) -> TimeOff:
    """Return one record by its id."""
    return to_model(TimeOff, db.execute(f"{_SELECT} WHERE t.id = ?", (identity,)).fetchone())


def listed(db: sqlite3.Connection, *, since: date | None) -> list[TimeOff]:
    """Return what counts on a day or after it, in order; None: all there ever was, ended too."""
    if since is None:
        return [to_model(TimeOff, row) for row in db.execute(f"{_SELECT} {_ORDER}")]
    rows = db.execute(
        f"{_SELECT} WHERE {_UNTIL} > ? AND t.from_on < {_UNTIL} {_ORDER}", (since.isoformat(),)
    )
    return [to_model(TimeOff, row) for row in rows]


def of_country(db: sqlite3.Connection, country: str) -> list[TimeOff]:
    """Return all that ever came from calendars of a country or its regions, ended too."""
    rows = db.execute(
        f"{_SELECT} WHERE t.source = ?1 OR t.source LIKE ?1 || '-%' {_ORDER}", (country,)
    )
    return [to_model(TimeOff, row) for row in rows]


def same_days(db: sqlite3.Connection, first: date, last: date) -> list[TimeOff]:
    """Return what counts on any of these days, busy hours left out."""
    return _between(db, first, last, "t.kind <> 'busy'")


def busy_times(db: sqlite3.Connection, day: date) -> list[TimeOff]:
    """Return the busy hours that touch a day, as they were written down."""
    return _between(db, day, day, "t.kind = 'busy'")


def called(db: sqlite3.Connection, said: str, today: date) -> list[TimeOff]:
    """Return what a ref means, else what counts from today on and holds all these words."""
    ids = ids_by_ref(db, "time_off", said)
    if ids:
        return [time_off(db, one) for one in ids]
    words = fold(said).split()
    return [
        one
        for one in listed(db, since=today)
        if words and all(word in fold(one.what or "") for word in words)
    ]


def planned(db: sqlite3.Connection, first: date, last: date) -> list[tuple[str, str, str]]:
    """Return the visits planned from one day to another: ref, day, with whom; in order."""
    rows = db.execute(
        "SELECT v.ref, v.on_date, coalesce((SELECT group_concat(p.name, ', ') "
        "FROM visit_provider l JOIN provider p ON p.id = l.provider_id WHERE l.visit_id = v.id), "
        "(SELECT a.name FROM account a WHERE a.id = v.account_id), '') FROM visit v "
        "WHERE v.state = 'planned' AND v.on_date BETWEEN ? AND ? "
        "ORDER BY v.on_date, v.start_at, v.ref",
        (first.isoformat(), last.isoformat()),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def entries(db: sqlite3.Connection, uid: str) -> dict[str, CalendarEntry]:
    """Return occurrence → what it became here, of one event of a calendar file."""
    rows = db.execute(f"{select(CalendarEntry, 'calendar_entry')} WHERE t.uid = ?", (uid,))
    return {one.occurrence: one for one in (to_model(CalendarEntry, row) for row in rows)}
