"""What a marked segment judges: a reaction to a product, a result, the kind of an objection."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from repplan.errors import N_, NP_
from repplan.records import dataclass
from repplan.text import fold
from repplan.visits.marks import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

REACTIONS = (
    NP_("reaction", "++"), NP_("reaction", "+"), NP_("reaction", "~"), NP_("reaction", "-"),
    NP_("reaction", "--"),
)  # fmt: skip

_LANDED = {"++": True, "+": True, "-": False, "--": False}

# Four words for five signs: keen stands for the strongest, no reaction word for a mere "+".
_REACTION_WORDS = {
    "keen": "++",
    "ok": "~",
    "okay": "~",
    "cool": "-",
    "no": "--",
    "认可": "++",
    "一般": "~",
    "冷淡": "-",
    "反对": "--",
}

# What stands behind an answer: the words for a reaction, and those for an answer alone.
_ANSWER_WORDS = {
    "landed": True, "not landed": False, "did not land": False, "didn't land": False,
    "keen": True, "not keen": False, "ok": None, "okay": None, "cool": False, "no": False,
    "接受": True, "接受了": True, "没接受": False, "没有接受": False, "不接受": False,
    "有用": True, "管用": True, "没用": False, "没有用": False, "不管用": False,
    "认可": True, "不认可": False, "一般": None, "冷淡": False, "反对": False, "不反对": None,
}  # fmt: skip

_APPROVED_WORDS = frozenset(
    "approved|approved answer|the approved answer|standard|standard answer|标准|标准答案|标准回答"
    "|标准答复".split("|")
)

_SETTLED_WORDS = """
    settled resolved solved none nothing gone over no-more no-longer no-concern no-concerns
    nothing-more 没有了 没了 没有 无 解决了 已解决 放心了 不担心了 没有顾虑 没有顾虑了 没顾虑了 无顾虑
    没问题了 了结 已了结"""

_RESULT_WORDS = {
    "met": ("met", "achieved", "达成", "已达成", "达到", "完成", "已完成"),
    "partly": ("partly", "partially", "partial", "部分达成", "部分完成", "部分"),
    "missed": (
        "missed",
        "not met",
        "unmet",
        "未达成",
        "没达成",
        "未达到",
        "没达到",
        "未完成",
        "没完成",
    ),
}

# The first word found in the text decides, so that "data, then price" is clinical.
_OBJECTION_WORDS = {
    N_("financial"): """
        price* pricing pricey cost* copay* co-pay* expensive afford* budget* money cheap* pay
        paying reimburs* insurance coverage covered deductible rebate* discount* tier payer*
        spend* 贵 价 钱 费 自费 报销 医保 集采 预算 经济 负担 便宜 带量""",
    N_("clinical"): """
        effect* efficac* data evidence safety safe trial* stud* outcome* renal hepatic liver
        kidney dos* titrat* interact* contraindic* tolerab* hypotens* dizz* bleed* rash nausea
        swelling edema cough ae aes se sae guideline* pregnan* elderly weak work works mortality
        endpoint* new head-to-head h2h placebo subgroup registry label efficacious black-box
        warning risk* monitoring 副作用 不良反应 疗效 效果 有效 数据 证据 安全 起效 低血压 头晕
        肾 肝 禁忌 相互作用 指南 适应症 剂量 耐受 文献 出血 皮疹 恶心 风险 太新 研究 临床""",
    N_("logistical"): """
        stock* suppl* deliver* backorder* back-order* prior-auth* pa pas prior auth* step-edit
        step formulary availab* shortage* order* ship* storage fridge refrigerat* paperwork form
        forms admin* process procurement tender committee p&t train* staff* time wait* access
        portal denial* denied logistic* distribut* wholesaler* pharmacy hassle 进院 进药 药事会
        缺货 断货 库存 配送 供货 供应 流程 审批 备案 双通道 采购 冷藏 储存 手续 系统 开不出 没货
        货 准入 送货 招标 处方权 限方""",
}


@dataclass(frozen=True)
class ProductSaid:
    """A known product at the start of a segment; ``remark``: what was said about it."""

    product: str
    reaction: str | None
    remark: str


def product_said(text: str, products: Iterable[str]) -> ProductSaid | None:
    """Return the longest known product that the text begins with, None where there is none."""
    for product in sorted(products, key=len, reverse=True):
        end = _end_of(text, product)
        if end:
            reaction, remark = _reaction(text[end:].strip(" \t:：,，、"))
            return ProductSaid(product, reaction, remark)
    return None


def nearest_products(text: str, products: Iterable[str]) -> tuple[tuple[str, ...], str]:
    """Return the products that the first word nearly names, and the rest of the text.

    One slip of the thumb is near, and so is the beginning of a name, from three letters (two
    ideographs) on.
    """
    word, _, rest = text.strip().partition(" ")
    said = fold(word).rstrip(",.;:!?，。：！？")
    if len(said) < (3 if said.isascii() else 2):
        return (), rest
    return tuple(name for name in products if _is_near(said, fold(name))), rest.strip()


def result_said(text: str) -> tuple[str | None, str]:
    """Return ``met``, ``partly`` or ``missed`` and the rest: why, or which objective is meant.

    The word may stand first, last, or once in between; without one the result is None.
    """
    found = list(_result().finditer(text))
    at_an_end = [match for match in found if not match.start() or match.end() == len(text)]
    fitting = at_an_end or (found if len(found) == 1 else [])
    if not fitting:
        return None, text
    match = fitting[0]
    before = text[: match.start()].rstrip(" \t,，:：;-–—、")
    after = text[match.end() :].lstrip(" \t,，:：;-–—、.。")
    return _result_of()[match[0].casefold()], " ".join(part for part in (before, after) if part)


@dataclass(frozen=True)
class ObjectionSaid:
    """An objection, the answer that was given (None: none was noted), and whether that landed.

    An empty answer is the approved one: the arrow stands alone, or before ``approved`` or 标准.
    """

    said: str
    answer: str | None = None
    has_landed: bool | None = None


def objection_said(text: str) -> ObjectionSaid:
    """Return an objection without the answer behind ``->`` and the reaction at the end.

    ``has_landed`` is None for ``~`` and where no reaction stands, in a sign or in a word.
    """
    arrow = _arrow_in(text)
    if arrow is None:
        reaction, left = _reaction_at_end(text)
        return ObjectionSaid(left or text, None, _LANDED.get(reaction or "") if left else None)
    said, answer = text[: arrow[0]].strip(), text[arrow[1] :].strip()
    reaction, answer = _reaction_at_end(answer)
    has_landed = _LANDED.get(reaction or "")
    if reaction is None:
        has_landed, answer = _landed_in_words(answer)
    is_approved = fold(answer).strip(" .。!！") in _APPROVED_WORDS
    return ObjectionSaid(said, "" if is_approved else answer, has_landed)


def settled_said(text: str) -> str | None:
    """Return what ``c:`` says is settled: words of the concern, empty: just that; None: nothing.

    >>> settled_said("settled"), settled_said("dosing is settled"), settled_said("renal dosing")
    ('', 'dosing', None)
    """
    match = _settled_words().fullmatch(plain(text).strip(" .。!！"))
    return (match["words"] or "").strip(" ,，:：、") if match else None


def objection_kind(text: str) -> str | None:
    """Return ``clinical``, ``financial`` or ``logistical``: the first word that tells decides."""
    match = _objection().search(fold(text))
    return match.lastgroup if match else None


def _end_of(text: str, product: str) -> int:
    """Return where the product's name ends in the text, 0 where the text begins otherwise."""
    wanted = fold(product)
    if not wanted:
        return 0
    ends = range(min(len(text), 2 * len(product) + 2), 0, -1)
    end = next((end for end in ends if fold(text[:end]) == wanted), 0)
    after = text[end : end + 1]
    is_cut = wanted[-1:].isascii() and after.isascii() and after.isalnum()
    return 0 if is_cut and text[end - 1 : end].isalnum() else end


