"""Where each shell looks for completion, and putting it there; nothing of the user's is lost.

Sources: bash-completion's README (where it looks for a command's file), ``man fish`` (its
completions), ``man zshcompsys`` and ``$PROFILE`` of PowerShell, which both need a line in what they
read at their start. Checked 2026-11-20.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import ClassVar

from repplan.errors import N_, CantWrite, RepplanError
from repplan.files import write_whole
from repplan.records import dataclass

PROGRAMS = ("repplan", "rp")
_SCRIPTS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}


@dataclass(eq=False)
class NoShell(RepplanError):
    """The shell isn't on this machine's path, so nobody knows where its profile lies."""

    slug: ClassVar[str] = "no-shell"
    exit_code: ClassVar[int] = 3
    message: ClassVar[str] = N_("PowerShell doesn't answer, so its profile wasn't found.")
    hint: ClassVar[str] = N_("In PowerShell: repplan completion powershell >> $PROFILE")


@dataclass(frozen=True)
class Installed:
    """Where the script lies now. ``line`` was put into ``profile``, or stands there already.

    ``profile`` None: the shell finds the files by itself.
    """

    files: tuple[Path, ...]
    profile: Path | None = None
    line: str = ""
    is_added: bool = False


def script(shell: str) -> str:
    """Return the script that completes both names in this shell."""
    place = Path(__file__).parent / "scripts" / f"repplan.{_SCRIPTS[shell]}"
    return place.read_text(encoding="utf-8")


def install(shell: str) -> Installed:
    """Put the script where the shell looks, over an older one. Raises: CantWrite, NoShell."""
    if shell == "bash":
        return Installed(_written(shell, *(_bash_folder() / name for name in PROGRAMS)))
    if shell == "fish":
        folder = _folder("XDG_CONFIG_HOME", ".config") / "fish" / "completions"
        return Installed(_written(shell, *(folder / f"{name}.fish" for name in PROGRAMS)))
    if shell == "zsh":
        file = Path.home() / ".zfunc" / "_repplan"
        profile = Path(os.environ.get("ZDOTDIR") or Path.home()) / ".zshrc"
        line, known = "source ~/.zfunc/_repplan", ".zfunc"
    else:
        profile = _powershell_profile()
        file = profile.with_name("repplan-completion.ps1")
        line, known = '. "$PSScriptRoot/repplan-completion.ps1"', file.name
    files = _written(shell, file)
    return Installed(files, profile, line, is_added=_add(profile, line, known))


def _bash_folder() -> Path:
    said = os.environ.get("BASH_COMPLETION_USER_DIR")
    folder = Path(said) if said else _folder("XDG_DATA_HOME", ".local/share") / "bash-completion"
    return folder / "completions"


def _folder(variable: str, default: str) -> Path:
    return Path(os.environ.get(variable) or Path.home() / default)


def _written(shell: str, *paths: Path) -> tuple[Path, ...]:
    content = script(shell).encode()
    for path in paths:
        _make_folder(path.parent)
        write_whole(path, content, may_replace=True)
    return paths


def _add(profile: Path, line: str, known: str) -> bool:
    """Add a line to the profile; False if what it does is done there already.

    It is added, and the file never written anew: it may be a link into somebody's dotfiles.
    """
    try:
        before = profile.read_text(encoding="utf-8", errors="replace") if profile.exists() else ""
        if known in before:
            return False
        _make_folder(profile.parent)
        with profile.open("a", encoding="utf-8") as file:
            gap = "" if not before or before.endswith("\n") else "\n"
            file.write(f"{gap}{line}  # completion of repplan\n")
    except OSError as fault:
        raise CantWrite(str(profile), fault.strerror or type(fault).__name__) from None
    return True


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise CantWrite(str(folder), fault.strerror or type(fault).__name__) from None


def _powershell_profile() -> Path:
    """Ask PowerShell, which alone knows: it may lie in a folder that the company moved."""
    for name in ("pwsh", "powershell"):
        program = shutil.which(name)
        if program is None:
            continue
        command = [program, "-NoProfile", "-NonInteractive", "-Command"]
        try:
            told = subprocess.run(  # noqa: S603 - a fixed command
                [*command, "$PROFILE.CurrentUserAllHosts"],
                capture_output=True, text=True, check=True, timeout=30,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError):
            continue
        if told.stdout.strip():
            return Path(told.stdout.strip())
    raise NoShell
