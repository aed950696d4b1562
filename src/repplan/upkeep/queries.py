"""Ask what was changed: by which command, when, and what stands against taking it back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.ids import LETTERS, ref_prefix
from repplan.store.refs import ids_by_ref
from repplan.upkeep.model import Batch, Change, Count, Entry, Named

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from repplan.upkeep.model import Value

_TITLES = {
    "account": "name",
    "concern": "what",
    "followup": "what",
    "licence": "number",
    "material": "title",
    "message": "claim",
    "note": "text",
    "objection": "text",
    "objective": "what",
    "pack": "name",
    "inquiry": "question",
    "own_policy": "name",
    "override": "rule",
    "product": "name",
    "provider": "name",
    "safety_report": "what",
    "sample_lot": "number",
    "time_off": "from_on",
    "watch_word": "text",
    "value_given": "what",
    "visit": "on_date",
    "visit_objection": "said",
}
"""Table → the column by which a person knows a record of it."""

_FULLER = {
    "affiliation": "(SELECT a.name FROM account a WHERE a.id = t.account_id)",
    "consent": ("(SELECT p.name FROM provider p WHERE p.id = t.provider_id) || ' ' || t.channel"),
    "coverage": "t.payer",
    "drill_card": "t.aspect",
    "note": "CASE t.kind WHEN 'personal' THEN '' ELSE t.text END",
    "override": "t.rule || ': ' || t.reason",
    "relation": (
        "(SELECT p.name FROM provider p WHERE p.id = t.provider_id) || ' ' || t.kind || ' ' || "
        "(SELECT p.name FROM provider p WHERE p.id = t.other_id)"
    ),
    "reception_rule": "(SELECT a.name FROM account a WHERE a.id = t.account_id)",
    "rollout": "(SELECT d.name FROM product d WHERE d.id = t.product_id)",
    "sample_count": "(SELECT l.number FROM sample_lot l WHERE l.id = t.lot_id)",
    "sample_movement": (
        "t.kind || ' ' || t.quantity || ' ' || "
        "(SELECT l.number FROM sample_lot l WHERE l.id = t.lot_id)"
    ),
    "setting": "t.id",
    "spend": "t.on_date || ' ' || t.nature",
    "time_off": "t.from_on || coalesce(' ' || t.what, '')",
    "stance": (
        "(SELECT p.name FROM provider p WHERE p.id = t.provider_id) || ' ' || "
        "coalesce(t.stance, t.influence)"
    ),
    "visit_product": "(SELECT d.name FROM product d WHERE d.id = t.product_id)",
    "visit_provider": "(SELECT p.name FROM provider p WHERE p.id = t.provider_id)",
    "visit": (
        "t.on_date || coalesce(' ' || (SELECT group_concat(p.name, ', ') FROM visit_provider vp "
        "JOIN provider p ON p.id = vp.provider_id WHERE vp.visit_id = t.id), '')"
    ),
}
"""Table → what tells a record that still is here better than one column does."""

_OVERRIDES = ("override", "record_id")

_PARTS = {
    "provider": (("affiliation", "provider_id"), ("licence", "provider_id"), _OVERRIDES),
    "visit": (
        ("visit_provider", "visit_id"),
        ("visit_product", "visit_id"),
        ("visit_objection", "visit_id"),
        _OVERRIDES,
    ),
    "note": (_OVERRIDES,),
    "followup": (_OVERRIDES,),
    "objective": (_OVERRIDES,),
    "spend": (("spend_share", "spend_id"),),
}
"""Table → the tables whose rows are parts of its records, and the column that says of which."""

_FEW = 3
"""So many records are named, more are counted."""

_BATCH = "SELECT ref, command, at, actor, undoes, first_seq, last_seq FROM batch"


def batches(db: sqlite3.Connection, limit: int | None = None) -> list[Batch]:
    """Return what was written, newest first, edits from outside among them; None: all."""
    rows = db.execute(
        f"{_BATCH} ORDER BY first_seq DESC LIMIT ?", (-1 if limit is None else limit,)
    )
    undone = _undone(db)
    found = [_read(row, undone) for row in rows]
    found = sorted([*found, *outside(db)], key=lambda one: one.first_seq, reverse=True)
    return found[:limit]


def outside(db: sqlite3.Connection) -> list[Batch]:
    """Return the edits from outside repplan: those between two commands as one."""
    rows = db.execute(
        "SELECT max(at) AS at, min(seq) AS first_seq, max(seq) AS last_seq FROM journal "
        "WHERE batch IS NULL GROUP BY "
        "(SELECT max(b.first_seq) FROM batch b WHERE b.first_seq < journal.seq)"
    )
    return [
        Batch(None, None, row["at"], None, None, row["first_seq"], row["last_seq"]) for row in rows
    ]


def batches_called(db: sqlite3.Connection, said: str) -> list[Batch]:
    """Return the batches whose ref begins so, with or without its letter; none if it is no ref."""
    letter, prefix = ref_prefix(said) or ("", "")
    if letter not in {None, LETTERS["batch"]}:
        return []
    start = f"{LETTERS['batch']}-{prefix}"
    undone = _undone(db)
    rows = db.execute(f"{_BATCH} WHERE ref >= ? AND ref < ? LIMIT 20", (start, f"{start}~"))
    return [_read(row, undone) for row in rows]


def batch(db: sqlite3.Connection, ref: str) -> Batch:
    """Return one batch by its whole ref."""
    row = db.execute(f"{_BATCH} WHERE ref = ?", (ref,)).fetchone()
    return _read(row, _undone(db))


def last_standing(db: sqlite3.Connection) -> Batch | None:
    """Return the last command that isn't taken back, undos left out; None if there is none."""
    undone = _undone(db)
    rows = db.execute(f"{_BATCH} WHERE undoes IS NULL ORDER BY first_seq DESC")
    return next((_read(row, undone) for row in rows if row["ref"] not in undone), None)


