"""``repplan inquiry``: add, list, show, edit, send, answer, hand, withdraw."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import (
    file_names,
    inquiry_refs,
    one_of,
    product_names,
    provider_names,
)
from repplan.cli.incoming import from_dash
from repplan.cli.options import Json
from repplan.inquiries.model import WAYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from repplan.cli.runtime import Runtime
    from repplan.inquiries.model import Inquiry
    from repplan.store.work import Work
    from repplan.store.write import Value

Which = Annotated[
    list[str],
    typer.Argument(
        metavar="REF",
        help=_("a ref, or words of it: who asked, the product, the question"),
        autocompletion=inquiry_refs,
    ),
]
One = Annotated[
    str,
    typer.Argument(metavar="REF", help=_("a ref, or a word of it"), autocompletion=inquiry_refs),
]
Product = Annotated[
    str | None,
    typer.Option("--product", help=_("of which product"), autocompletion=product_names),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        help=_("how they want the answer: email, phone, letter, visit"),
        autocompletion=one_of(*WAYS),
    ),
]
Routed = Annotated[
    str | None, typer.Option("--to", help=_("whom in medical affairs it goes to: name or address"))
]


def add(
    ctx: typer.Context,
    who: Annotated[
        str, typer.Argument(help=_("part of a name, or a ref"), autocompletion=provider_names)
    ],
    question: Annotated[
        list[str], typer.Argument(metavar="QUESTION...", help=_("the question, word for word"))
    ],
    product: Product = None,
    by: By = None,
    to: Routed = None,
    prompted: Annotated[
        bool, typer.Option("--prompted", help=_("you brought it up: it wasn't unsolicited"))
    ] = False,
    json: Json = False,
) -> None:
    """A question for medical affairs, word for word: they answer it, not you."""
    from repplan.cli.incoming import one_text
    from repplan.cli.runtime import runtime_of
    from repplan.errors import EmptyText
    from repplan.fields import choice, needed_text
    from repplan.followups.medical import ask_medical
    from repplan.products.pick import pick_product
    from repplan.providers.pick import pick_provider
    from repplan.safety.patient import without_patient
    from repplan.visits.party import part_name

    runtime = runtime_of(ctx)
    way = choice("by", by, WAYS)
    with runtime.reading() as db:
        said, text = part_name(db, who, " ".join(question))
        provider_id = pick_provider(db, said).id
        if not text.strip():
            raise EmptyText(_("The question"))
        text = without_patient(db, needed_text(_("the question"), one_text([text])))
        product_id = pick_product(db, product).id if product else None
    _write(
        runtime,
        "add",
        lambda work: ask_medical(
            work,
            provider_id=provider_id,
            question=text,
            product_id=product_id,
            is_unsolicited=not prompted,
            answer_by=way,
            routed_to=_name(to),
        ),
        json=json,
    )


def list_(
    ctx: typer.Context,
    who: Annotated[
        str | None,
        typer.Option("--for", help=_("asked by this provider"), autocompletion=provider_names),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help=_("also those that are closed"))] = False,
    json: Json = False,
) -> None:
    """List what is still to be sent, answered or handed over."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.inquiries import queries
    from repplan.inquiries.views import inquiry_json, inquiry_table
    from repplan.providers.pick import pick_provider
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        provider_id = pick_provider(db, who).id if who else None
        found = queries.inquiries(db, provider_id=provider_id, with_closed=all_)
        refs = short_refs(db, "inquiry", [one.ref for one in found])
    if json:
        out_json({"inquiries": [inquiry_json(one) for one in found]})
        return
    out(inquiry_table(found, refs, today=runtime.clock.today, language=runtime.language))


