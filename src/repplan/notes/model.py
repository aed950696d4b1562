"""A note on a provider, in the field's words."""

from __future__ import annotations

from repplan.records import dataclass

PROFESSIONAL, PERSONAL = "professional", "personal"
SOURCES = ("told", "public")


@dataclass(frozen=True)
class Note:
    """What is known about a provider. ``source``: told (by them), public, or None.

    Days are ISO text. ``expires_on`` is the last day on which it counts; None: it stays.
    """

    id: str
    ref: str
    provider_id: str
    visit_id: str | None
    kind: str
    text: str
    source: str | None
    noted_on: str
    expires_on: str | None

    @property
    def is_personal(self) -> bool:
        """Whether it is kept apart: out of every screen and export that doesn't ask for it."""
        return self.kind == PERSONAL
