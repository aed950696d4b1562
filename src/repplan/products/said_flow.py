"""How messages, objections and materials are added, shown, listed, changed and retired.

One body for the three, which commands alone call: what each does its own way is in its ``SaidKind``.
"""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from typing import TYPE_CHECKING, Generic, TypeVar

from repplan.cli.pick import pick
from repplan.cli.runtime import runtime_of
from repplan.cli.show import out, out_json, saved
from repplan.cli.written import write_one
from repplan.errors import MissingValue, SeveralMatch
from repplan.products import actions, queries
from repplan.products.approval import said_json
from repplan.products.days import with_days
from repplan.products.material_views import material_lines, material_table
from repplan.products.message_views import message_lines, message_list, slow_lines
from repplan.products.model import MATERIAL_FIELDS, OBJECTION_FIELDS, Material, Message, Objection
from repplan.products.objection_views import objection_lines, objection_list
from repplan.products.pick import NoSuchMaterial, NoSuchMessage, NoSuchObjection, pick_product
from repplan.products.rules import check_approval, holds, message_cells, said_cells
from repplan.records import dataclass
from repplan.store.refs import short_ref, short_refs
from repplan.text import clip, fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence

    import typer

    from repplan.cli.runtime import Runtime
    from repplan.cli.show import Line
    from repplan.errors import NotFound
    from repplan.fields import Cell
    from repplan.store.work import Work

    Typed = Mapping[str, str | None]
    Cells = Mapping[str, Cell]

Said = TypeVar("Said", Message, Objection, Material)

_SAID = 60
"""Cells of a text where one is chosen."""

_MOST = 5
"""The nearest that are named where none answers."""


@dataclass(frozen=True)
class SaidKind(Generic[Said]):
    """What is one sort's own. ``word``: its table, its key in an answer, its commands' first word.

    ``column`` names it where one is chosen; ``missing`` is raised where no words mean one of those
    ``called``. ``cells`` reads what was typed (``is_new``: all of it); ``remarks`` stand behind
    what was written.
    """

    word: str
    column: str
    missing: type[NotFound]
    called: Callable[[sqlite3.Connection, str], list[Said]]
    found: Callable[..., list[Said]]
    cells: Callable[..., dict[str, Cell]]
    edit: Callable[[Work, str, Cells], Said]
    retire: Callable[[Work, str], Said]
    lines: Callable[..., list[Line]]
    listing: Callable[..., list[Line]]
    remarks: Callable[[Said], list[Line]] = lambda _one: []


MESSAGE = SaidKind(
    "message", "claim", NoSuchMessage, queries.messages_called, queries.messages,
    message_cells, actions.edit_message, actions.retire_message,
    message_lines, message_list, slow_lines,
)  # fmt: skip
OBJECTION = SaidKind(
    "objection", "text", NoSuchObjection, queries.objections_called, queries.objections,
    partial(said_cells, OBJECTION_FIELDS), actions.edit_objection, actions.retire_objection,
    objection_lines, objection_list,
)  # fmt: skip
MATERIAL = SaidKind(
    "material", "title", NoSuchMaterial, queries.materials_called, queries.materials,
    partial(said_cells, MATERIAL_FIELDS), actions.edit_material, actions.retire_material,
    material_lines, lambda found, refs, *, today, **_: material_table(found, refs, today=today),
)  # fmt: skip


def add(
    ctx: typer.Context,
    kind: SaidKind[Said],
    act: Callable[[Work, str, Cells], Said],
    product: str,
    fields: Typed,
    *,
    is_json: bool,
) -> None:
    """Add one to a product by ``act``, and show it. Raises: what ``cells`` and ``act`` do."""
    runtime = runtime_of(ctx)
    typed = with_days(runtime, fields)
    with runtime.reading() as db:
        about = pick_product(db, product)
    cells = kind.cells(typed, is_new=True)
    check_approval(cells, _today(runtime))
    write(runtime, kind, "add", lambda work: act(work, about.id, cells), is_json=is_json)


