"""What somebody said no to, and what keeps a promise from being kept, in words."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.consents.model import EXPIRED, OPTED_OUT
from repplan.errors import NP_

if TYPE_CHECKING:
    from repplan.consents.model import Standing

_NO = {
    "email": NP_("stop", "no e-mail"),
    "phone": NP_("stop", "no call"),
    "message": NP_("stop", "no message"),
}


def no_word(channel: str) -> str:
    """Return "no e-mail" for a channel on which somebody is not to be reached."""
    return pgettext("stop", _NO[channel])


def opted_out(channel: str, given_on: str, today: date, language: str) -> str:
    """Return that somebody said no to a channel: "no e-mail: out since 2 Sep"."""
    from repplan.i18n.daysshown import show_day

    said = show_day(date.fromisoformat(given_on), today, language)
    # L10n: {no}: "no e-mail"; {day}: the day on which they said so.
    return _("{no}: out since {day}").format(no=no_word(channel), day=said)


def ask_first(standing: Standing, channel: str, today: date, language: str) -> str:
    """Return why a promise can't go by a channel yet: "no e-mail: no consent yet; ask first"."""
    if standing.why == OPTED_OUT and standing.consent:
        why = opted_out(channel, standing.consent.given_on, today, language)
        # L10n: {why}: "no e-mail: out since 2 Sep".
        return _("{why}; ask first").format(why=why)
    if standing.why == EXPIRED:
        return _("{no}: the consent ran out; ask first").format(no=no_word(channel))
    return _("{no}: no consent yet; ask first").format(no=no_word(channel))
