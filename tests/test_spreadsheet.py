"""A table for a spreadsheet: no cell is a formula, what a row leaves out is empty."""

from __future__ import annotations

from repplan.spreadsheet import csv_table


def test_csv_table() -> None:
    """A text that begins like a formula is a text; a number keeps its sign."""
    rows: list[dict[str, object]] = [{"what": "=1+1", "pieces": -2}, {"what": "a, b", "why": None}]
    assert csv_table(("what", "pieces", "why"), rows) == (
        b'what,pieces,why\r\n\'=1+1,-2,\r\n"a, b",,\r\n'
    )
    wide = [{"what": text} for text in ("＝1+1", "＋1", "－1", "＠SUM")]
    assert csv_table(("what",), wide).decode().split() == [
        "what", "'＝1+1", "'＋1", "'－1", "'＠SUM",
    ]  # fmt: skip
    assert csv_table(("what",), [], encoding="utf-8-sig") == b"\xef\xbb\xbfwhat\r\n"
