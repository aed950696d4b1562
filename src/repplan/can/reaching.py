"""Decisions about writing and calling: what a provider agreed to, or forbade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.can.model import OWN, TELL, Reason
from repplan.consents import rules as consent
from repplan.consents.model import OPTED_OUT
from repplan.consents.refusals import THEIR_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from repplan.can.case import Case, Wish


def reaching_reasons(case: Case, wish: Wish, on: date) -> Iterator[Reason]:
    """Yield what speaks for and against an e-mail, a call or a message: what they agreed to."""
    fact = case.policy.fact(f"consent.{wish.what}")
    value = dict(case.address).get(wish.what, "")
    said = consent.standing(case.consents, wish.what, on.isoformat(), fact=fact, value=value)
    rule = f"consent.{wish.what}"
    facts: tuple[tuple[str, object], ...] = (
        ("channel", wish.what),
        ("why", said.why),
        ("ref", said.consent.ref if said.consent else None),
        ("given_on", said.consent.given_on if said.consent else None),
        ("expires_on", said.consent.expires_on if said.consent else None),
        ("topics", list(consent.topics_allowed(case.consents, wish.what, on.isoformat()))),
    )
    if said.is_allowed:
        if said.consent is not None:
            yield Reason(rule, said.consent.how or THEIR_WORD, TELL, facts)
        return
    by_them = said.why == OPTED_OUT and said.consent is not None
    source = (said.consent.how or THEIR_WORD) if by_them and said.consent else ""
    yield Reason(rule, source or (said.fact.source if said.fact else OWN), said.action, facts)
