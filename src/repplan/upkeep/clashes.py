"""What stands against taking a batch back, one line each: what, which cells, by whom, when."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.clock import from_instant
from repplan.i18n.phrases import listed, with_note
from repplan.store.inverse import Why
from repplan.upkeep import queries
from repplan.upkeep.words import column_name, noun

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.store.inverse import Clash
    from repplan.upkeep.model import Batch, Named

_SHOWN = 8


def describe(
    db: sqlite3.Connection, clashes: Sequence[Clash], batch: Batch, upto_seq: int
) -> tuple[str, ...]:
    """Return the clashes as lines for a person, a few of them.

    ``upto_seq`` is the journal's last row before the undo was tried.
    """
    lines = dict.fromkeys(line for clash in clashes for line in _lines(db, clash, batch, upto_seq))
    shown = list(lines)[:_SHOWN]
    more = len(lines) - len(shown)
    return (*shown, f"+{more}") if more else tuple(shown)


def _lines(db: sqlite3.Connection, clash: Clash, batch: Batch, upto_seq: int) -> list[str]:
    record = queries.named(db, clash.table, clash.row)
    if clash.why is Why.HELD:
        held = queries.holders(db, clash.table, clash.row) or [record]
        return [_line(db, one, "", batch, upto_seq) for one in held]
    what = {
        Why.CHANGED: listed(column_name(column) for column in clash.columns),
        Why.GONE: _("taken away"),
        Why.BACK: _("is here again"),
        Why.ERASED: _("erased for good"),
    }[clash.why]
    return [_line(db, record, what, batch, upto_seq)]


def _line(db: sqlite3.Connection, record: Named, what: str, batch: Batch, upto_seq: int) -> str:
    since = queries.last_change(db, record.table, record.row, batch.last_seq, upto_seq)
    by = ""
    if since:
        command = since.command or _("from outside repplan")
        when = f"{from_instant(since.at):%Y-%m-%d %H:%M}"
        by = listed((command, since.ref, when))
    name = record.ref or noun(record.table, 1)
    return with_note("  ".join(part for part in (name, record.title, what) if part), by)
