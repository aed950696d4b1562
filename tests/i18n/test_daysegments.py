"""Where a segment's day stands, what is left without it, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.i18n.dates import DayContext, Direction, FoundDay, NearMissDay, day_in_segment

AHEAD = DayContext(date(2026, 11, 24))
NAMES = ("周一鸣", "王建国", "May", "Sun Li")


@pytest.mark.parametrize(
    ("segment", "day", "rest"),
    [
        ("send renal table by fri", "2026-11-27", "send renal table"),
        ("renal table on Friday.", "2026-11-27", "renal table"),
        ("table before next wed", "2026-12-02", "table"),
        ("table (by fri)", "2026-11-27", "table"),
        ("send table by 12/15", "2026-12-15", "send table"),
        ("send table by sun", "2026-11-29", "send table"),
        ("send table by the 15th", "2026-12-15", "send table"),
        ("send by May 15", "2027-05-15", "send"),
        ("call her by the end of the week", "2026-11-27", "call her"),
        ("send it fri", "2026-11-27", "send it"),
        ("send it next fri", "2026-12-04", "send it"),
        ("text her friday", "2026-11-27", "text her"),
        ("send it tomorrow", "2026-11-25", "send it"),
        ("send it 15 dec", "2026-12-15", "send it"),
        ("send it in 3d", "2026-11-27", "send it"),
        ("send table - fri", "2026-11-27", "send table"),
        ("slides for Friday", "2026-11-27", "slides"),
        ("send table by fri 2pm", "2026-11-27", "send table 2pm"),
        ("send fri at 8:40", "2026-11-27", "send 8:40"),
        ("by fri send table", "2026-11-27", "send table"),
        ("by fri: what she asked on monday", "2026-11-27", "what she asked on monday"),
        ("by Wed, 2 Dec send table", "2026-12-02", "send table"),
        ("friday: send table", "2026-11-27", "send table"),
        ("Friday send table", "2026-11-27", "send table"),
        ("tomorrow call Dana", "2026-11-25", "call Dana"),
        ("fri 8:40", "2026-11-27", "8:40"),
        ("fri", "2026-11-27", ""),
        ("sun", "2026-11-29", ""),
        ("2w", "2026-12-08", ""),
        ("by fri", "2026-11-27", ""),
        ("周五前给剂量表", "2026-11-27", "给剂量表"),
        ("礼拜五之前 给剂量表", "2026-11-27", "给剂量表"),
        ("给剂量表 周五前", "2026-11-27", "给剂量表"),
        ("发剂量表12月15日前", "2026-12-15", "发剂量表"),
        ("给剂量表，明天", "2026-11-25", "给剂量表"),
        ("下周三发资料", "2026-12-02", "发资料"),
        ("下周 发资料", "2026-11-30", "发资料"),
        ("我周五前给他剂量表", "2026-11-27", "我给他剂量表"),
        ("他说会下周三给名单", "2026-12-02", "他说会给名单"),
        ("王建国主任周五前给名单", "2026-11-27", "王建国主任给名单"),
        ("最晚下周三给", "2026-12-02", "给"),
        ("明天和他见面", "2026-11-25", "和他见面"),
        ("明天到科室送资料", "2026-11-25", "到科室送资料"),
        ("周五下午3点前给", "2026-11-27", "下午3点前给"),
        ("3天内发资料", "2026-11-27", "发资料"),
        ("15号发资料", "2026-12-15", "发资料"),
        ("发资料 15号", "2026-12-15", "发资料"),
        ("月底前给", "2026-11-30", "给"),
        ("周五前", "2026-11-27", ""),
        ("Straße İpek table by fri", "2026-11-27", "Straße İpek table"),
    ],
)
def test_days_are_found(segment: str, day: str, rest: str) -> None:
    """The day at the end or the start is taken out, and the rest still reads."""
    found = day_in_segment(segment, AHEAD, names=NAMES)
    assert isinstance(found, FoundDay)
    assert (found.on.isoformat(), found.rest) == (day, rest)


@pytest.mark.parametrize(
    "segment",
    [
        "",
        "send the renal table",
        "Friday clinic list to her",
        "Friday's clinic",
        "today's list",
        "monthly report",
        "every friday",
        "on mondays",
        "out since monday",
        "clinic mon-fri",
        "clinic mon - fri",
        "fri and sat clinic",
        "where she sat",
        "reduce by half",
        "by midday",
        "send table 12/15",
        "taken for 2 weeks",
        "asked yesterday",
        "slides from last friday",
        "send to Dr May",
        "introduced by May",
        "ask Sun Li by sun li",
        "by Dr. Sun",
        "周一鸣要资料",
        "给周一鸣发资料",
        "资料给周一鸣",
        "周一到周三门诊",
        "周一、周三门诊",
        "门诊每周三",
        "每周三门诊",
        "明天的手术",
        "3天前问的",
        "15号病房",
        "住院楼3号",
        "在3号楼见面",
        "第15日",
    ],
)
def test_text_stays_text(segment: str) -> None:
    """Names, habits, stretches, numbers and what lies behind are no day of the segment."""
    assert day_in_segment(segment, AHEAD, names=NAMES) is None


@pytest.mark.parametrize(
    ("segment", "said", "meant"),
    [
        ("send table by firday", "firday", "friday"),
        ("send table tomorow", "tomorow", "tomorrow"),
        ("by firday send table", "firday", "friday"),
        ("send it next wenesday", "next wenesday", "next wednesday"),
        ("send it nex friday", "nex friday", "next friday"),
        ("table by 15 decmber", "15 decmber", "15 december"),
        ("table by feb 30", "feb 30", ""),
        ("2月30日前给", "2月30日", ""),
        ("table by 3/4", "3/4", "2027-03-04 / 2027-04-03"),
        ("本周一前给", "本周一", "2026-11-23 / 2026-11-30"),
        ("发指南解读 周八前", "周八", ""),
        ("周八前发指南解读", "周八", ""),
        ("我下周九前发资料", "下周九", ""),
        ("最晚周8发资料", "周8", ""),
        ("星期八发资料", "星期八", ""),
        ("发资料 礼拜九", "礼拜九", ""),
        ("週八前发资料", "週八", ""),
        ("发资料 周舞前", "周舞", "周五"),
        ("下周伍之前发资料", "下周伍", "下周五"),
        ("星期无前发资料", "星期无", "星期五"),
    ],
)
def test_near_misses_ask(segment: str, said: str, meant: str) -> None:
    """Where a day should stand and none does, the words and what they may mean come back."""
    assert day_in_segment(segment, AHEAD) == NearMissDay(said, meant)


@pytest.mark.parametrize(
    "segment",
    [
        "把资料给周九",
        "周八一的资料",
        "发给周武",
        "周易前言",
        "在周田医生那里见面",
        "本周以前没有",
        "8周前做过",
        "第8周8人",
    ],
)
def test_a_chinese_name_is_no_slip(segment: str) -> None:
    """周 begins names as well as weekdays: without 前 nothing is asked."""
    assert day_in_segment(segment, AHEAD) is None


def test_a_name_close_to_a_day_is_no_slip() -> None:
    """A known Frida is not a misspelled Friday."""
    assert day_in_segment("introduced by Frida", AHEAD, names=["Frida Holm"]) is None


def test_looking_back_takes_days_behind() -> None:
    """Looking back, a bare day is the last one, and a day ahead is text."""
    back = DayContext(AHEAD.today, direction=Direction.BACKWARD)
    found = day_in_segment("saw her yesterday", back)
    assert found == FoundDay(date(2026, 11, 23), "saw her", "yesterday")
    assert day_in_segment("see her tomorrow", back) is None


@given(st.text(max_size=40), st.lists(st.text(max_size=5), max_size=3))
def test_any_segment_is_read(segment: str, names: list[str]) -> None:
    """No text breaks the reader, and a found day leaves no more than what was there."""
    found = day_in_segment(segment, AHEAD, names=names)
    if isinstance(found, FoundDay):
        assert found.said in segment
        assert len(found.rest) <= len(segment)
