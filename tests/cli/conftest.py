"""What completion in the shells stands on: a territory, and the program's two names on PATH."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.offers.conftest import made_territory, territory

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["made_territory", "territory"]


@pytest.fixture(scope="session")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with ``repplan`` and ``rp``, as an installation puts them on PATH."""
    folder = tmp_path_factory.mktemp("bin")
    for name in ("repplan", "rp"):
        program = folder / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m repplan "$@"\n', "utf-8")
        program.chmod(0o755)
    return folder
