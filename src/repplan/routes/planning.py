"""Plan days: lay them out, solve, and tell what came of it. Reads, never writes."""

from __future__ import annotations

import time
from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from repplan.can.words import reason_text
from repplan.clock import minute_at
from repplan.errors import N_, Refused
from repplan.i18n.clocks import minute_words
from repplan.i18n.daysshown import show_day
from repplan.records import dataclass
from repplan.routes.building import Made, problem_of, route_of, widened
from repplan.routes.explaining import beside, left_out, why_not
from repplan.routes.layout import lay_out, slack_of
from repplan.routes.model import AGREED, Proposal
from repplan.routes.problem import timed
from repplan.routes.solve import solve
from repplan.text import as_word

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.due.today import Today
    from repplan.routes.building import Frame
    from repplan.routes.everybody import Wanted
    from repplan.routes.layout import Layout, Options
    from repplan.routes.model import DayRoute, Prospect
    from repplan.routes.problem import Problem

BUDGET_S = 30.0
"""A safety stop for a whole plan: the effort ends it, so that it is the same everywhere."""


@dataclass(eq=False)
class CantPin(Refused):
    """Somebody who must be in the plan can't be: the door, the way or the others keep them out."""

    slug: ClassVar[str] = "cant-pin"
    message: ClassVar[str] = N_("{who}, {when}: {reason}.")
    hint: ClassVar[str] = N_("Pin another day or time, --pin {typed}@fri, or leave the pin out.")
    who: str
    when: str
    reason: str
    typed: str


@dataclass(eq=False)
class RuledOut(Refused):
    """A rule says that somebody who must be in the plan can't be."""

    slug: ClassVar[str] = "cant"
    message: ClassVar[str] = N_("{who}, {when}: {reason}. Rule: {rule}; source: {source}.")
    hint: ClassVar[str] = N_("Pin another day, or leave the pin out.")
    who: str
    when: str
    reason: str
    rule: str
    source: str


@dataclass(eq=False)
class NeedsBecause(Refused):
    """A rule warns of somebody who must be in the plan: it may be for a reason that is kept."""

    slug: ClassVar[str] = "needs-reason"
    message: ClassVar[str] = N_("{who}: {reason}. Rule: {rule}.")
    hint: ClassVar[str] = N_("If it is right all the same, say why: --because TEXT")
    who: str
    reason: str
    rule: str


def plan(db: sqlite3.Connection, day: Today, wanted: Wanted, options: Options) -> Proposal:
    """Return the plan for some days. Raises: CantPin, RuledOut, NeedsBecause, NoSuchPlace."""
    settings, language = day.settings, day.language
    laid = lay_out(db, day, wanted, options)
    slack = slack_of(settings, options)
    ends_at = time.monotonic() + BUDGET_S
    task = _Task(laid, options.most or settings.number("route.most"), ends_at)
    way, start = task.way(slack, options)
    made = task.made(way, options, start)
    _refuse_pins(laid.prospects, made, day)
    routes = tuple(
        route_of(
            index, frame, visits=made.plan.days[index], prospects=laid.prospects,
            ground=laid.ground, problem=made.problem, travel=laid.travel,
        )
        for index, frame in enumerate(made.frames)
    )  # fmt: skip
    return Proposal(
        routes=routes,
        left=left_out(made, laid.prospects, laid.people.skipped, language),
        remarks=_remarks(laid, routes),
        is_hungry=way.is_hungry,
        rounds=made.plan.rounds,
        seed=options.seed,
        is_cut_short=made.plan.is_cut_short,
        is_tight=way.slack < slack,
        seen=laid.people.seen,
    )


def _remarks(laid: Layout, routes: Sequence[DayRoute]) -> tuple[str, ...]:
    """What was remarked on, and what to do where there is nobody to propose."""
    if laid.prospects or laid.people.skipped or all(route.off for route in routes):
        return laid.remarks
    text = _(
        "Nobody is due then. Pin somebody, --pin WHO, or say how much they matter: tier, cadence"
    )
    return (*laid.remarks, text)


@dataclass(frozen=True)
class _Way:
    """How a problem is taken: the slack, whether lunch is left out, whether what is planned clashes."""

    slack: float
    is_hungry: bool = False
    is_clashing: bool = False


