"""What a log keeps of a talk: the message given, the objection, its answer, whether that landed."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest

from repplan.store.connect import open_read
from repplan.visits.verdicts import ObjectionSaid, objection_said
from tests.products.knowledge import code_of, fill

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from repplan.providers.model import Provider
    from tests.conftest import Result, Run, Writing

pytestmark = pytest.mark.usefixtures("people")

SAID = (
    ("too new", ObjectionSaid("too new")),
    ("too new -> two years of registry", ObjectionSaid("too new", "two years of registry")),
    ("too new -> two years ++", ObjectionSaid("too new", "two years", has_landed=True)),
    ("too new => two years -", ObjectionSaid("too new", "two years", has_landed=False)),
    ("too new→two years ~", ObjectionSaid("too new", "two years")),
    ("too new —> two years, keen", ObjectionSaid("too new", "two years", has_landed=True)),
    ("药太新 -＞ 登记研究两年,认可", ObjectionSaid("药太新", "登记研究两年", has_landed=True)),
    ("药太新 → 登记研究 --", ObjectionSaid("药太新", "登记研究", has_landed=False)),
    ("too new -> ++", ObjectionSaid("too new", "", has_landed=True)),
    ("too new ++", ObjectionSaid("too new", has_landed=True)),
    ("too new ->", ObjectionSaid("too new", "")),
    ("too new -> approved", ObjectionSaid("too new", "")),
    ("药太新 -> 标准 认可", ObjectionSaid("药太新", "", has_landed=True)),
    ("too dear -> coupon keen", ObjectionSaid("too dear", "coupon", has_landed=True)),
    ("too dear → coupon landed", ObjectionSaid("too dear", "coupon", has_landed=True)),
    ("too dear -> coupon, it didn’t land.", ObjectionSaid("too dear", "coupon", has_landed=False)),
    ("too dear -> coupon not landed", ObjectionSaid("too dear", "coupon", has_landed=False)),
    ("too dear -> coupon cool", ObjectionSaid("too dear", "coupon", has_landed=False)),
    ("too dear -> coupon no", ObjectionSaid("too dear", "coupon", has_landed=False)),
    ("too dear -> coupon ok", ObjectionSaid("too dear", "coupon")),
    ("太贵 -> 有医保 认可", ObjectionSaid("太贵", "有医保", has_landed=True)),
    ("太贵 -> 有医保，很认可", ObjectionSaid("太贵", "有医保", has_landed=True)),
    ("太贵 -> 有医保 没用", ObjectionSaid("太贵", "有医保", has_landed=False)),
    ("太贵 -> 有医保 没接受", ObjectionSaid("太贵", "有医保", has_landed=False)),
    ("太贵 -> 有用", ObjectionSaid("太贵", "", has_landed=True)),
    ("too dear -> she was keen", ObjectionSaid("too dear", "she was keen", has_landed=True)),
    ("too dear -> the dose is ok", ObjectionSaid("too dear", "the dose is ok")),
    ("too dear -> casino", ObjectionSaid("too dear", "casino")),
    ("-> two years", ObjectionSaid("-> two years")),
    ("++", ObjectionSaid("++")),
    ("creatinine 1.1->1.4", ObjectionSaid("creatinine 1.1->1.4")),
    ("CK 90->300 -> label", ObjectionSaid("CK 90->300", "label")),
    ("eGFR <60 -> table", ObjectionSaid("eGFR <60", "table")),
    ("too new 》 two years", ObjectionSaid("too new 》 two years")),
    ("he said no", ObjectionSaid("he said no")),
    ("a -> b -> c", ObjectionSaid("a", "b -> c")),
)


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_the_grammar_of_an_answer(text: str, expected: ObjectionSaid) -> None:
    """Behind the arrow the answer, at the end the reaction; what is neither stays as it was said."""
    assert objection_said(text) == expected


def must(done: Result) -> Result:
    """Return what a command left; it has to have worked."""
    assert (done.code, done.err) == (0, "")
    return done


@pytest.fixture
def known(writing: Writing) -> None:
    """Write the product with all that is said of it."""
    with writing(now="2026-11-01T09:00:00-06:00") as work:
        fill(work)


def rows(store: Path, sql: str) -> list[dict[str, Any]]:
    """Return what the store holds."""
    with contextlib.closing(open_read(store)) as db:
        return [dict(row) for row in db.execute(sql)]


@pytest.mark.usefixtures("known")
def test_an_objection_meets_its_approved_answer(run: Run, store: Path) -> None:
    """The words are matched; what was answered is kept, with whether it landed."""
    text = "# Cardexa ~; ! too new -> two years of registry ++; ! the copay ->; ! the colour -"
    said = must(run("log", "patel@valley", text))
    assert [line for line in said.out.splitlines() if "objection" in line] == [
        "objection   too new -> two years of registry (clinical, it landed)",
        "objection   the copay -> With the card it is 10 dollars a month; without",
        "objection   the colour (it didn't land)",
    ]
    found = rows(
        store,
        "SELECT t.said, t.kind, o.code, p.name, t.answer, t.has_landed FROM visit_objection t "
        "LEFT JOIN objection o ON o.id = t.objection_id "
        "LEFT JOIN product p ON p.id = t.product_id ORDER BY t.id",
    )
    assert [tuple(row.values()) for row in found] == [
        ("too new", "clinical", "new", "Cardexa", "two years of registry", 1),
        (
            "the copay", "financial", "price", "Cardexa",
            "With the card it is 10 dollars a month; without commercial cover it is not.", None,
        ),
        ("the colour", None, None, "Cardexa", None, 0),
    ]  # fmt: skip


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("outcome", ["brief", "no-see"])
def test_only_an_arrow_says_that_something_was_answered(
    run: Run, store: Path, outcome: str
) -> None:
    """An objection alone is linked to the approved one; no answer is made up, or counted as used."""
    must(run("log", "patel@valley", "quick word; ! the copay", "--outcome", outcome))
    (row,) = rows(
        store,
        "SELECT o.code, t.answer, t.has_landed FROM visit_objection t "
        "JOIN objection o ON o.id = t.objection_id",
    )
    assert tuple(row.values()) == ("price", None, None)
    assert "used" not in must(run("objection", "stats")).out


@pytest.mark.usefixtures("known")
def test_a_log_and_its_visit_tell_objections_alike(run: Run) -> None:
    """JSON of a dry run, of the log and of the visit hold the same; the words typed stay."""
    text = "! too new -> two years +"
    dry = must(run("log", "patel@valley", text, "--dry-run", "--json")).json
    logged = must(run("log", "patel@valley", text, "--json")).json
    shown = must(run("visit", "show", logged["visit"]["ref"], "--json")).json
    expected = [
        {
            "said": "too new",
            "kind": "clinical",
            "objection": "It is too new for me",
            "answer": "two years",
            "landed": True,
        }
    ]
    assert dry["objections"] == logged["objections"] == shown["objections"] == expected
    lines = must(run("visit", "show", logged["visit"]["ref"])).out
    assert "too new -> two years (clinical, it landed)" in lines
    assert shown["typed"] == text


def test_without_approved_words_an_objection_is_kept_as_said(run: Run, store: Path) -> None:
    """No product, no answer: nothing is made up."""
    must(run("log", "patel@valley", "! too new"))
    (row,) = rows(
        store, "SELECT said, objection_id, product_id, answer, has_landed FROM visit_objection"
    )
    assert tuple(row.values()) == ("too new", None, None, None, None)


@pytest.mark.usefixtures("known")
def test_an_answer_that_was_approved_later(run: Run) -> None:
    """What they said before there was an answer to it meets the one that there is now."""
    must(run("log", "patel@valley", "# Cardexa; ! keeps patients waiting at our desk"))
    assert "One form" not in must(run("brief", "patel@valley")).out
    must(run(
        "objection", "add", "cardexa", "--category", "logistical",
        "--text", "It keeps patients waiting at the desk",
        "--answer", "One form, two pages.", "--approved-until", "2027-03-31",
    ))  # fmt: skip
    assert '-> "One form, two pages."' in must(run("brief", "patel@valley")).out


def given(store: Path) -> list[str | None]:
    """Return the codes of the messages that were given, the first visit first."""
    with contextlib.closing(open_read(store)) as db:
        return [
            code_of(db, row[0])
            for row in db.execute("SELECT message_id FROM visit_product ORDER BY id").fetchall()
        ]


@pytest.mark.usefixtures("known")
def test_the_message_of_the_brief_is_the_one_that_was_given(run: Run, store: Path) -> None:
    """A product discussed bears what the brief of that visit shows; the next brief another one."""
    first = must(run("brief", "patel@valley", "--json")).json
    (said, _limit) = next(s for s in first["sections"] if s["name"] == "message")["items"]
    must(run("log", "patel@valley", "# Cardexa ~"))
    assert given(store) == ["stroke"]
    with contextlib.closing(open_read(store)) as db:
        row = db.execute(
            "SELECT m.ref FROM visit_product t JOIN message m ON m.id = t.message_id"
        ).fetchone()
    assert row[0] == said["message_ref"]
    must(run("log", "patel@valley", "# Cardexa ++", now="2026-11-25T09:00:00-06:00"))
    must(run("log", "patel@valley", "again; # Cardexa", now="2026-11-26T09:00:00-06:00"))
    assert given(store) == ["stroke", "elderly", "stroke"]


@pytest.mark.usefixtures("known")
def test_no_message_where_none_was_to_be_given(run: Run, store: Path) -> None:
    """Not in a no-see, not for a group, not where nothing answers what they care about."""
    must(run("log", "dev", "# Cardexa", "--outcome", "no-see"))
    must(run("log", "oakwood", "# Cardexa"))
    must(run("log", "patel@valley", "c: travel", now="2026-11-23T09:00:00-06:00"))
    must(run("log", "patel@valley", "# Cardexa"))
    assert given(store) == [None, None, None]


@pytest.mark.usefixtures("known")
def test_what_was_given_is_that_material(
    run: Run, store: Path, people: Mapping[str, Provider]
) -> None:
    """Words that are a material's title are it; others stay words."""
    must(run("log", "patel@valley", "+ gave registry paper; + introduced Dr Haas"))
    found = rows(
        store,
        "SELECT g.what, m.code, g.provider_id FROM value_given g "
        "LEFT JOIN material m ON m.id = g.material_id ORDER BY g.id",
    )
    patel = people["patel"].id
    assert [tuple(row.values()) for row in found] == [
        ("gave registry paper", "registry", patel),
        ("introduced Dr Haas", None, patel),
    ]


