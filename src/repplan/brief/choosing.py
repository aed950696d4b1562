"""What a brief can't be given for."""

from __future__ import annotations

from typing import ClassVar

from repplan.errors import N_, RepplanError
from repplan.records import dataclass


@dataclass(eq=False)
class NothingPlanned(RepplanError):
    """There is no planned visit to brief for."""

    slug: ClassVar[str] = "nothing-planned"
    exit_code: ClassVar[int] = 3
    message: ClassVar[str] = N_("No visit is planned.")
    hint: ClassVar[str] = N_(
        "Brief anybody: repplan brief WHO      plan: repplan visit plan WHO --at WHEN"
    )


@dataclass(eq=False)
class NothingPlannedOn(NothingPlanned):
    """There is none on that day; ``on`` is the day with its weekday."""

    message: ClassVar[str] = N_("No visit is planned on {on}.")
    on: str
