"""What to take along: promises first, each thing once, nothing they already have."""

from __future__ import annotations

from typing import Any

import pytest

from repplan.products.bringing import Wish, bring, meant_material
from repplan.products.model import Material
from repplan.records import field_types


def material(
    title: str, *, kind: str = "leaflet", of: str | None = "one", topics: str = ""
) -> Material:
    """Return an approved material."""
    empty: dict[str, Any] = dict.fromkeys(field_types(Material))
    known = {"id": title, "ref": title, "title": title, "kind": kind, "product_id": of}
    return Material(**(empty | known | {"product": of, "topics": tuple(topics.split())}))


RENAL = material("Renal dosing table", topics="eGFR")
REGISTRY = material("Registry one-pager", kind="article", topics="hypotension")
SLIDES = material("Stroke slides", kind="slide")
OTHER = material("Dialysis leaflet of Two", of="two", topics="dialysis")
ALL = (RENAL, REGISTRY, SLIDES, OTHER)


def brought(*wishes: Wish, given: tuple[str, ...] = (), most: int = 4) -> list[tuple[str, str]]:
    """Return (what, why) of what is brought."""
    found = bring(wishes, ALL, product_id="one", given=given, most=most)
    return [(one.what, one.why[0][0]) for one in found]


def test_promises_come_first_and_only_things() -> None:
    """A promised table is that material; a call stays at home."""
    wishes = (Wish("promise", "call Amy"), Wish("promise", "renal table"))
    assert brought(*wishes) == [("renal table", "promise")]
    found = bring(wishes, ALL, product_id="one")
    assert found[0].material == RENAL


def test_a_promise_without_a_material_stands_in_its_words() -> None:
    """What isn't in the store is brought all the same."""
    (first, *_others) = bring((Wish("promise", "copay sheet", "f-1"),), ALL, product_id="one")
    assert (first.what, first.material, first.ref) == ("copay sheet", None, "f-1")


def test_a_question_brings_what_is_about_it_of_any_product() -> None:
    """What they asked is answered, also of another product; what they have isn't brought again."""
    asked = Wish("question", "ok in dialysis?")
    assert brought(asked)[0] == ("Renal dosing table", "question")
    assert brought(asked, given=("Renal dosing table",))[0] == (OTHER.title, "question")


def test_a_concern_brings_nothing_beside_it() -> None:
    """Only what is about it: no second topic, and nothing of another product."""
    assert brought(Wish("concern", "low pressure")) == [("Registry one-pager", "concern")]
    assert brought(Wish("concern", "travel")) == []


def test_each_thing_once() -> None:
    """What is promised and asked for is one thing; the list has an end."""
    wishes = (Wish("promise", "renal table"), Wish("question", "renal?"), Wish("objective", "eGFR"))
    assert brought(*wishes) == [("renal table", "promise")]
    assert len(brought(*wishes, most=1)) == 1


def test_without_a_product_there_is_no_leaflet() -> None:
    """Nothing is brought for no reason."""
    assert bring((), ALL, product_id=None) == ()
    assert bring((), ALL, product_id="one") == ()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Few interactions: azoles alone need another dose.", None),
        ("The dose in renal impairment stays.", "Renal dosing table"),
        ("Hypotension is rare.", "Registry one-pager"),
        ("Fewer strokes in five years.", "Stroke slides"),
        ("One form for all payers.", None),
        ("低血压少见。", "Registry one-pager"),
    ],
)
def test_only_what_a_message_is_about(said: str, expected: str | None) -> None:
    """Another message brings another thing, or nothing."""
    found = bring((Wish("message", said),), ALL, product_id="one")
    assert [one.what for one in found] == ([expected] if expected else [])


@pytest.mark.parametrize("kind", ["competitor", "reimbursement"])
def test_what_is_for_the_rep_stays(kind: str) -> None:
    """News of rivals and payers is never taken along, whatever asks for it."""
    news = material("Stroke news", kind=kind, topics="stroke")
    wishes = [Wish(term, "stroke article") for term in ("question", "objection", "message")]
    assert bring(wishes, [news], product_id="one") == ()


def test_a_leaflet_on_others_answers_no_concern() -> None:
    """Whom the concern names stands in the material too."""
    wish = Wish("concern", "low pressure in pregnancy")
    assert bring((wish,), ALL, product_id="one") == ()


def test_which_material_is_meant() -> None:
    """The words of its title, in a sentence; two alike are neither."""
    assert meant_material("gave registry paper", ALL) == REGISTRY
    assert meant_material("renal table", ALL) == RENAL
    assert meant_material("an article", ALL) is None
    assert meant_material("registry", (REGISTRY, material("Registry poster"))) is None
    assert meant_material("给了登记研究单页", (material("登记研究单页"), SLIDES)) is not None
