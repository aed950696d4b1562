"""A store with the territory of ``tests/routes/territory.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.routes.territory import settle

if TYPE_CHECKING:
    from tests.conftest import Writing
    from tests.routes.territory import Territory


@pytest.fixture
def territory(writing: Writing) -> Territory:
    """Write the small territory into the test's store; return its ids."""
    with writing("people") as work:
        return settle(work)
