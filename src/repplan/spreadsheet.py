"""Tables for a spreadsheet: CSV in which no cell is taken for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FORMULA_SIGNS = tuple("=+-@\t\r＝＋－＠")
"""What begins a formula, in either width: an apostrophe before it makes a text of it."""


def csv_table(
    columns: Sequence[str], rows: Iterable[Mapping[str, object]], *, encoding: str = "utf-8"
) -> bytes:
    """Return rows under the names of their columns; what a row leaves out is an empty cell."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode(encoding)


def _cell(value: object) -> object:
    is_formula = isinstance(value, str) and value.startswith(FORMULA_SIGNS)
    return f"'{value}" if is_formula else value
