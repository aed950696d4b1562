"""Words that tell of somebody's health, religion or politics: no personal note may hold these.

A reminder at the moment of writing, and no proof: what it doesn't know passes, and what is meant
otherwise can be said otherwise. English words are patterns, ``*`` at the end stands for any ending;
names of places, people and sports that merely hold such a word are left out on purpose.

Source: GDPR, Article 9(1) (data concerning health, religious beliefs, political opinions); PIPL of
China, Article 28 (religious belief, medical health). Words chosen and checked on 2026-11-22.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

HEALTH, RELIGION, POLITICS = N_("health"), N_("religion"), N_("politics")

WORDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    HEALTH: (
        (
            "cancer", "chemo*", "tumou?r*", "leuk[a]?emia", "lymphoma", "diabet*", "depressi*",
            "depressed", "anxiety", "bipolar", "pregnan*", "miscarr*", "ivf", "illness*", "is ill",
            "been ill", "was ill", "(?:is|was|been|be|off|get|gets|got) sick", "sick leave",
            "hospitali[sz]*", "in (?:the )?hospital with", "diagnos*", "disab*", "heart attack",
            "(?:had|has|have|having) a stroke", "in therapy", "rehab", "allerg*", "dementia",
            "alzheimer*", "parkinson*", "hiv", "addict*", "alcoholi*", "overweight", "medication*",
            "burnout", "burned out", "burnt out", "insomnia",
            "(?:his|her|their|my|had|has|after|knee|hip|back|heart|eye) surgery",
            "recover(?:ing|ed|s)? from", "chronic pain", "high blood pressure", "died of", "dying",
        ),
        (
            "癌", "化疗", "肿瘤", "白血病", "糖尿病", "高血压", "抑郁", "焦虑症", "怀孕", "孕期",
            "流产", "试管婴儿", "住院", "生病", "病了", "病假", "做手术", "手术后", "动手术",
            "确诊", "残疾", "过敏", "心脏病", "中风", "吃药", "服药", "戒酒", "失眠", "痴呆",
            "体检异常", "病危", "绝症",
        ),
    ),
    RELIGION: (
        (
            "church*", "mosque*", "synagogue*", "muslim*", "islam*", "catholic*", "protestant*",
            "jewish", "judaism", "hindu*", "buddhis*", "mormon*", "evangelical*", "atheis*",
            "christianity", "(?:a|devout|practi[cs]ing) christian", "bible*", "quran", "koran",
            "ramadan", "kosher", "halal", "pray", "prays", "praying", "prayer*", "religio*",
            "baptis*", "bar mitzvah", "bat mitzvah",
        ),
        (
            "信佛", "佛教", "拜佛", "基督", "天主教", "穆斯林", "伊斯兰", "清真", "回教", "教堂",
            "做礼拜", "信教", "宗教", "烧香", "上香", "道教", "念经", "吃斋", "信仰", "斋月",
        ),
    ),
    POLITICS: (
        (
            "politic*", "democrat*", "republican*", "voted", "votes", "voting", "voter*",
            "elections?", "left[- ]wing", "right[- ]wing", "party member", "trade union",
            "union member", "pro[- ]life", "pro[- ]choice", "communist*", "socialist*",
        ),
        ("政治", "党员", "入党", "党派", "民主党", "共和党", "选举", "投票", "政见"),
    ),
}  # fmt: skip
"""Kind → (English patterns, Chinese words)."""
