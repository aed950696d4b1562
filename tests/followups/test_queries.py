"""REF: a follow-up by its ref, or by whose and words of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from repplan.followups import actions, queries
from repplan.providers.actions import add_provider
from repplan.providers.queries import affiliations

if TYPE_CHECKING:
    import sqlite3

    from repplan.followups.model import Followup
    from repplan.providers.model import Provider
    from tests.conftest import Writing

ITEMS = (
    ("patel", "us", "renal dosing table", "2026-11-23"),
    ("patel", "them", "count of eGFR 30-45 patients", "2026-11-10"),
    ("dev", "us", "copay sheet", "2026-11-24"),
    ("dev", "us", "ask patel about the table", "2026-11-30"),
    ("wang", "us", "肾功能剂量表", "2026-11-27"),
    ("zhou", "us", "指南解读", None),
    ("lindqvist", "us", "lipid table", "2026-12-01"),
)


@pytest.fixture
def items(writing: Writing, people: dict[str, Provider]) -> dict[str, Followup]:
    """Return the promises of ITEMS, one closed besides, and one made to an account."""
    with writing("items") as work:
        found = {
            what: actions.promise(work, provider_id=people[who].id, by=by, what=what, due_on=due)
            for who, by, what, due in ITEMS
        }
        closed = actions.promise(work, provider_id=people["patel"].id, what="old table")
        found["old table"] = actions.close(work, closed.id)
        valley = affiliations(work.db, people["patel"].id)[0].account_id
        found["leaflets"] = actions.promise(work, account_id=valley, what="leaflets")
    return found


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("patel table", ["renal dosing table", "ask patel about the table"]),
        ("anjali table", ["renal dosing table"]),
        ("anjali patel table", ["renal dosing table"]),
        ("dr patel renal", ["renal dosing table"]),
        ("patel@valley table", ["renal dosing table"]),
        ("patel@oakwood table", ["ask patel about the table"]),
        ("patel sheet", ["copay sheet"]),
        ("patel tab dos", ["renal dosing table"]),
        ("anjali", ["count of eGFR 30-45 patients", "renal dosing table"]),
        ("anjali egfr", ["count of eGFR 30-45 patients"]),
        ("wang 剂量表", ["肾功能剂量表"]),
        ("王建国 剂量表", ["肾功能剂量表"]),
        ("王建国剂量表", ["肾功能剂量表"]),
        ("王主任 剂量", ["肾功能剂量表"]),
        ("周一鸣", ["指南解读"]),
        ("zym 指南", ["指南解读"]),
        ("lind table", ["lipid table"]),
        ("valley leaf", ["leaflets"]),
        ("valley cardiology leaflets", ["leaflets"]),
        ("copay", ["copay sheet"]),
        ("dosing", ["renal dosing table"]),
        ("剂量", ["肾功能剂量表"]),
        ("lipid", ["lipid table"]),
        ("patle table", []),
        ("anjali coffee", []),
        ("old table", []),
        ("anjali old", []),
        ("nobody", []),
        ("", []),
        ("\"'; DROP TABLE followup --", []),
        ("title : *", []),
    ],
)
def test_by_words(
    db: sqlite3.Connection, items: dict[str, Followup], said: str, meant: list[str]
) -> None:
    """Whose and words find open items, the nearest due day first; else words alone do."""
    assert items
    assert [item.what for item in queries.by_words(db, said)] == meant


def test_a_ref_finds_a_closed_one(db: sqlite3.Connection, items: dict[str, Followup]) -> None:
    """A ref, or its beginning, finds any follow-up; another letter's finds none."""
    old = items["old table"]
    bare = old.ref.removeprefix("f-")
    for said in (old.ref, bare, old.ref[:7]):
        assert [item.id for item in queries.by_words(db, said)] == [old.id]
    assert queries.by_words(db, f"v-{bare}") == []


def test_the_right_one_of_many_namesakes(
    writing: Writing, db: sqlite3.Connection, people: dict[str, Provider]
) -> None:
    """Of more namesakes than are ever listed, the one who is owed it is found."""
    with writing() as work:
        smiths = [add_provider(work, {"name": f"Ann{n} Smith"}) for n in range(80)]
        actions.promise(work, provider_id=smiths[77].id, what="renal table")
        actions.promise(work, provider_id=people["dev"].id, what="smith table")
    assert [item.provider for item in queries.by_words(db, "smith table")] == ["Ann77 Smith"]


def test_without_via(db: sqlite3.Connection, people: dict[str, Provider]) -> None:
    """``via`` counts only before a colleague's name: another's name is text."""
    assert people
    what, team = queries.without_via(db, "step edit via amy")
    assert (what, [one.name for one in team]) == ("step edit", ["Amy Chu"])
    for text in ("step edit via bob", "step edit via patel", "step edit"):
        assert queries.without_via(db, text) == (text, [])


def test_concerns(writing: Writing, people: dict[str, Provider]) -> None:
    """What they care about stands, the newest first, until it is settled."""
    with writing() as work:
        wang = people["wang"].id
        old = actions.care(work, wang, "老人低血压", on=date(2026, 10, 20))
        new = actions.care(work, wang, "进药时间")
        assert old.raised_on == "2026-10-20"
        assert queries.concerns(work.db, wang) == [new, old]
        actions.settle_concern(work, new.id)
        assert queries.concerns(work.db, wang) == [old]
