"""Refs: the shortest unique prefix out, any prefix in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.store import refs
from repplan.store.refs import ids_by_ref, short_ref, short_refs
from repplan.store.write import insert

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Writing

KNOWN = ("a-22222222", "a-22222223", "a-2222bbbb", "a-7k2m9xpq", "a-zzzzzzzz")


@pytest.fixture
def ids(writing: Writing) -> dict[str, str]:
    """Return ref → id of a few accounts."""
    with writing() as work:
        return {ref: insert(work, "account", {"name": ref, "ref": ref})[0] for ref in KNOWN}


SHORT = {
    "a-22222222": "a-22222222",
    "a-22222223": "a-22222223",
    "a-2222bbbb": "a-2222b",
    "a-7k2m9xpq": "a-7k2m",
    "a-zzzzzzzz": "a-zzzz",
}


@pytest.mark.usefixtures("ids")
def test_short_refs_are_unique_and_no_shorter_than_four(db: sqlite3.Connection) -> None:
    """A screen shows as much of a ref as tells it from every other of its table."""
    assert {ref: short_ref(db, "account", ref) for ref in KNOWN} == SHORT


@pytest.mark.usefixtures("ids")
@pytest.mark.parametrize("many", [0, 200])
def test_many_refs_at_once(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    """In one pass or one by one, the answer is the same."""
    monkeypatch.setattr(refs, "_MANY", many)
    assert short_refs(db, "account", KNOWN) == SHORT
    assert short_refs(db, "account", KNOWN[3:4]) == {"a-7k2m9xpq": "a-7k2m"}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("a-7k2m9xpq", ["a-7k2m9xpq"]),
        ("a-7k2m", ["a-7k2m9xpq"]),
        ("7k2m", ["a-7k2m9xpq"]),
        ("A-7K2M9XPQ", ["a-7k2m9xpq"]),
        (" a-7k2m ", ["a-7k2m9xpq"]),
        ("a-2222", ["a-22222222", "a-22222223", "a-2222bbbb"]),
        ("2222b", ["a-2222bbbb"]),
        ("a-22222222", ["a-22222222"]),
        ("p-7k2m", []),
        ("a-7k2", []),
        ("a-9999", []),
        ("a-7k2m9xpqq", []),
        ("patel", []),
        ("a-%%%%", []),
        ("a-____", []),
        ("", []),
        ("-", []),
        ("a-", []),
        ("王建国", []),
    ],
)
def test_a_prefix_finds_its_records(
    db: sqlite3.Connection, ids: dict[str, str], said: str, found: list[str]
) -> None:
    """Four characters and more, with the letter or without it; what is no ref finds nothing."""
    assert sorted(ids_by_ref(db, "account", said)) == sorted(ids[ref] for ref in found)
