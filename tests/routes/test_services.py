"""Travel times from a table service on this machine: good ones, odd ones, none."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.config import Settings
from repplan.routes import services
from repplan.routes.services import (
    MOST_PLACES,
    ODD,
    OSRM,
    SILENT,
    SLOW,
    TROUBLES,
    TURNED_AWAY,
    VALHALLA,
    Answer,
    Service,
    Trouble,
    ask,
    service_of,
)
from repplan.routes.travel import place_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Reply = Callable[[str, bytes], tuple[int, bytes]]

A, B, C = "41.50000,-81.70000", "41.60000,-81.60000", "41.70000,-81.50000"
ALL = set(permutations([A, B, C], 2))
PATIENT_S = 20.0
"""Longer than a busy machine needs for an answer from itself."""


class Loopback:
    """A server on this machine; it remembers what it was asked."""

    def __init__(self, reply: Reply) -> None:
        """Take what it answers: path and body in, status and body out."""
        asked: list[tuple[str, bytes, dict[str, str]]] = []
        self.asked = asked

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length)
                asked.append((self.path, body, dict(self.headers)))
                status, text = reply(self.path, body)
                self.send_response(status)
                if status in {301, 302, 307}:
                    self.send_header("Location", f"http://{self.headers['Host']}/elsewhere")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            do_POST = do_GET  # noqa: N815 - http.server's own name

            def log_message(self, *_values: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"


@contextmanager
def serving(reply: Reply) -> Iterator[Loopback]:
    """Run a server while the block lasts."""
    loopback = Loopback(reply)
    thread = threading.Thread(target=loopback.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield loopback
    finally:
        loopback.server.shutdown()
        loopback.server.server_close()
        thread.join()


def seconds(start: str, end: str) -> int:
    """Return what our servers say of a way: not the same back, and none from a point to itself."""
    return sum(map(ord, start)) * 3 + sum(map(ord, end)) if start != end else 0


def points_of(path: str) -> list[str]:
    """Return the points of an OSRM request, as this program writes them."""
    match = re.fullmatch(r".*/table/v1/driving/([^?]*)\?annotations=duration(&.*)?", path)
    assert match
    pairs = (one.split(",") for one in match[1].split(";"))
    return [f"{north},{east}" for east, north in pairs]


def osrm(path: str, _body: bytes) -> tuple[int, bytes]:
    """Answer as OSRM does."""
    points = points_of(path)
    assert len(points) <= MOST_PLACES
    chosen = {}
    for role in ("sources", "destinations"):
        found = re.search(f"{role}=([0-9;]+)", path)
        chosen[role] = [points[int(one)] for one in found[1].split(";")] if found else points
    rows = [[seconds(a, b) for b in chosen["destinations"]] for a in chosen["sources"]]
    return 200, json.dumps({"code": "Ok", "durations": rows}).encode()


def valhalla(path: str, body: bytes) -> tuple[int, bytes]:
    """Answer as Valhalla does."""
    assert path == "/sources_to_targets"
    asked = json.loads(body)
    assert asked["costing"] == "auto"
    starts, ends = (
        [place_key(one["lat"], one["lon"]) for one in asked[role]]
        for role in ("sources", "targets")
    )
    rows = [[{"time": seconds(a, b), "distance": 1.0} for b in ends] for a in starts]
    return 200, json.dumps({"sources_to_targets": rows, "units": "kilometers"}).encode()


def valhalla_short(path: str, body: bytes) -> tuple[int, bytes]:
    """Answer as a Valhalla that was told to be short."""
    rows = json.loads(valhalla(path, body)[1])["sources_to_targets"]
    durations = [[cell["time"] for cell in row] for row in rows]
    return 200, json.dumps({"sources_to_targets": {"durations": durations}}).encode()


def minutes(pairs: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Return what our servers' answers are in minutes, rounded up."""
    return {pair: -(-seconds(*pair) // 60) for pair in pairs}


@pytest.mark.parametrize(
    ("kind", "reply", "path"),
    [
        (OSRM, osrm, ""),
        (OSRM, osrm, "/maps/osrm/"),
        (VALHALLA, valhalla, ""),
        (VALHALLA, valhalla_short, ""),
    ],
)
def test_good_answers(kind: str, reply: Reply, path: str) -> None:
    """Seconds become whole minutes, each way its own; one request for a few places."""
    with serving(reply) as loopback:
        answer = ask(Service(loopback.url + path, kind), ALL, timeout_s=PATIENT_S)
    assert answer == Answer(minutes(ALL))
    assert len(loopback.asked) == 1
    assert loopback.asked[0][0].startswith(path.rstrip("/"))


def test_only_rounded_coordinates_leave_this_machine() -> None:
    """The whole request: points, and what HTTP itself needs."""
    with serving(osrm) as loopback:
        ask(Service(loopback.url, OSRM), {(A, B)}, timeout_s=PATIENT_S)
    ((path, body, headers),) = loopback.asked
    assert path == "/table/v1/driving/-81.70000,41.50000;-81.60000,41.60000?annotations=duration"
    assert body == b""
    assert headers == {"Host": loopback.url.removeprefix("http://"), "Accept-Encoding": "identity"}


def test_many_places_in_several_requests() -> None:
    """No request holds more places than a service takes, and all ways are answered."""
    points = [place_key(40 + number / 1000, -80) for number in range(130)]
    pairs = set(permutations(points, 2))
    with serving(osrm) as loopback:
        answer = ask(Service(loopback.url, OSRM), pairs, timeout_s=PATIENT_S)
    assert answer.trouble is None
    assert answer.minutes == minutes(pairs)
    assert len(loopback.asked) > 1


def test_one_new_place_costs_two_small_requests() -> None:
    """What is known isn't asked again: only the ways to and from the new place are."""
    points = [place_key(40 + number / 1000, -80) for number in range(60)]
    pairs = set(permutations([*points, A], 2)) - set(permutations(points, 2))
    assert len(pairs) == 120
    with serving(osrm) as loopback:
        answer = ask(Service(loopback.url, OSRM), pairs, timeout_s=PATIENT_S)
    assert answer.minutes == minutes(pairs)
    assert len(loopback.asked) == 2


POINTS = [f"{number}.00000,0.00000" for number in range(12)]


@given(st.sets(st.tuples(*[st.sampled_from(POINTS)] * 2).filter(lambda pair: pair[0] != pair[1])))
def test_requests_answer_all_that_is_wanted(wanted: set[tuple[str, str]]) -> None:
    """Whatever ways are missing, the requests made for them hold each."""
    made = {(a, b) for block in services._blocks(wanted) for a in block.starts for b in block.ends}
    assert wanted <= made or not wanted


def test_no_road() -> None:
    """A way that the service finds no road for is told apart from one that nobody asked about."""

    def reply(path: str, body: bytes) -> tuple[int, bytes]:
        found = json.loads(osrm(path, body)[1])
        found["durations"][0][1] = None
        return 200, json.dumps(found).encode()

    with serving(reply) as loopback:
        answer = ask(Service(loopback.url, OSRM), ALL, timeout_s=PATIENT_S)
    assert answer == Answer({**minutes(ALL), (A, B): None})


def rows(value: Any) -> bytes:
    """Return an answer of OSRM's with one odd value in it."""
    table = [[0, 60, 60], [60, 0, 60], [60, value, 0]]
    return json.dumps({"code": "Ok", "durations": table}).encode()


@pytest.mark.parametrize("kind", [OSRM, VALHALLA])
@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"<html>Sign in to the guest network</html>",
        b"\xff\xfe\x00",
        b"null",
        b"[]",
        b"{}",
        b'{"code": "Ok"}',
        b'{"code": "Ok", "durations": null}',
        b'{"code": "Ok", "durations": [[0, 1], [1, 0]]}',
        b'{"code": "Ok", "durations": [[0], [1], [2]]}',
        b'{"code": "Ok", "durations": [1, 2, 3]}',
        b'{"code": "InvalidQuery", "durations": [[0, 1, 1], [1, 0, 1], [1, 1, 0]]}',
        b'{"sources_to_targets": [[{}, {}, {}], [{}, {}, {}], [{}, {}, {}]]}',
        b'{"sources_to_targets": [1, 2, 3]}',
        b'{"sources_to_targets": {"durations": 3}}',
        rows(-1),
        rows(float("nan")),
        rows(float("inf")),
        rows(10**400),
        rows("60"),
        rows(True),
        rows([60]),
        rows(86_401),
        b"[" * 100_000,
        b"9" * 10_000,
        b" " * (services.MOST_BYTES + 1),
    ],
    ids=lambda text: repr(text[:60]) if isinstance(text, bytes) else text,
)
def test_odd_answers(kind: str, text: bytes) -> None:
    """What is no table of times is named, and nothing of it is used."""
    with serving(lambda _path, _body: (200, text)) as loopback:
        answer = ask(Service(loopback.url, kind), ALL, timeout_s=PATIENT_S)
    assert answer == Answer({}, Trouble(ODD, loopback.url.removeprefix("http://"), 6))


