"""Reasons and next steps in words: for ``can``, for ``visit plan`` and for the queue."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.can.model import IS_PLANNED, PEOPLE, VISIT
from repplan.clock import from_instant
from repplan.errors import N_
from repplan.i18n.clocks import hour_words
from repplan.i18n.daysshown import show_day
from repplan.i18n.phrases import choice_word, listed
from repplan.policies.load import template_of
from repplan.reception.words import days_words, hours_words
from repplan.safety.model import HOURS
from repplan.spending.money import digits
from repplan.text import as_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from repplan.can.model import Answer, Reason


def reason_text(reason: Reason, today: date, language: str) -> str:
    """Return one reason as a sentence, without its rule and source."""
    facts = dict(reason.facts)
    said = _SENTENCES.get(template_of(reason.rule))
    if reason.rule == "visits.unsolicited_max":
        return _cap(facts, today, language)
    if reason.rule.startswith("consent."):
        return _consent(facts, today, language)
    if reason.rule in _WHOLE:
        return _WHOLE[reason.rule](facts, today, language)
    if said is None:
        return reason.rule
    return said().format(**_shown(facts, today, language))


def source_text(reason: Reason) -> str:
    """Return the rule and where it comes from."""
    return _("Rule: {rule} ({source})").format(rule=reason.rule, source=_(reason.source))


def step_text(answer: Answer, who: str, today: date, language: str) -> str:
    """Return the next possible step of an answer, with its day; empty: there is none to name."""
    reasons = {one.rule: dict(one.facts) for one in answer.reasons}
    day = show_day(answer.next_on, today, language) if answer.next_on else ""
    if answer.next_step == "apply":
        return _apply(answer, day, today, language)
    if answer.next_step == "report":
        ref = reasons[HOURS]["ref"]
        return _("report it first: repplan safety report {ref}").format(ref=ref)
    if answer.next_step == "end-their-no":
        ref = next(one["ref"] for one in reasons.values() if one.get("why") == "opted-out")
        return _("ask at the next visit; if they agree: repplan consent end {ref}").format(ref=ref)
    if answer.next_step == "ask-when-met":
        return _(
            "ask at the next visit; if they agree: repplan consent add {who} {what} in"
        ).format(who=who, what=answer.what)
    if answer.next_step == "wait":
        return _("possible from {day}").format(day=day)
    said = _STEPS.get(answer.next_step)
    place = next((it["place"] for it in reasons.values() if it.get("place")), "")
    return said().format(who=who, place=as_word(str(place))) if said else ""


def way_out(answer: Answer, who: str) -> str:
    """Return with what a visit that is warned of may be planned; empty: none is warned of."""
    warned = answer.warnings
    if not answer.is_yes or answer.what != VISIT or not warned:
        return ""
    if PEOPLE in warned:
        # L10n: NAME is a place of the command: whom the rep takes along.
        said = _("take somebody along: repplan visit plan {who} --at {on} --with NAME")
    else:
        # L10n: WHY is a place of the command.
        said = _("or say why: repplan visit plan {who} --at {on} --because WHY")
    return said.format(who=who, on=answer.on.isoformat())


def _apply(answer: Answer, day: str, today: date, language: str) -> str:
    if answer.apply_on is None:
        return _("ask for {day}").format(day=day)
    by = answer.apply_by
    if answer.apply_on == today:
        text = _("apply today for {day}")
        return (_("apply today by {by} for {day}") if by else text).format(day=day, by=by)
    last = show_day(answer.apply_on, today, language)
    text = _("apply by {last} for {day}")
    return (_("apply by {last}, {by}, for {day}") if by else text).format(last=last, day=day, by=by)


def _cap(facts: dict[str, object], today: date, language: str) -> str:
    count, most = int(str(facts["count"])), int(str(facts["most"]))
    said = ngettext(
        "{count} of {most} unsolicited visit in {months} months",
        "{count} of {most} unsolicited visits in {months} months",
        most,
    ).format(count=count, most=most, months=facts["months"])
    planned = int(str(facts.get("planned") or 0))
    if planned:
        said = ngettext(
            "{said}, {n} of them planned", "{said}, {n} of them planned", planned
        ).format(said=said, n=planned)
    falls = facts["falls_out_on"]
    if not falls:
        return said
    day = show_day(date.fromisoformat(str(falls)), today, language)
    if count >= most:
        return _("{said}: the next from {day}").format(said=said, day=day)
    return _("{said}; the oldest falls out {day}").format(said=said, day=day)


def _consent(facts: dict[str, object], today: date, language: str) -> str:
    channel = choice_word("channel", str(facts["channel"]))
    shown = _shown(facts, today, language)
    why = facts["why"]
    if why == "opted-out":
        return _("said no to {channel} on {given_on} ({ref})").format(
            channel=channel, given_on=shown["given_on"], ref=facts["ref"]
        )
    if why == "expired":
        return _("their consent to {channel} ran out {expires_on}").format(
            channel=channel, expires_on=shown["expires_on"]
        )
    topics = facts["topics"]
    if why == "no-consent" and isinstance(topics, list) and topics:
        return _("agreed to {channel} about {topic} alone").format(
            channel=channel, topic=", ".join(topics)
        )
    if why == "no-consent":
        return _("no consent to {channel} is on record").format(channel=channel)
    return _("agreed to {channel} on {given_on} ({ref})").format(
        channel=channel, given_on=shown["given_on"], ref=facts["ref"]
    )


def _shown(facts: dict[str, object], today: date, language: str) -> dict[str, object]:
    """Facts as a sentence shows them: days in words, weekdays and hours together, money plain."""
    told = dict(facts)
    for name, value in facts.items():
        if (name.endswith("_on") or name == "day") and isinstance(value, str):
            told[name] = show_day(date.fromisoformat(value), today, language)
        if isinstance(value, float):
            told[name] = f"{value:.{digits(str(facts.get('currency')))}f}"
    weekdays = facts.get("weekdays")
    if isinstance(weekdays, list):
        told["weekdays"] = days_words(weekdays, language)
        told["hours"] = hours_words(_text(facts.get("opens")), _text(facts.get("closes")))
    due_at = facts.get("due_at")
    if isinstance(due_at, str):
        due = from_instant(due_at)
        told["due_at"] = f"{show_day(due.date(), today, language)} {due.hour}:{due.minute:02}"
    if "licence" in facts:
        told["licence"] = _(str(facts["licence"]))
    return told


def _licence(facts: dict[str, object], today: date, language: str) -> str:
    shown = _shown(facts, today, language)
    if not facts.get("until_on"):
        return _("their licence: {licence}").format(**shown)
    return _("their licence: {licence}, to {until_on}").format(**shown)


def _in_stock(facts: dict[str, object], today: date, language: str) -> str:
    """What there is of each product, and the lot to use first."""
    stock = facts["stock"]
    told = [
        f"{one['product']} x{one['pieces']}" for one in (stock if isinstance(stock, list) else [])
    ]
    shown = _shown(facts, today, language)
    if facts.get("until_on"):
        first = _("use first {first} lot {lot}, to {until_on}")
    else:
        first = _("use first {first} lot {lot}")
    said = _("in stock: {stock}; {first}")
    return said.format(stock=listed(told), first=first.format(**shown))


def _staff(facts: dict[str, object], _today: date, _language: str) -> str:
    least, heads = facts["least"], facts.get("heads")
    if heads is None:
        return _("at least {least} of their staff receive").format(least=least)
    return _("at least {least} of their staff receive: {heads} here").format(
        least=least, heads=heads
    )


def _planned(facts: dict[str, object], _today: date, _language: str) -> str:
    """When the visit is planned for, and what was said to it."""
    start = facts["start_at"]
    hour = hour_words(from_instant(str(start))) if start else ""
    said = choice_word("appointment", str(facts["appointment"])) if facts["appointment"] else ""
    if facts["agreed_with"]:
        said = _("agreed with {name}").format(name=facts["agreed_with"])
    told = listed((hour, said))
    if not told:
        return _("it is planned ({ref})").format(ref=facts["ref"])
    # L10n: {told}: the hour and what was said to it: "8:40, agreed with Dana".
    return _("it is planned: {told} ({ref})").format(told=told, ref=facts["ref"])


_WHOLE: dict[str, Callable[[dict[str, object], date, str], str]] = {
    "samples.licence": _licence,
    "samples.in-stock": _in_stock,
    "reception.people_min": _staff,
    IS_PLANNED: _planned,
}
"""Rule → who writes its sentence, where that hangs on its facts."""


def apply_text(reason: Reason, ref: str, today: date, language: str) -> str:
    """Return by when to apply for a visit just planned, and the command; empty: no day is set."""
    facts = dict(reason.facts)
    if not facts.get("lead_days"):
        return ""
    last = show_day(date.fromisoformat(str(facts["apply_on"])), today, language)
    until = f"{last} {facts['lead_by']}" if facts.get("lead_by") else last
    return _("apply by {until}: repplan visit ask {ref}").format(until=until, ref=ref)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


_YEAR_TOTAL = N_(
    "{given} of {from} {currency} given in {year}: {left} left before all of it is reported"
)

_SENTENCES: dict[str, Callable[[], str]] = {
    "day.past": lambda: _("{day} has gone by"),
    "state.left": lambda: _("{name} has left this territory"),
    "state.no-see": lambda: _("{name} sees no reps"),
    HOURS: lambda: _("what they told must be reported first, by {due_at} ({ref})"),
    "visits.one-a-day": lambda: _("a visit is planned on {day} already"),
    "reception.weekday": lambda: _("{place} receives on {weekdays} only, not on {day}"),
    "reception.workday": lambda: _("{place} receives on working days, and {day} is none"),
    "reception.hours": lambda: _("{place} receives {hours} only"),
    "reception.lead": lambda: _(
        "{place} wants an application {lead_days} working days ahead: too late for {day}"
    ),
    "reception.filing-expired": lambda: _("our filing at {place} has run out"),
    "reception.filing-unknown": lambda: _("no filing of ours is noted at {place}"),
    "reception.ask": lambda: _("{place} wants to be asked first"),
    "reception.people": lambda: _("{place} wants {needed} of us: {have} so far"),
    "samples.off": lambda: _("no memo of samples is kept: repplan config set samples on"),
    "samples.stock": lambda: _("you have none left that hasn't expired"),
    "samples.max_pieces": lambda: _("{product}: {taken} of {most} pieces in {days} days"),
    "samples.request": lambda: _("a signed request must be there first"),
    "samples.receipt": lambda: _("a signed receipt is needed"),
    "spend.meal_max": lambda: _("a meal: {most} {currency} a head at most"),
    "spend.year_from": lambda: _(_YEAR_TOTAL),
    "spend.year.*.year_from": lambda: _(_YEAR_TOTAL),
}
"""Rule → its sentence, translated when it is said."""

_STEPS: dict[str, Callable[[], str]] = {
    "followed-by": lambda: _("ask who follows them"),
    "another-way": lambda: _("ask whether they want to be written to or called"),
    "file": lambda: _("file with them, then: repplan reception edit {place} --filing NO"),
    "samples-on": lambda: _("if you keep one: repplan config set samples on"),
    "check-licence": lambda: _(
        'check their licence, then note it: repplan provider edit {who} --licence "OH 12345"'
    ),
    "restock": lambda: _("order some, then: repplan sample receive"),
}
