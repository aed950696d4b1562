"""What a plan says of ways, places, reasons and gaps: each case once, in its exact words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from repplan.day import Group, Person, QueueItem
from repplan.records import replace
from repplan.routes.model import (
    BUSY,
    CALL,
    CLASH,
    LUNCH,
    NO_HOUR,
    NO_ROOM,
    NO_RULE,
    NO_WINDOW,
    SKIPPED,
    TOO_FAR,
    WARNED,
    Door,
    LeftOut,
    Prospect,
    Span,
    Stop,
)
from repplan.routes.words import (
    gap_words,
    item_words,
    left_words,
    long_words,
    way_words,
    where_words,
    why_words,
)
from repplan.visits.model import Visit

if TYPE_CHECKING:
    from collections.abc import Mapping

WARD = Door("a1", "Mercy", "Cardiology", "North", "3", "312")
WHO = Prospect("p", Person("p", "p-1", "Anjali Patel", "Patel"), "Anjali Patel", WARD, 20)
PLANNED = Visit(
    id="v", ref="v-1", account_id="a1", department="", on_date="2026-11-24", start_at=None,
    minutes_planned=20, minutes=None, channel="in-person", purpose=None, heads=None, origin=None,
    state="planned", appointment=None, agreed_with=None, cancelled_by=None, objective_id=None,
    outcome=None, said=None, agreed=None, reading=None, rival=None, sample_text=None, next_on=None,
    typed=None,
)  # fmt: skip


def stop(door: Door = WARD, travel: int = 16, *, is_walk: bool = False) -> Stop:
    """Return a visit behind a door."""
    return Stop(replace(WHO, door=door), 500, 516, 516, 536, travel, is_walk=is_walk)


def item(group: Group, kind: str, *, when: str = "", what: str = "") -> QueueItem:
    """Return something that makes somebody due."""
    return QueueItem("f-1", group, kind, what, None, "", None, 0, (), when=when)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 min"),
        (45, "45 min"),
        (59, "59 min"),
        (60, "1h"),
        (65, "1h05"),
        (120, "2h"),
        (611, "10h11"),
    ],
)
def test_how_long(minutes: int, said: str) -> None:
    """Minutes below an hour, then hours, the rest with two digits."""
    assert long_words(minutes) == said


@pytest.mark.parametrize(
    ("travel", "is_walk", "said"),
    [(16, False, "16m"), (5, True, "walk 5m"), (0, True, ""), (0, False, "")],
)
def test_the_way(travel: int, is_walk: bool, said: str) -> None:
    """How one gets there; nothing where one is already."""
    assert way_words(stop(travel=travel, is_walk=is_walk)) == said


@pytest.mark.parametrize(
    ("door", "before", "said"),
    [
        (WARD, None, "Mercy, Cardiology, North, 3, 312"),
        (WARD, Door("a2", "Oak"), "Mercy, Cardiology, North, 3, 312"),
        (WARD, Door("a1", "Mercy", "Renal"), "Cardiology, North, 3, 312"),
        (Door("a1", "Mercy"), Door("a1", "Mercy", "Renal"), "same building"),
        (Door("a1", "Mercy"), None, "Mercy"),
        (Door("", ""), None, "unknown place"),
        (Door("", ""), Door("", ""), "unknown place"),
        (Door("", "", room="312"), Door("", ""), "312"),
    ],
)
def test_where(door: Door, before: Door | None, said: str) -> None:
    """A place from the largest to the smallest; the account once, while one stays there."""
    assert where_words(stop(door), stop(before) if before else None) == said


PROMISE = item(Group.PROMISES, "promise", when="due Fri", what="send the renal table")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"items": (PROMISE, item(Group.RECONNECT, "cadence", when="31 days"))},
         "due Fri, send the renal table"),
        ({"items": (PROMISE,), "is_must": True}, "pinned, due Fri, send the renal table"),
        ({"is_must": True}, "pinned"),
        ({"remark": "3 no-sees in a row: ask first", "items": (PROMISE,)},
         "3 no-sees in a row: ask first"),
        ({"visit": PLANNED, "items": (PROMISE,)}, "planned"),
        ({"visit": replace(PLANNED, appointment="wished")}, "planned"),
        ({"visit": replace(PLANNED, appointment="asked")}, "asked, no answer yet"),
        ({"visit": replace(PLANNED, appointment="asked", agreed_with="Dana")}, "asked, no answer yet"),
        ({"visit": replace(PLANNED, appointment="agreed")}, "agreed"),
        ({"visit": replace(PLANNED, appointment="confirmed")}, "confirmed"),
        ({"visit": replace(PLANNED, appointment="agreed", agreed_with="Dana")}, "agreed with Dana"),
        ({"visit": replace(PLANNED, appointment="confirmed", agreed_with="Dana")}, "agreed with Dana"),
    ],
)  # fmt: skip
def test_why(change: Mapping[str, Any], said: str) -> None:
    """Why somebody is on the route: a remark, how far a visit is agreed, a pin, what is owed."""
    assert why_words(replace(WHO, **change)) == said


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (PROMISE, "due Fri, send the renal table"),
        (item(Group.PROMISES, "promise", what="send it"), "send it"),
        (item(Group.AHEAD, "promise", when="due Fri", what="send it"), "due Fri, send it"),
        (item(Group.AHEAD, "cadence", when="28 days", what="every 30"), "28 days"),
        (item(Group.RECONNECT, "cadence", when="31 days", what="every 30"), "31 days"),
        (item(Group.SHARE, "news", what="news on Cardexa"), "news on Cardexa"),
        (item(Group.AHEAD, "new", when="soon", what="x"), "soon, x"),
        (item(Group.RECONNECT, "new", when="", what=""), "never met"),
    ],
)
def test_what_makes_somebody_due(one: QueueItem, said: str) -> None:
    """What is owed, with its day; how long they weren't seen; that they were never met."""
    assert item_words(one) == said


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (LeftOut(WHO, SKIPPED), "skipped"),
        (LeftOut(WHO, CLASH), "doesn't fit with what else was agreed"),
        (LeftOut(WHO, CLASH, "too close to Chen at 10:00"), "too close to Chen at 10:00"),
        (LeftOut(WHO, NO_ROOM), "no room"),
        (LeftOut(WHO, NO_ROOM, "6 a day at most"), "6 a day at most"),
        (LeftOut(WHO, NO_ROOM, instead_of=(WHO,)), "no room: Patel would have to go"),
        *((LeftOut(WHO, reason, "a reason"), "a reason") for reason in (NO_RULE, NO_WINDOW, TOO_FAR, WARNED)),
    ],
)  # fmt: skip
def test_why_somebody_is_left_out(left: LeftOut, said: str) -> None:
    """Each reason in its words; who would have to go by the short name."""
    assert left_words(left) == said


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (Span(720, 780, "lunch", LUNCH), "lunch"),
        (Span(120, 180, "", NO_HOUR), "the clock skips this hour"),
        (Span(600, 615, "Chen", CALL), "call Chen"),
        (Span(600, 660, "bank", BUSY), "bank"),
        (Span(600, 660), "busy"),
    ],
)
def test_what_takes_an_hour(gap: Span, said: str) -> None:
    """A gap by its name, else by its kind."""
    assert gap_words(gap) == said
