"""Pages as trees: nothing that was typed becomes markup, nothing from outside is let in."""

from __future__ import annotations

import base64
import hashlib

import pytest

from repplan.markup import base_style, document, fitted, in_two, raw, tag, text_width


def test_what_was_typed_is_text() -> None:
    """Text and attributes are escaped, and what would act on a screen is shown."""
    body = tag("body", tag("p", '<b> & "', title='" onclick="x', class_="a\x1bb"))
    page = document("<i>", body, style="p > b {}", language="zh_CN").decode()
    assert '<p title="&quot; onclick=&quot;x" class="a\ufffdb">&lt;b&gt; &amp; "</p>' in page
    assert "<title>&lt;i&gt;</title>" in page
    assert '<html lang="zh-CN">' in page


def test_only_its_own_style_and_script_are_let_in() -> None:
    """The policy names the digests of what the page holds, and no script where it has none."""
    style, script = base_style(), "x > 1"
    body = tag("body", raw("script", script))
    page = document("t", body, style=style, script=script, language="en").decode()
    for code in (style, script):
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in page
        assert code in page
    assert "script-src" not in document("t", tag("body"), style="", language="en").decode()


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Cardiology", ["Cardiology"]),
        (
            "Pharmacy and Therapeutics Committee",
            ["Pharmacy and Therapeutics", "Committee"],
        ),
        ("心血管内科重症监护病房一区二组", ["心血管内科重症监护病房一区二", "组"]),
    ],
)
def test_a_department_takes_two_lines(title: str, lines: list[str]) -> None:
    """A long title is parted at a blank, a Chinese one between two characters."""
    assert in_two(title, 195, 13) == lines


@pytest.mark.parametrize("text", ["Wilhelmina MacWilliams", "欧阳娜娜主任医师教授博士生导师"])
def test_a_long_name_is_cut(text: str) -> None:
    """A text is cut to its room, and one that fits isn't."""
    room = text_width(text, 15)
    assert fitted(text, room, 15) == text
    cut = fitted(text, room / 2, 15)
    assert cut.endswith("…")
    assert text_width(cut, 15) <= room / 2
