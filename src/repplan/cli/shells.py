"""Four shells: how each says what is being typed, and how each takes what it may become.

The scripts in ``scripts/`` run repplan with ``_REPPLAN_COMPLETE`` set to the shell's name and the
words as arguments. The answer's first line is ``words``, ``menu`` (the words have nothing in
common that goes on from what was typed: a shell must not put it there) or ``files`` (the shell
knows best); then one line for each word, with its help behind a tab.
"""

from __future__ import annotations

from os.path import commonprefix
from typing import TYPE_CHECKING, Protocol

from repplan.records import dataclass, replace
from repplan.text import clip, fold, pad, shown, width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.cli.complete import Offer


@dataclass(frozen=True)
class Cursor:
    """The line before the cursor: whole words, and the word being typed, without quotes.

    ``quote`` is the quote that is open in that word. ``fixed`` is its beginning, which the shell
    keeps as it is: an answer goes on behind it. ``is_list``: the answers are shown, not typed.
    """

    before: tuple[str, ...]
    text: str
    quote: str = ""
    fixed: str = ""
    is_list: bool = False


class Shell(Protocol):
    """One shell's two directions."""

    def read(self, words: Sequence[str], env: Mapping[str, str]) -> Cursor:
        """Return what stands before the cursor."""

    def write(self, offers: Sequence[Offer], cursor: Cursor) -> list[str]:
        """Return the lines of the answer."""


class Bash:
    """bash hands over its line, and puts in what it is given: it must be quoted here."""

    def read(self, words: Sequence[str], env: Mapping[str, str]) -> Cursor:
        """Take the line apart as readline does: it also breaks words at ``@``, ``:`` and ``=``."""
        cursor = split(words[0], _BASH_ESCAPES, env.get("COMP_WORDBREAKS", ""))
        is_list = env.get("COMP_TYPE") == _LISTING
        return replace(cursor, before=cursor.before[1:], is_list=is_list)

    def write(self, offers: Sequence[Offer], cursor: Cursor) -> list[str]:
        """Quote each word for where it stands; help is shown where bash only lists."""
        kept = len(cursor.fixed)
        words = [
            _quoted(offer.word[kept:], cursor.quote)
            for offer in offers
            if fold(offer.word[:kept]) == fold(cursor.fixed)
        ]
        head = _head(offers, cursor.text)
        if cursor.is_list and len(offers) > 1:
            return [head, *_with_help(offers, "  ({})")]
        if head == _MENU:
            # bash puts in what all have in common. With the word as it is there is nothing.
            words.append(_quoted(cursor.text[kept:], cursor.quote))
        return [head, *words]


class Zsh:
    """zsh hands over words without quotes, and quotes what it puts in."""

    def read(self, words: Sequence[str], env: Mapping[str, str]) -> Cursor:  # noqa: ARG002 - every shell's
        """Take the words as they are."""
        return Cursor(tuple(words[:-1]), words[-1] if words else "")

    def write(self, offers: Sequence[Offer], cursor: Cursor) -> list[str]:
        """Write each word, a tab, and the word with its help in columns."""
        told = _with_help(offers, "  -- {}")
        return [
            _head(offers, cursor.text),
            *(f"{offer.word}\t{line}" for offer, line in zip(offers, told, strict=True)),
        ]


class Fish:
    """fish quotes what it puts in, and drops what doesn't begin as typed."""

    def read(self, words: Sequence[str], env: Mapping[str, str]) -> Cursor:  # noqa: ARG002 - every shell's
        """Take the quotes off the last word; off the others fish has taken them."""
        *before, last = words or [""]
        return Cursor(tuple(before), split(last, _FISH_ESCAPES).text)

    def write(self, offers: Sequence[Offer], cursor: Cursor) -> list[str]:
        """Write each word and its help; instead of one that fish would drop, its key."""
        lines = []
        for offer in offers:
            begins = offer.word.casefold().startswith(cursor.text.casefold())
            if begins or not offer.key:
                lines.append(f"{offer.word}\t{offer.help}")
            else:
                told = " · ".join(part for part in (offer.word, offer.help) if part)
                lines.append(f"{offer.key}\t{told}")
        return [_head(offers, cursor.text), *lines]


