"""People on a map made by hand, for tests of what is thin, of trees and of drawings."""

from __future__ import annotations

from repplan.records import field_types
from repplan.relations.model import Relation, Spot, Stance

SEEN = "2026-11-17"


def spot(
    who: str,
    stands: str | None = None,
    influence: str | None = None,
    *,
    noted_on: str = "2026-11-01",
    seen: str | None = None,
    **known: object,
) -> Spot:
    """Return somebody called ``who``, with a stance if one is given; ``seen``: their last day."""
    stance = None
    if stands or influence:
        empty = dict.fromkeys(field_types(Stance))
        facts = {"provider_id": who, "stance": stands, "influence": influence}
        stance = Stance(**{**empty, **facts, "noted_on": noted_on})  # type: ignore[arg-type]  # the rest is None
    usual: dict[str, object] = {
        "ref": f"p-{who}",
        "name": who.title(),
        "short_name": who.title(),
        "title": "",
        "role": "physician",
        "tier": None,
        "state": "active",
        "department": "",
        "post": None,
        "last_contact_on": seen,
        "is_here": True,
    }
    return Spot(**{"id": who, **usual, "stance": stance, **known})  # type: ignore[arg-type]  # as above


def relation(who: str, kind: str, whom: str) -> Relation:
    """Return a relation between two people called so."""
    empty = dict.fromkeys(field_types(Relation))
    facts = {
        "id": f"{who} {kind} {whom}",
        "provider_id": who,
        "provider": who.title(),
        "kind": kind,
        "other_id": whom,
        "other": whom.title(),
    }
    return Relation(**{**empty, **facts})  # type: ignore[arg-type]  # as above
