"""``repplan init``: begin."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import one_of
from repplan.cli.options import Json

if TYPE_CHECKING:
    from pathlib import Path

    from repplan.config import Setting


def init(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Option("--name", help=_("your name, as a visit request signs it"))
    ] = None,
    policy: Annotated[
        str | None,
        typer.Option(
            "--policy",
            help=_("rules you work under: none us uk eu cn"),
            autocompletion=one_of("none", "us", "uk", "eu", "cn"),
        ),
    ] = None,
    home: Annotated[
        str | None, typer.Option("--home", help=_("where your day starts and ends"))
    ] = None,
    hours: Annotated[
        str | None, typer.Option("--hours", help=_("working hours, 08:30-17:30"))
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help=_("no colour, no box characters"))] = False,
    yes: Annotated[bool, typer.Option("--yes", help=_("ask nothing"))] = False,
    json: Json = False,
) -> None:
    """Begin: make your store. It asks a few questions; each may stay empty."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.config import SETTINGS
    from repplan.store.migrate import create_store
    from repplan.upkeep.actions import put_settings
    from repplan.upkeep.rules import checked_settings
    from repplan.upkeep.views import begun_lines

    runtime = runtime_of(ctx)
    _refuse_where_one_is(runtime.store)
    given = {"owner.name": name, "policy": policy, "home": home, "hours": hours}
    settings = checked_settings(given)
    if not yes:
        settings |= _asked(given)
    if plain:
        settings["screen.plain"] = "yes"
    _warn_of_place(runtime.store)
    point = {}
    if settings.get("home"):
        from repplan.routes.ends import point_of

        point = {"home.point": point_of(settings["home"])}
    create_store(runtime.store, clock=runtime.clock, ids=runtime.ids)
    with runtime.writing("init") as work:
        put_settings(work, {**settings, **point})
    if json:
        out_json({"store": str(runtime.store), "settings": settings, "batch": work.batch})
        return
    begun = begun_lines(runtime.store, settings.get("policy") or SETTINGS["policy"].default)
    out(begun)


def _refuse_where_one_is(path: Path) -> None:
    from repplan.store.faults import StoreThere

    if path.exists():
        raise StoreThere(str(path))


def _asked(given: dict[str, str | None]) -> dict[str, str]:
    """Return the answers to what wasn't given, each checked as it is typed.

    Raises: MissingValue without a terminal, Declined.
    """
    from repplan.cli.ask import ask, may_ask
    from repplan.cli.show import say
    from repplan.config import SETTINGS
    from repplan.errors import BadValue, MissingValue
    from repplan.i18n.phrases import hint_of
    from repplan.upkeep.rules import checked_settings

    if not may_ask():
        raise MissingValue("--yes")
    answers: dict[str, str] = {}
    for name, value in given.items():
        setting = SETTINGS[name]
        question = _question(setting)
        while value is None and name not in answers:
            try:
                answers |= checked_settings({name: ask(question)})
            except BadValue as error:
                say(hint_of(error))
    return answers


def _question(setting: Setting) -> str:
    """Return a setting as a question: what it is, what it can be, what it is if left empty."""
    from repplan.i18n.phrases import with_note

    text = _(setting.help)
    words = setting.allowed.split("|")
    choices = ", ".join(words) if all(word.isalnum() for word in words) else ""
    usual = f" [{setting.default}]" if setting.default else ""
    return f"{with_note(text[:1].upper() + text[1:], choices)}{usual}:"


def _warn_of_place(path: Path) -> None:
    from repplan.cli.show import say
    from repplan.store.place import risky_place

    kind = risky_place(path)
    if kind:
        text = _("{path} lies in a network or cloud folder ({kind}).")
        say(text.format(path=path, kind=kind))
        say(_("Such folders can lose or fork a store: better a folder of this machine (--store)."))
