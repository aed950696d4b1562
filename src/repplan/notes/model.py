"""A note on a provider, in the field's words."""

from __future__ import annotations

from repplan.errors import NP_
from repplan.records import dataclass

PROFESSIONAL, PERSONAL = "professional", "personal"
SOURCES = ("told", "public")

ACHIEVEMENT = NP_("topic", "achievement")
"""The topic of a professional note: a congress, a paper, a talk, an award."""

INTEREST, FOOD, FAMILY, TEAM = (
    NP_("topic", "interest"), NP_("topic", "food"), NP_("topic", "family"), NP_("topic", "team"),
)  # fmt: skip
STORY, DRIVES, FRUSTRATES = (
    NP_("topic", "story"), NP_("topic", "drives"), NP_("topic", "frustrates"),
)  # fmt: skip
TOLD, DATE = NP_("topic", "told"), NP_("topic", "date")
AVOID, PLACE = NP_("topic", "avoid"), NP_("topic", "place")

TOPICS = (
    INTEREST, FOOD, FAMILY, TEAM, STORY, DRIVES, FRUSTRATES, TOLD, DATE, AVOID, PLACE,
)  # fmt: skip
"""What a personal note is about: ``told`` is a story that we told them, ``date`` comes back every
year, ``avoid`` isn't to be brought up, ``place`` is where business is never talked."""

OPENING_TOPICS = (INTEREST, FOOD, FAMILY, TEAM, STORY, DRIVES)
"""What a visit may be opened with; a note without a topic may be too."""

LEAVE_TOPICS = (AVOID, PLACE, TOLD)
"""What is left alone: also the story that they know."""

FRESH_DAYS = 365
"""For so long an achievement is something to open with."""


@dataclass(frozen=True)
class Note:
    """What is known about a provider. ``source``: told (by them), public, or None.

    ``topic`` is what it is about, one of the topics of its kind; ``happened_on`` the day of what it
    tells; ``yearly`` a day that comes back, MM-DD. Days are ISO text. ``expires_on`` is the last
    day on which it counts; None: it stays.
    """

    id: str
    ref: str
    provider_id: str
    visit_id: str | None
    kind: str
    topic: str | None
    text: str
    source: str | None
    noted_on: str
    happened_on: str | None
    yearly: str | None
    expires_on: str | None

    @property
    def is_personal(self) -> bool:
        """Whether it is kept apart: out of every screen and export that doesn't ask for it."""
        return self.kind == PERSONAL
