"""What one run of the program stands on: the store's path, language, clock and identities."""

from __future__ import annotations

import os
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, cast

from repplan.cli.show import say
from repplan.clock import read_clock
from repplan.i18n import choose_language, is_month_first
from repplan.ids import Ids, read_ids
from repplan.records import dataclass, field
from repplan.store.doors import Doors

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    import typer

    from repplan.clock import Clock
    from repplan.store.work import Work


@dataclass(frozen=True)
class Runtime:
    """Settled once, before the command starts; nothing is read or written to settle it.

    ``saved`` fills with the batches that were committed: what goes wrong after them must not say
    that nothing was written.
    """

    doors: Doors
    language: str
    clock: Clock
    ids: Ids
    is_month_first: bool
    saved: list[str] = field(default_factory=list)

    @property
    def store(self) -> Path:
        """Where the store lies."""
        return self.doors.path

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection that can't write; a store of an older schema is brought up to date."""
        from repplan.store.faults import StoreBehind

        try:
            db = self.doors.reading()
        except StoreBehind:
            self._upgrade()
            db = self.doors.reading()
        yield db

    @contextmanager
    def writing(
        self, command: str, *, undoes: str | None = None, mends: bool = False
    ) -> Iterator[Work]:
        """Yield a Work: one transaction, committed at the end of the block."""
        with self.reading():
            # Opened, and up to date.
            pass
        with self.doors.writing(
            command, clock=self.clock, ids=self.ids, undoes=undoes, mends=mends
        ) as work:
            yield work
            batch = work.written
        if batch:
            self.saved.append(batch)

    def _upgrade(self) -> None:
        from repplan.store.migrate import upgrade_store

        kept = upgrade_store(self.store, clock=self.clock)
        if kept is not None:
            text = _("The store was brought up to date; a copy of the old one is {path}.")
            say(text.format(path=kept))


def settle(store: str | None, language: str) -> Runtime:
    """Return the runtime of this process. Raises: BadClock."""
    said = store or os.environ.get("REPPLAN_STORE") or default_store()
    return Runtime(
        doors=Doors(_at_home(said)),
        language=language,
        clock=read_clock(),
        ids=read_ids(),
        is_month_first=is_month_first(),
    )


def default_store() -> Path:
    """Return where a store lies when nothing else is said: the platform's user data folder."""
    from platformdirs import user_data_path

    return user_data_path("repplan", appauthor=False) / "repplan.db"


def _at_home(said: str | Path) -> Path:
    try:
        return Path(said).expanduser()
    except RuntimeError:
        return Path(said)  # nobody of that name here: ~ is the file's own


def runtime_of(ctx: typer.Context) -> Runtime:
    """Return the runtime that ``__main__`` settled for this command."""
    return cast("Runtime", ctx.obj)


__all__ = ["Runtime", "choose_language", "default_store", "runtime_of", "settle"]
