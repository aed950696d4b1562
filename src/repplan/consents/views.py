"""Consents on the screen and as JSON."""

from __future__ import annotations

from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.cli.show import facts, saved, table
from repplan.consents.model import IN, OUT
from repplan.errors import N_
from repplan.i18n.daysshown import iso_short, iso_words
from repplan.i18n.phrases import choice_word, with_note
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from repplan.cli.show import Line
    from repplan.consents.model import Consent
    from repplan.policies.model import Fact, Policy

_FACTS = (
    "ref", "provider", "channel", "value", "topic", "is_in", "given_on", "how", "expires_on",
    "until_on",
)  # fmt: skip


@dataclass(frozen=True)
class Needs:
    """What the policy says of reaching people, and of what is kept about them."""

    policy: str
    channels: Mapping[str, Fact | None]
    basis: Fact | None


def needs_of(policy: Policy, channels: Sequence[str]) -> Needs:
    """Return what a policy says of these channels."""
    said = {one: policy.fact(f"consent.{one}") for one in channels}
    return Needs(policy.name, said, policy.fact("privacy.basis"))


def consent_json(one: Consent) -> dict[str, object]:
    """Return a consent as JSON."""
    return {name: getattr(one, name) for name in _FACTS}


def needs_json(needs: Needs) -> dict[str, object]:
    """Return what the policy says as JSON; null where it says nothing."""
    return {
        "policy": needs.policy,
        "channels": {name: _fact_json(fact) for name, fact in needs.channels.items()},
        "basis": _fact_json(needs.basis),
    }


def consent_lines(
    one: Consent, ref: str, today: date, language: str, *, out_wins: bool = False
) -> list[Line]:
    """Return one consent, a fact a line. ``out_wins``: a no keeps it from counting."""
    told = [
        (_("channel"), choice_word("channel", one.channel)),
        (_("address"), one.value),
        (_("about"), one.topic),
        (pgettext("consent", "said"), _side(one)),
        (pgettext("consent", "given"), iso_words(one.given_on, language)),
        (pgettext("consent", "how"), one.how or ""),
        (_("until"), iso_words(one.expires_on, language)),
        (_("ended"), iso_words(one.until_on, language)),
    ]
    state = _state(one, today, out_wins=out_wins)
    head: Line = [(one.provider, "head"), (f"  {ref}", "faint"), (f"  {state}", "warn")]
    return [head, *facts(told)]


def still_out(one: Consent) -> str:
    """Return that their no counts, though a yes was written down just now."""
    text = _("Their no of {day} still counts. End it first: repplan consent end {ref}")
    return text.format(day=one.given_on, ref=one.ref)


def written_lines(
    one: Consent, ref: str, batch: str, today: date, language: str, *, out_wins: bool = False
) -> list[Line]:
    """Return what was written of a consent, and how to take it back."""
    return [*consent_lines(one, ref, today, language, out_wins=out_wins), saved(batch)]


def consent_table(
    found: Sequence[Consent],
    refs: Mapping[str, str],
    today: date,
    language: str,
    silenced: Collection[str],
) -> list[Line]:
    """Return consents in columns, the newest first; ``silenced``: ids of those that a no beats."""
    if not found:
        return [_("No consent is written down: repplan consent add WHO CHANNEL in")]
    headings = (_("Who"), _("Channel"), _("Says"), _("About"), _("Since"), _("State"), _("Ref"))
    rows = [
        (
            one.provider,
            with_note(choice_word("channel", one.channel), one.value),
            _side(one),
            one.topic,
            iso_short(one.given_on, today, language),
            _state(one, today, out_wins=one.id in silenced),
            refs[one.ref],
        )
        for one in found
    ]
    return table(headings, rows)


def needs_lines(needs: Needs) -> list[Line]:
    """Return what the policy says of each channel, and the basis for what is kept, with sources."""
    told = []
    for channel, fact in needs.channels.items():
        said = _NEEDED.get(str(fact.value) if fact else "", "")
        text = _(said) if said else _("the policy says nothing: assumed unless they say no")
        told.append((choice_word("channel", channel), with_note(text, fact.source if fact else "")))
    basis = needs.basis
    if basis is not None:
        told.append((_("what is kept"), with_note(str(basis.value), basis.source)))
    told.append((_("policy"), needs.policy))
    return ["", *facts(told)]


_NEEDED = {
    # L10n: what a policy asks for before somebody is e-mailed, called or texted.
    "needed": N_("they must have agreed"),
    "assumed": N_("assumed, unless they say no"),
}


def _fact_json(fact: Fact | None) -> dict[str, object] | None:
    if fact is None:
        return None
    return {"value": fact.value, "action": fact.action, "source": fact.source,
            "checked_on": fact.checked_on}  # fmt: skip


def _side(one: Consent) -> str:
    return pgettext("consent", IN if one.is_in else OUT)


def _state(one: Consent, today: date, *, out_wins: bool) -> str:
    day = today.isoformat()
    if one.has_ended(day):
        return pgettext("consent", "ended")
    if one.has_expired(day):
        return pgettext("consent", "run out")
    if not one.may_count(day):
        return _("to come")
    # L10n: a yes that doesn't count, since a no stands beside it.
    return pgettext("consent", "out wins") if out_wins else pgettext("consent", "counts")
