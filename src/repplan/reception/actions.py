"""Act on reception: write down how an account receives, change it, end it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.i18n.phrases import placed
from repplan.reception import queries, rules
from repplan.store.write import change, insert
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.reception.model import ReceptionRule
    from repplan.store.work import Work
    from repplan.store.write import Value


def add(work: Work, account_id: str, department: str, cells: Mapping[str, Value]) -> ReceptionRule:
    """Return a new rule. Raises: AlreadyARule, HoursTurned, LeadNeeded."""
    today = work.today.isoformat()
    for one in queries.rules_of(work.db, account_id, department, today):
        if fold(one.department) == fold(department):
            raise rules.AlreadyARule(placed((one.account, one.department)))
    known = {column: value for column, value in cells.items() if value is not None}
    identity, _ref = insert(
        work,
        "reception_rule",
        {"account_id": account_id, "department": department, **known, "noted_on": today},
    )
    return _checked(work, identity)


def edit(work: Work, rule_id: str, cells: Mapping[str, Value]) -> ReceptionRule:
    """Return the rule with these cells. Raises: HoursTurned, LeadNeeded."""
    change(work, "reception_rule", rule_id, cells)
    return _checked(work, rule_id)


def end(work: Work, rule_id: str) -> ReceptionRule:
    """Return the rule, over from today on."""
    change(work, "reception_rule", rule_id, {"until_on": work.today.isoformat()})
    return queries.rule(work.db, rule_id)


def weekdays_cell(days: tuple[int, ...]) -> str:
    """Return weekdays as the store holds them."""
    return json.dumps([str(day) for day in days])


def _checked(work: Work, rule_id: str) -> ReceptionRule:
    """The rule as written; what can't be raises, and the Work takes it back."""
    one = queries.rule(work.db, rule_id)
    rules.check_hours(one.opens, one.closes)
    rules.check_lead(one.lead_days, one.lead_by)
    return one
