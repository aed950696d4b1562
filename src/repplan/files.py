"""Files that are made for people: whole or not at all, and only their owner reads them."""

from __future__ import annotations

import errno
import os
import tempfile
from gettext import gettext as _
from pathlib import Path

from repplan.errors import CantWrite, FileThere


def write_whole(path: Path, content: bytes, *, may_replace: bool) -> None:
    """Have these bytes in a file of this name, mode 0600, synced.

    Whoever looks sees the old file or the whole new one, after a power cut too.
    Raises: FileThere unless ``may_replace``; CantWrite, and nothing is left behind.
    """
    if not may_replace and os.path.lexists(path):
        raise FileThere(str(path))
    try:
        _write(path, content, may_replace=may_replace)
    except FileExistsError:
        raise FileThere(str(path)) from None
    except OSError as fault:
        raise CantWrite(str(path), _problem(fault, path)) from None


def check_place(path: Path, *, may_replace: bool) -> None:
    """Raise what ``write_whole`` would, before there is anything to write: FileThere, CantWrite."""
    if not may_replace and os.path.lexists(path):
        raise FileThere(str(path))
    try:
        handle, name = tempfile.mkstemp(
            prefix=f".{path.name[:64]}.", suffix=".part", dir=path.parent
        )
        os.close(handle)
        Path(name).unlink()
    except OSError as fault:
        raise CantWrite(str(path), _problem(fault, path)) from None


def _write(path: Path, content: bytes, *, may_replace: bool) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:64]}.", suffix=".part", dir=path.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if may_replace:
            partial.replace(path)
        else:
            give_name(partial, path)
    finally:
        partial.unlink(missing_ok=True)
    sync_folder(path.parent)


def give_name(partial: Path, path: Path) -> None:
    """Give a file its name, but never another one's. Raises: FileExistsError."""
    try:
        path.hardlink_to(partial)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links, such as a memory stick's: a small gap for two at once.
        if os.path.lexists(path):
            raise FileExistsError from None
        partial.rename(path)


def sync_folder(folder: Path) -> None:
    """Have a folder's names on the disk."""
    if os.name == "nt":
        return  # Windows opens no folder; NTFS journals its names by itself
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _problem(fault: OSError, path: Path) -> str:
    """Return what is in the way, in the reader's language where it is common."""
    match fault.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return _("there is no folder {folder}").format(folder=path.parent)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return _("the folder or the file is read-only")
        case errno.ENOSPC | errno.EDQUOT:
            return _("the disk is full")
        case errno.EISDIR:
            return _("it is a folder")
        case _other:
            return fault.strerror or type(fault).__name__
