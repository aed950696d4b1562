"""What tells most texts without a pattern never hides one that a rule reads."""

from __future__ import annotations

from datetime import date

import pytest

from repplan.i18n.daycontext import DayContext
from repplan.i18n.dayrules import RULES, Rule, parts
from repplan.i18n.days import read_day
from repplan.i18n.daywords import COUNTS, MONTHS, SHIFTS, WEEKDAYS

CTX = DayContext(date(2026, 11, 24))

NO_DAYS = (
    "周八",
    "下周9",
    "礼拜八",
    "本星期十",
    "下下下周",
    "下下下个月",
    "31/11",
    "32/13",
    "13/32",
)
"""The shape of a day, and none."""

TEXTS = (
    *WEEKDAYS,
    *(f"{shift} {day}" for shift in ("this", "coming", "next", "nxt", "last") for day in WEEKDAYS),
    *(f"{day} next week" for day in WEEKDAYS),
    *(f"next week {day}" for day in WEEKDAYS),
    *(f"end of {month}" for month in MONTHS),
    *(f"{count} {unit}" for count in COUNTS for unit in ("day", "days", "weeks", "months")),
    *(f"{number}{unit}" for number in (1, 20) for unit in ("d", " days", "w", " wks", "m", " mos")),
    *(f"15 {month}" for month in MONTHS),
    *(f"{month} 15th 2027" for month in MONTHS),
    *(f"{shift}周五" for shift in SHIFTS if not shift.isascii()),
    "next week", "past week", "eow", "end of week", "the end of the week", "eom", "end of month",
    "end of next month", "in a week", "+3d", "two weeks from now", "3 days ago", "within 2 weeks",
    "2026-12-01", "20261201", "12/1/2026", "12/15", "the 15th", "15th", "the 3rd of next month",
    "下周", "上个星期", "本周内", "下个礼拜内", "月底", "下个月末", "本月之内", "12月底", "十二月份末",
    "3天", "两周后", "一个月内", "三天之前", "半个月", "12月15日", "明年3月1号", "26年3月1日", "15号",
    "下个月15日", "十五日",
)  # fmt: skip
"""Texts of every rule, folded as the rules read them."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.pattern[:40])
def test_what_a_rule_needs_is_in_all_it_reads(rule: Rule) -> None:
    """Each rule reads some of these texts, and the same ones as its pattern alone."""
    texts = (*TEXTS, *NO_DAYS)
    by_pattern = [text for text in texts if parts(rule.pattern, text) is not None]
    assert by_pattern
    assert [text for text in texts if rule.parts(text) is not None] == by_pattern


@pytest.mark.parametrize("text", NO_DAYS)
def test_the_shape_of_a_day_and_none(text: str) -> None:
    """It reads as a day that doesn't exist, like the thirtieth of February."""
    reading = read_day(text, CTX)
    assert reading is not None
    assert reading.on is None


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_a_rule_reads_is_a_day(text: str) -> None:
    """A day's own words are looked for before the rules are: they miss none."""
    matched = [(rule, found) for rule in RULES if (found := parts(rule.pattern, text)) is not None]
    is_read = any(rule.read(found, CTX) for rule, found in matched)
    assert (read_day(text, CTX) is not None) == is_read
