"""An answer on the screen and as JSON."""

from __future__ import annotations

from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.can.model import BLOCK, TELL, WARN
from repplan.can.words import reason_text, source_text, step_text, way_out
from repplan.cli.show import screen_width
from repplan.i18n.daysshown import show_day
from repplan.i18n.phrases import choice_word
from repplan.text import pad, wrap
from repplan.text import width as text_width

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from repplan.can.model import Answer, Reason
    from repplan.cli.show import Line

_STYLE = {BLOCK: "late", WARN: "warn"}
_LABELS: dict[str, Callable[[], str]] = {
    # L10n: before a reason: it keeps one from doing it, it wants a reason given, it is only told.
    BLOCK: lambda: pgettext("reason", "blocks"),
    WARN: lambda: pgettext("reason", "warns"),
    TELL: lambda: pgettext("reason", "told"),
}


def answer_json(
    answer: Answer, *, name: str, ref: str, today: date, language: str
) -> dict[str, object]:
    """Return an answer as JSON: each reason with its text, rule and source."""
    is_account = ref.startswith("a-")
    return {
        "provider": None if is_account else {"ref": ref, "name": name},
        "account": {"ref": ref, "name": name} if is_account else None,
        "for": answer.what,
        "on": answer.on.isoformat(),
        "answer": "yes" if answer.is_yes else "no",
        "reasons": [reason_json(one, today, language) for one in answer.reasons],
        "next": {
            "step": answer.next_step or None,
            "text": step_text(answer, ref, today, language) or None,
            "on": answer.next_on.isoformat() if answer.next_on else None,
            "apply_on": answer.apply_on.isoformat() if answer.apply_on else None,
            "apply_by": answer.apply_by,
        },
    }


def reason_json(one: Reason, today: date, language: str) -> dict[str, object]:
    """Return a reason as JSON."""
    return {
        "rule": one.rule,
        "source": _(one.source),
        "action": one.action,
        "text": reason_text(one, today, language),
        "facts": dict(one.facts),
    }


def answer_lines(answer: Answer, *, name: str, ref: str, today: date, language: str) -> list[Line]:
    """Return yes or no, then each reason with its rule and source, then what can be done next."""
    verdict = pgettext("can", "no")
    if answer.is_yes:
        # L10n: yes, once what is warned of has been seen to.
        verdict = pgettext("can", "yes, but") if answer.warnings else pgettext("can", "yes")
    about = _("{name}: {what} on {day}").format(
        name=name,
        what=choice_word("what", answer.what),
        day=show_day(answer.on, today, language),
    )
    style = "late" if not answer.is_yes else "warn" if answer.warnings else "good"
    head: Line = [(verdict, style), (f"  {about}", "head")]
    lines: list[Line] = [head]
    labels = {one: label() for one, label in _LABELS.items()}
    width = max(text_width(label) for label in labels.values())
    for one in answer.reasons:
        lines += _reason(one, pad(labels[one.action], width), today, language)
    if not answer.reasons:
        lines.append([("  ", ""), (_("no rule is known here"), "faint")])
    for step in (step_text(answer, ref, today, language), way_out(answer, ref)):
        lines += _next(step)
    return lines


def _next(step: str) -> list[Line]:
    """Return a next step; a command that has no room on the line stands whole on one of its own."""
    if not step:
        return []
    # L10n: what can be done next, after the reasons of a yes or a no.
    line = _("next: {step}").format(step=step)
    told, name, command = line.partition("repplan ")
    if not command or text_width(line) <= screen_width():
        return [[(line, "mark")]]
    return [[(told.rstrip(), "mark")], [(f"  {name}{command}", "mark")]]


def _reason(one: Reason, label: str, today: date, language: str) -> list[Line]:
    """Return a reason, what it does before it, its rule and source below."""
    style = _STYLE.get(one.action, "")
    before = " " * (text_width(label) + 4)
    width = max(screen_width() - len(before), 20)
    text, *rest = wrap(reason_text(one, today, language), width)
    lines: list[Line] = [[(f"  {label}  ", style), (text, style)]]
    lines += [[(before, ""), (part, style)] for part in rest]
    return [*lines, *([(f"{before}{part}", "faint")] for part in wrap(source_text(one), width))]
