"""What is possible instead of a visit that a rule refuses, in a few words: for the queue."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.i18n.daysshown import show_day

if TYPE_CHECKING:
    from datetime import date

    from repplan.can.model import Reason


def queue_step(reason: Reason, today: date, language: str) -> str:
    """Return the next step for a narrow column of the queue, where a visit is refused today."""
    if reason.rule == "state.no-see":
        return _("sees no reps: write, call")
    if reason.rule.startswith("reception.filing"):
        return _("our filing first")
    if reason.next_on is None:
        return _("not now: repplan can says why")
    day = show_day(reason.next_on, today, language)
    if reason.rule == "reception.lead":
        return _("apply for {day}").format(day=day)
    if reason.rule.startswith("reception."):
        return _("plan it for {day}").format(day=day)
    return _("not before {day}").format(day=day)
