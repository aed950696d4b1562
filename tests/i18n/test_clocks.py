"""Clocks in words: how long is left, how late it is, a moment near now."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from repplan.i18n.clocks import clock_words, moment_words, report_by

NOW = datetime(2026, 11, 24, 7, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (26100, "7h15 left"), (25200, "7h left"), (3600, "1h left"), (3599, "1h left"),
        (60, "1 min left"), (1, "1 min left"), (0, "0 min left"), (-1, "0 min late"),
        (-60, "1 min late"), (-7200, "2h late"), (-7500, "2h05 late"), (172800, "2d left"),
        (172799, "2d left"), (172000, "47h47 left"), (-172800, "2d late"),
    ],
)  # fmt: skip
def test_how_long_is_left(seconds: int, words: str) -> None:
    """Minutes below an hour, hours and minutes below two days, days from there on."""
    assert clock_words(NOW + timedelta(seconds=seconds), NOW) == words


@given(some.integers(-400000, 400000))
def test_late_only_when_it_is(seconds: int) -> None:
    """A clock is late from the first second past its end, and never before."""
    assert clock_words(NOW + timedelta(seconds=seconds), NOW).endswith("late") is (seconds < 0)


@pytest.mark.parametrize(
    ("hours", "english", "chinese"),
    [
        (0, "7:05", "7:05"),
        (-17, "Mon 14:05", "周一"),
        (24 * 5, "Sun 7:05", "周日"),
        (-24 * 10, "Sat 14 Nov 7:05", "11月14日"),
    ],
)
def test_a_moment_is_as_short_as_it_is_clear(hours: int, english: str, chinese: str) -> None:
    """The hour alone today, the weekday in the week around it, else the date."""
    at = NOW + timedelta(hours=hours)
    assert moment_words(at, NOW, "en") == english
    assert moment_words(at, NOW, "zh_CN").startswith(chinese)


def test_report_by() -> None:
    """Until when, or now where it has gone by."""
    assert report_by(NOW + timedelta(hours=7), NOW, "en") == "report by 14:05"
    assert report_by(NOW + timedelta(hours=24), NOW, "en") == "report by Wed 7:05"
    assert report_by(NOW, NOW, "en") == "report it now"
