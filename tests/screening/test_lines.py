"""Lines from standard input: as they come, whatever the bytes are."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.screening.lines import lines_of


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", []),
        (b"\n", [""]),
        (b"\n\n", ["", ""]),
        (b"dizzy", ["dizzy"]),
        (b"dizzy\r\nwell\r\n", ["dizzy", "well"]),
        (b"a\rb\n", ["a\rb"]),
        ("头晕\n皮疹".encode(), ["头晕", "皮疹"]),
        (b"\xef\xbb\xbfdizzy\nwell", ["dizzy", "well"]),
        ("头晕\r\n\r\nok\r\n".encode("utf-16"), ["头晕", "", "ok"]),
        (b"\xff\xfe", [""]),
        (b"bad \xe5\xa4 byte\nok\n", ["bad \ufffd byte", "ok"]),
        (b"nul \x00 byte\n", ["nul \x00 byte"]),
    ],
)
def test_lines(data: bytes, lines: list[str]) -> None:
    """LF and CRLF end a line, a lone CR doesn't; a byte order mark is none of it."""
    assert list(lines_of(io.BytesIO(data))) == lines


@given(st.lists(st.text(st.characters(exclude_characters="\r\n\ufeff", codec="utf-8"))))
def test_every_line_has_its_answer(lines: list[str]) -> None:
    """As many lines come out as went in, the same ones."""
    data = "".join(f"{line}\n" for line in lines).encode()
    assert list(lines_of(io.BytesIO(data))) == lines
