"""What Chinese questions ask for: whom, what for, how much and how, whatever an indication says."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from repplan.screening import uses as known
from repplan.screening.scan_chinese import number_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Wanted = tuple[str, str, int, int]
"""(concept or way of use, the word, start, end)."""

_ASKING = (
    known.CHINESE_ASKING
    + """
    感兴趣 琢磨 想拿 想上 想加 想换 想把 想让 想开 想改 打算 考虑 准备给 准备上 准备用 试一试 试试 探讨 聊到用 能不 可不 行不 成不 中不 好使不 管用不 管不管 有用不 有效不 安全不 怎么给 怎么办
    怎么量 咋个 怎么用量 帮助没 好处没 效果没 用没 作用没 行得通 合适不 合适么 啥经验 有啥说法 有没有人 怎么调 怎么减 怎么加 咋用 咋吃 咋给 咋调 能吃 能用 可以用 可以吃 能给 敢不敢 敢用 有人用 有没 有无 求 索要 要一份 要些 要点 要篇 提的 提了个 提出 建议用 提议 好奇 了解一下 找我要 查一下 查查 帮查 帮忙查 帮他找 帮找 找点 找找 什么剂量 啥剂量 几片 几毫克 多大量 请示 说说 讲讲看 是不是可以 是不是能 是不是也 应该 超说明书 超适应
    """
).split()
_USING = (
    known.CHINESE_USING + " 片 粒 mg 毫克 帮助 恢复 好处 上 给 这药 开 调 减 加 量 拿 喂 换 降"
).split()
_NOT_ASKED = "功能不全 适应症 适应证 不能不 问题 访问 顾问 慰问 学问 疑问 问候 问好 问卷 问诊 什么时候 能见 能聊 能来".split()
_LOGISTICS = (
    known.CHINESE_LOGISTICS
    + " 门特 双通道 慢病 目录 编码 床位 选哪 首选 优先选 起始的依据 推荐级别 指南推荐 赞助 义诊 出门诊 坐诊 有空 上班 会议室 专家号 名额 患教 在几楼 怎么走 易拉宝 入组 招募 捐赠 团建 夏令营 申报 获批 批下来 上市 挂网 招标 第几条 第几页 要点赞 体检套餐 优惠"
).split()
_STRONG = "妊娠期 哺乳期 患儿 能用 能不能用 可以用 能吃 能不能吃 可不可以 安全 剂量 适应 超说明书 有没有用 有用 有效 怎么给 怎么调 能上 行不行 能给 用不用".split()
_WORDS = {
    "children": "小朋友 娃 男孩 女孩 孩童 学龄 初中生 高中生 小学生 中学生 儿科 患儿 新生儿 月龄 个月大 娃娃 儿子才 女儿才 孙子才 未满 18岁以下 十八岁以下",
    "pregnancy": "孕 怀二胎 怀了 怀着 怀孕 产前 子痫 妊高 待产 想要孩子 要宝宝 要二胎 试管 胎儿",
    "breast-feeding": "产后 喂着奶 奶孩子 喂母乳 喂奶 月子 断奶 乳汁 乳母 奶水",
    "dialysis": "透析 血透 腹透 血滤 crrt 尿毒",
    "renal": "egfr gfr 肾小球滤过 ckd 单肾 一个肾 肾不好 肾不太好 肾动脉 肾脏 护肾 保护肾 肾差 降尿蛋白 蛋白尿 尿蛋白 肾替代",
    "liver": "肝不好 肝差 转氨酶高 child 门脉 肝腹水 肝移植 腹水 护肝 肝衰",
    "transplant": "移植 换肾 换肝",
    "angina-other": "变异型 变异性 微血管 血管痉挛 冠脉痉挛 不稳定型 不稳定性 不稳定心绞 心肌桥 x综合征",
    "heart-failure": "心衰 心力衰竭 心功能 ef低 ef值 射血 扩心 扩张型 肥厚 肥心 心肌炎 主动脉夹层 夹层 马凡 主动脉瘤",
    "fibrillation": "降心率 控制心率 心动过速 室早 房早 早搏 房扑 窦速 预激",
    "infarction": "心梗 急性期 搭桥 支架 pci 介入",
    "obesity": "减肥 减重 瘦",
    "sleep": "助眠 打呼 打鼾 呼吸暂停",
    "incontinence": "前列腺 阳痿 早泄 壮阳 勃起 夜尿 尿床 遗尿 排石 结石",
    "cystic": "雷诺 硬皮 马凡 冻疮 瘢痕 疤痕 痔疮 静脉曲张 脉管炎 血管瘤 贝赫切特 白塞 法洛 先心 川崎",
    "surgery": "围手术期 手术前 手术中 术中 麻醉 icu里",
    "healthy": "健身的 运动员 健康人 没病的 正常人 考试 上台紧张 高原反应 高反 演出前 戒毒 醒酒 美容 长高 提神 抗衰 延寿 记忆力 预防老年",
    "animals": "宠物 猫 狗狗 给狗",
    "route": "鼻饲 管饲 胃管 碾 磨成 磨粉 磨碎 捣 掰 嚼 溶 化开 化水 泡水 舌下 含服 静脉 静推 静滴 静点 肌注 外用 外敷 灌肠 雾化 直肠 塞肛 滴鼻 滴眼 打成粉 切开 拆开胶囊 打开胶囊 拌饭 拌在 兑水 兑牛奶 冲服 包着吃 空肠",
    "dose": "分两 分三 分成 分次 分开吃 翻倍 翻番 翻一倍 加倍 加量 双倍 负荷 冲击 超量 大剂量 高剂量 增量 减半 半片 半粒 半量 1/4 四分之一 四分之三 一片半 早晚 早晚各 隔天 隔日 隔日一 隔一天 两天一次 三天一次 一周两次 每周 bid tid qid 一天两 一天三 一天2 一天3 一日两 一日三 一日2 每日两 每日2 每天两 每天三 每天2 两次 三次 按需 痛时吃 临时加 临时吃 发作时吃 备用 顿服 长期吃 吃一辈子 超过 最大量 最大能 最高能 上限 用满 加码",
    "combination": "联用 合用 并用 一起吃 一起用 一起服 一块吃 一块儿吃 一块用 同时吃 同时用 同服 合着吃 叠加 叠着 搭着 搭配 配着 合并使用 联合使用 三联 四联 加用 同用 药物相互 相互作用 间隔",
}
_SUFFIXES = "病 症 炎 癌 瘤 痛 疼 征 结石 痉挛 高压 不全 衰竭 硬化 水肿 狭窄 中毒 感染 出血 贫血 增生 现象 震颤 麻痹 紊乱 障碍 亢进 减退 过速 过缓 肥厚 扩张 腹水 抽动 畸形 栓塞 溃疡 脱垂 囊肿 息肉 斑".split()
_NOT_ILLS = "病人 病友 病员 病程 病情 病重 病号 疾病 看病 毛病 生病 慢病 常见病 得病 发病 见病 患病 有病 治病 这病 什么病 老病 适应症 适应征 症状 特征 指征 象征 征求 征集 病房 病区 病例 病历 病案 斑马 心疼 头疼的 一病 新病 急症".split()
_TREATS = (
    "治 用于 用在 用到 对 拿去 拿来 改善 缓解 降 试 上 想 用 有效 有用 帮助 能不能给 辅助".split()
)
_HARMS = "引起 导致 造成 诱发 出现 发生 得了 有没有过 会不会得 增加".split()
_RATES = "发生 风险 比例 占比 概率 几率 占多少 多不多 高不高 患病率 的指南 不良".split()
_NUMERALS = {char: at for at, char in enumerate("零一二三四五六七八九")} | {"两": 2}


def is_asked(sentence: str) -> bool:
    """Whether a sentence asks, or tells of an interest: in any form, with or without a mark."""
    for word in _NOT_ASKED:
        sentence = sentence.replace(word, "□")
    if any(word in sentence for word in _ASKING):
        return True
    at = sentence.find("不", 1)
    while 0 < at < len(sentence) - 1:
        if sentence[at - 1] == sentence[at + 1] and sentence[at - 1] >= "\u4e00":
            return True
        at = sentence.find("不", at + 1)
    return sentence.rstrip(" ,.!").endswith(
        ("不", "没", "呗", "呀", "么", "的证据", "的文献", "的病例", "的经验", "的案例")
    )


def wanted(sentence: str) -> list[Wanted]:
    """Return what a sentence asks for; the caller knows which of it an indication holds."""
    if not is_asked(sentence) or not any(word in sentence for word in _USING):
        return []
    is_strong = any(word in sentence for word in _STRONG)
    if any(word in sentence for word in _LOGISTICS) and not is_strong:
        return []
    found = [one for one in _listed(sentence) if not _is_harm(sentence, one[2], one[3])]
    found += _doses(sentence) + _young(sentence)
    return found or [one for one in _ills(sentence) if not _is_harm(sentence, one[2], one[3])]


def _listed(sentence: str) -> Iterator[Wanted]:
    for tag, words in _table():
        for word in words:
            at = sentence.find(word)
            if at < 0 or sentence[at + len(word) :].startswith(known.CHINESE_PLACES):
                continue
            if tag == "combination" and word == "联合" and not _is_joined(sentence, at):
                continue
            if not _is_somebody(sentence, at, word):
                yield tag, word, at, at + len(word)
                break


def _is_joined(sentence: str, at: int) -> bool:
    """Whether *together* is asked for with something, and isn't how somebody likes to treat."""
    before = sentence[max(0, at - 8) : at]
    behind = sentence[at + 2 : at + 3]
    return "喜欢" not in before and (
        any(one in before for one in "和跟与同能可") or behind >= "\u4e00"
    )


