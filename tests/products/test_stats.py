"""What was objected how often, by whom, and which answer landed with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.products import actions
from repplan.products.stats import objection_stats
from repplan.store.write import insert

if TYPE_CHECKING:
    import sqlite3

    from repplan.products.model import Objection
    from repplan.providers.model import Provider
    from repplan.store.work import Work
    from repplan.store.write import Value
    from tests.conftest import Writing


@pytest.fixture
def known(people: dict[str, Provider], writing: Writing) -> Objection:
    """Write seven objections of four visits, five of them to one that has an answer."""
    with writing() as work:
        product = actions.add_product(work, "Cardexa")
        other = actions.add_product(work, "Renexa")
        one = actions.add_objection(
            work, product.id, {"category": "clinical", "text": "too new", "answer": "two years"}
        )
        first = _visit(work, "2026-11-02", people["patel"], people["wang"])
        second = _visit(work, "2026-11-09", people["lindqvist"])
        third = _visit(work, "2026-11-16", people["patel"])
        planned = _visit(work, "2026-11-30", people["dev"], state="planned")
        rows: tuple[tuple[str, dict[str, Value]], ...] = (
            (first, {"said": "too new", "objection_id": one.id, "answer": "two years",
                     "has_landed": 1}),
            (second, {"said": "new", "objection_id": one.id, "answer": "Two  Years",
                      "has_landed": 0}),
            (second, {"said": "so new", "objection_id": one.id, "answer": "the table",
                      "has_landed": 1}),
            (third, {"said": "new", "objection_id": one.id, "answer": "two years"}),
            (third, {"said": "new", "objection_id": one.id}),
            (third, {"said": "太贵", "kind": "financial", "product_id": other.id}),
            (third, {"said": "hm"}),
            (planned, {"said": "too new", "objection_id": one.id}),
        )  # fmt: skip
        for visit_id, cells in rows:
            insert(work, "visit_objection", {"visit_id": visit_id, **cells})
        return one


def _visit(work: Work, on: str, *people: Provider, state: str = "logged") -> str:
    visit_id, _ref = insert(work, "visit", {"on_date": on, "state": state, "outcome": "seen"})
    for one in people:
        insert(work, "visit_provider", {"visit_id": visit_id, "provider_id": one.id})
    return visit_id


def test_how_often_and_by_whom(db: sqlite3.Connection, known: Objection) -> None:
    """The most frequent first; those without an approved answer by their kind, in their words."""
    first, *others = objection_stats(db)
    assert (first.ref, first.text, first.category, first.product) == (
        known.ref, "too new", "clinical", "Cardexa",
    )  # fmt: skip
    assert (first.raised, first.people, first.last_on) == (5, 3, "2026-11-16")
    assert first.by_role == (("physician", 4), ("pharmacist", 2))
    assert first.by_specialty == (("cardiology", 3), ("心内科", 1))
    assert {(one.category, one.raised, one.examples) for one in others} == {
        ("financial", 1, ("太贵",)), (None, 1, ("hm",)),
    }  # fmt: skip
    assert all(one.ref is None for one in others)


@pytest.mark.usefixtures("known")
def test_which_answer_landed_with_whom(db: sqlite3.Connection) -> None:
    """Answers are one however they were typed; what nobody knows counts neither way."""
    answers = objection_stats(db)[0].answers
    assert [(one.answer, one.used, one.landed, one.missed, one.unknown) for one in answers] == [
        ("two years", 3, 1, 1, 1), ("the table", 1, 1, 0, 0), ("", 1, 0, 0, 1),
    ]  # fmt: skip
    assert answers[0].by_role == (("physician", 2, 2), ("pharmacist", 0, 1))
    assert answers[0].by_specialty == (("cardiology", 1, 1), ("心内科", 1, 1))


def test_of_one_product_and_since_a_day(db: sqlite3.Connection, known: Objection) -> None:
    """By the approved objection's product, else the one that was noted; the day itself counts."""
    assert [one.raised for one in objection_stats(db, product_id=known.product_id)] == [5]
    assert [one.raised for one in objection_stats(db, since="2026-11-16")] == [2, 1, 1]
    renexa = db.execute("SELECT id FROM product WHERE name = 'Renexa'").fetchone()[0]
    assert [one.category for one in objection_stats(db, product_id=renexa)] == ["financial"]
    assert objection_stats(db, since="2026-11-17") == []
