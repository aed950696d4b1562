"""Files to take in, made by each test: tables of one's own, and small registers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from tests.exchange.register import register_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Table(Protocol):
    """Write a table: ``table("name", "Ann Lee")``, its lines, or its bytes as they are."""

    def __call__(self, *lines: str, raw: bytes = b"", file: str = "mine.csv") -> str:
        """Return its path."""


class Register(Protocol):
    """Write a register of these people, each a dictionary of columns by short name."""

    def __call__(self, *people: Mapping[str, str]) -> str:
        """Return its path."""


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """Return what writes ``mine.csv``, anew each time."""

    def write(*lines: str, raw: bytes = b"", file: str = "mine.csv") -> str:
        path = tmp_path / file
        path.write_bytes(raw or "".join(f"{line}\n" for line in lines).encode())
        return str(path)

    return write


class Calendar(Protocol):
    """Write a calendar: each event its lines, with a UID and an END of its own."""

    def __call__(self, *events: str, head: str = "", file: str = "mine.ics") -> str:
        """Return its path."""


@pytest.fixture
def calendar(tmp_path: Path) -> Calendar:
    """Return what writes ``mine.ics``, anew each time."""

    def write(*events: str, head: str = "", file: str = "mine.ics") -> str:
        path = tmp_path / file
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *head.split()]
        for number, event in enumerate(events, 1):
            uid = [] if "UID:" in event else [f"UID:{number}@example.org"]
            lines += ["BEGIN:VEVENT", *uid, *event.strip().splitlines(), "END:VEVENT"]
        path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8", newline="")
        return str(path)

    return write


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """Return what writes ``npi.csv``, anew each time."""

    def write(*people: Mapping[str, str]) -> str:
        path = tmp_path / "npi.csv"
        path.write_text(register_text(*people), encoding="utf-8", newline="")
        return str(path)

    return write
