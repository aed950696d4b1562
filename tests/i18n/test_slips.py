"""A slip of the thumb is told from another word."""

from __future__ import annotations

import pytest

from repplan.i18n.slips import distance, mended


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("firday", "friday"),
        ("frday", "friday"),
        ("mondya", "monday"),
        ("tusday", "tuesday"),
        ("satuday", "saturday"),
        ("tommorow", "tomorrow"),
        ("yesterdy", "yesterday"),
        ("nex firday", "next friday"),
        ("周舞", "周五"),
        ("星期而", "星期二"),
        ("下周似", "下周四"),
    ],
)
def test_slips(said: str, meant: str) -> None:
    """A letter more, less, changed or swapped is found."""
    assert mended(said) == meant


ORDINARY = """friday fridays friday's today's monthly monday's sunny money midday payday holiday
birthday weekday someday sandy mandy morrow sorrow borrow may march mar sun sat text maybe thirsty
sundry mendoza frida-like textbook satisfied weds""".split()


@pytest.mark.parametrize("word", ["周五", "周八", "周会", "下周", "五", "礼物"])
def test_chinese_words_that_are_no_slips(word: str) -> None:
    """A weekday, what no weekday sounds like, and other words propose nothing."""
    assert mended(word) == ""


@pytest.mark.parametrize("word", ORDINARY)
def test_ordinary_words_are_no_slips(word: str) -> None:
    """Words that are right as they are, or far from any day, propose nothing."""
    assert mended(word) == ""


@pytest.mark.parametrize(
    ("one", "other", "off"),
    [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abc", "abc", 0)],
)
def test_distance(one: str, other: str, off: int) -> None:
    """Distance counts single slips, a swap of neighbours as one, and is the same both ways."""
    assert distance(one, other) == distance(other, one) == off
