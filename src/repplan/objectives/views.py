"""Objectives on the screen and as JSON, each with what it lacks."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.show import facts, saved, table, told_apart
from repplan.i18n.daysshown import iso_short, iso_words
from repplan.i18n.phrases import listed, with_note
from repplan.objectives.model import Smart

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from repplan.cli.show import Line
    from repplan.objectives.model import Lack, Objective

_FACTS = (
    "ref", "what", "measure", "benefit", "kind", "product", "from_on", "until_on", "result", "why",
    "evidence", "closed_on",
)  # fmt: skip


def objective_json(one: Objective, lacks: Sequence[Lack]) -> dict[str, object]:
    """Return an objective as JSON: the fields of the record, and what it lacks to be SMART."""
    answer: dict[str, object] = {name: getattr(one, name) for name in _FACTS}
    answer["provider"] = {"ref": one.provider_ref, "name": one.provider}
    answer["lacks"] = [
        {"criterion": lack.criterion.value, "reason": _reason(lack)} for lack in lacks
    ]
    return answer


def objective_lines(
    one: Objective, lacks: Sequence[Lack], ref: str, *, language: str
) -> list[Line]:
    """Return an objective, one fact a line, and at its end what it lacks."""
    told = [
        (_("for"), one.provider),
        (_("measure"), one.measure or ""),
        (_("benefit"), one.benefit or ""),
        (_("kind"), _(one.kind)),
        (_("product"), one.product or ""),
        (_("until"), iso_words(one.until_on, language)),
    ]
    if one.is_open:
        missing = "\n".join(with_note(_(lack.criterion.value), _reason(lack)) for lack in lacks)
        told.append((_("lacks"), missing) if lacks else ("SMART", _("complete")))
    else:
        ended = (_(one.result), iso_words(one.closed_on, language), one.why or "")
        told.append((_("result"), listed(ended)))
    return [[(one.what, "head"), (f"  {ref}", "faint")], *facts(told)]


def written_lines(
    one: Objective, lacks: Sequence[Lack], ref: str, batch: str, *, language: str
) -> list[Line]:
    """Return what was written about an objective, what it lacks, and how to take it back."""
    return [*objective_lines(one, lacks, ref, language=language), saved(batch)]


def objective_table(
    objectives: Sequence[tuple[Objective, Sequence[Lack]]],
    refs: Mapping[str, str],
    *,
    today: date,
    language: str,
) -> list[Line]:
    """Return objectives in columns; a dash stands for each letter of SMART that one lacks."""
    if not objectives:
        return [_("No objective fits.")]
    names = told_apart(
        (one.provider_ref, one.short_name, one.provider) for one, _lacks in objectives
    )
    return table(
        (_("Until"), _("Who"), _("What"), "SMART", _("Ref")),
        [
            (
                iso_short(one.until_on, today, language),
                names[one.provider_ref],
                one.what,
                _letters(lacks) if one.is_open else _(one.result),
                refs[one.ref],
            )
            for one, lacks in objectives
        ],
    )


def _letters(lacks: Sequence[Lack]) -> str:
    lacking = {lack.criterion for lack in lacks}
    return "".join("-" if one in lacking else one.value[0].upper() for one in Smart)


def _reason(lack: Lack) -> str:
    return _(lack.reason).format(said=lack.said)
