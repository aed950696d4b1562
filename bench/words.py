"""What the measured stores are written with: made-up people, places and notes.

Words of notes come as often as words do: a few in every third note, most of them in few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

GIVEN = (
    "Aaron Abigail Adrian Alice Amir Anjali Anton Beatriz Benjamin Bridget Carlos Carmen Cecilia "
    "Charles Chloe Daniel Deborah Dmitri Elena Emma Ethan Farah Felix Frank Gabriela George Grace "
    "Hannah Harold Hassan Helen Igor Irene Isaac Ivan James Jasmine Joel Jorge Julia Karen Keiko "
    "Kevin Laura Leah Lewis Linda Lucas Magda Marcus Maria Martin Maya Miguel Mina Nadia Nathan "
    "Nina Noah Olga Omar Oscar Pamela Pedro Petra Philip Priya Quentin Rachel Rafael Rebecca "
    "Robert Rosa Ruth Samira Samuel Sandra Sergei Simon Sofia Stefan Susan Tara Teresa Thomas "
    "Ursula Vera Victor Vikram Walter Wanda Xavier Yara Yusuf Zachary Zara Zoe"
).split()

_STEMS = (
    "Acker Adler Alder Ander Ash Bald Bar Beck Bell Berg Black Bram Brook Bur Cald Car Chap Clay "
    "Cole Con Cor Crom Dal Dan Dar Del Dun East El Ever Fair Fal Far Fen Fer Flem Fox Gal Gar Gil "
    "Gold Gran Green Had Hal Ham Har Haw Hol Hor Hun Kel Ken Kil King Lan Lar Lin Lock Lor Mad Mal "
    "Mar Mel Mer Mil Mor Nor North Oak Or Pal Par Pen Per Quin Rad Ram Ren Rock Ros Row Sal San "
    "Sel Sher Stan Sten Sut Tal Tar Thor Tor Tre Van Ver Wal War Wel Wes Whit Win Wood Yar"
).split()
_ENDS = (
    "by den field ford ham ley man mark mer more ner ridge sen ski son stone ton well wick".split()
)

FAMILY = [stem + end for stem in _STEMS for end in _ENDS]
"""About two thousand family names that no list of real people was needed for."""

FAMILY_ZH = (
    "赵钱孙李周吴郑冯陈卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹章苏潘葛范彭鲁马方任袁柳唐罗薛雷贺汤"
)
GIVEN_ZH = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰慧琳晨阳宇轩雪梅志远文博思雨欣怡子涵"
)

TOWNS = (
    "Alton Bristow Calder Denholm Easton Fairview Glenmore Harwick Irvine Jessup Kirkwall Lindale "
    "Marston Norwood Oakley Preston Quarry Ridgeway Seaford Thornton Upton Verdon Westbrook Yarrow"
).split()
STREETS = (
    "Ash Birch Cedar Church Elm Forest Garden High Hill King Lake Laurel Main Maple Market Mill "
    "Oak Park Pine Queen River School Spring Station Walnut Water Willow"
).split()
PRODUCTS = ("Cardexa", "Nefrolin", "Glucavia", "Pulmara", "Ostevita", "立普康")
SPECIALTIES = ("cardiology", "nephrology", "internal medicine", "endocrinology", "family medicine")
DEPARTMENTS = ("cardiology", "nephrology", "outpatients", "pharmacy", "心内科", "肾内科")

COMMON, RARE, CHINESE = "renal", "hyperkalaemia", "医保"
"""Searched for: a word of every fifth note, of three notes, of a part of the Chinese ones."""

_WHO = ("she", "he", "the NP", "the pharmacist", "both", "front desk", "the fellow")
_DID = (
    "asked about", "likes", "worries about", "wants to see", "compared", "was cool on",
    "has two patients on", "will discuss", "read the paper on", "disagrees with", "keeps using",
)  # fmt: skip
_WHAT = (
    "renal dosing", "renal safety data", "the copay card", "step therapy", "the registry paper",
    "switching from enalapril", "the once-daily tablet", "prior authorisation",
    "renal function in the over-75s", "cough on ACE inhibitors", "the formulary review", "titration in week two",
    "the patient leaflet", "hepatic impairment", "samples for new starts", "the lunch talk",
)  # fmt: skip
_TAIL = (
    "", "", "for older patients", "in dialysis", "since the spring meeting",
    "after the guideline change", "and the cost of it", "with the residents there", "before the committee meets",
)  # fmt: skip
_ZH = (
    "关心75岁以上的肾功能", "问医保什么时候能报销", "觉得价格偏高", "已有两例患者在用", "头晕的病人不敢加量",
    "想看真实世界数据", "下周科会可以讲十分钟", "药房说库存不足", "对咳嗽的不良反应有顾虑", "愿意先试三例",
    "问医保目录今年的变化", "比较了两个品种的起效时间", "护士长建议早上八点前到", "主任很忙只说了两句",
)  # fmt: skip

PROMISES = (
    "renal dosing table", "copay form for the front desk", "reprint of the registry paper",
    "answer on hepatic dosing", "patient leaflets in Spanish", "slides for the residents",
    "date for the lunch talk", "contact of the reimbursement line", "肾功能剂量表", "医保报销流程",
)  # fmt: skip

TOPICS = (
    "renal dosing over 75", "cough on ACE inhibitors", "the once-daily tablet", "cost under part D",
    "titration in week two", "hepatic impairment", "use with amiodarone",
)  # fmt: skip
TOPICS_ZH = ("老年患者的剂量", "医保报销流程", "肾功能不全", "与胺碘酮合用", "每日一次")
PAYERS = ("Part D", "Medicaid", "Northway Health", "hospital formulary", "医保", "集采")
OBJECTIONS = (
    ("too new, where is the long-term data", "clinical"), ("too dear for part D", "financial"),
    ("no stock in the pharmacy", "logistical"), ("cough is no problem with mine", "clinical"),
    ("the forms take too long", "logistical"), ("价格偏高", "financial"),
    ("头晕的病人不敢加量", "clinical"),
)  # fmt: skip
SENTENCES = (
    "In REGATTA 4,012 adults were followed for two years and the dose stayed what it was",
    "The difference was seen from week eight on and it held to the end",
    "Nobody below an eGFR of 30 was included, so nothing can be said of them",
    "Cough was as common as on placebo and led to few withdrawals",
    "What it means on the ward is one tablet less to think of each morning",
    "Look at potassium in the first two weeks, and again when the dose goes up",
    "For those over 75 the figures are the same as for everybody else in the trial",
    "Start low in those who are frail, and see them again after four weeks",
)
SENTENCES_ZH = (
    "REGATTA研究随访了4012例成人，两年内剂量保持不变", "差异从第八周开始显现，一直持续到研究结束",
    "eGFR低于30的患者没有入组，因此没有数据", "咳嗽的发生率与安慰剂相当，很少因此停药",
    "病房里每天早上少发一片药", "前两周注意血钾，加量后再查一次", "75岁以上患者的结果与总体一致",
)  # fmt: skip
"""Of these the texts of messages and answers are put together, to their length: a product's in
English, or in Chinese."""


def rare_words(rng: random.Random, count: int) -> list[str]:
    """Return made-up words: names of patients' doctors, studies, places, each in few notes."""
    parts = [end + stem.lower() for stem in _STEMS for end in ("lu", "ka", "mi", "tro", "ze")]
    return [rng.choice(parts) + rng.choice(parts) for _ in range(count)]


def notes(rng: random.Random, count: int) -> list[str]:
    """Return notes as they are typed, one in eight in Chinese."""
    rare = rare_words(rng, count)
    found = []
    for number in range(count):
        if number % 8 == 0:
            found.append("，".join(rng.sample(_ZH, 2)))
            continue
        sentence = (rng.choice(_WHO), rng.choice(_DID), rng.choice(_WHAT), rng.choice(_TAIL))
        aside = f", saw Dr {rare[number].title()}" if number % 3 == 0 else ""
        found.append(" ".join(part for part in sentence if part) + aside)
    return found
