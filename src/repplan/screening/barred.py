"""Words that a policy bars, in all their forms, and volumes of what one doctor prescribes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from repplan.screening.phrases import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from repplan.screening.phrases import Token


def barred_words(
    flat: str, toks: Sequence[Token], words: Iterable[str]
) -> list[tuple[str, int, int]]:
    """Return (word of the list, start, end) of each that stands in a text, in whatever form.

    An English one stands for whole words and their endings, a Chinese one is found anywhere.
    """
    found: list[tuple[str, int, int]] = []
    said = [(_stem(one.word), one.start, one.end) for one in toks if one.word != "-"]
    firsts: dict[str, list[int]] = {}
    for at, (stem, _start, _end) in enumerate(said):
        firsts.setdefault(stem, []).append(at)
    for word in words:
        if not word.strip():
            continue
        parts = _parts(word)
        if not parts:
            bare = word.strip().lower()
            at = flat.find(bare)
            if at >= 0:
                found.append((word, at, at + len(bare)))
            continue
        for at in firsts.get(parts[0], ()):
            if tuple(stem for stem, _s, _e in said[at : at + len(parts)]) == parts:
                found.append((word, said[at][1], said[at + len(parts) - 1][2]))
                break
        else:
            joined = "".join(parts)
            for at in firsts.get(joined, ()):
                found.append((word, said[at][1], said[at][2]))
                break
    return found


@cache
def _parts(word: str) -> tuple[str, ...]:
    """Return a listed word's stems; empty for one that isn't written in Latin letters."""
    if any(char >= "\u2e80" for char in word):
        return ()
    return tuple(_stem(one.word) for one in tokens(word.lower()) if one.word[0].isalnum())


@cache
def _stem(word: str) -> str:
    word = word.replace("'", "")
    for ending in ("ings", "ing", "ies", "es", "ed", "s", "d"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word[: -len(ending)]
            if ending == "ies":
                return stem + "y"
            if ending in {"ing", "ings", "ed"} and stem[-1] == stem[-2:-1]:
                return stem[:-1]
            return stem.rstrip("e") or stem
    return word.rstrip("e") or word


_CUES = (
    "script",
    "rx",
    "writes",
    "write",
    "wrote",
    "prescri",
    "volume",
    "box",
    "packs",
    "starts",
    "开",
    "处方",
    "用量",
    "盒",
    "支",
)


def volumes(flat: str) -> list[tuple[int, int]]:
    """Return where a text says how much one doctor prescribes."""
    if not any(cue in flat for cue in _CUES):
        return []
    found = [
        match.span() for match in _english().finditer(flat) if not _is_house(flat, *match.span())
    ]
    if any(char >= "\u2e80" for char in flat):
        found += [
            match.span()
            for match in _chinese().finditer(flat)
            if not _is_house(flat, *match.span())
        ]
    return found


_HOUSE = (
    "pharmacy", "hospital", "order", "stock", "deliver", "sample", "department", "tender", "wholesal", "slide", "parking",
    "医院", "药房", "药店", "全院", "采购", "订", "进货", "库存", "样品", "送货", "科室", "全科", "到货", "入库", "会议", "视频", "发票",
)  # fmt: skip


def _is_house(flat: str, start: int, end: int) -> bool:
    """Whether it is what a pharmacy or a whole hospital takes."""
    before = max(flat.rfind(mark, 0, start) for mark in ".;!?\n,")
    return any(word in flat[before + 1 : end + 10] for word in _HOUSE)


@cache
def _english() -> re.Pattern[str]:
    number = r"(?:\d+|a dozen|dozens of|ten|twenty|thirty|forty|fifty|sixty|eighty|hundred|a couple of|five|six|eight|fifteen|lots of)"
    what = r"(?:scripts?|prescriptions?|rxs?|trx|nrx|boxes|packs|new starts|starts)"
    per = r"(?:(?:a|per|each|every|/) ?(?:day|week|month|quarter|year|mo|wk)\b|weekly|monthly|daily|last (?:week|month|quarter)|this (?:week|month|quarter|year))"
    return re.compile(
        rf"(?:\b{number}\+?(?:[ -]{number})? (?:\w+ ){{0,2}}{what}(?: \w+){{0,4}}? ?{per}"
        rf"|\b(?:writes?|writing|wrote|prescribes?|prescribed|prescribing)(?: \w+){{0,3}} {number}\b(?! ?(?:mg|mcg|ml|%|units|percent|milli\w*|years?|and over))(?: \w+){{0,4}}? ?(?:{per}|{what})"
        rf"|\b(?:her|his|their|doctor'?s?|dr \w+(?:'s)?|prescriber'?s?) (?:monthly |weekly |own )?(?:prescri\w+ |rx |script )(?:volumes?|numbers?|counts?|totals?|figures?|data)\b"
        rf"|\b(?:her|his|their) (?:trx|nrx|volumes?)\b(?: \w+){{0,3}} \d+|\b(?:trx|nrx)s?\b ?(?:of|is|was|:|=|at|up to|went from)? ?\d+|\b\d+ (?:trx|nrx)\b)"
    )


@cache
def _chinese() -> re.Pattern[str]:
    number = r"[\d一二两三四五六七八九十百几多来]+"
    unit = r"(?:盒|支|瓶|张|单|片|例|个处方|张处方|份处方|针|人份)"
    span = (
        r"(?:每个?月|一个?月|月均|上个?月|这个?月|本月|每周|一周|上周|每天|一天|一年|每年|季度|月)"
    )
    return re.compile(
        rf"{span}[^,.;!?\n]{{0,8}}?(?:开|处方|写|用)[^,.;!?\n]{{0,6}}?{number}{unit}"
        rf"|(?:开|处方|写)了?[^,.;!?\n]{{0,4}}{number}{unit}[^,.;!?\n]{{0,3}}(?:每月|一个?月|/月|每周|一周|一天|每天)"
        rf"|{span}[^,.;!?\n]{{0,4}}(?:处方量|用药量|开药量|开单量)|(?:他|她|主任|医生|大夫|教授)(?:的|本人)?(?:个人)?[^,.;!?\n]{{0,4}}(?:处方量|用药量|开药量|开单量|开方量|个人用量)"
        rf"|(?:处方量|开药量|开单量|用药量)[^,.;!?\n]{{0,4}}{number}"
        rf"|(?:他|她|主任|医生|大夫|教授){span}[^,.;!?\n]{{0,6}}{number}{unit}|(?:他|她|主任|医生|大夫|教授)[^,.;!?\n]{{0,6}}开了?{number}{unit}"
    )