@pytest.mark.parametrize("status", [301, 302, 307, 400, 404, 429, 500, 204])
def test_refusals(status: int) -> None:
    """It is told with its number; a redirect is one, for nobody follows it."""
    with serving(lambda _path, _body: (status, b"")) as loopback:
        answer = ask(Service(loopback.url, OSRM), ALL, timeout_s=PATIENT_S)
    assert answer.trouble == Trouble(TURNED_AWAY, loopback.url[7:], 6, status)
    assert len(loopback.asked) == 1


def test_what_came_before_the_trouble_counts() -> None:
    """The first request is answered, the second isn't: its ways alone are estimated."""
    points = [place_key(40 + number / 1000, -80) for number in range(130)]
    count: list[str] = []

    def reply(path: str, body: bytes) -> tuple[int, bytes]:
        count.append(path)
        return osrm(path, body) if len(count) == 1 else (503, b"")

    pairs = set(permutations(points, 2))
    with serving(reply) as loopback:
        answer = ask(Service(loopback.url, OSRM), pairs, timeout_s=PATIENT_S)
    assert answer.minutes
    assert answer.trouble == Trouble(
        TURNED_AWAY, loopback.url[7:], len(pairs - answer.minutes.keys()), 503
    )
    assert 0 < answer.trouble.count < len(pairs)


