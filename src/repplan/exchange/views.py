"""What became of a file: counts, what a person should look at, and what to do next."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.cli.show import Line, saved, table
from repplan.exchange.checking import VOLUMES
from repplan.exchange.model import Report, Row, Status
from repplan.fields import list_of
from repplan.i18n.phrases import clauses, listed
from repplan.text import clip, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repplan.exchange.ics_model import CalendarReport

_IGNORED_SHOWN = 8
_SPECIALTY = 24
"""The most cells of a specialty, which stands last: the name and the account need more."""


def report_json(report: Report) -> dict[str, object]:
    """Return a report as JSON, without its rows."""
    answer: dict[str, object] = {
        "kind": report.kind,
        "counts": {status.value: count for status, count in report.counts.items()},
        "batch": report.batch,
    }
    if report.kind == "nppes":
        answer |= {"left_out": report.left_out, "organisations": report.organisations}
        answer |= {"left_out_by": report.left_out_by, "specialties": list(report.specialties)}
    else:
        answer["ignored"] = list(report.ignored)
        answer |= {"barred": list(report.barred), "barred_by": report.barred_by or None}
    return answer


def row_json(row: Row) -> dict[str, object]:
    """Return what became of one row as JSON."""
    return {
        "line": row.line,
        "status": row.status.value,
        "ref": row.ref,
        "record": row.record,
        "reason": row.reason or None,
    }


def report_lines(report: Report, columns: int) -> Iterator[Line]:
    """Yield a report for the screen: of a dry run first whom it would write."""
    yield from _first_lines(report, columns)
    yield _counts(report)
    if report.left_out or report.organisations:
        left = _("left out by the filters {left_out}, organisations {organisations}")
        yield "  " + left.format(
            left_out=f"{report.left_out:,}", organisations=f"{report.organisations:,}"
        )
    if report.left_out_by:
        left_out = _("{option} left out {count}")
        parts = (
            left_out.format(option=option, count=f"{count:,}")
            for option, count in report.left_out_by.items()
        )
        yield [("  " + _("nobody is left: {filters}").format(filters=listed(parts)), "warn")]
    if report.specialties:
        text = _("specialties in the file: {names}").format(names=clauses(report.specialties))
        yield from ("  " + line for line in wrap(text, max(columns - 2, _SPECIALTY)))
    if report.ignored:
        names = ", ".join(report.ignored[:_IGNORED_SHOWN])
        more = " …" if len(report.ignored) > _IGNORED_SHOWN else ""
        yield "  " + _("columns nobody knows, ignored: {names}").format(names=names + more)
    if report.barred:
        text = _(
            "columns with what one doctor prescribes, not read: {names} (rule {rule}; {source})"
        )
        told = text.format(
            names=clauses(report.barred[:_IGNORED_SHOWN]),
            rule=VOLUMES,
            source=report.barred_by,
        )
        yield from ([("  " + line, "warn")] for line in wrap(told, max(columns - 2, _SPECIALTY)))
    yield from _rows(report)
    yield from _next_lines(report)


def calendar_lines(report: CalendarReport) -> Iterator[Line]:
    """Yield what became of a calendar: what a person should look at, and what was left aside."""
    yield _counts(report)
    words = {
        "past": _("gone by {count}"),
        "free": _("not busy {count}"),
        "days": _("whole days, not out of office {count}"),
        "cancelled": _("called off, never here {count}"),
        "older": _("older versions {count}"),
        "later": _("too far ahead {count}"),
    }
    known = (text.format(count=report.skipped.get(why, 0)) for why, text in words.items())
    told = [text for text, why in zip(known, words, strict=True) if report.skipped.get(why)]
    if told:
        yield "  " + _("left aside: {counts}").format(counts=listed(told))
    if report.until is not None:
        text = _("what repeats was read up to {day}: read the calendar again before then")
        yield "  " + text.format(day=report.until.isoformat())
    yield from _rows(report)
    if report.is_dry:
        yield _("Nothing was written: this was a dry run.")
        return
    if report.counts[Status.NEW]:
        yield _("Next: repplan visit list --state planned | repplan timeoff list")
    yield saved(report.batch or "")


def calendar_json(report: CalendarReport) -> dict[str, object]:
    """Return what became of a calendar as JSON, without its rows; ``skipped`` by reason."""
    return {
        "kind": report.kind,
        "counts": {status.value: count for status, count in report.counts.items()},
        "skipped": dict(report.skipped),
        "repeats_until": report.until.isoformat() if report.until else None,
        "batch": report.batch,
    }


def _counts(report: Report) -> Line:
    words = {
        Status.NEW: _("new {count}"),
        Status.CHANGED: _("changed {count}"),
        Status.SAME: _("same {count}"),
        Status.UNCLEAR: _("unclear {count}"),
        Status.REFUSED: _("refused {count}"),
    }
    counts = "  ".join(
        words[status].format(count=f"{count:,}") for status, count in report.counts.items()
    )
    return [(f"{report.file}  ", "head"), (counts, "")]


def _rows(report: Report) -> Iterator[Line]:
    """Yield the rows that a person should see, and how many more there are."""
    for row in report.shown:
        yield _row_line(row)
    hidden = sum(
        report.counts[status] for status in (Status.CHANGED, Status.UNCLEAR, Status.REFUSED)
    )
    hidden -= sum(row.status not in {Status.NEW, Status.SAME} for row in report.shown)
    if hidden > 0:
        text = ngettext("{count} more: --json lists all", "{count} more: --json lists all", hidden)
        yield [("  " + text.format(count=f"{hidden:,}"), "faint")]


def _first_lines(report: Report, columns: int) -> Iterator[Line]:
    if not report.first:
        return
    rows = [
        (
            draft.name,
            str(draft.account.get("name") or ""),
            clip(listed(list_of(str(draft.provider.get("specialties") or ""))), _SPECIALTY),
        )
        for draft in report.first
    ]
    yield from table((_("New"), _("Account"), _("Specialty")), rows, limit=columns)
    more = report.counts[Status.NEW] - len(rows)
    if more > 0:
        text = ngettext("{count} more: --json lists all", "{count} more: --json lists all", more)
        yield [(text.format(count=f"{more:,}"), "faint")]
    yield ""


def _row_line(row: Row) -> Line:
    style = "late" if row.status is Status.REFUSED else "warn"
    shown = "" if row.status is Status.NEW else row.ref or ""
    words = {
        Status.NEW: _("new"),
        Status.CHANGED: _("changed"),
        Status.SAME: _("same"),
        Status.UNCLEAR: _("unclear"),
        Status.REFUSED: _("refused"),
    }
    who = "  ".join(part for part in (row.record, shown, row.reason) if part)
    line = _("line {line}").format(line=row.line)
    return [(f"  {line}  ", "faint"), (words[row.status], style), (f"  {who}", "")]


def _next_lines(report: Report) -> Iterator[Line]:
    if report.is_dry:
        yield _("Nothing was written: this was a dry run.")
        return
    if report.counts[Status.NEW]:
        yield _("Next: repplan provider list | repplan due")
    yield saved(report.batch or "")
