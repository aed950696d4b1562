"""What is kept aside comes back in its order; where there is no room for it, that is said."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

import pytest

from repplan.exchange.spool import Spool
from tests.conftest import SOURCE
from tests.exchange.register import BRANDT, register_text

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from tests.exchange.conftest import Table

LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
from repplan.__main__ import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 1000])
def test_what_is_put_down_is_taken_up(count: int) -> None:
    """Every tuple comes back in its order, also from chunks half full."""
    with Spool() as spool:
        for number in range(count):
            spool.add((number, "王"))
        assert spool.count == count
        assert list(spool) == [(number, "王") for number in range(count)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on file sizes")
@pytest.mark.parametrize("kind", ["csv", "nppes"])
def test_no_room_to_set_aside_is_no_fault_of_the_file(
    store: Path, db: sqlite3.Connection, table: Table, kind: str
) -> None:
    """The file is sound: the folder that takes no more is named, and what can be done."""
    people = [f"Person {number:04},{number:04} Long Street of many words" for number in range(900)]
    made = {
        "csv": "\n".join(["name,street", *people]),
        "nppes": register_text(*[BRANDT] * 900),
    }
    path = table(raw=made[kind].encode())
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "import", kind, path],
        env={**os.environ, "PYTHONPATH": SOURCE, "REPPLAN_STORE": str(store)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (8, "")
    assert done.stderr == (
        f"The rows can't be set aside in {tempfile.gettempdir()} while reading: File too large.\n"
        "Nothing was written. Make room there, or name another folder in TMPDIR (Windows: TEMP).\n"
    )
    assert db.execute("SELECT count(*) FROM provider").fetchone()[0] == 0
