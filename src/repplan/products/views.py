"""Products on the screen and as JSON."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.show import facts, label, saved, table, value
from repplan.i18n.daysshown import iso_words
from repplan.i18n.phrases import choice_word, clauses, listed, with_note
from repplan.products.approval import said_json
from repplan.products.material_views import until
from repplan.products.message_views import claim_lines
from repplan.products.model import PRODUCT_FIELDS
from repplan.products.objection_views import answer_lines
from repplan.records import dataclass
from repplan.records import facts as facts_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.cli.show import Line
    from repplan.products.model import Coverage, Material, Message, Objection, Product


@dataclass(frozen=True)
class Known:
    """All that is said of a product. ``refs``: each whole ref → its short one."""

    messages: Sequence[Message]
    objections: Sequence[Objection]
    materials: Sequence[Material]
    coverage: Sequence[Coverage]
    refs: Mapping[str, str]


def product_json(one: Product) -> dict[str, object]:
    """Return a product as JSON: the fields of the record."""
    return {name: cell for name, cell in facts_of(one).items() if name != "id"}


def product_known_json(one: Product, known: Known, today: str) -> dict[str, object]:
    """Return a product with all that is said of it as JSON."""
    return {
        **product_json(one),
        "coverage": [coverage_json(line) for line in known.coverage],
        "messages": [said_json(each, today) for each in known.messages],
        "objections": [said_json(each, today) for each in known.objections],
        "materials": [said_json(each, today) for each in known.materials],
    }


def coverage_json(one: Coverage) -> dict[str, object]:
    """Return one line of coverage as JSON; ``until_on`` is the day on which it ends."""
    hidden = {"id", "product_id", "account_id"}
    return {name: cell for name, cell in facts_of(one).items() if name not in hidden}


def product_table(products: Sequence[Product], refs: Mapping[str, str]) -> list[Line]:
    """Return products in columns."""
    if not products:
        return [_("No product yet: repplan product add NAME")]
    return table(
        (_("Name"), _("Generic name"), _("Until"), _("Ref")),
        [(one.name, one.generic_name or "", one.until_on or "", refs[one.ref]) for one in products],
    )


def product_lines(one: Product, ref: str, language: str) -> list[Line]:
    """Return a product's own facts, one a line; a comparison for each rival."""
    head = listed((one.name, one.generic_name))
    told = []
    for field in PRODUCT_FIELDS:
        if field.column in {"name", "generic_name"}:
            continue
        cell = getattr(one, field.column)
        text = "\n".join(cell) if isinstance(cell, tuple) else value(field, cell)
        told.append((label(field), text))
    if one.updated_on:
        told.append((_("changed"), iso_words(one.updated_on, language)))
    told.append((_("pack"), one.pack or ""))
    lines: list[Line] = [[(head, "head"), (f"  {ref}", "faint")], *facts(told)]
    if one.until_on:
        lines.append("  " + _("No longer ours. What was said of it stays."))
    return lines


def known_lines(one: Product, known: Known, ref: str, *, today: str, language: str) -> list[Line]:
    """Return a product whole: its facts, who pays, what is said of it and what may be shown."""
    lines = product_lines(one, ref, language)
    if known.coverage:
        lines.append([(_("Coverage"), "head")])
        lines += facts((_payer(line), cover_text(line)) for line in known.coverage)
    if known.messages:
        lines.append([(_("Messages"), "head")])
        for each in known.messages:
            lines += claim_lines(each, known.refs[each.ref], today=today, language=language)
    if known.objections:
        lines.append([(_("Objections"), "head")])
        for said in known.objections:
            lines += answer_lines(said, known.refs[said.ref], today=today, language=language)
    if known.materials:
        lines.append([(_("Materials"), "head")])
        for paper in known.materials:
            about = clauses((choice_word("kind", paper.kind), paper.version, until(paper, today)))
            short = known.refs[paper.ref]
            lines.append([(f"  {short}  ", "faint"), (paper.title, ""), (f"  {about}", "faint")])
    return lines


def written_lines(one: Product, ref: str, batch: str, language: str) -> list[Line]:
    """Return what was written about a product, and how to take it back."""
    return [*product_lines(one, ref, language), saved(batch)]


def covered_lines(one: Coverage, batch: str, *, is_dropped: bool) -> list[Line]:
    """Return what was written about who pays, and how to take it back."""
    head = listed((one.product, _payer(one)))
    text = _("taken away") if is_dropped else cover_text(one)
    return [[(head, "head")], f"  {text}", saved(batch)]


def cover_text(one: Coverage) -> str:
    """Return a line of coverage in words: ``restricted (prior authorisation), from 2027-01-01``."""
    until_day = one.until_on and _("ends {day}").format(day=one.until_on)
    from_day = one.from_on and _("from {day}").format(day=one.from_on)
    state = choice_word("coverage", one.state)
    return listed((with_note(state, one.steps), from_day, until_day))


def _payer(one: Coverage) -> str:
    return with_note(one.payer, one.account)
