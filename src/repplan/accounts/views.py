"""Accounts on the screen and as JSON."""

from __future__ import annotations

import dataclasses
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.accounts.model import FIELDS
from repplan.cli.show import facts, label, saved, table, value
from repplan.i18n.phrases import listed, with_note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.accounts.model import Account
    from repplan.cli.show import Line
    from repplan.providers.model import Affiliation, Provider

    People = Sequence[tuple[Provider, Affiliation]]

_HIDDEN = {"id", "parent_id"}
_SHOWN_APART = {"name", "access", "state"}


def account_json(
    one: Account, *, parent: Account | None = None, heads: int | None = None
) -> dict[str, object]:
    """Return an account as JSON. ``people`` is how many providers work there; null: not asked."""
    answer = {key: value for key, value in dataclasses.asdict(one).items() if key not in _HIDDEN}
    return {**answer, "parent": _named(parent), "people": heads}


def account_show_json(
    one: Account, line: Sequence[Account], parts: Sequence[Account], people: People
) -> dict[str, object]:
    """Return an account as JSON with its parts and who works there. ``line``: all above it."""
    answer = account_json(one, parent=line[0] if line else None, heads=len(people))
    answer["parts"] = [_named(part) for part in parts]
    answer["providers"] = [
        {
            "ref": who.ref,
            "name": who.name,
            "role": who.role,
            "tier": who.tier,
            "department": at.department,
            "hours": at.hours,
            "building": at.building,
            "floor": at.floor,
            "room": at.room,
            "is_primary": at.is_primary,
        }
        for who, at in people
    ]
    return answer


def account_lines(
    one: Account,
    line: Sequence[Account],
    parts: Sequence[Account],
    people: People,
    refs: Mapping[str, str],
) -> list[Line]:
    """Return what is known of an account: how to get in first, then its facts, then its people."""
    state = "" if one.state == "active" else f"  {_(one.state)}"
    lines: list[Line] = [[(one.name, "head"), (f"  {refs[one.ref]}", "faint"), (state, "warn")]]
    told = [(_("to get in"), one.access or "")]
    told += [(_("part of"), listed(above.name for above in line))]
    for field in FIELDS:
        if field.column not in _SHOWN_APART:
            told.append((label(field), value(field, getattr(one, field.column))))
    told += [(_("its parts"), listed(part.name for part in parts))]
    lines += facts(told)
    if people:
        lines.append("")
        lines += _people(people, refs)
    return lines


def account_table(
    accounts: Sequence[Account], heads: Mapping[str, int], refs: Mapping[str, str]
) -> list[Line]:
    """Return accounts in columns, with how many providers work at each."""
    if not accounts:
        return [_("No account fits.")]
    headings = (_("Name"), _("Kind"), _("Town"), _("People"), _("Ref"))
    return table(
        headings,
        [
            (_name(one), _(one.kind), one.city or "", str(heads.get(one.id, "")), refs[one.ref])
            for one in accounts
        ],
    )


def written_lines(one: Account, parent: Account | None, ref: str, batch: str) -> list[Line]:
    """Return what was written about an account, and how to take it back."""
    head = listed((one.name, "" if one.kind == "other" else _(one.kind), one.city))
    lines: list[Line] = [[(head, "head"), (f"  {ref}", "faint")]]
    if parent:
        lines.append("  " + _("part of {name}").format(name=parent.name))
    if one.state == "closed":
        lines.append("  " + _("Closed. Its visits, promises and people stay."))
    lines.append(saved(batch))
    return lines


def _people(people: People, refs: Mapping[str, str]) -> list[Line]:
    headings = (_("Who"), _("Tier"), _("Role"), _("Department"), _("Hours"), _("Ref"))
    return table(
        headings,
        [
            (who.name, who.tier or "", _(who.role), at.department, at.hours or "", refs[who.ref])
            for who, at in people
        ],
    )


def _name(one: Account) -> str:
    return one.name if one.state == "active" else with_note(one.name, _(one.state))


def _named(one: Account | None) -> dict[str, str] | None:
    return {"ref": one.ref, "name": one.name} if one else None
