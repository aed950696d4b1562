"""All that an answer hangs on, gathered once, so that any day can be asked about without a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.records import dataclass

if TYPE_CHECKING:
    from datetime import date, datetime

    from repplan.consents.model import Consent
    from repplan.policies.model import Policy
    from repplan.reception.model import ReceptionRule


@dataclass(frozen=True)
class Sampling:
    """What the samples of a provider hang on, on a day.

    ``licence`` is valid, expired, suspended or missing; ``taken`` counts pieces by product in the
    last ``samples.max_days``; ``stock`` is what the rep has, of lots that haven't expired, and
    ``lots`` are these, the one to use first: product, number, last day, pieces.
    """

    is_on: bool
    licence: str = ""
    licence_until: str | None = None
    stock: int = 0
    taken: tuple[tuple[str, int], ...] = ()
    lots: tuple[tuple[str, str, str | None, int], ...] = ()


@dataclass(frozen=True)
class Given:
    """What somebody was given in a year, in the currency of the policy. Units: minor."""

    minor: int = 0
    other_currencies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One provider, at one place, at one moment.

    ``happened`` are the days of visits that count against a cap, in order; ``booked`` the days on
    which a visit is planned already, each with whether they have been asked; ``planned`` those of
    them that count against a cap once they happen. A visit that is being moved is in neither:
    ``asked_on`` is the day for which it was asked for. ``heads`` is how many of them receive, None:
    not known. ``rule`` is how the place receives, None: not written down; ``is_hospital``: where a policy may ask for a filing.
    ``report`` is the open safety report's ref and when it is due, the first one.
    """

    name: str
    ref: str
    state: str
    now: datetime
    policy: Policy
    workdays: frozenset[int]
    place: str = ""
    is_hospital: bool = False
    rule: ReceptionRule | None = None
    happened: tuple[date, ...] = ()
    booked: tuple[tuple[date, bool], ...] = ()
    planned: tuple[date, ...] = ()
    asked_on: date | None = None
    heads: int | None = None
    consents: tuple[Consent, ...] = ()
    report: tuple[str, str] | None = None
    colleagues: int = 0
    address: tuple[tuple[str, str], ...] = ()
    sampling: Sampling | None = None
    given: Given | None = None

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.date()
