"""Ask about notes. Personal ones are returned only by what asks for them by name."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from repplan.notes.model import (
    ACHIEVEMENT,
    FRESH_DAYS,
    LEAVE_TOPICS,
    OPENING_TOPICS,
    PERSONAL,
    PROFESSIONAL,
    Note,
)
from repplan.providers import queries as providers
from repplan.store.refs import ids_by_ref
from repplan.store.rows import select, to_model
from repplan.text import fold, is_in

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

_SELECT = select(Note, "note")
_COUNTS = "(t.expires_on IS NULL OR t.expires_on >= :today)"


def note(db: sqlite3.Connection, note_id: str) -> Note:
    """Return one note by its id."""
    return to_model(Note, db.execute(f"{_SELECT} WHERE t.id = ?", (note_id,)).fetchone())


def called(db: sqlite3.Connection, said: str, today: str) -> list[Note]:
    """Return the notes that a ref begins, or that hold all the words said behind WHO.

    Words find professional notes alone: a personal one is asked for by its ref.
    """
    ids = ids_by_ref(db, "note", said)
    if ids:
        return [note(db, one) for one in ids]
    who, _blank, words = said.strip().partition(" ")
    wanted = fold(words).split()
    if not wanted:
        return []
    found = [one for person in providers.called(db, who) for one in notes(db, person.id, today)]
    return [one for one in found if all(is_in(word, fold(one.text)) for word in wanted)]


def notes(
    db: sqlite3.Connection, provider_id: str, today: str, *, with_expired: bool = False
) -> list[Note]:
    """Return the professional notes on a provider, the newest first."""
    rows = db.execute(
        f"{_SELECT} WHERE t.provider_id = ? AND t.kind = ? "
        "AND (? OR t.expires_on IS NULL OR t.expires_on >= ?) ORDER BY t.noted_on DESC, t.id DESC",
        (provider_id, PROFESSIONAL, with_expired, today),
    )
    return [to_model(Note, row) for row in rows]


def personal(
    db: sqlite3.Connection,
    provider_id: str,
    today: str,
    *,
    topics: Sequence[str] = (),
    with_expired: bool = False,
) -> list[Note]:
    """Return the personal notes on a provider, the newest first; of some topics, or (none) all."""
    rows = db.execute(
        f"{_SELECT} WHERE t.provider_id = :provider AND t.kind = :kind "
        f"AND (:with_expired OR {_COUNTS}) ORDER BY t.noted_on DESC, t.id DESC",
        {
            "provider": provider_id,
            "kind": PERSONAL,
            "with_expired": with_expired,
            "today": today,
        },
    )
    found = [to_model(Note, row) for row in rows]
    return [one for one in found if not topics or one.topic in topics]


def is_known(
    db: sqlite3.Connection, provider_id: str, topic: str | None, text: str, today: str
) -> bool:
    """Whether a personal note that counts says the same of the same."""
    words = fold(text)
    return any(
        one.topic == topic and fold(one.text) == words for one in personal(db, provider_id, today)
    )


def personal_count(db: sqlite3.Connection, provider_id: str) -> int:
    """Return how many personal notes on a provider are kept apart."""
    row = db.execute(
        "SELECT count(*) FROM note WHERE provider_id = ? AND kind = ?", (provider_id, PERSONAL)
    ).fetchone()
    return int(row[0])


def yearly(
    db: sqlite3.Connection, provider_id: str, today: str, days: Collection[str]
) -> list[Note]:
    """Return a provider's notes that count and come back on one of these days (MM-DD)."""
    found = db.execute(
        f"{_SELECT} WHERE t.provider_id = :provider AND t.yearly IS NOT NULL AND {_COUNTS} "
        "ORDER BY t.id",
        {"provider": provider_id, "today": today},
    )
    return [one for one in (to_model(Note, row) for row in found) if one.yearly in days]


def openings(
    db: sqlite3.Connection, provider_id: str, today: str
) -> tuple[Note | None, Note | None]:
    """Return what to open the next visit with, and what the last one was opened with.

    What was never opened with comes first, a public professional achievement of the last year
    before a personal note; then what was opened with longest ago. Never what the last visit was
    opened with, nor a story that we told. None: nothing new is there to say, nothing is known.
    """
    last = _last_opening(db, provider_id)
    since = (date.fromisoformat(today) - timedelta(FRESH_DAYS)).isoformat()
    topics = ", ".join(f"'{topic}'" for topic in OPENING_TOPICS)
    row = db.execute(
        f"{_SELECT} WHERE t.provider_id = :provider AND {_COUNTS} AND t.noted_on <= :today "
        # Nor the same words, though they were noted twice.
        "AND t.text IS NOT :last "
        "AND ((t.kind = :professional AND t.topic = :achievement AND t.source = 'public' "
        "AND coalesce(t.happened_on, t.noted_on) BETWEEN :since AND :today) "
        f"OR (t.kind = :personal AND (t.topic IS NULL OR t.topic IN ({topics})))) "
        "ORDER BY coalesce((SELECT max(v.on_date) FROM visit v WHERE v.opening_id = t.id), ''), "
        "t.kind = :personal, coalesce(t.happened_on, t.noted_on) DESC, t.id DESC LIMIT 1",
        {
            "provider": provider_id,
            "today": today,
            "since": since,
            "last": last.text if last else None,
            "professional": PROFESSIONAL,
            "personal": PERSONAL,
            "achievement": ACHIEVEMENT,
        },
    ).fetchone()
    return (to_model(Note, row) if row else None), last


def opening(db: sqlite3.Connection, provider_id: str, today: str) -> Note | None:
    """Return what to open the next visit with, as ``openings`` says."""
    return openings(db, provider_id, today)[0]


def _last_opening(db: sqlite3.Connection, provider_id: str) -> Note | None:
    """What the last visit was opened with; None where that isn't known."""
    last = db.execute(
        "SELECT v.opening_id FROM visit_provider vp JOIN visit v ON v.id = vp.visit_id "
        "WHERE vp.provider_id = ? AND v.state IN ('logged', 'filed') "
        "AND v.outcome IN ('seen', 'brief') "
        "ORDER BY v.on_date DESC, v.start_at DESC, v.id DESC LIMIT 1",
        (provider_id,),
    ).fetchone()
    if last is None or last[0] is None:
        return None
    row = db.execute(f"{_SELECT} WHERE t.id = ?", (last[0],)).fetchone()
    return to_model(Note, row) if row else None


def leave_alone(db: sqlite3.Connection, provider_id: str, today: str) -> list[Note]:
    """Return what to leave alone, one note of each topic, in the order of the topics.

    Where a topic has several, another one follows after each visit.
    """
    by_topic: dict[str | None, list[Note]] = {}
    for one in personal(db, provider_id, today, topics=LEAVE_TOPICS):
        by_topic.setdefault(one.topic, []).append(one)
    has_choice = any(len(found) > 1 for found in by_topic.values())
    turn = _visits(db, provider_id) if has_choice else 0
    found = (by_topic[topic] for topic in LEAVE_TOPICS if topic in by_topic)
    return [notes[turn % len(notes)] for notes in found]


def _visits(db: sqlite3.Connection, provider_id: str) -> int:
    """How often they were seen: what one line after the other is chosen by."""
    row = db.execute(
        "SELECT count(*) FROM actual_visit WHERE provider_id = ? AND outcome IN ('seen', 'brief')",
        (provider_id,),
    ).fetchone()
    return int(row[0])
