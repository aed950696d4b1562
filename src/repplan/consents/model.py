"""Consent in the field's words: what somebody allowed or forbade, on which channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import N_, NP_
from repplan.records import dataclass

if TYPE_CHECKING:
    from repplan.policies.model import Fact

CHANNELS = (N_("email"), N_("phone"), N_("message"), NP_("channel", "data"))
"""On what consent is given: ways to reach somebody, and ``data``, what is kept about them."""

REACHING = CHANNELS[:3]
"""Channels on which somebody is reached without being met: each needs its consent."""

IN, OUT = NP_("consent", "in"), NP_("consent", "out")
SIDES = (IN, OUT)

OPTED_OUT, NO_CONSENT, EXPIRED = "opted-out", "no-consent", "expired"


@dataclass(frozen=True)
class Consent:
    """What a provider allowed or forbade. Empty ``value``: every address; empty ``topic``: all.

    ``expires_on`` is the last day on which it counts; ``until_on`` (exclusive) the day it ended.
    ``provider`` is the name.
    """

    id: str
    ref: str
    provider_id: str
    channel: str
    value: str
    topic: str
    is_in: bool
    given_on: str
    how: str | None
    expires_on: str | None
    until_on: str | None
    provider: str

    def has_ended(self, on: str) -> bool:
        """Whether it was withdrawn or replaced by that day."""
        return self.until_on is not None and self.until_on <= on

    def has_expired(self, on: str) -> bool:
        """Whether its last day has gone by on that day."""
        return self.expires_on is not None and self.expires_on < on

    def may_count(self, on: str) -> bool:
        """Whether it counts on a day: given by then, neither over nor run out."""
        return self.given_on <= on and not self.has_ended(on) and not self.has_expired(on)


@dataclass(frozen=True)
class Standing:
    """Whether somebody may be reached on a channel, and by what.

    ``why`` is empty where they may, else ``opted-out``, ``no-consent`` or ``expired``. ``consent``
    is the record that decides, None where none does; ``fact`` what the policy asks for, None where
    it asks for nothing.
    """

    why: str = ""
    consent: Consent | None = None
    fact: Fact | None = None

    @property
    def is_allowed(self) -> bool:
        """Whether they may."""
        return not self.why

    @property
    def action(self) -> str:
        """Block or warn, empty where it is allowed. What a person forbade is always blocked."""
        if self.is_allowed:
            return ""
        return "block" if self.fact is None or self.why == OPTED_OUT else self.fact.action

    @property
    def is_blocked(self) -> bool:
        """Whether it is not only warned of."""
        return self.action == "block"
