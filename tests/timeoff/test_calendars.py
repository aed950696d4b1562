"""Public holidays: how a country's calendar is called, what is known of which year."""

from __future__ import annotations

from datetime import date

import pytest

from repplan.timeoff.calendars import public_days
from repplan.timeoff.rules import NoSuchCalendar


def test_thanksgiving() -> None:
    """A country has its holidays, a region of it some more."""
    days = {one.day: one.what for one in public_days("us", [2026], "en").days}
    assert days[date(2026, 11, 26)] == "Thanksgiving Day"
    assert date(2026, 11, 27) not in days
    region = public_days("us-ca", [2026], "en")
    assert region.code == "US-CA"
    assert date(2026, 11, 27) in {one.day for one in region.days}
    assert region.unsettled == ()


@pytest.mark.parametrize(
    ("language", "name"), [("zh_CN", "元旦"), ("en", "New Year's Day"), ("fr", "元旦")]
)
def test_names_are_in_the_language_of_the_screen(language: str, name: str) -> None:
    """Where a calendar isn't written in a language, its names are the country's own."""
    assert public_days("CN", [2026], language).days[0].what == name


def test_chinese_working_weekends() -> None:
    """The weekends worked instead in 2026 are known; of a year not announced yet that is said."""
    found = public_days("CN", [2026, 2030], "zh_CN")
    worked = [one.day.isoformat() for one in found.days if not one.is_off]
    assert worked == [
        "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
    ]  # fmt: skip
    assert found.unsettled == (2030,)
    assert any(one.day.year == 2030 for one in found.days)
    assert all(day.weekday() >= 5 for day in map(date.fromisoformat, worked))


@pytest.mark.parametrize(
    ("said", "near"), [("XX", "MX"), ("US-ZZ", "US-AK"), ("Mars", ""), ("", ""), ("-", "")]
)
def test_no_such_calendar(said: str, near: str) -> None:
    """What is no country, and no region of it, is refused with those that there are."""
    with pytest.raises(NoSuchCalendar) as caught:
        public_days(said, [2026], "en")
    assert not near or near in caught.value.nearest
