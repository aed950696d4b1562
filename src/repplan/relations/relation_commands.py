"""``repplan relation``: add, list, edit, retire."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import one_of, provider_names, visited_names
from repplan.cli.options import Json
from repplan.relations.model import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from repplan.cli.runtime import Runtime
    from repplan.relations.model import Relation
    from repplan.store.work import Work

Which = Annotated[
    list[str],
    typer.Argument(metavar="REF", help=_("a ref, or one of the two people"),
                   autocompletion=provider_names),
]  # fmt: skip
Since = Annotated[str | None, typer.Option("--since", help=_("its first day, instead of today"))]
Until = Annotated[str | None, typer.Option("--until", help=_("the day it ended, or will"))]
Evidence = Annotated[str | None, typer.Option("--evidence", help=_("how you know"))]


def add(
    ctx: typer.Context,
    who: Annotated[
        str,
        typer.Argument(help=_("part of a name, or a ref"), autocompletion=provider_names),
    ],
    kind: Annotated[
        str,
        typer.Argument(
            help=_("reports to, refers to, mentors, influences or works with"),
            autocompletion=one_of(*KINDS),
        ),
    ],
    whom: Annotated[list[str], typer.Argument(help=_("to whom"), autocompletion=provider_names)],
    since: Since = None,
    until: Until = None,
    evidence: Evidence = None,
    json: Json = False,
) -> None:
    """Write down how two people stand to each other: Lee reports to Haas."""
    from repplan.cli import days
    from repplan.cli.runtime import runtime_of
    from repplan.errors import MissingValue
    from repplan.providers.pick import pick_provider
    from repplan.relations.actions import relate
    from repplan.relations.words import begins_kind, read_kind
    from repplan.screening.flow import check_reason

    runtime = runtime_of(ctx)
    together = begins_kind(kind, whom[0])
    other = " ".join(whom[1:] if together else whom)
    if not other.strip():
        raise MissingValue("whom")
    tie = together or read_kind(kind)
    cells = {
        "from_on": days.since(runtime, since) if since else runtime.clock.today.isoformat(),
        "until_on": days.ahead(runtime, until).isoformat() if until else None,
        "evidence": check_reason(runtime, evidence),
    }
    with runtime.reading() as db:
        one = pick_provider(db, who)
        another = pick_provider(db, other)
    _write(runtime, "add", lambda work: relate(work, one.id, tie, another.id, cells), json=json)


def list_(
    ctx: typer.Context,
    who: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHO]",
            help=_("only theirs, or an account's"),
            autocompletion=visited_names,
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help=_("also those that have ended"))] = False,
    json: Json = False,
) -> None:
    """List relations, of a person or an account both ways, with how each is known."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.relations import queries
    from repplan.relations.pick import people_of
    from repplan.relations.views import relation_json, relation_lines
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    today = runtime.clock.today
    with runtime.reading() as db:
        whose = people_of(db, " ".join(who), today.isoformat()) if who else None
        found = queries.relations(db, today.isoformat(), provider_ids=whose, with_ended=all_)
        refs = short_refs(db, "relation", [one.ref for one in found])
    if json:
        out_json({"relations": [relation_json(one) for one in found]})
        return
    out(relation_lines(found, refs, today=today, language=runtime.language))


def edit(
    ctx: typer.Context,
    ref: Which,
    kind: Annotated[
        str | None,
        typer.Option("--kind", help=_("reports to, refers to …"), autocompletion=one_of(*KINDS)),
    ] = None,
    since: Annotated[str | None, typer.Option("--since", help=_("its first day"))] = None,
    until: Until = None,
    evidence: Evidence = None,
    json: Json = False,
) -> None:
    """Change a relation: give only what changes; an empty value empties a field."""
    from repplan.cli import days
    from repplan.cli.runtime import runtime_of
    from repplan.errors import MissingValue
    from repplan.relations.actions import edit_relation
    from repplan.relations.pick import pick_relation
    from repplan.relations.words import read_kind
    from repplan.screening.flow import check_reason

    runtime = runtime_of(ctx)
    cells: dict[str, str | int | float | None] = {}
    if kind is not None:
        cells["kind"] = read_kind(kind)
    if since is not None:
        cells["from_on"] = days.since(runtime, since) if since else None
    if until is not None:
        cells["until_on"] = days.ahead(runtime, until).isoformat() if until else None
    if evidence is not None:
        cells["evidence"] = check_reason(runtime, evidence)
    if not cells:
        raise MissingValue(_("what to change"))
    with runtime.reading() as db:
        meant = pick_relation(db, " ".join(ref))
    _write(runtime, "edit", lambda work: edit_relation(work, meant.id, cells), json=json)


def retire(
    ctx: typer.Context,
    ref: Which,
    on: Annotated[
        str | None, typer.Option("--on", help=_("the day it ended, instead of today"))
    ] = None,
    json: Json = False,
) -> None:
    """A relation has ended: off the map, kept in the list with --all."""
    from repplan.cli import days
    from repplan.cli.runtime import runtime_of
    from repplan.relations.actions import end_relation
    from repplan.relations.pick import pick_relation

    runtime = runtime_of(ctx)
    until = days.since(runtime, on) if on else None
    with runtime.reading() as db:
        meant = pick_relation(db, " ".join(ref))
    _write(runtime, "retire", lambda work: end_relation(work, meant.id, until), json=json)


def _write(runtime: Runtime, verb: str, act: Callable[[Work], Relation], *, json: bool) -> None:
    """Do it in one Work; then show the relation as it is now."""
    from repplan.cli.written import write_one
    from repplan.relations.views import relation_json, relation_written

    write_one(
        runtime, "relation", verb, act,
        as_json=relation_json, as_lines=relation_written, is_json=json,
    )  # fmt: skip