@dataclass(frozen=True)
class _Task:
    """All that a problem is built from but the slack."""

    laid: Layout
    most: int
    ends_at: float

    def made(self, way: _Way, options: Options, start: Sequence[Sequence[int]]) -> Made:
        """Return the problem, as it is to be taken, and the best plan found for it.

        ``start`` are the routes of a first plan: a new one must be better to take its place.
        """
        problem, frames = self._problem(way, self.laid.prospects)
        left = max(self.ends_at - time.monotonic(), 0.1)
        first = timed(problem, start)
        found = solve(problem, left, options.seed, effort=options.effort, start=first)
        return Made(problem, found, frames)

    def way(self, slack: float, options: Options) -> tuple[_Way, list[list[int]]]:
        """Return how to take what is planned and pinned, and the routes of it all.

        What was agreed comes before wishes, before lunch, and before slack: where it can't all be
        as usual, in the way that costs least to lose no more than need be. They are tried without
        anybody else: nobody else makes room for them.
        """
        usual = _Way(slack)
        routes = self._as_planned()
        if self._lost(routes) == 0 and timed(self._problem(usual, self.laid.prospects)[0], routes):
            return usual, routes
        found = self._musts(usual, options)
        lost = self._lost(found)
        if lost == 0:
            return usual, found
        *ways, last = (
            _Way(each, is_hungry=is_hungry, is_clashing=True)
            for each, is_hungry in ((slack, False), (slack, True), (0.0, False), (0.0, True))
        )
        # With neither slack nor lunch there is most room: nothing that loses as little is passed by.
        most = self._musts(last, options)
        least = min(lost, self._lost(most))
        for way in ways:
            tried = self._musts(way, options)
            if self._lost(tried) <= least:
                return way, tried
        return last, most

    def _problem(
        self, way: _Way, prospects: Sequence[Prospect]
    ) -> tuple[Problem, tuple[Frame, ...]]:
        ground = self.laid.ground
        frames = tuple(
            widened(frame.fasting if way.is_hungry else frame, index, ground, prospects, way.slack)
            for index, frame in enumerate(self.laid.frames)
        )
        problem = problem_of(
            prospects, frames, ground, most=self.most, slack=way.slack, is_clashing=way.is_clashing
        )
        return problem, frames

    def _musts(self, way: _Way, options: Options) -> list[list[int]]:
        """The routes of what is planned and pinned alone."""
        there = [at for at, one in enumerate(self.laid.prospects) if one.is_must]
        problem, _frames = self._problem(way, [self.laid.prospects[at] for at in there])
        number = {at: index for index, at in enumerate(there)}
        start = timed(problem, [[number[at] for at in route] for route in self._as_planned()])
        left = max(self.ends_at - time.monotonic(), 0.1)
        found = solve(
            problem, left, options.seed, effort=options.effort, engine="search", start=start
        )
        return [[there[one] for one in route] for route in found.routes]

    def _lost(self, routes: Sequence[Sequence[int]]) -> int:
        """How much of what was planned or pinned these routes leave out: agreed weighs most."""
        there = {one for route in routes for one in route}
        return sum(
            _PIN if _is_pinned(one) else _LOST[one.standing]
            for at, one in enumerate(self.laid.prospects)
            if one.is_must and at not in there
        )

    def _as_planned(self) -> list[list[int]]:
        """The routes as they are planned so far."""
        routes: list[list[int]] = []
        for frame in self.laid.frames:
            hours = [
                (minute, at)
                for at, one in enumerate(self.laid.prospects)
                if one.visit
                and one.pinned_on == frame.day
                and (minute := minute_at(one.visit.start_at)) is not None
            ]
            routes.append([at for _minute, at in sorted(hours)])
        return routes


_LOST = (0, 1, 100, 100_000)
"""What leaving out somebody weighs, by their standing: wished, asked for, agreed."""

_PIN = 90_000
"""The same of a pin: it is refused rather than that something agreed goes."""


def _is_pinned(one: Prospect) -> bool:
    return one.is_firm and one.standing < AGREED


def _refuse_pins(prospects: Sequence[Prospect], made: Made, day: Today) -> None:
    """Raise for the first pin that can't be: CantVisit where a rule refuses, else CantPin."""
    for index in made.plan.missing:
        one = prospects[index]
        if not _is_pinned(one):
            continue
        reasons = one.reasons or {}
        first = next(iter(reasons.values()), None) if not one.starts else None
        ruled = reasons.get(one.pinned_on) if one.pinned_on else first
        if ruled is not None:
            reason = reason_text(ruled, day.today, day.language)
            raise RuledOut(one.name, _when(one, day), reason, ruled.rule, _(ruled.source))
        if one.warned and not one.because:
            raise NeedsBecause(one.name, one.warning, one.warned)
        reason = why_not(made, index, one) or beside(made, prospects, index)
        raise CantPin(one.name, _when(one, day), reason, as_word(one.short_name.casefold()))


def _when(one: Prospect, day: Today) -> str:
    on = show_day(one.pinned_on, day.today, day.language) if one.pinned_on else ""
    at = minute_words(one.pinned_at) if one.pinned_at is not None else ""
    return " ".join(filter(None, (on, at))) or _("in this plan")
