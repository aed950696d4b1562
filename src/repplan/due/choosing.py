"""Which part of the queue was asked for: a group by its word, or what concerns somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.days import day_context
from repplan.day import Group
from repplan.errors import N_, BadForm
from repplan.i18n.dates import parse_day, parse_interval
from repplan.providers import queries as providers
from repplan.providers.pick import pick_provider
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3

    from repplan.cli.runtime import Runtime
    from repplan.day import QueueItem
    from repplan.due.queries import Queue

_WORDS = {
    "clocks": Group.CLOCKS, "clock": Group.CLOCKS, "时限": Group.CLOCKS,
    "promises": Group.PROMISES, "owed": Group.PROMISES, "owe": Group.PROMISES,
    "欠的": Group.PROMISES, "承诺": Group.PROMISES,
    "bag": Group.BAG, "袋子": Group.BAG,
    "today": Group.TODAY, "visits": Group.TODAY, "今日": Group.TODAY, "今天": Group.TODAY,
    "reconnect": Group.RECONNECT, "cold": Group.RECONNECT, "变冷": Group.RECONNECT,
    "share": Group.SHARE, "可发": Group.SHARE,
    "waiting": Group.WAITING, "they": Group.WAITING, "等他": Group.WAITING, "等": Group.WAITING,
    "等对方": Group.WAITING,
    "no-next-step": Group.NO_NEXT_STEP, "nostep": Group.NO_NEXT_STEP,
    "stuck": Group.NO_NEXT_STEP, "no next step": Group.NO_NEXT_STEP,
    "没下一步": Group.NO_NEXT_STEP, "卡住": Group.NO_NEXT_STEP,
    "ahead": Group.AHEAD, "往后": Group.AHEAD, "七天内": Group.AHEAD,
}  # fmt: skip


def group_of(said: str) -> Group | None:
    """Return the group that a word names; None when it names none."""
    return _WORDS.get(fold(said))


def chosen(
    db: sqlite3.Connection, queue: Queue, said: str, group: Group | None
) -> tuple[QueueItem, ...]:
    """Return the items of one group, of one person or ref, or all of them.

    Raises: NotFound, Ambiguous.
    """
    if group is not None:
        return queue.of(group)
    if said:
        return tuple(_about(db, queue, said))
    return queue.items


def days_ahead(runtime: Runtime, said: str) -> int:
    """Return the days of ``--ahead``: an interval or a day. Raises: BadDay, BadForm."""
    today = runtime.clock.today
    interval = parse_interval(said)
    until = interval.after(today) if interval else parse_day(said, day_context(runtime))
    days = (until - today).days
    if days < 1:
        raise BadForm("--ahead", said, N_("7d, 2w, 1m"))
    return days


def _about(db: sqlite3.Connection, queue: Queue, said: str) -> list[QueueItem]:
    by_ref = [item for item in queue.items if item.ref.startswith(said.lower())]
    if by_ref and "-" in said:
        return by_ref
    known = {item.person.id for item in queue.items if item.person}
    candidates = {one.id for one in providers.called(db, said)}
    meant = candidates & known or {pick_provider(db, said).id}
    return [item for item in queue.items if item.person and item.person.id in meant]
