"""Which time off these words mean, asked at a terminal where it is unclear: for commands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.pick import pick
from repplan.errors import SeveralMatch
from repplan.i18n.phrases import listed
from repplan.store.refs import short_ref
from repplan.timeoff import queries, rules
from repplan.timeoff.words import when_words

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from repplan.timeoff.model import TimeOff


def pick_time_off(db: sqlite3.Connection, said: str, today: date, language: str) -> TimeOff:
    """Return the one meant: a ref, or words of what it is. Raises: NoSuchTimeOff, SeveralMatch, Declined."""

    def line(one: TimeOff) -> str:
        told = listed((when_words(one, today, language), one.what))
        return f"{told}  {short_ref(db, 'time_off', one.ref)}"

    return pick(
        said,
        queries.called(db, said, today),
        line,
        several=SeveralMatch,
        missing=rules.NoSuchTimeOff,
    )
