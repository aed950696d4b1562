"""What the harnesses of ``tests/store/cuts.py`` run for visits: whole lines of ``log``.

    python tests/visits/cuts.py kill STORE ROUNDS [BUG]
    python tests/visits/cuts.py crowd STORE WRITERS EACH [BUG]

BUG: ``early`` acknowledges before anything is written, ``halves`` logs in two commands, ``deaf``
waits for no lock and takes a refusal for a success.
"""

from __future__ import annotations

import io
import sys
from collections import Counter
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

from repplan import __main__ as program
from repplan.providers.keys import miskeyed
from repplan.store import connect, search
from repplan.store.connect import open_read
from repplan.store.faults import StoreLocked
from tests.store import cuts

if TYPE_CHECKING:
    from collections.abc import Callable

WHO = "patel"
STORE = StoreLocked.exit_code

_LINE = (
    "said {0}; # Cardexa ++ dose {0}; ! price {0}; + article {0}; > promise {0} by fri; "
    "< count {0}; ? answer {0}; c: care {0}; ^ child {0}; ~ 2w"
)
_PARTS = {
    "said ": "SELECT said FROM visit WHERE said IS NOT NULL",
    "dose ": "SELECT said FROM visit_product",
    "price ": "SELECT said FROM visit_objection",
    "article ": "SELECT what FROM value_given",
    "promise ": "SELECT what FROM followup WHERE kind = 'promise' AND by = 'us'",
    "count ": "SELECT what FROM followup WHERE by = 'them'",
    "answer ": "SELECT what FROM followup WHERE kind = 'question'",
    "care ": "SELECT what FROM concern",
    "child ": "SELECT text FROM note",
}
"""What stands before the name → where it lies: a log is there with all of them, or not at all."""


def log(store: Path, name: str, bug: str, tell: Callable[[], None]) -> None:
    """Log a visit whose words all bear the name."""
    line = _LINE.format(name)
    if bug == "early":
        tell()
    if bug == "deaf":
        connect.BUSY_MS = 0
    if bug == "halves":
        line, _mark, promise = line.partition("; > ")
        _run("log", WHO, line, store=store)
        _run("log", WHO, f"> {promise}", store=store)
    else:
        # Who waits too long among many is refused, and runs it again.
        while (code := _run("log", WHO, line, store=store)) == STORE and bug != "deaf":
            pass
        assert code == 0 or bug == "deaf", code
    if bug != "early":
        tell()


def _run(*argv: str, store: Path) -> int:
    """Run a command line in this process, its answer unheard; return its exit code."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return program.run([*argv, "--yes", "--store", str(store)])


def kept(store: Path, told: list[str]) -> dict[str, Any]:
    """Return what was acknowledged, what of it is lost, and logs of which only a part is there."""
    with closing(open_read(store)) as db:
        found = {
            word: {text.removeprefix(word) for (text,) in db.execute(sql) if text.startswith(word)}
            for word, sql in _PARTS.items()
        }
        logs = db.execute("SELECT count(*) FROM batch WHERE command = 'log'").fetchone()[0]
        contact = db.execute("SELECT max(last_contact_on) FROM provider").fetchone()[0]
        derived = [*search.stale(db), *miskeyed(db)]
    whole, any_part = set.intersection(*found.values()), set.union(*found.values())
    return {
        "told": len(told),
        "twice": [name for name, times in Counter(told).items() if times > 1],
        "lost": sorted(set(told) - whole),
        "halves": sorted(any_part - whole),
        "logged": len(whole),
        "batches": logs,
        "derived": derived,
        "contact": contact,
    }


def main() -> None:
    """Run the harness that the command line names."""
    # What a log imports is imported before the processes part.
    _run("log", WHO, _LINE.format("a trial"), "--dry-run", store=Path(sys.argv[2]))
    cuts.main(sys.argv[1:], cuts.Subject(log, kept))


if __name__ == "__main__":
    main()
