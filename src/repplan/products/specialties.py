"""Specialties in both languages and in the words people use: 心内科 and cardiologist are cardiology."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_TABLE = {
    "cardiac surgery": "cardiac surg|heart surg|cardiothoracic surg|心外|心脏外|心血管外|心胸外",
    "thoracic surgery": "thoracic surg|胸外",
    "neurosurgery": "neurosurg|神经外",
    "vascular surgery": "vascular surg|血管外",
    "plastic surgery": "plastic surg|整形",
    "urology": "urolog|泌尿外|泌尿",
    "orthopaedics": "orthop|骨科|骨外",
    "cardiology": "cardiolog|cardiovasc|心内|心血管|心脏内|心脏科|心脏病",
    "nephrology": "nephrolog|肾内|肾脏|肾病|肾科",
    "endocrinology": "endocrin|diabetolog|内分泌",
    "neurology": "neurolog|神经内|神经科",
    "gastroenterology": "gastroenter|消化",
    "respiratory": "respirat|pulmon|respirolog|呼吸",
    "haematology": "haematolog|hematolog|血液",
    "rheumatology": "rheumat|风湿",
    "oncology": "oncolog|肿瘤",
    "infectious disease": "infectious|infectiolog|感染|传染",
    "psychiatry": "psychiat|精神|心理科",
    "paediatrics": "paediat|pediat|儿科|小儿|儿内|儿童",
    "obstetrics": "obstet|gynaecol|gynecol|ob gyn|obgyn|妇产|妇科|产科",
    "dermatology": "dermatol|皮肤",
    "emergency": "emergency|accident|急诊|急救",
    "anaesthesiology": "anaesthes|anesthes|麻醉",
    "radiology": "radiolog|放射|影像",
    "pharmacy": "pharmac|药剂|药学|药房",
    "geriatrics": "geriatr|老年",
    "ophthalmology": "ophthalm|眼科",
    "otolaryngology": "otolaryng|ent|耳鼻喉",
    "intensive care": "intensive care|critical care|icu|重症",
    "rehabilitation": "rehabilit|physiatr|康复",
    "family medicine": "family med|family pract|family phys|family doctor|general pract|"
    "primary care|gp|全科",
    "internal medicine": "internal med|internist|general internal|general med|内科",
    "surgery": "surg|外科|普外",
}
"""Specialty → how its names begin, the narrower ones first: what is named is taken out."""

_WITHIN = {
    "cardiac surgery": "surgery", "thoracic surgery": "surgery", "neurosurgery": "surgery",
    "vascular surgery": "surgery", "plastic surgery": "surgery",
}  # fmt: skip
_WHOLE = frozenset({"ent", "gp", "icu"})
"""Short forms are words of their own."""


def is_one_of(own: Iterable[str], wanted: Iterable[str]) -> bool:
    """Whether somebody with these specialties is in an audience of those.

    Names in no table fit where one holds the other.
    """
    theirs = [part for said in own for part in _parts(said)]
    those = [part for said in wanted for part in _parts(said)]
    return any(_is_same(one, other) for one in theirs for other in those)


def _is_same(one: str, wanted: str) -> bool:
    has, needs = _known(one), _known(wanted)
    if not has or not needs:
        return one in wanted or wanted in one
    return needs <= has | {_WITHIN[name] for name in has if name in _WITHIN}


@lru_cache(maxsize=256)
def _parts(said: str) -> tuple[str, ...]:
    for mark in ("/", ",", "&", ";", "、", "，", "；", "和", " and "):
        said = said.replace(mark, "\n")
    return tuple(fold(part).strip() for part in said.split("\n") if part.strip())


@lru_cache(maxsize=256)
def _known(folded: str) -> frozenset[str]:
    """The specialties that a name is."""
    left = f" {folded.replace('-', ' ').replace('.', ' ')} "
    found = set()
    for name, said in _TABLE.items():
        for form in said.split("|"):
            key = f" {form}" if form.isascii() else form
            key = f"{key} " if form in _WHOLE else key
            if key in left:
                found.add(name)
                left = left.replace(key, " " if form.isascii() else "")
    if "surgery" in found and "orthopaedics" in found:
        found.discard("surgery")
    return frozenset(found)
