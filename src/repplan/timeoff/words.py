"""Time off in words: when it is, what it is, a day off on a line."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.i18n.daysshown import show_day
from repplan.i18n.phrases import choice_word, with_note
from repplan.timeoff.model import BUSY, FROM_FILE

if TYPE_CHECKING:
    from datetime import date

    from repplan.timeoff.model import TimeOff


def when_words(one: TimeOff, today: date, language: str) -> str:
    """Return its days, with the hours where it takes hours: ``Thu 26 Nov``, ``Fri 27 Nov 13:00-15:00``."""
    first, last = show_day(one.first, today, language), show_day(one.written_last, today, language)
    if one.kind != BUSY:
        return first if one.first == one.written_last else f"{first} - {last}"
    if one.first == one.written_last:
        return f"{first} {one.from_time}-{one.until_time}"
    return f"{first} {one.from_time} - {last} {one.until_time}"


def kind_words(one: TimeOff) -> str:
    """Return what kind of time it is, and what it is: ``holiday (Thanksgiving)``."""
    return with_note(choice_word("time off", one.kind), one.what)


def source_words(one: TimeOff) -> str:
    """Return where it comes from; empty where the rep wrote it down."""
    return _("calendar file") if one.source == FROM_FILE else one.source
