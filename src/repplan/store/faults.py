"""What can go wrong with the file, told apart: one line each, exit 7, nothing changed."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import ClassVar

from repplan.errors import N_, StoreProblem


@dataclass(eq=False)
class StoreLocked(StoreProblem):
    """Another process held the write lock for longer than the busy timeout."""

    slug: ClassVar[str] = "store-locked"
    message: ClassVar[str] = N_("Another program is writing to {path}.")
    hint: ClassVar[str] = N_("Nothing was written. Let it finish and run this again.")
    path: str


@dataclass(eq=False)
class StoreReadOnly(StoreProblem):
    """The file or its folder can't be written."""

    slug: ClassVar[str] = "store-read-only"
    message: ClassVar[str] = N_("{path} can't be written: the file or its folder is read-only.")
    hint: ClassVar[str] = N_("Reading works. To write, mend the permissions or use --store.")
    path: str


@dataclass(eq=False)
class StoreFull(StoreProblem):
    """No space left on the disk."""

    slug: ClassVar[str] = "store-full"
    message: ClassVar[str] = N_("The disk is full: nothing was written to {path}.")
    hint: ClassVar[str] = N_("Free some space and run this again; the store is as it was.")
    path: str


@dataclass(eq=False)
class StoreDamaged(StoreProblem):
    """The file is no readable store."""

    slug: ClassVar[str] = "store-damaged"
    message: ClassVar[str] = N_("{path} is damaged or no repplan store.")
    hint: ClassVar[str] = N_("Leave it as it is, and put back the newest copy from “backups”.")
    path: str


@dataclass(eq=False)
class StoreNewer(StoreProblem):
    """The store was written by a newer repplan."""

    slug: ClassVar[str] = "store-newer"
    message: ClassVar[str] = N_("{path} was written by a newer repplan (schema {found}).")
    hint: ClassVar[str] = N_("Upgrade repplan; this one knows schema {known}. Nothing was changed.")
    path: str
    found: int
    known: int


@dataclass(eq=False)
class StoreBehind(StoreProblem):
    """The store is of an older schema; the command line migrates it before the first command."""

    slug: ClassVar[str] = "store-behind"
    message: ClassVar[str] = N_("{path} is of an older repplan (schema {found}).")
    hint: ClassVar[str] = N_("Any repplan command brings it up to date, with a backup first.")
    path: str
    found: int


_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_READ_ONLY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR)


def fault_of(error: sqlite3.Error, path: str) -> StoreProblem | None:
    """Return what the file's error means to a person; None when it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF
    if primary in _LOCKED:
        return StoreLocked(path)
    if primary in _READ_ONLY:
        return StoreReadOnly(path)
    if primary == sqlite3.SQLITE_FULL:
        return StoreFull(path)
    if primary in _DAMAGED:
        return StoreDamaged(path)
    return None
