"""``repplan provider``: add, show, list, edit, retire."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import account_names, one_of, provider_names
from repplan.cli.options import Despite, Json, with_fields
from repplan.providers.model import AFFILIATION_FIELDS, FIELDS, ROLES, TEXTS, TIERS

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from repplan.cli.runtime import Runtime
    from repplan.fields import Cell
    from repplan.providers.model import Provider
    from repplan.store.work import Work

Who = Annotated[
    str, typer.Argument(help=_("part of a name, or a ref"), autocompletion=provider_names)
]
At = Annotated[
    str | None,
    typer.Option("--account", help=_("where they work"), autocompletion=account_names),
]
Licence = Annotated[str | None, typer.Option("--licence", help=_("licence: region and number"))]
_NOT_ON_ADD = ("name", "state")


@with_fields(AFFILIATION_FIELDS)
@with_fields(FIELDS, without=_NOT_ON_ADD)
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help=_("the name as you write it"))],
    account: At = None,
    licence: Licence = None,
    because: Despite = None,
    json: Json = False,
    **fields: str | None,
) -> None:
    """Add a provider. A name is enough."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.fields import read_cells
    from repplan.providers import queries
    from repplan.providers.actions import add_licence, add_provider
    from repplan.providers.place import account_for
    from repplan.providers.views import provider_json, written_lines
    from repplan.screening.flow import check_cells
    from repplan.screening.views import overrides_json, with_overrides
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    cells = read_cells(FIELDS, {"name": name, **fields})
    place = read_cells(AFFILIATION_FIELDS, fields)
    with runtime.reading() as db:
        _ask_of_namesakes(db, str(cells["name"]), cells.get("npi"), account)
    checked = check_cells(runtime, TEXTS, cells, because)
    cells |= checked.texts
    with runtime.writing("provider add") as work:
        found = account_for(work, account) if account else None
        one = add_provider(work, cells, account_id=found.account.id if found else None, place=place)
        if licence:
            add_licence(work, one.id, licence)
        checked.keep(work, "provider", one.id)
        places = queries.affiliations(work.db, one.id)
        licences = queries.licences(work.db, one.id)
        ref = short_ref(work.db, "provider", one.ref)
    if json:
        told = {"overrides": overrides_json(checked), "batch": work.batch}
        out_json({"provider": provider_json(one, places, licences), **told})
        return
    new_account = found.account.name if found and found.is_new else ""
    lines = written_lines(one, places, ref, work.batch, new_account=new_account)
    out(with_overrides(lines, checked))


def _ask_of_namesakes(db: sqlite3.Connection, name: str, npi: Cell, account: str | None) -> None:
    """Remark on somebody of that name who is here, elsewhere or nowhere. Raises: Declined.

    The same name at the same account isn't asked about: it is refused.
    """
    from repplan.accounts.queries import called
    from repplan.cli.pick import not_twice
    from repplan.providers import queries
    from repplan.providers.pick import describe
    from repplan.text import fold

    here = {one.id for one in called(db, account)} if account else set()
    for one in queries.namesakes(db, name, str(npi or "")):
        places = {place.account_id for place in queries.affiliations(db, one.id)}
        is_there = bool(here & places) if places else account is None
        if fold(one.name) != fold(name) or not is_there:
            told = _("Somebody of that name is here already: {who}").format(who=describe(db, one))
            not_twice(told, _("Add another one of that name?"))


