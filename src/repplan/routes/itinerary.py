"""A plan in words, row by row, as its files tell it: the day in order, who is left out, the rest."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext, pgettext
from typing import TYPE_CHECKING

from repplan.errors import N_
from repplan.i18n.clocks import minute_words
from repplan.i18n.daysshown import show_day
from repplan.i18n.phrases import clauses, listed, placed
from repplan.records import dataclass, replace
from repplan.routes.model import BUSY
from repplan.routes.travel import ESTIMATE, MATRIX, SERVICE
from repplan.routes.words import gap_words, item_words, left_words, long_words
from repplan.visits.model import WISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repplan.clock import Clock
    from repplan.routes.model import DayRoute, Door, Proposal, Prospect, Span, Stop

LEAVE, VISIT, GAP, BACK = "leave", "visit", "gap", "back"
"""What a row is: leaving in the morning, a visit, what takes minutes out of the day, coming back."""

_MOST_LEFT = 40
"""So many who were left out are named; the others are a number."""

_BASES = {
    ESTIMATE: N_("estimated from the distance"),
    MATRIX: N_("from your own table"),
    SERVICE: N_("from a travel time service"),
}


@dataclass(frozen=True)
class Row:
    """One row of a day. ``number`` is a visit's on the drawing; 0: it is none.

    ``until`` is when it ends, empty where it takes no time; ``way`` how one gets there, and what is
    kept free; ``appointment`` how far it is agreed.
    """

    kind: str
    time: str
    until: str
    who: str
    where: str = ""
    why: str = ""
    way: str = ""
    number: int = 0
    appointment: str = ""


def rows_of(route: DayRoute, *, is_personal: bool) -> list[Row]:
    """Return a day in order: where one leaves, each visit, lunch and what is busy, the way back."""
    begins = route.opens if route.leaves is None else min(route.opens, route.leaves)
    ends = max(route.closes, route.back or 0)
    timed = [
        (stop.starts, _visit(stop, number, is_personal=is_personal))
        for number, stop in enumerate(route.stops, 1)
    ]
    timed += [
        (span.first, _gap(span, is_personal=is_personal))
        for span in route.told_gaps
        if span.first < ends and begins < span.until
    ]
    if route.leaves is not None and route.start_name:
        said = _("leave {place}").format(place=route.start_name)
        timed.append((route.leaves, Row(LEAVE, minute_words(route.leaves), "", said)))
    if route.back is not None and route.end_name:
        said = _("back at {place}").format(place=route.end_name)
        way = _("drive {time}").format(time=long_words(route.back_travel))
        way = way if route.back_travel else ""
        timed.append((route.back, Row(BACK, minute_words(route.back), "", said, way=way)))
    return [row for _minute, row in sorted(timed, key=lambda one: one[0])]


def _visit(stop: Stop, number: int, *, is_personal: bool) -> Row:
    one = stop.prospect
    state = one.visit.appointment if one.visit else None
    return Row(
        VISIT,
        minute_words(stop.starts),
        minute_words(stop.ends),
        one.name,
        door_words(one.door),
        why_words(one, is_personal=is_personal),
        way_words(stop),
        number,
        pgettext("appointment", state) if state and state != WISHED else "",
    )


def _gap(span: Span, *, is_personal: bool) -> Row:
    """What takes minutes out of a day. An appointment elsewhere is nobody else's business."""
    is_told = is_personal or span.kind != BUSY
    said = gap_words(span if is_told else replace(span, what=""))
    return Row(GAP, minute_words(span.first), minute_words(span.until), said)


def door_words(door: Door) -> str:
    """Return where somebody is met: account, department, building, floor, room."""
    return placed((door.name, door.department, door.building, door.floor, door.room))


def why_words(prospect: Prospect, *, is_personal: bool) -> str:
    """Return what makes somebody due, best first, and what else is to know of them.

    Without ``is_personal`` no item is among it that is a personal note's.
    """
    items = (item_words(one) for one in prospect.items if is_personal or not one.is_personal)
    return clauses(dict.fromkeys([prospect.remark, *items]))


def way_words(stop: Stop) -> str:
    """Return how one gets to a stop, and what is free before and behind: ``drive 25 min, ...``."""
    travel = _("walk {time}") if stop.is_walk else _("drive {time}")
    told = ((travel, stop.travel), (_("wait {time}"), stop.wait), (_("slack {time}"), stop.slack))
    return listed(said.format(time=long_words(minutes)) for said, minutes in told if minutes)


def title_of(proposal: Proposal, clock: Clock, language: str) -> str:
    """Return what the plan is of: its day, or its first and last."""
    days = [show_day(route.day, clock.today, language) for route in proposal.routes]
    if len(days) == 1:
        return days[0]
    return _("{first} to {last}").format(first=days[0], last=days[-1]) if days else _("no days")


def discreet(proposal: Proposal) -> Proposal:
    """Return a plan as others may see it: why the rep has a day off is nobody else's business."""
    routes = tuple(
        replace(route, off=_("day off")) if route.off and not route.is_public_off else route
        for route in proposal.routes
    )
    return replace(proposal, routes=routes)


def visits_words(count: int) -> str:
    """Return how many visits there are."""
    return ngettext("{n} visit", "{n} visits", count).format(n=count)


def sums_of(route: DayRoute) -> list[str]:
    """Return what a day's minutes go to: visits, the way, waiting, slack; why it isn't worked."""
    if not route.stops:
        return [route.off or _("nobody")]
    found = [visits_words(len(route.stops))]
    told = (
        (_("{time} on the way"), route.travel),
        (_("{time} waiting"), route.waiting),
        (_("{time} slack"), route.slack),
    )
    return found + [said.format(time=long_words(each)) for said, each in told if each]


def hours_of(route: DayRoute) -> str:
    """Return from when until when one is out: ``8:05-16:40``; empty on a day without visits."""
    if not route.stops:
        return ""
    leaves = route.stops[0].leaves if route.leaves is None else route.leaves
    back = route.stops[-1].ends if route.back is None else route.back
    return f"{minute_words(leaves)}-{minute_words(back)}"


def left_rows(proposal: Proposal) -> Iterator[tuple[str, str]]:
    """Yield who isn't in the plan and why; of very many the last line is how many more."""
    for one in proposal.left[:_MOST_LEFT]:
        yield one.prospect.name, left_words(one)
    if (more := len(proposal.left) - _MOST_LEFT) > 0:
        yield _("+{n} more").format(n=more), ""


def unplaced_words(route: DayRoute) -> str:
    """Return whose visits a drawing can't hold, because nobody knows where they are; or empty."""
    names = [stop.prospect.name for stop in route.stops if not stop.point]
    return _("Not on the drawing: {names}.").format(names=listed(names)) if names else ""


def rests_on(proposal: Proposal) -> Iterator[str]:
    """Yield what a plan rests on: whose minutes, and whether more effort might find a better one."""
    bases = dict.fromkeys(stop.basis for stop in proposal.stops if stop.travel)
    if words := listed(_(said) for basis, said in _BASES.items() if basis in bases):
        yield _("Minutes on the way: {basis}.").format(basis=words)
    if proposal.is_tight:
        yield _("What was agreed stands close together: this plan has no slack.")
    if proposal.is_cut_short:
        yield _("The time ran out before the effort was spent: another run may differ.")
