"""How a person is said, and what tells an item."""

from __future__ import annotations

import pytest

from repplan.offers.model import Item, Person
from repplan.offers.rules import (
    begins,
    key_for,
    looks_like_ref,
    next_words,
    telling_words,
    way_to_say,
    whole_way,
)

PATEL = Person("1", "p-gmcv8d59", "Anjali Patel, MD", "Anjali", "Patel", "", "MD", "Oakwood")
CRUZ = Person("2", "p-w923sdsh", "Maria de la Cruz", "Maria", "de la Cruz", "", "")
WANG = Person(
    "3", "p-4ccr6cvq", "王建国 主任医师", "建国", "王", "王建国", "主任医师", "人民医院",
    ("wang", "wangjg", "wangjianguo"),
)  # fmt: skip
BOTH = Person("4", "p-3bmmhrks", "Wei Wang 王伟", "Wei", "Wang", "王伟", "")
MONONYM = Person("5", "p-2gzpjr9r", "Cher", "", "Cher", "", "")


@pytest.mark.parametrize(
    ("person", "typed", "taken", "said"),
    [
        (PATEL, "", (), "Patel"),
        (PATEL, "pat", (), "Patel"),
        (PATEL, "PAT", (), "Patel"),
        (PATEL, "anj", (), "Anjali Patel"),
        (PATEL, "pat", ("Patel",), "Patel, Anjali"),
        (PATEL, "", ("Patel",), "Anjali Patel"),
        (PATEL, "liz", (), "Patel"),
        (PATEL, "pat", ("Patel", "Patel, Anjali"), "Patel@Oakwood"),
        (PATEL, "pat", ("Patel", "Patel, Anjali", "Patel@Oakwood"), "Patel, Anjali@Oakwood"),
        (PATEL, "patel@", (), "Patel@Oakwood"),
        (CRUZ, "de la", (), "de la Cruz"),
        (CRUZ, "mar", (), "Maria de la Cruz"),
        (CRUZ, "cruz", ("de la Cruz", "Maria de la Cruz", "de la Cruz, Maria"), "p-w923sdsh"),
        (WANG, "wang", (), "王建国"),
        (WANG, "王", (), "王建国"),
        (WANG, "王", ("王建国",), "王建国@人民医院"),
        (BOTH, "wang", (), "Wang"),
        (BOTH, "王", (), "王伟"),
        (MONONYM, "c", (), "Cher"),
    ],
)
def test_a_person_is_said_as_typed_and_so_that_nobody_else_is_meant(
    person: Person, typed: str, taken: tuple[str, ...], said: str
) -> None:
    """The shortest name that begins as typed and that nobody else answers to; else place, ref."""
    assert way_to_say(person, typed, lambda way: way not in taken) == said


@pytest.mark.parametrize(
    ("person", "typed", "said"),
    [
        (PATEL, "", "Anjali Patel"),
        (PATEL, "p", "Patel, Anjali"),
        (PATEL, "patel@o", "Patel, Anjali@Oakwood"),
        (WANG, "w", "王建国"),
        (BOTH, "wa", "Wang, Wei"),
        (MONONYM, "c", "Cher"),
    ],
)
def test_in_a_long_list_names_are_whole(person: Person, typed: str, said: str) -> None:
    """A whole name, with the family name first where that is what was begun."""
    assert whole_way(person, typed) == said


@pytest.mark.parametrize(
    ("said", "typed", "key"),
    [
        ("王建国", "wan", "wangjianguo"),
        ("王建国@人民医院", "wang", "wangjianguo@人民医院"),
        ("王建国", "Wang", "wangjianguo"),
        ("王建国", "李", ""),
    ],
)
def test_a_key_begins_as_typed(said: str, typed: str, key: str) -> None:
    """The longest search word that begins letter by letter as typed; none, if none does."""
    assert key_for(WANG, said, typed) == key


def test_a_name_in_two_words_goes_on() -> None:
    """Behind a given name come the other parts of it that begin as typed."""
    assert next_words(CRUZ, "c") == ["Cruz"]
    assert next_words(PATEL, "") == ["Anjali", "Patel"]


@pytest.mark.parametrize(
    ("word", "typed", "is_so"),
    [
        ("Patel", "", True),
        ("Patel", "pAT", True),
        ("Núñez", "nun", True),
        ("O'Brien", "obr", True),
        ("O'Brien", "o'b", True),
        ("O’Brien", "o'b", True),
        ("de la Cruz", "dela", True),
        ("Patel", "@", False),
        ("Patel", "'", False),
        ("王伟", "王", True),
        ("Anjali Patel", "patel", False),
    ],
)
def test_a_beginning_needs_no_accents_and_no_marks(word: str, typed: str, *, is_so: bool) -> None:
    """Case, accents, blanks and marks are no difference; a mark alone begins nothing."""
    assert begins(word, typed) is is_so


@pytest.mark.parametrize(
    ("typed", "is_so"),
    [
        ("f-", True), ("F-7k", True), ("p-gmcv8d59", True), ("pat", False), ("f", False),
        ("", False), ("z-7k", False), ("o-brien", False), ("--json", False), ("-", False),
    ],
)  # fmt: skip
def test_a_ref_has_a_letter_and_a_dash(typed: str, *, is_so: bool) -> None:
    """The beginning of a ref is a kind's letter, a dash, and letters that refs are made of."""
    assert looks_like_ref(typed) is is_so


ITEMS = [
    Item("f-1", "Patel", "send the renal table"),
    Item("f-2", "Patel", "send (soon) the dosing card."),
    Item("f-3", "王建国", "寄肾功能表"),
]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ["renal", "dosing", "寄肾功能表"]),
        ("t", ["table"]),
        ("SEN", ["send", "send"]),
        ("card", ["card"]),
        ("寄", ["寄肾功能表"]),
        ("the", []),
        ("x", []),
    ],
)
def test_an_item_is_told_by_its_own_word(typed: str, words: list[str]) -> None:
    """Of the words that begin as typed, the one that the fewest others have, then the longest."""
    assert [word for word, _item in telling_words(ITEMS, typed)] == words
