"""``repplan note check``, ``note words``: what screening finds, and the words that one adds."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import one_of, watch_words
from repplan.cli.options import Json
from repplan.screening.own_words import LABELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from repplan.cli.runtime import Runtime
    from repplan.screening.model import Hit


def check(
    ctx: typer.Context,
    text: Annotated[
        list[str] | None,
        typer.Argument(help=_("what would be kept; - reads lines from standard input")),
    ] = None,
    json: Json = False,
) -> None:
    """Say what the rules find in a text, and keep nothing. Without a store: no policy, no products.

    With - each line of standard input is answered by one line of JSON.
    """
    from repplan.cli.ask import ask, may_ask
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json_line
    from repplan.screening.lines import stdin_lines
    from repplan.screening.views import found_json, found_lines

    screen = _screener(runtime_of(ctx))
    words = " ".join(text or ())
    if words == "-" or (not text and not may_ask()):
        for line in stdin_lines():
            out_json_line(found_json(line, screen(line)))
        return
    said = words if text else ask(_("The text:"))
    if json:
        out_json_line(found_json(said, screen(said)))
        return
    out(found_lines(screen(said)))


def _screener(runtime: Runtime) -> Callable[[str], tuple[Hit, ...]]:
    """Return what screens by this store; where there is none, by no policy and no products."""
    from repplan.errors import NoStore
    from repplan.policies.load import policy_named
    from repplan.screening.queries import screener
    from repplan.screening.rules import screen

    try:
        with runtime.reading() as db:
            return screener(db)
    except NoStore:
        policy = policy_named("none")
        return lambda text: screen(text, policy=policy)


def words(
    ctx: typer.Context,
    add: Annotated[
        str | None, typer.Option("--add", help=_("watch for these words as well"))
    ] = None,
    remove: Annotated[
        str | None,
        typer.Option(
            "--remove", help=_("no longer watch for these of yours"), autocompletion=watch_words
        ),
    ] = None,
    label: Annotated[
        str | None,
        typer.Option(
            "--label",
            help=_("safety: it may have to be reported; barred: it isn't written"),
            autocompletion=one_of(*LABELS),
        ),
    ] = None,
    json: Json = False,
) -> None:
    """List the words that you have added to those that are watched for, add one, take one away."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.errors import BadValue
    from repplan.fields import Field, Kind, read_cell
    from repplan.screening import actions
    from repplan.screening.own_words import word_list
    from repplan.screening.views import word_json, word_table, word_written

    if add is not None and remove is not None:
        raise BadValue("remove", remove, _("one of the two: --add, --remove"))
    runtime = runtime_of(ctx)
    sort = str(read_cell(Field("label", "", Kind.CHOICE, LABELS), label) or "") if label else ""
    if add is None and remove is None:
        with runtime.reading() as db:
            found = [word for word in word_list(db) if sort in {"", word.label}]
        if json:
            out_json({"words": [word_json(word) for word in found]})
            return
        out(word_table(found))
        return
    with runtime.writing("note words") as work:
        if remove is not None:
            word = actions.remove_word(work, remove)
        else:
            word = actions.add_word(work, add or "", sort or LABELS[0])
        batch = work.batch
    if json:
        out_json({"word": word_json(word), "batch": batch})
        return
    out(word_written(word, batch, is_gone=remove is not None))
