"""The first schema: every table of the daily rooms, the journal, the search index, two views."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from repplan.store import journal, search

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
"""Every table and index."""


VIEWS = (
    # A real contact: it happened, they were met, and it was more than a letter.
    """
CREATE VIEW real_contact AS
SELECT vp.provider_id, v.id AS visit_id, v.on_date
FROM visit_provider vp JOIN visit v ON v.id = vp.visit_id
WHERE v.state IN ('logged', 'filed') AND v.outcome IN ('seen', 'brief')
  AND v.channel NOT IN ('email', 'message')
""",
    # An actual visit: logged or filed, whatever came of it.
    """
CREATE VIEW actual_visit AS
SELECT vp.provider_id, v.id AS visit_id, v.on_date, v.outcome
FROM visit_provider vp JOIN visit v ON v.id = vp.visit_id
WHERE v.state IN ('logged', 'filed')
""",
)

def upgrade() -> None:
    """Bring the store here; there is no way back but the backup."""
    for statement in (
        *(sql for sql in TABLES.split(";\n") if sql.strip()),
        *VIEWS,
        *search.schema_sql(),
        *journal.SCHEMA_SQL,
    ):
        op.execute(statement)

