"""The questions a log asks before it writes: one at a time, only what is unclear."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from repplan.cli.ask import ask, choose, confirm
from repplan.errors import N_, UsageProblem
from repplan.records import dataclass, replace
from repplan.visits.notation import AskKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from repplan.visits.model import VisitDraft, VisitRequest
    from repplan.visits.notation import Ask


@dataclass(eq=False)
class UnclearNote(UsageProblem):
    """Segments that can be read more than one way, and nobody to ask."""

    slug: ClassVar[str] = "unclear-note"
    message: ClassVar[str] = N_("{count} unclear, so nothing was written:\n{lines}")
    hint: ClassVar[str] = N_("Mark them (> we will, < they will, ? asked, d: done), or add --yes.")
    count: int
    lines: str
    asks: list[dict[str, str]]


def refuse_unclear(asks: Sequence[Ask]) -> None:
    """Raise UnclearNote: there is something to ask, and no terminal to ask at."""
    lines = "\n".join(f"  {_asked(one)}" for one in asks)
    facts = [{"segment": one.segment, "reading": one.reading} for one in asks]
    raise UnclearNote(len(asks), lines, facts)


def answer_all(
    request: VisitRequest, draft: Callable[[VisitRequest], VisitDraft]
) -> tuple[VisitRequest, VisitDraft]:
    """Return the request with every question answered, and its draft. Raises: Declined."""
    current = draft(request)
    request = replace(request, typed=request.typed or request.text)
    # Each answer marks a segment or says "as it is", so the questions run out.
    while current.asks:
        one = current.asks[0]
        request = _answered(request, current, one)
        current = draft(request)
    return request, current


def question_of(one: Ask) -> str:
    """Return what is asked about a segment, short."""
    questions = {
        AskKind.PROMISE: _("we will do that?"),
        AskKind.THEY: _("they will do that?"),
        AskKind.QUESTION: _("a question we owe an answer?"),
        AskKind.KEPT: _("a promise that is kept?"),
        AskKind.NEXT: _("plan it: {reading}?"),
        AskKind.DAY: _("which day? {reading}"),
        AskKind.PRODUCT: _("no product of yours: {reading}?") if one.options else "",
        AskKind.RESULT: _("met, partly or missed?") if one.options else "",
    }
    asked = questions.get(one.kind) or "{reading}"
    return asked.format(reading=one.reading or _("not understood"))


def _asked(one: Ask) -> str:
    return _("“{segment}”  {question}").format(segment=one.segment, question=question_of(one))


def _answered(request: VisitRequest, draft: VisitDraft, one: Ask) -> VisitRequest:
    kept = replace(request, kept=request.kept | {(one.segment, one.kind)})
    question = _asked(one)
    if len(one.options) == 1:
        meant = one.options[0] if confirm(question) else None
    elif one.options:
        choices = (*one.options, _("leave it as said"))
        picked = choose(question, choices)
        meant = one.options[picked] if picked < len(one.options) else None
    else:
        said = ask(question + " " + _("(empty: leave as said)")).strip()
        meant = f"{one.segment} {said}" if said else None
    if meant is None:
        return kept
    # A day for the next visit stands beside what was said; any other answer says it better.
    is_beside = one.kind is AskKind.NEXT and not one.segment.startswith("~")
    texts = [one.segment, meant] if is_beside else [meant]
    lines: list[str] = []
    for segment in draft.note.segments:
        lines += texts if segment.raw == one.segment else [segment.raw]
    answered = kept if is_beside else request
    return replace(answered, text="\n".join(lines))
