"""Text as people type it and as terminals show it: clean, measure, fold, search.

Everything here is pure. ``clean`` runs once where text comes in, ``shown`` once where it goes
out; ``fold`` is the one idea of "the same word" for names, days and marks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_REPLACEMENT = "\ufffd"
_JOINERS = "\u200c\u200d"
_ELLIPSIS = ".."  # "…" is of ambiguous width: many Chinese terminals draw it two cells wide
_JOINED_CATEGORIES = "LMNS"
_ACCENTS = range(0x0300, 0x0370)

# Latin letters that no decomposition takes apart, and punctuation phones put in by themselves.
_FOLDS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "‘": "'",
        "’": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "−": "-",
    }
)

# Chinese rules of line breaking: these may not begin a line, those may not end one.
_CLOSING = frozenset("，。、；：？！）」』》】〉”’…—·%％,.;:?!)]}")
_OPENING = frozenset("（「『《【〈“‘([{")


def clean(text: str) -> str:
    """Return typed text as it is kept: composed, without what can't be seen or would act.

    Control characters but newline and tab, C1, line separators and lone surrogates become
    U+FFFD, so that a loss stays visible. Bidi marks, zero-width blanks and byte order marks, which
    phones export, are dropped; joiners stay between letters. CRLF is one newline.
    """
    return _screened(text, "")


def shown(text: str) -> str:
    """Return stored text as it may reach a terminal: like ``clean``, with nothing dropped.

    An invisible character that got past the input stands as U+FFFD.
    """
    return _screened(text, _REPLACEMENT)


def _screened(text: str, invisible: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    # Nothing that acts, hides or joins is printable: the patterns needn't be made for most texts.
    if text.replace("\n", "").isprintable():
        return text
    text = _acting().sub(_REPLACEMENT, text)
    text = _invisible().sub(invisible, text)
    if any(joiner in text for joiner in _JOINERS):
        text = "".join(
            invisible if char in _JOINERS and not _is_joining(text, at) else char
            for at, char in enumerate(text)
        )
    return unicodedata.normalize("NFC", text)


def _is_joining(text: str, at: int) -> bool:
    """Say whether the joiner at this place stands between two letters, marks or emoji."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return len(around) == 2 and all(
        unicodedata.category(c)[0] in _JOINED_CATEGORIES for c in around
    )


@cache
def _acting() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufff9-\ufffb]")


@cache
def _invisible() -> re.Pattern[str]:
    return re.compile(
        "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
        "\U000e0000-\U000e007f]"
    )


def width(text: str) -> int:
    """Return how wide one line stands on a terminal.

    Units: cells. Control characters count as none; ambiguous characters as one.
    """
    if text.isascii():
        return len(text) if text.isprintable() else sum(map(str.isprintable, text))
    if _is_plain(text):
        return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
    # Emoji sequences, marks and joiners need tables; the import is rarely paid.
    from wcwidth import wcswidth

    cells = wcswidth(text)
    if cells < 0:
        cells = wcswidth("".join(c for c in text if unicodedata.category(c) != "Cc"))
    return max(0, cells)


# Characters that each stand alone, one or two cells wide. Ranges, not a pattern: compiling a class
# of so many takes longer than a screen of text.
_PLAIN = (
    " ~", "\u00a1\u00ac", "\u00ae\u02ff", "\u0370\u0377", "\u0384\u03ff", "\u0400\u0482",
    "\u048a\u052f", "\u1e00\u1eff", "\u2010\u2027", "\u2030\u205e", "\u20a0\u20bf",
    "\u3000\u3029", "\u3030\u303f", "\u3041\u3096", "\u309b\u30ff", "\u3400\u4dbf",
    "\u4e00\u9fff", "\uac00\ud7a3", "\uff01\uff60", "\uffe0\uffe6", "\ufffd\ufffd",
)  # fmt: skip


def _is_plain(text: str) -> bool:
    return all(map(_stands_alone, text))


@cache
def _stands_alone(char: str) -> bool:
    return any(span[0] <= char <= span[1] for span in _PLAIN)


def pad(text: str, cells: int) -> str:
    """Return the text filled with blanks to this many cells; a wider one comes back as it is."""
    return text + " " * (cells - width(text))


def clip(text: str, cells: int) -> str:
    """Return the text, cut to at most this many cells; a cut one ends in ``..``."""
    if width(text) <= cells:
        return text
    if cells <= len(_ELLIPSIS):
        return _ELLIPSIS[: max(0, cells)]
    # A joiner at the end would join nothing, and be shown as a loss.
    return _head(text, cells - len(_ELLIPSIS)).rstrip().rstrip(_JOINERS) + _ELLIPSIS


def _head(text: str, cells: int) -> str:
    """Return as much of the text's beginning as fits, never half of a composed character."""
    if text.isascii() and text.isprintable():
        return text[: max(0, cells)]
    kept, used = [], 0
    for cluster in _clusters(text):
        used += width(cluster)
        if used > cells:
            break
        kept.append(cluster)
    return "".join(kept)


def _clusters(text: str) -> Iterator[str]:
    """Yield what a reader sees as one character each: a mark stays with its letter."""
    if text.isascii() or _is_plain(text):
        return iter(text)
    from wcwidth import iter_graphemes

    return iter_graphemes(text)


class _Bare(dict[int, int | None]):
    """What ``str.translate`` makes of each character, found out once: nothing of what goes."""

    def __missing__(self, code: int) -> int | None:
        is_gone = code in _ACCENTS or unicodedata.category(chr(code)) == "Cf"
        self[code] = None if is_gone else code
        return self[code]


