"""PowerShell's script, by its text: no PowerShell is at hand, so nothing here has run in one."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from repplan.cli.installing import script

if TYPE_CHECKING:
    from pathlib import Path


def test_the_script_is_plain() -> None:
    """Windows PowerShell reads a script without a mark as the code page's: ASCII is the same."""
    text = script("powershell")
    assert text.isascii()
    assert text.count("{") == text.count("}")
    assert text.count("(") == text.count(")")


def test_the_script_speaks_the_protocol() -> None:
    """It completes both names, hands the words over as they are read, and tidies up."""
    text = script("powershell")
    assert "Register-ArgumentCompleter -Native -CommandName repplan, rp" in text
    assert "$env:_REPPLAN_COMPLETE = 'powershell'" in text
    assert '$env:_REPPLAN_WORDS = (@($words) + "$wordToComplete") -join "`n"' in text
    assert "Remove-Item Env:_REPPLAN_COMPLETE, Env:_REPPLAN_WORDS" in text
    assert '-split "`t"' in text
    assert "CompletionResult" in text


def test_the_protocol(territory: Path) -> None:
    """Each line has the word quoted, the word as it is shown, and its help; in UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "repplan"],
        env={
            **os.environ,
            "REPPLAN_STORE": str(territory),
            "_REPPLAN_COMPLETE": "powershell",
            "_REPPLAN_WORDS": "brief\n'patel, ",
            "PYTHONIOENCODING": "ascii",
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines() == [
        "words",
        "'Patel, Anjali'\tPatel, Anjali\tAnjali Patel · MD · Oakwood Clinic",
        "'Patel, Rohan'\tPatel, Rohan\tRohan Patel · Elm Street Pharmacy",
    ]
