"""Act on what screening knows: the rep's own watch words, and what was kept in spite of a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.fields import name_text
from repplan.screening.own_words import LABELS, WatchWord, word_called
from repplan.screening.refusals import NoSuchWord, WordThere, check_word
from repplan.store.write import delete, insert
from repplan.text import fold

if TYPE_CHECKING:
    from repplan.store.work import Work


def override(work: Work, rule: str, tbl: str, record_id: str, reason: str) -> None:
    """Note that a record was kept in spite of a rule, and why. Its words stay in it alone."""
    row = {
        "rule": rule,
        "tbl": tbl,
        "record_id": record_id,
        "reason": reason,
        "noted_on": work.today.isoformat(),
    }
    insert(work, "override", row)


def add_word(work: Work, text: str, label: str = LABELS[0]) -> WatchWord:
    """Return the new watch word. Raises: WordThere, BadLength, BadValue, MissingValue."""
    word = name_text("add", text, check_word(text))
    key = fold(word)
    there = word_called(work.db, key)
    if there is not None:
        raise WordThere(there.text, there.label)
    noted_on = work.today.isoformat()
    row = {"label": label, "text": word, "folded": key, "noted_on": noted_on}
    identity, _ref = insert(work, "watch_word", row)
    return WatchWord(identity, label, word, noted_on)


def remove_word(work: Work, text: str) -> WatchWord:
    """Return the watch word that was taken away. Raises: NoSuchWord."""
    word = word_called(work.db, fold(text))
    if word is None:
        raise NoSuchWord(text)
    delete(work, "watch_word", word.id)
    return word
