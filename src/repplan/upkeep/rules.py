"""Decisions of upkeep: which settings may begin a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.config import check_setting
from repplan.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping


def checked_settings(given: Mapping[str, str | None]) -> dict[str, str]:
    """Return the settings that were given, cleaned; an empty one keeps its default.

    Raises: BadValue, NotFound.
    """
    settings = {name: clean(said).strip() for name, said in given.items() if said is not None}
    for name, value in settings.items():
        if value:
            check_setting(name, value)
    return settings
