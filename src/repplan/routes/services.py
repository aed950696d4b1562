"""Travel times from a table service that the rep names: OSRM's or Valhalla's, and never needed.

    service_of(settings) -> Service | None (None: none is set, nothing is ever sent)
    ask(service, pairs, timeout_s=3.0) -> Answer(minutes by pair of points, troubles)

Points are ``travel.place_key``'s texts: coordinates with five decimals, and that is all that leaves
this machine. Whatever the service does wrong is a trouble to be told, never an error, and nobody
waits longer than ``timeout_s`` all in: what has come by then is used, the rest is estimated.
Redirects aren't followed, proxies of the environment aren't asked.

Source: https://project-osrm.org/docs/v5.24.0/api/#table-service (durations in seconds, null where
there is no road); https://valhalla.github.io/valhalla/api/matrix/api-reference/ (time in seconds).
"""

from __future__ import annotations

import json
import math
import queue
import threading
import time
from collections import Counter
from gettext import ngettext
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from repplan.records import dataclass

if TYPE_CHECKING:
    import http.client
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from repplan.config import Settings

OSRM, VALHALLA = "osrm", "valhalla"

Pair = tuple[str, str]
"""Where from and where to, as ``travel.place_key`` writes points."""

TIMEOUT_S = 3.0
MOST_PLACES = 100
"""Points of one request: what OSRM takes unless it is told otherwise."""

MOST_BYTES = 4_000_000
"""Of one answer; a table of 100 points takes about a tenth."""

LONGEST_S = 24 * 3600

SLOW, SILENT, ODD, TURNED_AWAY = "slow", "silent", "odd", "refused"

TROUBLES = (SLOW, SILENT, ODD, TURNED_AWAY)
"""What a service may do wrong."""

_CHUNK = 64 * 1024
_OK = 200


@dataclass(frozen=True)
class Service:
    """A table service: its address, and what it is: OSRM or VALHALLA."""

    url: str
    kind: str

    @property
    def name(self) -> str:
        """What its answers are kept under."""
        return f"{self.kind} {self.url.rstrip('/')}"

    @property
    def host(self) -> str:
        """Whom people know it as."""
        return urlsplit(self.url).netloc


@dataclass(frozen=True)
class Trouble:
    """What a service did wrong, and how many legs it left without minutes. ``status``: HTTP's."""

    kind: str
    host: str
    count: int
    status: int = 0

    @property
    def text(self) -> str:
        """The sentence that tells it."""
        facts = {"host": self.host, "count": f"{self.count:,}", "status": self.status}
        return _said(self.kind, self.count).format(**facts)


@dataclass(frozen=True)
class Answer:
    """Minutes at the wheel by pair of points, rounded up; None: the service knows no road there.

    ``trouble`` is what kept it from answering all; None: it did.
    """

    minutes: Mapping[Pair, int | None]
    trouble: Trouble | None = None


@dataclass(frozen=True)
class _Block:
    """One request: all ways from these points to those."""

    starts: tuple[str, ...]
    ends: tuple[str, ...]


@dataclass(eq=False)
class _Wrong(Exception):
    """An answer that can't be used. ``kind`` is one of TROUBLES."""

    kind: str
    status: int = 0


def _said(kind: str, count: int) -> str:
    """How a trouble is told that left so many travel times out."""
    if kind == SLOW:
        return ngettext(
            "{host} didn't answer in time: {count} travel time is estimated.",
            "{host} didn't answer in time: {count} travel times are estimated.",
            count,
        )
    if kind == SILENT:
        return ngettext(
            "{host} can't be reached: {count} travel time is estimated.",
            "{host} can't be reached: {count} travel times are estimated.",
            count,
        )
    if kind == ODD:
        return ngettext(
            "{host} answered with what is no table of times: {count} travel time is estimated.",
            "{host} answered with what is no table of times: {count} travel times are estimated.",
            count,
        )
    return ngettext(
        "{host} refused ({status}): {count} travel time is estimated.",
        "{host} refused ({status}): {count} travel times are estimated.",
        count,
    )


