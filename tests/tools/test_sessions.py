"""The sessions in the README, the tutorial and the how-tos are what the program prints."""

from __future__ import annotations

import pytest

from tools.sessions import PAGES, ROOT, replay


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_what_is_printed(name: str) -> None:
    """Each prompt of a page, typed in order on a new store, answers as the page says."""
    page = (ROOT / name).read_text(encoding="utf-8")
    assert replay(page) == page
