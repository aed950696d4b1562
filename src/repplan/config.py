"""Settings: what a rep may tune, with defaults; stored in the store, so undone and backed up.

A setting is one row of the table ``setting``; what isn't there has its default. Names are
``room.what``; values are text in the store and typed here, once.
"""

from __future__ import annotations

import re
from datetime import time
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, BadForm, BadValue, NotFound
from repplan.records import dataclass, field
from repplan.workdays import Workdays, workdays_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from repplan.workdays import Span


@dataclass(frozen=True)
class Setting:
    """One setting: its default as text, what it is for, and a pattern that its value fits."""

    default: str
    help: str
    allowed: str = r".*"
    example: str = ""


_GAPS = r"(\d{1,3}/\d{1,3})?"
_WEEKS = r"[1-9]\d?(;[1-9]\d?)*"
_NUMBER = r"-?\d{1,4}(\.\d{1,3})?"
_SPEED = r"[1-9]\d{0,2}"
_SERVICE = r"(https?://(\[[0-9a-f:]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?(/[\w.~/-]*)?)?"
_POINT = r"(-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?,(own|postcode|city))?"
_HOURS = r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d"

SETTINGS: Mapping[str, Setting] = {
    "owner.name": Setting("", N_("your name, as a visit request signs it")),
    "policy": Setting("none", N_("the rules you work under"), "none|us|uk|eu|cn"),
    "home": Setting("", N_("where your day starts and ends")),
    "home.point": Setting("", N_("where that is, as it was found"), _POINT, "39.76,-84.19,own"),
    "hours": Setting("08:30-17:30", N_("working hours"), _HOURS, "08:30-17:30"),
    "workdays": Setting("1-5", N_("working days, Monday is 1"), r"[1-7]-[1-7]", "1-5"),
    "screen.plain": Setting("no", N_("no colour, no box characters"), "yes|no"),
    "log.ask": Setting("unclear", N_("what log asks about"), "unclear|always"),
    "brief.depth": Setting("20s", N_("how long a brief's message may take"), "20s|2m|10m"),
    "promise.days": Setting("2", N_("working days for a promise without a day"), r"\d{1,2}", "2"),
    "cadence.a": Setting("28/56", N_("ideal, maximum days between contacts, tier A"), _GAPS),
    "cadence.b": Setting("42/84", N_("ideal, maximum days between contacts, tier B"), _GAPS),
    "cadence.c": Setting("84/168", N_("ideal, maximum days between contacts, tier C"), _GAPS),
    "cadence.d": Setting("", N_("ideal, maximum days between contacts, tier D"), _GAPS),
    "notes.personal_days": Setting(
        "730", N_("days a personal note counts, 0: for good"), r"\d{1,4}", "730"
    ),
    "due.lines": Setting("20", N_("lines of the morning screen"), r"\d{1,3}", "20"),
    "due.ahead": Setting("7", N_("days that “ahead” looks forward"), r"\d{1,3}", "7"),
    "due.new": Setting("3", N_("providers never met that due offers a day"), r"\d{1,2}", "3"),
    "due.share": Setting("90", N_("days for which news is shared"), r"\d{1,3}", "90"),
    "rollout.weeks": Setting(
        "2;6;12", N_("weeks to each check-in on a product begun"), _WEEKS, "2;6;12"
    ),
    "route.detour": Setting(
        "1.3", N_("the road's length; the crow's is 1"), r"[1-3](\.\d{1,2})?", "1.3"
    ),
    "route.speed_town": Setting("30", N_("km/h at the wheel in town"), _SPEED, "30"),
    "route.speed_road": Setting("85", N_("km/h on the open road"), _SPEED, "70"),
    "route.town_km": Setting("8", N_("km of each drive that are in town"), r"\d{1,2}", "8"),
    "route.parking": Setting("4", N_("minutes to park and find the door"), r"\d{1,2}", "4"),
    "route.walk": Setting("5", N_("minutes on foot across a campus"), r"\d{1,2}", "5"),
    "route.service": Setting(
        "", N_("address of a service for travel times"), _SERVICE, "http://127.0.0.1:5000"
    ),
    "route.service_kind": Setting("osrm", N_("what that service is"), "osrm|valhalla"),
    "route.service_days": Setting(
        "90", N_("days that its travel times are kept"), r"[1-9]\d{0,3}", "90"
    ),
    "route.lunch": Setting(
        "12:00-12:30", N_("lunch, to be moved for visits, or none"), f"none|{_HOURS}", "12:00-12:30"
    ),
    "route.slack": Setting("15", N_("percent kept free for what takes longer"), r"\d{1,2}", "15"),
    "route.most": Setting("12", N_("visits a day at most"), r"[1-9]\d?", "12"),
    "route.minutes": Setting("15", N_("minutes of a visit"), r"[1-9]\d{0,2}", "15"),
    "route.minutes_promise": Setting(
        "10", N_("minutes to hand over what was promised"), r"[1-9]\d{0,2}", "10"
    ),
    "route.minutes_first": Setting("20", N_("minutes of a first visit"), r"[1-9]\d{0,2}", "20"),
    "samples": Setting("off", N_("keep a memo of samples"), "on|off"),
    "drill.minutes": Setting("3", N_("minutes of a drill"), r"[1-9]\d?", "3"),
    "drill.new": Setting("10", N_("new cards that a drill offers"), r"\d{1,2}", "10"),
    "weight.safety": Setting("2000", N_("points for what must be reported"), _NUMBER),
    "weight.hours": Setting("1", N_("points an hour nearer, within a week"), _NUMBER),
    "weight.inquiry": Setting("100", N_("points for a question to medical affairs"), _NUMBER),
    "weight.late": Setting("400", N_("points a day that a promise is late"), _NUMBER),
    "weight.due": Setting("300", N_("points for a promise that is due or late"), _NUMBER),
    "weight.near": Setting("20", N_("points a day nearer, within 14 days"), _NUMBER),
    "weight.promise": Setting("20", N_("points for owing it"), _NUMBER),
    "weight.question": Setting("5", N_("points more for a question"), _NUMBER),
    "weight.today": Setting("300", N_("points for seeing them today"), _NUMBER),
    "weight.tier": Setting("4", N_("points a step of the tier, A is 3"), _NUMBER),
    "weight.gap": Setting("0.5", N_("points a day past the ideal gap"), _NUMBER),
    "weight.maximum": Setting("1", N_("points a day past the maximum gap"), _NUMBER),
    "weight.waiting": Setting("1", N_("points a day that they are late"), _NUMBER),
    "weight.objective": Setting("6", N_("points for an open objective"), _NUMBER),
    "weight.share": Setting("2", N_("points for each whom news matters to"), _NUMBER),
    "weight.asked": Setting("20", N_("points for each question that news answers"), _NUMBER),
    "weight.expired": Setting("10", N_("points for each approval that ran out"), _NUMBER),
}


