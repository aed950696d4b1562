"""Which travel times are taken, what is said of them, and what is kept, with its date."""

from __future__ import annotations

import json
import re
import socket
from typing import TYPE_CHECKING

import pytest

from repplan.routes.services import OSRM, VALHALLA
from repplan.routes.travel import (
    HOME,
    Spot,
    legs_between,
    place_key,
    travel_of,
)
from tests.routes.test_services import points_of, serving

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping

    from repplan.routes.services import Pair
    from repplan.routes.travelling import Travelling
    from tests.conftest import Writing

    Reply = Callable[[str, bytes], tuple[int, bytes]]
    Told = Mapping[Pair, int | None]

SPOTS = (
    Spot(39.70, -84.17, HOME),
    Spot(39.66, -84.16, "valley", "valley"),
    Spot(39.725, -84.174, "oakwood", "oakwood"),
)
H, V, O = KEYS = tuple(place_key(one.latitude, one.longitude) for one in SPOTS)  # noqa: E741 - Oakwood
WAYS = [(a, b) for a in range(3) for b in range(3) if a != b]
PARKING_MIN = 4
GONE = "http://127.0.0.1:9"
"""An address that nobody answers at: whoever asks there is told of it."""


def table(seconds: Mapping[Pair, float | None], usual: float | None = 600) -> Reply:
    """Return a service that says so many seconds of these ways, and the usual ones of others."""

    def reply(path: str, _body: bytes) -> tuple[int, bytes]:
        points = points_of(path)
        chosen = {
            role: [points[int(at)] for at in found[1].split(";")] if found else points
            for role in ("sources", "destinations")
            for found in (re.search(f"{role}=([0-9;]+)", path),)
        }
        durations = [
            [seconds.get((a, b), usual) if a != b else 0 for b in chosen["destinations"]]
            for a in chosen["sources"]
        ]
        return 200, json.dumps({"code": "Ok", "durations": durations}).encode()

    return reply


