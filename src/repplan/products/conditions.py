"""Whom and what a concern is about: populations, thresholds, and whether a text covers them.

"Bleeding" is answered by what is said of bleeding; "bleeding on mechanical valves" only by what
is said of mechanical valves. Tables and words in both languages; in doubt it isn't covered.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from repplan.products.topics import plain as in_words
from repplan.products.topics import shared, units
from repplan.records import dataclass
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_TABLE = {
    "pregnant": "pregnan|gestation|trimester|妊娠|孕",
    "breastfeeding": "breastfe|breast fe|lactat|nursing mother|哺乳",
    "mechanical valve": "mechanical valve|mechanical heart valve|mechanical mitral|"
    "mechanical aortic|prosthetic|机械瓣|人工瓣",
    "valve": "valv|mitral|aortic stenosis|瓣膜|二尖瓣|主动脉瓣",
    "dialysis": "dialysis|haemodialys|hemodialys|esrd|end stage|透析|终末期肾",
    "transplant": "transplant|移植",
    "renal impairment": "renal impair|renal failure|renal insuff|renal disease|kidney disease|"
    "kidney failure|poor kidney|bad kidney|impaired renal|impaired kidney|reduced kidney|"
    "reduced renal|kidney injur|ckd|肾功能不全|肾功能不好|肾功能减退|肾功能损|肾衰|肾病|肾损",
    "liver impairment": "hepatic impair|hepatic failure|liver disease|liver failure|liver impair|"
    "cirrho|child pugh|hepatitis|肝硬化|肝功能不全|肝功能不好|肝损|肝衰|肝病|肝炎",
    "old": "elderly|older people|older pat|older adult|older person|older men|older wom|in older|"
    "for older|old age|aged people|aging|ageing|pensioner|senior|retiree|geriatric|frail|very old|"
    "oldest|老年|老人|高龄",
    "young": "children|child|adolescent|teenager|paediatric|pediatric|infant|newborn|neonat|"
    "toddler|儿童|孩子|小儿|患儿|青少年|婴|新生儿",
    "women": "women|woman|female|女性|妇女|女病人|女患者",
    "men": "men|male|男性",
    "cancer": "cancer|oncolog|tumour|tumor|malignan|chemother|metasta|leuk|lymphoma|癌|肿瘤|化疗|"
    "白血病|淋巴瘤",
    "diabetes": "diabet|t2dm|t1dm|糖尿病",
    "heart failure": "heart failure|hfref|hfpef|cardiomyopath|心衰|心力衰竭|心肌病",
    "fibrillation": "atrial fib|fibrillation|afib|房颤|心房颤动",
    "thrombosis": "dvt|vte|thromboembol|deep vein|pulmonary embol|血栓|肺栓塞",
    "coronary": "coronary|stent|pci|acs|infarct|冠心病|支架|心梗|心肌梗",
    "surgical": "surgery|surgical|operation|operated|perioperat|post op|postop|anaesthe|anesthe|手术|"
    "围术|术后|术前|麻醉",
    "obese": "obes|overweight|肥胖|超重",
    "underweight": "underweight|low body weight|low weight|malnourish|体重过低|低体重|消瘦",
    "asthma": "asthma|copd|哮喘|慢阻肺",
    "infected": "hiv|tubercul|sepsis|septic|covid|艾滋|结核|脓毒|新冠",
    "ulcer": "ulcer|溃疡",
    "epilepsy": "epilep|seizure|癫痫",
    "dementia": "dementia|alzheimer|parkinson|痴呆|阿尔茨海默|帕金森",
    "asians": "asian|chinese patient|chinese people|亚洲|中国人|中国患者|亚裔",
    "black": "african|black patient|black people|黑人|非裔",
    "antiplatelet": "antiplatelet|aspirin|dapt|clopidogrel|抗血小板|阿司匹林|氯吡格雷|双抗",
    "anticoagulated": "anticoag|warfarin|heparin|抗凝|华法林|肝素",
    "steroids": "steroid|prednis|激素",
}
"""Population or condition → how people call it. Latin phrases begin a word."""

_KIN = (
    frozenset({"mechanical valve", "valve"}), frozenset({"dialysis", "renal impairment"}),
)  # fmt: skip
"""What lies within one another: a limitation on one bears on the other."""

_OUT = (
    "excluding|excluded|exclude|except|other than|outside|nobody|nothing|not studied|"
    "not tested|was not|were not|not in|not for|not been|no data|not approved|without|never|除外|"
    "排除|未纳入|不包括|没有研究|未研究|未入组|尚无|没有数据|无数据|不适用|不用于|禁用"
).split("|")
"""A clause of a text with one of these says whom it leaves out."""

_ONLY = ("only", "just", "restricted to", "limited to", "仅", "只")
_NOT = ("not", "no", "nobody", "none", "nothing", "few", "exclu", "未", "没", "无", "排除", "除外")

_PLACED = frozenset(
    "in on with under below over above after during among for if when while before without despite "
    "from given where whose".split()
)
"""What comes behind one of these says of whom, or in which case."""

_ANYBODY = frozenset(
    "morning evening night clinic ward practice hospital office pharmacy life world start starting "
    "beginning begin term run long short general particular routine daily everyday year first here "
    "there top risk risks rate rates effect effects patient group groups age aged elderly everyone "
    "anybody others real time times way question answer evidence proof trials numbers starts taking "
    "takes start average new hand doctors colleagues department least most average mine yours "
    "somebody anyone everybody once twice".split()
)
"""Words that narrow nothing down."""

_CHINESE_PEOPLE = ("患者", "病人", "人群")
_CHINESE_WITH = ("合并", "联用", "联合", "合用", "服用", "正在用")
_CHINESE_NOBODY = frozenset(
    "我的 他的 她的 我们 这些 那些 对于 关于 部分 很多 一些 多数 有的 新的 所有 门诊 住院 其他 用药 治疗 使用".split()
)
_ENDINGS = (
    "itis", "aemia", "emia", "penia", "osis", "opathy", "plasty", "ectomy", "uria", "algia",
    "mab", "nib", "statin", "pril", "sartan", "xaban", "olol", "gliptin", "gliflozin", "azole",
    "mycin", "cillin", "farin", "parin", "grel", "darone",
)  # fmt: skip
"""How names of conditions and of other drugs end."""

_EGFR, AGE = "egfr", "age"
_MEASURES = {
    "egfr": _EGFR, "gfr": _EGFR, "crcl": _EGFR, "clearance": _EGFR, "lvef": "ef", "ef": "ef",
    "ejection": "ef", "bmi": "bmi", "hba1c": "hba1c", "platelets": "platelets",
    "platelet": "platelets", "stage": "stage", "pressure": "", "systolic": "", "bp": "",
    "potassium": "", "ldl": "", "score": "score",
}  # fmt: skip
"""What a number is of; empty: a result, which narrows down nobody."""

_NO_AGE = frozenset(
    "mg g ml mmol mmhg percent week weeks month months day days hour hours minute minutes second "
    "seconds patient patients people dollars dollar euros yuan times".split()
)
_MORE = frozenset("over above past beyond older more least greater exceeding".split())
_LESS = frozenset("under below less younger lower".split())
_SIGNS = (
    ("肾小球滤过率", " egfr "), ("射血分数", " lvef "), ("收缩压", " systolic "), ("血压", " pressure "),
    ("岁及以上", " years plus "), ("岁以上", " years plus "), ("及以上", " plus "), ("以上", " plus "),
    ("岁以下", " years minus "), ("以下", " minus "), ("低于", " under "), ("小于", " under "),
    ("不足", " under "), ("高于", " over "), ("大于", " over "), ("超过", " over "), ("岁", " years old "),
    ("公斤", " kg "), (">=", " over "), ("<=", " under "), ("≥", " over "), ("≤", " under "), (">", " over "),
    ("<", " under "), ("+", " plus "), ("%", " percent "), ("-", " to "), ("–", " to "),
)  # fmt: skip
_NUMBERS = {
    "sixty": "60", "sixties": "60s", "seventy": "70", "seventies": "70s", "eighty": "80",
    "eighties": "80s", "ninety": "90", "nineties": "90s", "septuagenarians": "70s",
    "septuagenarian": "70s", "octogenarians": "80s", "octogenarian": "80s",
    "nonagenarians": "90s", "nonagenarian": "90s", "centenarians": "100s",
}  # fmt: skip
_END = float("inf")
_OLD = 60
"""Years from which "the elderly" are meant."""

_FAR = 10
"""A text on those over 65 isn't one on those over 80. Units: years."""


