"""Every form of the day grammar, both ways; and what must not be read."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.errors import BadDay, UnclearDay
from repplan.i18n.dates import (
    DayContext,
    Direction,
    Interval,
    parse_day,
    parse_interval,
    show_day,
    show_day_iso,
)
from repplan.i18n.daywords import WEEKDAY_NAMES_ZH

TUESDAY = date(2026, 11, 24)
AHEAD = DayContext(TUESDAY)
BACK = DayContext(TUESDAY, direction=Direction.BACKWARD)
DAYS = st.dates(date(1990, 1, 1), date(2080, 12, 31))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-12-15", "2026-12-15"),
        ("2026/12/15", "2026-12-15"),
        ("20261215", "2026-12-15"),
        ("today", "2026-11-24"),
        ("Tomorrow", "2026-11-25"),
        ("tmrw", "2026-11-25"),
        ("day after tomorrow", "2026-11-26"),
        ("yesterday", "2026-11-23"),
        ("fri", "2026-11-27"),
        ("FRIDAY", "2026-11-27"),
        ("fri.", "2026-11-27"),
        ("by fri", "2026-11-27"),
        ("tue", "2026-12-01"),
        ("tues", "2026-12-01"),
        ("weds", "2026-11-25"),
        ("thurs", "2026-11-26"),
        ("mon", "2026-11-30"),
        ("sun", "2026-11-29"),
        ("this fri", "2026-11-27"),
        ("this tue", "2026-11-24"),
        ("this coming fri", "2026-11-27"),
        ("next fri", "2026-12-04"),
        ("next mon", "2026-11-30"),
        ("fri next week", "2026-12-04"),
        ("next week fri", "2026-12-04"),
        ("last fri", "2026-11-20"),
        ("next week", "2026-11-30"),
        ("eow", "2026-11-27"),
        ("end of the week", "2026-11-27"),
        ("end of next week", "2026-12-04"),
        ("eom", "2026-11-30"),
        ("the end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("end of december", "2026-12-31"),
        ("+3d", "2026-11-27"),
        ("2w", "2026-12-08"),
        ("1m", "2026-12-24"),
        ("3 wks", "2026-12-15"),
        ("in two weeks", "2026-12-08"),
        ("a week from now", "2026-12-01"),
        ("3 days ago", "2026-11-21"),
        ("-3d", "2026-11-21"),
        ("15 dec", "2026-12-15"),
        ("15dec", "2026-12-15"),
        ("dec 15", "2026-12-15"),
        ("dec 15th", "2026-12-15"),
        ("Dec. 15, 2026", "2026-12-15"),
        ("the 15th of december", "2026-12-15"),
        ("15-dec-26", "2026-12-15"),
        ("Aug 5", "2027-08-05"),
        ("24 nov", "2026-11-24"),
        ("23 aug", "2027-08-23"),
        ("29 feb", "2028-02-29"),
        ("12/15", "2026-12-15"),
        ("15/12", "2026-12-15"),
        ("12/12", "2026-12-12"),
        ("12/15/2026", "2026-12-15"),
        ("15.12.2026", "2026-12-15"),
        ("the 15th", "2026-12-15"),
        ("24th", "2026-11-24"),
        ("the 3rd of next month", "2026-12-03"),
        ("31st", "2026-12-31"),
        ("fri 27 nov", "2026-11-27"),
        ("Fri 2026-11-27", "2026-11-27"),
    ],
)
def test_english_forward(said: str, day: str) -> None:
    """Each English form means one day, looked for ahead of Tuesday 24 November 2026."""
    assert parse_day(said, AHEAD).isoformat() == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("今天", "2026-11-24"),
        ("明天", "2026-11-25"),
        ("明日", "2026-11-25"),
        ("后天", "2026-11-26"),
        ("後天", "2026-11-26"),
        ("大后天", "2026-11-27"),
        ("昨天", "2026-11-23"),
        ("前天", "2026-11-22"),
        ("周五", "2026-11-27"),
        ("週五", "2026-11-27"),
        ("礼拜五", "2026-11-27"),
        ("星期五", "2026-11-27"),
        ("周5", "2026-11-27"),
        ("星期天", "2026-11-29"),
        ("周日", "2026-11-29"),
        ("周二", "2026-12-01"),
        ("本周五", "2026-11-27"),
        ("这周五", "2026-11-27"),
        ("这个星期五", "2026-11-27"),
        ("下周三", "2026-12-02"),
        ("下个礼拜三", "2026-12-02"),
        ("下下周三", "2026-12-09"),
        ("上周五", "2026-11-20"),
        ("下周", "2026-11-30"),
        ("下下周", "2026-12-07"),
        ("本周内", "2026-11-27"),
        ("下周之内", "2026-12-04"),
        ("15号", "2026-12-15"),
        ("15日", "2026-12-15"),
        ("１５号", "2026-12-15"),
        ("十五号", "2026-12-15"),
        ("二十四号", "2026-11-24"),
        ("31号", "2026-12-31"),
        ("下个月15号", "2026-12-15"),
        ("本月30号", "2026-11-30"),
        ("12月15日", "2026-12-15"),
        ("12月15号", "2026-12-15"),
        ("12月15", "2026-12-15"),
        ("十二月十五日", "2026-12-15"),
        ("2026年12月15日", "2026-12-15"),
        ("26年12月15日", "2026-12-15"),
        ("明年1月5日", "2027-01-05"),
        ("1月5日", "2027-01-05"),
        ("月底", "2026-11-30"),
        ("这个月底", "2026-11-30"),
        ("下月底", "2026-12-31"),
        ("12月底", "2026-12-31"),
        ("3天", "2026-11-27"),
        ("3天后", "2026-11-27"),
        ("三日内", "2026-11-27"),
        ("两周后", "2026-12-08"),
        ("1个月", "2026-12-24"),
        ("两个星期", "2026-12-08"),
        ("3天前", "2026-11-21"),
        ("11月27日 周五", "2026-11-27"),
        ("周五 2026-11-27", "2026-11-27"),
    ],
)
def test_chinese_forward(said: str, day: str) -> None:
    """Each Chinese form means one day, looked for ahead of Tuesday 24 November 2026."""
    assert parse_day(said, AHEAD).isoformat() == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("fri", "2026-11-20"),
        ("mon", "2026-11-23"),
        ("tue", "2026-11-17"),
        ("周五", "2026-11-20"),
        ("周二", "2026-11-17"),
        ("last fri", "2026-11-20"),
        ("上周一", "2026-11-16"),
        ("上上周五", "2026-11-13"),
        ("last week", "2026-11-16"),
        ("15 dec", "2025-12-15"),
        ("24 nov", "2026-11-24"),
        ("12月15日", "2025-12-15"),
        ("15号", "2026-11-15"),
        ("24号", "2026-11-24"),
        ("31st", "2026-10-31"),
        ("2w", "2026-11-10"),
        ("3天", "2026-11-21"),
        ("+3d", "2026-11-27"),
        ("eow", "2026-11-20"),
        ("eom", "2026-10-31"),
        ("29 feb", "2024-02-29"),
    ],
)
def test_backward(said: str, day: str) -> None:
    """Looking back, a day without a year or week is the last such one."""
    assert parse_day(said, BACK).isoformat() == day


@pytest.mark.parametrize(
    ("today", "said", "day"),
    [
        ("2026-11-27", "fri", "2026-12-04"),
        ("2026-11-27", "eow", "2026-11-27"),
        ("2026-11-28", "eow", "2026-12-04"),
        ("2026-11-29", "eow", "2026-12-04"),
        ("2026-11-29", "next fri", "2026-12-04"),
        ("2026-11-29", "下周一", "2026-11-30"),
        ("2026-11-29", "本周内", "2026-11-29"),
        ("2026-11-30", "eom", "2026-11-30"),
        ("2026-01-31", "1m", "2026-02-28"),
        ("2026-12-31", "2 jan", "2027-01-02"),
        ("2027-02-15", "31号", "2027-03-31"),
    ],
)
def test_edges_of_weeks_and_months(today: str, said: str, day: str) -> None:
    """Fridays, weekends and month ends fall where the grammar says."""
    assert parse_day(said, DayContext(date.fromisoformat(today))).isoformat() == day


def test_month_first_reads_as_americans_write() -> None:
    """Under month first 3/4 is 4 March, and 15/12 is still the only day it can be."""
    american = DayContext(TUESDAY, month_first=True)
    assert parse_day("3/4", american) == date(2027, 3, 4)
    assert parse_day("3/4/27", american) == date(2027, 3, 4)
    assert parse_day("15/12", american) == date(2026, 12, 15)


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("3/4", "2027-03-04", "2027-04-03"),
        ("3/4/2027", "2027-03-04", "2027-04-03"),
        ("26/12/15", "2015-12-26", "2026-12-15"),
        ("this mon", "2026-11-23", "2026-11-30"),
        ("本周一", "2026-11-23", "2026-11-30"),
        ("fri 26 nov", "2026-11-26", "2026-11-27"),
    ],
)
def test_two_ways_is_refused(said: str, first: str, second: str) -> None:
    """What can be read two ways is refused, and both days are named."""
    with pytest.raises(UnclearDay) as refusal:
        parse_day(said, AHEAD)
    assert refusal.value.facts() == {"said": said, "first": first, "second": second}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("firday", "friday"),
        ("tomorow", "tomorrow"),
        ("tommorrow", "tomorrow"),
        ("wenesday", "wednesday"),
        ("wensday", "wednesday"),
        ("thrusday", "thursday"),
        ("next firday", "next friday"),
        ("nex friday", "next friday"),
        ("15 decmber", "15 december"),
        *[
            (said, "")
            for said in (
                "",
                "15",
                "may",
                "march in",
                "monthly",
                "today's",
                "fridays",
                "sunny",
                "midday",
                "weekend",
                "next month",
                "soon",
                "2026",
                "30 feb",
                "2026-02-30",
                "13/13",
                "13月5日",
                "32号",
                "周八",
                "周末",
                "下月",
                "年底",
                "改天",
                "+9999d",
                "999999999",
                "fri or mon",
                "15 dec 26",
            )
        ],
    ],
)
def test_what_is_no_day(said: str, meant: str) -> None:
    """What isn't in the grammar is refused, with the nearest words where it was a slip."""
    with pytest.raises(BadDay) as refusal:
        parse_day(said, AHEAD)
    assert refusal.value.facts() == {"said": said, "meant": meant}


