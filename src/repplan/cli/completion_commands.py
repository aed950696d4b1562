"""``repplan completion``: names and refs complete in the rep's shell."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import one_of
from repplan.cli.options import Json

_SHELLS = ("bash", "zsh", "fish", "powershell")


def completion(
    shell: Annotated[
        str,
        typer.Argument(
            metavar="bash|zsh|fish|powershell",
            help=_("the shell you type in"),
            autocompletion=one_of(*_SHELLS),
        ),
    ],
    install: Annotated[
        bool, typer.Option("--install", help=_("put it where the shell looks for it"))
    ] = False,
    json: Json = False,
) -> None:
    """Complete commands, names and refs in your shell: prints the script, or installs it."""
    from repplan.cli.installing import install as put_there
    from repplan.cli.installing import script
    from repplan.cli.show import out, out_json
    from repplan.errors import BadValue

    said = {"pwsh": "powershell"}.get(shell.lower(), shell.lower())
    if said not in _SHELLS:
        raise BadValue("shell", shell, ", ".join(_SHELLS))
    if not install:
        if json:
            out_json({"shell": said, "script": script(said)})
        else:
            out(script(said).splitlines())
        return
    put = put_there(said)
    if json:
        out_json({
            "shell": said,
            "files": [str(path) for path in put.files],
            "profile": str(put.profile) if put.profile else None,
            "line": put.line or None,
            "added": put.is_added,
        })  # fmt: skip
        return
    lines = [_("Written: {path}").format(path=path) for path in put.files]
    if put.profile and put.is_added:
        lines.append(_("Added to {path}: {line}").format(path=put.profile, line=put.line))
    elif put.profile:
        lines.append(_("{path} reads it already.").format(path=put.profile))
    if said == "bash":
        lines.append(_("Nothing completes? Then bash-completion is missing. Put into ~/.bashrc:"))
        lines.append(f"  source {put.files[0]}")
    out([*lines, _("Open a new shell to use it.")])
