"""Rollouts on the screen and as JSON."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.show import facts, saved, table
from repplan.i18n.daysshown import iso_short, iso_words
from repplan.i18n.phrases import listed, with_note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from repplan.cli.show import Line
    from repplan.followups.model import Followup
    from repplan.rollouts.model import Rollout

_FACTS = ("ref", "product", "account", "provider", "from_on", "ended_on")
_CHECK_IN_FACTS = ("ref", "what", "due_on", "state", "closed_on")


def rollout_json(one: Rollout, check_ins: Sequence[Followup]) -> dict[str, object]:
    """Return a rollout as JSON, with its check-ins."""
    return {
        **{name: getattr(one, name) for name in _FACTS},
        "check_ins": [
            {name: getattr(item, name) for name in _CHECK_IN_FACTS} for item in check_ins
        ],
    }


def rollout_lines(
    one: Rollout, check_ins: Sequence[Followup], ref: str, *, language: str
) -> list[Line]:
    """Return a rollout, one fact a line, and each of its check-ins with how it ended."""
    days = "\n".join(_check_in(item, language) for item in check_ins)
    told = [
        (_("where"), one.where),
        (_("since"), iso_words(one.from_on, language)),
        (_("ended"), iso_words(one.ended_on, language)),
        (_("check-ins"), days or _("none to come")),
    ]
    return [[(one.product, "head"), (f"  {ref}", "faint")], *facts(told)]


def written_lines(
    one: Rollout,
    check_ins: Sequence[Followup],
    ref: str,
    batch: str,
    *,
    language: str,
    gone: Sequence[int] = (),
) -> list[Line]:
    """Return what was written about a rollout, and how to take it back.

    ``gone``: the weeks that have no check-in, as their day has gone by.
    """
    lines = rollout_lines(one, check_ins, ref, language=language)
    if gone:
        weeks = listed(str(week) for week in gone)
        lines.append(_("Left out, as it has gone by: week {weeks}.").format(weeks=weeks))
    return [*lines, saved(batch)]


def rollout_table(
    rollouts: Sequence[tuple[Rollout, Sequence[Followup]]],
    refs: Mapping[str, str],
    *,
    today: date,
    language: str,
) -> list[Line]:
    """Return rollouts in columns, each with the day of its next check-in."""
    if not rollouts:
        return [_("No rollout yet: repplan product start PRODUCT --account ACCOUNT")]
    return table(
        (_("Product"), _("Where"), _("Since"), _("Next check-in"), _("Ref")),
        [
            (
                one.product,
                one.where,
                iso_short(one.from_on, today, language),
                _("ended {day}").format(day=iso_short(one.ended_on, today, language))
                if one.ended_on
                else iso_short(_next_day(items), today, language),
                refs[one.ref],
            )
            for one, items in rollouts
        ],
    )


def _check_in(item: Followup, language: str) -> str:
    day = iso_words(item.due_on, language)
    return day if item.is_open else with_note(day, _(item.state))


def _next_day(check_ins: Sequence[Followup]) -> str | None:
    return next((item.due_on for item in check_ins if item.is_open), None)
