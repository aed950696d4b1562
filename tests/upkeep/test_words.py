"""Records and columns in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan import i18n
from repplan.store.journal import journalled_columns, journalled_tables
from repplan.upkeep.words import COLUMNS, column_name, noun

if TYPE_CHECKING:
    import sqlite3


def test_every_column_has_a_name(db: sqlite3.Connection) -> None:
    """Each column that the journal keeps can be named, and no name is left behind."""
    live = {
        column.replace("_", " ")
        for table in journalled_tables(db)
        for column in journalled_columns(db, table)
    }
    assert set(COLUMNS) == live


def test_every_record_has_a_name(db: sqlite3.Connection) -> None:
    """Each journalled table is counted in words that Chinese has too."""
    i18n.bind("zh_CN")
    assert [table for table in journalled_tables(db) if noun(table, 2).isascii()] == []


@pytest.mark.parametrize(
    ("language", "name", "count", "text"),
    [
        ("en", "followup", 1, "1 follow-up"),
        ("en", "followup", 2, "2 follow-ups"),
        ("en", "a_new_table", 3, "3 a new table"),
        ("zh_CN", "followup", 2, "2件跟进"),
    ],
)
def test_nouns(language: str, name: str, count: int, text: str) -> None:
    """A number of records is told in words; an unknown table by its name."""
    i18n.bind(language)
    assert noun(name, count) == text


def test_a_column_is_named_by_what_it_holds() -> None:
    """A column's name is not the word that means something else elsewhere."""
    assert column_name("due_on") == "due on"
    i18n.bind("zh_CN")
    assert (column_name("due_on"), column_name("reading")) == ("到期", "观察")
