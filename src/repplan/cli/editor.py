"""A text written in the person's own editor: kept in a file until it is in the store."""

from __future__ import annotations

import os
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from repplan.cli.incoming import checked, decoded
from repplan.cli.show import say
from repplan.errors import N_, UsageProblem
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(eq=False)
class EditorFailed(UsageProblem):
    """$EDITOR couldn't be started, or said that it failed."""

    slug: ClassVar[str] = "editor"
    message: ClassVar[str] = N_("“{editor}” could not be used as the editor.")
    hint: ClassVar[str] = N_("Set EDITOR, or write the text on the command line.")
    editor: str


def edited(template: str) -> tuple[str, Path]:
    """Return what the person made of a template in $EDITOR, and the file that still holds it.

    The file stays until ``until_written`` is through and ``let_go`` takes it away.
    Raises: EditorFailed, TooLong, BadFile (no text).
    """
    import shlex
    import subprocess
    import tempfile

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    handle, name = tempfile.mkstemp(prefix="repplan-", suffix=".txt")
    path = Path(name)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(template)
    with until_written(path, template):
        try:
            subprocess.run([*shlex.split(editor), name], check=True)  # noqa: S603 - the person's own editor
        except (OSError, ValueError, subprocess.CalledProcessError):
            raise EditorFailed(editor) from None
        return checked(decoded(path.name, path.read_bytes())), path


@contextmanager
def until_written(path: Path | None, template: str | None = None) -> Iterator[None]:
    """Say where the words are if what is done here fails: nobody types them twice.

    A file that holds no more than the ``template`` goes; one whose words were written is for
    ``let_go``.
    """
    try:
        yield
    except BaseException:
        if path and path.exists():
            if template is not None and path.read_bytes() == template.encode():
                path.unlink()
            else:
                say(_("Your words are in {path}.").format(path=path))
        raise


def let_go(path: Path | None) -> None:
    """Delete the file whose words are in the store now."""
    if path:
        path.unlink(missing_ok=True)
