"""How promises end, when they are due, which one is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from repplan.config import Settings
from repplan.errors import NotAhead
from repplan.followups import rules

TUESDAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Item:
    """Anything that can be meant by its words."""

    what: str


@pytest.mark.parametrize(
    ("due_on", "state"),
    [(None, "kept"), ("2026-11-24", "kept"), ("2026-11-25", "kept"), ("2026-11-23", "late")],
)
def test_closing_state(due_on: str | None, state: str) -> None:
    """On or before its day a promise is kept, after it late; without a day it is kept."""
    assert rules.closing_state(due_on, TUESDAY) == state


def test_assumed_due_follows_the_settings() -> None:
    """How many working days, and which, the rep sets."""
    assert rules.assumed_due(TUESDAY, Settings()) == date(2026, 11, 26)
    assert rules.assumed_due(TUESDAY, Settings({"promise.days": "5"})) == date(2026, 12, 1)
    assert rules.assumed_due(TUESDAY, Settings({"workdays": "7-2"})) == date(2026, 11, 30)


def test_snooze_is_to_come() -> None:
    """Putting off until today or before is no putting off."""
    rules.check_snooze(date(2026, 11, 25), TUESDAY)
    for until in (TUESDAY, date(2026, 11, 20)):
        with pytest.raises(NotAhead):
            rules.check_snooze(until, TUESDAY)


@pytest.mark.parametrize(
    ("words", "what", "is_it"),
    [
        ("table", "renal dosing table", True),
        ("tab", "renal dosing table", True),
        ("renal table", "Renal dosing TABLE", True),
        ("the table", "renal dosing table", True),
        ("able", "renal dosing table", False),
        ("table copay", "renal dosing table", False),
        ("follow-up", "follow up visit", True),
        ("follow up", "follow-up visit", True),
        ("cafe", "Café voucher", True),
        ("剂量表", "肾功能剂量表", True),
        ("剂量", "发肾功能剂量表 eGFR", True),
        ("egfr", "发肾功能剂量表eGFR", True),
        ("量剂", "肾功能剂量表", False),
        ("the", "a table", False),
        ("the", "the table", True),
        ("", "anything", True),
        ("%", "100 % of it", False),
    ],
)
def test_is_about(words: str, what: str, *, is_it: bool) -> None:
    """Beginnings of words, in any order; any part of Chinese; little words needn't be there."""
    assert rules.is_about(words.casefold().split(), what) is is_it


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("renal table", ["renal dosing table"]),
        ("sent her the renal table", ["renal dosing table"]),
        ("table handed over", ["renal dosing table"]),
        ("gave copay sheet and card", ["copay sheet"]),
        ("剂量表给了", ["肾功能剂量表"]),
        ("已发指南", ["指南解读"]),
        ("指南给了他", ["指南解读"]),
        ("sheet table", ["copay sheet", "renal dosing table"]),
        ("sent it", []),
        ("给了", []),
        ("coffee", []),
        ("", []),
    ],
)
def test_meant(said: str, meant: list[str]) -> None:
    """The words round an item don't hide it; what doesn't tell items apart names them all."""
    items = [
        Item(what) for what in ("copay sheet", "renal dosing table", "肾功能剂量表", "指南解读")
    ]
    assert [item.what for item in rules.meant(said, items)] == meant


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("step edit via amy", ("step edit", "amy")),
        ("step edit, via Amy Chu.", ("step edit", "Amy Chu")),
        ("请外院专家来科会,通过小何", ("请外院专家来科会", "小何")),
        ("请外院专家来科会 由赵经理", ("请外院专家来科会", "赵经理")),
        ("via amy", None),
        ("trivial pursuit", None),
        ("send it", None),
    ],
)
def test_split_via(text: str, parts: tuple[str, str] | None) -> None:
    """The name behind ``via`` at the end is whom it may wait on."""
    assert rules.split_via(text) == parts
