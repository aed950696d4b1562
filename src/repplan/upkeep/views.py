"""What was changed, taken back, found: on the screen and as JSON."""

from __future__ import annotations

import json
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.show import Line, screen_width, table
from repplan.clock import from_instant
from repplan.i18n.daysshown import show_day
from repplan.i18n.phrases import clauses, listed, with_note
from repplan.text import clip, pad, width, wrap
from repplan.upkeep.model import ORDER, PARTS, STANDING
from repplan.upkeep.policy_views import rules_line
from repplan.upkeep.words import column_name, noun

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from repplan.config import Setting, Settings
    from repplan.upkeep.model import Batch, Change, Count, Entry, Finding, Named, TakenBack, Value

_INDENT = "    "
_TITLE_CELLS = 32
_VALUE_CELLS = 12
_NAME_CELLS = 14
_NAMED = 2
"""Of whom a command touched so many are named, more are counted."""


def moment(instant: str, today: date, lang: str) -> str:
    """Return an instant as the day and time here: ``Tue 24 Nov 07:05``."""
    local = from_instant(instant)
    return f"{show_day(local.date(), today, lang)} {local:%H:%M}"


def batch_name(one: Batch, today: date, lang: str) -> str:
    """Return a batch in one line that tells it from others."""
    return f"{one.ref}  {one.command}  {moment(one.at, today, lang)}"


def taken_lines(taken: TakenBack, today: date, lang: str) -> list[Line]:
    """Return what was taken back, in words, and how to have it again."""
    one = taken.redoes or taken.batch
    head = (
        _("Done again: {command}, {when}") if taken.redoes else _("Taken back: {command}, {when}")
    )
    when = moment(one.at, today, lang)
    lines: list[Line] = [[(head.format(command=one.command, when=when), "head")]]
    counts = [one for one in taken.counts if not (one.kind == "add" and one.table in STANDING)]
    moved = [one for one in taken.counts if one.table == "sample_movement"]
    for told_of, kind, text in (
        (counts, "add", _("removed: {what}")),
        (moved, "add", _("corrected by its opposite: {what}")),
        (counts, "del", _("put back: {what}")),
        (counts, "set", _("as before: {what}")),
    ):
        what = _in_words(told_of, kind)
        if what:
            told = wrap(text.format(what=what), screen_width() - len(_INDENT))
            lines.extend(_INDENT + line for line in told)
    again = _("Take it back: repplan undo {batch}")
    if not taken.redoes:
        again = _("Have it again: repplan undo {batch}")
    lines.append([(again.format(batch=taken.by), "faint")])
    return lines


def _in_words(counts: Sequence[Count], kind: str) -> str:
    """Return the records that a batch did this to; parts of a visit only where nothing else."""
    whole = [count for count in counts if count.table not in PARTS]
    mine = [count for count in whole or counts if count.kind == kind]
    mine.sort(key=lambda count: ORDER.index(count.table) if count.table in ORDER else len(ORDER))
    return listed(_named(count) for count in mine)


def _named(count: Count) -> str:
    titles = clauses(clip(title, _TITLE_CELLS) for title in count.titles)
    return with_note(noun(count.table, count.records), titles)


def taken_json(taken: TakenBack) -> dict[str, object]:
    """Return what was taken back as JSON."""
    return {
        "batch": taken.by,
        "undoes": taken.batch.ref,
        "changes": taken.batch.changes,
        "command": (taken.redoes or taken.batch).command,
        "redoes": taken.redoes.ref if taken.redoes else None,
        "records": [
            {"table": count.table, "kind": count.kind, "count": count.records}
            for count in taken.counts
        ],
    }


def batches_lines(
    batches: Sequence[Batch],
    short: Mapping[str, str],
    whom: Mapping[int, Sequence[str]],
    today: date,
    lang: str,
) -> list[Line]:
    """Return batches in columns, as given; ``short`` maps a ref to what the screen shows.

    ``whom`` maps a batch's first change to the names of whom it is about.
    """
    if not batches:
        return [_("Nothing has been written yet.")]
    headings = (_("When"), _("Command"), _("What"), _("Changes"), _("By"), _("Ref"))
    return table(
        headings,
        [
            (
                moment(one.at, today, lang),
                one.command or _("from outside repplan"),
                _what(one, short, whom.get(one.first_seq, ())),
                str(one.changes),
                one.actor or "",
                short.get(one.ref or "", one.ref or ""),
            )
            for one in batches
        ],
    )


def _about(names: Sequence[str]) -> str:
    """The first names, and how many more there are: ``Ortiz, Webb +2``."""
    more = len(names) - _NAMED
    said = listed(clip(name, _NAME_CELLS) for name in names[:_NAMED])
    return f"{said} +{more}" if more > 0 else said


def _what(one: Batch, short: Mapping[str, str], names: Sequence[str]) -> str:
    """Whom it is about, and whether it stands; an undo by the batch that it took back."""
    if one.undoes and not one.undone_by:
        return _("takes back {batch}").format(batch=short.get(one.undoes, one.undoes))
    about = _about(names)
    if not one.undone_by:
        return about
    return with_note(about, _("taken back")) if about else _("taken back")


def batches_json(batches: Iterable[Batch], whom: Mapping[int, Sequence[str]]) -> dict[str, object]:
    """Return batches as JSON; ``batch`` and ``command`` null: edits from outside repplan.

    ``about`` are the short names of whom a batch touched; of a long one, of its first changes.
    """
    return {
        "batches": [
            {**_batch_json(one), "about": list(whom.get(one.first_seq, ()))} for one in batches
        ]
    }


