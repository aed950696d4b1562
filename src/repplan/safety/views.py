"""Safety reports on the screen and as JSON."""

from __future__ import annotations

from datetime import timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.show import facts, saved, table
from repplan.clock import from_instant
from repplan.i18n.clocks import clock_words, moment_iso, moment_words
from repplan.i18n.phrases import listed, with_note
from repplan.safety.model import REPORTED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from repplan.cli.show import Line
    from repplan.safety.model import SafetyReport

_FACTS = (
    "ref", "state", "heard_at", "what", "product", "age_band", "sex", "due_at", "reported_at",
    "reference", "why",
)  # fmt: skip


def report_json(one: SafetyReport, now: datetime) -> dict[str, object]:
    """Return a safety report as JSON; ``minutes_left`` is below zero where it is late."""
    left = from_instant(one.due_at) - now
    return {
        **{name: getattr(one, name) for name in _FACTS},
        "provider": {"ref": one.provider_ref, "name": one.provider} if one.provider_ref else None,
        "visit": one.visit_ref,
        "minutes_left": left // timedelta(minutes=1) if one.is_open else None,
    }


def report_lines(one: SafetyReport, ref: str, *, now: datetime, language: str) -> list[Line]:
    """Return a safety report, one fact a line, with how its clock stands."""
    patient = listed((one.age_band, _(one.sex) if one.sex else None))
    told = [
        (_("heard from"), one.provider or _("nobody of your list")),
        (_("heard"), _moment(one.heard_at, language)),
        (_("product"), one.product or ""),
        (_("patient"), patient),
        (_("visit"), one.visit_ref or ""),
        (_("report by"), _moment(one.due_at, language) if one.is_open else ""),
        (_("reported"), _moment(one.reported_at, language) if one.reported_at else ""),
        (_("reference"), one.reference or ""),
        (_("no event"), one.why or ""),
    ]
    return [
        [(one.what, "head"), (f"  {ref}", "faint")],
        *facts(told),
        *([[(_stands(one, now), "late")]] if one.is_open else []),
    ]


def written_lines(
    one: SafetyReport,
    ref: str,
    batch: str,
    *,
    now: datetime,
    language: str,
    remarks: Sequence[str] = (),
    is_new: bool = False,
) -> list[Line]:
    """Return what was written of a safety report, and what is next. ``is_new``: it was opened."""
    lines = [*report_lines(one, ref, now=now, language=language), *remarks]
    if one.is_open:
        # L10n: the command stays as it is.
        step = _("Report it where your company says, then: repplan safety report {ref}")
        lines.append(step.format(ref=ref))
    if one.state == REPORTED:
        lines.append(
            [(_("Saved. It stands as it was reported: undo can't take it back."), "faint")]
        )
        return lines
    return [*lines, clock_saved(ref) if is_new else saved(batch)]


def clock_saved(ref: str) -> Line:
    """Return the line that ends what opened a clock: undo alone doesn't stop one."""
    text = _(
        "Saved. Undo doesn't stop its clock. No event after all:\n"
        "  repplan safety not-an-event {ref}"
    )
    return [(text.format(ref=ref), "faint")]


def report_table(
    found: Sequence[SafetyReport], refs: Mapping[str, str], *, now: datetime, language: str
) -> list[Line]:
    """Return safety reports in columns, those whose clock runs first."""
    if not found:
        return [_("Nothing heard that waits to be reported.")]
    return table(
        (_("Clock"), _("Heard"), _("From"), _("What"), _("Ref")),
        [
            (
                _stands(one, now),
                moment_words(from_instant(one.heard_at), now, language),
                one.provider or "",
                with_note(one.what, one.product),
                refs[one.ref],
            )
            for one in found
        ],
    )


def _stands(one: SafetyReport, now: datetime) -> str:
    if one.is_open:
        return clock_words(from_instant(one.due_at), now)
    return one.reference or _("no event")


def _moment(instant: str, language: str) -> str:
    return moment_iso(from_instant(instant), language)
