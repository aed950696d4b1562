"""Ways to be asked for the words of a visit: five questions, or an editor."""

from __future__ import annotations

from contextlib import contextmanager
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.ask import NO, YES, ask, give_back, may_ask
from repplan.cli.editor import edited
from repplan.cli.show import say
from repplan.errors import Declined, RepplanError
from repplan.i18n.dates import DayContext
from repplan.records import dataclass, replace
from repplan.visits.marks import Mark, marked, pieces, tidy
from repplan.visits.model import CONTACT, OUTCOMES
from repplan.visits.notation import read_note
from repplan.visits.outcomes import NO_SEE, with_outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from repplan.visits.model import VisitRequest

_SCISSORS = "-------- 8< --------"


@dataclass(frozen=True)
class Written:
    """The words of a visit, its outcome (None: not said), and the file that still holds them."""

    text: str
    outcome: str | None
    path: Path | None = None


@contextmanager
def words_back(lines: Sequence[str], *, is_asked_for: bool = True) -> Iterator[None]:
    """Show what was typed where Ctrl-C or a refusal ends it; ``lines`` may still grow.

    ``is_asked_for``: it was typed at a prompt; what stands on the command line outlives a refusal.
    """
    try:
        yield
    except (KeyboardInterrupt, RepplanError) as end:
        is_broken = isinstance(end, KeyboardInterrupt)
        if may_ask() and (is_broken or is_asked_for):
            if is_broken:
                say("")
            give_back(lines)
        raise


@contextmanager
def named_at(where: str) -> Iterator[None]:
    """Tell with a refusal where its words stand: a file may hold a dozen visits."""
    try:
        yield
    except RepplanError as error:
        if where:
            error.add_note(where)
        raise


def guided_text(request: VisitRequest, *, is_month_first: bool) -> Written:
    """Return the answers to at most five questions, as marked notes. An empty answer is none."""
    outcome = _asked_outcome(request)
    lines: list[str] = []
    with words_back(lines):
        lines += _marked_lines(ask(_("What did they say?")), "")
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
    template = "\n".join(
        [
            "",
            _SCISSORS,
            _("Write above this line. Marks: > we will, < they will, ? asked, d: done,"),
            _("! objection, + gave, r: met, # product ++, c: cares, ^ personal, ~ next."),
            head,
        ]
    )
    whole, path = edited(template)
    text = whole.partition(_SCISSORS)[0].strip()
    if not text:
        path.unlink()
        raise Declined
    return Written(text, None, path)


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
