"""Whom or which place ``can`` is asked about: a person, or an account as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.accounts import queries as accounts
from repplan.can.model import VISIT, Answer
from repplan.can.queries import may, may_visit, may_visit_there
from repplan.errors import N_, NotFound
from repplan.i18n.phrases import placed
from repplan.providers import queries as providers
from repplan.records import dataclass
from repplan.store.refs import short_ref
from repplan.visits.party import party_of

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from repplan.clock import Clock


@dataclass(eq=False)
class NeedsPerson(NotFound):
    """What was asked for concerns a person: these words are an account's name."""

    slug: ClassVar[str] = "needs-person"
    message: ClassVar[str] = N_("{account} is an account: only a visit can be asked about there.")
    hint: ClassVar[str] = N_("Ask about a person. Who is there: repplan map {said}")
    account: str = ""


def asked_about(
    db: sqlite3.Connection, clock: Clock, who: str, *, on: date, what: str
) -> tuple[str, str, str, Answer]:
    """Return whom these words mean (name, ref, short ref), and what may be done there on a day.

    Raises: NeedsPerson; NotFound, Ambiguous, Declined.
    """
    party = party_of(db, who)
    if party.account_id is None:
        one = providers.provider(db, party.provider_ids[0])
        answer = (
            may_visit(db, clock, one, on=on, account_id=party.place_id)
            if what == VISIT
            else may(db, clock, one, on=on, what=what, account_id=party.place_id)
        )
        return one.name, one.ref, short_ref(db, "provider", one.ref), answer
    if what != VISIT:
        raise NeedsPerson(who, account=accounts.account(db, party.account_id).name)
    account, answer = may_visit_there(db, clock, party.account_id, party.department, on=on)
    name = placed((account.name, party.department))
    return name, account.ref, short_ref(db, "account", account.ref), answer
