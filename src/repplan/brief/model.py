"""What a brief holds: who, when, and the sections in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import N_
from repplan.records import dataclass

if TYPE_CHECKING:
    from datetime import date, time

    from repplan.accounts.model import Account
    from repplan.day import BriefSection
    from repplan.providers.model import Affiliation, Provider
    from repplan.visits.model import Visit

SECTIONS = (
    "owed", "stops", "person", "last", "objective", "message", "objections", "questions", "bring",
    "access",
)  # fmt: skip
"""Every section, in order; JSON always has all of them."""

IN = N_("IN")
OWED = N_("OWED")
THEY = N_("THEY")
STOP = N_("STOP")
LIKES = N_("LIKES")
CARES = N_("CARES")
NOTE = N_("NOTE")
LAST = N_("LAST")
TODAY = N_("TODAY")
IF = N_("IF")
WHEN = N_("WHEN")
ALSO = N_("ALSO")
AFTER = N_("AFTER")


@dataclass(frozen=True)
class Brief:
    """One brief. ``provider`` is None for a group visit: then ``account`` is what it is about.

    ``others`` are the names of who else is expected, colleagues among them.
    ``start`` is the local time of the planned visit, None where there is none or it is unknown;
    ``header`` is the inbox header to type notes under.
    """

    as_of: date
    provider: Provider | None
    account: Account | None
    places: tuple[Affiliation, ...]
    visit: Visit | None
    start: time | None
    sections: tuple[BriefSection, ...]
    header: str
    others: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Whom it is about, in full."""
        return self.provider.name if self.provider else self.account.name if self.account else ""
