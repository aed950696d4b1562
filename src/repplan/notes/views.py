"""Notes on the screen and as JSON."""

from __future__ import annotations

import dataclasses
from datetime import date
from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.cli.show import facts, saved
from repplan.i18n.dates import show_day, show_day_iso
from repplan.i18n.phrases import clauses, with_note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.cli.show import Line
    from repplan.notes.model import Note

_HIDDEN = {"id", "provider_id", "visit_id"}


def note_json(one: Note) -> dict[str, object]:
    """Return a note as JSON: the fields of the record; a personal one without its text."""
    answer = {key: value for key, value in dataclasses.asdict(one).items() if key not in _HIDDEN}
    return {**answer, "text": None if one.is_personal else one.text}


def note_lines(
    name: str,
    notes: Sequence[Note],
    kept_apart: int,
    refs: Mapping[str, str],
    *,
    today: date,
    language: str,
) -> list[Line]:
    """Return a provider's notes, the newest first, and how many personal ones are kept apart."""
    lines: list[Line] = [[(name, "head")]]
    if not notes:
        lines.append(_("No notes yet."))
    lines += facts(
        (
            show_day(date.fromisoformat(one.noted_on), today, language),
            _text(one, refs[one.ref], language),
        )
        for one in notes
    )
    if kept_apart:
        text = ngettext(
            "{count} personal note is kept, apart and not shown yet.",
            "{count} personal notes are kept, apart and not shown yet.",
            kept_apart,
        )
        lines.append([(text.format(count=kept_apart), "faint")])
    return lines


def written_lines(name: str, one: Note, ref: str, batch: str, *, language: str) -> list[Line]:
    """Return what was kept, and how to take it back. A personal note isn't repeated."""
    head = _("{name}: kept apart, as personal") if one.is_personal else _("{name}: kept")
    lines: list[Line] = [[(head.format(name=name), "head"), (f"  {ref}", "faint")]]
    if not one.is_personal:
        lines.append(f"  {one.text}")
    if one.expires_on:
        lines.append("  " + _until(one.expires_on, language))
    lines.append(saved(batch))
    return lines


def _text(one: Note, ref: str, language: str) -> str:
    source = {"told": _("they said so"), "public": _("public")}.get(one.source or "", "")
    until = _until(one.expires_on, language) if one.expires_on else ""
    return f"{with_note(one.text, clauses((source, until)))} {ref}"


def _until(expires_on: str, language: str) -> str:
    return _("until {day}").format(day=show_day_iso(date.fromisoformat(expires_on), language))
