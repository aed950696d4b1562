"""Act on rollouts: begin a product somewhere with its check-ins, end it."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.config import read_settings
from repplan.errors import AlreadyClosed
from repplan.followups.actions import promise, waive
from repplan.followups.model import CHECK_IN
from repplan.followups.queries import of_rollout
from repplan.products import queries as products
from repplan.providers import queries as providers
from repplan.relations.rules import refuse_left
from repplan.rollouts import queries, rules
from repplan.store.write import change, insert

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from repplan.rollouts.model import Rollout
    from repplan.store.work import Work


def start(
    work: Work,
    product_id: str,
    *,
    account_id: str | None,
    provider_id: str | None,
    weeks: Iterable[int] | None = None,
    on: date | None = None,
) -> Rollout:
    """Return a product's new rollout, with a check-in for each week still to come.

    ``weeks`` None: as the setting ``rollout.weeks`` says; ``on`` None is today.
    Raises: OnePlace, ProductRetired, HasLeft, AlreadyRunning.
    """
    if bool(account_id) is bool(provider_id):
        raise rules.OnePlace
    product = products.product(work.db, product_id)
    day = on or work.today
    if product.until_on is not None:
        raise rules.ProductRetired(product.name)
    if provider_id:
        refuse_left(providers.provider(work.db, provider_id))
    other = queries.running(work.db, product_id, account_id=account_id, provider_id=provider_id)
    if other is not None:
        raise rules.AlreadyRunning(other.product, other.where, other.from_on, other.ref)
    settings = read_settings(work.db)
    said = rules.read_weeks(settings.text("rollout.weeks")) if weeks is None else weeks
    identity, _ref = insert(
        work,
        "rollout",
        {
            "product_id": product_id,
            "account_id": account_id,
            "provider_id": provider_id,
            "from_on": day.isoformat(),
        },
    )
    for week, due in rules.check_in_days(day, said, settings.workdays, work.today):
        # The words are kept as they are said today, as a rep's own words would be.
        what = _("check in on {product}, week {n}").format(product=product.name, n=week)
        promise(
            work,
            what=what,
            account_id=account_id,
            provider_id=provider_id,
            kind=CHECK_IN,
            due_on=due.isoformat(),
            rollout_id=identity,
        )
    return queries.rollout(work.db, identity)


def end(work: Work, rollout_id: str, why: str | None = None) -> Rollout:
    """Return the rollout, over from today on; its open check-ins are waived for that reason.

    Raises: AlreadyClosed.
    """
    one = queries.rollout(work.db, rollout_id)
    if one.ended_on is not None:
        raise AlreadyClosed(one.product, one.ended_on, one.ref)
    change(work, "rollout", rollout_id, {"ended_on": work.today.isoformat()})
    reason = why or _("the rollout has ended")
    for check_in in of_rollout(work.db, rollout_id):
        if check_in.is_open:
            waive(work, check_in.id, reason)
    return queries.rollout(work.db, rollout_id)
