"""Whom a material matters to: who asked, objected or cares, and who has it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.products import actions, matching, queries
from repplan.products.matching import matches, people
from repplan.relations.actions import give

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from repplan.fields import Cell
    from repplan.products.model import Material
    from repplan.providers.model import Provider
    from tests.conftest import Run, Writing

TODAY = "2026-11-24"
LOGGED = (
    ("patel", "? how does renal dosing go in the over-75s by fri"),
    ("dev", "c: dosing in renal patients; keen on renal dosing"),
    ("lindqvist", "! renal doses are unclear -> table 3 -"),
    ("wang", "? 肾功能不全怎么用"),
    ("zhou", "talked about renal dosing; > send the renal dosing table by mon"),
)


@pytest.fixture
def paper(run: Run, people: dict[str, Provider], writing: Writing) -> Material:
    """Log five visits that have to do with renal dosing, and add the guideline on it."""
    for short, note in LOGGED:
        said = run("log", people[short].ref, note, "--yes")
        assert said.code == 0, said.err
    with writing() as work:
        product = actions.add_product(work, "Cardexa")
        cells: dict[str, Cell] = {
            "title": "KDIGO 2026",
            "kind": "guideline",
            "dated_on": "2026-11-20",
            "topics": '["renal dosing", "renal dose", "肾功能"]',
        }
        return actions.add_material(work, product.id, cells)


def told(db: sqlite3.Connection, paper: Material, today: str = TODAY) -> list[tuple[str, str, str]]:
    """Return who, how and what of each match, in order."""
    return [(one.short_name, one.how, one.what) for one in matches(db, paper, today=today)]


def test_who_asked_cares_or_objected(db: sqlite3.Connection, paper: Material) -> None:
    """Questions that wait, then what they care about, then what they objected to; no mere talk."""
    found = matches(db, paper, today=TODAY)
    assert sorted(told(db, paper)[:2]) == [
        ("Patel", "asked", "how does renal dosing go in the over-75s"),
        ("王建国", "asked", "肾功能不全怎么用"),
    ]
    assert told(db, paper)[2:] == [
        ("Patel", "cares", "dosing in renal patients"),
        ("Lindqvist", "objected", "renal doses are unclear"),
    ]
    assert all(one.visit and one.visit.startswith("v-") for one in found)
    assert [one.is_open for one in found] == [True, True, True, False]


def test_a_question_counts_a_year(db: sqlite3.Connection, run: Run, paper: Material) -> None:
    """One that still waits counts on; one that was answered, and an objection, for a year."""
    for item in run("followup", "list", "--json").json["follow_ups"]:
        if item["kind"] == "question" and "renal" in item["what"]:
            assert run("done", item["ref"]).code == 0
    later = told(db, paper, "2027-12-01")
    assert [(who, how) for who, how, _what in later] == [("王建国", "asked"), ("Patel", "cares")]
    (answered,) = [
        one
        for one in matches(db, paper, today=TODAY)
        if one.how == "asked" and one.short_name == "Patel"
    ]
    assert answered.is_open is False


def test_who_has_it_stands_last(
    db: sqlite3.Connection, paper: Material, people: dict[str, Provider], writing: Writing
) -> None:
    """Who got it is known with the day, and no longer one of those to share it with."""
    with writing() as work:
        one = people["wang"]
        give(
            work, provider_id=one.id, visit_id=None, what="x", material_id=paper.id, on="2026-11-23"
        )
    found = matches(db, paper, today=TODAY)
    assert (found[-1].short_name, found[-1].given_on) == ("王建国", "2026-11-23")
    assert [one.provider_id for one in matching.people(found)] == [
        people[short].id for short in ("patel", "dev", "lindqvist")
    ]


def test_who_left_is_nobody_to_share_with(
    db: sqlite3.Connection, run: Run, paper: Material, people: dict[str, Provider]
) -> None:
    """They asked, and are somewhere else now."""
    assert run("provider", "retire", people["lindqvist"].ref).code == 0
    assert "Lindqvist" not in {who for who, _how, _what in told(db, paper)}


def test_a_known_objection_says_it_in_other_words(
    db: sqlite3.Connection, paper: Material, writing: Writing
) -> None:
    """What was matched with an approved objection on the topic is about it, whatever was said."""
    with writing() as work:
        known = actions.add_objection(
            work,
            str(paper.product_id),
            {"category": "clinical", "text": "renal dosing is complicated", "answer": "table 3"},
        )
        visit_id, said = work.db.execute(
            "SELECT v.id, vp.provider_id FROM visit v JOIN visit_provider vp ON vp.visit_id = v.id"
        ).fetchone()
        from repplan.store.write import insert

        insert(
            work,
            "visit_objection",
            {"visit_id": visit_id, "said": "far too fiddly", "objection_id": known.id},
        )
    assert said
    assert "far too fiddly" in {what for _who, _how, what in told(db, paper)}


def test_a_bound_keeps_the_newest(db: sqlite3.Connection, paper: Material) -> None:
    """Of many records the newest are looked at."""
    assert len(matches(db, paper, today=TODAY, most=1)) <= 1
    assert matches(db, paper, today=TODAY, most=0) == []


@pytest.mark.parametrize(
    ("cells", "is_news"),
    [
        ({}, True),
        ({"dated_on": "2026-11-24"}, True),
        ({"dated_on": "2026-11-25"}, False),
        ({"dated_on": "2026-08-25"}, False),
        ({"dated_on": None}, False),
        ({"kind": "leaflet"}, False),
        ({"expires_on": "2026-11-23"}, False),
        ({"retired_on": "2026-11-23"}, False),
    ],
)
def test_what_is_news(
    db: sqlite3.Connection, paper: Material, writing: Writing, cells: Mapping[str, Cell],
    is_news: bool,
) -> None:  # fmt: skip
    """Dated, of a kind of news, approved, and not older than asked for."""
    with writing() as work:
        actions.edit_material(work, paper.id, cells)
    assert bool(queries.news(db, since="2026-08-26", today=TODAY)) is is_news


def test_without_topics_the_title_is_one(
    db: sqlite3.Connection, paper: Material, writing: Writing
) -> None:
    """A title's telling words find those who used them all."""
    with writing() as work:
        actions.edit_material(
            work, paper.id, {"topics": "[]", "title": "2026 renal dosing guideline"}
        )
    one = queries.material(db, paper.id)
    assert [how for _who, how, _what in told(db, one)] == ["asked", "cares"]
    assert [one.how for one in people(matches(db, one, today=TODAY))] == ["asked", "cares"]
