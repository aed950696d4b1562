"""The demo territory: complete in both languages, on whatever day it is made."""

from __future__ import annotations

import contextlib
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from repplan import i18n
from repplan.clock import Clock
from repplan.exchange.pack_flow import load_pack
from repplan.ids import Ids
from repplan.products import queries
from repplan.store.connect import open_read
from repplan.upkeep.demo.build import build_demo

if TYPE_CHECKING:
    from pathlib import Path

TABLES = (
    "provider", "visit", "objective", "note", "product", "message", "objection", "material",
    "coverage", "pack", "relation", "stance", "value_given", "rollout", "visit_objection",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("at", ["2026-11-24T06:00:00-06:00", "2028-02-29T13:00:00-06:00"])
def test_everything_is_in_it(language: str, at: str, tmp_path: Path) -> None:
    """Whatever a rep can write down the demo shows, with one approval that has run out."""
    i18n.bind(language)
    path = tmp_path / "demo.db"
    clock = Clock(datetime.fromisoformat(at).astimezone())
    build_demo(path, language=language, clock=clock, ids=Ids("demo"), load_pack=load_pack)
    today = clock.today.isoformat()
    with contextlib.closing(open_read(path)) as db:
        empty = [one for one in TABLES if not db.execute(f"SELECT 1 FROM {one}").fetchone()]
        every = queries.messages(db)
        usable = queries.messages(db, today=today)
        roles = {role for one in usable for role in one.roles}
        kinds = {row[0] for row in db.execute("SELECT kind FROM note")}
        due = db.execute("SELECT due_on FROM followup WHERE rollout_id IS NOT NULL").fetchall()
        lines = [line for one in every for line in (one.text_10m or "").splitlines() if line]
    assert empty == []
    assert [line for line in lines if line[-1] not in ".?。?"] == []
    assert len(every) == len(usable) + 1
    assert {"physician", "pharmacist", "practice manager", "nurse"} <= roles
    assert kinds == {"professional", "personal"}
    assert min(row[0] for row in due) <= today
