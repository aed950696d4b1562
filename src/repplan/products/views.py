"""Products on the screen and as JSON."""

from __future__ import annotations

import dataclasses
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.show import saved, table
from repplan.i18n.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.cli.show import Line
    from repplan.products.model import Product


def product_json(one: Product) -> dict[str, object]:
    """Return a product as JSON: the fields of the record."""
    return {key: value for key, value in dataclasses.asdict(one).items() if key != "id"}


def product_table(products: Sequence[Product], refs: Mapping[str, str]) -> list[Line]:
    """Return products in columns."""
    if not products:
        return [_("No product yet: repplan product add NAME")]
    return table(
        (_("Name"), _("Generic name"), _("Until"), _("Ref")),
        [(one.name, one.generic_name or "", one.until_on or "", refs[one.ref]) for one in products],
    )


def written_lines(one: Product, ref: str, batch: str) -> list[Line]:
    """Return what was written about a product, and how to take it back."""
    head = listed((one.name, one.generic_name))
    lines: list[Line] = [[(head, "head"), (f"  {ref}", "faint")]]
    if one.until_on:
        lines.append("  " + _("No longer ours. What was said of it stays."))
    lines.append(saved(batch))
    return lines
