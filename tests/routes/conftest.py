"""A store with the territory of ``tests/routes/territory.py``, and moments to plan at."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Protocol

import pytest

from repplan.cli import runtime
from tests.routes.moments import EARLY
from tests.routes.territory import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from repplan.cli.runtime import Runtime
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
