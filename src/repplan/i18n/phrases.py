"""Words put together the way the screen's language does: in a row, as a place, in brackets.

A sentence is one message with places; what is only a row of facts is put together here.
"""

from __future__ import annotations

import re
from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.errors import MissingValue
from repplan.text import as_word, clip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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


def quoted(said: str) -> str:
    """Return somebody's own words, marked as such in the reader's language."""
    # L10n: somebody's own words, marked as such.
    return _('"{said}"').format(said=said)


def choice_word(column: str, choice: str) -> str:
    """Return a choice of a field in words; one that means another thing elsewhere by its column."""
    said = pgettext(column, choice)
    return said if said != choice else _(choice)


def message_of(error: RepplanError) -> str:
    """Return the sentence that an error tells a person; what is missing begins it, large."""
    text = _filled(_(error.message), error)
    is_named = error.message.startswith(MissingValue.message[:-1])
    return text[:1].upper() + text[1:] if is_named else text


def hint_of(error: RepplanError) -> str:
    """Return what a person can do about an error; empty where it says nothing of that.

    A place of a command (WHO) is what was typed for it, else named in the screen's language.
    """
    if not error.hint:
        return ""
    typed = error.typed_for

    def placed(text: str) -> str:
        # Behind the facts, between signs that nobody can type: what was typed may hold braces.
        return re.sub(
            r"\b[A-Z]{2,}\b",
            lambda place: f"\0{place[0]}\0" if typed.get(place[0]) else _(place[0]),
            text,
        )

    text = _filled(placed(_(error.hint)), error, as_word, placed)
    return re.sub("\0([A-Z]+)\0", lambda place: as_word(clip(typed[place[1]], _RECOGNISED)), text)


def _filled(
    message: str,
    error: RepplanError,
    shape: Callable[[str], str] = str,
    placed: Callable[[str], str] = str,
) -> str:
    """Return a translated sentence with its facts.

    ``shape`` is for words that were typed, ``placed`` for those that are ours.
    """
    facts = error.facts()
    for name in _TYPED:
        if isinstance(facts.get(name), str):
            facts[name] = shape(clip(str(facts[name]), _RECOGNISED))
    for name in error.words:
        facts[name] = placed(choice_word("column", str(facts[name]))) if facts[name] else ""
    return message.format(**facts)
