"""A day's route and a week's, in the field's words. Units: minutes of the local day, if not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import N_
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from repplan.can.model import Reason
    from repplan.day import Person, QueueItem
    from repplan.visits.model import Visit

DAY_MIN = 24 * 60

_NEVER = "9999-99"
"""Behind every ISO day."""


AGREED = 3
"""The standing of what was agreed or confirmed: it is told, and neither moved nor refused."""

LUNCH, BUSY, CALL, NO_HOUR = N_("lunch"), N_("busy"), N_("call"), N_("no such hour")
"""What takes minutes out of a day: a rest, an appointment elsewhere, a visit by telephone, and the
hour that a change to summer time leaves out."""


@dataclass(frozen=True)
class Span:
    """Minutes of one local day, from ``first`` up to ``until``; ``what`` takes them."""

    first: int
    until: int
    what: str = ""
    kind: str = BUSY

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.until - self.first


@dataclass(frozen=True)
class Door:
    """Where somebody is met: the account, and where in it. Empty text: not known.

    They work there from ``from_on`` up to ``until_on``, ISO days; empty: all along, without an end.
    """

    account_id: str
    name: str
    department: str = ""
    building: str = ""
    floor: str = ""
    room: str = ""
    hours: str = ""
    from_on: str = ""
    until_on: str = ""

    def is_there(self, day: date) -> bool:
        """Whether they work there on a day."""
        return self.from_on <= day.isoformat() < (self.until_on or _NEVER)


@dataclass(frozen=True)
class Prospect:
    """Somebody, or a group, who may be visited in the days that are planned.

    ``key`` names them: the provider's id, a group's visit id. ``minutes`` the visit takes,
    with so many ``others``.
    ``items`` are what makes them due, best first. ``visit`` is planned already; ``is_fixed``: its
    time was agreed, or asked for. ``pinned_on`` and ``pinned_at`` are what the rep said, None: any.
    ``refused`` is day → what is possible instead of a visit then, in words, ``reasons`` what refuses it.
    ``starts`` is day → the local minutes from which and until which the visit may begin.
    ``warned`` is the rule that wants a reason first, ``warning`` what it says,
    ``because`` the reason that was given. ``is_must``: planned or pinned. ``is_firm``:
    agreed or pinned, so that no worth outweighs it; ``standing`` says how far others are: 3 agreed, 2
    asked for, 1 wished, 0 not planned. ``is_unplaced``:
    nobody knows where they are. ``remark`` is what else to know of them, in words.
    """

    key: str
    person: Person | None
    name: str
    door: Door
    minutes: int
    others: int = 0
    items: tuple[QueueItem, ...] = ()
    visit: Visit | None = None
    is_fixed: bool = False
    pinned_on: date | None = None
    pinned_at: int | None = None
    is_must: bool = False
    is_firm: bool = False
    standing: int = 0
    is_unplaced: bool = False
    starts: Mapping[date, tuple[tuple[int, int], ...]] | None = None
    refused: Mapping[date, str] | None = None
    reasons: Mapping[date, Reason] | None = None
    warned: str = ""
    warning: str = ""
    because: str = ""
    remark: str = ""

    @property
    def score(self) -> float:
        """The sum of what makes them due, in due's points."""
        return round(sum(item.score for item in self.items), 2)

    @property
    def short_name(self) -> str:
        """The name for a narrow column."""
        if self.person is None:
            return self.name
        return f"{self.person.short_name} +{self.others}" if self.others else self.person.short_name


@dataclass(frozen=True)
class Stop:
    """One visit of a route: when one leaves for it, arrives, and when it starts and ends.

    ``travel`` minutes from the stop before, on foot where ``is_walk``. ``slack`` is kept free on the
    way and behind the visit for what takes longer; ``wait`` is what else nothing fills before it.
    ``basis`` says what the
    minutes rest on: estimate, matrix, service. ``point`` is latitude and longitude; None: not known.
    """

    prospect: Prospect
    leaves: int
    arrives: int
    starts: int
    ends: int
    travel: int
    slack: int = 0
    wait: int = 0
    is_walk: bool = False
    basis: str = ""
    point: tuple[float, float] | None = None


@dataclass(frozen=True)
class DayRoute:
    """One day's route. ``gaps`` are what is taken out of it; ``is_worked`` False: a day off.

    ``leaves`` is when to leave ``start_name``, ``back`` when one is at ``end_name``; without stops
    both are None. Names are empty, and points None, where nobody said where a day begins and ends.
    ``off`` says why a day isn't worked, ``is_public_off`` that it is a public holiday.
    """

    day: date
    opens: int
    closes: int
    start_name: str
    end_name: str
    gaps: tuple[Span, ...] = ()
    stops: tuple[Stop, ...] = ()
    leaves: int | None = None
    back: int | None = None
    back_travel: int = 0
    start_point: tuple[float, float] | None = None
    end_point: tuple[float, float] | None = None
    off: str = ""
    is_public_off: bool = False

    @property
    def told_gaps(self) -> tuple[Span, ...]:
        """What is worth a line: lunch before one leaves, or at home again, isn't."""
        first, last = self.leaves or 0, self.back or DAY_MIN
        return tuple(gap for gap in self.gaps if gap.kind != LUNCH or first <= gap.first < last)

    @property
    def travel(self) -> int:
        """Minutes on the way, back included."""
        return sum(stop.travel for stop in self.stops) + (self.back_travel if self.stops else 0)

    @property
    def visiting(self) -> int:
        """Minutes of visits."""
        return sum(stop.ends - stop.starts for stop in self.stops)

    @property
    def waiting(self) -> int:
        """Minutes that nothing fills between visits."""
        return sum(stop.wait for stop in self.stops)

    @property
    def slack(self) -> int:
        """Minutes kept free for what takes longer."""
        return sum(stop.slack for stop in self.stops)


NO_RULE, NO_WINDOW, TOO_FAR, NO_ROOM, SKIPPED, CLASH, WARNED = (
    "refused", "no-window", "too-far", "no-room", "skipped", "clash", "warned",
)  # fmt: skip
"""Why somebody is left out: a rule refuses, nobody is there, too far, no room, the rep said so,
two that can't both be, a rule that wants a reason."""


@dataclass(frozen=True)
class LeftOut:
    """Somebody who isn't in the plan and why. ``instead_of`` would have to go to fit them in."""

    prospect: Prospect
    reason: str
    said: str = ""
    instead_of: tuple[Prospect, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """What is planned for some days. Better in this order: no agreed visit lost, points, travel.

    ``remarks`` are what one should know of it, in words; ``rounds`` the effort, ``is_cut_short``
    whether the seconds ran out before. ``is_tight``: what was agreed left no room for slack,
    ``is_hungry``: nor for lunch. ``seen`` is what was planned on these days when it was made.
    """

    routes: tuple[DayRoute, ...]
    left: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    rounds: int = 0
    seed: int = 1
    is_cut_short: bool = False
    is_tight: bool = False
    is_hungry: bool = False
    seen: frozenset[tuple[object, ...]] = frozenset()

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All visits, in order."""
        return tuple(stop for route in self.routes for stop in route.stops)

    @property
    def points(self) -> float:
        """What the visits are worth together."""
        return round(sum(stop.prospect.score for stop in self.stops), 2)

    @property
    def travel(self) -> int:
        """Minutes on the way, all days together."""
        return sum(route.travel for route in self.routes)
