"""What was read, kept aside until the whole file is known to be sound: on disk, not in memory.

So a broken line at the end of nine gigabytes costs nothing, and the store is locked only while it
is written.
"""

from __future__ import annotations

import errno
import itertools
import marshal
import tempfile
from contextlib import contextmanager, suppress
from gettext import gettext as _
from typing import TYPE_CHECKING, Any, Self

from repplan.exchange.faults import CantSetAside
from repplan.exchange.model import Draft, Row, Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_TOGETHER = 100
"""Tuples that are written as one."""

_SIZE = 4
"""Bytes that say how long what follows is."""


@contextmanager
def _telling() -> Iterator[None]:
    """Raise what the system refuses in this block as what it is: no fault of the file read."""
    try:
        yield
    except OSError as error:
        # Without any folder that takes a file there is none to name.
        raise CantSetAside(tempfile.tempdir or "TMPDIR", _problem(error)) from None


def _problem(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _("the disk is full")
    return error.strerror or type(error).__name__


class Spool:
    """Tuples in an unnamed temporary file, that nobody else can open, gone when it is closed.

    Each of its methods raises CantSetAside where there is no room for it.
    """

    def __init__(self) -> None:
        """Make the file."""
        with _telling():
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._waiting: list[tuple[object, ...]] = []
        self.count = 0

    def __enter__(self) -> Self:
        """Return the spool itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file, which ends it."""
        # What there was no room for is tried once more, and may be lost.
        with suppress(OSError):
            self._file.close()

    def add(self, values: tuple[object, ...]) -> None:
        """Keep a tuple of plain text, numbers, and tuples and dictionaries of them."""
        self._waiting.append(values)
        self.count += 1
        if len(self._waiting) == _TOGETHER:
            self._put_down()

    def __iter__(self) -> Iterator[Any]:
        """Yield the tuples in their order."""
        self._put_down()
        with _telling():
            self._file.seek(0)
        return itertools.chain.from_iterable(self._taken_up())

    def _put_down(self) -> None:
        packed = marshal.dumps(self._waiting)
        with _telling():
            self._file.write(len(packed).to_bytes(_SIZE, "big") + packed)
        self._waiting.clear()

    def _taken_up(self) -> Iterator[list[tuple[Any, ...]]]:
        while size := self._file.read(_SIZE):
            packed = self._file.read(int.from_bytes(size, "big"))
            yield marshal.loads(packed)  # noqa: S302 - written above, by this process


class Drafts(Spool):
    """Drafts, kept aside."""

    def keep(self, draft: Draft) -> None:
        """Keep a draft."""
        self.add(
            (
                draft.line,
                draft.name,
                draft.provider,
                draft.account,
                draft.inside,
                draft.licences,
                draft.initial,
                draft.refusal,
                draft.is_aside,
            )
        )

    def read(self) -> Iterator[Draft]:
        """Yield the drafts in their order."""
        return itertools.starmap(Draft, self)


class Rows(Spool):
    """What became of each row, kept aside for an answer that lists them all."""

    def keep(self, row: Row) -> None:
        """Keep a row."""
        self.add((row.line, row.status.value, row.ref, row.record, row.reason))

    def read(self) -> Iterator[Row]:
        """Yield the rows in their order."""
        for line, status, *rest in self:
            yield Row(line, Status(status), *rest)


class Repeats:
    """Which keys may stand more than once in a file, in memory that doesn't grow with it.

    One bit a key: two keys may share one, so ``may_repeat`` can be wrong about a key that stands
    once, never about one that stands twice.
    """

    _BITS = 1 << 25

    def __init__(self) -> None:
        """Begin with no key."""
        self._seen = bytearray(self._BITS >> 3)
        self._twice: set[int] = set()

    def note(self, key: str) -> None:
        """Take notice of a key."""
        at = hash(key) % self._BITS
        bit = 1 << (at & 7)
        if self._seen[at >> 3] & bit:
            self._twice.add(at)
        else:
            self._seen[at >> 3] |= bit

    def may_repeat(self, key: str) -> bool:
        """Whether the key may have been noted more than once."""
        return hash(key) % self._BITS in self._twice
