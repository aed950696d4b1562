"""What a plan says in words: minutes, the way, why somebody is on it, why somebody isn't."""

from __future__ import annotations

from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.day import Group
from repplan.i18n.phrases import listed, placed
from repplan.routes.model import CALL, CLASH, LUNCH, NO_HOUR, NO_ROOM, SKIPPED

if TYPE_CHECKING:
    from repplan.day import QueueItem
    from repplan.routes.model import LeftOut, Prospect, Span, Stop


def long_words(minutes: int) -> str:
    """Return "45 min", "2h", "1h05"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{n} min").format(n=rest)
    return _("{h}h{m}").format(h=hours, m=f"{rest:02}") if rest else _("{h}h").format(h=hours)


def way_words(stop: Stop) -> str:
    """Return how one gets there, for a narrow column: "16m", "walk 5m"; empty: one is there."""
    if not stop.travel:
        return ""
    text = _("walk {n}m") if stop.is_walk else _("{n}m")
    return text.format(n=stop.travel)


def where_words(stop: Stop, before: Stop | None) -> str:
    """Return where somebody is met; in the building where one is already: the rest of it alone."""
    door = stop.prospect.door
    rest = (door.department, door.building, door.floor, door.room)
    is_same = before is not None and before.prospect.door.account_id == door.account_id
    if is_same and door.account_id:
        return placed(rest) or _("same building")
    return placed((door.name, *rest)) or _("unknown place")


def why_words(one: Prospect) -> str:
    """Return why somebody is on the route, in a few words."""
    if one.remark:
        return one.remark
    if one.visit is not None:
        if one.visit.appointment in {"agreed", "confirmed"} and one.visit.agreed_with:
            return _("agreed with {name}").format(name=one.visit.agreed_with)
        return {
            "asked": _("asked, no answer yet"),
            "agreed": pgettext("appointment", "agreed"),
            "confirmed": pgettext("appointment", "confirmed"),
        }.get(one.visit.appointment or "", _("planned"))
    why = item_words(one.items[0]) if one.items else ""
    return listed((_("pinned") if one.is_must else "", why))


def item_words(item: QueueItem) -> str:
    """Return what makes somebody due: what is owed and when; else how long they weren't seen."""
    if item.group in {Group.PROMISES, Group.AHEAD} and item.kind != "cadence":
        return listed((item.when, item.what))
    if item.kind == "new":
        return _("never met")
    return item.when or item.what


def left_words(one: LeftOut) -> str:
    """Return why somebody is left out."""
    if one.reason == SKIPPED:
        return _("skipped")
    if one.reason == CLASH:
        return one.said or _("doesn't fit with what else was agreed")
    if one.reason != NO_ROOM:
        return one.said
    if one.said:
        return one.said
    if one.instead_of:
        gone = one.instead_of[0]
        text = _("no room: {name} would have to go")
        return text.format(name=gone.short_name)
    return _("no room")


def gap_words(gap: Span) -> str:
    """Return what takes some minutes of a day."""
    if gap.kind == LUNCH:
        return _("lunch")
    if gap.kind == NO_HOUR:
        return _("the clock skips this hour")
    if gap.kind == CALL:
        return _("call {name}").format(name=gap.what)
    return gap.what or _("busy")
