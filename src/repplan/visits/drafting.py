"""What a log would write: the marked note held against the store, with what is unclear.

Reads only. It runs twice: once on the reading door, for the questions; once inside the Work, so
that what is written fits the store as it is then.
"""

from __future__ import annotations

from functools import lru_cache
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.clock import to_instant
from repplan.followups import queries as followups
from repplan.followups.model import Concern, Followup
from repplan.followups.rules import meant
from repplan.i18n.dates import DayContext, FoundDay, day_in_segment
from repplan.i18n.phrases import clauses
from repplan.objectives import queries as objectives
from repplan.products import queries as products
from repplan.providers import queries as providers
from repplan.records import replace
from repplan.visits import queries
from repplan.visits.marks import marked, unescaped
from repplan.visits.model import IN_PERSON, Raised, Result, Settles, VisitDraft
from repplan.visits.notation import Ask, AskKind, Mark, read_note
from repplan.visits.outcomes import with_outcome
from repplan.visits.personal import personal_asks
from repplan.visits.rules import start_of
from repplan.visits.screened import (
    found_in,
    identity_asks,
    safety_asks,
    screening_asks,
    without_patients,
)
from repplan.visits.talk import raised_objection
from repplan.visits.verdicts import settled_said

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from repplan.clock import Clock
    from repplan.config import Settings
    from repplan.objectives.model import Objective
    from repplan.samples.model import Left
    from repplan.visits.model import VisitRequest
    from repplan.visits.notation import Note, Segment


def draft_visit(
    db: sqlite3.Connection,
    request: VisitRequest,
    *,
    clock: Clock,
    settings: Settings,
    is_month_first: bool,
) -> VisitDraft:
    """Return what would be written, and what has to be asked first."""
    request, unsure = with_outcome(without_patients(db, request))
    known = tuple(one.name for one in products.products(db))
    names = providers.names_over_days(db, request.provider_ids)
    context = DayContext(request.on, is_month_first)
    note = _read(request.text, context, known, tuple(names), request.outcome == "no-see")
    note, via = _without_via(db, note, context, names)
    planned = queries.planned_on(
        db,
        request.on.isoformat(),
        request.provider_ids,
        request.account_id,
        request.department,
    )
    start = start_of(request, planned, clock.now, settings)
    found = found_in(db, request, note.segments)
    asks = safety_asks(found, request) + identity_asks(found, request)
    asks += [unsure] if unsure else []
    asks += [ask for ask in note.asks if (ask.segment, ask.kind) not in request.kept]
    settles, unclear = _settles(db, request, note.segments)
    asks += unclear
    asks += personal_asks(request, note.segments)
    left, unclear = _left(db, request, note.segments)
    asks += unclear
    result, unclear = _result(db, request, note.segments, planned.objective_id if planned else None)
    asks += unclear
    asks = _once(asks + screening_asks(found, request, note.segments))
    note = _with_kept(note, settles, result)
    talked = _talked(db, note.segments)
    return VisitDraft(
        request=request,
        note=note,
        planned_id=planned.id if planned else None,
        start_at=to_instant(start) if start else None,
        channel=request.channel or (planned.channel if planned else IN_PERSON),
        products=talked,
        raised=_raised(db, request, note.segments, [one[0] for one in talked]),
        settles=tuple(settles.values()),
        result=result,
        via=tuple(via.items()),
        left=left,
        asks=tuple(asks),
        found=found,
    )


def _once(asks: Sequence[Ask]) -> list[Ask]:
    """The questions, none of them about what another one asks: for medical affairs is a question."""
    medical = {one.segment for one in asks if one.kind is AskKind.INQUIRY}
    return [one for one in asks if one.kind is not AskKind.QUESTION or one.segment not in medical]


@lru_cache(maxsize=256)
def _read(
    text: str,
    context: DayContext,
    products: tuple[str, ...],
    names: tuple[str, ...],
    is_no_see: bool,  # noqa: FBT001 - a cache tells its parameters by their place
) -> Note:
    # The second draft, inside the Work, reads the same words against the same names again.
    return read_note(text, context, products=products, names=names, is_no_see=is_no_see)


def _talked(
    db: sqlite3.Connection, segments: Sequence[Segment]
) -> tuple[tuple[str, str | None, str], ...]:
    """(product id, reaction, words) of every ``#``, in order."""
    ids = {one.name: one.id for one in products.products(db)}
    return tuple(
        (ids[segment.product], segment.reaction, segment.text)
        for segment in segments
        if segment.mark is Mark.PRODUCT and segment.product
    )


def _left(
    db: sqlite3.Connection, request: VisitRequest, segments: Sequence[Segment]
) -> tuple[tuple[Left, ...], list[Ask]]:
    if all(one.mark is not Mark.SAMPLE for one in segments):
        return (), []
    from repplan.visits.sampling import sampled

    return sampled(db, request, segments)


def _raised(
    db: sqlite3.Connection,
    request: VisitRequest,
    segments: Sequence[Segment],
    product_ids: Sequence[str],
) -> tuple[Raised, ...]:
    """Each objection held against the approved ones; only behind an arrow was an answer given."""
    found = []
    for one in segments:
        if one.mark is not Mark.OBJECTION:
            continue
        meant_one = raised_objection(
            db, one.text, one.objection_kind, product_ids=product_ids, on=request.on.isoformat()
        )
        alone = product_ids[0] if len(product_ids) == 1 else None
        # An arrow with no words of its own: the approved answer was given.
        answer = meant_one.answer if meant_one and one.answer == "" else one.answer
        found.append(
            Raised(
                said=one.text,
                kind=one.objection_kind or (meant_one.category if meant_one else None),
                objection_id=meant_one.id if meant_one else None,
                product_id=meant_one.product_id if meant_one else alone,
                answer=answer or None,
                has_landed=one.has_landed,
                objection=meant_one.text if meant_one else None,
            )
        )
    return tuple(found)


