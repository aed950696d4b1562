"""What a log keeps apart: personal notes, and what may be in none of them."""

from __future__ import annotations

from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.i18n.dates import show_yearly
from repplan.i18n.phrases import with_note
from repplan.notes import actions as notes
from repplan.notes.model import PERSONAL
from repplan.notes.queries import is_known, opening
from repplan.notes.rules import read_personal, sensitive
from repplan.visits import queries
from repplan.visits.marks import Mark
from repplan.visits.model import CONTACT
from repplan.visits.notation import Ask, AskKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.store.work import Work
    from repplan.visits.model import VisitDraft, VisitRequest
    from repplan.visits.notation import Segment


def personal_asks(request: VisitRequest, segments: Sequence[Segment]) -> list[Ask]:
    """Return what is asked about personal segments: what none may hold, and whose nobody knows."""
    asks = []
    for segment in segments:
        if segment.mark is not Mark.PERSONAL or (segment.raw, AskKind.PERSONAL) in request.kept:
            continue
        found = sensitive(segment.text)
        if found:
            reading = _(found[0])
        elif not request.provider_ids:
            reading = _("nobody named")
        else:
            continue
        asks.append(Ask(segment.raw, reading, AskKind.PERSONAL))
    return asks


def kept_apart(draft: VisitDraft) -> list[Segment]:
    """Return the personal segments that are kept: not those that are still asked about."""
    asked = {ask.segment for ask in draft.asks if ask.kind is AskKind.PERSONAL}
    return [
        one
        for one in draft.note.segments
        if one.mark is Mark.PERSONAL and one.raw not in asked and draft.request.provider_ids
    ]


def keep_personal(work: Work, draft: VisitDraft, visit_id: str) -> None:
    """Keep what is personal, on the first person named, each with its topic and its day.

    What is known of them in the same words is there already.
    """
    for segment in kept_apart(draft):
        who = draft.request.provider_ids[0]
        topic, text, day = read_personal(segment.text)
        if is_known(work.db, who, topic, text, draft.request.on.isoformat()):
            continue
        notes.keep(
            work,
            who,
            text,
            PERSONAL,
            visit_id=visit_id,
            source="told",
            on=draft.request.on,
            cells={"topic": topic, "yearly": day},
        )


def opened_with(work: Work, draft: VisitDraft, people: Sequence[str]) -> str | None:
    """Return the id of the note that the brief said to open with; None where nobody was met."""
    met = queries.visited(work.db, people)[:1]
    if draft.request.outcome not in CONTACT or not met:
        return None
    one = opening(work.db, met[0], draft.request.on.isoformat())
    return one.id if one else None


def apart_words(segment: Segment, language: str) -> str:
    """Return what a screen says of a personal segment: that it is kept, and what about, no more."""
    topic, _text, day = read_personal(segment.text)
    about = pgettext("topic", topic) if topic else ""
    if day:
        about = _("every year on {day}").format(day=show_yearly(day, language))
    return with_note(_("kept apart"), about)
