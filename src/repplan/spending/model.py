"""A transfer of value in the field's words."""

from __future__ import annotations

from repplan.errors import NP_
from repplan.records import dataclass

FOOD = NP_("nature", "food")
NATURES = (
    FOOD, NP_("nature", "travel"), NP_("nature", "education"), NP_("nature", "speaker"),
    NP_("nature", "consulting"), NP_("nature", "honorarium"), NP_("nature", "gift"),
    NP_("nature", "grant"), NP_("nature", "entertainment"), NP_("nature", "charity"),
    NP_("nature", "other"),
)  # fmt: skip


@dataclass(frozen=True)
class Spend:
    """Something of value, paid on one day. ``minor``: in the currency's smallest unit."""

    id: str
    ref: str
    on_date: str
    minor: int
    currency: str
    nature: str
    heads: int
    product_id: str | None
    product: str | None
    visit_id: str | None
    what: str | None


@dataclass(frozen=True)
class NewSpend:
    """A transfer of value as somebody notes it."""

    provider_ids: tuple[str, ...]
    minor: int
    currency: str
    nature: str
    heads: int
    on: str
    product_id: str | None = None
    visit_id: str | None = None
    what: str | None = None


@dataclass(frozen=True)
class Share:
    """What one provider got of it."""

    provider_id: str
    ref: str
    provider: str
    minor: int


@dataclass(frozen=True)
class Item:
    """One share with what it is a share of, as totals are made of it."""

    spend: Spend
    share: Share


@dataclass(frozen=True)
class Limits:
    """The policy's thresholds of a year, in the smallest unit of its currency.

    ``item_from``: a smaller item isn't reported by itself; ``year_from``: past this total in the
    year it is. None: the policy says nothing. ``known_year``: of which year the numbers are, None
    where they are of every year.
    """

    year: int
    currency: str
    item_from: int | None = None
    year_from: int | None = None
    meal_max: int | None = None
    known_year: int | None = None

    @property
    def is_of_another_year(self) -> bool:
        """Whether the numbers are those of another year: of this one none are known."""
        return self.known_year is not None and self.known_year != self.year


@dataclass(frozen=True)
class YearTotal:
    """What a provider got in a year, in one currency. ``reportable`` is the part that counts.

    It and its number are None where nobody can say: another currency, or no threshold known.
    """

    provider_id: str
    ref: str
    provider: str
    currency: str
    items: int
    minor: int
    reportable_items: int | None
    reportable: int | None
    is_past: bool


@dataclass(frozen=True)
class Warned:
    """What a new spend does to one provider's year. Amounts in the limits' smallest unit.

    ``is_passing``: the year is past its threshold with it, though it were so before.
    """

    provider: str
    share: int
    after: int
    is_reportable: bool
    is_passing: bool
    is_near: bool
