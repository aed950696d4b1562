"""The territory that completion is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.offers import territory as made

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def made_territory(tmp_path_factory: pytest.TempPathFactory, blank_store: Path) -> Path:
    """Return the store of ``tests/offers/territory.py``: read it, don't write to it."""
    return made.build(tmp_path_factory.mktemp("territory") / "repplan.db", blank_store)


@pytest.fixture
def territory(made_territory: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return that store's path; completion finds it."""
    monkeypatch.setenv("REPPLAN_STORE", str(made_territory))
    return made_territory