def _reaction(text: str) -> tuple[str | None, str]:
    """Return the reaction at the start or end of a remark, and the remark without it."""
    for size in (2, 1):
        sign = _sign(text[:size])
        after = plain(text[size : size + 2]).casefold()
        if sign and not after[:1].isdigit() and not after.startswith(("%", "ve", "+", "-", "~")):
            return sign, text[size:].strip(" \t:：,，、.。")
        sign = _sign(text[-size:])
        before = text[-size - 1 : -size]
        if sign and len(text) > size and (before.isspace() or before in ",，。.、"):
            return sign, text[:-size].strip(" \t:：,，、")
    return _reaction_word(text)


_HEADS, _SHAFTS, _ARROWS = ">＞", "-—–－=＝", "→⇒"


def _arrow_in(text: str) -> tuple[int, int] | None:
    """Return where the first arrow begins and ends; between digits it is text (``1.1->1.4``)."""
    for at, char in enumerate(text):
        begin = at
        if char in _HEADS:
            while begin and text[begin - 1] in _SHAFTS:
                begin -= 1
        if not text[:begin].strip() or (char not in _ARROWS and begin == at):
            continue
        if text[begin - 1].isdigit() and text[at + 1 : at + 2].isdigit():
            continue
        return begin, at + 1
    return None


def _reaction_at_end(text: str) -> tuple[str | None, str]:
    """Return the sign of a reaction at the very end, and the text without it."""
    for size in (2, 1):
        sign = _sign(text[-size:])
        before = text[-size - 1 : -size]
        if sign and (len(text) == size or before.isspace() or before in ",，。.、"):
            return sign, text[:-size].strip(" \t:：,，、")
    return None, text


