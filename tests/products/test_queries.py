"""Products by what a rep calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.products import queries
from repplan.products.actions import add_product, retire_product

if TYPE_CHECKING:
    from repplan.store.work import Work


@pytest.fixture
def ours(work: Work) -> None:
    """Add four products, one of them retired."""
    for name, generic in (
        ("Cardexa", "cardexaban"),
        ("Cardexa XR", ""),
        ("泽康平", "泽瑞沙班"),
        ("Oldexa", ""),
    ):
        add_product(work, name, generic or None)
    retire_product(work, queries.called(work.db, "oldexa")[0].id)


@pytest.mark.usefixtures("ours")
@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("cardexa", ["Cardexa"]),
        ("card", ["Cardexa", "Cardexa XR"]),
        ("XR", ["Cardexa XR"]),
        ("cardexab", ["Cardexa"]),
        ("泽康", ["泽康平"]),
        ("泽瑞", ["泽康平"]),
        ("oldexa", []),
        ("", []),
        ("%", []),
    ],
)
def test_called(work: Work, said: str, meant: list[str]) -> None:
    """The whole name beats its beginning, a part, the generic name; retired ones aren't meant."""
    assert [one.name for one in queries.called(work.db, said)] == meant


@pytest.mark.usefixtures("ours")
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cardexa ++ liked it", "Cardexa"),
        ("cardexa xr: keen", "Cardexa XR"),
        ("泽康平一般", "泽康平"),
        ("liked Cardexa", None),
        ("Oldexa", None),
    ],
)
def test_named_at_start(work: Work, text: str, name: str | None) -> None:
    """The longest product name that a text begins with is the one meant."""
    found = queries.named_at_start(work.db, text)
    assert (found.name if found else None) == name
