"""``repplan config``: show, set."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import setting_names, setting_values
from repplan.cli.options import Json


def show(ctx: typer.Context, json: Json = False) -> None:
    """Show every setting, its value, and what it is for."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.config import SETTINGS, read_settings
    from repplan.upkeep.views import settings_json, settings_lines

    with runtime_of(ctx).reading() as db:
        settings = read_settings(db)
    if json:
        out_json(settings_json(settings, SETTINGS))
        return
    out(settings_lines(settings, SETTINGS))


def set_(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            help=_("the setting, as config show names it"), autocompletion=setting_names
        ),
    ],
    value: Annotated[
        str,
        typer.Argument(
            help=_("its new value; empty: the default again"), autocompletion=setting_values
        ),
    ],
    json: Json = False,
) -> None:
    """Change a setting."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json, saved
    from repplan.config import read_settings
    from repplan.text import clean
    from repplan.upkeep.actions import put_settings

    values = {name: clean(value).strip()}
    if name == "home":
        from repplan.routes.ends import point_of

        values["home.point"] = point_of(values[name])
    with runtime_of(ctx).writing("config set") as work:
        put_settings(work, values)
        now = read_settings(work.db).text(name)
        batch = work.written
    if json:
        out_json({"name": name, "value": now, "batch": batch or None})
        return
    out([f"{name} = {now}", saved(batch)])
