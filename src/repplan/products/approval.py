"""How long something may be said or shown, in words and for scripts: for views alone."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.i18n.daysshown import iso_words
from repplan.records import facts

if TYPE_CHECKING:
    from repplan.cli.show import Span
    from repplan.products.model import Material, Message, Objection

_HIDDEN = frozenset({"id", "product_id"})


def said_json(one: Message | Objection | Material, today: str) -> dict[str, object]:
    """Return what is said of a product as JSON: the fields of the record, and its state.

    ``state``: approved, expired or retired.
    """
    answer = {name: value for name, value in facts(one).items() if name not in _HIDDEN}
    return {**answer, "state": state(one, today)}


def state(one: Message | Objection | Material, today: str) -> str:
    """Return whether it may be used on a day (ISO): approved, expired or retired."""
    if one.retired_on is not None:
        return "retired"
    return "expired" if one.expires_on is not None and one.expires_on < today else "approved"


def approval(one: Message | Objection | Material, today: str, language: str) -> Span:
    """Return what a screen says of it, with its style: until when, or since when no more."""
    if one.retired_on is not None:
        return _("retired {day}").format(day=iso_words(one.retired_on, language)), "faint"
    if one.expires_on is None:
        return _("approved, no end"), "faint"
    if one.expires_on < today:
        return _("approval ran out {day}").format(day=iso_words(one.expires_on, language)), "late"
    return _("approved until {day}").format(day=iso_words(one.expires_on, language)), "faint"
