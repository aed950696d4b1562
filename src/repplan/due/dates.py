"""Days that come back: a birthday, a doctors' day, of those with whom a relationship is open."""

from __future__ import annotations

import json
from datetime import timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.day import Group, QueueItem
from repplan.due import people
from repplan.due.rules import person_terms
from repplan.due.visiting import has_objective
from repplan.notes.model import PERSONAL
from repplan.notes.yearly import days_of_year

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from repplan.due.today import Today

_AHEAD = 2
"""Days before the day on which it comes up, so that a card can still be written."""

_OPEN_DAYS = 365
"""A real contact in so many days, or an open objective, is an open relationship."""

_PERSON = 5


def dates(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    """Return whose day it is today or in two days, unless they were met today already."""
    near = days_of_year(day.today, _AHEAD + 1)
    rows = db.execute(
        "SELECT n.ref, n.kind, n.text, n.yearly, p.last_contact_on, "
        f"{people.COLUMNS} FROM note n JOIN provider p ON p.id = n.provider_id "
        "WHERE n.yearly IN (SELECT value FROM json_each(:near)) AND n.yearly IS NOT NULL "
        "AND (n.expires_on IS NULL OR n.expires_on >= :today) "
        "AND p.state <> 'left' AND p.role <> 'colleague' "
        "AND (p.snoozed_until IS NULL OR p.snoozed_until <= :today) "
        "AND (p.last_contact_on >= :since OR EXISTS (SELECT 1 FROM objective o "
        "WHERE o.provider_id = p.id AND o.result = 'open')) "
        "AND p.last_contact_on IS NOT :today",
        {
            "near": json.dumps(list(near)),
            "today": day.iso,
            "since": (day.today - timedelta(_OPEN_DAYS)).isoformat(),
        },
    ).fetchall()
    return [_item(db, day, row, near[row["yearly"]]) for row in rows]


def _item(db: sqlite3.Connection, day: Today, row: sqlite3.Row, on: date) -> QueueItem:
    who = people.person(row, _PERSON)
    is_today = on == day.today
    hour = day.hours.get(who.id) if who else None
    if hour is None:
        step = _("send a word")
    else:
        step = _("say it at {hour}").format(hour=hour) if hour else _("say it today")
    return QueueItem(
        ref=row["ref"],
        group=Group.SHARE,
        kind="date",
        what=row["text"],
        person=who,
        account="",
        due_on=on.isoformat(),
        overdue_days=0,
        why=person_terms(
            day.settings,
            tier=who.tier if who else None,
            has_objective=bool(who and has_objective(db, who.id)),
            is_today=is_today,
        ),
        when=_("today") if is_today else day.shown(on.isoformat()),
        next=step,
        is_personal=row["kind"] == PERSONAL,
    )
