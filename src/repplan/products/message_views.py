"""Key messages on the screen and as JSON: claim and limitation always together."""

from __future__ import annotations

import dataclasses
from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.cli.show import facts
from repplan.i18n.phrases import choice_word, clauses, listed
from repplan.products.approval import approval
from repplan.products.model import MESSAGE_FIELDS
from repplan.products.said_views import (
    INDENT,
    beside,
    field_rows,
    right_room,
    state_rows,
    under_products,
)
from repplan.products.timing import too_slow
from repplan.text import width, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.cli.show import Line
    from repplan.products.model import Message


def message_lines(one: Message, ref: str, *, today: str, language: str) -> list[Line]:
    """Return a message, one fact a line."""
    told = [
        *field_rows(one, MESSAGE_FIELDS, without=("roles", "expires_on")),
        (pgettext("audience", "for"), _roles(one)),
        *state_rows(one, today=today, language=language),
    ]
    return [[(one.product, "head"), (f"  {ref}", "faint")], *facts(told)]


def slow_lines(one: Message) -> list[Line]:
    """Return, of each text of a message that takes much longer than it is called, that it does."""
    text = _("The text for {depth} takes about {seconds} s to read aloud: shorten it.")
    return [
        [(text.format(depth=depth, seconds=seconds), "warn")]
        for depth, seconds in too_slow(dataclasses.asdict(one))
    ]


def message_list(
    found: Sequence[Message], refs: Mapping[str, str], *, today: str, language: str
) -> list[Line]:
    """Return messages under their products, each claim with its limitation."""
    if not found:
        return [_("No message fits. Add one: repplan message add PRODUCT")]
    return under_products(found, refs, claim_lines, today=today, language=language)


def claim_lines(one: Message, ref: str, *, today: str, language: str) -> list[Line]:
    """Return a message in short: claim, limitation, for whom and until when."""
    # L10n: stands before the limitation of a claim, in a column 8 cells wide.
    but = _("but:")
    lines = beside(((ref, "faint"), one.claim), ((but, "warn"), one.limitation))
    words, style = approval(one, today, language)
    audience = clauses((_roles(one), listed(one.specialties), _angle(one)))
    room = right_room()
    if audience and width(audience) + 2 + width(words) <= room:
        lines.append([(INDENT + audience + _("; "), "faint"), (words, style)])
        return lines
    lines.extend([(INDENT + part, "faint")] for part in wrap(audience, room))
    lines.append([(INDENT + words, style)])
    return lines


def _roles(one: Message) -> str:
    return listed(choice_word("role", role) for role in one.roles)


def _angle(one: Message) -> str:
    return choice_word("angle", one.angle) if one.angle else ""
