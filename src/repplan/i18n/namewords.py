"""The words round a name that aren't part of it, and Chinese surnames: data for ``names``."""

from __future__ import annotations

# Before a name, as it is folded without dots: what it is shown as.
PREFIXES = {
    "dr": "Dr",
    "doctor": "Dr",
    "doc": "Dr",
    "prof": "Prof",
    "professor": "Prof",
    "mr": "Mr",
    "mrs": "Mrs",
    "ms": "Ms",
    "miss": "Miss",
    "mx": "Mx",
    "nurse": "Nurse",
    "sister": "Sister",
    "herr": "Herr",
    "frau": "Frau",
    "med": "med",
    "sir": "Sir",
    "dame": "Dame",
}
# These say less than a credential that stands with them.
PLAIN_PREFIXES = frozenset({"Dr", "Mr", "Mrs", "Ms", "Miss", "Mx", "Herr", "Frau", "med"})

# After a name, as they are shown; compared without case and dots.
_CREDENTIALS = """
MD DO MBBS MBChB BMBS MDCM NP PA RN BSN MSN DNP APRN ARNP CNP CRNP FNP ANP AGNP AGACNP ACNP
PMHNP PNP WHNP CRNA CNS CNM LPN LVN CMA RPh PharmD CPhT BCPS BCACP BCCP BCOP BCGP PhD DPhil ScD
EdD DrPH PsyD JD MPH MBA MHA MHS MS MSc MA MPAS MPhil BS BSc BA FACC FACP FACS FAAN FAAP FAAFP
FACOG FACOI FAHA FSCAI FHRS FCCP FASN FASE FESC FACE FRCP FRCS FRCPC MRCP MRCGP DDS DMD DPM OD
DC DVM DPT PT OT OTR RD RDN LD CDE CDCES CCRN CCRP CEN OCN NEA-BC BCMAS CPC LCSW MSW LMFT RRT
RVT RDCS
"""
CREDENTIALS = {shown.casefold(): shown for shown in _CREDENTIALS.split()}
# Certified so: NP-C, ANP-BC, PA-C.
CERTIFIED = frozenset({"c", "bc", "cs"})
# Surnames too: these count only in capitals beside a name that isn't, or behind a comma.
AMBIGUOUS = frozenset({"do", "ma", "ms", "ba", "bs", "od", "dc", "pt", "ot", "rd", "ld"})

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "2nd", "3rd", "4th"})

# Words that begin a family name. Those of the second set can be given names as well.
PARTICLES = frozenset(
    """af al am ap av bin bint d da das de degli dei del della den der des di do dos du e el het i
    ibn la las le lo los mac mc op san santa st 't ten ter thor to van vande vanden vander vom von
    y zu zum zur""".split()
)
MAYBE_GIVEN = frozenset({"al", "am", "bin", "do", "e", "i", "le", "san", "to", "van", "y", "mac"})

_TITLES_ZH = """
副主任医师 主任医师 主治医师 住院医师 副主任药师 主任药师 主管药师 副主任护师 主任护师
主管护师 副主任技师 主任技师 主管技师 执业医师 执业药师 临床药师 药剂师 药师 护师 技师 医师
医生 大夫 副护士长 护士长 护士 副教授 教授 博导 硕导 博士 副院长 院长 副主任 主任 副科长
科长 副处长 处长 所长 校长 院士 书记 部长 经理 总监 组长 老师 专家 先生 女士 小姐 同志 同学
"""
TITLES_ZH = tuple(sorted(_TITLES_ZH.split(), key=len, reverse=True))

COMPOUND_SURNAMES = frozenset(
    """
    欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫
    宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官
    司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延
    东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖
    第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 纳兰 歐陽 諸葛 東方
    南宮 夏侯 鮮于 鍾離 長孫 獨孤 尉遲
""".split()
)

# The commonest surnames with their pinyin: tells which word of "Wang Jianguo 王建国" is which.
_SURNAMES = """
王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu
胡hu 郭guo 何he 高gao 林lin 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 冯feng
邓deng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 袁yuan 潘pan 于yu 蒋jiang 蔡cai 余yu 杜du
叶ye 程cheng 苏su 魏wei 吕lu 丁ding 任ren 沈shen 姚yao 卢lu 姜jiang 崔cui 钟zhong 谭tan 陆lu
汪wang 范fan 金jin 石shi 廖liao 贾jia 夏xia 韦wei 付fu 方fang 白bai 邹zou 孟meng 熊xiong
秦qin 邱qiu 江jiang 尹yin 薛xue 闫yan 段duan 雷lei 侯hou 龙long 史shi 陶tao 黎li 贺he 顾gu
毛mao 郝hao 龚gong 邵shao 万wan 钱qian 严yan 覃qin 武wu 戴dai 莫mo 孔kong 向xiang 汤tang
温wen 康kang 施shi 文wen 牛niu 樊fan 葛ge 邢xing 安an 齐qi 易yi 乔qiao 伍wu 庞pang 颜yan
倪ni 庄zhuang 聂nie 章zhang 鲁lu 岳yue 翟zhai 殷yin 詹zhan 申shen 欧ou 耿geng 关guan 兰lan
焦jiao 俞yu 左zuo 柳liu 甘gan 祝zhu 包bao 宁ning 尚shang 符fu 舒shu 阮ruan 柯ke 纪ji 梅mei
童tong 凌ling 毕bi 单shan 季ji 裴pei 霍huo 涂tu 成cheng 苗miao 谷gu 盛sheng 曲qu 翁weng
冉ran 骆luo 蓝lan 路lu 游you 辛xin 靳jin 管guan 柴chai 蒙meng 鲍bao 华hua 喻yu 祁qi 蒲pu
房fang 滕teng 屈qu 饶rao 解xie 牟mou 艾ai 尤you 阳yang 时shi 穆mu 农nong 司si 卓zhuo 古gu
吉ji 缪miao 简jian 车che 项xiang 连lian 芦lu 麦mai 褚chu 娄lou 窦dou 戚qi 岑cen 景jing
党dang 宫gong 费fei 卜bu 冷leng 晏yan 席xi 卫wei 米mi 柏bai 宗zong 瞿qu 桂gui 全quan 佟tong
应ying 臧zang 闵min 苟gou 邬wu 边bian 卞bian 姬ji 师shi 和he 仇qiu 栾luan 隋sui 商shang
刁diao 沙sha 荣rong 巫wu 寇kou 桑sang 郎lang 甄zhen 丛cong 仲zhong 虞yu 敖ao 巩gong 明ming
佘she 池chi 查zha 麻ma 苑yuan 迟chi 邝kuang
"""
SURNAME_PINYIN = {pair[0]: pair[1:] for pair in _SURNAMES.split()}
SURNAME_PINYIN |= {"欧阳": "ouyang", "司马": "sima", "诸葛": "zhuge", "上官": "shangguan"}
SURNAME_PINYIN |= {"夏侯": "xiahou", "皇甫": "huangfu", "司徒": "situ", "慕容": "murong"}
SURNAME_PINYIN |= {"令狐": "linghu", "尉迟": "yuchi", "长孙": "zhangsun", "东方": "dongfang"}
