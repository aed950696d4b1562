"""What unmarked text looks like, so that it can be asked about once and never decided.

A rep who writes no marks still promises things. Two small grammars, one for each language, say
what a segment looks like: a promise, theirs, a question, a kept one, or only news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.text import is_ideograph
from repplan.visits.hints_chinese import chinese_hint
from repplan.visits.hints_english import english_hint

if TYPE_CHECKING:
    from repplan.visits.marks import Mark


_LONGEST = 1000  # characters read; what somebody pasted beyond is no sentence of theirs


def looks_like(text: str) -> Mark | None:
    """Return what an unmarked text looks like, or None where it is only news.

    PROMISE (I'll, will send, 答应, 我会), THEY (she'll, 他说会), ASKED (a question), DONE (gave,
    sent, 给了). Where several clauses look like something, the first counts, but a kept one only
    where nothing is open. A guess to ask about, never to act on.
    """
    text = text[:_LONGEST]
    if text.isascii():
        rule = english_hint(text)
        return rule.mark if rule else None
    chinese = chinese_hint(text) if any(map(is_ideograph, text)) else None
    rest = "".join(" " if is_ideograph(char) else char for char in text)
    hint = chinese or english_hint(rest)
    return hint.mark if hint else None
