"""Times of day as they are thumbed."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.errors import BadTime
from repplan.i18n.dates import parse_time


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("840", "08:40"),
        ("0840", "08:40"),
        ("1420", "14:20"),
        ("8:40", "08:40"),
        ("8.40", "08:40"),
        ("8：40", "08:40"),
        ("08:40:30", "08:40"),
        ("14:20", "14:20"),
        ("2pm", "14:00"),
        ("2 PM", "14:00"),
        ("2:30pm", "14:30"),
        ("2.30 p.m.", "14:30"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("noon", "12:00"),
        ("9点", "09:00"),
        ("９点", "09:00"),
        ("九点", "09:00"),
        ("9点钟", "09:00"),
        ("9点10分", "09:10"),
        ("9点10", "09:10"),
        ("9点05分", "09:05"),
        ("九点零五", "09:05"),
        ("9点半", "09:30"),
        ("十点一刻", "10:15"),
        ("9时30分", "09:30"),
        ("下午3点", "15:00"),
        ("下午3:30", "15:30"),
        ("下午15点", "15:00"),
        ("上午9点", "09:00"),
        ("中午12点", "12:00"),
        ("中午1点", "13:00"),
        ("晚上8点半", "20:30"),
        ("十四点", "14:00"),
    ],
)
def test_times(said: str, at: str) -> None:
    """Each form means one time."""
    assert parse_time(said).isoformat("minutes") == at


@pytest.mark.parametrize(
    "said",
    [
        "",
        "8",
        "24:00",
        "860",
        "13pm",
        "0am",
        "25点",
        "9点70分",
        "晚上12点",
        "8:4",
        "x",
        "12:30:99x",
    ],
)
def test_no_times(said: str) -> None:
    """What is no time, or could be two, is refused."""
    with pytest.raises(BadTime):
        parse_time(said)


@given(st.times())
def test_every_minute_reads_back(at: object) -> None:
    """Any time of day reads back from how clocks write it."""
    shown = f"{at:%H:%M}"
    assert f"{parse_time(shown):%H:%M}" == shown
    assert f"{parse_time(shown.replace(':', '')):%H:%M}" == shown


@given(st.text(max_size=12))
def test_any_text_is_a_time_or_refused(said: str) -> None:
    """No text breaks the reader."""
    with suppress(BadTime):
        parse_time(said)
