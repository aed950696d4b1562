"""Which note these words mean, asked at a terminal where it is unclear: for commands alone."""

from __future__ import annotations

from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.cli.pick import pick
from repplan.errors import SeveralMatch
from repplan.i18n.phrases import with_note
from repplan.notes import queries
from repplan.notes.rules import NoSuchNote
from repplan.providers import queries as providers
from repplan.store.refs import short_ref

if TYPE_CHECKING:
    import sqlite3

    from repplan.notes.model import Note

_MOST = 5


def pick_note(db: sqlite3.Connection, said: str, today: str) -> Note:
    """Return the note meant: by its ref, or by WHO and words of it; a personal one by ref alone.

    Raises: NoSuchNote, SeveralMatch, Declined.
    """
    return pick(
        said,
        queries.called(db, said, today),
        lambda one: _line(db, one),
        nearest=lambda: _nearest(db, said, today),
        several=SeveralMatch,
        missing=NoSuchNote,
    )


def _line(db: sqlite3.Connection, one: Note) -> str:
    name = providers.provider(db, one.provider_id).short_name
    # A personal note's words stand nowhere that doesn't ask for them.
    topic = pgettext("topic", one.topic) if one.topic else ""
    text = with_note(_("personal"), topic) if one.is_personal else one.text
    return f"{name}: {text}  {short_ref(db, 'note', one.ref)}"


def _nearest(db: sqlite3.Connection, said: str, today: str) -> tuple[str, ...]:
    """Return the notes on whom the first word means."""
    people = providers.called(db, said.partition(" ")[0])
    found = [note for one in people for note in queries.notes(db, one.id, today)]
    return tuple(_line(db, one) for one in found[:_MOST])
