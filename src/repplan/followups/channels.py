"""By which channel a promise is kept, where its first words say so: ``e-mail the table``."""

from __future__ import annotations

import re
from functools import cache

from repplan.followups.model import CHANNELS
from repplan.text import fold

EMAIL, PHONE, MESSAGE = CHANNELS

_WHOM = r"(?:him|her|them|you|(?:dr|mr|mrs|ms|prof)\.? [^\W\d_][\w'-]*|[^\W\d_][\w'-]*)"
_LEAD = r"(?:(?:i'll|we'll|i will|we will|will|please|pls|to|also|then)\s+)*"
_NOUN = (
    r"(?!\s*(?:of|on|in|off|for|from|and|or|at|under|is|was|addresses|address|numbers?|lists?|"
    r"templates?|accounts?|books?|binders?|schedules?|logs?|lines?|boxe?s?|cent(?:er|re)s?|"
    r"notes?|maps?|plans?|cards?|services?|threads?|points?|rooms?)\b)"
)
"""Words after which the one before is no deed: "text of the trial", "call centre", "ring binder"."""

_BY = {
    EMAIL: r"(?:e-?mail|mail(?=\s+(?:to|him|her|them)\b))",
    MESSAGE: r"(?:text|message|whats ?app|wechat|sms)",
    PHONE: r"(?:call|ring|phone|telephone)",
}
_SENT = {
    EMAIL: r"e-?mail",
    MESSAGE: r"(?:text(?: message)?|message|whats ?app|wechat|sms)",
    PHONE: r"(?:call|ring|phone ?call)",
}
_CHINESE_LEAD = r"(?:我们|我|会|要|再|去|先)*(?:给[^,,;;。、\s]{1,8}?)?"
_ONE = r"(?:一?[个封条通则])?"
_CHINESE = {
    EMAIL: rf"(?:[发写回寄]{_ONE}(?:电子)?(?:邮件|电邮)|用?(?:电子)?(?:邮件|电邮)[发给寄联告通])",
    MESSAGE: rf"(?:[发写回]{_ONE}(?:微信|短信)|用?(?:微信|短信)[发给联告通])",
    PHONE: rf"(?:[打回]{_ONE}电话|致电|用?电话[联告通给])",
}


def channel_said(what: str) -> str | None:
    """Return the channel that the first words of a promise name; None: they don't say it plainly.

    >>> channel_said("e-mail the renal paper"), channel_said("text her the table")
    ('email', 'message')
    >>> channel_said("发微信给他"), channel_said("text of the trial")
    ('message', None)
    """
    folded = fold(what)
    return next((one for one in CHANNELS if _said(one).match(folded)), None)


@cache
def _said(channel: str) -> re.Pattern[str]:
    sent = rf"(?:send|drop|give|write|make)\s+(?:{_WHOM}\s+)?an?\s+(?:quick\s+|short\s+)?"
    english = rf"{_LEAD}(?:{_BY[channel]}|{sent}{_SENT[channel]})\b(?!['’-]){_NOUN}"
    return re.compile(rf"(?:{english}|{_CHINESE_LEAD}{_CHINESE[channel]})")
