"""Small pages for a phone or a printer: pens in fonts that have the letters, headings, a foot."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A6
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from repplan.brief.fonts import CHINESE
from repplan.text import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

    from repplan.brief.fonts import Fonts
    from repplan.clock import Clock

INK, SOFT, MARK, LATE, TINT = (
    HexColor(c) for c in ("#1a1b1e", "#5b5e66", "#0a5a78", "#a8201a", "#eaf2f5")
)
_MARGIN = 8 * mm
_FOOT = 6 * mm
_LABEL = 14 * mm

WIDTH = A6[0] - 2 * _MARGIN
"""How wide a page is between its margins. Units: points."""


class Pen:
    """Writes paragraphs in a document's fonts and styles."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self.styles = {style.name: style for style in _styles(fonts)}

    def written(self, style: str, text: str) -> Paragraph:
        """Return a paragraph in the style of that name."""
        return Paragraph(self.markup(style, text), self.wrapping(style, text))

    def entry(self, style: str, text: str, label: str) -> Paragraph:
        """Return an entry of a brief; the first of its group has a label, and room above."""
        wrapping = self.wrapping(style, text)
        has_chinese_label = not label.isascii()
        own = ParagraphStyle(
            f"{style}-{bool(label)}",
            wrapping,
            spaceBefore=5 if label else 2,
            bulletFontName=CHINESE if has_chinese_label else self.fonts.bold,
        )
        return Paragraph(self.markup(style, text), own, bulletText=label or None)

    def markup(self, style: str, text: str) -> str:
        """Return the text as ReportLab reads it: each piece in a font that has its letters."""
        # The Chinese font has no bold, and Latin that shouts beside it looks like a mistake.
        is_bold = self.styles[style].fontName == self.fonts.bold and not self._has_chinese(text)
        return "<br/>".join(
            "".join(
                f'<font name="{font}">{escape(piece)}</font>'
                for font, piece in self.fonts.runs(line, is_bold=is_bold)
            )
            for line in shown(text).splitlines()
        )

    def wrapping(self, style: str, text: str) -> ParagraphStyle:
        """Return the style, with lines that break between ideographs where the text has some."""
        plain = self.styles[style]
        if not self._has_chinese(text):
            return plain
        return ParagraphStyle(f"{style}-cjk", plain, wordWrap="CJK")

    def _has_chinese(self, text: str) -> bool:
        return any(font == CHINESE for font, _piece in self.fonts.runs(text))


def _styles(fonts: Fonts) -> Iterator[ParagraphStyle]:
    text = ParagraphStyle(
        "text",
        fontName=fonts.normal,
        fontSize=9,
        leading=12.5,
        textColor=INK,
        leftIndent=_LABEL,
        bulletFontSize=7,
        bulletColor=MARK,
    )
    alone = ParagraphStyle("alone", text, leftIndent=0, spaceBefore=1)
    yield text
    # What we owe has a tint as well, for texts that can't be bold.
    yield ParagraphStyle("owed", text, fontName=fonts.bold, backColor=TINT)
    yield ParagraphStyle("stop", text, textColor=LATE, bulletColor=LATE)
    yield ParagraphStyle("name", alone, fontName=fonts.bold, fontSize=13, leading=16)
    yield ParagraphStyle("when", alone, fontName=fonts.bold)
    yield ParagraphStyle("soft", alone, fontSize=8, leading=11, textColor=SOFT)
    yield ParagraphStyle("who", text, fontName=fonts.bold)
    yield ParagraphStyle("under", text, fontSize=8, leading=11, textColor=SOFT)
    yield ParagraphStyle("last", alone, fontSize=7, leading=9, textColor=SOFT, spaceBefore=9)
    yield ParagraphStyle(
        "header",
        alone,
        spaceBefore=12,
        borderColor=MARK,
        borderWidth=0.7,
        borderPadding=5,
        borderRadius=3,
        leftIndent=6,
        rightIndent=6,
    )


class Heading(Paragraph):
    """A brief's name: the outline and the foot of its pages repeat it, with the hour."""

    def __init__(self, pen: Pen, name: str, hour: str) -> None:
        super().__init__(pen.markup("name", name), pen.wrapping("name", name))
        self.says = " ".join(part for part in (hour, shown(name)) if part)


class Paper(BaseDocTemplate):
    """Small pages with a foot: whose they are, and their number."""

    def __init__(self, file: BytesIO, pen: Pen, title: str, language: str, clock: Clock) -> None:
        super().__init__(
            file,
            pagesize=A6,
            title=title,
            author="repplan",
            lang=language.replace("_", "-"),
            invariant=1,  # no random identity, no clock but ours
        )
        self.pen, self.clock = pen, clock
        self.says = ""
        height = A6[1]
        frame = Frame(
            _MARGIN,
            _MARGIN + _FOOT,
            WIDTH,
            height - 2 * _MARGIN - _FOOT,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        self.addPageTemplates(
            PageTemplate("page", [frame], onPage=self._date, onPageEnd=self._foot)
        )

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - ReportLab's name
        """Put a heading into the outline, and at the foot of the pages from here on."""
        if isinstance(flowable, Heading):
            self.says = flowable.says
            key = f"visit-{self.page}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(self.says, key)

    def _date(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        moment = self.clock.now.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
        canvas.setDateFormatter(lambda *_parts: moment)

    def _foot(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        foot = self.pen.written("soft", f"{self.says} | {self.page}")
        foot.wrapOn(canvas, WIDTH, _FOOT)
        foot.drawOn(canvas, _MARGIN, _MARGIN)
