"""A brief on the screen, in 90 seconds; and as JSON."""

from __future__ import annotations

from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.brief.model import AFTER, ASK, BRING, COVER, HABIT, IN, NEW, NOTE, OPEN, SAY
from repplan.brief.words import entries, facts_of, label_of, name_of, when_of
from repplan.i18n.phrases import listed
from repplan.providers.views import provider_json
from repplan.records import replace
from repplan.text import clip, pad, shown, width, wrap

if TYPE_CHECKING:
    from repplan.brief.model import Brief
    from repplan.cli.show import Line
    from repplan.day import BriefItem

MOST_LINES = 25
_LABEL = 7
_WRAPPED = 2
"""Lines that one entry may take on the short screen."""

_NARROWEST = 24
"""Fewer columns than this are written as if they were these; the terminal breaks the lines."""

_BACKGROUND = frozenset({OPEN, HABIT, COVER, NOTE, NEW})
"""What is good to know: one line of it is enough where there is more to say than room."""

_FULL = "(--full)"
_JOINED = "joined"
_Row = tuple["BriefItem", list[str]]
"""An entry and its lines on the screen, without the label."""


def brief_lines(
    brief: Brief, language: str, columns: int, *, is_full: bool, has_why: bool = False
) -> list[Line]:
    """Return a brief: who and when, then its entries; at most 25 lines unless full.

    It is cut from the bottom up, and says how many entries more there are. What we owe and stop
    signs are never cut, nor is a limitation; how to get in and the header to type under stay.
    ``has_why``: under what was chosen stands why, in lines that don't count.
    """
    cells = max(columns, _NARROWEST)
    head = _head(brief, language, cells)
    items = entries(brief) if is_full or has_why else _joined(entries(brief))
    rows = [(item, _entry_lines(item, cells, is_full=is_full)) for item in items]
    missing = 0
    if not is_full:
        rows, missing = _cut(rows, MOST_LINES - len(head), cells)
    lines = list(head)
    before = ""
    for item, texts in rows:
        if missing and item.label == AFTER:
            lines.append(_more(missing))
            missing = 0
        label = label_of(item.label) if item.label != before else ""
        before = item.label
        first, *others = texts
        lines.append([(pad(label, _LABEL), "mark"), (first, item.style)])
        lines += [[(" " * _LABEL, ""), (text, item.style)] for text in others]
        if has_why:
            lines += _why_lines(item, cells)
    return [*lines, _more(missing)] if missing else lines


def brief_json(brief: Brief) -> dict[str, object]:
    """Return a brief as JSON: always all sections."""
    visit = brief.visit
    return {
        "as_of": brief.as_of.isoformat(),
        "provider": provider_json(brief.provider, brief.places) if brief.provider else None,
        "account": brief.account.name if brief.account else None,
        "visit": {
            "ref": visit.ref,
            "date": visit.on_date,
            "start": visit.start_at,
            "minutes": visit.minutes_planned,
            "appointment": visit.appointment,
            "agreed_with": visit.agreed_with,
            "purpose": visit.purpose,
            "heads": visit.heads,
        }
        if visit
        else None,
        "sections": [
            {"name": section.name, "items": [_item_json(item) for item in section.items]}
            for section in brief.sections
        ],
        "header": brief.header,
    }


def written_lines(count: int, path: str) -> list[Line]:
    """Return what a file now holds."""
    said = ngettext("{n} brief in {file}", "{n} briefs in {file}", count)
    return [said.format(n=count, file=path)]


def _head(brief: Brief, language: str, cells: int) -> list[Line]:
    """Return who and when on one line, else who on one and when on as many as it needs."""
    who = _who(brief, cells)
    when = shown(when_of(brief, language, says_today=True))
    gap = cells - width(who) - width(when)
    if gap < 2:
        return [[(text, "head")] for text in (who, *_fitted(when, cells))]
    return [[(who, "head"), (" " * gap, ""), (when, "head")]]


