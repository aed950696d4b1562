"""Whether a text can be read aloud in its time."""

from __future__ import annotations

from repplan.products.timing import too_slow


def test_too_slow() -> None:
    """Each depth is held against its own time; what fits isn't named."""
    assert too_slow({"text_20s": "word " * 30, "text_2m": "word " * 200, "text_10m": None}) == []
    found = too_slow({"text_20s": "word " * 100, "text_2m": "字" * 1500})
    assert [depth for depth, _seconds in found] == ["20s", "2m"]
    assert all(seconds > 20 for _depth, seconds in found)
