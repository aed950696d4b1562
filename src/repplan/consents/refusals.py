"""Why somebody may not be reached, as the error that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.consents.model import EXPIRED, OPTED_OUT
from repplan.consents.rules import ConsentExpired, NoConsent, OptedOut
from repplan.errors import N_

if TYPE_CHECKING:
    from repplan.consents.model import Standing
    from repplan.errors import Refused

THEIR_WORD = N_("their own wish")
"""The source of what a person forbade."""


def refusal(standing: Standing, channel: str, *, name: str, who: str) -> Refused:
    """Return the error for somebody who may not be reached: its rule, source and next step."""
    rule = f"consent.{channel}"
    consent = standing.consent
    if standing.why == OPTED_OUT and consent is not None:
        return OptedOut(
            name=name,
            channel=channel,
            day=consent.given_on,
            ref=consent.ref,
            rule=rule,
            source=consent.how or THEIR_WORD,
        )
    source = standing.fact.source if standing.fact else ""
    if standing.why == EXPIRED and consent is not None:
        return ConsentExpired(
            name=name,
            channel=channel,
            who=who,
            way=channel,
            rule=rule,
            source=source,
            day=str(consent.expires_on),
        )
    return NoConsent(name=name, channel=channel, who=who, way=channel, rule=rule, source=source)
