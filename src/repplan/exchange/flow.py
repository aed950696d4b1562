"""How an import walks: read the whole file, then write it in one Work, then say what became of it.

Commands alone call this and the two flows beside it. A file that breaks at its last line has touched
nothing; a dry run does all of it and takes it back.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.exchange.actions import take_in
from repplan.exchange.model import Row, Status
from repplan.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repplan.cli.runtime import Runtime
    from repplan.exchange.model import Draft, Report
    from repplan.exchange.spool import Drafts, Rows

OFTEN = 1000
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


class _TakenBack(Exception):
    """Ends a dry run: the Work rolls back."""


def write(
    runtime: Runtime,
    drafts: Drafts,
    report: Report,
    way: Way,
    *,
    may_repeat: Callable[[str], bool] | None = None,
) -> None:
    """Take the drafts in, in one Work, and report each; a dry run takes it back.

    ``may_repeat`` as in ``take_in``; None: they are of one's own table.
    """
    is_own = may_repeat is None
    first = _First(report) if way.is_dry else None
    read = first.noting(drafts.read()) if first else drafts.read()
    with suppress(_TakenBack), runtime.writing(way.command) as work:
        taken = take_in(work, read, is_own_table=is_own, may_repeat=may_repeat)
        for done, row in enumerate(taken, 1):
            told = _unwritten(row) if way.is_dry else row
            report.add(told)
            if first:
                first.add(row)
            if way.rows is not None:
                way.rows.keep(told)
            if done % OFTEN == 0:
                way.tick(_("writing"), done, drafts.count)
        if way.is_dry:
            raise _TakenBack
        report.batch = work.written or None


class _First:
    """Keeps the drafts of the first rows that are new: a row alone doesn't say what is written."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._ahead: dict[int, Draft] = {}

    @property
    def _is_full(self) -> bool:
        return len(self._report.first) >= self._report.MOST_SHOWN

    def noting(self, drafts: Iterator[Draft]) -> Iterator[Draft]:
        """Yield the drafts; those are kept whose row may be shown."""
        for draft in drafts:
            if not self._is_full and not draft.refusal:
                self._ahead[draft.line] = draft
            yield draft

    def add(self, row: Row) -> None:
        """Keep the draft of a row that is new, up to as many as are shown."""
        draft = self._ahead.pop(row.line, None)
        if draft and row.status is Status.NEW and not self._is_full:
            self._report.first.append(draft)
        if self._is_full:
            self._ahead.clear()


def _unwritten(row: Row) -> Row:
    """Return a row of a dry run: who is new has no ref yet."""
    return replace(row, ref=None) if row.status is Status.NEW else row