def _settles(
    db: sqlite3.Connection, request: VisitRequest, segments: Sequence[Segment]
) -> tuple[dict[int, Settles], list[Ask]]:
    """What each ``d:`` and ``c: settled`` settles, by its position, and which are unclear."""
    settles: dict[int, Settles] = {}
    asks: list[Ask] = []
    still_open: list[Followup | Concern] = []
    for provider_id in request.provider_ids:
        still_open += followups.open_of_provider(db, provider_id)
        still_open += followups.concerns(db, provider_id)
    picked = dict(request.picked)
    for position, segment in enumerate(segments):
        said = _settling(segment)
        if said is None:
            continue
        fitting = still_open
        if segment.mark is Mark.CARES:
            fitting = [one for one in still_open if isinstance(one, Concern)]
        found = [one for one in fitting if one.id == picked.get(segment.raw)]
        found = found or (meant(said, fitting) if said else fitting)
        if len(found) == 1:
            still_open.remove(found[0])
            settles[position] = _settled(found[0], segment.text)
        elif (segment.raw, AskKind.SETTLES) not in request.kept:
            reading = (
                _("fits several: {items}").format(items=clauses(one.what for one in found))
                if found
                else _("nothing open fits")
            )
            asks.append(_which(segment, reading, AskKind.SETTLES, found or fitting))
    return settles, asks


def _settling(segment: Segment) -> str | None:
    """Return the words of what a segment settles, empty: the only one there is; None: nothing."""
    if segment.mark is Mark.DONE:
        return segment.text
    return settled_said(segment.text) if segment.mark is Mark.CARES else None


def _settled(one: Followup | Concern, proof: str) -> Settles:
    if isinstance(one, Followup):
        return Settles("followup", one.id, one.ref, one.what, proof)
    return Settles("concern", one.id, "", one.what, proof)


def _result(
    db: sqlite3.Connection,
    request: VisitRequest,
    segments: Sequence[Segment],
    planned_objective: str | None,
) -> tuple[Result | None, list[Ask]]:
    said = next((one for one in segments if one.mark is Mark.RESULT), None)
    if said is None or (said.raw, AskKind.RESULT) in request.kept:
        return None, []
    if said.result is None:
        return None, []
    still_open = [
        one for provider in request.provider_ids for one in objectives.open_of(db, provider)
    ]
    picked = [one for one in still_open if one.id == dict(request.picked).get(said.raw)]
    named = picked or meant(said.text, still_open)
    planned = [one for one in still_open if one.id == planned_objective]
    found = named if len(named) == 1 else planned or still_open
    if len(found) != 1:
        reading = (
            _("no open objective")
            if not found
            else _("which objective? {items}").format(items=clauses(one.what for one in found))
        )
        return None, [_which(said, reading, AskKind.RESULT, found)]
    return Result(found[0].id, found[0].ref, said.result, said.text), []


def _which(
    segment: Segment,
    reading: str,
    kind: AskKind,
    found: Sequence[Followup | Concern | Objective],
) -> Ask:
    """The question which open record is meant: each is one that can be picked."""
    options = tuple(one.what for one in found)
    return Ask(segment.raw, reading, kind, options, tuple(one.id for one in found))


def _with_kept(note: Note, settles: Mapping[int, Settles], result: Result | None) -> Note:
    """The note with the marks that write nothing as what was said: no word of them is lost."""
    segments = list(note.segments)
    is_used = {Mark.RESULT: result is None, Mark.NEXT: False}
    for position, segment in enumerate(segments):
        if segment.mark is Mark.CARES and settled_said(segment.text) is not None:
            # It opens no concern: it closes one, or stays as it was said.
            is_done = position in settles
            text = segment.text if is_done else segment.raw
            segments[position] = replace(
                segment, mark=Mark.DONE if is_done else Mark.SAID, text=text
            )
            continue
        if segment.mark is Mark.DONE:
            is_lost = position not in settles
        elif segment.mark in is_used:
            # The first one counts, and of the next visit only one with a day.
            is_lost = is_used[segment.mark] or (segment.mark is Mark.NEXT and segment.on is None)
            is_used[segment.mark] = is_used[segment.mark] or not is_lost
        else:
            is_lost = False
        if is_lost:
            words = unescaped(marked(segment.raw).rest).strip()
            segments[position] = replace(segment, mark=Mark.SAID, text=words)
    return replace(note, segments=tuple(segments))


def _without_via(
    db: sqlite3.Connection, note: Note, context: DayContext, names: Sequence[str]
) -> tuple[Note, dict[int, str]]:
    """The note without ``via amy`` at the end of promises, and position → the colleague meant."""
    segments = list(note.segments)
    via: dict[int, str] = {}
    for position, segment in enumerate(segments):
        if segment.mark not in {Mark.PROMISE, Mark.ASKED}:
            continue
        what, team = followups.without_via(db, segment.text)
        if len(team) != 1:
            continue
        via[position] = team[0].id
        # The day may stand before "via amy": then it is at the end only now.
        found = None if segment.on else day_in_segment(what, context, names=names)
        if isinstance(found, FoundDay):
            segments[position] = replace(segment, text=found.rest, on=found.on)
        else:
            segments[position] = replace(segment, text=what)
    return replace(note, segments=tuple(segments)), via
