"""Ask whom a material matters to: who asked about it, objected to it or cares about it.

The search index is asked for the topics' words; the newest records that hold them are looked at.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

from repplan.errors import NP_
from repplan.products.rules import speaks_of, topics_of, topics_query
from repplan.providers.queries import SHORT_NAME
from repplan.records import dataclass

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from repplan.products.model import Material

ASKED, CARES, OBJECTED = NP_("match", "asked"), NP_("match", "cares"), NP_("match", "objected")
HOWS = (ASKED, CARES, OBJECTED)

READ = 5_000
"""Of the records that hold a topic's words, so many are looked at, the newest first."""

_YEAR = 365
"""Days for which a question or an objection says what somebody wants to know."""

_WHO = (
    f"p.id, p.ref, p.name, {SHORT_NAME}, p.tier, p.given_name",
    "p.state <> 'left' AND p.role <> 'colleague'",
)
_WHAT, _OPEN = 7, 10
"""The columns with what was said, and whether it waits for an answer."""

_HITS = (
    "WITH hit AS (SELECT rowid AS doc FROM search WHERE search MATCH ? "
    "ORDER BY rowid DESC LIMIT ?) "
    "SELECT d.tbl, d.record_id FROM hit JOIN search_doc d ON d.doc = hit.doc "
    "WHERE d.tbl IN ('followup', 'concern', 'visit')"
)
_ASKED = (
    f"SELECT {_WHO[0]}, 'asked', f.what, f.made_on, v.ref, f.state = 'open' FROM followup f "
    "JOIN provider p ON p.id = f.provider_id LEFT JOIN visit v ON v.id = f.visit_id "
    "WHERE f.id IN (SELECT value FROM json_each(:ids)) AND f.kind = 'question' AND f.by = 'us' "
    f"AND (f.state = 'open' OR f.made_on >= :since) AND {_WHO[1]}"
)
_CARES = (
    f"SELECT {_WHO[0]}, 'cares', c.what, c.raised_on, v.ref, 1 FROM concern c "
    "JOIN provider p ON p.id = c.provider_id LEFT JOIN visit v ON v.id = c.visit_id "
    "WHERE c.id IN (SELECT value FROM json_each(:ids)) AND c.settled_on IS NULL "
    f"AND {_WHO[1]}"
)
_OBJECTED = (
    f"{_WHO[0]}, 'objected', o.said, v.on_date, v.ref, 0",
    (
        "CROSS JOIN visit v ON v.id = o.visit_id "
        "CROSS JOIN visit_provider vp ON vp.visit_id = v.id "
        "CROSS JOIN provider p ON p.id = vp.provider_id "
        f"WHERE v.on_date >= :since AND v.state IN ('logged', 'filed') AND {_WHO[1]}"
    ),
)
_IN_VISITS = (
    # In this order: few of the visits hold an objection, and an index says which.
    f"SELECT {_OBJECTED[0]} FROM json_each(:ids) j "
    f"CROSS JOIN visit_objection o ON o.visit_id = j.value {_OBJECTED[1]}"
)
_THESE = (
    f"SELECT {_OBJECTED[0]} FROM json_each(:ids) j "
    f"CROSS JOIN visit_objection o ON o.rowid = j.value {_OBJECTED[1]}"
)
_TO_KNOWN = "SELECT rowid FROM visit_objection WHERE objection_id = ? ORDER BY rowid DESC LIMIT ?"


@dataclass(frozen=True)
class Match:
    """Somebody to whom a material matters, and what says so: what they asked, on a day (ISO).

    ``is_open``: the question waits for its answer, or they care about it now. ``given_on``: when
    they got the material; None: not yet.
    """

    provider_id: str
    provider_ref: str
    provider: str
    short_name: str
    tier: str | None
    given_name: str
    how: str
    what: str
    on: str
    visit: str | None
    is_open: bool
    given_on: str | None = None


def matches(
    db: sqlite3.Connection, material: Material, *, today: str, most: int = READ
) -> list[Match]:
    """Return whom a material matters to: open questions first, then what they care about now.

    What was asked or objected to counts for a year. ``most`` bounds the records looked at, the
    newest are. Those who have left, and colleagues, aren't there.
    """
    return matches_of_each(db, [material], today=today, most=most)[0]


