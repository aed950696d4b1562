"""Whether Chinese words tell who a patient is: a name beside what only a patient has."""

from __future__ import annotations

import re
from functools import cache

from repplan.screening import persons
from repplan.screening.scan_chinese import uses

Found = tuple[str, int, int]
_GIVEN = frozenset(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文辉力健永世广志义兴良海山仁波宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子成康星光天达安岩茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐"
    "绍功松善厚庆民友裕河哲江浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘淑惠珠翠雅芝萍娥玲芬彩春菊凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉"
    "叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝丽阳妮宝贝初程喆鑫睿浩博"
    "根土水木火旺财宽阿小大来喜增占长金银铁柱栓锁满仓堂俊万中东西南北方汉忠孝礼智耀祖宗继凯培立正修守坤桐森焕炳润泉源洪涵浦济灿均培基增凌雨霖锋钢铭锡镇钊玺琪瑜玥"
)  # fmt: skip
_SURNAMES = persons.SURNAMES | frozenset(
    "章涂祁狄毕傅萧湛禹卜柏鲁韦俞鲍费滕殷欧荆权桓娄麦卫蒙聂温阮隋郎芮裴穆柳戚佘邬岑阳古卞柴仝盖匡聂辜尧冼逄亓濮阙褚苑昝廉窦原隋丛栗司楚屠仇甄安伍余米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董杜阮蓝席麻强路娄危颜郭梅盛刁骆樊凌霍虞万支柯管莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉钮翁荀甄曲封储靳焦牧隗车侯宓蓬全班仰仲伊宫宁仇栾甘祖符景詹束幸司韶黎薄印宿白怀蒲鄂索籍卓蔺屠蒙池乔闻党翟劳姬申扶冉宰雍璩桑桂濮牛寿通边扈燕冀浦尚温别晏瞿阎充慕连茹习艾鱼容暴巢关简饶曾肖游竺商年佟岳帅亢况后有苟迟邰初尉操展冷辛阚那空沙付闵练敖"
) - frozenset("有后年那空通全班别成应印连党解车强明单和支计谈管路危包左右封充容暴关商况初尚怀束幸司操展冷祖寿边蒙沙房")  # fmt: skip
_CALLED = (
    "患者 病人 叫 名叫 姓名 名字 名字是 写着 全名 本名 真名 床 病号 患儿 产妇 家属 老人 名下 登记的 抬头 妈妈 母亲 爸爸 父亲 老公 丈夫 妻子 老婆 老伴 爱人 儿子 女儿 "
    "奶奶 爷爷 婆婆 公公 那个 这个 一位 位 是 : 给 帮 阿姨 大爷"
).split()
_SURELY = "床的 患者 病人 叫 名叫 姓名 名字 名字是 写着 全名 本名 真名 床 病号 患儿 产妇 名下 登记的 床的".split()
_RECORDS = "住院号 病案 病历 医保卡 医保号 处方单 处方上 化验单 检查单 报告单 身份证 门诊号 生日 出生 赠药 慈善 援助 随访 出院 入院 住院 号床 加床 住址 慢病本 知情同意 入组号 续方 处方笺 手机号 电话".split()
_WORKING = "问 约 讲 请假 结婚 发喜 出差 负责 值班 排班 接待 开会 汇报 签字 调 升 说 想 要 让 也来 转 会议 生二胎 休 会诊".split()
_STAFF_BEFORE = "主任 医生 教授 护士 护士长 药师 经理 代表 院长 科长 处长 同事 老师 讲者 院士 组长 采购 秘书 博士 专家 商务 副主任 的大夫 助理 学生 研究生 主席 会长".split()
_CALLED_BEHIND = (
    *persons.CN_CALLED,
    "老人家",
    "阿婆",
    "阿公",
    "婆婆",
    "伯",
    "婶",
    "大伯",
    "太太",
    "老头",
    "大娘",
    "阿伯",
)
_NUMERALS = frozenset("十一二三四五六七八九几多来")
_NOT_GIVEN = persons.NOT_GIVEN - frozenset("生元长会月")


def chinese_identity(flat: str) -> list[Found]:
    """Return (kind, start, end) of what tells in Chinese who a patient is."""
    found: list[Found] = []
    at = 0
    while at < len(flat):
        end = 0
        if flat[at] in _SURNAMES or flat[at : at + 2] in persons.COMPOUND:
            end = _name_end(flat, at)
        if end:
            found.append(("name", at, end))
            at = end
        else:
            at += 1
    return found + _births(flat)


def is_office(flat: str) -> bool:
    """Whether Chinese words say of a telephone that it is a department's or a colleague's."""
    return any(word in flat for word in _OFFICES) and not any(word in flat for word in _PERSONS)


_OFFICES = (
    "药剂科 药房 科室 办公室 主任电话 主任的电话 主任手机 主任微信 医生电话 医生手机 医生的手机 护士站 护士长电话 前台 公司 商务 代表电话 热线 客服 总机 "
    "快递 物流 司机 会务 酒店 药师电话 采购 老师电话 老师手机 秘书 我的手机 我手机 我的电话 内线"
).split()
_PERSONS = "病人 患者 家属 女儿 儿子 老伴 老人 大爷 大妈 阿姨 床 住院号 病号 岁".split()


