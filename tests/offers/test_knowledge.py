"""Messages, objections and materials complete: by ref, by product and a word that tells one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.cli import complete
from repplan.cli.complete import Typing
from repplan.offers import knowledge

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.fixture
def refs(run: Run) -> dict[str, str]:
    """Add what is said of two products; return what it says → its ref."""
    found = {}
    for name in ("Cardexa", "泽康平"):
        run("product", "add", name)
    for product, claim in (
        ("card", "fewer strokes"),
        ("card", "fewer bleeds"),
        ("泽康平", "少卒中"),
    ):
        line = ("message", "add", product, "--20s", "x", "--claim", claim, "--limitation", "y")
        found[claim] = run(*line, "--json").json["message"]["ref"]
    answered = ("--category", "clinical", "--text", "too new", "--answer", "two years")
    found["too new"] = run("objection", "add", "card", *answered, "--json").json["objection"]["ref"]
    for title in ("Renal dosing table", "Registry leaflet"):
        said = run("material", "add", title, "--product", "card", "--json")
        found[title] = said.json["material"]["ref"]
    run("message", "retire", found["fewer bleeds"])
    return found


def words(name: str, text: str = "", *before: str) -> list[str]:
    """Return the words that a completer offers."""
    return [one.word for one in getattr(complete, name)(Typing(text, before))]


def test_refs_of_what_is_in_use(refs: dict[str, str]) -> None:
    """The newest of each product first; what was retired isn't offered."""
    assert words("message_refs") == [refs["fewer strokes"][:6], refs["少卒中"][:6]]
    assert words("message_refs", refs["少卒中"][:3]) == [refs["少卒中"][:6]]
    assert words("objection_refs") == [refs["too new"][:6]]
    assert words("material_refs", "m-") == [
        refs["Registry leaflet"][:6], refs["Renal dosing table"][:6],
    ]  # fmt: skip
    (offer,) = complete.objection_refs(Typing(""))
    assert offer.help == "Cardexa: too new"


@pytest.mark.usefixtures("refs")
@pytest.mark.parametrize(
    ("completer", "text", "before", "offered"),
    [
        ("message_refs", "few", (), ["fewer"]),
        ("message_refs", "str", ("cardexa",), ["strokes"]),
        ("message_refs", "ble", ("cardexa",), []),
        ("message_refs", "", ("cardexa",), []),
        ("message_refs", "泽", (), ["泽康平"]),
        ("material_refs", "ren", (), ["Renal"]),
        ("material_refs", "dos", ("renal",), ["dosing"]),
        ("material_refs", "zzz", (), []),
    ],
)
def test_words_that_tell_one(
    completer: str, text: str, before: tuple[str, ...], offered: list[str]
) -> None:
    """A word of the text or the product that begins so, of those that fit the words before."""
    assert words(completer, text, *before) == offered


def test_every_completer_has_its_offers() -> None:
    """What ``complete`` names as text is there."""
    assert all(
        callable(getattr(knowledge, name)) for name in ("messages", "objections", "materials")
    )
