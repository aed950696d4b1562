"""A sample as a log says it: ``Cardexa 10mg x4 lot A123 req 12 rec 34``, ``泽康平 2盒 批号A123``."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from repplan.records import dataclass
from repplan.samples.rules import MOST
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


_CHINESE = {
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
}  # fmt: skip


@dataclass(frozen=True)
class SampleSaid:
    """What a segment says of a sample; ``left_over`` are words that say nothing known.

    ``pieces`` None: none said, or no whole number (``number`` holds it as it was said).
    """

    product: str
    strength: str = ""
    pieces: int | None = None
    number: str = ""
    lot: str = ""
    request: str = ""
    receipt: str = ""
    reason: str = ""
    left_over: str = ""


def sample_said(text: str, products: Iterable[str]) -> SampleSaid | None:
    """Return what is said of a sample of a known product; None: it begins with none."""
    plain = unicodedata.normalize("NFKC", text).replace("\N{MULTIPLICATION SIGN}", "x").strip()
    for name in sorted(products, key=len, reverse=True):
        rest = _behind(plain, name)
        if rest is not None:
            return _read(name, rest)
    return None


def _read(product: str, rest: str) -> SampleSaid:
    found: dict[str, str] = {}
    for part in ("reason", "request", "receipt", "lot", "strength", "times", "number"):
        match = _patterns()[part].search(rest)
        if match and not (part == "number" and "times" in found):
            found[part] = match["said"].strip()
            rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    number = found.get("times") or found.get("number", "")
    if number and number[0] in _CHINESE:
        number = str(_chinese(number) or number)
    is_whole = number.isascii() and number.isdigit() and 1 <= int(number[:9]) <= MOST
    return SampleSaid(
        product=product,
        strength="".join(found.get("strength", "").split()),
        pieces=int(number) if is_whole else None,
        number=number,
        lot=found.get("lot", ""),
        request=found.get("request", ""),
        receipt=found.get("receipt", ""),
        reason=found.get("reason", ""),
        left_over=" ".join(rest.split()).strip(" ,.;:、，。"),
    )


def _chinese(said: str) -> int | None:
    """Return a numeral below a hundred; None: it is none."""
    tens, ten, ones = said.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        return None
    most = 10 * (_CHINESE[tens] if tens else 1) if ten else 0
    return most + (_CHINESE[ones] if ones else 0)


def _behind(text: str, name: str) -> str | None:
    """Return what stands behind a name that the text begins with; None: it begins otherwise."""
    wanted = fold(name)
    for end in range(min(len(text), 2 * len(name) + 2), 0, -1):
        if not text[end - 1].isspace() and fold(text[:end]) == wanted:
            after = text[end : end + 1]
            is_cut = wanted[-1:].isascii() and after.isascii() and after.isalpha()
            return None if is_cut else text[end:]
    return None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    paper = (
        r"\s*(?:no\.?|number|nr\.?|#|号)?\s*[:#]?\s*(?P<said>[A-Za-z0-9._/-]*\d[A-Za-z0-9._/-]*)"
    )
    units = r"mg|mcg|µg|μg|ug|ml|g|iu|毫克|微克|毫升|克|单位|%"
    pieces = r"pieces?|pcs?|packs?|boxe?s?|units?|bottles?|盒|片|支|瓶|包|件|袋|粒|份"
    # A Chinese numeral counts only before what is counted: 三 may begin a name.
    chinese = r"[一二两三四五六七八九十]{1,3}(?=\s*(?:盒|片|支|瓶|包|件|袋|粒|份))"
    number = rf"(?P<said>[-+]?\d+(?:[.,]\d+)?|{chinese})"
    texts = {
        "reason": r"(?:\bbecause\b|因为|理由)\s*:?\s*(?P<said>.+)$",
        "request": rf"(?:\breq(?:uest)?\b\.?|申请单?)(?:号)?{paper}",
        "receipt": rf"(?:\brec(?:eipt)?\b\.?|签收单?|收条)(?:号)?{paper}",
        "lot": (
            r"(?:\b(?:lot|batch)\b\.?|批号|批次)\s*(?:no\.?|number|nr\.?)?\s*[:#]?\s*"
            r"(?P<said>[A-Za-z0-9][A-Za-z0-9._/-]*)"
        ),
        "strength": rf"(?P<said>\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?)?\s*(?:{units})(?![A-Za-z]))",
        "times": rf"(?<![A-Za-z0-9])[x*]\s*{number}\s*(?:{pieces})?(?![A-Za-z0-9])",
        "number": rf"(?<![A-Za-z0-9./]){number}\s*(?:{pieces})?(?![A-Za-z0-9])",
    }
    return {part: re.compile(text, re.IGNORECASE) for part, text in texts.items()}