@dataclass(frozen=True)
class Span:
    """A part of a measure's range: those over 75 are ``age`` 75 to infinity."""

    measure: str
    low: float
    high: float


@lru_cache(maxsize=256)
def populations(text: str) -> frozenset[str]:
    """Return the populations and conditions of the table that a text names."""
    plain = in_words(text)
    found = set()
    # No any(): a morning looks through dozens of texts, and these loops are half of the time.
    for name, said in _phrases():
        for one in said:
            if one in plain:
                found.add(name)
                break
    if "mechanical valve" in found and "valve" in found:
        found.discard("valve")
    return frozenset(found)


@lru_cache(maxsize=256)
def spans(text: str) -> tuple[Span, ...]:
    """Return the thresholds that a text names: ages, eGFR and the like."""
    for sign, word in _SIGNS:
        text = fold(text) if sign == _SIGNS[0][0] else text
        text = text.replace(sign, word)
    words = in_words(text).split()
    found: list[Span] = []
    measure = ""
    for at, word in enumerate(words):
        measure = word if word in _MEASURES else measure
        words[at] = _NUMBERS.get(word, word)
        bare = words[at].removesuffix("s")
        if bare.isdecimal():
            one = _span(words, at, float(bare), measure)
            if one:
                found.append(one)
    return tuple(found)


