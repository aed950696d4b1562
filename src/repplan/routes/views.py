"""A plan on the screen: the day as a line, its visits, who was left out; a week in five lines."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.cli.show import saved
from repplan.day import total
from repplan.due.views import TERMS
from repplan.i18n.clocks import minute_words
from repplan.i18n.daysshown import show_day
from repplan.i18n.phrases import listed
from repplan.routes.model import NO_ROOM
from repplan.routes.timeline import LEGEND, bar, hours_line, runs, scale_of
from repplan.routes.words import (  # fmt: skip
    gap_words,
    item_words,
    left_words,
    long_words,
    way_words,
    where_words,
    why_words,
)
from repplan.text import clip, pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from repplan.cli.show import Line
    from repplan.routes.actions import Accepted
    from repplan.routes.model import DayRoute, LeftOut, Proposal, Prospect, Stop

_TIME, _MIN, _WAY, _WHO = 5, 4, 7, 12
_WHERE = 24
_LABEL = 7
_LEFT = 6
"""So many who were left out are named; the others are a number."""


def plan_lines(
    proposal: Proposal, *, columns: int, today: date, language: str, is_why: bool = False, is_all: bool = False
) -> list[Line]:  # fmt: skip
    """Return a plan of one day or of several."""
    lines: list[Line] = []
    routes = proposal.routes
    if len(routes) > 1:
        lines += week_lines(routes, columns, today, language)
    for route in routes:
        if len(routes) > 1 and not route.stops:
            continue
        if lines:
            lines.append("")
        lines += day_lines(route, columns, today, language, is_why=is_why)
    lines += _left_lines(proposal.left, columns, is_why=is_why, is_all=is_all)
    lines += _remark_lines(proposal, columns)
    return lines


def week_lines(routes: Sequence[DayRoute], columns: int, today: date, language: str) -> list[Line]:
    """Return a line a day: when one leaves and is back, how many visits, the day drawn."""
    days = [show_day(route.day, today, language) for route in routes]
    wide = max(map(width, days)) + 1
    facts = [_counted(route) for route in routes]
    room = max(columns - wide - max(map(width, facts)) - 2, 12)
    scale = scale_of(routes, room)
    lines: list[Line] = [[(" " * wide + hours_line(scale), "faint")]]
    for route, name, told in zip(routes, days, facts, strict=True):
        drawn = bar(route, scale)
        lines.append([(pad(name, wide), "mark"), *runs(pad(drawn, scale.cells)), ("  " + told, "")])
    return lines


def day_lines(
    route: DayRoute, columns: int, today: date, language: str, *, is_why: bool = False
) -> list[Line]:
    """Return one day: its sums, the day as a line, a line a visit."""
    head = show_day(route.day, today, language)
    if not route.stops:
        return [[(head, "head"), ("   " + (route.off or _("nobody")), "")]]
    scale = scale_of([route], columns - _TIME - 1)
    told = listed((route.off, _sums(route)))
    lines: list[Line] = [[(head, "head"), (f"   {told}", "")]]
    indent = " " * (_TIME + 1)
    lines.append([(indent + hours_line(scale), "faint")])
    lines.append([(indent, ""), *runs(bar(route, scale))])
    before: Stop | None = None
    where = max(min(_WHERE + (columns - 80) // 2, 60), 12)
    timed: list[tuple[int, list[Line]]] = [
        (gap.first, [_edge(gap.first, _long(gap.minutes), gap_words(gap), columns)])
        for gap in route.told_gaps
    ]
    if route.leaves is not None and route.start_name:
        timed.append((route.leaves, [_edge(route.leaves, _("leave"), route.start_name, columns)]))
    for stop in route.stops:
        why = _why(stop, columns) if is_why else []
        timed.append((stop.starts, [*_stop_lines(stop, before, columns, where), *why]))
        before = stop
    if route.back is not None and route.end_name:
        timed.append((route.back, [_edge(route.back, _("back"), route.end_name, columns)]))
    # Leaving and arriving in one minute keep their order: sorting is stable.
    return [
        *lines,
        *(line for _at, some in sorted(timed, key=lambda each: each[0]) for line in some),
    ]


def _stop_lines(stop: Stop, before: Stop | None, columns: int, where: int) -> list[Line]:
    one = stop.prospect
    who = clip(
        f"{one.short_name} {one.person.tier or ''}".strip() if one.person else one.name, _WHO
    )
    lead = f"{minute_words(stop.starts):>{_TIME}} {pad(_long(stop.ends - stop.starts), _MIN)} "
    there = pad(clip(where_words(stop, before), where), where)
    way = pad(clip(way_words(stop), _WAY), _WAY)
    room = max(columns - width(lead) - _WHO - where - _WAY - 3, 10)
    why = why_words(one)
    line: Line = [
        (lead, ""),
        (pad(who, _WHO) + " ", "mark" if one.is_fixed else ""),
        (there + " ", ""),
        (way + " ", "faint"),
        (clip(why, room) if not one.remark else "", ""),
    ]
    if not one.remark:
        return [line]
    # What is to be known of a visit is never cut.
    indent = " " * width(lead)
    return [line, *([(indent + part, "warn")] for part in _broken(why, columns - width(indent)))]


def _long(minutes: int) -> str:
    return _("{n}m").format(n=minutes) if minutes < 100 else long_words(minutes)


def _edge(minute: int, word: str, text: str, columns: int) -> Line:
    lead = f"{minute_words(minute):>{_TIME}} {pad(word, _MIN)} "
    return [(lead + clip(text, max(columns - width(lead), 10)), "faint")]


def _why(stop: Stop, columns: int) -> list[Line]:
    """The score as terms, the way, the wait: what speaks for and against a stop."""
    indent = " " * (_TIME + _MIN + 2)
    lines: list[Line] = []
    for item in stop.prospect.items:
        terms = " + ".join(
            f"{_(TERMS.get(term.term, term.term))} {term.value:g} x {term.weight:g}"
            for term in item.why
        )
        said = f"{item_words(item)}: {terms} = {total(item.why):g}" if terms else item_words(item)
        lines += [[(indent + part, "faint")] for part in _broken(said, columns - width(indent))]
    told = [
        _("{time} on the way").format(time=long_words(stop.travel)),
        _("{time} slack").format(time=long_words(stop.slack)),
        _("{time} waiting").format(time=long_words(stop.wait)) if stop.wait else "",
    ]
    lines.append([(indent + listed(told), "faint")])
    return lines


def _broken(text: str, room: int) -> list[str]:
    return wrap(text, max(room, 20))


def _sums(route: DayRoute) -> str:
    count = len(route.stops)
    told = [
        ngettext("{n} visit", "{n} visits", count).format(n=count),
        _("{time} on the way").format(time=long_words(route.travel)),
    ]
    if route.waiting:
        told.append(_("{time} waiting").format(time=long_words(route.waiting)))
    if route.slack:
        told.append(_("{time} slack").format(time=long_words(route.slack)))
    return listed(told)


def _counted(route: DayRoute) -> str:
    if not route.stops:
        return route.off or _("nobody")
    count = len(route.stops)
    visits = ngettext("{n} visit", "{n} visits", count).format(n=count)
    return f"{visits}, {long_words(route.travel)}"


def _left_lines(left: Sequence[LeftOut], columns: int, *, is_why: bool, is_all: bool) -> list[Line]:
    if not left:
        return []
    shown = left if is_all or is_why else left[:_LEFT]
    lines: list[Line] = [""]
    label = _("LEFT")
    for one in shown:
        who = clip(f"{one.prospect.short_name} {_tier(one.prospect)}".strip(), _WHO)
        points = f"{one.prospect.score:g}"
        text = left_words(one)
        if is_why and one.reason == NO_ROOM:
            text += _(" ({points} points)").format(points=points)
        lead = pad(label, _LABEL - 1) + " "
        room = max(columns - _LABEL - _WHO - 1, 10)
        lines.append([(lead, "mark"), (pad(who, _WHO) + " ", ""), (clip(text, room), "faint")])
        label = ""
    more = len(left) - len(shown)
    if more:
        lines.append([(" " * _LABEL + _("+{n} more: --all").format(n=more), "faint")])
    return lines


def _tier(one: Prospect) -> str:
    return (one.person.tier or "") if one.person else ""


def _remark_lines(proposal: Proposal, columns: int) -> list[Line]:
    told = list(proposal.remarks)
    if proposal.is_tight:
        told.append(_("What was agreed stands close together: this plan has no slack."))
    if proposal.is_hungry:
        told.append(_("What was agreed leaves no time for lunch."))
    if proposal.is_cut_short:
        told.append(_("The time ran out before the effort was spent: another run may differ."))
    lines: list[Line] = []
    for text in told:
        first, *rest = _broken(text, columns - _LABEL)
        lines.append([(pad(_("NOTE"), _LABEL), "warn"), (first, "")])
        lines += [" " * _LABEL + part for part in rest]
    return ["", *lines] if lines else []


def legend_lines(columns: int) -> list[Line]:
    """Return what the characters of a drawn day mean."""
    words = [f"{mark} {_(word)}" for mark, word in LEGEND]
    return [[(line, "faint")] for line in _packed(words, "   ", columns)]


def _packed(words: Sequence[str], between: str, columns: int) -> list[str]:
    """Words in as few lines as they need."""
    lines = [""]
    for word in words:
        longer = f"{lines[-1]}{between}{word}" if lines[-1] else word
        if width(longer) <= columns:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line]


def next_lines(columns: int, *, is_why: bool) -> list[Line]:
    """Return what one may do next with a plan that isn't kept yet."""
    first = _("the same line with {option}").format(option="--accept")
    steps = [first, *([] if is_why else ["--why"]), "--pin WHO@10:30", "--skip WHO"]
    first, *rest = _packed(steps, " | ", columns - _LABEL)
    lines: list[Line] = [[(pad(_("NEXT"), _LABEL), "mark"), (first, "")]]
    return [*lines, *(" " * _LABEL + line for line in rest)]


