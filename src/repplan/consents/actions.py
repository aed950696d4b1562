"""Act on consent: write down what somebody said, end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.consents import queries, rules
from repplan.store.write import change, insert

if TYPE_CHECKING:
    from repplan.consents.model import Consent
    from repplan.store.work import Work


def note(  # noqa: PLR0913 - what a consent is made of
    work: Work,
    provider_id: str,
    channel: str,
    *,
    is_in: bool,
    value: str = "",
    topic: str = "",
    given_on: str | None = None,
    how: str | None = None,
    expires_on: str | None = None,
) -> Consent:
    """Return what somebody allowed or forbade, written down; ``given_on`` None is today.

    Raises: StillToBeGiven, ExpiresBefore, SaidBefore.
    """
    today = work.today.isoformat()
    day = given_on or today
    rules.check_days(day, expires_on, today)
    there = queries.same_as(
        work.db, provider_id, channel, value=value, topic=topic, is_in=is_in, on=today
    )
    if there is not None and there.expires_on == expires_on:
        raise rules.SaidBefore(there.provider, there.ref, channel=channel)
    identity, _ref = insert(
        work,
        "consent",
        {
            "provider_id": provider_id,
            "channel": channel,
            "value": value,
            "topic": topic,
            "is_in": int(is_in),
            "given_on": day,
            "how": how,
            "expires_on": expires_on,
        },
    )
    return queries.consent(work.db, identity)


def end(work: Work, consent_id: str, on: str | None = None) -> Consent:
    """Return the consent, which counts no longer from a day on; None is today.

    Raises: AlreadyEnded, ExpiresBefore.
    """
    one = queries.consent(work.db, consent_id)
    if one.until_on is not None:
        raise rules.AlreadyEnded(one.until_on, one.ref)
    day = on or work.today.isoformat()
    if day < one.given_on:
        raise rules.ExpiresBefore(one.given_on, day)
    change(work, "consent", consent_id, {"until_on": day})
    return queries.consent(work.db, consent_id)
