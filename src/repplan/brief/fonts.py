"""Which font a letter of a PDF is set in. None is shipped with repplan.

Latin, Greek and Cyrillic: the font that comes with ReportLab, or one of the machine's own where
that one lacks a letter; both are embedded. Chinese and Korean: by the names that the PDF standard
gives them (Adobe-GB1, Adobe-Korea1), and the reader's machine draws them.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import reportlab
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

CHINESE, KOREAN = "STSong-Light", "HYGothic-Medium"

_OWN = Path(reportlab.__file__).parent / "fonts"
LATIN = (
    (f"{_OWN}/Vera.ttf", f"{_OWN}/VeraBd.ttf"),
    ("C:/Windows/Fonts/arial.ttf", "C:/Windows/Fonts/arialbd.ttf"),
    (
        "/System/Library/Fonts/Supplemental/Arial.ttf",
        "/System/Library/Fonts/Supplemental/Arial Bold.ttf",
    ),
    *(
        (
            f"/usr/share/fonts/{folder}/DejaVuSans.ttf",
            f"/usr/share/fonts/{folder}/DejaVuSans-Bold.ttf",
        )
        for folder in ("truetype/dejavu", "dejavu-sans-fonts", "TTF")
    ),
)
"""Files of fonts, normal and bold: ReportLab's own, which is enough for western Europe, then those
of Windows, macOS and Linux.
"""

_HOLE = "□"
"""Stands for a character that no font here has."""


@dataclass(frozen=True)
class Fonts:
    """The fonts of one document. ``letters`` are the code points that ``normal`` has."""

    normal: str
    bold: str
    letters: Collection[int]

    def runs(self, text: str, *, is_bold: bool = False) -> Iterator[tuple[str, str]]:
        """Yield the text in pieces of one font each: (font, piece). Chinese has no bold."""
        latin = self.bold if is_bold else self.normal
        drawn = (self._drawn(char, latin) for char in unicodedata.normalize("NFC", text))
        for font, pairs in groupby(drawn, lambda pair: pair[0]):
            yield font, "".join(char for _font, char in pairs)

    def _drawn(self, char: str, latin: str) -> tuple[str, str]:
        """Return the font of a character, and what is drawn for it: its base letter, or a hole."""
        if ord(char) in self.letters or char.isspace():
            return latin, char
        if _is_korean(char):
            return KOREAN, char
        if _is_chinese(char):
            return CHINESE, char
        if unicodedata.category(char) in {"Mn", "Cf"}:
            return latin, ""
        base = unicodedata.normalize("NFKD", char)[0]
        return (latin, base) if ord(base) in self.letters else (CHINESE, _HOLE)


def choose_fonts(text: str, candidates: Sequence[tuple[str, str]] = LATIN) -> Fonts:
    """Return the fonts for a text: the first of the candidates that has all its letters.

    Where none has, the one that lacks the fewest. The first candidate is always there.
    """
    for name in (CHINESE, KOREAN):
        registerFont(UnicodeCIDFont(name))
    needed = {ord(char) for char in text if not (_is_chinese(char) or _is_korean(char))}
    found: list[tuple[int, TTFont, TTFont]] = []
    for files in candidates:
        try:
            normal, bold = (TTFont(Path(file).stem, file) for file in files)
        except TTFError:
            continue  # another platform's
        lacks = len(needed - normal.face.charToGlyph.keys())
        found.append((lacks, normal, bold))
        if not lacks:
            break
    _lacks, normal, bold = min(found, key=lambda one: one[0])
    registerFont(normal)
    registerFont(bold)
    return Fonts(normal.fontName, bold.fontName, normal.face.charToGlyph.keys())


def _is_korean(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3"


def _is_chinese(char: str) -> bool:
    """Say whether the standard's Chinese font has a character that a Latin one needn't have."""
    is_rare = "\u3400" <= char <= "\u4db5"  # extension A: in the font, not in GBK
    return is_rare or (char >= "\u2e80" and bool(char.encode("gbk", "ignore")))
