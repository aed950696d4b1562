"""How a planned visit is called in a calendar: what is exported and what is read back agree here."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

IMPORT = "import ics"
"""The command that reads a calendar back: what it changes is no newer version of the visit."""

_DOMAIN = "@repplan"


def event_uid(visit_id: str) -> str:
    """Return the UID of a visit's event, the same for good and in no other store.

    Source: RFC 7986, section 5.3: a UID holds a UUID, and nothing that tells of a person.

    >>> event_uid("0193605a-1d2e-7000-8000-0242ac120002")
    '0193605a-1d2e-7000-8000-0242ac120002@repplan'
    """
    return f"{visit_id}{_DOMAIN}"


def visit_id_of(uid: str) -> str | None:
    """Return the id of the visit that a UID of ours means; None: the event is another program's.

    >>> visit_id_of("0193605A-1d2e-7000-8000-0242ac120002@repplan ")
    '0193605a-1d2e-7000-8000-0242ac120002'
    >>> visit_id_of("79fs7pkqvht9m5igs0vjv1sfra@google.com") is None
    True
    """
    said = uid.strip().lower()
    return said.removesuffix(_DOMAIN) if _ours().fullmatch(said) else None


def sequence(db: sqlite3.Connection, visit_id: str) -> int:
    """Return the version of a visit's event: how often commands have changed when, where or whether.

    It never falls. What was read back from a calendar isn't counted: the calendar has it already.
    Source: RFC 5545, section 3.8.7.4 (SEQUENCE).
    """
    row = db.execute(
        "SELECT count(DISTINCT coalesce(batch, seq)) FROM journal WHERE row = ? AND tbl = 'visit' "
        "AND kind <> 'add' AND coalesce(command, '') <> ? AND (col IS NULL OR col IN "
        "('on_date', 'start_at', 'minutes_planned', 'account_id', 'department', 'state'))",
        (visit_id, IMPORT),
    ).fetchone()
    return int(row[0])


def changed_at(db: sqlite3.Connection, visit_id: str) -> str | None:
    """Return the instant at which anything of a visit was last written; None: nobody knows.

    Source: RFC 5545, section 3.8.7.3 (LAST-MODIFIED).
    """
    row = db.execute(
        "SELECT max(at) FROM journal WHERE row = ? AND tbl = 'visit'", (visit_id,)
    ).fetchone()
    return str(row[0]) if row[0] else None


@cache
def _ours() -> re.Pattern[str]:
    return re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@repplan")