def _name_end(flat: str, at: int) -> int:
    """Return where the name of a patient ends that begins here; 0: none does."""
    if flat.startswith(persons.NOT_NAMES, at) or flat.startswith(_MORE_NOT_NAMES, at):
        return 0
    size = 2 if flat[at : at + 2] in persons.COMPOUND else 1
    if flat.startswith(persons.CN_TITLES, at + size):
        return 0
    before = flat[:at].rstrip(" ,:(\"'")
    if before.endswith(tuple(_STAFF_BEFORE)) and flat[at - 1 : at] not in {",", " "}:
        return 0
    called = _called_end(flat, at, size, before)
    if called:
        return called
    for given in (2, 1):
        end = at + size + given
        name = flat[at + size : end]
        if len(name) < given or not all(map(_is_han, name)) or set(name) & _NOT_GIVEN:
            continue
        if flat.startswith(persons.CN_TITLES, end):
            return 0
        if _is_patient(flat, at, end, before, given + size):
            return end
    return 0


def _is_patient(flat: str, at: int, end: int, before: str, size: int) -> bool:
    name, behind = flat[at:end], flat[end : end + 14]
    is_sure = before.endswith(tuple(_SURELY))
    is_called = is_sure or before.endswith(tuple(_CALLED))
    is_begun = at == 0 or not _is_han(flat[at - 1])
    is_likely = size > 2 and all(char in _GIVEN for char in name[-2:])
    if not (is_begun or is_called or is_likely):
        return False
    if not _is_ended(flat, end) and not (is_likely and (is_begun or is_called)):
        return False
    points = is_begun + is_likely + 2 * is_sure + (is_called and not is_sure)
    points += 2 * _has_age(behind) + 2 * _has_bed(flat, at, end)
    points += 2 * any(word in flat for word in _RECORDS)
    near = flat[end : end + 24].partition(".")[0] or flat[max(0, at - 14) : at]
    points += any(word in near for word in persons.CN_CLINICAL) or bool(uses(near))
    points += flat.startswith(_CALLED_BEHIND, end)
    points += 2 * (not _has_age(behind) and _has_far_age(flat[end : end + 20]))
    points += flat[end : end + 1] in {"他", "她"} and flat[end + 1 : end + 2] in set(
        "妈爸女儿闺老家爱媳婆孙舅姑姨姐妹弟哥"
    )
    if behind.lstrip(" ,").startswith(tuple(_WORKING)) and not (
        _has_age(behind) or _has_bed(flat, at, end)
    ):
        points -= 3
    return (
        points >= (4 if size == 2 or not (is_likely or is_called) else 3)
        and points > is_begun + is_likely
    )


def _is_ended(flat: str, end: int) -> bool:
    behind = flat[end : end + 1]
    return (
        not behind
        or not _is_han(behind)
        or behind in _AFTER
        or flat.startswith(_CALLED_BEHIND, end)
    )


_AFTER = frozenset(persons.CN_AFTER + "的她他老阿这那,也刚正上跟和下又反说说要想是有还身因开")


def _called_end(flat: str, at: int, size: int, before: str) -> int:
    """Return the end of ``张某``, ``李阿姨``, ``老李头``, where age and illness or a bed stand by."""
    part = flat[at : at + 20]
    end = at + size
    is_hidden = flat[end : end + 1] in {"某", "x"} and flat[at] in _SURNAMES
    if is_hidden:
        end += 2 if flat[end : end + 2] in {"某某", "xx"} else 1
        if (
            flat[at + size] == "x"
            and flat[end : end + 1].isalpha()
            and flat[end : end + 1].isascii()
        ):
            return 0
        is_one = _has_age(flat[end : end + 12]) or _has_bed(flat, at, end) or _is_ill(part)
        return end if is_one or before.endswith(tuple(_SURELY)) else 0
    for title in _CALLED_BEHIND:
        if flat.startswith(title, end):
            end += len(title)
            has_age = _has_age(flat[end : end + 12])
            is_one = (has_age and _is_ill(flat[end:])) or _has_bed(flat, at, end, far=6)
            return end if is_one else 0
    if flat[at - 1 : at] == "老" and (
        flat[end : end + 1] == "头" or not _is_han(flat[end : end + 1] or " ")
    ):
        return (
            end
            if _has_bed(flat, at, end, far=6) or (_has_age(flat[end : end + 12]) and _is_ill(part))
            else 0
        )
    return 0


def _is_ill(near: str) -> bool:
    return any(word in near[:40] for word in persons.CN_CLINICAL) or bool(uses(near[:24]))


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _has_bed(flat: str, at: int, end: int, far: int = 12) -> bool:
    """Whether a bed's number stands near: ``12床``, ``床号12``, ``3楼8床``."""
    near = flat[max(0, at - far) : end + far]
    place = near.find("床")
    while place >= 0:
        if near[place - 1 : place].isdigit() or (
            place and near[place - 1] in "一二三四五六七八九十加"
        ):
            return True
        if near[place + 1 : place + 2] == "号" or near[place + 1 : place + 2].isdigit():
            return True
        place = near.find("床", place + 1)
    return False