def service_of(settings: Settings) -> Service | None:
    """Return the service that is set; None: there is none."""
    url = settings.text("route.service")
    return Service(url, settings.text("route.service_kind")) if url else None


def ask(service: Service, pairs: Iterable[Pair], *, timeout_s: float = TIMEOUT_S) -> Answer:
    """Return a service's minutes for these ways, and for others that the same requests answer.

    A thread asks, for a name's look-up or an endless trickle of bytes can't be bounded otherwise;
    it is left behind when the time is up.
    """
    wanted = set(pairs)
    if not wanted:
        return Answer({})
    came: queue.SimpleQueue[Mapping[Pair, int | None] | _Wrong | None] = queue.SimpleQueue()
    ends_at = time.monotonic() + timeout_s
    threading.Thread(
        target=_ask_all, args=(service, tuple(_blocks(wanted)), ends_at, came), daemon=True
    ).start()
    minutes: dict[Pair, int | None] = {}
    wrong: _Wrong | None = None
    while True:
        try:
            part = came.get(timeout=max(0.0, ends_at - time.monotonic()))
        except queue.Empty:
            wrong = _Wrong(SLOW)
            break
        if part is None:
            break
        if isinstance(part, _Wrong):
            wrong = part
            break
        minutes.update(part)
    count = len(wanted - minutes.keys())
    trouble = Trouble(wrong.kind, service.host, count, wrong.status) if wrong and count else None
    return Answer(minutes, trouble)


def _ask_all(
    service: Service,
    blocks: Sequence[_Block],
    ends_at: float,
    came: queue.SimpleQueue[Mapping[Pair, int | None] | _Wrong | None],
) -> None:
    """Put each block's minutes into the queue, then None; what goes wrong ends it."""
    # Loaded where a service is asked alone: no other plan waits for it.
    import http.client

    try:
        for block in blocks:
            came.put(_ask(service, block, ends_at))
    except _Wrong as wrong:
        came.put(wrong)
    except TimeoutError:
        came.put(_Wrong(SLOW))
    except UnicodeDecodeError:
        came.put(_Wrong(ODD))
    except (OSError, UnicodeError):  # UnicodeError: a name that can't be one of a host
        came.put(_Wrong(SILENT))
    except (http.client.HTTPException, ValueError, RecursionError):
        came.put(_Wrong(ODD))
    else:
        came.put(None)


