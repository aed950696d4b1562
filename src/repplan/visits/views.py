"""Visits on the screen and as JSON."""

from __future__ import annotations

from datetime import date, timedelta
from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.cli.show import facts, table, told_apart
from repplan.clock import from_instant
from repplan.followups.model import US
from repplan.i18n.clocks import minute_words
from repplan.i18n.dates import show_day, show_day_iso
from repplan.i18n.phrases import listed, placed, with_note
from repplan.text import clip
from repplan.visits.model import CANCELLED, FILED, GROUP, IN_PERSON, PLANNED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.cli.show import Line
    from repplan.followups.model import Followup
    from repplan.timeoff.model import Busy
    from repplan.visits.model import Raised, Talked, Visit, Wanted, WholeVisit

_ANSWER = 60
"""Cells of an answer where it is told beside its objection."""


def visit_json(one: WholeVisit) -> dict[str, object]:
    """Return a visit as JSON, with all that hangs on it: the same wherever a visit is told."""
    visit, objective = one.visit, one.objective
    return {
        "ref": visit.ref,
        "state": visit.state,
        "outcome": visit.outcome,
        "date": visit.on_date,
        "start": visit.start_at,
        "minutes_planned": visit.minutes_planned,
        "minutes": visit.minutes,
        "channel": visit.channel,
        "purpose": visit.purpose,
        "heads": visit.heads,
        "origin": visit.origin,
        "appointment": visit.appointment,
        "agreed_with": visit.agreed_with,
        "cancelled_by": visit.cancelled_by,
        "providers": [{"ref": who.ref, "name": who.name} for who in one.people],
        "account": one.account or None,
        "department": visit.department or None,
        "objective": {"ref": objective.ref, "what": objective.what} if objective else None,
        "said": visit.said,
        "agreed": visit.agreed,
        "reading": visit.reading,
        "rival": visit.rival,
        "products": [
            {"name": it.product, "reaction": it.reaction, "said": it.said} for it in one.talked
        ],
        "objections": [raised_json(it) for it in one.raised],
        "value_given": list(one.given),
        "next_on": visit.next_on,
        "typed": visit.typed,
        "follow_ups": [_followup_json(item) for item in one.followups],
    }


def raised_json(it: Raised) -> dict[str, object]:
    """Return an objection as JSON, the same in a log and in a visit."""
    return {
        "said": it.said,
        "kind": it.kind,
        "objection": it.objection,
        "answer": it.answer,
        "landed": it.has_landed,
    }


def raised_text(it: Raised) -> str:
    """Return an objection with the answer that was given, its kind and whether that landed."""
    landed = {True: _("it landed"), False: _("it didn't land")}.get(it.has_landed is True)
    kind = _(it.kind) if it.kind else ""
    said = f"{it.said} -> {clip(it.answer, _ANSWER)}" if it.answer else it.said
    return with_note(said, listed((kind, landed if it.has_landed is not None else "")))


def visit_lines(one: WholeVisit, language: str) -> list[Line]:
    """Return a visit whole: who, when and how it stands, then a line for each thing known."""
    visit = one.visit
    ours = [item for item in one.followups if item.by == US and item.kind != "question"]
    asked = [item for item in one.followups if item.by == US and item.kind == "question"]
    theirs = [item for item in one.followups if item.by != US]
    next_on = show_day_iso(date.fromisoformat(visit.next_on), language) if visit.next_on else ""
    told = [
        (_("at"), placed((one.account, visit.department))),
        (_("how"), "" if visit.channel == IN_PERSON else _(visit.channel)),
        (_("purpose"), _(visit.purpose) if visit.purpose else ""),
        (_("origin"), _(visit.origin) if visit.origin else ""),
        (_("appointment"), _appointment(visit)),
        (_("objective"), one.objective.what if one.objective else ""),
        (_("because") if visit.state == CANCELLED else _("said"), visit.said or ""),
        (_("product"), "\n".join(_talked(it) for it in one.talked)),
        (_("objection"), "\n".join(raised_text(it) for it in one.raised)),
        (_("gave"), "\n".join(one.given)),
        (_("agreed"), visit.agreed or ""),
        (_("we will"), _items(ours, language)),
        (_("answer"), _items(asked, language)),
        (_("they will"), _items(theirs, language)),
        (_("next"), next_on),
        (_("my own reading"), visit.reading or ""),
        (_("rival"), visit.rival or ""),
        (_("sample"), visit.sample_text or ""),
    ]
    return [_head(one, language), *facts(told)]


def visit_table(visits: Sequence[WholeVisit], today: date, language: str) -> list[Line]:
    """Return visits in columns."""
    if not visits:
        return [_("No visit fits.")]
    headings = (_("Day"), _("Time"), _("Who"), _("Account"), _("State"), _("Ref"))
    people = (who for one in visits for who in one.people)
    names = told_apart((who.ref, who.short_name, who.name) for who in people)
    return table(
        headings,
        [
            (
                show_day(date.fromisoformat(one.visit.on_date), today, language),
                _time(one.visit),
                _group(one) or listed(names[who.ref] for who in one.people) or one.account,
                one.account,
                _state(one.visit),
                one.ref,
            )
            for one in visits
        ],
    )


