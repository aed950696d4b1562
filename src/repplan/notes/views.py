"""Notes on the screen and as JSON."""

from __future__ import annotations

import dataclasses
from gettext import gettext as _
from gettext import ngettext, pgettext
from typing import TYPE_CHECKING

from repplan.cli.show import facts, saved
from repplan.i18n.daysshown import iso_short, iso_words, show_yearly
from repplan.i18n.phrases import clauses, with_note
from repplan.notes.model import PERSONAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from repplan.cli.show import Line
    from repplan.notes.model import Note

_HIDDEN = {"id", "provider_id", "visit_id"}
_PRIVATE = {"topic", "text", "happened_on", "yearly"}
"""What of a personal note is told only where it is asked for."""


def note_json(one: Note, *, with_personal: bool = False) -> dict[str, object]:
    """Return a note as JSON: the fields of the record; a personal one without what it tells."""
    is_apart = one.is_personal and not with_personal
    return {
        key: None if is_apart and key in _PRIVATE else value
        for key, value in dataclasses.asdict(one).items()
        if key not in _HIDDEN
    }


def note_lines(
    name: str,
    notes: Sequence[Note],
    kept_apart: int,
    refs: Mapping[str, str],
    *,
    today: date,
    language: str,
) -> list[Line]:
    """Return a provider's notes, the newest first, and how many personal ones are kept apart.

    Personal ones are shown as they are given: ``kept_apart`` 0 says that they were asked for.
    """
    lines: list[Line] = [[(name, "head")]]
    if not notes:
        lines.append(_("No notes yet."))
    lines += facts(
        (
            iso_short(one.noted_on, today, language),
            f"{note_text(one, today=today, language=language)} {refs[one.ref]}",
        )
        for one in notes
    )
    if kept_apart:
        lines.append([(apart_words(kept_apart), "faint")])
    return lines


def apart_words(count: int) -> str:
    """Return how many personal notes there are, and how to ask for them."""
    text = ngettext(
        "{count} personal note is kept apart (note list WHO --personal).",
        "{count} personal notes are kept apart (note list WHO --personal).",
        count,
    )
    return text.format(count=count)


def note_text(one: Note, *, today: date, language: str) -> str:
    """Return what a note says, with its topic before it, and behind it how it is known."""
    source = {"told": _("they said so"), "public": _("public")}.get(one.source or "", "")
    happened = iso_short(one.happened_on, today, language)
    topic = pgettext("topic", one.topic) if one.topic else ""
    text = f"{topic}: {one.text}" if topic else one.text
    return with_note(text, clauses((happened, source, *_ends(one, language))))


def written_lines(name: str, one: Note, ref: str, batch: str, *, language: str) -> list[Line]:
    """Return what was kept, and how to take it back. A personal note isn't repeated."""
    head = _("{name}: kept apart, as personal") if one.is_personal else _("{name}: kept")
    lines: list[Line] = [[(head.format(name=name), "head"), (f"  {ref}", "faint")]]
    if not one.is_personal:
        lines.append(f"  {one.text}")
    lines += [f"  {text}" for text in _ends(one, language)]
    lines.append(saved(batch))
    return lines


def retired_lines(name: str, one: Note, ref: str, batch: str) -> list[Line]:
    """Return that a note counts no longer, and how to take it back."""
    head = _("{name}: counts no longer").format(name=name)
    text = [] if one.kind == PERSONAL else [f"  {one.text}"]
    return [[(head, "head"), (f"  {ref}", "faint")], *text, saved(batch)]


def _ends(one: Note, language: str) -> list[str]:
    """The day that comes back, and the last one on which it counts."""
    found = []
    if one.yearly:
        found.append(_("every year on {day}").format(day=show_yearly(one.yearly, language)))
    if one.expires_on:
        day = iso_words(one.expires_on, language)
        found.append(_("until {day}").format(day=day))
    return found
