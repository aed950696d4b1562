"""How the public register walks in: streamed, sorted, kept aside, written."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.exchange.flow import OFTEN, Way, write
from repplan.exchange.model import Report
from repplan.exchange.nppes import MEMBER, Register, Sort
from repplan.exchange.picks import Glance
from repplan.exchange.sheet import open_sheet
from repplan.exchange.spool import Drafts, Repeats

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.cli.runtime import Runtime
    from repplan.exchange.picks import Picks


def import_nppes(
    runtime: Runtime, file: str, picks: Picks, names: Mapping[str, str], way: Way
) -> Report:
    """Return what became of the NPI file; ``names`` are code → specialty. Raises: BadFile."""
    repeats = Repeats()
    rows = kept = 0
    with Drafts() as drafts:
        with open_sheet(file, member=MEMBER) as sheet:
            report = Report("nppes", sheet.name, is_dry=way.is_dry)
            register, glance = Register(sheet, picks, names), Glance(sheet.heading, picks)
            for rows, (line, cells) in enumerate(sheet.rows(glance.passes_by), 1):
                sort = register.sort(cells)
                if sort is Sort.ORGANISATION:
                    report.organisations += 1
                elif sort is not Sort.LEFT_OUT:
                    draft = register.draft(line, cells)
                    repeats.note(draft.npi)
                    drafts.keep(draft)
                    kept += sort is Sort.PICKED
                if rows % OFTEN == 0:
                    way.tick(_("reading"), sheet.source.done, sheet.source.size)
        write(runtime, drafts, report, way, may_repeat=repeats.may_repeat)
    # Deactivated numbers count as left out where nobody here has them and not all was wanted.
    report.left_out = rows - report.organisations - sum(report.counts.values()) + glance.people
    report.organisations += glance.organisations
    if not kept:
        report.left_out_by = _left_out_by(register, glance, picks)
        report.specialties = register.specialties_met(_MOST_SPECIALTIES)
    return report


def _left_out_by(register: Register, glance: Glance, picks: Picks) -> dict[str, int]:
    """Return which option left out how many: what was passed by at a glance counts as well."""
    left_out = register.left_out
    if glance.people:
        left_out["--state" if picks.states else "--postcode"] += glance.people
    return dict(left_out.most_common())


_MOST_SPECIALTIES = 5
