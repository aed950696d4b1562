"""A fictional product with its messages, objections and materials, in English and in Chinese.

Cardexa (泽康平) lowers blood pressure; whom it is for, what it can't say and what was approved
until when differs from record to record, so that a brief has something to choose.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.products import actions, queries

if TYPE_CHECKING:
    import sqlite3

    from repplan.fields import Cell
    from repplan.store.work import Work

PACK = "cardexa-test"

MESSAGES: dict[str, dict[str, Cell]] = {
    "elderly": {
        "text_20s": "Over 75, on 5 mg: pressure under 100 in 2.6 %, 2.1 % on placebo.",
        "text_2m": "In the registry 1,204 people over 75 began on 5 mg. Pressure under 100 was "
        "seen in 2.6 % of them and in 2.1 % on placebo, most in the first two weeks.",
        "text_10m": "Ten minutes on a case: a man of 81 with two falls, and how 5 mg was begun.",
        "claim": "Low pressure is about as rare over 75 as on placebo, on 5 mg.",
        "limitation": "12 months only; nobody under eGFR 30 was studied",
        "angle": "side effects",
        "roles": '["physician", "nurse practitioner"]',
        "citation": "Cardexa registry 2025, table 3",
        "expires_on": "2027-03-31",
    },
    "stroke": {
        "text_20s": "In five years stroke came in 3.1 %, against 3.9 % on the older class.",
        "claim": "Fewer strokes than on the older class in five years.",
        "limitation": "open label; no difference in mortality was shown",
        "angle": "outcomes",
        "roles": '["physician"]',
        "specialties": '["cardiology", "neurology", "心内科"]',
        "expires_on": "2027-06-30",
    },
    "theatre": {
        "text_20s": "It is stopped 24 hours before anaesthesia and begun again on the ward.",
        "claim": "A day without it before surgery is enough.",
        "limitation": "emergency surgery was not studied",
        "angle": "workflow",
        "roles": '["physician"]',
        "specialties": '["surgery"]',
    },
    "interactions": {
        "text_20s": "No dose change with statins or apixaban; with azoles halve it.",
        "claim": "Few interactions: azoles alone need another dose.",
        "limitation": "herbal products were not tested",
        "angle": "side effects",
        "roles": '["pharmacist"]',
    },
    "paperwork": {
        "text_20s": "One form for all payers: eight minutes a start, most approved in two days.",
        "claim": "One prior authorisation form serves all payers here.",
        "limitation": "Medicaid has its own form",
        "angle": "workflow",
        "roles": '["practice manager", "administrator"]',
    },
    "stale": {
        "text_20s": "Old words about potassium.",
        "claim": "Potassium hardly changes.",
        "limitation": "from the first label",
        "angle": "side effects",
        "expires_on": "2026-10-31",
    },
}

OBJECTIONS: dict[str, dict[str, Cell]] = {
    "new": {
        "category": "clinical",
        "text": "It is too new for me",
        "answer": "Fair. Two years of registry; here is what it can't show.",
        "expires_on": "2027-03-31",
    },
    "price": {
        "category": "financial",
        "text": "My patients can't afford the copay",
        "answer": "With the card it is 10 dollars a month; without commercial cover it is not.",
    },
    "forms": {
        "category": "logistical",
        "text": "Too much paperwork for a prior authorization",
        "answer": "One form, eight minutes; the office line helps with it.",
    },
}

MATERIALS: dict[str, dict[str, Cell]] = {
    "renal": {
        "title": "Renal dosing table", "kind": "leaflet", "version": "2",
        "topics": '["renal", "eGFR", "dialysis"]', "expires_on": "2027-01-31",
    },
    "registry": {
        "title": "Registry one-pager", "kind": "article", "version": "3",
        "summary": "Low pressure over 75, two years", "topics": '["over 75", "low pressure"]',
        "expires_on": "2027-03-31",
    },
    "gone": {"title": "Potassium leaflet", "kind": "leaflet", "expires_on": "2026-09-30"},
}  # fmt: skip

CHINESE: dict[str, dict[str, Cell]] = {
    "老年": {
        "text_20s": "75岁以上用5毫克,收缩压低于100的占2.6%,安慰剂2.1%。",
        "claim": "75岁以上用5毫克,低血压与安慰剂相近。",
        "limitation": "只观察12个月;eGFR低于30的没有研究",
        "angle": "side effects",
        "roles": '["physician"]',
        "expires_on": "2027-03-31",
    },
    "卒中": {
        "text_20s": "五年卒中3.1%,老一类药3.9%。",
        "claim": "五年里卒中比老一类药少。",
        "limitation": "开放标签;死亡率没有差别",
        "angle": "outcomes",
        "specialties": '["心内科"]',
    },
}
CHINESE_OBJECTIONS: dict[str, dict[str, Cell]] = {
    "太新": {
        "category": "clinical",
        "text": "药太新",
        "answer": "是。登记研究才两年,这页写明了它说明不了什么。",
    },
}
CHINESE_MATERIALS: dict[str, dict[str, Cell]] = {
    "单页": {"title": "登记研究单页", "kind": "article", "version": "3", "topics": '["低血压"]',
             "expires_on": "2027-03-31"},
}  # fmt: skip


def fill(work: Work, name: str = "Cardexa", *, is_chinese: bool = False) -> str:
    """Write the product with all that is said of it; return its id. One of that name is taken."""
    found = queries.called(work.db, name)
    one = found[0] if found else actions.add_product(work, name)
    messages, objections, materials = (
        (CHINESE, CHINESE_OBJECTIONS, CHINESE_MATERIALS)
        if is_chinese
        else (MESSAGES, OBJECTIONS, MATERIALS)
    )
    pack = f"{PACK}-{name}"
    for code, cells in messages.items():
        actions.add_message(work, one.id, cells, pack=pack, code=code)
    for code, cells in objections.items():
        actions.add_objection(work, one.id, cells, pack=pack, code=code)
    for code, cells in materials.items():
        actions.add_material(work, one.id, cells, pack=pack, code=code)
    return one.id


def code_of(db: sqlite3.Connection, message_id: str | None) -> str | None:
    """Return the code of a message; None for none."""
    row = db.execute("SELECT code FROM message WHERE id = ?", (message_id,)).fetchone()
    return str(row[0]) if row else None


def listed(*words: str) -> str:
    """Return words as a column of lists holds them."""
    return json.dumps(list(words), ensure_ascii=False)