def show(
    ctx: typer.Context,
    who: Who,
    full: Annotated[
        bool, typer.Option("--full", help=_("the whole person: habits, cares, ties, last visits"))
    ] = False,
    personal: Annotated[
        bool, typer.Option("--personal", help=_("the whole person, with personal notes"))
    ] = False,
    json: Json = False,
) -> None:
    """Show one provider; with --full all that is known of them."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.providers import queries
    from repplan.providers.pick import pick_provider
    from repplan.providers.views import provider_json, provider_lines
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = pick_provider(db, who)
        if full or personal:
            _show_whole(runtime, db, one, with_personal=personal, is_json=json)
            return
        places = queries.affiliations(db, one.id, runtime.clock.today.isoformat())
        licences = queries.licences(db, one.id)
        ref = short_ref(db, "provider", one.ref)
    if json:
        out_json(provider_json(one, places, licences))
        return
    out(provider_lines(one, places, licences, ref))


def _show_whole(
    runtime: Runtime,
    db: sqlite3.Connection,
    one: Provider,
    *,
    with_personal: bool,
    is_json: bool,
) -> None:
    from repplan.brief.whole import whole_person
    from repplan.brief.whole_views import whole_json, whole_lines
    from repplan.cli.show import out, out_json
    from repplan.store.refs import short_ref

    today = runtime.clock.today
    whole = whole_person(db, one, today.isoformat(), with_personal=with_personal)
    if is_json:
        out_json(whole_json(whole))
        return
    out(whole_lines(whole, short_ref(db, "provider", one.ref), today, runtime.language))


def list_(
    ctx: typer.Context,
    tier: Annotated[
        str | None, typer.Option("--tier", help=_("A, B, C or D"), autocompletion=one_of(*TIERS))
    ] = None,
    specialty: Annotated[
        str | None, typer.Option("--specialty", help=_("part of a specialty"))
    ] = None,
    account: At = None,
    city: Annotated[str | None, typer.Option("--city", help=_("town of an account"))] = None,
    role: Annotated[
        str | None,
        typer.Option("--role", help=_("physician, nurse …"), autocompletion=one_of(*ROLES)),
    ] = None,
    not_seen_since: Annotated[
        str | None,
        typer.Option("--not-seen-since", help=_("a day: 2026-10-01, 3 wks, last fri")),
    ] = None,
    left: Annotated[bool, typer.Option("--left", help=_("also those who left"))] = False,
    json: Json = False,
) -> None:
    """List providers, filtered. Filters add up."""
    from repplan.cli.days import since
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.fields import choice
    from repplan.providers import queries
    from repplan.providers.pick import pick_account
    from repplan.providers.views import listed_json, provider_table
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    of_tier, of_role = choice("tier", tier, TIERS), choice("role", role, ROLES)
    with runtime.reading() as db:
        found = queries.providers(
            db,
            tier=of_tier,
            role=of_role,
            specialty=specialty,
            account_id=pick_account(db, account).id if account else None,
            city=city,
            not_seen_since=since(runtime, not_seen_since) if not_seen_since else None,
            with_left=left,
        )
        places = queries.main_places(db)
        refs = short_refs(db, "provider", [one.ref for one in found])
    if json:
        out_json({"providers": [listed_json(one, places.get(one.id)) for one in found]})
        return
    out(provider_table(found, places, refs))


@with_fields(AFFILIATION_FIELDS)
@with_fields(FIELDS)
def edit(
    ctx: typer.Context,
    who: Who,
    account: At = None,
    leaves: Annotated[
        str | None,
        typer.Option(
            "--leaves", help=_("an account where they no longer work"), autocompletion=account_names
        ),
    ] = None,
    licence: Licence = None,
    editor: Annotated[
        bool, typer.Option("--edit", "--editor", help=_("all fields, in $EDITOR"))
    ] = False,
    because: Despite = None,
    json: Json = False,
    **fields: str | None,
) -> None:
    """Change a provider: give only what changes; an empty value empties a field."""
    from repplan.cli.editor import let_go, until_written
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.errors import MissingValue
    from repplan.fields import read_cells
    from repplan.providers import actions, queries
    from repplan.providers.pick import pick_account, pick_provider
    from repplan.providers.views import provider_json, written_lines
    from repplan.screening.flow import check_cells
    from repplan.screening.views import overrides_json, with_overrides
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    cells = read_cells(FIELDS, fields)
    place = read_cells(AFFILIATION_FIELDS, fields)
    if not (cells or place or account or leaves or licence or editor):
        raise MissingValue(_("what to change"))
    with runtime.reading() as db:
        meant = pick_provider(db, who)
        left = pick_account(db, leaves).id if leaves else None
    written, path = _edited(meant) if editor else ({}, None)
    cells = written | cells
    with until_written(path):
        checked = check_cells(runtime, TEXTS, cells, because)
    with until_written(path), runtime.writing("provider edit") as work:
        one = actions.edit_provider(work, meant.id, {**cells, **checked.texts})
        checked.keep(work, "provider", one.id)
        _move(work, one.id, account, place, left)
        if licence:
            actions.add_licence(work, one.id, licence)
        places = queries.affiliations(work.db, one.id, work.today.isoformat())
        licences = queries.licences(work.db, one.id)
        ref = short_ref(work.db, "provider", one.ref)
        batch = work.written
    let_go(path)
    if json:
        told = {"overrides": overrides_json(checked), "batch": batch or None}
        out_json({"provider": provider_json(one, places, licences), **told})
        return
    out(with_overrides(written_lines(one, places, ref, batch), checked))


def _move(
    work: Work, provider_id: str, account: str | None, place: dict[str, Cell], left: str | None
) -> None:
    """Write where they work now: at another account, elsewhere in it, no longer at one."""
    from repplan.providers.actions import affiliate, leave
    from repplan.providers.place import account_for, place_change

    if account:
        affiliate(work, provider_id, account_for(work, account).account.id, place, is_primary=True)
    elif place:
        place_change(work, provider_id, place)
    if left:
        leave(work, provider_id, left)


def _edited(one: Provider) -> tuple[dict[str, Cell], Path]:
    """Return the cells that were changed in the editor, and the file that holds its words."""
    from repplan.cli.editor import edited, until_written
    from repplan.providers.editing import changed, template

    text, path = edited(template(one))
    with until_written(path):
        return changed(text, one, path.name), path


def retire(ctx: typer.Context, who: Who, json: Json = False) -> None:
    """A provider has left: out of lists and due, all that was written stays."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.followups.queries import open_of_provider
    from repplan.providers.actions import retire_provider
    from repplan.providers.pick import pick_provider
    from repplan.providers.views import provider_json, written_lines
    from repplan.store.refs import short_ref, short_refs

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = pick_provider(db, who)
    with runtime.writing("provider retire") as work:
        one = retire_provider(work, meant.id)
        ref = short_ref(work.db, "provider", one.ref)
        still_open = open_of_provider(work.db, one.id)
        refs = short_refs(work.db, "followup", [each.ref for each in still_open])
    promises = [(refs[each.ref], each.what) for each in still_open]
    if json:
        told = [{"ref": each.ref, "what": each.what} for each in still_open]
        out_json({"provider": provider_json(one), "open": told, "batch": work.batch})
        return
    out(written_lines(one, (), ref, work.batch, promises=promises))
