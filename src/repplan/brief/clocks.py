"""What runs or waits elsewhere for this person: safety clocks, questions with medical affairs."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.brief.model import STOP
from repplan.clock import from_instant
from repplan.day import BriefItem
from repplan.i18n.clocks import clock_words, moment_words, report_by
from repplan.i18n.daysshown import show_day
from repplan.i18n.phrases import quoted
from repplan.inquiries.model import ANSWERED, OPEN
from repplan.safety import queries as safety
from repplan.text import clip

if TYPE_CHECKING:
    from repplan.brief.door import Door
    from repplan.inquiries.model import Inquiry
    from repplan.safety.model import SafetyReport

_SAID = 60
"""Cells of somebody's words in a line of stops."""


def clock_stops(door: Door) -> list[BriefItem]:
    """Return what must be reported first of all, then what only medical affairs answers."""
    if door.provider is None:
        return []
    return [
        *(_report(door, one) for one in safety.of_provider(door.db, door.provider.id)),
        *(_asked(door, one) for one in door.inquiries if one.state != ANSWERED),
    ]


def _report(door: Door, one: SafetyReport) -> BriefItem:
    due, heard, now = from_instant(one.due_at), from_instant(one.heard_at), door.clock.now
    text = _("safety clock, {left}: {what}, heard {moment}: {step}").format(
        left=clock_words(due, now),
        what=clip(one.what, _SAID),
        moment=moment_words(heard, now, door.language),
        step=report_by(due, now, door.language),
    )
    facts = (("kind", "safety"), ("heard_at", one.heard_at), ("due_at", one.due_at))
    return BriefItem(STOP, text, one.ref, "late", is_kept=True, facts=facts)


def _asked(door: Door, one: Inquiry) -> BriefItem:
    said = quoted(clip(one.question, _SAID))
    if one.state == OPEN:
        text = _("{question} is for medical affairs, not sent yet: don't answer yourself")
    else:
        text = _("{question} asked, with medical affairs since {day}: don't answer yourself")
    sent_on = from_instant(one.sent_at).date() if one.sent_at else date.fromisoformat(one.asked_on)
    day = show_day(sent_on, door.today, door.language)
    return BriefItem(
        STOP,
        text.format(question=said, day=day),
        one.ref,
        "late",
        is_kept=True,
        facts=(("kind", "inquiry"), ("state", one.state), ("sent_at", one.sent_at)),
    )
