"""What was read, kept aside until the whole file is known to be sound: on disk, not in memory.

So a broken line at the end of nine gigabytes costs nothing, and the store is locked only while it
is written.
"""

from __future__ import annotations

import dataclasses
import json
import tempfile
from typing import TYPE_CHECKING, Self

from repplan.exchange.model import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_FIELDS = tuple(field.name for field in dataclasses.fields(Draft))


class Spool:
    """Drafts in an unnamed temporary file, that nobody else can read, gone when it is closed."""

    def __init__(self) -> None:
        """Make the file."""
        self._file = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - closed by __exit__
        self._encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
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

    def add(self, draft: Draft) -> None:
        """Keep a draft."""
        self._file.write(self._encode([getattr(draft, name) for name in _FIELDS]) + "\n")
        self.count += 1

    def __iter__(self) -> Iterator[Draft]:
        """Yield the drafts in their order."""
        self._file.seek(0)
        for text in self._file:
            line, name, provider, account, inside, licences, *rest = json.loads(text)
            pairs = tuple((region, number) for region, number in licences)
            yield Draft(line, name, provider, account, inside, pairs, *rest)


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
