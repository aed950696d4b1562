"""Which lots expire soon: as the policy says how long before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from repplan.policies.load import policy_of

if TYPE_CHECKING:
    import sqlite3


def warn_until(db: sqlite3.Connection, today: date) -> str | None:
    """Return the day up to which an expiry is told; None: the policy says nothing of it."""
    days = policy_of(db).number("samples.warn_days")
    return (today + timedelta(int(days))).isoformat() if days is not None else None
