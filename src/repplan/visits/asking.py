"""The questions a log asks before it writes: one at a time, only what is unclear."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from repplan.cli.ask import ask, choose, confirm
from repplan.cli.show import say
from repplan.errors import N_, BadDay, Declined, UsageProblem
from repplan.i18n.phrases import message_of
from repplan.records import dataclass, replace
from repplan.text import clean
from repplan.visits.leadins import without_lead_in
from repplan.visits.marks import Mark
from repplan.visits.model import CANCELLED
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


@dataclass(eq=False)
class UnclearPersonal(UnclearNote):
    """Only personal segments that may not be kept: a mark would not help."""

    hint: ClassVar[str] = N_(
        "Take it out, or add --yes: it is left out and listed. What they treat goes without ^."
    )


@dataclass(eq=False)
class UnclearWhich(UnclearNote):
    """Only segments that close something, and it isn't clear what."""

    hint: ClassVar[str] = N_(
        "Say words of the one that is done (d: words), or add --yes: it stays as it was said."
    )


@dataclass(eq=False)
class UnclearSample(UnclearNote):
    """Only samples: which, how many or of which lot isn't clear."""

    hint: ClassVar[str] = N_(
        "Say how many and which lot (= Cardexa x2 lot A123), or add --yes: the words are kept."
    )


@dataclass(eq=False)
class UnclearScreened(UnclearNote):
    """Only what a person must judge: whether it is to be reported, or for medical affairs."""

    hint: ClassVar[str] = N_(
        "Log it at a terminal; or add --yes: the command that opens each is said then."
    )


_HINTED = {
    AskKind.SAFETY: UnclearScreened,
    AskKind.INQUIRY: UnclearScreened,
    AskKind.PERSONAL: UnclearPersonal,
    AskKind.SETTLES: UnclearWhich,
    AskKind.SAMPLE: UnclearSample,
}


def refuse_unclear(drafts: Sequence[VisitDraft]) -> None:
    """Raise UnclearNote: there is something to ask, and no terminal to ask at."""
    asks = [one for draft in drafts for one in draft.asks]
    lines = "\n".join(
        f"  {draft.request.where}{': ' if draft.request.where else ''}{_asked(one)}"
        for draft in drafts
        for one in draft.asks
    )
    facts = [{"segment": one.segment, "reading": one.reading} for one in asks]
    problems = {_HINTED.get(one.kind, UnclearNote) for one in asks}
    # What else is unclear can be mended in the text: its hint is told first.
    told = problems - {UnclearScreened} or problems
    problem = told.pop() if len(told) == 1 else UnclearNote
    raise problem(len(asks), lines, facts)


def answer_all(
    request: VisitRequest, draft: Callable[[VisitRequest], VisitDraft], whose: str = ""
) -> tuple[VisitRequest, VisitDraft]:
    """Return the request with every question answered, and its draft.

    ``whose`` visit it is heads each question, where there are several. Raises: Declined.
    """
    current = draft(request)
    request = replace(
        current.request, typed=request.text if request.typed is None else request.typed
    )
    current = replace(current, request=request)
    # Each answer marks a segment or says "as it is", so the questions run out.
    while current.asks:
        one = current.asks[0]
        request = _answered(current, one, f"{whose}: " if whose else "", draft)
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
        AskKind.DAY: _("which day? that has gone by") if one.is_gone else _("which day? {reading}"),
        AskKind.PRODUCT: _("no product of yours: {reading}?") if one.options else "",
        AskKind.RESULT: _("met, partly or missed?") if one.options and not one.picks else "",
        AskKind.OUTCOME: _("called off?") if one.reading == CANCELLED else _("not seen?"),
        AskKind.PERSONAL: _("{reading}: nothing for a personal note. Leave it out?"),
        AskKind.SAMPLE: _("sample: {reading}"),
        AskKind.MARKED: _("meant as {reading}?"),
        AskKind.IDENTITY: _("that could tell who a patient is. Keep it as “{reading}”?"),
        AskKind.BARRED: _("{reading}. Why is it kept all the same? (Enter: it isn't)"),
        AskKind.SAFETY: _("something that must be reported?"),
        AskKind.INQUIRY: _("a question for medical affairs?"),
    }
    asked = questions.get(one.kind) or "{reading}"
    return asked.format(reading=one.reading or _("not understood"))


def _asked(one: Ask) -> str:
    return _("“{segment}”  {question}").format(segment=one.segment, question=question_of(one))


SCREENED = frozenset({AskKind.IDENTITY, AskKind.BARRED, AskKind.SAFETY, AskKind.INQUIRY})
"""What the rules ask about."""

_TWO = 2
_USUAL = frozenset({AskKind.PROMISE, AskKind.THEY, AskKind.QUESTION})
"""Asked only of what looks so much like it that Enter is yes."""


