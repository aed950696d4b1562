"""Settings: typed once, with defaults that hold, and values that are checked."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING

import pytest

from repplan.config import SETTINGS, Cadence, Settings, check_setting, read_settings
from repplan.errors import BadValue, NotFound
from repplan.workdays import Workdays

if TYPE_CHECKING:
    import sqlite3


@pytest.mark.parametrize("name", SETTINGS)
def test_every_default_fits_its_own_pattern(name: str) -> None:
    """A default that ``config set`` would refuse is a mistake."""
    assert re.fullmatch(SETTINGS[name].allowed, SETTINGS[name].default)


def test_a_new_store_has_the_defaults(db: sqlite3.Connection) -> None:
    """Nothing is stored until it differs."""
    settings = read_settings(db)
    assert settings.hours == (time(8, 30), time(17, 30))
    assert settings.workdays == Workdays(frozenset({1, 2, 3, 4, 5}))
    assert settings.cadence("A") == Cadence(28, 56)
    assert settings.cadence("D") is None
    assert settings.cadence(None) is None


@pytest.mark.parametrize(
    ("said", "days"),
    [("1-5", {1, 2, 3, 4, 5}), ("7-4", {7, 1, 2, 3, 4}), ("2-6", {2, 3, 4, 5, 6})],
)
def test_a_working_week_may_begin_on_any_day(said: str, days: set[int]) -> None:
    """Sunday to Thursday is a working week too."""
    assert Settings({"workdays": said}).workdays.weekdays == days


def test_a_maximum_below_the_ideal_gap_is_the_ideal_gap() -> None:
    """A cadence's maximum is never shorter than its ideal."""
    assert Settings({"cadence.a": "30/10"}).cadence("A") == Cadence(30, 30)


@pytest.mark.parametrize(
    ("name", "value"),
    [("hours", "8-17"), ("hours", "25:00-26:00"), ("policy", "fr"), ("cadence.a", "often")],
)
def test_a_value_that_does_not_fit_is_refused(name: str, value: str) -> None:
    """A setting holds only what can be read back."""
    with pytest.raises(BadValue):
        check_setting(name, value)


def test_a_setting_that_is_none_names_its_neighbours() -> None:
    """A misspelt setting is answered with those of its room."""
    with pytest.raises(NotFound) as refused:
        check_setting("cadence.z", "1/2")
    assert "cadence.a" in refused.value.nearest