_BARE = _Bare()


_ACTING_IN_SHELLS = frozenset("\"$`\\!;&|<>()'*?[]{}#~^%")


def as_word(text: str) -> str:
    """Return a text as one word of a command line, quoted where a shell would take it apart.

    >>> as_word("Cardexa"), as_word("Cardexa XR")
    ('Cardexa', '"Cardexa XR"')
    """
    if text and not any(char.isspace() or char in _ACTING_IN_SHELLS for char in text):
        return text
    if any(char in '"$`\\!' for char in text):
        return "'" + text.replace("'", "'\\''") + "'"
    return f'"{text}"'


def fold(text: str) -> str:
    """Return the text as it is compared: lower case, no accents, one width, single blanks.

    >>> fold("  Ｄｒ. MÜLLER–Łukasz ")
    'dr. muller-lukasz'
    """
    if not text.isascii():
        text = _bare(_bare(text).casefold()).translate(_FOLDS)
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.casefold().split())


def _bare(text: str) -> str:
    """Return the text taken apart, without accents and what can't be seen.

    Only the accents of Latin, Greek and Cyrillic go: in other scripts a mark is a letter.
    """
    return unicodedata.normalize("NFKD", text).translate(_BARE)


_IDEOGRAPHS = (
    "\u3005\u3007", "\u3400\u4dbf", "\u4e00\u9fff", "\uf900\ufaff", "\U00020000\U0003ffff",
)  # fmt: skip


@cache
def is_ideograph(char: str) -> bool:
    """Whether a character is a Chinese one, a word by itself."""
    return any(span[0] <= char <= span[1] for span in _IDEOGRAPHS)


@cache
def _word() -> re.Pattern[str]:
    # An ideograph is no part of a word beside it: "75岁" holds "75".
    return re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")


def words_of(folded: str) -> list[str]:
    """Return the words of a folded text, without what stands between them."""
    return _word().findall(folded)


def is_in(word: str, folded: str) -> bool:
    """Whether a folded text holds a folded word: its beginning, or any part of Chinese text."""
    if word.isascii():
        # Punctuation parts words on both sides: "follow-up" is asked for as "follow up" too.
        asked = " ".join(words_of(word))
        return bool(asked) and f" {asked}" in f" {' '.join(words_of(folded))}"
    return word.replace(" ", "") in folded.replace(" ", "")


def spaced_ideographs(text: str) -> str:
    """Return the text with a blank round each ideograph, so that FTS5 indexes each by itself.

    >>> spaced_ideographs("75岁以上 eGFR")
    '75 岁 以 上 eGFR'
    """
    if text.isascii():
        return text
    spaced = (f" {char} " if is_ideograph(char) else char for char in text)
    return " ".join("".join(spaced).split())


def fts_query(words: str) -> str:
    """Return typed words as a safe FTS5 query: all of them, the last one a prefix.

    Every word is a quoted phrase, so that no operator or quote of FTS5 acts; ideographs are asked
    for one after the other. Empty where there is nothing to look for: ask nothing then.

    >>> print(fts_query("renal tab"))
    "renal" "tab"*
    """
    tokens = [token for token in clean(words.replace("\0", "")).split() if _has_word(token)]
    # A word said again asks nothing more; of several the last one stays: it may be only begun.
    tokens = list(dict.fromkeys(reversed(tokens)))[::-1]
    phrases = ['"' + spaced_ideographs(token).replace('"', '""') + '"' for token in tokens]
    return " ".join(phrases) + "*" if phrases else ""


def _has_word(token: str) -> bool:
    return any(char.isalnum() for char in token)


def wrap(text: str, cells: int, *, may_cut: bool = True) -> list[str]:
    """Return the text in lines of at most this many cells.

    Lines break at blanks and between ideographs, but closing marks never begin a line and
    opening ones never end it. A longer word is cut, unless ``may_cut`` forbids it: then its line is
    longer. The text's own line breaks stay; blank text gives no line. Raises: ValueError for fewer
    than 2 cells.
    """
    if cells < 2:
        message = "a line needs two cells: an ideograph is that wide"
        raise ValueError(message)
    if not text.strip():
        return []
    return [
        line
        for paragraph in text.split("\n")
        for line in _wrapped(paragraph, cells, may_cut=may_cut)
    ]


def _wrapped(paragraph: str, cells: int, *, may_cut: bool) -> list[str]:
    lines, line = [], ""
    for gap, atom in _atoms(paragraph):
        joined = line + gap + atom if line else atom
        if width(joined) <= cells:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _cut(atom, cells) if may_cut else [atom]
        lines.extend(full)
    return [*lines, line]


def _cut(atom: str, cells: int) -> list[str]:
    """Return an atom in pieces that fit a line each; mostly there is one."""
    pieces = []
    while width(atom) > cells:
        piece = _head(atom, cells) or atom[0]
        pieces.append(piece)
        atom = atom[len(piece) :]
    return [*pieces, atom]


def _atoms(paragraph: str) -> Iterator[tuple[str, str]]:
    """Yield what may not be broken, each with the blank that parts it from the one before."""
    for word in paragraph.split():
        gap, atom = " ", ""
        for cluster in _clusters(word):
            if atom and _may_break(atom[-1], cluster[0]):
                yield gap, atom
                gap, atom = "", cluster
            else:
                atom += cluster
        yield gap, atom


def _may_break(before: str, after: str) -> bool:
    if before in _OPENING or after in _CLOSING:
        return False
    return any(unicodedata.east_asian_width(char) in "WF" for char in (before, after))