def test_in_chinese(run: Run, store: Path, writing: Writing) -> None:
    """The same with Chinese marks, words and names."""
    with writing(now="2026-11-01T09:00:00-06:00") as work:
        fill(work, "泽康平", is_chinese=True)
    text = "#泽康平 一般;!药太新 → 登记研究两年,认可;+给了登记研究单页"
    must(run("log", "王建国", text))
    (row,) = rows(
        store,
        "SELECT t.said, o.code, t.answer, t.has_landed FROM visit_objection t "
        "LEFT JOIN objection o ON o.id = t.objection_id",
    )
    assert tuple(row.values()) == ("药太新", "太新", "登记研究两年", 1)
    assert given(store) == ["卒中"]
    (row,) = rows(store, "SELECT m.code FROM value_given g JOIN material m ON m.id = g.material_id")
    assert row["code"] == "单页"


@pytest.mark.usefixtures("known")
def test_undo_takes_all_of_it_back(run: Run, store: Path) -> None:
    """One batch: the visit, its message, its objection, what was given."""
    must(run("log", "patel@valley", "# Cardexa +; ! too new -> registry +; + registry paper"))
    must(run("undo"))
    for table in ("visit", "visit_product", "visit_objection", "value_given"):
        assert rows(store, f"SELECT id FROM {table}") == []
