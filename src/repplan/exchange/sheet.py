"""A table in a text file, row by row: encoding, delimiter, limits, and where it is broken.

Rows stream: memory holds one row, whatever the file's size. Every fault is named with the line and
the character it begins at, and ends the reading.
"""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
from contextlib import contextmanager
from functools import cache
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.errors import BadFile, BadValue
from repplan.exchange.faults import BadWholeFile, OtherEncoding
from repplan.exchange.source import Source, open_source
from repplan.records import dataclass
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LARGEST_CELL = 64 * 1024
"""Characters of one cell."""

LONGEST_LINE = 4 * 1024 * 1024
"""Characters of one line; a file without any line break would else be read whole."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCODINGS = frozenset(
    """utf-8 utf-8-sig utf-16 utf-16-le utf-16-be cp1250 cp1251 cp1252 cp1253 cp1254 iso8859-1
    iso8859-2 iso8859-15 mac-roman gb18030 gbk gb2312 big5 shift_jis euc_kr""".split()
)
"""Encodings as Python names them: those that spreadsheets write."""


@dataclass(frozen=True)
class Limits:
    """What a file may hold at most; None: no limit."""

    most_bytes: int | None = None
    most_rows: int | None = None


@contextmanager
def open_sheet(
    file: str,
    *,
    encoding: str = "",
    delimiters: str = ",",
    member: str = "",
    limits: Limits | None = None,
) -> Iterator[Sheet]:
    """Yield the table in a file (``-`` is standard input), its heading read.

    A byte order mark says the encoding, else ``encoding``, else it is UTF-8. Of several
    ``delimiters`` it is the one that the heading holds most of. ``member`` as in ``open_source``.
    Raises: BadFile, BadValue (no such encoding).
    """
    limits = limits or Limits()
    with open_source(file, member=member) as source:
        if limits.most_bytes is not None and source.size > limits.most_bytes:
            raise _too_large(source.name, limits.most_bytes)
        known = _encoding(source, encoding)
        # A byte that can't be decoded becomes a lone surrogate, and is found with its place.
        text = io.TextIOWrapper(source.stream, encoding=known, errors="surrogateescape", newline="")
        before = csv.field_size_limit(LARGEST_CELL)
        try:
            yield Sheet(source, text, known, delimiters, limits)
        finally:
            csv.field_size_limit(before)
            text.detach()


class Sheet:
    """An opened table: its heading, then its rows, once."""

    def __init__(
        self, source: Source, text: io.TextIOWrapper, encoding: str, delimiters: str, limits: Limits
    ) -> None:
        """Read the heading. Raises: BadFile."""
        self.name = source.name
        self.source = source
        self._text = text
        self._encoding = encoding
        self._limits = limits
        self._line = 0
        self._characters = 0
        self._record: list[str] = []
        self._passes_by: Callable[[str], bool] | None = None
        lines = self._lines()
        first = next((line for line in lines if line.strip("\r\n")), "")
        if not first:
            raise BadWholeFile(self.name, 0, 0, _("it is empty"))
        self._delimiter, is_heading = _delimiter(first, delimiters)
        self._record = [first] if is_heading else []
        again = itertools.chain([first] if is_heading else [], lines)
        self._reader = csv.reader(again, delimiter=self._delimiter, strict=True)
        self.heading = tuple(name.strip() for name in self._next() or ())
        self.heading_line = self._line
        self._check_heading()

    def rows(
        self, passes_by: Callable[[str], bool] | None = None
    ) -> Iterator[tuple[int, list[str]]]:
        """Yield each row's line and cells, as many as the heading has; blank lines are none.

        ``passes_by`` says of a line that begins a row that nobody wants it: it isn't taken apart.
        Raises: BadFile at the first row that is broken.
        """
        self._passes_by = passes_by
        width = len(self.heading)
        count = 0
        while True:
            self._record.clear()
            cells = self._next()
            if cells is None:
                return
            if not cells:
                continue
            line = self._line - len(self._record) + 1
            if len(cells) != width:
                raise self._uneven(line, len(cells), width)
            count += 1
            if self._limits.most_rows is not None and count > self._limits.most_rows:
                problem = _("more than {count} rows").format(count=f"{self._limits.most_rows:,}")
                raise BadFile(self.name, line, 1, problem)
            yield line, cells

    def column_of(self, position: int) -> int:
        """Return the character at which a heading begins, counted from 1."""
        starts = _cells("".join(self._record), self._delimiter)
        return next(itertools.islice(starts, position, None), _Cell(0)).start + 1

    def _next(self) -> list[str] | None:
        try:
            return next(self._reader, None)
        except csv.Error:
            raise self._broken() from None

    def _lines(self) -> Iterator[str]:
        """Yield the lines with their ends, each checked; keep those of the record at hand."""
        most = self._limits.most_bytes
        while line := self._read():
            self._line += 1
            self._record.append(line)
            if not line.isascii() and (match := _undecoded().search(line)):
                byte = f"0x{ord(match[0]) - 0xDC00:02X}"
                problem = _not_text(self._encoding, byte)
                raise OtherEncoding(self.name, self._line, match.start() + 1, problem)
            if "\0" in line:
                problem = _("a NUL character: this is no text file, or UTF-16 without its mark")
                raise OtherEncoding(self.name, self._line, line.index("\0") + 1, problem)
            if len(line) == LONGEST_LINE:
                raise BadFile(self.name, self._line, 1, _("a line that never seems to end"))
            self._characters += len(line)
            if most is not None and self._characters > most:
                raise _too_large(self.name, most)
            if self._passes_by and len(self._record) == 1 and self._passes_by(line):
                self._record.clear()
                continue
            yield line

    def _read(self) -> str:
        try:
            return self._text.readline(LONGEST_LINE)
        except UnicodeDecodeError:  # UTF-16 has bytes that nothing can stand for
            problem = _not_text(self._encoding)
            raise OtherEncoding(self.name, self._line + 1, 1, problem) from None

    def _check_heading(self) -> None:
        seen: set[str] = set()
        for position, name in enumerate(self.heading):
            if name and fold(name) in seen:
                problem = _("the heading “{name}” stands twice").format(name=name)
                raise BadFile(self.name, self.heading_line, self.column_of(position), problem)
            seen.add(fold(name))

    def _uneven(self, line: int, found: int, width: int) -> BadFile:
        text = "".join(self._record)
        cells = list(_cells(text, self._delimiter))
        start = cells[width].start if found > width else len(text.rstrip("\r\n"))
        problem = _("headings: {width}, cells here: {found}").format(found=found, width=width)
        return BadFile(self.name, *_place(text, start, line), problem)

    def _broken(self) -> BadFile:
        """Return what the csv module stumbled over, with its place."""
        text = "".join(self._record)
        line = self._line - len(self._record) + 1
        for cell in _cells(text, self._delimiter):
            if cell.stray is not None:
                problem = _("text behind a closing quote: inside quotes, write a quote twice")
                return BadFile(self.name, *_place(text, cell.stray, line), problem)
            if cell.length > LARGEST_CELL:
                problem = _("a cell of more than {count} characters: is a quote not closed?")
                problem = problem.format(count=f"{LARGEST_CELL:,}")
                return BadFile(self.name, *_place(text, cell.start, line), problem)
            if not cell.is_closed:
                problem = _("a quote that is never closed")
                return BadFile(self.name, *_place(text, cell.start, line), problem)
        return BadFile(self.name, line, 1, _("a row that can't be read"))


@dataclass(frozen=True)
class _Cell:
    """Where a cell stands in its record. ``stray``: where text stands behind its closing quote."""

    start: int
    length: int = 0
    is_closed: bool = True
    stray: int | None = None


def _cells(text: str, delimiter: str) -> Iterator[_Cell]:
    """Yield the cells of a record as the csv module takes them, up to the first broken one."""
    at = 0
    ends = re.compile(f"[{re.escape(delimiter)}\r\n]")
    while at <= len(text):
        start = at
        if text[at : at + 1] == '"':
            at += 1
            while (at := text.find('"', at)) >= 0 and text[at + 1 : at + 2] == '"':
                at += 2
            if at < 0:
                yield _Cell(start, len(text) - start, is_closed=False)
                return
            at += 1
            if at < len(text) and text[at] not in f"{delimiter}\r\n":
                yield _Cell(start, at - start, stray=at)
                return
        else:
            match = ends.search(text, at)
            at = match.start() if match else len(text)
        yield _Cell(start, at - start)
        if text[at : at + 1] != delimiter:
            return
        at += 1


def _place(text: str, offset: int, line: int) -> tuple[int, int]:
    """Return the line and the column of an offset in a record that begins at ``line``."""
    before = text[:offset]
    breaks = before.count("\n")
    return line + breaks, offset - (before.rfind("\n") + 1 if breaks else 0) + 1


def _delimiter(first: str, delimiters: str) -> tuple[str, bool]:
    """Return the delimiter, and whether the first line is the heading: ``sep=;`` is none."""
    told = re.match(r"sep=(.)\s*$", first, re.IGNORECASE)
    if told and told[1] in delimiters:
        return told[1], False
    outside = "".join(first.split('"')[::2])
    return max(delimiters, key=outside.count), True


def _encoding(source: Source, asked: str) -> str:
    """Return the encoding as Python names it. Raises: BadValue where nobody writes tables in it."""
    try:
        known = codecs.lookup(asked or "utf-8").name
    except (LookupError, ValueError):  # ValueError: a name that holds what no name can
        known = ""
    if known not in _ENCODINGS:
        raise BadValue("--encoding", asked, "utf-8, utf-16, windows-1252, latin-1, gb18030")
    start = source.stream.peek(4)[:4]
    marked = next((name for mark, name in _MARKS if start.startswith(mark)), "")
    # Python's "utf-16" refuses to read without a mark; who writes it without one writes it so.
    return marked or ("utf-16-le" if known == "utf-16" else known)


def _not_text(encoding: str, byte: str = "") -> str:
    shown = encoding.removesuffix("-sig").upper()
    if not byte:
        return _("this is no {encoding} text").format(encoding=shown)
    return _("the byte {byte} is no {encoding} text").format(byte=byte, encoding=shown)


def _too_large(name: str, most: int) -> BadWholeFile:
    problem = _("it is larger than {count} MB: take it in by parts")
    return BadWholeFile(name, 0, 0, problem.format(count=most // 1_000_000))


@cache
def _undecoded() -> re.Pattern[str]:
    return re.compile("[\udc80-\udcff]")