def accepted_lines(done: Accepted, batch: str) -> list[Line]:
    """Return what was written."""
    told = [
        ngettext("{n} visit planned", "{n} visits planned", done.planned).format(n=done.planned)
        if done.planned
        else "",
        ngettext("{n} moved", "{n} moved", done.moved).format(n=done.moved) if done.moved else "",
    ]
    return [listed(told), saved(batch)] if any(told) else [_("All of it is planned already.")]


def plan_json(proposal: Proposal) -> dict[str, object]:
    """Return a plan as JSON: local days and times, minutes, points."""
    return {
        "days": [_day_json(route) for route in proposal.routes],
        "left": [
            {
                "name": one.prospect.name,
                "ref": _ref(one.prospect),
                "points": one.prospect.score,
                "reason": one.reason,
                "said": left_words(one),
                "instead_of": [_ref(each) for each in one.instead_of],
            }
            for one in proposal.left
        ],
        "remarks": list(proposal.remarks),
        "points": proposal.points,
        "travel_min": proposal.travel,
        "seed": proposal.seed,
        "rounds": proposal.rounds,
        "is_cut_short": proposal.is_cut_short,
        "is_tight": proposal.is_tight,
        "is_hungry": proposal.is_hungry,
    }


def _day_json(route: DayRoute) -> dict[str, object]:
    return {
        "on": route.day.isoformat(),
        "off": route.off,
        "leaves_at": minute_words(route.leaves) if route.leaves is not None else None,
        "leaves_from": route.start_name,
        "back_at": minute_words(route.back) if route.back is not None else None,
        "back_to": route.end_name,
        "travel_min": route.travel,
        "waiting_min": route.waiting,
        "slack_min": route.slack,
        "gaps": [
            {"from": minute_words(gap.first), "until": minute_words(gap.until), "kind": gap.kind,
             "what": gap.what}
            for gap in route.gaps
        ],
        "visits": [_stop_json(stop) for stop in route.stops],
    }  # fmt: skip


def _stop_json(stop: Stop) -> dict[str, object]:
    one = stop.prospect
    return {
        "at": minute_words(stop.starts),
        "minutes": stop.ends - stop.starts,
        "leaves_at": minute_words(stop.leaves),
        "arrives_at": minute_words(stop.arrives),
        "travel_min": stop.travel,
        "is_walk": stop.is_walk,
        "basis": stop.basis,
        "wait_min": stop.wait,
        "slack_min": stop.slack,
        "name": one.name,
        "ref": _ref(one),
        "visit": one.visit.ref if one.visit else None,
        "account": one.door.name,
        "is_fixed": one.is_fixed,
        "is_pinned": one.is_must and one.visit is None,
        "points": one.score,
        "why": [
            {"what": item_words(item), "ref": item.ref, "points": item.score,
             "terms": [{"term": term.term, "value": term.value, "weight": term.weight} for term in item.why]}
            for item in one.items
        ],
        "remark": one.remark,
    }  # fmt: skip


def _ref(one: Prospect) -> str | None:
    if one.person is not None:
        return one.person.ref
    return one.visit.ref if one.visit else None
