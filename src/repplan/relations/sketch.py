"""What a drawn map holds: its people as cards in blocks, the ties between them, what it says."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import ngettext, pgettext
from typing import TYPE_CHECKING

from repplan.i18n.daysshown import show_day_iso, show_day_short
from repplan.i18n.phrases import listed, placed, with_note
from repplan.records import dataclass
from repplan.relations.layout import Block
from repplan.relations.map_words import called, purchase, role_of, thin_texts
from repplan.relations.model import REPORTS, AccountMap
from repplan.relations.tree import chosen, tree
from repplan.relations.words import on_products

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from repplan.relations.model import AnyMap, PersonMap, Relation, Spot, Stance
    from repplan.relations.tree import Branch

_MOST_OUTSIDE, _MOST_GIVEN, _NAMED = 12, 6, 8


@dataclass(frozen=True)
class Card:
    """One person as drawn. ``stance`` and ``influence`` are words of the store; None: unknown.

    ``product`` is what alone the stance is about; ``differing`` says where else they stand otherwise.
    """

    id: str
    name: str
    role: str
    seen: str
    stance: str | None
    influence: str | None
    product: str | None = None
    differing: str = ""
    is_subject: bool = False
    is_gone: bool = False


@dataclass(frozen=True)
class Sketch:
    """A map as it will be drawn. ``facts`` are labels and texts, ``thin`` sentences."""

    title: str
    subtitle: str
    as_of: str
    blocks: tuple[Block, ...]
    cards: Mapping[str, Card]
    ties: tuple[Relation, ...]
    facts: tuple[tuple[str, str], ...]
    thin: tuple[str, ...]


def sketch(found: AnyMap, *, language: str, is_full: bool) -> Sketch:
    """Return what is drawn of a map: all of a few people, of many those who matter."""
    if isinstance(found, AccountMap):
        return _account(found, language, is_full=is_full)
    return _person(found, language)


def _account(one: AccountMap, language: str, *, is_full: bool) -> Sketch:
    shown = chosen(one.spots, one.relations, is_full=is_full)
    branches = tree(one.account.departments, one.spots, shown, one.relations)
    cards = {spot.id: _card(spot, one, language) for spot in shown}
    hidden_here = {spot.id for spot in one.here} - set(cards)
    stances = {spot.id: spot.stance for spot in one.spots if spot.stance}
    from_elsewhere = [
        pair for pair in one.relations if not {pair.provider_id, pair.other_id} & hidden_here
    ]
    outside = _outside(from_elsewhere, cards, one.names, one.gone, stances)
    blocks = [_block(branch) for branch in branches if branch.people]
    here = len(one.here)
    hidden = here - len(shown)
    subtitle = listed(
        (
            ngettext("{n} person", "{n} people", here).format(n=here),
            _("{n} shown").format(n=len(shown)) if hidden else "",
            _("{n} seen in 12 months").format(n=len(one.threads)),
        )
    )
    return Sketch(
        title=one.account.name,
        subtitle=subtitle,
        as_of=show_day_iso(one.as_of, language),
        blocks=(*blocks, *_elsewhere(outside)),
        cards=cards | outside,
        ties=_drawn(one.relations, cards | outside),
        facts=tuple((label, text) for label, text in purchase(one, language) if text),
        thin=tuple(thin_texts(one, language, most=_NAMED)),
    )


def _person(one: PersonMap, language: str) -> Sketch:
    own = one.provider.id
    cards: dict[str, Card] = {}
    blocks = []
    for account in one.accounts:
        near = [spot for spot in one.near(account) if spot.id not in cards]
        branches = tree(account.account.departments, account.spots, near, account.relations)
        for branch in branches:
            if branch.people:
                title = placed((account.account.name, branch.name))
                blocks.append(_block(branch, title))
        cards |= {spot.id: _card(spot, account, language, own) for spot in near}
    names = {who: name for pair in one.relations for who, name in _both(pair)}
    if own not in cards:
        who = one.provider
        names[own] = who.name
    relations = {pair.id: pair for account in one.accounts for pair in account.relations}
    relations |= {pair.id: pair for pair in one.relations}
    outside = _outside(one.relations, cards, names, one.gone, one.others)
    if own not in cards and own not in outside:
        outside[own] = _stranger(own, names[own], None, is_gone=one.provider.state == "left")
    every = cards | outside
    return Sketch(
        title=one.provider.name,
        subtitle=listed((_(one.provider.role), one.provider.tier)),
        as_of=show_day_iso(one.as_of, language),
        blocks=(*blocks, *_elsewhere(outside)),
        cards=every,
        ties=_drawn(relations.values(), every),
        facts=tuple(_given(one, language)),
        thin=tuple(
            f"{account.account.name}: {text}"
            for account in one.accounts
            for text in thin_texts(account, language, most=_NAMED)
        ),
    )


def _card(spot: Spot, one: AccountMap, language: str, subject: str | None = None) -> Card:
    seen = _("never seen")
    if spot.last_contact_on:
        on = date.fromisoformat(spot.last_contact_on)
        day = show_day_short(on, one.as_of, language)
        seen = _("seen {day}").format(day=day)
        seen = with_note(seen, f"{spot.contacts}x" if spot.contacts else "")
    # L10n: the tier behind a name: A, B, C or D.
    tier = pgettext("tier", "{tier}").format(tier=spot.tier) if spot.tier else ""
    return Card(
        id=spot.id,
        name=called(spot, one),
        role=listed((role_of(spot), tier)),
        seen=seen,
        stance=spot.stands,
        influence=spot.influence,
        product=spot.stance.product if spot.stance else None,
        differing=on_products(
            one for one in spot.differing if spot.stance is None or one.id != spot.stance.id
        ),
        is_subject=spot.id == subject,
    )


def _stranger(who: str, name: str, stance: Stance | None, *, is_gone: bool) -> Card:
    """Return somebody of whom the map knows little: from elsewhere, or gone."""
    return Card(
        id=who,
        name=name,
        role=pgettext("state", "left") if is_gone else _("elsewhere"),
        seen="",
        stance=stance.stance if stance else None,
        influence=stance.influence if stance else None,
        is_gone=is_gone,
    )


def _block(branch: Branch, title: str | None = None) -> Block:
    """Return a department's block: its people level by level, as they report."""
    deepest = max(depth for depth, _spot in branch.people)
    levels = tuple(
        tuple(spot.id for depth, spot in branch.people if depth == level)
        for level in range(deepest + 1)
    )
    name = (branch.name or _("no department")) if title is None else title
    return Block(_titled(name, branch), levels)


