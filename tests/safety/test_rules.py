"""Decisions about safety reports: the band of an age, when something was heard, until when."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from repplan.errors import BadForm
from repplan.safety import rules

NOW = datetime(2026, 11, 24, 13, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "band"),
    [
        ("67", "60-69"), ("60-69", "60-69"), ("60s", "60-69"), ("62-65", "60-69"), ("0", "0-9"),
        ("9", "0-9"), ("10", "10-19"), ("89", "80-89"), ("90", "90+"), ("104", "90+"),
        ("90+", "90+"), ("90-99", "90+"), ("67岁", "60-69"), ("60多岁", "60-69"), ("60至69", "60-69"),
        (" 67 yo ", "60-69"), ("67 years old", "60-69"),
    ],
)  # fmt: skip
def test_an_age_is_kept_as_a_band(said: str, band: str) -> None:
    """Whatever is said of an age comes out as a decade, the oldest together."""
    assert rules.read_age_band(said) == band


@pytest.mark.parametrize(
    "said", ["", "old", "55-69", "69-60", "-5", "6.5", "121", "1967-03-02", "60-", "6x"]
)
def test_what_is_no_band_is_refused(said: str) -> None:
    """A range over two decades would be a guess; a birthday is no band."""
    with pytest.raises(BadForm):
        rules.read_age_band(said)


@given(some.integers(0, 120))
def test_every_age_is_in_its_band(age: int) -> None:
    """The band holds the age, and says no more than ten years of it."""
    band = rules.read_age_band(str(age))
    if band == "90+":
        assert age >= 90
    else:
        first, last = (int(part) for part in band.split("-"))
        assert first <= age <= last == first + 9


@given(some.datetimes(), some.integers(0, 400))
def test_a_deadline_counts_from_when_it_was_heard(heard: datetime, hours: int) -> None:
    """So many hours after it was heard; a policy that says nothing leaves no time."""
    assume = heard.replace(year=2026)
    assert rules.due_after(assume, hours) - assume == timedelta(hours=hours)
    assert rules.due_after(assume, None) == assume


def test_heard_on_a_day_is_as_early_as_the_work_of_it() -> None:
    """Without an hour: when work began, today too; never after now."""
    opens = time(8, 30)
    now = NOW.astimezone()
    assert rules.heard_moment(now.date(), None, opens, now) == now
    evening = now.replace(hour=22)
    today = rules.heard_moment(evening.date(), None, opens, evening)
    assert (today.date(), today.hour, today.minute) == (evening.date(), 8, 30)
    monday = rules.heard_moment(date(2026, 11, 23), None, opens, now)
    assert (monday.date(), monday.hour, monday.minute) == (date(2026, 11, 23), 8, 30)
    said = rules.heard_moment(date(2026, 11, 23), time(14, 20), opens, now)
    assert (said.hour, said.minute) == (14, 20)
    assert rules.heard_moment(now.date(), time(23, 59), opens, now) == now


@pytest.mark.parametrize(
    ("minutes", "is_refused"), [(0, False), (59, False), (60, False), (61, True), (9999, True)]
)
def test_a_clock_set_back_is_refused(minutes: int, is_refused: bool) -> None:
    """A clock more than an hour before what was written last counts no deadline."""
    last = NOW + timedelta(minutes=minutes)
    if is_refused:
        with pytest.raises(rules.ClockSetBack):
            rules.check_clock(NOW, last)
    else:
        rules.check_clock(NOW, last)
    rules.check_clock(NOW, None)