def show(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """Show one inquiry, and how it stands."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.inquiries.pick import pick_inquiry
    from repplan.inquiries.views import inquiry_json, inquiry_lines
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = pick_inquiry(db, " ".join(ref))
        short = short_ref(db, "inquiry", one.ref)
    if json:
        out_json(inquiry_json(one))
        return
    out(inquiry_lines(one, short, language=runtime.language))


def edit(
    ctx: typer.Context,
    ref: Which,
    question: Annotated[
        str | None,
        typer.Option("--question", help=_("the question, word for word"), callback=from_dash),
    ] = None,
    product: Product = None,
    by: By = None,
    to: Routed = None,
    json: Json = False,
) -> None:
    """Change an inquiry before it is sent."""
    from repplan.cli.runtime import runtime_of
    from repplan.errors import MissingValue
    from repplan.fields import choice, needed_text
    from repplan.inquiries.actions import check_unlocked, edit_inquiry
    from repplan.inquiries.pick import pick_inquiry
    from repplan.products.pick import pick_product
    from repplan.safety.patient import without_patient

    runtime = runtime_of(ctx)
    if not any((question, product, by, to)):
        raise MissingValue(_("What to change"))
    cells: dict[str, Value] = {"answer_by": choice("by", by, WAYS)} if by else {}
    with runtime.reading() as db:
        meant = pick_inquiry(db, " ".join(ref))
        check_unlocked(meant)
        if question:
            text = needed_text(_("the question"), question)
            cells["question"] = without_patient(db, text)
        if product:
            cells["product_id"] = pick_product(db, product).id
        if to:
            cells["routed_to"] = _name(to)
    _write(runtime, "edit", lambda work: edit_inquiry(work, meant.id, cells), json=json)


def send(
    ctx: typer.Context,
    ref: Which,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            help=_("where to write it: FILE.txt, FILE.eml (a mail draft), or - for the screen"),
            autocompletion=file_names,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=_("write over a file that is there"))
    ] = False,
    json: Json = False,
) -> None:
    """Write the question for medical affairs; it counts as sent, and is locked from now on."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.config import read_settings
    from repplan.files import write_whole
    from repplan.inquiries import actions
    from repplan.inquiries.letter import letter_text
    from repplan.inquiries.pick import pick_inquiry
    from repplan.inquiries.views import inquiry_json, sent_lines
    from repplan.providers.queries import main_place
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    path = _letter_path(to)
    with runtime.reading() as db:
        meant = pick_inquiry(db, " ".join(ref), is_final=True)
    with runtime.writing("inquiry send") as work:
        one = actions.send(work, meant.id)
        text = letter_text(
            one,
            sender=read_settings(work.db).text("owner.name"),
            place=main_place(work.db, one.provider_id),
            language=runtime.language,
        )
        short = short_ref(work.db, "inquiry", one.ref)
        if path is not None:
            # Before it is saved: what couldn't be written hasn't been sent.
            content = text.encode()
            if path.suffix.lower() == ".eml":
                from repplan.inquiries.mail import mail_draft

                content = mail_draft(one, text, runtime.clock.now)
            write_whole(path, content, may_replace=force)
    if json:
        told = {"inquiry": inquiry_json(one), "text": text, "path": str(path) if path else None}
        out_json({**told, "batch": work.batch})
        return
    out([*([] if path else [*text.split("\n")]), *sent_lines(short, str(path) if path else "")])


def answer(
    ctx: typer.Context,
    ref: One,
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT...", help=_("what medical affairs said"))
    ],
    json: Json = False,
) -> None:
    """Medical affairs has answered: it is yours to hand over now."""
    from repplan.cli.incoming import one_text
    from repplan.cli.runtime import runtime_of
    from repplan.followups.medical import take_answer
    from repplan.inquiries.pick import pick_inquiry
    from repplan.inquiries.rules import check_sent
    from repplan.screening.flow import needed_reason

    runtime = runtime_of(ctx)
    said = needed_reason(runtime, _("The answer"), one_text(text))
    with runtime.reading() as db:
        meant = pick_inquiry(db, ref)
    check_sent(meant)
    _write(runtime, "answer", lambda work: take_answer(work, meant.id, said), json=json)


def hand(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """The answer is handed over: the question is settled."""
    from repplan.cli.runtime import runtime_of
    from repplan.followups.medical import hand_over
    from repplan.inquiries.pick import pick_inquiry
    from repplan.inquiries.rules import check_answered

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = pick_inquiry(db, " ".join(ref))
    check_answered(meant)
    _write(runtime, "hand", lambda work: hand_over(work, meant.id), json=json)


def withdraw(
    ctx: typer.Context,
    ref: Which,
    because: Annotated[str | None, typer.Option("--because", help=_("why"))] = None,
    json: Json = False,
) -> None:
    """The question is no longer wanted; one that was sent stays in the record."""
    from repplan.cli.runtime import runtime_of
    from repplan.followups import medical
    from repplan.inquiries.pick import pick_inquiry
    from repplan.inquiries.rules import check_waiting
    from repplan.screening.flow import needed_reason

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = pick_inquiry(db, " ".join(ref))
    check_waiting(meant)
    why = needed_reason(runtime, _("Why it is withdrawn"), because)
    _write(runtime, "withdraw", lambda work: medical.withdraw(work, meant.id, why), json=json)


def _write(runtime: Runtime, verb: str, act: Callable[[Work], Inquiry], *, json: bool) -> None:
    """Do it in one Work; then show what was written."""
    from repplan.cli.written import write_one
    from repplan.inquiries.views import inquiry_json, written_lines

    write_one(
        runtime, "inquiry", verb, act,
        as_json=inquiry_json, as_lines=written_lines, is_json=json,
    )  # fmt: skip


def _letter_path(said: str | None) -> Path | None:
    """Return the file to write; None: the screen. Raises: BadForm for a kind we don't write."""
    from pathlib import Path

    from repplan.errors import BadForm

    if said in {None, "-"}:
        return None
    path = Path(str(said)).expanduser()
    if path.suffix.lower() not in {".txt", ".eml"}:
        raise BadForm("--to", str(said), "inquiry.txt, inquiry.eml, -")
    return path


def _name(said: str | None) -> str | None:
    from repplan.text import clean

    return clean(said).strip() or None if said else None
