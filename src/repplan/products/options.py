"""Options that the commands of messages, objections and materials share."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import product_names

About = Annotated[
    str, typer.Argument(help=_("the product it is about"), autocompletion=product_names)
]
OfProduct = Annotated[
    str | None,
    typer.Argument(help=_("only of this product"), autocompletion=product_names),
]
Approved = Annotated[bool, typer.Option("--approved", help=_("only those that may be used today"))]
Retired = Annotated[bool, typer.Option("--retired", help=_("also those retired"))]
