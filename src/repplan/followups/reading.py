"""A promise as it is typed: to whom, what, by when, via whom. For commands alone."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.accounts.model import Account
from repplan.cli.days import ahead, take_day
from repplan.cli.pick import pick
from repplan.fields import needed_text
from repplan.followups.pick import pick_colleague, pick_party
from repplan.followups.queries import without_via
from repplan.providers.pick import describe
from repplan.providers.queries import names_over_days
from repplan.records import dataclass
from repplan.text import clean

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from repplan.cli.runtime import Runtime


@dataclass(frozen=True)
class Promise:
    """What was understood. ``due_on`` None: no day was named."""

    what: str
    provider_id: str | None
    account_id: str | None
    due_on: date | None
    via_id: str | None


def read_promise(
    db: sqlite3.Connection,
    runtime: Runtime,
    *,
    who: str,
    text: str,
    due: str | None,
    via: str | None,
) -> Promise:
    """Return the promise; what an option says isn't looked for in the text.

    Raises: NotFound, Ambiguous, Declined, MissingValue, BadDay, UnclearDay.
    """
    party = pick_party(db, who)
    is_account = isinstance(party, Account)
    what = clean(text).strip()
    names = names_over_days(db, [] if is_account else [party.id])
    due_on = ahead(runtime, due) if due else None
    waits_on = pick_colleague(db, via).id if via else None
    # The day may stand before "via amy" or behind it.
    for _turn in range(2):
        if due_on is None:
            what, due_on = take_day(runtime, what, names)
        if waits_on is None:
            what, team = without_via(db, what)
            waits_on = pick(what, team, lambda one: describe(db, one)).id if team else None
    return Promise(
        what=needed_text(_("the text"), what),
        provider_id=None if is_account else party.id,
        account_id=party.id if is_account else None,
        due_on=due_on,
        via_id=waits_on,
    )
