"""What one process costs: the system's own accounting of a whole process, from outside."""

from __future__ import annotations

import os
import pty
import signal
import struct
import subprocess
import sys
import sysconfig
import termios
import time
from dataclasses import dataclass
from fcntl import ioctl
from functools import cache
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import typer

import repplan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_COLUMNS, _LINES = 80, 24
_KIB_PER_UNIT = 1 / 1024 if sys.platform == "darwin" else 1
"""macOS tells the peak in bytes, Linux in KiB."""


@dataclass(frozen=True)
class Cost:
    """One process that has ended. Units: seconds; ``peak_kib`` KiB of memory at most."""

    cpu_s: float
    wall_s: float
    peak_kib: float
    code: int
    output: str


class CommandFailed(Exception):
    """A measured command ended with another code than 0: its figures would mean nothing."""

    def __init__(self, argv: Sequence[str], cost: Cost) -> None:
        super().__init__(f"{' '.join(argv)}: exit code {cost.code}\n{cost.output}")


def run(argv: Sequence[str], env: Mapping[str, str], *, on_terminal: bool = False) -> Cost:
    """Return what a process cost, run to its end; its output is read all the while.

    ``on_terminal`` gives it a pseudo-terminal of 80 × 24 with colour, else its output is a pipe.
    Raises: CommandFailed.
    """
    before = time.perf_counter()
    process, reading = _start_on_terminal(argv, env) if on_terminal else _start(argv, env)
    output = _read(reading)
    _pid, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - before
    # It is reaped: Popen needn't wait for it again.
    process.returncode = os.waitstatus_to_exitcode(status)
    cost = Cost(
        usage.ru_utime + usage.ru_stime,
        wall,
        usage.ru_maxrss * _KIB_PER_UNIT,
        process.returncode,
        output.decode(errors="replace"),
    )
    if cost.code not in {0, -signal.SIGHUP}:
        raise CommandFailed(argv, cost)
    return cost


def _start(argv: Sequence[str], env: Mapping[str, str]) -> tuple[subprocess.Popen[bytes], int]:
    reading, writing = os.pipe()
    process = subprocess.Popen(
        argv, env=env, stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.STDOUT
    )
    os.close(writing)
    return process, reading


def _start_on_terminal(
    argv: Sequence[str], env: Mapping[str, str]
) -> tuple[subprocess.Popen[bytes], int]:
    outside, inside = pty.openpty()
    ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", _LINES, _COLUMNS, 0, 0))
    colourful = {**env, "TERM": "xterm-256color"}
    process = subprocess.Popen(argv, env=colourful, stdin=inside, stdout=inside, stderr=inside)
    os.close(inside)
    return process, outside


def _read(reading: int) -> bytes:
    parts = []
    try:
        while part := os.read(reading, 65536):
            parts.append(part)
    except OSError:
        # A pseudo-terminal ends so: nobody holds its other side any more.
        pass
    finally:
        os.close(reading)
    return b"".join(parts)


def middle(costs: Iterable[Cost]) -> float:
    """Return the median of the CPU seconds."""
    return median(cost.cpu_s for cost in costs)


def ratio(costs: Sequence[Cost], others: Sequence[Cost]) -> float:
    """Return the median of the ratios of CPU seconds, run by run with the neighbour in time."""
    pairs = zip(costs, others, strict=True)
    return median(cost.cpu_s / other.cpu_s for cost, other in pairs)


def program() -> list[str]:
    """Return how repplan is started: by the installed script, else as a module."""
    script = Path(sys.executable).parent / "repplan"
    return [str(script)] if script.exists() else [sys.executable, "-m", "repplan"]


def keep_to_one_processor() -> int | None:
    """Keep this process and all that it starts to one processor; return its number.

    Virtual processors differ in speed from one minute to the next: a command on one and hello on
    the other would compare the processors. None where the system can't do it.
    """
    if not hasattr(os, "sched_setaffinity"):
        return None
    processor = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {processor})
    return processor


def drop_pages(store: Path) -> bool:
    """Let the system forget what it keeps in memory of a store and of Python's modules.

    False where a process can't ask for that: then a first run is no cold one.
    """
    if not hasattr(os, "posix_fadvise"):
        return False
    for file in (store, *_modules()):
        descriptor = os.open(file, os.O_RDONLY)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)
    return True


@cache
def _modules() -> tuple[Path, ...]:
    """The compiled modules that the program or the yardstick may import."""
    standard = Path(sysconfig.get_path("stdlib"))
    folders = [standard, standard / "lib-dynload"]
    folders += [folder for folder in standard.iterdir() if (folder / "__pycache__").is_dir()]
    packages = Path(typer.__file__).parents[1]
    trees = [Path(repplan.__file__).parent, *(packages / name for name in ("typer", "rich"))]
    files = [file for folder in folders for file in folder.glob("__pycache__/*.pyc")]
    files += (standard / "lib-dynload").glob("*.so")
    files += [file for tree in trees for file in tree.rglob("*.pyc")]
    return tuple(files)
