"""Pinyin of Chinese names. Loads a big dictionary: imported only to add or edit a provider."""

from __future__ import annotations

from pypinyin import Style, lazy_pinyin

from repplan.i18n.names import split_native

# Characters that sound otherwise as a surname than as a word.
# Source: Xinhua Zidian, the surname readings.
_SURNAMES = {
    "万俟": "mo qi",
    "乐": "yue",
    "乐正": "yue zheng",
    "仇": "qiu",
    "令狐": "ling hu",
    "任": "ren",
    "佴": "nai",
    "冼": "xian",
    "区": "ou",
    "卜": "bu",
    "华": "hua",
    "单": "shan",
    "单于": "chan yu",
    "句": "gou",
    "召": "shao",
    "员": "yun",
    "哈": "ha",
    "宁": "ning",
    "宓": "mi",
    "尉": "wei",
    "尉迟": "yu chi",
    "应": "ying",
    "折": "she",
    "晁": "chao",
    "曾": "zeng",
    "朴": "piao",
    "查": "zha",
    "柏": "bai",
    "洗": "xian",
    "澹台": "tan tai",
    "燕": "yan",
    "牟": "mou",
    "盖": "ge",
    "祭": "zhai",
    "种": "chong",
    "秘": "bi",
    "粘": "nian",
    "繁": "po",
    "纪": "ji",
    "缪": "miao",
    "翟": "zhai",
    "能": "nai",
    "臧": "zang",
    "葛": "ge",
    "藏": "zang",
    "覃": "qin",
    "解": "xie",
    "谌": "chen",
    "贾": "jia",
    "车": "che",
    "过": "guo",
    "逄": "pang",
    "那": "na",
    "都": "du",
    "长孙": "zhang sun",
    "隗": "wei",
    "隽": "juan",
    "黑": "he",
}


def pinyin_of(native: str) -> str:
    """Return a Chinese name in pinyin without tones, a blank between syllables.

    Surnames are read as surnames (单 is shan). What is no Chinese character is left out; empty
    where there is none.

    >>> pinyin_of("单建国"), pinyin_of("吕燕"), pinyin_of("Patel")
    ('shan jian guo', 'lü yan', '')
    """
    family, given = split_native(native)
    if "·" in native:
        return " ".join([*_syllables(given), *_syllables(family)])
    said = _SURNAMES.get(family)
    surname = said.split() if said else _syllables(family)
    return " ".join([*surname, *_syllables(given)])


def _syllables(text: str) -> list[str]:
    return lazy_pinyin(text, style=Style.NORMAL, errors="ignore", v_to_u=True)
