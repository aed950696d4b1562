"""A map as SVG, written here: stances as colour, mark and word, ties as lines with a legend."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING
from xml.etree.ElementTree import tostring

from repplan.i18n.phrases import listed
from repplan.markup import beside, fitted, in_two, raw, tag, text_width
from repplan.relations.layout import CARD_HEIGHT, CARD_WIDTH, Tie, lay_out
from repplan.relations.model import (
    INFLUENCES,
    KINDS,
    REPORTS,
    STANCES,
)
from repplan.relations.words import influence_word, on_product, stance_word, tie

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from repplan.relations.layout import Frame, Point
    from repplan.relations.model import Relation
    from repplan.relations.sketch import Card, Sketch

_MARGIN, _HEAD, _LINE, _LEGEND = 24, 56, 22, 92
_NARROWEST = 860
_PAD = 12
_NAME, _BLOCK, _SMALL = 15, 13, 12
"""Sizes of type."""

_BLOCK_LINE = 16
"""From one line of a block's title to the next."""

_CLASSES = {kind: kind.replace(" ", "-") for kind in KINDS}
_STAR = "0,-8 2.2,-2.7 7.6,-2.5 3.4,1 4.9,6.5 0,3.4 -4.9,6.5 -3.4,1 -7.6,-2.5 -2.2,-2.7"
_TRIANGLE = "0,-7 7,6 -7,6"