def _has_age(near: str) -> bool:
    """Whether an age or a sex stands right behind a name."""
    part = near.lstrip(" ,(:今年快都刚满已经虚岁周也老人家阿姨大爷女士先生太婆")
    if part[:1] in {"男", "女"} and (len(part) < 2 or not _is_han(part[1]) or part[1] in "性的今"):
        return True
    if part[:1] in {"f", "m"} and not part[1:2].isalpha():
        return True
    size = 0
    while size < len(part) and (part[size].isdigit() or part[size] in _NUMERALS):
        size += 1
    number, rest = part[:size], part[size : size + 2]
    if not number or number in {"一", "几", "多", "来"}:
        return False
    if number.isascii() and not (1 <= len(number) <= 3 and int(number) < 110):
        return False
    if rest[:1] in {"岁", "周", "y"} or rest == "了":
        return True
    if number.isascii():
        if near.startswith((",", " ", "(")) and rest[:1] == ",":
            return len(number) == 2
        return len(number) == 2 and (not rest or rest[0] in ",) .了;男女稳高糖心冠")
    return len(number) > 1 and "十" in number and (not rest or rest[0] in "了,出好 ")


def _has_far_age(near: str) -> bool:
    """Whether an age in figures stands in what follows: ``她闺女来拿药,81岁``."""
    return any(
        near[at : at + 2].isdigit() and near[at + 2] in "岁了" for at in range(len(near) - 2)
    )


def _births(flat: str) -> list[Found]:
    for cue in ("生日", "出生", "生于", "年生", "月生", "日生"):
        at = flat.find(cue)
        if at >= 0 and "主任生日" not in flat:
            match = _day().search(flat, max(0, at - 12), at + 16)
            if match:
                return [("birth", *match.span())]
    return []


@cache
def _day() -> re.Pattern[str]:
    return re.compile(
        r"(?:19|20)?\d\d[-/.年]\d{1,2}[-/.月](?:\d{1,2}日?)?|(?:19|20)\d\d年?|\b\d\d年(?=生)"
    )


_MORE_NOT_NAMES = (
    "应该", "安排", "安慰", "安络", "泽康", "白酒", "白菜", "包装", "车上", "成功", "程序", "单位", "单药", "丁香", "方法", "封闭", "冯诺", "高了", "高低", "高兴", "高手",
    "管理", "关系", "关心", "国产", "国家", "何必", "和他", "贺喜", "洪亮", "华法", "黄色", "黄金", "黄体", "计划", "季节", "江湖", "姜黄", "金钱", "康宁", "孔子",
    "雷锋", "雷诺", "冷静", "黎巴", "李子", "梁上", "林业", "凌晨", "刘海", "龙头", "路上", "马虎", "马凡", "马路", "毛巾", "梅毒", "孟鲁", "米饭", "明天", "明年", "莫非", "宁可", "欧洲",
    "彭博", "钱不", "强烈", "乔迁", "秦岭", "任意", "任何", "荣誉", "阮氏", "申请", "沈阳", "施工", "石家", "时候", "史上", "宋朝", "苏打", "孙子", "孙女", "谭木", "汤里", "唐筛", "陶醉",
    "万能", "汪洋", "王者", "王牌", "危险", "温水", "文字", "翁婿", "吴江", "伍佰", "武力", "夏令", "向他", "肖像", "谢谢", "谢了", "辛苦", "徐徐", "许久", "严谨", "颜色", "杨梅", "姚明",
    "叶子", "易于", "殷切", "尹正", "应用", "于今", "于她", "余额", "余生", "俞氏", "元旦", "袁大", "岳父", "岳母", "曾在", "曾用", "查房", "张贴", "张开", "张罗", "章程", "赵本", "郑重", "支架", "钟头",
    "周一", "周二", "周三", "周四", "周五", "周六", "周日", "周岁", "周到", "周转", "周会", "朱砂", "祝福", "祝贺", "庄重", "卓越", "宗旨", "邹城", "祖国", "左心", "关节", "季报", "后来", "常年", "常在",
    "牛奶", "牛皮", "鱼油", "景区", "连着", "连忙", "连夜", "靳", "艾滋", "甘油", "甘露", "吉林", "池塘", "柯萨", "席位", "蓝色", "麻醉", "麻木", "麻烦", "盛会", "游泳", "闻到", "房颤", "房间", "房价", "阎王",
    "高钠", "高盐", "高胆", "高频", "高值", "高端", "高铁", "高速", "高考", "高原", "高处", "高温", "高级", "高层", "高水", "黄斑", "黄连", "石淋", "金银", "金戈", "金秋", "白内", "白班", "白加", "水杨",
)  # fmt: skip
