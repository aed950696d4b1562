"""What an objective lacks to be SMART, in English and Chinese, with the words that decided."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.objectives.model import Objective, Smart
from repplan.objectives.rules import smart
from repplan.store.rows import columns

TODAY = date(2026, 11, 24)
LETTERS = {one: one.value[0].upper() for one in Smart}


def objective(what: str, **cells: Any) -> Objective:
    """Return an open objective with a benefit and a day, but for what ``cells`` say."""
    known = {
        "what": what, "kind": "win", "result": "open", "benefit": "less work",
        "until_on": "2026-12-15", **cells,
    }  # fmt: skip
    row: dict[str, Any] = {name: known.get(name) for name in columns(Objective)}
    return Objective(**row)


def lacks(what: str, **cells: Any) -> str:
    """Return the letters of what an objective lacks."""
    return "".join(LETTERS[lack.criterion] for lack in smart(objective(what, **cells), TODAY))


@pytest.mark.parametrize(
    ("what", "missing"),
    [
        ("she names one eGFR 30-45 patient to start", ""),
        ("agrees to try Cardexa in two patients over 75", ""),
        ("Dr Patel switches 3 patients to 5 mg", ""),
        ("will prescribe for two new patients", ""),
        ("the front desk books a slot every second Tuesday", ""),
        ("get her to try it in one patient", ""),
        ("nurse Haas hands out 10 copay cards", ""),
        ("help the nurse start a list of 5 patients", ""),
        ("ask her to name two patients", ""),
        ("the committee adds Cardexa to the formulary", "M"),
        ("knows that 5 mg is the dose over 75", "M"),
        ("she starts Cardexa 10mg", "M"),
        ("introduces me to the new pharmacist", "M"),
        ("she prescribes Cardexa for all her patients", "MA"),
        ("she switches every patient to Cardexa", "MA"),
        ("all patients on Cardexa", "SMA"),
        ("discuss renal data", "SM"),
        ("detail Cardexa", "SM"),
        ("show her the renal table", "SM"),
        ("introduce me to the pharmacist", "SM"),
        ("build relationship", "SM"),
        ("get to know her", "SM"),
        ("raise awareness of renal dosing", "SM"),
        ("she is interested in Cardexa", "SM"),
        ("follow up on last visit", "SM"),
        ("increase sales", "SM"),
        ("Cardexa", "SM"),
        ("他同意在科会讲一次老年患者的剂量调整", ""),
        ("王主任试用两例75岁以上患者", ""),
        ("科室每周开出3盒", ""),
        ("她说出一位可以换药的病人", ""),
        ("同意试用2例", ""),
        ("请主任在科会上提一下老年亚组", "M"),
        ("主任知道75岁以上减量", "M"),
        ("让李药师把泽康平纳入药事会讨论", "M"),
        ("所有患者换成泽康平", "SMA"),
        ("介绍泽康平", "SM"),
        ("拜访王主任", "SM"),
        ("维护关系", "SM"),
        ("提高认知", "SM"),
        ("发文献给王主任", "SM"),
    ],
)
def test_the_text(what: str, missing: str) -> None:
    """Their act makes it specific, a count of things measurable, "all" not achievable."""
    assert lacks(what) == missing


@pytest.mark.parametrize(
    ("cells", "missing"),
    [
        ({}, "M"),
        ({"measure": "the letter is out"}, ""),
        ({"measure": "x", "benefit": None}, "R"),
        ({"measure": "x", "until_on": None}, "T"),
        ({"measure": "x", "until_on": "2026-11-23"}, "T"),
        ({"measure": "x", "until_on": "2026-11-24"}, ""),
        ({"benefit": None, "until_on": None}, "MRT"),
    ],
)
def test_the_fields(cells: dict[str, Any], missing: str) -> None:
    """A measure, a benefit and a day that isn't past are each what they are asked for."""
    assert lacks("she signs the formulary request", **cells) == missing


@pytest.mark.parametrize(
    ("what", "is_gain"),
    [
        ("she names one patient so that fewer fall", True),
        ("she switches two patients because it saves a visit", True),
        ("为了减少住院,主任同意换两例", True),
        ("she names one patient", False),
        ("主任同意换两例", False),
    ],
)
def test_a_benefit_may_stand_in_the_text(what: str, *, is_gain: bool) -> None:
    """What they gain counts wherever it is told."""
    assert ("R" in lacks(what, benefit=None)) is not is_gain


@pytest.mark.parametrize(
    ("kind", "what", "missing"),
    [
        ("deliver", "bring the renal dosing table", "M"),
        ("answer", "answer her question on dialysis", "M"),
        ("learn", "find out who decides on the switch", "M"),
        ("learn", "了解科室谁来定", "M"),
        ("deliver", "table", "SM"),
        ("win", "bring the renal dosing table", "SM"),
    ],
)
def test_ours_to_do(kind: str, what: str, missing: str) -> None:
    """To deliver, answer or learn is our act: it needs a thing, not an act of theirs."""
    assert lacks(what, kind=kind) == missing


def test_the_words_that_decided_are_quoted() -> None:
    """A reason quotes the words it comes from."""
    specific, _measurable = smart(objective("Discuss renal data"), TODAY)
    assert (specific.criterion, specific.said) == (Smart.SPECIFIC, "discuss")


@given(st.text(max_size=60))
def test_any_text_is_judged(what: str) -> None:
    """No text is too odd to be judged, and nothing is named twice."""
    named = [lack.criterion for lack in smart(objective(what), TODAY)]
    assert len(named) == len(set(named))
