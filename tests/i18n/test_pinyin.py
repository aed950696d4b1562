"""Chinese names sound as their bearers say them."""

from __future__ import annotations

import pytest

from repplan.i18n.pinyin import pinyin_of


@pytest.mark.parametrize(
    ("native", "pinyin"),
    [
        ("王建国", "wang jian guo"),
        ("周一鸣", "zhou yi ming"),
        ("吕燕", "lü yan"),
        ("欧阳明", "ou yang ming"),
        ("尉迟恭", "yu chi gong"),
        ("单建国", "shan jian guo"),
        ("仇英", "qiu ying"),
        ("曾敏", "zeng min"),
        ("解明", "xie ming"),
        ("区明", "ou ming"),
        ("查明", "zha ming"),
        ("任重", "ren zhong"),
        ("朴树", "piao shu"),
        ("华明", "hua ming"),
        ("单", "shan"),
        ("阿依古丽·买买提", "a yi gu li mai mai ti"),
        ("Patel", ""),
        ("", ""),
    ],
)
def test_pinyin(native: str, pinyin: str) -> None:
    """Syllables without tones, the surname as a surname."""
    assert pinyin_of(native) == pinyin
