"""Providers by the thousand: only the best of them are read, in the order of an index.

Within a tier whoever wasn't seen for longest stands first, in the index ``provider_cadence``. An
open objective lifts somebody over others of their tier, so the best of those who have one are asked
for beside them. Nobody who left, is a colleague, was put off or has a visit planned is in a cohort.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.due import people

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from repplan.due.today import Today

TIERS = ("A", "B", "C", "D")

COUNTED = 200
"""Beyond this a group isn't counted to its end: there are “at least” so many."""

_FEW = 1000
"""Up to so many open objectives it is quicker to look at whose they are than through a tier."""

_HERE = (
    "p.state <> 'left' AND p.role <> 'colleague' "
    "AND (p.snoozed_until IS NULL OR p.snoozed_until <= :today) "
    # The index holds the id: who isn't planned is told without reading their row.
    "AND p.id NOT IN (SELECT value FROM json_each(:booked))"
)
_HAS_OBJECTIVE = (
    "EXISTS (SELECT 1 FROM objective o WHERE o.provider_id = p.id AND o.result = 'open')"
)
NO_PROMISE = "NOT EXISTS (SELECT 1 FROM followup f WHERE f.provider_id = p.id AND f.state = 'open')"


def in_tier(tier: str | None, *, by_own: bool = False) -> str:
    """Return the condition of a tier, None for those without one.

    Those by the tier's cadence, or by one of their own.
    """
    is_in = f"p.tier = '{tier}'" if tier else "p.tier IS NULL"
    return f"{is_in} AND p.ideal_days IS {'NOT ' if by_own else ''}NULL"


def unseen_first(
    db: sqlite3.Connection,
    day: Today,
    condition: str,
    facts: Mapping[str, str],
    most: int | None,
    *,
    source: str = "provider p",
) -> list[sqlite3.Row]:
    """Return those who fit, the longest unseen first; ``most`` None: all of them.

    Shape: the columns of a Person, last_contact_on, ideal_days, maximum_days, has_objective.
    """
    return db.execute(
        f"SELECT {people.COLUMNS}, p.last_contact_on, p.ideal_days, p.maximum_days, "
        f"{_HAS_OBJECTIVE} AS has_objective FROM {source} WHERE {condition} AND {_HERE} "
        "ORDER BY p.last_contact_on, p.ref LIMIT :most",
        {
            "today": day.iso,
            "booked": day.booked,
            "most": -1 if most is None else most,
            **facts,
        },
    ).fetchall()


def with_objective(
    db: sqlite3.Connection,
    day: Today,
    conditions: Sequence[str],
    facts: Mapping[str, str],
    most: int | None,
) -> tuple[list[sqlite3.Row], bool]:
    """Return those with an open objective who fit a condition, and whether that is all of them.

    Where it isn't, the ``most`` longest unseen of each condition are there.
    """
    open_ = "FROM objective WHERE result = 'open'"
    if not db.execute(f"SELECT 1 {open_} LIMIT 1 OFFSET {_FEW}").fetchone():
        whose = json.dumps(sorted({row[0] for row in db.execute(f"SELECT provider_id {open_}")}))
        source = "json_each(:whose) j CROSS JOIN provider p ON p.id = j.value"
        any_of = " OR ".join(f"({condition})" for condition in conditions)
        few = {**facts, "whose": whose}
        return unseen_first(db, day, f"({any_of})", few, None, source=source), True
    rows = [
        row
        for condition in conditions
        for row in unseen_first(db, day, f"{_HAS_OBJECTIVE} AND {condition}", facts, most)
    ]
    return rows, most is None


def count(
    db: sqlite3.Connection, day: Today, condition: str, facts: Mapping[str, str], most: int
) -> int:
    """Return how many fit, counted up to ``most``."""
    row = db.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM provider p WHERE {condition} AND {_HERE} "
        "LIMIT :most)",
        {"today": day.iso, "booked": day.booked, "most": most, **facts},
    ).fetchone()
    return int(row[0])