def _read(row: sqlite3.Row, undone: Mapping[str, str]) -> Batch:
    return Batch(**dict(row), undone_by=undone.get(row["ref"]))


def _undone(db: sqlite3.Connection) -> dict[str, str]:
    """Batch → the one that took it back and stands: whose own undo, if any, was taken back."""
    rows = db.execute(
        "SELECT ref, undoes FROM batch WHERE undoes IS NOT NULL ORDER BY first_seq DESC"
    )
    undone: dict[str, str] = {}
    # Newest first: whatever takes an undo back has been seen before it.
    for ref, target in rows:
        if ref not in undone:
            undone.setdefault(target, ref)
    return undone


def counts(db: sqlite3.Connection, one: Batch) -> tuple[Count, ...]:
    """Return how many records of each table a batch added, set or deleted."""
    rows = db.execute(
        "SELECT tbl, CASE WHEN adds > dels THEN 'add' WHEN dels > adds THEN 'del' ELSE 'set' END "
        "AS did, count(*), json_group_array(row) FROM (SELECT tbl, row, sum(kind = 'add') AS adds, "
        "sum(kind = 'del') AS dels FROM journal WHERE seq BETWEEN ? AND ? GROUP BY tbl, row) "
        "GROUP BY tbl, did",
        (one.first_seq, one.last_seq),
    ).fetchall()
    return tuple(
        Count(table, did, records, _titles(db, table, ids) if records <= _FEW else ())
        for table, did, records, ids in rows
    )


def _titles(db: sqlite3.Connection, table: str, ids: str) -> tuple[str, ...]:
    titles = (named(db, table, row).title for row in json.loads(ids))
    return tuple(title for title in titles if title)


def changes_of(db: sqlite3.Connection, one: Batch, limit: int | None = None) -> Entry:
    """Return a batch with its changes, in the order they were made."""
    rows = db.execute(
        f"{_CHANGE} WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ?",
        (one.first_seq, one.last_seq, _limit(limit)),
    )
    return Entry(one, tuple(_changes(db, rows)))


def history_of(db: sqlite3.Connection, record: Named) -> list[Entry]:
    """Return what happened to a record and its parts, newest batch first."""
    ids = [record.row, *_parts(db, record)]
    places = ", ".join("?" * len(ids))
    rows = db.execute(f"{_CHANGE} WHERE row IN ({places}) ORDER BY seq DESC", ids).fetchall()
    undone = _undone(db)
    entries: list[Entry] = []
    changes = _changes(db, rows)
    for row, change in zip(rows, changes, strict=True):
        known = entries[-1] if entries else None
        if known and row["batch"] == known.batch.ref and row["at"] == known.batch.at:
            entries[-1] = Entry(known.batch, (change, *known.changes))
            continue
        if row["batch"] is None:
            one = Batch(None, None, row["at"], None, None, row["seq"], row["seq"])
        else:
            kept = db.execute(f"{_BATCH} WHERE ref = ?", (row["batch"],)).fetchone()
            one = _read(kept, undone)
        entries.append(Entry(one, (change,)))
    return entries


_CHANGE = (
    "SELECT seq, batch, command, at, actor, tbl, row, kind, col, old, new, "
    "salt IS NULL AS is_erased FROM journal"
)


def _changes(db: sqlite3.Connection, rows: Iterable[sqlite3.Row]) -> Iterator[Change]:
    known: dict[tuple[str, str], Named] = {}
    for row in rows:
        key = (row["tbl"], row["row"])
        record = known.get(key) or known.setdefault(key, named(db, *key))
        is_apart = row["tbl"] == "note" and _is_apart(db, row["row"])
        is_told = row["kind"] == "set" and not is_apart
        old, new = (_value(row[side]) if is_told else None for side in ("old", "new"))
        yield Change(record, row["kind"], row["col"], old, new, bool(row["is_erased"]), is_apart)


