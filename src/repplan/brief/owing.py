"""What we owe them, what they owe us, and what today is for."""

from __future__ import annotations

from datetime import date, timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.brief.model import OWED, THEY, TODAY
from repplan.config import read_settings
from repplan.day import BriefItem
from repplan.followups import queries as followups
from repplan.followups.model import CHECK_IN
from repplan.i18n.clocks import late_words
from repplan.i18n.phrases import listed, quoted, with_note
from repplan.inquiries.model import ANSWERED
from repplan.objectives.rules import smart

if TYPE_CHECKING:
    from repplan.brief.door import Door
    from repplan.followups.model import Followup
    from repplan.objectives.model import Objective


def owed(door: Door) -> list[BriefItem]:
    """Return our open promises, the latest first, then theirs.

    Of a person also those to the group where the visit is, and where they mainly work: these bear
    the account's name.
    """
    found = followups.open_of_provider(door.db, door.provider.id) if door.provider else []
    main = [one.account_id for one in door.places[:1]]
    for account_id in filter(None, dict.fromkeys((door.account_id, *main))):
        found += followups.open_of_account(door.db, account_id)
    found = [one for one in found if not _is_ahead(door, one)]
    found.sort(key=lambda one: (one.due_on or "9999", one.ref))
    # What is with medical affairs is no answer of ours: it stands among the stops.
    asked = {one.followup_id: one.state for one in door.inquiries}
    found = [one for one in found if asked.get(one.id) in {None, ANSWERED}]
    ours = [_item(door, one, OWED, is_answered=one.id in asked) for one in found if one.by == "us"]
    return ours + [_item(door, one, THEY) for one in found if one.by == "them"]


def objective(door: Door) -> list[BriefItem]:
    """Return the open objectives, the planned visit's first, each with what it lacks."""
    return [_objective(door, one) for one in (door.talk.objectives if door.talk else ())]


def _is_ahead(door: Door, one: Followup) -> bool:
    """Whether it is a check-in of a later week: this visit is too early for it."""
    if one.kind != CHECK_IN or not one.due_on:
        return False
    days = read_settings(door.db).number("due.ahead")
    return date.fromisoformat(one.due_on) > door.on + timedelta(days)


def _item(door: Door, one: Followup, label: str, *, is_answered: bool = False) -> BriefItem:
    overdue = (door.today - date.fromisoformat(one.due_on)).days if one.due_on else 0
    to_group = one.account if door.provider and not one.provider_id else None
    parts = [with_note(one.what, to_group)]
    if one.kind == "question" and label == OWED:
        parts[0] = with_note(quoted(one.what), to_group)
        parts.append(
            _("medical affairs answered: hand over") if is_answered else _("a question: answer it")
        )
    if one.due_on and overdue > 0:
        parts.append(late_words(overdue))
    elif one.due_on:
        parts.append(_("today") if overdue == 0 else door.day(one.due_on))
    if one.via:
        parts.append(_("waits on {name}").format(name=one.via))
    is_ours = label == OWED
    return BriefItem(
        label=label,
        text=listed(parts),
        ref=one.ref,
        style="late" if overdue > 0 and is_ours else "",
        is_kept=is_ours,
        facts=(
            ("by", one.by),
            ("kind", one.kind),
            ("due_on", one.due_on),
            ("overdue_days", max(overdue, 0)),
        ),
    )


def _objective(door: Door, one: Objective) -> BriefItem:
    lacks = smart(one, door.today)
    text = one.what
    if one.until_on:
        text = _("{what} by {day}").format(what=text, day=door.day(one.until_on))
    judged = (
        _("lacks: {what}").format(what=listed(_(lack.criterion.value) for lack in lacks))
        if lacks
        else _("SMART: complete")
    )
    return BriefItem(
        label=TODAY,
        text=f"{text} | {judged}",
        ref=one.ref,
        facts=(("until_on", one.until_on), ("lacks", [lack.criterion.value for lack in lacks])),
    )
