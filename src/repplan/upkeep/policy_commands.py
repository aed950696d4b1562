"""``repplan config policy``: which rules apply, who says so, and the employer's own over them."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import one_of, policy_values
from repplan.cli.options import Json
from repplan.text import clip, wrap

if TYPE_CHECKING:
    from repplan.cli.runtime import Runtime
    from repplan.policies.own import OwnFile


def policy(
    ctx: typer.Context,
    verb: Annotated[
        str,
        typer.Argument(
            metavar="[show|check|set|clear|use]",
            help=_("show them, check their age, set or clear your employer's, use a country's"),
            autocompletion=one_of("show", "check", "set", "clear", "use"),
        ),
    ] = "show",
    value: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE|NAME]",
            help=_("set: your employer's file, or -; use: none us uk eu cn"),
            autocompletion=policy_values,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Show the rules you work under, each with its source; lay your employer's file over them.

    check says which sources want to be looked at again. docs/how-to/policies.md shows a file.
    """
    from repplan.cli.runtime import runtime_of
    from repplan.errors import MissingValue

    doing = {"show": _show, "check": _check, "set": _set, "clear": _clear, "use": _use}
    if verb not in doing:
        text = _("“{said}” is nothing to do with rules. Use one of: {allowed}.")
        ctx.fail(text.format(said=clip(verb, 100), allowed=", ".join(doing)))
    needs = {"set": "FILE", "use": "NAME"}.get(verb)
    if needs and value is None:
        raise MissingValue(needs)
    if value is not None and not needs:
        text = _("“{said}” is too much: “{verb}” takes nothing more.")
        ctx.fail(text.format(said=clip(value, 100), verb=verb))
    doing[verb](runtime_of(ctx), value or "", is_json=json)


def _show(runtime: Runtime, _value: str, *, is_json: bool) -> None:
    from repplan.cli.show import out, out_json
    from repplan.policies.load import own_name, policy_of
    from repplan.upkeep.policy_views import policy_json, policy_lines

    with runtime.reading() as db:
        rules, own = policy_of(db), own_name(db)
    today = runtime.clock.today
    if is_json:
        out_json(policy_json(rules, own, today))
        return
    out(policy_lines(rules, own, today))


def _check(runtime: Runtime, _value: str, *, is_json: bool) -> None:
    from repplan.cli.show import out, out_json
    from repplan.policies.load import own_name, policy_named, policy_of
    from repplan.upkeep.policy_views import checked_json, checked_lines

    with runtime.reading() as db:
        rules, own = policy_of(db), own_name(db)
    below, today = policy_named(rules.name), runtime.clock.today
    if is_json:
        out_json(checked_json(rules, below, own, today))
        return
    out(checked_lines(rules, below, own, today))


def _set(runtime: Runtime, value: str, *, is_json: bool) -> None:
    from repplan.cli.show import out, out_json, saved, screen_width
    from repplan.i18n.phrases import listed
    from repplan.upkeep.actions import keep_own_policy

    own = _read(runtime, value)
    with runtime.writing("config policy") as work:
        keep_own_policy(work, own.name, own.body)
        batch = work.written
    if is_json:
        out_json({"own": own.name, "facts": list(own.facts), "batch": batch or None})
        return
    text = _("{file} is laid over your rules ({facts}).")
    said = text.format(file=own.name, facts=listed(own.facts))
    out([*wrap(said, screen_width()), saved(batch)])


def _read(runtime: Runtime, file: str) -> OwnFile:
    """Return the employer's file, checked. Raises: BadFile, BadWholeFile, BadPolicy."""
    from repplan.cli.incoming import decoded
    from repplan.config import read_settings
    from repplan.exchange.source import STANDARD_INPUT, open_source
    from repplan.policies.load import policy_named
    from repplan.policies.own import MOST_BYTES, read_own

    packed = _("it is an archive or a spreadsheet: a policy is a text file, TOML")
    with open_source(file, packed=packed) as source:
        # One byte more than may be: what is larger shows.
        name, content = source.name, source.stream.read(MOST_BYTES + 1)
    with runtime.reading() as db:
        below = policy_named(read_settings(db).text("policy"))
    text = decoded(name, content[: MOST_BYTES + 1])
    called = _("your employer") if name == STANDARD_INPUT else name
    return read_own(called, text, today=runtime.clock.today, below=below)


def _clear(runtime: Runtime, _value: str, *, is_json: bool) -> None:
    from repplan.cli.show import out, out_json, saved
    from repplan.upkeep.actions import drop_own_policy

    with runtime.writing("config policy") as work:
        name = drop_own_policy(work)
        batch = work.written
    if is_json:
        out_json({"cleared": name or None, "batch": batch or None})
        return
    text = _("{file} no longer lies over your rules.") if name else _("No file lay over them.")
    out([text.format(file=name), saved(batch)])


def _use(runtime: Runtime, value: str, *, is_json: bool) -> None:
    from repplan.cli.show import out, out_json, saved
    from repplan.upkeep.actions import put_settings
    from repplan.upkeep.policy_views import rules_line

    with runtime.writing("config policy") as work:
        put_settings(work, {"policy": value})
        batch = work.written
    if is_json:
        out_json({"policy": value, "batch": batch or None})
        return
    out([rules_line(value), saved(batch)])
