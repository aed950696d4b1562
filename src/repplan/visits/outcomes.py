"""An outcome that a note begins with: ``no show``, 没见到，她值班, as the header of an inbox says it.

Words that stand for themselves, up to punctuation, say the outcome. Words that run on (``not in
today``, ``no see policy``) are asked about, never decided.
"""

from __future__ import annotations

import re
from functools import cache

from repplan.records import replace
from repplan.visits.headers import OUTCOME_WORDS
from repplan.visits.marks import pieces, plain, tidy, without_bullet
from repplan.visits.model import CANCELLED, VisitRequest
from repplan.visits.notation import Ask, AskKind

NO_SEE = "no-see"


def with_outcome(request: VisitRequest) -> tuple[VisitRequest, Ask | None]:
    """Return the request with the outcome that its text begins with, and what is to be asked.

    The words of the outcome leave the text as those of a header do: ``typed`` keeps them. A request
    whose outcome was said already stays as it is.
    """
    if request.is_outcome_said:
        return request, None
    every = pieces(tidy(request.text))
    if not every:
        return request, None
    first = plain(without_bullet(every[0]))
    said = _said().match(first)
    if said is None:
        asked = _asked(first)
        if asked is None or (every[0], AskKind.OUTCOME) in request.kept:
            return request, None
        return request, Ask(every[0], asked, AskKind.OUTCOME)
    rest = first[said.end() :].lstrip(_AROUND)
    text = "\n".join(([rest] if rest else []) + every[1:])
    outcome = (said.lastgroup or "").replace("_", "-")
    typed = request.text if request.typed is None else request.typed
    return replace(request, text=text, outcome=outcome, is_outcome_said=True, typed=typed), None


_AROUND = " \t,.!:;、。—–-"


_NEEDED = (
    "no", "n't", "snt", "dnt", "out", "off", "away", "vacation", "leave", "holiday", "pto",
    "surgery", "never", "unable", "failed", "missed", "cancel", "不", "没", "未", "出差", "休假",
    "外出", "请假", "停诊", "扑空", "白跑", "取消",
)  # fmt: skip
"""Whatever may say an outcome holds one of these: without, the long pattern isn't compiled."""


def _asked(text: str) -> str | None:
    """Return the outcome that the words may say: ``no-see``, ``cancelled`` or None."""
    folded = text.casefold()
    if not any(word in folded for word in _NEEDED):
        return None
    match = _maybe().match(text)
    return (match.lastgroup or "").replace("_", "-") if match else None


@cache
def _said() -> re.Pattern[str]:
    words = "|".join(f"(?P<{key.replace('-', '_')}>{value})" for key, value in _words())
    tail = r"(?:\s*(?:today|again|this time|him|her|them|今天|她|他|本人))?"
    return re.compile(rf"(?:{words}){tail}\s*(?=$|[,.!:;、。]|\s[-–—])", re.IGNORECASE)


def _words() -> list[tuple[str, str]]:
    # A longer word of another outcome comes before a shorter one: "not seen" before "seen".
    return [(key, f"(?:{value})") for key, value in OUTCOME_WORDS.items()]


@cache
def _maybe() -> re.Pattern[str]:
    who = r"(?:(?:s?he|they|dr\.?\s+\w+|doctor|doc|provider|the doctor)\s+)?"
    be = r"(?:(?:is|was|were|are)\s+)?"
    end = (
        r"(?=$|[\s]*[,.;!:]|\s+(?:today|this|until|till|again|yet|all|the|so|when|on|for|and|but"
        r"|either|now|mon|tue|wed|thu|fri|sick|office|clinic)\b)"
    )
    english = "|".join(
        (
            (
                rf"{who}{be}(?:not|isn't|wasn't|weren't|aren't|wasnt|isnt)\s+"
                rf"(?:in|there|available|around|here){end}"
            ),
            (
                rf"{who}{be}(?:out|off)(?:\s+(?:sick|of (?:the )?office|today|this \w+|until|till)"
                r"\b|$|\s*[,;])"
            ),
            rf"{who}{be}(?:away|on (?:vacation|leave|holiday|pto)|in surgery){end}",
            (
                rf"{who}(?:i |we )?(?:couldn't|could not|didn't|did not|couldnt|didnt|never got to"
                r"|unable to|failed to)\s+(?:get to )?(?:see|meet|get in|get past|reach)\b"
            ),
            r"(?:turned away|nobody|no one)(?:\s+(?:there|in|home))?(?=$|\s*[,;.]|\s+(?:at|by)\b)",
            r"(?:i |we )?missed (?:him|her|them|the doctor)\b",
            rf"(?:{OUTCOME_WORDS[NO_SEE]})(?![a-z])",
        )
    )
    # Not "ignore case" here: that looks at each of the 20,000 characters, for some 5 ms.
    person = (
        "(?:他|她|主任|医生|大夫|教授|院长|护士长|人|(?-i:[\u4e00-\u9fff]{1,2})(?:主任|医生|教授))?"
    )
    chinese = (
        rf"{person}(?:今天|今日|上午|下午)?(?:还|又|都)?(?:不在|没在|没来|未到|出差|休假|外出|请假|停诊"
        "|没上班|不上班|没出诊|不出诊|见不到)|扑空|白跑"
    )
    called_off = r"(?:cancell?ed)(?![a-z])|临时取消|(?:已|被)?取消(?:了)?"
    return re.compile(
        rf"(?P<no_see>{english}|{chinese})|(?P<{CANCELLED}>{called_off})", re.IGNORECASE
    )
