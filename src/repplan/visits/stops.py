"""What keeps a promise of a log from being kept the way its words say: told beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.cli.runtime import Runtime
    from repplan.followups.model import Followup
    from repplan.visits.model import VisitDraft


def stops_of(
    runtime: Runtime, db: sqlite3.Connection, draft: VisitDraft, promised: Sequence[Followup]
) -> tuple[str, ...]:
    """Return, for each promise, why it can't go by its channel; empty where it may, or says none.

    What waits on a colleague, or is promised to an account, is written to nobody by name.
    """
    provider_ids = draft.request.provider_ids
    today, language = runtime.clock.today, runtime.language
    if not provider_ids or not any(one.channel for one in promised):
        return ()
    # Only here: a log that names no channel has milliseconds.
    from repplan.consents.queries import reach
    from repplan.consents.words import ask_first

    who = provider_ids[0]
    known = reach(db, [who], today.isoformat())
    found = []
    for one in promised:
        channel = None if one.via_id else one.channel
        said = known.standing(who, channel, topic=one.what) if channel else None
        is_stopped = channel is not None and said is not None and not said.is_allowed
        found.append(
            ask_first(said, channel, today, language) if is_stopped and said and channel else ""
        )
    return tuple(found)
