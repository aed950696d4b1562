"""Copies of the store that can be trusted: SQLite's backup API, checked, with a manifest."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from repplan.files import give_name, sync_folder, write_whole
from repplan.store.connect import connect
from repplan.store.faults import StoreDamaged, StoreThere

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


def copy_store(source: Path, target: Path) -> Path:
    """Return ``target``, now a checked copy of ``source``, with ``target.json`` beside it.

    The live file is never copied as bytes: rows that wait in the write-ahead log would be missed.
    The manifest holds the copy's SHA-256 and the count of each table's rows.
    Raises: StoreDamaged when the copy doesn't pass SQLite's integrity check, StoreThere, CantWrite.
    """
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with new_database(target) as partial:
        with (
            closing(connect(source, "mode=ro")) as reader,
            closing(connect(partial, "mode=rw")) as copy,
        ):
            reader.backup(copy)
            # One file that can be read from anywhere, without a log beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
            if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise StoreDamaged(str(source))
            rows = _row_counts(copy)
        with partial.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    manifest = {"sha256": digest, "rows": rows}
    content = json.dumps(manifest, indent=1).encode() + b"\n"
    write_whole(target.with_name(f"{target.name}.json"), content, may_replace=True)
    return target


@contextmanager
def new_database(path: Path) -> Iterator[Path]:
    """Yield an empty file beside ``path``, mode 0600, that takes its name at the end, synced.

    SQLite fills it. Whoever looks sees nothing or the whole file, after a cut too; on an exception
    nothing is left. Raises: StoreThere where there is a file of that name by then.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    os.close(handle)
    partial = Path(name)
    try:
        yield partial
        _sync(partial)
        give_name(partial, path)
    except FileExistsError:
        raise StoreThere(str(path)) from None
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(f"{partial}{suffix}").unlink(missing_ok=True)
    sync_folder(path.parent)


def _row_counts(db: sqlite3.Connection) -> dict[str, int]:
    names = db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for (name,) in names}


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
