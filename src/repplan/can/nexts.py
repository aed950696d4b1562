"""What ``can`` says of the visits that a log planned: told after it, for nothing may lose the log.

Where no rule can speak, nothing of the rooms that know them is loaded.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.cli.runtime import Runtime

_MAY_SPEAK = (
    "SELECT coalesce((SELECT value FROM setting WHERE id = 'policy'), 'none') <> 'none' "
    "OR EXISTS (SELECT 1 FROM own_policy) OR EXISTS (SELECT 1 FROM reception_rule) "
    "OR EXISTS (SELECT 1 FROM json_each(?) n JOIN visit v ON v.ref = n.value "
    "JOIN visit_provider l ON l.visit_id = v.id JOIN provider p ON p.id = l.provider_id "
    "WHERE p.state IN ('no-see', 'left'))"
)


def next_remarks(runtime: Runtime, refs: Sequence[str]) -> list[str]:
    """Return what speaks against these planned visits, and the commands that move them."""
    if not refs:
        return []
    with runtime.reading() as db:
        if not db.execute(_MAY_SPEAK, (json.dumps(list(refs)),)).fetchone()[0]:
            return []
        from repplan.can.flow import next_remark
        from repplan.visits.queries import visit

        rows = db.execute(
            "SELECT v.id FROM json_each(?) n JOIN visit v ON v.ref = n.value",
            (json.dumps(list(refs)),),
        ).fetchall()
        return [text for row in rows for text in next_remark(runtime, db, visit(db, row[0]))]
