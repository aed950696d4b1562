"""A plan as one page that needs no network: each day drawn and as a table, who was left out, why."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.brief.words import as_of
from repplan.i18n.daysshown import show_day
from repplan.i18n.phrases import listed
from repplan.markup import base_style, beside, document, tag
from repplan.routes.drawing import drawing
from repplan.routes.itinerary import (
    VISIT,
    hours_of,
    left_rows,
    rests_on,
    rows_of,
    sums_of,
    title_of,
    unplaced_words,
    visits_words,
)
from repplan.routes.words import long_words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from repplan.clock import Clock
    from repplan.routes.itinerary import Row
    from repplan.routes.model import DayRoute, Proposal


def page(proposal: Proposal, *, language: str, clock: Clock, is_personal: bool) -> bytes:
    """Return a whole HTML page, to read on a phone and to print.

    Without ``is_personal`` nothing of a personal note is on it, nor what an appointment elsewhere is.
    """
    routes = proposal.routes
    title = title_of(proposal, clock, language)
    total = listed((visits_words(len(proposal.stops)), _on_the_way(proposal.travel)))
    is_week = len(routes) > 1
    sums = total if is_week else listed(sums_of(routes[0])) if routes else ""
    days = [
        _day(route, at, clock, language, is_week=is_week, is_personal=is_personal)
        for at, route in enumerate(routes, 1)
        if route.stops or not is_week
    ]
    body = tag(
        "body",
        tag("header", tag("h1", title), tag("p", sums, class_="soft")),
        *([_overview(routes, clock, language)] if is_week else []),
        tag("main", *days, *_left(proposal), *_remarks(proposal)),
        tag(
            "footer", *(tag("p", text, class_="soft") for text in _foot(proposal, clock, language))
        ),
    )
    style = base_style() + beside(__file__, "page.css")
    return document(f"{title}: {total}", body, style=style, language=language)


def _foot(proposal: Proposal, clock: Clock, language: str) -> list[str]:
    return [*rests_on(proposal), as_of(clock, language)]


def _on_the_way(minutes: int) -> str:
    return _("{time} on the way").format(time=long_words(minutes))


def _overview(routes: tuple[DayRoute, ...], clock: Clock, language: str) -> Element:
    """Return the week, a line a day, to jump from."""
    head = (_("Day"), _("Visits"), _("Hours"), _("On the way"), _("Free"))
    rows = [_line(route, at, clock, language) for at, route in enumerate(routes, 1)]
    return tag(
        "table",
        tag("thead", tag("tr", *(tag("th", word, scope="col") for word in head))),
        tag("tbody", *rows),
        class_="week",
    )


def _line(route: DayRoute, at: int, clock: Clock, language: str) -> Element:
    day = show_day(route.day, clock.today, language)
    if not route.stops:
        off = tag("td", listed(sums_of(route)), colspan="4", class_="soft")
        return tag("tr", tag("th", day, scope="row"), off)
    cells = (
        str(len(route.stops)),
        hours_of(route),
        long_words(route.travel),
        long_words(route.waiting + route.slack),
    )
    jump = tag("a", day, href=f"#day-{at}")
    return tag("tr", tag("th", jump, scope="row"), *(tag("td", cell) for cell in cells))


def _day(
    route: DayRoute, at: int, clock: Clock, language: str, *, is_week: bool, is_personal: bool
) -> Element:
    day = show_day(route.day, clock.today, language)
    found: list[Element] = []
    if is_week:
        found += [tag("h2", day), tag("p", listed(sums_of(route)), class_="soft")]
    picture = drawing(route, _("The route of {day}").format(day=day))
    if picture is not None:
        found.append(tag("figure", picture))
        if text := unplaced_words(route):
            found.append(tag("p", text, class_="soft"))
    if rows := rows_of(route, is_personal=is_personal):
        found.append(_table(rows))
    return tag("section", *found, id=f"day-{at}")


def _table(rows: list[Row]) -> Element:
    head = (_("Time"), _("Who"), _("Where"), _("Why"), _("On the way"))
    return tag(
        "table",
        tag("thead", tag("tr", *(tag("th", word, scope="col") for word in head))),
        tag("tbody", *(_row(row) for row in rows)),
        class_="day",
    )


def _row(row: Row) -> Element:
    until = [tag("span", row.until, class_="until")] if row.until else []
    who = [
        *([tag("span", str(row.number), class_="number")] if row.number else []),
        tag("span", row.who, class_="called"),
        *([tag("span", row.appointment, class_="state")] if row.appointment else []),
    ]
    cells = (("where", row.where), ("why", row.why), ("way", row.way))
    return tag(
        "tr",
        tag("td", tag("span", row.time), *until, class_="time"),
        tag("th", *who, scope="row"),
        *(tag("td", text, class_=name) for name, text in cells),
        class_=row.kind if row.kind == VISIT else f"{row.kind} between",
    )


def _left(proposal: Proposal) -> list[Element]:
    rows = [
        tag("li", tag("strong", who), tag("span", why, class_="soft"))
        for who, why in left_rows(proposal)
    ]
    return (
        [tag("section", tag("h2", _("Left out")), tag("ul", *rows, class_="left"))] if rows else []
    )


def _remarks(proposal: Proposal) -> list[Element]:
    rows = [tag("li", text) for text in proposal.remarks]
    return [tag("section", tag("h2", _("To know")), tag("ul", *rows))] if rows else []
