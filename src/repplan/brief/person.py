"""Who this is: stop signs, how they like it, what they care about, the last visits."""

from __future__ import annotations

from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.brief.access import stands
from repplan.brief.allowed import allowed_stops
from repplan.brief.clocks import clock_stops
from repplan.brief.model import CARES, COVER, HABIT, LAST, LIKES, NOTE, STOP
from repplan.brief.opening import opening
from repplan.day import BriefItem
from repplan.followups import queries as followups
from repplan.i18n.phrases import clauses, listed, quoted, with_note
from repplan.notes import queries as notes
from repplan.products.paying import counting_at
from repplan.samples import queries as samples
from repplan.store.refs import short_ref
from repplan.text import clip
from repplan.visits import queries as visits

if TYPE_CHECKING:
    from repplan.brief.door import Door
    from repplan.providers.model import Provider
    from repplan.visits.model import Raised, Visit

_LAST = 2
_NOTES = 3
_BRIEFLY = 28
"""Cells of an objection or its answer in a line of the last visits."""
_COVERED = 3
"""Payers that are named; more are counted."""


def stops(door: Door) -> list[BriefItem]:
    """Return what forbids or slows this visit."""
    one = door.provider
    if one is None:
        return []
    found = []
    if one.state == "no-see":
        found.append(_("sees no reps: ask for another way, not for a visit"))
    if one.state == "left":
        found.append(_("has left this territory"))
    others = [BriefItem(STOP, text, one.ref, "late", is_kept=True) for text in found]
    return [*clock_stops(door), *others, *allowed_stops(door)]


def person(door: Door) -> list[BriefItem]:
    """Return how to open, how they like it, where they stand, what they care about, habits, notes."""
    one = door.provider
    if one is None:
        return []
    likes = [
        one.likes,
        _("speaks {languages}").format(languages=listed(one.languages)) if one.languages else None,
        _("goes by {name}").format(name=one.nicknames[0]) if one.nicknames else None,
    ]
    named, items = opening(door)
    text = clauses(likes)
    if text:
        items.append(BriefItem(LIKES, text))
    items += stands(door)
    cares = followups.concerns(door.db, one.id)
    if cares:
        said = clauses(with_note(care.what, door.day(care.raised_on)) for care in cares)
        items.append(BriefItem(CARES, said, style="warn"))
    items += [*_habits(one), *_covered(door)]
    if one.state == "unverified":
        ref = short_ref(door.db, "provider", one.ref)
        # L10n: the command stays as it is.
        said = _("imported, never checked: repplan provider edit {ref} --state active")
        items.append(BriefItem(NOTE, said.format(ref=ref), one.ref, style="warn"))
    kept = notes.notes(door.db, one.id, door.today.isoformat())
    others = [note for note in kept if note.id not in named]
    items += [BriefItem(NOTE, note.text, note.ref) for note in others[:_NOTES]]
    return items


def _habits(one: Provider) -> list[BriefItem]:
    """Return how they prescribe and whom they treat, in their words, as one entry."""
    patients = _("patients: {what}").format(what=one.patients) if one.patients else ""
    text = " | ".join(part for part in (one.prescribing, patients) if part)
    return [BriefItem(HABIT, text)] if text else []


def _covered(door: Door) -> list[BriefItem]:
    """Return who pays for the product to talk about where the visit is, as one entry.

    Where the account says who pays there, nobody else is named.
    """
    found = door.coverage
    if found and door.account:
        found = counting_at(found, door.account.payers)
    if not found:
        return []
    lines = [
        " ".join((line.payer, with_note(pgettext("coverage", line.state), line.steps)))
        for line in found[:_COVERED]
    ]
    more = f" +{len(found) - _COVERED}" if len(found) > _COVERED else ""
    return [BriefItem(COVER, f"{found[0].product}: {' | '.join(lines)}{more}")]


def last_visits(door: Door) -> list[BriefItem]:
    """Return the last visits, newest first, each with its outcome, reaction and their words."""
    if door.provider is None:
        return []
    found = visits.of_provider(door.db, door.provider.id, is_actual=True, most=_LAST)
    return [_visit(door, one) for one in found]


def _visit(door: Door, one: Visit) -> BriefItem:
    parts = [door.day(one.on_date), _(one.outcome) if one.outcome else ""]
    if one.minutes:
        agreed = f" / {one.minutes_planned}" if one.minutes_planned else ""
        parts.append(_("{minutes} min").format(minutes=f"{one.minutes}{agreed}"))
    for talk in visits.talked(door.db, one.id):
        parts += [talk.product, pgettext("reaction", talk.reaction) if talk.reaction else ""]
    head = " ".join(part for part in parts if part)
    head = ", ".join(part for part in (head, *_left(door, one)) if part)
    objected = [_objected(it) for it in visits.raised(door.db, one.id)]
    head = ", ".join([head, *objected])
    said = quoted(one.said) if one.said else ""
    agreed_on = _("agreed: {what}").format(what=one.agreed) if one.agreed else ""
    return BriefItem(
        LAST,
        "  ".join(part for part in (head, said, agreed_on) if part),
        one.ref,
        facts=(("outcome", one.outcome), ("date", one.on_date)),
    )


def _left(door: Door, one: Visit) -> list[str]:
    """Return the samples that were left; where no memo of them is kept, what was said of them."""
    found = samples.left_at(door.db, one.id)
    if found:
        return [_("{count} x {product}").format(count=count, product=what) for what, count in found]
    said = one.sample_text or ""
    words = "; ".join(part.strip().removeprefix("=").strip() for part in said.split("; "))
    return [_("samples: {what}").format(what=clip(words, _BRIEFLY))] if words else []


def _objected(it: Raised) -> str:
    """Return an objection of a visit with its answer and whether that landed, briefly."""
    landed = {True: _("landed"), False: _("didn't land")}
    verdict = "" if it.has_landed is None else landed[it.has_landed]
    answer = clip(it.answer, _BRIEFLY) if it.answer else ""
    told = " ".join(part for part in (answer, verdict) if part)
    told = told or _("unanswered")
    return f"{clip(it.said, _BRIEFLY)}: {told}"