def show(ctx: typer.Context, kind: SaidKind[Said], ref: Sequence[str], *, is_json: bool) -> None:
    """Show the one that these words mean."""
    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = pick_said(db, kind, " ".join(ref))
        short = short_ref(db, kind.word, one.ref)
    if is_json:
        out_json(said_json(one, _today(runtime)))
        return
    out(kind.lines(one, short, today=_today(runtime), language=runtime.language))


def list_(
    ctx: typer.Context,
    kind: SaidKind[Said],
    product: str | None,
    *,
    is_approved: bool,
    with_retired: bool,
    is_json: bool,
) -> None:
    """List those of a product, or all; ``is_approved``: only those that may be used today."""
    runtime = runtime_of(ctx)
    today = _today(runtime)
    with runtime.reading() as db:
        found = kind.found(
            db,
            product_id=pick_product(db, product).id if product else None,
            today=today if is_approved else None,
            with_retired=with_retired,
        )
        refs = short_refs(db, kind.word, [one.ref for one in found])
    if is_json:
        out_json({f"{kind.word}s": [said_json(one, today) for one in found]})
        return
    out(kind.listing(found, refs, today=today, language=runtime.language))


def edit(
    ctx: typer.Context, kind: SaidKind[Said], ref: Sequence[str], fields: Typed, *, is_json: bool
) -> None:
    """Change what was given of the one that these words mean. Raises: MissingValue (nothing was)."""
    runtime = runtime_of(ctx)
    cells = kind.cells(with_days(runtime, fields), is_new=False)
    check_approval(cells, _today(runtime))
    if not cells:
        raise MissingValue(_("what to change"))
    with runtime.reading() as db:
        meant = pick_said(db, kind, " ".join(ref))
    write(runtime, kind, "edit", lambda work: kind.edit(work, meant.id, cells), is_json=is_json)


def retire(ctx: typer.Context, kind: SaidKind[Said], ref: Sequence[str], *, is_json: bool) -> None:
    """Retire the one that these words mean. Raises: AlreadyClosed."""
    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = pick_said(db, kind, " ".join(ref))
    write(runtime, kind, "retire", lambda work: kind.retire(work, meant.id), is_json=is_json)


def pick_said(db: sqlite3.Connection, kind: SaidKind[Said], said: str) -> Said:
    """Return the one meant. Raises: the kind's ``missing``, SeveralMatch, Declined."""

    def line(one: Said) -> str:
        text = clip(getattr(one, kind.column), _SAID)
        return "  ".join(filter(None, (one.product, text, short_ref(db, kind.word, one.ref))))

    return pick(
        said,
        kind.called(db, said),
        line,
        nearest=lambda: tuple(map(line, _nearest(kind.found(db), said))),
        several=SeveralMatch,
        missing=kind.missing,
    )


def write(
    runtime: Runtime,
    kind: SaidKind[Said],
    verb: str,
    act: Callable[[Work], Said],
    *,
    is_json: bool,
) -> None:
    """Do ``act`` in one Work, and say what is there now and how to take it back."""
    today = _today(runtime)

    def lines(one: Said, ref: str, batch: str, *, language: str) -> list[Line]:
        told: list[Line] = kind.lines(one, ref, today=today, language=language)
        return [*told, *kind.remarks(one), saved(batch)]

    write_one(
        runtime, kind.word, verb, act,
        as_json=lambda one: said_json(one, today), as_lines=lines, is_json=is_json,
    )  # fmt: skip


def _today(runtime: Runtime) -> str:
    return runtime.clock.today.isoformat()


def _nearest(ours: Sequence[Said], said: str) -> Sequence[Said]:
    """Return the first of the product that one of the words names; else the first of all."""
    words = fold(said).split()
    of_product = [
        one for one in ours if one.product and any(holds([word], one.product) for word in words)
    ]
    return (of_product or ours)[:_MOST]
