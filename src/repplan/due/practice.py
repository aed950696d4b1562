"""What there is to practise, in the queue: one line, however many cards wait."""

from __future__ import annotations

from datetime import time
from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.clock import local_instant
from repplan.day import Group, QueueItem
from repplan.drills.counting import to_practise

if TYPE_CHECKING:
    import sqlite3

    from repplan.due.today import Today


def cards(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    """Return the one line that says how many cards wait; none where none does."""
    count = to_practise(
        db,
        day.iso,
        day.clock.instant,
        local_instant(day.today, time(0)),
        day.settings.number("drill.new"),
    )
    if not count:
        return []
    what = ngettext("{n} card to practise", "{n} cards to practise", count).format(n=count)
    return [
        QueueItem(
            ref="",
            group=Group.SHARE,
            kind="drill",
            what=what,
            person=None,
            account="",
            due_on=day.iso,
            overdue_days=0,
            why=(),
            when=_("{n} min").format(n=day.settings.number("drill.minutes")),
            next="repplan drill",
        )
    ]
