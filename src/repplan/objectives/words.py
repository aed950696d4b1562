"""The words by which an objective shows what it holds, in English and Chinese: data and look-ups.

Every look-up takes folded text and returns the words that decided, empty where none did, so that
a screen can quote them. They know the forms of common verbs, not sentences: a text that they don't
know is asked about, never refused.
"""

from __future__ import annotations

import re
from functools import cache

THEIR_VERBS = (
    "accept add admit adopt agree allow apply approve arrange ask assign attend book bring "
    "call change check choose come commit compare complete confirm connect consider convince "
    "correct decide describe discuss do email enrol enroll evaluate explain fill find flag "
    "follow forward give go grant hand have help host identify include initiate integrate "
    "introduce invite join keep know learn let list look lower make mark measure meet mention "
    "monitor move name nominate note offer open order pass pick pilot place plan prefer "
    "prescribe present propose put raise read recall recognise recognize recommend record "
    "refer register remember repeat replace report request require reserve review run say "
    "schedule screen see select send set share show sign speak stand start state stock stop "
    "submit suggest support swap switch take talk teach tell test titrate train trial trust "
    "try understand update use visit vote want watch weigh write"
)
"""What a provider does or comes to know: verbs that one can see, or hear them say."""

THEIR_NOUNS = (
    "she he they who it dr prof doctor physician surgeon nurse pharmacist manager "
    "administrator buyer chair chief committee board team clinic practice department desk "
    "front office staff colleague colleagues partner partners hospital pharmacy ward unit "
    "group"
)
"""Whom an objective may speak of."""

OUR_VERBS = (
    "advertise bring build call check close convince cover create deliver demonstrate detail "
    "develop discuss drive drop educate email engage establish explain explore find follow "
    "gain get give go grow hand improve increase inform introduce keep leave maintain make "
    "meet mention motivate nurture open persuade pitch position present probe promote provide "
    "push raise remind reinforce review see sell send share show speak spread strengthen "
    "support talk teach tell thank touch train understand uncover update visit win"
)
"""What a rep does: a text that begins so, and goes on without them, is a plan for us."""

VAGUE = (
    "relationships? rapport awareness goodwill good.will interest interested touch.base check.in "
    "catch.up say.hello keep.in.touch stay.in.touch follow.up following.up be.positive "
    "more.positive momentum visibility presence engagement mind.?share top.of.mind "
    "(?:sell|push|promote|boost).(?:it|more|sales|the.product) "
    "(?:more|increase|grow).(?:sales|use|usage|business|share|scripts|volume)"
)
"""What can't be seen. A dot stands for a blank."""

CHINESE_VAGUE = (
    "维护关系 加强关系 建立关系 搞好关系 拉近关系 客情 联络感情 增进感情 加强沟通 保持联系 "
    "了解情况 了解一下 提高认知 提升认知 加深印象 提升形象 扩大影响 增加销量 提高销量 "
    "提升销量 上量 跟进一下 看望 拜访一下 关注一下 感兴趣 认可产品 认可我们 多用 常用"
)
CHINESE_ACTS = (
    "同意 答应 愿意 开始 启用 试用 试一 试两 使用 换用 换成 换到 改用 换药 处方 开具 开出 "
    "开药 开方 申请 提单 提交 提出 提一 讲 介绍给 推荐 分享 邀请 安排 组织 参加 出席 列出 "
    "说出 说明 指出 写 填 签 选 定下 确定 确认 决定 知道 了解 明白 理解 记得 记住 认识到 同步 "
    "告诉 转告 转介 引荐 进药 采购 纳入 入院 检查 测 筛查 筛选 监测 登记 入组 复查 随访 调整 "
    "减量 加量 停用 支持 投票 反馈 回复 给出 给我 带我 让我 打开 看完 读完 讨论 对比 比较 "
    "评估 挑 找出 点名 约 交 报 排"
)
CHINESE_FIRST = (
    "同意 答应 愿意 开始 启用 试用 使用 换用 换成 改用 处方 开具 开出 申请 提交 推荐 安排 "
    "参加 列出 说出 知道 明白 理解 记住 认识到 确认 决定 纳入 进药 主动"
)
"""With one of these a text may begin and still be about them."""

