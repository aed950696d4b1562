"""What a brief holds: who, when, and the sections in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import NP_
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

IN = NP_("brief", "IN")
OWED = NP_("brief", "OWED")
THEY = NP_("brief", "THEY")
STOP = NP_("brief", "STOP")
OPEN = NP_("brief", "OPEN")
DATE = NP_("brief", "DATE")
LEAVE = NP_("brief", "LEAVE")
LIKES = NP_("brief", "LIKES")
STANDS = NP_("brief", "STANDS")
CARES = NP_("brief", "CARES")
HABIT = NP_("brief", "HABIT")
COVER = NP_("brief", "COVER")
NOTE = NP_("brief", "NOTE")
LAST = NP_("brief", "LAST")
TODAY = NP_("brief", "TODAY")
SAY = NP_("brief", "SAY")
LIMIT = NP_("brief", "LIMIT")
NEW = NP_("brief", "NEW")
IF = NP_("brief", "IF")
ASK = NP_("brief", "ASK")
BRING = NP_("brief", "BRING")
WHEN = NP_("brief", "WHEN")
ALSO = NP_("brief", "ALSO")
AFTER = NP_("brief", "AFTER")


@dataclass(frozen=True)
class Brief:
    """One brief. ``provider`` is None for a group visit: then ``account`` is what it is about.

    ``others`` are the names of who else is expected, colleagues among them.
    ``start`` is the local time of the planned visit, None where there is none or it is unknown;
    ``header`` is the inbox header to type notes under; ``sequence`` is the version of the visit's
    event in a calendar, ``changed_at`` the instant of it, None: not known.
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
    sequence: int = 0
    changed_at: str | None = None

    @property
    def name(self) -> str:
        """Whom it is about, in full."""
        return self.provider.name if self.provider else self.account.name if self.account else ""
