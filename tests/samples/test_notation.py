"""A sample as a log says it, in English and Chinese."""

from __future__ import annotations

import pytest

from repplan.samples.notation import SampleSaid, sample_said

OURS = ("Cardexa", "泽康平", "Cardexa XR")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Cardexa 10mg x4 lot A123", SampleSaid("Cardexa", "10mg", 4, "4", "A123")),
        ("cardexa 2", SampleSaid("Cardexa", "", 2, "2")),
        ("Cardexa XR x1 lot 77", SampleSaid("Cardexa XR", "", 1, "1", "77")),
        ("泽康平 2盒 批号A123", SampleSaid("泽康平", "", 2, "2", "A123")),
        ("泽康平 10毫克 ×３盒 批号：B-9", SampleSaid("泽康平", "10毫克", 3, "3", "B-9")),
        ("泽康平2盒", SampleSaid("泽康平", "", 2, "2")),
        ("泽康平两盒", SampleSaid("泽康平", "", 2, "2")),
        ("泽康平 十二盒 批号A1", SampleSaid("泽康平", "", 12, "12", "A1")),
        ("泽康平十盒", SampleSaid("泽康平", "", 10, "10")),
        ("泽康平二十片", SampleSaid("泽康平", "", 20, "20")),
        ("泽康平十十盒", SampleSaid("泽康平", "", None, "十十")),
        ("泽康平半盒", SampleSaid("泽康平", left_over="半盒")),
        (
            "cardexa x4 lot A1 req 123 rec 456",
            SampleSaid("Cardexa", "", 4, "4", "A1", "123", "456"),
        ),
        (
            "cardexa 4, lot A1, request no. R-12, receipt S/9",
            SampleSaid("Cardexa", "", 4, "4", "A1", "R-12", "S/9"),
        ),
        (
            "cardexa 4 lot A1 because form is in the car",
            SampleSaid("Cardexa", "", 4, "4", "A1", reason="form is in the car"),
        ),
        ("cardexa lot A123", SampleSaid("Cardexa", "", None, "", "A123")),
        ("cardexa 2.5", SampleSaid("Cardexa", "", None, "2.5")),
        ("cardexa -2", SampleSaid("Cardexa", "", None, "-2")),
        ("cardexa x0", SampleSaid("Cardexa", "", None, "0")),
        (
            "cardexa 2 for her brother",
            SampleSaid("Cardexa", "", 2, "2", left_over="for her brother"),
        ),
        ("cardexan 2", None),
        ("two boxes", None),
    ],
)
def test_what_is_said(text: str, said: SampleSaid | None) -> None:
    """Product, strength, pieces, lot and papers in any order; what is left over is told."""
    assert sample_said(text, OURS) == said
