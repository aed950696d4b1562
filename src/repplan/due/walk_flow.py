"""Go through the queue, one key each: at a terminal, each answer a command of its own."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.ask import ask, may_ask
from repplan.cli.days import ahead
from repplan.cli.show import out, say, screen_width
from repplan.due.views import group_lines
from repplan.errors import MissingValue, RepplanError
from repplan.followups import actions as followups
from repplan.i18n.phrases import message_of
from repplan.providers.snooze import snooze_provider
from repplan.store.refs import ids_by_ref

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.cli.runtime import Runtime
    from repplan.day import QueueItem


def walk_through(runtime: Runtime, items: Sequence[QueueItem]) -> None:
    """Show each item and do what one key says. Raises: MissingValue without a terminal."""
    if not may_ask():
        raise MissingValue(_("A terminal"))
    count = 0
    for item in items:
        out(group_lines([item], screen_width()))
        key = ask(_keys_of(item)).strip().lower()[:1]
        if key == "q":
            break
        try:
            count += _act(runtime, item, key)
        except RepplanError as error:
            say(message_of(error))
    out([_("{n} settled.").format(n=count)])


def _keys_of(item: QueueItem) -> str:
    if item.ref.startswith("f-"):
        return _("d done  s snooze  w waive  Enter next  q quit >")
    if item.ref.startswith("p-"):
        return _("s snooze  Enter next  q quit >")
    return _("Enter next  q quit >")


def _act(runtime: Runtime, item: QueueItem, key: str) -> int:
    """Do what the key says; return how many items that settled."""
    table = "followup" if item.ref.startswith("f-") else "provider"
    if key not in {"d", "s", "w"} or item.ref[:1] not in {"f", "p"}:
        return 0
    until = ahead(runtime, ask(_("Until when?"))) if key == "s" else None
    command = {"d": "done", "s": "snooze", "w": "followup waive"}[key]
    with runtime.writing(command) as work:
        (identity,) = ids_by_ref(work.db, table, item.ref)
        if table == "provider":
            if until is None:
                return 0
            snooze_provider(work, identity, until, None)
        elif until is not None:
            followups.snooze(work, identity, until)
        elif key == "d":
            followups.close(work, identity)
        else:
            followups.waive(work, identity)
    return 1