def _who(brief: Brief, cells: int) -> str:
    """Return the name and what stands behind it in one line: a long name is clipped."""
    name = " ".join(shown(name_of(brief)).splitlines())
    facts = " ".join(shown("".join(f"   {fact}" for fact in facts_of(brief))).splitlines())
    return clip(clip(name, max(cells - width(facts), cells // 2)) + facts, cells)


def _fitted(text: str, cells: int) -> list[str]:
    return [text] if width(text) <= cells else wrap(text, cells)


def _entry_lines(item: BriefItem, cells: int, *, is_full: bool) -> list[str]:
    lines = wrap(shown(item.text), cells - _LABEL) or [""]
    if is_full or item.is_kept or item.label == SAY or len(lines) <= _WRAPPED:
        return lines
    return [*lines[: _WRAPPED - 1], _broken_off(lines[_WRAPPED - 1], cells)]


def _cut(rows: list[_Row], most: int, cells: int) -> tuple[list[_Row], int]:
    """Return what so many lines hold, and how many entries they don't; their count takes a line.

    Background loses its second lines first. Then from the bottom up an entry loses its second line,
    then goes. The message goes never: when all else has gone, it loses its end.
    """
    kept = list(rows)
    missing = 0
    for position, (item, texts) in reversed(list(enumerate(kept))):
        is_over = sum(len(lines) for _item, lines in kept) > most
        if is_over and item.label in _BACKGROUND and len(texts) > 1 and _may_go(item):
            kept[position] = (item, [_broken_off(texts[0], cells)])
    while sum(len(texts) for _item, texts in kept) + bool(missing) > most:
        at = next((at for at in reversed(range(len(kept))) if _may_go(kept[at][0])), None)
        if at is None:
            break
        item, texts = kept[at]
        if len(texts) > 1:
            kept[at] = (item, [_broken_off(texts[0], cells)])
        else:
            del kept[at]
            missing += _count(item)
    over = sum(len(texts) for _item, texts in kept) + bool(missing) - most
    for at, (item, texts) in enumerate(kept):
        if over > 0 and item.label == SAY and not item.is_kept and len(texts) > 1:
            last = max(len(texts) - over, 1)
            kept[at] = (item, [*texts[: last - 1], _broken_off(texts[last - 1], cells)])
            break
    return kept, missing


def _may_go(item: BriefItem) -> bool:
    return not item.is_kept and item.label not in {AFTER, IN, SAY}


def _joined(items: list[BriefItem]) -> list[BriefItem]:
    """The entries with questions in a row, and things to bring, as one each."""
    found: list[BriefItem] = []
    for item in items:
        if item.label in {ASK, BRING} and found and found[-1].label == item.label:
            before = found[-1]
            text = f"{before.text} {item.text}"
            if item.label == BRING:
                text = listed((before.text, item.text))
            found[-1] = replace(before, text=text, facts=((_JOINED, _count(before) + 1),))
        else:
            found.append(item)
    return found


def _count(item: BriefItem) -> int:
    """How many entries an entry stands for."""
    count = dict(item.facts).get(_JOINED, 1)
    return count if isinstance(count, int) else 1


def _why_lines(item: BriefItem, cells: int) -> list[Line]:
    why = dict(item.facts).get("why", ())
    texts = [one["text"] for one in why] if isinstance(why, tuple) else []
    return [
        [(" " * _LABEL, ""), (line, "faint")]
        for text in texts
        for line in wrap(f"- {shown(text)}", cells - _LABEL)
    ]


def _broken_off(line: str, cells: int) -> str:
    """Return a line that says there is more of it."""
    if line.endswith(_FULL):
        return line
    return clip(f"{line} ..", cells - _LABEL - len(_FULL) - 1) + f" {_FULL}"


def _more(missing: int) -> Line:
    return [(f"{' ' * _LABEL}+{missing} {_FULL}", "faint")]


def _item_json(item: BriefItem) -> dict[str, object]:
    return {"text": item.text, "ref": item.ref, "label": item.label.lower(), **dict(item.facts)}
