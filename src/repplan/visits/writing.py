"""Ways to be asked for the words of a visit: five questions, or an editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from repplan.cli.ask import NO, YES, ask
from repplan.cli.incoming import checked, decoded
from repplan.cli.show import say
from repplan.errors import N_, Declined, UsageProblem
from repplan.i18n.dates import DayContext
from repplan.records import dataclass, replace
from repplan.visits.marks import Mark, marked, pieces, tidy
from repplan.visits.model import CONTACT, OUTCOMES
from repplan.visits.notation import read_note
from repplan.visits.outcomes import NO_SEE, with_outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """The words of a visit, its outcome (None: not said), and the file that still holds them."""

    text: str
    outcome: str | None
    path: Path | None = None


def guided_text(request: VisitRequest, *, is_month_first: bool) -> Written:
    """Return the answers to at most five questions, as marked notes. An empty answer is none."""
    outcome = _asked_outcome(request)
    lines = _marked_lines(ask(_("What did they say?")), "")
    if outcome in CONTACT:
        lines += _marked_lines(ask(_("What will you do, by when?")), "> ")
        lines += _marked_lines(ask(_("What will they do?")), "< ")
    lines += _asked_next(DayContext(request.on, is_month_first))
    if not lines and outcome == OUTCOMES[0]:
        raise Declined
    return Written("\n".join(lines), outcome)


def edited_text(head: str) -> Written:
    """Return what was written in $EDITOR above the line; ``head`` says whose visit it is, and when.

    The file stays until ``until_written`` is through. Raises: Declined when it is empty,
    EditorFailed, TooLong, BadFile (no text).
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    template = "\n".join(
        [
            "",
            _SCISSORS,
            _("Write above this line. Marks: > we will, < they will, ? asked, d: done,"),
            _("! objection, + gave, r: met, # product ++, c: cares, ^ personal, ~ next."),
            head,
        ]
    )
    handle, name = tempfile.mkstemp(prefix="repplan-", suffix=".txt")
    path = Path(name)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(template)
    with until_written(path, template):
        try:
            subprocess.run([*shlex.split(editor), name], check=True)  # noqa: S603 - the person's own editor
        except (OSError, ValueError, subprocess.CalledProcessError):
            raise EditorFailed(editor) from None
        text = decoded(path.name, path.read_bytes()).partition(_SCISSORS)[0].strip()
        if not text:
            path.unlink()
            raise Declined
        return Written(checked(text), None, path)


@contextmanager
def until_written(path: Path | None, template: str | None = None) -> Iterator[None]:
    """Say where the words are if what is done here fails: nobody types a visit twice.

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


def _asked_outcome(request: VisitRequest) -> str:
    """Return the outcome that was answered: asked again until it is one."""
    if request.is_outcome_said:
        return request.outcome
    question = _("Were they seen? Enter is yes; brief, staff, no-see, cancelled:")
    while True:
        said = ask(question).strip().casefold()
        if not said or said in YES or said == _("yes"):
            return OUTCOMES[0]
        if said in NO:
            return NO_SEE
        known, _unsure = with_outcome(replace(request, text=said))
        if known.is_outcome_said:
            return known.outcome
        begun = [one for one in OUTCOMES if one.startswith(said) or _(one) == said]
        if len(begun) == 1:
            return begun[0]
        say(_("Not understood: {said}").format(said=said))


def _asked_next(context: DayContext) -> list[str]:
    """Return the next visit as a marked line, none for Enter: asked again until it is a day."""
    while True:
        said = ask(_("When next? A day, or 2w:")).strip()
        if not said:
            return []
        line = f"~ {said.lstrip('~～ ')}"
        segments = read_note(line, context).segments
        if len(segments) == 1 and segments[0].mark is Mark.NEXT and segments[0].on:
            return [line]
        say(_("No day or interval: {said}. Enter leaves it open.").format(said=said))


def _marked_lines(said: str, mark: str) -> list[str]:
    """Return an answer as lines, each with the mark of its question if it has none of its own."""
    every = pieces(tidy(said))
    return [mark + one if marked(one).mark is Mark.SAID else one for one in every]
