"""The headings of one's own table, made from the records' fields: what ``import csv`` takes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from repplan.accounts import model as accounts
from repplan.errors import N_, BadForm
from repplan.fields import Field, Kind
from repplan.providers import model as providers
from repplan.records import dataclass, replace
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROVIDER, ACCOUNT, INSIDE, LICENCE = "provider", "account", "inside", "licence"

_ADDRESS = frozenset({"street", "city", "region", "postcode", "country"})
"""Fields of an account that stand under their own name: no provider has them."""

_NOT_TAKEN = frozenset({"state"})
"""Fields of an account that no table changes: closing one has its own command."""

_ALSO = {
    "name": ("provider", "full_name", "姓名", "医生", "客户"),
    "title": ("credential", "credentials", "职称"),
    "role": ("岗位",),
    "specialties": ("专业",),
    "tier": ("级别",),
    "phone": ("mobile", "telephone", "电话", "手机"),
    "email": ("e_mail", "mail", "邮箱"),
    "last_seen_on": ("last_seen", "last_visit", "last_call", "上次拜访"),
    "licence": ("license", "执业证号"),
    "account": ("account_name", "clinic", "practice", "hospital", "机构", "医院", "单位"),
    "street": ("address", "地址"),
    "city": ("town", "城市"),
    "postcode": ("zip", "zip_code", "postal_code", "邮编"),
    "department": ("科室",),
}
"""Heading → what tables of other origin call it, folded and with _ for blanks."""


@dataclass(frozen=True)
class Heading:
    """One heading: its name, whose field it is, and other names that it answers to."""

    name: str
    part: str
    field: Field
    others: tuple[str, ...] = ()


@cache
def headings() -> dict[str, Heading]:
    """Return name → heading, in the order in which the reference lists them."""
    return {
        heading.name: replace(heading, others=(*heading.others, *_ALSO.get(heading.name, ())))
        for heading in _headings()
    }


@cache
def _answering() -> dict[str, Heading]:
    return {
        name: heading for heading in headings().values() for name in (heading.name, *heading.others)
    }


def heading_of(said: str) -> Heading | None:
    """Return the heading that these words mean: case, blanks and dashes don't matter.

    >>> heading_of("Last seen on").name, heading_of("医院").name, heading_of("Weather")
    ('last_seen_on', 'account', None)
    """
    return _answering().get(re.sub(r"[\s\-]+", "_", fold(said)))


def renamed(pairs: Sequence[str]) -> dict[str, str]:
    """Return their heading → ours, from ``theirs=ours`` as typed. Raises: BadForm."""
    found: dict[str, str] = {}
    for pair in pairs:
        theirs, _equals, ours = pair.rpartition("=")
        if not theirs.strip() or heading_of(ours) is None:
            raise BadForm("--map", pair, "THEIRS=OURS; " + ", ".join(headings()))
        found[theirs.strip()] = ours.strip()
    return found


def _headings() -> Iterator[Heading]:
    for field in providers.FIELDS:
        option = field.option.removeprefix("--").replace("-", "_")
        # Where the option's name says another thing than the column's, both are understood.
        name, others = field.column, (option,) if option != field.column else ()
        if field.kind is Kind.DAY:
            name, others = option, (field.column,)
        yield Heading(name, PROVIDER, field, others)
    yield Heading(
        "licence",
        LICENCE,
        Field("licence", N_("licence: region and number, several parted by ;"), Kind.LIST),
    )
    for field in accounts.FIELDS:
        if field.column == "name":
            yield Heading("account", ACCOUNT, field)
        elif field.column in _ADDRESS:
            yield Heading(field.column, ACCOUNT, field, (f"account_{field.column}",))
        elif field.column not in _NOT_TAKEN:
            yield Heading(f"account_{field.column}", ACCOUNT, field)
    for field in providers.AFFILIATION_FIELDS:
        yield Heading(field.column, INSIDE, field)
