"""What was read, kept aside until the whole file is known to be sound: on disk, not in memory.

So a broken line at the end of nine gigabytes costs nothing, and the store is locked only while it
is written.
"""

from __future__ import annotations

import itertools
import json
import tempfile
from typing import TYPE_CHECKING, Any, Self

from repplan.exchange.model import Draft, Row, Status
from repplan.records import facts, field_types

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

_DRAFT = tuple(field_types(Draft))
_ROW = tuple(field_types(Row))
_TOGETHER = 100
"""Lists that are written as one."""


class Spool:
    """Lists in an unnamed temporary file, that nobody else can read, gone when it is closed."""

    def __init__(self) -> None:
        """Make the file."""
        self._file = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - closed by __exit__
        self._encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
        self._waiting: list[Sequence[object]] = []
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
        self._file.close()

    def add(self, values: Sequence[object]) -> None:
        """Keep a list of what JSON can hold."""
        self._waiting.append(values)
        self.count += 1
        if len(self._waiting) == _TOGETHER:
            self._put_down()

    def __iter__(self) -> Iterator[Any]:
        """Yield the lists in their order."""
        self._put_down()
        self._file.seek(0)
        return itertools.chain.from_iterable(map(json.loads, self._file))

    def _put_down(self) -> None:
        if self._waiting:
            self._file.write(self._encode(self._waiting) + "\n")
            self._waiting.clear()


class Drafts(Spool):
    """Drafts, kept aside."""

    def keep(self, draft: Draft) -> None:
        """Keep a draft."""
        self.add(list(facts(draft).values()))

    def read(self) -> Iterator[Draft]:
        """Yield the drafts in their order."""
        for line, name, provider, account, inside, licences, *rest in self:
            pairs = tuple((region, number) for region, number in licences)
            yield Draft(line, name, provider, account, inside, pairs, *rest)


class Rows(Spool):
    """What became of each row, kept aside for an answer that lists them all."""

    def keep(self, row: Row) -> None:
        """Keep a row."""
        self.add(list(facts(row).values()))

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
