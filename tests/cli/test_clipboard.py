"""The clipboard, with tools of our own on PATH that write down what they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.cli.clipboard import copy

if TYPE_CHECKING:
    from pathlib import Path

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")


def tool(folder: Path, name: str, *, code: int = 0) -> Path:
    """Make a tool that copies its input into a file of its name; return that file."""
    copied = folder / f"{name}.txt"
    script = folder / name
    script.write_text(f'#!/bin/sh\n/bin/cat > "{copied}"\nexit {code}\n', encoding="utf-8")
    script.chmod(0o700)
    return copied


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder on PATH; no screen is there to ask."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in SCREENS:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "screen", "encoding"),
    [
        ("pbcopy", "", "utf-8"),
        ("wl-copy", "WAYLAND_DISPLAY", "utf-8"),
        ("xclip", "DISPLAY", "utf-8"),
        ("xsel", "DISPLAY", "utf-8"),
        ("clip.exe", "", "utf-16-le"),
    ],
)
def test_copy(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, screen: str, encoding: str
) -> None:
    """Each platform's tool is given the text whole, in the encoding that it reads."""
    copied = tool(folder, name)
    if screen:
        assert not copy("nobody would see it")
        monkeypatch.setenv(screen, ":0")
    assert copy("Dear 王建国,\n\nthank you.\n")
    assert copied.read_bytes().decode(encoding) == "Dear 王建国,\n\nthank you.\n"


def test_no_clipboard(folder: Path) -> None:
    """Without any tool nothing is copied, and it says so."""
    assert list(folder.iterdir()) == []
    assert not copy("text")


def test_the_next_tool_is_tried(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tool that fails, or isn't one, is passed over for the next."""
    monkeypatch.setenv("DISPLAY", ":0")
    tool(folder, "pbcopy", code=1)
    (folder / "xclip").write_bytes(b"\x00no program")
    (folder / "xclip").chmod(0o700)
    copied = tool(folder, "xsel")
    assert copy("text")
    assert copied.read_text(encoding="utf-8") == "text"
