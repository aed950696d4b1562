"""Act on relations: tie two people, end it; note where somebody stands; keep what was given."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.errors import AlreadyClosed, MissingValue
from repplan.providers import queries as providers
from repplan.relations import queries
from repplan.relations.rules import (
    GivenTwice,
    NotedAhead,
    NotThere,
    RelationThere,
    ReportsInALoop,
    WithThemselves,
    check_span,
    loop,
    refuse_left,
)
from repplan.relations.words import said_of
from repplan.store.refs import short_ref
from repplan.store.write import change, insert

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.fields import Cell
    from repplan.providers.model import Provider
    from repplan.relations.model import Relation, Stance
    from repplan.store.work import Work


def relate(
    work: Work,
    provider_id: str,
    kind: str,
    other_id: str,
    cells: Mapping[str, Cell] | None = None,
) -> Relation:
    """Return the new relation; ``cells``: from_on, until_on, evidence.

    Raises: WithThemselves, HasLeft, ReportsInALoop, EndsBeforeStart, RelationThere.
    """
    row: dict[str, Cell] = {
        "from_on": work.today.isoformat(),
        **(cells or {}),
        "provider_id": provider_id,
        "other_id": other_id,
        "kind": kind,
    }
    _check(work, row)
    identity, _ref = insert(work, "relation", row)
    return queries.relation(work.db, identity)


def edit_relation(work: Work, relation_id: str, cells: Mapping[str, Cell]) -> Relation:
    """Return the relation with these cells changed. Raises: as ``relate``."""
    before = queries.relation(work.db, relation_id)
    names = ("provider_id", "other_id", "kind", "from_on", "until_on")
    _check(work, {name: getattr(before, name) for name in names} | dict(cells), relation_id)
    change(work, "relation", relation_id, cells)
    return queries.relation(work.db, relation_id)


def end_relation(work: Work, relation_id: str, on: str | None = None) -> Relation:
    """Return the relation, ended on a day (ISO; None: today). Raises: AlreadyClosed, EndsBeforeStart."""
    one = queries.relation(work.db, relation_id)
    until = on or work.today.isoformat()
    if one.until_on:
        raise AlreadyClosed(said_of(one), one.until_on, one.ref)
    check_span(one.from_on, until)
    change(work, "relation", relation_id, {"until_on": until})
    return queries.relation(work.db, relation_id)


def note_stance(work: Work, provider_id: str, cells: Mapping[str, Cell]) -> Stance:
    """Return the new stance, one more in their history; it is of today where cells don't say.

    Cells: stance, influence, account_id, product_id, noted_on, evidence.
    Raises: HasLeft, NotThere, NotedAhead.
    """
    row: dict[str, Cell] = {"noted_on": work.today.isoformat(), **cells}
    _refuse_ahead(work, row)
    one = _here(work, provider_id)
    account_id = row.get("account_id")
    if account_id:
        places = providers.affiliations(work.db, provider_id, work.today.isoformat())
        if account_id not in {place.account_id for place in places}:
            raise NotThere(one.name, accounts.account(work.db, str(account_id)).name, one.ref)
    identity, _ref = insert(work, "stance", {**row, "provider_id": provider_id})
    return queries.stance(work.db, identity)


def edit_stance(work: Work, stance_id: str, cells: Mapping[str, Cell]) -> Stance:
    """Return the stance with these cells changed: what was written wrong.

    Raises: NotedAhead; MissingValue where it would say nothing any more.
    """
    _refuse_ahead(work, cells)
    before = queries.stance(work.db, stance_id)
    if not (cells.get("stance", before.stance) or cells.get("influence", before.influence)):
        raise MissingValue(_("the stance, or --influence"))
    change(work, "stance", stance_id, cells)
    return queries.stance(work.db, stance_id)


def give(
    work: Work,
    *,
    provider_id: str | None,
    visit_id: str | None,
    what: str,
    kind: str = "other",
    material_id: str | None = None,
    on: str,
) -> str:
    """Return the id of what was given and was no sample, on a day (ISO)."""
    row: dict[str, Cell] = {
        "provider_id": provider_id,
        "visit_id": visit_id,
        "kind": kind,
        "what": what,
        "material_id": material_id,
        "given_on": on,
    }
    return insert(work, "value_given", row)[0]


def refuse_given(work: Work, one: Provider, material_id: str, what: str, on: str) -> None:
    """Raise GivenTwice where this person got this material on this day (ISO) already."""
    sql = "SELECT 1 FROM value_given WHERE provider_id = ? AND material_id = ? AND given_on = ? LIMIT 1"
    if work.db.execute(sql, (one.id, material_id, on)).fetchone():
        raise GivenTwice(one.name, one.ref, what=what, on=on)


def _check(work: Work, row: Mapping[str, Cell], relation_id: str | None = None) -> None:
    """Refuse a relation that can't be. ``relation_id``: the one that it takes the place of."""
    who, whom = str(row["provider_id"]), str(row["other_id"])
    since, until = row.get("from_on"), row.get("until_on")
    if who == whom:
        raise WithThemselves(providers.provider(work.db, who).name)
    check_span(str(since) if since else None, str(until) if until else None)
    today = work.today.isoformat()
    if until and str(until) <= today:
        return  # it is over: history, which binds nobody
    _here(work, who)
    _here(work, whom)
    _refuse_twin(work, row, today, relation_id)
    if row["kind"] == "reports to":
        line = loop(queries.bosses(work.db, today, without=relation_id), who, whom)
        if line:
            names = [providers.provider(work.db, one).name for one in line]
            back = work.db.execute(
                "SELECT ref FROM relation WHERE kind = 'reports to' AND provider_id = ? "
                "AND other_id = ? AND id IS NOT ? AND (until_on IS NULL OR until_on > ?)",
                (line[-2], line[-1], relation_id, today),
            ).fetchone()
            ref = short_ref(work.db, "relation", back["ref"])
            raise ReportsInALoop(names[0], " > ".join(names), ref)


def _refuse_twin(work: Work, row: Mapping[str, Cell], today: str, relation_id: str | None) -> None:
    twin = work.db.execute(
        "SELECT id FROM relation WHERE kind = :kind AND id IS NOT :but "
        "AND (until_on IS NULL OR until_on > :today) "
        "AND ((provider_id = :who AND other_id = :whom) "
        "OR (:kind = 'works with' AND provider_id = :whom AND other_id = :who))",
        {
            "kind": row["kind"],
            "who": row["provider_id"],
            "whom": row["other_id"],
            "today": today,
            "but": relation_id,
        },
    ).fetchone()
    if twin:
        one = queries.relation(work.db, twin[0])
        raise RelationThere(said_of(one), one.ref)


def _here(work: Work, provider_id: str) -> Provider:
    one = providers.provider(work.db, provider_id)
    refuse_left(one)
    return one


def _refuse_ahead(work: Work, row: Mapping[str, Cell]) -> None:
    noted_on = row.get("noted_on")
    if noted_on and str(noted_on) > work.today.isoformat():
        raise NotedAhead(str(noted_on))
