"""The grammar of days: a table of patterns, what each means, and how freely it may stand.

A pattern reads a whole text that is folded, simplified and free of punctuation. A rule answers
with the day, with two days where it can be read two ways, with None where it is no day after
all, and raises ValueError or OverflowError for a day that doesn't exist.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from repplan.i18n.daycontext import DayContext, Interval
from repplan.i18n.daywords import (
    COUNTS,
    MONTHS,
    NUMBER,
    SHIFTS,
    WEEKDAYS,
    WEEKDAYS_ZH,
    YEAR_SHIFTS_ZH,
    number,
)

if TYPE_CHECKING:
    from collections.abc import Callable

Parts = defaultdict[str, str]
Found = date | tuple[date, date] | None


class Rule(NamedTuple):
    """One line of the grammar.

    ``is_bare``: may end a sentence without "by" before it. ``is_dated``: names a date, so that
    a weekday may stand with it. ``needs``: characters of which every text that fits holds one, so
    that most texts are told without compiling the pattern.
    """

    pattern: str
    read: Callable[[Parts, DayContext], Found]
    needs: str
    is_bare: bool = True
    is_dated: bool = False

    def parts(self, said: str) -> Parts | None:
        """Return the named parts of the text, empty where left out; None if it doesn't fit."""
        if not holds_any(said, self.needs):
            return None
        return parts(self.pattern, said)


