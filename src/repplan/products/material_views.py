"""Materials on the screen and as JSON; whom one matters to; who got it."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.cli.show import facts, saved, table, told_apart
from repplan.i18n.daysshown import iso_short, iso_words, show_day_iso
from repplan.i18n.phrases import choice_word, listed, with_note
from repplan.products.approval import said_json, state
from repplan.products.model import MATERIAL_FIELDS, OWN_NEWS
from repplan.products.said_views import field_rows, state_rows
from repplan.text import as_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.cli.show import Line
    from repplan.products.matching import Match
    from repplan.products.model import Material

_NAMED = 3
"""Names in the command that says who got a material; more are counted."""


def material_lines(one: Material, ref: str, *, today: str, language: str) -> list[Line]:
    """Return a material, one fact a line."""
    kind, *rest = field_rows(one, MATERIAL_FIELDS, without=("title", "expires_on", "dated_on"))
    approved, changed, pack = state_rows(one, today=today, language=language)
    dated = (_("dated"), iso_words(one.dated_on, language))
    told = [kind, (_("product"), one.product or ""), *rest, dated, changed, approved, pack]
    return [[(one.title, "head"), (f"  {ref}", "faint")], *facts(told)]


def material_table(found: Sequence[Material], refs: Mapping[str, str], *, today: str) -> list[Line]:
    """Return materials in columns."""
    if not found:
        return [_("No material fits. Add one: repplan material add TITLE")]
    return table(
        (_("Product"), _("Title"), _("Kind"), _("Until"), _("Ref")),
        [
            (
                one.product or "",
                with_note(one.title, one.version),
                choice_word("kind", one.kind),
                until(one, today),
                refs[one.ref],
            )
            for one in found
        ],
    )


def until(one: Material, today: str) -> str:
    """Return the last day of a material's approval in a narrow column, or that it is over."""
    now = state(one, today)
    if now == "retired":
        return _("retired")
    return _("ran out") if now == "expired" else one.expires_on or ""


def match_json(material: Material, found: Sequence[Match], today: str) -> dict[str, object]:
    """Return whom a material matters to as JSON."""
    return {
        "material": said_json(material, today),
        "matches": [
            {
                "provider": {"ref": one.provider_ref, "name": one.provider},
                "how": one.how,
                "what": one.what,
                "on": one.on,
                "visit": one.visit,
                "is_open": one.is_open,
                "given_on": one.given_on,
            }
            for one in found
        ],
    }


def match_lines(
    material: Material,
    found: Sequence[Match],
    refs: Mapping[str, str],
    ref: str,
    *,
    today: str,
    language: str,
) -> list[Line]:
    """Return who asked, objected or cares, the visit that says so, and what to type next.

    ``refs``: a visit's ref → its short one; ``ref``: the material's short one.
    """
    head: Line = [(material.title, "head"), (f"  {ref}", "faint")]
    if not found:
        return [head, _("Nobody asked about it, objected to it or cares about it.")]
    names = told_apart((one.provider_ref, one.short_name, one.provider) for one in found)
    now = date.fromisoformat(today)

    def said(one: Match) -> str:
        given = one.given_on and _("given {day}").format(day=iso_short(one.given_on, now, language))
        return with_note(one.what, given)

    rows = [
        (
            names[one.provider_ref],
            pgettext("match", one.how),
            said(one),
            iso_short(one.on, now, language),
            refs.get(one.visit or "", ""),
        )
        for one in found
    ]
    lines = [head, *table((_("Who"), _("How"), _("What"), _("When"), _("Visit")), rows)]
    if material.kind in OWN_NEWS:
        lines.append([(_("Know this before you see them: it is not for handing out."), "faint")])
        return lines
    waiting = {one.provider_ref: names[one.provider_ref] for one in found if one.given_on is None}
    if waiting:
        step = _("When they have it: repplan material give {ref} {who}")
        lines.append([(step.format(ref=ref, who=_typed(waiting)), "faint")])
    return lines


def _typed(waiting: Mapping[str, str]) -> str:
    """Return the first of these people (ref → name) as they are typed, quoted where a shell needs it, and how many more."""
    names = list(waiting.values())[:_NAMED]
    said = [as_word(name) for name in names]
    more = len(waiting) - _NAMED
    return " ".join((*said, f"+{more}") if more > 0 else said)


def given_json(
    material: Material, names: Sequence[tuple[str, str]], on: str, batch: str, today: str
) -> dict[str, object]:
    """Return who got a material as JSON. ``names``: (ref, name) of each."""
    return {
        "material": said_json(material, today),
        "providers": [{"ref": ref, "name": name} for ref, name in names],
        "on": on,
        "batch": batch,
    }


def given_lines(
    material: Material, names: Sequence[str], on: date, batch: str, language: str
) -> list[Line]:
    """Return who got a material, and how to take that back."""
    day = show_day_iso(on, language)
    return [
        [(material.title, "head"), (f"  {day}", "faint")],
        "  " + _("given to {names}").format(names=listed(names)),
        saved(batch),
    ]