def matches_of_each(
    db: sqlite3.Connection, materials: Sequence[Material], *, today: str, most: int
) -> list[list[Match]]:
    """Return the matches of each of these materials: the records are looked for once for all.

    ``most`` bounds the records looked at for all of them together.
    """
    topics = [topics_of(one.title, one.topics) for one in materials]
    query = topics_query(topic for those in topics for topic in those)
    if not query:
        return [[] for _one in materials]
    ids: dict[str, list[str]] = {"followup": [], "concern": [], "visit": []}
    for table, record_id in db.execute(_HITS, (query, most)):
        ids[table].append(record_id)
    since = (date.fromisoformat(today) - timedelta(_YEAR)).isoformat()
    rows = [
        row
        for sql, wanted in ((_ASKED, "followup"), (_CARES, "concern"), (_IN_VISITS, "visit"))
        for row in _rows(db, sql, ids[wanted], since)
    ]
    return [
        _of_one(db, one, those, rows, since=since, most=most)
        for one, those in zip(materials, topics, strict=True)
    ]


def _of_one(
    db: sqlite3.Connection,
    material: Material,
    topics: tuple[str, ...],
    rows: Sequence[sqlite3.Row],
    *,
    since: str,
    most: int,
) -> list[Match]:
    """One material's matches among these rows, and in what was known to be about it."""
    if not topics_query(topics):
        return []
    about = [row for row in rows if speaks_of(topics, row[_WHAT])]
    # What was matched with an approved objection is about it, whatever its words.
    about += _rows(db, _THESE, _to_known(db, material, topics, most), since)
    said = dict.fromkeys(tuple(row) for row in about)
    given = _given(db, material.id, {row[0] for row in said})
    found = [Match(*(*row[:_OPEN], bool(row[_OPEN]), given.get(row[0]))) for row in said]
    found.sort(key=lambda one: (one.provider, one.provider_ref))
    found.sort(key=lambda one: one.on, reverse=True)
    found.sort(key=_rank)
    return found


def people(found: Iterable[Match]) -> list[Match]:
    """Return each person's first match, of those who haven't got the material yet."""
    first: dict[str, Match] = {}
    for one in found:
        if one.given_on is None:
            first.setdefault(one.provider_id, one)
    return list(first.values())


def _rank(one: Match) -> tuple[bool, bool, int]:
    return (one.given_on is not None, not one.is_open, HOWS.index(one.how))


def _rows(
    db: sqlite3.Connection, sql: str, wanted: Sequence[str | int], since: str
) -> list[sqlite3.Row]:
    if not wanted:
        return []
    return db.execute(sql, {"ids": json.dumps(wanted), "since": since}).fetchall()


def _to_known(
    db: sqlite3.Connection, material: Material, topics: tuple[str, ...], most: int
) -> list[int]:
    """Return the objections that were raised and are known: approved ones that speak of a topic."""
    if material.product_id is None:
        return []
    every = db.execute(
        "SELECT id, text FROM objection WHERE product_id = ?", (material.product_id,)
    )
    found = [
        row[0]
        for objection_id, text in every.fetchall()
        if speaks_of(topics, text)
        for row in db.execute(_TO_KNOWN, (objection_id, most))
    ]
    return sorted(found, reverse=True)[:most]


def _given(db: sqlite3.Connection, material_id: str, provider_ids: set[str]) -> dict[str, str]:
    """Provider → the last day on which they got the material, of these."""
    if not provider_ids:
        return {}
    rows = db.execute(
        "SELECT g.provider_id, max(g.given_on) FROM json_each(:ids) j "
        "CROSS JOIN value_given g ON g.provider_id = j.value "
        # The plus: some hundreds got the material, one person got little.
        "WHERE +g.material_id = :material GROUP BY g.provider_id",
        {"ids": json.dumps(sorted(provider_ids)), "material": material_id},
    )
    return {row[0]: row[1] for row in rows}
