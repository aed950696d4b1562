"""A rep's own minutes between accounts, out of a table in a file.

    read_matrix(table, names) -> {(account id, account id): minutes}
    known_names(db, home) -> names as read_matrix takes them

Two shapes are read. A list has the columns ``from``, ``to`` and ``minutes`` (others are passed by);
a square table has accounts along its first row and its first column, each row being left from. An
account is written as its name or its ref, the rep's own place as ``home``. Minutes are from door to
door, and needn't be the same both ways. An empty cell is a hole: ``travel.legs_between`` estimates
it and counts it.

The table is opened by who knows of files (``exchange.sheet.open_sheet``), with the bounds below.
"""

from __future__ import annotations

import math
import re
from gettext import gettext as _
from typing import TYPE_CHECKING, Protocol

from repplan.errors import BadFile
from repplan.records import dataclass
from repplan.routes.travel import HOME
from repplan.text import clip, fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

MOST_BYTES = 20_000_000
MOST_ROWS = 250_000
DELIMITERS = ",;\t"

LONGEST_MIN = 24 * 60
"""A leg takes a day at most."""

_FROM, _TO, _MINUTES = "from", "to", "minutes"
_HEADINGS = {
    "from": _FROM, "从": _FROM, "出发地": _FROM,
    "to": _TO, "到": _TO, "目的地": _TO,
    "minutes": _MINUTES, "min": _MINUTES, "分钟": _MINUTES,
}  # fmt: skip
_HOMES = ("home", "家")
_NUMBER = re.compile(r"-?([0-9]+(\.[0-9]*)?|[0-9]+,[0-9]{1,2})")
_SHOWN = 40

Minutes = dict[tuple[str, str], int]


class Table(Protocol):
    """An opened table, as ``exchange.sheet.Sheet``: its heading, then its rows, once."""

    name: str
    heading: tuple[str, ...]
    heading_line: int

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row's line and cells."""

    def column_of(self, position: int) -> int:
        """Return the character at which a cell of the row at hand begins, counted from 1."""


@dataclass(frozen=True)
class _Reading:
    """One table being read: who is meant by a cell, and the minutes found so far."""

    table: Table
    names: Mapping[str, tuple[str, ...]]
    minutes: Minutes

    def bad(self, line: int, position: int, problem: str) -> BadFile:
        """Return what is wrong with one cell of the row at hand."""
        return BadFile(self.table.name, line, self.table.column_of(position), problem)

    def account(self, line: int, position: int, said: str) -> str:
        """Return the id of the account that a cell names. Raises: BadFile."""
        ids = self.names.get(fold(said.strip()), ())
        if len(ids) == 1:
            return ids[0]
        shown = clip(said.strip(), _SHOWN)
        if not shown:
            raise self.bad(line, position, _("an account is missing here"))
        problem = _("“{said}” is no account: write its name or its ref")
        if ids:
            problem = _("“{said}” could be {count} accounts: write the ref")
        raise self.bad(line, position, problem.format(said=shown, count=len(ids)))

    def take(self, line: int, position: int, pair: tuple[str, str], said: str) -> None:
        """Keep one cell's minutes; an empty one is a hole. Raises: BadFile."""
        said = said.strip()
        if not said:
            return
        shown = clip(said, _SHOWN)
        if not _NUMBER.fullmatch(said):
            problem = _("“{said}” is no number of minutes")
            raise self.bad(line, position, problem.format(said=shown))
        number = float(said.replace(",", "."))
        if said.startswith("-") and number:
            problem = _("{said} minutes: no way takes less than none")
            raise self.bad(line, position, problem.format(said=shown))
        if number > LONGEST_MIN:
            problem = _("{said} minutes: that is more than a day")
            raise self.bad(line, position, problem.format(said=shown))
        found = math.ceil(number)
        if pair[0] == pair[1]:
            if found:
                problem = _("{said} minutes from a place to itself")
                raise self.bad(line, position, problem.format(said=shown))
            return
        before = self.minutes.setdefault(pair, found)
        if before != found:
            problem = _("{said} minutes here, {before} in a line before: which is it?")
            raise self.bad(line, position, problem.format(said=shown, before=before))


def known_names(db: sqlite3.Connection, home: str = HOME) -> dict[str, tuple[str, ...]]:
    """Return folded name or ref → the ids of the open accounts called so.

    ``home`` is the id of the rep's own place, an account's where that is one.
    """
    found: dict[str, tuple[str, ...]] = dict.fromkeys(_HOMES, (home,))
    rows = db.execute("SELECT id, ref, folded FROM account WHERE state = 'active' ORDER BY id")
    for account_id, ref, name in rows:
        for key in {fold(ref), name}:
            found[key] = (*found.get(key, ()), account_id)
    return found


def read_matrix(table: Table, names: Mapping[str, tuple[str, ...]]) -> Minutes:
    """Return the minutes that a table holds, by account ids: from, to.

    Raises: BadFile with line and column, at the first cell that can't be meant.
    """
    reading = _Reading(table, names, {})
    columns = {
        role: position
        for position, name in reversed([*enumerate(table.heading)])
        if (role := _HEADINGS.get(fold(name)))
    }
    if _FROM in columns and _TO in columns:
        if _MINUTES not in columns:
            raise reading.bad(table.heading_line, 0, _("no column “minutes”"))
        _read_list(reading, columns)
    else:
        _read_square(reading)
    return reading.minutes


def _read_list(reading: _Reading, columns: Mapping[str, int]) -> None:
    start, end, minutes = columns[_FROM], columns[_TO], columns[_MINUTES]
    for line, cells in reading.table.rows():
        pair = (
            reading.account(line, start, cells[start]),
            reading.account(line, end, cells[end]),
        )
        reading.take(line, minutes, pair, cells[minutes])


def _read_square(reading: _Reading) -> None:
    table = reading.table
    if len(table.heading) < 2:
        problem = _("neither the columns from, to, minutes nor accounts along the first row")
        raise reading.bad(table.heading_line, 0, problem)
    ends: Sequence[str] = [
        reading.account(table.heading_line, position, name)
        for position, name in enumerate(table.heading)
        if position
    ]
    for line, cells in table.rows():
        start = reading.account(line, 0, cells[0])
        for position, end in enumerate(ends, 1):
            reading.take(line, position, (start, end), cells[position])
