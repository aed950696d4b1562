"""Decisions about providers: what a cell may hold, which role a title tells."""

from __future__ import annotations

import re
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.errors import N_, BadForm, BadNumber

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.fields import Cell


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


def is_another(said: str, title: str, role: str) -> bool:
    """Whether a title that was said is of another profession than somebody's title and role are.

    Only a clear contradiction: of a title that tells no profession (Dr, 主任, 老师), or of somebody
    whose profession nobody wrote down, nothing is known.

    >>> is_another("nurse", "MD", "physician"), is_another("nurse", "DNP", "nurse practitioner")
    (True, False)
    >>> is_another("护士长", "主任医师", "physician"), is_another("主任", "副主任药师", "pharmacist")
    (True, False)
    """
    wanted = _professions(said)
    known = _professions(title) | _PROFESSIONS_BY_ROLE.get(role, frozenset())
    return bool(wanted and known) and wanted.isdisjoint(known)


def _professions(title: str) -> frozenset[str]:
    words = title.casefold().replace(",", " ").replace(".", "").split()
    return frozenset(
        profession
        for profession, (latin, chinese) in _PROFESSIONS.items()
        if not latin.isdisjoint(words) or any(ending in title for ending in chinese)
    )


_PROFESSIONS = {
    "physician": (frozenset("md do mbbs mbchb bmbs mdcm".split()), ("医师", "医生", "大夫")),
    "nurse": (
        frozenset(
            "nurse sister rn bsn msn lpn lvn np dnp aprn arnp cnp crnp fnp fnp-c fnp-bc anp agnp "
            "agacnp acnp pmhnp pnp whnp crna cns".split()
        ),
        ("护士", "护师"),
    ),
    "pharmacist": (frozenset("rph pharmd cpht".split()), ("药师", "药剂师")),
    "assistant": (frozenset("pa pa-c".split()), ()),
    "technician": (frozenset(), ("技师",)),
}
"""Profession → what it is called behind a name or before it, folded; and at a Chinese name."""
# Physician is what everybody is whose role nobody said: only a title tells it.
_PROFESSIONS_BY_ROLE = {
    "nurse": frozenset({"nurse"}),
    "nurse practitioner": frozenset({"nurse"}),
    "physician assistant": frozenset({"assistant"}),
    "pharmacist": frozenset({"pharmacist"}),
}


_ROLES_BY_TITLE = {
    "NP": "nurse practitioner", "FNP": "nurse practitioner", "FNP-C": "nurse practitioner",
    "FNP-BC": "nurse practitioner", "APRN": "nurse practitioner", "DNP": "nurse practitioner",
    "CNP": "nurse practitioner", "PA": "physician assistant", "PA-C": "physician assistant",
    "RN": "nurse", "BSN": "nurse", "LPN": "nurse", "MSN": "nurse",
    "PHARMD": "pharmacist", "RPH": "pharmacist",
}  # fmt: skip
_ROLES_BY_CHINESE_TITLE = {"护士": "nurse", "护师": "nurse", "药师": "pharmacist"}
