"""Words put together as the screen's language does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan import i18n
from repplan.errors import AlreadyClosed, BadValue, MissingValue, RepplanError
from repplan.i18n import phrases

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("language", "row", "parts", "text"),
    [
        ("en", phrases.listed, ("seen", "", None, "14 min"), "seen, 14 min"),
        ("en", phrases.listed, (), ""),
        ("en", phrases.clauses, ("suite 210, lot C", "no bag"), "suite 210, lot C; no bag"),
        ("en", phrases.placed, ("Valley Cardiology", "Valley Cardiology", "2nd"), "Valley Cardiology, 2nd"),
        ("zh_CN", phrases.listed, ("见到", "", None, "8分钟"), "见到,8分钟"),
        ("zh_CN", phrases.clauses, ("门诊3楼,敲门", "戴胸牌"), "门诊3楼,敲门;戴胸牌"),
        ("zh_CN", phrases.placed, ("市一医院", "心内科", "", "5楼"), "市一医院 心内科 5楼"),
    ],
)  # fmt: skip
def test_a_row(
    language: str, row: Callable[..., str], parts: tuple[str | None, ...], text: str
) -> None:
    """Parts stand in a row, the empty ones left out; those of a place once each."""
    i18n.bind(language)
    assert row(parts) == text


@pytest.mark.parametrize(
    ("language", "note", "text"),
    [
        ("en", "assumed", "Fri 27 (assumed)"),
        ("en", "", "Fri 27"),
        ("zh_CN", "默认", "Fri 27(默认)"),
    ],
)
def test_a_note_stands_in_brackets(language: str, note: str, text: str) -> None:
    """A remark stands behind its text in brackets, and nothing where there is none."""
    i18n.bind(language)
    assert phrases.with_note("Fri 27", note) == text


@pytest.mark.parametrize(
    ("column", "choice", "word"),
    [
        ("outcome", "no-see", "没见到"),
        ("state", "no-see", "不接待"),
        ("appointment", "agreed", "已约好"),
        ("role", "nurse", "护士"),
        ("role", "not one of ours", "not one of ours"),
    ],
)
def test_a_choice_means_what_its_field_says(column: str, choice: str, word: str) -> None:
    """A word that means two things is translated by its field, any other by itself."""
    i18n.bind("zh_CN")
    assert phrases.choice_word(column, choice) == word


@pytest.mark.parametrize(
    ("error", "message", "hint"),
    [
        (MissingValue("UNTIL"), "缺少:日期。", "请写在命令行里;不在终端里就不会问。"),
        (MissingValue("given name"), "缺少:名。", "请写在命令行里;不在终端里就不会问。"),
        (BadValue("role", "x", "a, b"), "身份:不能是「x」。", "可以用: a, b。"),
        (
            AlreadyClosed("open", "kept", "f-7k2m"),
            "「open」已经结束了(办好了)。",
            "什么时候、哪个命令: repplan history f-7k2m",
        ),
        (RepplanError(), "出错了", ""),
    ],
)
def test_an_error_in_words(error: RepplanError, message: str, hint: str) -> None:
    """Our own words among the facts are translated, what people wrote stays as it is."""
    i18n.bind("zh_CN")
    assert (phrases.message_of(error), phrases.hint_of(error)) == (message, hint)
