"""``repplan stance``: add, list, edit."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import (
    account_names,
    one_of,
    product_names,
    provider_names,
    visited_names,
)
from repplan.cli.options import Json
from repplan.relations.model import INFLUENCES, STANCES

if TYPE_CHECKING:
    from collections.abc import Callable

    from repplan.cli.runtime import Runtime
    from repplan.relations.model import Stance
    from repplan.store.work import Work

Influence = Annotated[
    str | None,
    typer.Option(
        "--influence",
        help=_("decision-maker, influencer, gatekeeper or user"),
        autocompletion=one_of(*INFLUENCES),
    ),
]
At = Annotated[
    str | None,
    typer.Option(
        "--account",
        help=_("only there, instead of everywhere"),
        autocompletion=account_names,
    ),
]
About = Annotated[
    str | None,
    typer.Option(
        "--product",
        help=_("only on that, where it differs"),
        autocompletion=product_names,
    ),
]
On = Annotated[str | None, typer.Option("--on", help=_("the day it was seen, instead of today"))]
Evidence = Annotated[str | None, typer.Option("--evidence", help=_("what they said or did"))]


def add(
    ctx: typer.Context,
    who: Annotated[
        str,
        typer.Argument(help=_("part of a name, or a ref"), autocompletion=provider_names),
    ],
    stance: Annotated[
        str | None,
        typer.Argument(
            help=_("champion, supporter, neutral, skeptic or blocker"),
            autocompletion=one_of(*STANCES),
        ),
    ] = None,
    influence: Influence = None,
    account: At = None,
    product: About = None,
    on: On = None,
    evidence: Evidence = None,
    json: Json = False,
) -> None:
    """Note where somebody stands now. The newest counts, what was noted before stays."""
    from repplan.cli.days import since
    from repplan.cli.runtime import runtime_of
    from repplan.errors import MissingValue
    from repplan.products.pick import pick_product
    from repplan.providers.pick import pick_account, pick_provider
    from repplan.relations.actions import note_stance
    from repplan.relations.words import read_influence, read_stance
    from repplan.screening.flow import check_reason

    runtime = runtime_of(ctx)
    cells: dict[str, str | int | float | None] = {
        "stance": read_stance(stance) if stance else None,
        "influence": read_influence(influence) if influence else None,
        "noted_on": since(runtime, on) if on else runtime.clock.today.isoformat(),
        "evidence": check_reason(runtime, evidence),
    }
    if not (cells["stance"] or cells["influence"]):
        raise MissingValue(_("the stance, or --influence"))
    with runtime.reading() as db:
        one = pick_provider(db, who)
        cells["account_id"] = pick_account(db, account).id if account else None
        cells["product_id"] = pick_product(db, product).id if product else None
    _write(runtime, "add", lambda work: note_stance(work, one.id, cells), json=json)


def list_(
    ctx: typer.Context,
    who: Annotated[
        list[str],
        typer.Argument(metavar="WHO", help=_("whose, or an account"), autocompletion=visited_names),
    ],
    json: Json = False,
) -> None:
    """List every stance that was noted, the newest first: of a person, or of an account's people."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.relations import queries
    from repplan.relations.pick import people_of
    from repplan.relations.views import stance_json, stance_lines
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    today = runtime.clock.today
    with runtime.reading() as db:
        whose = people_of(db, " ".join(who), today.isoformat())
        found = queries.stances(db, whose)
        refs = short_refs(db, "stance", [one.ref for one in found])
    if json:
        out_json({"stances": [stance_json(one) for one in found]})
        return
    said = " ".join(who)
    out(stance_lines(found, refs, said, today=today, language=runtime.language))


def edit(
    ctx: typer.Context,
    ref: Annotated[
        list[str],
        typer.Argument(
            metavar="REF",
            help=_("a ref, or whose it is"),
            autocompletion=provider_names,
        ),
    ],
    stance: Annotated[
        str | None,
        typer.Option("--stance", help=_("champion, supporter …"), autocompletion=one_of(*STANCES)),
    ] = None,
    influence: Influence = None,
    on: On = None,
    evidence: Evidence = None,
    json: Json = False,
) -> None:
    """Mend a stance that was written wrong. One that has moved is added, so that both stay."""
    from repplan.cli.days import since
    from repplan.cli.runtime import runtime_of
    from repplan.errors import MissingValue
    from repplan.relations.actions import edit_stance
    from repplan.relations.pick import pick_stance
    from repplan.relations.words import read_influence, read_stance
    from repplan.screening.flow import check_reason

    runtime = runtime_of(ctx)
    cells: dict[str, str | int | float | None] = {}
    if stance is not None:
        cells["stance"] = read_stance(stance)
    if influence is not None:
        cells["influence"] = read_influence(influence)
    if on is not None:
        cells["noted_on"] = since(runtime, on)
    if evidence is not None:
        cells["evidence"] = check_reason(runtime, evidence)
    if not cells:
        raise MissingValue(_("what to change"))
    with runtime.reading() as db:
        meant = pick_stance(db, " ".join(ref))
    _write(runtime, "edit", lambda work: edit_stance(work, meant.id, cells), json=json)


def _write(runtime: Runtime, verb: str, act: Callable[[Work], Stance], *, json: bool) -> None:
    """Do it in one Work; then show the stance as it is now."""
    from repplan.cli.written import write_one
    from repplan.relations.views import stance_json, stance_written

    write_one(
        runtime, "stance", verb, act,
        as_json=stance_json, as_lines=stance_written, is_json=json,
    )  # fmt: skip
