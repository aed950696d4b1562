"""The marks of marked notes: their symbols, their words, and how a piece of text begins with one.

Everything here is data and pure reading of the first characters; what the rest of a segment means
is the business of ``notation.py``.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from repplan.records import dataclass
from repplan.text import clean

if TYPE_CHECKING:
    from datetime import time


class Mark(StrEnum):
    """What a segment of a note is."""

    SAID = "said"
    PROMISE = "promise"
    THEY = "they"
    ASKED = "asked"
    DONE = "done"
    OBJECTION = "objection"
    VALUE = "value"
    RESULT = "result"
    PRODUCT = "product"
    SAMPLE = "sample"
    PERSONAL = "personal"
    NEXT = "next"
    CARES = "cares"
    READING = "reading"
    AGREED = "agreed"
    RIVAL = "rival"


FOLLOWUPS = {
    Mark.PROMISE: ("us", "promise"),
    Mark.ASKED: ("us", "question"),
    Mark.THEY: ("them", "promise"),
}
"""The marks that make a follow-up: by whom, and of which kind."""

# The first word is the one that repplan writes itself; all of them need their colon.
MARK_WORDS: dict[Mark, tuple[str, ...]] = {
    Mark.PROMISE: ("p", "promise", "承诺", "答应"),
    Mark.THEY: ("t", "they", "对方"),
    Mark.ASKED: ("q", "asked", "问", "提问"),
    Mark.DONE: ("d", "done", "已办"),
    Mark.OBJECTION: ("o", "objection", "异议"),
    Mark.VALUE: ("g", "gave", "价值"),
    Mark.RESULT: ("r", "result", "目标"),
    Mark.PRODUCT: ("product", "产品"),
    Mark.SAMPLE: ("sample", "样品"),
    Mark.PERSONAL: ("personal", "个人"),
    Mark.NEXT: ("n", "next", "下次"),
    Mark.CARES: ("c", "cares", "关注"),
    Mark.READING: ("me", "观察"),
    Mark.AGREED: ("agreed", "共识"),
    Mark.RIVAL: ("rival", "竞品"),
}

SYMBOLS: dict[str, Mark] = {
    ">": Mark.PROMISE,
    "<": Mark.THEY,
    "?": Mark.ASKED,
    "!": Mark.OBJECTION,
    "+": Mark.VALUE,
    "#": Mark.PRODUCT,
    "=": Mark.SAMPLE,
    "^": Mark.PERSONAL,
    "~": Mark.NEXT,
}

# What keyboards put in by themselves, or a Chinese input method has on the same key. NFKC does
# the full-width ones; a tilde is a breath in Chinese typing, so it has the most shapes.
SAME_SYMBOL = str.maketrans(
    {
        "》": ">",
        "〉": ">",
        "›": ">",
        "»": ">",
        "《": "<",
        "〈": "<",
        "‹": "<",
        "«": "<",
        "〜": "~",
        "∼": "~",
        "˜": "~",
        "∽": "~",
        "¿": "?",
        "ˆ": "^",
        "−": "-",
        "–": "-",
        "—": "--",
        "―": "--",
        "‘": "'",
        "’": "'",
    }
)

# 《指南》 is a title and no mark: the partner of an opening bracket, where it is one.
_CLOSES = {"《": "》", "〈": "〉", "«": "»", "‹": "›", "<": ">", "＜": "＞"}


@dataclass(frozen=True)
class Marked:
    """A piece of text taken apart: its mark, what it was written with, and the rest.

    ``sign`` is empty without a mark, else the symbol or word; ``is_word`` tells the two apart.
    """

    mark: Mark
    rest: str
    sign: str = ""
    is_word: bool = False


def plain(text: str) -> str:
    """Return the text with full-width and autocorrected forms as ASCII, otherwise as it is.

    >>> plain("＞ I’ll ＃ ２")
    "> I'll # 2"
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", text.translate(SAME_SYMBOL))


def tidy(text: str) -> str:
    """Return typed text clean, and every kind of line break in it as a newline.

    Marks that can't be seen stand before words in what phones export, and would hide a mark.
    """
    return clean(_line_break().sub("\n", text))


