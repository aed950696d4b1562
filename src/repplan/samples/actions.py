"""Act on samples: what came, went, was counted. Movements are only added, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.policies.load import policy_of
from repplan.providers import queries as providers
from repplan.samples import queries, refusals, rules
from repplan.samples.model import ADJUSTED, DROPPED, RECEIVED, Drop
from repplan.screening.actions import override
from repplan.store.write import change, insert

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping

    from repplan.samples.model import Count, Lot, Movement
    from repplan.samples.refusals import AgainstPolicy
    from repplan.store.work import Work
    from repplan.store.write import Value


def receive(
    work: Work,
    product_id: str,
    *,
    number: str,
    quantity: int,
    strength: str = "",
    expires_on: str | None = None,
    on: str | None = None,
) -> Movement:
    """Return the movement of what came, its lot made where it is new.

    Raises: SamplesOff, MovesAhead, CameExpired, LotDiffers, StrengthNeeded.
    """
    day = _day(work, on)
    known = queries.same_lot(work.db, product_id, strength, number)
    others = queries.lots_called(work.db, product_id, number, by_ref=False)
    if known is None and others and not strength:
        raise refusals.strength_needed(others[0])
    if known is None:
        lot_id, _ref = insert(
            work,
            "sample_lot",
            {
                "product_id": product_id,
                "strength": strength,
                "number": number,
                "expires_on": expires_on,
            },
        )
    else:
        lot_id = known.id
        _settle_expiry(work, known, expires_on)
    one = queries.lot(work.db, lot_id)
    rules.check_came(one, day)
    return _add(work, one.id, RECEIVED, quantity, {"on_date": day})


def _settle_expiry(work: Work, known: Lot, expires_on: str | None) -> None:
    """Give a known lot its day of expiry; another one only while nothing of it is left."""
    if expires_on is None or expires_on == known.expires_on:
        return
    is_empty = queries.balance(work.db, known.id, work.today.isoformat()) == 0
    if known.expires_on and not is_empty:
        raise refusals.LotDiffers(
            known.product, known.number, known.expires_on, expires_on, known.ref
        )
    change(work, "sample_lot", known.id, {"expires_on": expires_on})


def drop(  # noqa: PLR0913 - a drop is these facts
    work: Work,
    *,
    lot_id: str,
    provider_id: str,
    visit_id: str | None,
    quantity: int,
    on: str,
    request: str | None = None,
    receipt: str | None = None,
    reason: str | None = None,
) -> Movement:
    """Return the movement of samples left with a provider.

    ``reason``: why it is right although the policy warns; kept as an override of each such rule.
    Raises: SamplesOff, NobodyToGet, MovesAhead, LotExpired, NotReceivedYet, NotEnough,
    AgainstPolicy.
    """
    found = check_drop(
        work.db,
        work.today.isoformat(),
        lot_id=lot_id,
        provider_id=provider_id,
        quantity=quantity,
        on=on,
        request=request,
        receipt=receipt,
        reason=reason,
    )
    cells: dict[str, Value] = {
        "on_date": on,
        "provider_id": provider_id,
        "visit_id": visit_id,
        "request": request,
        "receipt": receipt,
        "why": reason,
    }
    made = _add(work, lot_id, DROPPED, -quantity, cells)
    for problem in found:
        override(work, problem.rule, "sample_movement", made.id, reason or "")
    return made


def check_drop(  # noqa: PLR0913 - a drop is these facts
    db: sqlite3.Connection,
    today: str,
    *,
    lot_id: str,
    provider_id: str,
    quantity: int,
    on: str,
    request: str | None = None,
    receipt: str | None = None,
    reason: str | None = None,
) -> tuple[AgainstPolicy, ...]:
    """Return what the policy has against a drop that its reason outweighs. Raises: as ``drop``."""
    _check_on(db)
    one = queries.lot(db, lot_id)
    who = providers.provider(db, provider_id)
    if who.is_colleague or who.state == "left":
        raise refusals.nobody_to_get(who)
    rules.check_day(on, today)
    rules.check_expiry(one, on)
    _check_left(db, one, -quantity, on)
    asked = Drop(one, provider_id, who.name, quantity, on, request, receipt)
    found = against_policy(db, asked)
    for problem in found:
        if not (problem.may_go_on and reason):
            raise refusals.with_both_papers(problem, found)
    return found


def against_policy(db: sqlite3.Connection, asked: Drop) -> tuple[AgainstPolicy, ...]:
    """Return what the policy has against a drop: what blocks first."""
    found = rules.breaches(
        asked,
        policy_of(db),
        queries.licence_state(db, asked.provider_id, asked.on),
        queries.dropped(db, asked.provider_id, asked.lot.product_id),
    )
    return tuple(sorted(found, key=lambda one: one.may_go_on))


def take_out(
    work: Work,
    lot_id: str,
    kind: str,
    quantity: int,
    *,
    on: str | None = None,
    why: str | None = None,
    to_whom: str | None = None,
) -> Movement:
    """Return the movement of what was returned, lost or transferred.

    Raises: SamplesOff, MovesAhead, NotReceivedYet, NotEnough.
    """
    day = _day(work, on)
    _check_left(work.db, queries.lot(work.db, lot_id), -quantity, day)
    cells: dict[str, Value] = {"on_date": day, "why": why, "to_whom": to_whom}
    return _add(work, lot_id, kind, -quantity, cells)


def adjust(work: Work, lot_id: str, by: int, why: str, *, on: str | None = None) -> Movement:
    """Return the movement that brings the balance to what was counted.

    Raises: SamplesOff, MovesAhead, NotReceivedYet, NotEnough.
    """
    day = _day(work, on)
    if by < 0:
        _check_left(work.db, queries.lot(work.db, lot_id), by, day)
    return _add(work, lot_id, ADJUSTED, by, {"on_date": day, "why": why})


def count(work: Work, lot_id: str, found: int, *, on: str | None = None) -> Count:
    """Return what was counted beside what was expected; the balance stays as it is.

    Raises: SamplesOff, MovesAhead.
    """
    day = _day(work, on)
    expected = queries.balance(work.db, lot_id, day)
    identity, _ref = insert(
        work,
        "sample_count",
        {"lot_id": lot_id, "on_date": day, "found": found, "expected": expected},
    )
    return queries.count(work.db, identity)


def correct(work: Work, movement_id: str, why: str) -> Movement:
    """Return the movement that takes another back: its opposite, added on a day not before it.

    It is how ``undo`` takes samples back, with the memo switched off too. Where a drop comes into
    force again by it, the rules look at it as at a new one.
    Raises: NotEnough, LotExpired, AgainstPolicy.
    """
    wrong = queries.movement(work.db, movement_id)
    day = max(work.today.isoformat(), wrong.on_date)
    if wrong.quantity > 0:
        _check_left(work.db, queries.lot(work.db, wrong.lot_id), -wrong.quantity, day)
        _check_again(work, queries.origin(work.db, wrong), day)
    cells: dict[str, Value] = {
        "on_date": day,
        "provider_id": wrong.provider_id,
        "visit_id": wrong.visit_id,
        "corrects_id": wrong.id,
        "why": why,
    }
    return _add(work, wrong.lot_id, ADJUSTED, -wrong.quantity, cells)


def _check_again(work: Work, first: Movement, day: str) -> None:
    """Raise what speaks against a drop that comes into force again."""
    if first.kind != DROPPED or first.provider_id is None:
        return
    one = queries.lot(work.db, first.lot_id)
    rules.check_expiry(one, day)
    asked = Drop(
        lot=one,
        provider_id=first.provider_id,
        provider=first.provider or "",
        pieces=-first.quantity,
        on=first.on_date,
        request=first.request,
        receipt=first.receipt,
    )
    found = against_policy(work.db, asked)
    for problem in found:
        if not (problem.may_go_on and first.why):
            raise refusals.of_a_redo(refusals.with_both_papers(problem, found))


def standing(batch: str) -> Mapping[str, Callable[[Work, str], None]]:
    """Return what takes samples back where a batch is undone: nothing of them is deleted.

    A movement gets its opposite; a lot stays, with whatever is left of it, and so does a count.
    """

    def take_back(work: Work, movement_id: str) -> None:
        correct(work, movement_id, f"undo of {batch}")

    def stay(_work: Work, _row: str) -> None:
        return

    return {"sample_movement": take_back, "sample_lot": stay, "sample_count": stay}


def _day(work: Work, on: str | None) -> str:
    """The day of what is noted, today where none is given. Raises: SamplesOff, MovesAhead."""
    _check_on(work.db)
    today = work.today.isoformat()
    rules.check_day(on or today, today)
    return on or today


def _check_on(db: sqlite3.Connection) -> None:
    if not queries.is_on(db):
        raise refusals.SamplesOff


def _check_left(db: sqlite3.Connection, one: Lot, by: int, on: str) -> None:
    """Raise NotEnough where the balance would go below zero on that day or a later one."""
    since = queries.received_since(db, one.id)
    if since and since > on:
        raise refusals.NotReceivedYet(one.what, one.number, since, on)
    left = queries.lowest(db, one.id, on)
    if left + by < 0:
        raise refusals.not_enough(one, left, on, -by)


def _add(work: Work, lot_id: str, kind: str, quantity: int, cells: Mapping[str, Value]) -> Movement:
    identity, _ref = insert(
        work, "sample_movement", {**cells, "lot_id": lot_id, "kind": kind, "quantity": quantity}
    )
    return queries.movement(work.db, identity)