def _answered(
    draft: VisitDraft, one: Ask, head: str, redraft: Callable[[VisitRequest], VisitDraft]
) -> VisitRequest:
    """Return the request with one question answered, whatever the answer was."""
    # What the text says of the outcome has left it, so the draft's own request goes on.
    request = draft.request
    kept = replace(request, kept=request.kept | {(one.segment, one.kind)})
    question = head + _asked(one)
    if one.kind is AskKind.OUTCOME:
        if not confirm(question):
            return kept
        return replace(request, outcome=one.reading, is_outcome_said=True)
    if one.kind in SCREENED:
        return _screened(draft, one, question, kept)
    if one.kind is AskKind.PERSONAL:
        if confirm(question, is_usual=True):
            return _said_better(draft, one, "", kept)
        # Who says that it is none of that has read it once more; with nobody named it has no place.
        if not request.provider_ids:
            raise Declined
        return kept
    if one.kind is AskKind.DAY and len(one.options) < _TWO:
        return _day_said(draft, one, question, kept, redraft)
    if not one.options:
        return _unoffered(draft, one, question, kept)
    if len(one.options) == 1 and not one.picks:
        is_meant = confirm(question, is_usual=one.kind in _USUAL)
        meant = one.options[0] if is_meant else None
    else:
        choices = (*one.options, _("leave it as said"))
        picked = choose(question, choices)
        if picked == len(one.options):
            return kept
        if one.picks:
            return replace(request, picked=(*request.picked, (one.segment, one.picks[picked])))
        meant = one.options[picked]
    return kept if meant is None else _said_better(draft, one, meant, kept)


def _unoffered(draft: VisitDraft, one: Ask, question: str, kept: VisitRequest) -> VisitRequest:
    """Return the request where nothing can be offered: a sample is said again, or moves nothing."""
    if one.kind is not AskKind.SAMPLE:
        say(_("{question}: kept as said").format(question=question))
        return kept
    again = _("Say it again (Enter: only your words are kept):")
    anew = clean(ask(f"{question} {again}")).strip()
    if not anew:
        return kept
    return _said_better(draft, one, anew if anew.startswith("=") else f"= {anew}", kept)


def _day_said(
    draft: VisitDraft,
    one: Ask,
    question: str,
    kept: VisitRequest,
    redraft: Callable[[VisitRequest], VisitDraft],
) -> VisitRequest:
    """Return the request with the day that was meant; Enter leaves it as said."""
    if one.options and confirm(question):
        return _said_better(draft, one, one.options[0], kept)
    asked = "" if one.options else f"{question}  "
    before, _said, after = one.segment.rpartition(one.said)
    while True:
        day = clean(ask(asked + _("A day (Enter: kept as said):"))).strip()
        if not day:
            return kept
        # Not every day may end a sentence without its "by".
        for meant in (f"{before}{day}{after}", f"{before}by {day}{after}"):
            better = _said_better(draft, one, meant, kept)
            if any(it.raw == meant and it.on for it in redraft(better).note.segments):
                return better
        say(message_of(BadDay(day)))


def _screened(draft: VisitDraft, one: Ask, question: str, kept: VisitRequest) -> VisitRequest:
    """Return the request with a question of the rules answered. Raises: Declined."""
    if one.kind is AskKind.BARRED:
        reason = clean(ask(question)).strip()
        if not reason:
            raise Declined
        return replace(kept, because=reason)
    # What only a person can judge has no usual answer: Enter would lose what must be reported.
    is_meant = confirm(question, is_usual=None if one.kind is AskKind.SAFETY else True)
    if one.kind is AskKind.IDENTITY:
        if not is_meant:
            raise Declined
        return replace(kept, is_masked=True)
    if not is_meant:
        return kept
    if one.kind is AskKind.SAFETY:
        return replace(kept, reports=(*kept.reports, one.segment))
    segment = next(it for it in draft.note.segments if it.raw == one.segment)
    if segment.mark is Mark.ASKED:
        return replace(kept, medical=(*kept.medical, one.segment))
    # It is owed an answer as well: marked as a question, what was answered about it stays so.
    marked = f"? {without_lead_in(segment.text, Mark.ASKED)}"
    better = _said_better(draft, one, marked, kept)
    moved = {(marked, kind) for raw, kind in kept.kept if raw == one.segment}
    return replace(better, kept=kept.kept | moved, medical=(*better.medical, marked))


def _said_better(draft: VisitDraft, one: Ask, meant: str, kept: VisitRequest) -> VisitRequest:
    """Return the request whose text says a segment as it was meant."""
    # A day for the next visit stands beside what was said; any other answer says it better.
    is_beside = one.kind is AskKind.NEXT and not one.segment.startswith("~")
    texts = [one.segment, meant] if is_beside else [meant] if meant else []
    lines: list[str] = []
    for segment in draft.note.segments:
        lines += texts if segment.raw == one.segment else [segment.raw]
    request = replace(kept if is_beside else draft.request, text="\n".join(lines))
    return request if is_beside or not meant else _followed(request, one.segment, meant)


def _followed(request: VisitRequest, was: str, now: str) -> VisitRequest:
    """Return the request whose answers to the rules go with a segment that is said better now."""

    def moved(raws: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(now if raw == was else raw for raw in raws)

    answered = {(now, kind) for raw, kind in request.kept if raw == was and kind in SCREENED}
    return replace(
        request,
        kept=request.kept | answered,
        reports=moved(request.reports),
        medical=moved(request.medical),
    )
