"""The queue on one screen, in full, as arithmetic, and as JSON."""

from __future__ import annotations

from gettext import gettext as _
from gettext import npgettext
from typing import TYPE_CHECKING

from repplan.day import Group
from repplan.due.screen import Block, blocks
from repplan.due.typed import typed_name, typed_word
from repplan.errors import N_
from repplan.i18n.daysshown import show_day, weekday_name
from repplan.i18n.phrases import listed
from repplan.text import clip, pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.cli.show import Line
    from repplan.clock import Clock
    from repplan.day import QueueItem
    from repplan.due.queries import Queue

LABELS = {
    Group.CLOCKS: N_("CLOCK"),
    Group.PROMISES: N_("OWED"),
    Group.BAG: N_("BAG"),
    Group.TODAY: N_("TODAY"),
    Group.RECONNECT: N_("COLD"),
    Group.SHARE: N_("SHARE"),
    Group.WAITING: N_("THEY"),
    Group.NO_NEXT_STEP: N_("STUCK"),
    Group.AHEAD: N_("AHEAD"),
}
WORDS = {
    Group.PROMISES: N_("owed"),
    Group.BAG: N_("bag"),
    Group.TODAY: N_("today"),
    Group.RECONNECT: N_("cold"),
    Group.SHARE: N_("share"),
    Group.WAITING: N_("they"),
    Group.NO_NEXT_STEP: N_("stuck"),
    Group.AHEAD: N_("ahead"),
}
_TYPED = {
    Group.PROMISES: "owed",
    Group.BAG: "bag",
    Group.TODAY: "today",
    Group.RECONNECT: "cold",
    Group.SHARE: "share",
    Group.WAITING: "they",
    Group.NO_NEXT_STEP: "stuck",
    Group.AHEAD: "ahead",
}
"""The word that asks for a group, the same in every language."""

TERMS = {
    "promise": N_("we owe it"),
    "question": N_("it is a question"),
    "late": N_("days late"),
    "due": N_("due today or late"),
    "near": N_("nearness (14 less days to go)"),
    "today": N_("seen today"),
    "tier": N_("tier"),
    "gap": N_("days past the ideal gap"),
    "maximum": N_("days past the maximum"),
    "objective": N_("open objective"),
    "waiting": N_("days they are late"),
    "share": N_("people whom it matters to"),
    "asked": N_("open questions that it answers"),
    "expired": N_("approvals that ran out"),
    "safety": N_("it must be reported"),
    "hours": N_("hours nearer, within a week"),
    "inquiry": N_("a question to medical affairs"),
}

_FOOT = 2
_WHEN = 20
"""The most cells of the column "when": a day to come, its weekday and hour, in Chinese."""

_DIGITS = 12
"""Digits of a sum: all of them, also of one that is years late."""

_NAME = 12
_LEAST_WHAT = 16


def screen_lines(queue: Queue, clock: Clock, language: str, columns: int, most: int) -> list[Line]:
    """Return the morning on one screen: every late promise and clock, the best of the rest."""
    head = _head(queue, clock, language, columns)
    if not queue.items:
        return [head, _empty()]
    shown = blocks(queue, most - 1 - _FOOT)
    lines: list[Line] = [head]
    when = _when_width([item for block in shown.values() for item in block.rows])
    # After hours the day's unlogged visits come first: they are forgotten overnight.
    order = sorted(Group, key=lambda group: queue.is_evening and group is not Group.TODAY)
    for group in order:
        block = shown.get(group, Block())
        count = queue.counts.get(group, 0)
        part = f"{block.shown}/{count}" if count > block.shown else ""
        lines += group_lines(block.rows, columns, when, part=part)
        if block.gone_by:
            lines.append(_gone_by(block.gone_by, columns))
    more = _more(queue, shown, columns)
    return [*lines, *([more] if more else []), _next(queue, columns)]


def full_lines(items: Sequence[QueueItem], columns: int, asked: Group | None = None) -> list[Line]:
    """Return all items, a line each, in their groups. ``asked``: the one group wanted, if any."""
    if not items:
        return [_empty(asked)]
    lines: list[Line] = []
    when = _when_width(items)
    for group in Group:
        found = [item for item in items if item.group is group]
        lines += _bag(found, columns) if group is Group.BAG else group_lines(found, columns, when)
    return lines


def why_lines(items: Sequence[QueueItem], columns: int, asked: Group | None = None) -> list[Line]:
    """Return each item with its score as terms: value × weight = points, and their sum.

    ``asked``: the one group wanted, if any.
    """
    lines: list[Line] = []
    for item in items:
        lines += group_lines([item], columns)
        for term in item.why:
            sum_text = f"{term.value:g} x {term.weight:g} = {term.points:.{_DIGITS}g}"
            lines.append(f"       {pad(_(TERMS.get(term.term, term.term)), 34)} {sum_text}")
        score = pad(_("score"), 34)
        lines.append([(f"       {score} {item.score:.{_DIGITS}g}", "head")])
    return lines or [_empty(asked)]