def _blocks(wanted: set[Pair]) -> Iterator[_Block]:
    """Yield requests that answer all that is wanted, each of at most MOST_PLACES points.

    Few new places among many known ones cost a request for the ways out and one for the ways back.
    """
    points = sorted({point for pair in wanted for point in pair})
    new = _cover(wanted)
    if len(points) <= MOST_PLACES and 2 * len(new) >= len(points):
        yield _Block(tuple(points), tuple(points))
        return
    rest = [point for point in points if point not in set(new)]
    for starts, ends in ((new, points), (rest, new)):
        wide = max(MOST_PLACES // 2, MOST_PLACES - len(ends))
        width = max(1, min(len(starts), wide))
        height = MOST_PLACES - width
        for row in range(0, len(starts), width):
            for column in range(0, len(ends), height):
                here = starts[row : row + width]
                yield _Block(tuple(here), tuple(ends[column : column + height]))


def _cover(wanted: set[Pair]) -> list[str]:
    """Return points of which each wanted way has one at an end: few where few are new."""
    counts = Counter(point for pair in wanted for point in pair)
    found: set[str] = set()
    for a, b in sorted(wanted):
        if a not in found and b not in found:
            found.add(max((counts[a], a), (counts[b], b))[1])
    return sorted(found)


def _ask(service: Service, block: _Block, ends_at: float) -> dict[Pair, int | None]:
    """Return one block's minutes. Raises: _Wrong, OSError, HTTPException, ValueError."""
    asks, reads = (
        (_ask_osrm, _read_osrm) if service.kind == OSRM else (_ask_valhalla, _read_valhalla)
    )
    path, body = asks(block)
    rows = reads(json.loads(_fetch(service, path, body, ends_at)))
    if len(rows) != len(block.starts):
        raise _Wrong(ODD)
    found: dict[Pair, int | None] = {}
    for start, row in zip(block.starts, rows, strict=True):
        if not isinstance(row, list) or len(row) != len(block.ends):
            raise _Wrong(ODD)
        for end, seconds in zip(block.ends, row, strict=True):
            if start != end:
                found[start, end] = None if seconds is None else _minutes(seconds)
    return found


def _minutes(seconds: object) -> int:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise _Wrong(ODD)
    if not 0 <= seconds <= LONGEST_S:  # NaN is neither
        raise _Wrong(ODD)
    return math.ceil(seconds / 60)


def _ask_osrm(block: _Block) -> tuple[str, bytes | None]:
    points = list(dict.fromkeys((*block.starts, *block.ends)))
    at = {point: str(index) for index, point in enumerate(points)}
    where = ";".join(",".join(reversed(point.split(","))) for point in points)
    path = f"/table/v1/driving/{where}?annotations=duration"
    if block.starts != block.ends:
        starts, ends = (";".join(at[one] for one in some) for some in (block.starts, block.ends))
        path += f"&sources={starts}&destinations={ends}"
    return path, None


def _read_osrm(answer: Any) -> list[Any]:  # noqa: ANN401 - JSON: anything may come
    if not isinstance(answer, dict) or answer.get("code") != "Ok":
        raise _Wrong(ODD)
    return _list(answer.get("durations"))


def _ask_valhalla(block: _Block) -> tuple[str, bytes | None]:
    def located(points: Iterable[str]) -> list[dict[str, float]]:
        return [
            dict(zip(("lat", "lon"), map(float, point.split(",")), strict=True)) for point in points
        ]

    asked = {"sources": located(block.starts), "targets": located(block.ends), "costing": "auto"}
    return "/sources_to_targets", json.dumps(asked).encode()


def _read_valhalla(answer: Any) -> list[Any]:  # noqa: ANN401 - JSON: anything may come
    rows = answer.get("sources_to_targets") if isinstance(answer, dict) else None
    if isinstance(rows, dict):  # the short form, as a server may be set to
        return _list(rows.get("durations"))
    return [[_time(cell) for cell in _list(row)] for row in _list(rows)]


def _time(cell: Any) -> Any:  # noqa: ANN401 - JSON: anything may come
    if not isinstance(cell, dict) or "time" not in cell:
        raise _Wrong(ODD)
    return cell["time"]


def _list(found: object) -> list[Any]:
    if not isinstance(found, list):
        raise _Wrong(ODD)
    return found


def _fetch(service: Service, path: str, body: bytes | None, ends_at: float) -> bytes:
    """Return what the service answers. Raises: _Wrong where it is too much, or no answer."""
    door = _door(service, ends_at)
    path = urlsplit(service.url).path.rstrip("/") + path
    try:
        headers = {"Content-Type": "application/json"} if body else {}
        door.request("POST" if body else "GET", path, body, headers)
        answer = door.getresponse()
        if answer.status != _OK:
            raise _Wrong(TURNED_AWAY, answer.status)
        text = bytearray()
        while piece := answer.read(_CHUNK):
            text += piece
            if len(text) > MOST_BYTES:
                raise _Wrong(ODD)
            if door.sock:
                door.sock.settimeout(_left(ends_at))
        return bytes(text)
    finally:
        door.close()


def _door(service: Service, ends_at: float) -> http.client.HTTPConnection:
    """Return a connection that isn't opened yet. Raises: _Wrong for an address that is none."""
    import http.client

    kinds: dict[str, type[http.client.HTTPConnection]] = {
        "http": http.client.HTTPConnection,
        "https": http.client.HTTPSConnection,
    }
    try:
        parts = urlsplit(service.url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise _Wrong(SILENT) from None
    if parts.scheme not in kinds or not host:
        raise _Wrong(SILENT)
    return kinds[parts.scheme](host, port, timeout=_left(ends_at))


def _left(ends_at: float) -> float:
    """Return the seconds that are left. Raises: TimeoutError where none are."""
    left = ends_at - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
