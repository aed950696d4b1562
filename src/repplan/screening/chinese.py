"""Whether Chinese words tell of an adverse event, or of a complaint about a product."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from repplan.screening import context_chinese as context
from repplan.screening import lexicon_chinese as lexicon
from repplan.screening import safety_chinese as said
from repplan.screening.measures_chinese import measured
from repplan.screening.scan_chinese import Lexicon, uses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repplan.screening.scan_chinese import Span

_ENDS = ".;!?\n>"
_NUMBERED = "一二三四五六七八九十两几好"


class _Clause:
    """One clause and what stands in it; ``before`` is its sentence up to it."""

    __slots__ = ("_known", "before", "sentence", "start", "text", "whole")

    def __init__(self, text: str, start: int, before: str, sentence: str, whole: str) -> None:
        self.text, self.start, self.before = text, start, before
        self.sentence, self.whole = sentence, whole
        self._known: dict[str, bool] = {}

    def has(self, name: str, where: str = "text") -> bool:
        """Whether a word of a list stands in the clause, its sentence, before it or the whole."""
        key = f"{name} {where}"
        if key not in self._known:
            self._known[key] = _any(getattr(self, where), _words(name))
        return self._known[key]

    def is_used(self, where: str = "sentence", *, is_sure: bool = False) -> bool:
        """Whether a product is used."""
        key = f"use {where} {is_sure}"
        if key not in self._known:
            self._known[key] = any(
                sure or not is_sure for _start, _end, sure in uses(getattr(self, where))
            )
        return self._known[key]

    def is_one(self) -> bool:
        """Whether somebody is spoken of: one person or some, and not patients as such."""
        if "one" not in self._known:
            self._known["one"] = self.has("SPECIFIC", "whole") or _has_bed_or_case(self.whole)
        return self._known["one"]


def _any(text: str, words: Sequence[str]) -> bool:
    return any(map(text.__contains__, words))


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(getattr(context, name).lower().split())


@cache
def _events() -> Lexicon:
    more = said.STRONG
    return Lexicon(
        {kind: f"{words} {more.get(kind, '')}" for kind, words in lexicon.EVENTS.items()}
    )


@cache
def _defects() -> Lexicon:
    return Lexicon({"complaint": f"{lexicon.DEFECTS} {said.STRONG['complaint']}"})


@cache
def _harmless() -> Lexicon:
    return Lexicon({"": context.HARMLESS})


def chinese_safety(flat: str) -> list[Span]:
    """Return (kind, start, end) of what may have to be reported, in a text made ``plain``."""
    masked = _masked(flat)
    found: list[Span] = []
    for clause in _clauses(masked):
        real = [one for one in _found(clause) if _is_real(*one, clause)]
        if not real and not found:
            real = _told(clause)
        found += [(kind, clause.start + start, clause.start + end) for kind, start, end in real]
    return found


def _masked(flat: str) -> str:
    for _kind, start, end in list(_harmless().find(flat)):
        flat = flat[:start] + "□" * (end - start) + flat[end:]
    return flat


def _clauses(flat: str) -> Iterator[_Clause]:
    begin = 0
    for end in [*(at for at, char in enumerate(flat) if char in _ENDS), len(flat)]:
        if end < len(flat) and flat[end] == "." and flat[end + 1 : end + 2].isdigit():
            continue
        sentence = flat[begin : end + 1]
        start = 0
        for part in _parted(sentence).split(","):
            if any(char >= "\u2e80" for char in part):
                yield _Clause(part, begin + start, sentence[:start], sentence, flat)
            start += len(part) + 1
        begin = end + 1


def _parted(sentence: str) -> str:
    """Return a sentence with a comma for each space that parts two runs of Chinese."""
    if " " not in sentence:
        return sentence
    chars = list(sentence)
    for at in range(2, len(chars) - 2):
        if chars[at] == " " and chars[at - 1] >= "\u2e80" and chars[at + 1] >= "\u2e80":
            chars[at] = ","
    return "".join(chars)


def _has_bed_or_case(text: str) -> bool:
    """Whether a bed, a case or some patients are counted: ``12床``, ``一例``, ``两个病人``."""
    for word in ("床", "例", "个病", "个患", "位病", "位患", "名病", "名患"):
        at = text.find(word)
        while at > 0:
            before = text[at - 1]
            if before.isdigit() or before in _NUMBERED or before in "那这":
                return True
            at = text.find(word, at + 1)
    return False


# --- what may have happened -----------------------------------------------------------------------


def _found(clause: _Clause) -> list[Span]:
    text = clause.text
    found = list(_events().find(text))
    found += [
        (kind, start, end)
        for kind, start, end in _defects().find(text)
        if _is_of_product(clause, start, end)
    ]
    found += measured(text, clause.sentence, is_one=clause.is_one() or clause.is_used(is_sure=True))
    if not found and (clause.is_one() or clause.is_used(is_sure=True)):
        found = list(_weak(clause))[:2]
    return found


def _weak(clause: _Clause) -> Iterator[Span]:
    """Yield what tells of an event only in company, where nothing stronger stands."""
    text = clause.text
    for part in _words("BODY"):
        at = text.find(part)
        near = text[at + len(part) : at + len(part) + 5] if at >= 0 else ""
        ill = next((word for word in _words("ILL") if word in near), "")
        if ill:
            yield "symptom", at, at + len(part) + near.find(ill) + len(ill)
    if not clause.is_used():
        return
    for word in _words("WEAK"):
        at = text.find(word)
        if at >= 0:
            yield ("hospital" if word in {"住院", "急诊"} else "symptom"), at, at + len(word)


def _told(clause: _Clause) -> list[Span]:
    """Return what is told behind a use, in whatever words, where nothing says that all is well.

    Of one person, or right behind a use that is over: *after two days on it, straight to bed*.
    """
    whole = clause.sentence
    if (
        clause.has("PIECES")
        and clause.has("COMPLAINS", "sentence")
        and not clause.has("PLAIN", "sentence")
    ):
        at = next(clause.text.find(word) for word in _words("PIECES") if word in clause.text)
        return [("complaint", at, len(clause.text.rstrip("?.!; ")))]
    if _any(whole, _words("GOOD")) or clause.has("QUESTION", "sentence"):
        return []
    if clause.has("HARD_STUDY", "sentence") or clause.has("TALK"):
        return []
    is_one = clause.is_one() or (
        clause.has("PATIENTS", "whole") and not clause.has("MANY", "whole")
    )
    is_over = clause.has("OVER", "sentence") and not clause.has("STAFF", "sentence")
    used = [(start, end) for start, end, is_sure in uses(clause.text) if is_sure]
    if not used or not (is_one or is_over) or clause.has("OFFICE", "sentence"):
        return []
    start, end = used[0][0], max(stop for _at, stop in used)
    later = whole[len(clause.before) + end :]
    if _size(later) >= 3:
        return [("symptom", start, max(end, len(clause.text.rstrip("?.!; "))))]
    if _size(clause.before) >= 6 and clause.is_one():
        return [("symptom", start, end)]
    return []


def _size(text: str) -> int:
    """Return how much is said but for times and amounts: characters."""
    for word in _words("TIMES"):
        text = text.replace(word, "")
    return sum("\u4e00" <= char <= "\u9fff" for char in text)


def _is_of_product(clause: _Clause, start: int, end: int) -> bool:
    """Whether something broken is what a product comes in."""
    if _any(clause.sentence, _words("NOT_OBJECTS")):
        return False
    text = clause.text
    near = text[max(0, start - 8) : start] + "|" + text[end : end + 4]
    if _any(near, _words("OBJECTS")):
        return True
    own = text[start:end]
    if _any(own, ("说明书", "干燥剂", "批号", "监管码", "追溯码", "假药", "异物", "封口")):
        return _any(clause.sentence, ("药", "货", "盒", "瓶", "批", "□", "封", "患者", "病人"))
    if end - start == 1 or clause.has("OFFICE", "sentence"):
        return False
    if clause.has("OBJECTS", "sentence"):
        return True
    near = clause.sentence
    for word in _words("NOT_DRUGS"):
        near = near.replace(word, "")
    return "药" in near


# --- whether it did -------------------------------------------------------------------------------


def _is_real(kind: str, start: int, end: int, clause: _Clause) -> bool:
    if _is_negated(kind, start, end, clause):
        return False
    is_individual = _is_individual(start, clause)
    if not is_individual and _is_general(kind, start, end, clause):
        return False
    if is_individual and clause.has("HARD_STUDY") and kind != "complaint":
        return False
    return _has_company(kind, start, end, clause)


def _is_individual(start: int, clause: _Clause) -> bool:
    """Whether something is told of somebody: a person and a thing done, and no *would*."""
    before = clause.text[:start]
    if _any(before, _words("UNREAL")) or _any(clause.text[start:], _words("UNREAL_BEHIND")):
        return False
    told = clause.before + clause.text
    is_one = _any(told, _words("SPECIFIC")) or _has_bed_or_case(told)
    return is_one and (bool(uses(told)) or _any(told, ("了", "过", "后", "说", "在", "得")))


def _is_negated(kind: str, start: int, end: int, clause: _Clause) -> bool:
    text = clause.text
    before, after, own = text[:start], text[end : end + 6], text[start:end]
    if after.startswith(_words("AFTER")) and not after.startswith("没有效"):
        return True
    if kind == "lack-of-effect" or own[0] in "没无未":
        return _any(before[-6:], _words("NOBODY")) or (
            kind == "lack-of-effect" and before.endswith(_words("NOT_SO"))
        )
    left = before[-10:]
    for word in _words("NOT_NEGATIONS"):
        left = left.replace(word, "□" * len(word))
    for breaker in ("但", "就", "却", "可是", "不过", "后来", "结果", "反而", "吃出", "只"):
        left = left.rpartition(breaker)[2]
    names = "NEGATIONS" if kind != "complaint" else "NEGATIONS_SHORT"
    if _any(left if kind != "complaint" else left[-6:], _words(names)):
        return True
    # "没有恶心,呕吐": the list goes on.
    return bool(not before.strip() and clause.before) and _is_negated_before(
        clause.before, text[end:]
    )


def _is_negated_before(earlier: str, after: str) -> bool:
    last = _parted(earlier + "  ").rstrip(", ").rpartition(",")[2]
    if len(after) > 3 or len(last) > 12:
        return False
    return any(
        _any(last[:start], ("没有", "未见", "无", "没出现", "否认", "没"))
        for _kind, start, end in _events().find(last)
        if end >= len(last) - 1
    )


def _is_general(kind: str, start: int, end: int, clause: _Clause) -> bool:
    text = clause.text
    if kind == "complaint":
        return clause.has("ASKED") or clause.has("QUESTION", "before")
    if _any(text.replace("问题", ""), _words("QUESTION")) or clause.sentence.rstrip().endswith("?"):
        return True
    is_told = clause.has("SPECIFIC") or clause.is_used("text")
    if (clause.has("QUESTION", "before") and not is_told) or clause.has("CHOICE", "sentence"):
        return True
    if clause.has("STUDY") or (clause.has("STUDY", "before") and not is_told):
        return True
    if _any(text[:start], _words("TALK")) or (clause.has("TALK", "before") and not is_told):
        return True
    if kind in {"lack-of-effect", "medication-error", "misuse", "overdose"}:
        return text[end:].startswith(_words("HANDLED"))
    if clause.has("RIVALS", "sentence") or clause.has("MANY", "text"):
        return True
    if kind == "hospital" or any(stop <= start for _at, stop, _sure in uses(text)):
        return False
    return _is_treated(start, end, text)


def _is_treated(start: int, end: int, text: str) -> bool:
    """Whether it is what is treated, or what something is about."""
    near, behind = text[max(0, start - 6) : start], text[end : end + 5]
    if _any(text[start - 1 : end], ("心梗", "脑梗", "中风", "脑出血", "骨折", "卒中")) and (
        behind[:1] in {"后", "术"}
    ):
        return True
    return _any(near, _words("TREATED_BY")) or _any(behind, _words("SUBJECT"))


def _has_company(kind: str, start: int, end: int, clause: _Clause) -> bool:
    is_used, is_sure = clause.is_used(), clause.is_used(is_sure=True)
    is_one = clause.is_one()
    if kind == "complaint":
        return True
    is_away = clause.has("AWAY", "whole")
    if kind == "symptom":
        return _has_sufferer(end, clause)
    if kind == "death":
        own = clause.text[start:end]
        if own in {"走了", "没了", "不行了", "走掉", "不在了", "没留住"}:
            return is_one and (is_sure or clause.has("FAMILY", "whole"))
        return is_sure or clause.has("PATIENTS", "whole")
    if kind == "pregnancy":
        own = clause.sentence.replace("孕妇", "")
        return clause.is_used("whole", is_sure=True) or (
            _any(own, ("病人", "患者")) and not is_away
        )
    if kind == "hospital":
        return not (is_away and not is_sure) and (
            is_sure or (clause.has("PATIENTS", "whole") and is_one)
        )
    if kind == "lack-of-effect":
        return _is_of_effect(clause.text[start:end], clause)
    has_person = is_one or clause.has("PATIENTS", "whole")
    is_medical = clause.has("MEDICAL", "sentence") or has_person or is_used
    return is_medical and not (clause.has("OFFICE") and not (has_person or is_sure))


def _has_sufferer(end: int, clause: _Clause) -> bool:
    """Whether a symptom is somebody's on a product, or nobody else's: the rep's own is none."""
    is_sure = clause.is_used("whole", is_sure=True)
    is_one = clause.is_one()
    if clause.has("CAME", "whole") and not _any(clause.before, ("吃", "用", "服")):
        return False
    if is_sure:
        first = any(at < end for at, _stop, sure in uses(clause.before + clause.text) if sure)
        return (first or is_one or not clause.has("SELF", "whole")) and not (
            clause.has("SELF_ILL", "whole") and not is_one
        )
    if _is_colleagues(clause.whole):
        return False
    if is_one:
        return not (clause.has("AWAY", "whole") and not clause.has("PATIENTS", "whole"))
    if clause.has("PATIENTS", "whole"):
        return clause.has("REPORTS", "whole") or not clause.has("MANY", "whole")
    if clause.has("AWAY", "whole") or clause.has("OFFICE", "sentence"):
        return False
    return not (clause.has("SELF", "whole") or clause.has("STAFF", "whole")) or (
        clause.has("REPORTS", "whole") and not clause.has("SELF", "whole")
    )


def _is_colleagues(text: str) -> bool:
    """Whether a colleague's own family is spoken of: ``主任女儿``."""
    for title in _words("STAFF"):
        at = text.find(title)
        if at >= 0 and text[at + len(title) :].lstrip("的家她他").startswith(_words("KIN")):
            return True
    return False


def _is_of_effect(own: str, clause: _Clause) -> bool:
    """Whether words of little effect are a product's, and no plan's or talk's."""
    is_office = clause.has("OFFICE", "sentence")
    has_patient = clause.has("PATIENTS", "whole") or clause.is_one()
    if _any(own, _words("STRONG_EFFECT")):
        return not is_office or (has_patient and clause.is_used(is_sure=True))
    is_measured = clause.has("MEASURES", "sentence")
    if own[0] in "还仍又照依更老" or own.endswith(("高", "重", "差", "稳", "好", "感觉")):
        return is_measured and (has_patient or clause.is_used("whole")) and not is_office
    return (is_measured or has_patient or clause.is_used(is_sure=True)) and not is_office
