"""Act on many accounts at once: what an import writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.store.write import insert_many
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.fields import Cell
    from repplan.store.work import Work


def add_accounts(work: Work, rows: Sequence[Mapping[str, Cell]]) -> list[tuple[str, str]]:
    """Return (id, ref) of each new account, in order; that there is no twin the caller knows."""
    return insert_many(work, "account", [{**row, "folded": fold(str(row["name"]))} for row in rows])
