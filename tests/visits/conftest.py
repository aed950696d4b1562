"""A command line on a small territory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.visits.typed import FIRST_DAY

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.fixture
def rp(run: Run) -> Run:
    """Return the command line on a store with a small territory."""
    for line in FIRST_DAY:
        assert run(*line).code == 0
    return run
