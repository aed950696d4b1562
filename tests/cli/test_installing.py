"""Putting completion where each shell looks: once, and nothing of the user's is lost."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from repplan.cli.installing import NoShell, install, script
from repplan.errors import CantWrite
from tests.cli.terminals import needs

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home of its own, with nothing in the environment that leads elsewhere."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR", "BASH_COMPLETION_USER_DIR"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.mark.parametrize(
    ("shell", "files"),
    [
        ("bash", [".local/share/bash-completion/completions/repplan",
                  ".local/share/bash-completion/completions/rp"]),
        ("fish", [".config/fish/completions/repplan.fish", ".config/fish/completions/rp.fish"]),
        ("zsh", [".zfunc/_repplan"]),
    ],
)  # fmt: skip
def test_the_script_lies_where_the_shell_looks(home: Path, shell: str, files: list[str]) -> None:
    """Each file holds the whole script; a second time changes nothing."""
    first, second = install(shell), install(shell)
    assert [path.relative_to(home).as_posix() for path in first.files] == files
    assert second.files == first.files
    for path in first.files:
        assert path.read_text(encoding="utf-8") == script(shell)


@pytest.mark.parametrize(
    ("shell", "variable", "file"),
    [
        ("bash", "BASH_COMPLETION_USER_DIR", "completions/repplan"),
        ("bash", "XDG_DATA_HOME", "bash-completion/completions/repplan"),
        ("fish", "XDG_CONFIG_HOME", "fish/completions/repplan.fish"),
    ],
)
def test_a_folder_of_the_users_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: str, variable: str, file: str
) -> None:
    """What the shell's own variable names is where it looks."""
    monkeypatch.setenv(variable, str(tmp_path / "elsewhere"))
    assert install(shell).files[0] == tmp_path / "elsewhere" / file


def test_zsh_needs_a_line_and_gets_it_once(home: Path) -> None:
    """A line is added behind what stands in .zshrc, through a link too, and only once."""
    dotfiles = home / "dotfiles"
    dotfiles.write_text("alias x=y", encoding="utf-8")
    (home / ".zshrc").symlink_to(dotfiles)
    first, second = install("zsh"), install("zsh")
    assert (first.is_added, second.is_added) == (True, False)
    assert first.profile == home / ".zshrc"
    assert dotfiles.read_text(encoding="utf-8") == (
        "alias x=y\nsource ~/.zfunc/_repplan  # completion of repplan\n"
    )


def test_a_zsh_that_reads_the_folder_already_needs_no_line(home: Path) -> None:
    """Who has ~/.zfunc in fpath keeps .zshrc as it is."""
    (home / ".zshrc").write_text("fpath+=~/.zfunc\n", encoding="utf-8")
    assert not install("zsh").is_added


@needs("zsh")
def test_a_zsh_that_starts_afterwards_completes(home: Path) -> None:
    """Without a line of the user's own about completion, too."""
    install("zsh")
    done = subprocess.run(
        ["zsh", "-i", "-c", "print -r -- $_comps[repplan] $_comps[rp]"],
        env={**os.environ, "TERM": "dumb"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["_repplan", "_repplan"]
    assert home in install("zsh").files[0].parents


def _pwsh(folder: Path, answer: str) -> None:
    program = folder / "pwsh"
    program.write_text(f"#!/bin/sh\n{answer}\n", encoding="utf-8")
    program.chmod(0o755)


def test_powershell_is_asked_where_its_profile_lies(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The script lies beside the profile, which gets a line, once."""
    profile = home / "Documents" / "PowerShell" / "profile.ps1"
    _pwsh(tmp_path, f"echo '{profile}'")
    monkeypatch.setenv("PATH", str(tmp_path))
    first, second = install("powershell"), install("powershell")
    assert first.files == (profile.with_name("repplan-completion.ps1"),)
    assert profile.read_text(encoding="utf-8") == (
        '. "$PSScriptRoot/repplan-completion.ps1"  # completion of repplan\n'
    )
    assert (first.is_added, second.is_added) == (True, False)


@pytest.mark.parametrize("answer", [None, "exit 1", "true"])
def test_without_powershell_nothing_is_guessed(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str | None
) -> None:
    """Where no PowerShell answers, nothing is written."""
    if answer:
        _pwsh(tmp_path, answer)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoShell):
        install("powershell")
    assert not list(home.iterdir())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_place_that_cant_be_written_is_named(home: Path, shell: str) -> None:
    """A file where a folder should be: the place is named, nothing is lost."""
    for name in (".local", ".config", ".zfunc"):
        (home / name).write_text("mine", encoding="utf-8")
    with pytest.raises(CantWrite):
        install(shell)
    assert (home / ".zfunc").read_text(encoding="utf-8") == "mine"
    assert not (home / ".zshrc").exists()
