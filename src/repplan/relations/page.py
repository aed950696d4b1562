"""A drawn map as one page that needs no network: the drawing, what is thin, everybody as a table."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.i18n.clocks import hour_words
from repplan.i18n.phrases import clauses
from repplan.markup import base_style, beside, document, tag
from repplan.relations.drawing import drawing
from repplan.relations.words import influence_word, on_product, said_of, stance_word

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from repplan.clock import Clock
    from repplan.relations.sketch import Card, Sketch


_SMALLEST, _LEAST = 0.65, 960
"""Down to which part of its size a drawing shrinks, and to which width (px) it always does."""


def page(sketch: Sketch, *, language: str, clock: Clock) -> bytes:
    """Return a whole HTML page. What the drawing shows stands below it in words too."""
    body = tag(
        "body",
        tag(
            "header",
            tag("h1", sketch.title),
            tag("p", f"{sketch.subtitle}", class_="soft"),
        ),
        tag("main", tag("figure", drawing(sketch, with_words=False)), *_words(sketch)),
        tag("footer", tag("p", _as_of(sketch, clock), class_="soft")),
    )
    # The drawing's style is the page's: only what stands in its head is let in.
    style = base_style() + beside(__file__, "drawing.css") + beside(__file__, "page.css")
    for picture in body.iter("svg"):
        # A narrow window makes it smaller before anything is hidden, as long as it can be read.
        least = min(float(picture.get("width", "0")) * _SMALLEST, _LEAST)
        style += f"@media screen {{ figure svg {{ min-width: {least:.0f}px; }} }}\n"
        for inner in picture.findall("style"):
            picture.remove(inner)
    return document(f"{sketch.title}: {sketch.as_of}", body, style=style, language=language)


def _as_of(sketch: Sketch, clock: Clock) -> str:
    return _("As of {day} {time}.").format(day=sketch.as_of, time=hour_words(clock.now))


def _words(sketch: Sketch) -> list[Element]:
    found = []
    if sketch.thin:
        found += [tag("h2", _("What is thin")),
                  tag("ul", *(tag("li", text) for text in sketch.thin), class_="thin-list")]  # fmt: skip
    if sketch.facts:
        rows = [
            part for label, text in sketch.facts for part in (tag("dt", label), tag("dd", text))
        ]
        found.append(tag("dl", *rows))
    head = (_("Who"), _("Role"), _("Stance"), _("Influence"), _("Last seen"))
    heading = tag("tr", *(tag("th", word, scope="col") for word in head))
    people = [_row(sketch.cards[who]) for block in sketch.blocks for level in block.levels
              for who in level]  # fmt: skip
    found.append(
        tag(
            "div",
            tag("table", tag("thead", heading), tag("tbody", *people)),
            class_="wide",
        )
    )
    if sketch.ties:
        found.append(tag("ul", *(tag("li", said_of(one)) for one in sketch.ties)))
    return found


def _row(one: Card) -> Element:
    stance = clauses((on_product(stance_word(one.stance), one.product), one.differing))
    cells = (one.role, stance, influence_word(one.influence), one.seen)
    return tag("tr", tag("th", one.name, scope="row"), *(tag("td", cell) for cell in cells))
