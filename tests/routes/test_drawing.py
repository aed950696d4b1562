"""The drawing as SVG: its marks, its words for who can't see it, nothing but its own classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.records import replace
from repplan.routes.drawing import drawing, scale_words
from tests.routes.plans import HOSTILE, PATEL, ROUTE, hostile, stop

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def drawn() -> Element:
    """Return the drawing of the Tuesday."""
    found = drawing(ROUTE, "The route of Tue 24 Nov")
    assert found is not None
    return found


def of_class(whole: Element, name: str) -> list[Element]:
    """Return the elements of a class."""
    return [one for one in whole.iter() if name in one.get("class", "").split()]


def test_a_mark_a_building() -> None:
    """As many marks as buildings, one house where the day begins and ends, a line a way."""
    whole = drawn()
    assert ["".join(mark.itertext()) for mark in of_class(whole, "mark")] == ["1, 2", "3", "5"]
    assert len(of_class(whole, "home")) == 1
    assert len(of_class(whole, "leg")) == 4
    assert len(of_class(whole, "walk")) == 1
    names = {one.text for one in of_class(whole, "name")}
    assert names == {"Home", "Valley Cardiology", "市一医院", "Uptown Pharmacy"}
    [scale] = of_class(whole, "scale")
    assert "".join(scale.itertext()) == "2 km"


def test_it_is_told_in_words() -> None:
    """Title and description say what it shows to somebody who can't see it."""
    whole = drawn()
    assert whole.get("role") == "img"
    assert whole.get("aria-label") == whole.findtext("title") == "The route of Tue 24 Nov"
    assert whole.findtext("desc") == (
        "The route with 4 places, north is up: Home; 1, 2 Valley Cardiology; 3 市一医院; "
        "5 Uptown Pharmacy."
    )


def test_it_has_no_colour_of_its_own() -> None:
    """Colours are the page's, by class: so they change with day, night and paper."""
    for one in drawn().iter():
        assert not {"fill", "stroke", "style", "href"} & one.attrib.keys()


def test_names_are_text() -> None:
    """A hostile name is nothing but text on it."""
    found = drawing(hostile().routes[0], HOSTILE)
    assert found is not None
    assert {one.tag for one in found.iter()} <= {
        "svg", "title", "desc", "g", "line", "circle", "polygon", "rect", "text", "path",
    }  # fmt: skip


def test_nobody_knows_where() -> None:
    """Without a point there is nothing to draw."""
    assert drawing(replace(ROUTE, stops=(stop(PATEL, 500, point=None),)), "t") is None


@pytest.mark.parametrize(("km", "said"), [(0.2, "200 m"), (1.0, "1 km"), (50.0, "50 km")])
def test_a_scale_in_words(km: float, said: str) -> None:
    """Below a kilometre it is said in metres."""
    assert scale_words(km) == said
