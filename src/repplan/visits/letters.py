"""What a rep sends: the request for an appointment, and the thank-you after a visit.

Never a claim, never what isn't theirs to read: own reading, personal notes, rivals, objections.
"""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.clock import from_instant
from repplan.errors import N_
from repplan.followups.model import US
from repplan.i18n.dates import show_day
from repplan.i18n.phrases import listed, placed
from repplan.text import fold
from repplan.visits.model import GROUP, IN_PERSON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.followups.model import Followup
    from repplan.providers.model import Provider
    from repplan.visits.model import Visit, WholeVisit

_DOCTORS = frozenset({"dr", "md", "do", "mbbs", "mbchb", "prof"})
"""Titles whose holders a letter calls doctor; others are called by their name."""

_MATTERS = {
    "talk": N_("It would be a short talk."),
    "case": N_("It would be about a case of yours."),
    "demo": N_("It would be a demonstration."),
    "training": N_("It would be a training."),
    "department meeting": N_("It would be for a department meeting."),
    "problem": N_("It would be to put a problem right."),
    "deliver": N_("There is something that I would like to hand to you."),
    "answer": N_("I would like to bring you the answer to a question of yours."),
    "learn": N_("I would like to hear your view."),
}
"""What a request says of a visit's purpose, or else of its objective's kind."""


def ask_text(one: WholeVisit, *, benefit: str, signed: str, language: str) -> str:
    """Return a polite request for the appointment: how long, when, what for.

    ``benefit`` is what they gain, in the rep's words; empty says nothing of it.
    """
    visit = one.visit
    minutes = visit.minutes_planned
    length = _("{minutes} minutes").format(minutes=minutes) if minutes else _("a few minutes")
    kind = visit.purpose or (one.objective.kind if one.objective else "")
    is_group = visit.origin == GROUP
    lines = [
        _("Dear {name},").format(name=_practice(one) if is_group else _salutation(one)),
        "",
        _("may I ask for {length} of your time on {when}?").format(
            length=length, when=_when(visit, language)
        ),
        _(_MATTERS.get(kind, _MATTERS["talk"])),
    ]
    if is_group and visit.heads:
        people = ngettext("It would be for {n} person.", "It would be for {n} people.", visit.heads)
        lines.append(people.format(n=visit.heads))
    if benefit:
        lines.append(_("What it may bring you: {benefit}").format(benefit=benefit))
    lines += _how(visit)
    lines += ["", _("If another day or time suits you better, tell me and I will fit in.")]
    return _signed(lines, signed)


def recap_text(one: WholeVisit, *, signed: str, language: str) -> str:
    """Return the thank-you to send after a visit: what was agreed, we will, they will, next.

    Promises that were kept or let go since are left out, and so is a day that nobody named.
    """
    visit = one.visit
    day = _day(visit.on_date, visit.on_date, language)
    lines = [
        _("Dear {name},").format(name=_salutation(one)),
        "",
        _("thank you for your time on {day}.").format(day=day),
    ]
    if one.talked:
        topics = listed(dict.fromkeys(it.product for it in one.talked))
        lines.append(_("We talked about {topics}.").format(topics=topics))
    if visit.agreed:
        lines += ["", _("Agreed: {what}").format(what=visit.agreed)]
    waiting = [item for item in one.followups if item.is_open]
    ours = [item for item in waiting if item.by == US]
    for heading, items in (
        (_("I will:"), [item for item in ours if item.id not in one.medical]),
        (_("Our medical affairs will answer:"), [item for item in ours if item.id in one.medical]),
        (_("You kindly will:"), [item for item in waiting if item.by != US]),
    ):
        if items:
            lines += ["", heading, *_list(items, one, language)]
    if visit.next_on:
        lines += ["", _("Next: {day}").format(day=_day(visit.next_on, visit.on_date, language))]
    return _signed(lines, signed)


def _how(visit: Visit) -> list[str]:
    how = {
        IN_PERSON: _("I would come to you."),
        "phone": _("I would call you."),
        "video": _("I would send you the link for a video call."),
    }
    return [how[visit.channel]] if visit.channel in how else []


def _list(items: Sequence[Followup], one: WholeVisit, language: str) -> list[str]:
    lines = []
    for item in items:
        is_question = item.by == US and item.kind == "question" and item.id not in one.medical
        what = _("answer your question: {what}") if is_question else "{what}"
        text = what.format(what=item.what)
        if item.due_on and not item.is_assumed:
            day = _day(item.due_on, one.visit.on_date, language)
            text = _("{what}, by {day}").format(what=text, day=day)
        lines.append(f"- {text}")
    return lines


def _salutation(one: WholeVisit) -> str:
    people = [who for who in one.people if not who.is_colleague] or one.people
    if people:
        return listed(_called(who) for who in people)
    return _practice(one)


def _practice(one: WholeVisit) -> str:
    place = placed((one.account, one.visit.department))
    return _("colleagues at {place}").format(place=place)


def _called(who: Provider) -> str:
    """How a letter calls them: Dr. Patel, 王建国主任医师, Jo Brandt."""
    if who.native_name:
        return who.native_name + ("" if who.title.isascii() else who.title)
    titles = set(fold(who.title).replace(".", "").replace(",", " ").split())
    if titles & _DOCTORS:
        return _("Dr. {name}").format(name=who.family_name or who.name)
    return f"{who.given_name} {who.family_name}".strip() or who.name


def _when(visit: Visit, language: str) -> str:
    day = _day(visit.on_date, visit.on_date, language)
    if not visit.start_at:
        return day
    start = from_instant(visit.start_at)
    return _("{day} at {time}").format(day=day, time=f"{start.hour}:{start.minute:02}")


def _day(day: str, written_on: str, language: str) -> str:
    """A day as a letter says it; the year only where it is another one's."""
    return show_day(date.fromisoformat(day), date.fromisoformat(written_on), language)


def _signed(lines: Sequence[str], signed: str) -> str:
    return "\n".join([*lines, "", _("Best regards"), signed]).rstrip() + "\n"