def _is_somebody(sentence: str, at: int, word: str) -> bool:
    """Whether a person is spoken of and not a use: 她的孩子."""
    before = sentence[max(0, at - 2) : at]
    if word == "孕" and sentence[at : at + 2] in {"孕产", "孕校"}:
        return True
    return word in {"孩子", "小孩", "怀孕", "学生", "娃", "宝宝"} and before.endswith(
        ("她", "他", "她的", "他的", "我", "家", "我们")
    )


def _is_harm(sentence: str, start: int, end: int) -> bool:
    """Whether it is asked how often something happens, and not whether it may be treated."""
    near, behind = sentence[max(0, start - 5) : start], sentence[end : end + 12]
    return any(word in near for word in _HARMS) or any(word in behind for word in _RATES)


def _doses(sentence: str) -> list[Wanted]:
    """Return doses and frequencies that are asked for: up to 20 mg, two tablets straight away."""
    found: list[Wanted] = []
    for verb in (
        "到",
        "直接",
        "一次",
        "一天",
        "每天",
        "上",
        "吃",
        "给",
        "用",
        "开",
        "服",
        "加",
        "打",
        "顿",
        "起步",
    ):
        at = sentence.find(verb)
        if at < 0:
            continue
        value, end = number_at(sentence, at + len(verb))
        if value > 0 and sentence[end : end + 3].lstrip().startswith(
            ("mg", "毫克", "片", "粒", "颗", "支", "针")
        ):
            is_one = value == 1 and sentence[end : end + 1] in "片粒颗支针"
            if not is_one:
                found.append(("dose", sentence[at:end], at, end))
        said = sentence[at + len(verb) : at + len(verb) + 2]
        if said[:1] in set("两三四五六") and said[1:] in set("片粒颗支针"):
            found.append(("dose", said, at, at + len(verb) + 2))
    return (
        found[:1]
        if any(word in sentence for word in ("规格", "差多少", "一盒", "多少钱")) is False
        else []
    )


