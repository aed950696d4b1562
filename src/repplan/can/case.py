"""All that an answer hangs on, gathered once, so that any day can be asked about without a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.can.model import VISIT
from repplan.records import dataclass

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from repplan.consents.model import Consent
    from repplan.policies.model import Policy
    from repplan.reception.model import ReceptionRule
    from repplan.samples.model import LicenceState
    from repplan.workdays import Workdays


@dataclass(frozen=True)
class Sampling:
    """What the samples of a provider hang on, on a day.

    ``taken`` counts pieces by product in a period of ``samples.max_days``; ``lots`` are what the
    rep has that hasn't expired, the one to use first: product, number, last day, pieces.
    """

    is_on: bool
    licence: LicenceState | None = None
    taken: tuple[tuple[str, int], ...] = ()
    lots: tuple[tuple[str, str, str | None, int], ...] = ()


@dataclass(frozen=True)
class Plan:
    """A visit planned already: its day, whether they were asked, whether a cap will count it."""

    on: date
    is_asked: bool = False
    is_counted: bool = False


@dataclass(frozen=True)
class Wish:
    """What is wanted. ``origin`` is the visit's, None: not known; ``start`` its time."""

    what: str = VISIT
    origin: str | None = None
    start: time | None = None
    is_group: bool = False
    is_remote: bool = False


@dataclass(frozen=True)
class Case:
    """One provider, at one place, at one moment.

    ``happened`` are the days of visits that count against a cap, in order. A visit that is being
    moved isn't in ``booked``: ``asked_on`` is the day for which it was asked for. ``heads`` is how
    many of them receive, None: not known. ``rule`` is how the place receives, None: not written
    down; ``is_hospital``: where a policy may ask for a filing. ``report`` is the open safety
    report's ref and when it is due, the first one. ``given`` is what they got in the year, in the
    smallest unit of the policy's currency.
    """

    name: str
    state: str
    now: datetime
    policy: Policy
    workdays: Workdays
    place: str = ""
    is_hospital: bool = False
    rule: ReceptionRule | None = None
    happened: tuple[date, ...] = ()
    booked: tuple[Plan, ...] = ()
    asked_on: date | None = None
    heads: int | None = None
    consents: tuple[Consent, ...] = ()
    report: tuple[str, str] | None = None
    colleagues: int = 0
    address: tuple[tuple[str, str], ...] = ()
    sampling: Sampling | None = None
    given: int | None = None

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.date()
