"""Standard input line by line, as it comes: bytes that are no text are shown as such."""

from __future__ import annotations

import io
import sys
from gettext import gettext as _
from typing import TYPE_CHECKING, BinaryIO

from repplan.errors import MissingValue

if TYPE_CHECKING:
    from collections.abc import Iterator

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MARK = "\ufeff"


def stdin_lines() -> Iterator[str]:
    """Yield the lines of standard input without their ends; a bad byte is U+FFFD.

    Raises: MissingValue where it is closed.
    """
    if sys.stdin is None:
        raise MissingValue(_("the text"))
    raw = getattr(sys.stdin, "buffer", None)
    if raw is None:  # a stream of text stands in for it, in a session that has no bytes to give
        raw = io.BytesIO(sys.stdin.read().encode(errors="surrogateescape"))
    yield from lines_of(raw)


def lines_of(raw: BinaryIO) -> Iterator[str]:
    """Yield the lines of a stream: UTF-8, or UTF-16 by its mark. A lone CR ends no line.

    >>> list(lines_of(io.BytesIO(bytes([100, 13, 10, 10, 255, 99]))))
    ['d', '', '�c']
    """
    first = raw.readline()
    if first[:2] in _UTF16:
        text = (first + raw.read()).decode("utf-16", errors="replace")
        yield from text.replace("\r\n", "\n").removesuffix("\n").split("\n")
        return
    line = first
    while line:
        text = line.decode("utf-8", errors="replace").removesuffix("\n").removesuffix("\r")
        yield text.removeprefix(_MARK) if line is first else text
        line = raw.readline()
