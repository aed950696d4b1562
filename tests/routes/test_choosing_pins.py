"""What was said of a plan: who is pinned or left out, where the nights are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.errors import Ambiguous, BadDay, BadForm, BadTime, NotFound, RepplanError, UnclearDay
from repplan.providers.actions import add_provider
from repplan.routes.choosing import (
    Colleague,
    NightTwice,
    OffPlan,
    PinnedAndSkipped,
    PinnedTwice,
    nights_of,
    pins_of,
    wanted_of,
)
from repplan.routes.everybody import Pin, Wanted
from tests.routes.moments import DAY, NEXT, TUESDAY, WEEK, nov

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from tests.conftest import Writing
    from tests.routes.conftest import At
    from tests.routes.territory import Territory


def at_(hour: int, minute: int = 0) -> int:
    """Return a minute of the day."""
    return hour * 60 + minute


PINS: list[tuple[tuple[date, ...], str, int | None, int | None]] = [
    (DAY, "patel", None, None),
    (DAY, " Patel @ ", None, None),
    (DAY, "patel@10:30", 24, at_(10, 30)),
    (DAY, "patel@0:00", 24, 0),
    (DAY, "patel @ 10:30 pm", 24, at_(22, 30)),
    (DAY, "patel@2pm", 24, at_(14)),
    (DAY, "patel@noon", 24, at_(12)),
    (DAY, "patel@9点10分", 24, at_(9, 10)),
    (DAY, "patel@tue", 24, None),
    (DAY, "patel@tue 9:00", 24, at_(9)),
    (DAY, "patel@today", 24, None),
    (DAY, "patel@2026-11-24T09:00", 24, at_(9)),
    # One day that isn't today: a time alone is that day's, however it is written.
    (nov(27), "patel@10:30", 27, at_(10, 30)),
    (nov(27), "patel@2pm", 27, at_(14)),
    (nov(27), "patel@840", 27, at_(8, 40)),
    (nov(27), "patel@下午3点", 27, at_(15)),
    (nov(27), "patel@fri 2pm", 27, at_(14)),
    # Several days: a time alone is any day's.
    (WEEK, "patel", None, None),
    (WEEK, "patel@10:30", None, at_(10, 30)),
    (WEEK, "patel@2pm", None, at_(14)),
    (WEEK, "patel@thu", 26, None),
    (WEEK, "patel@thu 9:00", 26, at_(9)),
    (WEEK, "patel@9:00 thu", 26, at_(9)),
    (WEEK, "patel@周四", 26, None),
    (WEEK, "patel@11月27日9:00", 27, at_(9)),
    (WEEK, "patel@tue", 24, None),
    (WEEK, "patel@tomorrow", 25, None),
    (WEEK, "patel@2026-11-27T09:00", 27, at_(9)),
    (WEEK, "patel@2026-11-27 9:00", 27, at_(9)),
    # Next week: a weekday's name is that of the days planned.
    (NEXT, "patel@thu", 33, None),
    (NEXT, "patel@thu 9:00", 33, at_(9)),
    (NEXT, "patel@周四", 33, None),
    (NEXT, "patel@next thu", 33, None),
    (NEXT, "patel@mon", 30, None),
    (NEXT, "patel@2026-12-03", 33, None),
]


@pytest.mark.parametrize(("days", "said", "on", "minute"), PINS)
def test_pins(
    at: At,
    territory: Territory,
    db: sqlite3.Connection,
    days: tuple[date, ...],
    said: str,
    on: int | None,
    minute: int | None,
) -> None:
    """Somebody, a day, a time, or both: what was said is what is pinned."""
    day = None if on is None else nov(on)[0]
    assert pins_of(at(), db, [said], days) == (Pin(territory.people["patel"], day, minute),)


@pytest.mark.parametrize(
    ("days", "said", "shown", "on"),
    [
        (DAY, "patel@fri", "Fri 27 Nov", "2026-11-27"),
        (DAY, "patel@fri 9:00", "Fri 27 Nov", "2026-11-27"),
        (DAY, "patel@yesterday", "Mon 23 Nov", "2026-11-23"),
        # The same weekday, and another day.
        (DAY, "patel@2026-12-01", "Tue 1 Dec", "2026-12-01"),
        (DAY, "patel@2026-12-01 9:00", "Tue 1 Dec", "2026-12-01"),
        (DAY, "patel@2026-12-01T09:00", "Tue 1 Dec", "2026-12-01"),
        (DAY, "patel@1 dec", "Tue 1 Dec", "2026-12-01"),
        (DAY, "patel@next tue", "Tue 1 Dec", "2026-12-01"),
        (DAY, "patel@+7d", "Tue 1 Dec", "2026-12-01"),
        (WEEK, "patel@next fri", "Fri 4 Dec", "2026-12-04"),
        (WEEK, "patel@sat", "Sat 28 Nov", "2026-11-28"),
        (NEXT, "patel@this thu", "Thu 26 Nov", "2026-11-26"),
        (NEXT, "patel@本周四", "Thu 26 Nov", "2026-11-26"),
        (NEXT, "patel@2026-11-26", "Thu 26 Nov", "2026-11-26"),
        (NEXT, "patel@tomorrow", "Wed 25 Nov", "2026-11-25"),
        (NEXT, "patel@today 9:00", "Tue 24 Nov", "2026-11-24"),
    ],
)
@pytest.mark.usefixtures("territory")
def test_pins_off_the_plan(
    at: At, db: sqlite3.Connection, days: tuple[date, ...], said: str, shown: str, on: str
) -> None:
    """A pin is never put on another day than the one that was said: it is refused, with the day."""
    with pytest.raises(OffPlan) as refusal:
        pins_of(at(), db, [said], days)
    assert vars(refusal.value) == {"said": said, "day": shown, "on": on}


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (["nobody"], NotFound),
        (["patel", "nobody@9:00"], NotFound),
        (["patel@thu@9:00"], NotFound),
        (["patel@25:00"], BadTime),
        (["patel@tue 9:75"], BadTime),
        (["patel@firday"], BadDay),
        (["patel@9"], BadDay),
        (["patel@10 nov"], UnclearDay),
        (["@9:00"], BadForm),
        (["@"], BadForm),
        ([""], BadForm),
        (["  "], BadForm),
        (["amy"], Colleague),
        (["amy@9:00"], Colleague),
        (["patel", "patel@9:00"], PinnedTwice),
        (["patel@9:00", "cho", "Anjali Patel@10:00"], PinnedTwice),
        (["patel@tue", "patel@wed"], PinnedTwice),
    ],
)
@pytest.mark.usefixtures("territory")
def test_pins_refused(
    at: At, db: sqlite3.Connection, said: list[str], error: type[RepplanError]
) -> None:
    """Who isn't known, what is no time, whom nobody visits, who can't be in it twice."""
    with pytest.raises(error):
        pins_of(at(), db, said, WEEK)


def test_namesakes_are_told_apart(
    at: At, territory: Territory, db: sqlite3.Connection, writing: Writing
) -> None:
    """A name that two bear is refused with both; a ref, a first name, a place mean one of them."""
    with writing() as work:
        dev = add_provider(work, {"name": "Dev Patel, MD"}, account_id=territory.houses["oakwood"])
    with pytest.raises(Ambiguous) as refusal:
        pins_of(at(), db, ["patel@9:00"], DAY)
    assert [name.split("  ")[0] for name in refusal.value.matches] == [
        "Anjali Patel, MD",
        "Dev Patel, MD",
    ]
    for who in (dev.ref, "dev", "patel@oakwood"):
        assert pins_of(at(), db, [who], DAY) == (Pin(dev.id),)
        assert pins_of(at(), db, [f"{who}@9:00"], DAY) == (Pin(dev.id, TUESDAY, 540),)
    for said in ("patel@nowhere", "@oakwood"):
        with pytest.raises(BadDay):
            pins_of(at(), db, [said], DAY)


def test_said_twice_is_pinned_once(at: At, territory: Territory, db: sqlite3.Connection) -> None:
    """The same pin in other words is the same; pins keep their order."""
    said = ["reyes", "patel@9:00", "Anjali Patel@tue 9:00", "reyes"]
    who = territory.people
    expected = (Pin(who["reyes"]), Pin(who["patel"], TUESDAY, 540))
    assert pins_of(at(), db, said, DAY) == expected
    assert pins_of(at(), db, [], DAY) == ()


def test_wanted(at: At, territory: Territory, db: sqlite3.Connection) -> None:
    """All that was typed comes together; the reason is one clean line."""
    who = territory.people
    wanted = wanted_of(
        at(), db, WEEK, pins=["patel@thu"], skips=["cho", "Reyes", "cho"],
        because="  they\x1b asked\u200b ", may_move=True,
    )  # fmt: skip
    assert wanted == Wanted(
        WEEK,
        (Pin(who["patel"], nov(26)[0]),),
        frozenset({who["cho"], who["reyes"]}),
        may_move=True,
        because="they\ufffd asked",
    )
    assert wanted.last == nov(27)[0]
    usual = wanted_of(at(), db, DAY, pins=(), skips=(), because="", may_move=False)
    assert usual == Wanted(DAY)


@pytest.mark.parametrize(
    ("pins", "skips", "error", "name"),
    [
        (["patel"], ["patel"], PinnedAndSkipped, "Anjali Patel, MD"),
        (["cho", "patel@9:00"], ["reyes", "Anjali"], PinnedAndSkipped, "Anjali Patel, MD"),
        ([], ["nobody"], NotFound, None),
        ([], [""], NotFound, None),
    ],
)
@pytest.mark.usefixtures("territory")
def test_wanted_refused(
    at: At,
    db: sqlite3.Connection,
    pins: list[str],
    skips: list[str],
    error: type[RepplanError],
    name: str | None,
) -> None:
    """Nobody is in the plan and not in it, by whatever name; who is left out must be known."""
    with pytest.raises(error) as refusal:
        wanted_of(at(), db, DAY, pins=pins, skips=skips, because="", may_move=False)
    assert vars(refusal.value).get("who") == name


@pytest.mark.parametrize(
    ("days", "said", "nights"),
    [
        (WEEK, [], {}),
        (WEEK, ["tue=Toledo, OH"], {24: "Toledo, OH"}),
        (WEEK, ["today = Toledo ", "thu=a=b"], {24: "Toledo", 26: "a=b"}),
        (WEEK, ["2026-11-25=丽水"], {25: "丽水"}),
        (NEXT, ["tue=Toledo"], {31: "Toledo"}),
        (nov(16, 17, 18), ["mon=Toledo"], {16: "Toledo"}),
    ],
)
def test_nights(at: At, days: tuple[date, ...], said: list[str], nights: dict[int, str]) -> None:
    """Each night is of a day that is planned or shown, wherever it is spent."""
    assert nights_of(at(), said, days) == {nov(day)[0]: where for day, where in nights.items()}


@pytest.mark.parametrize(
    ("said", "other"),
    [("tue=Dayton", "Dayton"), ("today = Dayton, OH ", "Dayton, OH"), ("this tue=B", "B")],
)
def test_one_night_in_two_places(at: At, said: str, other: str) -> None:
    """Two places for one night are refused, with both, however the day is said."""
    with pytest.raises(NightTwice) as refusal:
        nights_of(at(), ["tue=Toledo", "wed=Dayton", said], WEEK)
    assert vars(refusal.value) == {"day": "Tue 24 Nov", "one": "Toledo", "other": other}


def test_the_same_night_twice(at: At) -> None:
    """What is said twice and is the same is no matter."""
    assert nights_of(at(), ["tue=Toledo", "today=toledo "], WEEK) == {TUESDAY: "Toledo"}


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("tue", BadForm),
        ("tue=", BadForm),
        ("tue=  ", BadForm),
        ("", BadForm),
        ("=Toledo", BadDay),
        ("firday=Toledo", BadDay),
        ("10 nov=Toledo", UnclearDay),
        ("sat=Toledo", OffPlan),
        ("2026-12-03=Toledo", OffPlan),
        ("next thu=Toledo", OffPlan),
    ],
)
def test_nights_refused(at: At, said: str, error: type[RepplanError]) -> None:
    """A night without a place, on no day, or on a day that isn't planned."""
    with pytest.raises(error) as refusal:
        nights_of(at(), ["wed=Dayton, OH", said], WEEK)
    if error in {BadForm, OffPlan}:
        assert said in vars(refusal.value).values()
