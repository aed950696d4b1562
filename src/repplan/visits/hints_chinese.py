"""What unmarked Chinese looks like: a grammar over the parts that words play in a clause.

As in ``hints_english.py`` each word becomes one letter, by the longest word that fits (so 发火 is
no sending and 门诊 no question); what the grammar doesn't know is a dot for each character:
*他说下周帮我约主任* is ``TswgIKT``. The first clause that fits a rule decides, but a kept promise
only where nothing is open.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from repplan.visits.hints_grammar import Grammar, Rule, rule, settled
from repplan.visits.marks import Mark

# A longer word wins over a shorter one; dots are words that only look like another.
_PARTS: tuple[tuple[str, str], ...] = (
    # Who: ourselves, our own side, they, people that promise nothing.
    ("I", "我们 咱们 我方 我司 我 咱"),
    ("W", "医学部 市场部 学术部 准入部 医学同事 医学 经理 公司 总部 同事 MSL"),
    (
        "T",
        """他们 她们 他 她 对方 主任 副主任 医生 大夫 护士长 护士 药师 教授 院长 副院长 科长 老师
        秘书 助理 药剂科 药房 药事会 设备科 采购 采购科 科里 科室 医院 医办 医务科""",
    ),
    ("P", "病人 患者 家属 学生 实习生 研究生 进修生 进修医生 病患 老病号"),
    # A day to come; a part of a day or an end that may be over.
    (
        "w",
        """明天 后天 大后天 明早 明晚 今晚 下周 下星期 下礼拜 下个月 下月 下次 下回 月底 月初 周末
        年底 回头 回去 回公司 改天 晚点 稍后 之后 会后 待会 待会儿 一会 一会儿 过几天 过两天
        过一阵 这几天 这两天 这周 本周 近期 晚上 尽快 马上 立刻 随后 节后 年后 有空 到时候 到时
        以后""",
    ),
    ("y", "今天 上午 下午 中午 早上 一早 前 之前 以前 内 以内 当天"),
    # What stands before a verb: will, must, adverbs.
    ("F", "会 愿意帮 愿意帮忙 打算 负责 帮忙 愿意来"),
    (
        "M",
        """要 需要 需 得 必须 应该 应当 记得 记着 别忘 别忘了 务必 抓紧 准备 想着 计划 忘 忘了 忘记
        还要 还得 还需""",
    ),
    (
        "f",
        """再 就 先 也 还 来 去 能 可以 争取 一定 尽量 亲自 主动 单独 另外 直接 顺便 一起 抽空
        抽时间 赶紧 微信 邮件 当面 重新 继续 都 过来 过去 一下 一份 一个 又 第一时间 好好 帮着
        赶快""",
    ),
    ("H", "待 待办 下一步 TODO todo"),
    # For whom: to, for, with; the thing; to have someone do it.
    ("G", "给"),
    ("g", "帮 替 为 告诉 通知 提醒"),
    ("p", "跟 和 与 同 向 找 到 由 在"),
    ("b", "把"),
    ("r", "托 让 叫 要求 希望 拜托 嘱咐"),
    # What we do for them. S is given by itself, D with a thing, d needs to be said as a promise.
    ("S", "送 寄 转交 回复 答复 解答 提供 转发 补 补上 补发"),
    (
        "D",
        """发 带 查 查一下 确认 核实 核对 跟进 跟踪 落实 转告 催 打印 整理 邀请 回电 传 传真 查清
        问清楚 打听清楚""",
    ),
    (
        "d",
        """拿 交 联系 转 反馈 推送 打电话 打个电话 对接 更新 解决 处理 推动 沟通 盯 回话 回应 要到
        请 搞定 预订 订 报名 了解一下 讲清楚 解释""",
    ),
    # What a provider may agree to do; K may be either's.
    ("K", "约 排 预约 安排 申请 协调 介绍 引荐 推荐 汇报 组织 收集 统计 转 问问"),
    (
        "k",
        """试 试试 试用 用 用用 换 换药 换成 开 开药 处方 考虑 看资料 看文献 评估 讨论 提 提出 讲
        上会 签 签字 报 报上去 入组 筛 筛选 筛查 写 牵头 做讲者 当讲者 做主席 当主席 进药 启动
        参加 支持 加进 加入 过会 表态 出结果 投票 挑 带教""",
    ),
    (
        "N",
        """看看 看一下 提一下 说一下 提提 讲一下 讲讲 说一声 打招呼 打个招呼 问一声 试一下 试一试
        帮一下""",
    ),
    ("L", "留 留下 放 放在 搁"),
    # Things that are handed over; what is given and is none; what one chats about.
    (
        "m",
        """单页 资料 文献 样品 小样 指南 剂量表 表格 申请表 说明书 课件 PPT ppt 幻灯 幻灯片 手册
        论文 文章 折页 彩页 解读 全文 报告 名单 共识 海报 视频 链接 二维码 数据 证据 卡片 患教
        患教手册 剂量卡 病例 病例表 对照表 表 医保说明 报销说明 材料 邀请函 回执 日程 样刊 综述""",
    ),
    ("z", "分钟 时间 面子 建议 好评 评价 机会 压力 支持 肯定 名片 脸色 态度"),
    ("h", "家 家里 家人 孩子 身体 最近 假期 老家 吃饭 儿子 女儿 爱人"),
    ("Z", "期刊 核心 SCI 杂志"),
    # Past, no, already, until whatever.
    ("l", "了 过 完 好了 完了 过了"),
    ("x", "不 没 没有 未 别 不太 不想 不肯 不愿 不愿意 无"),
    ("Y", "已 已经 刚 刚刚 都已"),
    ("X", "无论 不管 不论"),
    # Saying and promising.
    ("s", "说 表示 讲好 说是"),
    ("A", "答应 承诺 许诺 应下 应承"),
    ("a", "同意"),
    ("B", "保证 说好 约好 讲定 说定"),
    ("i", "还没 没来得及 还没来得及 没顾上 还未"),
    ("o", "欠 欠着 还欠"),
    ("u", "等 等着 等待"),
    ("v", "消息 结果 回信 信 反馈意见"),
    # Asking: the verb, the thing, what says it by itself, what does so at the end, what one wants.
    ("Q", "问 提问 问到 问起 问及 追问 反复问 又问"),
    ("q", "问题 疑问"),
    (
        "j",
        """想知道 想了解 要了解 希望了解 想多了解 好奇 想问 想确认 吗 疑惑 怎么 如何 为什么 为啥 咋
        啥时候 多久 多长时间 多大剂量 多少 能否 可否 是否 多大 多长 什么 有无 什么时候 什么剂量
        什么情况 什么病人 什么患者 什么人群 什么区别 什么不同 什么机制 什么原因 什么副作用
        什么时间 什么规格 什么证据 什么数据 什么药 什么条件 在哪 哪里 哪儿 哪些 哪种 哪个 哪天
        哪家 哪类 哪位 哪几 怎样 需不需要 可不可以 有啥 啥区别 啥副作用""",
    ),
    ("c", "询问 咨询 打听 请教 打听一下 咨询一下 请教一下"),
    ("J", "呢 么"),
    ("n", "想要 索要 想看 想看看 希望有 希望看到 希望提供 希望能有 求 要一份 要点 要些 要份"),
    ("e", "有 提了 提出 提出了"),
    # Words that only look like one of the above.
    (
        ".",
        """没问题 没有问题 没什么问题 没啥问题 没大问题 问题不大 问题不多 问题是 不成问题 没有疑问
        没疑问 顾问 访问 慰问 学问 问候 问好 问诊 问完诊 答非所问 问卷 他汀 换科 现在 正在 存在
        不在 在岗 在家 在忙 问世 门诊 会议 会诊 开会 科会 晨会 年会 大会 会上 会前 会场 机会难得
        社会 学会 协会 委员会 误会 不会 会所 会员 早会 例会 病例讨论会 发火 发脾气 发言 发烧 发现
        发生 发病 发表 发展 发愁 发布 发作 发炎 发热 发挥 发的 发福 出发 开发 送走 送病人 带组
        带教 带队 带状 带头 带学生 拿手 交班 交接 交流 交费 交通 交代 交情 交往 查房 查体 查岗
        查血 查出 检查 联系方式 联系不上 约束 约定 大约 制约 安排很 安排得 安排满 准备充分 补液
        补钾 补钙 补血 补充 转院 转科 转诊 转氨酶 转归 转变 好转 传染 传统 传说 订单 签订 排除
        排队 排斥 看病 看门诊 开车 开心 开始 打开 离开 报销 报告厅 日报 换班 值班 国产药 用药
        用药量 常用 费用 作用 副作用 用电 用国产 使用 提前 提醒我 提到 前提 提高 倒了 讲究 讲课
        听讲 写病历 为主 因为 认为 成为 为难 为人 以为 同样 共同 不同 合同 和气 平和 温和 到位
        达到 到家 没到 迟到 见到 找茬 请假 得到 觉得 懂得 值得 不得 难得 显得 记得住 答应不
        讲英语 说英语 讲普通话 前面 目前 以前的 之前的 年前 饭前 术前 没多少 多少有 多少还是
        多少会 没什么 没有什么 什么都 什么也 没怎么 不怎么 怎么都 怎么也 无论如何 时不时 动不动
        不知道怎么 提前预约 要预约 需要预约 得预约 先打电话 提前打电话 要的 提前约 要提前 先约
        带胸牌 戴胸牌 带口罩 要登记 得登记 时间紧 等级 相等 等等 一等 信任 相信 迷信 了解 不要
        重要 主要 需要时间 摘要 要求高 能力 可能 功能 才能 再说 再见 再聊 来的 后来 原来 新来
        从来 先生 就是 就诊 就医 成就 还是 还行 还好 不了 为了 除了 过敏 通过 经过 不过 超过 过程
        过期 过年 难过 无效 无所谓 未来 没空 没时间 别人 特别 区别 家庭 大家 专家 国家 厂家 说服
        说话 小说 说法 使劲 去年 过去的 出去 失去 来自 留学 留意 停留 保留 送礼 发奖金 试验 考试
        面试 临床试验 换届 替代 代替 帮手 叫号 让步 让人 把握 把关 给力 供给 由于 理由 自由 向来
        方向 倾向 意向 偏向 和谐 同行 同期 同时 求稳 要求多 追求 寻求 求医 家长 表现 代表 表扬
        表达 表情 表面 手表""",
    ),
)

_SHORT = {
    "V": "[SDdK]",  # any verb of doing
    "E": "(?:[Ggpbr][^l?]{0,8}?)?",  # for someone, or nothing
    "~": "[wyfFMW]*",  # days, adverbs, will
    "open": "(?!l|x|.*l$)",  # not done, not undone
    "try": "[kNSDdK]",  # what a provider may do for us, or with the product
}

_RULES = (
    # Harmless, though it holds the words.
    settled(None, "没有疑问", "x.{0,3}[qQ]"),
    settled(None, "我问他", "(?:^|I)f?Ql?f?[.]{0,2}T"),
    settled(None, "病人问", "P[^?]{0,4}Q"),
    settled(None, "问我孩子", "Ql?I?[.]?h"),
    settled(None, "没答应", "x.?[Aa]"),
    settled(None, "不要", "x[FMf]"),
    settled(None, "给病人", "[GSD]l?.{0,2}P"),
    settled(None, "在期刊发文章", "[Dd]l?[^?]*Z"),
    settled(None, "无论", "X.{0,10}"),
    settled(None, "给了五分钟", "Gl?I?[^?]{0,4}z"),
    # Promises, ours and theirs, and what they ask us to do.
    rule(Mark.PROMISE, "让我送", "[rM]I~E(?:V|k|Gm)"),
    rule(
        Mark.PROMISE,
        "我会送",
        "I~E(?:V|Q|c|G(?:[^I]{0,4}m|.?T)|[pg].{1,5}M.{0,4}m){open}",
    ),
    rule(Mark.THEY, "答应我", "A[fwyFMl]*(?:[gG]I|k)", "AI", "A[gG]I"),
    rule(Mark.THEY, "他答应", "T.{0,3}(?:A|a~E(?:{try}|c)|B.{0,6}(?:V|k))"),
    rule(Mark.PROMISE, "答应送", "A", "B.{0,8}(?:V|G)"),
    rule(Mark.PROMISE, "说周五给她", "^f?s[^I]*G.?T"),
    rule(Mark.PROMISE, "还没给", "(?:^|m)[yf.]{0,2}i(?:V|G)"),
    rule(Mark.THEY, "说周五给", "^f?[sa][wyf]*[wF][wyf]*E?{try}", "^f?[sa][wyfF]+k"),
    rule(Mark.THEY, "同意试用", "^f?a~E[kNK]"),
    rule(Mark.THEY, "会试", "^f?F[wyf]*k."),
    rule(
        Mark.THEY,
        "下周帮我约",
        "[TwFs][^Ix]{0,8}[gG]I(?!.*l$)",
        "[wF][^Ix]{0,8}[dDSK]I(?!.*l$)",
        "^[gG]I.{0,4}(?:V|[km])(?!.*l$)",
    ),
    # Ours, without a word for us.
    rule(
        Mark.PROMISE,
        "会后给他",
        "^(?:[^T]{0,6}sl?)?[yf]*[wMF]~E(?:V|Q|c|G(?:[^I]{0,5}m|.?T))(?!l|x|j)",
    ),
    rule(Mark.PROMISE, "跟他说明天发", "^[pGg].{1,6}sl?[wfFy]+E?V(?!l)"),
    rule(Mark.PROMISE, "欠她剂量表", "^f?o.{0,4}[Tm]"),
    rule(
        Mark.PROMISE,
        "给她带指南",
        "^[yf]*[Gg].{1,5}?(?:V|Q|M){open}",
        "^[yf]*g.{1,5}?c{open}",
        "^[yf]*b.{1,12}?(?:V|G){open}",
    ),
    rule(Mark.PROMISE, "发文献", "^[yf]*V{open}(?:f?G?.?T|[^?]{0,8}m|.{0,4}W|f)"),
    rule(Mark.PROMISE, "问医学部", "^f*[Qpdc]f?W{open}"),
    rule(Mark.PROMISE, "待确认", "^H(?:$|.*V)", "HV"),
    # Theirs.
    rule(
        Mark.THEY,
        "他会试",
        "T[^Ix?]{0,5}?[FM][wyf]*E(?:{try}|Q|c){open}",
        "T[^Ix?]{0,5}?[FMw]~[pgG].{1,5}[sk]",
        "T[^Ix?]{0,5}?F~g",
        "rT~E{try}{open}",
        "^[fw]+k.{0,3}0",
    ),
    rule(
        Mark.THEY,
        "他下周提",
        "T[fy]?s?f?u?w[wyf]*(?:G[^I?]{0,3}m|E{try}{open})",
        "^wy*.{0,2}T~E{try}{open}",
        "T[^Ix?l]{0,8}N",
        "Tsf[^Ix?l]{0,8}k",
        "Tskk",
    ),
    rule(Mark.THEY, "等她回复", "u(?:.{0,2}T.{0,6}?)?(?:V|[kvmg])"),
    rule(Mark.THEY, "他欠名单", "Tf?o"),
    # Questions that we owe an answer.
    rule(Mark.ASKED, "问能不能", "Q"),
    rule(Mark.ASKED, "有个疑问", "[ek]l?.{0,2}q"),
    rule(Mark.ASKED, "怎么减量", "j", "c", "[^xh]x$", "J$"),
    rule(Mark.ASKED, "想要文献", "(?<!I)(?:n|M)[^xI?]{0,8}m"),
    rule(Mark.ASKED, "问号", r"\?"),
    # Kept ones; what they did only where it was done for us.
    rule(Mark.DONE, "他给了我名单", "[gGSD]l?Il?.{0,6}m"),
    rule(Mark.DONE, "给了单页", "^[^T]*?(?:S|G)[TG]?.?l(?!I|h)"),
    rule(Mark.DONE, "留了资料", "^[^T]*?[SDdL]G?T?.?l.{0,6}[mT]"),
    rule(Mark.DONE, "剂量表已给", "m.{0,4}Y.{0,3}[GSDdKL]", "m.{0,4}[GSDdKL]{1,2}[^?]{0,4}l"),
    rule(Mark.DONE, "把表给了她", "^[^T]*?b.{1,12}[GSDdKL].{0,8}l"),
    rule(Mark.DONE, "给她发了", "^.{0,3}G[^I]{1,5}?(?:V|L)l"),
    rule(Mark.DONE, "已回复", "Y(?:G|V)", "Yb.{1,12}[GSDdKL]"),
)


def chinese_hint(text: str) -> Rule | None:
    """Return the rule that an unmarked Chinese text fits, or None where it is only news."""
    kept: Rule | None = None
    for clause in _clauses(text):
        rule = _grammar().read(_letters(clause))
        if rule and rule.mark is not Mark.DONE:
            return rule
        kept = kept or rule
    return kept


def _clauses(text: str) -> list[str]:
    """Return the clauses of a text, without the blanks between their characters."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    return [clause for clause in re.split(r"(?<=\?)|[,。.!;、:…]+", plain) if clause]


