"""A plan as a PDF to read on a phone or to print: small pages, each day begins one."""

from __future__ import annotations

from gettext import gettext as _
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

from reportlab.graphics.shapes import (
    Circle,
    Drawing,
    Group,
    Line,
    Polygon,
    PolyLine,
    Rect,
    String,
)
from reportlab.lib.colors import white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import KeepTogether, PageBreak, Spacer

from repplan.brief.fonts import choose_fonts
from repplan.brief.paper import INK, MARK, SOFT, WIDTH, Heading, Paper, Pen
from repplan.brief.words import as_of
from repplan.i18n.daysshown import show_day
from repplan.i18n.phrases import listed, with_note
from repplan.routes.drawing import HOUSE, SCALE_AT, scale_words
from repplan.routes.itinerary import (
    VISIT,
    hours_of,
    left_rows,
    rests_on,
    rows_of,
    sums_of,
    title_of,
    unplaced_words,
)
from repplan.routes.picture import HIGH, TYPE, picture_of
from repplan.text import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.graphics.shapes import Shape
    from reportlab.lib.colors import Color
    from reportlab.platypus import Flowable

    from repplan.brief.fonts import Fonts
    from repplan.clock import Clock
    from repplan.routes.itinerary import Row
    from repplan.routes.model import DayRoute, Proposal
    from repplan.routes.picture import Mark, Picture, Point

_HEAD = "when"
"""The style of what stands above the last lists."""

_DASHES = [1, 4]
_TALLEST = 200
"""Points: a page has room for some visits below a drawing."""


Entry = tuple[str, str, str]
"""A paragraph: its style, its text, and the label beside it, mostly empty."""


def pdf(proposal: Proposal, *, language: str, clock: Clock, is_personal: bool) -> bytes:
    """Return a PDF with an outline, one entry a day. The same plan gives the same bytes.

    Without ``is_personal`` nothing of a personal note is in it, nor what an appointment elsewhere is.
    """
    routes = proposal.routes
    title = title_of(proposal, clock, language)
    week = list(_week(proposal, clock, language)) if len(routes) > 1 else []
    days = [
        (route, list(_rows(route, is_personal=is_personal)))
        for route in routes
        if route.stops or len(routes) == 1
    ]
    ending = list(_ending(proposal))
    last = [*rests_on(proposal), as_of(clock, language)]
    rows = chain.from_iterable(each for _route, each in days)
    told = [text for _style, *texts in chain(week, *rows, ending) for text in texts]
    told += [title, *last]
    told += [name for route, _each in days for name in _names(route, clock, language)]
    pen = Pen(choose_fonts("".join(told)))
    story: list[Flowable] = []
    if week:
        story += [Heading(pen, title, ""), *(pen.entry(*entry) for entry in week)]
    for route, each in days:
        story += [PageBreak()] if story else []
        story += _day(pen, route, each, show_day(route.day, clock.today, language))
    for entry in ending:
        story += [*([Spacer(0, 8)] if entry[0] == _HEAD else []), pen.entry(*entry)]
    story += [pen.written("last", text) for text in last]
    file = BytesIO()
    Paper(file, pen, title, language, clock).build(story)
    return file.getvalue()


def _week(proposal: Proposal, clock: Clock, language: str) -> Iterator[Entry]:
    for route in proposal.routes:
        yield "who", show_day(route.day, clock.today, language), ""
        yield "under", listed((hours_of(route), *sums_of(route))), ""


def _names(route: DayRoute, clock: Clock, language: str) -> tuple[str, ...]:
    """What stands in a day's head and on its drawing, beside what its rows say."""
    day = show_day(route.day, clock.today, language)
    return (day, *sums_of(route), route.start_name, route.end_name, unplaced_words(route))


def _rows(route: DayRoute, *, is_personal: bool) -> Iterator[list[Entry]]:
    """Yield each row of a day as what stands together on a page."""
    for row in rows_of(route, is_personal=is_personal):
        until = _("until {time}").format(time=row.until) if row.until else ""
        if row.kind != VISIT:
            yield [("under", listed((row.who, until, row.way)), row.time)]
            continue
        below = (row.where, row.why, listed((until, row.way)))
        yield [
            ("who", _called(row), row.time),
            *(("under", text, "") for text in below if text),
        ]