def queue_json(queue: Queue, items: Sequence[QueueItem]) -> dict[str, object]:
    """Return the queue as JSON: all items, in order."""
    off = queue.day_off
    return {
        "as_of": queue.as_of.isoformat(),
        "day_off": {"day": off.day.isoformat(), "what": off.what or None} if off else None,
        "items": [item_json(item) for item in items],
    }


def item_json(item: QueueItem) -> dict[str, object]:
    """Return one item as JSON."""
    who = item.person
    return {
        "ref": item.ref,
        "group": item.group.value,
        "kind": item.kind,
        "what": None if item.is_personal else item.what,
        "provider": {"ref": who.ref, "name": who.name} if who else None,
        "account": item.account or None,
        "due_on": item.due_on,
        "overdue_days": item.overdue_days,
        "score": item.score,
        "why": [
            {"term": t.term, "value": t.value, "weight": t.weight, "points": t.points}
            for t in item.why
        ],
        "next": item.next,
        "at": item.at or None,
        "due_at": item.due_at,
    }


def group_lines(
    items: Sequence[QueueItem], columns: int, when_width: int = 0, *, part: str = ""
) -> list[Line]:
    """Return a group's lines: label, when, who, what, next step; aligned by cells.

    Where only some are shown, ``part`` says so as the second line's label ("2/9").
    """
    when_width = when_width or _when_width(items)
    lines: list[Line] = []
    for number, item in enumerate(items):
        label = _(LABELS[item.group]) if number == 0 else part if number == 1 else ""
        line = _clock if item.due_at else _line
        lines += line(item, label, when_width, columns)
    return lines


def _bag(items: Sequence[QueueItem], columns: int) -> list[Line]:
    """Everything to take along, on as many lines as that needs."""
    label = pad(clip(_(LABELS[Group.BAG]), 6), 7)
    lines = [line for item in items for line in wrap(item.what, max(columns - 7, _LEAST_WHAT))]
    return [[(label if not at else " " * 7, "mark"), (line, "")] for at, line in enumerate(lines)]


def _gone_by(items: Sequence[QueueItem], columns: int) -> Line:
    """Visits of days gone by that nobody logged, in one line."""
    names = ((item.person.short_name if item.person else item.account, item) for item in items)
    said = f"{len(items)}  " + listed(f"{name} {item.when}" for name, item in names)
    hint = "due today"
    room = columns - 7 - width(hint) - 2
    # L10n: the label of visits gone by that nobody logged, 6 cells.
    label = pad(clip(_("TO LOG"), 6), 7)
    return [(label, "mark"), (pad(clip(said, room), room) + "  ", "late"), (hint, "faint")]


def _when_width(items: Sequence[QueueItem]) -> int:
    """The cells of the column "when": as wide as its widest, within reason."""
    return min(max([12, *(width(item.when) + 1 for item in items)]), _WHEN)


def _line(item: QueueItem, label: str, when_width: int, columns: int) -> list[Line]:
    """One line: what it is gives way to the next step, which is typed as it stands."""
    if item.group is Group.BAG:
        return [[(pad(clip(label, 6), 7), "mark"), (clip(item.what, columns - 7), "")]]
    begun = _begun(item, label, when_width)
    room = columns - sum(width(text) for text, _style in begun)
    what = item.what if item.person or item.what != item.account else ""
    least = _LEAST_WHAT // 2
    is_whole = width(item.next) <= room - least - 2
    step = item.next if is_whole else clip(item.next, max(room - _LEAST_WHAT, 8))
    said = max(room - width(step) - 2, 1)
    # What stands behind the words stays whole: the words give way.
    cut = clip(what, max(said - width(item.tail), least))
    return [[*begun, (pad(clip(cut + item.tail, said), said) + "  ", ""), (step, "faint")]]


def _clock(item: QueueItem, label: str, when_width: int, columns: int) -> list[Line]:
    """Two lines for what must be reported, if need be: nobody should have to look up what it was."""
    begun = _begun(item, label, when_width)
    lead = sum(width(text) for text, _style in begun)
    room = max(columns - lead, _LEAST_WHAT)
    what = " ".join(item.what.split())
    if width(what + item.tail + item.next) + 2 <= room:
        return _line(item, label, when_width, columns)
    first = next(iter(wrap(what, room)), "")
    rest = what[len(first) :].lstrip()
    tail = item.tail if rest else item.tail.lstrip(" ,，")
    said = room - width(item.next) - 2
    lines: list[Line] = [[*begun, (first, "")]]
    if said < width(tail):
        # A narrow screen: each has a line of its own.
        told = clip(clip(rest, max(room - width(tail), 0)) + tail, room)
        return [*lines, " " * lead + told, [(" " * lead + clip(item.next, room), "faint")]]
    second = " " * lead + pad(clip(rest, said - width(tail)) + tail, said) + "  "
    return [*lines, [(second, ""), (item.next, "faint")]]


