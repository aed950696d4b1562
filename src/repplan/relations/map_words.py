"""A map in words, the same on the screen and in a file: names, ties, a purchase, what is thin."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import ngettext, pgettext
from typing import TYPE_CHECKING

from repplan.i18n.daysshown import iso_short, show_day
from repplan.i18n.namewords import PREFIXES
from repplan.i18n.phrases import clauses, listed, with_note
from repplan.relations import thin as thinness
from repplan.relations.model import REPORTS, STANCES
from repplan.relations.tree import boss_of, parent_of
from repplan.relations.words import influence_word, stance_word, tie
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from repplan.relations.model import AccountMap, Spot, Thin
    from repplan.relations.tree import Branch


_NAMED = 4
"""Names that one row of a map holds; how many more there are is a number."""


def purchase(one: AccountMap, language: str) -> list[tuple[str, str]]:
    """Return what is known of a purchase there, label by label: steps, who signs, committee."""
    account, today = one.account, one.as_of
    steps = listed(f"{at} {step}" for at, step in enumerate(account.purchase, 1))
    committee = ""
    if account.committee_on:
        day = date.fromisoformat(account.committee_on)
        said = show_day(day, today, language)
        days = (day - today).days
        note = ngettext("in {n} day", "in {n} days", days).format(n=days)
        if days < 0:
            note = _("gone by: when is the next?")
        committee = with_note(said, note if days else _("today"))
    return [
        (_("purchase"), steps),
        (_("signs"), account.signs or ""),
        (_("committee"), committee),
        (_("asked for"), account.asked_for or ""),
        (_("budget months"), account.budget_months or ""),
        (
            _("its parts"),
            listed(with_note(name, str(count) if count else "") for name, count in one.parts),
        ),
    ]


def thin_texts(one: AccountMap, language: str, *, most: int | None = None) -> list[str]:
    """Return what is thin, a sentence for each kind; of many people ``most`` are named."""
    found = []
    for kind in dict.fromkeys(item.kind for item in one.thin):
        items = [item for item in one.thin if item.kind == kind]
        if kind == thinness.LEFT:
            found += [_left(item, one) for item in items]
            continue
        named = [_whom(item, one, language) for item in items if item.people]
        names = some(named, most)
        found.append(_(thinness.MESSAGES[kind]).format(names=names))
    return found


def some(words: Sequence[str], most: int | None) -> str:
    """Return words in a row; of more than ``most`` the first ones, and how many follow."""
    if most is None or len(words) <= most:
        return listed(words)
    return f"{listed(words[:most])} +{len(words) - most}"


def _whom(item: Thin, one: AccountMap, language: str) -> str:
    name = one.names[item.people[0]]
    if item.kind != thinness.UNANSWERED:
        return name
    noted = next(spot.stance for spot in one.spots if spot.id == item.people[0])
    day = iso_short(noted.noted_on, one.as_of, language) if noted else ""
    return with_note(name, _("since {day}").format(day=day))


def _left(item: Thin, one: AccountMap) -> str:
    below = some([one.names[who] for who in item.others], _NAMED)
    was = listed(_word(word) for word in item.was)
    reported = _("{names} reported to them").format(names=below) if below else ""
    return _(thinness.MESSAGES[item.kind]).format(
        names=one.names[item.people[0]],
        was=clauses((_("was {role}").format(role=was) if was else "", reported)),
    )


def role_of(one: Spot) -> str:
    """Return what somebody is there, in a word or two."""
    return one.post or _(one.role)


def called(spot: Spot, one: AccountMap) -> str:
    """Return what somebody is called on the map: ``Dr Marsh``, ``Cho MD``."""
    name = one.names[spot.id]
    if not spot.title or spot.title in name:
        return name
    is_before = fold(spot.title.split()[0]).rstrip(".") in PREFIXES
    return f"{spot.title} {name}" if is_before else f"{name} {spot.title}"


def ties(one: AccountMap, branches: Iterable[Branch]) -> dict[str, str]:
    """Return id → their ties that the tree doesn't draw, in words: each told once, at its first."""
    above = boss_of(one.relations)
    boss: dict[str, str | None] = {}
    for branch in branches:
        near = {spot.id for _depth, spot in branch.people}
        boss |= {who: parent_of(who, near, above) for who in near}
    told: dict[str, list[str]] = {}
    grouped: dict[tuple[str, str, bool], list[str]] = {}
    for pair in one.relations:
        who, whom = pair.provider_id, pair.other_id
        if who in boss:
            if pair.kind == REPORTS and boss[who] == whom:
                continue
            grouped.setdefault((who, pair.kind, False), []).append(_named(whom, one))
        elif whom in boss:
            grouped.setdefault((whom, pair.kind, True), []).append(_named(who, one))
    for (who, kind, is_theirs), names in grouped.items():
        told.setdefault(who, []).append(tie(kind, some(names, _NAMED), is_theirs=is_theirs))
    return {who: clauses(parts) for who, parts in told.items()}


def _word(word: str) -> str:
    return stance_word(word) if word in STANCES else influence_word(word)


def _named(who: str, one: AccountMap) -> str:
    return with_note(one.names[who], pgettext("state", "left") if who in one.gone else "")
