"""Decisions of an import: who is meant, where they work, what changes. Nothing is guessed."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.records import dataclass
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from repplan.exchange.model import Cell, Cells, Draft, Known


@dataclass(frozen=True)
class Identity:
    """Who a row means: somebody known, or nobody (new); or why that is ``unclear``."""

    known: Known | None = None
    unclear: str = ""
    note: str = ""


@dataclass(frozen=True)
class Choice:
    """The account a row means: one there is, or None (a new one); or why that is ``unclear``."""

    account: Mapping[str, Cell] | None = None
    unclear: str = ""


# --- who ------------------------------------------------------------------------------------------


def by_number(
    draft: Draft, npi_holder: Known | None, holders: Mapping[tuple[str, str], Known]
) -> Identity:
    """Return whom NPI or licence mean. The NPI decides; a licence does where an NPI is missing."""
    others = {holder.id: holder for licence in draft.licences if (holder := holders.get(licence))}
    if npi_holder:
        others.pop(npi_holder.id, None)
        return Identity(npi_holder, "", _held_by(others.values()))
    same = [one for one in others.values() if _may_be(draft, one)]
    if len(same) > 1:
        reason = _("its licences are those of several: {refs}")
        return Identity(unclear=reason.format(refs=", ".join(one.ref for one in same)))
    if same and len(others) == 1:
        return Identity(same[0])
    return Identity(None, "", _held_by(others.values()))


def by_name(draft: Draft, people: Sequence[Known], account_id: str | None) -> Identity:
    """Return whom a name means: that name at that account. A name that fits several is unclear.

    ``people`` are those who may have the name; ``account_id`` None: no account, or a new one.
    """
    named = [one for one in people if is_namesake(draft, one)]
    here = [one for one in named if account_id and _works_at(one, account_id)]
    placeless = [one for one in named if not one.places]
    meant = (here or placeless) if draft.account else named
    if len(meant) > 1:
        refs = ", ".join(one.ref for one in meant)
        return Identity(unclear=_("several have this name: {refs}").format(refs=refs))
    if meant:
        return Identity(meant[0])
    if named:
        where = ", ".join(f"{one.ref}, {one.places[0]['account']}" for one in named[:3])
        return Identity(note=_("another one of this name: {where}").format(where=where))
    return Identity()


def is_namesake(draft: Draft, known: Known) -> bool:
    """Whether both have the same name, and no two NPIs that tell them apart."""
    if draft.npi and known.cells["npi"]:
        return False
    parts = {**draft.initial, **draft.provider}
    native, other = parts.get("native_name"), known.cells["native_name"]
    if native and other:
        return native == other
    return all(
        fold(str(parts.get(part) or "")) == fold(str(known.cells[part] or ""))
        for part in ("given_name", "family_name")
    )


def _may_be(draft: Draft, holder: Known) -> bool:
    """Whether who holds a licence may be the one meant: registers write wrong numbers too."""
    if not draft.npi:
        return True
    family = str(draft.provider.get("family_name") or draft.initial.get("family_name") or "")
    return not holder.cells["npi"] and fold(family) == fold(str(holder.cells["family_name"]))


def _held_by(others: Collection[Known]) -> str:
    if not others:
        return ""
    refs = ", ".join(one.ref for one in others)
    return _("a licence of it is held by {refs}: left there").format(refs=refs)


def _works_at(known: Known, account_id: str) -> bool:
    return any(place["account_id"] == account_id for place in known.places)


# --- where ----------------------------------------------------------------------------------------


def is_named_by_address(account: Mapping[str, Cell]) -> bool:
    """Whether an account has no name of its own but its street and town."""
    words = (account.get("street"), account.get("city"))
    return account.get("name") == ", ".join(str(word) for word in words if word)


def place_key(account: Mapping[str, Cell]) -> tuple[Cell, ...]:
    """Return what two rows share that mean one new account: its address, else name and town."""
    key = account.get("address_key")
    if key and is_named_by_address(account):
        return (key,)
    return (key, account["name"], account.get("city"))


def by_address(here: Sequence[Mapping[str, Cell]]) -> Choice:
    """Return the account at an address. Of several in one house: the one that has no other name."""
    if len(here) > 1:
        here = [one for one in here if is_named_by_address(one)][:1]
    return Choice(here[0] if here else None, "")


def by_account_name(draft: Draft, named: Sequence[Mapping[str, Cell]]) -> Choice:
    """Return the account of a name, in the town that the row says if it says one."""
    city = fold(str(draft.account.get("city") or ""))
    if city:
        in_town = [one for one in named if fold(str(one["city"] or "")) == city]
        named = in_town or [one for one in named if not one["city"]]
    if len(named) > 1:
        refs = ", ".join(str(one["ref"]) for one in named)
        return Choice(unclear=_("several accounts have this name: {refs}").format(refs=refs))
    return Choice(named[0] if named else None)


def place_of(draft: Draft, known: Known, account_id: str | None) -> Mapping[str, Cell] | None:
    """Return the affiliation that a row speaks of, an ended one too; None where there is none."""
    key = draft.account.get("address_key") if is_named_by_address(draft.account) else None
    for place in known.places:
        if account_id and place["account_id"] == account_id:
            return place
        if key and place["address_key"] == key:
            return place
    return None


# --- what -----------------------------------------------------------------------------------------


def differing(said: Mapping[str, Cell], stored: Mapping[str, Cell]) -> Cells:
    """Return the cells that a file says otherwise than the store; what it leaves empty stays."""
    return {column: cell for column, cell in said.items() if cell and stored[column] != cell}
