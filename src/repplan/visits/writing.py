"""Ways to be asked for the words of a visit: five questions, or an editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from repplan.cli.ask import ask
from repplan.cli.incoming import checked, decoded
from repplan.errors import N_, Declined, UsageProblem
from repplan.records import dataclass
from repplan.visits.model import OUTCOMES

if TYPE_CHECKING:
    from repplan.visits.model import VisitRequest

_SCISSORS = "-------- 8< --------"


@dataclass(eq=False)
class EditorFailed(UsageProblem):
    """$EDITOR couldn't be started, or said that it failed."""

    slug: ClassVar[str] = "editor"
    message: ClassVar[str] = N_("“{editor}” could not be used as the editor.")
    hint: ClassVar[str] = N_("Set EDITOR, or write the text on the command line.")
    editor: str


@dataclass(frozen=True)
class Written:
    """The words of a visit and its outcome."""

    text: str
    outcome: str


def guided_text(request: VisitRequest) -> Written:
    """Return the answers to at most five questions, as marked notes. An empty answer is none."""
    first = ask(_("Were they seen? Enter is yes; brief, staff, no-see, cancelled:")).strip().lower()
    outcome = next((one for one in OUTCOMES if first and one.startswith(first)), request.outcome)
    questions = [(_("What did they say?"), "")]
    if outcome in {"seen", "brief"}:
        questions += [
            (_("What will you do, by when?"), "> "),
            (_("What will they do?"), "< "),
        ]
    questions.append((_("When next? A day, or 2w:"), "~ "))
    lines = []
    for question, mark in questions:
        said = ask(question).strip()
        if said:
            lines.append(mark + said)
    if not lines and outcome == "seen":
        raise Declined
    return Written("\n".join(lines), outcome)


def edited_text(request: VisitRequest) -> Written:
    """Return what was written in $EDITOR above the line.

    Raises: Declined when it is empty, EditorFailed, TooLong, BadFile (no text).
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    template = "\n".join(
        [
            "",
            _SCISSORS,
            _("Write above this line. Marks: > we will, < they will, ? asked, d: done,"),
            _("! objection, + gave, r: met, # product ++, c: cares, ^ personal, ~ next."),
            request.on.isoformat(),
        ]
    )
    handle, name = tempfile.mkstemp(prefix="repplan-", suffix=".txt")
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(template)
        try:
            subprocess.run([*shlex.split(editor), name], check=True)  # noqa: S603 - the person's own editor
        except (OSError, subprocess.CalledProcessError):
            raise EditorFailed(editor) from None
        text = decoded(path.name, path.read_bytes()).partition(_SCISSORS)[0].strip()
    finally:
        path.unlink(missing_ok=True)
    if not text:
        raise Declined
    return Written(checked(text), request.outcome)
