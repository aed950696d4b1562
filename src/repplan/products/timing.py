"""Whether a text can be read aloud in the time it is meant for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.products.choosing import reading_seconds
from repplan.products.model import MOST_SECONDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.fields import Cell


def too_slow(cells: Mapping[str, Cell]) -> list[tuple[str, int]]:
    """Return (depth, seconds) of each of a message's texts that takes much longer than it is called.

    >>> too_slow({"text_20s": "word " * 100, "text_2m": "word " * 100})
    [('20s', 40)]
    """
    took = {depth: reading_seconds(str(cells.get(f"text_{depth}") or "")) for depth in MOST_SECONDS}
    return [(depth, n) for depth, n in took.items() if n > MOST_SECONDS[depth]]
