"""The bytes of a file that somebody gives us: opened once, its pitfalls named.

A regular file, standard input (``-``), or the one table inside a zip archive. Nothing is read
into memory here.
"""

from __future__ import annotations

import errno
import io
import stat
import sys
import zipfile
import zlib
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import IO, TYPE_CHECKING

from repplan.exchange.faults import BadWholeFile
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

STANDARD_INPUT = "-"

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_ZIP = b"PK\x03\x04"
_HIGHEST_RATIO = 100
"""How many times its size a packed table may have; more is made to fill a disk, not to be read."""


@dataclass(frozen=True)
class Source:
    """An opened file. ``size`` is what there is to read in bytes, 0 where nobody knows."""

    name: str
    stream: io.BufferedReader
    size: int
    counted: IO[bytes] | None = None

    @property
    def done(self) -> int:
        """How much of ``size`` has been read. Units: bytes."""
        return self.counted.tell() if self.counted else 0


@contextmanager
def open_source(file: str, *, member: str = "", packed: str = "") -> Iterator[Source]:
    """Yield the file's bytes; ``member`` begins the name of the table wanted in a zip archive.

    Without ``member`` an archive is refused; ``packed`` is what is said then. Raises:
    BadWholeFile; a full disk met while it is open is passed on.
    """
    if file == STANDARD_INPUT:
        yield Source(STANDARD_INPUT, _standard_input(), 0)
        return
    path = Path(file)
    try:
        size = _size(path)
        with path.open("rb") as opened:
            if opened.peek(len(_ZIP))[: len(_ZIP)] != _ZIP:
                yield Source(path.name, opened, size, opened)
                return
            if packed:
                raise _bad(path.name, packed)
            with _member(path.name, opened, member) as inside:
                yield Source(path.name, inside, size, opened)
    except OSError as error:
        if error.errno in _NO_ROOM:
            # Whoever reads this file writes elsewhere: that is no fault of the file.
            raise
        raise _bad(path.name, error.strerror or str(error)) from None


def _bad(name: str, problem: str) -> BadWholeFile:
    return BadWholeFile(name, 0, 0, problem)


def _standard_input() -> io.BufferedReader:
    if sys.stdin is None:
        raise _bad(STANDARD_INPUT, _("standard input is closed"))
    raw = getattr(sys.stdin, "buffer", None)
    if isinstance(raw, io.BufferedReader):
        return raw
    # A stream of text stands in for it: in a session that has no bytes to give.
    text = sys.stdin.read().encode(errors="surrogateescape")
    return io.BufferedReader(io.BytesIO(text))


def _size(path: Path) -> int:
    """Return a regular file's size; anything else is refused by name."""
    if path.is_symlink():
        target = _("it is a link: give the file it leads to, {path}")
        raise _bad(path.name, target.format(path=path.readlink()))
    if not path.exists():
        raise _bad(path.name, _("there is no such file"))
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise _bad(path.name or str(path), _("it is a folder, not a file"))
    if not stat.S_ISREG(found.st_mode):
        raise _bad(path.name, _("it is no regular file; to pipe something in, give - as the file"))
    return found.st_size


@contextmanager
def _member(name: str, opened: IO[bytes], member: str) -> Iterator[io.BufferedReader]:
    damaged = _bad(name, _("the zip archive is damaged, cut off or locked"))
    try:
        archive = zipfile.ZipFile(opened)
        inside = archive.open(_table_of(name, archive, member))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        raise damaged from None
    try:
        with archive, inside:
            yield io.BufferedReader(inside)  # type: ignore[arg-type]  # it reads like a raw stream
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise damaged from None


def _table_of(name: str, archive: zipfile.ZipFile, member: str) -> zipfile.ZipInfo:
    tables = [one for one in archive.infolist() if one.filename.lower().endswith(".csv")]
    meant = [
        one
        for one in tables
        if Path(one.filename).name.lower().startswith(member) and "header" not in one.filename
    ]
    if not member or not tables:
        raise _bad(name, _("it is an archive or a spreadsheet: save the table as CSV"))
    if len(meant or tables) != 1:
        names = ", ".join(one.filename for one in meant or tables)
        raise _bad(name, _("several tables are in it: {names}").format(names=names))
    (found,) = meant or tables
    if found.file_size > _HIGHEST_RATIO * max(found.compress_size, 1):
        problem = _("unpacked it is more than {times} times its size")
        raise _bad(name, problem.format(times=_HIGHEST_RATIO))
    return found
