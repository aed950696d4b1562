"""Ask about visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.errors import GoneMeanwhile
from repplan.followups import queries as followups
from repplan.objectives import queries as objectives
from repplan.providers import queries as providers
from repplan.providers.model import COLLEAGUE
from repplan.store.refs import ids_by_ref, short_ref
from repplan.store.rows import select, to_model
from repplan.visits.model import GROUP, Raised, Talked, Visit, Wanted, WholeVisit

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_SELECT = select(Visit, "visit")


def visit(db: sqlite3.Connection, visit_id: str) -> Visit:
    """Return one visit by its id.

    Raises: GoneMeanwhile: it was picked, and another process took it back since.
    """
    row = db.execute(f"{_SELECT} WHERE t.id = ?", (visit_id,)).fetchone()
    if row is None:
        raise GoneMeanwhile
    return to_model(Visit, row)


def by_ref(db: sqlite3.Connection, said: str) -> list[Visit]:
    """Return the visits whose ref begins so."""
    return [visit(db, visit_id) for visit_id in ids_by_ref(db, "visit", said)]


def provider_ids(db: sqlite3.Connection, visit_id: str) -> tuple[str, ...]:
    """Return who was, or will be, there by name, in the order they were named."""
    rows = db.execute(
        "SELECT provider_id FROM visit_provider WHERE visit_id = ? ORDER BY id", (visit_id,)
    )
    return tuple(row[0] for row in rows)


def whole(db: sqlite3.Connection, visit_id: str) -> WholeVisit:
    """Return a visit with its people, place, objective, what was talked about and promised."""
    one = visit(db, visit_id)
    return WholeVisit(
        visit=one,
        ref=short_ref(db, "visit", one.ref),
        people=tuple(providers.provider(db, who) for who in provider_ids(db, visit_id)),
        account=accounts.account(db, one.account_id).name if one.account_id else "",
        objective=objectives.objective(db, one.objective_id) if one.objective_id else None,
        talked=tuple(talked(db, visit_id)),
        raised=tuple(raised(db, visit_id)),
        given=tuple(given(db, visit_id)),
        followups=tuple(followups.of_visit(db, visit_id)),
        medical=tuple(
            row[0]
            for row in db.execute(
                "SELECT i.followup_id FROM inquiry i JOIN followup f ON f.id = i.followup_id "
                "WHERE f.visit_id = ?",
                (visit_id,),
            )
        ),
    )


def visited(db: sqlite3.Connection, provider_ids: Sequence[str]) -> list[str]:
    """Return whom a visit is to: colleagues who come along are left out, unless nobody is left."""
    people = [providers.provider(db, one) for one in provider_ids]
    return [one.id for one in people if not one.is_colleague] or [one.id for one in people]


def planned_on(
    db: sqlite3.Connection,
    on: str,
    provider_ids: Sequence[str],
    account_id: str | None,
    department: str = "",
) -> Visit | None:
    """Return the planned visit of a day that is meant; None if there is none.

    The account's group visit where an account is named, else that of the first of these people who
    has one. A colleague's own visit is one without anybody else: not one they come along to.
    """
    found = _planned_group(db, on, account_id, department) if account_id else None
    for provider_id in visited(db, provider_ids):
        found = found or _planned_with(db, on, provider_id)
    return found


def _planned_group(
    db: sqlite3.Connection, on: str, account_id: str, department: str
) -> Visit | None:
    row = db.execute(
        f"{_SELECT} WHERE t.state = 'planned' AND t.on_date = ? AND t.account_id = ? "
        f"AND t.origin = '{GROUP}' AND (t.department = ? OR t.department = '' OR ? = '') "
        "ORDER BY t.department <> ?, t.start_at IS NULL, t.start_at, t.id LIMIT 1",
        (on, account_id, department, department, department),
    ).fetchone()
    return to_model(Visit, row) if row else None


def _planned_with(db: sqlite3.Connection, on: str, provider_id: str) -> Visit | None:
    row = db.execute(
        f"{_SELECT} JOIN visit_provider vp ON vp.visit_id = t.id "
        "JOIN provider p ON p.id = vp.provider_id "
        f"WHERE t.state = 'planned' AND t.on_date = ? AND p.id = ? AND (p.role <> '{COLLEAGUE}' "
        f"OR (t.origin IS NOT '{GROUP}' AND NOT EXISTS (SELECT 1 FROM visit_provider o "
        "WHERE o.visit_id = t.id AND o.id <> vp.id))) "
        "ORDER BY t.start_at IS NULL, t.start_at, t.id LIMIT 1",
        (on, provider_id),
    ).fetchone()
    return to_model(Visit, row) if row else None


def planned(db: sqlite3.Connection, *, start: str, until: str) -> list[Visit]:
    """Return the planned visits from a day until another (exclusive), in the order of the day."""
    rows = db.execute(
        f"{_SELECT} WHERE t.state = 'planned' AND t.on_date >= ? AND t.on_date < ? "
        "ORDER BY t.on_date, t.start_at IS NULL, t.start_at, t.id",
        (start, until),
    )
    return [to_model(Visit, row) for row in rows]


def unlogged(db: sqlite3.Connection, *, until: str) -> list[Visit]:
    """Return planned visits before a day (exclusive) that were neither logged nor cancelled."""
    return planned(db, start="", until=until)


def next_planned(db: sqlite3.Connection, *, now: str, today: str) -> Visit | None:
    """Return the next planned visit from now on; one without a time comes after timed ones."""
    row = db.execute(
        f"{_SELECT} WHERE t.state = 'planned' AND (t.start_at >= ? "
        "OR (t.start_at IS NULL AND t.on_date >= ?)) "
        "ORDER BY t.on_date, t.start_at IS NULL, t.start_at, t.id LIMIT 1",
        (now, today),
    ).fetchone()
    return to_model(Visit, row) if row else None


def of_provider(
    db: sqlite3.Connection, provider_id: str, *, is_actual: bool, most: int
) -> list[Visit]:
    """Return a provider's actual visits, newest first, or their planned ones, next first."""
    condition, order = (
        ("t.state IN ('logged', 'filed')", "t.on_date DESC, t.start_at DESC, t.id DESC")
        if is_actual
        else ("t.state = 'planned'", "t.on_date, t.start_at IS NULL, t.start_at, t.id")
    )
    rows = db.execute(
        f"{_SELECT} JOIN visit_provider vp ON vp.visit_id = t.id "
        f"WHERE vp.provider_id = ? AND {condition} ORDER BY {order} LIMIT ?",
        (provider_id, most),
    )
    return [to_model(Visit, row) for row in rows]


