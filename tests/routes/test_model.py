"""What a route adds up to, and how its people are named."""

from __future__ import annotations

import time
from datetime import date

import pytest

from repplan.clock import minute_at
from repplan.day import Group, Person, QueueItem, Term
from repplan.routes.model import (
    BUSY,
    DayRoute,
    Door,
    Proposal,
    Prospect,
    Span,
    Stop,
)

MONDAY = date(2026, 11, 30)


def item(points: float) -> QueueItem:
    """Return something that makes somebody due."""
    why = (Term("score", points, 1),)
    return QueueItem("f-1", Group.PROMISES, "promise", "table", None, "", None, 0, why)


WHO = Prospect("a", None, "Cardiology", Door("", ""), 20, items=(item(1.11), item(2.22)))
STOPS = (
    Stop(WHO, 500, 520, 530, 550, travel=20, slack=6, wait=4),
    Stop(WHO, 560, 575, 575, 605, travel=15, slack=5),
)
ROUTE = DayRoute(
    MONDAY, 510, 1050, "home", "hotel", stops=STOPS, leaves=500, back=650, back_travel=40
)


def test_a_day_adds_up() -> None:
    """The way home is on the way; visits, waiting and slack are what their stops say."""
    assert (ROUTE.travel, ROUTE.visiting, ROUTE.waiting, ROUTE.slack) == (75, 50, 4, 11)


def test_a_day_without_visits_adds_up_to_nothing() -> None:
    """Nobody is on the way where nobody is visited."""
    route = DayRoute(MONDAY, 510, 1050, "home", "hotel", back_travel=40)
    assert (route.travel, route.visiting, route.waiting, route.slack) == (0, 0, 0, 0)


def test_several_days_add_up() -> None:
    """A proposal has all visits in order, their points and the ways of all days."""
    empty = DayRoute(MONDAY, 510, 1050, "", "")
    proposal = Proposal((ROUTE, empty, ROUTE))
    assert proposal.stops == (*STOPS, *STOPS)
    assert (proposal.points, proposal.travel) == (13.32, 150)


def test_points_add_up_as_they_are_shown() -> None:
    """Points are rounded to hundredths: no sum ends in a crumb."""
    assert WHO.score == 3.33
    crumbs = Prospect("a", None, "", Door("", ""), 20, items=(item(0.1), item(0.2)))
    assert str(crumbs.score) == "0.3"


def test_a_short_name() -> None:
    """A person has a short name; a group has its own."""
    person = Person("1", "p-1", "Anjali Patel", "Patel")
    assert WHO.short_name == "Cardiology"
    assert Prospect("a", person, "Anjali Patel", Door("", ""), 20).short_name == "Patel"


def test_a_span() -> None:
    """A span is as long as from its first minute up to its end, and busy if nothing else is said."""
    assert (Span(600, 645).minutes, Span(600, 645).kind) == (45, BUSY)


@pytest.mark.parametrize(
    ("instant", "zone", "minute"),
    [
        (None, "UTC", None),
        ("2026-11-24T14:40:00Z", "America/Chicago", 520),
        ("2026-07-24T14:40:00Z", "America/Chicago", 580),
        ("2026-11-24T00:40:00Z", "Asia/Shanghai", 520),
        ("2026-11-24T18:30:00Z", "Asia/Kolkata", 0),
    ],
)
def test_an_instant_on_the_local_clock(
    instant: str | None, zone: str, minute: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An instant is told as a minute of the local day, summer time and all."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    assert minute_at(instant) == minute
