"""Which font a letter is set in: Latin, Chinese, Korean, another one of the machine, none."""

from __future__ import annotations

import pytest

from repplan.brief.fonts import CHINESE, KOREAN, LATIN, Fonts, choose_fonts

FIRST = LATIN[:1]
"""ReportLab's own font alone: what a machine without any other has."""


def runs(text: str, fonts: Fonts | None = None, *, is_bold: bool = False) -> list[tuple[str, str]]:
    """Return the pieces of a text."""
    return list((fonts or choose_fonts(text, FIRST)).runs(text, is_bold=is_bold))


CASES = [
    ("Patel 8:40", [("Vera", "Patel 8:40")]),
    ("Søren Müller, Łódź", [("Vera", "Søren Müller, Łódz")]),
    ("王建国 MD", [(CHINESE, "王建国"), ("Vera", " MD")]),
    ("「先给我看」,好", [(CHINESE, "「先给我看」"), ("Vera", ","), (CHINESE, "好")]),
    ("㛃 喆 镕 陳", [(CHINESE, "㛃"), ("Vera", " "), (CHINESE, "喆"), ("Vera", " "),
                   (CHINESE, "镕"), ("Vera", " "), (CHINESE, "陳")]),
    ("김민준", [(KOREAN, "김민준")]),
    ("Dvořák", [("Vera", "Dvorák")]),
    ("e\u0301", [("Vera", "é")]),
    ("a\u200db", [("Vera", "ab")]),
    ("👩", [(CHINESE, "□")]),
    ("𠮷", [(CHINESE, "□")]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pieces"), CASES)
def test_each_letter_has_a_font(text: str, pieces: list[tuple[str, str]]) -> None:
    """A letter without a font is drawn without its accent, else as a hole that is seen."""
    assert [one for one in runs(text) if one[1]] == pieces


def test_bold_is_for_latin() -> None:
    """The standard's Chinese font has no bold; Latin has."""
    assert runs("Patel 王", is_bold=True) == [("VeraBd", "Patel "), (CHINESE, "王")]


def test_a_font_that_has_every_letter_is_taken() -> None:
    """The first font that has them all serves the whole text; missing files are passed over."""
    [vera] = FIRST
    nowhere = ("/nowhere/a.ttf", "/nowhere/b.ttf")
    assert choose_fonts("Patel", [vera, nowhere]).normal == "Vera"
    assert choose_fonts("Dvořák", [vera, nowhere]).normal == "Vera"
    bold_first = (vera[1], vera[1])
    assert choose_fonts("Patel", [bold_first, vera]).normal == "VeraBd"
