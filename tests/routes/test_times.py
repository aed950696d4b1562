"""Weekdays and hours in words: what reps write is read, what may mean something else is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.routes.model import DAY_MIN
from repplan.routes.times import Times, open_on, read_times

FIVE = "12345"


def told(said: str | None) -> list[str]:
    """Return what was read as a person would write it: ``24 8:00-12:00``; ``!`` where it is shut."""
    return [
        f"{'' if one.is_open else '!'}{''.join(map(str, sorted(one.weekdays)))} "
        f"{one.first // 60}:{one.first % 60:02}-{one.until // 60}:{one.until % 60:02}"
        for one in read_times(said)
    ]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        # Weekdays.
        ("Tue", ["2 0:00-24:00"]),
        ("Tuesdays and Thursdays", ["24 0:00-24:00"]),
        ("Tue/Thu", ["24 0:00-24:00"]),
        ("Mon, Wed & Fri", ["135 0:00-24:00"]),
        ("mon-wed, fri", ["1235 0:00-24:00"]),
        ("Tues. or Thurs.", ["24 0:00-24:00"]),
        ("fri-mon", ["1567 0:00-24:00"]),
        ("weekdays", [f"{FIVE} 0:00-24:00"]),
        ("M-W-F", ["135 0:00-24:00"]),
        # Hours.
        ("8-12", [" 8:00-12:00"]),
        ("9-5", [" 9:00-17:00"]),
        ("1-5", [" 13:00-17:00"]),
        ("11-1", [" 11:00-13:00"]),
        ("12-1", [" 12:00-13:00"]),
        ("10am-2pm", [" 10:00-14:00"]),
        ("2-4pm", [" 14:00-16:00"]),
        ("10-2pm", [" 10:00-14:00"]),
        ("7-9 pm", [" 19:00-21:00"]),
        ("8 a.m. - 12 p.m.", [" 8:00-12:00"]),
        ("8a-5p", [" 8:00-17:00"]),
        ("8.30 to 11.45", [" 8:30-11:45"]),
        ("0800-1200", [" 8:00-12:00"]),
        ("8h30-11h", [" 8:30-11:00"]),
        ("noon-1", [" 12:00-13:00"]),
        ("8 til noon", [" 8:00-12:00"]),
        ("8 till noon", [" 8:00-12:00"]),
        ("nine to eleven", [" 9:00-11:00"]),
        ("between 8 and 10", [" 8:00-10:00"]),
        ("from 8 to 10", [" 8:00-10:00"]),
        ("6am-2pm", [" 6:00-14:00"]),
        ("06:00-08:00", [" 6:00-8:00"]),
        ("6-8 pm", [" 18:00-20:00"]),
        ("6-8 in the morning", [" 6:00-8:00"]),
        ("evenings 6-8", [" 18:00-20:00"]),
        ("afternoon 1:30-3", [" 13:30-15:00"]),
        ("20-22", [" 20:00-22:00"]),
        ("20:00-22:00", [" 20:00-22:00"]),
        ("8:00-22:00", [" 8:00-22:00"]),
        ("7-10 pm", [" 19:00-22:00"]),
        ("Tue 18-23", ["2 18:00-23:00"]),
        ("晚上8点-10点", [" 20:00-22:00"]),
        ("周二20:00-22:00", ["2 20:00-22:00"]),
        ("8-10 and 14-16", [" 8:00-10:00", " 14:00-16:00"]),
        # Before, after.
        ("before nine", [" 0:00-9:00"]),
        ("after 3pm", [" 15:00-24:00"]),
        ("after 4", [" 16:00-24:00"]),
        ("until noon", [" 0:00-12:00"]),
        ("before 9 or after 4", [" 0:00-9:00", " 16:00-24:00"]),
        ("after 9 and before 11", [" 9:00-11:00"]),
        ("from 10:30", [" 10:30-24:00"]),
        # Halves of days.
        ("mornings", [" 8:00-12:00"]),
        ("Tue am", ["2 8:00-12:00"]),
        ("mornings before 10", [" 8:00-10:00"]),
        ("afternoons after 3", [" 15:00-17:30"]),
        ("Tue a.m., Thu p.m.", ["2 8:00-12:00", "4 13:00-17:30"]),
        ("am or pm", [" 8:00-12:00", " 13:00-17:30"]),
        # Days with hours.
        ("Tue, Thu 8-12 clinic", ["24 8:00-12:00"]),
        ("M-F 8-5", [f"{FIVE} 8:00-17:00"]),
        ("Mo-Fr 08:00-12:00", [f"{FIVE} 8:00-12:00"]),
        ("MWF 8-12", ["135 8:00-12:00"]),
        ("T/Th 1-5pm", ["24 13:00-17:00"]),
        ("Mon thru Thu 9am-4pm", ["1234 9:00-16:00"]),
        ("9-11 on Tuesdays", ["2 9:00-11:00"]),
        ("mornings, Tue and Thu", ["24 8:00-12:00"]),
        ("Tue: 8-10, 2-4", ["2 8:00-10:00", "2 14:00-16:00"]),
        ("Mon 8-12, Wed 1-5", ["1 8:00-12:00", "3 13:00-17:00"]),
        ("Mon 8-12 / Wed 1-5", ["1 8:00-12:00", "3 13:00-17:00"]),
        ("Mon 8-12 Wed 1-5", ["1 8:00-12:00", "3 13:00-17:00"]),
        ("Mon & Wed 8-12; Tue: 1-5", ["13 8:00-12:00", "2 13:00-17:00"]),
        ("Mon 8-12\nFri (9-11)", ["1 8:00-12:00", "5 9:00-11:00"]),
        ("Tue - 8-10", ["2 8:00-10:00"]),
        ("Tue 8-12; ask for Dana", ["2 8:00-12:00"]),
        ("Tue clinic, Wed ward 2-4", ["2 0:00-24:00", "3 14:00-16:00"]),
        ("office hours 8:30-4:30", [" 8:30-16:30"]),
        # Nobody receives.
        ("Thu theatre", ["!4 0:00-24:00"]),
        ("theatre Tue & Thu", ["!24 0:00-24:00"]),
        ("Thu OR", ["!4 0:00-24:00"]),
        ("OR day Thursday", ["!4 0:00-24:00"]),
        ("closed Fri pm", ["!5 13:00-17:30"]),
        ("Tue clinic Thu theatre", ["2 0:00-24:00", "!4 0:00-24:00"]),
        ("Tue 8-12, Thu theatre", ["2 8:00-12:00", "!4 0:00-24:00"]),
        ("Mon Wed clinic, Thu theatre", ["13 0:00-24:00", "!4 0:00-24:00"]),
        ("Mon-Fri 8-12, not Wed", [f"{FIVE} 8:00-12:00", "!3 0:00-24:00"]),
        ("Mon-Fri 8-12 except Wed", [f"{FIVE} 8:00-12:00", "!3 0:00-24:00"]),
        ("not before 10", ["! 0:00-10:00"]),
        ("never Mondays", ["!1 0:00-24:00"]),
        ("8-5, closed 12-1", [" 8:00-17:00", "! 12:00-13:00"]),
        # Chinese.
        ("周二上午", ["2 8:00-12:00"]),
        ("周二、四上午", ["24 8:00-12:00"]),
        ("周一三五下午", ["135 13:00-17:30"]),
        ("週二、週四門診", ["24 0:00-24:00"]),
        ("星期一到星期五 8:00-11:30", [f"{FIVE} 8:00-11:30"]),
        ("周一至五上午", [f"{FIVE} 8:00-12:00"]),
        ("周1-5 8：00～12：00", [f"{FIVE} 8:00-12:00"]),
        ("每周二下午专家门诊", ["2 13:00-17:30"]),
        ("下午两点到四点", [" 14:00-16:00"]),
        ("上午8点半-11点", [" 8:30-11:00"]),
        ("上午8点-下午5点", [" 8:00-17:00"]),
        ("上午9点前", [" 0:00-9:00"]),
        ("下午3点以后", [" 15:00-24:00"]),
        ("周二十点到十二点", ["2 10:00-12:00"]),
        ("周五五点前", ["5 0:00-17:00"]),
        ("中午", [" 11:30-13:30"]),
        ("工作日上午", [f"{FIVE} 8:00-12:00"]),
        ("周二上午，周四下午", ["2 8:00-12:00", "4 13:00-17:30"]),
        ("周二门诊周四手术", ["2 0:00-24:00", "!4 0:00-24:00"]),
        ("周四手术日；周二门诊 8:00-11:30", ["!4 0:00-24:00", "2 8:00-11:30"]),
        ("周三停诊", ["!3 0:00-24:00"]),
        ("上午8:00-12:00、下午14:00-17:00", [" 8:00-12:00", " 14:00-17:00"]),
    ],
)
def test_what_is_read(said: str, found: list[str]) -> None:
    """What reps write of weekdays and hours is read as they mean it."""
    assert told(said) == found


@pytest.mark.parametrize(
    "said",
    [
        None, "", " ", ";,;", "-",
        # No hours of a day, or not which ones.
        "25:00", "8-25", "8:75-9", "13am-2pm", "am 2pm-3", "8", "room 8", "at 8", "Tue 8:30", "6-8",
        "before 7", "8:03-8:07", "12-24", "11-24", "3-12", "12-12", "08:00-05:00", "24/7",
        # Dates, telephones, rooms, years.
        "Nov 24", "24.12.", "2026-11-24", "11/24", "24.11.-26.11.", "11.24-11.26", "24 Nov 8-12",
        "11-22", "12-22", "1-22", "20.10-22.10", "Nov 20-22", "20-22 Nov", "11月20-22日", "room 20-22",
        "555-1234", "(216) 444-2200", "1-800-555-1234", "13800138000", "2024-2026", "2025-2030",
        "room 8-12", "C8-12", "3号楼5层", "302诊室", "周二 302诊室", "ext 1200-1400",
        # Words.
        "by appointment", "after rounds", "between patients", "ask Dana", "call first", "surgery",
        "likes coffee on Tuesdays", "never met", "sat by the window", "查房后", "预约", "早会后",
        # Not each week, or not all of it.
        "1st Tue 8-12", "every other Wed", "first and third Tuesday", "单周周二", "每月第一个周二",
        "Tue 8-12, odd weeks", "Tue 8-12 (call first)", "maybe Tue", "early mornings",
        # Two meanings.
        "Tue OR Thu", "TUE OR THU 8-12", "Tue 8-12, Thu", "Tue; Thu 8-12", "8-12; Thu 1-5",
        "Mon-Wed-Fri", "theatre Tue clinic Thu", "not Mon, Fri am", "8-12, 11-14", "no clinic Thu",
        "Tue 8-12; Thu by appointment", "Thu, theatre", "closed", "lunch 12-1", "Tue to",
        "8-12 Tue, 2-4", "周二到四点", "周8", "周二一楼", "8-10-12", "after 3 until",
    ],
)  # fmt: skip
def test_what_is_not_read(said: str | None) -> None:
    """A misreading is worse than none: dates, rooms, prose and what has two meanings bind nobody."""
    assert told(said) == []


@pytest.mark.parametrize(
    ("said", "weekday", "found"),
    [
        ("Tue, Thu 8-12", 2, [(480, 720)]),
        ("Tue, Thu 8-12", 3, []),
        ("8-12", 3, [(480, 720)]),
        ("Thu theatre", 4, []),
        ("Thu theatre", 3, None),
        ("closed Fri pm", 5, [(0, 780), (1050, 1440)]),
        ("8-5, closed 12-1", 1, [(480, 720), (780, 1020)]),
        ("Mon-Fri 8-12, not Wed", 3, []),
        ("Mon-Fri 8-12, not Wed", 4, [(480, 720)]),
        ("Tue 8-10, Tue 10-11", 2, [(480, 660)]),
        ("before 9 or after 4", 7, [(0, 540), (960, 1440)]),
        ("by appointment", 1, None),
    ],
)
def test_when_somebody_is_there(
    said: str, weekday: int, found: list[tuple[int, int]] | None
) -> None:
    """Hours written for some weekdays leave none for the others; what is shut is taken out."""
    assert open_on(read_times(said), weekday) == found


SPANS = st.tuples(st.integers(0, DAY_MIN), st.integers(0, DAY_MIN)).map(sorted)
TIMES = st.builds(
    lambda days, span, is_open: Times(days, span[0], span[1] + 1, is_open),
    st.frozensets(st.integers(1, 7)),
    SPANS,
    st.booleans(),
)


@given(times=st.lists(TIMES, max_size=6), weekday=st.integers(1, 7))
def test_each_minute_is_open_or_not(times: list[Times], weekday: int) -> None:
    """A minute is open where something opens it, or nothing is said of opening, and nothing shuts it."""
    found = open_on(times, weekday)
    today = [one for one in times if weekday in one.weekdays or not one.weekdays]
    is_said = any(one.is_open for one in times) or any(not one.is_open for one in today)
    assert (found is None) == (not is_said)
    if found is None:
        return
    for minute in {edge + by for one in times for edge in (one.first, one.until) for by in (-1, 0)}:
        if not 0 <= minute < DAY_MIN:
            continue
        there = [one for one in today if one.first <= minute < one.until]
        is_open = not any(not one.is_open for one in there) and (
            any(one.is_open for one in there) or not any(one.is_open for one in times)
        )
        assert any(first <= minute < until for first, until in found) == is_open
    assert all(until < begins for (_, until), (begins, _) in pairwise(found))


@given(
    said=st.text(
        st.sampled_from("tue mon 8-12:30pm,;/&周二四上午点半 not theatre(.)至前"), max_size=24
    )
)
def test_whatever_is_written(said: str) -> None:
    """No text breaks the reading, and all that is read lies within one day."""
    for one in read_times(said):
        assert 0 <= one.first < one.until <= DAY_MIN
        assert one.weekdays <= set(range(1, 8))
