"""Lots by number and transfers of value by ref, as a shell completes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.cli.complete import Typing, lot_numbers, spend_refs

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.mark.usefixtures("people")
def test_lots(run: Run) -> None:
    """Lots of which something is left, by the beginning of their number."""
    run("product", "add", "Cardexa")
    run("config", "set", "samples", "on")
    for number in ("A123", "A77", "B9"):
        run("sample", "receive", "cardexa", "1", "--lot", number)
    run("sample", "lose", "cardexa", "1", "--lot", "A77", "--because", "spilt")
    assert [(one.word, one.help) for one in lot_numbers(Typing("a"))] == [("A123", "Cardexa: 1")]
    assert [one.word for one in lot_numbers(Typing(""))] == ["A123", "B9"]


@pytest.mark.usefixtures("people")
def test_spends(run: Run) -> None:
    """Transfers of value by ref, with the day and what for; once one is named, no more."""
    run("spend", "add", "10", "USD", "anjali", "--nature", "food")
    (found,) = spend_refs(Typing(""))
    assert found.word.startswith("g-")
    assert found.help == "2026-11-24 food"
    assert spend_refs(Typing("", before=("g-2222",))) == []
