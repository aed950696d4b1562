"""Records that the law keeps: no undo takes them back, and the refusal says what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.clock import from_instant
from repplan.errors import N_, Refused
from repplan.records import dataclass

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from repplan.store.inverse import Clash


@dataclass(eq=False)
class ReportStands(Refused):
    """The batch holds a safety report that has a reference number."""

    slug: ClassVar[str] = "safety-stands"
    message: ClassVar[str] = N_(
        "{batch} can't be taken back: {ref} was reported as {reference}, and a reported safety "
        "item stands."
    )
    hint: ClassVar[str] = N_(
        "Tell the safety department what was wrong, under that number. What else the command "
        "wrote: repplan history {batch}"
    )
    batch: str
    ref: str
    reference: str


@dataclass(eq=False)
class InquiryStands(Refused):
    """The batch holds an inquiry that was sent."""

    slug: ClassVar[str] = "inquiry-locked"
    message: ClassVar[str] = N_(
        "{batch} can't be taken back: {ref} was sent at {sent}, and an inquiry is locked once sent."
    )
    hint: ClassVar[str] = N_("Withdraw it instead: repplan inquiry withdraw {ref}")
    batch: str
    ref: str
    sent: str


@dataclass(eq=False)
class ClockStands(Refused):
    """The batch opened a safety clock that still runs."""

    slug: ClassVar[str] = "clock-stands"
    message: ClassVar[str] = N_(
        "{batch} opened a safety clock ({ref}) that still runs: it ends by repplan safety report "
        "{ref}, or repplan safety not-an-event {ref}."
    )
    hint: ClassVar[str] = N_("Once it was no event, the rest goes: repplan undo {batch}")
    batch: str
    ref: str


def refuse_running(db: sqlite3.Connection, batch: str, first_seq: int, last_seq: int) -> None:
    """Raise ClockStands where one of these rows of the journal opened a clock that still runs."""
    found = db.execute(
        "SELECT e.ref FROM journal j JOIN safety_report e ON e.id = j.row "
        "WHERE j.seq BETWEEN ? AND ? AND j.tbl = 'safety_report' AND j.kind = 'add' "
        "AND e.state = 'open' ORDER BY j.seq LIMIT 1",
        (first_seq, last_seq),
    ).fetchone()
    if found:
        raise ClockStands(batch, found[0])


def is_closed_report(db: sqlite3.Connection, clash: Clash) -> bool:
    """Whether all that changed since is that a safety report was closed as no event."""
    if clash.table != "safety_report" or not set(clash.columns) <= {"state", "why"}:
        return False
    # It is gone by now where the batch made it: what the undo deleted is told by its columns.
    sql = "SELECT 1 FROM safety_report WHERE id = ? AND state <> 'not-an-event'"
    return bool(clash.columns) and db.execute(sql, (clash.row,)).fetchone() is None


def refuse_kept(db: sqlite3.Connection, batch: str, clashes: Iterable[Clash]) -> None:
    """Raise ReportStands or InquiryStands where what can't be put back is kept by law."""
    for clash in clashes:
        if clash.table == "safety_report":
            found = _cells(db, "SELECT ref, reference FROM safety_report WHERE id = ?", clash.row)
            if found and found[1]:
                raise ReportStands(batch, found[0], found[1])
        elif clash.table == "inquiry":
            found = _cells(db, "SELECT ref, sent_at FROM inquiry WHERE id = ?", clash.row)
            if found and found[1]:
                raise InquiryStands(batch, found[0], f"{from_instant(found[1]):%Y-%m-%d %H:%M}")


def _cells(db: sqlite3.Connection, sql: str, identity: str) -> tuple[str, str] | None:
    row = db.execute(sql, (identity,)).fetchone()
    return (row[0], row[1]) if row else None
