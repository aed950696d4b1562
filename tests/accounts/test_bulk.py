"""Many accounts at once are as findable as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.accounts.bulk import add_accounts

if TYPE_CHECKING:
    from repplan.store.work import Work


def test_many_at_once(work: Work) -> None:
    """Each row becomes an account, in order, its folded name beside it; no rows make none."""
    made = add_accounts(work, [{"name": "Valley Clinic"}, {"name": "Élan  Clinic"}])
    rows = work.db.execute("SELECT id, ref, name, folded, state FROM account ORDER BY id")
    assert [tuple(row) for row in rows] == [
        (*made[0], "Valley Clinic", "valley clinic", "active"),
        (*made[1], "Élan  Clinic", "elan clinic", "active"),
    ]
    assert add_accounts(work, []) == []
