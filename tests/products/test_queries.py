"""Products by what a rep calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.products import actions, queries
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
        add_product(work, name, {"generic_name": generic} if generic else None)
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


@pytest.fixture
def said(work: Work) -> dict[str, str]:
    """Add messages of two products in every state; return code → ref."""
    whole = {"text_20s": "one", "claim": "fewer strokes", "limitation": "not below eGFR 15"}
    cardexa = add_product(work, "Cardexa").id
    gone = add_product(work, "Oldexa").id
    found = {
        code: actions.add_message(work, product_id, {**whole, **cells}, pack="p", code=code)
        for code, product_id, cells in (
            ("b-open", cardexa, {}),
            ("a-today", cardexa, {"expires_on": "2026-11-24"}),
            ("c-expired", cardexa, {"expires_on": "2026-11-23"}),
            ("d-retired", cardexa, {}),
            ("e-gone", gone, {}),
        )
    }
    actions.retire_message(work, found["d-retired"].id)
    retire_product(work, gone)
    return {code: one.ref for code, one in found.items()}


@pytest.mark.usefixtures("said")
@pytest.mark.parametrize(
    ("filters", "codes"),
    [
        ({}, ["a-today", "b-open", "c-expired"]),
        ({"today": "2026-11-24"}, ["a-today", "b-open"]),
        ({"today": "2026-11-25"}, ["b-open"]),
        ({"with_retired": True}, ["a-today", "b-open", "c-expired", "d-retired", "e-gone"]),
    ],
)
def test_messages_in_use(work: Work, filters: dict[str, object], codes: list[str]) -> None:
    """Retired ones, and those of a product that isn't ours, are there only if asked for."""
    found = queries.messages(work.db, **filters)  # type: ignore[arg-type]  # as the cases say
    assert [one.code for one in found] == codes


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("cardexa strokes", ["a-today", "b-open", "c-expired"]),
        ("a-today", ["a-today"]),
        ("limitation", []),
        ("", []),
        ("%", []),
    ],
)
def test_messages_called(work: Work, said: dict[str, str], words: str, codes: list[str]) -> None:
    """By words of the claim, the product or the code; by a ref also those that are retired."""
    assert [one.code for one in queries.messages_called(work.db, words)] == codes
    (retired,) = queries.messages_called(work.db, said["d-retired"])
    assert retired.code == "d-retired"
    assert queries.objections_called(work.db, said["d-retired"]) == []


def test_materials_of_no_product_stand_last(work: Work) -> None:
    """They are found, and aren't among a product's."""
    product = add_product(work, "Cardexa")
    actions.add_material(work, None, {"title": "A map", "kind": "slide"})
    actions.add_material(work, product.id, {"title": "Table", "kind": "leaflet"})
    assert [one.title for one in queries.materials(work.db, today="2026-11-24")] == [
        "Table", "A map",
    ]  # fmt: skip
    assert [one.title for one in queries.materials(work.db, product_id=product.id)] == ["Table"]
    assert [one.product for one in queries.materials_called(work.db, "map")] == [None]
