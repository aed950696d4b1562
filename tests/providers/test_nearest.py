"""The nearest names: what a slip of the finger is offered, and never acted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.providers.nearest import nearest_accounts, nearest_names

if TYPE_CHECKING:
    import sqlite3

pytestmark = pytest.mark.usefixtures("people")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("patle", "Anjali Patel, MD"),
        ("lindquist", "Åsa Lindqvist"),
        ("anjalli", "Anjali Patel, MD"),
        ("wang jiangou", "王建国 主任医师"),
        ("zhuo", "周一鸣"),
        ("Dr Patell", "Anjali Patel, MD"),
    ],
)
def test_nearest_names(db: sqlite3.Connection, said: str, name: str) -> None:
    """A misspelt name is near the right one."""
    assert name in nearest_names(db, said)


@pytest.mark.parametrize("said", ["", "xxxx", "%%%", "Quetzalcoatl"])
def test_nothing_is_near(db: sqlite3.Connection, said: str) -> None:
    """What is like no name is near none."""
    assert nearest_names(db, said) == ()


def test_nearest_accounts(db: sqlite3.Connection) -> None:
    """A misspelt account is near the right one; another name is not."""
    assert nearest_accounts(db, "valey cardiology") == ("Valley Cardiology",)
    assert nearest_accounts(db, "Riverside") == ()
