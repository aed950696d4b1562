"""Copies of the store that can be trusted: SQLite's backup API, checked, with a manifest."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from typing import TYPE_CHECKING

from repplan.store.connect import connect
from repplan.store.faults import StoreDamaged

if TYPE_CHECKING:
    from pathlib import Path


def copy_store(source: Path, target: Path) -> Path:
    """Return ``target``, now a checked copy of ``source``, with ``target.json`` beside it.

    The live file is never copied as bytes: rows that wait in the write-ahead log would be missed.
    Raises: StoreDamaged when the copy doesn't pass SQLite's integrity check.
    """
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    reader = connect(f"{source.resolve().as_uri()}?mode=ro")
    try:
        copy = sqlite3.connect(partial)
        try:
            reader.backup(copy)
            if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise StoreDamaged(str(source))
            rows = _row_counts(copy)
        finally:
            copy.close()
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    finally:
        reader.close()
    manifest = {"sha256": hashlib.sha256(partial.read_bytes()).hexdigest(), "rows": rows}
    _sync(partial)
    manifest_path = target.with_name(target.name + ".json")
    manifest_path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    manifest_path.chmod(0o600)
    partial.replace(target)
    return target


def _row_counts(db: sqlite3.Connection) -> dict[str, int]:
    names = db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for (name,) in names}


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
