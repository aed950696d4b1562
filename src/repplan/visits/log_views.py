"""What a log understood and wrote, on the screen and as JSON; and the recap to send."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.cli.show import saved
from repplan.clock import from_instant
from repplan.followups.model import US, Followup, unwritten
from repplan.followups.rules import assumed_due
from repplan.i18n.dates import show_day_iso
from repplan.i18n.phrases import listed, placed, with_note
from repplan.records import dataclass
from repplan.screening.model import ASK, IDENTITY
from repplan.text import as_word, pad, wrap
from repplan.visits.asking import question_of
from repplan.visits.keeping import way_of
from repplan.visits.marks import FOLLOWUPS, Mark, marked
from repplan.visits.model import IN_PERSON
from repplan.visits.notation import AskKind
from repplan.visits.personal import apart_words, kept_apart
from repplan.visits.views import raised_json, raised_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.cli.show import Line
    from repplan.config import Settings
    from repplan.providers.model import Provider
    from repplan.visits.model import Found, LoggedVisit, VisitDraft
    from repplan.visits.notation import Ask

_LABEL = 11
_DAY = 16


@dataclass(frozen=True)
class Logged:
    """Everything a screen says of one log. ``ref`` is empty in a dry run.

    ``stops`` say of each follow-up why it can't be kept the way it names; empty: nothing does.
    """

    draft: VisitDraft
    people: tuple[Provider, ...]
    account: str
    result: LoggedVisit | None
    followups: tuple[Followup, ...]
    settled: tuple[str, ...]
    batch: str | None
    stops: tuple[str, ...] = ()


def planned_by(logged: Sequence[Logged]) -> tuple[str, ...]:
    """Return the refs of the next visits that these logs planned."""
    return tuple(one.result.next_ref for one in logged if one.result and one.result.next_ref)


def logged_json(one: Logged) -> dict[str, object]:
    """Return a log as JSON; refs are null in a dry run."""
    request, written = one.draft.request, one.result
    return {
        "visit": {
            "ref": written.visit.ref if written else None,
            "outcome": request.outcome,
            "start": one.draft.start_at,
            "date": request.on.isoformat(),
            "channel": one.draft.channel,
            "providers": [{"ref": who.ref, "name": who.name} for who in one.people],
            "account": one.account or None,
        },
        "follow_ups": [
            {
                "ref": item.ref if written else None,
                "by": item.by,
                "kind": item.kind,
                "what": item.what,
                "due_on": item.due_on,
                "assumed": item.is_assumed,
                "channel": item.channel,
                "stop": (one.stops[at] if one.stops else "") or None,
            }
            for at, item in enumerate(one.followups)
        ],
        "settled": list(
            written.settled if written else (s.ref for s in one.draft.settles if s.ref)
        ),
        "objective": {
            "ref": one.draft.result.ref,
            "result": one.draft.result.result,
            "why": one.draft.result.why or None,
        }
        if one.draft.result
        else None,
        "objections": [raised_json(it) for it in one.draft.raised],
        "samples": [
            {
                "ref": written.moved[at].ref if written else None,
                "product": item.lot.product,
                "strength": item.lot.strength,
                "lot": item.lot.number,
                "quantity": item.pieces,
            }
            for at, item in enumerate(one.draft.left)
        ],
        "asks": [{"segment": ask.segment, "reading": ask.reading} for ask in one.draft.asks],
        "screening": [_found_json(it) for it in one.draft.found],
        "safety": [it.ref for it in written.reports] if written else [],
        "inquiries": [it.ref for it in written.inquiries] if written else [],
        "batch": one.batch,
    }


def logged_lines(one: Logged, language: str, width: int, *, has_foot: bool = True) -> list[Line]:
    """Return the table of what was understood, days resolved, then how to take it back."""
    lines: list[Line] = [_head(one, language)]
    lines += _segment_rows(one, language, width)
    for at, item in enumerate(one.followups):
        lines += _promise_row(item, language, width)
        if one.stops and one.stops[at]:
            lines += _row("", one.stops[at], width, "warn")
    for text in one.settled:
        lines += _row(_("kept"), text, width, "good")
    if one.draft.result:
        words = f"{_(one.draft.result.result)} {one.draft.result.why}".rstrip()
        lines += _row(_("objective"), words, width)
    next_on = next((s.on for s in one.draft.note.segments if s.mark is Mark.NEXT and s.on), None)
    if next_on:
        lines += _row(_("next"), show_day_iso(next_on, language), width)
    for ask in one.draft.asks:
        asked = _("“{segment}”  {question}").format(segment=ask.segment, question=question_of(ask))
        opener = _opener(one, ask)
        asked = _("{asked} If so:").format(asked=asked) if opener else asked
        lines += _row(_("unclear"), asked, width, "warn")
        lines += [f"  {opener}"] if opener else []
    lines += _sample_rows(one, width)
    lines += _patient_rows(one, width)
    if one.result:
        lines += _opened_rows(one.result, language, width)
    if has_foot:
        lines.append(_foot(one))
    return lines


def _foot(one: Logged) -> Line:
    """How to take it back, or that there is nothing to take back."""
    if not one.batch:
        return _("Dry run: nothing was written.")
    if one.result and one.result.reports:
        from repplan.safety.views import clock_saved

        return clock_saved(one.result.reports[0].short)
    return saved(one.batch)


def _sample_rows(one: Logged, width: int) -> list[Line]:
    """What was left, a row a lot; what no memo took is kept as it was said."""
    lines: list[Line] = []
    for item in one.draft.left:
        text = _("{product} x{n}, lot {lot}").format(
            product=item.lot.what, n=item.pieces, lot=item.lot.number
        )
        lines += _row(_("sample"), text, width)
    noted = {item.raw for item in one.draft.left}
    if any(s.mark is Mark.SAMPLE and s.raw not in noted for s in one.draft.note.segments):
        text = _("your words are kept; your employer's ledger is the record")
        lines += _row(_("sample"), text, width, "warn")
    return lines


def _patient_rows(one: Logged, width: int) -> list[Line]:
    """What may tell who a patient is, though no rule is sure of it."""
    text = _("“{words}” may tell who it is: leave out what does")
    return [
        line
        for it in one.draft.found
        if it.hit.label == IDENTITY and it.hit.action == ASK
        for line in _row(_("patient?"), text.format(words=it.hit.words), width, "warn")
    ]


def _found_json(one: Found) -> dict[str, object]:
    hit = one.hit
    return {
        "label": hit.label,
        "rule": hit.rule,
        "words": hit.words,
        "action": hit.action,
        "segment": one.segment,
    }


def _opened_rows(written: LoggedVisit, language: str, width: int) -> list[Line]:
    """What was opened beside the visit, and what is to be done with it."""
    lines: list[Line] = []
    for report in written.reports:
        due = from_instant(report.due_at) if report.due_at else None
        until = f"{show_day_iso(due.date(), language)} {due:%H:%M}" if due else ""
        said = _("report by {until}, then:").format(until=until)
        lines += _row(_("safety"), said, width, "late")
        lines.append(_command(f"repplan safety report {report.short}", width))
    for asked in written.inquiries:
        said = _("for medical affairs, don't answer it: {command}").format(
            command=f"repplan inquiry send {asked.short}"
        )
        lines += _row(_("inquiry"), said, width, "warn")
    return lines


def _opener(one: Logged, ask: Ask) -> str:
    """Return the command that opens what was left unanswered; empty where none would."""
    if one.result is None or ask.kind not in {AskKind.SAFETY, AskKind.INQUIRY}:
        return ""
    # A question that is owed is said as it is owed: the inquiry takes it over then.
    owed = [
        it.text for it in one.draft.note.segments if it.mark in FOLLOWUPS and it.raw == ask.segment
    ]
    words = as_word(owed[0] if owed else marked(ask.segment).rest.strip())
    if ask.kind is AskKind.SAFETY:
        return f"repplan safety add - {words} --visit {one.result.visit.ref}"
    return f"repplan inquiry add {one.people[0].ref} {words}"


def _command(command: str, width: int) -> Line:
    """Return a command to be copied: never broken, under the words of its row where it has room."""
    lead = " " * (_LABEL + 1)
    return (lead if len(lead + command) <= width else "  ") + command


def _segment_rows(one: Logged, language: str, width: int) -> list[Line]:
    """What stands as it was said, a row for each segment."""
    lines: list[Line] = []
    apart = kept_apart(one.draft)
    raised = iter(one.draft.raised)
    for segment in one.draft.note.segments:
        if segment.mark is Mark.PERSONAL:
            if segment in apart:
                lines += _row(_("personal"), apart_words(segment, language), width)
            continue
        label = _label(segment.mark)
        if segment.mark is Mark.OBJECTION:
            lines += _row(label, raised_text(next(raised)), width)
        elif label:
            lines += _row(label, _words(segment.mark, segment), width)
    return lines


def planned_followups(draft: VisitDraft, settings: Settings) -> tuple[Followup, ...]:
    """Return the promises that a draft would write, without refs."""
    made = []
    waiting = dict(draft.via)
    for position, segment in enumerate(draft.note.segments):
        if segment.mark not in FOLLOWUPS:
            continue
        by, kind = FOLLOWUPS[segment.mark]
        is_assumed = segment.on is None and by == US
        due = assumed_due(draft.request.on, settings) if is_assumed else segment.on
        made.append(
            unwritten(
                by=by,
                kind=kind,
                what=segment.text,
                due_on=due.isoformat() if due else None,
                is_assumed=is_assumed,
                channel=way_of(by, kind, segment.text) if position not in waiting else None,
            )
        )
    return tuple(made)


def _head(one: Logged, language: str) -> Line:
    request = one.draft.request
    names = listed(who.name for who in one.people) or placed((one.account, request.department))
    start = f" {from_instant(one.draft.start_at):%H:%M}" if one.draft.start_at else ""
    parts = [show_day_iso(request.on, language) + start]
    if one.draft.channel != IN_PERSON:
        parts.append(_(one.draft.channel))
    if request.heads:
        parts.append(_("{heads} people").format(heads=request.heads))
    if request.minutes:
        parts.append(_("{minutes} min").format(minutes=request.minutes))
    return [(f"{names}  ", "head"), (f"{_(request.outcome)}  ", "good"), (listed(parts), "")]


def _label(mark: Mark) -> str:
    return {
        Mark.SAID: _("said"),
        Mark.OBJECTION: _("objection"),
        Mark.VALUE: _("gave"),
        Mark.PRODUCT: _("product"),
        Mark.CARES: _("cares"),
        Mark.READING: _("my reading"),
        Mark.AGREED: _("agreed"),
        Mark.RIVAL: _("rival"),
    }.get(mark, "")


def _words(mark: Mark, segment: object) -> str:
    text = str(getattr(segment, "text", ""))
    if mark is Mark.PRODUCT:
        reaction = getattr(segment, "reaction", None)
        shown = pgettext("reaction", reaction) if reaction else ""
        return " ".join(part for part in (getattr(segment, "product", ""), shown, text) if part)
    return text


def _promise_row(item: Followup, language: str, width: int) -> list[Line]:
    label = _("we will") if item.by == "us" else _("they will")
    if item.kind == "question":
        label = _("answer")
    return _row(label, _with_day(item, language), width, "mark" if item.by == "us" else "")


def _with_day(item: Followup, language: str) -> str:
    if not item.due_on:
        return item.what
    day = show_day_iso(date.fromisoformat(item.due_on), language)
    return with_note(f"{item.what}  {day}", _("assumed") if item.is_assumed else "")


def _row(label: str, text: str, width: int, style: str = "") -> list[Line]:
    first, *others = wrap(text, max(width - _LABEL - 1, 20)) or [""]
    head: Line = [(pad(label, _LABEL) + " ", "mark"), (first, style)]
    return [head, *([(" " * (_LABEL + 1), ""), (line, style)] for line in others)]
