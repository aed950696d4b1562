"""A rep's own minutes between accounts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.errors import BadFile
from repplan.exchange.sheet import Limits, open_sheet
from repplan.routes.matrix import (
    DELIMITERS,
    MOST_BYTES,
    MOST_ROWS,
    known_names,
    read_matrix,
)
from repplan.routes.travel import HOME
from repplan.store.write import change, insert

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from repplan.routes.matrix import Minutes
    from tests.conftest import Writing

NAMES = {
    "home": (HOME,),
    "oak": ("o",),
    "a-2222": ("o",),
    "lake": ("l",),
    "hill": ("h",),
    "valley": ("v", "w"),
}


def read(path: Path) -> Minutes:
    """Return what a file holds, opened as a command opens it."""
    limits = Limits(MOST_BYTES, MOST_ROWS)
    with open_sheet(str(path), delimiters=DELIMITERS, limits=limits) as sheet:
        return read_matrix(sheet, NAMES)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("from,to,minutes\noak,lake,12\nlake,oak,15\n", {("o", "l"): 12, ("l", "o"): 15}),
        ("from,to,minutes\nA-2222,Home,12.1\nhome,LAKE,0\n", {("o", HOME): 13, (HOME, "l"): 0}),
        ("\ufeffminutes;km;from;to\r\n12,5;9;oak;lake\r\n", {("o", "l"): 13}),
        ("从,到,分钟\noak,lake,7\n", {("o", "l"): 7}),
        ("from,to,minutes\noak,lake,\noak,oak,0\noak,hill,-0\n", {("o", "h"): 0}),
        ("from,to,minutes\noak,lake,5\na-2222,lake,5\n", {("o", "l"): 5}),
        ("from,to,minutes\n", {}),
        (",oak,lake\noak,0,5\nlake,7,\n", {("o", "l"): 5, ("l", "o"): 7}),
        ("minutes\tlake\thill\noak\t5\t1440\n", {("o", "l"): 5, ("o", "h"): 1440}),
    ],
)
def test_tables(tmp_path: Path, text: str, minutes: Minutes) -> None:
    """A list or a square, by name or ref, with holes, the way back another one, rounded up."""
    path = tmp_path / "m.csv"
    path.write_text(text, encoding="utf-8", newline="")
    assert read(path) == minutes


LIST = "from,to,minutes\noak,lake,10\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LIST + "oak,hill,-5\n", "3, column 10: -5 minutes: no way takes less than none"),
        (LIST + "oak,hill,soon\n", "3, column 10: “soon” is no number of minutes"),
        (LIST + "oak,hill,nan\n", "3, column 10: “nan” is no number of minutes"),
        (LIST + "oak,hill,1e3\n", "3, column 10: “1e3” is no number of minutes"),
        (LIST + "oak,hill,٣\n", "3, column 10: “٣” is no number of minutes"),
        (LIST + "oak,hill,1441\n", "3, column 10: 1441 minutes: that is more than a day"),
        (LIST + f"oak,hill,{'9' * 400}\n", "3, column 10: 9999"),
        (LIST + '"oak","moon",5\n', "3, column 7: “moon” is no account: write its name or its ref"),
        (LIST + "valley,oak,5\n", "3, column 1: “valley” could be 2 accounts: write the ref"),
        (LIST + ",oak,5\n", "3, column 1: an account is missing here"),
        (LIST + "oak,oak,5\n", "3, column 9: 5 minutes from a place to itself"),
        (
            LIST + "oak,lake,11\n",
            "3, column 10: 11 minutes here, 10 in a line before: which is it?",
        ),
        (LIST + "oak,lake\n", "3, column 9: headings: 3, cells here: 2"),
        ("from,to\noak,lake\n", "1, column 1: no column “minutes”"),
        ("oak\nlake\n", "1, column 1: neither the columns from, to, minutes nor accounts along"),
        (",oak,moon\noak,0,1\n", "1, column 6: “moon” is no account: write its name or its ref"),
        (",oak,\noak,0,1\n", "1, column 6: an account is missing here"),
        (",oak,lake\noak,0,1\nmoon,1,2\n", "3, column 1: “moon” is no account"),
        (",oak,lake\noak,0,-1\n", "2, column 7: -1 minutes: no way takes less than none"),
        (",oak,lake\noak,3,1\n", "2, column 5: 3 minutes from a place to itself"),
        (",oak,oak\noak,0,1\n", "1, column 6: the heading “oak” stands twice"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, told: str) -> None:
    """The cell that can't be meant is named, with its line and column, and what to do."""
    path = tmp_path / "m.csv"
    path.write_text(text, encoding="utf-8", newline="")
    with pytest.raises(BadFile) as refused:
        read(path)
    assert str(refused.value).startswith(f"m.csv, line {told}")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "m.csv: it is empty"),
        (
            b"from,to,minutes\noak,lake,\xff\n",
            "m.csv, line 2, column 10: the byte 0xFF is no UTF-8",
        ),
        (b"from,to,minutes\noak,lake,\0\n", "m.csv, line 2, column 10: a NUL character"),
        (
            b'from,to,minutes\noak,"lake,5\n',
            "m.csv, line 2, column 5: a quote that is never closed",
        ),
        (b"x" * (MOST_BYTES + 1), "m.csv: it is larger than 20 MB"),
        (b"from,to,minutes\n" + b"oak,lake,5\n" * (MOST_ROWS + 1), "m.csv, line 250002, column 1"),
    ],
    ids=["empty", "no text", "nul", "quote", "large", "long"],
)
def test_broken_files(tmp_path: Path, data: bytes, told: str) -> None:
    """A file that is no table, or too large for one, is refused as an import refuses it."""
    path = tmp_path / "m.csv"
    path.write_bytes(data)
    with pytest.raises(BadFile) as refused:
        read(path)
    assert str(refused.value).startswith(told)


