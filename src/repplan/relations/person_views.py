"""The map round one person, on the screen and as JSON."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext, pgettext
from typing import TYPE_CHECKING

from repplan.cli.show import facts
from repplan.i18n.daysshown import iso_short
from repplan.i18n.phrases import clauses, listed, with_note
from repplan.relations.map_views import (
    account_lines,
    account_map_json,
    thin_lines,
    tree_lines,
)
from repplan.relations.map_words import purchase
from repplan.relations.model import AccountMap
from repplan.relations.tree import rank
from repplan.relations.views import given_json, relation_json, stance_json
from repplan.relations.words import stance_words, tie

if TYPE_CHECKING:
    from repplan.cli.show import Line
    from repplan.relations.model import AnyMap, PersonMap, Relation

_STANCES, _TIES, _GIVEN, _NEAR = 3, 10, 6, 10
"""Entries that are shown unless all are asked for."""


def map_lines(found: AnyMap, *, language: str, is_full: bool = False) -> list[Line]:
    """Return a map for the screen: an account's, or the one round a person."""
    if isinstance(found, AccountMap):
        return account_lines(found, language=language, is_full=is_full)
    return person_lines(found, language=language, is_full=is_full)


def map_json(found: AnyMap) -> dict[str, object]:
    """Return a map as JSON: an account's, or the one round a person."""
    return account_map_json(found) if isinstance(found, AccountMap) else person_map_json(found)


def person_lines(one: PersonMap, *, language: str, is_full: bool = False) -> list[Line]:
    """Return the map round a person: stances, ties, what they were given, their accounts."""
    who = one.provider
    head = listed((who.name, who.tier, _(who.role)))
    left = "  " + _("has left") if who.state == "left" else ""
    lines: list[Line] = [[(head, "head"), (f"  {one.short_ref}", "faint"), (left, "warn")]]
    told = _stances(one, language, is_full=is_full)
    told += _relations(one, language, is_full=is_full)
    told += _given(one, language, is_full=is_full)
    lines += facts(told)
    if not any(text for _label, text in told):
        lines.append(
            _("Nothing is noted: repplan stance add {who} STANCE").format(who=one.short_ref)
        )
    for account in one.accounts:
        lines += ["", *_account(one, account, language, is_full=is_full)]
    return lines


def person_map_json(one: PersonMap) -> dict[str, object]:
    """Return the map round a person as JSON; each account whole."""
    who = one.provider
    return {
        "as_of": one.as_of.isoformat(),
        "provider": {
            "ref": who.ref,
            "name": who.name,
            "role": who.role,
            "specialties": who.specialties,
            "tier": who.tier,
            "state": who.state,
            "last_seen_on": who.last_contact_on,
        },
        "stances": [stance_json(stance) for stance in one.stances],
        "relations": [relation_json(pair) for pair in one.relations],
        "given": [given_json(gift) for gift in one.given],
        "accounts": [account_map_json(account) for account in one.accounts],
    }


def _stances(one: PersonMap, language: str, *, is_full: bool) -> list[tuple[str, str]]:
    """Return where they stood, the newest first, all in one entry."""
    shown = one.stances if is_full else one.stances[:_STANCES]
    texts = [
        clauses(
            (
                f"{iso_short(stance.noted_on, one.as_of, language)}: "
                + with_note(stance_words(stance), listed((stance.account, stance.product))),
                stance.evidence,
            )
        )
        for stance in shown
    ]
    return [(_("stands"), "\n".join([*texts, *_more(len(one.stances) - len(shown))]))]


def _relations(one: PersonMap, language: str, *, is_full: bool) -> list[tuple[str, str]]:
    shown = one.relations if is_full else one.relations[:_TIES]
    texts = [_relation(pair, one, language) for pair in shown]
    return [(_("ties"), "\n".join([*texts, *_more(len(one.relations) - len(shown))]))]


def _relation(pair: Relation, one: PersonMap, language: str) -> str:
    is_theirs = pair.other_id == one.provider.id
    other_id, name = (pair.provider_id, pair.provider) if is_theirs else (pair.other_id, pair.other)
    stance = one.others.get(other_id)
    note = listed(
        (
            stance_words(stance) if stance else "",
            pgettext("state", "left") if other_id in one.gone else "",
        )
    )
    said = tie(pair.kind, with_note(name, note), is_theirs=is_theirs)
    since = iso_short(pair.from_on, one.as_of, language)
    return clauses((said, _("since {day}").format(day=since) if since else "", pair.evidence))


def _given(one: PersonMap, language: str, *, is_full: bool) -> list[tuple[str, str]]:
    shown = one.given if is_full else one.given[:_GIVEN]
    texts = [
        f"{iso_short(gift.given_on, one.as_of, language)}: "
        + with_note(gift.what, "" if gift.kind == "other" else _(gift.kind))
        for gift in shown
    ]
    return [(_("given"), "\n".join([*texts, *_more(len(one.given) - len(shown))]))]


def _more(hidden: int) -> list[str]:
    return [f"+{hidden} (--full)"] if hidden > 0 else []


def _account(one: PersonMap, account: AccountMap, language: str, *, is_full: bool) -> list[Line]:
    """Return the part of an account's map that this person stands in, and what is thin there."""
    here = account.here
    count = ngettext("{n} person", "{n} people", len(here)).format(n=len(here))
    seen = _("{n} seen in 12 months").format(n=len(account.threads))
    lines: list[Line] = [[(account.account.name, "head"), (f"  {listed((count, seen))}", "")]]
    near = list(one.near(account))
    if not is_full:
        own = one.provider.id
        tied = {who for pair in one.relations for who in (pair.provider_id, pair.other_id)}
        near.sort(key=lambda spot: (spot.id != own, spot.id not in tied, rank(spot)))
        near = near[:_NEAR]
    lines += tree_lines(account, near, language, is_part=True)
    told = facts(purchase(account, language))
    lines += ["", *told] if told else []
    lines += thin_lines(account, language, is_full=is_full)
    return lines