def _span(words: list[str], at: int, number: float, named: str) -> Span | None:
    before = [one for one in words[max(0, at - 5) : at] if one not in {"than", "an", "of", "the"}]
    after = [one for one in words[at + 1 : at + 6] if one not in {"year", "yr", "y", "down"}]
    is_near = named in words[max(0, at - 8) : at]
    measure = _MEASURES[named] if is_near else AGE
    if not measure and number <= 110 and before[-1:] and before[-1] in _MORE | {"aged", "in"}:
        is_near, measure = False, AGE  # "low pressure over 75"
    if after[:1] == ["kg"]:
        is_near, measure = True, "weight"
    if not measure or (measure == AGE and (number > 110 or set(after[:1]) & _NO_AGE)):
        return None
    aged = [one for one in after if one != "years"]
    first, second = (*aged[:2], "", "")[:2]
    if first in {"to", "and"} and second.isdecimal():
        is_range = first == "to" or "between" in before
        if is_range and (is_near or "aged" in before or "years" in words[at : at + 6]):
            return Span(measure, *sorted((number, float(second))))
    last = next((one for one in reversed(before) if one not in _MEASURES), "")
    if last in _MORE or first == "plus" or (first in {"and", "or"} and second in _MORE):
        return Span(measure, number, _END)
    if last in _LESS or first == "minus" or (first in {"and", "or"} and second in _LESS):
        return Span(measure, 0, number)
    if words[at].endswith("s"):
        return Span(measure, number, number + 10)
    if "down" in before and "to" in before:
        return Span(measure, number, _END)
    is_at = number >= _OLD and set(before[-1:]) & {"at", "aged", "age"}
    if is_near or is_at or "aged" in before[-1:] or "old" in after[:2]:
        return Span(measure, number, number)
    return None


def covers(concern: str, text: str, limitation: str) -> bool:
    """Whether a text is about those whom a concern names, and its limitation leaves none out.

    A concern that names nobody in particular is covered by any text.
    """
    people, years, narrowed = populations(concern), spans(concern), _narrowed(concern)
    if not (people or years or narrowed):
        return True
    told, left_out = _told(text), _left_out(limitation)
    return (
        (not people or _has_people(concern, told, left_out))
        and (not years or _has_spans(concern, told, left_out))
        and all(_is_told(one, told) for one in narrowed)
    )


@lru_cache(maxsize=256)
def _told(text: str) -> str:
    """The clauses of a text that leave nobody out."""
    return " ; ".join(one for one in _clauses(text) if not has(in_words(one), _OUT))


@lru_cache(maxsize=256)
def _left_out(limitation: str) -> str:
    """The clauses of a limitation that leave somebody out."""
    return " ; ".join(
        one
        for one in _clauses(limitation)
        if has(in_words(one), _NOT) or not has(in_words(one), _ONLY)
    )