@contextmanager
def listening() -> Iterator[socket.socket]:
    """Yield a socket that takes calls and says nothing by itself."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        yield door


def test_nobody_waits_for_a_slow_one() -> None:
    """A service that takes the call and never speaks costs the time-out and no more."""
    with listening() as door:
        service = Service(f"http://127.0.0.1:{door.getsockname()[1]}", OSRM)
        before = time.monotonic()
        answer = ask(service, ALL, timeout_s=0.3)
        took_s = time.monotonic() - before
    assert answer == Answer({}, Trouble(SLOW, service.host, 6))
    assert 0.25 < took_s < 3


def test_a_trickle_is_slow_too() -> None:
    """Who sends a byte now and then is still given no more than the time-out, all in."""
    with listening() as door:
        is_over = threading.Event()

        def trickle() -> None:
            caller, _address = door.accept()
            with caller:
                caller.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
                while not is_over.wait(0.02):
                    caller.sendall(b"x")

        thread = threading.Thread(target=trickle)
        thread.start()
        service = Service(f"http://127.0.0.1:{door.getsockname()[1]}", OSRM)
        answer = ask(service, ALL, timeout_s=0.3)
        is_over.set()
        thread.join()
    assert answer == Answer({}, Trouble(SLOW, service.host, 6))


def test_nobody_there() -> None:
    """A port that nobody listens at is told as such."""
    with listening() as door:
        port = door.getsockname()[1]
    service = Service(f"http://127.0.0.1:{port}", OSRM)
    assert ask(service, ALL, timeout_s=PATIENT_S) == Answer({}, Trouble(SILENT, service.host, 6))


@pytest.mark.parametrize("url", ["http://127.0.0.1:99999", "http://", "gopher://127.0.0.1"])
def test_addresses_that_are_none(url: str) -> None:
    """A setting that was edited by hand is no reason to fail."""
    answer = ask(Service(url, OSRM), ALL, timeout_s=PATIENT_S)
    assert answer.trouble is not None
    assert answer.trouble.kind == SILENT


def test_not_http() -> None:
    """A server that speaks something else is odd."""
    with listening() as door:

        def greet() -> None:
            caller, _address = door.accept()
            with caller:
                caller.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
                caller.recv(4096)

        thread = threading.Thread(target=greet)
        thread.start()
        service = Service(f"http://127.0.0.1:{door.getsockname()[1]}", OSRM)
        answer = ask(service, ALL, timeout_s=PATIENT_S)
        thread.join()
    assert answer == Answer({}, Trouble(ODD, service.host, 6))


def test_nothing_wanted_nobody_asked() -> None:
    """All is known: there is no request, and no service need be there."""
    assert ask(Service("http://127.0.0.1:1", OSRM), set()) == Answer({})


def test_without_a_setting_there_is_no_service() -> None:
    """Nothing is sent unless the rep names whom to."""
    assert service_of(Settings()) is None
    said = {"route.service": "http://127.0.0.1:5000/", "route.service_kind": "valhalla"}
    service = service_of(Settings(said))
    assert service == Service("http://127.0.0.1:5000/", VALHALLA)
    assert (service.name, service.host) == ("valhalla http://127.0.0.1:5000", "127.0.0.1:5000")


@pytest.mark.parametrize(
    ("count", "said"),
    [(1260, "1,260 travel times are estimated."), (1, "1 travel time is estimated.")],
)
def test_troubles_are_told(count: int, said: str) -> None:
    """Each names the service and how many travel times it left out, one as one."""
    assert [Trouble(kind, "maps.example", count, 503).text for kind in TROUBLES] == [
        f"maps.example didn't answer in time: {said}",
        f"maps.example can't be reached: {said}",
        f"maps.example answered with what is no table of times: {said}",
        f"maps.example refused (503): {said}",
    ]
