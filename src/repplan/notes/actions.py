"""Act on notes: keep one, change it, let it go."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from repplan.config import read_settings
from repplan.errors import AlreadyClosed
from repplan.notes import queries
from repplan.notes.model import PERSONAL, PROFESSIONAL
from repplan.store.write import change, insert

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.fields import Cell
    from repplan.notes.model import Note
    from repplan.store.work import Work

_PERSONAL_DAYS = "notes.personal_days"


def keep(
    work: Work,
    provider_id: str,
    text: str,
    kind: str = PROFESSIONAL,
    *,
    visit_id: str | None = None,
    source: str | None = None,
    on: date | None = None,
    cells: Mapping[str, Cell] | None = None,
) -> Note:
    """Return the new note, dated ``on`` (None: today).

    ``cells`` are its topic, happened_on, yearly and expires_on, the last day on which it counts
    (ISO). A personal one without that day counts as long as the settings say.
    """
    noted_on = on or work.today
    row: dict[str, Cell] = {
        "provider_id": provider_id,
        "visit_id": visit_id,
        "kind": kind,
        "text": text,
        "source": source,
        "noted_on": noted_on.isoformat(),
        **(cells or {}),
    }
    if kind == PERSONAL and not row.get("expires_on"):
        row["expires_on"] = _personal_end(work, noted_on)
    identity, _ref = insert(work, "note", row)
    return queries.note(work.db, identity)


def edit_note(work: Work, note_id: str, cells: Mapping[str, Cell]) -> Note:
    """Return the note with these cells changed; one that becomes personal expires as these do."""
    before = queries.note(work.db, note_id)
    row = dict(cells)
    is_new_personal = row.get("kind") == PERSONAL and not before.is_personal
    if is_new_personal and not row.get("expires_on", before.expires_on):
        row["expires_on"] = _personal_end(work, work.today)
    change(work, "note", note_id, row)
    return queries.note(work.db, note_id)


def retire_note(work: Work, note_id: str) -> Note:
    """Return the note, which counts no longer: yesterday was its last day. Raises: AlreadyClosed."""
    before = queries.note(work.db, note_id)
    if before.expires_on and before.expires_on < work.today.isoformat():
        what = "" if before.is_personal else before.text
        raise AlreadyClosed(what or before.ref, before.expires_on, before.ref)
    yesterday = (work.today - timedelta(1)).isoformat()
    change(work, "note", note_id, {"expires_on": yesterday})
    return queries.note(work.db, note_id)


def _personal_end(work: Work, on: date) -> str | None:
    days = read_settings(work.db).number(_PERSONAL_DAYS)
    return (on + timedelta(days)).isoformat() if days else None