@given(DAYS, DAYS, st.sampled_from(["en", "zh_CN"]))
def test_what_is_shown_can_be_typed(day: date, today: date, lang: str) -> None:
    """Each way of showing a day reads back as that day, if it is ahead or names its year."""
    context = DayContext(today)
    assert parse_day(show_day_iso(day, lang), context) == day
    if day >= today or day.year != today.year:
        assert parse_day(show_day(day, today, lang), context) == day


@given(DAYS, st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun", *WEEKDAY_NAMES_ZH]))
def test_weekdays_lie_within_a_week(today: date, said: str) -> None:
    """A bare weekday is 1 to 7 days ahead, or as many back, and never today."""
    ahead = parse_day(said, DayContext(today))
    back = parse_day(said, DayContext(today, direction=Direction.BACKWARD))
    assert 1 <= (ahead - today).days <= 7
    assert 1 <= (today - back).days <= 7
    assert ahead.weekday() == back.weekday()


@given(DAYS, st.integers(1, 12), st.integers(1, 28))
def test_yearless_is_nearest(today: date, month: int, day: int) -> None:
    """A date without a year is the nearest not in the past, or looking back not in the future."""
    said = f"{month}月{day}日"
    back = parse_day(said, DayContext(today, direction=Direction.BACKWARD))
    try:
        ahead = parse_day(said, DayContext(today))
    except UnclearDay:
        assert 0 < (today - back).days <= 90
    else:
        assert today <= ahead < today + timedelta(days=366)
        assert back == today or (today - back).days > 90
    assert today - timedelta(days=366) < back <= today


@pytest.mark.parametrize("said", ["23 nov", "Sept 5", "11月20日", "mon 16 nov 2026", "20 nov"])
def test_a_date_just_gone_by_is_unclear(said: str) -> None:
    """Looking ahead, a yearless date of the last 90 days may be this year's or next year's."""
    context = DayContext(date(2026, 11, 24))
    if "2026" in said:
        assert parse_day(said, context) == date(2026, 11, 16)
        return
    with pytest.raises(UnclearDay) as unclear:
        parse_day(said, context)
    assert (unclear.value.first[:4], unclear.value.second[:4]) == ("2026", "2027")


@given(st.text(max_size=25), DAYS)
def test_any_text_is_a_day_or_refused(said: str, today: date) -> None:
    """No text breaks the reader: it is a day, or refused as bad or unclear."""
    with suppress(BadDay, UnclearDay):
        assert isinstance(parse_day(said, DayContext(today)), date)


@pytest.mark.parametrize(
    ("said", "interval"),
    [
        ("+3d", Interval(days=3)),
        ("2w", Interval(days=14)),
        ("1m", Interval(months=1)),
        ("3 wks", Interval(days=21)),
        ("2 weeks", Interval(days=14)),
        ("in two months", Interval(months=2)),
        ("a week", Interval(days=7)),
        ("3天", Interval(days=3)),
        ("2周", Interval(days=14)),
        ("两周", Interval(days=14)),
        ("1个月", Interval(months=1)),
        ("一个星期", Interval(days=7)),
        ("十天", Interval(days=10)),
        ("90天", Interval(days=90)),
        ("-3d", None),
        ("3 days ago", None),
        ("10mg", None),
        ("5 min", None),
        ("3日", None),
        ("1y", None),
        ("fri", None),
        ("", None),
    ],
)
def test_intervals(said: str, interval: Interval | None) -> None:
    """An interval is days, weeks or months ahead, and nothing else."""
    assert parse_interval(said) == interval


def test_months_end_where_months_end() -> None:
    """A month after 31 January is the last of February; a year of them comes back to the 31st."""
    assert Interval(months=1).after(date(2028, 1, 31)) == date(2028, 2, 29)
    assert Interval(months=12).after(date(2026, 1, 31)) == date(2027, 1, 31)
    assert Interval(months=2, days=1).after(date(2026, 3, 1), times=-1) == date(2025, 12, 31)


@pytest.mark.parametrize("said", ["明天", "+3d", "1m", "next week"])
def test_the_calendar_ends(said: str) -> None:
    """A day behind the calendar's last one is refused like any that doesn't exist."""
    with pytest.raises(BadDay):
        parse_day(said, DayContext(date.max))