def rows(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    """Return what is kept: whose, from where, on which day, and the minutes."""
    found = db.execute(
        "SELECT service, from_point, asked_on, minutes FROM travel_time ORDER BY 3, 2"
    )
    return [(*row[:3], json.loads(row[3])) for row in found]


def estimates(travelling: Travelling) -> list[list[int]]:
    """Return the minutes that nobody told."""
    return legs_between(SPOTS, travel_of(travelling.settings)).minutes


def sources(found: list[list[str]]) -> str:
    """Return the sources of the ways in order, a letter each."""
    return "".join(found[a][b][0] for a, b in WAYS)


def test_without_a_service_all_is_estimated(
    db: sqlite3.Connection, writing: Writing, travelling: Callable[..., Travelling]
) -> None:
    """Nothing is asked, told or kept, and there is nothing to say of it."""
    one = travelling()
    legs, remarks = one.legs(SPOTS)
    assert (one.service, legs.minutes, remarks, one.told) == (None, estimates(one), (), {})
    assert sources(legs.sources) == "eeeeee"
    with writing() as work:
        one.keep(work)
    assert rows(db) == []


def test_a_service_is_asked_once(
    db: sqlite3.Connection, writing: Writing, travelling: Callable[..., Travelling]
) -> None:
    """Its minutes are taken, rounded up; kept with the day, they are there when it no longer is."""
    with serving(table({(H, V): 541, (V, H): 700, (H, O): 60})) as loopback:
        one = travelling(loopback.url)
        legs, remarks = one.legs(SPOTS)
        assert rows(db) == []  # a plan that is only looked at writes nothing
        assert len(loopback.asked) == 1
    minutes = [[0, 10, 1], [12, 0, 10], [10, 10, 0]]
    driven = [[told and told + PARKING_MIN for told in row] for row in minutes]
    assert (legs.minutes, remarks, sources(legs.sources)) == (driven, (), "ssssss")
    assert one.told == {(KEYS[a], KEYS[b]): minutes[a][b] for a, b in WAYS}
    with writing() as work:
        one.keep(work)
    name = f"osrm {loopback.url}"
    assert rows(db) == [
        (name, key, "2026-11-24", {KEYS[b]: minutes[a][b] for b in range(3) if a != b})
        for a, key in sorted(enumerate(KEYS), key=lambda each: each[1])
    ]
    again = travelling(loopback.url)
    assert again.legs(SPOTS) == (legs, ())
    assert again.told == {}


ALL: dict[Pair, int | None] = {(KEYS[a], KEYS[b]): 20 for a, b in WAYS}


@pytest.mark.parametrize(
    ("days", "ago", "counts"), [(90, 0, True), (90, 90, True), (90, 91, False), (1, 2, False)]
)
def test_what_was_told_ages(
    travelling: Callable[..., Travelling], days: int, ago: int, counts: bool
) -> None:
    """Answers count as many days as the setting says; then the service is asked anew."""
    with serving(table({})) as loopback:
        one = travelling(loopback.url, kept=ALL, ago=ago, days=days)
        legs, remarks = one.legs(SPOTS)
        assert len(loopback.asked) == (0 if counts else 1)
    assert legs.minutes[0][1] == PARKING_MIN + (20 if counts else 10)
    assert (remarks, bool(one.told)) == ((), not counts)


def test_only_what_is_missing_is_asked(travelling: Callable[..., Travelling]) -> None:
    """What was told before stands; the rest is asked for, and that alone is new."""
    kept: Told = {(H, V): 20, (V, H): None}
    with serving(table({}, usual=300)) as loopback:
        one = travelling(loopback.url, kept=kept, ago=5)
        legs, _remarks = one.legs(SPOTS[:2])
        assert (legs.minutes[0][1], one.told, loopback.asked) == (24, {}, [])
        legs, _remarks = one.legs(SPOTS)
        asked = {(H, V), (V, H)} & one.told.keys()
    new = {(KEYS[a], KEYS[b]) for a, b in WAYS} - kept.keys()
    assert (new - one.told.keys(), asked) == (set(), set())
    assert [legs.minutes[a][b] for a, b in WAYS if 2 in {a, b}] == [PARKING_MIN + 5] * 4
    assert (legs.minutes[0][1], sources(legs.sources)) == (24, "ssesss")


@pytest.mark.parametrize(
    ("url", "kind"), [(GONE, VALHALLA), ("http://127.0.0.1:7", OSRM), (f"{GONE}/else", OSRM)]
)
def test_each_service_has_its_own_answers(
    travelling: Callable[..., Travelling], url: str, kind: str
) -> None:
    """What another address, or another kind of service there, once told isn't taken."""
    travelling(GONE, kept=ALL)
    legs, _remarks = travelling(url, kind=kind, may_ask=False).legs(SPOTS)
    assert sources(legs.sources) == "eeeeee"
    legs, _remarks = travelling(f"{GONE}/", may_ask=False).legs(SPOTS)
    assert sources(legs.sources) == "ssssss"


def test_showing_asks_nobody(
    db: sqlite3.Connection, writing: Writing, travelling: Callable[..., Travelling]
) -> None:
    """Where nobody may ask, what was told is all there is, and nothing is said of the rest."""
    with serving(table({})) as loopback:
        one = travelling(loopback.url, kept={(H, V): 20}, may_ask=False)
        before = rows(db)
        legs, remarks = one.legs(SPOTS)
        assert loopback.asked == []
    assert (sources(legs.sources), remarks) == ("seeeee", ())
    with writing() as work:
        one.keep(work)
    assert rows(db) == before


ODD = "{host} answered with what is no table of times: 6 travel times are estimated."


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (lambda _path, _body: (500, b""), "{host} refused (500): 6 travel times are estimated."),
        (lambda _path, _body: (200, b"<html>"), ODD),
        (table({(H, V): -1}), ODD),
        (table({(H, V): float("nan")}), ODD),
        (table({(H, V): 25 * 3600}), ODD),
    ],
    ids=["refused", "no table", "negative", "no number", "longer than a day"],
)
def test_a_service_that_is_wrong(
    db: sqlite3.Connection,
    writing: Writing,
    travelling: Callable[..., Travelling],
    reply: Reply,
    said: str,
) -> None:
    """One wrong answer and none of it is taken or kept: the trouble is told, the plan goes on."""
    with serving(reply) as loopback:
        one = travelling(loopback.url)
        legs, remarks = one.legs(SPOTS)
    assert remarks == (said.format(host=loopback.url.removeprefix("http://")),)
    assert (legs.minutes, sources(legs.sources), one.told) == (estimates(one), "eeeeee", {})
    with writing() as work:
        one.keep(work)
    assert rows(db) == []