def svg(sketch: Sketch) -> bytes:
    """Return a whole SVG file: the drawing, its legend, the steps to a purchase, what is thin."""
    text = tostring(drawing(sketch, with_words=True), "unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def drawing(sketch: Sketch, *, with_words: bool) -> Element:
    """Return the drawing; ``with_words``: with its title above, and facts and thin spots below."""
    ties = [Tie(one.provider_id, one.other_id, _net(one)) for one in sketch.ties]
    layout = lay_out(sketch.blocks, ties)
    wide = max(layout.width, _NARROWEST) + 2 * _MARGIN
    top = _HEAD if with_words else 0
    below = top + layout.height
    words = _words(sketch, below + _LEGEND, wide) if with_words else []
    high = below + _LEGEND + (len(words) * _LINE + _MARGIN if words else 0)
    picture = tag(
        "g",
        *(_frame(one) for one in layout.frames),
        *(_way(one, way) for one, way in zip(sketch.ties, layout.ways, strict=True)),
        *(_titled(one) for one in layout.frames),
        *(_card(sketch.cards[who], at) for who, at in layout.cards.items()),
        transform=f"translate({_MARGIN + (wide - 2 * _MARGIN - layout.width) / 2:g} {top})",
    )
    return tag(
        "svg",
        tag("title", f"{sketch.title}, {sketch.as_of}"),
        raw("style", beside(__file__, "drawing.css")),
        tag("defs", *(_arrow(kind) for kind in KINDS)),
        tag("rect", class_="paper", width=f"{wide:g}", height=f"{high:g}"),
        *(_title(sketch) if with_words else []),
        picture,
        _legend(below, wide),
        *words,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {wide:g} {high:g}",
        width=f"{wide:g}",
        height=f"{high:g}",
        role="img",
        aria_label=f"{sketch.title}, {sketch.as_of}",
    )


def _net(one: Relation) -> str:
    """Return the lines that may run as one: all who report to the same person."""
    return f"{one.kind} {one.other_id}" if one.kind == REPORTS else one.id


def _title(sketch: Sketch) -> list[Element]:
    subtitle = listed((sketch.subtitle, sketch.as_of))
    return [
        _text(sketch.title, _MARGIN, 32, "title"),
        _text(subtitle, _MARGIN, 52, "small soft"),
    ]


def _text(text: str, x: float, y: float, class_: str, **more: str) -> Element:
    return tag("text", text, x=f"{x:g}", y=f"{y:g}", class_=class_, **more)


def _frame(one: Frame) -> Element:
    return tag(
        "rect", class_="frame", x=f"{one.x:g}", y=f"{one.y:g}", width=f"{one.width:g}",
        height=f"{one.height:g}", rx="12",
    )  # fmt: skip


def _titled(one: Frame) -> Element:
    """Return a block's title on a ground of its own, so that lines pass behind it."""
    lines = in_two(one.title, one.width - 36, _BLOCK)
    above = _BLOCK_LINE * (len(lines) - 1)
    wide = max(text_width(text, _BLOCK) for text in lines)
    ground = tag(
        "rect", class_="label", x=f"{one.x + 10:g}", y=f"{one.y - 10 - above:g}",
        width=f"{wide + 16:g}", height=f"{20 + above:g}", rx="6",
    )  # fmt: skip
    words = (
        _text(text, one.x + 18, one.y + 5 - above + at * _BLOCK_LINE, "block")
        for at, text in enumerate(lines)
    )
    return tag("g", ground, *words)


def _card(one: Card, at: Point) -> Element:
    x, y = at
    stance = one.stance or "unknown"
    influence = one.influence or "none"
    room = CARD_WIDTH - 2 * _PAD
    word = on_product(stance_word(one.stance), one.product) or _("unknown")
    beside_mark = room - 22
    weight = influence_word(one.influence)
    if weight and text_width(f"{word}  {weight}", _SMALL) > beside_mark:
        word = fitted(word, beside_mark - text_width(f"  {weight}", _SMALL), _SMALL)
    parts = [
        tag(
            "rect",
            class_="card",
            width=str(CARD_WIDTH),
            height=str(CARD_HEIGHT),
            rx="10",
        ),
        _text(fitted(one.name, room, _NAME), _PAD, 23, "name"),
        *_facts(one, room),
        _mark(one.stance, _PAD + 8, 56),
        _text(word, _PAD + 22, 60, "small stance"),
    ]
    if weight:
        end = {"text_anchor": "end"}
        parts.append(_text(weight, CARD_WIDTH - _PAD, 60, "small weight", **end))
    classes = ["who", stance, influence]
    classes += ["subject"] if one.is_subject else []
    classes += ["gone"] if one.is_gone else []
    return tag("g", *parts, class_=" ".join(classes), transform=f"translate({x:g} {y:g})")


def _facts(one: Card, room: float) -> list[Element]:
    """Return what they are and when they were seen; above that goes where they stand otherwise."""
    if not one.differing:
        return [
            _text(fitted(one.role, room, _SMALL), _PAD, 41, "small"),
            _text(fitted(one.seen, room, _SMALL), _PAD, 77, "small soft"),
        ]
    return [
        _text(fitted(listed((one.role, one.seen)), room, _SMALL), _PAD, 41, "small"),
        _text(fitted(one.differing, room, _SMALL), _PAD, 77, "small weight"),
    ]


def _mark(stance: str | None, x: float, y: float) -> Element:
    """Return a stance's own shape: it tells without colour."""
    place = f"translate({x:g} {y:g})"
    match stance:
        case "champion":
            return tag("polygon", class_="mark", points=_STAR, transform=place)
        case "supporter":
            return tag("circle", class_="mark", r="6", transform=place)
        case "neutral":
            return tag("circle", class_="mark hollow", r="5.5", transform=place)
        case "skeptic":
            return tag("polygon", class_="mark hollow", points=_TRIANGLE, transform=place)
        case "blocker":
            return tag("path", class_="mark", d="M-6-6H6V6H-6Z", transform=place)
        case _unknown:
            return tag("path", class_="mark hollow", d="M-5 0H5", transform=place)


def _way(one: Relation, points: Sequence[Point]) -> Element:
    corners = " ".join(f"{x:g},{y:g}" for x, y in points)
    name = _CLASSES[one.kind]
    ends = {} if one.kind == "works with" else {"marker_end": f"url(#to-{name})"}
    return tag(
        "polyline",
        tag("title", f"{one.provider} {_verb(one.kind)} {one.other}"),
        class_=f"tie {name}",
        points=corners,
        **ends,
    )


def _verb(kind: str) -> str:
    return tie(kind, "", is_theirs=False).strip()


def _arrow(kind: str) -> Element:
    name = _CLASSES[kind]
    tip = tag("path", d="M0 0L9 4.5L0 9Z", class_=f"tip {name}")
    return tag(
        "marker", tip, id=f"to-{name}", viewBox="0 0 9 9", refX="9", refY="4.5", markerWidth="9",
        markerHeight="9", markerUnits="userSpaceOnUse", orient="auto",
    )  # fmt: skip


def _legend(top: float, wide: float) -> Element:
    """Return what shapes, borders and lines mean, in three rows."""
    rows = [
        [_legend_stance(stance) for stance in (*STANCES, None)],
        [_legend_influence(influence) for influence in INFLUENCES],
        [_legend_tie(kind) for kind in KINDS],
    ]
    placed = []
    for at, row in enumerate(rows):
        x: float = _MARGIN
        for element, size in row:
            element.set("transform", f"translate({x:g} {top + 14 + at * 26:g})")
            placed.append(element)
            x += min(size, (wide - 2 * _MARGIN) / len(row))
    return tag("g", *placed, class_="legend")


def _legend_stance(stance: str | None) -> tuple[Element, float]:
    word = stance_word(stance) or _("unknown")
    text = _text(word, 20, 4, "small stance")
    group = tag("g", _mark(stance, 8, 0), text, class_=f"who {stance or 'unknown'}")
    return group, 44 + text_width(word, _SMALL)


def _legend_influence(influence: str) -> tuple[Element, float]:
    word = influence_word(influence)
    box = tag("rect", class_="card", x="1", y="-8", width="26", height="16", rx="4")
    group = tag("g", box, _text(word, 36, 4, "small"), class_=f"who {influence}")
    return group, 60 + text_width(word, _SMALL)


def _legend_tie(kind: str) -> tuple[Element, float]:
    word = _verb(kind)
    name = _CLASSES[kind]
    ends = {} if kind == "works with" else {"marker_end": f"url(#to-{name})"}
    line = tag("polyline", class_=f"tie {name}", points="0,0 40,0", **ends)
    return tag("g", line, _text(word, 48, 4, "small")), 72 + text_width(word, _SMALL)


def _words(sketch: Sketch, top: float, wide: float) -> list[Element]:
    """Return the facts and thin spots, a line each."""
    room = wide - 2 * _MARGIN - 140
    rows = [(label, text, "small") for label, text in sketch.facts]
    rows += [(_("THIN") if at == 0 else "", text, "small thin")
             for at, text in enumerate(sketch.thin)]  # fmt: skip
    placed = []
    for at, (label, text, class_) in enumerate(rows):
        y = top + 14 + at * _LINE
        line = tag(
            "g",
            _text(label, _MARGIN, y, "small soft"),
            _text(fitted(text, room, _SMALL), _MARGIN + 140, y, class_),
        )
        placed.append(line)
    return placed
