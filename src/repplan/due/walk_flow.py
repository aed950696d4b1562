"""Go through the queue, one key each: at a terminal, each answer a command of its own."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from repplan.can.flow import check_move
from repplan.cli.ask import ask, ask_key, may_ask
from repplan.cli.days import ahead
from repplan.cli.show import out, saved, say, screen_width
from repplan.day import Group
from repplan.due.snooze_views import snoozed_lines
from repplan.due.snoozing import PutOff, put_off
from repplan.due.views import group_lines
from repplan.errors import N_, Declined, NeedsTerminal, RepplanError
from repplan.followups import actions as followups
from repplan.followups import queries
from repplan.followups.views import closed_lines
from repplan.i18n.phrases import listed, message_of
from repplan.providers import queries as providers
from repplan.records import dataclass
from repplan.store.refs import ids_by_ref, short_refs
from repplan.text import fold
from repplan.visits import actions as visit_actions
from repplan.visits import queries as visits
from repplan.visits.log_flow import Options, log_planned
from repplan.visits.pick import describe, new_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.cli.runtime import Runtime
    from repplan.day import QueueItem

_KEYS = {
    "dsw": N_("d done  s snooze  w waive  n/Enter next  q quit >"),
    "s": N_("s snooze  n/Enter next  q quit >"),
    "lc": N_("l log  c cancel  n/Enter next  q quit >"),
    "ac": N_("a amend  c cancel  n/Enter next  q quit >"),
    "lac": N_("l log  a amend  c cancel  n/Enter next  q quit >"),
    "": N_("n/Enter next  q quit >"),
}
"""The keys of an item → how they are asked for."""

_NAMES = {
    "d": "done", "s": "snooze", "w": "waive", "l": "log", "a": "amend", "c": "cancel",
    "n": "next", "q": "quit",
}  # fmt: skip
"""Key → the word that does as well."""

_NEXT, _QUIT = "", "q"

_QUESTIONS = {"s": N_("Until when? (Enter: back)"), "a": N_("When instead? (Enter: back)")}
"""Key → what it asks; an answer that is refused is asked for again."""


@dataclass(eq=False)
class WalkNeedsTerminal(NeedsTerminal):
    """Nobody is there to say a key."""

    hint: ClassVar[str] = N_("The items, without a walk: repplan due --all")


def walk_through(runtime: Runtime, items: Sequence[QueueItem]) -> None:
    """Show each item and do what one key says. Raises: WalkNeedsTerminal."""
    if not may_ask():
        raise WalkNeedsTerminal("due --walk")
    count = 0
    for item in items:
        out(group_lines([item], screen_width()))
        settled = _settle(runtime, item)
        if settled is None:
            break
        count += settled
    out([_("{n} settled.").format(n=count), *map(saved, runtime.saved)])


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
            settled = _tried(runtime, item, key)
        except Declined:
            # Ctrl-D at the question, as at the keys.
            return None
        if settled is not None:
            return settled


def _tried(runtime: Runtime, item: QueueItem, key: str) -> int | None:
    """Return how many items a key settled; None: it was refused, or left at the question.

    A day that is refused is asked for again, never its keys: what is typed next is a day.
    """
    while True:
        said = ask(_(_QUESTIONS[key])).strip() if key in _QUESTIONS else ""
        if key in _QUESTIONS and not said:
            return None
        try:
            return _act(runtime, item, key, said)
        except RepplanError as error:
            say(message_of(error))
            if key not in _QUESTIONS:
                return None


def _asked(keys: str) -> str:
    """Return one of these keys, or that of next or quit; anything else is asked again."""
    while True:
        try:
            said = fold(ask_key(_(_KEYS[keys])))
        except Declined:
            # Ctrl-D: what was written before isn't "left as it was".
            return _QUIT
        key = next((key for key, word in _NAMES.items() if said in {key, word}), None)
        if said == _NEXT or key == "n":
            return _NEXT
        if key and key in (*keys, _QUIT):
            return key
        there = listed([*keys, "n", _("Enter"), _QUIT])
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


def _act(runtime: Runtime, item: QueueItem, key: str, said: str) -> int:
    """Do what the key says, show what was written; return how many items that settled."""
    if item.ref.startswith("v-"):
        return _act_on_visit(runtime, item.ref, key, said)
    table = "followup" if item.ref.startswith("f-") else "provider"
    until = ahead(runtime, said) if key == "s" else None
    command = {"d": "done", "s": "snooze", "w": "followup waive"}[key]
    with runtime.writing(command) as work:
        (identity,) = ids_by_ref(work.db, table, item.ref)
        if until is None:
            close = followups.close if key == "d" else followups.waive
            ended = close(work, identity)
            short = short_refs(work.db, table, [ended.ref])
            told = closed_lines([ended], short, work.batch, today=runtime.clock.today)
        else:
            meant = (
                PutOff(until, provider=providers.provider(work.db, identity))
                if table == "provider"
                else PutOff(until, followup=queries.followup(work.db, identity))
            )
            told = snoozed_lines(put_off(work, meant, None), runtime.language, work.batch)
    # How to take it back is said at the end, of all together.
    out(told[:-1])
    return 1


def _act_on_visit(runtime: Runtime, ref: str, key: str, said: str) -> int:
    with runtime.reading() as db:
        (visit,) = visits.by_ref(db, ref)
    if key == "l":
        return int(log_planned(runtime, visit, Options()))
    if key == "c":
        with runtime.writing("visit cancel") as work:
            told = describe(work.db, visit_actions.cancel_visit(work, visit.id))
    else:
        on, start = new_moment(runtime, visit, said)
        allowed = check_move(runtime, visit, {}, on=on, at=start, because=None)
        with runtime.writing("visit amend") as work:
            moved = visit_actions.amend_visit(work, visit.id, {}, on=on, at=start)
            allowed.keep(work, visit.id)
            told = describe(work.db, moved)
    out([told])
    return 1
