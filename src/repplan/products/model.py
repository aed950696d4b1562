"""A product in the field's words."""

from __future__ import annotations

from repplan.records import dataclass


@dataclass(frozen=True)
class Product:
    """What the rep talks about. ``until_on`` is exclusive; None: it is still ours."""

    id: str
    ref: str
    name: str
    generic_name: str | None
    from_on: str | None
    until_on: str | None
