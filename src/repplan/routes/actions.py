"""Accept a plan: its visits become planned ones, in one Work, so that undo takes all of it back."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, ClassVar

from repplan.clock import minute_at
from repplan.errors import N_, Conflict
from repplan.records import dataclass
from repplan.routes.gathering import seen_now
from repplan.routes.model import AGREED
from repplan.screening.actions import override
from repplan.visits import actions as visits

if TYPE_CHECKING:
    from repplan.routes.model import Proposal
    from repplan.store.work import Work


@dataclass(eq=False)
class PlanChanged(Conflict):
    """Something was planned, moved or called off while the plan was made."""

    slug: ClassVar[str] = "plan-changed"
    message: ClassVar[str] = N_("What is planned on these days has changed meanwhile.")
    hint: ClassVar[str] = N_("Plan again: the same line once more.")


@dataclass(frozen=True)
class Accepted:
    """How many visits were planned, and how many planned ones got another time."""

    planned: int
    moved: int


def accept(work: Work, proposal: Proposal) -> Accepted:
    """Return what was written of a plan: new visits as wishes, and those that moved.

    What was agreed stays as it is. Raises: PlanChanged where something was planned or moved since; PastPlan.
    """
    if seen_now(work.db, [route.day for route in proposal.routes]) != proposal.seen:
        raise PlanChanged
    planned = moved = 0
    for route in proposal.routes:
        for stop in route.stops:
            one = stop.prospect
            at = time(*divmod(stop.starts, 60))
            if one.visit is None:
                visit = visits.plan_visit(
                    work,
                    on=route.day,
                    at=at,
                    provider_ids=(one.key,),
                    account_id=None,
                    place_id=one.door.account_id or None,
                    cells={"minutes_planned": one.minutes},
                )
                if one.warned:
                    override(work, one.warned, "visit", visit.id, one.because)
                planned += 1
            elif (
                one.standing < AGREED
                and not one.is_fixed
                and minute_at(one.visit.start_at) != stop.starts
            ):
                visits.amend_visit(work, one.visit.id, {}, on=route.day, at=at)
                moved += 1
    return Accepted(planned, moved)
