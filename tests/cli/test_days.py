"""Days as commands take them: forward in promises, backward in filters."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from repplan.cli.days import ahead, since, take_day
from repplan.cli.runtime import Runtime
from repplan.clock import read_clock
from repplan.errors import BadDay, UnclearDay
from repplan.i18n.phrases import hint_of
from repplan.ids import Ids
from repplan.store.doors import Doors


@pytest.fixture
def runtime() -> Runtime:
    """Return the runtime of a Tuesday, the month not written first."""
    return Runtime(Doors(Path("none")), "en", read_clock(), Ids("x"), is_month_first=False)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("fri", date(2026, 11, 27)),
        ("next fri", date(2026, 12, 4)),
        ("+3d", date(2026, 11, 27)),
        ("15 dec", date(2026, 12, 15)),
        ("下周三", date(2026, 12, 2)),
        ("10 jan", date(2027, 1, 10)),
    ],
)
def test_ahead(runtime: Runtime, said: str, day: date) -> None:
    """In promises and plans a day lies ahead."""
    assert ahead(runtime, said) == day


def test_a_day_just_gone_by_is_unclear(runtime: Runtime) -> None:
    """Nobody plans for a day two weeks ago in a year's time: it is asked, not guessed."""
    with pytest.raises(UnclearDay) as refusal:
        ahead(runtime, "10 nov")
    assert hint_of(refusal.value) == "Write it with its year: 2026-11-10 or 2027-11-10."
    with pytest.raises(UnclearDay) as refusal:
        ahead(runtime, "3/4")
    assert "Write the month as a word" in hint_of(refusal.value)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("fri", "2026-11-20"),
        ("3 wks", "2026-11-03"),
        ("两周", "2026-11-10"),
        ("1m", "2026-10-24"),
        ("10 nov", "2026-11-10"),
        ("2026-10-01", "2026-10-01"),
    ],
)
def test_since(runtime: Runtime, said: str, day: str) -> None:
    """In filters a day lies behind, and an interval counts back from today."""
    assert since(runtime, said) == day


@pytest.mark.parametrize("said", ["firday", "", "99999 weeks", "9999999999999 d"])
def test_no_day(runtime: Runtime, said: str) -> None:
    """What is no day, or lies outside the calendar, is refused."""
    for read in (since, ahead):
        with pytest.raises(BadDay):
            read(runtime, said)


@pytest.mark.parametrize(
    ("text", "rest", "day"),
    [
        ("renal table by fri", "renal table", date(2026, 11, 27)),
        ("周五前发剂量表", "发剂量表", date(2026, 11, 27)),
        ("call Dr May", "call Dr May", None),
        ("renal table", "renal table", None),
        ("by fri", "", date(2026, 11, 27)),
        ("renal table by yesterday", "renal table by yesterday", None),
        ("data reviewed by last week", "data reviewed by last week", None),
    ],
)
def test_take_day(runtime: Runtime, text: str, rest: str, day: date | None) -> None:
    """A day at the end or the start is taken out; the rest stays as typed."""
    assert take_day(runtime, text, []) == (rest, day)


def test_take_day_asks_nothing(runtime: Runtime) -> None:
    """A near miss and a day that reads two ways are refused, not guessed."""
    with pytest.raises(BadDay) as near:
        take_day(runtime, "table by firday", [])
    assert near.value.meant == "friday"
    with pytest.raises(BadDay):
        take_day(runtime, "table by 31/11", [])
    with pytest.raises(UnclearDay) as unclear:
        take_day(runtime, "table by 3/4", [])
    assert (unclear.value.first, unclear.value.second) == ("2027-03-04", "2027-04-03")