@dataclass(frozen=True)
class Cadence:
    """Days between contacts. Units: days; ``maximum_days`` is at least ``ideal_days``."""

    ideal_days: int
    maximum_days: int


@dataclass(frozen=True)
class Settings:
    """The store's settings over the defaults, and the days on which isn't worked as usual.

    ``days`` are (kind, first day, day after the last, what it is) of time off, holidays and make-up
    days.
    """

    stored: Mapping[str, str] = field(default_factory=dict)
    days: tuple[Span, ...] = ()

    def text(self, name: str) -> str:
        """Return a setting's value."""
        return self.stored.get(name) or SETTINGS[name].default

    def number(self, name: str) -> int:
        """Return a whole number."""
        return int(self.text(name))

    def weight(self, name: str) -> float:
        """Return the points of one term of a due item's score."""
        return self._weights[name]

    @cached_property
    def _weights(self) -> dict[str, float]:
        names = (name for name in SETTINGS if name.startswith("weight."))
        return {name.removeprefix("weight."): float(self.text(name)) for name in names}

    def cadence(self, tier: str | None) -> Cadence | None:
        """Return the gaps of a tier; None when the tier has none, or there is no tier."""
        gaps = self.text(f"cadence.{tier.lower()}") if tier else ""
        if not gaps:
            return None
        ideal, maximum = (int(part) for part in gaps.split("/"))
        return Cadence(ideal, max(ideal, maximum))

    @property
    def hours(self) -> tuple[time, time]:
        """Working hours: from, until (local)."""
        start, end = self.text("hours").split("-")
        return time.fromisoformat(start), time.fromisoformat(end)

    @property
    def weekdays(self) -> frozenset[int]:
        """The weekdays that are worked in general: ISO, Monday is 1."""
        first, last = (int(part) for part in self.text("workdays").split("-"))
        days = range(first, last + 1) if first <= last else (*range(first, 8), *range(1, last + 1))
        return frozenset(days)

    @cached_property
    def workdays(self) -> Workdays:
        """Which days are worked: the weekdays, without time off and holidays, with make-up days."""
        return workdays_of(self.weekdays, self.days)


_EVERYTHING = (
    "SELECT id, value, NULL, NULL FROM setting UNION ALL SELECT kind, from_on, "
    "min(until_on, coalesce(ended_on, until_on)), coalesce(what, '') FROM time_off "
    "WHERE kind <> 'busy'"
)
"""Settings and days off in one query: every daily command reads them."""


def read_settings(db: sqlite3.Connection) -> Settings:
    """Return the store's settings, with its days off."""
    stored: dict[str, str] = {}
    days: list[Span] = []
    for first, second, until, what in db.execute(_EVERYTHING):
        if until is None:
            stored[first] = second
        else:
            days.append((first, second, until, what))
    return Settings(stored, tuple(days))


@dataclass(eq=False)
class NoSuchSetting(NotFound):
    """No setting is called so; ``nearest`` are those of its room."""

    slug: ClassVar[str] = "no-such-setting"
    message: ClassVar[str] = N_("There is no setting “{said}”.")
    hint: ClassVar[str] = N_("See them all: repplan config show")


def check_setting(name: str, value: str) -> None:
    """Raise NoSuchSetting for a name that is none, BadValue for a value it can't hold."""
    setting = SETTINGS.get(name)
    if setting is None:
        near = tuple(known for known in SETTINGS if known.startswith(name.partition(".")[0]))
        raise NoSuchSetting(name, near)
    if not re.fullmatch(setting.allowed, value):
        if setting.example:
            raise BadForm(name, value, setting.example)
        raise BadValue(name, value, setting.allowed.replace("|", ", "))
    first, dash, last = value.partition("-")
    if _HOURS in setting.allowed and dash and first >= last:
        raise BadForm(name, value, setting.example)
