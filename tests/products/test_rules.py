"""What a message needs, how long something may be said, whose words mean it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.errors import BadLength, BadValue, MissingValue, RepplanError
from repplan.products.model import MATERIAL_FIELDS, OBJECTION_FIELDS, Material
from repplan.products.rules import (
    ApprovalPast,
    EndsFirst,
    GivenAhead,
    NoLimitation,
    NotApproved,
    check_approval,
    check_coverage,
    check_gift,
    holds,
    material_cells,
    message_cells,
    said_cells,
    speaks_of,
    topics_of,
    topics_query,
)
from repplan.text import spaced_ideographs

TODAY = "2026-11-24"
WHOLE = {"text_20s": "one tablet", "claim": "fewer strokes", "limitation": "not below eGFR 15"}


@pytest.mark.parametrize("limitation", [None, "", "   ", "\u200b"])
def test_no_limitation_no_message(limitation: str | None) -> None:
    """A claim without what it can't say is refused, by a rule that names itself."""
    with pytest.raises(NoLimitation) as refused:
        message_cells({**WHOLE, "limitation": limitation}, is_new=True)
    assert (refused.value.exit_code, refused.value.rule) == (5, "limitation")


def test_a_limitation_is_not_emptied() -> None:
    """A change that leaves it out is fine; one that empties it isn't."""
    assert message_cells({"claim": "x", "limitation": None}, is_new=False) == {"claim": "x"}
    with pytest.raises(NoLimitation):
        message_cells({"limitation": " "}, is_new=False)


@pytest.mark.parametrize("missing", ["text_20s", "claim"])
def test_what_else_a_message_needs(missing: str) -> None:
    """Its text in one breath and its claim: named as their options are."""
    with pytest.raises(MissingValue) as refused:
        message_cells({**WHOLE, missing: None}, is_new=True)
    assert refused.value.what == {"text_20s": "20s", "claim": "claim"}[missing]


def test_an_audience_is_roles_of_people() -> None:
    """Roles are spelt as providers have them; one that nobody has is refused, naming them all."""
    cells = message_cells({**WHOLE, "roles": "Pharmacist; practice-manager"}, is_new=True)
    assert cells["roles"] == '["pharmacist", "practice manager"]'
    with pytest.raises(BadValue, match="wizard") as refused:
        message_cells({**WHOLE, "roles": "nurse;wizard"}, is_new=True)
    assert "pharmacist" in refused.value.allowed


@pytest.mark.parametrize("column", ["text_20s", "text_2m", "text_10m", "claim", "limitation"])
def test_ten_megabytes_are_no_message(column: str) -> None:
    """A text longer than anybody says is refused, and not repeated."""
    with pytest.raises(BadLength) as refused:
        message_cells({**WHOLE, column: "word " * 2_000_000}, is_new=True)
    assert len(refused.value.value) < 60


@pytest.mark.parametrize(
    ("until", "is_fine"),
    [(None, True), ("", True), ("2026-11-24", True), ("2026-11-25", True), ("2026-11-23", False)],
)
def test_an_approval_that_is_over_is_none(until: str | None, *, is_fine: bool) -> None:
    """Its last day counts; a day before today is refused."""
    if is_fine:
        check_approval({"expires_on": until}, TODAY)
        return
    with pytest.raises(ApprovalPast) as refused:
        check_approval({"expires_on": until}, TODAY)
    assert refused.value.exit_code == 2


def test_an_objection_needs_its_answer() -> None:
    """Kind, words and answer are asked for by their names."""
    with pytest.raises(MissingValue, match="category"):
        said_cells(OBJECTION_FIELDS, {"text": "too new", "answer": "two years"}, is_new=True)
    assert said_cells(MATERIAL_FIELDS, {"version": ""}, is_new=False) == {"version": None}


def test_news_has_a_day() -> None:
    """A material is an article unless it says otherwise; news without its day is of today."""
    assert material_cells({"title": "Table"}, TODAY) == {"title": "Table", "kind": "article"}
    cells = material_cells({"title": "KDIGO", "kind": "guideline"}, TODAY)
    assert cells["dated_on"] == TODAY
    cells = material_cells({"title": "x", "kind": "evidence", "dated_on": "2026-01-02"}, TODAY)
    assert cells["dated_on"] == "2026-01-02"


