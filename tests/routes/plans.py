"""Plans made by hand, for tests of files: no store behind them, unless a test puts one there."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from repplan.clock import Clock
from repplan.day import Group, Person, QueueItem
from repplan.records import replace
from repplan.routes.model import (
    BUSY,
    LUNCH,
    NO_ROOM,
    NO_RULE,
    DayRoute,
    Door,
    LeftOut,
    Proposal,
    Prospect,
    Span,
    Stop,
)

if TYPE_CHECKING:
    from repplan.visits.model import Visit

DAY = date(2026, 11, 24)
CLOCK = Clock(datetime.fromisoformat("2026-11-23T18:05:00-06:00"))
HOME = (41.4740, -81.6860)
CLINIC, TOWER, UPTOWN = (41.5031, -81.6210), (41.5060, -81.6068), (41.3900, -81.7300)
HOSTILE = '<script>alert(1)</script> "><img src=x onerror=y> &amp; a\r\nSUMMARY:b\x1b[0m\u202e'


def item(what: str, *, when: str = "", is_personal: bool = False) -> QueueItem:
    """Return something that makes somebody due."""
    return QueueItem(
        "f-7k2m9xpq", Group.PROMISES, "promise", what, None, "", None, 0, (), when=when,
        is_personal=is_personal,
    )  # fmt: skip


def prospect(
    name: str, where: str, *items: QueueItem, room: str = "", visit: Visit | None = None
) -> Prospect:
    """Return somebody who may be visited at an account."""
    door = Door(where.lower(), where, room=room)
    short = name.split(",", maxsplit=1)[0]
    person = Person(name.lower(), "p-ptlptlpt", name, short, "A")
    return Prospect(
        name.lower(), person, name, door, 20, items=items, visit=visit, starts={DAY: ((480, 1020),)}
    )


def stop(one: Prospect, starts: int, *, travel: int = 0, wait: int = 0, slack: int = 0,
         minutes: int = 20, point: tuple[float, float] | None = CLINIC,
         is_walk: bool = False) -> Stop:  # fmt: skip
    """Return a visit of a route that starts at this minute of the day."""
    arrives = starts - wait
    return Stop(
        one, arrives - travel, arrives, starts, starts + minutes, travel, slack, wait, is_walk,
        "estimate" if travel else "", point,
    )  # fmt: skip


PATEL = prospect(
    "Anjali Patel, MD", "Valley Cardiology",
    item("renal dosing table", when="2 days late"), item("cello on Friday", is_personal=True),
    room="suite 210",
)  # fmt: skip
CHO = prospect("Daniel Cho, MD", "Valley Cardiology", item("copay sheet", when="today"))
WANG = prospect("王建国 主任医师", "市一医院", item("降压药说明书"))
LIND = prospect("Åsa Lindqvist", "Uptown Pharmacy")
AMBER = prospect("Amber Ng", "Nowhere Clinic")

STOPS = (
    stop(PATEL, 8 * 60 + 30, travel=25),
    stop(CHO, 8 * 60 + 55, slack=5),
    stop(WANG, 10 * 60, travel=8, wait=12, point=TOWER, is_walk=True),
    stop(AMBER, 11 * 60, travel=20, point=None),
    stop(LIND, 13 * 60 + 15, travel=35, slack=10, point=UPTOWN),
)
ROUTE = DayRoute(
    day=DAY,
    opens=8 * 60,
    closes=17 * 60,
    start_name="Home",
    end_name="Home",
    gaps=(Span(720, 750, "", LUNCH), Span(900, 960, "dentist", BUSY)),
    stops=STOPS,
    leaves=8 * 60 + 5,
    back=14 * 60,
    back_travel=25,
    start_point=HOME,
    end_point=HOME,
)
LEFT = (
    LeftOut(prospect("Jo Brandt, NP", "Far Clinic"), NO_ROOM, instead_of=(LIND,)),
    LeftOut(prospect("Tom Haas, MD", "Shut Clinic"), NO_RULE, "they see no reps"),
)
PLAN = Proposal((ROUTE,), LEFT, ("Amber Ng has no address: she was planned last.",), rounds=400)


def week() -> Proposal:
    """Return five days: the third is off, nobody is visited on the fourth."""
    days = [date(2026, 11, 23 + at) for at in range(5)]
    routes = [replace(ROUTE, day=day) for day in days]
    empty = replace(ROUTE, stops=(), leaves=None, back=None, back_travel=0, gaps=())
    routes[2] = replace(empty, day=days[2], off="Thanksgiving")
    routes[3] = replace(empty, day=days[3])
    routes[4] = replace(
        routes[4], stops=(stop(LIND, 560, travel=30, point=UPTOWN),), start_name="Hotel Euclid",
        start_point=TOWER,
    )  # fmt: skip
    return replace(PLAN, routes=tuple(routes))


def hostile() -> Proposal:
    """Return a plan whose every text tries to be markup, or another line."""
    one = prospect(HOSTILE, HOSTILE, item(HOSTILE), room=HOSTILE)
    route = replace(
        ROUTE, stops=(stop(one, 510, travel=25),), start_name=HOSTILE, end_name=HOSTILE,
        gaps=(Span(720, 750, HOSTILE, BUSY),),
    )  # fmt: skip
    return Proposal((route,), (LeftOut(one, NO_RULE, HOSTILE),), (HOSTILE,))
