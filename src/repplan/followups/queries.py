"""Ask about promises: what is open, whose, and which one is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.followups.model import OPEN, Concern, Followup
from repplan.followups.rules import is_about, split_via
from repplan.i18n.names import read_who
from repplan.providers import queries as providers
from repplan.store.refs import ids_by_ref
from repplan.store.rows import select, to_model
from repplan.text import fold, fts_query

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.providers.model import Provider

_JOINED = {
    "provider_ref": "p.ref",
    "provider": "p.name",
    "short_name": providers.SHORT_NAME,
    "account": "a.name",
    "via_ref": "c.ref",
    "via": "c.name",
}
_SELECT = (
    f"{select(Followup, 'followup', _JOINED)} LEFT JOIN provider p ON p.id = t.provider_id "
    "LEFT JOIN account a ON a.id = t.account_id LEFT JOIN provider c ON c.id = t.via_id"
)
_BY_DUE = "ORDER BY t.due_on IS NULL, t.due_on, t.made_on, t.id"
_ENOUGH = 50
_MOST_WORDS = 32
"""Different words by which an item is asked for; nothing is meant by more."""


def followup(db: sqlite3.Connection, followup_id: str) -> Followup:
    """Return one follow-up by its id."""
    return to_model(Followup, db.execute(f"{_SELECT} WHERE t.id = ?", (followup_id,)).fetchone())


def open_of_provider(db: sqlite3.Connection, provider_id: str) -> list[Followup]:
    """Return a provider's open follow-ups, ours and theirs, the nearest due day first."""
    return _where(db, "t.provider_id = ? AND t.state = 'open'", provider_id)


def open_of_account(db: sqlite3.Connection, account_id: str) -> list[Followup]:
    """Return the open follow-ups that belong to an account and to nobody there by name."""
    return _where(db, "t.account_id = ? AND t.provider_id IS NULL AND t.state = 'open'", account_id)


def of_visit(db: sqlite3.Connection, visit_id: str) -> list[Followup]:
    """Return the follow-ups that a visit made, the nearest due day first."""
    return _where(db, "t.visit_id = ?", visit_id)


def of_rollout(db: sqlite3.Connection, rollout_id: str) -> list[Followup]:
    """Return a rollout's check-ins, the first due first, closed ones too."""
    return _where(db, "t.rollout_id = ?", rollout_id)


def followups(
    db: sqlite3.Connection,
    *,
    provider_id: str | None = None,
    by: str | None = None,
    with_closed: bool = False,
) -> list[Followup]:
    """Return the follow-ups that fit every filter given, the nearest due day first."""
    conditions, values = ["1" if with_closed else "t.state = 'open'"], []
    if provider_id:
        conditions.append("t.provider_id = ?")
        values.append(provider_id)
    if by:
        conditions.append("t.by = ?")
        values.append(by)
    return _where(db, " AND ".join(conditions), *values)


def by_words(db: sqlite3.Connection, said: str) -> list[Followup]:
    """Return the follow-ups that these words may mean (REF), the nearest due day first.

    A ref or its beginning finds any. Words find open ones: those of whom the first words mean and
    with all the others in them (``patel table``), else those with all the words in them.
    """
    ids = ids_by_ref(db, "followup", said)
    if ids:
        return [followup(db, one) for one in ids]
    found = {
        item.id: item for who, words in providers.splits(said) for item in _of_who(db, who, words)
    }
    items = list(found.values()) or _about(db, said)
    return sorted(items, key=lambda item: (item.due_on or "9", item.ref))


def concern(db: sqlite3.Connection, concern_id: str) -> Concern:
    """Return one concern by its id."""
    row = db.execute(f"{select(Concern, 'concern')} WHERE t.id = ?", (concern_id,)).fetchone()
    return to_model(Concern, row)


def concerns(db: sqlite3.Connection, provider_id: str) -> list[Concern]:
    """Return what a provider cares about now, the newest first."""
    rows = db.execute(
        f"{select(Concern, 'concern')} WHERE t.provider_id = ? AND t.settled_on IS NULL "
        "ORDER BY t.raised_on DESC, t.id DESC",
        (provider_id,),
    )
    return [to_model(Concern, row) for row in rows]


def settled_concerns(db: sqlite3.Connection, provider_id: str, *, most: int) -> list[Concern]:
    """Return what a provider cared about before a visit settled it, the last settled first."""
    rows = db.execute(
        f"{select(Concern, 'concern')} WHERE t.provider_id = ? AND t.settled_on IS NOT NULL "
        "ORDER BY t.settled_on DESC, t.id DESC LIMIT ?",
        (provider_id, most),
    )
    return [to_model(Concern, row) for row in rows]


def without_via(db: sqlite3.Connection, text: str) -> tuple[str, list[Provider]]:
    """Return the text without ``via NAME`` at its end, and the colleagues of that name.

    The text stays whole, and nobody is returned, where no colleague is called so.
    """
    parts = split_via(text)
    team = colleagues_called(db, parts[1]) if parts else []
    return (parts[0], team) if parts and team else (text, [])


def colleagues_called(db: sqlite3.Connection, said: str) -> list[Provider]:
    """Return the colleagues whom these words may mean."""
    team = [one.id for one in providers.colleagues(db)]
    return providers.called(db, said, among=team) if team else []


def _of_who(db: sqlite3.Connection, who: str, words: Sequence[str]) -> list[Followup]:
    """Open items with all the words in them, of the provider or account that ``who`` means."""
    about = [item for item in _begun(db, who) if is_about(words, item.what)]
    owners = {item.provider_id for item in about if item.provider_id}
    named = {one.id for one in providers.called(db, who, among=owners)} if owners else set()
    here = {one.id for one in accounts.called(db, who)} if words else set()
    at_account = [
        item
        for account_id in here
        for item in _where(db, "t.account_id = ? AND t.state = 'open'", account_id)
        if is_about(words, item.what)
    ]
    return [item for item in about if item.provider_id in named] + at_account


def _begun(db: sqlite3.Connection, who: str) -> list[Followup]:
    """Open items of everybody with a name that begins like the longest word of ``who``."""
    by_ref = ids_by_ref(db, "provider", who)
    if by_ref:
        return [item for one in by_ref for item in open_of_provider(db, one)]
    words = read_who(who).words
    if not words:
        return []
    first = max(words, key=len)
    return _where(
        db,
        "t.state = 'open' AND t.provider_id IN "
        "(SELECT provider_id FROM name_key WHERE key >= ? AND key < ?)",
        *providers.key_range(first),
    )


def _about(db: sqlite3.Connection, said: str) -> list[Followup]:
    """Open items with all the words in them, found by the search index."""
    words = list(dict.fromkeys(fold(said).split()))
    if len(words) > _MOST_WORDS:
        return []
    query = " ".join(f"{phrase}*" for word in words if (phrase := fts_query(word).rstrip("*")))
    if not query:
        return []
    rows = db.execute(
        f"{_SELECT} JOIN search_doc d ON d.record_id = t.id JOIN search s ON s.rowid = d.doc "
        f"WHERE search MATCH ? AND t.state = '{OPEN}' {_BY_DUE} LIMIT {_ENOUGH}",
        (f"title : ({query})",),
    )
    return [item for row in rows if is_about(words, (item := to_model(Followup, row)).what)]


def _where(db: sqlite3.Connection, condition: str, *values: str) -> list[Followup]:
    rows = db.execute(f"{_SELECT} WHERE {condition} {_BY_DUE}", values)
    return [to_model(Followup, row) for row in rows]
