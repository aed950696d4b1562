"""What became of a pack, and what one that was written holds."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.cli.show import Line, saved
from repplan.exchange.pack_report import PackStatus, kind_word, status_word
from repplan.text import width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repplan.exchange.pack_export import Exported
    from repplan.exchange.pack_report import PackReport, PackRow

_MOST_SHOWN = 20
_NARROWEST = 20
_STYLES = {PackStatus.NEW: "good", PackStatus.CHANGED: "warn", PackStatus.RETIRED: "late"}


def report_json(report: PackReport) -> dict[str, object]:
    """Return what became of a pack as JSON: the parts that every import's report has, and its own."""
    counts = {status.value: count for status, count in report.counts.items()}
    return {
        "kind": "pack",
        "pack": report.pack,
        "version": report.version,
        "before": report.before,
        "counts": {"new": 0, "changed": 0, "same": 0, "unclear": 0, "refused": 0, **counts},
        "rows": [_row_json(row) for row in report.rows],
        "batch": report.batch,
        "slow": report.slow,
    }


def _row_json(row: PackRow) -> dict[str, object]:
    return {
        "line": row.line,
        "status": row.status.value,
        "ref": row.ref,
        "record": row.record,
        "reason": row.reason or None,
        "part": row.kind,
    }


def report_lines(report: PackReport, columns: int) -> Iterator[Line]:
    """Yield what became of a pack: counts, then what changed and what is gone."""
    title = f"{report.pack} {report.version}"
    if report.before and report.before != report.version:
        title = _("{pack} {version}, after {before}").format(
            pack=report.pack, version=report.version, before=report.before
        )
    words = {
        PackStatus.NEW: _("new {count}"),
        PackStatus.CHANGED: _("changed {count}"),
        PackStatus.SAME: _("same {count}"),
        PackStatus.RETIRED: _("retired {count}"),
    }
    counts = "  ".join(words[one].format(count=n) for one, n in report.counts.items())
    yield [(f"{title}  ", "head"), (counts, "")]
    told = [row for row in report.rows if row.status is not PackStatus.SAME]
    if report.before is None:
        # All of a first pack is new: only what isn't wants to be looked at.
        told = [row for row in told if row.status is not PackStatus.NEW]
    for row in told[:_MOST_SHOWN]:
        yield from _row_lines(row, columns)
    more = len(told) - _MOST_SHOWN
    if more > 0:
        text = ngettext("{count} more: --json lists all", "{count} more: --json lists all", more)
        yield [("  " + text.format(count=more), "faint")]
    for text in report.slow[:_MOST_SHOWN]:
        yield from ([(line, "warn")] for line in wrap(text, max(columns, _NARROWEST)))
    if report.is_dry:
        yield _("Nothing was written: this was a dry run.")
        return
    if told or report.before is None:
        yield _("Next: repplan message list | repplan brief")
    yield saved(report.batch or "")


def _row_lines(row: PackRow, columns: int) -> Iterator[Line]:
    """Yield one part in as many lines as it takes: what it is, and what became of it."""
    where = _("line {line}").format(line=row.line) + "  " if row.line else ""
    status = status_word(row.status)
    what = f"{kind_word(row.kind)} {row.record}"
    lead = 2 + width(where) + width(status) + 2
    rest = ": ".join(part for part in (what, row.reason) if part)
    first, *more = wrap(rest, max(columns - lead, _NARROWEST)) or [""]
    yield [(f"  {where}", "faint"), (status, _STYLES[row.status]), (f"  {first}", "")]
    for line in more:
        yield " " * lead + line


def exported_json(exported: Exported, path: str) -> dict[str, object]:
    """Return what was written to a file as JSON."""
    head = {name: exported.content.get(name) for name in ("pack", "version")}
    return {**head, "file": path, "counts": exported.counts, "left_out": exported.expired}


def exported_lines(exported: Exported, path: str) -> list[Line]:
    """Return where a pack stands now, and what is in it."""
    where = _("{pack} {version} is in {path}:").format(path=path, **exported.content)
    what = _(
        "products {products}, messages {messages}, objections {objections}, "
        "materials {materials}, news {news}"
    )
    return [where, "  " + what.format(**exported.counts)]


def left_out_text(exported: Exported) -> str:
    """Return how many parts stayed behind because their approval ran out; empty: none."""
    count = exported.expired
    text = ngettext(
        "{count} left out: its approval ran out. See repplan due.",
        "{count} left out: their approval ran out. See repplan due.",
        count,
    )
    return text.format(count=count) if count else ""
