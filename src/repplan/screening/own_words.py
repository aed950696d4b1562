"""The words that the rep has added to those that lead to a question, or to a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import NP_
from repplan.records import dataclass

if TYPE_CHECKING:
    import sqlite3

LABELS = (NP_("label", "safety"), NP_("label", "barred"))
"""What a word of one's own may say: it may be an event to report, or it isn't to be written."""


@dataclass(frozen=True)
class WatchWord:
    """A word of the rep's own, since when, and under which label."""

    id: str
    label: str
    text: str
    noted_on: str


def word_list(db: sqlite3.Connection) -> list[WatchWord]:
    """Return the rep's own words, those of a label together, in their order of age."""
    rows = db.execute("SELECT id, label, text, noted_on FROM watch_word ORDER BY label DESC, id")
    return [WatchWord(*row) for row in rows]


def word_called(db: sqlite3.Connection, key: str) -> WatchWord | None:
    """Return the word with this folded text; None: there is none."""
    row = db.execute(
        "SELECT id, label, text, noted_on FROM watch_word WHERE folded = ?", (key,)
    ).fetchone()
    return WatchWord(*row) if row else None
