"""A day's route as a drawing: numbered stops, the way between them, a scale. No map, no network."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.i18n.phrases import clauses
from repplan.markup import tag
from repplan.routes.picture import HIGH, picture_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from repplan.routes.model import DayRoute
    from repplan.routes.picture import Leg, Mark, Picture

HOUSE = ((-9, 0), (0, -9), (9, 0), (6, 0), (6, 8), (-6, 8), (-6, 0))
"""The corners of the mark where a day begins or ends, round its middle."""

SCALE_AT = (10.0, 10.0)
"""How far the scale is from the left and from the bottom."""


def drawing(route: DayRoute, title: str) -> Element | None:
    """Return the route as SVG, for a page that has its style; None where there is no way to draw."""
    picture = picture_of(route)
    if picture is None:
        return None
    return tag(
        "svg",
        tag("title", title),
        tag("desc", described(picture.marks)),
        tag("g", *(_leg(leg) for leg in picture.legs)),
        tag("g", *(_pointer(mark) for mark in picture.marks if mark.is_moved)),
        tag("g", *(_mark(mark) for mark in picture.marks)),
        tag("g", *(_name(mark) for mark in picture.marks if mark.name)),
        _scale(picture),
        viewBox=f"0 0 {picture.width:g} {picture.height:.1f}",
        role="img",
        aria_label=title,
        class_="route",
    )


def described(marks: Sequence[Mark]) -> str:
    """Return what a drawing shows, in words."""
    places = [f"{mark.text} {mark.title}".strip() for mark in marks]
    said = ngettext("The route with {n} place, north is up: {places}.",
                    "The route with {n} places, north is up: {places}.", len(places))  # fmt: skip
    return said.format(n=len(places), places=clauses(places))


def scale_words(km: float) -> str:
    """Return a length as a scale says it: ``500 m``, ``2 km``."""
    return _("{m} m").format(m=f"{km * 1000:g}") if km < 1 else _("{km} km").format(km=f"{km:g}")


def _leg(leg: Leg) -> Element:
    (x1, y1), (x2, y2) = leg.start, leg.end
    return tag(
        "line",
        class_="leg walk" if leg.is_walk else "leg",
        **_places(x1=x1, y1=y1, x2=x2, y2=y2),
    )


def _pointer(mark: Mark) -> Element:
    """The line from a mark to where it belongs, with a dot there."""
    x, y = mark.at
    return tag(
        "g",
        tag("line", class_="pointer", **_places(x1=x, y1=y, x2=mark.x, y2=mark.y)),
        tag("circle", class_="dot", r="2.5", **_places(cx=x, cy=y)),
    )


def _mark(mark: Mark) -> Element:
    if not mark.numbers:
        corners = " ".join(f"{mark.x + x:.1f},{mark.y + y:.1f}" for x, y in HOUSE)
        return tag("polygon", class_="home", points=corners)
    left, top, _right, _bottom = mark.box
    return tag(
        "g",
        tag(
            "rect",
            rx=f"{HIGH / 2:g}",
            height=f"{HIGH:g}",
            **_places(x=left, y=top, width=mark.wide),
        ),
        tag("text", mark.text, **_places(x=mark.x, y=mark.y + 4.5)),
        class_="mark",
    )


def _name(mark: Mark) -> Element:
    return tag("text", mark.name, class_="name", **_places(x=mark.left, y=mark.base))


def _scale(picture: Picture) -> Element:
    x, y = SCALE_AT[0], picture.height - SCALE_AT[1]
    end = x + picture.scale_px
    return tag(
        "g",
        tag("path", d=f"M{x:.1f} {y - 4:.1f}V{y:.1f}H{end:.1f}V{y - 4:.1f}"),
        tag("text", scale_words(picture.scale_km), **_places(x=end + 6, y=y)),
        class_="scale",
    )


def _places(**at: float) -> dict[str, str]:
    return {name: f"{value:.1f}" for name, value in at.items()}
