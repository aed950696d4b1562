"""What a brief can't be given for."""

from __future__ import annotations

from typing import ClassVar

from repplan.errors import N_, NotFound, RepplanError
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


@dataclass(eq=False)
class IsAnAccount(NotFound):
    """A brief is for a person: these words are an account's name."""

    message: ClassVar[str] = N_(
        "{account} is an account: a brief is for a person, or for a visit planned there."
    )
    hint: ClassVar[str] = N_("Who is there: repplan map {said}      visits: repplan brief --day")
    account: str = ""
