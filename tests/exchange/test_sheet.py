"""Tables as spreadsheets write them are read; what is broken is named with its place."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repplan.errors import BadFile, BadValue
from repplan.exchange.sheet import Limits, open_sheet

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run
    from tests.exchange.conftest import Table

MEND = "Nothing was written. Mend the file and run it again.\n"
SAY = (
    "Nothing was written. Save it as UTF-8, or say what it is: --encoding windows-1252 (Excel in "
    "the West), gb18030 (Excel in China), latin-1, utf-16.\n"
)
TEXT = "name,tier\nJosé Lee,A\n"


def rows(path: str, encoding: str = "", delimiters: str = ",;\t") -> list[list[str]]:
    """Return the heading and the rows of a file."""
    with open_sheet(path, encoding=encoding, delimiters=delimiters) as sheet:
        return [list(sheet.heading), *(cells for _line, cells in sheet.rows())]


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (TEXT.encode(), ""),
        (TEXT.encode(), "utf8"),
        (TEXT.encode("utf-8-sig"), ""),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "gb18030"),
        (TEXT.encode("utf-16"), ""),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), ""),
        (TEXT.encode("utf-16-le"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), ""),
        (TEXT.encode("cp1252"), "windows-1252"),
        (TEXT.encode("latin-1"), "latin-1"),
        (TEXT.encode("gb18030"), "GB18030"),
    ],
)
def test_encodings(table: Table, raw: bytes, encoding: str) -> None:
    """A byte order mark says the encoding, whatever was asked; else what was asked, or UTF-8."""
    assert rows(table(raw=raw), encoding) == [["name", "tier"], ["José Lee", "A"]]


def test_chinese_excel(table: Table) -> None:
    """What Excel in China writes is read when it is named."""
    assert rows(table(raw="姓名,级别\n王建国,A\n".encode("gb18030")), "gb18030") == [
        ["姓名", "级别"],
        ["王建国", "A"],
    ]


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "base64", "idna", "a\0b"])
def test_encodings_that_are_none(table: Table, encoding: str) -> None:
    """What Python can decode but nobody writes tables in is refused like any unknown word."""
    with pytest.raises(BadValue):
        rows(table("name"), encoding)


@pytest.mark.parametrize(
    "text",
    [
        "name,tier\nAnn,A\n",
        "name,tier\r\nAnn,A\r\n",
        "name,tier\rAnn,A\r",
        "name,tier\nAnn,A",
        "name;tier\nAnn;A\n",
        "name\ttier\nAnn\tA\n",
        "sep=;\nname;tier\nAnn;A\n",
        "sep=,\r\nname,tier\r\nAnn,A\r\n",
        '"name","tier"\n"Ann","A"\n',
        "\n\nname,tier\n\nAnn,A\n\n",
        " name , tier \nAnn,A\n",
    ],
)
def test_shapes(table: Table, text: str) -> None:
    """Delimiters, line ends, quotes and blank lines are each read for what they are."""
    assert rows(table(raw=text.encode())) == [["name", "tier"], ["Ann", "A"]]


def test_a_delimiter_in_quotes_is_none(table: Table) -> None:
    """The heading's delimiter is counted outside quotes."""
    lines = ('"a,b,c";tier', '"x";A')
    assert rows(table(*lines)) == [["a,b,c", "tier"], ["x", "A"]]


def test_a_row_over_lines_begins_where_it_begins(table: Table) -> None:
    """A row's line is its first; a cell may hold line ends, quotes and delimiters."""
    path = table("name,tier", '"Ann', 'says ""hi"", twice",A', "Bo,B")
    with open_sheet(path) as sheet:
        assert list(sheet.rows()) == [
            (2, ['Ann\nsays "hi", twice', "A"]),
            (4, ["Bo", "B"]),
        ]


CELLS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff\r"), max_size=12
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(2, 4).flatmap(lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n))),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
)
def test_what_a_writer_wrote_is_read(
    table: Table, written: list[list[str]], delimiter: str, end: str, encoding: str
) -> None:
    """Cells of any text come back as they were written."""
    heading = [f"h{at}" for at in range(len(written[0]) if written else 2)]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([heading, *written])
    path = table(raw=text.getvalue().encode(encoding))
    assert rows(path, encoding) == [heading, *written]


