"""The account that a provider is added at: the one meant, or a new one of that name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.accounts import actions as accounts
from repplan.accounts import queries
from repplan.errors import N_, Ambiguous, MissingValue, NotFound
from repplan.fields import name_text
from repplan.providers import queries as providers
from repplan.providers.nearest import nearest_accounts
from repplan.records import dataclass
from repplan.store.refs import short_ref
from repplan.store.write import change

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.accounts.model import Account
    from repplan.fields import Cell
    from repplan.store.work import Work


@dataclass(eq=False)
class NearlyThere(NotFound):
    """No account is called so, but one nearly is: it may be misspelt, or a new one."""

    slug: ClassVar[str] = "nearly-there"
    message: ClassVar[str] = N_("No account is called “{said}”, but nearly so:")
    hint: ClassVar[str] = N_("Use that name, or add a new one: repplan account add")


@dataclass(frozen=True)
class Place:
    """An account, and whether it was made just now."""

    account: Account
    is_new: bool


def account_for(work: Work, said: str) -> Place:
    """Return the account these words mean; a name unlike any other becomes a new account.

    Raises: Ambiguous; NearlyThere where the name is nearly another's; BadLength.
    """
    said = name_text("account", said)
    found = queries.called(work.db, said)
    if len(found) == 1:
        return Place(found[0], is_new=False)
    if found:
        raise Ambiguous(
            said,
            tuple(f"{one.name}  {short_ref(work.db, 'account', one.ref)}" for one in found),
            len(found),
        )
    near = nearest_accounts(work.db, said)
    if near:
        raise NearlyThere(said, near)
    return Place(accounts.add_account(work, {"name": said}), is_new=True)


def place_change(work: Work, provider_id: str, cells: Mapping[str, Cell]) -> None:
    """Change where in their main account a provider is found. Raises: MissingValue without one."""
    here = providers.affiliations(work.db, provider_id, work.today.isoformat())
    if not here:
        raise MissingValue("--account")
    change(work, "affiliation", here[0].id, cells)
