"""Which headings say how much one doctor prescribes."""

from __future__ import annotations

import pytest

from repplan.exchange.headings import headings
from repplan.exchange.volumes import is_volume

VOLUMES = (
    "Rx", "rx", "TRx", "NRx", "NBRx", "TRX_Q3", "TRx (13 wk)", "Rx count", "nrx-2026", "Volume",
    "Rx volume", "scripts", "Scripts/month", "Total prescriptions", "prescription_volume", "Decile",
    "market share", "New starts", "处方量", "月处方量", "处方数", "处方张数", "开单量", "开方量", "开药量", "统方",
    "统方数据", "月销量", "纯销", "用药量", "处方 量",
)  # fmt: skip
OTHERS = (
    "name", "prescribing", "prescriber", "Prescription habits", "likes", "patients", "interests",
    "notes", "phone", "department", "description", "transcript", "boxer", "marks", "volunteer",
    "RxNorm", "门诊量", "手术量", "处方习惯", "患者", "科室", "Patient volume", "weekly clinic volume",
    "preferred channel", "descriptions", "",
)  # fmt: skip


@pytest.mark.parametrize("heading", VOLUMES)
def test_a_volume(heading: str) -> None:
    """A column of what somebody prescribes, in either language, however it is written."""
    assert is_volume(heading)


@pytest.mark.parametrize("heading", [*OTHERS, *headings()])
def test_no_volume(heading: str) -> None:
    """Neither a habit, nor how many patients are seen, nor any heading of ours."""
    assert not is_volume(heading)
