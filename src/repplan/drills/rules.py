"""Decisions about drills: what is asked now, and in which order."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from repplan.drills.model import KINDS
from repplan.errors import N_, UsageProblem
from repplan.records import dataclass
from repplan.text import fold, is_ideograph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from repplan.drills.model import Asked
    from repplan.products.model import Message, Objection
    from repplan.providers.model import Provider


@dataclass(eq=False)
class OneOnly(UsageProblem):
    """Two of the ways to narrow a drill were asked for at once."""

    slug: ClassVar[str] = "one-only"
    message: ClassVar[str] = N_("A drill is about one thing.")
    hint: ClassVar[str] = N_("Use one of: --product, --account, --role-play.")


def to_practise(cards: Sequence[Asked], now: str, most_new: int) -> list[Asked]:
    """Return what is asked now, in order: what is due, the longest due first, then new ones.

    Of what was never practised at most ``most_new`` come, a kind after the other in turn, each in
    the order given. ``now`` is an instant.
    """
    known = [(one.card, one) for one in cards if one.card]
    due = [(card.due_at, *one.key, one) for card, one in known if card.due_at <= now]
    new = [[one for one in cards if one.kind == kind and not one.card] for kind in KINDS]
    in_turn = [one for row in zip_longest(*new) for one in row if one]
    return [one for *_rank, one in sorted(due, key=lambda row: row[:3])] + in_turn[:most_new]


_CHINESE = ("zh", "chinese", "mandarin", "cantonese", "中文", "汉语", "普通话", "国语", "粤语")


def suits(objection: Objection, who: Provider, messages: Iterable[Message]) -> bool:
    """Return whether somebody may say this: in their language, of a product for their specialty.

    A product is for the specialties of its messages; one without messages, or with one for all, is
    for everybody.
    """
    is_theirs = any(map(is_ideograph, who.name + who.native_name))
    said = [fold(one) for one in who.languages]
    knows = is_theirs or any(one.startswith(_CHINESE) for one in said)
    knows_other = not is_theirs or any(not one.startswith(_CHINESE) for one in said)
    if not (knows if any(map(is_ideograph, objection.text)) else knows_other):
        return False
    own = {fold(one) for one in who.specialties}
    meant = [one.specialties for one in messages if one.product_id == objection.product_id]
    return not (own and meant) or any(
        not about or own & {fold(one) for one in about} for about in meant
    )


def next_due(cards: Sequence[Asked], now: str) -> str | None:
    """Return the instant at which the next card comes that isn't due yet; None: none is known."""
    later = (one.card.due_at for one in cards if one.card and one.card.due_at > now)
    return min(later, default=None)
