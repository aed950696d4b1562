"""``repplan completion``: the script, and where it was put."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from repplan.cli.installing import script

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home of its own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR", "BASH_COMPLETION_USER_DIR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize(
    ("said", "shell"),
    [("bash", "bash"), ("zsh", "zsh"), ("fish", "fish"), ("powershell", "powershell"),
     ("pwsh", "powershell"), ("Bash", "bash")],
)  # fmt: skip
def test_it_prints_the_script(run: Run, said: str, shell: str) -> None:
    """To the letter, so that it can go into a file."""
    result = run("completion", said)
    assert (result.code, result.err) == (0, "")
    assert result.out == script(shell)


def test_it_says_what_it_wrote(run: Run, home: Path) -> None:
    """Each file, each line that was added to a file of the rep's, and what to do next."""
    assert run("completion", "zsh", "--install").out == (
        f"Written: {home}/.zfunc/_repplan\n"
        f"Added to {home}/.zshrc: source ~/.zfunc/_repplan\n"
        "Open a new shell to use it.\n"
    )
    assert run("completion", "zsh", "--install").out == (
        f"Written: {home}/.zfunc/_repplan\n"
        f"{home}/.zshrc reads it already.\n"
        "Open a new shell to use it.\n"
    )
    folder = f"{home}/.local/share/bash-completion/completions"
    assert run("completion", "bash", "--install").out == (
        f"Written: {folder}/repplan\n"
        f"Written: {folder}/rp\n"
        "Nothing completes? Then bash-completion is missing. Put into ~/.bashrc:\n"
        f"  source {folder}/repplan\n"
        "Open a new shell to use it.\n"
    )


def test_json(run: Run, home: Path) -> None:
    """The same for scripts."""
    assert json.loads(run("completion", "fish", "--json").out) == {
        "shell": "fish",
        "script": script("fish"),
    }
    assert json.loads(run("completion", "zsh", "--install", "--json").out) == {
        "shell": "zsh",
        "files": [f"{home}/.zfunc/_repplan"],
        "profile": f"{home}/.zshrc",
        "line": "source ~/.zfunc/_repplan",
        "added": True,
    }


def test_another_shell_is_refused(run: Run) -> None:
    """A shell that repplan doesn't know: exit 2, with those it knows."""
    result = run("completion", "tcsh")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "“tcsh” is no value of “shell”.\nUse one of: bash, zsh, fish, powershell.\n"
    )


def test_it_needs_no_store(run: Run, nowhere: Path) -> None:
    """Who has no store yet can have completion."""
    assert run("--store", str(nowhere), "completion", "bash").code == 0
