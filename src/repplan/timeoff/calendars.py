"""Public holidays and make-up working days of a country. The one file that imports holidays."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import holidays

from repplan.text import clean
from repplan.timeoff.model import HolidayCalendar, PublicDay
from repplan.timeoff.rules import NoSuchCalendar

if TYPE_CHECKING:
    from collections.abc import Iterable

_LOOKED_BACK = 3
"""Years before one in which a country that moves working days has surely moved some."""


def public_days(code: str, years: Iterable[int], language: str) -> HolidayCalendar:
    """Return the holidays of a country (``US``) or a region (``US-CA``) in these years.

    Names are in the language of the screen where the calendar has them, else in the country's own.
    Raises: NoSuchCalendar. Source: the package holidays, from the governments' announcements.
    """
    said = tuple(sorted(set(years)))
    country, region = _place(code)
    wanted = range(min(said) - _LOOKED_BACK, max(said) + 1)
    known = holidays.country_holidays(
        country, subdiv=region or None, years=wanted, language=_spoken(country, language)
    )
    moved = sorted(day for day in known.weekend_workdays if day.year in wanted)
    days = {day: PublicDay(day, is_off=True, what=clean(known[day])) for day in known}
    days |= {day: PublicDay(day, is_off=False, what="") for day in moved}
    newest = max((day.year for day in moved), default=max(said))
    return HolidayCalendar(
        code=f"{country}-{region}" if region else country,
        years=said,
        days=tuple(days[day] for day in sorted(days) if day.year in said),
        unsettled=tuple(year for year in said if year > newest),
    )


def _spoken(country: str, language: str) -> str | None:
    """Return the language of the names; None: the calendar has but one."""
    kind = getattr(holidays, country)
    known = (kind.default_language or "", *kind.supported_languages)
    # Said even where it is the country's own: without it the machine's settings would decide.
    own: str | None = kind.default_language
    return next((one for one in known if one == language or one[:2] == language), own)


def _place(code: str) -> tuple[str, str]:
    """Return a country's code and its region's, as the package writes them."""
    countries = holidays.list_supported_countries(include_aliases=False)
    named = {name.casefold(): name for name in countries}
    said, _dash, part = code.strip().replace("_", "-").partition("-")
    country = named.get(said.casefold())
    if country is None:
        near = get_close_matches(said.upper(), countries, n=5, cutoff=0.5)
        raise NoSuchCalendar(code.strip(), tuple(near))
    regions = {name.casefold(): name for name in countries[country]}
    region = regions.get(part.strip().casefold(), "")
    if part.strip() and not region:
        raise NoSuchCalendar(
            code.strip(), tuple(f"{country}-{name}" for name in countries[country])
        )
    return country, region
