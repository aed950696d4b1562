"""What is measured and has gone wrong, and doses mixed up: Chinese beside a number."""

from __future__ import annotations

from functools import cache

from repplan.screening import lexicon_chinese as lexicon
from repplan.screening.scan_chinese import Lexicon, Span, number_at

_STILL = (
    "还是 还在 还有 还 仍 又 反 飙 窜 蹦 升到 升至 涨到 冲到 回到 高到 照样 依然 依旧 老在 老是 一直在 一直 始终 总在 "
    "上去 不下 没下 没降 下不 降不 压不 没动 上了 上到 往上 居高 顶着 反弹 波动 忽高"
).split()
_LOW = "低到 掉到 降到 跌到 低至 掉 只有 才 骤降 太低 偏低 一下低 低得 压到 不足".split()
_MADE = "开 发 打 吃 拿 配 看 写 录 算 设 调 听 输 贴 印 当 抓 摆 喂".split()
_DOSES = "片 粒 颗 支 针 盒 mg 毫克 ml 毫升 倍 次 顿 袋 单位 g".split()


@cache
def _labs() -> Lexicon:
    return Lexicon({"lab": lexicon.LABS})


@cache
def _changes() -> tuple[str, ...]:
    return tuple(lexicon.CHANGES.split())


def measured(text: str, sentence: str, *, is_one: bool) -> list[Span]:
    """Return (kind, start, end) of what numbers and measures tell; ``is_one``: of somebody."""
    if not is_one:
        return []
    found: list[Span] = []
    at = text.find("血压")
    while at >= 0:
        found += _pressure(text, at)
        at = text.find("血压", at + 2)
    for _kind, start, end in _labs().find(text):
        if text[start].isascii() and (
            _is_latin(text[start - 1 : start]) or _is_latin(text[end : end + 1])
        ):
            continue
        near = text[end : end + 7]
        value, stop = number_at(text, end)
        word = next((word for word in _changes() if word in near), "")
        if word and not near.startswith(("门诊", "监测", "控制", "的", "药")):
            found.append(("symptom", start, end + near.find(word) + len(word)))
        elif value >= 0 and stop < end + 7 and text[start:end] not in {"血糖", "体重", "糖化"}:
            found.append(("symptom", start, stop))
    found += _mistaken(text)
    if (
        not found
        and "血压" in sentence
        and not any(word in sentence for word in ("降到", "降了", "达标", "稳"))
    ):
        found += _unmoved(text)
    return found


def _unmoved(text: str) -> list[Span]:
    """Return a pressure that is told behind a use and is high all the same: ``吃了一个月155``."""
    at = text.find("血压")
    first, end = number_at(text, at + 4) if at >= 0 else (-1.0, 0)
    words = (
        ("吃了", "用了", "服了", "吃完", "吃到", "用到", "药后")
        if first < 0
        else ("现在", "变", "成")
    )
    for word in words:
        at = text.find(word)
        for place in range(at, min(len(text), at + 14)) if at >= 0 else ():
            value, end = number_at(text, place)
            if 140 <= value <= 260 and text[end : end + 1] not in {"m", "盒", "块", "元"}:
                return [("lack-of-effect", at, end)]
    return []


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _pressure(text: str, at: int) -> list[Span]:
    near = text[at + 2 : at + 16]
    low = next((word for word in _LOW if word in near), "")
    if low:
        value, stop = number_at(text, at + 2 + near.find(low) + len(low))
        if 0 < value < 100 or low in {"骤降", "太低", "偏低", "低得", "一下低"}:
            return [("symptom", at, max(stop, at + 2 + near.find(low) + len(low)))]
    still = next((word for word in _STILL if word in near), "")
    if not still:
        return []
    end = at + 2 + near.find(still) + len(still)
    value, stop = number_at(text, end)
    if value >= 140 or value in {14, 15, 16, 17, 18, 19, 20} or "百" in near:
        return [("lack-of-effect", at, max(stop, end))]
    if _is_up(still):
        return [("lack-of-effect", at, end)]
    return []


def _is_up(word: str) -> bool:
    return word in {"飙", "窜", "蹦", "上去", "不下", "没下", "没降", "下不", "降不", "压不",
        "没动", "居高", "反弹", "忽高", "往上"}  # fmt: skip


def _mistaken(text: str) -> list[Span]:
    """Return doses made into others, of others, or far too many: ``5mg开成50mg``, ``吃的是19床的药``."""
    found: list[Span] = []
    for verb in _MADE:
        at = text.find(f"{verb}成")
        if at > 0 and any(word in text for word in _DOSES):
            found.append(("medication-error", at, at + 2))
    at = text.find("床的药")
    if (
        at > 0
        and text.find("床") < at
        and any(word in text[:at] for word in ("给", "吃", "发", "打"))
    ):
        found.append(("medication-error", at, at + 3))
    return found + _too_many(text)


def _too_many(text: str) -> list[Span]:
    for cue in (
        "自己加",
        "自己多",
        "私下加",
        "自行加",
        "偷偷加",
        "多吃",
        "一口气",
        "一次",
        "一把",
        "一下子",
        "抓了",
        "连吃",
        "连着吃",
    ):
        at = text.find(cue)
        if at < 0:
            continue
        near = text[at : at + 12]
        counted = next(
            (one for one in near if one.isdigit() or one in "一两二三四五六七八九十几把"), ""
        )
        value, _stop = number_at(text, at + len(cue))
        is_many = value > 1 or any(one in near[len(cue) :] for one in "两二三四五六七八九十几把")
        has_dose = any(word in near for word in ("片", "粒", "颗", "支", "针", "天的", "mg"))
        if counted and has_dose and (is_many or "加" in cue or "多" in cue):
            return [("overdose", at, at + len(cue))]
    return []
