"""Samples in a log: each ``=`` held against the lots there are, and dropped in the log's own Work.

Only while the memo is kept here; else the words stay as they were said. What isn't clear is asked
about, never guessed.
"""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.i18n.phrases import with_note
from repplan.products import queries as products
from repplan.samples import actions, queries
from repplan.samples.model import Left
from repplan.samples.notation import sample_said
from repplan.text import fold
from repplan.visits.marks import Mark
from repplan.visits.notation import Ask, AskKind
from repplan.visits.verdicts import nearest_products

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.samples.model import Lot, Movement
    from repplan.samples.notation import SampleSaid
    from repplan.store.work import Work
    from repplan.visits.model import VisitDraft, VisitRequest
    from repplan.visits.notation import Segment

_MOST = 6


def sampled(
    db: sqlite3.Connection, request: VisitRequest, segments: Sequence[Segment]
) -> tuple[tuple[Left, ...], list[Ask]]:
    """Return the samples left, and which segments are unclear; nothing where no memo is kept."""
    if not queries.is_on(db):
        return (), []
    found: list[Left] = []
    asks: list[Ask] = []
    for segment in segments:
        if segment.mark is not Mark.SAMPLE or (segment.raw, AskKind.SAMPLE) in request.kept:
            continue
        one = _left(db, request, segment)
        if isinstance(one, Left):
            found.append(one)
        else:
            asks.append(one)
    return tuple(found), asks


def leave(work: Work, draft: VisitDraft, visit_id: str) -> tuple[Movement, ...]:
    """Return the movements of the samples that a log says were left with its one provider.

    Raises: as ``samples.actions.drop``.
    """
    return tuple(
        actions.drop(
            work,
            lot_id=one.lot.id,
            provider_id=draft.request.provider_ids[0],
            visit_id=visit_id,
            quantity=one.pieces,
            on=draft.request.on.isoformat(),
            request=one.request,
            receipt=one.receipt,
            reason=one.reason,
        )
        for one in draft.left
    )


def refuse_samples(db: sqlite3.Connection, draft: VisitDraft, today: str) -> None:
    """Raise what ``leave`` would, before anything is asked. Raises: as ``samples.actions.drop``."""
    taken: dict[str, int] = {}
    for one in draft.left:
        taken[one.lot.id] = taken.get(one.lot.id, 0) + one.pieces
        actions.check_drop(
            db,
            today,
            lot_id=one.lot.id,
            provider_id=draft.request.provider_ids[0],
            quantity=taken[one.lot.id],
            on=draft.request.on.isoformat(),
            request=one.request,
            receipt=one.receipt,
            reason=one.reason,
        )


def _left(db: sqlite3.Connection, request: VisitRequest, segment: Segment) -> Left | Ask:
    ours = {one.name: one.id for one in products.products(db)}
    said = sample_said(segment.text, ours)
    if said is None:
        near, rest = nearest_products(segment.text, ours)
        options = [f"= {name} {rest}".rstrip() for name in near]
        if len(near) == 1:
            return _ask(
                segment, _("no product of yours: {reading}?").format(reading=near[0]), options
            )
        return _ask(segment, _("no product of yours."), options, near)
    if said.pieces is None:
        what = said.number or _("how many are missing")
        return _ask(segment, _("{what}: a whole number is needed").format(what=what))
    if said.left_over:
        return _ask(segment, _("“{words}” isn't understood").format(words=said.left_over))
    if len(request.provider_ids) != 1:
        return _ask(segment, _("with whom? keep it by: repplan sample drop WHO"))
    lots = _lots(db, ours[said.product], said, request.on.isoformat())
    if len(lots) == 1:
        return Left(
            raw=segment.raw,
            lot=lots[0],
            pieces=said.pieces,
            request=said.request or None,
            receipt=said.receipt or None,
            reason=said.reason or None,
        )
    return _which(db, segment, said, lots, queries.lots(db, ours[said.product]))


def _lots(db: sqlite3.Connection, product_id: str, said: SampleSaid, on: str) -> list[Lot]:
    """Return the lots meant, the first to expire first: by number, else those with some left."""
    if said.lot:
        found = queries.lots_called(db, product_id, said.lot)
    else:
        stock = queries.stock(db, on, product_id=product_id)
        found = [one.lot for one in stock if one.balance > 0]
    if said.strength:
        wanted = fold(said.strength).replace(" ", "")
        found = [one for one in found if fold(one.strength).replace(" ", "") == wanted]
    return found


def _which(
    db: sqlite3.Connection,
    segment: Segment,
    said: SampleSaid,
    fitting: Sequence[Lot],
    every: Sequence[Lot],
) -> Ask:
    """The question which lot it was: each one as a segment, the first to expire first.

    ``fitting`` are several that fit what was said; where none does, any of ``every`` may be meant.
    """
    lots = fitting or every
    if not lots:
        text = _("no lot of {product} here: repplan sample receive")
        return _ask(segment, text.format(product=said.product))
    # A lot of the same number in two strengths is told by its ref.
    numbers = [queries.lot_key(one.number) for one in lots]
    options = [
        _segment(
            said, one, one.ref if numbers.count(queries.lot_key(one.number)) > 1 else one.number
        )
        for one in lots[:_MOST]
    ]
    names = [_lot_line(db, one) for one in lots[:_MOST]]
    is_unknown = said.lot and not queries.lots_called(db, lots[0].product_id, said.lot)
    if len(lots) == 1:
        text = _("{product} has no lot {said}: is it {lot}?") if is_unknown else _("is it {lot}?")
        reading = text.format(product=said.product, said=said.lot, lot=names[0])
        return _ask(segment, reading, options)
    text = _("{product} has no lot {said}. Which?") if is_unknown else _("which lot?")
    return _ask(segment, text.format(product=said.product, said=said.lot), options, names)


def _lot_line(db: sqlite3.Connection, one: Lot) -> str:
    """A lot as one knows it again: its strength, number, last day, and what is left."""
    left = queries.balance(db, one.id, "9999-12-31")
    count = _("{count} left").format(count=left)
    note = f"{one.expires_on}, {count}" if one.expires_on else count
    return with_note(f"{one.strength} {one.number}".strip(), note)


def _segment(said: SampleSaid, one: Lot, number: str) -> str:
    parts = [f"= {one.what} x{said.pieces} lot {number}"]
    parts += [f"req {said.request}"] if said.request else []
    parts += [f"rec {said.receipt}"] if said.receipt else []
    parts += [f"because {said.reason}"] if said.reason else []
    return " ".join(parts).replace(";", "\\;")


def _ask(
    segment: Segment, reading: str, options: Sequence[str] = (), names: Sequence[str] = ()
) -> Ask:
    """The question; ``names`` are the options, short."""
    return Ask(
        segment.raw,
        f"{reading} {' / '.join(names)}".rstrip(),
        AskKind.SAMPLE,
        tuple(options),
    )
