"""Ask what was written behind one mark of the notes: what was heard of rivals, agreed, objected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import BadValue
from repplan.find.model import MARKS
from repplan.find.queries import Hit
from repplan.products.rules import holds
from repplan.providers.queries import key_range
from repplan.store.refs import short_ref
from repplan.text import fold, is_in

if TYPE_CHECKING:
    import sqlite3

_LOGGED = "v.state IN ('logged', 'filed') AND v.on_date >= :since"
_NEWEST = "ORDER BY v.on_date DESC, v.start_at DESC, v.id DESC"
_QUERIES = {
    **{
        column: f"SELECT v.ref, 'visit', v.{column}, v.on_date, v.id, NULL FROM visit v "
        f"WHERE v.{column} IS NOT NULL AND v.{column} <> '' AND {_LOGGED} {_NEWEST}"
        for column in ("rival", "agreed", "reading")
    },
    "objection": (
        "SELECT v.ref, 'visit', o.said || coalesce(' -> ' || o.answer, ''), v.on_date, v.id, NULL "
        f"FROM visit_objection o JOIN visit v ON v.id = o.visit_id WHERE {_LOGGED} {_NEWEST}"
    ),
    "cares": (
        "SELECT v.ref, 'concern', c.what, c.raised_on, NULL, c.provider_id FROM concern c "
        "LEFT JOIN visit v ON v.id = c.visit_id WHERE c.raised_on >= :since "
        "ORDER BY c.raised_on DESC, c.id DESC"
    ),
    "asked": (
        "SELECT f.ref, 'followup', f.what, f.made_on, NULL, f.provider_id FROM followup f "
        "WHERE f.kind = 'question' AND f.by = 'us' AND f.made_on >= :since "
        "ORDER BY f.made_on DESC, f.id DESC"
    ),
    "gave": (
        "SELECT v.ref, 'visit', g.what, g.given_on, g.visit_id, g.provider_id FROM value_given g "
        "LEFT JOIN visit v ON v.id = g.visit_id WHERE g.given_on >= :since "
        "ORDER BY g.given_on DESC, g.id DESC"
    ),
}
"""Mark → its notes, the newest first: ref, kind of record, text, day, visit, provider."""

_SAID = {
    "竞品": "rival", "共识": "agreed", "观察": "reading", "异议": "objection", "关注": "cares",
    "问": "asked", "提问": "asked", "价值": "gave", "me": "reading", "question": "asked",
}  # fmt: skip


def mark_of(said: str) -> str:
    """Return the mark that a word names. Raises: BadValue, naming them all."""
    word = fold(said).rstrip(":：")
    mark = _SAID.get(word, word)
    if mark not in MARKS:
        raise BadValue("--mark", said, ", ".join(MARKS))
    return mark


def marked(
    db: sqlite3.Connection,
    mark: str,
    words: str = "",
    *,
    since: str = "",
    most: int = 20,
) -> list[Hit]:
    """Return what was written behind a mark, the newest first; ``since`` (ISO): from that day on.

    All the words must be in the text or in the names of those it is about; empty: any text.
    """
    asked = fold(words).split()
    names = {word for word in asked if _begins_a_name(db, word)}
    found: list[Hit] = []
    for ref, kind, text, on, visit_id, provider_id in db.execute(_QUERIES[mark], {"since": since}):
        folded = fold(text)
        others = [word for word in asked if not is_in(word, folded)]
        if not names.issuperset(others):
            continue
        who = _who(db, visit_id, provider_id) if visit_id or provider_id else ""
        if not holds(others, who):
            continue
        table = "followup" if kind == "followup" else "visit"
        short = short_ref(db, table, ref) if ref else ""
        score = float(most - len(found))
        found.append(Hit(ref, kind, text, text, score, who, on, short, mark=mark))
        if len(found) == most:
            break
    return found


def _begins_a_name(db: sqlite3.Connection, word: str) -> bool:
    """Whether somebody's name begins so: a word that neither stands in a text needn't be sought."""
    row = db.execute(
        "SELECT 1 FROM name_key WHERE key >= ? AND key < ? LIMIT 1", key_range(word)
    ).fetchone()
    return row is not None


def _who(db: sqlite3.Connection, visit_id: str | None, provider_id: str | None) -> str:
    if provider_id:
        row = db.execute("SELECT name FROM provider WHERE id = ?", (provider_id,)).fetchone()
    else:
        row = db.execute(
            "SELECT coalesce(group_concat(p.name, ', '), (SELECT a.name FROM visit v "
            "JOIN account a ON a.id = v.account_id WHERE v.id = :visit)) "
            "FROM visit_provider vp JOIN provider p ON p.id = vp.provider_id "
            "WHERE vp.visit_id = :visit",
            {"visit": visit_id},
        ).fetchone()
    return (row[0] or "") if row else ""
