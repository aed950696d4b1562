"""Follow-ups on the screen and as JSON."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.cli.show import facts, saved, table, told_apart
from repplan.followups.model import CHECK_IN, KEPT, LATE, THEM, US, WAIVED
from repplan.i18n.daysshown import iso_short, iso_words
from repplan.i18n.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.cli.show import Line
    from repplan.followups.model import Followup


def followup_json(one: Followup) -> dict[str, object]:
    """Return a follow-up as JSON."""
    return {
        "ref": one.ref,
        "by": one.by,
        "kind": one.kind,
        "what": one.what,
        "provider": _named(one.provider_ref, one.provider),
        "account": one.account,
        "due_on": one.due_on,
        "assumed": one.is_assumed,
        "state": one.state,
        "via": _named(one.via_ref, one.via),
        "via_since_on": one.via_since_on,
        "channel": one.channel,
        "made_on": one.made_on,
        "closed_on": one.closed_on,
        "proof": one.proof,
        "why": one.why,
        "snoozed_until": one.snoozed_until,
    }


def followup_lists(
    items: Sequence[Followup], refs: Mapping[str, str], *, today: date, language: str
) -> list[Line]:
    """Return what we owe and what they owe, each in columns, the nearest due day first."""
    names = told_apart(
        (one.provider_ref, one.short_name or "", one.whose) for one in items if one.provider_ref
    )
    lines: list[Line] = []
    for by, heading in ((US, _("We owe")), (THEM, _("They owe"))):
        part = [one for one in items if one.by == by]
        if part:
            lines += ["", *_columns(heading, part, names, refs, today=today, language=language)]
    return lines[1:] or [_("Nothing is open.")]


def written_lines(one: Followup, ref: str, batch: str, *, language: str) -> list[Line]:
    """Return a promise as it was understood, with the weekday and ISO date of its day."""
    told = [
        (_("we owe") if one.by == US else _("they owe"), one.what),
        (_("to") if one.by == US else _("who"), one.whose),
        (_("kind"), "" if one.kind == "promise" else _(one.kind)),
        (_("due"), _due(one, language)),
        (_("waits on"), one.via or ""),
        (_("channel"), _(one.channel) if one.channel else ""),
        (_("ref"), ref),
    ]
    return [*facts(told), saved(batch)]


def closed_lines(
    items: Sequence[Followup], refs: Mapping[str, str], batch: str, *, today: date
) -> list[Line]:
    """Return how each promise ended, and how to take it back."""
    lines: list[Line] = []
    for one in items:
        style = "good" if one.state in {KEPT, WAIVED} else "late"
        whose = f"  {one.whose}" if one.whose else ""
        lines.append(
            [
                (_ended(one, today), style),
                (f"  {one.what}{whose}", ""),
                (f"  {refs[one.ref]}", "faint"),
            ]
        )
        lines += [f"  {text}" for text in (one.proof, one.why) if text]
    return [*lines, saved(batch)]


def standing(one: Followup, today: date, language: str) -> str:
    """Return how a promise stands in few words: late, assumed, put off, whom it waits on."""
    if not one.is_open:
        return _ended(one, today)
    words = []
    if one.due_on and one.due_on < today.isoformat() and one.kind != CHECK_IN:
        words.append(_days_late((today - date.fromisoformat(one.due_on)).days))
    elif one.is_assumed:
        words.append(_("assumed"))
    if one.snoozed_until and one.snoozed_until > today.isoformat():
        until = iso_short(one.snoozed_until, today, language)
        words.append(_("put off to {day}").format(day=until))
    if one.via:
        words.append(_("ask {name}").format(name=one.via))
    return listed(words)


def _columns(
    heading: str,
    items: Sequence[Followup],
    names: Mapping[str, str],
    refs: Mapping[str, str],
    *,
    today: date,
    language: str,
) -> list[Line]:
    return table(
        (heading, _("Who"), _("What"), _("How it stands"), _("Ref")),
        [
            (
                iso_short(one.due_on, today, language),
                names.get(one.provider_ref or "", one.whose),
                one.what,
                standing(one, today, language),
                refs[one.ref],
            )
            for one in items
        ],
    )


def _due(one: Followup, language: str) -> str:
    if not one.due_on:
        return ""
    day = iso_words(one.due_on, language)
    return _("{day}, assumed").format(day=day) if one.is_assumed else day


def _ended(one: Followup, today: date) -> str:
    if one.state == LATE and one.due_on:
        closed = date.fromisoformat(one.closed_on) if one.closed_on else today
        days = _days_late((closed - date.fromisoformat(one.due_on)).days)
        return _("kept, {late}").format(late=days)
    return _(one.state)


def _days_late(days: int) -> str:
    return ngettext("{days} day late", "{days} days late", days).format(days=days)


def _named(ref: str | None, name: str | None) -> dict[str, str] | None:
    return {"ref": ref, "name": name} if ref and name else None
