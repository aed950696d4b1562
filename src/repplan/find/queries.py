"""Ask the search index: names, accounts, everything written; Chinese words of any length."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, UsageProblem
from repplan.find.excerpt import BEGIN, END, Found, excerpt, found_in, without_json
from repplan.find.model import TABLES
from repplan.providers import queries as providers
from repplan.records import dataclass, replace
from repplan.store.refs import short_ref
from repplan.text import fts_query

if TYPE_CHECKING:
    import sqlite3

_TITLES = {
    "provider": "SELECT ref, name, id, NULL FROM provider WHERE id = ?",
    "account": "SELECT ref, name, NULL, NULL FROM account WHERE id = ?",
    "affiliation": "SELECT p.ref, p.name, NULL, NULL FROM affiliation w "
    "JOIN provider p ON p.id = w.provider_id WHERE w.id = ?",
    "objective": "SELECT ref, what, provider_id, until_on FROM objective WHERE id = ?",
    "visit": "SELECT ref, coalesce(said, typed, ''), NULL, on_date FROM visit WHERE id = ?",
    "followup": "SELECT ref, what, provider_id, due_on FROM followup WHERE id = ?",
    "concern": "SELECT NULL, what, provider_id, raised_on FROM concern WHERE id = ?",
    "note": "SELECT ref, text, provider_id, noted_on FROM note WHERE id = ?",
    "product": "SELECT ref, name, NULL, NULL FROM product WHERE id = ?",
    "message": "SELECT t.ref, d.name || ': ' || t.claim, NULL, NULL FROM message t "
    "JOIN product d ON d.id = t.product_id WHERE t.id = ?",
    "objection": "SELECT t.ref, d.name || ': ' || t.text, NULL, NULL FROM objection t "
    "JOIN product d ON d.id = t.product_id WHERE t.id = ?",
    "material": "SELECT ref, title, NULL, NULL FROM material WHERE id = ?",
    "safety_report": "SELECT ref, what, provider_id, date(heard_at) FROM safety_report "
    "WHERE id = ?",
    "inquiry": "SELECT ref, question, provider_id, asked_on FROM inquiry WHERE id = ?",
    "spend": "SELECT ref, coalesce(what, nature), NULL, on_date FROM spend WHERE id = ?",
}
_KINDS = {table: kind for kind, table in TABLES.items()}
_WITH_LISTS = frozenset({"provider", "account", "product", "material"})
"""Tables with columns that hold a list as JSON; nobody's own words are touched."""

_TITLE_WEIGHT = 8
_NAME_BONUS = 100
"""A person who answers to the words stands before everything that mentions them."""

_LONG = 10_000
"""Characters of a text of which the beginning is shown, wherever in it the words stand."""

_BEGINNING = 150
_EXCERPT = 120
"""Cells of an excerpt."""

_MARKED = ", ".join(
    f"CASE WHEN length(search.title) + length(search.body) < {_LONG} "
    f"THEN highlight(search, {number}, '{BEGIN}', '{END}') "
    f"ELSE substr(search.{column}, 1, {_BEGINNING}) || ' ..' END AS {column}"
    for number, column in enumerate(("title", "body"))
)
"""Title and body with a mark round each match; of a long text the beginning, without any."""

_MANY = 300
"""Where so many hold the words, weighing them tells nothing, and would count them all."""


MOST_WORDS = 32
"""Each word that many records hold costs time and memory: thousands of them took all there was."""


@dataclass(eq=False)
class TooManyWords(UsageProblem):
    """More words than can be looked for at once."""

    slug: ClassVar[str] = "too-many-words"
    message: ClassVar[str] = N_("{count} words are too many to look for at once.")
    hint: ClassVar[str] = N_("Look for {most} at most: the rarest tell the most.")
    count: int
    most: int


@dataclass(frozen=True)
class Hit:
    """One record found. ``score``: larger is better; ``who`` names the person it is about.

    ``short`` is the shortest unique beginning of ``ref``, for the screen; ``found`` the whole text
    that ``excerpt`` is of, where the words stand in a text. ``mark``: the mark of the notes that
    it was written behind, where that was asked for. ``limitation``: what a message's claim can't
    say, never shown without it.
    """

    ref: str | None
    kind: str
    title: str
    excerpt: str
    score: float
    who: str = ""
    on: str | None = None
    short: str = ""
    found: Found | None = None
    mark: str = ""
    limitation: str = ""


