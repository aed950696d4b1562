"""What comes in from outside, before anything reads it: how much of it, and whether it is text.

The words of the line, standard input, what is typed at a question, a file of notes: each passes
here once. Beyond ``LONGEST`` somebody has given the wrong file, and nothing of it is kept.
"""

from __future__ import annotations

import sys
from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, BadFile, EmptyText, MissingValue, UsageProblem
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 64 * 1024
"""Characters of one line, one note, one visit's words: 20 pages."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LARGEST_CHARACTER = 4
"""Bytes, in UTF-8."""


@dataclass(eq=False)
class TooLong(UsageProblem):
    """More text at once than anybody says of one visit."""

    slug: ClassVar[str] = "too-long"
    message: ClassVar[str] = N_("That is more than {most:,} characters at once.")
    hint: ClassVar[str] = N_("Nothing was written. Part it, or was it the wrong file?")
    most: int


def check_line(words: Iterable[str]) -> None:
    """Raise TooLong where the words of one command line are too many or too long."""
    if sum(map(len, words)) > LONGEST:
        raise TooLong(LONGEST)


def checked(text: str) -> str:
    """Return a text as it is. Raises: TooLong."""
    if len(text) > LONGEST:
        raise TooLong(LONGEST)
    return text


def read_stdin() -> str:
    """Return all of standard input. Raises: MissingValue (closed), TooLong, BadFile (no text)."""
    data = stdin_bytes(LONGEST * _LARGEST_CHARACTER)
    if len(data) > LONGEST * _LARGEST_CHARACTER:
        raise TooLong(LONGEST)
    return checked(decoded("-", data, sys.stdin.encoding))


def from_dash(text: str | None) -> str | None:
    """Return a text as it was given; a lone dash is standard input, for every text alike.

    Raises: EmptyText (nothing came), MissingValue (closed), TooLong, BadFile (no text).
    """
    if text is None or text.strip() != "-":
        return text
    came = read_stdin().strip()
    if not came:
        raise EmptyText(_("the text"))
    return came


def one_text(words: Iterable[str]) -> str:
    """Return the words of a line as one text; a lone dash is standard input. Raises: ``from_dash``."""
    return from_dash(" ".join(words)) or ""


def stdin_bytes(most: int) -> bytes:
    """Return standard input; of more than ``most`` bytes, one byte more. Raises: MissingValue."""
    if sys.stdin is None:
        raise MissingValue(_("the text"))
    raw = getattr(sys.stdin, "buffer", None)
    if raw is None:  # a stream of text stands in for it, in a session that has no bytes to give
        return sys.stdin.read().encode(errors="surrogateescape")[: most + 1]
    data: bytes = raw.read(most + 1)
    return data


def decoded(name: str, data: bytes, encoding: str | None = None) -> str:
    """Return a file's bytes as text: UTF-8 if nothing else is said, or UTF-16 by its mark.

    Raises: BadFile, with the line and character at which the text ends.
    """
    known = "utf-16" if data[:2] in _UTF16 else _with_mark(encoding)
    try:
        return data.decode(known)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(known, errors="replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise BadFile(name, line, column, _("not UTF-8 text")) from None


def _with_mark(encoding: str | None) -> str:
    """Return the encoding to read with; UTF-8 may begin with a byte order mark."""
    said = (encoding or "utf-8").lower().replace("_", "-")
    return "utf-8-sig" if said in {"utf-8", "utf8", "ascii", "us-ascii", "ansi-x3.4-1968"} else said
