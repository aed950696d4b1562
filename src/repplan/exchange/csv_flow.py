"""How one's own table walks in: read, validated row by row, kept aside, written."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.exchange.checking import check_of
from repplan.exchange.flow import OFTEN, Way, write
from repplan.exchange.model import Report
from repplan.exchange.own_table import OwnTable
from repplan.exchange.sheet import Limits, open_sheet
from repplan.exchange.spool import Drafts
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.cli.runtime import Runtime
    from repplan.i18n.dates import DayContext

LIMITS = Limits(most_bytes=50_000_000, most_rows=200_000)
_DELIMITERS = ",;\t"


@dataclass(frozen=True)
class Reading:
    """How the table is read: its encoding (empty: UTF-8), their heading → ours, its days."""

    encoding: str
    renamed: Mapping[str, str]
    days: DayContext


def import_csv(runtime: Runtime, file: str, reading: Reading, way: Way) -> Report:
    """Return what became of the table. Raises: BadFile, BadValue."""
    with runtime.reading() as db:
        check = check_of(db)
    with Drafts() as drafts:
        with open_sheet(
            file, encoding=reading.encoding, delimiters=_DELIMITERS, limits=LIMITS
        ) as sheet:
            table = OwnTable(sheet, reading.renamed, reading.days, check)
            report = Report("csv", sheet.name, ignored=table.ignored, is_dry=way.is_dry)
            report.barred = table.barred
            report.barred_by = check.volumes.source if table.barred and check.volumes else ""
            for line, cells in sheet.rows():
                draft = table.draft(line, cells)
                if draft is not None:
                    drafts.keep(draft)
                if line % OFTEN == 0:
                    way.tick(_("reading"), sheet.source.done, sheet.source.size)
        write(runtime, drafts, report, way)
    return report
