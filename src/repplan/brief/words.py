"""A brief in words, the same on the screen and in a file: who, when, and the entries in order."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import pgettext
from itertools import groupby
from typing import TYPE_CHECKING

from repplan.brief.model import AFTER, IN
from repplan.i18n.daysshown import show_day, weekday_name
from repplan.i18n.phrases import listed, placed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.brief.model import Brief
    from repplan.clock import Clock
    from repplan.day import BriefItem
    from repplan.visits.learned import Slot


def label_of(label: str) -> str:
    """Return the word of the left column in the reader's language."""
    return pgettext("brief", label)


def slot_words(slots: Sequence[Slot], language: str) -> list[str]:
    """Return hours with how often somebody was seen then: ``Tue 8-9 seen 4 of 5``."""
    return [
        _("{day} {hours} seen {seen} of {tried}").format(
            day=weekday_name(one.weekday, language),
            hours=f"{one.hour}-{one.hour + 1}",
            seen=one.seen,
            tried=one.tried,
        )
        for one in slots
    ]


def name_of(brief: Brief) -> str:
    """Return whom it is about: the name, with the native one and the title where it lacks them.

    A group's is the account and the department.
    """
    one = brief.provider
    if one is None:
        department = brief.visit.department if brief.visit else ""
        return placed((brief.name, department))
    name = one.name
    for part in (one.native_name, one.title):
        name += f" {part}" if part and part not in name else ""
    return name


def facts_of(brief: Brief) -> list[str]:
    """Return what stands behind the name: the tier, and the specialties or else the role."""
    one = brief.provider
    if one is None:
        return []
    # L10n: the tier behind a name: A, B, C or D.
    tier = pgettext("tier", "{tier}").format(tier=one.tier) if one.tier else ""
    return [fact for fact in (tier, listed(one.specialties) or _(one.role)) if fact]


def place_of(brief: Brief) -> str:
    """Return where the visit is, as a map finds it; empty when unknown."""
    account = brief.account
    if account is None:
        return ""
    here = next((one.place for one in brief.places if one.account_id == account.id), "")
    # A practice known by nothing but its address is called by it.
    known = here or account.name
    return listed(
        (known, *(part for part in (account.street, account.city) if part and part not in known))
    )


def address_of(brief: Brief) -> str:
    """Return the street and town of the visit; empty when unknown."""
    account = brief.account
    return listed((account.street, account.city)) if account else ""


def day_of(brief: Brief) -> date:
    """Return the day of the visit; without one, the day the brief was made."""
    return date.fromisoformat(brief.visit.on_date) if brief.visit else brief.as_of


def hour_of(brief: Brief) -> str:
    """Return the local time of the visit, ``8:40``; empty when unknown."""
    return f"{brief.start.hour}:{brief.start.minute:02}" if brief.start else ""


def when_of(brief: Brief, language: str, *, says_today: bool) -> str:
    """Return when the visit is, for how long, and who agreed to it.

    ``says_today`` writes "today" for the day it was asked on: not in a file, which is read later.
    """
    visit = brief.visit
    if visit is None:
        return _("no visit planned")
    on = day_of(brief)
    is_today = says_today and on == brief.as_of
    day = _("today") if is_today else show_day(on, brief.as_of, language)
    parts = [f"{day} {hour_of(brief)}".rstrip()]
    if visit.minutes_planned:
        parts.append(_("{minutes} min").format(minutes=visit.minutes_planned))
    if visit.heads:
        parts.append(_("{heads} people").format(heads=visit.heads))
    if brief.others:
        parts.append(_("with {names}").format(names=listed(brief.others)))
    if visit.agreed_with:
        parts.append(_("agreed with {name}").format(name=visit.agreed_with))
    elif visit.appointment:
        parts.append(pgettext("appointment", visit.appointment))
    return listed(parts)


def entries(brief: Brief) -> list[BriefItem]:
    """Return every entry in the order of the door: how to get in first, whatever its section."""
    items = [item for section in brief.sections for item in section.items]
    return [item for item in items if item.label == IN] + [
        item for item in items if item.label != IN
    ]


def groups(brief: Brief) -> list[tuple[str, Sequence[BriefItem]]]:
    """Return the entries under their labels; without the header, which a file sets apart."""
    kept = [item for item in entries(brief) if item.label != AFTER]
    return [(label, tuple(items)) for label, items in groupby(kept, lambda item: item.label)]


def title_of(briefs: Sequence[Brief], language: str) -> str:
    """Return what a file of briefs is about: the day; years are named where they differ."""
    first = briefs[0]
    return show_day(day_of(first), first.as_of, language)


def as_of(clock: Clock, language: str) -> str:
    """Return the last line of a file: what "late" in it is counted from, and what becomes of it."""
    day = show_day(clock.today, clock.today, language)
    said = _("As of {day} {time}. Delete it when the day is done.")
    return said.format(day=day, time=f"{clock.now.hour}:{clock.now.minute:02}")