CHINESE_OURS = (
    "拜访 介绍 推广 宣传 讲解 传递 沟通 维护 加强 建立 送 发 带去 带 提醒 跟进 说服 推进 促进 "
    "请 约 谢 拿到 争取 了解 收集 协助"
)
CHINESE_THEY = (
    "她们? 他们? 对方 主任 医生 大夫 教授 院长 科长 护士长? 药师 老师 科室 科里 团队 医院 "
    "药剂科 药事会 病区"
)
NUMBERS = (
    r"(?<![-.\d])\d{1,4}(?![-.\d]) an? one two three four five six seven eight nine ten eleven "
    r"twelve dozen several first next both half third quarter"
)
COUNTED = (
    "patients? people persons? scripts? prescriptions? orders? times cases? nurses? partners? "
    "colleagues? doctors? physicians? pharmacists? questions? reasons? criteria criterion "
    "names? dates? days? slots? meetings? appointments? boxes packs? starts? trials? forms? "
    "sites? clinics? wards? steps? visits? calls? weeks? referrals? talks? sessions? "
    "examples? units? requests? signatures? letters? charts? tables? rounds? cards? copies "
    "lunch(?:es)?"
)
CHINESE_COUNTED = (
    "例 位 个 名 次 盒 家 张 条 人 篇 页 份 台 支 瓶 场 批 项 点 句 种 天 周 成 病人 患者 分钟 节"
)
ALL = (
    (
        r"\b(?:all|every|each|whole|entire|any) (?:of )?(?:his |her |their |the |new )?(?:\w+ )?"
        r"(?:patients?|prescriptions?|scripts?|cases?|staff|team|clinic|department|hospital|"
        r"doctors?|colleagues?)\b"
    ),
    r"\b(?:everyone|everybody|exclusively|always)\b",
    r"\b100 ?%",
    r"\bonly (?:prescribe|use)s?\b",
    "所有(?:的)?(?:病人|患者|医生|病例|老人|处方)?",
    "全部|全都|全科|一律|只用|只开",
    "每(?:个|位|例|一个|一位)(?:病人|患者|医生)",
)
GAIN = (
    r"\bso (?:that|her|his|their|she|he|they|patients)\b",
    r"\bbecause\b",
    r"\b(?:to|and) (?:spare|save|avoid|prevent|reduce|cut|lower|protect)s?\b",
    r"\bwithout (?:having to|losing|risking)\b",
    r"\bfewer\b",
    "为了|以便|好让|从而|以免|避免|省得|减少|减轻|降低",
    "(?:这样|方便)(?:她|他|病人|患者)",
)


def their_act(what: str) -> str:
    """Return the words that tell what they will do or know."""
    # To make the large pattern takes longer than all else of a brief's objective: most texts begin
    # with a verb, or are in one language.
    first = re.match(r"\w+", what)
    if first and first[0] in _thirds():
        return first[0]
    english = "" if _is_without_latin(what) else _found(_their_act(), what)
    return english or ("" if what.isascii() else _found(_chinese_act(), what))


def our_act(what: str) -> str:
    """Return the verb that the text begins with, where it is one of ours."""
    return _found(_our_act(), what)


def vague(what: str) -> str:
    """Return the words that name nothing one can see."""
    return _found(_vague(), what)


def has_object(what: str) -> bool:
    """Whether there is more than a verb: something to bring, to answer or to learn."""
    if what.isascii():
        return len(re.findall(r"[^\W_]+", what)) >= 3
    return len(what.replace(" ", "")) >= 5


