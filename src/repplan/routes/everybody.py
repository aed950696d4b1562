"""Whoever may be visited, as they may be: when the door is open, what a rule says, what was in vain."""

from __future__ import annotations

import json
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.can.booked import Place
from repplan.can.case import Wish
from repplan.can.instead import queue_step
from repplan.can.model import WARN
from repplan.can.rules import next_possible, reasons_on
from repplan.can.visiting import HOSPITALS, cases
from repplan.can.words import reason_text
from repplan.clock import minutes_ahead
from repplan.due.people import people
from repplan.i18n.daysshown import weekday_name
from repplan.i18n.phrases import choice_word, listed
from repplan.reception import queries as reception
from repplan.reception.rules import counting
from repplan.records import dataclass, replace
from repplan.routes import queries
from repplan.routes.model import Door, Prospect
from repplan.routes.windows import by_day, starts_of
from repplan.visits.learned import slots
from repplan.visits.model import IN_PERSON

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date

    from repplan.accounts.model import Account
    from repplan.can.model import Reason
    from repplan.config import Settings
    from repplan.day import Person, QueueItem
    from repplan.due.today import Today
    from repplan.reception.model import ReceptionRule


@dataclass(frozen=True)
class Pin:
    """Somebody who must be in the plan; None: on any day, at any time (minutes of the day)."""

    provider_id: str
    on: date | None = None
    at: int | None = None


@dataclass(frozen=True)
class Wanted:
    """What is to be planned.

    ``may_move``: planned visits that nobody agreed to may get another time of their day.
    ``because``: why a visit is planned that a rule warns of; empty: it isn't.
    ``is_planned_only``: nobody is proposed, what is planned is looked at.
    """

    days: tuple[date, ...]
    pins: tuple[Pin, ...] = ()
    skipped: frozenset[str] = frozenset()
    may_move: bool = False
    because: str = ""
    is_planned_only: bool = False

    @property
    def last(self) -> date:
        """The last day."""
        return self.days[-1]