def _titled(name: str, branch: Branch) -> str:
    hidden = branch.count - len(branch.people)
    return with_note(name, f"+{hidden}" if hidden else "")


def _outside(
    relations: Iterable[Relation],
    cards: Mapping[str, Card],
    names: Mapping[str, str],
    gone: Sequence[str],
    stances: Mapping[str, Stance] | None = None,
) -> dict[str, Card]:
    """Return those who are tied to somebody drawn and stand nowhere on it themselves."""
    found: dict[str, Card] = {}
    for pair in relations:
        for who, other in (
            (pair.provider_id, pair.other_id),
            (pair.other_id, pair.provider_id),
        ):
            if who not in cards and other in cards and len(found) < _MOST_OUTSIDE:
                stance = (stances or {}).get(who)
                found[who] = _stranger(who, names[who], stance, is_gone=who in gone)
    return found


def _elsewhere(outside: Mapping[str, Card]) -> list[Block]:
    """Return the block of those from elsewhere; none where there are none."""
    return [Block(_("elsewhere"), (tuple(outside),))] if outside else []


def _drawn(relations: Iterable[Relation], cards: Mapping[str, Card]) -> tuple[Relation, ...]:
    """Return the relations between people who are drawn, reports first."""
    both = (one for one in relations if one.provider_id in cards and one.other_id in cards)
    return tuple(
        sorted(
            both,
            key=lambda one: (one.kind != REPORTS, one.kind, one.other, one.provider),
        )
    )


def _both(pair: Relation) -> tuple[tuple[str, str], tuple[str, str]]:
    return (pair.provider_id, pair.provider), (pair.other_id, pair.other)


def _given(one: PersonMap, language: str) -> list[tuple[str, str]]:
    told = []
    for at, gift in enumerate(one.given[:_MOST_GIVEN]):
        day = show_day_short(date.fromisoformat(gift.given_on), one.as_of, language)
        told.append(("" if at else _("given"), listed((day, gift.what))))
    return told