def quantity(what: str) -> str:
    """Return a number of things that can be counted (two patients, 一例); a dose is none."""
    return _found(_quantity(), what)


def all_at_once(what: str) -> str:
    """Return the words that ask for all at once."""
    return _found(_any_of(ALL), what)


def gain(what: str) -> str:
    """Return the words that begin to say what they gain."""
    return _found(_any_of(GAIN), what)


def _found(pattern: re.Pattern[str], what: str) -> str:
    match = pattern.search(what)
    return match["said"].strip() if match else ""


def _one_of(words: str) -> str:
    return "|".join(words.replace(".", r"\W").split())


def _third(stem: str) -> str:
    """Return the third person of a verb."""
    is_consonant_y = stem.endswith("y") and stem[-2] not in "aeiou"
    if is_consonant_y:
        return f"{stem[:-1]}ies"
    return {"have": "has"}.get(stem, f"{stem}e?s")


@cache
def _thirds() -> frozenset[str]:
    """Return the third persons of what they do, as ``_third`` spells them."""
    spelt = [_third(stem) for stem in THEIR_VERBS.split()]
    return frozenset(one.replace("e?s", end) for one in spelt for end in ("s", "es"))


def _is_without_latin(what: str) -> bool:
    return not any("a" <= char <= "z" for char in what)


def _verbs(stems: str) -> str:
    return "|".join(f"{stem}|{_third(stem)}" for stem in stems.split())


@cache
def _their_act() -> re.Pattern[str]:
    verbs, nouns = _verbs(THEIR_VERBS), _one_of(THEIR_NOUNS)
    third = "|".join(map(_third, THEIR_VERBS.split()))
    asks = "get|gets|have|ask|let|help|persuade|convince|invite|want|wants"
    return re.compile(
        # Somebody does it: she (will, can) name; the front desk books.
        rf"(?P<said>\b(?:{nouns})\b(?:'ll)?(?: [\w'.]+){{0,2}}? (?:{verbs})\b"
        # We get somebody to do it; not "get to know her".
        rf"|\b(?:{asks}) (?!to )(?:[\w.]+ ){{1,3}}(?:to )?(?:{verbs})\b"
        # Without a subject, the third person is theirs.
        rf"|^(?:{third})\b|^will (?:agree|book|name|order|prescribe|refer|start|switch|try|use)\b)"
    )


@cache
def _chinese_act() -> re.Pattern[str]:
    they, acts, first = map(_one_of, (CHINESE_THEY, CHINESE_ACTS, CHINESE_FIRST))
    return re.compile(
        rf"(?P<said>(?:请|让|使|促成)[^我].{{0,12}}?(?:{acts})"
        rf"|(?:{they}).{{0,12}}?(?:{acts})"
        rf"|^(?:能|会|可以)?(?:{first}))"
    )


@cache
def _our_act() -> re.Pattern[str]:
    verbs, ours = _verbs(OUR_VERBS), _one_of(CHINESE_OURS)
    return re.compile(
        rf"^(?:to |i will |i'll |we will )?(?P<said>(?:{verbs})\b|(?:我们?|去|再)*(?:{ours}))"
    )


@cache
def _vague() -> re.Pattern[str]:
    english = _one_of(VAGUE)
    return re.compile(rf"(?P<said>\b(?:{english})\b|{_one_of(CHINESE_VAGUE)})")


@cache
def _quantity() -> re.Pattern[str]:
    numbers, counted = "|".join(NUMBERS.split()), _one_of(COUNTED)
    return re.compile(
        rf"(?P<said>(?<!\w)(?:{numbers})(?: [\w-]+){{0,4}}? (?:{counted})\b"
        rf"|\b(?:once|twice|\d+x)\b|\b\d+ ?%"
        rf"|[\d一两二三四五六七八九十百几半首第]+ ?(?:{_one_of(CHINESE_COUNTED)}))"
    )


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?P<said>{'|'.join(patterns)})")
