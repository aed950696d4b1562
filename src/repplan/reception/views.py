"""Reception rules on the screen and as JSON."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.show import facts, saved, table
from repplan.i18n.daysshown import iso_words, show_day_iso
from repplan.i18n.phrases import listed, placed, with_note
from repplan.reception.rules import FILING_NEAR_DAYS
from repplan.reception.words import (
    asking_words,
    booking_word,
    briefly,
    days_words,
    filing_words,
    hours_words,
    last_day,
    people_words,
    when_words,
)
from repplan.text import as_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.cli.show import Line
    from repplan.reception.model import ReceptionRule

_FACTS = (
    "account", "department", "place", "opens", "closes", "booking", "lead_days", "lead_by", "form",
    "people_needed", "contact", "filing", "filing_until_on", "source", "noted_on", "until_on",
)  # fmt: skip


def rule_json(one: ReceptionRule) -> dict[str, object]:
    """Return a rule as JSON. ``weekdays``: ISO numbers; ``filing_until_on`` is exclusive."""
    facts_of = {name: getattr(one, name) for name in _FACTS}
    return {**facts_of, "weekdays": sorted(one.days)}


def rule_lines(one: ReceptionRule, language: str) -> list[Line]:
    """Return how one place receives, a fact a line."""
    until = one.filing_until_on
    last = show_day_iso(last_day(until), language) if until else ""
    asking = asking_words(one)
    booking = "" if one.booking == "none" else booking_word(one.booking)
    told = [
        (_("where to"), one.place or ""),
        (_("weekdays"), days_words(one.days, language)),
        (_("hours"), hours_words(one.opens, one.closes)),
        (_("to be let in"), asking if one.lead_days else booking),
        (_("with what"), one.form or ""),
        (_("people needed"), people_words(one)),
        (_("whom to ask"), one.contact or ""),
        (_("our filing"), with_note(one.filing or "", last and _("to {day}").format(day=last))),
        (_("source"), one.source or ""),
        (_("noted"), iso_words(one.noted_on, language)),
        (_("ended"), iso_words(one.until_on, language)),
    ]
    return [[(placed((one.account, one.department)), "head")], *facts(told)]


def renewal(one: ReceptionRule, ref: str, today: date) -> list[Line]:
    """Return how to note that our filing is renewed, once it is near its end; ``ref`` the account's."""
    if one.filing_until_on is None:
        return []
    until = last_day(one.filing_until_on)
    if (until - today).days > FILING_NEAR_DAYS:
        return []
    there = f" --department {as_word(one.department)}" if one.department else ""
    day = date(until.year + 1, until.month, min(until.day, 28))
    told = _("Once it is renewed: repplan reception edit {ref} --filing-until {day}")
    return [told.format(ref=ref + there, day=day.isoformat())]


def written_lines(one: ReceptionRule, batch: str, language: str) -> list[Line]:
    """Return what was written of a rule, and how to take it back."""
    return [*rule_lines(one, language), saved(batch)]


def rule_table(
    rules: Sequence[ReceptionRule], account: str | None, today: date, language: str
) -> list[Line]:
    """Return rules in columns, by account. ``account``: the one that was typed, if any."""
    if not rules:
        text = _("Nothing is written down yet: repplan reception add {account}")
        return [text.format(account=as_word(account) if account else _("ACCOUNT"))]
    headings = (_("Where"), _("When"), _("To be let in"), _("Our filing"))
    rows = [
        (
            placed((one.account, one.department)),
            when_words(one, language),
            listed((asking_words(one), people_words(one))),
            filing_words(one, today, language),
        )
        for one in rules
    ]
    return table(headings, rows)


def reception_lines(rules: Sequence[ReceptionRule], today: date, language: str) -> list[Line]:
    """Return how an account receives, a rule a line, for its own page; nothing where none is noted."""
    if not rules:
        return []
    told = [(one.department or _("reception"), briefly(one, today, language)) for one in rules]
    return ["", *facts(told)]
