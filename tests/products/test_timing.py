"""Whether a text can be read aloud in its time."""

from __future__ import annotations

import pytest

from repplan.products.timing import too_slow


@pytest.mark.parametrize(
    ("depth", "words", "is_slow"),
    [("20s", 75, False), ("20s", 76, True), ("2m", 450, False), ("2m", 451, True),
     ("10m", 2250, False), ("10m", 2251, True)],
)  # fmt: skip
def test_half_as_long_again(depth: str, words: int, *, is_slow: bool) -> None:
    """A text may take half as long again as it is called, and no second more."""
    found = too_slow({f"text_{depth}": "word " * words})
    assert [one for one, _seconds in found] == ([depth] if is_slow else [])


def test_chinese_is_counted_by_characters() -> None:
    """Ideographs are read one by one; what isn't there takes no time."""
    assert too_slow({"text_20s": "字" * 130, "text_2m": None}) == []
    assert too_slow({"text_20s": "字" * 200, "text_2m": None}) == [("20s", 47)]
