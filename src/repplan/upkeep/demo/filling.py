"""What is known in the demo territory beyond visits: notes, ties, stances, payers, what was begun."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from repplan.fields import read_cells
from repplan.notes.actions import keep
from repplan.notes.model import PROFESSIONAL
from repplan.products import queries as products
from repplan.products.actions import cover, edit_product
from repplan.products.model import PRODUCT_FIELDS
from repplan.providers import queries as providers
from repplan.relations.actions import give, note_stance, relate
from repplan.rollouts.actions import start

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from repplan.fields import Cell, Field
    from repplan.providers.model import Provider
    from repplan.store.work import Work

Table = dict[str, Any]


def dated(text: str, today: date) -> str:
    """Return the text with ``{+3}`` and ``{-7}`` as ISO days."""
    return re.sub(r"\{([+-]?\d+)\}", lambda found: in_days(today, int(found[1])), text)


def in_days(today: date, days: int) -> str:
    """Return the day so many days from today, ISO."""
    return (today + timedelta(days)).isoformat()


def cells_of(fields: Iterable[Field], one: Table, today: date) -> dict[str, Cell]:
    """Return a table of the script as cells: lists joined, days counted from today."""
    return read_cells(
        fields,
        {
            name: ";".join(said) if isinstance(said, list) else dated(str(said), today)
            for name, said in one.items()
        },
    )


def one_called(work: Work, said: str) -> Provider:
    """Return the one provider of the script who is called so."""
    (found,) = providers.called(work.db, said)
    return found


def note_down(work: Work, one: Table, today: date) -> None:
    """Keep a note, on the Work's day."""
    cells: dict[str, Cell] = {"topic": one.get("topic"), "yearly": one.get("yearly")}
    if "happened" in one:
        cells["happened_on"] = in_days(today, one["happened"])
    kind = one.get("kind", PROFESSIONAL)
    who = one_called(work, one["who"]).id
    keep(work, who, one["text"], kind, source=one.get("source"), cells=cells)


def learn(work: Work, one: Table, today: date) -> None:
    """Change a product's facts, on the Work's day."""
    edit_product(work, _product(work, one), cells_of(PRODUCT_FIELDS, one["facts"], today))


def tie(work: Work, script: Table, places: Mapping[str, str], today: date) -> None:
    """Write down who is tied to whom, where they stand, who pays, what was given and begun.

    ``places`` are account's key → id.
    """
    for one in script.get("relation", ()):
        who, other = one_called(work, one["who"]), one_called(work, one["other"])
        since = {"from_on": in_days(today, one["day"]), "evidence": one.get("evidence")}
        relate(work, who.id, one["kind"], other.id, since)
    for one in sorted(script.get("stance", ()), key=lambda each: each["day"]):
        cells: dict[str, Cell] = {name: one.get(name) for name in ("stance", "influence")}
        cells |= {
            "noted_on": in_days(today, one["day"]),
            "evidence": one.get("evidence"),
        }
        cells["account_id"] = places.get(one.get("account", ""))
        cells["product_id"] = _product(work, one) if "product" in one else None
        note_stance(work, one_called(work, one["who"]).id, cells)
    for one in script.get("given", ()):
        whom, on = one_called(work, one["who"]), in_days(today, one["day"])
        give(work, provider_id=whom.id, visit_id=None, what=one["what"], kind=one["kind"], on=on)
    for one in script.get("coverage", ()):
        facts: dict[str, Cell] = {"state": one["state"], "steps": one.get("steps")}
        cover(work, _product(work, one), one["payer"], facts, places[one["account"]])


def begin(work: Work, one: Table, places: Mapping[str, str]) -> None:
    """Begin a rollout, on the Work's day."""
    account_id = places.get(one.get("account", ""))
    provider_id = one_called(work, one["who"]).id if "who" in one else None
    start(work, _product(work, one), account_id=account_id, provider_id=provider_id)


def _product(work: Work, one: Table) -> str:
    return products.called(work.db, one["product"])[0].id
