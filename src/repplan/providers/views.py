"""Providers on the screen and as JSON."""

from __future__ import annotations

import dataclasses
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.show import facts, label, saved, table, value
from repplan.i18n.phrases import listed
from repplan.providers.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.cli.show import Line
    from repplan.providers.model import Affiliation, Licence, Provider

_HIDDEN = {"id"}
_SHOWN_APART = {"name", "given_name", "family_name", "seen_before_on"}


def provider_json(
    one: Provider, places: Sequence[Affiliation] = (), licences: Sequence[Licence] = ()
) -> dict[str, object]:
    """Return a provider as JSON: the fields of the record, affiliations and licences."""
    answer = {key: value for key, value in dataclasses.asdict(one).items() if key not in _HIDDEN}
    answer["affiliations"] = [
        {
            key: value
            for key, value in dataclasses.asdict(place).items()
            if key not in {"id", "provider_id", "account_id"}
        }
        for place in places
    ]
    answer["licences"] = [
        {key: value for key, value in dataclasses.asdict(one).items() if key != "id"}
        for one in licences
    ]
    return answer


def listed_json(one: Provider, account: str | None) -> dict[str, object]:
    """Return a provider of a list as JSON, with the account where they mainly work."""
    known = dataclasses.asdict(one)
    return {**{key: known[key] for key in known if key not in _HIDDEN}, "account": account}


def provider_lines(
    one: Provider, places: Sequence[Affiliation], licences: Sequence[Licence], ref: str
) -> list[Line]:
    """Return a provider's known facts, one a line; what isn't known takes none."""
    told = [(_("at"), _place(place)) for place in places]
    told += [
        (label(field), value(field, getattr(one, field.column)))
        for field in FIELDS
        if field.column not in _SHOWN_APART
    ]
    told += [(_("last seen"), one.last_contact_on or "")]
    told += [(_("licence"), _licence(one)) for one in licences]
    return [_head(one.name, ref), *facts(told)]


def provider_table(
    providers: Sequence[Provider], places: Mapping[str, str], refs: Mapping[str, str]
) -> list[Line]:
    """Return providers in columns. ``places``: id → the account where they mainly work."""
    if not providers:
        return [_("Nobody fits.")]
    headings = (_("Name"), _("Tier"), _("Specialty"), _("Account"), _("Last seen"), _("Ref"))
    return table(
        headings,
        [
            (
                one.name,
                one.tier or "",
                listed(one.specialties),
                places.get(one.id, ""),
                one.last_contact_on or "",
                refs[one.ref],
            )
            for one in providers
        ],
    )


def written_lines(
    one: Provider,
    places: Sequence[Affiliation],
    ref: str,
    batch: str,
    *,
    new_account: str = "",
    promises: Sequence[tuple[str, str]] = (),
) -> list[Line]:
    """Return what was written about a provider, and how to take it back.

    ``promises`` (ref, what) are open with somebody who has left.
    """
    head = listed((one.name, one.tier, _(one.role)))
    lines = [_head(head, ref)]
    if one.state == "left":
        lines.append("  " + _("Has left. Visits, promises and notes stay."))
    for followup_ref, what in promises:
        said = _("still open: {what}").format(what=what)
        lines.append([(f"  {said}", ""), (f"  followup waive {followup_ref}", "faint")])
    lines.extend(f"  {_place(place)}" for place in places)
    if new_account:
        lines.append("  " + _("new account: {name}").format(name=new_account))
    lines.append(saved(batch))
    return lines


def _head(text: str, ref: str) -> Line:
    return [(text, "head"), (f"  {ref}", "faint")]


def _place(place: Affiliation) -> str:
    return listed((place.place, place.hours))


def _licence(one: Licence) -> str:
    parts = (one.region, one.number, one.status, one.expires_on)
    return " ".join(part for part in parts if part)
