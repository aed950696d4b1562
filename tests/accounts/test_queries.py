"""Accounts by what people call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.accounts import actions, queries

if TYPE_CHECKING:
    from repplan.store.work import Work

NAMES = ("Valley", "Valley Cardiology", "Oakwood Valley Clinic", "市一医院", "100% Care_")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("valley", ["Valley"]),
        ("VALLEY CARD", ["Valley Cardiology"]),
        ("vall", ["Valley", "Valley Cardiology"]),
        ("clinic", ["Oakwood Valley Clinic"]),
        ("市一", ["市一医院"]),
        ("医院", ["市一医院"]),
        ("100%", ["100% Care_"]),
        ("%", ["100% Care_"]),
        ("care_", ["100% Care_"]),
        ("oakwood_valley", []),
        ("", []),
    ],
)
def test_called(work: Work, said: str, meant: list[str]) -> None:
    """The whole name beats its beginning, which beats a part of it; no sign is a wildcard."""
    for name in NAMES:
        actions.add_account(work, {"name": name})
    assert [one.name for one in queries.called(work.db, said)] == meant


def test_line_of_ends(work: Work) -> None:
    """What stands above an account is told from below, and a ring has an end."""
    system, hospital = (actions.add_account(work, {"name": name}) for name in ("S", "H"))
    actions.place_under(work, hospital.id, system.id)
    assert [one.name for one in queries.line_of(work.db, hospital.id)] == ["H", "S"]
    work.db.execute("UPDATE account SET parent_id = ? WHERE id = ?", (hospital.id, system.id))
    assert [one.name for one in queries.line_of(work.db, hospital.id)] == ["H", "S"]
