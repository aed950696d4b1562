"""What is planned already, as routes: with the ways between the visits, and where they don't fit."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.i18n.clocks import minute_words
from repplan.records import replace
from repplan.routes.building import basis_of, day_of, is_walked, point_of
from repplan.routes.everybody import Wanted
from repplan.routes.layout import Options, lay_out
from repplan.routes.model import LeftOut, Proposal, Stop

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from repplan.due.today import Today
    from repplan.routes.layout import Layout
    from repplan.routes.model import DayRoute

NO_TIME = "no-time"
"""Left out of the route: planned for the day, at no hour."""


def planned_routes(
    db: sqlite3.Connection, day: Today, days: tuple[date, ...], options: Options | None = None
) -> Proposal:
    """Return what is planned on some days, at its hours, with the ways between.

    Where the way takes longer than there is time, the stop's remark says so. What has no hour is
    left out.
    """
    wanted = Wanted(days, is_planned_only=True)
    laid = lay_out(db, day, wanted, options or Options())
    routes = tuple(_route(laid, index) for index in range(len(days)))
    timed = {stop.prospect.key for route in routes for stop in route.stops}
    left = [one for one in laid.prospects if one.key not in timed]
    return Proposal(
        routes=routes,
        left=tuple(LeftOut(one, NO_TIME, _("planned, at no hour yet")) for one in left),
        remarks=laid.remarks,
    )


def _route(laid: Layout, index: int) -> DayRoute:
    frame, ground = laid.frames[index], laid.ground
    on_day = [
        (one.pinned_at, one)
        for one in laid.prospects
        if one.pinned_on == frame.day and one.pinned_at is not None
    ]
    on_day.sort(key=lambda each: (each[0], each[1].key))
    route = day_of(index, frame, ground)
    stops: list[Stop] = []
    at = ground.ends[index][0]
    for minute, one in on_day:
        spot = ground.spot_of[one.key]
        way = ground.minutes[at][spot]
        free = stops[-1].ends if stops else minute - way
        spare = minute - free - way
        stops.append(
            Stop(
                prospect=one if spare >= 0 else replace(one, remark=_short(-spare, free + way)),
                leaves=free,
                arrives=min(free + way, minute) if spare >= 0 else free + way,
                starts=minute,
                ends=minute + one.minutes,
                travel=way,
                wait=max(spare, 0),
                is_walk=is_walked(ground, at, spot, laid.travel),
                basis=basis_of(ground, at, spot),
                point=point_of(ground, spot),
            )
        )
        at = spot
    if not stops:
        return route
    back = ground.minutes[at][ground.ends[index][1]]
    return replace(
        route,
        stops=tuple(stops),
        leaves=stops[0].leaves,
        back=stops[-1].ends + back,
        back_travel=back,
    )


def _short(minutes: int, arrives: int) -> str:
    text = _("{n} min too late: you get there at {time}")
    return text.format(n=minutes, time=minute_words(arrives))
