"""Replay the sessions that the pages show: what stands under each prompt is what was printed.

A session is a ``console`` block. Its prompts carry the time (``07:05 $ repplan due``), the day is
Tuesday 24 November 2026; all blocks of a page run on one new store. ``make docs`` writes the
answers anew, a test compares them.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = (
    "README.md",
    "docs/tutorial/first-day.md",
    "docs/how-to/log.md",
    "docs/how-to/plan.md",
    "docs/how-to/undo.md",
    "docs/how-to/chinese.md",
    "docs/how-to/inquiries.md",
    "docs/how-to/safety.md",
)
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_PROMPT = re.compile(r"^(?:(?P<day>\d\d\d\d-\d\d-\d\d) )?(?P<time>\d\d:\d\d) \$ (?P<line>.*)$")


def replay(page: str) -> str:
    """Return the page with every answer as it is printed now."""
    with tempfile.TemporaryDirectory() as folder:
        return _BLOCK.sub(lambda block: _replay_block(block.group(1), Path(folder)), page)


def _replay_block(block: str, folder: Path) -> str:
    out = []
    typed = [line for line in block.splitlines() if _PROMPT.match(line)]
    for number, line in enumerate(typed):
        out.append(("\n" if number else "") + line + "\n" + _answer(line, folder))
    return f"```console\n{''.join(out)}```"


def _answer(line: str, folder: Path) -> str:
    found = _PROMPT.match(line)
    if found is None:
        raise ValueError(line)
    day = found["day"] or "2026-11-24"
    words = shlex.split(found["line"])
    words[words.index("repplan")] = "-m repplan"
    argv = " ".join(shlex.quote(word) for word in words).replace("'-m repplan'", "-m repplan")
    env = {
        **os.environ,
        "TZ": "America/Chicago",
        "LC_ALL": "en_US.UTF-8",
        "REPPLAN_LANG": "en",
        "REPPLAN_NOW": f"{day}T{found['time']}:00-06:00",
        "REPPLAN_SEED": "the docs",
        "REPPLAN_STORE": str(folder / "repplan.db"),
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        [sys.executable, *shlex.split(argv)],
        env=env,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return (done.stdout + done.stderr).replace(str(folder), "~")


def main() -> int:
    """Write the answers of every page anew."""
    for name in PAGES:
        path = ROOT / name
        path.write_text(replay(path.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
