"""What can go wrong with the file, told apart: one line each, exit 7, nothing changed."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, Conflict, StoreProblem
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(eq=False)
class StoreThere(Conflict):
    """A store would be made where a file is already."""

    slug: ClassVar[str] = "store-there"
    message: ClassVar[str] = N_("There is a file at {path} already; it was left alone.")
    hint: ClassVar[str] = N_(
        "If it is your store, look at it with: repplan due      make another with: --store PATH"
    )
    path: str


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
class StoreUnreadable(StoreProblem):
    """The file is there, and this user may not open it."""

    slug: ClassVar[str] = "store-unreadable"
    message: ClassVar[str] = N_("{path} can't be opened: this user may not read it.")
    hint: ClassVar[str] = N_("Mend the permissions of the file and its folder, or use --store.")
    path: str


@dataclass(eq=False)
class StoreFull(StoreProblem):
    """No space left on the disk."""

    slug: ClassVar[str] = "store-full"
    message: ClassVar[str] = N_("The disk is full: nothing was written to {path}.")
    hint: ClassVar[str] = N_("Free some space and run this again; the store is as it was.")
    path: str


@dataclass(eq=False)
class StoreUnsteady(StoreProblem):
    """The operating system could not read or write the file: a quota, a cable, a network folder."""

    slug: ClassVar[str] = "store-unsteady"
    message: ClassVar[str] = N_("The disk or folder of {path} failed while it was used.")
    hint: ClassVar[str] = N_(
        "Nothing was written. Look for a quota, a limit on file sizes or a lost network folder."
    )
    path: str


@dataclass(eq=False)
class StoreDamaged(StoreProblem):
    """The file is no readable store."""

    slug: ClassVar[str] = "store-damaged"
    message: ClassVar[str] = N_("{path} is damaged or no repplan store.")
    hint: ClassVar[str] = N_("Leave it as it is, and put back the newest copy from “backups”.")
    path: str


@dataclass(eq=False)
class StoreForeign(StoreProblem):
    """The file is another program's database."""

    slug: ClassVar[str] = "store-foreign"
    message: ClassVar[str] = N_("{path} is the database of another program; it was left alone.")
    hint: ClassVar[str] = N_("Name your store with --store PATH, or make one: repplan init")
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


@dataclass(eq=False)
class StoreUnguarded(StoreProblem):
    """The triggers that fill the journal were changed: what is written now could not be undone."""

    slug: ClassVar[str] = "store-unguarded"
    message: ClassVar[str] = N_("{path} was changed from outside: its journal would miss changes.")
    hint: ClassVar[str] = N_("Nothing was written. Look at it with: repplan check, then: --fix")
    path: str


@dataclass(eq=False)
class StoreNotWhole(StoreProblem):
    """A check found what has to be mended."""

    slug: ClassVar[str] = "store-not-whole"
    message: ClassVar[str] = N_("The store is not whole: {count} of these have to be mended.")
    hint: ClassVar[str] = N_("What can be counted again is mended by: repplan check --fix")
    count: int


_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_READ_ONLY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_ROOM_TO_WRITE = 128 * 1024
"""Less free space than this is a full disk. Units: bytes; one write needs this much at least."""


def fault_of(error: sqlite3.Error, path: str) -> StoreProblem | None:
    """Return what the file's error means to a person; None when it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The driver's own error, which has no code: a byte flipped inside a text.
        return StoreDamaged(path) if "decode to UTF-8" in str(error) else None
    primary = code & 0xFF
    if primary in _LOCKED:
        return StoreLocked(path)
    if primary in _READ_ONLY:
        return StoreReadOnly(path) if os.access(path, os.R_OK) else StoreUnreadable(path)
    if primary == sqlite3.SQLITE_FULL:
        return StoreFull(path)
    if primary == sqlite3.SQLITE_IOERR:
        return StoreFull(path) if is_full(path) else StoreUnsteady(path)
    if primary in _DAMAGED:
        return StoreDamaged(path)
    return None


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Raise what the operating system refuses in this block as a fault of the store at ``path``."""
    try:
        yield
    except OSError as error:
        kind = next((kind for codes, kind in _SYSTEM if error.errno in codes), None)
        if kind is None:
            raise
        raise kind(str(path)) from error


_SYSTEM = (
    ({errno.ENOSPC, errno.EDQUOT}, StoreFull),
    ({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST}, StoreReadOnly),
    ({errno.EIO, errno.EFBIG, errno.ESTALE, errno.ETIMEDOUT}, StoreUnsteady),
)


def is_full(path: str) -> bool:
    """Whether the disk that holds a file has no room for a write."""
    try:
        return shutil.disk_usage(Path(path).parent).free < _ROOM_TO_WRITE
    except OSError:
        return False
