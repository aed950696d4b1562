"""Drills on the screen and as JSON: the question, then its answer."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.cli.show import facts
from repplan.clock import from_instant
from repplan.drills.model import ANSWER
from repplan.errors import N_
from repplan.i18n.daysshown import iso_short, show_day
from repplan.text import shown, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from repplan.cli.show import Line
    from repplan.drills.model import Asked
    from repplan.drills.model import Line as Spoken

_QUESTIONS: Mapping[tuple[str, str], str] = {
    ("message", "20s"): N_("{about}, in 20 seconds, with what it can't say: {topic}"),
    ("message", "2m"): N_("{about}, in 2 minutes, with its evidence: {topic}"),
    ("message", "10m"): N_("{about}, for a round of 10 minutes: {topic}"),
    ("objection", ANSWER): N_('{about}. They say: "{topic}". What do you answer?'),
    ("fact", "indications"): N_("{about}: what is it labelled for?"),
    ("fact", "mechanism"): N_("{about}: how does it work?"),
    ("fact", "safety_profile"): N_("{about}: what is there to watch?"),
    ("fact", "trials"): N_("{about}: which trials, and what did they show?"),
    ("fact", "comparisons"): N_("{about}: how does it compare?"),
    ("who", "decides"): N_("Who decides at {about}?"),
    ("who", "champion"): N_("Who speaks for you at {about}?"),
    ("who", "against"): N_("Who is skeptical or against it at {about}?"),
    ("who", "gatekeeper"): N_("Who opens the doors at {about}?"),
    ("who", "reports to"): N_("Whom does {about} report to?"),
}


def question(one: Asked) -> str:
    """Return what a card asks."""
    return _(_QUESTIONS[one.kind, one.aspect]).format(about=one.about, topic=one.topic)


def question_lines(one: Asked, number: int, columns: int) -> list[Line]:
    """Return the question of the session's ``number``-th card."""
    first, *rest = wrap(shown(question(one)), max(columns - 4, 20))
    lines: list[Line] = [[(f"{number:>2}  ", "mark"), (first, "head")]]
    return ["", *lines, *([("    " + part, "head")] for part in rest)]


def answer_lines(one: Asked) -> list[Line]:
    """Return the approved answer whole: a claim never stands without its limitation."""
    if not one.answer:
        return [_("Nobody is known: find out.")]
    return facts((_(label), text) for label, text in one.answer)


def spoken_lines(one: Spoken, who: str, at: str, *, today: date, language: str) -> list[Line]:
    """Return what a person says in a role-play; ``at`` is where in it we are: 1/3."""
    since = _("others like them say it") if one.is_others else ""
    if one.on:
        since = iso_short(one.on, today, language)
    return [
        "",
        [(f"{who}  ", "head"), (f"{at}  {since}", "faint")],
        "  " + _('"{said}"').format(said=one.said),
    ]


def no_answer() -> list[Line]:
    """Return that no answer to what was said is approved yet."""
    return [_("No approved answer yet. It is raised: ask for one.")]


def ended_lines(due: Sequence[str], today: date, language: str) -> list[Line]:
    """Return how a session went: how many come again today, and when the next after them.

    ``due`` are the instants at which those that were practised come again, the first first.
    """
    days = [from_instant(instant).date() for instant in due]
    later = [day for day in days if day > today]
    told = ngettext("{n} card practised.", "{n} cards practised.", len(days)).format(n=len(days))
    lines: list[Line] = [told]
    if again := len(days) - len(later):
        said = ngettext("{n} of them comes again today.", "{n} of them come again today.", again)
        lines.append(said.format(n=again))
    if later:
        day = show_day(later[0], today, language)
        lines.append(_("The next one comes {day}.").format(day=day))
    return lines


def nothing_lines(next_at: str | None, *, today: date, language: str, is_empty: bool) -> list[Line]:
    """Return that nothing is to be practised now, and when something is (an instant)."""
    if is_empty:
        return [_("Nothing to practise yet: repplan import pack FILE, or repplan message add")]
    if not next_at:
        return [_("Nothing to practise now.")]
    day = show_day(from_instant(next_at).date(), today, language)
    return [_("Nothing to practise now. The next card comes {day}.").format(day=day)]


def nothing_said(who: str) -> list[Line]:
    """Return that nobody knows what this person might object."""
    return [
        _("No objection is known that {who} might raise: repplan objection add").format(who=who)
    ]


def due_lines(cards: Sequence[Asked], *, today: date, language: str) -> list[Line]:
    """Return what would be asked, in order, each behind the day it was practised last."""
    return facts((_last(one, today, language), question(one)) for one in cards)


def said_lines(lines: Sequence[Spoken], *, today: date, language: str) -> list[Line]:
    """Return what a person is likely to say, since when, and under it what is approved to answer."""
    told = []
    for one in lines:
        day = iso_short(one.on, today, language) if one.on else "-"
        answer = one.asked.answer[0][1] if one.asked else _("none approved yet")
        told.append((day, _('"{said}"').format(said=one.said) + f"\n{answer}"))
    return facts(told)


def asked_json(one: Asked) -> dict[str, object]:
    """Return a card as JSON: the question, its answer, when it is due."""
    card = one.card
    return {
        "ref": card.ref if card else None,
        "kind": one.kind,
        "about": one.about,
        "aspect": one.aspect,
        "question": question(one),
        "answer": dict(one.answer),
        "due_at": card.due_at if card else None,
        "practised_at": card.practised_at if card else None,
    }


def spoken_json(one: Spoken) -> dict[str, object]:
    """Return a line of a role-play as JSON."""
    return {
        "said": one.said,
        "on": one.on,
        "others_say_it": one.is_others,
        "card": asked_json(one.asked) if one.asked else None,
    }


def _last(one: Asked, today: date, language: str) -> str:
    if not one.card or not one.card.practised_at:
        return _("new")
    return show_day(from_instant(one.card.practised_at).date(), today, language)
