"""The clipboard, by the platform's own tool: each takes the text on its standard input."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import NamedTuple


class _Tool(NamedTuple):
    """A command that copies. ``needs`` is the variable without which it has no screen to ask."""

    command: tuple[str, ...]
    needs: str = ""
    encoding: str = "utf-8"


_TOOLS = (
    _Tool(("pbcopy",)),
    _Tool(("wl-copy",), needs="WAYLAND_DISPLAY"),
    _Tool(("xclip", "-selection", "clipboard"), needs="DISPLAY"),
    _Tool(("xsel", "--clipboard", "--input"), needs="DISPLAY"),
    # Windows, also from inside its Linux; with a byte order mark it would copy that too.
    _Tool(("clip.exe",), encoding="utf-16-le"),
)
_PATIENCE_S = 5


def copy(text: str) -> bool:
    """Put a text on the clipboard; False where there is none to put it on."""
    return any(_copies(tool, text) for tool in _TOOLS)


def _copies(tool: _Tool, text: str) -> bool:
    path = shutil.which(tool.command[0])
    if path is None or (tool.needs and not os.environ.get(tool.needs)):
        return False
    try:
        done = subprocess.run(  # noqa: S603 - one of the tools above, found on PATH
            [path, *tool.command[1:]],
            input=text.encode(tool.encoding),
            # xclip and wl-copy stay behind to hand the text out: they must not hold our streams.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # pbcopy takes its input for MacRoman without it.
            env={**os.environ, "LC_CTYPE": "UTF-8"},
            timeout=_PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
