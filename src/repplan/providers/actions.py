"""Act on providers: add, edit, retire, and where they work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import AlreadyClosed, AlreadyThere
from repplan.fields import name_text
from repplan.i18n.names import split_name
from repplan.i18n.pinyin import pinyin_of
from repplan.providers import queries
from repplan.providers.contact import recount
from repplan.providers.keys import rekey
from repplan.providers.rules import check_forms, check_gaps, role_by_title
from repplan.store.write import change, insert

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.fields import Cell
    from repplan.providers.model import Provider
    from repplan.store.work import Work


def add_provider(
    work: Work,
    cells: Mapping[str, Cell],
    *,
    account_id: str | None = None,
    place: Mapping[str, Cell] | None = None,
) -> Provider:
    """Return the new provider; what its name tells (its parts, the role) needn't be given.

    ``place`` holds the cells of the affiliation at ``account_id``.
    Raises: AlreadyThere (the NPI, or the name at this account), BadValue (gaps, NPI, e-mail).
    """
    row = {**name_cells(str(cells["name"])), **cells}
    role = role_by_title(str(row["title"]))
    if role and "role" not in row:
        row["role"] = role
    check_gaps(row)
    check_forms(row)
    _refuse_twin(work, row, account_id)
    identity, _ref = insert(work, "provider", row)
    rekey(work, [identity])
    recount(work, [identity])
    if account_id:
        affiliate(work, identity, account_id, place or {}, is_primary=True)
    return queries.provider(work.db, identity)


def edit_provider(work: Work, provider_id: str, cells: Mapping[str, Cell]) -> Provider:
    """Return the provider with these cells changed.

    Raises: BadValue (gaps, NPI, e-mail), AlreadyThere (NPI).
    """
    row = dict(cells)
    if "name" in row:
        row = {**name_cells(str(row["name"])), **row}
    before = queries.provider(work.db, provider_id)
    check_forms(row)
    check_gaps({"ideal_days": before.ideal_days, "maximum_days": before.maximum_days, **row})
    if row.get("npi") and row["npi"] != before.npi:
        _refuse_npi(work, str(row["npi"]))
    change(work, "provider", provider_id, row)
    rekey(work, [provider_id])
    recount(work, [provider_id])
    return queries.provider(work.db, provider_id)


def retire_provider(work: Work, provider_id: str) -> Provider:
    """Return the provider, now gone from this territory: affiliations end today.

    Raises: AlreadyClosed.
    """
    before = queries.provider(work.db, provider_id)
    if before.state == "left":
        raise AlreadyClosed(before.name, before.state, before.ref)
    change(work, "provider", provider_id, {"state": "left"})
    for one in queries.affiliations(work.db, provider_id, work.today.isoformat()):
        change(work, "affiliation", one.id, {"until_on": work.today.isoformat()})
    return queries.provider(work.db, provider_id)


def affiliate(
    work: Work,
    provider_id: str,
    account_id: str,
    place: Mapping[str, Cell],
    *,
    is_primary: bool = False,
) -> str:
    """Return the ref of the affiliation: a new one, or the one there is with ``place`` changed."""
    today = work.today.isoformat()
    here = queries.affiliations(work.db, provider_id, today)
    known = next((one for one in here if one.account_id == account_id), None)
    if is_primary:
        for one in here:
            if one.is_primary and one.account_id != account_id:
                change(work, "affiliation", one.id, {"is_primary": 0})
    if known:
        change(work, "affiliation", known.id, {**place, "is_primary": int(is_primary)})
        return known.ref
    row = {key: value for key, value in place.items() if value is not None}
    row |= {"provider_id": provider_id, "account_id": account_id, "is_primary": int(is_primary)}
    return insert(work, "affiliation", row)[1]


def add_licence(work: Work, provider_id: str, said: str) -> None:
    """Keep a licence, written as region and number (``TX K1234``) or as the number alone.

    Raises: AlreadyThere when another provider holds it; MissingValue, BadLength.
    """
    region, _blank, number = name_text("licence", said).upper().rpartition(" ")
    row = work.db.execute(
        "SELECT p.name, p.ref, p.id FROM licence l JOIN provider p ON p.id = l.provider_id "
        "WHERE l.number = ? AND l.region = ?",
        (number, region),
    ).fetchone()
    if row and row[2] != provider_id:
        raise AlreadyThere(row[0], row[1])
    if not row:
        insert(work, "licence", {"provider_id": provider_id, "region": region, "number": number})


def leave(work: Work, provider_id: str, account_id: str) -> None:
    """End a provider's work at an account today."""
    today = work.today.isoformat()
    for one in queries.affiliations(work.db, provider_id, today):
        if one.account_id == account_id:
            change(work, "affiliation", one.id, {"until_on": today, "is_primary": 0})


def name_cells(name: str) -> dict[str, Cell]:
    """Return the parts of a name as cells: given, family, title, native, pinyin."""
    parts = split_name(name)
    return {
        "given_name": parts.given,
        "family_name": parts.family,
        "title": parts.title,
        "native_name": parts.native,
        "pinyin": pinyin_of(parts.native) if parts.native else "",
    }


def _refuse_twin(work: Work, row: Mapping[str, Cell], account_id: str | None) -> None:
    if row.get("npi"):
        _refuse_npi(work, str(row["npi"]))
    twin = work.db.execute(
        "SELECT p.name, p.ref FROM provider p LEFT JOIN affiliation w ON w.provider_id = p.id "
        "AND w.until_on IS NULL WHERE p.name = ? COLLATE NOCASE AND p.state <> 'left' "
        "AND w.account_id IS ? LIMIT 1",
        (row["name"], account_id),
    ).fetchone()
    if twin:
        raise AlreadyThere(twin[0], twin[1])


def _refuse_npi(work: Work, npi: str) -> None:
    row = work.db.execute("SELECT name, ref FROM provider WHERE npi = ?", (npi,)).fetchone()
    if row:
        raise AlreadyThere(row[0], row[1])