@pytest.mark.parametrize(
    ("cells", "is_new", "error"),
    [
        ({}, False, MissingValue),
        ({"steps": "PA"}, True, MissingValue),
        ({"from_on": "2026-12-01", "until_on": "2026-12-01"}, False, EndsFirst),
        ({"state": "covered"}, True, None),
        ({"steps": "PA"}, False, None),
    ],
)
def test_coverage_says_something(
    cells: dict[str, str], is_new: bool, error: type[RepplanError] | None
) -> None:
    """A new line has a state, a changed one a change; and it has a day at least."""
    if error is None:
        check_coverage(cells, is_new=is_new)
        return
    with pytest.raises(error):
        check_coverage(cells, is_new=is_new)


def paper(*, expires: str | None = None, retired: str | None = None) -> Material:
    """Return a material with these two days."""
    none = dict.fromkeys(
        ("version", "product_id", "product", "summary", "place", "dated_on", "updated_on", "pack",
         "code")
    )  # fmt: skip
    return Material(
        id="1", ref="m-2345", title="Table", kind="leaflet", topics=(), expires_on=expires,
        retired_on=retired, **none,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "on", "error"),
    [
        (paper(), TODAY, None),
        (paper(), "2026-11-25", GivenAhead),
        (paper(expires="2026-11-23"), TODAY, NotApproved),
        (paper(expires="2026-11-23"), "2026-11-23", None),
        (paper(retired="2026-11-20"), "2026-11-20", NotApproved),
        (paper(retired="2026-11-20"), "2026-11-19", None),
    ],
)
def test_what_may_be_given(one: Material, on: str, error: type[RepplanError] | None) -> None:
    """What was approved on the day may have been given on it, and on no day to come."""
    if error is None:
        check_gift(one, on, TODAY)
        return
    with pytest.raises(error):
        check_gift(one, on, TODAY)


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("cardexa renal", True), ("CARD ren", True), ("ren", True), ("enal", False),
        ("renal heart", False), ("dosing-table", True), ("泽康平肾功能", True), ("肾功", True),
        ("泽康平心", False),
    ],
)  # fmt: skip
def test_words_mean_a_text(words: str, *, is_so: bool) -> None:
    """Beginnings of all the words; Chinese anywhere, also right behind the product's name."""
    said = words.casefold().split()
    name = "泽康平" if "泽" in words else "Cardexa"
    assert holds(said, "Renal dosing table", "肾功能不全", name=name) is is_so


TOPICS = (
    (("renal dosing",), "asked how dosing goes with RENAL patients", True),
    (("renal dosing",), "renal patients", False),
    (("renal dosing",), "adrenal dosing", False),
    (("statin",), "patients on statins", True),
    (("statins",), "one statin more", True),
    (("dose",), "the doses", True),
    (("boss",), "the bos", False),
    (("肾功能",), "肾功能不全怎么用", True),
    (("肾功能",), "功能肾", False),
    (("eGFR 30",), "below eGFR-30?", True),
    (("75岁",), "75岁以上", True),
    (("Ménière",), "meniere", True),
    (("x", "renal"), "renal", True),
    (("",), "anything", False),
    ((), "anything", False),
)


@pytest.mark.parametrize(("topics", "text", "is_so"), TOPICS)
def test_a_text_speaks_of_a_topic(topics: tuple[str, ...], text: str, *, is_so: bool) -> None:
    """All words of one topic, in any order, one or many; Chinese anywhere."""
    assert speaks_of(topics, text) is is_so


@pytest.mark.parametrize(("topics", "text", "is_so"), TOPICS)
def test_the_index_is_asked_the_same(topics: tuple[str, ...], text: str, *, is_so: bool) -> None:
    """What speaks of a topic is what the search index finds for it."""
    query = topics_query(topics)
    assert _found(query, text) is is_so


@given(st.lists(st.text(max_size=20), max_size=4))
def test_no_topic_breaks_the_index(topics: list[str]) -> None:
    """Quotes, operators and brackets in a topic are nothing but text."""
    _found(topics_query(topics), "renal")


def _found(query: str, text: str) -> bool:
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(
            "CREATE VIRTUAL TABLE s USING fts5 (t, tokenize='unicode61 remove_diacritics 2')"
        )
        db.execute("INSERT INTO s VALUES (?)", (spaced_ideographs(text),))
        rows = db.execute("SELECT 1 FROM s WHERE s MATCH ?", (query,)).fetchall() if query else []
    return bool(rows)


@pytest.mark.parametrize(
    ("title", "topics", "about"),
    [
        ("2026 renal dosing guideline", ("kidney",), ("kidney",)),
        ("2026 Renal dosing guideline", (), ("renal dosing",)),
        ("New guideline", (), ("",)),
    ],
)
def test_a_title_stands_for_topics(
    title: str, topics: tuple[str, ...], about: tuple[str, ...]
) -> None:
    """Without topics the telling words of the title are one."""
    assert topics_of(title, topics) == about
