"""Inquiries on the screen and as JSON."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.show import facts, saved, table
from repplan.clock import from_instant
from repplan.i18n.clocks import moment_iso
from repplan.i18n.daysshown import iso_short, iso_words, show_day
from repplan.i18n.phrases import with_note
from repplan.inquiries.model import ANSWERED, OPEN, SENT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from repplan.cli.show import Line
    from repplan.inquiries.model import Inquiry

_FACTS = (
    "ref", "state", "question", "product", "answer_by", "routed_to", "asked_on", "sent_at",
    "answered_on", "answer", "handed_on", "why",
)  # fmt: skip


def inquiry_json(one: Inquiry) -> dict[str, object]:
    """Return an inquiry as JSON."""
    return {
        **{name: getattr(one, name) for name in _FACTS},
        "unsolicited": one.is_unsolicited,
        "provider": {"ref": one.provider_ref, "name": one.provider},
        "visit": one.visit_ref,
        "follow_up": one.followup_ref,
    }


def inquiry_lines(one: Inquiry, ref: str, *, language: str) -> list[Line]:
    """Return an inquiry, one fact a line, the question first, word for word."""
    sent = moment_iso(from_instant(one.sent_at), language) if one.sent_at else ""
    asked = iso_words(one.asked_on, language)
    told = [
        (_("asked by"), one.provider),
        (_("asked on"), asked if one.is_unsolicited else with_note(asked, _("prompted"))),
        (_("product"), one.product or ""),
        (_("answer by"), _(one.answer_by) if one.answer_by else ""),
        (_("to"), one.routed_to or ""),
        (_("sent"), sent),
        (_("answered"), iso_words(one.answered_on, language)),
        (_("answer"), one.answer or ""),
        (_("handed over"), iso_words(one.handed_on, language)),
        (_("withdrawn"), one.why or ""),
    ]
    return [[(one.question, "head"), (f"  {ref}", "faint")], *facts(told)]


def written_lines(one: Inquiry, ref: str, batch: str, *, language: str) -> list[Line]:
    """Return what was written of an inquiry, what is next, and how to take it back."""
    # L10n: the commands stay as they are.
    steps = {
        OPEN: _("Send it: repplan inquiry send {ref}      Don't answer it yourself."),
        SENT: _("When medical affairs replies: repplan inquiry answer {ref} TEXT"),
        ANSWERED: _("Hand it over, then: repplan inquiry hand {ref}"),
    }
    lines = inquiry_lines(one, ref, language=language)
    if one.state in steps:
        lines.append(steps[one.state].format(ref=ref))
    return [*lines, saved(batch)]


def sent_lines(ref: str, path: str) -> list[Line]:
    """Return that an inquiry went out, and that it stands as it did."""
    said = _("Written to {path}.").format(path=path) + " " if path else ""
    locked = _("It counts as sent now and is locked: undo can't take it back.")
    step = _("When medical affairs replies: repplan inquiry answer {ref} TEXT").format(ref=ref)
    return [said + locked, step]


def inquiry_table(
    found: Sequence[Inquiry], refs: Mapping[str, str], *, today: date, language: str
) -> list[Line]:
    """Return inquiries in columns, those that wait first."""
    if not found:
        return [_("No question waits for medical affairs.")]
    return table(
        (_("How it stands"), _("Asked"), _("Who"), _("Question"), _("Ref")),
        [
            (
                _stands(one, today, language),
                iso_short(one.asked_on, today, language),
                one.provider,
                one.question,
                refs[one.ref],
            )
            for one in found
        ],
    )


def _stands(one: Inquiry, today: date, language: str) -> str:
    """Return how an inquiry stands in few words: "sent Mon 23 Nov"."""
    if one.state == OPEN:
        return _("to send")
    if one.state == SENT and one.sent_at:
        day = show_day(from_instant(one.sent_at).date(), today, language)
        # L10n: stands in a narrow column: when it went to medical affairs.
        return _("sent {day}").format(day=day)
    if one.state == ANSWERED:
        return _("answered: hand over")
    return _(one.state)