def _young(sentence: str) -> list[Wanted]:
    """Return an age under eighteen: ``9岁``, ``十五岁``."""
    at = sentence.find("岁")
    if at < 1:
        return []
    start = at
    while start and (
        sentence[start - 1].isdigit() or sentence[start - 1] in "一二两三四五六七八九十"
    ):
        start -= 1
    years = _years(sentence[start:at])
    return [("children", sentence[start : at + 1], start, at + 1)] if 0 < years < 18 else []


def _years(said: str) -> int:
    if said.isdigit() and said.isascii():
        return int(said)
    tens, ten, ones = said.rpartition("十")
    if not ten:
        return _NUMERALS.get(said, 0)
    return _NUMERALS.get(tens, 1) * 10 + _NUMERALS.get(ones, 0)


def _ills(sentence: str) -> list[Wanted]:
    """Return an illness by how its name ends, where something is to be done about it."""
    if not any(word in sentence for word in _TREATS):
        return []
    masked = sentence
    for word in _NOT_ILLS:
        masked = masked.replace(word, "□" * len(word))
    for suffix in _SUFFIXES:
        at = masked.find(suffix)
        if at > 0 and masked[at - 1] >= "\u4e00":
            start = at
            while (
                start
                and masked[start - 1] >= "\u4e00"
                and at - start < 4
                and masked[start - 1] not in _ENDS
            ):
                start -= 1
            if start < at:
                return [("", sentence[start : at + len(suffix)], start, at + len(suffix))]
    return []


_ENDS = frozenset("治于对给去来在把的用药善解降了能上想问吃有个说压")


@cache
def _table() -> tuple[tuple[str, tuple[str, ...]], ...]:
    tags = dict.fromkeys((*_WORDS, *known.CHINESE, *known.CHINESE_HOW))
    return tuple(
        (
            tag,
            tuple(
                dict.fromkeys(
                    " ".join(
                        one.get(tag, "") for one in (_WORDS, known.CHINESE, known.CHINESE_HOW)
                    ).split()
                )
            ),
        )
        for tag in tags
    )


def parts(flat: str) -> Sequence[tuple[int, str]]:
    """Return (start, sentence) of each sentence of a text."""
    found, begin = [], 0
    for at, char in enumerate(flat):
        if char in ".;!?\n>" and not (char == "." and flat[at + 1 : at + 2].isdigit()):
            found.append((begin, flat[begin : at + 1]))
            begin = at + 1
    return [*found, (begin, flat[begin:])]
