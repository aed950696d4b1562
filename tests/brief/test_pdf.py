"""The PDF: pages and outline, the same bytes each time, any text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from repplan.day import BriefItem
from repplan.records import replace
from tests.brief.making import DAY, HOSTILE, PATEL, brief, owed, written

if TYPE_CHECKING:
    from pathlib import Path


def test_a_pdf_has_a_page_and_an_outline_entry_a_brief(tmp_path: Path) -> None:
    """Each brief begins a page; title, language and our clock are in it; Chinese has its font."""
    content = written(tmp_path, "day.pdf")
    assert content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", content)) == len(DAY)
    assert re.search(rb"/Outlines \d+ 0 R", content)
    assert b"/Title (8:40 Anjali Patel, MD)" in content
    assert b"/Title (Tue 24 Nov)" in content
    assert b"(D:20261124130500Z)" in content
    assert b"/BaseFont /STSong-Light" in content
    assert b"/FontFile2" in content


def test_the_same_briefs_give_the_same_pdf(tmp_path: Path) -> None:
    """Nothing random, no clock but ours: two files of one moment are equal."""
    assert written(tmp_path, "a.pdf") == written(tmp_path, "b.pdf")


def test_a_long_brief_takes_more_pages(tmp_path: Path) -> None:
    """A brief of any length, of one endless word too, fits the pages."""
    entries = [BriefItem("NOTE", "word " * 50) for _ in range(40)]
    entries += [BriefItem("NOTE", "x" * 3000), BriefItem("NOTE", "血压" * 2000)]
    content = written(tmp_path, "long.pdf", [brief(person=entries, owed=[owed("血" * 400)])])
    assert len(re.findall(rb"/Type /Page\b", content)) > 5


@pytest.mark.parametrize(
    "text", ["", HOSTILE, "a\nb\n\nc", "👩‍⚕️ Ł ř Ж ﷺ 김 𠮷", "<b>", "&", "\x1b[0m"]
)
def test_any_text_makes_a_pdf(tmp_path: Path, text: str) -> None:
    """No name or note breaks the file or acts as ReportLab's own markup."""
    one = brief(
        provider=replace(PATEL, name=text or "A", title=text),
        owed=[owed(text)],
        person=[BriefItem("NOTE", text)],
        header=f"@ {text}",
    )
    assert written(tmp_path, "day.pdf", [one]).startswith(b"%PDF-")
