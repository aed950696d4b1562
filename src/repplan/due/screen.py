"""What of the queue stands on the one screen: what always does, then the best of the rest."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.day import Group
from repplan.due.model import EXPIRED, LATE_ALONE, LEFT
from repplan.due.typed import typed_word
from repplan.i18n.phrases import listed
from repplan.records import dataclass, replace
from repplan.text import clip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.day import QueueItem
    from repplan.due.queries import Queue

_SHARES = {
    Group.PROMISES: 6,
    Group.RECONNECT: 2,
    Group.SHARE: 1,
    Group.NO_NEXT_STEP: 1,
    Group.WAITING: 1,
}
"""Lines of the one screen that a group has first; what others leave is given in this order."""

_LEAST = {Group.RECONNECT: 1, Group.WAITING: 1}
"""Lines that a group has however much is late."""

_GONE_BY_ALONE = 2
"""So many visits of days gone by have a line each; more of them share one."""

_SAID = 18
"""Cells of each promise where several share a line."""


@dataclass(frozen=True)
class Block:
    """A group on the one screen: its lines, and how many of its items they stand for.

    ``gone_by`` are visits of days gone by that share one line more.
    """

    rows: tuple[QueueItem, ...] = ()
    shown: int = 0
    gone_by: tuple[QueueItem, ...] = ()


def blocks(queue: Queue, lines: int) -> dict[Group, Block]:
    """Return each group's block, of so many lines together.

    Clocks, late promises, the bag and today's visits are always there, though that be more lines.
    """
    found = {
        Group.CLOCKS: _whole(queue.of(Group.CLOCKS)),
        Group.BAG: _whole(queue.of(Group.BAG)),
        Group.TODAY: _today(queue),
    }
    late = tuple(item for item in queue.of(Group.PROMISES) if item.is_late)
    always = {
        # What must be reported may take two lines.
        Group.CLOCKS: sum(1 + bool(item.due_at) for item in found[Group.CLOCKS].rows),
        Group.BAG: len(found[Group.BAG].rows),
        Group.TODAY: len(found[Group.TODAY].rows) + bool(found[Group.TODAY].gone_by),
        Group.PROMISES: len(_folded(late)),
    }
    for group, count in _shared(queue, lines, always, len(late)).items():
        is_owed = group is Group.PROMISES
        found[group] = _owed(queue, late, count) if is_owed else _whole(queue.of(group)[:count])
    return found


def _shared(queue: Queue, lines: int, always: Mapping[Group, int], late: int) -> dict[Group, int]:
    """How many lines each group with a share has."""
    there = {group: len(queue.of(group)) for group in _SHARES}
    # Of what has no next step only promises to those who left and knowledge that may no longer be
    # used stand there: they are first.
    stuck = queue.of(Group.NO_NEXT_STEP)
    there[Group.NO_NEXT_STEP] = sum(item.kind in {EXPIRED, LEFT} for item in stuck)
    there[Group.PROMISES] += always[Group.PROMISES] - late
    taken = {**dict.fromkeys(_SHARES, 0), **always}
    for group, least in _LEAST.items():
        taken[group] = min(there[group], least)
    for is_first in (True, False):
        for group, share in _SHARES.items():
            wanted = min(there[group], share) if is_first else there[group]
            left = lines - sum(taken.values())
            taken[group] = max(taken[group], min(wanted, taken[group] + left))
    return {group: taken[group] for group in _SHARES}


def _whole(items: tuple[QueueItem, ...]) -> Block:
    return Block(items, len(items))


def _today(queue: Queue) -> Block:
    """The day's own visits, and after them those gone by."""
    items = queue.of(Group.TODAY)
    gone_by = tuple(item for item in items if (item.due_on or "") < queue.as_of.isoformat())
    if len(gone_by) <= _GONE_BY_ALONE:
        return _whole(items)
    own = tuple(item for item in items if item not in gone_by)
    return Block(own, len(items), gone_by)


def _owed(queue: Queue, late: Sequence[QueueItem], count: int) -> Block:
    """What we owe in so many lines: all that is late, then the first others."""
    items = queue.of(Group.PROMISES)
    folded = _folded(late)
    refs = {item.ref for item in late}
    others = [item for item in items if item.ref not in refs][: count - len(folded)]
    shown = len(late) + len(others)
    if len(folded) < len(late):
        return Block((*folded, *others), shown)
    refs.update(item.ref for item in others)
    return Block(tuple(item for item in items if item.ref in refs), shown)


def _folded(late: Sequence[QueueItem]) -> list[QueueItem]:
    """The first late promises, and the rest as one line for each whom we owe them."""
    rest: dict[str, list[QueueItem]] = {}
    for item in late[LATE_ALONE:]:
        rest.setdefault(item.person.id if item.person else item.account, []).append(item)
    return [*late[:LATE_ALONE], *(_together(items) for items in rest.values())]


def _together(items: Sequence[QueueItem]) -> QueueItem:
    """One line for all that is late to one person: how many, and the beginning of each."""
    first = items[0]
    if len(items) == 1:
        return first
    name = typed_word(first.person.short_name if first.person else "")
    return replace(
        first,
        # L10n: so many promises to one person are late, in the column of days.
        when=_("{n} late").format(n=len(items)),
        what=listed(clip(item.what, _SAID) for item in items),
        next=f"due {name or 'owed'}",
    )