def hits(
    db: sqlite3.Connection, words: str, *, kind: str | None = None, most: int = 20
) -> list[Hit]:
    """Return the records that hold all the words, the best first.

    Words of any script and length; the last one may be only begun. Where very many records hold
    them, the newest come first. Personal notes aren't found. Raises: TooManyWords.
    """
    count = len(set(words.split()))
    if count > MOST_WORDS:
        raise TooManyWords(count, MOST_WORDS)
    table = TABLES.get(kind or "", kind)
    found = {hit.ref or hit.title: hit for hit in _people(db, words, table)}
    for hit in _texts(db, words, table, most):
        found.setdefault(hit.ref or hit.title, hit)
    ranked = sorted(found.values(), key=lambda hit: (-hit.score, hit.title, hit.ref or ""))
    return [
        replace(
            hit,
            short=short_ref(db, hit.kind, hit.ref) if hit.ref else "",
            kind=_KINDS.get(hit.kind, hit.kind),
        )
        for hit in ranked[:most]
    ]


def _people(db: sqlite3.Connection, words: str, kind: str | None) -> list[Hit]:
    if kind not in {None, "provider"}:
        return []
    return [
        Hit(
            one.ref,
            "provider",
            one.name,
            providers.main_place(db, one.id),
            _NAME_BONUS + (one.tier is not None),
        )
        for one in providers.called(db, words)
    ]


def _texts(db: sqlite3.Connection, words: str, kind: str | None, most: int) -> list[Hit]:
    query = fts_query(words)
    if not query:
        return []
    # The last word as a whole first: a begun one is gathered from all the words that begin so.
    rows = _newest(db, query.removesuffix("*"), kind)
    if len(rows) < _MANY:
        rows = _newest(db, query, kind)
    if len(rows) < _MANY:
        scores = _scores(db, query)
        pairs = [(scores[row["doc"]], row) for row in rows]
    else:
        pairs = [(1 - place / _MANY, row) for place, row in enumerate(rows)]
    pairs.sort(key=lambda pair: -pair[0])
    found = (_hit(db, row, score) for score, row in pairs[:most])
    return [hit for hit in found if hit is not None]


def _newest(db: sqlite3.Connection, query: str, kind: str | None) -> list[sqlite3.Row]:
    """The newest records that fit, up to ``_MANY``: FTS5 walks back from the last one."""
    # Where somebody works is found as the person.
    chosen = "AND (d.tbl = :kind OR (:kind = 'provider' AND d.tbl = 'affiliation'))" if kind else ""
    return db.execute(
        f"SELECT d.doc, d.tbl, d.record_id, {_MARKED} "
        "FROM search JOIN search_doc d ON d.doc = search.rowid "
        f"WHERE search MATCH :query {chosen} ORDER BY search.rowid DESC LIMIT {_MANY}",
        {"query": query, "kind": kind},
    ).fetchall()


def _scores(db: sqlite3.Connection, query: str) -> dict[int, float]:
    """Record's place in the index → how well it fits, of few that do."""
    rows = db.execute(
        f"SELECT rowid, -bm25(search, {_TITLE_WEIGHT}.0, 1.0) FROM search WHERE search MATCH ?",
        (query,),
    )
    return {row[0]: row[1] for row in rows}


def _hit(db: sqlite3.Connection, row: sqlite3.Row, score: float) -> Hit | None:
    table, record_id = row["tbl"], row["record_id"]
    if table == "note" and _is_personal(db, record_id):
        return None
    title = db.execute(_TITLES[table], (record_id,)).fetchone()
    if title is None:
        return None
    ref, text, provider_id, on = title
    marked = row["body"] if BEGIN in row["body"] and BEGIN not in row["title"] else row["title"]
    found = found_in(without_json(marked) if table in _WITH_LISTS else marked)
    return Hit(
        ref=ref,
        kind="provider" if table == "affiliation" else table,
        title=text,
        excerpt=excerpt(found, _EXCERPT),
        score=round(score, 3),
        who=_who(db, table, record_id, provider_id),
        on=on,
        found=found,
        limitation=_limitation(db, record_id) if table == "message" else "",
    )


def _who(db: sqlite3.Connection, table: str, record_id: str, provider_id: str | None) -> str:
    if table in {"provider", "affiliation"}:
        return ""
    if table != "visit" and provider_id is None:
        return ""
    if table == "visit":
        row = db.execute(
            "SELECT group_concat(p.name, ', ') FROM visit_provider vp "
            "JOIN provider p ON p.id = vp.provider_id WHERE vp.visit_id = ?",
            (record_id,),
        ).fetchone()
    else:
        row = db.execute("SELECT name FROM provider WHERE id = ?", (provider_id,)).fetchone()
    return (row[0] or "") if row else ""


def _limitation(db: sqlite3.Connection, message_id: str) -> str:
    row = db.execute("SELECT limitation FROM message WHERE id = ?", (message_id,)).fetchone()
    return row[0] if row else ""


def _is_personal(db: sqlite3.Connection, note_id: str) -> bool:
    row = db.execute("SELECT kind FROM note WHERE id = ?", (note_id,)).fetchone()
    return row is not None and row[0] == "personal"
