"""What ``can`` says of the visits that a log planned: told after it, for nothing may lose the log.

Where no rule can speak, nothing of the rooms that know them is loaded.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.can.there import there

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.cli.runtime import Runtime

_VISITS = (
    "SELECT v.id, EXISTS (SELECT 1 FROM visit_provider l JOIN provider p ON p.id = l.provider_id "
    "WHERE l.visit_id = v.id AND p.state IN ('no-see', 'left')) "
    "FROM json_each(?) n JOIN visit v ON v.ref = n.value"
)
"""Each of these visits, with whether one of its people sees no reps or has left."""


def next_remarks(runtime: Runtime, refs: Sequence[str]) -> list[str]:
    """Return what speaks against these planned visits, and the commands that move them."""
    if not refs:
        return []
    with runtime.reading() as db:
        known = there(db)
        rows = db.execute(_VISITS, (json.dumps(list(refs)),)).fetchall()
        if not (known.has_policy or known.has_reception or any(row[1] for row in rows)):
            return []
        from repplan.can.flow import next_remark
        from repplan.visits.queries import visit

        return [text for row in rows for text in next_remark(runtime, db, visit(db, row[0]))]
