"""Act on many providers at once: what an import writes. Nothing is asked and nothing refused here.

Each function does for a list of rows what ``actions`` does for one, in as few statements as it
takes; who is meant, and whether there is a twin, the caller has settled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.providers.keys import add_keys
from repplan.store.write import insert_many

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.fields import Cell
    from repplan.store.work import Work

_PERSON: Mapping[str, Cell] = {"title": "", "specialties": "[]", "phone": None}
_PLACE: Mapping[str, Cell] = {"department": "", "building": None, "floor": None, "room": None}
"""What a register often leaves out, as the store has it by itself: so that all rows are alike."""


def add_providers(work: Work, rows: Sequence[Mapping[str, Cell]]) -> list[tuple[str, str]]:
    """Return (id, ref) of each new provider, in order; ``name`` and its parts are in the rows."""
    made = insert_many(
        work,
        "provider",
        [{**_PERSON, **row, "last_contact_on": row.get("seen_before_on")} for row in rows],
    )
    add_keys(work, [(one[0], row) for one, row in zip(made, rows, strict=True)])
    return made


def add_affiliations(work: Work, rows: Sequence[Mapping[str, Cell]]) -> None:
    """Write down where providers work: ``provider_id``, ``account_id`` and what is known of it."""
    insert_many(work, "affiliation", [{**_PLACE, **row} for row in rows])


def add_licences(work: Work, rows: Sequence[Mapping[str, Cell]]) -> None:
    """Keep licences that nobody holds yet: ``provider_id``, ``region``, ``number``."""
    insert_many(work, "licence", rows)
