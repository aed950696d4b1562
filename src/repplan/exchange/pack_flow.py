"""How a pack walks in and out: read whole, written in one Work, said what became of it.

Commands alone call this.
"""

from __future__ import annotations

from contextlib import suppress
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.errors import BadForm, NotFound
from repplan.exchange.pack import is_version
from repplan.exchange.pack_export import pack_content, product_content
from repplan.exchange.pack_reading import read_pack
from repplan.exchange.pack_report import PackReport, PackStatus
from repplan.exchange.pack_tree import MOST_BYTES
from repplan.exchange.packing import take_pack
from repplan.exchange.source import open_source
from repplan.products import packs, queries
from repplan.products.pick import pick_product
from repplan.records import replace

if TYPE_CHECKING:
    from repplan.cli.runtime import Runtime
    from repplan.exchange.pack_export import Exported
    from repplan.store.work import Work


class _TakenBack(Exception):
    """Ends a dry run: the Work rolls back."""


def import_pack(runtime: Runtime, file: str, *, is_dry: bool, is_forced: bool) -> PackReport:
    """Return what became of a pack. Raises: BadFile, BadPack, OlderPack, OtherContent."""
    packed = _("it is an archive or a spreadsheet: a pack is a text file, YAML")
    with open_source(file, packed=packed) as source:
        # One byte more than may be: what is larger shows.
        name, content = source.name, source.stream.read(MOST_BYTES + 1)
    with runtime.reading() as db:
        ours = [one.name for one in queries.products(db)]
    read = read_pack(name, content, today=runtime.clock.today.isoformat(), ours=ours)
    report = PackReport(name, read.pack.pack, read.pack.version, None)
    with suppress(_TakenBack), runtime.writing(packs.LOADING) as work:
        report = take_pack(work, read, name, is_forced=is_forced)
        if is_dry:
            raise _TakenBack
    return _of_dry_run(report) if is_dry else report


def load_pack(work: Work, file: str, content: bytes) -> PackReport:
    """Return what became of a pack whose bytes are at hand, in a Work that is open already.

    Its news may be of days to come: the demo begins before them.

    Raises: BadFile, BadPack, OlderPack, OtherContent.
    """
    ours = [one.name for one in queries.products(work.db)]
    today = work.today.isoformat()
    return take_pack(
        work, read_pack(file, content, today=today, ours=ours, is_dated_ahead=True), file
    )


def export_pack(runtime: Runtime, said: str, version: str | None) -> Exported:
    """Return the loaded pack of this name, else what is known of the product these words mean.

    Raises: NotFound (naming packs and products), Ambiguous, BadForm (the version).
    """
    if version is not None:
        version = version.strip()
        if not is_version(version):
            raise BadForm("version", version, "1.10")
    today = runtime.clock.today.isoformat()
    with runtime.reading() as db:
        loaded = packs.pack_called(db, said)
        if loaded:
            return pack_content(db, loaded, version=version, today=today)
        try:
            product = pick_product(db, said)
        except NotFound as error:
            names = tuple(one.name for one in packs.packs(db))
            raise NotFound(said, (*names, *error.nearest)) from None
        return product_content(db, product, version=version, today=today)


def _of_dry_run(report: PackReport) -> PackReport:
    """Return a report of what wasn't written: what is new has no ref, and there is no batch."""
    rows = [replace(row, ref=None) if row.status is PackStatus.NEW else row for row in report.rows]
    return replace(report, rows=rows, batch=None, is_dry=True)
