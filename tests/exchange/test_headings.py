"""Headings: what a table's columns may be called."""

from __future__ import annotations

import pytest

from repplan.errors import BadForm
from repplan.exchange.headings import heading_of, headings, renamed


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("name", "name"),
        (" NAME ", "name"),
        ("Full name", "name"),
        ("姓名", "name"),
        ("Last seen on", "last_seen_on"),
        ("last-seen-on", "last_seen_on"),
        ("seen_before_on", "last_seen_on"),
        ("上次拜访", "last_seen_on"),
        ("Specialty", "specialties"),
        ("ZIP code", "postcode"),
        ("医院", "account"),
        ("Hospital", "account"),
        ("account street", "street"),
        ("license", "licence"),
        ("科室", "department"),
        ("E-mail", "email"),
        ("tier", "tier"),
        ("Weather", None),
        ("", None),
    ],
)
def test_what_headings_answer_to(said: str, name: str | None) -> None:
    """Case, blanks and dashes don't matter; common words and Chinese ones are understood."""
    found = heading_of(said)
    assert (found.name if found else None) == name


def test_no_word_means_two_headings() -> None:
    """Each name that a heading answers to is its own."""
    names = [name for one in headings().values() for name in (one.name, *one.others)]
    assert len(names) == len(set(names))


def test_renaming() -> None:
    """``theirs=ours`` is parted at the last sign; both sides lose their blanks."""
    assert renamed(["Doctor=name", "a=b = tier "]) == {"Doctor": "name", "a=b": "tier"}


@pytest.mark.parametrize("pair", ["Doctor", "=name", "Doctor=weather", ""])
def test_renaming_to_nothing(pair: str) -> None:
    """A pair without theirs, or with a heading that isn't ours, is refused."""
    with pytest.raises(BadForm):
        renamed([pair])
