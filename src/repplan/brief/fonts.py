"""Which font a letter of a PDF is set in. None is shipped with repplan.

Latin, Greek and Cyrillic: the font that comes with ReportLab, or one of the machine's own where
that one lacks a letter; both are embedded. Chinese and Korean: by the names that the PDF standard
gives them (Adobe-GB1, Adobe-Korea1), and the reader's machine draws them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import reportlab
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CHINESE, KOREAN = "STSong-Light", "HYGothic-Medium"

LATIN = (
    tuple(f"{Path(reportlab.__file__).parent}/fonts/{name}.ttf" for name in ("Vera", "VeraBd")),
    ("C:/Windows/Fonts/arial.ttf", "C:/Windows/Fonts/arialbd.ttf"),
    (
        "/System/Library/Fonts/Supplemental/Arial.ttf",
        "/System/Library/Fonts/Supplemental/Arial Bold.ttf",
    ),
    *(
        (f"{folder}/DejaVuSans.ttf", f"{folder}/DejaVuSans-Bold.ttf")
        for folder in (
            "/usr/share/fonts/truetype/dejavu",
            "/usr/share/fonts/dejavu-sans-fonts",
            "/usr/share/fonts/TTF",
        )
    ),
)
"""Files of fonts, normal and bold, of ReportLab, Windows, macOS and Linux: the first is enough for
western Europe.
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


def choose_fonts(text: str, candidates: Sequence[tuple[str, ...]] = LATIN) -> Fonts:
    """Return the fonts for a text: the first that have all its letters, else most of them."""
    for name in (CHINESE, KOREAN):
        registerFont(UnicodeCIDFont(name))
    needed = {ord(char) for char in text if not (_is_chinese(char) or _is_korean(char))}
    best: tuple[int, tuple[TTFont, TTFont] | None] = (-1, None)
    for normal, bold in candidates:
        try:
            pair = (TTFont(Path(normal).stem, normal), TTFont(Path(bold).stem, bold))
        except TTFError:
            continue  # not on this machine
        count = len(needed & pair[0].face.charToGlyph.keys())
        if count > best[0]:
            best = (count, pair)
    chosen = best[1]
    if chosen is None:
        raise FileNotFoundError(candidates[0][0])
    for font in chosen:
        registerFont(font)
    return Fonts(chosen[0].fontName, chosen[1].fontName, chosen[0].face.charToGlyph.keys())


def _is_korean(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3"


def _is_chinese(char: str) -> bool:
    """Say whether the standard's Chinese font has a character that a Latin one needn't have."""
    if _extension_a().match(char):
        return True
    return char >= "\u2e80" and bool(char.encode("gbk", "ignore"))


@cache
def _extension_a() -> re.Pattern[str]:
    return re.compile("[\u3400-\u4db5]")
