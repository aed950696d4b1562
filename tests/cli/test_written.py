"""One record written and shown: as text and as JSON, and when all was so already."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Run


def test_written_and_unchanged(run: Run) -> None:
    """What was written names its batch; what was so already names none, in either form."""
    new = run("product", "add", "Cardexa", "--json")
    assert (new.json["product"]["name"], new.json["batch"][:2]) == ("Cardexa", "b-")
    line = ("product", "edit", "card", "--generic", "cardexaban")
    assert run(*line).masked.endswith("Saved. Take it back: repplan undo b-*\n")
    assert run(*line).masked.endswith("It was so already: nothing was changed.\n")
    assert run(*line, "--json").json["batch"] is None


def test_an_inquiry_that_is_so_already(run: Run) -> None:
    """An edit that changes nothing doesn't offer to take back what was never written."""
    run("provider", "add", "Anjali Patel")
    run("product", "add", "Cardexa")
    run("inquiry", "add", "patel", "ok in dialysis?", "--by", "phone")
    same = run("inquiry", "edit", "dialysis", "--by", "phone")
    assert same.masked.endswith("It was so already: nothing was changed.\n")
