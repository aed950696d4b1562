"""Whose record is meant: names before text, words by their beginnings, a guess told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.providers.whose import meant
from repplan.records import dataclass

if TYPE_CHECKING:
    import sqlite3

    from repplan.providers.model import Provider


@dataclass(frozen=True)
class Heard:
    """Something of somebody, or of nobody, with its words."""

    provider_id: str | None
    what: str


@pytest.mark.parametrize(
    ("said", "found", "is_sure"),
    [
        ("anjali", ["dizzy after the echocardiogram", "a rash"], True),
        ("anjali dizzy", ["dizzy after the echocardiogram"], True),
        ("Anjali Patel rash", ["a rash"], True),
        ("patel dizzy", ["dizzy after the echocardiogram"], False),  # Dev is a Patel too
        ("王建国头晕", ["服药后头晕"], True),
        ("头晕", ["服药后头晕"], False),
        ("rash", ["a rash"], False),
        ("echo dizz", ["dizzy after the echocardiogram"], False),
        ("dev", ["told by dev"], False),  # of whom there is nothing: words of a text alone
        ("cardiogram", [], False),
        ("izz", [], False),
        ("?", [], False),
        ("", [], False),
    ],
)
def test_meant(
    db: sqlite3.Connection,
    people: dict[str, Provider],
    said: str,
    found: list[str],
    is_sure: bool,
) -> None:
    """A name says whose it is; where words of the text alone fit, it is a guess."""
    items = [
        Heard(people["patel"].id, "dizzy after the echocardiogram"),
        Heard(people["patel"].id, "a rash"),
        Heard(people["wang"].id, "服药后头晕"),
        Heard(None, "told by dev"),
    ]
    told, is_named = meant(db, said, items, lambda one: one.what)
    assert ([one.what for one in told], is_named) == (found, is_sure)
