"""The rules of the demo territory: who may be written to, who receives when, clocks, samples."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from repplan.clock import local_instant
from repplan.consents import actions as consents
from repplan.followups import queries as followups
from repplan.i18n.dates import parse_time
from repplan.inquiries import actions as inquiries
from repplan.inquiries import queries as asked
from repplan.products import queries as products
from repplan.reception import actions as reception
from repplan.safety import actions as safety
from repplan.samples import actions as samples
from repplan.upkeep.demo.filling import Table, in_days, one_called

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.store.work import Work
    from repplan.store.write import Value


def set_rules(work: Work, script: Table, places: Mapping[str, str], today: date) -> None:
    """Write down consents, reception rules and what samples came, on the Work's day."""
    for one in script.get("consent", ()):
        consents.note(
            work,
            one_called(work, one["who"]).id,
            one["channel"],
            is_in=one["in"],
            given_on=in_days(today, one["day"]),
            how=one.get("how"),
        )
    for one in script.get("reception", ()):
        reception.add(work, places[one["account"]], "", _reception_cells(one, today))
    for one in script.get("lot", ()):
        samples.receive(
            work,
            _product_id(work, one["product"]),
            number=one["number"],
            quantity=one["quantity"],
            strength=one.get("strength", ""),
            expires_on=in_days(today, one["expires"]),
        )


def hear(work: Work, one: Table, _today: date) -> None:
    """Open a safety report, heard at the script's hour of the Work's day."""
    safety.open_report(
        work,
        provider_id=one_called(work, one["who"]).id,
        product_id=_product_id(work, one["product"]),
        visit_id=None,
        heard_at=local_instant(work.today, parse_time(one["at"])),
        what=one["what"],
    )


def ask_medical(work: Work, one: Table, _today: date) -> None:
    """Send a provider's open question to medical affairs, on the Work's day."""
    who = one_called(work, one["who"])
    open_question = next(
        each for each in followups.open_of_provider(work.db, who.id) if each.kind == "question"
    )
    inquiry = inquiries.ask(
        work,
        provider_id=who.id,
        question=open_question.what,
        product_id=_product_id(work, one["product"]),
        followup_id=open_question.id,
        asked_on=date.fromisoformat(open_question.made_on),
    )
    inquiries.send(work, inquiry.id)


def hear_back(work: Work, one: Table, _today: date) -> None:
    """Note what medical affairs answered, on the Work's day."""
    (inquiry,) = asked.of_provider(work.db, one_called(work, one["who"]).id)
    inquiries.answer(work, inquiry.id, one["answer"])


def _reception_cells(one: Table, today: date) -> dict[str, Value]:
    """A rule's cells; its weekdays are those of days counted from today."""
    weekdays = sorted({(today + timedelta(day)).isoweekday() for day in one.get("days", ())})
    filed = one.get("filed_days")
    return {
        "weekdays": reception.weekdays_cell(tuple(weekdays)),
        "filing_until_on": None if filed is None else in_days(today, filed),
        **{name: one[name] for name in _AS_WRITTEN if name in one},
    }


_AS_WRITTEN = (
    "place", "opens", "closes", "booking", "lead_days", "lead_by", "form", "people_needed",
    "contact", "filing", "source",
)  # fmt: skip


def _product_id(work: Work, said: str) -> str:
    return products.called(work.db, said)[0].id
