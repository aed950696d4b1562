"""Moments, and days as screens show them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.errors import BadDay, BadTime, UnclearDay
from repplan.i18n.dates import DayContext, parse_moment, show_day, show_day_iso

AHEAD = DayContext(date(2026, 11, 24))


@pytest.mark.parametrize(
    ("said", "day", "at"),
    [
        ("fri", "2026-11-27", None),
        ("fri 8:40", "2026-11-27", "08:40"),
        ("fri at 8:40", "2026-11-27", "08:40"),
        ("fri, 2pm", "2026-11-27", "14:00"),
        ("840 fri", "2026-11-27", "08:40"),
        ("8:40", "2026-11-24", "08:40"),
        ("2026-12-01T08:40", "2026-12-01", "08:40"),
        ("2026-12-01 08:40:30", "2026-12-01", "08:40"),
        ("15 dec 840", "2026-12-15", "08:40"),
        ("12/15 5:30", "2026-12-15", "05:30"),
        ("明天9点", "2026-11-25", "09:00"),
        ("明天 9点10分", "2026-11-25", "09:10"),
        ("下周三下午3点半", "2026-12-02", "15:30"),
        ("12月15日9:10", "2026-12-15", "09:10"),
        ("明晚8点", "2026-11-25", "20:00"),
        ("今早9点", "2026-11-24", "09:00"),
        ("tonight 8:40", "2026-11-24", "20:40"),
        ("今天 8：40", "2026-11-24", "08:40"),
        ("8点半 明天", "2026-11-25", "08:30"),
        ("8点半明天", "2026-11-25", "08:30"),
        ("2点半后天", "2026-11-26", "02:30"),
        ("14点30周五", "2026-11-27", "14:30"),
    ],
)
def test_moments(said: str, day: str, at: str | None) -> None:
    """A day, a time, or both in either order."""
    on, time = parse_moment(said, AHEAD)
    assert (on.isoformat(), time and time.isoformat("minutes")) == (day, at)


def test_what_is_wrong_is_named() -> None:
    """The part that can't be read is the one the refusal names."""
    with pytest.raises(BadTime) as bad_time:
        parse_moment("fri 25:00", AHEAD)
    assert bad_time.value.said == "25:00"
    for said in ("25:00", "8:75", "25点", "8点99", "25点明天", "8点半聊了"):
        with pytest.raises(BadTime):
            parse_moment(said, AHEAD)
    for said in ("2月30日", "feb 30", "31/11"):
        with pytest.raises(BadDay):
            parse_moment(said, AHEAD)
    with pytest.raises(BadDay) as bad_day:
        parse_moment("firday 8:40", AHEAD)
    assert bad_day.value.facts() == {"said": "firday", "meant": "friday"}
    with pytest.raises(BadDay) as nonsense:
        parse_moment("fri nonsense", AHEAD)
    assert nonsense.value.facts() == {"said": "fri nonsense", "meant": ""}
    with pytest.raises(UnclearDay):
        parse_moment("3/4 8:40", AHEAD)


@pytest.mark.parametrize(
    ("day", "lang", "short", "iso"),
    [
        ("2026-11-24", "en", "Tue 24 Nov", "Tue 2026-11-24"),
        ("2027-11-24", "en", "Wed 24 Nov 2027", "Wed 2027-11-24"),
        ("2026-11-24", "zh_CN", "11月24日 周二", "周二 2026-11-24"),
        ("2027-01-03", "zh_CN", "2027年1月3日 周日", "周日 2027-01-03"),
    ],
)
def test_shown_days(day: str, lang: str, short: str, iso: str) -> None:
    """A screen shows the weekday always and the year only where it isn't this one."""
    on = date.fromisoformat(day)
    assert show_day(on, AHEAD.today, lang) == short
    assert show_day_iso(on, lang) == iso


@given(st.text(max_size=25))
def test_any_text_is_a_moment_or_refused(said: str) -> None:
    """No text breaks the reader."""
    with suppress(BadDay, BadTime, UnclearDay):
        parse_moment(said, AHEAD)