def range_line(wanted: Wanted, language: str) -> str:
    """Return the days of a list as they were understood."""
    first = show_day_iso(date.fromisoformat(wanted.since), language) if wanted.since else ""
    if not wanted.until:
        return _("From {first} on:").format(first=first)
    last = show_day_iso(date.fromisoformat(wanted.until) - timedelta(1), language)
    if not first:
        return _("Up to {last}:").format(last=last)
    return _("From {first} to {last}:").format(first=first, last=last)


def left_out(count: int) -> Line:
    """Return the line under a list that was cut."""
    return [(_("+{count} (--all)").format(count=count), "faint")]


def plan_remarks(
    one: WholeVisit,
    clashes: Sequence[WholeVisit],
    taken: Sequence[Busy],
    *,
    is_working: bool,
    language: str,
) -> list[str]:
    """Return what speaks against the time of a planned visit, without keeping it from being."""
    when = _when(one.visit, language)
    remarks = []
    if not is_working:
        remarks.append(_("{when} is outside your working hours.").format(when=when))
    for other in clashes:
        told = f"{_who(other, is_short=True)} {_time(other.visit)}"
        remarks.append(_("It overlaps with {visit} ({ref}).").format(visit=told, ref=other.ref))
    for hours in taken:
        what = hours.what or pgettext("time off", "busy")
        told = f"{what} {minute_words(hours.from_min)}-{minute_words(hours.until_min)}"
        remarks.append(_("It overlaps with {visit} ({ref}).").format(visit=told, ref=hours.ref))
    return remarks


def amend_remarks(before: Visit, after: Visit) -> list[str]:
    """Return what to mind after a visit was amended."""
    remarks = []
    if before.state == FILED and after.state == FILED:
        remarks.append(_("It is filed: amend it in your company's system too."))
    has_moved = (before.on_date, before.start_at) != (after.on_date, after.start_at)
    is_fixed = before.appointment in {"agreed", "confirmed"}
    if has_moved and is_fixed and before.appointment == after.appointment:
        remarks.append(_("The old time was settled with them; is the new one? (--appointment)"))
    return remarks


def _head(one: WholeVisit, language: str) -> Line:
    visit = one.visit
    parts = [_when(visit, language)]
    if visit.minutes:
        parts.append(_minutes(visit))
    elif visit.minutes_planned:
        parts.append(_("{minutes} min").format(minutes=visit.minutes_planned))
    if visit.heads:
        parts.append(_("{heads} people").format(heads=visit.heads))
    if visit.state == FILED:
        parts.append(_("filed"))
    return [
        (f"{_who(one)}  ", "head"),
        (f"{_(visit.outcome or visit.state)}  ", "" if visit.state == PLANNED else "good"),
        (listed(parts), ""),
        (f"  {one.ref}", "faint"),
    ]


def _minutes(visit: Visit) -> str:
    if visit.minutes_planned:
        return _("{minutes} of {planned} min").format(
            minutes=visit.minutes, planned=visit.minutes_planned
        )
    return _("{minutes} min").format(minutes=visit.minutes)


def _who(one: WholeVisit, *, is_short: bool = False) -> str:
    names = [] if _group(one) else [who.short_name if is_short else who.name for who in one.people]
    return listed(names) or one.visit.department or one.account


def _group(one: WholeVisit) -> str:
    """What a visit to a group is called by: the department, else the account."""
    return (one.visit.department or one.account) if one.visit.origin == GROUP else ""


def _when(visit: Visit, language: str) -> str:
    return f"{show_day_iso(date.fromisoformat(visit.on_date), language)} {_time(visit)}".rstrip()


def _time(visit: Visit) -> str:
    return f"{from_instant(visit.start_at):%H:%M}" if visit.start_at else ""


def _state(visit: Visit) -> str:
    """How a visit stands, in a column: a planned one with its appointment."""
    if visit.state == PLANNED and visit.appointment:
        return listed((_(PLANNED), pgettext("appointment", visit.appointment)))
    return _(visit.outcome or visit.state)


def _appointment(visit: Visit) -> str:
    if visit.cancelled_by:
        return _("cancelled by us") if visit.cancelled_by == US else _("cancelled by them")
    if not visit.appointment:
        return ""
    if visit.agreed_with:
        state = pgettext("appointment", visit.appointment)
        return _("{state} with {name}").format(state=state, name=visit.agreed_with)
    return pgettext("appointment", visit.appointment)


def _items(items: Sequence[Followup], language: str) -> str:
    return "\n".join(_item(item, language) for item in items)


def _item(item: Followup, language: str) -> str:
    day = show_day_iso(date.fromisoformat(item.due_on), language) if item.due_on else ""
    due = with_note(day, _("assumed") if item.is_assumed else "")
    return _parts(item.what, due, "" if item.is_open else _(item.state))


def _talked(it: Talked) -> str:
    return _parts(it.product, pgettext("reaction", it.reaction) if it.reaction else "", it.said)


def _parts(*parts: str | None) -> str:
    return "  ".join(part for part in parts if part)


def _followup_json(item: Followup) -> dict[str, object]:
    return {
        "ref": item.ref,
        "by": item.by,
        "kind": item.kind,
        "what": item.what,
        "due_on": item.due_on,
        "assumed": item.is_assumed,
        "state": item.state,
    }
