"""What words are about: concerns, messages, objections and materials matched in both languages.

A text is taken apart into units: subjects of this table (kidney, low pressure, cost …), words that
are in none, and, lighter, populations, numbers and kinds of things. Two texts share a subject whatever words or
language name it. No model and no stemmer: a table that people can read.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeVar

from repplan.records import dataclass
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

ENOUGH = 0.4
"""How much of a concern or a question something must be about to answer it."""

_SUBJECTS = {
    "low pressure": "low pressure|low bp|low blood pressure|pressure under|pressure below|"
    "pressure drop|hypotens|dizz|faint|orthostat|falls|低血压|血压低|血压偏低|收缩压低|头晕|晕倒|跌倒",
    "kidney": "renal|kidney|egfr|creatinin|dialysis|ckd|肾|透析|肌酐",
    "liver": "hepatic|liver|肝",
    "bleeding": "bleed|haemorrhag|hemorrhag|出血",
    "swelling": "swelling|oedema|edema|水肿|浮肿",
    "cough": "cough|咳",
    "potassium": "potassium|hyperkal|血钾|高钾",
    "sugar": "hypoglyc|glucose|blood sugar|hba1c|血糖|低血糖",
    "weight": "weight gain|weight loss|bmi|体重",
    "skin": "rash|皮疹|过敏",
    "stomach": "nausea|vomit|diarrh|stomach|gastro|恶心|呕吐|腹泻|胃",
    "interactions": "interact|combin|相互作用|联合用药|合用",
    "dosing": "dose|dosing|dosage|titrat|剂量|滴定|用量",
    "switching": "switch|换药|转换|改用",
    "new": "too new|new drug|newer|long term|longterm|years of data|太新|新药|长期",
    "registry": "registry|registries|real world|登记研究|真实世界",
    "trial": "trial|head to head|placebo|endpoint|临床试验|头对头|终点",
    "guideline": "guideline|指南|共识",
    "stroke": "stroke|卒中|中风",
    "mortality": "mortality|death|survival|死亡|生存",
    "admissions": "hospitalisation|hospitalization|readmission|admission|再入院|住院",
    "adherence": "adheren|complian|forget|missed dose|once daily|once a day|pill burden|依从|漏服|"
    "一天一次|每日一次",
    "cost": "cost|price|pricing|copay|co-pay|afford|expensive|too dear|budget|贵|价格|费用|自费|花钱|"
    "预算",
    "coverage": "coverage|covered|formulary|prior auth|step edit|reimburs|insurance|medicare|part d|"
    "医保|报销|集采|进院|目录|双通道",
    "supply": "stock|shortage|supply|supplies|backorder|缺货|断货|供货|配送",
    "staff time": "paperwork|staff time|phone calls|call backs|callbacks|workflow|admin|流程|手续|"
    "人手|工作量",
    "training": "training|teach|device use|培训|带教",
    "storage": "storage|fridge|refrigerat|冷藏|储存",
    "monitoring": "monitoring|lab tests|follow up test|监测|复查|化验",
    "pregnancy": "pregnan|妊娠|孕",
    "rival": "competitor|generic|竞品|仿制",
    "tolerance": "side effect|adverse|tolerab|safety|safe|副作用|不良反应|安全|耐受",
}  # fmt: skip
_PEOPLE = {
    "old": "over 65|over 70|over 75|over 80|65 and|75 and|elderly|older|geriatric|frail|老年|高龄|"
    "岁以上",
    "young": "younger|children|adolescent|paediatric|pediatric|儿童|青少年|年轻",
    "diabetics": "diabet|糖尿病",
    "women": "women|female|女性",
    "heart failure": "heart failure|hfref|hfpef|心衰|心力衰竭",
}
_ANGLES = {
    "side effects": ("low pressure", "kidney", "liver", "bleeding", "swelling", "cough",
                     "potassium", "sugar", "weight", "skin", "stomach", "interactions",
                     "pregnancy", "tolerance"),
    "cost": ("cost", "coverage"),
    "adherence": ("adherence",),
    "outcomes": ("trial", "guideline", "stroke", "mortality", "admissions", "new", "registry"),
    "workflow": ("staff time", "supply", "training", "storage", "monitoring", "dosing"),
}  # fmt: skip
_BROAD = {
    "side effects": ("tolerance",), "cost": ("cost", "coverage"), "adherence": ("adherence",),
    "outcomes": ("mortality",), "workflow": ("staff time",),
}  # fmt: skip
"""Angle → the subjects that are the angle itself: a message of that angle is about them."""

_EMPTY = frozenset(
    "a an the to of for on in at with and or by is are was were be been not no it its this that "
    "these those i we you he she they her his him them their our my me as from about into over "
    "under than then if when while who what which how why do does did has have had can could will "
    "would should may might must just very more most less much many some any all each per out up "
    "down patient patients people person case cases drug drugs medicine medication treatment "
    "therapy use used using data study mg day days week weeks month months year years get gets got "
    "give gives want wants need needs ask asks asked said says see sees one two three good well "
    "gave given left sent brought showed handed still also only there here so but too new".split()
)
_EMPTY_PAIRS = frozenset(
    "患者 病人 药物 治疗 使用 问题 情况 什么 怎么 如何 可以 需要 我们 他们 这个 那个 以上 以下 "
    "比较 关心 关注 担心 数据 研究 方面 时候 没有 是否".split()
)
_THINGS = frozenset(
    "table article paper sheet leaflet card copy protocol chart slide form poster brochure pager "
    "guide booklet sample reprint pdf folder list kit handout".split()
)
_CHINESE_THINGS = (
    "表", "文献", "资料", "单页", "指南", "课件", "文章", "手册", "论文", "幻灯", "海报", "折页", "解读",
    "样品", "说明书", "清单",
)  # fmt: skip
"""What can be carried: it says what kind of thing one means, not what it is about."""

_CLEAR = 0.5
"""How much of what is said something must be about to be the one that is meant."""

_NEAR = 0.1
"""Two that fit so nearly alike: neither is meant alone."""

_STEM = 4
_TAIL = 3


@dataclass(frozen=True)
class Units:
    """What a text is about: ``subjects`` and ``words`` weigh, ``light`` ones only support."""

    subjects: frozenset[str]
    words: frozenset[str]
    light: frozenset[str]


@lru_cache(maxsize=512)
def units(text: str) -> Units:
    """Return what a text is about."""
    folded = plain(text)
    subjects: set[str] = set()
    people: set[str] = set()
    left = folded
    for name, hit in _named_in(folded):
        (people if name in _PEOPLE else subjects).add(name)
        left = _without(left, hit)
    words, light = set(), set(people)
    for word in set(left.split()):
        if word[0].isdigit():
            light.add(word)
        elif word.isascii():
            thing = _singular(word)
            if thing in _THINGS:
                light.add(thing)
            elif len(word) > 2 and word not in _EMPTY:
                words.add(word)
        else:
            words.update(_parts(word))
    return Units(frozenset(subjects), frozenset(words), frozenset(light))


def shared(said: str, text: str) -> tuple[str, ...]:
    """Return the weighing units that two texts share, in order; empty: they share nothing."""
    return tuple(sorted(_both(units(said), text)))


def closeness(said: str, text: str) -> float:
    """Return how much of what is said a text is about, 0 to 1; 0 where nothing that weighs is.

    Populations and numbers weigh half, and only beside a subject or a word: a message on cost in
    the old doesn't answer low pressure in the old. Said alone they weigh like a subject.
    """
    asked = units(said)
    both = _both(asked, text)
    light = _light(asked, text) if both or not (asked.subjects or asked.words) else ()
    if not asked.subjects and not asked.words:
        return len(light) / len(asked.light) if asked.light else 0.0
    if not both:
        return 0.0
    whole = len(asked.subjects | asked.words) + len(asked.light) / 2
    return (len(both) + len(light) / 2) / whole


Scored = TypeVar("Scored")


def clearest(scored: Sequence[tuple[float, Scored]]) -> list[Scored]:
    """Return those that are enough and near the best: one alone is meant."""
    most = max((score for score, _one in scored), default=0.0)
    return [one for score, one in scored if score >= max(_CLEAR, most - _NEAR)]


def is_thing(what: str) -> bool:
    """Whether what is promised can be carried: a table, an article; not a call."""
    words = {_singular(word) for word in plain(what).split()}
    return not words.isdisjoint(_THINGS) or any(thing in what for thing in _CHINESE_THINGS)


def likeness(said: str, text: str) -> float:
    """Return how much what is said and a text are about the same, 0 to 1, whichever is longer.

    ``said`` is what many texts are held against.
    """
    there = closeness(said, text)
    return (there + closeness(text, said)) / 2 if there else 0.0


def angles_of(text: str) -> tuple[str, ...]:
    """Return the value angles that a text speaks of."""
    subjects = units(text).subjects
    return tuple(angle for angle, names in _ANGLES.items() if subjects.intersection(names))


def is_angle_itself(text: str, angle: str) -> bool:
    """Whether a text speaks of an angle as a whole (its cost, its side effects), nothing finer."""
    asked = units(text)
    own = _BROAD.get(angle, ())
    return bool(asked.subjects) and asked.subjects.issubset(own) and not asked.words


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _both(asked: Units, text: str) -> set[str]:
    """The subjects and words asked for that a text has: it is looked through for these alone."""
    whole, words = _read(text)
    both = set()
    for one in asked.subjects:
        for said in _phrases()[one]:
            if said in whole:
                both.add(one)
                break
    for word in asked.words:
        # A piece of Chinese stands anywhere; other words by themselves, or with another ending.
        is_there = word in words if word.isascii() else word in whole
        # Where no word begins like it, none needs to be looked at.
        may_be = len(word) >= _STEM and f" {word[:_STEM]}" in whole
        if is_there or (may_be and any(_is_same(word, other) for other in words)):
            both.add(word)
    return both


def _light(asked: Units, text: str) -> set[str]:
    whole, words = _read(text)
    found = set()
    for one in asked.light:
        phrases = _phrases().get(one, ())
        if one in words or f"{one}s" in words or any(said in whole for said in phrases):
            found.add(one)
    return found


def _is_same(word: str, other: str) -> bool:
    shorter, longer = (word, other) if len(word) <= len(other) else (other, word)
    return (
        len(shorter) >= _STEM and len(longer) - len(shorter) <= _TAIL and longer.startswith(shorter)
    )


@lru_cache(maxsize=512)
def _read(text: str) -> tuple[str, frozenset[str]]:
    """A text as it is looked through, and its words."""
    whole = plain(text)
    return whole, frozenset(whole.split())


def _named_in(folded: str) -> list[tuple[str, list[str]]]:
    """Each subject and population that a text names, in order, and by which phrases."""
    # Most phrases aren't there: how they begin tells so, at a tenth of the time of looking.
    begun = {word[:2] for word in folded.split()}.union(folded)
    there = _beginnings()
    places = sorted(
        place for key in begun.intersection(there) for place in there[key] if place[2] in folded
    )
    found: dict[str, list[str]] = {}
    for _at, name, phrase in places:
        found.setdefault(name, []).append(phrase)
    return list(found.items())


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(map(_begun, said.split("|")))
        for table in (_SUBJECTS, _PEOPLE)
        for name, said in table.items()
    }


@cache
def _beginnings() -> dict[str, list[tuple[int, str, str]]]:
    """How a phrase begins → the phrases: their place in the tables, what they name, themselves."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    every = ((name, phrase) for name, phrases in _phrases().items() for phrase in phrases)
    for at, (name, phrase) in enumerate(every):
        found.setdefault(_key(phrase), []).append((at, name, phrase))
    return found


