"""The catalogues: nothing fuzzy, every fact of a message kept, what was whole stays whole."""

from __future__ import annotations

import ast
import string
import unicodedata
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from repplan.due.choosing import group_of
from repplan.due.views import LABELS, WORDS
from repplan.text import width
from tests.house.tree import PACKAGE, assert_none, modules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Message

CATALOGUES = sorted((PACKAGE / "i18n" / "locales").glob("*/LC_MESSAGES/*.po"))

WHOLE = (
    "accounts/", "brief/", "cli/", "clock.py", "config.py", "due/", "errors.py", "exchange/",
    "fields.py", "files.py", "find/", "followups/", "i18n/", "notes/", "objectives/", "products/",
    "providers/", "store/", "upkeep/", "visits/",
)  # fmt: skip
"""Files and folders under src/repplan/ whose messages are all translated: they stay so."""

MARKS = frozenset({"_", "N_", "NP_", "ngettext", "npgettext", "pgettext"})
LABEL = 6
"""Cells of the left column of ``due`` and ``brief``, without the blank behind it."""


def messages(path: Path) -> Iterator[tuple[Message, list[str], list[str]]]:
    """Yield each message, its forms in English and those in the catalogue's language."""
    with path.open("rb") as text:
        catalogue = read_po(text, abort_invalid=True)
    for message in catalogue:
        if message.id:
            yield message, forms(message.id), [form for form in forms(message.string) if form]


def forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    """Return a message's forms: one, or one for each number (plurals)."""
    return [text] if isinstance(text, str) else list(text or ())


def facts(text: str) -> set[str]:
    """Return the names in braces, which a message fills in."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_translation_keeps_the_facts(path: Path) -> None:
    """A translation names the same facts as the English, so no fact is lost and none is unknown."""
    assert_none(
        f"{path.name}:{message.lineno} {form}"
        for message, english, theirs in messages(path)
        for form in theirs
        if facts(form) != facts(english[-1])
    )


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_nothing_is_guessed(path: Path) -> None:
    """No translation is marked fuzzy: it is done, or left out and shown in English."""
    assert_none(f"{message.lineno} {message.id}" for message, *_ in messages(path) if message.fuzzy)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_what_is_whole_stays_whole(path: Path) -> None:
    """Every message of the files in WHOLE is translated."""
    assert_none(
        f"{path.name}:{message.lineno} {english[0]}"
        for message, english, theirs in messages(path)
        if not theirs
        and any(
            place.startswith(tuple(f"src/repplan/{part}" for part in WHOLE))
            for place, _line in message.locations
        )
    )


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_terminal_agrees_on_the_width(path: Path) -> None:
    """No translation has a character that some Chinese terminals draw in one cell, some in two."""
    assert_none(
        f"{path.name}:{message.lineno} {form}"
        for message, _english, theirs in messages(path)
        for form in theirs
        if any(unicodedata.east_asian_width(char) == "A" for char in form)
    )


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_labels_fit_their_column(path: Path) -> None:
    """The words of the left column of ``due`` and ``brief`` take six cells at most."""
    ours = {*LABELS.values(), "MORE", "NEXT", "TO LOG"}
    assert_none(
        f"{path.name}:{message.lineno} {form}"
        for message, english, theirs in messages(path)
        for form in theirs
        if (message.context == "brief" or (not message.context and english[0] in ours))
        and width(form) > LABEL
    )


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_what_due_calls_a_group_asks_for_it(path: Path) -> None:
    """A word of the queue's left column, or of its last line, can be typed behind ``due``."""
    said = {
        english[0]: theirs[0]
        for message, english, theirs in messages(path)
        if theirs and not message.context
    }
    assert_none(
        said[word]
        for words in (LABELS, WORDS)
        for group, word in words.items()
        if group_of(said[word]) is not group
    )


def test_no_message_hides_in_an_f_string() -> None:
    """Babel reads no f-string: a message that is marked inside one would never be found."""
    assert_none(
        source.at(call)
        for source in modules()
        for text in ast.walk(source.tree)
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in MARKS
        and isinstance(call.args[0], ast.Constant)
    )
