"""Whether somebody may be written to or called for a promise. For commands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.show import say
from repplan.consents.queries import reach
from repplan.consents.refusals import refusal
from repplan.i18n.phrases import message_of
from repplan.providers.queries import provider
from repplan.store.refs import short_ref

if TYPE_CHECKING:
    import sqlite3

    from repplan.cli.runtime import Runtime
    from repplan.followups.reading import Promise


def check_reach(
    runtime: Runtime, db: sqlite3.Connection, said: Promise, channel: str | None
) -> None:
    """Say so where a policy only warns of a channel. Raises: OptedOut, NoConsent, ConsentExpired.

    What waits on a colleague, or is promised to an account, is written to nobody by name.
    """
    if channel is None or said.provider_id is None or said.via_id is not None:
        return
    today = runtime.clock.today.isoformat()
    known = reach(db, [said.provider_id], today)
    standing = known.standing(said.provider_id, channel, topic=said.what)
    if standing.is_allowed:
        return
    one = provider(db, said.provider_id)
    error = refusal(standing, channel, name=one.name, who=short_ref(db, "provider", one.ref))
    if standing.is_blocked:
        raise error
    say(message_of(error))