def _sign(said: str) -> str | None:
    sign = plain(said).replace("----", "--")
    return sign if sign in REACTIONS and not said[-1:].isspace() else None


def _reaction_word(text: str) -> tuple[str | None, str]:
    first = _reaction_first().match(text)
    if first:
        reaction, after = _REACTION_WORDS[first[1].casefold()], text[first.end() :]
        is_alone = not after or after[0] in " \t,，.。:：;；!！、—–-"
        if is_alone and (
            not after.strip() or after[0] not in " \t" or first[1] not in ("ok", "no")
        ):
            return reaction, after.strip(" \t,，.。:：;；!！、—–-")
        if first[1].casefold() not in ("ok", "okay", "no", "一般"):
            return reaction, text
    last = _reaction_last().search(text)
    if last:
        return _REACTION_WORDS[last[1].casefold()], text[: last.start()].rstrip(" \t,，.。:：、")
    return None, text


def _is_near(said: str, name: str) -> bool:
    """Say whether a word is the beginning of a name, or one slip away from its first word."""
    first = name.partition(" ")[0]
    return name.startswith(said) or (len(said) > 3 and _is_slip(said, first))


def _is_slip(said: str, meant: str) -> bool:
    """Say whether one letter more, less, other or swapped makes the one the other."""
    if abs(len(said) - len(meant)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(said, meant, strict=False)) if a != b), len(said))
    tails = ((1, 1), (1, 0), (0, 1))
    is_swapped = said[at : at + 2] == meant[at : at + 2][::-1] and said[at + 2 :] == meant[at + 2 :]
    return is_swapped or any(said[at + a :] == meant[at + b :] for a, b in tails)


def _landed_in_words(answer: str) -> tuple[bool | None, str]:
    """Return whether an answer landed by the word at its end, and the answer without that."""
    match = _landed_last().search(answer.replace("’", "'"))
    if match is None:
        return None, answer
    word, before = match[1].casefold(), answer[: match.start()].rstrip(" \t,，.。:：;；、—–-")
    if re.search(r"\b(?:is|are|was|were|be|it's)$", before, re.IGNORECASE):
        # "she was keen" is a sentence, and "the dose is ok" no verdict.
        return (_ANSWER_WORDS[word] if word in ("keen", "not keen") else None), answer
    return _ANSWER_WORDS[word], before


@cache
def _landed_last() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _ANSWER_WORDS), key=len, reverse=True))
    lead = r"(?:(?:it|that)\s+)?(?:(?:very|quite|really|pretty)\s+|[很挺]|非常|比较)?"
    return re.compile(rf"(?:^|[\s,，.。:：;；、—–-]){lead}({words})[.。!！]?$", re.IGNORECASE)


@cache
def _settled_words() -> re.Pattern[str]:
    alone = "|".join(word.replace("-", " ") for word in _SETTLED_WORDS.split())
    # Of a sentence, only words that can't be a worry themselves: "c: none of the data" is one.
    closed = (
        r"(?:\s(?:is |are |was )?(?:now )?(?:settled|resolved|solved)|(?:问题)?(?:解决了|已解决))"
    )
    return re.compile(rf"(?:{alone})|(?P<words>.+?){closed}", re.IGNORECASE)


@cache
def _result_of() -> dict[str, str]:
    return {word: result for result, words in _RESULT_WORDS.items() for word in words}


@cache
def _result() -> re.Pattern[str]:
    words = sorted(_result_of(), key=len, reverse=True)
    return re.compile("|".join(rf"\b{w}\b" if w.isascii() else w for w in words), re.IGNORECASE)


@cache
def _reaction_first() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:very|quite|really|pretty)\s+|[很挺]|非常|比较)?({_word_list()})", re.IGNORECASE
    )


@cache
def _reaction_last() -> re.Pattern[str]:
    return re.compile(rf"[,，.。:：;、—–-]\s*({_word_list()})[.。!！]?$", re.IGNORECASE)


def _word_list() -> str:
    words = sorted(_REACTION_WORDS, key=len, reverse=True)
    return "|".join(rf"{w}\b" if w.isascii() else w for w in words)


@cache
def _objection() -> re.Pattern[str]:
    kinds = []
    for kind, words in _OBJECTION_WORDS.items():
        patterns = [_word_pattern(word) for word in words.split()]
        kinds.append(f"(?P<{kind}>{'|'.join(patterns)})")
    return re.compile("|".join(kinds))


def _word_pattern(word: str) -> str:
    if not word.isascii():
        return word
    stem = re.escape(word.rstrip("*")).replace(r"\-", "[- ]?")
    return rf"\b{stem}" if word.endswith("*") else rf"\b{stem}\b"
