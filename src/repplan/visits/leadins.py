"""The words that only say that it is a promise or a question: ``I'll``, ``asked if``, 答应, 回头.

A confirmed hint is kept without them. Only what is recognised, and only at the start: where nothing
would be left, the text stays whole.
"""

from __future__ import annotations

import re
from functools import cache

from repplan.visits.marks import Mark, marked


def without_lead_in(text: str, mark: Mark) -> str:
    """Return what is promised or asked, without the words that lead to it.

    >>> without_lead_in("I'll send him the frax paper by fri", Mark.PROMISE)
    'send him the frax paper by fri'
    >>> without_lead_in("她问能不能碾碎", Mark.ASKED)
    '能不能碾碎'
    """
    pattern = _lead_ins().get(mark)
    # Each of these signs is one character, so that places in the text stay the same.
    straight = text.replace("’", "'").replace("‘", "'")
    match = pattern.match(straight) if pattern else None
    rest = text[match.end() :].lstrip(" \t,，:：、") if match else text
    return rest if re.search(r"\w", marked(rest).rest) else text


_US = r"(?:i|we)"
_THEM = r"(?:s?he|they)"
_SOON = r"(?:'ll|\s+will|'d|\s+would|'m going to|\s+am going to|'re going to|\s+need to|\s+have to)"
_THEIR = r"(?:他们|她们|他|她|对方)"


@cache
def _lead_ins() -> dict[Mark, re.Pattern[str]]:
    ours = (
        (
            rf"(?:{_US}\s+)?(?:have\s+)?(?:promised|told|agreed)(?:\s+(?:him|her|them))?\s+(?:that\s+)?"
            rf"(?:to|(?:{_US}){_SOON})\s+"
        ),
        rf"{_US}{_SOON}\s+(?!not\b)(?:also\s+)?",
        r"(?:ill|will|need to|have to|todo:?|to do:?|remember to|must)\s+(?!not\b)(?=[a-z])",
        rf"(?:我们?)?(?:已经?|刚)?(?:答应|承诺|许诺)(?:了|好)?(?:{_THEIR})?(?:我们?)?(?:会|要|将)?",
        "我们?(?:会|要|得|将)|回头(?:我们?)?(?:会|要|再)?",
    )
    theirs = (
        (
            rf"{_THEM}(?:\s+(?:promised|agreed)(?:\s+(?:me|us))?\s+to|\s+said\s+{_THEM}{_SOON}|{_SOON})"
            r"\s+(?!not\b)"
        ),
        r"(?:promised|agreed)(?:\s+(?:me|us))?\s+to\s+",
        rf"said\s+{_THEM}{_SOON}\s+(?!not\b)",
        rf"{_THEIR}(?:(?:说|答应|承诺|表示|同意)了?(?:{_THEIR})?(?:会|要|将)?|会|要|将)",
        f"(?:说|答应|承诺)了?(?:{_THEIR})?(?:会|要|将)?",
    )
    asked = (
        (
            rf"(?:{_THEM}\s+)?(?:also\s+)?(?:(?:asked|asks|is asking|was asking|wondered|wonders|is wondering)"
            r"(?:\s+(?:me|us))?(?!\s+(?:to|for|me|us)\b)|(?:wants|wanted|would like|needs) to know)"
            r"(?:\s+(?:if|whether|about))?\s+"
        ),
        (
            rf"{_THEIR}?(?:还|又|也|反复)?(?:想问|询问|提问|问|咨询|打听|想知道|想了解)"
            "(?:了一下|一下|了|到|起|我们?)?(?![题卷诊候个])"
        ),
    )
    kinds = {Mark.PROMISE: ours, Mark.THEY: theirs, Mark.ASKED: asked}
    return {mark: re.compile("|".join(some), re.IGNORECASE) for mark, some in kinds.items()}