def _is_apart(db: sqlite3.Connection, note_id: str) -> bool:
    """Whether a note is personal, or ever was: what it said then is nobody's to read."""
    row = db.execute(
        "SELECT 1 FROM note WHERE id = :id AND kind = 'personal' UNION ALL "
        "SELECT 1 FROM journal WHERE row = :id AND tbl = 'note' AND ("
        "(col = 'kind' AND '\"personal\"' IN (old, new)) OR (kind IN ('add', 'del') "
        "AND json_extract(coalesce(old, new), '$.kind') = 'personal')) LIMIT 1",
        {"id": note_id},
    ).fetchone()
    return row is not None


def _value(text: str | None) -> Value:
    value: Value = None if text is None else json.loads(text)
    return value


def named(db: sqlite3.Connection, table: str, row: str) -> Named:
    """Return a record's ref and title as they are, or as they were when it was taken away."""
    ref = "t.ref" if table in LETTERS else "''"
    title = _FULLER.get(table) or (f"t.{_TITLES[table]}" if table in _TITLES else "''")
    found = db.execute(f"SELECT {ref}, {title} FROM {table} t WHERE t.id = ?", (row,)).fetchone()
    if found is None:
        found = _as_it_was(db, table, row)
    return Named(table, row, found[0] or "", str(found[1] or ""))


def _as_it_was(db: sqlite3.Connection, table: str, row: str) -> tuple[str, str]:
    kept = db.execute(
        "SELECT coalesce(old, new) FROM journal WHERE row = ? AND tbl = ? "
        "AND kind IN ('add', 'del') AND coalesce(old, new) IS NOT NULL ORDER BY seq DESC LIMIT 1",
        (row, table),
    ).fetchone()
    record = json.loads(kept[0]) if kept else {}
    title = row if table == "setting" else record.get(_TITLES.get(table, ""), "")
    if table == "note" and _is_apart(db, row):
        title = ""
    return record.get("ref", ""), title


def records_called(db: sqlite3.Connection, said: str) -> list[Named]:
    """Return the records whose ref begins so, those that were taken away if none is here."""
    if ref_prefix(said) is None:
        return []
    tables = [table for table in LETTERS if table != "batch"]
    found = [(table, row) for table in tables for row in ids_by_ref(db, table, said)]
    return [named(db, *key) for key in found or _gone(db, said)]


def _gone(db: sqlite3.Connection, said: str) -> Sequence[tuple[str, str]]:
    letter, prefix = ref_prefix(said) or (None, "")
    # A letter is any one character to LIKE.
    rows = db.execute(
        "SELECT DISTINCT tbl, row FROM journal WHERE kind = 'del' AND old LIKE ? LIMIT 20",
        (f'%"ref":"{letter or "_"}-{prefix}%',),
    )
    return [(row[0], row[1]) for row in rows]


def _parts(db: sqlite3.Connection, record: Named) -> list[str]:
    return [
        row[0]
        for table, column in _PARTS.get(record.table, ())
        for row in db.execute(f"SELECT id FROM {table} WHERE {column} = ?", (record.row,))
    ]


def holders(db: sqlite3.Connection, table: str, row: str, limit: int = 3) -> list[Named]:
    """Return a few of the records that hang on one, by their foreign keys."""
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = [
        named(db, child, row_id)
        for child in tables
        for key in db.execute(f"PRAGMA foreign_key_list({child})").fetchall()
        if key["table"] == table
        for (row_id,) in db.execute(
            f'SELECT id FROM {child} WHERE "{key["from"]}" = ? LIMIT ?', (row, limit)
        )
    ]
    return found[:limit]


def last_change(
    db: sqlite3.Connection, table: str, row: str, after_seq: int, upto_seq: int
) -> Batch | None:
    """Return who touched a record last within these rows of the journal; None: nobody did."""
    found = db.execute(
        "SELECT batch AS ref, command, at, actor, NULL AS undoes, seq AS first_seq, "
        "seq AS last_seq FROM journal WHERE row = ? AND tbl = ? AND seq > ? AND seq <= ? "
        "ORDER BY seq DESC LIMIT 1",
        (row, table, after_seq, upto_seq),
    ).fetchone()
    return _read(found, {}) if found else None


def _limit(limit: int | None) -> int:
    return -1 if limit is None else limit


def id_of(db: sqlite3.Connection, table: str, rowid: int) -> str:
    """Return the id of the row that SQLite knows by a number."""
    return str(db.execute(f"SELECT id FROM {table} WHERE rowid = ?", (rowid,)).fetchone()[0])


def torn_batches(db: sqlite3.Connection) -> list[str]:
    """Return the refs of the batches whose rows of the journal aren't all theirs."""
    rows = db.execute(
        "SELECT b.ref FROM batch b WHERE b.last_seq - b.first_seq + 1 <> (SELECT count(*) "
        "FROM journal j WHERE j.seq BETWEEN b.first_seq AND b.last_seq AND j.batch = b.ref)"
    )
    return [row[0] for row in rows]


def has_open_context(db: sqlite3.Connection) -> bool:
    """Whether the journal's context names a command though none is being run."""
    row = db.execute("SELECT batch, command FROM journal_context").fetchone()
    return row is None or row[0] is not None or row[1] is not None
