"""A small territory for tests of visits: two providers, a colleague, their accounts, a visit."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any

from repplan.accounts.actions import add_account
from repplan.config import read_settings
from repplan.products.actions import add_product
from repplan.providers.actions import add_provider
from repplan.visits.actions import log_visit
from repplan.visits.drafting import draft_visit
from repplan.visits.model import Visit, VisitRequest

if TYPE_CHECKING:
    from repplan.store.work import Work
    from repplan.visits.model import LoggedVisit

TUESDAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)
MONDAY = date(2026, 11, 30)
AT_8_40 = time(8, 40)


@dataclass(frozen=True)
class Territory:
    """Ids. Patel works at Valley (and now and then at Oakwood), Brandt at Oakwood."""

    valley: str
    oakwood: str
    patel: str
    brandt: str
    amy: str
    lin: str


def settle(work: Work) -> Territory:
    """Write the territory; return its ids."""
    valley = add_account(work, {"name": "Valley Cardiology", "departments": '["cath lab", "ward"]'})
    oakwood = add_account(work, {"name": "Oakwood Internal Medicine"})
    add_product(work, "Cardexa")
    return Territory(
        valley=valley.id,
        oakwood=oakwood.id,
        patel=add_provider(work, {"name": "Anjali Patel, MD"}, account_id=valley.id).id,
        brandt=add_provider(work, {"name": "Jo Brandt NP"}, account_id=oakwood.id).id,
        amy=add_provider(work, {"name": "Amy Reed", "role": "colleague"}).id,
        lin=add_provider(work, {"name": "Lin Moss", "role": "colleague"}).id,
    )


def logged(work: Work, text: str = "seen well", on: date = TUESDAY, **said: Any) -> LoggedVisit:
    """Log a visit as ``repplan log`` does; what is unclear is kept as it was said."""
    request = VisitRequest(text=text, on=on, **said)
    draft = draft_visit(
        work.db,
        request,
        clock=work.clock,
        settings=read_settings(work.db),
        is_month_first=True,
    )
    return log_visit(work, draft)


def a_visit(**cells: Any) -> Visit:
    """Return a planned visit with these cells; what isn't given is unknown."""
    blank = dict.fromkeys(field.name for field in dataclasses.fields(Visit))
    known = {"id": "1", "ref": "v-7k2m9xpq", "department": "", "channel": "in-person"}
    facts = {**blank, **known, "on_date": "2026-11-24", "state": "planned", **cells}
    return Visit(**facts)