def _begun(item: QueueItem, label: str, when_width: int) -> list[tuple[str, str]]:
    """Label, when and who: what every line begins with."""
    name = item.person.short_name if item.person else item.account
    tier = f" {item.person.tier}" if item.person and item.person.tier else ""
    # What is about nobody in particular begins where names do.
    who = pad(clip(name, _NAME - width(tier)) + tier, _NAME) + " " if name else ""
    style = "late" if item.is_late else "warn" if item.overdue_days else ""
    return [
        (pad(clip(label, 6), 7), "mark"),
        (pad(clip(item.when, when_width - 1), when_width), style),
        (who, "head"),
    ]


def _head(queue: Queue, clock: Clock, language: str, columns: int) -> Line:
    day = show_day(clock.today, clock.today, language)
    # L10n: the day's visits, in the first line of the screen: keep it short.
    visits = npgettext("day", "{n} visit", "{n} visits", queue.visits).format(n=queue.visits)
    if queue.unlogged:
        to_log = _("{n} to log").format(n=queue.unlogged)
        visits = listed([visits, to_log]) if queue.visits else to_log
    owed = _("you owe {n}").format(n=queue.owed) if queue.owed else _("you owe nothing")
    # L10n: stands directly behind "you owe 6".
    late = _(", {n} late").format(n=queue.late) if queue.late else ""
    told = [f"{day} {clock.now:%H:%M}", f"    {visits}    {owed}", late]
    room = columns - sum(map(width, told)) - 4
    ways = _day_off(queue, language)
    off = next((one for one in ways if width(one) <= room), clip("".join(ways[-1:]), max(room, 0)))
    return [
        (told[0], "head"),
        (told[1], ""),
        (told[2], "late"),
        (f"    {off}" if off else "", ""),
    ]


def _day_off(queue: Queue, language: str) -> tuple[str, ...]:
    """The next day off within a week, the longest way to say it first; none where there is none."""
    if queue.day_off is None:
        return ()
    day, what, back_on = queue.day_off.day, queue.day_off.what, queue.day_off.back_on
    weekday = weekday_name(day.isoweekday(), language)
    if back_on is None:
        text = _("{weekday} {day} off: {what}") if what else _("{weekday} {day} off")
        return (text.format(weekday=weekday, day=day.day, what=what),)
    back = _("off today, back {day}").format(day=show_day(back_on, queue.as_of, language))
    return (f"{back}: {what}", back) if what else (back,)


def _empty(asked: Group | None = None) -> str:
    if asked:
        # L10n: the label of a group stands in it, as on the screen: "Nothing in THEY."
        return _("Nothing in {group}.").format(group=_(LABELS[asked]))
    return _("Nothing is due. repplan visit plan WHO --at WHEN puts something in the day.")


def _more(queue: Queue, shown: dict[Group, Block], columns: int) -> Line | None:
    """What isn't on the screen; how to see it, as far as the line goes."""
    parts, commands = [], []
    for group, count in queue.counts.items():
        hidden = count - shown.get(group, Block()).shown
        if hidden > 0:
            plus = "+" if group in queue.is_capped else ""
            parts.append(f"{_(WORDS[group])} {hidden}{plus}")
            commands.append(f"due {_TYPED[group]}")
    if not parts:
        return None
    told = " | ".join(parts)
    hints = (f"   ({', '.join(commands[:most])})" for most in (2, 1))
    hint = next((one for one in hints if 7 + width(told + one) <= columns), "")
    return [(pad(_("MORE"), 7), "mark"), (told, ""), (hint, "faint")]


def _next(queue: Queue, columns: int) -> Line:
    """What to type next, by example, as far as the line goes."""
    visit = next((i for i in queue.of(Group.TODAY) if i.kind == "visit" and i.person), None)
    begun = next((i for i in queue.of(Group.TODAY) if i.kind == "unlogged" and i.person), None)
    owed = next((i for i in queue.of(Group.PROMISES) if i.person), None)
    cold = next((i for i in queue.of(Group.RECONNECT) if i.person), None)
    steps = [item.command for item in queue.of(Group.CLOCKS) if item.command][:1]
    for command, item in (("brief", visit), ("log", begun), ("done", owed), ("due --why", cold)):
        name = typed_name(item.person) if item and item.person else ""
        about = [typed_word(item.what)] if item and command == "done" else []
        if all((name, *about)):
            steps.append(" ".join([command, name, *about]))
    line = ""
    for step in (*steps, "due --all"):
        longer = f"{line} | {step}" if line else step
        if 7 + width(longer) > columns:
            break
        line = longer
    return [(pad(_("NEXT"), 7), "mark"), (line, "")]