def _has_people(concern: str, told: str, left_out: str) -> bool:
    asked, there, out = populations(concern), populations(told), populations(left_out)
    for name in asked:
        kin = next((group for group in _KIN if name in group), frozenset({name}))
        if kin & out and not (name in there and name not in out):
            return False
        is_there = name in there or (name == "valve" and "mechanical valve" in there)
        if name == "old":
            is_there = is_there or any(
                one.measure == AGE and one.low >= _OLD for one in spans(told)
            )
            if any(one.measure == AGE and one.low >= _OLD for one in spans(concern)):
                is_there = True  # its years are looked at
        if name == "young" and any(one.measure == AGE for one in spans(concern)):
            is_there = True
        if name == "renal impairment":
            is_there = (
                is_there
                or any(one.measure == _EGFR and one.low < _OLD for one in spans(told))
                or any(one.measure == _EGFR for one in spans(concern))
            )
        if not is_there:
            return False
    return True


def _has_spans(concern: str, told: str, left_out: str) -> bool:
    there, out = spans(told), spans(left_out)
    named = populations(told)
    for one in spans(concern):
        if any(_excludes(other, one) for other in out if other.measure == one.measure):
            return False
        if any(_contains(other, one) for other in there if other.measure == one.measure):
            continue
        is_old = one.measure == AGE and _OLD <= one.low <= _OLD + 15 and one.high == _END
        is_young = one.measure == AGE and not one.low and one.high <= 18
        if not ((is_old and "old" in named) or (is_young and "young" in named)):
            return False
    return True


def _contains(text: Span, asked: Span) -> bool:
    """Whether a text's span holds those asked for, and is not merely far wider."""
    if asked.high == _END:
        is_far = asked.measure == AGE and asked.low - text.low > _FAR
        return text.high == _END and text.low <= asked.low and not is_far
    if not asked.low:
        return text.low <= asked.high / 2 and asked.high <= text.high <= asked.high * 1.5
    return text.low <= asked.low and asked.high <= text.high


def _excludes(limit: Span, asked: Span) -> bool:
    """Whether a limitation's span takes in those asked for."""
    if asked.high == _END:
        return limit.high > asked.low and limit.low <= asked.low
    if not asked.low:
        return limit.low < asked.high * 0.6 <= limit.high
    return limit.low <= asked.low < limit.high or limit.low < asked.high <= limit.high


@lru_cache(maxsize=256)
def _narrowed(concern: str) -> list[str]:
    """The words behind "in", "with", "after" …, those before "patients", and foreign names."""
    words = in_words(concern).split()
    found: list[list[str]] = []
    is_open = False
    for at, word in enumerate(words):
        if word in _PLACED:
            found.append([])
            is_open = True
        elif is_open:
            found[-1].append(word)
        elif is_foreign_name(word):
            found.append([word])
        elif word in {"patients", "people", "users", "population", "carriers"} and at:
            found.append([words[at - 1]])
    kept = [[one for one in part if one not in _ANYBODY] for part in found]
    return [" ".join(part) for part in kept if part] + _narrowed_chinese(concern)


def _narrowed_chinese(concern: str) -> list[str]:
    found = []
    for word in _CHINESE_PEOPLE:
        head, mark, _rest = concern.partition(word)
        run = in_words(head).split()[-1:] if mark else []
        found += [one.removesuffix("的")[-4:] for one in run if not one.isascii()]
    for word in _CHINESE_WITH:
        _head, mark, rest = concern.partition(word)
        run = in_words(rest).split()[:1] if mark else []
        found += [one[:2] for one in run if not one.isascii()]
    return [one for one in found if len(one) > 1 and one not in _CHINESE_NOBODY]


def _is_told(part: str, told: str) -> bool:
    """Whether a text has something of what narrows a concern down; what weighs nothing is told."""
    asked = units(part)
    if not (asked.subjects or asked.words) or populations(part):
        return True
    return bool(shared(part, told))


@lru_cache(maxsize=256)
def is_foreign_name(word: str) -> bool:
    """Whether a word is the name of a condition or of another drug, by its ending."""
    return len(word) > 5 and (word.endswith(_ENDINGS) or word.removesuffix("s").endswith(_ENDINGS))


def _clauses(text: str) -> list[str]:
    for mark in (". ", ", ", "。", ",", "；", ";", "，", " but ", " and nobody"):
        text = text.replace(mark, "\n")
    return text.split("\n")


def has(said: str, phrases: Iterable[str]) -> bool:
    """Whether a plain text has one of these phrases."""
    return any((f" {one}" if one.isascii() else one) in said for one in phrases)


@cache
def _phrases() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (name, tuple(f" {one}" if one.isascii() else one for one in said.split("|")))
        for name, said in _TABLE.items()
    )