def test_a_service_that_is_gone(travelling: Callable[..., Travelling]) -> None:
    """What it told before is taken all the same; the trouble counts what is missing."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        url = f"http://127.0.0.1:{door.getsockname()[1]}"
    one = travelling(url, kept={(H, V): 20, (V, H): 21}, ago=30)
    legs, remarks = one.legs(SPOTS)
    host = url.removeprefix("http://")
    assert remarks == (f"{host} can't be reached: 4 travel times are estimated.",)
    assert sources(legs.sources) == "seseee"
    assert (legs.minutes[0][1], legs.minutes[1][0], one.told) == (24, 25, {})


def test_no_road(
    db: sqlite3.Connection, writing: Writing, travelling: Callable[..., Travelling]
) -> None:
    """A way without a road is estimated and said so; that is kept, so nobody asks again."""
    reply = table({(H, V): None, (V, H): None})
    with serving(reply) as loopback:
        one = travelling(loopback.url)
        legs, remarks = one.legs(SPOTS)
        with writing() as work:
            one.keep(work)
        again = travelling(loopback.url)
        assert again.legs(SPOTS) == (legs, remarks)
        assert len(loopback.asked) == 1
    host = loopback.url.removeprefix("http://")
    assert remarks == (f"{host} knows no road for 2 ways: they are estimated.",)
    assert sources(legs.sources) == "esesss"
    assert legs.minutes[0][1] == estimates(one)[0][1]
    assert [told[V] for _name, start, _on, told in rows(db) if start == H] == [None]  # type: ignore[index]  # a row is a tuple


@pytest.mark.parametrize(
    ("seconds", "is_taken"),
    [
        (0, False),  # 4.5 km as the crow flies
        (60, True),
        (600, True),
        (140 * 60, True),  # five times what is estimated, and an hour
        (141 * 60, False),
        (24 * 3600, False),
    ],
)
def test_what_cant_be(travelling: Callable[..., Travelling], seconds: int, is_taken: bool) -> None:
    """Nobody flies, and no way takes all day: such minutes are said to be odd, and estimated."""
    with serving(table({(H, V): seconds, (V, H): seconds})) as loopback:
        one = travelling(loopback.url)
        legs, remarks = one.legs(SPOTS)
    assert estimates(one)[0][1] == 16
    host = loopback.url.removeprefix("http://")
    said = f"{host} tells what can't be of 2 ways: they are estimated."
    assert remarks == (() if is_taken else (said,))
    assert sources(legs.sources) == ("ssssss" if is_taken else "esesss")
    assert legs.minutes[0][1] == (-(-seconds // 60) + PARKING_MIN if is_taken else 16)


@pytest.mark.parametrize(
    ("spots", "minutes"),
    [
        ((), []),
        (SPOTS[:1], [[0]]),
        ((SPOTS[1], Spot(39.66, -84.16, "next door")), [[0, 4], [4, 0]]),
        ((SPOTS[1], Spot(39.66, -84.16, "valley", "valley", department="x")), [[0, 0], [0, 0]]),
    ],
    ids=["nowhere", "one", "one point", "one house"],
)
def test_nowhere_to_go(
    travelling: Callable[..., Travelling], spots: tuple[Spot, ...], minutes: list[list[int]]
) -> None:
    """Where no way leads from one point to another, no service is asked."""
    with serving(table({})) as loopback:
        one = travelling(loopback.url)
        legs, remarks = one.legs(spots)
        assert loopback.asked == []
    assert (legs.minutes, remarks, one.told) == (minutes, (), {})
