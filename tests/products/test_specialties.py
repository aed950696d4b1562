"""Specialties in both languages: whom an audience takes in."""

from __future__ import annotations

import pytest

from repplan.products.specialties import is_one_of

CASES = (
    ("cardiology", "心内科", True),
    ("cardiologist", "cardiology", True),
    ("心血管内科", "Cardiology", True),
    ("interventional cardiologist", "cardiology", True),
    ("外科", "surgery", True),
    ("general surgeon", "外科", True),
    ("cardiac surgery", "surgery", True),
    ("surgery", "cardiac surgery", False),
    ("心外科", "cardiology", False),
    ("心内科", "内科", False),
    ("cardiology", "internal medicine", False),
    ("神经外科", "neurology", False),
    ("neurologist", "神经内科", True),
    ("neurology", "urology", False),
    ("urologist", "泌尿外科", True),
    ("泌尿外科", "外科", False),
    ("肾内科", "nephrologist", True),
    ("paediatrician", "儿科", True),
    ("pediatrics", "paediatrics", True),
    ("OB-GYN", "obstetrics & gynaecology", True),
    ("妇产科", "gynecology", True),
    ("GP", "全科", True),
    ("family physician", "general practice", True),
    ("pulmonology", "呼吸科", True),
    ("消化内科", "gastroenterologist", True),
    ("内分泌科", "endocrinology", True),
    ("orthopedic surgeon", "骨科", True),
    ("haematology", "hematologist", True),
    ("肿瘤科", "medical oncology", True),
    ("A and E; emergency medicine", "急诊", True),
    ("药剂科", "pharmacy", True),
    ("sports medicine", "sports medicine", True),
    ("sports medicine", "cardiology", False),
)


@pytest.mark.parametrize(("own", "wanted", "is_one"), CASES)
def test_who_is_meant(own: str, wanted: str, is_one: bool) -> None:
    """Words of either language name the same; a narrower one is not the wider one's neighbour."""
    assert is_one_of((own,), (wanted,)) is is_one


def test_nobody_and_several() -> None:
    """Without a specialty one is in no audience; one of several is enough."""
    assert not is_one_of((), ("cardiology",))
    assert is_one_of(("surgery", "心内科"), ("oncology", "cardiology"))
