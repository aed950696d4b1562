"""The PDF: what it says, the drawing as vectors, the same bytes each time, any text."""

from __future__ import annotations

import base64
import re
import zlib

import pytest
from reportlab.graphics.shapes import Group, Rect, String

from repplan import i18n
from repplan.brief.fonts import choose_fonts
from repplan.records import replace
from repplan.routes.model import Proposal
from repplan.routes.pdf import drawn, pdf
from repplan.routes.picture import picture_of
from tests.routes.plans import CLOCK, HOSTILE, LEFT, PATEL, PLAN, ROUTE, hostile, stop, week


def made(proposal: Proposal = PLAN, language: str = "en", *, is_personal: bool = False) -> bytes:
    """Return the PDF of a plan."""
    i18n.bind(language)
    return pdf(proposal, language=language, clock=CLOCK, is_personal=is_personal)


def pages(content: bytes) -> int:
    """Return how many pages it has."""
    return len(re.findall(rb"/Type /Page\b", content))


def test_a_day_is_a_pdf() -> None:
    """Its title, its outline, our clock and a font for Chinese are in it."""
    content = made()
    assert content.startswith(b"%PDF-")
    assert b"/Title (Tue 24 Nov)" in content
    assert re.search(rb"/Outlines \d+ 0 R", content)
    assert b"(D:20261124000500Z)" in content
    assert b"/BaseFont /STSong-Light" in content


def test_it_says_what_the_page_says() -> None:
    """Who, when, where, why, the way, who was left out and why; nothing that is personal."""
    said = written(made())
    for text in (
        *("8:30", "1 Anjali Patel, MD", "Valley Cardiology, suite 210"),
        *("2 days late, renal dosing table", "until 8:50, drive 25 min", "lunch, until 12:30"),
        *("Not on the drawing: Amber Ng.", "back at Home, drive 25 min"),
        *("Tom Haas, MD: they see no reps", "Amber Ng has no address: she was planned last."),
    ):
        assert text.encode() in said
    assert "王建国".encode("utf-16-be") in said
    asked = written(made(is_personal=True))
    for text in ("cello", "dentist"):
        assert text.encode() not in said
        assert text.encode() in asked


def test_a_week_has_a_page_a_day() -> None:
    """The week's lines first, then each day with visits begins a page."""
    content = made(week())
    assert b"/Title (Mon 23 Nov to Fri 27 Nov)" in content
    for day in (b"Mon 23 Nov", b"Tue 24 Nov", b"Fri 27 Nov"):
        assert b"/Title (" + day + b")" in content
    assert b"/Title (Wed 25 Nov)" not in content
    assert pages(content) >= 4


def test_the_drawing_is_the_pages() -> None:
    """The same marks as on the page, with numbers and names, in vectors."""
    found = picture_of(ROUTE)
    assert found is not None
    [whole] = drawn(found, choose_fonts("Valley 市一医院")).contents
    shapes = list(_shapes(whole))
    assert sum(isinstance(one, Rect) for one in shapes) == 3
    said = {one.text for one in shapes if isinstance(one, String)}
    assert said >= {"1, 2", "3", "5", "Home", "Valley Cardiology", "市一医院", "2 km"}


def test_the_same_plan_gives_the_same_pdf() -> None:
    """Nothing random, no clock but ours."""
    assert made(week()) == made(week())


@pytest.mark.parametrize(
    "proposal",
    [
        Proposal(()),
        Proposal((replace(ROUTE, stops=(), leaves=None, back=None),), LEFT),
        Proposal((replace(ROUTE, stops=(stop(PATEL, 500, point=None),)),)),
        hostile(),
        Proposal((ROUTE,), LEFT * 60, (HOSTILE, "血压" * 800, "x" * 3000)),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_any_plan_makes_a_pdf(proposal: Proposal, language: str) -> None:
    """No day, no visit, no point, any text, however long: it is a PDF with a page."""
    content = made(proposal, language, is_personal=True)
    assert content.startswith(b"%PDF-")
    assert pages(content) >= 1


def written(content: bytes) -> bytes:
    """Return what stands on the pages, piece by piece; Chinese in UTF-16, its font's encoding."""
    streams = re.findall(rb"/ASCII85Decode.*?stream\r?\n(.*?)endstream", content, re.DOTALL)
    pages = (zlib.decompress(base64.a85decode(b"<~" + one.strip(), adobe=True)) for one in streams)
    pieces = (re.findall(rb"\(((?:\\.|[^()\\])*)\) Tj", page) for page in pages)
    return b" ".join(re.sub(rb"\\(\d{3}|.)", _plain, one) for page in pieces for one in page)


def _plain(escaped: re.Match[bytes]) -> bytes:
    return bytes([int(escaped[1], 8)]) if len(escaped[1]) == 3 else escaped[1]


def _shapes(group: object) -> list[object]:
    if not isinstance(group, Group):
        return [group]
    return [shape for one in group.contents for shape in _shapes(one)]