@cache
def _grammar() -> Grammar:
    return Grammar(_RULES, _SHORT, filler=".")


_BEFORE_WORDS: tuple[tuple[str, str], ...] = (
    (r"^几[天周次](?![没前后不])|几[岁级期]|(?<=[前后早晚天片次服吃])还是(?![老觉])", "吗"),
    (r"([^\W\x00-\xff])[不没]\1(?![多紧动时])以?", "吗"),  # 能不能, 有没有
    (r"(?:[一每][天次周日]|[吃用打隔要第分]|最[多长])几[次片天粒周毫点个支级期年]", "吗"),
    (r"(?:下个|[下这本上])?(?:周|星期|礼拜)[一二三四五六日天末]", "周末"),
    (r"[\d一二两三四五几]+[例盒支]|[\d一二两三四五几]+个(?=新?病人|患者)", "0"),
    (r"\d+月(?:\d+[号日]?)?|\d+[号日]|[\d一二两三几]+天[内后]", "周末"),
    (
        r"(?<![午年])小(?![时心组样孩结会便腿脑])[^\W\x00-\xff]|[^\W\x00-\xff][总姐哥](?![结])",
        "他",
    ),
)


def _letters(clause: str) -> str:
    """Return the part each word of the clause plays, the longest word first."""
    for pattern, word in _BEFORE_WORDS:
        clause = re.sub(pattern, word, clause)
    known, found, at = _parts(), [], 0
    while at < len(clause):
        for size in (6, 5, 4, 3, 2, 1):
            word = clause[at : at + size]
            if len(word) == size and word in known:
                found.append(known[word])
                break
        else:
            size = 1
            found.append(clause[at] if clause[at] in "?0" else ".")
        at += size
    return "".join(found)


@cache
def _parts() -> dict[str, str]:
    found: dict[str, str] = {}
    for letter, words in _PARTS:
        for word in words.split():
            found.setdefault(word, "." * len(word) if letter == "." else letter)
    return found
