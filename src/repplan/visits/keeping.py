"""Keep what a logged visit held: what was talked about, its promises, what it settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.followups import actions as followups
from repplan.followups.channels import channel_said
from repplan.followups.model import QUESTION, US
from repplan.objectives import actions as objectives
from repplan.providers import queries as providers
from repplan.relations import actions as relations
from repplan.relations.words import kind_of_gift
from repplan.store.write import insert
from repplan.visits import queries
from repplan.visits.marks import FOLLOWUPS, Mark
from repplan.visits.model import CONTACT
from repplan.visits.personal import keep_personal
from repplan.visits.talk import given_material, messages_of

if TYPE_CHECKING:
    from repplan.store.work import Work
    from repplan.visits.model import Raised, VisitDraft


def write_talk(work: Work, draft: VisitDraft, visit_id: str) -> None:
    """Write what was talked about, objected to, given, told and cared about.

    A product discussed bears the message that its brief had: chosen before anything is written.
    """
    said_of = _messages(work, draft)
    raised = iter(draft.raised)
    for position, (product_id, reaction, said) in enumerate(draft.products, 1):
        insert(
            work,
            "visit_product",
            {
                "visit_id": visit_id,
                "product_id": product_id,
                "position": position,
                "message_id": said_of.get(product_id),
                "reaction": reaction,
                "said": said or None,
            },
        )
    first = draft.request.provider_ids[0] if draft.request.provider_ids else None
    today = draft.request.on.isoformat()
    for segment in draft.note.segments:
        if segment.mark is Mark.OBJECTION:
            _write_objection(work, next(raised), visit_id)
        elif segment.mark is Mark.VALUE:
            material = given_material(work.db, segment.text)
            relations.give(
                work,
                provider_id=first,
                visit_id=visit_id,
                what=segment.text,
                kind=kind_of_gift(segment.text),
                material_id=material.id if material else None,
                on=today,
            )
        elif segment.mark is Mark.CARES and first:
            followups.care(work, first, segment.text, visit_id, on=draft.request.on)
    keep_personal(work, draft, visit_id)


def _write_objection(work: Work, one: Raised, visit_id: str) -> None:
    insert(
        work,
        "visit_objection",
        {
            "visit_id": visit_id,
            "kind": one.kind,
            "said": one.said,
            "objection_id": one.objection_id,
            "product_id": one.product_id,
            "answer": one.answer,
            "has_landed": one.has_landed,
        },
    )


def _messages(work: Work, draft: VisitDraft) -> dict[str, str]:
    """Product id → the message that was to be given of it; none where nobody was met by name."""
    request = draft.request
    people = queries.visited(work.db, request.provider_ids)
    if not draft.products or not people or request.outcome not in CONTACT:
        return {}
    about = [product_id for product_id, _reaction, _said in draft.products]
    one = providers.provider(work.db, people[0])
    return messages_of(work.db, one, about, on=request.on.isoformat())


def promise_all(work: Work, draft: VisitDraft, visit_id: str) -> tuple[str, ...]:
    """Write the promises, theirs and ours, and the questions we owe; return their ids."""
    request = draft.request
    via = dict(draft.via)
    made = []
    for position, segment in enumerate(draft.note.segments):
        if segment.mark not in FOLLOWUPS:
            continue
        by, kind = FOLLOWUPS[segment.mark]
        waits_on = via.get(position)
        made.append(
            followups.promise(
                work,
                provider_id=request.provider_ids[0] if request.provider_ids else None,
                account_id=None if request.provider_ids else request.account_id,
                visit_id=visit_id,
                by=by,
                kind=kind,
                what=segment.text,
                due_on=segment.on.isoformat() if segment.on else None,
                via_id=waits_on,
                channel=way_of(by, kind, segment.text),
                made_on=request.on,
            ).id
        )
    return tuple(made)


def way_of(by: str, kind: str, what: str) -> str | None:
    """Return by which channel a promise of ours is kept, where its words say so."""
    return channel_said(what) if by == US and kind != QUESTION else None


def settle_all(work: Work, draft: VisitDraft, visit_id: str) -> tuple[str, ...]:
    """Close what the visit settled; return the refs of the follow-ups."""
    settled = []
    for one in draft.settles:
        if one.kind == "followup":
            followups.close(work, one.id, one.proof, on=draft.request.on)
            settled.append(one.ref)
        else:
            followups.settle_concern(work, one.id, on=draft.request.on)
    if draft.result:
        objectives.settle(
            work,
            draft.result.objective_id,
            draft.result.result,
            draft.result.why,
            visit_id=visit_id,
            on=draft.request.on,
        )
    return tuple(settled)
