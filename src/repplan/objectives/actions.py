"""Act on objectives: set one, change it, settle it in a visit, drop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import AlreadyClosed
from repplan.objectives import queries
from repplan.objectives.model import DROPPED
from repplan.store.write import change, insert

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from repplan.fields import Cell
    from repplan.objectives.model import Objective
    from repplan.store.work import Work


def add_objective(work: Work, provider_id: str, cells: Mapping[str, Cell]) -> Objective:
    """Return the new objective; it begins today where ``cells`` don't say otherwise."""
    row = {"from_on": work.today.isoformat(), **cells, "provider_id": provider_id}
    identity, _ref = insert(work, "objective", row)
    return queries.objective(work.db, identity)


def edit_objective(work: Work, objective_id: str, cells: Mapping[str, Cell]) -> Objective:
    """Return the objective with these cells changed."""
    change(work, "objective", objective_id, cells)
    return queries.objective(work.db, objective_id)


def settle(
    work: Work,
    objective_id: str,
    result: str,
    why: str | None = None,
    visit_id: str | None = None,
    *,
    on: date | None = None,
) -> Objective:
    """Return the objective as a visit left it: met, partly or missed, and why.

    ``on`` None is today. Raises: AlreadyClosed.
    """
    cells: dict[str, Cell] = {"result": result, "why": why, "visit_id": visit_id}
    return _close(work, objective_id, cells, on or work.today)


def drop_objective(work: Work, objective_id: str, why: str | None = None) -> Objective:
    """Return the objective, dropped: it is no longer aimed at. Raises: AlreadyClosed."""
    return _close(work, objective_id, {"result": DROPPED, "why": why}, work.today)


def _close(work: Work, objective_id: str, cells: Mapping[str, Cell], day: date) -> Objective:
    one = queries.objective(work.db, objective_id)
    if not one.is_open:
        raise AlreadyClosed(one.what, one.result, one.ref)
    change(work, "objective", objective_id, {**cells, "closed_on": day.isoformat()})
    return queries.objective(work.db, objective_id)