class Everybody:
    """What many prospects share, read at once."""

    def __init__(  # noqa: PLR0917 - what gathering has read so far
        self,
        db: sqlite3.Connection,
        day: Today,
        wanted: Wanted,
        accounts: Mapping[str, Account],
        doors: Mapping[str, tuple[Door, ...]],
        ids: Collection[str],
    ) -> None:
        self.db, self.day, self.wanted = db, day, wanted
        self.accounts, self.doors = accounts, doors
        self.best = queries.best_times(db, ids)
        self.vain = queries.in_vain(db, ids)
        self.pinned = {pin.provider_id for pin in wanted.pins}
        self.called_off = queries.called_off(db, wanted.days)
        self.met = queries.met_on(db, day.iso) if day.today in wanted.days else set()
        self.rules = reception.rules_by_account(db, set(accounts), day.iso)
        places = {one: self._place(doors[one][0]) for one in ids if doors.get(one)}
        states = {
            row[0]: (row[1], row[2])
            for row in db.execute(
                "SELECT id, name, state FROM provider WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(sorted(ids)),),
            )
        }
        self.cases = cases(db, day.clock, states, places, wanted.last)
        self.persons = {one.id: one for one in people(db, tuple(ids))}

    def prospect(
        self, identity: str, items: tuple[QueueItem, ...], pin: Pin | None = None
    ) -> Prospect:
        """Return somebody as they may be visited: at the first door that is open, as it is pinned."""
        person = items[0].person if items and items[0].person else self.persons[identity]
        minutes = minutes_of(self.day.settings, items)
        found: Prospect | None = None
        # Best times are wishes: a pin that misses them is held against the door alone.
        for door, has_wishes in (
            (door, has_wishes)
            for door in self.doors.get(identity) or (Door("", ""),)
            for has_wishes in ((True, False) if pin else (True,))
        ):
            at_door = self._at(identity, person, items, door, minutes, has_wishes=has_wishes)
            at_door = _pinned(at_door, pin) if pin else at_door
            found = found or at_door
            if at_door.starts:
                return at_door
        assert found is not None  # noqa: S101 - there is one door at least
        return found

    def _at(
        self,
        identity: str,
        person: Person,
        items: tuple[QueueItem, ...],
        door: Door,
        minutes: int,
        *,
        has_wishes: bool,
    ) -> Prospect:
        rule = counting(self.rules.get(door.account_id, ()), door.department)
        reasons, warned = self._rules_say(identity, door, rule)
        today, language = self.day.today, self.day.language
        refused = {day: queue_step(why, today, language) for day, why in reasons.items()}
        if identity not in self.pinned:
            said = _("called off for that day")
            refused |= dict.fromkeys(self.called_off.get(identity, ()), said)
            if identity in self.met:
                refused[today] = _("logged for today")
        allowed = [day for day in self.wanted.days if day not in refused and door.is_there(day)]
        open_, remark = self._open(identity, door, rule, allowed, has_wishes=has_wishes)
        return Prospect(
            key=identity,
            person=person,
            name=person.name,
            door=door,
            minutes=minutes,
            items=items,
            starts={day: starts_of(spans, minutes) for day, spans in open_.items()},
            refused=refused,
            reasons=reasons,
            warned=warned.rule if warned else "",
            warning=reason_text(warned, today, language) if warned else "",
            because=self.wanted.because if warned else "",
            remark=remark,
        )

    def open_on(
        self, day: date, door: Door, identity: str | None
    ) -> tuple[tuple[int, int], ...] | None:
        """Return when a door is open on a day: for one person, None: for a group."""
        rule = counting(self.rules.get(door.account_id, ()), door.department)
        if identity is None:
            return by_day([day], rule, "", "", (), shift=self._shift(door)).get(day)
        learned = slots(self.db, identity)
        best = self.best.get(identity, "")
        return by_day([day], rule, door.hours, best, learned, shift=self._shift(door)).get(day)

    def _shift(self, door: Door) -> Callable[[date], int]:
        """How many minutes later by the rep's clock than by the account's a day's hours are."""
        account = self.accounts.get(door.account_id)
        zone = account.time_zone if account else None
        return lambda day: minutes_ahead(zone, day) if zone else 0

    def _open(
        self,
        identity: str,
        door: Door,
        rule: ReceptionRule | None,
        days: Sequence[date],
        *,
        has_wishes: bool,
    ) -> tuple[Mapping[date, tuple[tuple[int, int], ...]], str]:
        """When their door is open on these days, and what the last visits in vain say."""
        learned = slots(self.db, identity) if has_wishes else []
        best = self.best.get(identity, "") if has_wishes else ""
        vain = None if identity in self.pinned else self.vain.get(identity)
        remark = ""
        if vain and len(vain.weekdays) == 1:
            # Taken out before best times are asked: they may name just that weekday.
            days = [day for day in days if day.isoweekday() not in vain.weekdays]
            weekday = weekday_name(next(iter(vain.weekdays)), self.day.language)
            text = _("{n} no-sees, all on {weekday}: another day")
            remark = text.format(n=vain.count, weekday=weekday)
        elif vain:
            remark = self._another_way(identity, vain)
        return by_day(days, rule, door.hours, best, learned, shift=self._shift(door)), remark

    def _another_way(self, identity: str, vain: queries.InVain) -> str:
        """What else to try with somebody whom no day has shown so far."""
        other = [door.name for door in self.doors.get(identity, ())[1:]]
        ways = [*other[:1]]
        if vain.channel and vain.channel != IN_PERSON:
            ways.append(choice_word("channel", vain.channel))
        text = (
            _("{n} no-sees in a row: try {ways}") if ways else _("{n} no-sees in a row: ask first")
        )
        return text.format(n=vain.count, ways=listed(ways))

    def _rules_say(
        self, identity: str, door: Door, rule: ReceptionRule | None
    ) -> tuple[dict[date, Reason], Reason | None]:
        """Day → what refuses a visit at a door, and what warns of one on any day."""
        place = self._place(door)
        case = replace(
            self.cases[identity],
            place=place.name,
            is_hospital=place.kind in HOSPITALS,
            rule=rule,
        )
        refused: dict[date, Reason] = {}
        warned: Reason | None = None
        wish = Wish()
        for day in self.wanted.days:
            reasons = reasons_on(case, wish, day)
            first = next((one for one in reasons if one.is_refusal), None)
            if first:
                refused[day] = first
            warned = warned or next((one for one in reasons if one.action == WARN), None)
        if len(refused) == len(self.wanted.days):
            later = next_possible(case, wish, self.wanted.last)
            refused = {day: replace(one, next_on=later) for day, one in refused.items()}
        return refused, warned

    def _place(self, door: Door) -> Place:
        account = self.accounts.get(door.account_id)
        return Place(door.account_id, door.name, account.kind if account else "", door.department)


def _pinned(one: Prospect, pin: Pin) -> Prospect:
    """Somebody pinned to a day, a time, or just to the plan."""
    starts = dict(one.starts or {})
    if pin.on is not None:
        starts = {day: spans for day, spans in starts.items() if day == pin.on}
    if pin.at is not None:
        at = pin.at
        starts = {
            day: ((at, at),)
            for day, spans in starts.items()
            if any(first <= at <= last for first, last in spans)
        }
    return replace(
        one, is_must=True, is_firm=True, pinned_on=pin.on, pinned_at=pin.at, starts=starts
    )


def minutes_of(settings: Settings, items: Sequence[QueueItem]) -> int:
    """Return the minutes of a visit: a first one takes longer, handing something over less."""
    kinds = {item.kind for item in items}
    if "new" in kinds:
        return settings.number("route.minutes_first")
    is_errand = bool(items) and all(item.group == "promises" for item in items)
    return settings.number("route.minutes_promise" if is_errand else "route.minutes")
