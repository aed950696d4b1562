"""What somebody said no to, in words."""

from __future__ import annotations

from gettext import pgettext

from repplan.errors import NP_

_NO = {
    "email": NP_("stop", "no e-mail"),
    "phone": NP_("stop", "no call"),
    "message": NP_("stop", "no message"),
}


def no_word(channel: str) -> str:
    """Return "no e-mail" for a channel on which somebody is not to be reached."""
    return pgettext("stop", _NO[channel])