@pytest.mark.parametrize(
    ("raw", "err"),
    [
        (b"name,tier\nAnn,A,B\n", "line 2, column 7: headings: 2, cells here: 3\n" + MEND),
        (b"name,tier\nAnn\n", "line 2, column 4: headings: 2, cells here: 1\n" + MEND),
        (
            b'name,tier\n"a\r\nb",A,C\n',
            "line 3, column 6: headings: 2, cells here: 3\n" + MEND,
        ),
        (b"name,Name\nA,B\n", "line 1, column 6: the heading “Name” stands twice\n" + MEND),
        (
            b'name,tier\n"Ann" x,A\n',
            "line 2, column 6: text behind a closing quote: inside quotes, write a quote twice\n"
            + MEND,
        ),
        (
            b'name,tier\nBo,B\n"Ann,A\nBo,B\n',
            "line 3, column 1: a quote that is never closed\n" + MEND,
        ),
        (
            b"name\n" + b"x" * 70_000 + b"\n",
            "line 2, column 1: a cell of more than 65,536 characters: is a quote not closed?\n"
            + MEND,
        ),
        (
            b"name\n" + b"x," * 2_200_000,
            "line 2, column 1: a line that never seems to end\n" + MEND,
        ),
        (
            b"name\nA\0B\n",
            "line 2, column 2: a NUL character: this is no text file, or UTF-16 without its mark\n"
            + SAY,
        ),
        (
            TEXT.encode("utf-16-le"),
            "line 1, column 2: a NUL character: this is no text file, or UTF-16 without its mark\n"
            + SAY,
        ),
        (TEXT.encode("latin-1"), "line 2, column 4: the byte 0xE9 is no UTF-8 text\n" + SAY),
        (TEXT.encode("utf-16")[:-1], "line 2, column 1: this is no UTF-16 text\n" + SAY),
        (b"tier\nA\n", "line 1, column 1: no column “name”; the headings are in docs/reference/csv.md\n" + MEND),
    ],
)  # fmt: skip
def test_broken(run: Run, table: Table, db: sqlite3.Connection, raw: bytes, err: str) -> None:
    """A broken file is refused whole with exit code 8: line, column, what is wrong, what to do."""
    result = run("import", "csv", table(raw=raw))
    assert (result.code, result.out, result.err) == (8, "", f"mine.csv, {err}")
    assert db.execute("SELECT count(*) FROM batch").fetchone()[0] == 0


@pytest.mark.parametrize("encoding", ["gb18030", "windows-1252", "utf-16"])
def test_another_encoding_than_said(run: Run, table: Table, encoding: str) -> None:
    """A byte that isn't of the encoding that was named is found with its place."""
    raw = {
        "gb18030": b"name\nAn\xff\n",
        "windows-1252": b"name\nAn\x81\n",
        "utf-16": b"name\nAn\n",
    }[encoding]
    err = {
        "gb18030": "line 2, column 3: the byte 0xFF is no GB18030 text",
        "windows-1252": "line 2, column 3: the byte 0x81 is no CP1252 text",
        "utf-16": "line 1, column 1: no column “name”; the headings are in docs/reference/csv.md",
    }[encoding]
    result = run("import", "csv", table(raw=raw), "--encoding", encoding)
    assert result.code == 8
    assert result.err.startswith(f"mine.csv, {err}\n")


def test_limits(table: Table) -> None:
    """What is larger than a table of one's own can be is refused; counting stops there."""
    path = table("name", *"abc")
    with (
        pytest.raises(BadFile, match="line 4, column 1: more than 2 rows"),
        open_sheet(path, limits=Limits(most_rows=2)) as sheet,
    ):
        list(sheet.rows())
    with (
        pytest.raises(BadFile, match="it is larger than 0 MB: take it in by parts"),
        open_sheet(path, limits=Limits(most_bytes=5)),
    ):
        pass


def test_the_field_limit_is_put_back(table: Table) -> None:
    """The csv module's own limit, which is shared, is as before when a sheet is closed."""
    before = csv.field_size_limit()
    rows(table("name", "Ann"))
    assert csv.field_size_limit() == before
