"""How many cards there are to practise: what the morning's queue asks, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_OURS = "d.until_on IS NULL"
_APPROVED = "t.retired_on IS NULL AND (t.expires_on IS NULL OR t.expires_on >= :today)"
_LIVE = f"JOIN product d ON d.id = t.product_id WHERE {_APPROVED} AND {_OURS}"
_FACT = (
    "CASE c.aspect WHEN 'indications' THEN d.indications WHEN 'mechanism' THEN d.mechanism "
    "WHEN 'safety_profile' THEN d.safety_profile WHEN 'trials' THEN d.trials "
    "ELSE d.comparisons END"
)
_ASKED = (
    "(c.kind = 'message' AND EXISTS ("
    f"SELECT 1 FROM message t {_LIVE} AND t.id = c.subject_id AND CASE c.aspect "
    "WHEN '2m' THEN t.text_2m IS NOT NULL WHEN '10m' THEN t.text_10m IS NOT NULL ELSE 1 END) "
    f"OR c.kind = 'objection' AND EXISTS (SELECT 1 FROM objection t {_LIVE} AND t.id = c.subject_id) "
    "OR c.kind = 'fact' AND EXISTS (SELECT 1 FROM product d WHERE d.id = c.subject_id "
    f"AND {_OURS} AND coalesce({_FACT}, '[]') NOT IN ('[]', '')) "
    "OR c.kind = 'who' AND (EXISTS (SELECT 1 FROM account a WHERE a.id = c.subject_id) OR EXISTS ("
    "SELECT 1 FROM relation r WHERE r.provider_id = c.subject_id AND r.kind = 'reports to' "
    "AND (r.until_on IS NULL OR r.until_on > :today))))"
)
"""Whether a card's question is still asked: nothing retired, expired or forgotten is."""

_NEW = (
    f"SELECT (SELECT coalesce(sum(1 + (t.text_2m IS NOT NULL) + (t.text_10m IS NOT NULL)), 0) "
    f"FROM message t {_LIVE}) + (SELECT count(*) FROM objection t {_LIVE}) "
    "- (SELECT count(*) FROM drill_card c WHERE c.kind IN ('message', 'objection') "
    f"AND {_ASKED})"
)


def to_practise(db: sqlite3.Connection, today: str, now: str, morning: str, most_new: int) -> int:
    """Return how many cards wait; 0 where nobody drills: no card yet, and no pack.

    New ones count until something was practised on the day, which began at ``morning``. ``now``
    and ``morning`` are instants.
    """
    drills = db.execute("SELECT max(practised_at) FROM drill_card").fetchone()[0]
    if drills is None and not db.execute("SELECT 1 FROM pack LIMIT 1").fetchone():
        return 0
    facts = {"today": today, "now": now}
    due = db.execute(
        f"SELECT count(*) FROM drill_card c WHERE c.due_at <= :now AND {_ASKED}", facts
    ).fetchone()[0]
    if drills is not None and drills >= morning:
        return int(due)
    new = db.execute(_NEW, facts).fetchone()[0] if most_new else 0
    return int(due) + min(max(new, 0), most_new)
