"""``repplan undo``, ``history``, ``check``."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import batch_refs, history_words
from repplan.cli.options import Json

if TYPE_CHECKING:
    import sqlite3

    from repplan.cli.runtime import Runtime
    from repplan.upkeep.model import Named

Limit = Annotated[
    int | None, typer.Option("--limit", min=1, help=_("how many to show; JSON has all without it"))
]
_SHOWN = 20


def undo(
    ctx: typer.Context,
    batch: Annotated[
        str | None,
        typer.Argument(
            help=_("the ref of a batch, b-…; else the last command"), autocompletion=batch_refs
        ),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help=_("what can be taken back"))] = False,
    force: Annotated[
        bool, typer.Option("--force", help=_("also where something has changed since"))
    ] = False,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """Take back the last command, or the one of this ref.

    Undos are passed over: twice goes two back. Taking an undo back does the command again.
    """
    from repplan.cli.pick import pick
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.errors import NothingToTakeBack
    from repplan.upkeep import actions, queries, views

    runtime = runtime_of(ctx)
    if list_:
        _show_batches(runtime, limit, is_json=json)
        return
    today, lang = runtime.clock.today, runtime.language
    with runtime.reading() as db:
        if batch:
            known = queries.batches_called(db, batch)
            meant = pick(batch, known, lambda one: views.batch_name(one, today, lang))
        else:
            last = queries.last_standing(db)
            if last is None:
                raise NothingToTakeBack
            meant = last
    with runtime.writing("undo", undoes=meant.ref) as work:
        taken = actions.undo(work, meant.ref or "", force=force)
    if json:
        out_json(views.taken_json(taken))
        return
    out(views.taken_lines(taken, today, lang))


def history(
    ctx: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(
            help=_("a ref, a batch (b-…), or part of a name; else all"),
            autocompletion=history_words,
        ),
    ] = None,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """Show what was changed, by which command, when: all, one batch, or one record.

    Of a record each cell is shown as it was and as it became. Edits from outside repplan are
    flagged.
    """
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.upkeep import queries, views

    runtime = runtime_of(ctx)
    if not what:
        _show_batches(runtime, limit, is_json=json)
        return
    shown = limit or (None if json else _SHOWN)
    with runtime.reading() as db:
        of = None
        found = queries.batches_called(db, what) if what.lower().startswith("b-") else []
        if len(found) == 1:
            entries = [queries.changes_of(db, found[0], shown)]
        else:
            of = _record(db, what)
            entries = queries.history_of(db, of)[:shown]
    if json:
        out_json(views.history_json(entries, of))
        return
    today, lang = runtime.clock.today, runtime.language
    out(views.history_lines(entries, of, today, lang, limit=None if of else shown))


def check(
    ctx: typer.Context,
    fix: Annotated[
        bool, typer.Option("--fix", help=_("mend what is counted from something else"))
    ] = False,
    json: Json = False,
) -> None:
    """Ask whether the store is whole: the file, the journal, every row. Exit 7 if it isn't."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.store.faults import StoreNotWhole
    from repplan.upkeep import actions, checks, views

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        found = checks.findings(db, runtime.clock.today)
    if fix and checks.can_mend(found):
        with runtime.writing("check", mends=True) as work:
            actions.mend(work)
        with runtime.reading() as db:
            found = checks.findings(db, runtime.clock.today)
    errors = checks.errors(found)
    if json:
        out_json(views.findings_json(found, whole=not errors))
    else:
        out(views.findings_lines(found, whole=not errors))
    if errors:
        raise StoreNotWhole(len(errors))


def _show_batches(runtime: Runtime, limit: int | None, *, is_json: bool) -> None:
    """Write the batches, newest first: what ``undo --list`` and a bare ``history`` answer."""
    from repplan.cli.show import out, out_json
    from repplan.store.refs import short_refs
    from repplan.upkeep import queries, views
    from repplan.upkeep.about import about

    with runtime.reading() as db:
        found = queries.batches(db, limit or (None if is_json else _SHOWN))
        refs = {ref for one in found for ref in (one.ref, one.undoes) if ref}
        short = short_refs(db, "batch", refs)
        whom = about(db, found)
    if is_json:
        out_json(views.batches_json(found, whom))
        return
    out(views.batches_lines(found, short, whom, runtime.clock.today, runtime.language))


def _record(db: sqlite3.Connection, said: str) -> Named:
    """Return the record meant: by its ref, else a provider or an account by part of a name."""
    from repplan.accounts import queries as accounts
    from repplan.cli.pick import pick
    from repplan.providers import queries as providers
    from repplan.providers.pick import pick_account, pick_provider
    from repplan.upkeep import queries

    by_ref = queries.records_called(db, said)
    if by_ref:
        return pick(said, by_ref, lambda one: f"{one.ref}  {one.title}")
    if not providers.called(db, said) and accounts.called(db, said):
        return queries.named(db, "account", pick_account(db, said).id)
    return queries.named(db, "provider", pick_provider(db, said).id)
