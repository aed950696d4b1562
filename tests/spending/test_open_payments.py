"""The columns of the public file of payments."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from repplan.spending.open_payments import COLUMNS


def test_columns_are_the_public_file_s() -> None:
    """Our columns are the public file's, in its order."""
    data = os.environ.get("REPPLAN_DATA")
    if not data:
        pytest.skip("REPPLAN_DATA isn't set: the public file's header isn't here")
    (file,) = (Path(data) / "open_payments").glob("*.csv")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        assert tuple(next(csv.reader(lines))) == COLUMNS


def test_no_column_twice() -> None:
    """Every column once."""
    assert len(set(COLUMNS)) == len(COLUMNS) == 91
