"""The rules somebody works under, fact by fact: on the screen and as JSON.

Names, values and actions stand as the employer's file would write them, in any language.
"""

from __future__ import annotations

import json
from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.cli.show import Line, screen_width
from repplan.i18n.phrases import with_note
from repplan.policies.load import FACTS, template_of
from repplan.policies.rules import STALE, idle_facts, is_stale, own_facts, stale_facts
from repplan.text import pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from repplan.policies.model import Fact, Policy

_INDENT = "    "
_VALUE_CELLS = 10
_ACTION_CELLS = 5


def rules_line(policy: str) -> Line:
    """Return in one line which rules apply, and where to see them."""
    text = _("Your rules: {policy}. Each with its source: repplan config policy")
    if policy == "none":
        text = _("Your rules: none but what is usual. They are here: repplan config policy")
    return text.format(policy=policy)


def policy_lines(policy: Policy, own: str, today: date) -> list[Line]:
    """Return every fact: what it says and does, from which layer, who says so."""
    every = policy.every()
    names = max((width(one.name) for one in every), default=0) + 2
    lines = _head(policy, own)
    for one in every:
        lines.extend(_fact_lines(one, names, is_old=is_stale(policy, one, today)))
    unset = _unset(policy)
    if unset:
        text = _("No policy of yours says anything of: {facts}")
        lines.extend(_faint(text.format(facts=", ".join(unset))))
    lines.extend(_faint(_("Your employer's system is the record. Nothing here is legal advice.")))
    return lines


def _head(policy: Policy, own: str) -> list[Line]:
    text = _("Your rules: {policy}, and {file} over them") if own else _("Your rules: {policy}")
    return [[(text.format(policy=policy.name, file=own), "head")]]


def _fact_lines(one: Fact, names: int, *, is_old: bool) -> list[Line]:
    value = shown_value(one.value)
    is_short = width(value) <= _VALUE_CELLS
    layer = pad(one.layer, 5)
    style = "" if one.is_in_force else "faint"
    first: Line = [
        (pad(one.name, names), "mark" if one.is_in_force else "faint"),
        (pad(value if is_short else "", _VALUE_CELLS + 1), style),
        (pad(one.action, _ACTION_CELLS + 1), style),
        (layer, style),
        (one.checked_on, "warn" if is_old else style),
    ]
    rest = [] if is_short else _indented(value)
    return [first, *rest, *_faint(one.source, _INDENT)]


def shown_value(value: object) -> str:
    """Return a fact's value as a file would write it; a list as words in a row."""
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    return json.dumps(value)


def _indented(text: str) -> list[Line]:
    return [_INDENT + line for line in wrap(text, screen_width() - len(_INDENT))]


def _faint(text: str, indent: str = "") -> list[Line]:
    return [[(indent + line, "faint")] for line in wrap(text, screen_width() - len(indent))]


def _unset(policy: Policy) -> list[str]:
    known = {template_of(name) for name in policy.rows}
    # What is known by the year needs no plain one.
    known |= {name.replace(".year.*", "") for name in known}
    return sorted(name for name in FACTS if name not in known and "*" not in name)


def policy_json(policy: Policy, own: str, today: date) -> dict[str, object]:
    """Return every fact as JSON."""
    return {
        "policy": policy.name,
        "own": own or None,
        "facts": [_fact_json(policy, one, today) for one in policy.every()],
        "unset": _unset(policy),
    }


def _fact_json(policy: Policy, one: Fact, today: date) -> dict[str, object]:
    return {
        "name": one.name,
        "value": one.value,
        "action": one.action,
        "layer": one.layer,
        "source": one.source,
        "checked": one.checked_on,
        "stale": is_stale(policy, one, today),
    }


def checked_lines(policy: Policy, below: Policy, own: str, today: date) -> list[Line]:
    """Return the facts whose source wants to be looked at, and what the employer's file sets.

    ``below`` is the policy without that file.
    """
    stale, days = stale_facts(policy, today), policy.number(STALE)
    lines = _head(policy, own)
    if stale:
        count = len(stale)
        text = ngettext(
            "{n} fact was last looked at more than {days} days ago:",
            "{n} facts were last looked at more than {days} days ago:",
            count,
        )
        lines.append([(text.format(n=count, days=days), "warn")])
        lines.extend(_rows([(one.name, one.checked_on) for one in stale]))
        lines.extend(_faint(_("Look at the source; put the day into your employer's file.")))
    elif days is None:
        lines.append(_("The age of sources isn't looked at: {name} is off.").format(name=STALE))
    else:
        text = _("Every source was looked at in the last {days} days.")
        lines.append([(text.format(days=days), "good")])
    for one, needed in idle_facts(policy):
        text = _("{name} counts for nothing: {needed} is off.")
        lines.append([(text.format(name=one.name, needed=needed), "warn")])
    if own:
        lines.append(_("{file} sets:").format(file=own))
        lines.extend(_rows([_override(one, below.known(one.name)) for one in own_facts(policy)]))
    return lines


def _override(one: Fact, under: Fact | None) -> tuple[str, str]:
    note = _("instead of {said}").format(said=_said(under)) if under else _("new")
    return one.name, with_note(_said(one), note)


def _said(one: Fact) -> str:
    return f"{shown_value(one.value)} {one.action}"


def _rows(rows: Sequence[tuple[str, str]]) -> list[Line]:
    names = max((width(name) for name, _said in rows), default=0) + 2
    lines: list[Line] = []
    for name, said in rows:
        head, *rest = wrap(said, max(screen_width() - names - 4, 20))
        lines.append([(_INDENT + pad(name, names), "mark"), (head, "")])
        lines.extend(" " * (names + 4) + line for line in rest)
    return lines


def checked_json(policy: Policy, below: Policy, own: str, today: date) -> dict[str, object]:
    """Return what is old and what the employer's file sets as JSON."""
    return {
        "policy": policy.name,
        "own": own or None,
        "stale_days": policy.number(STALE),
        "stale": [_fact_json(policy, one, today) for one in stale_facts(policy, today)],
        "idle": [{"name": one.name, "needs": needed} for one, needed in idle_facts(policy)],
        "own_facts": [
            {
                **_fact_json(policy, one, today),
                "below": _fact_json(below, under, today)
                if (under := below.known(one.name))
                else None,
            }
            for one in own_facts(policy)
        ],
    }
