"""Go through the queue, one key each: at a terminal, each answer a command of its own."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.ask import ask, ask_key, may_ask
from repplan.cli.days import ahead
from repplan.cli.show import out, say, screen_width
from repplan.day import Group
from repplan.due.views import group_lines
from repplan.errors import N_, MissingValue, RepplanError
from repplan.followups import actions as followups
from repplan.i18n.phrases import listed, message_of
from repplan.providers.snooze import snooze_provider
from repplan.store.refs import ids_by_ref
from repplan.text import fold
from repplan.visits import actions as visit_actions
from repplan.visits import queries as visits
from repplan.visits.log_flow import Options, log_planned
from repplan.visits.pick import new_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.cli.runtime import Runtime
    from repplan.day import QueueItem

_KEYS = {
    "dsw": N_("d done  s snooze  w waive  Enter next  q quit >"),
    "s": N_("s snooze  Enter next  q quit >"),
    "lc": N_("l log  c cancel  Enter next  q quit >"),
    "ac": N_("a amend  c cancel  Enter next  q quit >"),
    "lac": N_("l log  a amend  c cancel  Enter next  q quit >"),
    "": N_("Enter next  q quit >"),
}
"""The keys of an item → how they are asked for."""

_NAMES = {
    "d": "done", "s": "snooze", "w": "waive", "l": "log", "a": "amend", "c": "cancel",
    "n": "next", "q": "quit",
}  # fmt: skip
"""Key → the word that does as well."""

_NEXT, _QUIT = "", "q"


def walk_through(runtime: Runtime, items: Sequence[QueueItem]) -> None:
    """Show each item and do what one key says. Raises: MissingValue without a terminal."""
    if not may_ask():
        raise MissingValue(_("A terminal"))
    count = 0
    for item in items:
        out(group_lines([item], screen_width()))
        settled = _settle(runtime, item)
        if settled is None:
            break
        count += settled
    out([_("{n} settled.").format(n=count)])


def _settle(runtime: Runtime, item: QueueItem) -> int | None:
    """Ask until a key is understood and done; return how many items that settled; None: quit."""
    keys = _keys_of(runtime, item)
    while True:
        key = _asked(keys)
        if key == _QUIT:
            return None
        if key == _NEXT:
            return 0
        try:
            return _act(runtime, item, key)
        except RepplanError as error:
            say(message_of(error))


def _asked(keys: str) -> str:
    """Return one of these keys, or that of next or quit; anything else is asked again."""
    while True:
        said = fold(ask_key(_(_KEYS[keys])))
        key = next((key for key, word in _NAMES.items() if said in {key, word}), None)
        if said == _NEXT or key == "n":
            return _NEXT
        if key and key in (*keys, _QUIT):
            return key
        there = listed([*keys, _("Enter"), _QUIT])
        say(_("No such key here. There are: {keys}.").format(keys=there))


def _keys_of(runtime: Runtime, item: QueueItem) -> str:
    if item.group is Group.BAG:
        return ""
    if item.ref.startswith("f-"):
        return "dsw"
    if item.ref.startswith("p-"):
        return "s"
    if not item.ref.startswith("v-"):
        return ""
    if item.kind == "unlogged":
        return "lc"
    # A visit to come can't be logged yet; one of today without an hour may have been.
    is_today = item.due_on == runtime.clock.today.isoformat()
    return "lac" if is_today and not item.at else "ac"


def _act(runtime: Runtime, item: QueueItem, key: str) -> int:
    """Do what the key says; return how many items that settled."""
    if item.ref.startswith("v-"):
        return _act_on_visit(runtime, item.ref, key)
    table = "followup" if item.ref.startswith("f-") else "provider"
    until = ahead(runtime, ask(_("Until when?"))) if key == "s" else None
    command = {"d": "done", "s": "snooze", "w": "followup waive"}[key]
    with runtime.writing(command) as work:
        (identity,) = ids_by_ref(work.db, table, item.ref)
        if until is None:
            close = followups.close if key == "d" else followups.waive
            close(work, identity)
        elif table == "provider":
            snooze_provider(work, identity, until, None)
        else:
            followups.snooze(work, identity, until)
    return 1


def _act_on_visit(runtime: Runtime, ref: str, key: str) -> int:
    with runtime.reading() as db:
        (visit,) = visits.by_ref(db, ref)
    if key == "l":
        return int(log_planned(runtime, visit, Options()))
    if key == "c":
        with runtime.writing("visit cancel") as work:
            visit_actions.cancel_visit(work, visit.id)
        return 1
    on, start = new_moment(runtime, visit, ask(_("When instead?")))
    with runtime.writing("visit amend") as work:
        visit_actions.amend_visit(work, visit.id, {}, on=on, at=start)
    return 1
