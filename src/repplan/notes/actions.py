"""Act on notes: keep one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.notes import queries
from repplan.notes.model import PROFESSIONAL
from repplan.store.write import insert

if TYPE_CHECKING:
    from datetime import date

    from repplan.notes.model import Note
    from repplan.store.work import Work


def keep(
    work: Work,
    provider_id: str,
    text: str,
    kind: str = PROFESSIONAL,
    *,
    visit_id: str | None = None,
    source: str | None = None,
    expires_on: str | None = None,
    on: date | None = None,
) -> Note:
    """Return the new note, dated ``on`` (None: today); it counts up to ``expires_on`` (ISO)."""
    identity, _ref = insert(
        work,
        "note",
        {
            "provider_id": provider_id,
            "visit_id": visit_id,
            "kind": kind,
            "text": text,
            "source": source,
            "noted_on": (on or work.today).isoformat(),
            "expires_on": expires_on,
        },
    )
    return queries.note(work.db, identity)
