"""Days shown as reps read them; what reads them, and weighs more, stands in ``dates.py``."""

from __future__ import annotations

from datetime import date

from repplan.i18n.daywords import MONTH_NAMES, WEEKDAY_NAMES, WEEKDAY_NAMES_ZH


def show_day(day: date, today: date, lang: str) -> str:
    """Return a day as a screen shows it, the year only where it isn't this one.

    >>> from datetime import date
    >>> show_day(date(2026, 11, 24), date(2026, 11, 23), "en")
    'Tue 24 Nov'
    >>> show_day(date(2027, 1, 4), date(2026, 11, 23), "zh_CN")
    '2027年1月4日 周一'
    """
    is_this_year = day.year == today.year
    if lang.startswith("zh"):
        year = "" if is_this_year else f"{day.year}年"
        return f"{year}{day.month}月{day.day}日 {WEEKDAY_NAMES_ZH[day.weekday()]}"
    year = "" if is_this_year else f" {day.year}"
    return f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]}{year}"


def show_day_short(day: date, today: date, lang: str) -> str:
    """Return a day for a narrow column: of another year without its weekday, the year short.

    >>> from datetime import date
    >>> show_day_short(date(2027, 1, 4), date(2026, 11, 23), "en")
    "4 Jan '27"
    >>> show_day_short(date(2027, 1, 4), date(2026, 11, 23), "zh_CN")
    '27年1月4日'
    """
    if day.year == today.year:
        return show_day(day, today, lang)
    if lang.startswith("zh"):
        return f"{day.year % 100:02}年{day.month}月{day.day}日"
    return f"{day.day} {MONTH_NAMES[day.month - 1]} '{day.year % 100:02}"


def show_day_iso(day: date, lang: str) -> str:
    """Return the echo of a day that was understood: weekday and ISO date.

    >>> from datetime import date
    >>> show_day_iso(date(2026, 11, 27), "en"), show_day_iso(date(2026, 11, 27), "zh_CN")
    ('Fri 2026-11-27', '周五 2026-11-27')
    """
    names = WEEKDAY_NAMES_ZH if lang.startswith("zh") else WEEKDAY_NAMES
    return f"{names[day.weekday()]} {day.isoformat()}"


def iso_words(iso: str | None, lang: str) -> str:
    """Return a stored day as its echo: weekday and ISO date; empty where there is none.

    >>> iso_words("2026-11-27", "en"), iso_words(None, "en")
    ('Fri 2026-11-27', '')
    """
    return show_day_iso(date.fromisoformat(iso), lang) if iso else ""


def iso_short(iso: str | None, today: date, lang: str) -> str:
    """Return a stored day as a screen shows it; empty where there is none."""
    return show_day(date.fromisoformat(iso), today, lang) if iso else ""


def show_yearly(day: str, lang: str) -> str:
    """Return a day of any year, given as MM-DD.

    >>> show_yearly("05-03", "en"), show_yearly("05-03", "zh_CN")
    ('3 May', '5月3日')
    """
    month, number = (int(part) for part in day.split("-"))
    if lang.startswith("zh"):
        return f"{month}月{number}日"
    return f"{number} {MONTH_NAMES[month - 1]}"


def weekday_name(weekday: int, lang: str) -> str:
    """Return the short name of an ISO weekday, Monday is 1: ``Tue``, ``周二``."""
    names = WEEKDAY_NAMES_ZH if lang.startswith("zh") else WEEKDAY_NAMES
    return names[weekday - 1]
