"""Accept a plan: its visits become planned ones, in one Work, so that undo takes all of it back."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from repplan.clock import minute_at
from repplan.records import dataclass
from repplan.screening.actions import override
from repplan.visits import actions as visits

if TYPE_CHECKING:
    from repplan.routes.model import Proposal
    from repplan.store.work import Work


@dataclass(frozen=True)
class Accepted:
    """How many visits were planned, and how many planned ones got another time."""

    planned: int
    moved: int


def accept(work: Work, proposal: Proposal) -> Accepted:
    """Return what was written of a plan: new visits as wishes, and those that moved.

    What was agreed stays as it is. Raises: PastPlan, PlannedTwice where the store has changed.
    """
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
            elif not one.is_fixed and minute_at(one.visit.start_at) != stop.starts:
                visits.amend_visit(work, one.visit.id, {}, on=route.day, at=at)
                moved += 1
    return Accepted(planned, moved)
