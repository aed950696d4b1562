"""The catalogues: nothing fuzzy, every fact of a message kept, daily commands wholly translated."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from tests.house.tree import PACKAGE, assert_none

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Message

CATALOGUES = sorted((PACKAGE / "i18n" / "locales").glob("*/LC_MESSAGES/*.po"))

WHOLE: tuple[str, ...] = ()
"""Files and folders under src/repplan/ whose messages are all translated: they stay so."""


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
