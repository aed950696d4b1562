"""``repplan import pack`` and ``repplan export pack``: what one writes, and a team loads."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import file_names, pack_names
from repplan.cli.options import Json


def load(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(help=_("a pack, as YAML, or -"), autocompletion=file_names)
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("show what would be written, and write nothing"))
    ] = False,
    force: Annotated[
        bool,
        typer.Option("--force", help=_("also an older version, or the same one over changes")),
    ] = False,
    json: Json = False,
) -> None:
    """Take in a knowledge pack: products, messages, objections, materials, news.

    A newer version changes what changed and retires what is gone from it; what you wrote yourself
    stays. docs/how-to/packs.md shows one.
    """
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json, screen_width
    from repplan.exchange.pack_flow import import_pack
    from repplan.exchange.pack_views import report_json, report_lines

    report = import_pack(runtime_of(ctx), file, is_dry=dry_run, is_forced=force)
    if json:
        out_json(report_json(report))
        return
    out(report_lines(report, screen_width()))


def save(
    ctx: typer.Context,
    which: Annotated[
        str,
        typer.Argument(
            metavar="PACK|PRODUCT",
            help=_("a pack's name, or a product"),
            autocompletion=pack_names,
        ),
    ],
    to: Annotated[
        str | None,
        typer.Option("--to", help=_("into this file"), autocompletion=file_names),
    ] = None,
    number: Annotated[
        str | None,
        typer.Option("--as", metavar="VERSION", help=_("as this version: 1.10")),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=_("write over a file"))] = False,
    json: Json = False,
) -> None:
    """Write a knowledge pack: one that was loaded, or all that you know of a product.

    No person and no account is in it. What may no longer be used stays behind.
    """
    from pathlib import Path

    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json, say
    from repplan.exchange.pack_flow import export_pack
    from repplan.exchange.pack_views import exported_json, exported_lines, left_out_text
    from repplan.files import write_whole

    exported = export_pack(runtime_of(ctx), which, number)
    if to is not None:
        path = Path(to).expanduser()
        write_whole(path, exported.text().encode(), may_replace=force)
        if json:
            out_json(exported_json(exported, str(path)))
        else:
            out(exported_lines(exported, str(path)))
    elif json:
        out_json(exported.content)
    else:
        out(exported.text().rstrip("\n").split("\n"))
    if left := left_out_text(exported):
        say(left)
