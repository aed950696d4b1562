"""Words put together the way the screen's language does: in a row, as a place, in brackets.

A sentence is one message with places; what is only a row of facts is put together here.
"""

from __future__ import annotations

from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.text import clip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from repplan.errors import RepplanError


_TYPED = ("said", "value")
"""Facts that repeat what was typed: as much of them as one needs to recognise it."""

_RECOGNISED = 100
"""Cells."""


def listed(parts: Iterable[str | None]) -> str:
    """Return words in a row, without the empty ones: ``a, b``."""
    # L10n: stands between the words of a row: "seen 14 min, agreed with Dana".
    return _(", ").join(part for part in parts if part)


def clauses(parts: Iterable[str | None]) -> str:
    """Return longer texts in a row, without the empty ones: ``a, b; c``."""
    # L10n: stands between the parts of a row that may hold commas themselves.
    return _("; ").join(part for part in parts if part)


def placed(parts: Iterable[str | None]) -> str:
    """Return the parts of a place, the largest first, each once: ``hospital, floor, room``."""
    # L10n: stands between account, department, floor and room.
    between = pgettext("place", ", ")
    return between.join(dict.fromkeys(part for part in parts if part))


def with_note(text: str, note: str | None) -> str:
    """Return a text with a remark in brackets behind it; without a remark the text alone."""
    return _("{text} ({note})").format(text=text, note=note) if note else text


def choice_word(column: str, choice: str) -> str:
    """Return a choice of a field in words; one that means another thing elsewhere by its column."""
    said = pgettext(column, choice)
    return said if said != choice else _(choice)


def message_of(error: RepplanError) -> str:
    """Return the sentence that an error tells a person."""
    return _filled(error.message, error)


def hint_of(error: RepplanError) -> str:
    """Return what a person can do about an error; empty where it says nothing of that."""
    return _filled(error.hint, error) if error.hint else ""


def _filled(message: str, error: RepplanError) -> str:
    facts = error.facts()
    for name in _TYPED:
        if isinstance(facts.get(name), str):
            facts[name] = clip(str(facts[name]), _RECOGNISED)
    for name in error.words:
        facts[name] = choice_word("column", str(facts[name])) if facts[name] else ""
    return _(message).format(**facts)
