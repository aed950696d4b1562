"""A store with the territory of ``tests/routes/territory.py``, and moments to plan at."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

import pytest

from repplan.cli import runtime
from repplan.config import read_settings
from repplan.routes.kept_times import keep_times
from repplan.routes.services import OSRM, Service
from repplan.routes.travelling import Travelling
from repplan.upkeep.actions import put_settings
from tests.routes.moments import EARLY, TUESDAY
from tests.routes.territory import settle

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from repplan.cli.runtime import Runtime
    from repplan.routes.services import Pair
    from tests.conftest import Writing
    from tests.routes.territory import Territory


class At(Protocol):
    """Settle the runtime of a moment."""

    def __call__(self, now: str = EARLY) -> Runtime:
        """Return it."""


@pytest.fixture
def territory(writing: Writing) -> Territory:
    """Write the small territory into the test's store; return its ids."""
    with writing("people") as work:
        return settle(work)


@pytest.fixture
def at(store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[At]:
    """Return a function that settles the runtime of a moment on the test's store."""
    made: list[Runtime] = []

    def settled(now: str = EARLY) -> Runtime:
        monkeypatch.setenv("REPPLAN_NOW", now)
        made.append(runtime.settle(str(store), "en"))
        return made[-1]

    # Nobody sits at the terminal that the tests run in.
    monkeypatch.setattr("sys.stdin", io.StringIO())
    yield settled
    for one in made:
        one.doors.close()


@pytest.fixture
def travelling(db: sqlite3.Connection, writing: Writing) -> Callable[..., Travelling]:
    """Return a function that sets a service, and keeps what one told so many days ago."""

    def made(
        url: str = "",
        *,
        kind: str = OSRM,
        kept: Mapping[Pair, int | None] | None = None,
        ago: int = 0,
        days: int = 90,
        given: Mapping[tuple[str, str], int] | None = None,
        may_ask: bool = True,
    ) -> Travelling:
        said = {"route.service": url, "route.service_kind": kind, "route.service_days": str(days)}
        with writing("config set") as work:
            put_settings(work, said)
        if kept is not None:
            on = TUESDAY - timedelta(ago)
            with writing("plan day", now=f"{on}T07:05:00-06:00") as work:
                keep_times(work, Service(url, kind), kept, days)
        return Travelling(db, read_settings(db), TUESDAY, given, may_ask)

    return made
