"""What the screens of messages, objections and materials have in common: for their views alone."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, TypeVar

from repplan.cli.show import label, screen_width, value
from repplan.i18n.daysshown import iso_words
from repplan.i18n.phrases import listed
from repplan.products.approval import approval
from repplan.products.model import Message, Objection
from repplan.text import pad, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from repplan.cli.show import Line, Span
    from repplan.fields import Field
    from repplan.products.model import Material

    Row = tuple[str, str]

OfProduct = TypeVar("OfProduct", Message, Objection)

_LEFT = 9
"""Cells of the left column: a ref, the word before a limitation or an answer."""

INDENT = " " * (_LEFT + 2)
"""What stands before the lines beside the left column."""


def field_rows(
    one: Message | Objection | Material, fields: Iterable[Field], *, without: Collection[str]
) -> list[Row]:
    """Return each field's name and value on the screen; ``without`` these columns."""
    return [
        (label(field), value(field, getattr(one, field.column)))
        for field in fields
        if field.column not in without
    ]


def state_rows(
    one: Message | Objection | Material, *, today: str, language: str
) -> tuple[Row, Row, Row]:
    """Return until when it is approved, the day it last changed, and where it came from."""
    return (
        (_("approval"), approval(one, today, language)[0]),
        (_("changed"), iso_words(one.updated_on, language)),
        (_("pack"), listed((one.pack, one.code))),
    )


def under_products(
    found: Sequence[OfProduct],
    refs: Mapping[str, str],
    short_lines: Callable[..., list[Line]],
    *,
    today: str,
    language: str,
) -> list[Line]:
    """Return those found, each in short, under the names of their products."""
    lines: list[Line] = []
    for number, one in enumerate(found):
        if number == 0 or found[number - 1].product != one.product:
            lines.append([(one.product, "head")])
        lines += short_lines(one, refs[one.ref], today=today, language=language)
    return lines


def beside(*rows: tuple[Span, str]) -> list[Line]:
    """Return texts, each beside its styled head in the left column, broken where they are long."""
    lines: list[Line] = []
    for (head, style), text in rows:
        first, *rest = wrap(text, right_room())
        lines.append([("  " + pad(head, _LEFT), style), (first, "")])
        lines.extend(INDENT + part for part in rest)
    return lines


def right_room() -> int:
    """Return the cells beside the left column."""
    return max(screen_width() - len(INDENT), 20)
