"""An answer on the screen and as JSON."""

from __future__ import annotations

from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.can.model import BLOCK, WARN
from repplan.can.words import reason_text, source_text, step_text
from repplan.cli.show import screen_width
from repplan.i18n.daysshown import show_day
from repplan.i18n.phrases import choice_word
from repplan.text import wrap

if TYPE_CHECKING:
    from datetime import date

    from repplan.can.model import Answer, Reason
    from repplan.cli.show import Line

_STYLE = {BLOCK: "late", WARN: "warn"}


def answer_json(
    answer: Answer, *, name: str, ref: str, today: date, language: str
) -> dict[str, object]:
    """Return an answer as JSON: each reason with its text, rule and source."""
    return {
        "provider": {"ref": ref, "name": name},
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
    verdict = pgettext("can", "yes") if answer.is_yes else pgettext("can", "no")
    about = _("{name}: {what} on {day}").format(
        name=name,
        what=choice_word("what", answer.what),
        day=show_day(answer.on, today, language),
    )
    head: Line = [(verdict, "good" if answer.is_yes else "late"), (f"  {about}", "head")]
    lines: list[Line] = [head]
    for one in answer.reasons:
        lines += _reason(one, today, language)
    step = step_text(answer, ref, today, language)
    if step:
        # L10n: what can be done next, after the reasons of a yes or a no.
        lines.append([(_("next: {step}").format(step=step), "mark")])
    return lines


def _reason(one: Reason, today: date, language: str) -> list[Line]:
    text, *rest = wrap(reason_text(one, today, language), max(screen_width() - 4, 20))
    lines: list[Line] = [[("  - ", ""), (text, _STYLE.get(one.action, ""))]]
    lines += [[("    ", ""), (part, _STYLE.get(one.action, ""))] for part in rest]
    source = wrap(source_text(one), max(screen_width() - 4, 20))
    return [*lines, *([(f"    {part}", "faint")] for part in source)]
