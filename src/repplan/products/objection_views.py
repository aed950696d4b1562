"""Objections with their answers on the screen and as JSON; what works with whom."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.cli.show import facts
from repplan.i18n.phrases import choice_word, clauses, listed
from repplan.products.approval import approval
from repplan.products.model import OBJECTION_FIELDS
from repplan.products.said_views import INDENT, beside, field_rows, state_rows, under_products

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.cli.show import Line
    from repplan.products.model import Objection
    from repplan.products.stats import Answered, Raised


def objection_lines(one: Objection, ref: str, *, today: str, language: str) -> list[Line]:
    """Return an objection and its answer, one fact a line."""
    told = [
        *field_rows(one, OBJECTION_FIELDS, without=("expires_on",)),
        *state_rows(one, today=today, language=language),
    ]
    return [[(one.product, "head"), (f"  {ref}", "faint")], *facts(told)]


def objection_list(
    found: Sequence[Objection], refs: Mapping[str, str], *, today: str, language: str
) -> list[Line]:
    """Return objections under their products, each with its answer."""
    if not found:
        return [_("No objection fits. Add one: repplan objection add PRODUCT")]
    return under_products(found, refs, answer_lines, today=today, language=language)


def answer_lines(one: Objection, ref: str, *, today: str, language: str) -> list[Line]:
    """Return an objection in short: what they say, the answer, its kind and until when."""
    # L10n: stands before the answer to an objection, in a column 8 cells wide.
    say = _("say:")
    lines = beside(((ref, "faint"), one.text), ((say, "mark"), one.answer))
    words, style = approval(one, today, language)
    kind = choice_word("category", one.category)
    return [*lines, [(INDENT, ""), (kind + _("; "), "faint"), (words, style)]]


def stats_json(
    found: Sequence[Raised], *, product: str | None, since: str | None
) -> dict[str, object]:
    """Return the statistics as JSON."""
    return {
        "product": product,
        "since": since,
        "objections": [
            {
                "ref": one.ref,
                "text": one.text,
                "category": one.category,
                "product": one.product,
                "raised": one.raised,
                "people": one.people,
                "last_on": one.last_on,
                "by_role": dict(one.by_role),
                "by_specialty": dict(one.by_specialty),
                "examples": list(one.examples),
                "answers": [_answered_json(answer) for answer in one.answers],
            }
            for one in found
        ],
    }


def stats_lines(found: Sequence[Raised], refs: Mapping[str, str]) -> list[Line]:
    """Return what was raised how often and by whom, and what each answer did."""
    if not found:
        return [_("No objection was logged: ! in a note marks one.")]
    lines: list[Line] = []
    for one in found:
        name = one.text or _("without an approved answer")
        kind = choice_word("category", one.category) if one.category else _("kind unknown")
        head = clauses((one.product, kind)) if one.text else kind
        ref = f"  {refs[one.ref]}" if one.ref else ""
        lines.append([(name, "head"), (f"  {head}", ""), (ref, "faint")])
        told = [(_("raised"), _raised(one)), (_("by"), _by(one))]
        if one.examples:
            told.append((_("as"), "\n".join(one.examples)))
        told += [(_("answer") if n == 0 else "", _answered(a)) for n, a in enumerate(_told_of(one))]
        lines += [_indented(line) for line in facts(_named(told))]
    return lines


def _told_of(one: Raised) -> Sequence[Answered]:
    """Return the answers worth a line: that none was noted says nothing where none ever was."""
    return one.answers if any(each.answer for each in one.answers) else ()


def _named(told: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The rows with those of one name joined: each of its lines begins anew."""
    joined: dict[str, list[str]] = {}
    name = ""
    for label_, text in told:
        name = label_ or name
        joined.setdefault(name, []).append(text)
    return [(key, "\n".join(texts)) for key, texts in joined.items()]


def _indented(line: Line) -> Line:
    return f"  {line}" if isinstance(line, str) else [("  ", ""), *line]


def _raised(one: Raised) -> str:
    times = ngettext("{n} time", "{n} times", one.raised).format(n=one.raised)
    people = ngettext("{n} person", "{n} people", one.people).format(n=one.people)
    return listed((times, people, _("last on {day}").format(day=one.last_on)))


def _by(one: Raised) -> str:
    roles = listed(f"{choice_word('role', role)} {n}" for role, n in one.by_role)
    return clauses((roles, listed(f"{name} {n}" for name, n in one.by_specialty)))


def _answered(one: Answered) -> str:
    if not one.answer:
        return _("none noted {n}x").format(n=one.used)
    facts_ = [_("used {n}x").format(n=one.used)]
    if one.landed or one.missed:
        facts_.append(_("landed {n} of {all}").format(n=one.landed, all=one.landed + one.missed))
    if one.unknown:
        facts_.append(_("unknown {n}").format(n=one.unknown))
    with_whom = listed(
        f"{choice_word('role', role)} {landed}/{told}" for role, landed, told in one.by_role
    )
    return f"{clauses((listed(facts_), with_whom))}: {one.answer}"


def _answered_json(one: Answered) -> dict[str, object]:
    return {
        "answer": one.answer or None,
        "used": one.used,
        "landed": one.landed,
        "not_landed": one.missed,
        "unknown": one.unknown,
        "by_role": {
            role: {"landed": landed, "not_landed": told - landed}
            for role, landed, told in one.by_role
        },
        "by_specialty": {
            name: {"landed": landed, "not_landed": told - landed}
            for name, landed, told in one.by_specialty
        },
    }
