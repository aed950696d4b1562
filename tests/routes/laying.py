"""Days of a store laid out, and whom tests of that add to it."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from repplan.accounts.actions import add_account
from repplan.clock import read_clock
from repplan.config import read_settings
from repplan.due.today import read_today
from repplan.followups.actions import promise
from repplan.providers.actions import add_provider
from repplan.routes.everybody import Pin, Wanted
from repplan.routes.layout import Layout, Options, lay_out
from repplan.upkeep.actions import put_settings
from repplan.visits.actions import plan_visit

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from repplan.fields import Cell
    from tests.conftest import Writing

WED = date(2026, 11, 25)


def laid_out(
    db: sqlite3.Connection,
    *days: date,
    options: Options | None = None,
    pins: tuple[Pin, ...] = (),
    skipped: frozenset[str] = frozenset(),
    is_planned_only: bool = False,
) -> Layout:
    """Return some days of a store laid out, Wednesday if no other is said."""
    today = read_today(db, read_clock(), read_settings(db), "en")
    wanted = Wanted(days or (WED,), pins, skipped, is_planned_only=is_planned_only)
    return lay_out(db, today, wanted, options or Options())


def put(writing: Writing, values: Mapping[str, str]) -> None:
    """Write settings."""
    with writing("config set") as work:
        put_settings(work, values)


def add_due(writing: Writing, name: str, **cells: Cell) -> str:
    """Add somebody who is owed something, at an account of these cells; return the account's id."""
    with writing("provider add") as work:
        house = add_account(work, {"name": f"{name} House", **cells}).id
        one = add_provider(work, {"name": name}, account_id=house).id
        promise(work, what="table", provider_id=one, due_on="2026-11-24")
    return house


def add_new(writing: Writing, house: str, *names: str, tier: str | None = None) -> list[str]:
    """Add people whom nobody has met; return their ids."""
    with writing("provider add") as work:
        return [
            add_provider(work, {"name": name, "tier": tier}, account_id=house).id for name in names
        ]


def plan_at(writing: Writing, who: str, on: date, at: time | None) -> None:
    """Plan a visit, as it was yesterday."""
    with writing("visit plan", now="2026-11-23T08:00:00-06:00") as work:
        plan_visit(work, on=on, at=at, provider_ids=(who,), account_id=None, cells={})
