"""Whether a rule could speak at all. Asked first: where none can, nothing of them is loaded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.records import dataclass

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

_THERE = (
    "SELECT coalesce((SELECT value FROM setting WHERE id = 'policy'), 'none') <> 'none' "
    "OR EXISTS (SELECT 1 FROM own_policy), "
    "EXISTS (SELECT 1 FROM consent), EXISTS (SELECT 1 FROM reception_rule)"
)
_CLOSED = (
    "SELECT id FROM provider WHERE id IN (SELECT value FROM json_each(?)) "
    "AND state IN ('no-see', 'left')"
)


@dataclass(frozen=True)
class There:
    """What rules there are at all: a policy, consents, rules of reception."""

    has_policy: bool
    has_consents: bool
    has_reception: bool


def there(db: sqlite3.Connection) -> There:
    """Return what could speak."""
    return There(*(bool(one) for one in db.execute(_THERE).fetchone()))


def has_cap(db: sqlite3.Connection, known: There) -> bool:
    """Whether a policy says how often somebody may be visited unasked."""
    if not known.has_policy:
        return False
    from repplan.policies.load import policy_of

    return policy_of(db).fact("visits.unsolicited_max") is not None


def worth_asking(db: sqlite3.Connection, known: There, ids: Collection[str]) -> Collection[str]:
    """Return of these providers those whom a rule may refuse: all, or whose own state does."""
    if not ids or known.has_reception or has_cap(db, known):
        return ids
    return [row[0] for row in db.execute(_CLOSED, (json.dumps(list(ids)),))]