def _begun(phrase: str) -> str:
    """A phrase as it is looked for: Latin ones begin a word, Chinese ones stand anywhere."""
    return " " + phrase.replace("-", " ") if phrase.isascii() else phrase


def _key(phrase: str) -> str:
    """What a text with this phrase holds: a word that begins so, or this character."""
    return phrase[1:3].rstrip() if phrase.startswith(" ") else phrase[0]


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Return the text folded, with blanks for all but letters and digits, and between scripts."""
    folded = fold(text)
    bare = folded.translate(_ascii_letters()) if folded.isascii() else _parted(folded)
    return f" {' '.join(bare.split())} "


@cache
def _ascii_letters() -> str:
    """For each ASCII character itself where it is a letter or a digit, else a blank."""
    return "".join(char if char.isalnum() else " " for char in map(chr, range(128)))


def _parted(text: str) -> str:
    """The letters and digits, with a blank for all else and between Chinese and what is not."""
    kept = []
    was_ideograph = False
    for char in text:
        is_one = "\u3400" <= char <= "\u9fff"
        if is_one != was_ideograph:
            kept.append(" ")
            was_ideograph = is_one
        kept.append(char if is_one or char.isalnum() else " ")
    return "".join(kept)


def _without(text: str, phrases: list[str]) -> str:
    """The text without these phrases, and without the rest of a word that one begins."""
    for phrase in phrases:
        at = text.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if phrase.isascii():
                end = text.find(" ", end)
            text = f"{text[:at]} {text[end:]}"
            at = text.find(phrase, at + 1)
    return text


def _parts(run: str) -> list[str]:
    """Each two neighbours of a run of Chinese, but those that say nothing by themselves."""
    pairs = [run[at : at + 2] for at in range(len(run) - 1)]
    return [pair for pair in pairs if pair not in _EMPTY_PAIRS]
