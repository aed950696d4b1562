"""Copies of the store that can be trusted: SQLite's backup API, checked, with a manifest."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from repplan.store.connect import connect
from repplan.store.faults import StoreDamaged, StoreThere

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


def copy_store(source: Path, target: Path) -> Path:
    """Return ``target``, now a checked copy of ``source``, with ``target.json`` beside it.

    The live file is never copied as bytes: rows that wait in the write-ahead log would be missed.
    The manifest holds the copy's SHA-256 and the count of each table's rows.
    Raises: StoreDamaged when the copy doesn't pass SQLite's integrity check, StoreThere.
    """
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with new_file(target) as partial:
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
    with new_file(target.with_name(f"{target.name}.json")) as partial:
        partial.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return target


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Yield an empty file beside ``path``, mode 0600, that takes its name at the end, synced.

    Whoever looks sees nothing or the whole file, after a cut too. On an exception nothing is left.
    Raises: StoreThere where there is a file of that name, even one made this moment.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    os.close(handle)
    partial = Path(name)
    try:
        yield partial
        _sync(partial)
        _put(partial, path)
    except BaseException:
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(f"{partial}{suffix}").unlink(missing_ok=True)
        raise
    _sync(path.parent)


def _put(partial: Path, path: Path) -> None:
    """Give the file its name, but never another one's."""
    try:
        os.link(partial, path)
    except FileExistsError:
        raise StoreThere(str(path)) from None
    except OSError:
        # A file system without links, such as a memory stick's: a small gap for two at once.
        if path.exists():
            raise StoreThere(str(path)) from None
        partial.rename(path)
    else:
        partial.unlink()


def _row_counts(db: sqlite3.Connection) -> dict[str, int]:
    names = db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for (name,) in names}


def _sync(path: Path) -> None:
    """Have a file's bytes, or a folder's names, on the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows opens no folder; NTFS journals its names by itself
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