def _called(row: Row) -> str:
    return with_note(f"{row.number}  {row.who}", row.appointment)


def _ending(proposal: Proposal) -> Iterator[Entry]:
    for at, (who, why) in enumerate(left_rows(proposal)):
        if not at:
            yield _HEAD, _("Left out"), ""
        yield "under", f"{who}: {why}" if why else who, ""
    for at, text in enumerate(proposal.remarks):
        if not at:
            yield _HEAD, _("To know"), ""
        yield "under", text, ""


def _day(pen: Pen, route: DayRoute, rows: list[list[Entry]], day: str) -> Iterator[Flowable]:
    yield Heading(pen, day, "")
    yield pen.written("soft", listed(sums_of(route)))
    picture = picture_of(route)
    if picture:
        yield Spacer(0, 4)
        yield drawn(picture, pen.fonts)
        if text := unplaced_words(route):
            yield pen.written("soft", text)
    for row in rows:
        yield KeepTogether([pen.entry(*entry) for entry in row])


def drawn(picture: Picture, fonts: Fonts) -> Drawing:
    """Return a laid out route as vectors, as wide as a page."""
    scale = min(WIDTH / picture.width, _TALLEST / picture.height)
    left, high = (WIDTH - picture.width * scale) / 2, picture.height * scale
    whole = Drawing(WIDTH, high)
    whole.add(Group(*_shapes(picture, fonts), transform=(scale, 0, 0, -scale, left, high)))
    return whole


def _shapes(picture: Picture, fonts: Fonts) -> Iterator[Shape]:
    """Yield what is drawn, from the ground up; y runs downwards, as on the page."""
    for leg in picture.legs:
        way = Line(*leg.start, *leg.end, strokeColor=MARK, strokeWidth=1.6, strokeLineCap=1)
        if leg.is_walk:
            way.strokeDashArray = _DASHES
        yield way
    for mark in picture.marks:
        if mark.is_moved:
            yield Line(*mark.at, mark.x, mark.y, strokeColor=SOFT, strokeWidth=0.8)
            yield Circle(*mark.at, 2.5, fillColor=SOFT, strokeColor=None)
    for mark in picture.marks:
        yield from _mark(mark, fonts)
    left, base = SCALE_AT[0], picture.height - SCALE_AT[1]
    end = left + picture.scale_px
    yield PolyLine(
        [left, base - 4, left, base, end, base, end, base - 4], strokeColor=SOFT, strokeWidth=1
    )
    said = scale_words(picture.scale_km)
    yield from _words(said, (end + 6, base), 11, SOFT, fonts)


def _mark(mark: Mark, fonts: Fonts) -> Iterator[Shape]:
    if mark.numbers:
        left, top = mark.box[:2]
        pill = Rect(left, top, mark.wide, HIGH, rx=HIGH / 2, ry=HIGH / 2)
        pill.fillColor, pill.strokeColor = MARK, white
        yield pill
        wide = stringWidth(mark.text, fonts.bold, TYPE)
        yield _upright(mark.text, (mark.x - wide / 2, mark.y + 4.5), fonts.bold, TYPE, white)
    else:
        corners = [each for x, y in HOUSE for each in (mark.x + x, mark.y + y)]
        yield Polygon(corners, fillColor=INK, strokeColor=white)
    yield from _words(mark.name, (mark.left, mark.base), TYPE, INK, fonts)


def _words(text: str, at: Point, size: float, colour: Color, fonts: Fonts) -> Iterator[Shape]:
    """Yield a text in pieces of one font each."""
    x, y = at
    for font, piece in fonts.runs(shown(text)):
        yield _upright(piece, (x, y), font, size, colour)
        x += stringWidth(piece, font, size)


def _upright(text: str, at: Point, font: str, size: float, colour: Color) -> Group:
    """A text on the drawing, whose y runs downwards: turned back."""
    said = String(0, 0, text, fontName=font, fontSize=size, fillColor=colour)
    return Group(said, transform=(1, 0, 0, -1, *at))
