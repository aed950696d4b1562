"""Decisions about providers: what a cell may hold, cadence."""

from __future__ import annotations

import re
from datetime import date, timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.config import Cadence
from repplan.errors import N_, BadForm, BadNumber

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.config import Settings
    from repplan.fields import Cell
    from repplan.providers.model import Provider


def check_forms(cells: Mapping[str, Cell]) -> None:
    """Raise BadForm where an NPI isn't ten digits, or an e-mail address is none."""
    for column, (form, like) in _FORMS.items():
        said = cells.get(column)
        if isinstance(said, str) and said and not re.fullmatch(form, said):
            raise BadForm(column, said, like)


_FORMS = {
    "npi": ("[0-9]{10}", N_("ten digits")),
    "email": (r"[^@\s]+@[^@\s]+", N_("name@example.org")),
}
"""Column → what it looks like, and how that is said."""


def check_gaps(cells: Mapping[str, Cell]) -> None:
    """Raise BadNumber where the maximum gap is shorter than the ideal one. Units: days."""
    ideal, maximum = cells.get("ideal_days"), cells.get("maximum_days")
    if isinstance(ideal, int) and isinstance(maximum, int) and maximum < ideal:
        raise BadNumber("maximum days", str(maximum), _("{ideal} or more").format(ideal=ideal))


def role_by_title(title: str) -> str | None:
    """Return the role that a title tells; None where it tells none.

    >>> role_by_title("PharmD"), role_by_title("主任医师")
    ('pharmacist', None)
    """
    words = title.replace(",", " ").replace(".", "").split()
    by_word = (_ROLES_BY_TITLE.get(word.upper()) for word in words)
    return next((role for role in by_word if role), None) or next(
        (role for ending, role in _ROLES_BY_CHINESE_TITLE.items() if ending in title), None
    )


_ROLES_BY_TITLE = {
    "NP": "nurse practitioner", "FNP": "nurse practitioner", "FNP-C": "nurse practitioner",
    "FNP-BC": "nurse practitioner", "APRN": "nurse practitioner", "DNP": "nurse practitioner",
    "CNP": "nurse practitioner", "PA": "physician assistant", "PA-C": "physician assistant",
    "RN": "nurse", "BSN": "nurse", "LPN": "nurse", "MSN": "nurse",
    "PHARMD": "pharmacist", "RPH": "pharmacist",
}  # fmt: skip
_ROLES_BY_CHINESE_TITLE = {"护士": "nurse", "护师": "nurse", "药师": "pharmacist"}


def cadence_of(provider: Provider, settings: Settings) -> Cadence | None:
    """Return a provider's cadence: their own, else the tier's.

    None: no cadence. That is so for colleagues, for those who left, never met, or have neither a
    tier nor gaps of their own.
    """
    if provider.is_colleague or provider.state == "left" or provider.last_contact_on is None:
        return None
    tier = settings.cadence(provider.tier)
    if provider.ideal_days is None:
        return tier
    longest = provider.maximum_days or (tier.maximum_days if tier else 2 * provider.ideal_days)
    return Cadence(provider.ideal_days, max(provider.ideal_days, longest))


def days_since(provider: Provider, today: date) -> int | None:
    """Return whole days since the last real contact; None if never met."""
    if provider.last_contact_on is None:
        return None
    return (today - date.fromisoformat(provider.last_contact_on)).days


def ideal_on(provider: Provider, cadence: Cadence) -> date:
    """Return the day when the ideal gap is over. Needs a last contact."""
    return date.fromisoformat(provider.last_contact_on or "") + timedelta(cadence.ideal_days)