class PowerShell:
    """PowerShell puts in what it is given; it gives the words through the environment."""

    def read(self, words: Sequence[str], env: Mapping[str, str]) -> Cursor:  # noqa: ARG002 - every shell's
        """Take the quotes off the last word; off the others PowerShell has taken them."""
        *before, last = env.get("_REPPLAN_WORDS", "").split("\n")
        if last[:1] in _PWSH_QUOTES:
            quote, last = last[0], last[1:]
            last = last.removesuffix(quote).replace(quote * 2, quote)
        return Cursor(tuple(before), last)

    def write(self, offers: Sequence[Offer], cursor: Cursor) -> list[str]:
        """Write each word quoted, the word as it is shown, and its help, which may not be empty."""
        lines = (
            f"{_quoted_pwsh(offer.word)}\t{offer.word}\t{offer.help or offer.word}"
            for offer in offers
        )
        return [_head(offers, cursor.text), *lines]


SHELLS: dict[str, Shell] = {
    "bash": Bash(),
    "zsh": Zsh(),
    "fish": Fish(),
    "powershell": PowerShell(),
}

_WORDS, _MENU, FILES = "words", "menu", "files"
_HELP_CELLS = 60
_LISTING = str(ord("?"))
"""COMP_TYPE at the second Tab: what bash is given it only shows."""


def showable(offers: Sequence[Offer]) -> list[Offer]:
    """Return the offers that a shell may type: none whose characters would act in a terminal."""
    return [
        replace(offer, help=clip(" ".join(shown(offer.help).split()), _HELP_CELLS))
        for offer in offers
        if offer.word and shown(offer.word) == offer.word and offer.word.isprintable()
    ]


def _with_help(offers: Sequence[Offer], form: str) -> list[str]:
    """Return each word with its help, in columns by cells."""
    column = max((width(offer.word) for offer in offers), default=0)
    return [
        pad(offer.word, column) + form.format(offer.help) if offer.help else offer.word
        for offer in offers
    ]


def _head(offers: Sequence[Offer], typed: str) -> str:
    common = commonprefix([offer.word for offer in offers])  # noqa: RUF071 - letters are meant
    return _WORDS if len(offers) < 2 or fold(common).startswith(fold(typed)) else _MENU


# --- quotes -------------------------------------------------------------------------------------

_BASH_ESCAPES = {'"': '$`"\\', "'": ""}
_FISH_ESCAPES = {'"': '$"\\', "'": "'\\"}
_PLAIN = frozenset("%+,-./:=@_")
_PWSH_PLAIN = frozenset("+-./:=_")
_PWSH_QUOTES = frozenset("'\"")
_PWSH_SINGLE = "'\u2018\u2019\u201a\u201b"
"""PowerShell takes typographic quotes for quotes too."""


def split(line: str, escapes: Mapping[str, str], breaks: str = "") -> Cursor:
    """Return a shell's line as words, the last one still being typed.

    ``escapes``: for each quote, what a backslash takes the meaning from within it. ``breaks`` are
    the characters where readline begins another word; the last one's ``fixed`` ends there.
    """
    words: list[str] = []
    word, quote, fixed, opened, is_word = "", "", 0, 0, False
    at = 0
    while at < len(line):
        letter, after = line[at], line[at + 1 : at + 2]
        at += 1
        if letter == "\\" and after and (not quote or after in escapes[quote]):
            word, is_word, at = word + after, True, at + 1
        elif letter == quote:
            quote = ""
        elif not quote and letter in escapes:
            quote, opened, is_word = letter, len(word), True
        elif not quote and letter in " \t\n":
            words += [word] * is_word
            word, fixed, is_word = "", 0, False
        else:
            word, is_word = word + letter, True
            if not quote and letter in breaks:
                # readline keeps what is before @ and takes @ itself for the word's beginning.
                fixed = len(word) - (letter == "@")
    return Cursor(tuple(words), word, quote, word[: opened if quote else fixed])


def _quoted(word: str, quote: str) -> str:
    """Return a word as bash reads it, within the quote that is open or none."""
    if quote:
        if quote == "'":
            inside = word.replace("'", "'\\''")
        else:
            inside = "".join(f"\\{one}" if one in _BASH_ESCAPES['"'] else one for one in word)
            # Nothing takes its meaning from ! in double quotes: they close, and open again.
            inside = inside.replace("!", "\"'!'\"")
        # readline takes a quote at the beginning for the one that is open already.
        return quote + inside if inside.startswith(quote) else inside
    return "".join(f"\\{one}" if one.isascii() and not _is_plain(one) else one for one in word)


def _quoted_pwsh(word: str) -> str:
    """Return a word as PowerShell reads it."""
    if all(one.isalnum() or one in _PWSH_PLAIN for one in word):
        return word
    doubled = "".join(one * 2 if one in _PWSH_SINGLE else one for one in word)
    return f"'{doubled}'"


def _is_plain(letter: str) -> bool:
    return letter.isalnum() or letter in _PLAIN
