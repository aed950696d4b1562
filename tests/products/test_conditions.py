"""Whom a concern names, and whether what is said covers them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.products.conditions import covers, spans

BLEEDS = "Bleeding was 3.1 % against 4.2 % on the older class."
VALVES = "mechanical valves excluded"
CASES = (
    ("bleeding", BLEEDS, VALVES, True),
    ("bleeding on mechanical valves", BLEEDS, VALVES, False),
    ("bleeding in pregnant women", BLEEDS, VALVES, False),
    ("bleeding under eGFR 30", BLEEDS, VALVES, False),
    ("bleeding in those over 80", BLEEDS, VALVES, False),
    ("bleeding eGFR<30", BLEEDS, VALVES, False),
    ("bleeding, >80 y", BLEEDS, VALVES, False),
    ("bleeding in octogenarians", BLEEDS, VALVES, False),
    ("机械瓣患者出血", BLEEDS, VALVES, False),
    ("孕妇出血", BLEEDS, VALVES, False),
    ("80岁以上出血", BLEEDS, VALVES, False),
    ("eGFR低于30的出血", BLEEDS, VALVES, False),
    ("肝硬化病人出血", BLEEDS, VALVES, False),
    ("房颤出血", BLEEDS, VALVES, False),
    ("出血", "出血3.1%", "", True),
    ("老年人出血", "75岁以上出血3.1%", "", True),
    ("出血风险", "出血3.1%", "机械瓣未研究", True),
    ("合并肺癌的出血", "出血", "", False),
    ("risk of bleeding", BLEEDS, VALVES, True),
    ("bleeding risk in his patients", BLEEDS, VALVES, True),
    ("bleeding in clinic", BLEEDS, VALVES, True),
    ("major bleeding", BLEEDS, VALVES, True),
    ("bleeding with amiodarone", BLEEDS, VALVES, False),
    ("bleeding after hip surgery", BLEEDS, VALVES, False),
    ("bleeding in cirrhosis", BLEEDS, VALVES, False),
    ("bleeding in thrombocytopenia", BLEEDS, VALVES, False),
    (
        "low pressure over 75",
        "Over 75, on 5 mg: pressure under 100 in 2.6 %",
        "12 months only; nobody under eGFR 30 was studied",
        True,
    ),
    ("low pressure over 80", "Over 75, on 5 mg: pressure under 100 in 2.6 %", "x", True),
    ("low pressure in over 90s", "Over 75, on 5 mg: pressure under 100 in 2.6 %", "x", False),
    ("low pressure over 65", "Over 75, on 5 mg: pressure under 100 in 2.6 %", "x", False),
    ("low pressure in the elderly", "Over 75, on 5 mg: pressure under 100", "x", True),
    (
        "low pressure over 75",
        "Over 75, on 5 mg: pressure under 100",
        "nobody over 75 was studied",
        False,
    ),
    ("low pressure under 40 kg", "Over 75", "", False),
    ("dosing in children", "dose 5 mg", "", False),
    ("dosing under 12", "dose 5 mg", "", False),
    (
        "dosing in CKD",
        "Between eGFR 30 and 60 the dose stays at 5 mg",
        "nothing under eGFR 30",
        True,
    ),
    (
        "dosing eGFR 30 to 45",
        "Between eGFR 30 and 60 the dose stays at 5 mg",
        "nothing under eGFR 30",
        True,
    ),
    (
        "dosing at eGFR 20",
        "Between eGFR 30 and 60 the dose stays at 5 mg",
        "nothing under eGFR 30",
        False,
    ),
    (
        "dosing eGFR 25-40",
        "Between eGFR 30 and 60 the dose stays at 5 mg",
        "nothing under eGFR 30",
        False,
    ),
    (
        "dosing on dialysis",
        "Between eGFR 30 and 60 the dose stays at 5 mg",
        "nothing on dialysis",
        False,
    ),
    ("bleeding in AF with low GFR", BLEEDS, VALVES, False),
    ("cost", BLEEDS, VALVES, True),
    ("cost for retirees", "price is lower", "", False),
    ("cost in the first year", "price is lower", "", True),
    ("stroke in women", "In women and men stroke fell", "few women", False),
    ("stroke in women", "In women and men stroke fell", "open label", True),
    ("bleeding with mechanical valves", "Bleeding 3 % except in mechanical valves", "", False),
    ("bleeding, breastfeeding", BLEEDS, VALVES, False),
    ("bleeding in Asians", BLEEDS, VALVES, False),
    ("bleeding on aspirin", BLEEDS, VALVES, False),
    ("bleeding in diabetics", BLEEDS, VALVES, False),
    (
        "low pressure over 75",
        "75岁以上用5毫克,收缩压低于100的占2.6%",
        "只观察12个月;eGFR低于30的没有研究",
        True,
    ),
    (
        "75岁以上低血压",
        "75岁以上用5毫克,收缩压低于100的占2.6%",
        "只观察12个月;eGFR低于30的没有研究",
        True,
    ),
    ("肾功能不全用药剂量", "eGFR 30到60剂量不变", "", True),
    ("透析病人剂量", "eGFR 30到60剂量不变", "", False),
    ("bleeding in an 85 year old", BLEEDS, VALVES, False),
    ("bleeding in patients aged 70-80", BLEEDS, VALVES, False),
    ("bleeding valve patients", BLEEDS, VALVES, False),
    ("bleeding when they fall", BLEEDS, VALVES, False),
    ("bleeding at eighty", BLEEDS, VALVES, False),
    ("bleeding in her eighties", BLEEDS, VALVES, False),
    ("bleeding in teenagers", BLEEDS, VALVES, False),
    ("bleeding in heavy drinkers", BLEEDS, VALVES, False),
    ("bleeding in obese men", BLEEDS, VALVES, False),
    ("儿童出血", BLEEDS, VALVES, False),
    ("术后出血", BLEEDS, VALVES, False),
    ("联用阿司匹林出血", BLEEDS, VALVES, False),
    ("服用胺碘酮的出血", BLEEDS, VALVES, False),
    ("出血,特别是血友病患者", BLEEDS, VALVES, False),
    ("体重低于50公斤的出血", BLEEDS, VALVES, False),
    ("bleeding in end-stage renal disease", BLEEDS, VALVES, False),
    ("bleeding with CrCl 15-29", BLEEDS, VALVES, False),
    ("bleeding and mechanical valves", BLEEDS, VALVES, False),
    ("mechanical valve bleeds", BLEEDS, "", False),
    ("80+ bleeding", BLEEDS, VALVES, False),
    ("elderly bleeding", BLEEDS, VALVES, False),
    ("bleeding >= 80", BLEEDS, VALVES, False),
)


@pytest.mark.parametrize(("concern", "text", "limitation", "is_covered"), CASES)
def test_whom_a_text_covers(concern: str, text: str, limitation: str, is_covered: bool) -> None:
    """Those that the concern names stand in the text, and the limitation leaves none of them out."""
    assert covers(concern, text, limitation) is is_covered


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_any_words_are_read(concern: str, text: str, limitation: str) -> None:
    """Whatever is typed, there is an answer; who names nobody is covered."""
    assert covers(concern, text, limitation) in {True, False}
    assert covers("", text, limitation)
    assert all(one.low <= one.high for one in spans(text))
