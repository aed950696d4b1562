"""What lots of samples and transfers of value are called by: a number, a ref."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.complete import Offer, Typing
from repplan.offers.completers import asking
from repplan.offers.queries import MOST
from repplan.offers.rules import begins
from repplan.samples.queries import stock
from repplan.store.refs import short_refs

if TYPE_CHECKING:
    from collections.abc import Iterator


def lots(typing: Typing) -> list[Offer]:
    """Return the numbers of lots of which something is left, the first to expire first."""
    with asking(typing) as asked:
        found = stock(asked.db, "9999-12-31")
        return [
            Offer(one.lot.number, f"{one.lot.what}: {one.balance}")
            for one in found
            if begins(one.lot.number, typing.text)
        ][:MOST]


def spends(typing: Typing) -> list[Offer]:
    """Return the newest transfers of value by ref."""
    if typing.before:
        return []
    with asking(typing) as asked:
        rows = asked.db.execute(
            "SELECT ref, on_date, nature FROM spend ORDER BY on_date DESC, id DESC LIMIT ?",
            (MOST,),
        ).fetchall()
        refs = short_refs(asked.db, "spend", [row[0] for row in rows])
        return list(_offered(rows, refs, typing.text))


def _offered(rows: list[tuple[str, str, str]], refs: dict[str, str], text: str) -> Iterator[Offer]:
    for ref, on, nature in rows:
        if ref.startswith(text):
            yield Offer(refs[ref], f"{on} {nature}")
