"""The reading and the writing door of one store, both on one connection.

To open a store costs as much as several questions to it: SQLite reads the whole schema, and a log
reads, writes and reads again. So it is opened once, when it is first asked, and closed at the end.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from repplan.clock import Clock
    from repplan.ids import Ids
    from repplan.store.work import Work


class Doors:
    """The doors of the store at ``path``; whoever makes them closes them."""

    def __init__(self, path: Path) -> None:
        """Open nothing yet."""
        self.path = path
        self._db: sqlite3.Connection | None = None
        self._could_write = False
        self._seen: tuple[int, ...] = ()
        self._left: list[sqlite3.Connection] = []

    def reading(self) -> sqlite3.Connection:
        """Return the connection, which can't write but in a Work. Raises: as ``open_barred``.

        A store that was put in the other's place while somebody was asked something is opened
        anew: what is on the old one would be lost, and pages of both would mix.
        """
        if self._db is not None and self._seen != self._looks():
            # Whoever reads it yet may finish.
            self._left.append(self._db)
            self._db = None
        if self._db is None:
            from repplan.store.connect import open_barred

            self._db, self._could_write = open_barred(self.path)
            self._seen = self._looks()
        return self._db

    def _looks(self) -> tuple[int, ...]:
        """What tells the file from another one, or from itself as it was."""
        try:
            found = self.path.stat()
        except OSError:
            return ()
        return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)

    @contextmanager
    def writing(
        self, command: str, *, clock: Clock, ids: Ids, undoes: str | None, mends: bool
    ) -> Iterator[Work]:
        """Yield a Work. Raises: as ``open_barred`` and ``work_on``."""
        from repplan.store.connect import bar_writing, connect
        from repplan.store.work import work_on

        db = self.reading()
        if not self._could_write:
            # SQLite says best why not.
            self.close()
            db, self._could_write = connect(self.path, "mode=rw"), True
            self._db = db
        bar_writing(db, is_barred=False)
        try:
            with work_on(
                db, self.path, command, clock=clock, ids=ids, undoes=undoes, mends=mends
            ) as work:
                yield work
        finally:
            bar_writing(db, is_barred=True)
            self._seen = self._looks()

    def close(self) -> None:
        """Let go of the store."""
        for db in (*self._left, *([self._db] if self._db else [])):
            db.close()
        self._left.clear()
        self._db = None
