"""What ``snooze`` completes to: what may be put off, then until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.complete import Offer
from repplan.i18n.dates import DayContext, parse_day, show_day_iso
from repplan.offers.completers import asking, each_once, followups_offered, people_offered
from repplan.offers.rules import begins, looks_like_ref

if TYPE_CHECKING:
    from repplan.cli.complete import Typing
    from repplan.offers.completers import Asked

_DAYS = {
    "en": "tomorrow mon tue wed thu fri sat sun eow eom +3d +1w +2w +1m",
    "zh_CN": "明天 后天 周一 周二 周三 周四 周五 下周一 下周三 下周五 月底 +3d +1w +2w +1m",
}


def snooze(typing: Typing) -> list[Offer]:
    """Return what may be put off, a follow-up or a provider; behind it, until when."""
    with asking(typing) as asked:
        if typing.before:
            return [*_days(asked), *followups_offered(asked)]
        if not typing.text:
            return followups_offered(asked)
        refs = followups_offered(asked) if looks_like_ref(typing.text) else []
        return [*refs, *people_offered(asked)]


def _days(asked: Asked) -> list[Offer]:
    """Return days to come that begin so, each with the day that it is."""
    words = " ".join(_DAYS.values()) if asked.text else _DAYS[asked.run.language]
    context = DayContext(asked.run.clock.today)
    return each_once(
        Offer(word, show_day_iso(parse_day(word, context), asked.run.language))
        for word in words.split()
        if begins(word, asked.text)
    )
