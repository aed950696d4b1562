"""Act on drill cards: write down how an answer went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.drills import queries
from repplan.store.write import change, insert

if TYPE_CHECKING:
    from repplan.drills.model import Practised
    from repplan.store.work import Work


def practise(work: Work, one: Practised) -> None:
    """Write when a card comes up again; a card is made the first time it is practised."""
    cells = {"state": one.state, "due_at": one.due_at, "practised_at": one.practised_at}
    # Asked for here: another terminal may have practised the same one meanwhile.
    card = queries.card(work.db, *one.asked.key)
    if card:
        change(work, "drill_card", card.id, cells)
        return
    about = {
        "kind": one.asked.kind,
        "subject_id": one.asked.subject_id,
        "aspect": one.asked.aspect,
    }
    insert(work, "drill_card", {**about, **cells})
