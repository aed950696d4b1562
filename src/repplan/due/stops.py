"""What keeps a step of the queue from being taken: who mayn't be e-mailed, called or texted."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.consents.model import EXPIRED, OPTED_OUT
from repplan.consents.queries import reach
from repplan.consents.words import opted_out

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.consents.model import Standing
    from repplan.due.today import Today


def stopped(
    db: sqlite3.Connection, day: Today, rows: Sequence[sqlite3.Row], person: int
) -> dict[str, str]:
    """Return ref → what is possible instead, of the follow-ups whose channel isn't allowed.

    ``person`` is the column of the provider's id; every row has one, and a channel.
    """
    known = reach(db, {row[person] for row in rows}, day.iso)
    found = {}
    for row in rows:
        standing = known.standing(row[person], row["channel"], topic=row["what"])
        if standing.is_blocked:
            planned = day.planned.get(row[person])
            found[row["ref"]] = _instead(day, row["channel"], standing, planned)
    return found


def _instead(day: Today, channel: str, standing: Standing, planned: str | None) -> str:
    if planned:
        return _("you see them {day}").format(day=day.shown(planned))
    if standing.why == OPTED_OUT and standing.consent:
        return opted_out(channel, standing.consent.given_on, day.today, day.language)
    if standing.why == EXPIRED:
        return _("consent ran out: ask again")
    return _("ask them: no consent yet")
