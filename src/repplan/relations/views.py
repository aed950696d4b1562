"""Relations and stances on the screen and as JSON."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.show import facts, saved
from repplan.i18n.daysshown import iso_short, iso_words
from repplan.i18n.phrases import clauses, listed, with_note
from repplan.relations.words import influence_word, said_of, stance_word, stance_words
from repplan.text import as_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from repplan.cli.show import Line
    from repplan.relations.model import Given, Move, Relation, Stance


def relation_json(one: Relation) -> dict[str, object]:
    """Return a relation as JSON: who, what to whom, from and until when, how it is known."""
    return {
        "ref": one.ref,
        "provider": {"ref": one.provider_ref, "name": one.provider},
        "kind": one.kind,
        "other": {"ref": one.other_ref, "name": one.other},
        "from_on": one.from_on,
        "until_on": one.until_on,
        "evidence": one.evidence,
    }


def stance_json(one: Stance) -> dict[str, object]:
    """Return a stance as JSON: whose, where, on what, when, how it is known."""
    return {
        "ref": one.ref,
        "provider": {"ref": one.provider_ref, "name": one.provider},
        "account": one.account,
        "product": one.product,
        "stance": one.stance,
        "influence": one.influence,
        "noted_on": one.noted_on,
        "evidence": one.evidence,
    }


def given_json(one: Given) -> dict[str, object]:
    """Return what was given as JSON."""
    return {"kind": one.kind, "what": one.what, "given_on": one.given_on}


def move_json(one: Move) -> dict[str, object]:
    """Return a stance that moved as JSON: what it is now, and what it was."""
    return {
        **stance_json(one.now),
        "stance_before": one.was,
        "influence_before": one.had,
    }


def relation_lines(
    found: Sequence[Relation], refs: Mapping[str, str], *, today: date, language: str
) -> list[Line]:
    """Return relations as sentences, each with its days, its evidence and its ref."""
    if not found:
        return [_("No relation is written down.")]
    told = []
    for one in found:
        note = clauses((_span(one, today, language), one.evidence))
        told.append((refs[one.ref], with_note(said_of(one), note)))
    return facts(told)


def relation_written(one: Relation, ref: str, batch: str, *, language: str) -> list[Line]:
    """Return what was written about a relation, and how to take it back."""
    lines: list[Line] = [[(said_of(one), "head"), (f"  {ref}", "faint")]]
    since = _("since {day}").format(day=iso_words(one.from_on, language)) if one.from_on else ""
    until = _("until {day}").format(day=iso_words(one.until_on, language)) if one.until_on else ""
    lines += [f"  {text}" for text in (listed((since, until)), one.evidence) if text]
    lines.append(saved(batch))
    return lines


def stance_lines(
    found: Sequence[Stance], refs: Mapping[str, str], who: str, *, today: date, language: str
) -> list[Line]:
    """Return stances, the newest first under each name: when, what, where, how it is known.

    ``who`` is what was typed for the people.
    """
    if not found:
        return [_("No stance is noted: repplan stance add {who} STANCE").format(who=as_word(who))]
    lines: list[Line] = []
    for name in dict.fromkeys(one.provider for one in found):
        lines.append([(name, "head")])
        lines += facts(
            (
                iso_short(one.noted_on, today, language),
                clauses((_stood(one), one.evidence, refs[one.ref])),
            )
            for one in found
            if one.provider == name
        )
    return lines


def stance_written(one: Stance, ref: str, batch: str, *, language: str) -> list[Line]:
    """Return what was noted, and how to take it back."""
    lines: list[Line] = [[(one.provider, "head"), (f"  {ref}", "faint")]]
    lines.append("  " + listed((_stood(one), iso_words(one.noted_on, language))))
    if one.evidence:
        lines.append(f"  {one.evidence}")
    lines.append(saved(batch))
    return lines


def move_lines(found: Sequence[Move], since: str, *, today: date, language: str) -> list[Line]:
    """Return the stances that moved, the newest first, from what to what; then the first ones."""
    day = iso_short(since, today, language)
    moved = [one for one in found if not one.is_first]
    new = [one for one in found if one.is_first]
    lines = facts(_move(one, today, language) for one in moved)
    if not moved:
        lines = [_("No stance moved since {day}.").format(day=day)]
    if new:
        lines += ["", [(_("Noted for the first time"), "head")]]
        lines += facts(_move(one, today, language) for one in new)
    return lines


def _move(one: Move, today: date, language: str) -> tuple[str, str]:
    change = listed(
        (
            _moved(stance_word(one.was), stance_word(one.now.stance)),
            _moved(influence_word(one.had), influence_word(one.now.influence)),
        )
    )
    whose = with_note(one.now.provider, listed((one.now.account, one.now.product)))
    when = iso_short(one.now.noted_on, today, language)
    return when, clauses((f"{whose}: {change}", one.now.evidence))


def _moved(was: str, now: str) -> str:
    """Return ``skeptic > neutral``; ``neutral`` if it is the first; empty where it stayed."""
    if not now or now == was:
        return ""
    return f"{was} > {now}" if was else now


def _stood(one: Stance) -> str:
    """Return where somebody stood and on what: ``skeptic, decision-maker (Valley, Cardexa)``."""
    return with_note(stance_words(one), listed((one.account, one.product)))


def _span(one: Relation, today: date, language: str) -> str:
    if one.until_on:
        return _("until {day}").format(day=iso_short(one.until_on, today, language))
    if one.from_on:
        return _("since {day}").format(day=iso_short(one.from_on, today, language))
    return ""