def visits(db: sqlite3.Connection, wanted: Wanted, *, most: int = -1) -> list[Visit]:
    """Return the visits that fit every filter: planned ones, the next first, then the newest.

    ``most`` -1 is all of them.
    """
    condition, values = _condition(wanted)
    found: list[Visit] = []
    for state, order in (
        ("t.state = 'planned'", "t.on_date, t.start_at IS NULL, t.start_at, t.id"),
        ("t.state <> 'planned'", "t.on_date DESC, t.start_at DESC, t.id DESC"),
    ):
        left = most if most < 0 else most - len(found)
        rows = db.execute(
            f"{_SELECT} WHERE {condition} AND {state} ORDER BY {order} LIMIT ?", (*values, left)
        )
        found += [to_model(Visit, row) for row in rows]
    return found


def visit_count(db: sqlite3.Connection, wanted: Wanted) -> int:
    """Return how many visits fit every filter."""
    condition, values = _condition(wanted)
    row = db.execute(f"SELECT count(*) FROM visit t WHERE {condition}", values).fetchone()
    return int(row[0])


def _condition(wanted: Wanted) -> tuple[str, list[str]]:
    """Return the filters as SQL, and its values."""
    filters = (
        (
            "t.id IN (SELECT visit_id FROM visit_provider WHERE provider_id = ?)",
            wanted.provider_id,
        ),
        ("t.account_id = ?", wanted.account_id),
        ("t.department = ?", wanted.department),
        ("t.state = ?", wanted.state),
        ("t.origin = ?", wanted.origin),
        ("t.on_date >= ?", wanted.since),
        ("t.on_date < ?", wanted.until),
    )
    given = [(condition, value) for condition, value in filters if value]
    return " AND ".join(condition for condition, _v in given) or "1", [v for _c, v in given]


def talked(db: sqlite3.Connection, visit_id: str) -> list[Talked]:
    """Return the products discussed, in order."""
    rows = db.execute(
        "SELECT t.product_id, p.name AS product, t.reaction, t.said FROM visit_product t "
        "JOIN product p ON p.id = t.product_id WHERE t.visit_id = ? ORDER BY t.position",
        (visit_id,),
    )
    return [to_model(Talked, row) for row in rows]


def raised(db: sqlite3.Connection, visit_id: str) -> list[Raised]:
    """Return the objections that were raised."""
    rows = db.execute(
        "SELECT t.said, t.kind, t.objection_id, t.product_id, t.answer, t.has_landed, o.text "
        "FROM visit_objection t LEFT JOIN objection o ON o.id = t.objection_id "
        "WHERE t.visit_id = ? ORDER BY t.id",
        (visit_id,),
    )
    return [
        Raised(
            said=row[0],
            kind=row[1],
            objection_id=row[2],
            product_id=row[3],
            answer=row[4],
            has_landed=None if row[5] is None else bool(row[5]),
            objection=row[6],
        )
        for row in rows
    ]


def given(db: sqlite3.Connection, visit_id: str) -> list[str]:
    """Return the value given in a visit."""
    rows = db.execute("SELECT what FROM value_given WHERE visit_id = ? ORDER BY id", (visit_id,))
    return [row[0] for row in rows]


def logged_with(
    db: sqlite3.Connection, *, on: str, typed: str, provider_id: str | None, account_id: str | None
) -> str | None:
    """Return the ref of a visit of that day that was logged with the very same words, or None."""
    row = db.execute(
        "SELECT t.ref FROM visit t LEFT JOIN visit_provider vp ON vp.visit_id = t.id "
        "WHERE t.on_date = ? AND t.typed = ? AND t.state IN ('logged', 'filed') "
        "AND (vp.provider_id = ? OR (vp.provider_id IS NULL AND t.account_id = ?)) LIMIT 1",
        (on, typed, provider_id, account_id),
    ).fetchone()
    return row[0] if row else None


def is_logged_on(
    db: sqlite3.Connection, on: str, provider_ids: Sequence[str], account_id: str | None
) -> bool:
    """Whether a visit to the first of these people, or to the group there, is logged on a day."""
    first = provider_ids[0] if provider_ids else None
    row = db.execute(
        "SELECT 1 FROM visit t LEFT JOIN visit_provider vp ON vp.visit_id = t.id "
        "WHERE t.on_date = ? AND t.state IN ('logged', 'filed') "
        "AND (vp.provider_id = ? OR (vp.provider_id IS NULL AND t.account_id = ?)) LIMIT 1",
        (on, first, account_id),
    ).fetchone()
    return row is not None