def pieces(text: str) -> list[str]:
    r"""Return the segments of a note as typed, none of them blank, in order.

    They are parted by ``;`` and ``；`` (not after a backslash), by line breaks, and before a word
    mark with its colon after punctuation.

    >>> pieces("Liked it. p: table by fri; a\\;b")
    ['Liked it.', 'p: table by fri', 'a\\;b']
    """
    found: list[str] = []
    for part in _parting().split(text):
        words = _word_within().finditer(part)
        starts = [match.end() for match in words if _mark_of(match[1])]
        for begin, end in zip([0, *starts], [*starts, len(part)], strict=True):
            found.append(part[begin:end].strip())
    return [piece for piece in found if piece]


def unescaped(text: str) -> str:
    r"""Return the text with each ``\;`` as the semicolon it stands for."""
    return re.sub(r"\\([;；])", r"\1", text)


def without_bullet(piece: str) -> str:
    """Return the piece without a leading bullet or list number (``-`` ``*`` ``•`` ``–`` ``1.``)."""
    bullet = _bullet().match(piece)
    return piece[bullet.end() :] if bullet else piece


def marked(piece: str) -> Marked:
    """Return what a piece begins with; a symbol that can't be a mark here is left as text.

    Whether ``#`` and ``~`` really are marks depends on the rest, which only the caller can read.
    """
    body = without_bullet(piece)
    word = _word().match(body)
    mark = _mark_of(word[1]) if word else None
    if word and mark:
        return Marked(mark, body[word.end() :].strip(), word[1], is_word=True)
    sign = plain(body[:1])
    if sign in SYMBOLS and not _is_text(body):
        rest = body[1:]
        while sign in "><?!" and plain(rest[:1]) == sign:
            rest = rest[1:]
        return Marked(SYMBOLS[sign], rest.strip(), sign)
    return Marked(Mark.SAID, body)


def bare_mark(text: str) -> Marked | None:
    """Return the word mark that a text begins with though its colon is missing, or None.

    Single letters are no such word. Only 下次 needs no blank: 下次两周后.
    """
    word, _, rest = text.strip().partition(" ")
    if not rest and word.startswith("下次"):
        word, rest = word[:2], word[2:]
    mark = _mark_of(word) if len(word) > 1 or not word.isascii() else None
    rest = rest.strip()
    return Marked(mark, rest, word, is_word=True) if mark and rest else None


def _is_text(body: str) -> bool:
    """Say whether the symbol at the start is part of the text: ``<60 eGFR``, ``+ve``, 《指南》."""
    following = plain(body[1:3]).casefold()
    if following[:1].isdigit() or following.startswith(("%", "=", "ve")):
        return True
    if body[0] in "+＋=＝" and following.startswith(("+", "-", ">")):
        return True
    closing = _CLOSES.get(body[0])
    return closing is not None and closing in body[1:]


def header_for(who: str, at: time | None) -> str:
    """Return the header to type notes under: ``@ Patel 8:40``, ``@王主任 09:10``."""
    if who[:1].isascii():
        return f"@ {who}" + (f" {at.hour}:{at.minute:02}" if at else "")
    return f"@{who}" + (f" {at:%H:%M}" if at else "")


def _mark_of(word: str) -> Mark | None:
    return _mark_of_word().get(plain(word).casefold())


@cache
def _mark_of_word() -> dict[str, Mark]:
    return {word: mark for mark, words in MARK_WORDS.items() for word in words}


@cache
def _parting() -> re.Pattern[str]:
    return re.compile(r"(?<!\\)[;；]|\n")


@cache
def _line_break() -> re.Pattern[str]:
    return re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


# A word and its colon; ``c:\`` and ``o://`` have none.
_WORD = r"([A-Za-zＡ-Ｚａ-ｚ\u4e00-\u9fff]{1,9})[ \t]?[:：](?!//|\\)"


@cache
def _word() -> re.Pattern[str]:
    return re.compile(_WORD)


@cache
def _word_within() -> re.Pattern[str]:
    punctuation = r"[.,:!?…。，：！？、．)\]）】」』”\"'’》•·—–]|(?<=\s)-(?=\s)"
    return re.compile(rf"(?:{punctuation})\s*(?={_WORD})")


@cache
def _bullet() -> re.Pattern[str]:
    # "-5 mg", "-ve" and "1.5 mg" begin with no bullet, "--" is a reaction or a rule.
    return re.compile(
        r"(?:[-–－](?![-–－\d]|ve\b|%)|[*＊](?![*＊\d])|[•●▪◦・·‣∙]"
        r"|\d{1,2}[.．)）、](?!\d))\s*",
        re.IGNORECASE,
    )
