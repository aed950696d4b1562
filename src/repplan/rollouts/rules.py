"""Decisions about rollouts: on which days to check in."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, BadForm, Conflict, Refused, UsageProblem
from repplan.records import dataclass
from repplan.workdays import moved

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from repplan.workdays import Workdays


@dataclass(eq=False)
class AlreadyRunning(Conflict):
    """The same product was begun there before and has not ended."""

    slug: ClassVar[str] = "already-running"
    message: ClassVar[str] = N_("{product} has been running at {where} since {since} ({ref}).")
    hint: ClassVar[str] = N_("End that one first, then begin anew: repplan rollout end {ref}")
    product: str
    where: str
    since: str
    ref: str


@dataclass(eq=False)
class ProductRetired(Refused):
    """The product is no longer ours: nobody can begin with it."""

    slug: ClassVar[str] = "product-retired"
    message: ClassVar[str] = N_("{product} is no longer ours: nothing begins with it.")
    hint: ClassVar[str] = N_("If it came back: repplan product add {product}")
    product: str


@dataclass(eq=False)
class OnePlace(UsageProblem):
    """A rollout is at an account or with a provider: neither or both were said."""

    slug: ClassVar[str] = "one-place"
    message: ClassVar[str] = N_("Say where it begins: at an account, or with a provider.")
    hint: ClassVar[str] = N_("repplan product start PRODUCT --account ACCOUNT      or: --for WHO")


def read_weeks(said: str) -> tuple[int, ...]:
    """Return the weeks after which to check in, the first first, each once. Raises: BadForm.

    >>> read_weeks("2;12, 6")
    (2, 6, 12)
    """
    parts = _between().split(said.strip().strip(";；,，、"))
    if not all(_week().fullmatch(part) for part in parts):
        raise BadForm("weeks", said, "2;6;12")
    return tuple(sorted({int(part) for part in parts}))


def check_in_days(
    on: date, weeks: Iterable[int], workdays: Workdays, today: date
) -> list[tuple[int, date]]:
    """Return week → day of each check-in still to come, in order.

    A day that isn't worked moves to the next one that is. Days before today are left out: nobody
    can check in then.
    """
    days = [(week, working_day(on + timedelta(weeks=week), workdays)) for week in weeks]
    return [(week, day) for week, day in days if day >= today]


def working_day(day: date, workdays: Workdays) -> date:
    """Return the day, or the first working day after it."""
    return moved(day - timedelta(1), 1, workdays)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"\s*[;；,，、]\s*|\s+")


@cache
def _week() -> re.Pattern[str]:
    # A check-in further ahead than two years is a plan for another product.
    return re.compile(r"[1-9][0-9]?")
