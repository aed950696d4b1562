"""The map of an account on the screen and as JSON."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.cli.show import facts, screen_width, table
from repplan.i18n.daysshown import show_day_short
from repplan.i18n.phrases import listed, with_note
from repplan.relations.map_words import called, purchase, role_of, thin_texts, ties
from repplan.relations.model import BLOCKER, CHAMPION, SKEPTIC
from repplan.relations.tree import chosen, tree
from repplan.relations.views import relation_json, stance_json
from repplan.relations.words import influence_word, on_product, stance_word
from repplan.text import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.cli.show import Line
    from repplan.relations.model import AccountMap, Spot
    from repplan.relations.tree import Branch

STYLES = {CHAMPION: "good", SKEPTIC: "warn", BLOCKER: "late"}
_FOLDED = 8
"""Departments that nobody is shown of and that still get a line each."""

_THIN_NAMES = 5
_WITH_ROLE = 66
"""Columns of a screen from which on it has room for what people are."""


def account_lines(one: AccountMap, *, language: str, is_full: bool = False) -> list[Line]:
    """Return the map: a tree of its people, the steps to a purchase, what is thin."""
    here = one.here
    count = ngettext("{n} person", "{n} people", len(here)).format(n=len(here))
    seen = _("{n} seen in 12 months").format(n=len(one.threads))
    lines: list[Line] = [
        [
            (one.account.name, "head"),
            (f"  {one.short_ref}  ", "faint"),
            (listed((count, seen)), ""),
        ]
    ]
    shown = chosen(one.spots, one.relations, is_full=is_full)
    lines += tree_lines(one, shown, language)
    if not here:
        text = _("Nobody is known here: repplan provider add NAME --account {account}")
        lines.append(text.format(account=one.short_ref))
    told = facts(purchase(one, language))
    lines += ["", *told] if told else []
    lines += thin_lines(one, language, is_full=is_full)
    return lines


def tree_lines(
    one: AccountMap, shown: Sequence[Spot], language: str, *, is_part: bool = False
) -> list[Line]:
    """Return departments and their people, each under whom they report to, with other ties.

    ``is_part``: the rest isn't spoken of.
    """
    branches = tree(one.account.departments, one.spots, shown, one.relations)
    if is_part:
        branches = [branch for branch in branches if branch.people]
    names = {branch.name for branch in branches}
    is_flat = names <= {""}
    rows = [
        _row(spot, depth + (not is_flat), one, language)
        for branch in branches
        for depth, spot in branch.people
    ]
    headings: tuple[str, ...] = (
        _("Who"),
        _("Role"),
        _("Tier"),
        _("Stance"),
        _("Influence"),
        _("Last seen"),
    )
    if screen_width() < _WITH_ROLE:
        headings, rows = (headings[0], *headings[2:]), [(row[0], *row[2:]) for row in rows]
    head, *body = table(headings, rows) if rows else [""]
    said = ties(one, branches)
    lines: list[Line] = [head] if rows else []
    at = 0
    for branch in _folded(branches):
        if not is_flat:
            lines.append(_department(branch))
        for depth, spot in branch.people:
            text = body[at]
            style = STYLES.get(spot.stands or "", "")
            lines.append([(str(text), style)])
            indent = "  " * (depth + 1 + (not is_flat))
            room = max(screen_width() - len(indent), 20)
            for other in spot.differing:
                text = on_product(stance_word(other.stance), other.product)
                style = STYLES.get(other.stance or "", "")
                lines += [[(indent + part, style)] for part in wrap(text, room)]
            lines += [[(indent + part, "faint")] for part in wrap(said.get(spot.id, ""), room)]
            at += 1
    return lines if is_part else [*lines, *_rest(branches, shown, one)]


def thin_lines(one: AccountMap, language: str, *, is_full: bool = False) -> list[Line]:
    """Return what is thin, a line for each kind; nothing where all is well."""
    told = thin_texts(one, language, most=None if is_full else _THIN_NAMES)
    # L10n: the word before what an account lacks.
    lines = facts([(_("THIN"), "\n".join(told))])
    return ["", *lines] if told else []


def account_map_json(one: AccountMap) -> dict[str, object]:
    """Return the map as JSON: everybody, their stances and relations, what is thin."""
    account = one.account
    refs = {spot.id: spot.ref for spot in one.spots}
    for pair in one.relations:
        refs |= {pair.provider_id: pair.provider_ref, pair.other_id: pair.other_ref}
    return {
        "as_of": one.as_of.isoformat(),
        "account": {
            "ref": account.ref,
            "name": account.name,
            "departments": account.departments,
            "purchase": account.purchase,
            "signs": account.signs,
            "committee_on": account.committee_on,
            "asked_for": account.asked_for,
            "budget_months": account.budget_months,
            "parts": [{"name": name, "people": count} for name, count in one.parts],
        },
        "threads": len(one.threads),
        "people": [spot_json(spot) for spot in one.spots],
        "relations": [relation_json(pair) for pair in one.relations],
        "thin": [
            {
                "kind": item.kind,
                "people": [refs[who] for who in item.people],
                "others": [refs[who] for who in item.others],
            }
            for item in one.thin
        ],
    }


def spot_json(one: Spot) -> dict[str, object]:
    """Return somebody's place on a map as JSON."""
    return {
        "ref": one.ref,
        "name": one.name,
        "role": one.role,
        "post": one.post,
        "tier": one.tier,
        "department": one.department,
        "is_here": one.is_here,
        "last_seen_on": one.last_contact_on,
        "contacts_12_months": one.contacts,
        "stance": one.stands,
        "influence": one.influence,
        "noted": stance_json(one.stance) if one.stance else None,
        "differing": [stance_json(stance) for stance in one.differing],
    }


def written_lines(path: str) -> list[Line]:
    """Return where the drawn map lies."""
    return [_("Map written to {path}.").format(path=path)]


def _row(spot: Spot, depth: int, one: AccountMap, language: str) -> tuple[str, ...]:
    seen = spot.last_contact_on
    day = show_day_short(date.fromisoformat(seen), one.as_of, language) if seen else _("never")
    return (
        "  " * depth + called(spot, one),
        role_of(spot),
        spot.tier or "",
        "" if spot.stance and spot.stance.product else stance_word(spot.stands),
        influence_word(spot.influence),
        with_note(day, f"{spot.contacts}x" if spot.contacts else ""),
    )


def _department(branch: Branch) -> Line:
    name = branch.name or _("no department")
    hidden = branch.count - len(branch.people)
    count = ngettext("{n} person", "{n} people", branch.count).format(n=branch.count)
    shown = _("{n} shown").format(n=len(branch.people)) if hidden and branch.people else ""
    return [(name, "mark"), (f"  {listed((count, shown))}", "faint")]


def _folded(branches: Sequence[Branch]) -> list[Branch]:
    """Return the departments that get a line: all with somebody shown, and a few of the others."""
    empty = [branch for branch in branches if not branch.people][:_FOLDED]
    return [branch for branch in branches if branch.people or branch in empty]


def _rest(branches: Sequence[Branch], shown: Sequence[Spot], one: AccountMap) -> list[Line]:
    """Return the line that says how many aren't on the screen."""
    hidden = len(one.here) - len(shown)
    if not hidden:
        return []
    folded = len(branches) - len(_folded(branches))
    more = ngettext("{n} more department", "{n} more departments", folded).format(n=folded)
    people = ngettext("{n} more person", "{n} more people", hidden).format(n=hidden)
    text = listed((people, more if folded else ""))
    # L10n: --full stays as it is.
    return [[(_("+ {what}: --full").format(what=text), "faint")]]