def _batch_json(one: Batch) -> dict[str, object]:
    return {
        "batch": one.ref,
        "command": one.command,
        "at": one.at,
        "by": one.actor,
        "changes": one.changes,
        "undoes": one.undoes,
        "undone_by": one.undone_by,
        "outside": one.ref is None,
    }


def history_lines(
    entries: Sequence[Entry], of: Named | None, today: date, lang: str, *, limit: int | None = None
) -> list[Line]:
    """Return what happened, batch by batch, each cell old -> new; ``of`` needs no naming."""
    lines: list[Line] = []
    if of:
        lines.append([(of.title or of.table, "head"), (f"  {of.ref}", "faint")])
    if not entries:
        lines.append(_("Nothing is written of it."))
    for entry in entries:
        one = entry.batch
        by = f"  {one.actor}" if one.actor else ""
        command = one.command or _("edited from outside repplan")
        head = f"{moment(one.at, today, lang)}  {command}"
        style = "mark" if one.command else "warn"
        undone = "  " + _("taken back") if one.undone_by else ""
        lines.append([(head, style), (f"{by}  {one.ref or ''}{undone}".rstrip(), "faint")])
        lines.extend(_INDENT + _change_line(change, of) for change in entry.changes)
        more = one.changes - len(entry.changes) if limit is not None else 0
        if more > 0:
            lines.append(_INDENT + f"+{more} (--limit)")
    return lines


def _change_line(change: Change, of: Named | None) -> str:
    record = change.record
    is_known = of is not None and record.row == of.row
    parts = (record.ref or noun(record.table, 1), record.title)
    name = "" if is_known else " ".join(part for part in parts if part) + "  "
    if change.kind != "set":
        did = {"add": _("added"), "del": _("deleted")}.get(change.kind, change.kind)
        return f"{name}{did}"
    column = column_name(change.column or "")
    if change.is_erased:
        return f"{name}{column}: " + _("erased for good")
    if change.is_apart:
        return f"{name}{column}: " + _("kept apart, as personal")
    return f"{name}{column}: {_value(change.old)} -> {_value(change.new)}"


def _value(value: Value) -> str:
    if value is None or value == "":
        return _("nothing")
    if isinstance(value, str) and value.startswith("["):
        try:
            return listed(json.loads(value)) or _("nothing")
        except (ValueError, TypeError):
            return value
    return str(value)


def history_json(entries: Iterable[Entry], of: Named | None) -> dict[str, object]:
    """Return what happened as JSON: batches with their ``cells``."""
    return {
        "ref": of.ref if of else None,
        "batches": [
            {**_batch_json(entry.batch), "cells": [_change_json(one) for one in entry.changes]}
            for entry in entries
        ],
    }


def _change_json(change: Change) -> dict[str, object]:
    return {
        "ref": change.record.ref or None,
        "table": change.record.table,
        "kind": change.kind,
        "column": change.column,
        "old": change.old,
        "new": change.new,
        "erased": change.is_erased,
        "personal": change.is_apart,
    }


def findings_lines(findings: Sequence[Finding], *, whole: bool) -> list[Line]:
    """Return what a check found, one a line."""
    lines: list[Line] = []
    for one in findings:
        style = "late" if one.severity == "error" else "warn"
        lines.append([(f"{one.rule:<14}", style), (f"{one.ref or '':<11}", ""), (_told(one), "")])
    if whole:
        lines.append([(_("The store is whole."), "good")])
    return lines


def findings_json(findings: Sequence[Finding], *, whole: bool) -> dict[str, object]:
    """Return what a check found as JSON."""
    return {
        "ok": whole,
        "findings": [
            {
                "rule": one.rule,
                "severity": one.severity,
                "ref": one.ref,
                "message": _told(one),
                "fix": one.fix,
            }
            for one in findings
        ],
    }


def _told(one: Finding) -> str:
    facts = {name: _(fact) if name == "why" else fact for name, fact in one.facts.items()}  # type: ignore[arg-type]  # a why is text
    return _(one.message).format(**facts)


def settings_lines(settings: Settings, known: Mapping[str, Setting]) -> list[Line]:
    """Return settings, one a line; ``known`` are all there are, by name."""
    values = {name: settings.text(name) for name in known}
    names = max(map(width, known))
    cells = min(max(map(width, values.values())), _VALUE_CELLS)
    lines: list[Line] = []
    for name, one in known.items():
        style = "mark" if name in settings.stored else ""
        lines.append(
            [
                (pad(name, names + 2), ""),
                (pad(values[name] or "-", cells + 1), style),
                (_(one.help), "faint"),
            ]
        )
    return [*lines, [(_("Change one: repplan config set NAME VALUE"), "faint")]]


def settings_json(settings: Settings, known: Mapping[str, Setting]) -> dict[str, object]:
    """Return settings as JSON."""
    return {
        "settings": [
            {
                "name": name,
                "value": settings.text(name),
                "default": one.default,
                "is_default": name not in settings.stored,
                "help": _(one.help),
            }
            for name, one in known.items()
        ]
    }


def begun_lines(store: Path, policy: str) -> list[Line]:
    """Return where the new store is, which rules apply, and three ways to go on."""
    return [
        [(_("Your store is {path}. It is yours alone.").format(path=store), "head")],
        rules_line(policy),
        "",
        _("Next:"),
        _('  repplan provider add "Dr Anjali Patel"   or many: repplan import csv FILE'),
        _("  repplan due                              what is due, each morning"),
        _("  repplan demo                             a made-up territory to play in"),
    ]