def holds_any(said: str, chars: str) -> bool:
    """Whether the text holds one of these characters."""
    return any(char in said for char in chars)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern compiled, when it is first needed: a daily command pays for few."""
    return re.compile(pattern)


def parts(pattern: str, said: str) -> Parts | None:
    """Return what the pattern's named groups took of the whole text, None if it doesn't fit."""
    match = compiled(pattern).fullmatch(said)
    if match is None:
        return None
    return defaultdict(str, {name: value or "" for name, value in match.groupdict().items()})


# --- weeks and months ---------------------------------------------------------------------------


def weekday_number(said: str) -> int:
    """Return the weekday that a word of either language names, Monday as 0."""
    return WEEKDAYS[said] if said in WEEKDAYS else WEEKDAYS_ZH[said[-1]]


def _monday(ctx: DayContext, weeks: int = 0) -> date:
    return ctx.today + timedelta(days=7 * weeks - ctx.today.weekday())


def _weekday(said: Parts, ctx: DayContext) -> Found:
    weekday, which = weekday_number(said["day"]), said["which"] or said["week"]
    if said["which"] and said["week"]:
        return None
    if which not in SHIFTS:  # bare, or "coming": the next one that isn't today
        away = (ctx.sign * (weekday - ctx.today.weekday()) - 1) % 7 + 1
        return ctx.today + timedelta(days=ctx.sign * away)
    on = _monday(ctx, SHIFTS[which]) + timedelta(days=weekday)
    if SHIFTS[which] == 0 and not ctx.is_ahead(on):  # "this mon" said on a Friday
        return on, on + timedelta(days=7 * ctx.sign)
    return on


def _no_day(_said: Parts, _ctx: DayContext) -> Found:
    """What has the shape of a day and is none: 周八, as a week has seven days; 下下下周."""
    raise ValueError


def _week(said: Parts, ctx: DayContext) -> Found:
    return _monday(ctx, SHIFTS[said["which"]])


def _end_of_week(said: Parts, ctx: DayContext) -> Found:
    shift = SHIFTS.get(said["which"], 0)
    friday = _monday(ctx, shift) + timedelta(days=4)
    if shift == 0 and not ctx.is_ahead(friday):
        return friday + timedelta(days=7 * ctx.sign)
    return friday


def _within_week(said: Parts, ctx: DayContext) -> Found:
    friday = _monday(ctx, SHIFTS[said["which"]]) + timedelta(days=4)
    return friday if friday >= ctx.today else friday + timedelta(days=2)


def _month_end(first: date) -> date:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _first_of_month(ctx: DayContext, shift: int) -> date:
    return Interval(months=shift).after(ctx.today.replace(day=1))


def _end_of_month(said: Parts, ctx: DayContext) -> Found:
    if said["which"] in SHIFTS:
        return _month_end(_first_of_month(ctx, SHIFTS[said["which"]]))
    ends = (_month_end(_first_of_month(ctx, shift)) for shift in (0, ctx.sign))
    return next(end for end in ends if ctx.is_ahead(end))


def _end_of_named_month(said: Parts, ctx: DayContext) -> Found:
    month = MONTHS.get(said["month"]) or number(said["month"])
    ends = (_month_end(date(ctx.today.year + away, month, 1)) for away in (0, ctx.sign))
    return next(end for end in ends if ctx.is_ahead(end))


# --- intervals ----------------------------------------------------------------------------------


def interval(said: Parts) -> Interval:
    """Return the interval that the parts of INTERVAL name, whichever way it points."""
    count = COUNTS.get(said["word"]) or number(said["count"] or said["zh"])
    unit = said["unit"] or said["word_unit"] or said["zh_unit"]
    if unit.startswith("m") or unit.endswith("月"):
        return Interval(months=count)
    return Interval(days=count if unit[0] in "d天日" else 7 * count)


def _moved(said: Parts, ctx: DayContext) -> Found:
    times = 1 if said["plus"] or said["later"] else ctx.sign
    if said["minus"] or said["ago"]:
        times = -1
    return interval(said).after(ctx.today, times)


_JUST_GONE_BY = 90
"""Days for which a date without a year, said of what is to come, may be the one gone by."""

_DAY_LIKE = 39
"""The largest number of two parted by a slash that may be a slip in a day."""

# --- dates --------------------------------------------------------------------------------------


def _year(said: str) -> int:
    year = int(said.strip("'-年"))
    return year if year > 99 else 2000 + year


def _yearless(month: int, day: int, ctx: DayContext) -> date | tuple[date, date]:
    """Return the nearest such date in the direction looked, today included.

    Looking ahead, one that has just gone by may be meant as well: next year's is far off.
    """
    date(2000, month, day)  # a leap year: raises for a day that no year has
    for away in range(9):
        year = ctx.today.year + away * ctx.sign
        if (month, day) == (2, 29) and not calendar.isleap(year):
            continue
        if ctx.is_ahead(on := date(year, month, day)):
            return _or_just_gone_by(on, ctx)
    raise ValueError(day)


def _or_just_gone_by(on: date, ctx: DayContext) -> date | tuple[date, date]:
    if ctx.sign < 0 or (on.month, on.day) == (2, 29):
        return on
    gone_by = on.replace(year=on.year - 1)
    return (gone_by, on) if 0 < (ctx.today - gone_by).days <= _JUST_GONE_BY else on


def _dated(year: str, month: int, day: int, ctx: DayContext) -> date | tuple[date, date]:
    if year in YEAR_SHIFTS_ZH:
        return date(ctx.today.year + YEAR_SHIFTS_ZH[year], month, day)
    return date(_year(year), month, day) if year else _yearless(month, day, ctx)


def _iso(said: Parts, ctx: DayContext) -> Found:
    return _dated(said["y"], int(said["m"]), int(said["d"]), ctx)


def _month_word(said: Parts, ctx: DayContext) -> Found:
    return _dated(said["y"], MONTHS[said["month"]], int(said["d"]), ctx)


def _chinese_date(said: Parts, ctx: DayContext) -> Found:
    return _dated(said["y"], number(said["m"]), number(said["d"]), ctx)


def _numeric(said: Parts, ctx: DayContext) -> Found:
    """Return month/day or day/month, whichever is one; both if it could be either."""
    first, second, year = said["a"], said["b"], said["y"]
    orders = [(year, first, second), (year, second, first)]
    if len(year) == 2:  # 26/12/15 is how Chinese forms write it
        orders.append((first, second, year))
    found = [_in_order(*order, ctx) for order in orders]
    if ctx.month_first and found[0]:
        return found[0]
    days = list(dict.fromkeys(on for one in found for on in _readings(one)))
    # 120/80 is a pressure; 31/11 has the shape of a day, and is none.
    if not days and (len(year) == 4 or max(int(first), int(second)) <= _DAY_LIKE):
        raise ValueError(year)
    return (days[0], days[1]) if len(days) > 1 else next(iter(days), None)


def _readings(found: Found) -> tuple[date, ...]:
    return found if isinstance(found, tuple) else (found,) if found else ()


def _in_order(year: str, month: str, day: str, ctx: DayContext) -> Found:
    try:
        return _dated(year, int(month), int(day), ctx)
    except ValueError:
        return None


def _day_of_month(said: Parts, ctx: DayContext) -> Found:
    day = number(said["d"])
    if not 1 <= day <= 31:
        return None  # a room or a bed, not a day
    if said["which"]:
        return _first_of_month(ctx, SHIFTS[said["which"]]).replace(day=day)
    for months in range(3):  # of any three months in a row one has 31 days
        first = _first_of_month(ctx, months * ctx.sign)
        if day <= _month_end(first).day and ctx.is_ahead(on := first.replace(day=day)):
            return on
    return None


# --- the table ----------------------------------------------------------------------------------

# Ordinary words too: these need a "by" before them, or to stand alone.
ORDINARY = frozenset({"mon", "sat", "sun"})

_DAY = "(?:" + "|".join(WEEKDAYS) + ")"
_DAY_ZH = "(?:周|星期|礼拜)[一二三四五六日天1-7]"
_NO_DAY_ZH = "[八九十零〇089]"
_MONTH = "(?P<month>" + "|".join(MONTHS) + ")"
_NTH = "(?:st|nd|rd|th)"
_YEAR = "(?:[ -](?P<y>(?:19|20)[0-9]{2}|'[0-9]{2}|(?<=-)[0-9]{2}))?"
_SHIFT_ZH = "下个?|下下个?|上个?|上上个?"
_WHICH_ZH = f"(?:本|这个?|{_SHIFT_ZH})?"

_DIGITS = "0123456789"
_WEEK_ZH = "周期拜"
_UNITS = "dwm天日期拜周月"

DATED = "0123456789月日号"
"""Every text that names a date holds one of these."""

NAMING = frozenset({*WEEKDAYS, *MONTHS, *"eow eom day days week weeks month months".split()})
"""Every English text without a digit that a rule reads holds one of these words."""

# A date with its weekday, as we echo it: "fri 27 nov", "11月27日 周五".
WEEKDAY_FIRST = f"(?P<day>{_DAY}(?= )|{_DAY_ZH}) ?(?P<date>.+)"
WEEKDAY_LAST = f"(?P<date>.+?) ?(?P<day>(?<= ){_DAY}|{_DAY_ZH})"

INTERVAL = (
    r"(?:(?P<plus>\+|in )|(?P<minus>-)|within )?"
    r"(?:(?P<count>[0-9]{1,3}) ?(?P<unit>d|days?|w|wks?|weeks?|m|mos?|mths?|months?)"
    f"|(?P<word>{'|'.join(COUNTS)}) (?P<word_unit>days?|weeks?|months?)"
    f"|(?P<zh>[0-9]{{3}}|{NUMBER})(?P<zh_unit>天|日(?=[之以]?[后内])|个?星期|个?礼拜|周|个月))"
    r"(?:(?P<later> from now| later|[之以]?后)|(?P<ago> ago|[之以]?前)|[之以]?内)?"
)

RULES = (
    Rule(
        f"(?:(?P<which>this|(?:this )?coming|next|nxt|last|past) )?(?P<day>{_DAY})"
        "(?: (?P<week>this|next|nxt|last) week)?",
        _weekday,
        "mtwfs",
    ),
    Rule(f"(?P<week>this|next|nxt|last) week (?:on )?(?P<day>{_DAY})", _weekday, "k"),
    Rule(f"(?P<which>本|这个?|{_SHIFT_ZH})?(?P<day>{_DAY_ZH})", _weekday, _WEEK_ZH),
    Rule(f"{_WHICH_ZH}(?:星期|礼拜){_NO_DAY_ZH}", _no_day, _WEEK_ZH),
    Rule(f"(?:下{{3,}}|上{{3,}})个?(?:月|周|星期|礼拜|{_DAY_ZH})", _no_day, _WEEK_ZH + "月"),
    # 周 is a family name too: 周九 without 前 may be anybody.
    Rule(f"{_WHICH_ZH}周{_NO_DAY_ZH}", _no_day, _WEEK_ZH, is_bare=False),
    Rule("(?P<which>next|nxt|last|past) week", _week, "k"),
    Rule(f"(?P<which>{_SHIFT_ZH})(?:周|星期|礼拜)", _week, _WEEK_ZH),
    Rule("eow|(?:the )?end of (?:(?P<which>the|this|next) )?week", _end_of_week, "w"),
    Rule("(?P<which>本|这个?|下个?)(?:周|星期|礼拜)[之以]?内", _within_week, _WEEK_ZH),
    Rule("eom|(?:the )?end of (?:the |(?P<which>this|next|last) )?month", _end_of_month, "m"),
    Rule("(?P<which>本|这个?|下个?|上个?)?月[底末]|(?:本|这个?)月[之以]?内", _end_of_month, "月"),
    Rule(f"(?:the )?end of {_MONTH}", _end_of_named_month, "f"),
    Rule(f"(?P<month>{NUMBER})月份?[底末]", _end_of_named_month, "月"),
    # "2w" ends many a sentence that is about a dose, "in 2w" doesn't.
    Rule(f"(?=\\+|-|in |within |.*(?:now|later|ago|[后前内])$){INTERVAL}", _moved, _UNITS),
    Rule(INTERVAL, _moved, _UNITS, is_bare=False),
    Rule(
        "(?P<y>(?:19|20)[0-9]{2})(?P<mark>[-/.])(?P<m>[0-9]{1,2})(?P=mark)(?P<d>[0-9]{1,2})",
        _iso,
        _DIGITS,
        is_dated=True,
    ),
    Rule(
        "(?P<y>(?:19|20)[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        _iso,
        _DIGITS,
        is_bare=False,
        is_dated=True,
    ),
    Rule(
        f"(?:the )?(?P<d>[0-9]{{1,2}}){_NTH}?[ -]?(?:of )?{_MONTH}{_YEAR}",
        _month_word,
        _DIGITS,
        is_dated=True,
    ),
    Rule(
        f"{_MONTH}[ -]?(?:the )?(?P<d>[0-9]{{1,2}}){_NTH}?{_YEAR}",
        _month_word,
        _DIGITS,
        is_dated=True,
    ),
    Rule(
        "(?P<a>[0-9]{1,2})(?P<mark>[-/.])(?P<b>[0-9]{1,2})(?P=mark)(?P<y>(?:19|20)[0-9]{2})",
        _numeric,
        _DIGITS,
        is_dated=True,
    ),
    Rule(
        "(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})(?:/(?P<y>[0-9]{2}))?",
        _numeric,
        _DIGITS,
        is_bare=False,
        is_dated=True,
    ),
    Rule(
        f"the (?P<d>[0-9]{{1,2}}){_NTH}(?: of (?P<which>this|next|last) month)?",
        _day_of_month,
        _DIGITS,
        is_dated=True,
    ),
    Rule(f"(?P<d>[0-9]{{1,2}}){_NTH}", _day_of_month, _DIGITS, is_bare=False, is_dated=True),
    Rule(
        f"(?P<y>今年|明年|去年|(?:[0-9]{{2}})?[0-9]{{2}}年)? ?"
        f"(?P<m>{NUMBER})月 ?(?P<d>{NUMBER})(?:[日号])?",
        _chinese_date,
        "月",
        is_dated=True,
    ),
    Rule(
        f"(?:(?P<which>本|这个?|下个?|上个?)月)?(?P<d>{NUMBER})[日号]",
        _day_of_month,
        "日号",
        is_dated=True,
    ),
)
