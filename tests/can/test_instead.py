"""What the queue says is possible instead of a visit: a few words for each rule."""

from __future__ import annotations

from datetime import date

import pytest

from repplan.can.instead import queue_step
from repplan.can.model import BLOCK, OWN, Reason

TODAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("rule", "next_on", "said"),
    [
        ("state.no-see", None, "sees no reps: write, call"),
        ("reception.filing", FRIDAY, "our filing first"),
        ("reception.filing-expired", None, "our filing first"),
        ("visits.unsolicited_max", None, "not now: repplan can says why"),
        ("visits.unsolicited_max", FRIDAY, "not before Fri 27 Nov"),
        ("reception.lead", FRIDAY, "apply for Fri 27 Nov"),
        ("reception.weekday", FRIDAY, "plan it for Fri 27 Nov"),
    ],
)
def test_each_rule_has_its_step(rule: str, next_on: date | None, said: str) -> None:
    """What can't be waited for says what else there is; all else says the day."""
    assert queue_step(Reason(rule, OWN, BLOCK, next_on=next_on), TODAY, "en") == said