class Rows:
    """A table in memory."""

    name = "m.csv"
    heading_line = 1

    def __init__(self, heading: tuple[str, ...], rows: list[list[str]]) -> None:
        """Take the heading and the rows."""
        self.heading = heading
        self._rows = rows

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row with its line."""
        yield from enumerate(self._rows, 2)

    def column_of(self, position: int) -> int:
        """Return the cell's own number."""
        return position + 1


@given(st.lists(st.tuples(*[st.sampled_from(["oak", "lake", "hill"])] * 2, st.text(max_size=8))))
def test_any_cell_is_minutes_or_refused(rows: list[tuple[str, str, str]]) -> None:
    """Whatever stands in a cell: whole minutes of a day at most, a hole, or a line and a column."""
    table = Rows(("from", "to", "minutes"), [list(row) for row in rows])
    try:
        minutes = read_matrix(table, NAMES)
    except BadFile as refused:
        assert 2 <= refused.line <= len(rows) + 1  # noqa: PT017 - either end is allowed
        return
    assert all(type(found) is int and 0 <= found <= 1440 for found in minutes.values())
    assert all(start != end for start, end in minutes)


@given(st.dictionaries(st.sampled_from(["oak", "lake", "hill"]), st.floats(0, 1440)))
def test_both_shapes_say_the_same(found: dict[str, float]) -> None:
    """A list of ways from home and the same ways in a square are one table."""
    ways = [["home", name, f"{minutes:.6f}"] for name, minutes in found.items()]
    square = Rows(("", "home", *found), [["home", "0", *(way[2] for way in ways)]])
    listed = Rows(("from", "to", "minutes"), ways)
    assert read_matrix(square, NAMES) == read_matrix(listed, NAMES)
    assert read_matrix(listed, NAMES) == {
        (HOME, NAMES[name][0]): math.ceil(float(f"{minutes:.6f}"))
        for name, minutes in found.items()
    }


def test_names(db: sqlite3.Connection, writing: Writing) -> None:
    """Open accounts answer to name and ref, namesakes to their ref alone, home to two words."""
    with writing() as work:
        made = [insert(work, "account", {"name": "Oak", "folded": "oak"}) for _ in range(2)]
        closed, _ref = insert(work, "account", {"name": "Hill", "folded": "hill"})
        change(work, "account", closed, {"state": "closed"})
    names = known_names(db)
    assert set(names["oak"]) == {identity for identity, _ref in made}
    assert [names[ref] for _identity, ref in made] == [(identity,) for identity, _ref in made]
    assert (names["home"], names["家"]) == ((HOME,), (HOME,))
    assert "hill" not in names
    home, ref = made[0]
    names = known_names(db, home)
    assert names["home"] == names["家"] == names[ref] == (home,)
