"""Markdown: plain to read, and what was typed stays what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from repplan.brief.markdown import markdown
from repplan.day import BriefItem
from repplan.records import replace
from repplan.text import shown
from tests.brief.making import CLOCK, PATEL, brief, written

if TYPE_CHECKING:
    from pathlib import Path


def test_markdown_is_plain(tmp_path: Path) -> None:
    """One heading a brief, a line an entry, the header in a block to copy."""
    assert written(tmp_path, "day.md").decode() == (
        "# Tue 24 Nov\n"
        "\n"
        "## 8:40 Anjali Patel, MD\n"
        "\n"
        "A, cardiology, Tue 24 Nov 8:40, 10 min, agreed with Dana\n"
        "\n"
        "- **IN** suite 210; Lot C\n"
        "- **OWED** **renal dosing table, 1 day late**\n"
        "- **OWED** **copay sheet, today**\n"
        "- **STOP** sees no reps\n"
        '- **LAST** Tue 17 Nov seen "Show me renal"\n'
        "- **LAST** Tue 3 Nov\n"
        "- **WHEN** Tue seen 4 of 5\n"
        "\n"
        "```\n"
        "@ Patel 8:40\n"
        "```\n"
        "\n"
        "## 王建国 主任医师\n"
        "\n"
        "A, 心内科, Tue 24 Nov, 10 min, asked\n"
        "\n"
        "- **CARES** 75岁以上低血压(11月17日 周二)\n"
        "\n"
        "```\n"
        "@王建国\n"
        "```\n"
        "\n"
        "As of Tue 24 Nov 7:05. Delete it when the day is done.\n"
    )


def rendered(text: str) -> str:
    """Return the text of the entries, as a reader of Markdown with GitHub's tables shows them."""
    tokens = MarkdownIt().enable(["table", "strikethrough"]).parse(text)
    inlines = [token for token in tokens if token.type == "inline" and token.level == 3]
    kinds = {child.type for token in inlines for child in token.children or ()}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}
    return "".join(child.content for token in inlines for child in token.children or ())


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"])))
def test_nothing_typed_is_markup_in_markdown(text: str) -> None:
    """An entry reads as it was typed, blanks squeezed: no link, emphasis, code, HTML or entity."""
    one = brief(person=[BriefItem("NOTE", f"a {text} z")], header="")
    told = markdown([one], language="en", clock=CLOCK).decode()
    assert rendered(told) == " ".join(f"NOTE a {shown(text)} z".split())


def test_a_heading_stays_one_heading(tmp_path: Path) -> None:
    """A name can neither end its heading nor the block that its header stands in."""
    name = "1. # Ann ```\n# Other"
    one = brief(provider=replace(PATEL, name=name, title=""), header=f"@ {name}")
    tokens = MarkdownIt().parse(written(tmp_path, "day.md", [one]).decode())
    kinds = [token.tag for token in tokens if token.type == "heading_open"]
    assert kinds == ["h1", "h2"]
    assert [token.content for token in tokens if token.type == "fence"] == [
        "@ 1. # Ann ``` # Other\n"
    ]
