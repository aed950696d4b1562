"""Days as commands take them: what was typed, read in this run's language and direction."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from repplan.cli.ask import ask, may_ask
from repplan.cli.show import say
from repplan.errors import N_, BadDay, NotAhead, UnclearDay, UsageProblem
from repplan.i18n.dates import (
    DayContext,
    Direction,
    NearMissDay,
    day_in_segment,
    parse_day,
    parse_interval,
)
from repplan.i18n.phrases import message_of
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from repplan.cli.runtime import Runtime


@dataclass(eq=False)
class StillToCome(UsageProblem):
    """A day to come, where one looks back."""

    slug: ClassVar[str] = "still-to-come"
    message: ClassVar[str] = N_("“{said}” is still to come: say a day gone by.")
    said: str


def day_context(runtime: Runtime, direction: Direction = Direction.FORWARD) -> DayContext:
    """Return what a day is read against: today, which way, month first or not."""
    return DayContext(runtime.clock.today, runtime.is_month_first, direction)


def ahead(runtime: Runtime, said: str) -> date:
    """Return a day to come: in promises, plans and snoozes. Raises: BadDay, UnclearDay."""
    return parse_day(said, day_context(runtime))


def since(runtime: Runtime, said: str) -> str:
    """Return a day gone by as ISO text; an interval (``3 wks``) counts back from today.

    Raises: BadDay, UnclearDay.
    """
    interval = parse_interval(said)
    if interval is not None:
        try:
            return interval.after(runtime.clock.today, -1).isoformat()
        except (OverflowError, ValueError):
            raise BadDay(said) from None
    return parse_day(said, day_context(runtime, Direction.BACKWARD)).isoformat()


def gone_by(runtime: Runtime, said: str) -> str:
    """Return the day since which something is looked for, as ISO text.

    Raises: StillToCome, BadDay, UnclearDay.
    """
    first = since(runtime, said)
    if first > runtime.clock.today.isoformat():
        raise StillToCome(said)
    return first


def take_day(runtime: Runtime, text: str, names: Collection[str]) -> tuple[str, date | None]:
    """Return the text without the day to come at its end or start, and that day; None: no day.

    ``names``: people who may be spoken of. At a terminal a day that is none is asked for; without
    one a day gone by (``by yesterday``) is text. Raises: BadDay (``by firday``), UnclearDay, NotAhead.
    """
    context = day_context(runtime)
    found = day_in_segment(text, context, names=names)
    while isinstance(found, NearMissDay):
        problem = _problem(found)
        if not may_ask():
            if found.is_gone:
                return text, None
            raise problem
        say(message_of(problem))
        meant = ask(_("Which day? (Enter: nothing is written)")).strip()
        if not meant:
            raise problem
        before, _said, after = text.rpartition(found.said)
        text = before + meant + after
        # Not every day may end a sentence without its "by".
        found = (
            day_in_segment(text, context, names=names)
            or day_in_segment(f"{before}by {meant}{after}", context, names=names)
            or NearMissDay(meant, "")
        )
    return (found.rest, found.on) if found else (text, None)


def _problem(miss: NearMissDay) -> UsageProblem:
    first, _slash, second = miss.meant.partition(" / ")
    if second:
        return UnclearDay(miss.said, first, second)
    return NotAhead(miss.said) if miss.is_gone else BadDay(miss.said, miss.meant)
