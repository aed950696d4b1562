"""What was put off, on the screen and as JSON."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.show import saved
from repplan.followups.views import followup_json
from repplan.i18n.daysshown import show_day_iso

if TYPE_CHECKING:
    from repplan.cli.show import Line
    from repplan.due.snoozing import PutOff


def snoozed_lines(one: PutOff, language: str, batch: str) -> list[Line]:
    """Return what is put off until when, and how to take it back."""
    day = show_day_iso(one.until, language)
    if one.followup:
        name = f"{one.followup.whose}: {one.followup.what}"
    else:
        name = one.provider.name if one.provider else ""
    return [_("{what}  put off until {day}").format(what=name, day=day), saved(batch)]


def snoozed_json(one: PutOff, batch: str) -> dict[str, object]:
    """Return what was put off as JSON."""
    ref = one.followup.ref if one.followup else one.provider.ref if one.provider else None
    return {
        "ref": ref,
        "until": one.until.isoformat(),
        "follow_up": followup_json(one.followup) if one.followup else None,
        "batch": batch or None,
    }
