"""Key messages on the screen and as JSON: claim and limitation always together."""

from __future__ import annotations

import dataclasses
from datetime import date
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.show import facts, label, saved, screen_width, value
from repplan.i18n.dates import show_day_iso
from repplan.i18n.phrases import choice_word, clauses, listed
from repplan.products.approval import approval, said_json
from repplan.products.model import MESSAGE_FIELDS
from repplan.products.timing import too_slow
from repplan.text import pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.cli.show import Line
    from repplan.fields import Cell
    from repplan.products.model import Message

_LEFT = 9
"""Cells of the left column: a ref, the word before a limitation."""


def message_json(one: Message, today: str) -> dict[str, object]:
    """Return a message as JSON: the fields of the record, and its state."""
    return said_json(one, today)


def message_lines(one: Message, ref: str, *, today: str, language: str) -> list[Line]:
    """Return a message, one fact a line."""
    told = [
        (label(field), value(field, getattr(one, field.column)))
        for field in MESSAGE_FIELDS
        if field.column not in {"roles", "expires_on"}
    ]
    told.append((_("for"), _roles(one)))
    told.append((_("approval"), approval(one, today, language)[0]))
    if one.updated_on:
        told.append((_("changed"), show_day_iso(date.fromisoformat(one.updated_on), language)))
    told.append((_("pack"), listed((one.pack, one.code))))
    return [[(one.product, "head"), (f"  {ref}", "faint")], *facts(told)]


def written_lines(one: Message, ref: str, batch: str, *, today: str, language: str) -> list[Line]:
    """Return what was written about a message, what is too long to say, and how to take it back."""
    slow: list[Line] = [[(text, "warn")] for text in slow_words(dataclasses.asdict(one))]
    return [*message_lines(one, ref, today=today, language=language), *slow, saved(batch)]


def slow_words(cells: Mapping[str, Cell]) -> list[str]:
    """Return, of each text of a message that takes much longer than it is called, that it does."""
    text = _("The text for {depth} takes about {seconds} s to read aloud: shorten it.")
    return [text.format(depth=depth, seconds=seconds) for depth, seconds in too_slow(cells)]


def message_list(
    found: Sequence[Message], refs: Mapping[str, str], *, today: str, language: str
) -> list[Line]:
    """Return messages under their products, each claim with its limitation."""
    if not found:
        return [_("No message fits. Add one: repplan message add PRODUCT")]
    lines: list[Line] = []
    for number, one in enumerate(found):
        if number == 0 or found[number - 1].product != one.product:
            lines.append([(one.product, "head")])
        lines += claim_lines(one, refs[one.ref], today=today, language=language)
    return lines


def claim_lines(one: Message, ref: str, *, today: str, language: str) -> list[Line]:
    """Return a message in short: claim, limitation, for whom and until when."""
    room = max(screen_width() - _LEFT - 2, 20)
    # L10n: stands before the limitation of a claim, in a column 8 cells wide.
    but = _("but:")
    lines: list[Line] = []
    for head, style, text in ((ref, "faint", one.claim), (but, "warn", one.limitation)):
        first, *rest = wrap(text, room)
        lines.append([("  " + pad(head, _LEFT), style), (first, "")])
        lines.extend(" " * (_LEFT + 2) + part for part in rest)
    words, style = approval(one, today, language)
    audience = clauses((_roles(one), listed(one.specialties), _angle(one)))
    indent = " " * (_LEFT + 2)
    if audience and width(audience) + 2 + width(words) <= room:
        lines.append([(indent + audience + _("; "), "faint"), (words, style)])
        return lines
    lines.extend([(indent + part, "faint")] for part in wrap(audience, room))
    lines.append([(indent + words, style)])
    return lines


def _roles(one: Message) -> str:
    return listed(choice_word("role", role) for role in one.roles)


def _angle(one: Message) -> str:
    return choice_word("angle", one.angle) if one.angle else ""
