"""Headings of columns that say how much one doctor prescribes: words in use, no law.

Checked on 2026-11-22 against the headings of prescriber-level exports (TRx, NRx, NBRx, market share,
decile) and of Chinese hospital statistics.
"""

from __future__ import annotations

import re
from functools import cache

from repplan.text import fold

_WORDS = (
    r"(?:t|n|nb|tot|total|new)?rxs?", r"scripts?", r"prescriptions?", r"volumes?", r"vol", r"deciles?",
    r"units sold", r"doses? (?:written|dispensed)", r"packs? (?:written|dispensed|sold)",
    r"patients? (?:starts?|started|on drug)", r"new starts?", r"market share", r"scripts? share",
)  # fmt: skip

_CHINESE = (
    "处方[数量]", "处方数量", "处方份额", "开[单方药][数量]", "开单数量", "统方", "用药?量", "用药数量",
    "月销量?", "年销量?", "销量", "销售量", "纯销", "处方张数", "人均处方", "月处方", "单产",
)  # fmt: skip

_HARMLESS = re.compile(
    r"(?:patient|clinic|surg\w*|procedure) volume|prescription (?:habits?|style|notes?)|门诊量|手术量"
)
"""How many patients somebody sees, or how they prescribe, says nothing of how much."""


def is_volume(heading: str) -> bool:
    """Whether a heading says how much one doctor prescribes, in either language.

    >>> [is_volume(said) for said in ("TRx Q3", "Rx_volume", "7月处方量", "prescribing", "门诊量")]
    [True, True, True, False, False]
    """
    said = re.sub(r"[\s_\-./()\[\]#]+", " ", fold(heading)).strip()
    said = re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", said)
    return bool(_volumes().search(_HARMLESS.sub(" ", said)))


@cache
def _volumes() -> re.Pattern[str]:
    words = "|".join(_WORDS)
    return re.compile(rf"(?<![a-z])(?:{words})(?![a-z])|{'|'.join(_CHINESE)}")
