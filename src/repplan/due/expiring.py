"""Lots of samples that expire soon, and those that have: a line each at most."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.day import Group, QueueItem
from repplan.i18n.phrases import listed, with_note
from repplan.samples.warning import warn_until

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.due.today import Today

_MOST = 3
"""Lots that a line names; the others are a number."""


_EXPIRING = (
    # CROSS: from the lots to the movements of each, by their index alone.
    "SELECT l.ref, d.name || ' ' || l.strength AS what, l.number, l.expires_on, "
    "sum(m.quantity) AS left FROM sample_lot l JOIN product d ON d.id = l.product_id "
    "CROSS JOIN sample_movement m ON m.lot_id = l.id AND m.on_date <= :today "
    "WHERE l.expires_on <= :until GROUP BY l.id HAVING left > 0 ORDER BY l.expires_on, l.ref"
)


def lots(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    """Return the lots to send back, as they have expired, and those to use first."""
    until = warn_until(db, day.today)
    if until is None:
        return []
    found = db.execute(_EXPIRING, {"today": day.iso, "until": until}).fetchall()
    gone = [one for one in found if one["expires_on"] < day.iso]
    soon = found[len(gone) :]
    items = []
    if gone:
        items.append(_item(day, gone, _("expired, send back: {lots}"), is_late=True))
    if soon:
        items.append(_item(day, soon, _("use first: {lots}"), is_late=False))
    return items


def _item(day: Today, found: Sequence[sqlite3.Row], words: str, *, is_late: bool) -> QueueItem:
    first = found[0]
    told = [_told(day, one) for one in found[:_MOST]]
    if len(found) > _MOST:
        told.append(f"+{len(found) - _MOST}")
    return QueueItem(
        ref=first["ref"],
        group=Group.BAG,
        kind="samples",
        what=words.format(lots=listed(told)),
        person=None,
        account="",
        due_on=first["expires_on"],
        overdue_days=0,
        why=(),
        is_late=is_late,
    )


def _told(day: Today, one: sqlite3.Row) -> str:
    number = _("lot {number}").format(number=one["number"])
    until = day.shown(one["expires_on"])
    return with_note(f"{one['what'].strip()} x{one['left']}", f"{number} {until}")
