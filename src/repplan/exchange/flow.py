"""How an import walks: read the whole file, then write it in one Work, then say what became of it.

Commands alone call this. A file that breaks at its last line has touched nothing; a dry run does
all of it and takes it back.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.exchange.actions import take_in
from repplan.exchange.model import Report, Row, Status
from repplan.exchange.nppes import MEMBER, Picks, Register, Sort
from repplan.exchange.own_table import OwnTable
from repplan.exchange.sheet import Limits, open_sheet
from repplan.exchange.spool import Drafts, Repeats, Rows
from repplan.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.cli.runtime import Runtime
    from repplan.i18n.dates import DayContext

_OWN_LIMITS = Limits(most_bytes=50_000_000, most_rows=200_000)
_DELIMITERS = ",;\t"
_OFTEN = 1000
"""Rows between two looks at how far it is."""


Tick = Callable[[str, int, int], None]
"""Told now and then what is done, how much of it, and of how much (0: nobody knows)."""


@dataclass(frozen=True)
class Way:
    """How an import is done: under which name, for show alone, who is told how far it is.

    ``rows`` keeps what became of every row, where the answer lists them.
    """

    command: str
    is_dry: bool
    tick: Tick
    rows: Rows | None = None


@dataclass(frozen=True)
class Reading:
    """How one's own table is read: its encoding (empty: UTF-8), their heading → ours, its days."""

    encoding: str
    renamed: Mapping[str, str]
    days: DayContext


class _TakenBack(Exception):
    """Ends a dry run: the Work rolls back."""


def import_nppes(
    runtime: Runtime, file: str, picks: Picks, names: Mapping[str, str], way: Way
) -> Report:
    """Return what became of the NPI file. Raises: BadFile."""
    repeats = Repeats()
    with Drafts() as drafts:
        with open_sheet(file, member=MEMBER) as sheet:
            report = Report("nppes", sheet.name, is_dry=way.is_dry)
            register = Register(sheet, picks, names)
            total = 0
            for total, (line, cells) in enumerate(sheet.rows(), 1):
                sort = register.sort(cells)
                if sort is Sort.ORGANISATION:
                    report.organisations += 1
                elif sort is not Sort.LEFT_OUT:
                    draft = register.draft(line, cells)
                    repeats.note(draft.npi)
                    drafts.keep(draft)
                if total % _OFTEN == 0:
                    way.tick(_("reading"), sheet.source.done, sheet.source.size)
        _write(runtime, drafts, report, way, may_repeat=repeats.may_repeat)
    report.left_out = total - report.organisations - sum(report.counts.values())
    return report


def import_csv(runtime: Runtime, file: str, reading: Reading, way: Way) -> Report:
    """Return what became of one's own table. Raises: BadFile, BadValue."""
    with Drafts() as drafts:
        with open_sheet(
            file, encoding=reading.encoding, delimiters=_DELIMITERS, limits=_OWN_LIMITS
        ) as sheet:
            table = OwnTable(sheet, reading.renamed, reading.days)
            report = Report("csv", sheet.name, ignored=table.ignored, is_dry=way.is_dry)
            for line, cells in sheet.rows():
                draft = table.draft(line, cells)
                if draft is not None:
                    drafts.keep(draft)
                    if drafts.count % _OFTEN == 0:
                        way.tick(_("reading"), sheet.source.done, sheet.source.size)
        _write(runtime, drafts, report, way)
    return report


def _write(
    runtime: Runtime,
    drafts: Drafts,
    report: Report,
    way: Way,
    *,
    may_repeat: Callable[[str], bool] | None = None,
) -> None:
    """Take the drafts in, in one Work; a dry run takes it back."""
    done = 0
    with suppress(_TakenBack), runtime.writing(way.command) as work:
        for done, row in enumerate(
            take_in(work, drafts.read(), is_own_table=may_repeat is None, may_repeat=may_repeat), 1
        ):
            told = _unwritten(row) if way.is_dry else row
            report.add(told)
            if way.rows is not None:
                way.rows.keep(told)
            if done % _OFTEN == 0:
                way.tick(_("writing"), done, drafts.count)
        if way.is_dry:
            raise _TakenBack
        report.batch = work.written or None


def _unwritten(row: Row) -> Row:
    """Return a row of a dry run: who is new has no ref yet."""
    return replace(row, ref=None) if row.status is Status.NEW else row
